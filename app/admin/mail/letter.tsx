import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { adminMeta } from "#app/admin/admin-meta.ts"
import { adminOf } from "#app/admin/admin-of.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { Breadcrumb } from "#app/ui/breadcrumb.tsx"
import { KeyValues } from "#app/ui/key-values.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { Section } from "#app/ui/section.tsx"

const mostMails = 1_000

export async function loader(args: LoaderFunctionArgs) {
  adminOf(args)
  const mails = (await args.context.platform.ports.mail.kept?.(mostMails)) ?? []
  const mail = mails.find(({ name }) => name === args.params["name"])
  if (!mail) throw new Response(null, { status: 404 })
  return { mail }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => adminMeta(data?.mail.subject)

/** One mail. Its HTML stands in a frame that may run and load nothing. */
export default function Letter() {
  const { mail } = useLoaderData<typeof loader>()
  const t = useText("admin")
  const { dateTime } = useFormats()
  return (
    <>
      <Breadcrumb crumbs={[{ label: t("mail.title"), href: "/mail" }, { label: mail.subject }]} />
      <PageHeader title={mail.subject} />
      <section className="panel p-4">
        <KeyValues
          entries={[
            { label: t("mail.from"), value: mail.fromName },
            { label: t("mail.to"), value: mail.to },
            { label: t("mail.at"), value: dateTime(mail.at) },
          ]}
        />
      </section>
      <iframe title={t("mail.preview")} sandbox="" srcDoc={mail.html} className="panel mt-5 h-[32rem] w-full bg-white" />
      <Section title={t("mail.text")}>
        <pre className="panel overflow-x-auto whitespace-pre-wrap p-4 text-sm">{mail.text}</pre>
      </Section>
    </>
  )
}
