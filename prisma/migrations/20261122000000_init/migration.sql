-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "cart" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "lines" JSONB NOT NULL DEFAULT '[]',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cart_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "category" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "category_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "product" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "vendor" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'draft',
    "category_id" TEXT,
    "from_minor" BIGINT NOT NULL DEFAULT 0,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "product_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "product_option" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "product_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "values" TEXT[],
    "position" INTEGER NOT NULL,

    CONSTRAINT "product_option_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "variant" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "product_id" TEXT NOT NULL,
    "sku" TEXT NOT NULL,
    "choices" TEXT[],
    "price_minor" BIGINT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "variant_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "picture" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "product_id" TEXT NOT NULL,
    "file_key" TEXT NOT NULL,
    "alt" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "picture_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "platform_admin" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_session" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "site" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "customer" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "customer_session" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_session_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "signal" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "visitor_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "product_id" TEXT,
    "detail" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signal_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "stock_level" (
    "tenant_id" TEXT NOT NULL,
    "variant_id" TEXT NOT NULL,
    "on_hand" INTEGER NOT NULL DEFAULT 0,
    "reserved" INTEGER NOT NULL DEFAULT 0,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "stock_level_pkey" PRIMARY KEY ("tenant_id","variant_id")
);

-- CreateTable
CREATE TABLE "stock_movement" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "variant_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "on_hand_delta" INTEGER NOT NULL,
    "reserved_delta" INTEGER NOT NULL,
    "reference" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stock_movement_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "reservation" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "variant_id" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'held',
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reservation_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "posting" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "posting_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "entry" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "posting_id" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "order" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'placed',
    "cart_id" TEXT NOT NULL,
    "customer_id" TEXT,
    "email" TEXT NOT NULL,
    "access_token" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "subtotal_minor" BIGINT NOT NULL,
    "shipping_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,
    "tax_name" TEXT NOT NULL DEFAULT '',
    "tax_included" BOOLEAN NOT NULL DEFAULT false,
    "total_minor" BIGINT NOT NULL,
    "shipping_method" TEXT NOT NULL,
    "address" JSONB NOT NULL,
    "visitor_id" TEXT NOT NULL DEFAULT '',
    "cancel_reason" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "paid_at" TIMESTAMPTZ(3),
    "shipped_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "order_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "order_line" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "product_id" TEXT NOT NULL,
    "variant_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "choices" TEXT[],
    "sku" TEXT NOT NULL,
    "picture_key" TEXT NOT NULL DEFAULT '',
    "quantity" INTEGER NOT NULL,
    "unit_minor" BIGINT NOT NULL,
    "total_minor" BIGINT NOT NULL,

    CONSTRAINT "order_line_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "shipment" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "tracking" TEXT NOT NULL DEFAULT '',
    "shipped_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "shipment_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "counter" (
    "tenant_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "counter_pkey" PRIMARY KEY ("tenant_id","name")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "seq" INTEGER,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "log_head" (
    "tenant_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "log_head_pkey" PRIMARY KEY ("tenant_id")
);

-- CreateTable
CREATE TABLE "job_receipt" (
    "tenant_id" TEXT NOT NULL,
    "job" TEXT NOT NULL,
    "event_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_receipt_pkey" PRIMARY KEY ("tenant_id","job","event_id")
);

-- CreateTable
CREATE TABLE "payment" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "order_id" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'opened',
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "provider_ref" TEXT,
    "client_secret" TEXT,
    "failure_code" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "provider_event" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "provider_event_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "shipping_method" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "price_minor" BIGINT NOT NULL,
    "free_from_minor" BIGINT,
    "countries" TEXT[],
    "min_days" INTEGER NOT NULL DEFAULT 2,
    "max_days" INTEGER NOT NULL DEFAULT 5,
    "position" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "shipping_method_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "tax_rate" (
    "tenant_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "region" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL,
    "basis_points" INTEGER NOT NULL,
    "included" BOOLEAN NOT NULL,

    CONSTRAINT "tax_rate_pkey" PRIMARY KEY ("tenant_id","id")
);

-- CreateTable
CREATE TABLE "search_document" (
    "tenant_id" TEXT NOT NULL,
    "product_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "indexed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("tenant_id","product_id")
);

-- CreateTable
CREATE TABLE "tenant" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tagline" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'active',
    "currency" CHAR(3) NOT NULL,
    "language" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "theme" TEXT NOT NULL DEFAULT 'linen',
    "commission_bps" INTEGER NOT NULL DEFAULT 250,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "suspended_at" TIMESTAMPTZ(3),

    CONSTRAINT "tenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "domain" (
    "host" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "primary" BOOLEAN NOT NULL DEFAULT true,
    "verified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "domain_pkey" PRIMARY KEY ("host")
);

-- CreateTable
CREATE TABLE "platform_audit" (
    "id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "tenant_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "platform_audit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "cart_updated_at_idx" ON "cart"("updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "category_tenant_id_slug_key" ON "category"("tenant_id", "slug");

-- CreateIndex
CREATE INDEX "product_tenant_id_status_published_at_idx" ON "product"("tenant_id", "status", "published_at" DESC);

-- CreateIndex
CREATE INDEX "product_tenant_id_category_id_idx" ON "product"("tenant_id", "category_id");

-- CreateIndex
CREATE UNIQUE INDEX "product_tenant_id_slug_key" ON "product"("tenant_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "product_option_tenant_id_product_id_position_key" ON "product_option"("tenant_id", "product_id", "position");

-- CreateIndex
CREATE INDEX "variant_tenant_id_product_id_idx" ON "variant"("tenant_id", "product_id");

-- CreateIndex
CREATE UNIQUE INDEX "variant_tenant_id_sku_key" ON "variant"("tenant_id", "sku");

-- CreateIndex
CREATE INDEX "picture_tenant_id_product_id_position_idx" ON "picture"("tenant_id", "product_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "account_session_account_id_idx" ON "account_session"("account_id");

-- CreateIndex
CREATE INDEX "membership_account_id_idx" ON "membership"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_tenant_id_account_id_key" ON "membership"("tenant_id", "account_id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_tenant_id_email_key" ON "customer"("tenant_id", "email");

-- CreateIndex
CREATE INDEX "customer_session_tenant_id_customer_id_idx" ON "customer_session"("tenant_id", "customer_id");

-- CreateIndex
CREATE INDEX "signal_tenant_id_at_idx" ON "signal"("tenant_id", "at");

-- CreateIndex
CREATE INDEX "signal_tenant_id_product_id_kind_idx" ON "signal"("tenant_id", "product_id", "kind");

-- CreateIndex
CREATE INDEX "stock_movement_tenant_id_variant_id_at_idx" ON "stock_movement"("tenant_id", "variant_id", "at");

-- CreateIndex
CREATE INDEX "reservation_status_expires_at_idx" ON "reservation"("status", "expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "reservation_tenant_id_order_id_variant_id_key" ON "reservation"("tenant_id", "order_id", "variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "posting_tenant_id_kind_reference_key" ON "posting"("tenant_id", "kind", "reference");

-- CreateIndex
CREATE INDEX "entry_tenant_id_account_currency_idx" ON "entry"("tenant_id", "account", "currency");

-- CreateIndex
CREATE INDEX "entry_tenant_id_posting_id_idx" ON "entry"("tenant_id", "posting_id");

-- CreateIndex
CREATE INDEX "order_tenant_id_placed_at_idx" ON "order"("tenant_id", "placed_at" DESC);

-- CreateIndex
CREATE INDEX "order_tenant_id_customer_id_idx" ON "order"("tenant_id", "customer_id");

-- CreateIndex
CREATE INDEX "order_status_expires_at_idx" ON "order"("status", "expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "order_tenant_id_number_key" ON "order"("tenant_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "order_tenant_id_cart_id_key" ON "order"("tenant_id", "cart_id");

-- CreateIndex
CREATE INDEX "order_line_tenant_id_product_id_idx" ON "order_line"("tenant_id", "product_id");

-- CreateIndex
CREATE UNIQUE INDEX "order_line_tenant_id_order_id_position_key" ON "order_line"("tenant_id", "order_id", "position");

-- CreateIndex
CREATE INDEX "shipment_tenant_id_order_id_idx" ON "shipment"("tenant_id", "order_id");

-- CreateIndex
CREATE INDEX "outbox_event_published_at_id_idx" ON "outbox_event"("published_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_event_tenant_id_seq_key" ON "outbox_event"("tenant_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "payment_tenant_id_order_id_key" ON "payment"("tenant_id", "order_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_tenant_id_provider_ref_key" ON "payment"("tenant_id", "provider_ref");

-- CreateIndex
CREATE UNIQUE INDEX "tax_rate_tenant_id_country_region_key" ON "tax_rate"("tenant_id", "country", "region");

-- CreateIndex
CREATE UNIQUE INDEX "tenant_slug_key" ON "tenant"("slug");

-- CreateIndex
CREATE INDEX "domain_tenant_id_idx" ON "domain"("tenant_id");

-- CreateIndex
CREATE INDEX "platform_audit_at_idx" ON "platform_audit"("at");

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_tenant_id_category_id_fkey" FOREIGN KEY ("tenant_id", "category_id") REFERENCES "category"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_option" ADD CONSTRAINT "product_option_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "product"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "variant" ADD CONSTRAINT "variant_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "product"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "picture" ADD CONSTRAINT "picture_tenant_id_product_id_fkey" FOREIGN KEY ("tenant_id", "product_id") REFERENCES "product"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_session" ADD CONSTRAINT "account_session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_session" ADD CONSTRAINT "customer_session_tenant_id_customer_id_fkey" FOREIGN KEY ("tenant_id", "customer_id") REFERENCES "customer"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stock_level" ADD CONSTRAINT "stock_level_tenant_id_variant_id_fkey" FOREIGN KEY ("tenant_id", "variant_id") REFERENCES "variant"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "entry" ADD CONSTRAINT "entry_tenant_id_posting_id_fkey" FOREIGN KEY ("tenant_id", "posting_id") REFERENCES "posting"("tenant_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_line" ADD CONSTRAINT "order_line_tenant_id_order_id_fkey" FOREIGN KEY ("tenant_id", "order_id") REFERENCES "order"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shipment" ADD CONSTRAINT "shipment_tenant_id_order_id_fkey" FOREIGN KEY ("tenant_id", "order_id") REFERENCES "order"("tenant_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "domain" ADD CONSTRAINT "domain_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on by hand: what the Prisma schema cannot say.

-- The last line of defence for stock: more than there is can be neither held nor sold.
ALTER TABLE "stock_level"
  ADD CONSTRAINT "stock_level_on_hand_check" CHECK ("on_hand" >= 0),
  ADD CONSTRAINT "stock_level_reserved_check" CHECK ("reserved" >= 0 AND "reserved" <= "on_hand");

ALTER TABLE "reservation"
  ADD CONSTRAINT "reservation_quantity_check" CHECK ("quantity" > 0),
  ADD CONSTRAINT "reservation_status_check" CHECK ("status" IN ('held', 'consumed', 'released'));

ALTER TABLE "order_line"
  ADD CONSTRAINT "order_line_quantity_check" CHECK ("quantity" > 0),
  ADD CONSTRAINT "order_line_amounts_check" CHECK ("unit_minor" >= 0 AND "total_minor" = "unit_minor" * "quantity");

-- Where prices contain the tax it is a part of the total, elsewhere it comes on top.
ALTER TABLE "order"
  ADD CONSTRAINT "order_amounts_check" CHECK ("subtotal_minor" >= 0 AND "shipping_minor" >= 0 AND "tax_minor" >= 0),
  ADD CONSTRAINT "order_total_check"
    CHECK ("total_minor" = "subtotal_minor" + "shipping_minor" + CASE WHEN "tax_included" THEN 0 ELSE "tax_minor" END);

ALTER TABLE "payment" ADD CONSTRAINT "payment_amount_check" CHECK ("amount_minor" >= 0);
ALTER TABLE "product" ADD CONSTRAINT "product_from_check" CHECK ("from_minor" >= 0);
ALTER TABLE "variant" ADD CONSTRAINT "variant_price_check" CHECK ("price_minor" >= 0);
ALTER TABLE "tax_rate" ADD CONSTRAINT "tax_rate_basis_points_check" CHECK ("basis_points" BETWEEN 0 AND 10000);
ALTER TABLE "tenant" ADD CONSTRAINT "tenant_commission_check" CHECK ("commission_bps" BETWEEN 0 AND 10000);
ALTER TABLE "counter" ADD CONSTRAINT "counter_value_check" CHECK ("value" >= 0);
ALTER TABLE "shipping_method"
  ADD CONSTRAINT "shipping_method_price_check" CHECK ("price_minor" >= 0 AND "free_from_minor" >= 0),
  ADD CONSTRAINT "shipping_method_days_check" CHECK ("min_days" >= 0 AND "max_days" >= "min_days");

-- Search. Both extensions are trusted: the owner of a database may create them.
CREATE EXTENSION IF NOT EXISTS "pg_trgm";
CREATE EXTENSION IF NOT EXISTS "unaccent";

-- Case and accents put aside. `unaccent` alone is not immutable, since its dictionary could change: ours is named and fixed.
CREATE FUNCTION "search_fold"("words" TEXT) RETURNS TEXT
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, words)) $$;

CREATE FUNCTION "search_vector"("title" TEXT, "body" TEXT) RETURNS TSVECTOR
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$
    SELECT setweight(to_tsvector('pg_catalog.simple', public.search_fold(title)), 'A')
        || setweight(to_tsvector('pg_catalog.simple', public.search_fold(body)), 'B')
  $$;

-- Expressions, not columns: rows stay as the Prisma schema says them.
CREATE INDEX "search_document_words_idx" ON "search_document" USING GIN ("search_vector"("title", "body"));
CREATE INDEX "search_document_letters_idx" ON "search_document" USING GIN ("search_fold"("title") gin_trgm_ops);
