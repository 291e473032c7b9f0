import type { Client } from "pg"

/** Each answers sentences about what does not add up; $1 is the shop. None of them believes the column that it checks. */
const questions: readonly string[] = [
  // What an order holds is what it is made of, and nobody else holds anything.
  `with wanted as (
     select o.id, o.status, coalesce(b.component_id, l.variant_id) as variant_id, sum(l.quantity * coalesce(b.quantity, 1))::int as pieces
     from "order" o join order_line l on l.tenant_id = o.tenant_id and l.order_id = o.id
     left join bundle_part b on b.tenant_id = l.tenant_id and b.bundle_id = l.variant_id
     where o.tenant_id = $1 group by 1, 2, 3)
   select format('%s order %s: %s pieces of %s, and its reservation is %s of %s', coalesce(w.status, 'no'), coalesce(w.id, r.order_id),
     w.pieces, coalesce(w.variant_id, r.variant_id), r.status, r.quantity) as said
   from wanted w full join (select * from reservation where tenant_id = $1) r on r.order_id = w.id and r.variant_id = w.variant_id
   where not case
     when w.status = 'placed' then coalesce(r.status = 'held' and r.quantity = w.pieces, false)
     when w.status in ('paid', 'shipped') then coalesce(r.status in ('consumed', 'awaited') and r.quantity = w.pieces, false)
     else r.status is not distinct from 'released' end`,
  // Everything that came is there, or was handed out to somebody who paid.
  `with came as (
     select variant_id, sum(on_hand_delta) as pieces from stock_movement where tenant_id = $1 and kind in ('open', 'receive') group by 1),
   went as (
     select r.variant_id, sum(r.handed_out) as pieces from reservation r
     join "order" o on o.tenant_id = r.tenant_id and o.id = r.order_id and o.status in ('paid', 'shipped') where r.tenant_id = $1 group by 1)
   select format('%s: %s on hand, %s came, %s went', s.variant_id, s.on_hand, c.pieces, w.pieces) as said
   from stock_level s left join came c using (variant_id) left join went w using (variant_id)
   where s.tenant_id = $1 and s.on_hand <> coalesce(c.pieces, 0) - coalesce(w.pieces, 0)`,
  // Nobody was promised what is neither there nor to be ordered.
  `with came as (
     select variant_id, sum(on_hand_delta) as pieces from stock_movement where tenant_id = $1 and kind in ('open', 'receive') group by 1),
   sold as (
     select coalesce(b.component_id, l.variant_id) as variant_id, sum(l.quantity * coalesce(b.quantity, 1)) as pieces
     from "order" o join order_line l on l.tenant_id = o.tenant_id and l.order_id = o.id
     left join bundle_part b on b.tenant_id = l.tenant_id and b.bundle_id = l.variant_id
     where o.tenant_id = $1 and o.status in ('placed', 'paid', 'shipped') group by 1)
   select format('OVERSOLD %s: %s ordered of %s and %s', s.variant_id, d.pieces, c.pieces, s.backorder_limit) as said
   from stock_level s join sold d using (variant_id) left join came c using (variant_id)
   where s.tenant_id = $1 and d.pieces > coalesce(c.pieces, 0) + s.backorder_limit`,
  // What pages were told last is what is so; each revision was told once.
  `with told as (
     select payload ->> 'variantId' as variant_id, (payload ->> 'revision')::int as revision, (payload ->> 'free')::int as free
     from outbox_event where tenant_id = $1 and name = 'stock.moved'),
   last as (select distinct on (variant_id) * from told order by variant_id, revision desc),
   shown as (
     select s.variant_id, coalesce(b.free, s.on_hand - s.reserved) as free, s.revision + coalesce(b.revisions, 0) as revision
     from stock_level s left join lateral (
       select min(greatest(0, c.on_hand - c.reserved) / p.quantity) as free, sum(c.revision) as revisions
       from bundle_part p join stock_level c on c.tenant_id = p.tenant_id and c.variant_id = p.component_id
       where p.tenant_id = s.tenant_id and p.bundle_id = s.variant_id) b on true
     where s.tenant_id = $1)
   select format('%s was told as %s (%s), and is %s (%s)', last.variant_id, last.free, last.revision, shown.free, shown.revision) as said
   from last join shown using (variant_id) where last.free <> shown.free or last.revision <> shown.revision
   union all
   select format('%s was told twice as revision %s', variant_id, revision) from told group by variant_id, revision having count(*) > 1`,
  // Each return from nothing was told once, and so was each time that it ran low.
  `with opened as (
     select variant_id, on_hand_delta as free from stock_movement where tenant_id = $1 and kind = 'open'),
   told as (
     select payload ->> 'variantId' as variant_id, (payload ->> 'revision')::int as revision, (payload ->> 'free')::int as free
     from outbox_event where tenant_id = $1 and name = 'stock.moved'),
   turns as (
     select t.variant_id, t.free, coalesce(lag(t.free) over (partition by t.variant_id order by t.revision), o.free) as before
     from told t join opened o using (variant_id)
     where not exists (select from bundle_part p where p.tenant_id = $1 and p.bundle_id = t.variant_id)),
   crossed as (
     select variant_id, count(*) filter (where before <= 0 and free > 0) as returned, count(*) filter (where before > 3 and free <= 3) as low
     from turns group by 1),
   said as (
     select payload ->> 'variantId' as variant_id, count(*) filter (where name = 'stock.returned') as returned,
       count(*) filter (where name = 'stock.ran-low') as low
     from outbox_event where tenant_id = $1 and name in ('stock.returned', 'stock.ran-low') group by 1)
   select format('%s came back %s times and ran low %s times; told %s and %s times', c.variant_id, c.returned, c.low, s.returned, s.low) as said
   from crossed c left join said s using (variant_id)
   where c.returned <> coalesce(s.returned, 0) or c.low <> coalesce(s.low, 0)`,
]

/** What does not add up in a shop, by what was ordered, what came, and what was told. */
export async function auditStock(owner: Client, tenantId: string): Promise<string[]> {
  const found: string[] = []
  for (const question of questions) {
    const { rows } = await owner.query<{ said: string }>(question, [tenantId])
    found.push(...rows.map(({ said }) => said))
  }
  return found
}
