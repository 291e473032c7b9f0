import { useText } from "#app/text/text.tsx"
import { Field } from "#app/ui/field.tsx"
import { Select } from "#app/ui/select.tsx"
import { TextInput } from "#app/ui/text-input.tsx"
import { type BoardOrder, boardOrders } from "./board-rows.ts"

interface Props {
  filter: string
  setFilter: (filter: string) => void
  order: BoardOrder
  setOrder: (order: BoardOrder) => void
}

export function BoardTools({ filter, setFilter, order, setOrder }: Props) {
  const t = useText("admin")
  return (
    <div className="my-5 flex flex-wrap gap-4">
      <Field label={t("live.filter")}>
        <TextInput type="search" value={filter} onChange={(event) => setFilter(event.target.value)} />
      </Field>
      <Field label={t("live.sort")}>
        <Select
          value={order}
          choices={boardOrders.map((value) => ({ value, label: t(`live.sort.${value}`) }))}
          onChange={(event) => setOrder(boardOrders.find((one) => one === event.target.value) ?? "orders")}
        />
      </Field>
    </div>
  )
}
