from django.db import migrations

# As the other figures: of confidential contacts, too, and only sums come out.
SQL = """
CREATE FUNCTION kpi_transfers(of_client bigint, since date, until date)
RETURNS TABLE (why text, calls bigint, cold bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(r.payload ->> 'why', ''), count(*), count(*) FILTER (WHERE f.outcome = 'cold')
    FROM kpi_fact f JOIN events_eventrecord r ON r.id = f.record_id
    WHERE f.client_id = of_client AND of_client = ANY (current_clients())
      AND f.day >= since AND f.day < until AND f.kind = 'transfer' AND f.channel = 'phone'
    GROUP BY 1 $$;

-- The cases in which ready words were used, by the variant that was: language, and how easy.
CREATE FUNCTION kpi_words_used(of_client bigint, since timestamptz, until timestamptz)
RETURNS TABLE (language text, is_easy boolean, cases bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT r.payload ->> 'language', (r.payload ->> 'is_easy')::boolean, count(DISTINCT r.case_id)
    FROM events_eventrecord r
    WHERE r.name = 'cases.canned-text-used' AND r.at >= since AND r.at < until
      AND r.client_id = of_client AND of_client = ANY (current_clients())
    GROUP BY 1, 2 $$;

REVOKE EXECUTE ON FUNCTION kpi_transfers(bigint, date, date),
    kpi_words_used(bigint, timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kpi_transfers(bigint, date, date),
    kpi_words_used(bigint, timestamptz, timestamptz) TO gensvar_web, gensvar_work;
"""
UNDO = """DROP FUNCTION kpi_transfers(bigint, date, date),
    kpi_words_used(bigint, timestamptz, timestamptz);"""


class Migration(migrations.Migration):
    dependencies = [("kpi", "0025_count_what_was_imported")]
    operations = [migrations.RunSQL(SQL, UNDO)]
