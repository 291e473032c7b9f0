import { z } from "zod"
import { type BoardSort, type BoardView, boardSorts, boardStates, plainView } from "#server/messages/pulse.ts"
import { pageNumber } from "#app/http/page-query.ts"

const query = z.object({
  sort: z.enum(boardSorts).catch(plainView.sort),
  way: z.enum(["up", "down"]).optional().catch(undefined),
  q: z.string().trim().max(80).catch(""),
  state: z.enum(boardStates).catch(plainView.state),
  alerts: z.literal("on").optional().catch(undefined),
  page: pageNumber(),
})

/** Names begin with A; of figures the highest comes first. */
const startsDown = (sort: BoardSort) => sort !== "name"

/** The view that an address asks for; what makes no sense is left at what is usual. `by`: a column's button without scripts. */
export function viewOf(address: string): BoardView {
  const asked = new URL(address).searchParams
  const { sort, way, q, state, alerts, page } = query.parse(Object.fromEntries(asked))
  const view = { sort, down: way ? way === "down" : startsDown(sort), text: q, state, alerts: alerts === "on", page }
  const by = boardSorts.find((column) => column === asked.get("by"))
  return by ? sortedBy(view, by) : view
}

/** By this column, or the other way round when it is by this column already. */
export function sortedBy(view: BoardView, sort: BoardSort): BoardView {
  return { ...view, sort, down: view.sort === sort ? !view.down : startsDown(sort), page: 1 }
}

/** The address of a view, without what is usual. */
export function boardPath({ sort, down, text, state, alerts, page }: BoardView): string {
  const said = new URLSearchParams()
  if (sort !== plainView.sort) said.set("sort", sort)
  if (down !== startsDown(sort)) said.set("way", down ? "down" : "up")
  if (text !== "") said.set("q", text)
  if (state !== "all") said.set("state", state)
  if (alerts) said.set("alerts", "on")
  if (page > 1) said.set("page", String(page))
  return said.size > 0 ? `/?${said}` : "/"
}
