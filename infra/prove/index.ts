import { proveDelivery } from "./prove-delivery.ts"
import { proveIsolation } from "./prove-isolation.ts"
import { proveMoney } from "./prove-money.ts"
import { proveMutants } from "./prove-mutants.ts"
import { proveOutbox } from "./prove-outbox.ts"
import { proveOversell } from "./prove-oversell.ts"
import { proveSearch } from "./prove-search.ts"
import { proveTraining } from "./prove-training.ts"

const proofs: Readonly<Record<string, (args: readonly string[]) => Promise<boolean>>> = {
  isolation: proveIsolation,
  delivery: proveDelivery,
  money: proveMoney,
  "isolation-mutants": proveMutants,
  outbox: proveOutbox,
  oversell: proveOversell,
  search: proveSearch,
  training: proveTraining,
}

const [name = "", ...args] = process.argv.slice(2)
const prove = proofs[name]
if (!prove) {
  process.stderr.write(`There are proofs of: ${Object.keys(proofs).join(", ")}.\n`)
  process.exit(1)
}
process.exit((await prove(args)) ? 0 : 1)
