-- The tenant of this unit of work, NULL for none. A guest's is refused from the moment that the shop is suspended, in the middle of a
-- request, too. The policies ask in a subselect that stands where the key is looked up: once per statement, whether it finds rows or not.
CREATE OR REPLACE FUNCTION "tenant_in_scope"() RETURNS TEXT
  LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
DECLARE
  named CONSTANT TEXT := nullif(current_setting('rialto.tenant', true), '');
BEGIN
  IF current_setting('rialto.guest', true) = 'on' AND EXISTS (
    SELECT FROM public.tenant WHERE id = named AND status <> 'active'
  ) THEN
    RAISE EXCEPTION 'the shop is suspended' USING ERRCODE = 'RI001';
  END IF;
  RETURN named;
END
$$;

-- Every table is either a tenant's, and then fenced by its tenant_id, or named here as the platform's. There is no third kind.
DO $$
DECLARE
  platform_tables CONSTANT TEXT[] := ARRAY[
    'tenant', 'domain', 'account', 'account_session', 'platform_audit', 'platform_use',
    'pulse_sample', 'pulse_minute', 'fault_note', 'alert_rule', 'alert'
  ];
  append_only     CONSTANT TEXT[] := ARRAY['posting', 'entry', 'platform_audit', 'platform_use', 'stock_movement'];
  -- Of a shop, and the platform's word: the shop may read it.
  agreed          CONSTANT TEXT[] := ARRAY['commission_override'];
  is_platform BOOLEAN;
  rights TEXT;
  name TEXT;
BEGIN
  FOR name IN
    SELECT c.relname FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'
  LOOP
    is_platform := name = ANY (platform_tables);
    IF NOT is_platform AND NOT EXISTS (
      SELECT FROM pg_attribute WHERE attrelid = format('public.%I', name)::regclass AND attname = 'tenant_id' AND attnotnull
    ) THEN
      RAISE EXCEPTION 'table % has no tenant_id and is not named as a platform table', name;
    END IF;

    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('DROP POLICY IF EXISTS tenant_fence ON public.%I', name);
    EXECUTE format('DROP POLICY IF EXISTS platform_pass ON public.%I', name);
    EXECUTE format('CREATE POLICY platform_pass ON public.%I TO rialto_platform USING (true) WITH CHECK (true)', name);

    rights := CASE WHEN name = ANY (append_only) THEN 'SELECT, INSERT' ELSE 'SELECT, INSERT, UPDATE, DELETE' END;
    EXECUTE format('REVOKE ALL ON public.%I FROM PUBLIC, rialto_app, rialto_platform', name);
    EXECUTE format('GRANT %s ON public.%I TO rialto_platform', rights, name);
    IF NOT is_platform THEN
      EXECUTE format('GRANT %s ON public.%I TO rialto_app', CASE WHEN name = ANY (agreed) THEN 'SELECT' ELSE rights END, name);
      EXECUTE format(
        'CREATE POLICY tenant_fence ON public.%I TO rialto_app
           USING (tenant_id = (SELECT public.tenant_in_scope())) WITH CHECK (tenant_id = (SELECT public.tenant_in_scope()))',
        name
      );
    END IF;
  END LOOP;
END
$$;

DROP FUNCTION IF EXISTS "shop_admits"();

-- A shop may look at itself, and change how it presents itself; what it costs and whether it is open is the platform's word.
CREATE POLICY tenant_fence ON "tenant" TO rialto_app USING (id = nullif(current_setting('rialto.tenant', true), ''));
GRANT SELECT, UPDATE ("name", "tagline", "theme") ON "tenant" TO rialto_app;

-- Which migrations ran is nobody's business but the owner's.
REVOKE ALL ON "_prisma_migrations" FROM PUBLIC, rialto_app, rialto_platform;
