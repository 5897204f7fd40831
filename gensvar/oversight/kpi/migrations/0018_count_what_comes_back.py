from django.db import migrations

# As the other figures: confidential cases are counted by the owner, and only sums come out.
REACHED = """(of_client = ANY (current_clients()) OR of_client IN (
    SELECT client_id FROM people_group WHERE id = ANY (current_groups())))"""
# The same customer, with the same case or in the same subject.
SAME = "(o.id = c.id OR o.subject_id = c.subject_id)"

SQL = f"""
-- When mail that began a case came, and when somebody first answered it; times alone.
CREATE FUNCTION kpi_mail_answers(of_client bigint, since timestamptz, until timestamptz)
RETURNS TABLE (came timestamptz, answered timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT ON (t.id) t.started_at, (
        SELECT min(CASE WHEN o.id IS NULL THEN a.started_at ELSE m.at END)
        FROM cases_casecontact k JOIN contacts_contact a ON a.id = k.contact_id
        LEFT JOIN contacts_message m ON m.contact_id = a.id AND m.direction = 'out'
        LEFT JOIN contacts_outgoing o ON o.message_id = m.id
        WHERE k.case_id = l.case_id AND (
            o.purpose = 'answer' AND NOT o.is_automatic AND m.at >= t.started_at
                AND o.state NOT IN ('cancelled', 'failed', 'bounced', 'suppressed')
            OR a.channel = 'phone' AND a.direction = 'out' AND o.id IS NULL
                AND a.started_at >= t.started_at))
    FROM contacts_contact t JOIN cases_casecontact l ON l.contact_id = t.id
    WHERE t.client_id = of_client AND {REACHED} AND t.channel = 'mail' AND t.direction = 'in'
      AND t.started_at >= since AND t.started_at < until
      AND NOT EXISTS (SELECT FROM contacts_message m
                      WHERE m.contact_id = t.id AND m.direction = 'in' AND m.automatic <> '')
      AND NOT EXISTS (SELECT FROM cases_casecontact k
                      JOIN contacts_contact b ON b.id = k.contact_id
                      WHERE k.case_id = l.case_id AND (b.started_at, b.id) < (t.started_at, t.id))
    ORDER BY t.id, l.case_id $$;

-- What came back within seven days, once those have passed: a day's cost a day's work.
CREATE FUNCTION kpi_settle_days(of_client bigint, days date[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO kpi_daysum (client_id, day, queue, counter, amount, told)
    SELECT of_client, one.day, 0, v.counter, v.amount, v.amount
    FROM unnest(days) AS one (day)
    CROSS JOIN LATERAL (
        SELECT count(*) AS closed, count(*) FILTER (WHERE c.customer_id IS NULL) AS unknown,
            count(*) FILTER (WHERE EXISTS (
                SELECT FROM contacts_contact t JOIN cases_casecontact l ON l.contact_id = t.id
                JOIN cases_case o ON o.id = l.case_id
                WHERE t.customer_id = c.customer_id AND t.direction = 'in'
                  AND t.started_at > f.at AND t.started_at <= f.at + interval '7 days'
                  AND {SAME})) AS repeated
        FROM kpi_fact f JOIN cases_case c ON c.id = f.case_id
        WHERE f.client_id = of_client AND f.day = one.day AND f.kind = 'closing') AS shut
    CROSS JOIN LATERAL (
        SELECT count(*) AS contacts, count(*) FILTER (WHERE EXISTS (
                SELECT FROM contacts_contact b JOIN cases_casecontact k ON k.contact_id = b.id
                JOIN cases_case o ON o.id = k.case_id
                WHERE b.customer_id = t.customer_id AND b.direction = 'in' AND b.id <> t.id
                  AND b.started_at < t.started_at
                  AND b.started_at >= t.started_at - interval '7 days' AND {SAME})) AS repeats
        FROM kpi_fact f JOIN contacts_contact t ON t.id = f.contact_id
        JOIN cases_casecontact l ON l.contact_id = t.id JOIN cases_case c ON c.id = l.case_id
        WHERE f.client_id = of_client AND f.day = one.day AND f.kind = 'contact'
          AND f.outcome = 'in' AND t.customer_id IS NOT NULL) AS came
    CROSS JOIN LATERAL (VALUES ('settled_closed', shut.closed),
        ('settled_unknown', shut.unknown), ('settled_repeated', shut.repeated),
        ('settled_contacts', came.contacts), ('settled_repeats', came.repeats)
        ) AS v (counter, amount)
    ON CONFLICT (client_id, day, queue, counter)
        DO UPDATE SET amount = excluded.amount, told = excluded.amount $$;

REVOKE EXECUTE ON FUNCTION kpi_mail_answers(bigint, timestamptz, timestamptz),
    kpi_settle_days(bigint, date[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kpi_mail_answers(bigint, timestamptz, timestamptz)
    TO gensvar_web, gensvar_work;
GRANT EXECUTE ON FUNCTION kpi_settle_days(bigint, date[]) TO gensvar_work;
"""
UNDO = """DROP FUNCTION kpi_mail_answers(bigint, timestamptz, timestamptz),
    kpi_settle_days(bigint, date[])"""


class Migration(migrations.Migration):
    dependencies = [
        ("kpi", "0017_own_measures"),
        ("cases", "0034_promise_in_chat"),
    ]
    operations = [migrations.RunSQL(SQL, UNDO)]
