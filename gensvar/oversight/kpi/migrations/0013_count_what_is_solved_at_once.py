from django.db import migrations

# As the other figures: confidential cases are counted by the owner, and only sums come out.
# Solved at once: the customer came one time, nobody else was asked, at most one answer was
# written, and the case was closed and stayed so.
SQL = """
CREATE FUNCTION kpi_solved_at_once(of_client bigint, since timestamptz, until timestamptz)
RETURNS TABLE (channel text, cases bigint, solved bigint, referred bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT channel, count(*), count(*) FILTER (WHERE at_once AND NOT elsewhere),
           count(*) FILTER (WHERE at_once AND elsewhere)
    FROM (
        SELECT c.channel::text AS channel, talk.came = 1 AND talk.answers <= 1
                   AND c.state = 'closed'
                   AND NOT EXISTS (SELECT FROM cases_handover h WHERE h.case_id = c.id)
                   AND (SELECT count(*) <= 1 FROM cases_casestate s
                        WHERE s.case_id = c.id AND s.state = 'closed') AS at_once,
               EXISTS (SELECT FROM cases_needoutcome n WHERE n.case_id = c.id
                           AND n.met = 'referred' AND n.undone_at IS NULL) AS elsewhere
        FROM cases_case c
        CROSS JOIN LATERAL (
            SELECT count(DISTINCT t.id) FILTER (WHERE t.direction = 'in') AS came,
                   count(o.id) FILTER (WHERE o.purpose = 'answer' AND NOT o.is_automatic
                                           AND o.state <> 'cancelled') AS answers
            FROM cases_casecontact l JOIN contacts_contact t ON t.id = l.contact_id
            LEFT JOIN contacts_message m ON m.contact_id = t.id AND m.direction = 'out'
            LEFT JOIN contacts_outgoing o ON o.message_id = m.id
            WHERE l.case_id = c.id
        ) AS talk
        WHERE c.client_id = of_client AND of_client = ANY (current_clients())
          AND c.opened_at >= since AND c.opened_at < until
          AND talk.came > 0
    ) AS asked
    GROUP BY channel $$;

REVOKE EXECUTE ON FUNCTION kpi_solved_at_once(bigint, timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kpi_solved_at_once(bigint, timestamptz, timestamptz)
    TO gensvar_web, gensvar_work;
"""
UNDO = "DROP FUNCTION kpi_solved_at_once(bigint, timestamptz, timestamptz);"


class Migration(migrations.Migration):
    dependencies = [
        ("kpi", "0012_count_what_is_registered"),
        ("cases", "0032_need_outcomes"),
    ]
    operations = [migrations.RunSQL(SQL, UNDO)]
