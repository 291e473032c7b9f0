import type { Client } from "pg"

const adjectives =
  "blue red green black white amber copper walnut cedar linen waxed folding heavy light tall small wide narrow soft warm quiet bright rough smooth round square long short old new coastal alpine northern winter summer harvest".split(
    " ",
  )
const things =
  "mug kettle lantern blanket knife candle stool notebook scarf bottle flask plate bowl spoon pan basket lamp rug chair table shelf clock mirror vase jug tray apron towel cushion curtain hammock tent saddle boot glove hat belt wallet pouch rucksack".split(
    " ",
  )
const uses =
  "kitchen garden trail harbour office studio workshop bedroom porch picnic travel camp market fireside cabin river forest meadow mountain island".split(
    " ",
  )
const makers = Array.from({ length: 60 }, (_, n) => `${things[n % things.length]} works ${n}`)

/** Words that people would type here, half typed and mistyped ones too. */
export const questions = [
  ...things.slice(0, 20),
  ...things.slice(20, 30).map((thing, at) => `${adjectives[at * 3]} ${thing}`),
  ...things.slice(5, 15).map((thing, at) => `${thing} for the ${uses[at]}`),
  ...things.slice(0, 10).map((thing) => thing.slice(0, 3)),
  ...["ketle", "lantren", "blankte", "nootbook", "rucksak", "walet", "cushon", "hamock", "sadle", "baskte"],
]

/** What is sent while "blue lantern" and others are typed, letter by letter. */
export const typing = ["blue lantern", "walnut stool", "folding chair", "waxed rucksack"].flatMap((words) =>
  Array.from(words, (_, at) => words.slice(0, at + 1)).filter((part) => !part.endsWith(" ")),
)

/** Fills a shop by SQL, as fast as PostgreSQL takes it: goods with words of their own, options, two variants and stock. All of them are due. */
export async function fillShop(owner: Client, tenantId: string, count: number): Promise<void> {
  const place = await owner.query("select id from category where tenant_id = $1 order by id", [tenantId])
  const categories: string[] = place.rows.map((row) => row.id)
  await owner.query("begin")
  await owner.query("set local session_replication_role = replica")
  await owner.query(
    `insert into product (tenant_id, id, slug, title, description, vendor, status, category_id, from_minor, published_at)
     select $1, 'prd_b' || lpad(n::text, 8, '0'), 'bench-' || n,
       initcap(($2::text[])[1 + n % cardinality($2::text[])] || ' ' || ($3::text[])[1 + (n / 7) % cardinality($3::text[])] || ' ' || 'm' || (n % 997)),
       'For the ' || ($4::text[])[1 + (n / 3) % cardinality($4::text[])] || ', with a ' || ($2::text[])[1 + (n * 5) % cardinality($2::text[])] || ' edge and ' ||
       'w' || (n % 4999) || ' x' || (n % 7919) || ' made by hand of good stuff that lasts for years and can be repaired when it breaks',
       ($5::text[])[1 + n % cardinality($5::text[])], 'published', ($6::text[])[1 + n % cardinality($6::text[])], 500 + (n * 37) % 20000,
       now() - (n % 900) * interval '1 hour'
     from generate_series(1, $7::int) n`,
    [tenantId, adjectives, things, uses, makers, categories, count],
  )
  await owner.query(
    `insert into product_option (tenant_id, id, product_id, name, values, position)
     select $1, 'opt_b' || lpad(n::text, 8, '0'), 'prd_b' || lpad(n::text, 8, '0'), 'Size', array['S', 'M', 'L'], 0 from generate_series(1, $2::int) n`,
    [tenantId, count],
  )
  await owner.query(
    `insert into variant (tenant_id, id, product_id, sku, choices, price_minor, position)
     select $1, 'var_b' || lpad(n::text, 8, '0'), 'prd_b' || lpad(n::text, 8, '0'), 'B-' || n, array['M'], 500 + (n * 37) % 20000, 0 from generate_series(1, $2::int) n`,
    [tenantId, count],
  )
  await owner.query(
    `insert into stock_level (tenant_id, variant_id, on_hand) select $1, 'var_b' || lpad(n::text, 8, '0'), n % 9 from generate_series(1, $2::int) n`,
    [tenantId, count],
  )
  await owner.query(
    `insert into search_due (tenant_id, product_id, due_at)
     select $1, 'prd_b' || lpad(n::text, 8, '0'), now() from generate_series(1, $2::int) n on conflict do nothing`,
    [tenantId, count],
  )
  await owner.query("commit")
  await owner.query("analyze")
}
