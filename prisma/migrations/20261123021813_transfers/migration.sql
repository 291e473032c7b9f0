-- CreateTable
CREATE TABLE "transfer" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "payment_id" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'requested',
    "account" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "keyed_at" TIMESTAMPTZ(3) NOT NULL,
    "provider_ref" TEXT,
    "failure_code" TEXT NOT NULL DEFAULT '',
    "reversed_minor" BIGINT NOT NULL DEFAULT 0,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "transfer_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "transfer_reversal" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "transfer_id" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'requested',
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "keyed_at" TIMESTAMPTZ(3) NOT NULL,
    "provider_ref" TEXT,
    "failure_code" TEXT NOT NULL DEFAULT '',
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "transfer_reversal_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "transfer_tenant_id_payment_id_idx" ON "transfer"("tenant_id", "payment_id");

-- CreateIndex
CREATE INDEX "transfer_status_requested_at_idx" ON "transfer"("status", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "transfer_tenant_id_provider_ref_key" ON "transfer"("tenant_id", "provider_ref");

-- CreateIndex
CREATE INDEX "transfer_reversal_tenant_id_transfer_id_idx" ON "transfer_reversal"("tenant_id", "transfer_id");

-- CreateIndex
CREATE INDEX "transfer_reversal_status_requested_at_idx" ON "transfer_reversal"("status", "requested_at");

-- CreateIndex
CREATE UNIQUE INDEX "transfer_reversal_tenant_id_provider_ref_key" ON "transfer_reversal"("tenant_id", "provider_ref");

-- AddForeignKey
ALTER TABLE "transfer" ADD CONSTRAINT "transfer_tenant_id_payment_id_fkey" FOREIGN KEY ("tenant_id", "payment_id") REFERENCES "payment"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transfer_reversal" ADD CONSTRAINT "transfer_reversal_tenant_id_transfer_id_fkey" FOREIGN KEY ("tenant_id", "transfer_id") REFERENCES "transfer"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;
