-- Write down by which words cases and customers are found.
-- The index is written as its owner: row-level security must not hide a case from it.

-- Somebody who loads many rows says SET LOCAL gensvar.search = 'later' and calls search_rebuild().
CREATE FUNCTION search_is_put_off() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT coalesce(current_setting('gensvar.search', true), '') = 'later' $$;

-- Everything said in some cases: as running text, and as terms kept to the letter.
CREATE FUNCTION search_said(ids bigint[])
RETURNS TABLE (case_id bigint, client_id bigint, said text, terms text[])
LANGUAGE sql STABLE SET search_path = public AS $$
    SELECT c.id, c.client_id,
        left(concat_ws(' ', c.title, customer.name, talk.words, notes.words), 200000),
        array_remove(array_remove(
            ARRAY[c.number, ltrim(split_part(c.number, '-', 2), '0'), lower(customer.number)]
            || address.terms || talk.terms, NULL), '')
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
    ) notes ON true $$;

CREATE FUNCTION search_vector(said text, terms text[]) RETURNS tsvector LANGUAGE sql STABLE AS $$
    SELECT array_to_tsvector(terms) || strip(to_tsvector('swedish', said)) $$;

-- Remember new stems, so that parts of compounds are found.
CREATE FUNCTION search_learn(words tsvector) RETURNS void
LANGUAGE sql SET search_path = public AS $$
    INSERT INTO search_stem (stem)
    SELECT word FROM unnest(tsvector_to_array(words)) AS word
    WHERE length(word) BETWEEN 5 AND 60 AND word ~ '^[[:alpha:]-]+$'
      AND NOT EXISTS (SELECT FROM search_stem known WHERE known.stem = word) $$;

CREATE FUNCTION search_write_cases(ids bigint[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
    WITH written AS (
        INSERT INTO search_casewords (case_id, client_id, words)
        SELECT case_id, client_id, search_vector(said, terms) FROM search_said(ids)
        ORDER BY case_id
        ON CONFLICT (case_id)
            DO UPDATE SET words = excluded.words, client_id = excluded.client_id
        RETURNING words
    )
    SELECT search_learn(words) FROM written $$;

CREATE FUNCTION search_write_customers(ids bigint[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
    INSERT INTO search_customerwords (customer_id, client_id, line)
    SELECT c.id, c.client_id, ' ' || lower(concat_ws(' ', c.name, c.number, (
        SELECT string_agg(value, ' ' ORDER BY id) FROM customers_address WHERE customer_id = c.id)))
    FROM unnest(ids) AS asked (id) JOIN customers_customer c ON c.id = asked.id ORDER BY c.id
    ON CONFLICT (customer_id)
        DO UPDATE SET line = excluded.line, client_id = excluded.client_id $$;
