import type { LoadContext } from "#server/http/context/load-context.ts"

declare module "@remix-run/node" {
  interface AppLoadContext extends LoadContext {}
}
declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends LoadContext {}
}

export type { LoadContext, SignedInAccount, SignedInCustomer } from "#server/http/context/load-context.ts"
