import { branded } from "#server/kernel/brand.ts"
import { fenceArgs, isFenced } from "./fence.ts"
import { tenantModels } from "./models.ts"
import { handOut, requireScope, type Scope } from "./scope.ts"

type Operation = (args?: unknown) => unknown

/**
 * The client as one tenant's unit of work may see it: tenants' models, operations that can be scoped and are, nothing of the client behind
 * them, and only while that unit of work is the running one. Around the client rather than an extension of it, which costs twice as much.
 */
export function rowsIn<R extends object>(scope: Scope, client: R, tenantId: string): R {
  return new Proxy(client, {
    get(target, delegate) {
      if (typeof delegate !== "string" || delegate === "then") return undefined
      if (delegate.startsWith("$")) throw new Error(`${delegate} cannot be scoped to a tenant`)
      const model = (delegate[0] ?? "").toUpperCase() + delegate.slice(1)
      if (!tenantModels.has(model)) throw new Error(`${model} is not a tenant's: it needs the platform's role`)
      return modelIn(scope, model, branded<object>(Reflect.get(target, delegate)), tenantId)
    },
  })
}

/** Operations that are one statement each. */
const single: ReadonlySet<string> = new Set(["updateMany", "deleteMany", "createMany"])

function modelIn(scope: Scope, model: string, delegate: object, tenantId: string): object {
  return new Proxy(delegate, {
    get(target, operation) {
      if (typeof operation !== "string" || operation === "then") return undefined
      if (!isFenced(operation)) throw new Error(`${operation} cannot be scoped to a tenant`)
      const run = branded<Operation>(Reflect.get(target, operation))
      return (args?: unknown) => {
        try {
          requireScope(scope)
          return handOut(scope, run(fenceArgs(model, operation, args, tenantId)), single.has(operation))
        } catch (error) {
          return Promise.reject(error)
        }
      }
    },
  })
}
