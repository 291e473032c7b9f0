import type { SqlMutant } from "./mutant.ts"

const mine = "tenant_id = (select tenant_in_scope())"
const inScope = (body: string) =>
  `create or replace function tenant_in_scope() returns text language plpgsql stable as $$ ${body} $$`
const repolicy = (table: string, using: string, check: string) =>
  `drop policy tenant_fence on "${table}"; create policy tenant_fence on "${table}" to rialto_app using (${using}) with check (${check})`

/** Mistakes in policies, keys, grants and roles. */
export const sqlMutants: readonly SqlMutant[] = [
  { name: "a policy is dropped", sql: "drop policy tenant_fence on product" },
  { name: "row-level security is off for a table", sql: `alter table "order" disable row level security` },
  { name: "row-level security is not forced", sql: "alter table payment no force row level security" },
  { name: "a policy lets everybody read", sql: repolicy("customer", "true", mine) },
  { name: "a policy lets everybody write", sql: repolicy("cart", mine, "true") },
  {
    name: "a policy forgets those who set no tenant",
    sql: repolicy("variant", `${mine} or nullif(current_setting('rialto.tenant', true), '') is null`, mine),
  },
  {
    name: "a policy forgets that a shop may be suspended",
    sql: repolicy(
      "order_line",
      "tenant_id = nullif(current_setting('rialto.tenant', true), '')",
      "tenant_id = nullif(current_setting('rialto.tenant', true), '')",
    ),
  },
  {
    name: "nobody asks whether a shop is suspended",
    sql: inScope("begin return nullif(current_setting('rialto.tenant', true), ''); end"),
  },
  {
    name: "the tenant in scope is whoever comes first",
    sql: inScope(
      "declare named constant text := nullif(current_setting('rialto.tenant', true), ''); begin return (select min(id) from tenant); end",
    ),
  },
  {
    name: "a policy is about another column",
    sql: repolicy("outbox_event", "id = nullif(current_setting('rialto.tenant', true), '')", mine),
  },
  { name: "a policy compares only the beginning", sql: repolicy("signal", "starts_with(tenant_id, 'ten_')", mine) },
  { name: "a second policy opens the first", sql: "create policy everyone on picture for select to rialto_app using (true)" },
  { name: "a second policy opens deletes", sql: "create policy sweep on cart for delete to rialto_app using (true)" },
  { name: "the platform's policy is everybody's", sql: "alter policy platform_pass on membership to public" },
  {
    name: "a shop sees the other shops",
    sql: `drop policy tenant_fence on tenant; create policy tenant_fence on tenant to rialto_app using (true)`,
  },
  {
    name: "a primary key without the tenant",
    sql: "alter table picture drop constraint picture_pkey; delete from picture; alter table picture add primary key (id)",
  },
  {
    name: "a primary key with the tenant last",
    sql: "alter table shipment drop constraint shipment_pkey; alter table shipment add primary key (id, tenant_id)",
  },
  { name: "a unique slug across tenants", sql: `create unique index on product (slug)` },
  { name: "a unique e-mail across tenants", sql: "create unique index on customer (email) include (tenant_id)" },
  { name: "a unique expression across tenants", sql: "create unique index on category (lower(slug))" },
  {
    name: "a foreign key without the tenant",
    sql: `alter table category add constraint single unique (id); alter table product add constraint lone foreign key (category_id) references category (id)`,
  },
  {
    name: "a foreign key that takes the tenant from elsewhere",
    sql: 'alter table shipment add constraint crossed foreign key (carrier, order_id) references "order" (tenant_id, id)',
  },
  { name: "the app reads accounts", sql: "grant select on account to rialto_app" },
  { name: "the app reads the audit", sql: "grant select on platform_audit to rialto_app" },
  { name: "the app truncates", sql: "grant truncate on cart to rialto_app" },
  { name: "the app reopens itself", sql: "grant update (status) on tenant to rialto_app" },
  { name: "the app sets its commission", sql: "grant update (commission_bps) on tenant to rialto_app" },
  { name: "the app edits the ledger", sql: "grant update on entry to rialto_app" },
  { name: "the platform changes what it counted of itself", sql: "grant update on platform_use to rialto_platform" },
  { name: "the platform deletes from the audit", sql: "grant delete on platform_audit to rialto_platform" },
  { name: "everybody reads orders", sql: `grant select on "order" to public` },
  {
    name: "the app bypasses row-level security",
    sql: "alter role rialto_app bypassrls",
    undo: "alter role rialto_app nobypassrls",
  },
  {
    name: "the app is a member of the platform",
    sql: "grant rialto_platform to rialto_app",
    undo: "revoke rialto_platform from rialto_app",
  },
  { name: "the app owns a table", sql: "alter table cart owner to rialto_app" },
  {
    name: "a table without a tenant",
    sql: "create table note (id text primary key); grant select, insert on note to rialto_app",
  },
  {
    name: "a table without a policy",
    sql: "create table note (tenant_id text not null, id text, primary key (tenant_id, id)); grant select on note to rialto_app",
  },
  {
    name: "a view that its owner reads",
    sql: "create view bestsellers as select * from order_line; grant select on bestsellers to rialto_app",
  },
  {
    name: "a function with its owner's rights",
    sql: "create function peek() returns bigint language sql security definer as 'select count(*) from customer'",
  },
]
