-- At most one alert of a kind is open for a shop, however many processes look at the same time.
CREATE UNIQUE INDEX IF NOT EXISTS "alert_open" ON "alert" ("kind", "tenant_id") WHERE "cleared_at" IS NULL;
