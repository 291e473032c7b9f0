import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { consoleMeta } from "#app/console/console-meta.ts"
import { useSteadyForm } from "#app/console/form/steady-form.ts"
import { shopOf } from "#app/console/shop-of.ts"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { FormProblem } from "#app/form/form-problem.tsx"
import { orRefusal } from "#app/http/answer.ts"
import { readForm, wrongForm } from "#app/http/read-form.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { Breadcrumb } from "#app/ui/breadcrumb.tsx"
import { LinkButton } from "#app/ui/link-button.tsx"
import { Notice } from "#app/ui/notice.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { StatTile } from "#app/ui/stat-tile.tsx"
import { StockBadge } from "#app/ui/stock-badge.tsx"
import { bundleOf, findStock, listLocations, readStockSettings, unlimitedBackorder } from "#server/domain/inventory/index.ts"
import type { StockRow } from "#server/domain/inventory/index.ts"
import { refuse } from "#server/messages/refusals.ts"
import { PartsPanel } from "./parts-panel.tsx"
import { ShelfForms } from "./shelf-forms.tsx"
import { TermsForm } from "./terms-form.tsx"
import { changeVariantStock, fieldOf, variantForm } from "./variant-form.ts"

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await shopOf(args)
  const variantId = args.params["variantId"] ?? ""
  const [row, locations, { lowAt }, parts] = await Promise.all([
    findStock(ctx, variantId),
    listLocations(ctx),
    readStockSettings(ctx),
    bundleOf(ctx, variantId),
  ])
  if (!row) refuse("catalog.product-not-found")
  return { row, locations, shopLowAt: lowAt, parts, noLimit: unlimitedBackorder }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await shopOf(args)
  const variantId = args.params["variantId"] ?? ""
  if (!(await findStock(ctx, variantId))) refuse("catalog.product-not-found")
  const sent = await readForm(args, variantForm)
  if (!sent.ok) return data({ ...sent, did: String(sent.values["do"] ?? "") }, 422)
  const { value } = sent
  const changed = await orRefusal(args.context, () => changeVariantStock(ctx, variantId, value))
  if (changed.ok) return { ok: true, did: value.do, errors: undefined, values: undefined } as const
  const { message, code, status } = changed.refusal
  const values = Object.fromEntries(Object.entries(value).map(([name, given]) => [name, String(given ?? "")]))
  return data({ ...wrongForm(values, message, fieldOf(code)), did: value.do }, status)
}

export type VariantAnswer = NonNullable<ReturnType<typeof useActionData<typeof action>>>

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  consoleMeta(matches, "title.stock", page?.row.productTitle)

/** All about one variant's stock: how much lies where, what came, and how its end is handled. */
export default function VariantStock() {
  const { row, locations, shopLowAt, parts, noLimit } = useLoaderData<typeof loader>()
  const told = useActionData<typeof action>()
  const { form, said } = useSteadyForm<typeof action>()
  const answer = said ?? told
  const t = useText("console")
  const path = useShopPath()
  const title = [row.productTitle, ...row.choices].join(" · ")
  return (
    <>
      <Breadcrumb crumbs={[{ label: t("stock.title"), href: path("stock") }, { label: title }]} />
      <PageHeader
        title={title}
        lead={
          <span className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <span className="font-mono text-sm">{row.sku}</span>
            <StockBadge free={row.free} promisable={row.promisable} lowAt={row.lowAt ?? shopLowAt} live />
          </span>
        }
        actions={
          <>
            <LinkButton to={path("stock", row.variantId, "movements")} look="secondary" icon="clock">
              {t("movements.title")}
            </LinkButton>
            <LinkButton to={path("products", row.productId)} look="secondary" icon="tag">
              {t("stock.product")}
            </LinkButton>
          </>
        }
      />
      <div className="grid gap-4" aria-live="polite">
        {answer?.ok && <Notice tone="success" title={t(`stock.did.${answer.did}`)} />}
        <FormProblem errors={answer?.errors} />
      </div>
      <Tiles row={row} isLimited={row.backorderLimit < noLimit} />
      {row.isBundle ? (
        <PartsPanel parts={parts} productId={row.productId} variantId={row.variantId} />
      ) : (
        <div className="mt-[var(--gap)] grid items-start gap-[var(--gap)] xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <ShelfForms key={`shelves ${row.revision}`} {...{ row, locations, answer, form }} />
          <TermsForm {...{ row, shopLowAt, noLimit, form }} answer={answer?.did === "terms" ? answer : undefined} />
        </div>
      )}
    </>
  )
}

function Tiles({ row: { onHand, reserved, free, promisable, isBundle }, isLimited }: { row: StockRow; isLimited: boolean }) {
  const t = useText("console")
  const { number } = useFormats()
  const later = promisable - Math.max(0, free)
  return (
    <div className="stat-row mt-4">
      {!isBundle && <StatTile label={t("stock.on-hand")} value={number(onHand)} />}
      {!isBundle && <StatTile label={t("stock.reserved")} value={number(reserved)} />}
      <StatTile label={t("stock.free")} value={number(free)} note={free < 0 ? t("stock.awaited", { count: -free }) : undefined} />
      {isLimited && later > 0 && <StatTile label={t("stock.later")} value={number(later)} />}
    </div>
  )
}
