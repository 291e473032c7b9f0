-- AlterTable
ALTER TABLE "reservation" ADD COLUMN     "handed_out" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "place" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "stock_level" ADD COLUMN     "backorder_limit" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "low_at" INTEGER;

-- AlterTable
ALTER TABLE "stock_movement" ADD COLUMN     "location_id" TEXT;

-- CreateTable
CREATE TABLE "stock_location" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "stock_location_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "stock_shelf" (
    "tenant_id" TEXT NOT NULL,
    "variant_id" TEXT NOT NULL,
    "location_id" TEXT NOT NULL,
    "on_hand" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "stock_shelf_pkey" PRIMARY KEY ("tenant_id","variant_id","location_id")
);

-- CreateTable
CREATE TABLE "bundle_part" (
    "tenant_id" TEXT NOT NULL,
    "bundle_id" TEXT NOT NULL,
    "component_id" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,

    CONSTRAINT "bundle_part_pkey" PRIMARY KEY ("tenant_id","bundle_id","component_id")
);

-- CreateTable
CREATE TABLE "stock_watch" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "variant_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "customer_id" TEXT,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "told_because" TEXT,

    CONSTRAINT "stock_watch_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "stock_setting" (
    "tenant_id" TEXT NOT NULL,
    "low_at" INTEGER NOT NULL DEFAULT 3,
    "alert_email" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "stock_setting_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "stock_location_tenant_id_name_key" ON "stock_location"("tenant_id", "name");

-- CreateIndex
CREATE INDEX "stock_shelf_tenant_id_location_id_idx" ON "stock_shelf"("tenant_id", "location_id");

-- CreateIndex
CREATE INDEX "bundle_part_tenant_id_component_id_idx" ON "bundle_part"("tenant_id", "component_id");

-- CreateIndex
CREATE INDEX "stock_watch_created_at_idx" ON "stock_watch"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "stock_watch_tenant_id_variant_id_email_key" ON "stock_watch"("tenant_id", "variant_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "stock_watch_tenant_id_token_key" ON "stock_watch"("tenant_id", "token");

-- AddForeignKey
ALTER TABLE "stock_shelf" ADD CONSTRAINT "stock_shelf_tenant_id_variant_id_fkey" FOREIGN KEY ("tenant_id", "variant_id") REFERENCES "stock_level"("tenant_id", "variant_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_shelf" ADD CONSTRAINT "stock_shelf_tenant_id_location_id_fkey" FOREIGN KEY ("tenant_id", "location_id") REFERENCES "stock_location"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_tenant_id_location_id_fkey" FOREIGN KEY ("tenant_id", "location_id") REFERENCES "stock_location"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bundle_part" ADD CONSTRAINT "bundle_part_tenant_id_bundle_id_fkey" FOREIGN KEY ("tenant_id", "bundle_id") REFERENCES "variant"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bundle_part" ADD CONSTRAINT "bundle_part_tenant_id_component_id_fkey" FOREIGN KEY ("tenant_id", "component_id") REFERENCES "variant"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_watch" ADD CONSTRAINT "stock_watch_tenant_id_variant_id_fkey" FOREIGN KEY ("tenant_id", "variant_id") REFERENCES "variant"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- DropIndex: two partial ones take its place, made with the policies.
DROP INDEX "reservation_status_expires_at_idx";

-- From here on by hand: what the Prisma schema cannot say.

-- An owner who is not a superuser would not see the rows that he forces row-level security on. The policies force it again.
ALTER TABLE "tenant" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "membership" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "account" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "stock_level" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "stock_movement" NO FORCE ROW LEVEL SECURITY;

-- Every shop has a place where its goods lie, named by the shop's own id, and all that it has lies there.
INSERT INTO "stock_location" ("tenant_id", "id", "name", "priority")
  SELECT "id", 'loc_' || substr("id", 5), CASE "language" WHEN 'de' THEN 'Hauptlager' WHEN 'zh' THEN '主仓库' ELSE 'Main' END, 1 FROM "tenant";
INSERT INTO "stock_shelf" ("tenant_id", "variant_id", "location_id", "on_hand")
  SELECT "tenant_id", "variant_id", 'loc_' || substr("tenant_id", 5), "on_hand" FROM "stock_level";
UPDATE "stock_movement" SET "location_id" = 'loc_' || substr("tenant_id", 5) WHERE "on_hand_delta" <> 0;

-- Whoever opened the shop is told when something runs low.
INSERT INTO "stock_setting" ("tenant_id", "alert_email")
  SELECT DISTINCT ON (m."tenant_id") m."tenant_id", a."email"
  FROM "membership" m JOIN "account" a ON a."id" = m."account_id" WHERE m."role" = 'owner' ORDER BY m."tenant_id", m."created_at";

-- The last line of defence: nothing beyond what is there and the merchant's word can be held or sold.
ALTER TABLE "stock_level"
  DROP CONSTRAINT "stock_level_reserved_check",
  ADD CONSTRAINT "stock_level_reserved_check" CHECK ("reserved" >= 0 AND "reserved" <= "on_hand" + "backorder_limit"),
  ADD CONSTRAINT "stock_level_backorder_check" CHECK ("backorder_limit" BETWEEN 0 AND 1000000),
  ADD CONSTRAINT "stock_level_low_check" CHECK ("low_at" BETWEEN 0 AND 1000000);
ALTER TABLE "stock_shelf" ADD CONSTRAINT "stock_shelf_on_hand_check" CHECK ("on_hand" >= 0);
ALTER TABLE "stock_movement"
  ADD CONSTRAINT "stock_movement_location_check" CHECK ("on_hand_delta" = 0 OR "location_id" IS NOT NULL);
ALTER TABLE "stock_setting" ADD CONSTRAINT "stock_setting_low_check" CHECK ("low_at" BETWEEN 0 AND 1000000);
ALTER TABLE "bundle_part" ADD CONSTRAINT "bundle_part_quantity_check" CHECK ("quantity" BETWEEN 1 AND 1000);
ALTER TABLE "reservation"
  DROP CONSTRAINT "reservation_status_check",
  ADD CONSTRAINT "reservation_status_check" CHECK ("status" IN ('held', 'awaited', 'consumed', 'released')),
  ADD CONSTRAINT "reservation_handed_out_check" CHECK ("handed_out" BETWEEN 0 AND "quantity");
