import { fragment } from "#prisma/sql.ts"

/** For domain code: statements that share a piece are put together from pieces, never from text. */
export { fragment }
export type Fragment = ReturnType<typeof fragment>
