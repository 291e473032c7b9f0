-- Every posting sums to zero per currency, looked at once, when the transaction commits.
CREATE OR REPLACE FUNCTION "entry_balances"() RETURNS TRIGGER
  LANGUAGE plpgsql SET search_path = pg_catalog, public
AS $$
DECLARE
  told RECORD;
  seen BOOLEAN := false;
  at_stake RECORD := CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
BEGIN
  FOR told IN
    SELECT currency, sum(amount_minor) AS balance FROM public.entry
    WHERE tenant_id = at_stake.tenant_id AND posting_id = at_stake.posting_id GROUP BY currency
  LOOP
    seen := true;
    IF told.balance <> 0 THEN
      RAISE EXCEPTION 'posting % does not balance: % % left over', at_stake.posting_id, told.balance, told.currency
        USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_balances';
    END IF;
  END LOOP;
  -- Under another tenant's scope the entries would be hidden, and hidden is not the same as balanced.
  IF NOT seen AND TG_OP <> 'DELETE' THEN
    RAISE EXCEPTION 'posting % cannot be seen at commit', at_stake.posting_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_balances';
  END IF;
  RETURN NULL;
END
$$;

DROP TRIGGER IF EXISTS "entry_balances" ON "entry";
CREATE CONSTRAINT TRIGGER "entry_balances" AFTER INSERT OR UPDATE OR DELETE ON "entry"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "entry_balances"();
