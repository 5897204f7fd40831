from django.db import migrations

# As the other figures: confidential cases are counted by the owner, and only sums come out, for
# clients that the reader reaches, by right of the client or of a group in it.
REACHED = """(of_client = ANY (current_clients()) OR of_client IN (
    SELECT client_id FROM people_group WHERE id = ANY (current_groups())))"""
OWNER = "LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp"
SPAN = "of_client bigint, since timestamptz, until timestamptz"
ANSWERS = "kpi_answers_used(bigint, timestamptz, timestamptz, date)"
CAUSES = "kpi_disruption_contacts(bigint, timestamptz, timestamptz)"
BOUNCED = "kpi_bounced(bigint, timestamptz, timestamptz)"

SQL = f"""
CREATE FUNCTION kpi_answers_used({SPAN}, today date)
RETURNS TABLE (fresh bigint, used bigint) {OWNER} AS $$
    SELECT count(*) FILTER (WHERE a.review_on IS NULL OR a.review_on >= today), count(*)
    FROM cases_supportuse s
    JOIN knowledge_version v ON v.id = s.version_id
    JOIN knowledge_article a ON a.id = v.article_id AND a.published_id IS NOT NULL
    LEFT JOIN contacts_outgoing o ON o.id = s.outgoing_id
    WHERE s.client_id = of_client AND {REACHED}
      AND s.at >= since AND s.at < until AND o.state IS DISTINCT FROM 'cancelled' $$;

CREATE FUNCTION kpi_disruption_contacts({SPAN})
RETURNS TABLE (disruption_id bigint, contacts bigint) {OWNER} AS $$
    SELECT u.disruption_id, count(DISTINCT t.id)
    FROM cases_casecause u
    JOIN cases_casecontact l ON l.case_id = u.case_id
    JOIN contacts_contact t ON t.id = l.contact_id AND t.direction = 'in'
    WHERE u.client_id = of_client AND {REACHED}
      AND t.started_at >= since AND t.started_at < until
    GROUP BY u.disruption_id $$;

CREATE FUNCTION kpi_bounced({SPAN})
RETURNS TABLE (bounced bigint, handed_over bigint) {OWNER} AS $$
    SELECT count(DISTINCT h.case_id) FILTER (WHERE EXISTS (
               SELECT FROM cases_handover a
               WHERE a.case_id = h.case_id AND a.hop > 1 AND a.at < until)),
           count(DISTINCT h.case_id)
    FROM cases_handover h
    WHERE h.client_id = of_client AND {REACHED} AND h.at >= since AND h.at < until $$;

REVOKE EXECUTE ON FUNCTION {ANSWERS}, {CAUSES}, {BOUNCED} FROM PUBLIC;
GRANT EXECUTE ON FUNCTION {ANSWERS}, {CAUSES}, {BOUNCED} TO gensvar_web, gensvar_work;
"""
UNDO = f"DROP FUNCTION {ANSWERS}, {CAUSES}, {BOUNCED};"


class Migration(migrations.Migration):
    dependencies = [
        ("kpi", "0014_count_by_type"),
        ("cases", "0014_cause"),
        ("knowledge", "0004_articles_row_security"),
    ]
    operations = [migrations.RunSQL(SQL, UNDO)]
