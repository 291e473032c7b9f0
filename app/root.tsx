import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react"
import type { ReactNode } from "react"
import styles from "#app/styles/app.css?url"
import favicon from "#app/styles/favicon.svg?url"
import type { Room } from "#app/text/catalogue.ts"
import { TextProvider } from "#app/text/text.tsx"
import { timeZoneOf } from "#app/text/time-zone.ts"
import { textsIn } from "#app/text/texts.ts"
import { ErrorPage, wordedStatus } from "#app/ui/error-page.tsx"
import { LoadingBar } from "#app/ui/loading-bar.tsx"
import { modeScript } from "#app/ui/mode-switch.tsx"
import { SkipLink } from "#app/ui/skip-link.tsx"
import { ToastProvider } from "#app/ui/toast.tsx"
import { useNonce } from "./http/nonce.ts"

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: favicon, type: "image/svg+xml" },
]

/** What the frame around every page depends on; the same for everyone who asks for this page in this language. */
export function loader({ context }: LoaderFunctionArgs) {
  const shop = context.tenant?.tenant
  return { site: context.site, language: context.language, theme: shop?.theme, timeZone: timeZoneOf(shop?.country) }
}

/** A page that could not be shown says so in its title, too; all others have titles of their own. */
export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  const status = isRouteErrorResponse(error) ? error.status : 500
  const title = error ? textsIn(data?.language ?? "en").say("ui")(`error.${wordedStatus(status)}.title`) : "Rialto"
  return [{ title }, ...(error ? [{ name: "robots", content: "noindex" }] : [])]
}

export const shouldRevalidate = () => false

type Frame = Awaited<ReturnType<typeof loader>>

const themes = { storefront: "linen", market: "rialto", console: "workbench", admin: "workbench" } as const
const rooms = {
  storefront: ["ui", "storefront"],
  market: ["ui", "market"],
  console: ["ui", "console"],
  admin: ["ui", "admin"],
} as const satisfies Record<Frame["site"], readonly Room[]>
const bare: Frame = { site: "market", language: "en", theme: undefined, timeZone: "UTC" }

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  const { site, language, theme, timeZone } = useRouteLoaderData<typeof loader>("root") ?? bare
  return (
    <html lang={language} data-theme={theme ?? themes[site]} data-rooms={rooms[site].join(" ")} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <script nonce={nonce} suppressHydrationWarning>
          {modeScript}
        </script>
        <Meta />
        <Links />
      </head>
      <body>
        <TextProvider language={language} timeZone={timeZone}>
          <SkipLink />
          <LoadingBar />
          <ToastProvider>{children}</ToastProvider>
        </TextProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  if (!isRouteErrorResponse(error)) return <ErrorPage status={500} />
  return <ErrorPage status={error.status} reference={referenceIn(error.data)} />
}

function referenceIn(body: unknown): string | undefined {
  return typeof body === "object" && body !== null && "reference" in body ? String(body.reference) : undefined
}
