-- What lies at a shop's locations adds up to what it has: looked at once per change, when the transaction commits.
CREATE OR REPLACE FUNCTION "stock_adds_up"() RETURNS TRIGGER
  LANGUAGE plpgsql SET search_path = pg_catalog, public
AS $$
DECLARE
  changed RECORD := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  total BIGINT;
  lying BIGINT;
BEGIN
  SELECT on_hand INTO total FROM public.stock_level WHERE tenant_id = changed.tenant_id AND variant_id = changed.variant_id;
  SELECT coalesce(sum(on_hand), 0) INTO lying FROM public.stock_shelf
    WHERE tenant_id = changed.tenant_id AND variant_id = changed.variant_id;
  IF coalesce(total, 0) <> lying THEN
    RAISE EXCEPTION 'variant % has % pieces, and % at its locations', changed.variant_id, coalesce(total, 0), lying
      USING ERRCODE = 'check_violation', CONSTRAINT = 'stock_adds_up';
  END IF;
  RETURN NULL;
END
$$;

-- Reservations leave on hand as it is, and cost nothing here.
DROP TRIGGER IF EXISTS "stock_adds_up" ON "stock_level";
CREATE CONSTRAINT TRIGGER "stock_adds_up" AFTER UPDATE OF "on_hand" ON "stock_level"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.on_hand <> NEW.on_hand) EXECUTE FUNCTION "stock_adds_up"();
DROP TRIGGER IF EXISTS "stock_begins" ON "stock_level";
CREATE CONSTRAINT TRIGGER "stock_begins" AFTER INSERT ON "stock_level"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.on_hand <> 0) EXECUTE FUNCTION "stock_adds_up"();
DROP TRIGGER IF EXISTS "stock_adds_up" ON "stock_shelf";
CREATE CONSTRAINT TRIGGER "stock_adds_up" AFTER INSERT OR UPDATE OR DELETE ON "stock_shelf"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "stock_adds_up"();

-- Of all reservations that ever were, few are alive: those whose time may run out, and those of a variant in the order of their grants.
CREATE INDEX IF NOT EXISTS "reservation_due" ON "reservation" ("expires_at") WHERE "status" = 'held';
CREATE INDEX IF NOT EXISTS "reservation_alive" ON "reservation" ("tenant_id", "variant_id", "place") WHERE "status" IN ('held', 'awaited');
