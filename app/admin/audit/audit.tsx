import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { adminMeta } from "#app/admin/admin-meta.ts"
import { adminOf } from "#app/admin/admin-of.ts"
import { textsIn } from "#app/text/texts.ts"
import { useText } from "#app/text/text.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { auditTrail, listPlatformUses } from "#server/domain/insights/index.ts"
import { AuditTable } from "./audit-table.tsx"
import { UsesTable } from "./uses-table.tsx"

export async function loader(args: LoaderFunctionArgs) {
  adminOf(args)
  const { platform } = args.context
  const [entries, uses] = await Promise.all([auditTrail(platform), listPlatformUses(platform)])
  return { entries, uses, title: textsIn(args.context.language).say("admin")("audit.title") }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => adminMeta(data?.title)

export default function Audit() {
  const { entries, uses, title } = useLoaderData<typeof loader>()
  const t = useText("admin")
  return (
    <>
      <PageHeader title={title} lead={t("audit.lead")} />
      <AuditTable entries={entries} />
      <section aria-labelledby="uses" className="mt-10">
        <h2 id="uses" className="text-lg">
          {t("uses.title")}
        </h2>
        <p className="mb-4 text-muted">{t("uses.lead")}</p>
        <UsesTable uses={uses} />
      </section>
    </>
  )
}
