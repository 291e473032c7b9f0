import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { consoleMeta } from "#app/console/console-meta.ts"
import { redirectTo } from "#app/http/redirect-to.ts"
import { useText } from "#app/text/text.tsx"
import { Badge } from "#app/ui/badge.tsx"
import { Button } from "#app/ui/button.tsx"
import { Icon } from "#app/ui/icon.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { Monogram } from "#app/ui/monogram.tsx"
import { listMemberships } from "#server/domain/identity/index.ts"
import { Doorway } from "./entry/doorway.tsx"
import { signedIn } from "./shop-of.ts"

/** Leads on to where the work is; people with several shops choose. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  const account = signedIn({ context, request })
  const shops = await listMemberships(context.platform, account.id)
  const [only] = shops
  if (!only) throw redirectTo("/shops/new")
  if (shops.length === 1) throw redirectTo(`/shops/${only.slug}`)
  return { name: account.name, shops: shops.map(({ slug, name, role }) => ({ slug, name, role })) }
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => consoleMeta(matches, "title.shops")

export default function Home() {
  const { name, shops } = useLoaderData<typeof loader>()
  const t = useText("console")
  return (
    <Doorway title={t("shops.title")} lead={t("shops.lead", { name })}>
      <ul className="panel divide-y divide-line">
        {shops.map((shop) => (
          <li key={shop.slug}>
            <Link to={`/shops/${shop.slug}`} className="flex items-center gap-3 p-4 hover:bg-sunken">
              <Monogram name={shop.name} />
              <span className="min-w-0 flex-1 truncate font-semibold">{shop.name}</span>
              <Badge>{t(`role.${shop.role}`)}</Badge>
              <Icon name="right" />
            </Link>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-between gap-3">
        <LinkButton to="/shops/new" look="secondary" icon="plus">
          {t("shops.open")}
        </LinkButton>
        <form method="post" action="/sign-out">
          <Button look="quiet" icon="door">
            {t("sign-out")}
          </Button>
        </form>
      </div>
    </Doorway>
  )
}
