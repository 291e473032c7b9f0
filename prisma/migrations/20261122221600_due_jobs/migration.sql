-- CreateTable
CREATE TABLE "due_job" (
    "tenant_id" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "job" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "due_job_pkey" PRIMARY KEY ("tenant_id","event_id","job")
);
