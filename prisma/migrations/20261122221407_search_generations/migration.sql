-- What was indexed before says too little. It is made anew from the catalogue: every product is due.
DROP TABLE "search_document";

CREATE TABLE "search_document" (
    "tenant_id" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "product_id" TEXT NOT NULL,
    "revision" BIGINT NOT NULL,
    "is_gone" BOOLEAN NOT NULL DEFAULT false,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "digest" TEXT NOT NULL,
    "indexed_at" TIMESTAMPTZ(3) NOT NULL,
    "words" TSVECTOR GENERATED ALWAYS AS ("search_vector"("title", "body")) STORED,
    "letters" TEXT GENERATED ALWAYS AS ("search_fold"("title")) STORED,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("tenant_id","generation","product_id")
);

CREATE INDEX "search_document_words_idx" ON "search_document" USING GIN ("words");

-- CreateTable
CREATE TABLE "search_index" (
    "tenant_id" TEXT NOT NULL,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "revision" BIGINT NOT NULL DEFAULT 0,
    "building" INTEGER,
    "done" INTEGER NOT NULL DEFAULT 0,
    "wanted" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "repaired" INTEGER NOT NULL DEFAULT 0,
    "mirrored_generation" INTEGER NOT NULL DEFAULT 0,
    "mirrored_revision" BIGINT NOT NULL DEFAULT 0,
    "mirrored_product" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "search_index_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateTable
CREATE TABLE "search_part" (
    "tenant_id" TEXT NOT NULL,
    "generation" INTEGER NOT NULL,
    "id" INTEGER NOT NULL,
    "up_to_revision" BIGINT NOT NULL,
    "up_to_product" TEXT NOT NULL,
    "documents" INTEGER NOT NULL,
    "packed" TEXT NOT NULL,

    CONSTRAINT "search_part_pkey" PRIMARY KEY ("tenant_id","generation","id")
);

-- CreateTable
CREATE TABLE "search_settings" (
    "tenant_id" TEXT NOT NULL,
    "weights" JSONB NOT NULL,
    "synonyms" JSONB NOT NULL,
    "stop_words" TEXT[],

    CONSTRAINT "search_settings_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateTable
CREATE TABLE "search_rule" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "product_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "search_rule_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "search_due" (
    "tenant_id" TEXT NOT NULL,
    "product_id" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "search_due_pkey" PRIMARY KEY ("tenant_id","product_id")
);

-- CreateTable
CREATE TABLE "search_tally" (
    "tenant_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "asked" INTEGER NOT NULL,
    "found" INTEGER NOT NULL,

    CONSTRAINT "search_tally_pkey" PRIMARY KEY ("tenant_id","day","words")
);

-- CreateIndex
CREATE INDEX "search_rule_tenant_id_product_id_idx" ON "search_rule"("tenant_id", "product_id");

-- CreateIndex
CREATE UNIQUE INDEX "search_rule_tenant_id_words_product_id_key" ON "search_rule"("tenant_id", "words", "product_id");

-- CreateIndex
CREATE INDEX "search_due_due_at_idx" ON "search_due"("due_at");

-- CreateIndex
CREATE INDEX "search_document_tenant_id_generation_revision_product_id_idx" ON "search_document"("tenant_id", "generation", "revision", "product_id");

-- AddForeignKey
ALTER TABLE "search_rule" ADD CONSTRAINT "search_rule_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "product"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "search_rule" ADD CONSTRAINT "search_rule_kind_check" CHECK ("kind" IN ('pin', 'hide'));
ALTER TABLE "search_tally" ADD CONSTRAINT "search_tally_counts_check" CHECK ("asked" >= 0 AND "found" >= 0);
ALTER TABLE "search_settings" ALTER COLUMN "stop_words" SET NOT NULL;

-- The market looks for what is near by letters, too. The platform's role asks, and it may use such an index.
CREATE INDEX "search_document_letters_idx" ON "search_document" USING GIN ("letters" gin_trgm_ops);

INSERT INTO "search_due" ("tenant_id", "product_id", "due_at") SELECT "tenant_id", "id", now() FROM "product" WHERE "status" = 'published';
