import { resolve } from "node:path"
import { defineConfig } from "vitest/config"

const root = resolve(import.meta.dirname, "../..")

/** Each project may have no test yet; none may be forgotten. */
const project = (name: string, include: string[], more: Record<string, unknown> = {}) => ({
  root,
  test: { name, include, environment: "node", testTimeout: 60_000, hookTimeout: 120_000, ...more },
})

const rooms = "{app,server,workers,prisma,infra}"
const houses = "{domain,isolation,contracts,architecture,chaos,support}"

export default defineConfig({
  root,
  test: {
    // Two cores and one database server: more workers would only wait for each other.
    maxWorkers: 2,
    projects: [
      project("unit", [`${rooms}/**/*.test.{ts,tsx}`]),
      project("domain", [`tests/${houses}/**/*.test.{ts,tsx}`]),
      // Journeys share a browser and ports, and take their time.
      project("e2e", ["tests/e2e/**/*.test.ts"], { testTimeout: 120_000, hookTimeout: 180_000, fileParallelism: false }),
    ],
  },
})
