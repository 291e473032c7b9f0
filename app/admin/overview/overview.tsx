import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { useState } from "react"
import { adminMeta } from "#app/admin/admin-meta.ts"
import { adminOf } from "#app/admin/admin-of.ts"
import { usePulse } from "#app/live/use-pulse.ts"
import { textsIn } from "#app/text/texts.ts"
import { useFormats, useText } from "#app/text/text.tsx"
import { EmptyState } from "#app/ui/empty-state.tsx"
import { PageHeader } from "#app/ui/page-header.tsx"
import { type BoardOrder, boardRows } from "./board-rows.ts"
import { BoardTools } from "./board-tools.tsx"
import { BoardTable } from "./board-table.tsx"
import { Totals } from "./totals.tsx"

export function loader(args: LoaderFunctionArgs) {
  adminOf(args)
  return { title: textsIn(args.context.language).say("admin")("live.title") }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => adminMeta(data?.title)

/** All shops as they are this second. */
export default function Overview() {
  const { title } = useLoaderData<typeof loader>()
  const t = useText("admin")
  const { time } = useFormats()
  const pulse = usePulse()
  const [filter, setFilter] = useState("")
  const [order, setOrder] = useState<BoardOrder>("orders")
  if (!pulse) {
    return (
      <>
        <PageHeader title={title} />
        <EmptyState icon="clock" title={t("live.waiting")} />
      </>
    )
  }
  return (
    <>
      <PageHeader title={title} lead={t("live.at", { time: time(new Date(pulse.at)) })} />
      <Totals tenants={pulse.tenants} />
      <BoardTools {...{ filter, setFilter, order, setOrder }} />
      <BoardTable {...boardRows(pulse.tenants, filter, order)} />
    </>
  )
}
