from django.db import migrations

from gensvar.foundation.rowsecurity import OF_CLIENT

# Articles are for every colleague of the client, also for those who see only their group's cases;
# they are kept by those who see all of the client and by the group that answers for them. Whoever
# has not signed in reads what is published for everybody, and only in its version in force.
FUNCTIONS = """
CREATE FUNCTION knowledge_clients() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT current_clients() || array(
        SELECT DISTINCT client_id FROM people_group WHERE id = ANY (current_groups())) $$;
CREATE FUNCTION keeps_article(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM knowledge_article
        WHERE id = key AND group_id = ANY (current_groups())) $$;
CREATE FUNCTION is_public_version(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM knowledge_version v
        JOIN knowledge_article a ON a.published_id = v.id WHERE v.id = key AND a.is_public) $$;
CREATE FUNCTION is_public_article(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM knowledge_article
        WHERE id = key AND is_public AND published_id IS NOT NULL) $$;
"""
DROP_FUNCTIONS = """
DROP FUNCTION is_public_article(bigint), is_public_version(bigint), keeps_article(bigint),
    knowledge_clients();
"""
# Once approved, a version is evidence of what was answered: its words stay, and so does it.
UNCHANGED = """
CREATE FUNCTION knowledge_keep_wording() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM knowledge_version v
               WHERE v.id IN (OLD.version_id, NEW.version_id)
                 AND v.state IN ('approved', 'withdrawn')) THEN
        RAISE EXCEPTION 'an approved version keeps its words';
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER keep_wording BEFORE INSERT OR UPDATE OR DELETE ON knowledge_wording
    FOR EACH ROW EXECUTE FUNCTION knowledge_keep_wording();
CREATE FUNCTION knowledge_keep_version() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF OLD.state NOT IN ('approved', 'withdrawn') THEN RETURN coalesce(NEW, OLD); END IF;
    IF TG_OP = 'DELETE' OR NEW.state NOT IN ('approved', 'withdrawn')
       OR (OLD.number, OLD.article_id, OLD.author_id, OLD.approved_by_id, OLD.approved_at)
          IS DISTINCT FROM
          (NEW.number, NEW.article_id, NEW.author_id, NEW.approved_by_id, NEW.approved_at) THEN
        RAISE EXCEPTION 'an approved version stays as it was approved';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_version BEFORE UPDATE OR DELETE ON knowledge_version
    FOR EACH ROW EXECUTE FUNCTION knowledge_keep_version();
"""
CHANGEABLE = """
DROP TRIGGER keep_version ON knowledge_version; DROP FUNCTION knowledge_keep_version();
DROP TRIGGER keep_wording ON knowledge_wording; DROP FUNCTION knowledge_keep_wording();
"""
COLLEAGUES = "client_id = ANY ((SELECT knowledge_clients())::bigint[])"
NOBODY = "(SELECT coalesce(current_setting('gensvar.agent', true), '') = '')"
OF_GROUP = "group_id = ANY ((SELECT current_groups())::bigint[])"
KEPT = f"{OF_CLIENT} OR keeps_article(article_id)"
# By table: who reads a row, and who writes one.
TABLES = {
    "knowledge_article": (
        f"{COLLEAGUES} OR ({NOBODY} AND is_public AND published_id IS NOT NULL)",
        f"{OF_CLIENT} OR {OF_GROUP}",
    ),
    "knowledge_version": (f"{COLLEAGUES} OR ({NOBODY} AND is_public_version(id))", KEPT),
    "knowledge_wording": (f"{COLLEAGUES} OR ({NOBODY} AND is_public_version(version_id))", KEPT),
    "knowledge_aboutsubject": (
        f"{COLLEAGUES} OR ({NOBODY} AND is_public_article(article_id))",
        KEPT,
    ),
    "knowledge_review": (COLLEAGUES, KEPT),
    "knowledge_reminder": (COLLEAGUES, OF_CLIENT),
    "knowledge_report": (COLLEAGUES, COLLEAGUES),
    "knowledge_gap": (COLLEAGUES, COLLEAGUES),
}

# A group's member sees by case alone what happened, and would not see the event of their own act.
EVENTS = f"name LIKE 'knowledge.%' AND {COLLEAGUES}"


def protect(table: str, read_if: str, written_if: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"
        f"CREATE POLICY seen ON {table} FOR SELECT USING ({read_if});"
        f"CREATE POLICY kept ON {table} USING ({written_if}) WITH CHECK ({written_if});",
        f"DROP POLICY kept ON {table}; DROP POLICY seen ON {table};"
        f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("knowledge", "0003_articles"),
        ("people", "0001_initial"),
        ("events", "0002_row_security"),
    ]
    operations = [
        migrations.RunSQL(FUNCTIONS, DROP_FUNCTIONS),
        migrations.RunSQL(UNCHANGED, CHANGEABLE),
        *(protect(table, *rules) for table, rules in TABLES.items()),
        migrations.RunSQL(
            f"CREATE POLICY seen_of_knowledge ON events_eventrecord FOR SELECT USING ({EVENTS});",
            "DROP POLICY seen_of_knowledge ON events_eventrecord;",
        ),
    ]
