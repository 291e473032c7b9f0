import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { z } from "zod"
import { adminMeta } from "#app/admin/admin-meta.ts"
import { adminOf } from "#app/admin/admin-of.ts"
import { orRefusal } from "#app/http/answer.ts"
import { readForm, wrongForm } from "#app/http/read-form.ts"
import { localPath, redirectTo } from "#app/http/redirect-to.ts"
import { textsIn } from "#app/text/texts.ts"
import { PageHeader } from "#app/ui/page-header.tsx"
import { acknowledgeAlert } from "#server/domain/insights/index.ts"
import { AcknowledgeForm } from "./acknowledge-form.tsx"

const acknowledgement = z.object({ note: z.string().trim().max(300).default(""), returnTo: z.string().max(500).optional() })

export function loader(args: LoaderFunctionArgs) {
  adminOf(args)
  return { alertId: args.params["alertId"] ?? "", title: textsIn(args.context.language).say("admin")("alerts.acknowledge") }
}

export async function action(args: ActionFunctionArgs) {
  adminOf(args)
  const sent = await readForm(args, acknowledgement)
  if (!sent.ok) return data(sent, 422)
  const { note, returnTo } = sent.value
  const taken = await orRefusal(args.context, () => acknowledgeAlert(args.context.platform, args.params["alertId"] ?? "", note))
  if (!taken.ok) return data(wrongForm({ note }, taken.refusal.message), taken.refusal.status)
  throw redirectTo(localPath(returnTo) ?? "/alerts")
}

export const meta: MetaFunction<typeof loader> = ({ data: found }) => adminMeta(found?.title)

/** For those without scripts, when something is wrong with what they sent. */
export default function Acknowledgement() {
  const { alertId, title } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <PageHeader title={title} />
      <section className="panel max-w-xl p-4">
        <AcknowledgeForm alertId={alertId} returnTo="/alerts" answer={answer} />
      </section>
    </>
  )
}
