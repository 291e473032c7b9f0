/** For domain code: statements that share a piece are put together from pieces, never from text. */
export { type SqlPart, sqlPart } from "#prisma/sql.ts"
