-- The roles of Gensvar, and what each may do. Run by a superuser in the database that
-- Gensvar shall use; running it again changes nothing.
--
--   gensvar_owner  owns the tables and changes them
--   gensvar_web    serves people and is bound by row-level security
--   gensvar_work   runs jobs that must see every row
--   gensvar_read   reads figures for other tools: docs/operations/sql-views.md
--
-- With your own server: CREATE ROLE gensvar_login LOGIN PASSWORD '…'; run this file; then
-- GRANT gensvar_owner, gensvar_web, gensvar_work TO gensvar_login; and let DATABASE_URL name it.

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gensvar_owner') THEN
        CREATE ROLE gensvar_owner LOGIN NOSUPERUSER NOBYPASSRLS;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gensvar_web') THEN
        CREATE ROLE gensvar_web LOGIN NOSUPERUSER NOBYPASSRLS;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gensvar_work') THEN
        CREATE ROLE gensvar_work LOGIN NOSUPERUSER BYPASSRLS;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'gensvar_read') THEN
        CREATE ROLE gensvar_read NOLOGIN NOSUPERUSER NOBYPASSRLS;
    END IF;
    EXECUTE format('ALTER DATABASE %I OWNER TO gensvar_owner', current_database());
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format(
        'GRANT CONNECT ON DATABASE %I TO gensvar_owner, gensvar_web, gensvar_work, gensvar_read',
        current_database()
    );
END
$$;

ALTER SCHEMA public OWNER TO gensvar_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO gensvar_web, gensvar_work;

-- What goes to one person is read as they would see it, so a job may become less than it is, for a
-- while and by name: gensvar_web has no right that gensvar_work lacks, and none is inherited.
ALTER ROLE gensvar_work NOINHERIT;
GRANT gensvar_web TO gensvar_work;

ALTER DEFAULT PRIVILEGES FOR ROLE gensvar_owner IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO gensvar_web, gensvar_work;
ALTER DEFAULT PRIVILEGES FOR ROLE gensvar_owner IN SCHEMA public
    GRANT USAGE, SELECT ON SEQUENCES TO gensvar_web, gensvar_work;

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS btree_gin;
CREATE EXTENSION IF NOT EXISTS citext;

-- Views that were made before this role was.
DO $$
BEGIN
    IF to_regnamespace('bi') IS NOT NULL THEN
        GRANT USAGE ON SCHEMA bi TO gensvar_read;
        GRANT EXECUTE ON FUNCTION bi.is_of_cases(text) TO gensvar_read;
        GRANT SELECT ON bi.clients, bi.queues, bi.days, bi.day_sums, bi.contacts, bi.restatements
            TO gensvar_read;
    END IF;
END
$$;
