-- The embedded profile's queues: the platform's role makes and keeps their tables, in a schema that the shops' role cannot see.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_namespace WHERE nspname = 'bullmq') THEN
    CREATE SCHEMA "bullmq";
  END IF;
END
$$;
REVOKE ALL ON SCHEMA "bullmq" FROM PUBLIC, rialto_app;
GRANT USAGE, CREATE ON SCHEMA "bullmq" TO rialto_platform;
