-- Two roles that own nothing and cannot bypass row-level security. The caller puts their passwords into local settings.
DO $$
DECLARE
  name TEXT;
BEGIN
  FOREACH name IN ARRAY ARRAY['rialto_app', 'rialto_platform'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
      EXECUTE format('CREATE ROLE %I', name);
    END IF;
    EXECUTE format('ALTER ROLE %I LOGIN NOCREATEDB NOCREATEROLE PASSWORD %L', name, current_setting('rialto.' || name || '_password'));
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = name AND (rolsuper OR rolbypassrls OR rolreplication)) THEN
      RAISE EXCEPTION 'role % must not be able to bypass row-level security', name;
    END IF;
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), name);
    EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', name);
  END LOOP;
END
$$;

-- The embedded job queue keeps its tables in a schema that it makes itself; it runs as the platform.
DO $$
BEGIN
  EXECUTE format('GRANT CREATE ON DATABASE %I TO rialto_platform', current_database());
END
$$;
