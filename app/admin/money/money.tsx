import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { adminMeta } from "#app/admin/admin-meta.ts"
import { adminOf } from "#app/admin/admin-of.ts"
import { textsIn } from "#app/text/texts.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { Icon } from "#app/ui/icon.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { Section } from "#app/ui/section.tsx"
import { platformBooks } from "#server/domain/ledger/index.ts"
import { mismatches } from "#server/domain/payments/index.ts"
import { MismatchTable } from "./mismatch-table.tsx"
import { PositionTable } from "./position-table.tsx"

export async function loader(args: LoaderFunctionArgs) {
  adminOf(args)
  const { platform, language } = args.context
  const [positions, reconciliation] = await Promise.all([platformBooks(platform), mismatches(platform)])
  return { positions, reconciliation, title: textsIn(language).say("admin")("money.title") }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => adminMeta(data?.title)

/** What the platform earns, how it stands with each shop, and where the provider's account and our books differ. */
export default function Money() {
  const { positions, reconciliation, title } = useLoaderData<typeof loader>()
  const t = useText("admin")
  const { number } = useFormats()
  const { movements, matched, mismatches: found } = reconciliation
  const isClean = found.length === 0
  return (
    <>
      <PageHeader title={title} lead={t("money.lead")} />
      <PositionTable positions={positions} />
      <Section title={t("money.reconciliation")}>
        <p className={`mb-4 flex items-center gap-2 ${isClean ? "text-positive" : "text-danger"}`}>
          <Icon name={isClean ? "success" : "danger"} size={18} />
          {t("money.matched", { matched: number(matched), movements: number(movements) })}
        </p>
        <MismatchTable mismatches={found} />
      </Section>
    </>
  )
}
