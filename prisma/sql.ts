import { Prisma, type PrismaClient } from "./generated/client.ts"

type Transaction = Pick<PrismaClient, "$queryRaw">

/** Runs one parameterised statement in the unit of work and answers its rows. Row-level security scopes it; name the tenant all the same. */
export type Sql = <Row>(text: TemplateStringsArray, ...values: readonly unknown[]) => Promise<Row[]>

export function sqlOf(transaction: Transaction): Sql {
  return <Row>(text: TemplateStringsArray, ...values: readonly unknown[]) =>
    transaction.$queryRaw<Row[]>(Prisma.sql(text, ...values))
}
