import { z } from "zod"
import { type Child, openChild } from "./in-child.ts"

export interface CrowdWish {
  readonly kind: "product" | "bare"
  readonly port: number
  readonly host: string
  readonly productId: string
  readonly variantId: string
}

/** When each revision was heard, by revision, and how many frames came. */
export interface Heard {
  readonly times: ReadonlyMap<number, readonly number[]>
  readonly frames: number
}

/** Open pages, in processes of their own. */
export interface Crowd {
  readonly sockets: number
  /** Since the last time. Waits for what is on its way. */
  hear(): Promise<Heard>
  end(): Promise<void>
}

const floats = z.instanceof(Float64Array)
const said = z.union([z.object({ open: z.number() }), z.object({ revisions: floats, times: floats, frames: z.number() })])
const perProcess = 1_000
const onTheirWayMs = 2_500

export async function openCrowd(wish: CrowdWish, sockets: number): Promise<Crowd> {
  const children: Child<z.output<typeof said>>[] = []
  const end = async () => void (await Promise.all(children.map((child) => child.end())))
  try {
    for (let opened = 0; opened < sockets; opened += perProcess) {
      const some = Math.min(perProcess, sockets - opened)
      const child = openChild("sockets.ts", { ...wish, sockets: some }, (text) => said.parse(text))
      children.push(child)
      await child.next(180_000)
    }
  } catch (error) {
    await end()
    throw error
  }
  const hear = async () => {
    await new Promise((resolve) => setTimeout(resolve, onTheirWayMs))
    const times = new Map<number, number[]>()
    let frames = 0
    for (const child of children) {
      child.tell({})
      const notes = await child.next(60_000)
      if (!("times" in notes)) throw new Error("the sockets did not report")
      frames += notes.frames
      for (const [at, revision] of notes.revisions.entries()) listOf(times, revision).push(notes.times[at] ?? 0)
    }
    return { times, frames }
  }
  return { sockets, hear, end }
}

function listOf(times: Map<number, number[]>, revision: number): number[] {
  const list = times.get(revision) ?? []
  times.set(revision, list)
  return list
}
