import { once } from "node:events"
import { z } from "zod"
import { nameStatements } from "#prisma/statement-name.ts"
import { runProof } from "./run-proof.ts"
import { modes } from "./town.ts"

const sliceWish = z.object({
  ownerUrl: z.string(),
  mode: z.enum(modes),
  operations: z.number(),
  seed: z.number(),
  tenants: z.number(),
})

/** One slice of a proof, in a process of its own: the first message is the wish, the last one that it sends the report. */
const [said] = await once(process, "message")
process.once("disconnect", () => process.exit(1))
nameStatements(2_000)
const report = await runProof({
  ...sliceWish.parse(said),
  onProgress: (done, breaches) => process.send?.({ kind: "progress", done, breaches }),
})
process.send?.({ kind: "report", report }, () => process.disconnect())
