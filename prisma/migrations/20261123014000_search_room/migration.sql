ALTER TABLE "search_index" ADD COLUMN "asked_at" TIMESTAMPTZ(3);
