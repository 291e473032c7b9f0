-- AlterTable
ALTER TABLE "order" ADD COLUMN     "commission_minor" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "order_line" ADD COLUMN     "commission_bps" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "commission_minor" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "released_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "tenant" ADD COLUMN     "plan" TEXT NOT NULL DEFAULT 'standard';

-- CreateTable
CREATE TABLE "payout_terms" (
    "tenant_id" TEXT NOT NULL,
    "held_until" TEXT NOT NULL DEFAULT 'shipped',
    "delay_days" INTEGER NOT NULL DEFAULT 2,
    "schedule" TEXT NOT NULL DEFAULT 'daily',
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payout_terms_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateTable
CREATE TABLE "commission_override" (
    "tenant_id" TEXT NOT NULL,
    "category_id" TEXT NOT NULL,
    "commission_bps" INTEGER NOT NULL,

    CONSTRAINT "commission_override_pkey" PRIMARY KEY ("tenant_id","category_id")
);

-- CreateIndex
CREATE INDEX "payment_released_at_settled_at_idx" ON "payment"("released_at", "settled_at");

-- CreateIndex
CREATE INDEX "provider_transaction_tenant_id_subject_id_idx" ON "provider_transaction"("tenant_id", "subject_id");

-- AddForeignKey
ALTER TABLE "commission_override" ADD CONSTRAINT "commission_override_tenant_id_category_id_fkey" FOREIGN KEY ("tenant_id", "category_id") REFERENCES "category"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The owner reads and writes what is there already. The policies, which come after the migrations, fence these tables again.
ALTER TABLE "tenant" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "order" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "order_line" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "refund" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "provider_transaction" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "posting" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "entry" NO FORCE ROW LEVEL SECURITY;

-- Orders so far were sold at their shop's rate.
UPDATE "order_line" l SET commission_bps = t.commission_bps, commission_minor = (l.total_minor * t.commission_bps + 5000) / 10000
FROM "tenant" t WHERE t.id = l.tenant_id;
UPDATE "order" o SET commission_minor = (o.subtotal_minor * t.commission_bps + 5000) / 10000 FROM "tenant" t WHERE t.id = o.tenant_id;

-- What each sale left to its shop: the provider's balance less the commission, refunds and fees included.
CREATE TEMPORARY TABLE "carried" ON COMMIT PRESERVE ROWS AS
SELECT s.tenant_id, s.reference, 'pst_0' || left(md5(gen_random_uuid()::text), 25) AS posting_id, e.currency, sum(e.amount_minor) AS due
FROM "posting" s
  JOIN LATERAL (
    SELECT s.reference
    UNION ALL SELECT r.id FROM "refund" r WHERE r.tenant_id = s.tenant_id AND r.payment_id = s.reference
    UNION ALL SELECT t.id FROM "provider_transaction" t
      WHERE t.tenant_id = s.tenant_id AND t.subject_id = s.reference AND t.kind = 'charge'
  ) about(reference) ON true
  JOIN "posting" p ON p.tenant_id = s.tenant_id AND p.reference = about.reference
    AND p.kind IN ('payment.settled', 'refund.settled', 'refund.failed', 'provider.fee')
  JOIN "entry" e ON e.tenant_id = p.tenant_id AND e.posting_id = p.id AND e.account IN ('cash:clearing', 'platform:commission')
WHERE s.kind = 'payment.settled'
GROUP BY s.tenant_id, s.reference, e.currency HAVING sum(e.amount_minor) <> 0;

INSERT INTO "posting" (tenant_id, id, kind, reference, at)
SELECT tenant_id, posting_id, 'sale.carried', reference, now() FROM "carried";
INSERT INTO "entry" (tenant_id, id, posting_id, account, amount_minor, currency)
SELECT c.tenant_id, 'ent_0' || left(md5(gen_random_uuid()::text), 25), c.posting_id, side.account, side.sign * c.due, c.currency
FROM "carried" c, (VALUES ('held', -1), ('receivable', 1)) AS side(account, sign);
DROP TABLE "carried";
