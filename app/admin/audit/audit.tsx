import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { adminMeta } from "#app/admin/admin-meta.ts"
import { adminOf } from "#app/admin/admin-of.ts"
import { textsIn } from "#app/text/texts.ts"
import { useText } from "#app/text/text.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { auditTrail } from "#server/domain/insights/index.ts"
import { AuditTable } from "./audit-table.tsx"

export async function loader(args: LoaderFunctionArgs) {
  adminOf(args)
  const entries = await auditTrail(args.context.platform)
  return { entries, title: textsIn(args.context.language).say("admin")("audit.title") }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => adminMeta(data?.title)

export default function Audit() {
  const { entries, title } = useLoaderData<typeof loader>()
  const t = useText("admin")
  return (
    <>
      <PageHeader title={title} lead={t("audit.lead")} />
      <AuditTable entries={entries} />
    </>
  )
}
