-- What stands in files is found too. A file waits here without words until a job has read it; the
-- words are kept and the text is not.

INSERT INTO search_filewords (file_id)
    SELECT file_id FROM cases_casefile UNION
    SELECT file_id FROM contacts_messagefile WHERE NOT is_inline;
CREATE FUNCTION search_forget_file() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM search_filewords WHERE file_id = OLD.id;
    RETURN NULL;
END $$;
CREATE TRIGGER forget_file AFTER DELETE ON files_storedfile
    FOR EACH ROW EXECUTE FUNCTION search_forget_file();

-- The files of some cases: those put there, and those that came with a message.
CREATE FUNCTION search_held(ids bigint[]) RETURNS TABLE (case_id bigint, file_id bigint, name text)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT case_id, file_id, name FROM cases_casefile
    WHERE case_id = ANY (ids) AND removed_at IS NULL
    UNION ALL
    SELECT link.case_id, enclosed.file_id, enclosed.name
    FROM cases_casecontact link
    JOIN contacts_message message ON message.contact_id = link.contact_id
    JOIN contacts_messagefile enclosed ON enclosed.message_id = message.id
    WHERE link.case_id = ANY (ids) AND NOT enclosed.is_inline $$;

CREATE FUNCTION search_keep_file(file bigint, said text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE search_filewords SET words = strip(to_tsvector('swedish', left(said, 200000)))
        WHERE file_id = file;
    IF said <> '' THEN PERFORM search_write_cases(array(
        SELECT case_id FROM cases_casefile WHERE file_id = file AND removed_at IS NULL
        UNION
        SELECT link.case_id FROM contacts_messagefile enclosed
        JOIN contacts_message message ON message.id = enclosed.message_id
        JOIN cases_casecontact link ON link.contact_id = message.contact_id
        WHERE enclosed.file_id = file)); END IF;
END $$;

CREATE OR REPLACE FUNCTION search_said(ids bigint[])
RETURNS TABLE (case_id bigint, client_id bigint, said text, terms text[])
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT c.id, c.client_id,
        left(concat_ws(' ', c.title, customer.name, talk.words, notes.words, files.names), 200000),
        array_remove(array_remove(
            ARRAY[c.number, ltrim(split_part(c.number, '-', 2), '0'), lower(customer.number)]
            || address.terms || talk.terms || files.words, NULL), '')
    FROM unnest(ids) AS asked (id)
    JOIN cases_case c ON c.id = asked.id
    LEFT JOIN customers_customer customer ON customer.id = c.customer_id
    LEFT JOIN LATERAL (
        SELECT array_agg(left(lower(value), 200)) AS terms
        FROM customers_address WHERE customer_id = c.customer_id
    ) address ON true
    LEFT JOIN LATERAL (
        SELECT string_agg(concat_ws(' ', contact.summary, message.sender_name,
                                    left(message.subject, 1000), left(message.text, 20000)),
                          ' ') AS words,
               array_agg(left(lower(message.sender_address), 200))
                   FILTER (WHERE message.sender_address <> '') AS terms
        FROM cases_casecontact link
        JOIN contacts_contact contact ON contact.id = link.contact_id
        LEFT JOIN contacts_message message ON message.contact_id = contact.id
        WHERE link.case_id = c.id
    ) talk ON true
    LEFT JOIN LATERAL (
        SELECT string_agg(left(text, 20000), ' ') AS words FROM cases_note WHERE case_id = c.id
    ) notes ON true
    LEFT JOIN LATERAL (
        SELECT string_agg(DISTINCT translate(held.name, '._-', '   '), ' ') AS names,
               array_agg(DISTINCT word) FILTER (WHERE word IS NOT NULL) AS words
        FROM search_held(ARRAY[c.id]) held
        LEFT JOIN search_filewords known ON known.file_id = held.file_id
        LEFT JOIN LATERAL unnest(tsvector_to_array(known.words)) AS word ON true
    ) files ON true $$;

CREATE FUNCTION search_after_case_file() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO search_filewords (file_id) SELECT file_id FROM new_rows ON CONFLICT DO NOTHING;
    PERFORM search_write_cases(array(SELECT DISTINCT case_id FROM new_rows));
    RETURN NULL;
END $$;
CREATE TRIGGER find_by_case_file AFTER INSERT ON cases_casefile
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_after_case_file();
CREATE TRIGGER find_by_fewer_files AFTER UPDATE ON cases_casefile
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_after_case_file();

CREATE FUNCTION search_after_message_file() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ids bigint[];
BEGIN
    INSERT INTO search_filewords (file_id) SELECT file_id FROM new_rows WHERE NOT is_inline
        ON CONFLICT DO NOTHING;
    IF search_is_put_off() THEN RETURN NULL; END IF;
    ids := array(SELECT DISTINCT link.case_id FROM new_rows
                 JOIN contacts_message message ON message.id = new_rows.message_id
                 JOIN cases_casecontact link ON link.contact_id = message.contact_id);
    IF ids <> '{}' THEN PERFORM search_write_cases(ids); END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER find_by_message_file AFTER INSERT ON contacts_messagefile
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION search_after_message_file();

CREATE OR REPLACE FUNCTION search_rebuild() RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
SET maintenance_work_mem = '256MB' SET work_mem = '64MB' AS $$
BEGIN
    TRUNCATE search_casewords, search_customerwords, search_stem;
    DROP INDEX cases_by_words, customers_by_part_of_line, stems_by_stem, stems_by_part;
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
    PERFORM search_write_customers(array(SELECT id FROM customers_customer ORDER BY id));
    CREATE INDEX cases_by_words ON search_casewords USING gin (words);
    CREATE INDEX customers_by_part_of_line ON search_customerwords USING gin (line gin_trgm_ops);
    CREATE INDEX stems_by_stem ON search_stem (stem);
    CREATE INDEX stems_by_part ON search_stem USING gin (stem gin_trgm_ops);
    ANALYZE search_casewords, search_customerwords, search_stem;
END $$;

REVOKE ALL ON search_filewords FROM gensvar_web, gensvar_work;
GRANT SELECT ON search_filewords TO gensvar_work;
ALTER TABLE search_filewords ENABLE ROW LEVEL SECURITY;
CREATE POLICY seen ON search_filewords TO gensvar_work USING (true);
REVOKE EXECUTE ON FUNCTION search_keep_file(bigint, text), search_held(bigint[]),
    search_said(bigint[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_keep_file(bigint, text) TO gensvar_work;
