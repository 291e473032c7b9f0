import { branded } from "#server/kernel/brand.ts"
import { present } from "#server/kernel/assert.ts"
import type { Rounds } from "#server/ports/rounds.ts"

/** What fits into one round: beyond it a statement takes longer than it saves. */
const mostPerRound = 512

type Serve = (wishes: readonly unknown[]) => Promise<readonly unknown[]>

interface Guest {
  readonly wish: unknown
  readonly serve: Serve
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: unknown) => void
}

export function createRounds(): Rounds {
  const attending = new Map<string, number>()
  /** Keys with a round under way, and who waits for the next. */
  const tables = new Map<string, Guest[]>()

  const shared = new Map<string, Promise<unknown>>()

  const count = (keys: readonly string[], change: 1 | -1) => {
    for (const key of keys) {
      const now = (attending.get(key) ?? 0) + change
      if (now > 0) attending.set(key, now)
      else attending.delete(key)
    }
  }

  async function serveAll(key: string, guests: Guest[]): Promise<void> {
    while (guests.length > 0) await serveRound(guests.splice(0, mostPerRound))
    tables.delete(key)
  }

  return {
    share<T>(key: string, run: () => Promise<T>): Promise<T> {
      const outcome = shared.get(key) ?? run().finally(() => shared.delete(key))
      shared.set(key, outcome)
      return branded<Promise<T>>(outcome)
    },
    crowd: (keys) => Math.max(0, ...keys.map((key) => attending.get(key) ?? 0)),
    async attend(keys, run) {
      count(keys, 1)
      try {
        return await run()
      } finally {
        count(keys, -1)
      }
    },
    join<Wish, Answer>(
      keys: readonly string[],
      wish: Wish,
      serve: (wishes: readonly Wish[]) => Promise<readonly Answer[]>,
    ): Promise<Answer> {
      return new Promise((resolve, reject) => {
        const guest = { wish, serve: branded<Serve>(serve), resolve: branded<Guest["resolve"]>(resolve), reject }
        const key = present(keys.find((known) => tables.has(known)) ?? keys[0], "key of a round")
        const waiting = tables.get(key)
        if (waiting) waiting.push(guest)
        else {
          const guests = [guest]
          tables.set(key, guests)
          // Whoever comes in this very moment belongs to the first round.
          queueMicrotask(() => void serveAll(key, guests))
        }
      })
    },
  }
}

async function serveRound(guests: readonly Guest[]): Promise<void> {
  try {
    const [first] = guests
    const answers = (await first?.serve(guests.map(({ wish }) => wish))) ?? []
    guests.forEach(({ resolve, reject }, place) => {
      if (place < answers.length) resolve(answers[place])
      else reject(new Error("a round left somebody without an answer"))
    })
  } catch (error) {
    for (const { reject } of guests) reject(error)
  }
}
