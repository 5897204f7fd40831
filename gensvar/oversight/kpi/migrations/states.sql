-- What else the record tells: how cases stood, and that confidential ones were opened. As the
-- other facts, these are written once each, from the event record alone.

-- A change of state bears the state before; `shut` is one that ended the case.
CREATE FUNCTION kpi_write_states(after_seal bigint, last_seal bigint)
RETURNS TABLE (client_id bigint, day date)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH written AS (
        INSERT INTO kpi_fact (record_id, client_id, kind, about_id, case_id, channel, outcome, at,
            day)
        SELECT r.id, r.client_id,
            CASE WHEN r.name = 'cases.reading-noted' THEN 'reading'
                WHEN r.payload ->> 'new' = 'closed' THEN 'shut' ELSE 'state' END,
            r.id, r.case_id, '', coalesce(r.payload ->> 'old', ''), r.at, kpi_day(r.at)
        FROM events_seal s
        CROSS JOIN LATERAL jsonb_array_elements_text(s.record_ids) AS one (id)
        JOIN events_eventrecord r ON r.id = one.id::bigint
        WHERE s.id > after_seal AND s.id <= last_seal AND r.client_id IS NOT NULL
          AND (r.name = 'cases.reading-noted' OR r.name = 'cases.state-changed'
               AND r.payload ->> 'old' <> r.payload ->> 'new')
        ORDER BY r.id
        ON CONFLICT (kind, about_id) DO NOTHING
        RETURNING kpi_fact.client_id, kpi_fact.day, kpi_fact.kind)
    -- What stood before is summed with the closing of the case.
    SELECT DISTINCT written.client_id, written.day FROM written WHERE written.kind = 'reading' $$;

-- How long each state lasted, by both clocks, as `kpi_clock_facts` does for what ended.
CREATE FUNCTION kpi_clock_states(of_client bigint, after_seal bigint, last_seal bigint,
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
            WHERE b.kind IN ('case', 'state', 'shut') AND b.case_id = e.case_id
              AND b.record_id < e.record_id ORDER BY b.record_id DESC LIMIT 1) b ON true
        WHERE e.record_id BETWEEN
            (SELECT min((record_ids ->> 0)::bigint) FROM events_seal
             WHERE id > after_seal AND id <= last_seal)
            AND (SELECT max((record_ids ->> -1)::bigint) FROM events_seal
                 WHERE id > after_seal AND id <= last_seal)
          AND e.client_id = of_client AND e.kind IN ('state', 'shut')
          AND e.began_at IS NULL) AS began
    WHERE f.id = began.id AND cardinality(starts) > 0 $$;

-- Sums of days beside those of `kpi_sum_days`, which leaves them at 0. A Monday keeps how old the
-- cases were that stood open at 07:00, in the days of work that are given; the day itself is 0.
CREATE FUNCTION kpi_sum_states(of_client bigint, days date[], workdays date[], moment timestamptz)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO kpi_daysum (client_id, day, queue, counter, amount, list)
    SELECT of_client, found.day, 0, found.counter, found.amount, found.list FROM (
        SELECT s.day, v.* FROM (
            SELECT f.day, sum(s.working_seconds) FILTER (WHERE s.outcome = 'waiting-for-us') AS us,
                sum(s.working_seconds) FILTER (WHERE s.outcome = 'handed-over') AS away,
                sum(s.working_seconds) FILTER (WHERE s.outcome = 'waiting-for-customer') AS customer
            FROM kpi_fact f
            JOIN kpi_fact s ON s.kind IN ('state', 'shut') AND s.case_id = f.case_id
                AND s.at <= f.at
            WHERE f.client_id = of_client AND f.day = ANY (days) AND f.kind = 'closing'
            GROUP BY f.day) AS s
        CROSS JOIN LATERAL (VALUES ('at_front', s.us::numeric, NULL::float8[]),
            ('at_department', s.away::numeric, NULL), ('at_customer', s.customer::numeric, NULL)
            ) AS v (counter, amount, list)
        UNION ALL
        SELECT f.day, 'readings', count(*), NULL FROM kpi_fact f
        WHERE f.client_id = of_client AND f.day = ANY (days) AND f.kind = 'reading'
        GROUP BY f.day
        UNION ALL
        SELECT monday.day, 'open_ages', count(*), array_agg(
            (width_bucket(monday.day, workdays) - width_bucket(opened.day, workdays))::float8
            ORDER BY opened.at)
        FROM (SELECT one AS day, kpi_seven(one) AS at FROM unnest(days) AS one
              WHERE extract(isodow FROM one) = 1 AND kpi_seven(one) <= moment) AS monday
        JOIN kpi_fact opened ON opened.client_id = of_client AND opened.kind = 'case'
            AND opened.at < monday.at
        WHERE cardinality(workdays) > 0 AND NOT EXISTS (
            SELECT FROM (
                SELECT e.kind FROM kpi_fact e
                WHERE e.kind IN ('case', 'state', 'shut') AND e.case_id = opened.case_id
                  AND e.at < monday.at ORDER BY e.record_id DESC LIMIT 1) AS newest
            WHERE newest.kind = 'shut')
        GROUP BY monday.day) AS found
    WHERE found.amount <> 0
    ON CONFLICT (client_id, day, queue, counter)
        DO UPDATE SET amount = excluded.amount, list = excluded.list $$;

REVOKE EXECUTE ON FUNCTION kpi_write_states(bigint, bigint),
    kpi_clock_states(bigint, bigint, bigint, timestamptz[], timestamptz[], double precision[]),
    kpi_sum_states(bigint, date[], date[], timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kpi_write_states(bigint, bigint),
    kpi_clock_states(bigint, bigint, bigint, timestamptz[], timestamptz[], double precision[]),
    kpi_sum_states(bigint, date[], date[], timestamptz) TO gensvar_work;
