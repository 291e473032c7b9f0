-- CreateTable
CREATE TABLE "training" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "step" TEXT NOT NULL DEFAULT '',
    "percent" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "cancel_asked_at" TIMESTAMPTZ(3),
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "training_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "learned_model" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "training_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "digest" TEXT NOT NULL,
    "backend" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "figures" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "learned_model_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateIndex
CREATE INDEX "training_tenant_id_requested_at_idx" ON "training"("tenant_id", "requested_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "learned_model_tenant_id_version_key" ON "learned_model"("tenant_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "learned_model_tenant_id_training_id_key" ON "learned_model"("tenant_id", "training_id");

-- CreateIndex
CREATE INDEX "signal_tenant_id_visitor_id_at_idx" ON "signal"("tenant_id", "visitor_id", "at");
