import { resolve } from "node:path"
import { vitePlugin as remix } from "@remix-run/dev"
import tailwindcss from "@tailwindcss/vite"
import { defineConfig } from "vite"

const root = resolve(import.meta.dirname, "../..")

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true
  }
}

export default defineConfig({
  root,
  plugins: [
    tailwindcss(),
    remix({
      appDirectory: "app",
      buildDirectory: "build/app",
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
      },
    }),
  ],
  build: { target: "es2022", sourcemap: false, reportCompressedSize: false },
})
