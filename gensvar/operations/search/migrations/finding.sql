-- Find, among what the transaction's identity may see.
-- Functions of the owner, because text search may not use an index below row-level security:
-- its operators are not leakproof. They answer with ids only; rows are read under the policies.

CREATE FUNCTION search_quote(term text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT '''' || replace(replace(term, '\', '\\'), '''', '''''') || '''' $$;

-- Each word as its stem, as the beginning of a word, or inside a compound; all words must be there.
CREATE FUNCTION search_terms(asked text[]) RETURNS tsquery
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
DECLARE
    one text;
    stems text[];
    ways text[];
    part text;
    all_of tsquery := NULL;
    any_of tsquery;
BEGIN
    FOREACH one IN ARRAY asked LOOP
        stems := tsvector_to_array(to_tsvector('swedish', one));
        CONTINUE WHEN stems = '{}' AND (one !~ '[[:alnum:]]'  -- a dash, and words such as "och"
                                        OR ts_lexize('swedish_stem', one) = '{}');
        ways := ARRAY[search_quote(one) || CASE WHEN length(one) > 1 THEN ':*' ELSE '' END];
        IF cardinality(stems) < 2 THEN
            ways := ways || search_quote(coalesce(stems[1], one));
            -- The stemmer cuts more off the end of a long word: "lykta" is "lykt", but inside
            -- "gatlykta" it is "lyk". So it is asked what the word would be at such an end.
            part := substr((ts_lexize('swedish_stem', 'gatu' || one))[1], 5);
            IF length(part) > 2 THEN
                ways := ways || array(
                    SELECT DISTINCT search_quote(stem) FROM (
                        SELECT stem FROM search_stem
                        WHERE stem LIKE '%' || regexp_replace(part, '([\\%_])', '\\\1', 'g') || '%'
                        ORDER BY length(stem), stem LIMIT 200) near);
            END IF;
        END IF;
        any_of := array_to_string(ways, ' | ')::tsquery;
        all_of := CASE WHEN all_of IS NULL THEN any_of ELSE all_of && any_of END;
    END LOOP;
    RETURN all_of;
END $$;

CREATE FUNCTION search_cases(asked text[], most int) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    terms tsquery := search_terms(asked);
    clients bigint[] := current_clients();
    groups bigint[] := current_groups();
BEGIN
    IF terms IS NULL THEN RETURN; END IF;
    IF groups = '{}' THEN
        RETURN QUERY SELECT case_id FROM search_casewords
            WHERE words @@ terms AND client_id = ANY (clients) ORDER BY case_id DESC LIMIT most;
    ELSE
        RETURN QUERY SELECT w.case_id FROM search_casewords w JOIN cases_case c ON c.id = w.case_id
            WHERE w.words @@ terms AND (w.client_id = ANY (clients) OR c.group_id = ANY (groups))
            ORDER BY w.case_id DESC LIMIT most;
    END IF;
END $$;

CREATE FUNCTION search_customers(patterns text[], most int) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    clients bigint[] := current_clients();
    groups bigint[] := current_groups();
BEGIN
    IF cardinality(patterns) = 0 THEN RETURN; END IF;
    RETURN QUERY SELECT w.customer_id FROM search_customerwords w
        WHERE w.line LIKE ALL (patterns)
          AND (w.client_id = ANY (clients) OR (groups <> '{}' AND w.customer_id IN (
               SELECT c.customer_id FROM cases_case c WHERE c.group_id = ANY (groups))))
        ORDER BY w.customer_id DESC LIMIT most;
END $$;

-- Write the whole index again, for whoever loaded rows past the triggers. Only the owner may.
CREATE FUNCTION search_rebuild() RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp SET maintenance_work_mem = '256MB' AS $$
BEGIN
    TRUNCATE search_casewords, search_customerwords, search_stem;
    DROP INDEX cases_by_words, customers_by_part_of_line, stems_by_stem, stems_by_part;
    ANALYZE cases_case, cases_casecontact, cases_note, contacts_contact, contacts_message,
        customers_customer, customers_address;
    INSERT INTO search_casewords (case_id, client_id, words)
        SELECT case_id, client_id, search_vector(said, terms)
        FROM search_said(array(SELECT id FROM cases_case ORDER BY id));
    INSERT INTO search_stem (stem)
        SELECT word FROM (
            SELECT DISTINCT word FROM search_casewords, unnest(tsvector_to_array(words)) AS word
            WHERE word > '@' AND length(word) BETWEEN 5 AND 60) each_once
        WHERE word ~ '^[[:alpha:]-]+$';
    PERFORM search_write_customers(array(SELECT id FROM customers_customer ORDER BY id));
    CREATE INDEX cases_by_words ON search_casewords USING gin (words);
    CREATE INDEX customers_by_part_of_line ON search_customerwords USING gin (line gin_trgm_ops);
    CREATE INDEX stems_by_stem ON search_stem (stem);
    CREATE INDEX stems_by_part ON search_stem USING gin (stem gin_trgm_ops);
    ANALYZE search_casewords, search_customerwords, search_stem;
END $$;
