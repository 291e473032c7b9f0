import { badRequest } from "./api-fault.ts"
import type { Kind, Snapshot, View } from "./records.ts"
import { show } from "./show.ts"

const kindByPrefix = {
  pi: "intent",
  ch: "charge",
  pm: "method",
  re: "refund",
  cus: "customer",
  txn: "transaction",
  acct: "account",
  tr: "transfer",
  trr: "reversal",
} as const satisfies Record<string, Kind>

/** Puts whole objects in the place of ids, as `expand[]` asks: `latest_charge.balance_transaction`, `data.latest_charge`. */
export function expanded(view: View, object: object, paths: readonly string[]): object {
  return paths.reduce((whole, path) => expandedAt(view, whole, path.split("."), path), object)
}

function expandedAt(view: View, object: object, steps: readonly string[], path: string): object {
  const [step, ...rest] = steps
  if (step === undefined) return object
  const value: unknown = new Map(Object.entries(object)).get(step)
  if (value === undefined) throw badRequest(`This property cannot be expanded (${path.slice(0, 80)}).`, undefined, "expand")
  return { ...object, [step]: expandedValue(view, value, rest, path) }
}

function expandedValue(view: View, value: unknown, rest: readonly string[], path: string): unknown {
  if (Array.isArray(value)) return value.map((one) => expandedValue(view, one, rest, path))
  if (typeof value === "object" && value !== null) return expandedAt(view, value, rest, path)
  if (typeof value !== "string") return value
  const found = byId(view, value)
  return found ? expandedAt(view, show(view, found), rest, path) : value
}

function byId(view: View, id: string): Snapshot | undefined {
  const prefix = id.slice(0, Math.max(id.indexOf("_"), 0))
  return isPrefix(prefix) ? snapshot(view, kindByPrefix[prefix], id) : undefined
}

function isPrefix(text: string): text is keyof typeof kindByPrefix {
  return Object.hasOwn(kindByPrefix, text)
}

function snapshot(view: View, kind: Snapshot["kind"], id: string): Snapshot | undefined {
  switch (kind) {
    case "intent": {
      const record = view.draft.get("intent", id)
      return record && { kind, record }
    }
    case "charge": {
      const record = view.draft.get("charge", id)
      return record && { kind, record }
    }
    case "method": {
      const record = view.draft.get("method", id)
      return record && { kind, record }
    }
    case "refund": {
      const record = view.draft.get("refund", id)
      return record && { kind, record }
    }
    case "customer": {
      const record = view.draft.get("customer", id)
      return record && { kind, record }
    }
    case "transfer": {
      const record = view.draft.get("transfer", id)
      return record && { kind, record }
    }
    case "reversal": {
      const record = view.draft.get("reversal", id)
      return record && { kind, record }
    }
    case "account": {
      const record = view.draft.get("account", id)
      return record && { kind, record }
    }
    case "transaction": {
      const record = view.draft.get("transaction", id)
      return record && { kind, record }
    }
  }
}
