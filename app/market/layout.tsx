import type { LoaderFunctionArgs } from "@remix-run/node"
import { Outlet, useLoaderData, useLocation } from "@remix-run/react"
import { useText } from "#app/text/text.tsx"
import { LanguageSwitch } from "#app/ui/language-switch.tsx"
import { buttonClass } from "#app/ui/button.tsx"
import { SearchForm } from "#app/ui/search-form.tsx"
import { SiteFooter } from "#app/ui/site-footer.tsx"
import { SiteHeader } from "#app/ui/site-header.tsx"

export function loader({ context }: LoaderFunctionArgs) {
  return { open: context.links.console("/sign-up"), console: context.links.console("/") }
}

export const shouldRevalidate = () => false

export default function Market() {
  const { open } = useLoaderData<typeof loader>()
  const t = useText("market")
  const { pathname, search } = useLocation()
  return (
    <>
      <SiteHeader
        name="Rialto"
        links={[{ label: t("layout.shops"), href: "/shops" }]}
        search={
          <SearchForm action="/search" placeholder={t("search.placeholder")} query={new URLSearchParams(search).get("q") ?? ""} />
        }
        actions={
          <a href={open} className={buttonClass({ look: "secondary", size: "small" })}>
            {t("layout.open")}
          </a>
        }
      />
      <Outlet />
      <SiteFooter
        links={[{ label: t("layout.open"), href: open }]}
        language={<LanguageSwitch action="/language" returnTo={pathname + search} />}
      >
        <p className="max-w-[46ch] text-muted">{t("layout.about")}</p>
      </SiteFooter>
    </>
  )
}
