-- CreateTable
CREATE TABLE "pulse_sample" (
    "node" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "body" JSONB NOT NULL,

    CONSTRAINT "pulse_sample_pkey" PRIMARY KEY ("node","n")
);

-- CreateTable
CREATE TABLE "pulse_minute" (
    "tenant_id" TEXT NOT NULL,
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "orders" INTEGER NOT NULL DEFAULT 0,
    "paid" JSONB NOT NULL DEFAULT '{}',
    "stock_outs" INTEGER NOT NULL DEFAULT 0,
    "refusals" INTEGER NOT NULL DEFAULT 0,
    "faults" INTEGER NOT NULL DEFAULT 0,
    "pages" INTEGER NOT NULL DEFAULT 0,
    "pages_p95_ms" DOUBLE PRECISION,
    "jobs" INTEGER NOT NULL DEFAULT 0,
    "jobs_p95_ms" DOUBLE PRECISION,
    "settled" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "visitors" INTEGER NOT NULL DEFAULT 0,
    "sockets" INTEGER NOT NULL DEFAULT 0,
    "held" INTEGER NOT NULL DEFAULT 0,
    "queue_depth" INTEGER NOT NULL DEFAULT 0,
    "queue_age_ms" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "pulse_minute_pkey" PRIMARY KEY ("tenant_id","minute")
);

-- CreateTable
CREATE TABLE "fault_note" (
    "id" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fault_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_rule" (
    "kind" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "limit" INTEGER NOT NULL,
    "least" INTEGER NOT NULL DEFAULT 1,
    "window_minutes" INTEGER NOT NULL DEFAULT 5,
    "changed_at" TIMESTAMPTZ(3),
    "changed_by" TEXT,

    CONSTRAINT "alert_rule_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "alert" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "fired_at" TIMESTAMPTZ(3) NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "worst" DOUBLE PRECISION NOT NULL,
    "limit" INTEGER NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "cleared_at" TIMESTAMPTZ(3),
    "acked_at" TIMESTAMPTZ(3),
    "acked_by" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "mail_tried_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "pulse_sample_at_idx" ON "pulse_sample"("at");

-- CreateIndex
CREATE INDEX "pulse_minute_minute_idx" ON "pulse_minute"("minute");

-- CreateIndex
CREATE INDEX "fault_note_tenant_id_at_idx" ON "fault_note"("tenant_id", "at" DESC);

-- CreateIndex
CREATE INDEX "fault_note_at_idx" ON "fault_note"("at");

-- CreateIndex
CREATE INDEX "alert_tenant_id_fired_at_idx" ON "alert"("tenant_id", "fired_at" DESC);

-- CreateIndex
CREATE INDEX "alert_cleared_at_idx" ON "alert"("cleared_at");

-- What an admin finds before changing anything.
INSERT INTO "alert_rule" ("kind", "limit", "least", "window_minutes") VALUES
  ('error-rate', 5, 5, 5),
  ('queue-age', 60, 1, 1),
  ('payment-failures', 50, 5, 15);
