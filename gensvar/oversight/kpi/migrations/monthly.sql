-- Every sum is kept twice: of its day, and of its month, so that a long period is a few months and
-- the days at its ends. Both are written in the transaction in which something happens.

CREATE FUNCTION kpi_month(day date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT day - extract(day FROM day)::int + 1 $$;

CREATE OR REPLACE FUNCTION kpi_add_case(c cases_case, way int, is_handed_over boolean) RETURNS void
LANGUAGE sql AS $$
    INSERT INTO kpi_casecount
        (client_id, day, is_month, subject_id, need_type, cases, handed_over, solved_at_front)
    SELECT c.client_id, span.day, span.is_month, c.subject_id, c.need_type, way,
           CASE WHEN is_handed_over THEN way ELSE 0 END,
           CASE WHEN c.state = 'closed' AND NOT is_handed_over THEN way ELSE 0 END
    FROM kpi_day(c.opened_at) AS opened (day),
         LATERAL (VALUES (opened.day, false), (kpi_month(opened.day), true)) AS span (day, is_month)
    $$;

CREATE OR REPLACE FUNCTION kpi_add_contact(c contacts_contact, way int) RETURNS void
LANGUAGE sql AS $$
    INSERT INTO kpi_contactcount
        (client_id, day, is_month, channel, direction, waited_seconds, contacts, talks, talked)
    SELECT c.client_id, span.day, span.is_month, c.channel, c.direction,
           CASE WHEN c.channel = 'phone' THEN
               ceil(extract(epoch FROM c.answered_at - c.started_at))::int END,
           way, CASE WHEN over THEN way ELSE 0 END,
           CASE WHEN over THEN (c.ended_at - c.answered_at) * way ELSE interval '0' END
    FROM (SELECT c.channel = 'phone' AND c.answered_at IS NOT NULL AND c.ended_at IS NOT NULL,
                 kpi_day(c.started_at)) AS call (over, day),
         LATERAL (VALUES (call.day, false), (kpi_month(call.day), true)) AS span (day, is_month)
    $$;

CREATE OR REPLACE FUNCTION kpi_rebuild() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH by_day AS (
        SELECT client_id, kpi_day(opened_at) AS day, subject_id, need_type, count(*) AS cases,
               count(h.case_id) AS handed,
               count(*) FILTER (WHERE state = 'closed' AND h.case_id IS NULL) AS solved
        FROM cases_case LEFT JOIN (SELECT DISTINCT case_id FROM cases_handover) h
            ON h.case_id = cases_case.id
        GROUP BY 1, 2, 3, 4)
    INSERT INTO kpi_casecount
        (client_id, day, is_month, subject_id, need_type, cases, handed_over, solved_at_front)
    SELECT client_id, day, is_month, subject_id, need_type, sum(cases), sum(handed), sum(solved)
    FROM (
        SELECT client_id, day, false AS is_month, subject_id, need_type, cases, handed, solved
        FROM by_day
        UNION ALL
        SELECT client_id, kpi_month(day), true, subject_id, need_type, cases, handed, solved
        FROM by_day
        UNION ALL
        SELECT client_id, day, is_month, subject_id, need_type, -cases, -handed_over,
               -solved_at_front
        FROM kpi_casecount) AS difference
    GROUP BY 1, 2, 3, 4, 5
    HAVING sum(cases) <> 0 OR sum(handed) <> 0 OR sum(solved) <> 0;

    WITH by_day AS (
        SELECT client_id, kpi_day(started_at) AS day, channel, direction,
               CASE WHEN channel = 'phone' THEN
                   ceil(extract(epoch FROM answered_at - started_at))::int END AS waited,
               count(*) AS contacts,
               count(*) FILTER (WHERE channel = 'phone' AND answered_at IS NOT NULL
                   AND ended_at IS NOT NULL) AS talks,
               coalesce(sum(ended_at - answered_at) FILTER (WHERE channel = 'phone'),
                   interval '0') AS talked
        FROM contacts_contact GROUP BY 1, 2, 3, 4, 5)
    INSERT INTO kpi_contactcount
        (client_id, day, is_month, channel, direction, waited_seconds, contacts, talks, talked)
    SELECT client_id, day, is_month, channel, direction, waited, sum(contacts), sum(talks),
           sum(talked)
    FROM (
        SELECT client_id, day, false AS is_month, channel, direction, waited, contacts, talks,
               talked
        FROM by_day
        UNION ALL
        SELECT client_id, kpi_month(day), true, channel, direction, waited, contacts, talks, talked
        FROM by_day
        UNION ALL
        SELECT client_id, day, is_month, channel, direction, waited_seconds, -contacts, -talks,
               -talked
        FROM kpi_contactcount) AS difference
    GROUP BY 1, 2, 3, 4, 5, 6
    HAVING sum(contacts) <> 0 OR sum(talks) <> 0 OR sum(talked) <> interval '0';

    INSERT INTO kpi_feedbacktime (client_id, hand_over_id, handed_at, answered_at)
    SELECT h.client_id, h.id, h.at, min(f.at)
    FROM cases_handover h
    LEFT JOIN cases_feedback f ON f.hand_over_id = h.id AND f.outcome = 'answered'
    GROUP BY h.id
    ON CONFLICT (hand_over_id) DO NOTHING $$;

CREATE OR REPLACE FUNCTION kpi_gather() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH several AS (
        SELECT id FROM (SELECT id, count(*) OVER (PARTITION BY client_id, is_month, day, subject_id,
            need_type) AS beside FROM kpi_casecount) AS r
        WHERE beside > 1),
    gone AS (DELETE FROM kpi_casecount WHERE id IN (SELECT id FROM several) RETURNING *)
    INSERT INTO kpi_casecount
        (client_id, day, is_month, subject_id, need_type, cases, handed_over, solved_at_front)
    SELECT client_id, day, is_month, subject_id, need_type, sum(cases), sum(handed_over),
           sum(solved_at_front)
    FROM gone GROUP BY 1, 2, 3, 4, 5
    HAVING sum(cases) <> 0 OR sum(handed_over) <> 0 OR sum(solved_at_front) <> 0;

    WITH several AS (
        SELECT id FROM (SELECT id, count(*) OVER (PARTITION BY client_id, is_month, day, channel,
            direction, waited_seconds) AS beside FROM kpi_contactcount) AS r
        WHERE beside > 1),
    gone AS (DELETE FROM kpi_contactcount WHERE id IN (SELECT id FROM several) RETURNING *)
    INSERT INTO kpi_contactcount
        (client_id, day, is_month, channel, direction, waited_seconds, contacts, talks, talked)
    SELECT client_id, day, is_month, channel, direction, waited_seconds, sum(contacts), sum(talks),
           sum(talked)
    FROM gone GROUP BY 1, 2, 3, 4, 5, 6
    HAVING sum(contacts) <> 0 OR sum(talks) <> 0 OR sum(talked) <> interval '0' $$;
