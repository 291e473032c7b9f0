import { z } from "zod"

const name = z.string().regex(/^[0-9a-z]{1,32}$/)
const counts = z.array(z.tuple([z.string().max(300), z.number().int().min(0)]))
const said = { node: name, nth: z.number().int(), address: z.string().max(100).optional(), counts }

/** What web nodes say to each other: how many are where, and where they themselves can be reached. Nobody's name is among it. */
export const nodeWords = z.discriminatedUnion("kind", [
  /** What changed since the words before it. */
  z.object({ kind: z.literal("beat"), ...said }),
  /** All there is. */
  z.object({ kind: z.literal("whole"), ...said }),
  z.object({ kind: z.literal("ask"), node: name, of: name.optional() }),
  z.object({ kind: z.literal("bye"), node: name }),
])
export type NodeWords = z.infer<typeof nodeWords>

/** Undefined: of a program that speaks otherwise. */
export function readWords(text: string): NodeWords | undefined {
  try {
    return nodeWords.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
