-- A status changes only as its table says, whoever writes it: the same tables as order-states.ts, payment-states.ts, refund-states.ts.
CREATE OR REPLACE FUNCTION "moves_legally"() RETURNS TRIGGER
  LANGUAGE plpgsql SET search_path = pg_catalog, public
AS $$
BEGIN
  IF NOT coalesce(TG_ARGV[0]::jsonb -> OLD.status ? NEW.status, false) THEN
    RAISE EXCEPTION '% cannot go from % to %', TG_TABLE_NAME, OLD.status, NEW.status
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_moves';
  END IF;
  RETURN NEW;
END
$$;

DROP TRIGGER IF EXISTS "order_moves" ON "order";
CREATE TRIGGER "order_moves" BEFORE UPDATE OF "status" ON "order" FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status")
  EXECUTE FUNCTION "moves_legally"('{
    "placed": ["paid", "cancelled"],
    "paid": ["shipped", "refunded"],
    "shipped": ["refunded"],
    "cancelled": ["paid"],
    "refunded": []
  }');

DROP TRIGGER IF EXISTS "payment_moves" ON "payment";
CREATE TRIGGER "payment_moves" BEFORE UPDATE OF "status" ON "payment" FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status")
  EXECUTE FUNCTION "moves_legally"('{
    "opened": ["pending", "cancelled"],
    "pending": ["failed", "settled", "cancelled"],
    "failed": ["failed", "settled", "cancelled"],
    "cancelled": ["settled"],
    "settled": []
  }');

DROP TRIGGER IF EXISTS "refund_moves" ON "refund";
CREATE TRIGGER "refund_moves" BEFORE UPDATE OF "status" ON "refund" FOR EACH ROW WHEN (OLD."status" IS DISTINCT FROM NEW."status")
  EXECUTE FUNCTION "moves_legally"('{
    "requested": ["pending", "succeeded", "failed"],
    "pending": ["succeeded", "failed"],
    "succeeded": ["failed"],
    "failed": []
  }');

-- No order counts as paid without a payment that settled.
CREATE OR REPLACE FUNCTION "paid_with_money"() RETURNS TRIGGER
  LANGUAGE plpgsql SET search_path = pg_catalog, public
AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.payment WHERE tenant_id = NEW.tenant_id AND order_id = NEW.id AND status = 'settled'
  ) THEN
    RAISE EXCEPTION 'order % has no settled payment', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'order_paid_with_money';
  END IF;
  RETURN NEW;
END
$$;

DROP TRIGGER IF EXISTS "order_paid_with_money" ON "order";
CREATE TRIGGER "order_paid_with_money" BEFORE UPDATE OF "status" ON "order" FOR EACH ROW
  WHEN (NEW."status" = 'paid' AND OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION "paid_with_money"();
