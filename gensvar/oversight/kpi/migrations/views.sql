-- What other tools may read: docs/operations/sql-views.md. The views pass row security as their
-- owner does, so each asks by itself whose figures the login may read, and none of them holds a
-- person, a case, a contact, an agent or the instant of anything. Of cases no number below five is
-- told; calls and chats are told one by one, by the half-hour, with nothing to know them by.

CREATE SCHEMA IF NOT EXISTS bi;
REVOKE ALL ON SCHEMA bi FROM PUBLIC;

-- Which login reads the figures of which client. Without a row it reads nothing.
CREATE TABLE bi.readers (
    login name NOT NULL,
    client_id bigint NOT NULL,
    PRIMARY KEY (login, client_id));

-- What is counted of cases: a small number of them is not told, nor a time that is of few.
CREATE FUNCTION bi.is_of_cases(counter text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
    SELECT counter IN ('closed', 'cases_opened', 'handed_over', 'lead_minutes', 'reopened',
                       'reopened_by_mistake', 'at_front', 'at_department', 'at_customer',
                       'open_ages', 'readings') OR counter LIKE 'settled%' $$;

CREATE VIEW bi.clients WITH (security_barrier) AS
    SELECT c.id AS client_id, c.name
    FROM public.agreements_client c JOIN bi.readers r ON r.client_id = c.id
    WHERE r.login = session_user;

CREATE VIEW bi.queues WITH (security_barrier) AS
    SELECT q.id AS queue_id, q.client_id, q.name, q.channel
    FROM public.routing_queue q JOIN bi.readers r ON r.client_id = q.client_id
    WHERE r.login = session_user;

-- A day that is not whole is not in the other views.
CREATE VIEW bi.days WITH (security_barrier) AS
    SELECT d.client_id, d.day, d.closed_at IS NOT NULL AS is_whole, d.closed_at AS told_at
    FROM public.kpi_day d JOIN bi.readers r ON r.client_id = d.client_id
    WHERE r.login = session_user;

CREATE VIEW bi.day_sums WITH (security_barrier) AS
    SELECT s.client_id, s.day, nullif(s.queue, 0) AS queue_id, s.counter,
           CASE WHEN NOT hide.it THEN s.amount END AS amount, hide.it AS is_hidden
    FROM public.kpi_daysum s
    JOIN bi.readers r ON r.client_id = s.client_id
    JOIN public.kpi_day d ON d.client_id = s.client_id AND d.day = s.day
        AND d.closed_at IS NOT NULL
    CROSS JOIN LATERAL (SELECT bi.is_of_cases(s.counter) AND (
        s.amount > 0 AND s.amount < 5
        -- Times, and what is a part of the closed, tell of as many cases as were closed; where the
        -- rest of them is small, the part tells of it.
        OR s.counter IN ('at_front', 'at_department', 'at_customer', 'reopened',
                         'reopened_by_mistake') AND EXISTS (
            SELECT FROM public.kpi_daysum w
            WHERE w.client_id = s.client_id AND w.day = s.day AND w.counter = 'closed'
            GROUP BY w.day HAVING sum(w.amount) < 5
                OR s.counter LIKE 'reopened%' AND sum(w.amount) - s.amount BETWEEN 1 AND 4)
        OR s.counter IN ('settled_unknown', 'settled_repeated', 'settled_repeats') AND EXISTS (
            SELECT FROM public.kpi_daysum w
            WHERE w.client_id = s.client_id AND w.day = s.day AND w.counter =
                CASE s.counter WHEN 'settled_repeats' THEN 'settled_contacts'
                    ELSE 'settled_closed' END
              AND (w.amount < 5 OR w.amount - s.amount BETWEEN 1 AND 4)))) AS hide (it)
    WHERE r.login = session_user AND s.amount <> 0;

-- Calls and chats, each on its own: how long somebody waited, talked and was on hold.
CREATE VIEW bi.contacts WITH (security_barrier) AS
    SELECT f.client_id, f.day, date_bin('30 minutes', f.at, '2000-01-01 00:00+00') AS half_hour,
           f.queue_id, f.channel, f.kind, f.outcome, f.seconds, f.more_seconds
    FROM public.kpi_fact f
    JOIN bi.readers r ON r.client_id = f.client_id
    JOIN public.kpi_day d ON d.client_id = f.client_id AND d.day = f.day
        AND d.closed_at IS NOT NULL
    WHERE r.login = session_user AND f.channel IN ('phone', 'chat')
      AND f.kind IN ('offered', 'wait', 'done', 'transfer', 'menu', 'call', 'call-end', 'chat',
                     'chat-reply', 'tried', 'reached', 'outside');

-- What was told otherwise before.
CREATE VIEW bi.restatements WITH (security_barrier) AS
    SELECT s.client_id, s.day, s.counter, s.before, s.after, s.at
    FROM public.kpi_restatement s JOIN bi.readers r ON r.client_id = s.client_id
    WHERE r.login = session_user AND NOT bi.is_of_cases(s.counter);

REVOKE ALL ON ALL TABLES IN SCHEMA bi FROM PUBLIC;
REVOKE ALL ON FUNCTION bi.is_of_cases(text) FROM PUBLIC;
-- Where the roles were made by an earlier roles.sql the new one is run again: it grants the same.
DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'gensvar_read') THEN
        GRANT USAGE ON SCHEMA bi TO gensvar_read;
        GRANT EXECUTE ON FUNCTION bi.is_of_cases(text) TO gensvar_read;
        GRANT SELECT ON bi.clients, bi.queues, bi.days, bi.day_sums, bi.contacts, bi.restatements
            TO gensvar_read;
    END IF;
END $$;

-- For Prometheus: a day of all clients together, and no row.
CREATE FUNCTION kpi_sums_of_all(on_day date) RETURNS TABLE (counter text, amount numeric)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.counter, sum(s.amount) FROM kpi_daysum s WHERE s.day = on_day GROUP BY s.counter $$;
CREATE FUNCTION kpi_values_of_all(on_day date)
RETURNS TABLE (counter text, value numeric, often bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT each.counter, each.value::numeric, count(*) FROM (
        SELECT s.counter, unnest(s.list) AS value FROM kpi_daysum s
        WHERE s.day = on_day AND s.counter IN ('waits_answered', 'waits_abandoned',
            'chat_answered', 'chat_given_up', 'chat_replies', 'chat_lengths')) AS each
    GROUP BY each.counter, each.value ORDER BY each.counter, each.value $$;
REVOKE EXECUTE ON FUNCTION kpi_sums_of_all(date), kpi_values_of_all(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kpi_sums_of_all(date), kpi_values_of_all(date)
    TO gensvar_web, gensvar_work;
