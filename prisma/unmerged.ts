import { branded } from "#server/kernel/brand.ts"

interface Inside {
  readonly _requestHandler?: { readonly dataloader?: { readonly options?: { batchBy?: unknown } } }
}

/**
 * Prisma gathers unique look-ups of one tick and sends all of them from within the first caller's: they would run in another's unit of work.
 * Here each goes by itself.
 * @throws Error where the client is not built as it was
 */
export function unmerged<C extends object>(client: C): C {
  const options = branded<Inside>(client)._requestHandler?.dataloader?.options
  if (typeof options?.batchBy !== "function") throw new Error("this Prisma client merges look-ups in a way that is not known")
  options.batchBy = () => undefined
  return client
}
