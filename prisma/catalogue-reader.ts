import { PrismaPg } from "@prisma/adapter-pg"
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils"
import type { Pool, QueryResult } from "pg"

const internalChar = 18
const character = 1042

/**
 * PrismaPg that can read the system catalogues, too: they are full of PostgreSQL's internal type "char", which the adapter
 * does not know and the schema engine insists on.
 */
export function catalogueReader(pool: Pool): PrismaPg {
  const charColumns = new WeakMap<object, number[]>()
  const query = pool.query.bind(pool)
  const queryNoting = async (...call: unknown[]) => {
    const answer: QueryResult = await Reflect.apply(query, pool, call)
    const found = (answer.fields ?? []).flatMap((field, index) => (field.dataTypeID === internalChar ? [index] : []))
    for (const index of found) Object.assign(answer.fields[index] ?? {}, { dataTypeID: character })
    charColumns.set(answer.rows, found)
    return answer
  }
  Object.defineProperty(pool, "query", { value: queryNoting })

  const factory = new PrismaPg(pool)
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (wish) => {
      const answer = await queryRaw(wish)
      for (const index of charColumns.get(answer.rows) ?? []) answer.columnTypes[index] = ColumnTypeEnum.Character
      return answer
    }
    return adapter
  }
  return factory
}
