import type { Database } from "./client.ts"
import { sqlIn } from "./sql.ts"

interface Powers {
  readonly role: string
  readonly bypasses: boolean
  readonly owns: string | null
  readonly open: string | null
}

/**
 * The second fence only holds for a role that cannot step over it: asked once, at the start.
 * @throws Error saying what is wrong: a role that bypasses row-level security, by itself or as somebody's member, that owns a table, or a
 * table whose row-level security is off.
 */
export async function requirePowerless(database: Database): Promise<void> {
  const [powers] = await database.unitOfWork(
    { kind: "platform", mode: "read" },
    (scope) => sqlIn(scope)<Powers>`
    select current_user::text as role,
      exists (select from pg_roles r where pg_has_role(current_user, r.oid, 'MEMBER') and (r.rolsuper or r.rolbypassrls)) as bypasses,
      (select c.relname::text from pg_class c where c.relnamespace = 'public'::regnamespace
        and pg_has_role(current_user, c.relowner, 'MEMBER') limit 1) as owns,
      (select c.relname::text from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and c.relname <> '_prisma_migrations' and not (c.relrowsecurity and c.relforcerowsecurity) limit 1) as open`,
  )
  if (!powers) throw new Error("the database did not say what our role may do")
  const { role, bypasses, owns, open } = powers
  if (bypasses) throw new Error(`${role} can bypass row-level security: connect as a role that cannot (see infra/decisions/0002)`)
  if (owns !== null) throw new Error(`${role} owns ${owns}: connect as a role that owns nothing (see infra/decisions/0002)`)
  if (open !== null) throw new Error(`row-level security is off for ${open}: migrate the database first`)
}
