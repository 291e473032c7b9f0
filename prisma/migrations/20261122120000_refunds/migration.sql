-- AlterTable
ALTER TABLE "order_line" ADD COLUMN     "refunded_quantity" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "payment" ADD COLUMN     "refunded_minor" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "refund" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "payment_id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'requested',
    "reason" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "with_shipping" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT NOT NULL DEFAULT '',
    "wish_key" TEXT NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "keyed_at" TIMESTAMPTZ(3) NOT NULL,
    "provider_ref" TEXT,
    "failure_code" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "refund_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "refund_line" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "refund_id" TEXT NOT NULL,
    "order_line_id" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "restocked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "refund_line_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "refund_tenant_id_payment_id_idx" ON "refund"("tenant_id", "payment_id");

-- CreateIndex
CREATE INDEX "refund_status_requested_at_idx" ON "refund"("status", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "refund_tenant_id_wish_key_key" ON "refund"("tenant_id", "wish_key");

-- CreateIndex
CREATE UNIQUE INDEX "refund_tenant_id_provider_ref_key" ON "refund"("tenant_id", "provider_ref");

-- CreateIndex
CREATE INDEX "refund_line_tenant_id_refund_id_idx" ON "refund_line"("tenant_id", "refund_id");

-- AddForeignKey
ALTER TABLE "refund" ADD CONSTRAINT "refund_tenant_id_payment_id_fkey" FOREIGN KEY ("tenant_id", "payment_id") REFERENCES "payment"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund_line" ADD CONSTRAINT "refund_line_tenant_id_refund_id_fkey" FOREIGN KEY ("tenant_id", "refund_id") REFERENCES "refund"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refund_line" ADD CONSTRAINT "refund_line_tenant_id_order_line_id_fkey" FOREIGN KEY ("tenant_id", "order_line_id") REFERENCES "order_line"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- No more goes back than came in, whoever asks and how often.
ALTER TABLE "payment"
  ADD CONSTRAINT "payment_refunded_within" CHECK ("refunded_minor" BETWEEN 0 AND "amount_minor"),
  ADD CONSTRAINT "payment_status_known" CHECK ("status" IN ('opened', 'pending', 'failed', 'cancelled', 'settled'));
ALTER TABLE "order"
  ADD CONSTRAINT "order_status_known" CHECK ("status" IN ('placed', 'paid', 'shipped', 'cancelled', 'refunded'));
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_refunded_within" CHECK ("refunded_quantity" BETWEEN 0 AND "quantity");
ALTER TABLE "refund"
  ADD CONSTRAINT "refund_amount_positive" CHECK ("amount_minor" > 0),
  ADD CONSTRAINT "refund_status_known" CHECK ("status" IN ('requested', 'pending', 'succeeded', 'failed'));
ALTER TABLE "refund_line" ADD CONSTRAINT "refund_line_quantity_positive" CHECK ("quantity" > 0);
