from django.db import migrations

# As the other figures: confidential contacts are counted by the owner, and only sums come out.
# A call that nobody answered is not there to be registered.
SQL = """
CREATE FUNCTION kpi_registration(of_client bigint, since timestamptz, until timestamptz)
RETURNS TABLE (day date, contacts bigint, with_case bigint, with_reason bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT day, count(*), count(*) FILTER (WHERE has_case),
           count(*) FILTER (WHERE has_reason AND NOT has_case)
    FROM (
        SELECT kpi_day(t.started_at) AS day,
               EXISTS (SELECT FROM cases_casecontact l WHERE l.contact_id = t.id) AS has_case,
               EXISTS (SELECT FROM contacts_nocase n WHERE n.contact_id = t.id) AS has_reason
        FROM contacts_contact t
        WHERE t.client_id = of_client AND of_client = ANY (current_clients())
          AND t.direction = 'in' AND t.started_at >= since AND t.started_at < until
          AND NOT (t.channel = 'phone' AND t.answered_at IS NULL AND t.ended_at IS NOT NULL)
    ) AS came
    GROUP BY day $$;

REVOKE EXECUTE ON FUNCTION kpi_registration(bigint, timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kpi_registration(bigint, timestamptz, timestamptz)
    TO gensvar_web, gensvar_work;
"""
UNDO = "DROP FUNCTION kpi_registration(bigint, timestamptz, timestamptz);"


class Migration(migrations.Migration):
    dependencies = [
        ("kpi", "0011_count_what_was_promised_and_handed_over"),
        ("contacts", "0011_contacts_without_case"),
    ]
    operations = [migrations.RunSQL(SQL, UNDO)]
