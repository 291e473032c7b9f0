-- Wakes the relay: once per statement, and PostgreSQL folds equal notifications of one transaction into one.
CREATE OR REPLACE FUNCTION "outbox_notify"() RETURNS TRIGGER
  LANGUAGE plpgsql SET search_path = pg_catalog, public
AS $$
BEGIN
  PERFORM pg_notify('rialto_outbox', '');
  RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS "outbox_notify" ON "outbox_event";
CREATE TRIGGER "outbox_notify" AFTER INSERT ON "outbox_event" FOR EACH STATEMENT EXECUTE FUNCTION "outbox_notify"();

-- What is not published yet is a handful of rows, however long the log is.
CREATE INDEX IF NOT EXISTS "outbox_event_unpublished" ON "outbox_event" ("id") WHERE "published_at" IS NULL;
