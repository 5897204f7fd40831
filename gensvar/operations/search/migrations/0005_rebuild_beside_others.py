from django.db import migrations

# The same words as search_said() finds for a few cases, but gathered once for all of them. The
# tables that are read keep the statistics that whoever filled them took: ANALYZE would wait for
# another who brings their rules back at the same time.
REBUILD = """
CREATE OR REPLACE FUNCTION search_rebuild() RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
SET maintenance_work_mem = '256MB' SET work_mem = '64MB' AS $$
BEGIN
    TRUNCATE search_casewords, search_customerwords, search_stem;
    DROP INDEX cases_by_words, customers_by_part_of_line, stems_by_stem, stems_by_part;
    INSERT INTO search_casewords (case_id, client_id, words)
        SELECT c.id, c.client_id, search_vector(
            left(concat_ws(' ', c.title, customer.name, talk.words, notes.words), 200000),
            array_remove(array_remove(
                ARRAY[c.number, ltrim(split_part(c.number, '-', 2), '0'), lower(customer.number)]
                || address.terms || talk.terms, NULL), ''))
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
        ) notes ON notes.case_id = c.id;
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
"""


class Migration(migrations.Migration):
    dependencies = [("search", "0004_each_written_once")]
    # Going back leaves it: it makes the same index.
    operations = [migrations.RunSQL(REBUILD, migrations.RunSQL.noop)]
