import { Form, useNavigate } from "@remix-run/react"
import { type FormEvent, useEffect, useRef, useState } from "react"
import { useText } from "#app/text/text.tsx"
import { Button } from "#app/ui/button.tsx"
import { Field } from "#app/ui/field.tsx"
import { Select } from "#app/ui/select.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import { type BoardView, boardSorts, boardStates } from "#server/messages/pulse.ts"
import { boardFormId } from "./board-table.tsx"
import { boardPath } from "./board-view.ts"

const typingMs = 250

/** Which shops, and in which order. A plain form; with scripts every change counts at once. */
export function BoardTools({ view }: { view: BoardView }) {
  const t = useText("admin")
  const navigate = useNavigate()
  const [text, setText] = useState(view.text)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const show = (change: Partial<BoardView>) => {
    clearTimeout(timer.current)
    navigate(boardPath({ ...view, text, page: 1, ...change }), { preventScrollReset: true, replace: true })
  }
  const now = (event: FormEvent) => {
    event.preventDefault()
    show({})
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const type = (typed: string) => {
    setText(typed)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => show({ text: typed }), typingMs)
  }
  return (
    <Form id={boardFormId} method="get" role="search" className="board-tools" onSubmit={now}>
      <input type="hidden" name="way" value={view.down ? "down" : "up"} />
      <Field label={t("live.filter")}>
        <TextInput type="search" name="q" maxLength={80} value={text} onChange={(event) => type(event.target.value)} />
      </Field>
      <Field label={t("live.status")}>
        <Select
          name="state"
          value={view.state}
          choices={boardStates.map((value) => ({ value, label: t(`live.state.${value}`) }))}
          onChange={(event) => show({ state: boardStates.find((one) => one === event.target.value) ?? "all" })}
        />
      </Field>
      <Field label={t("live.sort")}>
        <Select
          name="sort"
          value={view.sort}
          choices={boardSorts.map((value) => ({ value, label: t(`live.sort.${value}`) }))}
          onChange={(event) => {
            const sort = boardSorts.find((one) => one === event.target.value) ?? "orders"
            show({ sort, down: sort !== "name" })
          }}
        />
      </Field>
      <label className="board-check">
        <input
          type="checkbox"
          name="alerts"
          value="on"
          checked={view.alerts}
          onChange={(event) => show({ alerts: event.target.checked })}
        />
        {t("live.only-alerts")}
      </label>
      <noscript>
        <Button look="secondary">{t("live.apply")}</Button>
      </noscript>
    </Form>
  )
}
