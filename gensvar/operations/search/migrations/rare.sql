-- A common word is found among the newest cases, a rare one by the index: the planner cannot know
-- beforehand which a word is, and reading a million cases backwards for a rare one takes seconds.

CREATE OR REPLACE FUNCTION search_cases(asked text[], most int) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    terms tsquery := search_terms(asked);
    clients bigint[] := current_clients();
    groups bigint[] := current_groups();
    lists bigint[] := current_lists();
    older bigint := (SELECT max(case_id) FROM search_casewords) - greatest(20000, 50 * most);
    newest bigint[];
BEGIN
    IF terms IS NULL THEN RETURN; END IF;
    IF groups = '{}' AND lists = '{}' THEN
        -- As a function and not as the operator: then it is not looked up in the index.
        newest := array(SELECT case_id FROM search_casewords
            WHERE case_id > older AND ts_match_vq(words, terms)
              AND client_id = ANY (clients) AND access_id IS NULL
            ORDER BY case_id DESC LIMIT most);
        IF cardinality(newest) = most THEN
            RETURN QUERY SELECT unnest(newest);
        ELSE
            RETURN QUERY SELECT case_id FROM search_casewords
                WHERE words @@ terms AND client_id = ANY (clients) AND access_id IS NULL
                ORDER BY case_id + 0 DESC LIMIT most;
        END IF;
        RETURN;
    END IF;
    newest := array(SELECT w.case_id FROM search_casewords w JOIN cases_case c ON c.id = w.case_id
        WHERE w.case_id > older AND ts_match_vq(w.words, terms)
          AND (w.access_id = ANY (lists) OR (w.access_id IS NULL
               AND (w.client_id = ANY (clients) OR c.group_id = ANY (groups))))
        ORDER BY w.case_id DESC LIMIT most);
    IF cardinality(newest) = most THEN
        RETURN QUERY SELECT unnest(newest);
    ELSE
        RETURN QUERY SELECT w.case_id FROM search_casewords w JOIN cases_case c ON c.id = w.case_id
            WHERE w.words @@ terms
              AND (w.access_id = ANY (lists) OR (w.access_id IS NULL
                   AND (w.client_id = ANY (clients) OR c.group_id = ANY (groups))))
            ORDER BY w.case_id + 0 DESC LIMIT most;
    END IF;
END $$;

-- Each pattern by itself, for the index knows nothing of "all of these".
CREATE OR REPLACE FUNCTION search_customers(patterns text[], most int) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    clients bigint[] := current_clients();
    groups bigint[] := current_groups();
    lists bigint[] := current_lists();
    each_of text := (SELECT string_agg(format('w.line LIKE %L', pattern), ' AND ')
                     FROM unnest(patterns) AS pattern);
BEGIN
    IF each_of IS NULL THEN RETURN; END IF;
    RETURN QUERY EXECUTE 'SELECT w.customer_id FROM search_customerwords w WHERE ' || each_of
        || ' AND (w.client_id = ANY ($1) OR (($2 <> ''{}'' OR $3 <> ''{}'')
               AND w.customer_id IN (SELECT c.customer_id FROM cases_case c
                   WHERE c.group_id = ANY ($2) OR c.access_id = ANY ($3))))
          AND NOT EXISTS (SELECT FROM customers_customer c WHERE c.id = w.customer_id
                          AND c.secret AND hidden_customer(c.id))
        ORDER BY w.customer_id + 0 DESC LIMIT $4' USING clients, groups, lists, most;
END $$;

-- What somebody may have meant: for each word that nobody has written, the nearest that somebody
-- has. Only to search with: whoever is told such a word could learn what stands in a case.
CREATE FUNCTION search_near(asked text[]) RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT array_agg(CASE WHEN one !~ '^[[:alpha:]-]{4,}$' OR EXISTS (
            SELECT FROM search_stem
            WHERE stem LIKE regexp_replace(one, '([\\%_])', '\\\1', 'g') || '%'
               OR stem = (tsvector_to_array(to_tsvector('swedish', one)))[1])
        THEN one ELSE coalesce((
            SELECT stem FROM search_stem WHERE stem % one AND similarity(stem, one) > 0.35
            ORDER BY similarity(stem, one) DESC, length(stem), stem LIMIT 1), one) END
        ORDER BY place)
    FROM unnest(asked) WITH ORDINALITY AS each (one, place) $$;
