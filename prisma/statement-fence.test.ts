import { describe, expect, it } from "vitest"
import { fragment } from "./sql.ts"
import { fenceStatement } from "./statement-fence.ts"

const [a, b] = ["ten_green", "ten_blue"]
const tried = (strings: TemplateStringsArray, ...parts: readonly unknown[]) => {
  const { text, values } = fragment(strings, ...parts)
  return () => fenceStatement(text, values, a)
}

describe("a value that looks like a tenant's id is a value like any other", () => {
  it.each([
    ["compared with a column", tried`select id from product where tenant_id = ${a} and (slug = ${b} or title ilike ${b})`],
    [
      "searched for",
      tried`select d.id from search_document d, (select search_fold(${b}) as w) q where d.tenant_id = ${a} and d.words @@ q.w`,
    ],
    [
      "in a list",
      tried`select id from variant where tenant_id = ${a} and id = any(${[b, "x"]}::text[]) and sku in (${b}, ${"x"})`,
    ],
    ["written", tried`insert into category (tenant_id, id, name) values (${a}, ${b}, ${b}), (${a}, ${b}, ${"x"})`],
    [
      "written from elsewhere",
      tried`insert into category as c (tenant_id, id) select ${a}, t.id from unnest(${[b]}::text[]) as t(id)`,
    ],
    ["changed to", tried`update customer set name = ${b} where tenant_id = ${a} and id = ${b}`],
    ["answered", tried`select ${b}::text as name from tenant where id = ${a}`],
    ["alone", tried`select ${b}::text as said`],
  ])("%s", (_where, attempt) => {
    expect(attempt).not.toThrow()
  })
})

describe("another tenant's id is refused where it", () => {
  it.each([
    ["is compared", tried`select id from product where tenant_id = ${b}`],
    ["is compared with a cast", tried`select id from product where tenant_id = ${b}::text`],
    ["comes first", tried`select id from product p where ${b}::text = p.tenant_id`],
    ["is one of several", tried`select id from product where tenant_id in (${a}, ${b})`],
    ["is in an array", tried`select id from product where tenant_id = any(${[a, b]}::text[])`],
    ["is an alternative", tried`select id from product where tenant_id = ${a} or tenant_id = ${b}`],
    ["is written", tried`insert into category (tenant_id, id) values (${b}, ${a})`],
    ["is written in a later row", tried`insert into category (tenant_id, id) values (${a}, ${a}), (${b}, ${a})`],
    [
      "is written from a query",
      tried`insert into category (tenant_id, id) select distinct ${b}::text, id from product where tenant_id = ${a}`,
    ],
    ["is what a row moves to", tried`update category set tenant_id = ${b} where tenant_id = ${a}`],
    ["is renamed", tried`select p.id from product p join (select ${b}::text as tenant_id) x on p.tenant_id = x.tenant_id`],
    ["is a shop's own", tried`select name from tenant t where t.id = ${b}`],
    ["is a shop's own, alone", tried`select name from tenant where id = ${b}`],
    ["is a shop's, changed", tried`update tenant set name = ${a} where id = ${b}`],
    [
      "is a shop's, joined",
      tried`select 1 from product p join tenant t on t.id = p.tenant_id and t.id = ${b} where p.tenant_id = ${a}`,
    ],
  ])("%s", (_where, attempt) => {
    expect(attempt).toThrow("names another tenant")
  })
})

describe("a text is refused, whatever its values, that", () => {
  it.each([
    ["forgets a table", tried`select id from product where id = ${a}`],
    [
      "forgets a table after a comma",
      tried`select 1 from category c, product p where c.tenant_id = ${a} and p.category_id = c.id`,
    ],
    ["forgets a joined table", tried`select 1 from category c join product p on p.category_id = c.id where c.tenant_id = ${a}`],
    ["forgets one of two", tried`select 1 from cart where tenant_id = ${a} and exists (select from cart where id = ${"x"})`],
    [
      "forgets one of two with one name",
      tried`select 1 from cart c where c.tenant_id = ${a} and exists (select from cart c where c.id = ${"x"})`,
    ],
    ["forgets what it takes from", tried`delete from cart using "order" o where cart.tenant_id = ${a} and o.cart_id = cart.id`],
    ["forgets what it reads to write", tried`insert into cart (tenant_id, id) select ${a}, id from cart where id = ${"x"}`],
    ["forgets the shop", tried`select name from tenant where slug = ${a}`],
    [
      "forgets it in parentheses",
      tried`select 1 from (product p join variant v on v.product_id = p.id) where p.tenant_id = ${a}`,
    ],
    ["forgets it in a table of its own", tried`select (table product) where ${a}::text is not null`],
    ["compares it with itself", tried`select 1 from product p where p.tenant_id = p.tenant_id and ${a}::text is not null`],
    [
      "compares it in a circle",
      tried`select 1 from product p join variant v on v.tenant_id = p.tenant_id and p.tenant_id = v.tenant_id`,
    ],
    [
      "compares two in a circle, another alone",
      tried`select 1 from product p join variant v on v.tenant_id = p.tenant_id, cart c join "order" o on o.tenant_id = c.tenant_id where tenant_id = ${a}`,
    ],
    ["compares it with a word", tried`select 1 from product where tenant_id = 'ten_blue' or tenant_id = ${a}`],
    ["compares it with another column", tried`select 1 from product where tenant_id = id and tenant_id = ${a}`],
    ["compares it with less", tried`select 1 from product where tenant_id = ${a} or tenant_id > ${a}`],
    ["compares it with a likeness", tried`select 1 from product where tenant_id = ${a} or tenant_id like ${a}`],
    ["denies it", tried`select 1 from product where tenant_id = ${a} or tenant_id <> ${a}`],
    ["compares it within a row", tried`select 1 from product where (tenant_id, id) = (${a}, ${a})`],
    [
      "is compared with a query's",
      tried`select 1 from product where tenant_id = (select min(tenant_id) from cart where tenant_id = ${a})`,
    ],
    ["writes it late", tried`insert into category (id, tenant_id) values (${a}, ${b})`],
    ["writes none", tried`insert into category (id) values (${a})`],
    ["writes none of what it reads", tried`insert into category (id) select id from product where tenant_id = ${a}`],
    ["writes a word", tried`insert into category (tenant_id, id) values ('ten_blue', ${a})`],
    [
      "writes what it is given",
      tried`insert into category (tenant_id, id) select t.owner, ${a} from unnest(${[b]}::text[]) t(owner)`,
    ],
    [
      "gives its name to something else",
      tried`select p.id from product p join unnest(${[b]}::text[]) x(tenant_id) on p.tenant_id = x.tenant_id`,
    ],
    [
      "gives its name after as",
      tried`select 1 from product p, unnest(${[b]}::text[]) as x (tenant_id) where p.tenant_id = x.tenant_id`,
    ],
    [
      "gives its name to a part",
      tried`with x (tenant_id) as (select ${b}::text) select 1 from product p join x on p.tenant_id = x.tenant_id`,
    ],
    [
      "gives its name to a word",
      tried`select 1 from product p join (select 'ten_blue' as tenant_id) x on p.tenant_id = x.tenant_id`,
    ],
    [
      "gives its name to an id",
      tried`select 1 from product p, (select id as tenant_id from jsonb_to_recordset(${"[]"}) r(id text)) x where p.tenant_id = x.tenant_id and p.tenant_id = ${a}`,
    ],
    ["names nobody", tried`select 1 from product p join somewhere x on p.tenant_id = x.tenant_id`],
    [
      "gives its name without as",
      tried`select 1 from product p join (select ${b}::text tenant_id) x on p.tenant_id = x.tenant_id`,
    ],
    ["gives its name to a record's", tried`select 1 from jsonb_to_recordset(${"[]"}::jsonb) as x(tenant_id text)`],
    ["says two things", tried`select 1; commit`],
    ["leaves the transaction", tried`/**/ commit`],
    ["renames the tenant", tried`select pg_catalog."set_config"('rialto.tenant', ${b}, true)`],
    ["has a body of its own", tried`do $$ begin end $$`],
  ])("%s", (_what, attempt) => {
    expect(attempt).toThrow(/tenant/)
  })
})

describe("a text is taken that binds every table", () => {
  it.each([
    [
      "by joins",
      tried`select 1 from "order" o join payment p on p.tenant_id = o.tenant_id and p.order_id = o.id where o.tenant_id = ${a}`,
    ],
    ["by a shared column", tried`select 1 from product p join variant v using (tenant_id) where p.tenant_id = ${a}`],
    [
      "by parts of itself",
      tried`with p as (select * from product where tenant_id = ${a}) select 1 from p join variant v on v.tenant_id = p.tenant_id group by v.tenant_id`,
    ],
    [
      "by windows and conflicts",
      tried`
      with n as (select id, row_number() over (partition by tenant_id order by id) from product where tenant_id = ${a})
      insert into counter (tenant_id, name, value) values (${a}, 'x', 1) on conflict (tenant_id, name) do update set value = counter.value + 1`,
    ],
    [
      "by a name that stands alone",
      tried`select exists (select from refund r where r.tenant_id = o.tenant_id and r.order_id = o.id) from "order" o where tenant_id = ${a}`,
    ],
    [
      "while it locks",
      tried`select 1 from stock_level s join variant v on s.tenant_id = v.tenant_id where v.tenant_id = ${a} for no key update of s`,
    ],
    ["while it changes the shop", tried`update tenant set name = ${b} where id = ${a}`],
    ["with the shop itself", tried`select id as tenant_id, name from tenant where id = ${a}`],
    [
      "in functions and dates",
      tried`select extract(epoch from placed_at), count(distinct tenant_id) from "order" where (tenant_id = ${a}) and status is distinct from 'paid'`,
    ],
  ])("%s", (_how, attempt) => {
    expect(attempt).not.toThrow()
  })
})
