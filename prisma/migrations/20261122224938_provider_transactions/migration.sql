-- AlterTable
ALTER TABLE "refund_line" DROP COLUMN "restocked",
ADD COLUMN     "restocked_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "provider_transaction" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL DEFAULT '',
    "amount_minor" BIGINT NOT NULL,
    "fee_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "available_at" TIMESTAMPTZ(3) NOT NULL,
    "posting_id" TEXT,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "provider_transaction_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "provider_transaction_occurred_at_idx" ON "provider_transaction"("occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "provider_transaction_tenant_id_posting_id_key" ON "provider_transaction"("tenant_id", "posting_id");
