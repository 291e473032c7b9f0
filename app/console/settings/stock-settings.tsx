import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { consoleMeta } from "#app/console/console-meta.ts"
import { useSteadyForm } from "#app/console/form/steady-form.ts"
import { managedShopOf } from "#app/console/shop-of.ts"
import { useShopPath } from "#app/console/shop/use-shop.ts"
import { orRefusal } from "#app/http/answer.ts"
import { readForm } from "#app/http/read-form.ts"
import { useText } from "#app/text/text.tsx"
import { Breadcrumb } from "#app/ui/breadcrumb.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { listLocations, readStockSettings } from "#server/domain/inventory/index.ts"
import { LocationList } from "./location-list.tsx"
import { LowStockForm } from "./low-stock-form.tsx"
import { changeStockRoom, stockRoomForm } from "./stock-room-form.ts"

export async function loader(args: LoaderFunctionArgs) {
  const ctx = await managedShopOf(args)
  const [locations, settings] = await Promise.all([listLocations(ctx), readStockSettings(ctx)])
  return { locations, settings }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = await managedShopOf(args)
  const sent = await readForm(args, stockRoomForm)
  if (!sent.ok) {
    const text = (name: string) => String(sent.values[name] ?? "")
    return data({ ...sent, did: text("do"), locationId: text("locationId") }, 422)
  }
  const { value } = sent
  const did = { did: value.do, locationId: "locationId" in value ? value.locationId : "" }
  const changed = await orRefusal(args.context, () => changeStockRoom(ctx, value))
  if (changed.ok) return { ...did, ok: true, errors: undefined, values: undefined } as const
  const { message, status } = changed.refusal
  const values = "name" in value ? { name: value.name } : {}
  return data({ ...did, ok: false, errors: { name: message }, values } as const, status)
}

export type StockRoomAnswer = NonNullable<ReturnType<typeof useActionData<typeof action>>>

export const meta: MetaFunction<typeof loader> = ({ matches }) => consoleMeta(matches, "title.stock-settings")

/** Where goods lie and in which order places serve; from when on stock counts as low. */
export default function StockSettings() {
  const { locations, settings } = useLoaderData<typeof loader>()
  const told = useActionData<typeof action>()
  const { form, said } = useSteadyForm<typeof action>()
  const answer = said ?? told
  const t = useText("console")
  const path = useShopPath()
  return (
    <>
      <Breadcrumb crumbs={[{ label: t("settings.title"), href: path("settings") }, { label: t("title.stock-settings") }]} />
      <PageHeader title={t("title.stock-settings")} lead={t("locations.lead")} />
      <div className="grid items-start gap-[var(--gap)] xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <LocationList {...{ locations, answer, form }} />
        <LowStockForm {...{ settings, form }} answer={answer?.did === "settings" ? answer : undefined} />
      </div>
    </>
  )
}
