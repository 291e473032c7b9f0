import type { TenantContext } from "#server/context/tenant-context.ts"

export interface TaxRateRow {
  readonly id: string
  readonly country: string
  /** Empty: the whole country. */
  readonly region: string
  readonly name: string
  readonly basisPoints: number
  readonly included: boolean
}

export function listTaxRates(ctx: TenantContext): Promise<TaxRateRow[]> {
  return ctx.read(({ rows }) =>
    rows.taxRate.findMany({
      select: { id: true, country: true, region: true, name: true, basisPoints: true, included: true },
      orderBy: [{ country: "asc" }, { region: "asc" }],
    }),
  )
}
