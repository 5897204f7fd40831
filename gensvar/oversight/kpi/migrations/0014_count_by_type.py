from django.db import migrations

# As the other figures: confidential cases are counted by the owner, and only sums come out, for
# clients that the reader reaches, by right of the client or of a group in it.
REACHED = """(of_client = ANY (current_clients()) OR of_client IN (
    SELECT client_id FROM people_group WHERE id = ANY (current_groups())))"""
# Chosen for the case, else that of its subject, else the client's default.
TYPE = """coalesce(c.type_id, (SELECT case_type_id FROM knowledge_subject WHERE id = c.subject_id),
    (SELECT id FROM casetypes_casetype WHERE client_id = of_client AND is_default))"""
SPAN = "of_client bigint, since timestamptz, until timestamptz"
SPAN_TYPES = "bigint, timestamptz, timestamptz"
OWNER = "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp"

SQL = f"""
CREATE FUNCTION kpi_cases_of_types({SPAN}, in_seconds int)
RETURNS TABLE (type_id bigint, measure text, part numeric, whole bigint) {OWNER} AS $$
    WITH opened AS (
        SELECT {TYPE} AS type_id, c.id, c.state, EXISTS (
                   SELECT FROM cases_handover h WHERE h.case_id = c.id) AS is_handed_over
        FROM cases_case c
        WHERE c.client_id = of_client AND {REACHED}
          AND c.opened_at >= since AND c.opened_at < until),
    talked AS (
        SELECT o.*, talk.answers <= 1 AND talk.came = 1 AND o.state = 'closed'
                   AND NOT o.is_handed_over
                   AND (SELECT count(*) <= 1 FROM cases_casestate s
                        WHERE s.case_id = o.id AND s.state = 'closed') AS at_once
        FROM opened o CROSS JOIN LATERAL (
            SELECT count(DISTINCT t.id) FILTER (WHERE t.direction = 'in') AS came,
                   count(out.id) FILTER (WHERE out.purpose = 'answer' AND NOT out.is_automatic
                                             AND out.state <> 'cancelled') AS answers
            FROM cases_casecontact l JOIN contacts_contact t ON t.id = l.contact_id
            LEFT JOIN contacts_message m ON m.contact_id = t.id AND m.direction = 'out'
            LEFT JOIN contacts_outgoing out ON out.message_id = m.id
            WHERE l.case_id = o.id) AS talk
        WHERE talk.came > 0),
    calls AS (
        SELECT DISTINCT {TYPE} AS type_id, t.id,
               extract(epoch FROM t.answered_at - t.started_at) AS waited,
               extract(epoch FROM t.ended_at - t.answered_at) AS lasted
        FROM contacts_contact t JOIN cases_casecontact l ON l.contact_id = t.id
        JOIN cases_case c ON c.id = l.case_id AND c.client_id = of_client
        WHERE t.client_id = of_client AND {REACHED} AND t.channel = 'phone' AND t.direction = 'in'
          AND t.started_at >= since AND t.started_at < until AND t.answered_at IS NOT NULL)
    SELECT type_id, 'K23', count(*) FILTER (WHERE state = 'closed' AND NOT is_handed_over), count(*)
    FROM opened GROUP BY type_id
    UNION ALL
    SELECT type_id, 'K20', count(*) FILTER (WHERE at_once), count(*) FROM talked GROUP BY type_id
    UNION ALL
    SELECT type_id, 'K02', count(*) FILTER (WHERE ceil(waited) <= in_seconds), count(*)
    FROM calls GROUP BY type_id
    UNION ALL
    SELECT type_id, 'K05', sum(waited), count(*) FROM calls GROUP BY type_id
    UNION ALL
    SELECT type_id, 'K40', sum(lasted), count(*) FROM calls WHERE lasted IS NOT NULL
    GROUP BY type_id
    UNION ALL
    SELECT {TYPE}, 'K30', count(*) FILTER (WHERE e.outcome = 'kept'), count(*)
    FROM cases_promiseend e JOIN cases_promise p ON p.id = e.promise_id
    JOIN cases_case c ON c.id = p.case_id
    WHERE e.client_id = of_client AND {REACHED} AND p.due_at >= since AND p.due_at < until
      AND e.outcome IN ('kept', 'renegotiated', 'broken')
    GROUP BY 1 $$;

CREATE FUNCTION kpi_overdue_of_types(of_client bigint, at timestamptz)
RETURNS TABLE (type_id bigint, part bigint, whole bigint) {OWNER} AS $$
    SELECT {TYPE}, count(*) FILTER (WHERE d.due_at < at), count(*)
    FROM cases_case c LEFT JOIN cases_deadline d ON d.case_id = c.id
    WHERE c.client_id = of_client AND {REACHED} AND c.state <> 'closed'
    GROUP BY 1 $$;

CREATE FUNCTION kpi_feedback_of_types(of_client bigint, starts timestamptz[], ends timestamptz[],
    dues timestamptz[], at timestamptz)
RETURNS TABLE (type_id bigint, part bigint, whole bigint) {OWNER} AS $$
    SELECT {TYPE}, count(*) FILTER (WHERE f.answered_at <= due.due_at),
           count(*) FILTER (WHERE f.answered_at IS NOT NULL OR due.due_at < at)
    FROM unnest(starts, ends, dues) AS due (starts_at, ends_at, due_at)
    JOIN kpi_feedbacktime f ON f.client_id = of_client
        AND f.handed_at >= due.starts_at AND f.handed_at < due.ends_at
    JOIN cases_handover h ON h.id = f.hand_over_id JOIN cases_case c ON c.id = h.case_id
    WHERE {REACHED}
    GROUP BY 1 $$;

-- Open time is given as the times of being open, and how many seconds were open before each.
CREATE FUNCTION kpi_lead_times_of_types({SPAN}, starts timestamptz[], ends timestamptz[],
    before double precision[])
RETURNS TABLE (type_id bigint, half_seconds double precision, cases bigint) {OWNER} AS $$
    SELECT type_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY
               before[b] + extract(epoch FROM least(closed_at, ends[b]) - starts[b])
               - before[a] - extract(epoch FROM least(opened_at, ends[a]) - starts[a])), count(*)
    FROM (
        SELECT {TYPE} AS type_id, greatest(c.opened_at, starts[1]) AS opened_at, c.closed_at,
               greatest(width_bucket(c.opened_at, starts), 1) AS a,
               width_bucket(c.closed_at, starts) AS b
        FROM cases_case c
        WHERE c.client_id = of_client AND {REACHED} AND c.state = 'closed'
          AND c.closed_at >= since AND c.closed_at < until) AS ended
    WHERE b > 0
    GROUP BY type_id $$;
"""
FUNCTIONS = (
    f"kpi_cases_of_types({SPAN_TYPES}, int)",
    "kpi_overdue_of_types(bigint, timestamptz)",
    "kpi_feedback_of_types(bigint, timestamptz[], timestamptz[], timestamptz[], timestamptz)",
    f"kpi_lead_times_of_types({SPAN_TYPES}, timestamptz[], timestamptz[], double precision[])",
)
RIGHTS = (
    f"REVOKE EXECUTE ON FUNCTION {', '.join(FUNCTIONS)} FROM PUBLIC;"
    f"GRANT EXECUTE ON FUNCTION {', '.join(FUNCTIONS)} TO gensvar_web, gensvar_work;"
)
UNDO = f"DROP FUNCTION {', '.join(FUNCTIONS)};"


class Migration(migrations.Migration):
    dependencies = [
        ("kpi", "0013_count_what_is_solved_at_once"),
        ("cases", "0034_promise_in_chat"),
        ("casetypes", "0002_wishes"),
    ]
    operations = [migrations.RunSQL(SQL + RIGHTS, UNDO)]
