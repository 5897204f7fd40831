from importlib import import_module

from django.db import migrations, models

# The functions answer as their owner, whom no policy binds: they ask about secrecy themselves.
WRITING = """
CREATE OR REPLACE FUNCTION search_write_cases(ids bigint[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH written AS (
        INSERT INTO search_casewords (case_id, client_id, words, access_id)
        SELECT said.case_id, said.client_id, search_vector(said.said, said.terms), k.access_id
        FROM search_said(ids) said JOIN cases_case k ON k.id = said.case_id
        ORDER BY said.case_id
        ON CONFLICT (case_id)
            DO UPDATE SET words = excluded.words, client_id = excluded.client_id,
                          access_id = excluded.access_id
        RETURNING words
    )
    SELECT search_learn(words) FROM written $$;
CREATE FUNCTION search_after_access() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE search_casewords SET access_id = NEW.access_id WHERE case_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER find_by_access AFTER UPDATE OF access_id, subject_id, customer_id ON cases_case
    FOR EACH ROW WHEN (OLD.access_id IS DISTINCT FROM NEW.access_id)
    EXECUTE FUNCTION search_after_access();
"""
FINDING = """
CREATE OR REPLACE FUNCTION search_cases(asked text[], most int) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    terms tsquery := search_terms(asked);
    clients bigint[] := current_clients();
    groups bigint[] := current_groups();
    lists bigint[] := current_lists();
BEGIN
    IF terms IS NULL THEN RETURN; END IF;
    IF groups = '{}' AND lists = '{}' THEN
        RETURN QUERY SELECT case_id FROM search_casewords
            WHERE words @@ terms AND client_id = ANY (clients) AND access_id IS NULL
            ORDER BY case_id DESC LIMIT most;
    ELSE
        RETURN QUERY SELECT w.case_id FROM search_casewords w JOIN cases_case c ON c.id = w.case_id
            WHERE w.words @@ terms
              AND (w.access_id = ANY (lists) OR (w.access_id IS NULL
                   AND (w.client_id = ANY (clients) OR c.group_id = ANY (groups))))
            ORDER BY w.case_id DESC LIMIT most;
    END IF;
END $$;
CREATE OR REPLACE FUNCTION search_customers(patterns text[], most int) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    clients bigint[] := current_clients();
    groups bigint[] := current_groups();
    lists bigint[] := current_lists();
BEGIN
    IF cardinality(patterns) = 0 THEN RETURN; END IF;
    RETURN QUERY SELECT w.customer_id FROM search_customerwords w
        WHERE w.line LIKE ALL (patterns)
          AND (w.client_id = ANY (clients) OR ((groups <> '{}' OR lists <> '{}')
               AND w.customer_id IN (SELECT c.customer_id FROM cases_case c
                   WHERE c.group_id = ANY (groups) OR c.access_id = ANY (lists))))
          AND NOT EXISTS (SELECT FROM customers_customer c WHERE c.id = w.customer_id
                          AND c.secret AND hidden_customer(c.id))
        ORDER BY w.customer_id DESC LIMIT most;
END $$;
"""
BEFORE = import_module("gensvar.operations.search.migrations.0005_rebuild_beside_others").REBUILD
ACCESS = """
    UPDATE search_casewords w SET access_id = k.access_id
        FROM cases_case k WHERE k.id = w.case_id AND k.access_id IS NOT NULL;
    INSERT INTO search_stem"""
REBUILDING = BEFORE.replace("\n    INSERT INTO search_stem", ACCESS, 1)


class Migration(migrations.Migration):
    dependencies = [("search", "0005_rebuild_beside_others"), ("cases", "0025_hidden")]
    operations = [
        migrations.AddField("casewords", "access_id", models.BigIntegerField(null=True)),
        # Going back, the functions go on asking about secrecy; the column must stay for them.
        migrations.RunSQL(WRITING + FINDING + REBUILDING, migrations.RunSQL.noop),
        migrations.RunSQL(
            "UPDATE search_casewords w SET access_id = k.access_id FROM cases_case k"
            " WHERE k.id = w.case_id AND k.access_id IS NOT NULL",
            migrations.RunSQL.noop,
        ),
    ]
