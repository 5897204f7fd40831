from django.db import migrations

# Published figures count confidential cases too, which the web role does not see: so the counting
# is done by functions of the owner, for clients that the reader reaches, and only sums come out.
SQL = """
CREATE FUNCTION kpi_hand_overs(of_client bigint, since timestamptz, until timestamptz)
RETURNS TABLE (subject_id bigint, why text, hand_overs bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.subject_id, h.why, count(*)
    FROM cases_handover h JOIN cases_case c ON c.id = h.case_id
    WHERE h.client_id = of_client AND of_client = ANY (current_clients())
      AND h.at >= since AND h.at < until
    GROUP BY c.subject_id, h.why $$;

CREATE FUNCTION kpi_promises(of_client bigint, since timestamptz, until timestamptz)
RETURNS TABLE (outcome text, promises bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT e.outcome, count(*)
    FROM cases_promiseend e JOIN cases_promise p ON p.id = e.promise_id
    WHERE e.client_id = of_client AND of_client = ANY (current_clients())
      AND p.due_at >= since AND p.due_at < until
    GROUP BY e.outcome $$;

REVOKE EXECUTE ON FUNCTION kpi_hand_overs(bigint, timestamptz, timestamptz),
    kpi_promises(bigint, timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kpi_hand_overs(bigint, timestamptz, timestamptz),
    kpi_promises(bigint, timestamptz, timestamptz) TO gensvar_web, gensvar_work;
"""
UNDO = """
DROP FUNCTION kpi_hand_overs(bigint, timestamptz, timestamptz);
DROP FUNCTION kpi_promises(bigint, timestamptz, timestamptz);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("kpi", "0010_count_past_months"),
        ("cases", "0029_deeds"),
    ]
    operations = [migrations.RunSQL(SQL, UNDO)]
