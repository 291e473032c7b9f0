import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { Link, useLoaderData } from "@remix-run/react"
import { adminMeta } from "#app/admin/admin-meta.ts"
import { adminOf } from "#app/admin/admin-of.ts"
import { textsIn } from "#app/text/texts.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { DataTable } from "#app/ui/data-table.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"

const mostMails = 100

export async function loader(args: LoaderFunctionArgs) {
  adminOf(args)
  const mails = await args.context.platform.ports.mail.kept?.(mostMails)
  return {
    isKept: mails !== undefined,
    mails: (mails ?? []).map(({ name, at, to, fromName, subject }) => ({ name, at, to, fromName, subject })),
    title: textsIn(args.context.language).say("admin")("mail.title"),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => adminMeta(data?.title)

export default function Inbox() {
  const { mails, isKept, title } = useLoaderData<typeof loader>()
  const t = useText("admin")
  const { dateTime } = useFormats()
  return (
    <>
      <PageHeader title={title} lead={isKept && t("mail.lead")} />
      <DataTable
        caption={t("mail.list")}
        rows={mails}
        rowKey={({ name }) => name}
        empty={<EmptyState icon="mail" title={t(isKept ? "mail.none" : "mail.off")} />}
        columns={[
          {
            key: "subject",
            label: t("mail.subject"),
            heading: true,
            cell: ({ name, subject }) => (
              <Link className="text-link" to={`/mail/${name}`}>
                {subject}
              </Link>
            ),
          },
          { key: "from", label: t("mail.from"), cell: ({ fromName }) => fromName },
          { key: "to", label: t("mail.to"), cell: ({ to }) => to },
          { key: "at", label: t("mail.at"), cell: ({ at }) => dateTime(at) },
        ]}
      />
    </>
  )
}
