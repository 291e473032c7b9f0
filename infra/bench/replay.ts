import pg from "pg"
import { latenciesOf, rounded } from "./latencies.ts"
import type { Statement } from "./statements.ts"

export interface ReplayFigures {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
}

export interface ReplayWish {
  readonly url: string
  readonly statements: readonly Statement[]
  readonly connections: number
  readonly forMs: number
  /** Other values for each round, where the same ones would not do twice. */
  readonly renew?: () => (value: string | null) => string | null
}

/** The same statements, prepared, by bare `pg` and nothing else: transaction after transaction, each sent without waiting within. */
export async function replay({ url, statements, connections, forMs, renew }: ReplayWish): Promise<ReplayFigures> {
  const groups = transactionsOf(statements)
  const names = new Map([...new Set(statements.map(({ text }) => text))].map((text, at) => [text, `r${at}`]))
  const millis: number[] = []
  const began = performance.now()
  const run = async () => {
    const client = new pg.Client({ connectionString: url, pipeline: true })
    await client.connect()
    while (performance.now() - began < forMs) {
      const since = performance.now()
      const fresh = renew?.() ?? ((value) => value)
      for (const group of groups) {
        await Promise.all(
          group.map(({ text, values }) =>
            values.length === 0
              ? client.query(text)
              : client.query({ name: names.get(text) ?? "", text, values: values.map(fresh) }),
          ),
        )
      }
      millis.push(performance.now() - since)
    }
    await client.end()
  }
  await Promise.all(Array.from({ length: connections }, run))
  const { p50, p95 } = latenciesOf(millis)
  return { perSecond: rounded(millis.length / ((performance.now() - began) / 1_000), 1), p50, p95 }
}

/** In the order in which they ended, as they were on each connection. */
export function transactionsOf(statements: readonly Statement[]): Statement[][] {
  const open = new Map<number, Statement[]>()
  const done: Statement[][] = []
  for (const statement of statements) {
    const group = open.get(statement.session) ?? []
    open.set(statement.session, [...group, statement])
    if (!/^\s*(COMMIT|ROLLBACK)/i.test(statement.text)) continue
    done.push([...group, statement])
    open.delete(statement.session)
  }
  return [...done, ...open.values()]
}
