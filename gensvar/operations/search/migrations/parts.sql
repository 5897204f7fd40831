-- Writing the whole index again in two parts, which two connections may do at the same time.

CREATE FUNCTION search_rebuild_cases() RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
SET maintenance_work_mem = '256MB' SET work_mem = '64MB' AS $$
BEGIN
    TRUNCATE search_casewords, search_stem;
    DROP INDEX cases_by_words, stems_by_stem, stems_by_part;
    INSERT INTO search_casewords (case_id, client_id, words)
        SELECT c.id, c.client_id, search_vector(
            left(concat_ws(' ', c.title, customer.name, talk.words, notes.words, files.names),
                 200000),
            array_remove(array_remove(
                ARRAY[c.number, ltrim(split_part(c.number, '-', 2), '0'), lower(customer.number)]
                || address.terms || talk.terms || files.words, NULL), ''))
        FROM cases_case c
        LEFT JOIN customers_customer customer ON customer.id = c.customer_id
        LEFT JOIN (
            SELECT customer_id, array_agg(left(lower(value), 200)) AS terms
            FROM customers_address GROUP BY customer_id
        ) address ON address.customer_id = c.customer_id
        LEFT JOIN (
            SELECT link.case_id,
                   string_agg(concat_ws(' ', contact.summary, message.sender_name,
                                        left(message.subject, 1000), left(message.text, 20000)),
                              ' ') AS words,
                   array_agg(left(lower(message.sender_address), 200))
                       FILTER (WHERE message.sender_address <> '') AS terms
            FROM cases_casecontact link
            JOIN contacts_contact contact ON contact.id = link.contact_id
            LEFT JOIN contacts_message message ON message.contact_id = contact.id
            GROUP BY link.case_id
        ) talk ON talk.case_id = c.id
        LEFT JOIN (
            SELECT case_id, string_agg(left(text, 20000), ' ') AS words
            FROM cases_note GROUP BY case_id
        ) notes ON notes.case_id = c.id
        LEFT JOIN (
            SELECT held.case_id, string_agg(DISTINCT translate(held.name, '._-', '   '), ' ')
                       AS names,
                   array_agg(DISTINCT word) FILTER (WHERE word IS NOT NULL) AS words
            FROM (SELECT case_id, file_id, name FROM cases_casefile WHERE removed_at IS NULL
                  UNION ALL
                  SELECT link.case_id, enclosed.file_id, enclosed.name
                  FROM contacts_messagefile enclosed
                  JOIN contacts_message message ON message.id = enclosed.message_id
                  JOIN cases_casecontact link ON link.contact_id = message.contact_id
                  WHERE NOT enclosed.is_inline) held
            LEFT JOIN search_filewords known ON known.file_id = held.file_id
            LEFT JOIN LATERAL unnest(tsvector_to_array(known.words)) AS word ON true
            GROUP BY held.case_id
        ) files ON files.case_id = c.id;
    UPDATE search_casewords w SET access_id = k.access_id
        FROM cases_case k WHERE k.id = w.case_id AND k.access_id IS NOT NULL;
    INSERT INTO search_stem (stem)
        SELECT word FROM (
            SELECT DISTINCT word FROM search_casewords, unnest(tsvector_to_array(words)) AS word
            WHERE word > '@' AND length(word) BETWEEN 5 AND 60) each_once
        WHERE word ~ '^[[:alpha:]-]+$';
    CREATE INDEX cases_by_words ON search_casewords USING gin (words);
    CREATE INDEX stems_by_stem ON search_stem (stem);
    CREATE INDEX stems_by_part ON search_stem USING gin (stem gin_trgm_ops);
    ANALYZE search_casewords, search_stem;
END $$;

CREATE FUNCTION search_rebuild_customers() RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp SET maintenance_work_mem = '256MB' AS $$
BEGIN
    TRUNCATE search_customerwords;
    DROP INDEX customers_by_part_of_line;
    PERFORM search_write_customers(array(SELECT id FROM customers_customer ORDER BY id));
    CREATE INDEX customers_by_part_of_line ON search_customerwords USING gin (line gin_trgm_ops);
    ANALYZE search_customerwords;
END $$;

CREATE OR REPLACE FUNCTION search_rebuild() RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
    SELECT search_rebuild_cases(), search_rebuild_customers() $$;

REVOKE EXECUTE ON FUNCTION search_rebuild_cases(), search_rebuild_customers() FROM PUBLIC;
