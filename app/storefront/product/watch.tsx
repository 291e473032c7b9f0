import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { Form, useActionData, useLoaderData } from "@remix-run/react"
import { z } from "zod"
import { FormProblem } from "#app/form/form-problem.tsx"
import { typed } from "#app/form/typed.ts"
import { useFirstError } from "#app/form/use-first-error.ts"
import { orRefusal } from "#app/http/answer.ts"
import { readForm } from "#app/http/read-form.ts"
import { localPath } from "#app/http/redirect-to.ts"
import { tenantOf } from "#app/http/tenant-of.ts"
import { shopIn, type ShopMatches, shopMeta } from "#app/storefront/shop-meta.ts"
import { useText } from "#app/text/text.tsx"
import { textsIn } from "#app/text/texts.ts"
import { LinkButton } from "#app/ui/link-button.tsx"
import { stockWatch, watchStock } from "#server/domain/inventory/index.ts"
import { WatchFields } from "./watch-fields.tsx"

export function loader({ context }: LoaderFunctionArgs) {
  return { title: textsIn(context.language).say("storefront")("watch.title") }
}

const form = stockWatch.extend({ returnTo: z.string().max(500).optional() })

/** The answer is the same to somebody who waits already. */
export async function action({ request, context }: ActionFunctionArgs) {
  const sent = await readForm({ request, context }, form)
  if (!sent.ok) return data(sent, 422)
  const { returnTo, ...wish } = sent.value
  const who = { language: context.language, customerId: context.customer?.id }
  const asked = await orRefusal(context, () => watchStock(tenantOf(context), { ...wish, ...who }))
  const values = { returnTo: returnTo ?? "" }
  if (!asked.ok) return data({ ok: false, errors: { "": asked.refusal.message }, values } as const, asked.refusal.status)
  return { ok: true, outcome: asked.value, errors: undefined, values } as const
}

export type WatchAnswer = NonNullable<ReturnType<typeof useActionData<typeof action>>>

export const meta: MetaFunction<typeof loader, ShopMatches> = ({ data: page, matches }) =>
  shopMeta(shopIn(matches), { title: page?.title, path: "/back-in-stock", hidden: true })

/** Where a page without scripts gets its answer. */
export default function Watch() {
  const { title } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useText("storefront")
  const ref = useFirstError<HTMLFormElement>(answer?.errors)
  const returnTo = localPath(typed(answer?.values, "returnTo")) ?? "/products"
  const variantId = typed(answer?.values, "variantId")
  return (
    <main id="content" className="page page-narrow page-main grid content-start justify-items-start gap-5">
      <h1>{answer?.ok ? t(`watch.${answer.outcome}.title`) : title}</h1>
      {answer?.ok && <p>{t(`watch.${answer.outcome}.text`)}</p>}
      <FormProblem errors={answer?.errors} besides={["variantId"]} />
      {variantId !== "" && (
        <Form ref={ref} method="post" className="panel grid w-full gap-4 p-4 sm:p-5" noValidate>
          <input type="hidden" name="variantId" value={variantId} />
          <WatchFields {...{ returnTo, answer }} />
        </Form>
      )}
      <LinkButton to={returnTo} look="secondary">
        {t(answer ? "cart.back" : "cart.browse")}
      </LinkButton>
    </main>
  )
}
