-- Facts are written from the event record, sealed or not, once each, and never from anything else;
-- so all of them can be thrown away and written again. The functions act as their owner: facts
-- hold what the caller may not see, and only sums leave.

-- What happened in these seals, each as its fact. What happens once to a contact or a case bears
-- its number, so that the same told twice is one fact; everything else bears that of its record.
CREATE FUNCTION kpi_write_facts(after_seal bigint, last_seal bigint)
RETURNS TABLE (client_id bigint, day date)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH told AS MATERIALIZED (
        SELECT r.*, k.kind FROM events_seal s
        CROSS JOIN LATERAL jsonb_array_elements_text(s.record_ids) AS one (id)
        JOIN events_eventrecord r ON r.id = one.id::bigint
        CROSS JOIN LATERAL (SELECT CASE r.name
            WHEN 'contacts.contact-registered' THEN 'contact'
            WHEN 'routing.contact-queued' THEN 'offered'
            -- Of calls that another exchange told of, by numbers of their own.
            WHEN 'exchange.imported-call-queued' THEN 'offered'
            WHEN 'exchange.imported-call-left' THEN 'wait'
            WHEN 'exchange.imported-call-completed' THEN 'done'
            WHEN 'exchange.imported-call-transferred' THEN 'transfer'
            WHEN 'routing.offer-accepted' THEN 'wait'
            WHEN 'routing.contact-left-queue' THEN 'wait'
            WHEN 'voice.callback-promised' THEN 'wait'
            WHEN 'routing.contact-completed' THEN 'done'
            WHEN 'routing.contact-handed-on' THEN 'transfer'
            WHEN 'routing.presence-chosen' THEN 'presence'
            WHEN 'voice.call-begun' THEN 'call'
            WHEN 'voice.call-ended' THEN 'call-end'
            WHEN 'voice.call-moved' THEN CASE
                WHEN r.payload ->> 'before' IN ('menu', 'choosing') THEN 'menu'
                WHEN r.payload ->> 'state' = 'handed-over' THEN 'transfer'
                WHEN r.payload ->> 'before' = 'dialling' AND r.payload ->> 'state' = 'talking'
                    THEN 'reached'
                WHEN r.payload ->> 'state' = 'dialling-agent' THEN 'tried'
                WHEN r.payload ->> 'before' = 'offered' AND r.payload ->> 'state' = 'closed'
                    THEN 'outside' END
            WHEN 'chat.chat-begun' THEN 'chat'
            WHEN 'chat.chat-line-written' THEN
                CASE WHEN r.agent_id IS NOT NULL THEN 'chat-reply' END
            WHEN 'cases.case-opened' THEN 'case'
            WHEN 'cases.case-closed' THEN 'closing'
            WHEN 'cases.case-reopened' THEN 'reopening'
            WHEN 'cases.case-handed-over' THEN 'hand-over'
            WHEN 'cases.feedback-given' THEN 'feedback'
            WHEN 'cases.promise-kept' THEN 'promise'
            WHEN 'cases.promise-broken' THEN 'promise'
            WHEN 'cases.promise-renegotiated' THEN 'promise'
            WHEN 'workorders.order-made' THEN 'order'
            WHEN 'workorders.order-signed-off' THEN 'order'
            WHEN 'workorders.order-reported-back' THEN 'order' END) AS k (kind)
        WHERE s.id > after_seal AND s.id <= last_seal AND k.kind IS NOT NULL
          AND r.client_id IS NOT NULL),
    counted AS (
        SELECT t.id, t.client_id, t.kind, t.contact_id, t.case_id, t.at, t.name, t.payload,
            (t.payload ->> 'queue_id')::bigint AS queue_id,
            coalesce(t.payload ->> 'channel', q.channel,
                CASE WHEN t.name LIKE 'voice.%' OR t.name LIKE 'exchange.%' THEN 'phone' WHEN t.name LIKE 'chat.%' THEN 'chat'
                END, '') AS channel,
            -- What counts by when it came, not by when it was answered.
            CASE WHEN t.kind = 'wait' THEN
                    t.at - (t.payload ->> 'waited_seconds')::float8 * interval '1 second'
                WHEN t.kind = 'promise' THEN (t.payload ->> 'due_at')::timestamptz
                ELSE t.at END AS counts_at,
            CASE t.kind
                WHEN 'contact' THEN (t.payload ->> 'waited_seconds')::float8
                WHEN 'wait' THEN (t.payload ->> 'waited_seconds')::float8
                WHEN 'done' THEN (t.payload ->> 'talked_seconds')::float8
                WHEN 'call-end' THEN (t.payload ->> 'talked_seconds')::float8
                WHEN 'menu' THEN (t.payload ->> 'seconds')::float8
                WHEN 'presence' THEN (t.payload ->> 'seconds')::float8 END AS seconds,
            CASE t.kind
                WHEN 'contact' THEN (t.payload ->> 'talked_seconds')::float8
                WHEN 'done' THEN (t.payload ->> 'wrap_up_seconds')::float8
                WHEN 'call-end' THEN (t.payload ->> 'held_seconds')::float8 END AS more_seconds
        FROM told t
        LEFT JOIN routing_queue q ON q.id = (t.payload ->> 'queue_id')::bigint),
    written AS (
        INSERT INTO kpi_fact (record_id, client_id, kind, about_id, contact_id, case_id, queue_id,
            channel, outcome, at, day, seconds, more_seconds)
        SELECT c.id, c.client_id, c.kind,
            CASE WHEN c.name LIKE 'exchange.%' AND c.kind IN ('offered', 'wait')
                    THEN -(c.payload ->> 'imported_call_id')::bigint
                WHEN c.kind IN ('contact', 'offered', 'wait', 'chat', 'chat-reply', 'tried',
                                 'reached', 'outside', 'call', 'call-end') THEN c.contact_id
                WHEN c.kind = 'case' THEN c.case_id
                WHEN c.kind IN ('hand-over', 'feedback')
                    THEN (c.payload ->> 'hand_over_id')::bigint
                ELSE c.id END,
            c.contact_id, c.case_id, c.queue_id, c.channel,
            CASE c.kind
                WHEN 'contact' THEN c.payload ->> 'direction'
                WHEN 'wait' THEN CASE c.name
                    WHEN 'routing.offer-accepted' THEN 'answered'
                    WHEN 'voice.callback-promised' THEN 'callback'
                    ELSE c.payload ->> 'outcome' END
                WHEN 'transfer' THEN CASE WHEN c.payload ->> 'before' IN ('consulting', 'conference')
                    THEN 'warm' ELSE 'cold' END
                WHEN 'presence' THEN c.payload ->> 'before'
                WHEN 'menu' THEN c.payload ->> 'state'
                WHEN 'call' THEN CASE WHEN c.payload ->> 'agent_id' IS NULL THEN 'in' ELSE 'out' END
                WHEN 'call-end' THEN c.payload ->> 'outcome'
                WHEN 'feedback' THEN c.payload ->> 'outcome'
                WHEN 'promise' THEN split_part(c.name, '-', 2)
                WHEN 'order' THEN split_part(c.name, '.', 2)
                ELSE '' END,
            c.counts_at, kpi_day(c.counts_at), c.seconds, c.more_seconds
        FROM counted c
        WHERE c.kind <> 'feedback' OR c.payload ->> 'outcome' = 'answered'
        ORDER BY c.id
        ON CONFLICT (kind, about_id) DO NOTHING
        RETURNING kpi_fact.client_id, kpi_fact.day)
    SELECT DISTINCT written.client_id, written.day FROM written $$;

-- From when something began until it ended, by both clocks: elapsed, and in the working time that
-- is given as times of being open and how many seconds were open before each. What ended is found
-- by the seals that told of it, so that a day's facts cost a day's work.
CREATE FUNCTION kpi_clock_facts(of_client bigint, after_seal bigint, last_seal bigint,
    starts timestamptz[], ends timestamptz[], before double precision[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE kpi_fact f SET began_at = began.at,
        seconds = extract(epoch FROM f.at - began.at),
        working_seconds = greatest(0,
            before[b] + extract(epoch FROM least(f.at, ends[b]) - starts[b])
            - before[a] - extract(epoch FROM least(greatest(began.at, starts[1]), ends[a])
                                  - starts[a]))
    FROM (
        SELECT e.id, b.at, greatest(width_bucket(b.at, starts), 1) AS a,
               greatest(width_bucket(e.at, starts), 1) AS b
        FROM kpi_fact e
        JOIN LATERAL (
            SELECT b.at FROM kpi_fact b
            WHERE b.kind = CASE e.kind WHEN 'closing' THEN 'case' WHEN 'feedback' THEN 'hand-over'
                               ELSE 'chat' END
              AND b.about_id = CASE e.kind WHEN 'closing' THEN e.case_id
                                   WHEN 'feedback' THEN e.about_id ELSE e.contact_id END) b ON true
        WHERE e.record_id BETWEEN
            (SELECT min((record_ids ->> 0)::bigint) FROM events_seal
             WHERE id > after_seal AND id <= last_seal)
            AND (SELECT max((record_ids ->> -1)::bigint) FROM events_seal
                 WHERE id > after_seal AND id <= last_seal)
          AND e.client_id = of_client AND e.kind IN ('closing', 'feedback', 'chat-reply')
          AND e.began_at IS NULL) AS began
    WHERE f.id = began.id AND cardinality(starts) > 0;

    UPDATE kpi_fact f SET began_at = shut.at, seconds = extract(epoch FROM f.at - shut.at)
    FROM kpi_fact e
    JOIN LATERAL (
        SELECT c.at FROM kpi_fact c WHERE c.kind = 'closing' AND c.case_id = e.case_id
          AND c.record_id < e.record_id ORDER BY c.record_id DESC LIMIT 1) shut ON true
    WHERE f.id = e.id AND e.record_id BETWEEN
            (SELECT min((record_ids ->> 0)::bigint) FROM events_seal
             WHERE id > after_seal AND id <= last_seal)
            AND (SELECT max((record_ids ->> -1)::bigint) FROM events_seal
                 WHERE id > after_seal AND id <= last_seal)
      AND e.client_id = of_client AND e.kind = 'reopening'
      AND e.began_at IS NULL $$;

-- The sums of some days of a client anew, from its facts. What was told of a day stays in `told`.
CREATE FUNCTION kpi_sum_days(of_client bigint, days date[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH facts AS (
        SELECT f.*, coalesce(f.queue_id, 0) AS queue,
               f.channel = 'phone' AS is_call, f.channel = 'chat' AS is_chat,
               -- Of a contact that came in from elsewhere its wait was measured there.
               f.kind = 'contact' AND f.outcome = 'in' AND f.seconds IS NOT NULL AS is_elsewhere
        FROM kpi_fact f WHERE f.client_id = of_client AND f.day = ANY (days)),
    summed AS (
        SELECT day, queue, sum_of.* FROM (
            SELECT day, queue,
                count(*) FILTER (WHERE is_call AND (kind = 'offered' OR is_elsewhere)) AS offered,
                count(*) FILTER (WHERE kind = 'outside') AS outside,
                count(*) FILTER (WHERE is_call AND kind = 'wait' AND outcome = 'callback') AS cb,
                count(*) FILTER (WHERE is_call AND kind = 'wait' AND outcome = 'overflow') AS flow,
                count(*) FILTER (WHERE is_call AND kind = 'wait' AND outcome = 'settled') AS settled,
                count(*) FILTER (WHERE is_call AND kind = 'done') AS handled,
                sum(seconds) FILTER (WHERE is_call AND kind = 'done') AS handled_talk,
                sum(more_seconds) FILTER (WHERE is_call AND kind = 'done') AS wrap,
                count(*) FILTER (WHERE is_call AND is_elsewhere AND more_seconds IS NOT NULL)
                    AS talks_elsewhere,
                sum(more_seconds) FILTER (WHERE is_call AND is_elsewhere) AS talk_elsewhere,
                count(*) FILTER (WHERE is_call AND kind = 'transfer') AS transferred,
                count(*) FILTER (WHERE is_call AND kind = 'transfer' AND outcome = 'cold')
                    AS transferred_cold,
                count(DISTINCT contact_id) FILTER (WHERE kind = 'menu') AS menu_calls,
                sum(seconds) FILTER (WHERE kind = 'menu') AS menu_seconds,
                count(*) FILTER (WHERE kind = 'menu' AND outcome = 'queued') AS menu_to_person,
                count(*) FILTER (WHERE kind = 'menu' AND outcome = 'ended') AS menu_hung_up,
                sum(seconds) FILTER (WHERE kind = 'presence' AND outcome = 'ready') AS ready,
                count(*) FILTER (WHERE kind = 'done') AS done_all,
                sum(seconds + more_seconds) FILTER (WHERE kind = 'done') AS handling_all,
                count(*) FILTER (WHERE kind = 'closing') AS closed,
                count(*) FILTER (WHERE kind = 'case') AS cases_opened,
                count(*) FILTER (WHERE kind = 'hand-over') AS handed_over,
                array_agg(seconds) FILTER (
                    WHERE is_call AND (kind = 'wait' AND outcome = 'answered' OR is_elsewhere))
                    AS waits_answered,
                array_agg(seconds) FILTER (
                    WHERE is_call AND kind = 'wait' AND outcome = 'abandoned') AS waits_abandoned,
                array_agg(seconds) FILTER (
                    WHERE is_chat AND kind = 'wait' AND outcome = 'answered') AS chat_answered,
                array_agg(seconds) FILTER (
                    WHERE is_chat AND kind = 'wait' AND outcome = 'abandoned') AS chat_given_up,
                array_agg(seconds) FILTER (WHERE kind = 'chat-reply') AS chat_replies,
                array_agg(seconds + more_seconds) FILTER (WHERE is_chat AND kind = 'done')
                    AS chat_lengths,
                array_agg(round(working_seconds / 60)) FILTER (WHERE kind = 'closing')
                    AS lead_minutes
            FROM facts GROUP BY day, queue) AS s
        CROSS JOIN LATERAL (VALUES
            ('offered', offered::numeric, NULL::float8[]), ('outside', outside, NULL),
            ('cb', cb, NULL), ('flow', flow, NULL), ('settled', settled, NULL),
            ('handled', handled, NULL), ('handled_talk', handled_talk::numeric, NULL),
            ('wrap', wrap::numeric, NULL), ('talks_elsewhere', talks_elsewhere, NULL),
            ('talk_elsewhere', talk_elsewhere::numeric, NULL),
            ('transferred', transferred, NULL), ('transferred_cold', transferred_cold, NULL),
            ('menu_calls', menu_calls, NULL), ('menu_seconds', menu_seconds::numeric, NULL),
            ('menu_to_person', menu_to_person, NULL), ('menu_hung_up', menu_hung_up, NULL),
            ('ready', ready::numeric, NULL), ('done_all', done_all, NULL),
            ('handling_all', handling_all::numeric, NULL), ('closed', closed, NULL),
            ('cases_opened', cases_opened, NULL), ('handed_over', handed_over, NULL),
            ('waits_answered', cardinality(waits_answered), waits_answered),
            ('waits_abandoned', cardinality(waits_abandoned), waits_abandoned),
            ('chat_answered', cardinality(chat_answered), chat_answered),
            ('chat_given_up', cardinality(chat_given_up), chat_given_up),
            ('chat_replies', cardinality(chat_replies), chat_replies),
            ('chat_lengths', cardinality(chat_lengths), chat_lengths),
            ('lead_minutes', cardinality(lead_minutes), lead_minutes)
            ) AS sum_of (counter, amount, list)
        WHERE sum_of.amount <> 0
        UNION ALL
        -- Calls of the telephone system: whether anybody was put on hold, in those that came in.
        SELECT f.day, 0, v.* FROM (
            SELECT e.day, count(*) AS talks, count(*) FILTER (WHERE e.more_seconds > 0) AS holds,
                   sum(e.more_seconds) AS held, sum(e.seconds) AS talked
            FROM facts e JOIN kpi_fact b ON b.kind = 'call' AND b.about_id = e.about_id
                AND b.outcome = 'in'
            WHERE e.kind = 'call-end' AND e.outcome = 'answered' GROUP BY e.day) AS f
        CROSS JOIN LATERAL (VALUES ('talks_here', f.talks::numeric, NULL::float8[]),
            ('talk_here', f.talked::numeric, NULL), ('holds', f.holds, NULL),
            ('held', f.held::numeric, NULL)) AS v (counter, amount, list)
        WHERE v.amount <> 0
        UNION ALL
        -- A callback counts by the call that asked for it.
        SELECT p.day, 0, v.* FROM (
            SELECT w.day, count(t.id) AS tried, sum(extract(epoch FROM t.at - w.at) - w.seconds)
                       AS waited, count(r.id) AS reached,
                   count(e.id) FILTER (WHERE r.id IS NULL) AS unreached
            FROM facts w
            LEFT JOIN kpi_fact t ON t.kind = 'tried' AND t.about_id = w.about_id
            LEFT JOIN kpi_fact r ON r.kind = 'reached' AND r.about_id = w.about_id
            LEFT JOIN kpi_fact e ON e.kind = 'call-end' AND e.about_id = w.about_id
            WHERE w.kind = 'wait' AND w.outcome = 'callback' GROUP BY w.day) AS p
        CROSS JOIN LATERAL (VALUES ('cb_tried', p.tried::numeric, NULL::float8[]),
            ('cb_waited', p.waited, NULL), ('cb_reached', p.reached, NULL),
            ('cb_unreached', p.unreached, NULL)) AS v (counter, amount, list)
        WHERE v.amount <> 0
        UNION ALL
        -- How long agents had at least one chat, each by themselves.
        SELECT day, 0, 'chat_busy', sum(extract(epoch FROM upper(busy) - lower(busy))), NULL
        FROM (SELECT f.day, unnest(range_agg(tstzrange(
                  f.at - (f.seconds + f.more_seconds) * interval '1 second', f.at))) AS busy
              FROM facts f JOIN events_eventrecord r ON r.id = f.record_id
              WHERE f.kind = 'done' AND f.is_chat GROUP BY f.day, r.agent_id) AS held
        GROUP BY day
        UNION ALL
        -- Opened again counts by the closing that did not last; within minutes it was a mistake.
        SELECT c.day, 0, v.* FROM (
            SELECT shut.day, count(*) FILTER (WHERE e.seconds > 300 AND e.seconds <= 1209600)
                       AS again, count(*) FILTER (WHERE e.seconds <= 300) AS mistakes
            FROM facts shut JOIN kpi_fact e ON e.kind = 'reopening' AND e.case_id = shut.case_id
                AND e.began_at = shut.at
            WHERE shut.kind = 'closing' GROUP BY shut.day) AS c
        CROSS JOIN LATERAL (VALUES ('reopened', c.again::numeric, NULL::float8[]),
            ('reopened_by_mistake', c.mistakes, NULL)) AS v (counter, amount, list)
        WHERE v.amount <> 0),
    gone AS (
        UPDATE kpi_daysum d SET amount = 0, list = NULL
        WHERE d.client_id = of_client AND d.day = ANY (days) AND d.counter NOT LIKE 'settled%'
          AND NOT EXISTS (
            SELECT FROM summed s WHERE s.day = d.day AND s.queue = d.queue
                AND s.counter = d.counter))
    INSERT INTO kpi_daysum (client_id, day, queue, counter, amount, list)
    SELECT of_client, day, queue, counter, amount, list FROM summed
    ON CONFLICT (client_id, day, queue, counter)
        DO UPDATE SET amount = excluded.amount, list = excluded.list $$;

-- Days are whole: what is told of them from now on, and what was told otherwise before.
CREATE FUNCTION kpi_close_days(of_client bigint, days date[], moment timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO kpi_restatement (client_id, day, counter, before, after, at)
    SELECT of_client, s.day, s.counter, sum(coalesce(s.told, 0)), sum(s.amount), moment
    FROM kpi_daysum s JOIN kpi_day d ON d.client_id = s.client_id AND d.day = s.day
        AND d.told_at IS NOT NULL
    WHERE s.client_id = of_client AND s.day = ANY (days)
    GROUP BY s.day, s.counter HAVING sum(coalesce(s.told, 0)) <> sum(s.amount);

    UPDATE kpi_daysum SET told = amount
    WHERE client_id = of_client AND day = ANY (days) AND told IS DISTINCT FROM amount;

    INSERT INTO kpi_day (client_id, day, closed_at, told_at)
    SELECT of_client, one, moment, moment FROM unnest(days) AS one
    ON CONFLICT (client_id, day) DO UPDATE SET closed_at = excluded.closed_at,
        told_at = coalesce(kpi_day.told_at, excluded.told_at) $$;

-- Days of which something new was read are not told until all of it has been.
CREATE FUNCTION kpi_open_days(of_client bigint, days date[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO kpi_day (client_id, day) SELECT of_client, one FROM unnest(days) AS one
    ON CONFLICT (client_id, day) DO UPDATE SET closed_at = NULL $$;

REVOKE EXECUTE ON FUNCTION kpi_write_facts(bigint, bigint),
    kpi_clock_facts(bigint, bigint, bigint, timestamptz[], timestamptz[], double precision[]),
    kpi_sum_days(bigint, date[]), kpi_close_days(bigint, date[], timestamptz),
    kpi_open_days(bigint, date[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kpi_write_facts(bigint, bigint),
    kpi_clock_facts(bigint, bigint, bigint, timestamptz[], timestamptz[], double precision[]),
    kpi_sum_days(bigint, date[]), kpi_close_days(bigint, date[], timestamptz),
    kpi_open_days(bigint, date[]) TO gensvar_work;
REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON kpi_fact, kpi_day, kpi_daysum, kpi_restatement,
    kpi_reading FROM gensvar_web;
