import { branded } from "#server/kernel/brand.ts"
import { Prisma } from "./generated/client.ts"

/** Models that belong to no shop: the platform's role alone sees them. */
export const platformModels: ReadonlySet<string> = new Set([
  ...["Tenant", "Domain", "Account", "AccountSession", "PlatformAudit", "PlatformUse"],
  ...["PulseSample", "PulseMinute", "FaultNote", "AlertRule", "Alert"],
])

/** Scalar field names of each tenant model, from the generated client. A model that is neither a tenant's nor the platform's is an error. */
export const tenantModels: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.keys(Prisma.ModelName)
    .filter((model) => !platformModels.has(model))
    .map((model) => {
      const fields = branded<Record<string, Record<string, string> | undefined>>(Prisma)[`${model}ScalarFieldEnum`]
      if (!fields || !("tenantId" in fields)) throw new Error(`${model} has no tenant and is not named as the platform's`)
      return [model, new Set(Object.keys(fields))] as const
    }),
)
