-- Count what happens in the transaction in which it happens. The functions act as their owner, so
-- that sums hold what the caller may not see; the web role may read sums and never write them.

CREATE FUNCTION kpi_day(moment timestamptz) RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT (moment AT TIME ZONE '{zone}')::date $$;

CREATE FUNCTION kpi_add_case(c cases_case, way int, is_handed_over boolean) RETURNS void
LANGUAGE sql AS $$
    INSERT INTO kpi_casecount
        (client_id, day, subject_id, need_type, cases, handed_over, solved_at_front)
    VALUES (c.client_id, kpi_day(c.opened_at), c.subject_id, c.need_type, way,
            CASE WHEN is_handed_over THEN way ELSE 0 END,
            CASE WHEN c.state = 'closed' AND NOT is_handed_over THEN way ELSE 0 END) $$;

CREATE FUNCTION kpi_count_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE is_handed_over boolean := false;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        is_handed_over := EXISTS (SELECT FROM cases_handover WHERE case_id = NEW.id);
        PERFORM kpi_add_case(OLD, -1, is_handed_over);
    END IF;
    PERFORM kpi_add_case(NEW, 1, is_handed_over);
    RETURN NULL;
END $$;

CREATE FUNCTION kpi_count_hand_over() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE handed cases_case;
BEGIN
    INSERT INTO kpi_feedbacktime (client_id, hand_over_id, handed_at)
        VALUES (NEW.client_id, NEW.id, NEW.at);
    IF NOT EXISTS (SELECT FROM cases_handover WHERE case_id = NEW.case_id AND id <> NEW.id) THEN
        SELECT * INTO handed FROM cases_case WHERE id = NEW.case_id;
        PERFORM kpi_add_case(handed, -1, false);
        PERFORM kpi_add_case(handed, 1, true);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION kpi_count_feedback() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE kpi_feedbacktime SET answered_at = least(answered_at, NEW.at)
        WHERE hand_over_id = NEW.hand_over_id;
    RETURN NULL;
END $$;

CREATE FUNCTION kpi_add_contact(c contacts_contact, way int) RETURNS void LANGUAGE sql AS $$
    INSERT INTO kpi_contactcount
        (client_id, day, channel, direction, waited_seconds, contacts, talks, talked)
    SELECT c.client_id, kpi_day(c.started_at), c.channel, c.direction,
           CASE WHEN c.channel = 'phone' THEN
               ceil(extract(epoch FROM c.answered_at - c.started_at))::int END,
           way, CASE WHEN over THEN way ELSE 0 END,
           CASE WHEN over THEN (c.ended_at - c.answered_at) * way ELSE interval '0' END
    FROM (SELECT c.channel = 'phone' AND c.answered_at IS NOT NULL AND c.ended_at IS NOT NULL)
        AS call (over) $$;

CREATE FUNCTION kpi_count_contact() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        PERFORM kpi_add_contact(OLD, -1);
    END IF;
    PERFORM kpi_add_contact(NEW, 1);
    RETURN NULL;
END $$;

CREATE TRIGGER count_case AFTER INSERT ON cases_case
    FOR EACH ROW EXECUTE FUNCTION kpi_count_case();
CREATE TRIGGER count_changed_case
    AFTER UPDATE OF client_id, opened_at, subject_id, need_type, state ON cases_case FOR EACH ROW
    WHEN ((OLD.client_id, OLD.opened_at, OLD.subject_id, OLD.need_type, OLD.state = 'closed')
        IS DISTINCT FROM
        (NEW.client_id, NEW.opened_at, NEW.subject_id, NEW.need_type, NEW.state = 'closed'))
    EXECUTE FUNCTION kpi_count_case();
CREATE TRIGGER count_hand_over AFTER INSERT ON cases_handover
    FOR EACH ROW EXECUTE FUNCTION kpi_count_hand_over();
CREATE TRIGGER count_feedback AFTER INSERT ON cases_feedback FOR EACH ROW
    WHEN (NEW.outcome = 'answered') EXECUTE FUNCTION kpi_count_feedback();
CREATE TRIGGER count_contact AFTER INSERT ON contacts_contact
    FOR EACH ROW EXECUTE FUNCTION kpi_count_contact();
CREATE TRIGGER count_changed_contact
    AFTER UPDATE OF client_id, channel, direction, started_at, answered_at, ended_at
    ON contacts_contact FOR EACH ROW
    WHEN ((OLD.client_id, OLD.channel, OLD.direction, OLD.started_at, OLD.answered_at, OLD.ended_at)
        IS DISTINCT FROM
        (NEW.client_id, NEW.channel, NEW.direction, NEW.started_at, NEW.answered_at, NEW.ended_at))
    EXECUTE FUNCTION kpi_count_contact();

-- Adds what is missing from the sums, as one statement each sees it: what is being counted at the
-- same time is either in both sides of the difference or in neither.
CREATE FUNCTION kpi_rebuild() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO kpi_casecount
        (client_id, day, subject_id, need_type, cases, handed_over, solved_at_front)
    SELECT client_id, day, subject_id, need_type, sum(cases), sum(handed), sum(solved) FROM (
        SELECT client_id, kpi_day(opened_at) AS day, subject_id, need_type, count(*) AS cases,
               count(h.case_id) AS handed,
               count(*) FILTER (WHERE state = 'closed' AND h.case_id IS NULL) AS solved
        FROM cases_case LEFT JOIN (SELECT DISTINCT case_id FROM cases_handover) h
            ON h.case_id = cases_case.id
        GROUP BY 1, 2, 3, 4
        UNION ALL
        SELECT client_id, day, subject_id, need_type, -cases, -handed_over, -solved_at_front
        FROM kpi_casecount) AS difference
    GROUP BY 1, 2, 3, 4
    HAVING sum(cases) <> 0 OR sum(handed) <> 0 OR sum(solved) <> 0;

    INSERT INTO kpi_contactcount
        (client_id, day, channel, direction, waited_seconds, contacts, talks, talked)
    SELECT client_id, day, channel, direction, waited, sum(contacts), sum(talks), sum(talked) FROM (
        SELECT client_id, kpi_day(started_at) AS day, channel, direction,
               CASE WHEN channel = 'phone' THEN
                   ceil(extract(epoch FROM answered_at - started_at))::int END AS waited,
               count(*) AS contacts,
               count(*) FILTER (WHERE channel = 'phone' AND answered_at IS NOT NULL
                   AND ended_at IS NOT NULL) AS talks,
               coalesce(sum(ended_at - answered_at) FILTER (WHERE channel = 'phone'),
                   interval '0') AS talked
        FROM contacts_contact GROUP BY 1, 2, 3, 4, 5
        UNION ALL
        SELECT client_id, day, channel, direction, waited_seconds, -contacts, -talks, -talked
        FROM kpi_contactcount) AS difference
    GROUP BY 1, 2, 3, 4, 5
    HAVING sum(contacts) <> 0 OR sum(talks) <> 0 OR sum(talked) <> interval '0';

    INSERT INTO kpi_feedbacktime (client_id, hand_over_id, handed_at, answered_at)
    SELECT h.client_id, h.id, h.at, min(f.at)
    FROM cases_handover h
    LEFT JOIN cases_feedback f ON f.hand_over_id = h.id AND f.outcome = 'answered'
    GROUP BY h.id
    ON CONFLICT (hand_over_id) DO NOTHING $$;

-- One row for each day and kind again. What is added meanwhile is not seen, and stays.
CREATE FUNCTION kpi_gather() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH several AS (
        SELECT id FROM (SELECT id, count(*) OVER (
            PARTITION BY client_id, day, subject_id, need_type) AS beside FROM kpi_casecount) AS r
        WHERE beside > 1),
    gone AS (DELETE FROM kpi_casecount WHERE id IN (SELECT id FROM several) RETURNING *)
    INSERT INTO kpi_casecount
        (client_id, day, subject_id, need_type, cases, handed_over, solved_at_front)
    SELECT client_id, day, subject_id, need_type, sum(cases), sum(handed_over), sum(solved_at_front)
    FROM gone GROUP BY 1, 2, 3, 4
    HAVING sum(cases) <> 0 OR sum(handed_over) <> 0 OR sum(solved_at_front) <> 0;

    WITH several AS (
        SELECT id FROM (SELECT id, count(*) OVER (PARTITION BY client_id, day, channel, direction,
            waited_seconds) AS beside FROM kpi_contactcount) AS r
        WHERE beside > 1),
    gone AS (DELETE FROM kpi_contactcount WHERE id IN (SELECT id FROM several) RETURNING *)
    INSERT INTO kpi_contactcount
        (client_id, day, channel, direction, waited_seconds, contacts, talks, talked)
    SELECT client_id, day, channel, direction, waited_seconds, sum(contacts), sum(talks),
           sum(talked)
    FROM gone GROUP BY 1, 2, 3, 4, 5
    HAVING sum(contacts) <> 0 OR sum(talks) <> 0 OR sum(talked) <> interval '0' $$;

REVOKE EXECUTE ON FUNCTION kpi_rebuild(), kpi_gather(), kpi_add_case(cases_case, int, boolean),
    kpi_add_contact(contacts_contact, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kpi_gather() TO gensvar_work;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON kpi_casecount, kpi_contactcount, kpi_feedbacktime
    FROM gensvar_web;
