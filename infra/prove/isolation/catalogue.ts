import type { ClientBase } from "pg"

const platformTables = [
  ...["tenant", "domain", "account", "account_session", "platform_audit", "platform_use"],
  ...["pulse_sample", "pulse_minute", "fault_note", "alert_rule", "alert"],
]
const appendOnly = ["posting", "entry", "platform_audit", "platform_use", "stock_movement"]
const isTenantTable = `c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations' and not c.relname = any($1)`
const fence = "(tenant_id = ( SELECT tenant_in_scope() AS tenant_in_scope))"

/** Each answers sentences about what is missing; $1 is the platform's tables, $2 those that only grow. */
const questions: readonly string[] = [
  `select format('%s has no tenant_id that is never empty', c.relname) as said from pg_class c where ${isTenantTable}
    and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and a.attnotnull)`,
  `select format('%s lacks row-level security, enabled and forced', c.relname) as said from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> '_prisma_migrations'
    and not (c.relrowsecurity and c.relforcerowsecurity)`,
  `select format('%s has no policy that keeps the app to the tenant in scope, reading and writing', c.relname) as said from pg_class c
    where ${isTenantTable} and not exists (select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname
      and p.roles = '{rialto_app}' and p.permissive = 'PERMISSIVE' and p.cmd = 'ALL'
      and p.qual = '${fence}' and p.with_check = '${fence}')`,
  `select format('%s has a policy too many: %s', p.tablename, p.policyname) as said from pg_policies p
    where p.schemaname = 'public' and p.policyname not in ('tenant_fence', 'platform_pass')`,
  `select format('%s lets more in than the platform', p.tablename) as said from pg_policies p
    where p.schemaname = 'public' and p.policyname = 'platform_pass' and p.roles <> '{rialto_platform}'`,
  `select format('tenant shows the app other shops than its own') as said where not exists (select from pg_policies p
    where p.schemaname = 'public' and p.tablename = 'tenant' and p.policyname = 'tenant_fence'
    and p.qual = '(id = NULLIF(current_setting(''rialto.tenant''::text, true), ''''::text))')`,
  `select format('%s is unique across tenants: it must start with tenant_id', i.indexrelid::regclass) as said
    from pg_index i join pg_class c on c.oid = i.indrelid left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
    where ${isTenantTable} and i.indisunique and a.attname is distinct from 'tenant_id'`,
  `select format('%s has no primary key that starts with tenant_id', c.relname) as said from pg_class c where ${isTenantTable}
    and not exists (select from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indrelid = c.oid and i.indisprimary and a.attname = 'tenant_id')`,
  `select format('%s of %s crosses tenants: it must start with tenant_id on both sides', k.conname, c.relname) as said
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    join pg_attribute mine on mine.attrelid = k.conrelid and mine.attnum = k.conkey[1]
    join pg_attribute theirs on theirs.attrelid = k.confrelid and theirs.attnum = k.confkey[1]
    where ${isTenantTable} and k.contype = 'f' and k.confrelid <> 'tenant'::regclass
    and (mine.attname <> 'tenant_id' or theirs.attname <> 'tenant_id')`,
  `select format('%s may %s on %s', g.grantee, g.privilege_type, g.table_name) as said from information_schema.role_table_grants g
    where g.table_schema = 'public' and g.grantee in ('rialto_app', 'rialto_platform', 'PUBLIC') and (
      g.grantee = 'PUBLIC' or g.table_name = '_prisma_migrations' or g.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')
      or (g.table_name = any($2) and g.privilege_type not in ('SELECT', 'INSERT'))
      or (g.grantee = 'rialto_app' and g.table_name = any($1) and not (g.table_name = 'tenant' and g.privilege_type = 'SELECT')))`,
  `select format('the app may change %s of tenant', g.column_name) as said from information_schema.column_privileges g
    where g.table_schema = 'public' and g.table_name = 'tenant' and g.grantee = 'rialto_app' and g.privilege_type = 'UPDATE'
    and g.column_name not in ('name', 'tagline', 'theme')`,
  `select 'tenant_in_scope says another tenant than the one in scope, or lets guests of a suspended shop in' as said
    where (select count(*) from pg_proc p where p.proname = 'tenant_in_scope' and p.pronamespace = 'public'::regnamespace
      and p.prosrc ~ 'named CONSTANT TEXT := nullif\\(current_setting\\(''rialto.tenant'', true\\), ''''\\);'
      and p.prosrc ~ 'current_setting\\(''rialto.guest'', true\\) = ''on''' and p.prosrc ~ 'id = named AND status <> ''active'''
      and p.prosrc ~ 'RETURN named;' and regexp_count(p.prosrc, 'return', 1, 'i') = 1) <> 1`,
  `select format('%s passes the fence by the right of its owner', c.relname) as said from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')`,
  `select format('%s runs with the rights of its owner', p.proname) as said from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef`,
  `select format('%s could step past the fence', r.rolname) as said from pg_roles r where r.rolname in ('rialto_app', 'rialto_platform')
    and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication
      or exists (select from pg_auth_members m where m.member = r.oid)
      or exists (select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace))`,
]

/** What a database lacks of the second fence, a sentence each. Empty: nothing. */
export async function catalogueComplaints(owner: ClientBase): Promise<string[]> {
  const said: string[] = []
  for (const question of questions) {
    const values = question.includes("$2") ? [platformTables, appendOnly] : question.includes("$1") ? [platformTables] : []
    const { rows } = await owner.query<{ said: string }>(question, values)
    said.push(...rows.map((row) => row.said))
  }
  return said
}
