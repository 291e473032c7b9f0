import { branded } from "#server/kernel/brand.ts"
import { isFenced } from "./fence.ts"
import { requireScope, type Scope } from "./scope.ts"

type Operation = (args?: unknown) => unknown

/**
 * The shared client as one unit of work may see it: models and operations that can be scoped, nothing of the client behind them,
 * and only while that unit of work is the running one.
 */
export function rowsIn<R extends object>(scope: Scope, shared: R): R {
  return new Proxy(shared, {
    get(target, model) {
      if (typeof model !== "string" || model === "then") return undefined
      const delegate: unknown = model.startsWith("$") ? undefined : Reflect.get(target, model)
      if (typeof delegate !== "object" || delegate === null) throw new Error(`${model} cannot be scoped to a tenant`)
      return modelIn(scope, delegate)
    },
  })
}

function modelIn(scope: Scope, delegate: object): object {
  return new Proxy(delegate, {
    get(target, operation) {
      if (typeof operation !== "string" || operation === "then") return undefined
      if (!isFenced(operation)) throw new Error(`${operation} cannot be scoped to a tenant`)
      const run = branded<Operation>(Reflect.get(target, operation))
      return (args?: unknown) => {
        try {
          requireScope(scope)
        } catch (error) {
          return Promise.reject(error)
        }
        return run(args)
      }
    },
  })
}
