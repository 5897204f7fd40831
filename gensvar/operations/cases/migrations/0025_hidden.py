from django.db import migrations

from gensvar.foundation.rowsecurity import OF_CLIENT, hide, protect

# What a case is confidential by is worked out where the case is written, so that a list asks about
# one column. The list of the case itself goes before that of its subject, and that before the
# client's list for protected identities: the one who decided nearest to the case decides.
KEPT = """
CREATE FUNCTION cases_access() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    NEW.access_id := coalesce(
        (SELECT access_id FROM cases_confidentiality WHERE case_id = NEW.id AND lifted_at IS NULL),
        (SELECT access_id FROM knowledge_subject WHERE id = NEW.subject_id),
        (SELECT list_for_protected(client_id) FROM customers_customer
         WHERE id = NEW.customer_id AND protected));
    IF NEW.access_id IS NULL THEN
        NEW.registrar_id := NULL; NEW.registrar_since := NULL;
    ELSIF NEW.access_id = ANY (current_lists()) THEN
        NEW.registrar_id := NULL; NEW.registrar_since := NULL;
    ELSIF (TG_OP = 'INSERT' OR OLD.access_id IS DISTINCT FROM NEW.access_id)
        AND pg_trigger_depth() = 1 AND (current_clients() <> '{}' OR current_groups() <> '{}') THEN
        -- Whoever makes a case confidential without being on the list may finish what they began;
        -- who changes what lies above it, such as its subject, gets nothing to see by that.
        NEW.registrar_id := current_registrar(); NEW.registrar_since := statement_timestamp();
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER access BEFORE INSERT OR UPDATE OF subject_id, customer_id, access_id ON cases_case
    FOR EACH ROW EXECUTE FUNCTION cases_access();

-- Customers and contacts of confidential cases are asked about from then on.
CREATE FUNCTION cases_mark_secret() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE customers_customer SET secret = true WHERE id = NEW.customer_id AND NOT secret;
    UPDATE contacts_contact SET secret = true WHERE NOT secret
        AND id IN (SELECT contact_id FROM cases_casecontact WHERE case_id = NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER mark_secret AFTER INSERT OR UPDATE OF access_id, subject_id, customer_id
    ON cases_case FOR EACH ROW WHEN (NEW.access_id IS NOT NULL)
    EXECUTE FUNCTION cases_mark_secret();
CREATE FUNCTION cases_mark_contact() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE contacts_contact SET secret = true WHERE id = NEW.contact_id AND NOT secret
        AND EXISTS (SELECT FROM cases_case WHERE id = NEW.case_id AND access_id IS NOT NULL);
    RETURN NULL;
END $$;
CREATE TRIGGER mark_secret AFTER INSERT OR UPDATE OF contact_id, case_id ON cases_casecontact
    FOR EACH ROW EXECUTE FUNCTION cases_mark_contact();
CREATE FUNCTION contacts_mark_secret() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    NEW.secret := NEW.secret OR EXISTS (
        SELECT FROM customers_customer WHERE id = NEW.customer_id AND protected);
    RETURN NEW;
END $$;
CREATE TRIGGER mark_secret BEFORE INSERT OR UPDATE OF customer_id ON contacts_contact
    FOR EACH ROW WHEN (NEW.customer_id IS NOT NULL) EXECUTE FUNCTION contacts_mark_secret();

-- Where something above a case changes, the cases below are worked out again, all at once.
CREATE FUNCTION cases_access_again() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_TABLE_NAME = 'cases_confidentiality' THEN
        UPDATE cases_case SET access_id = access_id WHERE id = NEW.case_id;
        UPDATE cases_case
            SET registrar_id = current_registrar(), registrar_since = statement_timestamp()
            WHERE id = NEW.case_id AND NEW.lifted_at IS NULL AND access_id <> ALL (current_lists())
              AND (current_clients() <> '{}' OR current_groups() <> '{}');
    ELSIF TG_TABLE_NAME = 'knowledge_subject' THEN
        UPDATE cases_case SET access_id = access_id WHERE subject_id = NEW.id;
    ELSE
        UPDATE cases_case SET access_id = access_id WHERE customer_id = NEW.id;
        UPDATE contacts_contact SET secret = true WHERE customer_id = NEW.id AND NOT secret;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER access_again AFTER INSERT OR UPDATE OF lifted_at, access_id ON cases_confidentiality
    FOR EACH ROW EXECUTE FUNCTION cases_access_again();
CREATE TRIGGER access_again AFTER UPDATE OF access_id ON knowledge_subject
    FOR EACH ROW WHEN (NEW.access_id IS DISTINCT FROM OLD.access_id)
    EXECUTE FUNCTION cases_access_again();
CREATE TRIGGER access_again AFTER UPDATE OF protected ON customers_customer
    FOR EACH ROW WHEN (NEW.protected IS DISTINCT FROM OLD.protected)
    EXECUTE FUNCTION cases_access_again();

-- The end of a registration: what was written stays, the one who wrote it sees it no more.
CREATE FUNCTION end_registration(of_case bigint) RETURNS boolean
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH ended AS (
        UPDATE cases_case SET registrar_id = NULL, registrar_since = NULL
        WHERE id = of_case AND registrar_id = current_registrar() RETURNING id)
    SELECT EXISTS (SELECT FROM ended) $$;
"""
FORGET = """
DROP FUNCTION end_registration(bigint);
DROP TRIGGER access_again ON customers_customer; DROP TRIGGER access_again ON knowledge_subject;
DROP TRIGGER access_again ON cases_confidentiality; DROP FUNCTION cases_access_again();
DROP TRIGGER mark_secret ON contacts_contact; DROP FUNCTION contacts_mark_secret();
DROP TRIGGER mark_secret ON cases_casecontact; DROP FUNCTION cases_mark_contact();
DROP TRIGGER mark_secret ON cases_case; DROP FUNCTION cases_mark_secret();
DROP TRIGGER access ON cases_case; DROP FUNCTION cases_access();
"""

# Asked about the row in hand, and only where something secret is near.
HIDDEN = """k.access_id IS NOT NULL AND k.access_id <> ALL (current_lists())
    AND k.registrar_id IS DISTINCT FROM current_registrar()"""
PROTECTED = """c.protected AND NOT EXISTS (SELECT FROM secrecy_accesslist l
    WHERE l.client_id = c.client_id AND l.is_for_protected AND l.id = ANY (current_lists()))"""
QUESTIONS = f"""
CREATE FUNCTION hidden_case(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM cases_case k WHERE k.id = key AND {HIDDEN}) $$;
CREATE FUNCTION hidden_contact(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM contacts_contact t WHERE t.id = key AND t.secret AND (
        EXISTS (SELECT FROM cases_casecontact link JOIN cases_case k ON k.id = link.case_id
                WHERE link.contact_id = key AND {HIDDEN})
        OR (EXISTS (SELECT FROM customers_customer c WHERE c.id = t.customer_id AND {PROTECTED})
            AND NOT EXISTS (SELECT FROM cases_casecontact WHERE contact_id = key)))) $$;
CREATE FUNCTION hidden_message(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT hidden_contact((SELECT contact_id FROM contacts_message WHERE id = key)) $$;
CREATE FUNCTION hidden_outgoing(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT hidden_message((SELECT message_id FROM contacts_outgoing WHERE id = key)) $$;
CREATE FUNCTION hidden_hand_over(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT hidden_case((SELECT case_id FROM cases_handover WHERE id = key)) $$;
CREATE FUNCTION hidden_promise(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT hidden_case((SELECT case_id FROM cases_promise WHERE id = key)) $$;
-- A customer who is known by nothing but what is hidden is hidden too.
CREATE FUNCTION hidden_customer(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM customers_customer c WHERE c.id = key AND c.secret AND (
        EXISTS (SELECT FROM cases_case k WHERE k.customer_id = key AND {HIDDEN})
        AND NOT EXISTS (SELECT FROM cases_case k WHERE k.customer_id = key AND NOT ({HIDDEN}))
        AND NOT EXISTS (SELECT FROM contacts_contact t WHERE t.customer_id = key
                        AND NOT hidden_contact(t.id)))) $$;
"""
NO_QUESTIONS = """
DROP FUNCTION hidden_customer(bigint), hidden_promise(bigint), hidden_hand_over(bigint),
    hidden_outgoing(bigint),
    hidden_message(bigint), hidden_contact(bigint), hidden_case(bigint);
"""

# A list opens what it names also to those who see by group: they must be able to take care of it.
ON_LIST = "access_id = ANY (current_lists())"
WIDER = f"""
CREATE OR REPLACE FUNCTION is_narrow() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT current_groups() <> '{{}}' OR current_lists() <> '{{}}' OR current_case() IS NOT NULL $$;
CREATE OR REPLACE FUNCTION sees_case(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM cases_case
        WHERE id = key
          AND (group_id = ANY (current_groups()) OR id = current_case() OR {ON_LIST})) $$;
CREATE OR REPLACE FUNCTION sees_customer(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM cases_case
        WHERE customer_id = key
          AND (group_id = ANY (current_groups()) OR id = current_case() OR {ON_LIST})) $$;
CREATE OR REPLACE FUNCTION sees_contact(key bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM cases_casecontact link JOIN cases_case c ON c.id = link.case_id
        WHERE link.contact_id = key
          AND (c.group_id = ANY (current_groups()) OR c.id = current_case() OR c.{ON_LIST})) $$;
-- A customer may not follow a confidential case by its code: the page answers as to any number.
CREATE OR REPLACE FUNCTION case_at_number(wanted text)
RETURNS TABLE (case_id bigint, client_id bigint, code_version smallint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT id, client_id, code_version FROM cases_case
    WHERE number = wanted AND access_id IS NULL $$;
"""
# A program that listens stands on no list: it hears nothing of what is hidden from anybody.
TELLING = """
CREATE OR REPLACE FUNCTION tell_webhooks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO integrations_webhookdelivery
        (webhook_id, record_id, attempts, next_try_at, last_error)
    SELECT w.id, r.id, 0, now(), ''
    FROM integrations_webhook w JOIN new_records r
        ON CASE WHEN r.name LIKE 'integrations.%'
            THEN r.name = 'integrations.webhook-tested' AND (r.payload->>'webhook_id')::bigint = w.id
            ELSE (w.client_id IS NULL OR w.client_id = r.client_id)
                AND (w.events = '[]'::jsonb OR w.events ? r.name)
            END
    WHERE w.ended_at IS NULL
      AND r.name NOT LIKE 'secrecy.%' AND r.name <> 'cases.hand-in-left'
      AND NOT EXISTS (SELECT FROM cases_case WHERE id = r.case_id AND access_id IS NOT NULL)
      AND NOT EXISTS (SELECT FROM contacts_contact WHERE id = r.contact_id AND secret)
      AND NOT EXISTS (SELECT FROM customers_customer WHERE id = r.customer_id AND secret);
    RETURN NULL;
END $$;
"""
# A part that is hidden blocks nobody who does not know of it; a merged case leads to no secret.
JOINED = """
CREATE OR REPLACE FUNCTION open_children(keys bigint[]) RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT child.id FROM cases_relation r JOIN cases_case child ON child.id = r.other_id
    WHERE r.case_id = ANY (keys) AND r.kind = 'child' AND r.ended_at IS NULL
      AND child.state <> 'closed' AND NOT hidden_case(child.id) ORDER BY child.id $$;
CREATE OR REPLACE FUNCTION standing_case(key bigint)
RETURNS TABLE (case_id bigint, code_version smallint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH RECURSIVE way(id, step) AS (
        SELECT key, 0
        UNION ALL
        SELECT m.into_id, way.step + 1 FROM way
            JOIN cases_merge m ON m.case_id = way.id AND m.ended_at IS NULL WHERE way.step < 100
    )
    SELECT c.id, c.code_version FROM way JOIN cases_case c ON c.id = way.id
    WHERE c.access_id IS NULL ORDER BY way.step DESC LIMIT 1 $$;
"""
# A customer who is hidden resembles nobody, and takes no place among those who do.
ALIKE = """
CREATE OR REPLACE FUNCTION customers_alike(asked bigint, most int)
RETURNS TABLE (id bigint, likeness real)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    client bigint;
    called text;
BEGIN
    SELECT c.client_id, c.name INTO client, called FROM customers_customer c
        WHERE c.id = asked AND customers_reached(c.client_id) AND NOT hidden_customer(c.id);
    IF coalesce(called, '') = '' THEN RETURN; END IF;
    PERFORM set_config('pg_trgm.similarity_threshold', '0.6', true);
    RETURN QUERY SELECT c.id, similarity(c.name, called) FROM customers_customer c
        WHERE c.name % called AND c.client_id = client AND c.id <> asked AND c.merged_into_id IS NULL
          AND NOT (c.secret AND hidden_customer(c.id))
        ORDER BY 2 DESC, 1 DESC LIMIT most;
END $$;
"""
CASE_SEEN = f"""{OF_CLIENT} OR group_id = ANY ((SELECT current_groups())::bigint[])
    OR id = (SELECT current_case())"""
LISTED = "access_id = ANY ((SELECT current_lists())::bigint[])"
OPEN_CASE = f"""access_id IS NULL OR {LISTED} OR registrar_id = (SELECT current_registrar())"""
POLICIES = f"""
ALTER POLICY seen ON cases_case
    USING ({CASE_SEEN} OR {LISTED}) WITH CHECK ({CASE_SEEN} OR {LISTED});
CREATE POLICY confidential ON cases_case AS RESTRICTIVE USING ({OPEN_CASE});
CREATE POLICY confidential ON contacts_contact AS RESTRICTIVE
    USING (NOT secret OR NOT hidden_contact(id));
CREATE POLICY confidential ON customers_customer AS RESTRICTIVE
    USING (NOT secret OR NOT hidden_customer(id));
CREATE POLICY confidential ON customers_address AS RESTRICTIVE
    USING (NOT secret OR NOT hidden_customer(customer_id));
-- What one did oneself is no news to oneself, and the database shows what it writes to the writer.
CREATE POLICY confidential ON events_eventrecord AS RESTRICTIVE FOR SELECT
    USING (agent_id = (SELECT current_registrar()) OR (
        (case_id IS NULL OR NOT hidden_case(case_id))
        AND (contact_id IS NULL OR NOT hidden_contact(contact_id))
        AND (customer_id IS NULL OR NOT hidden_customer(customer_id))));
ALTER TABLE cases_handin ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON cases_handin USING (by_id = (SELECT current_registrar()))
    WITH CHECK (by_id = (SELECT current_registrar()));
"""
NO_POLICIES = f"""
DROP POLICY own ON cases_handin; ALTER TABLE cases_handin DISABLE ROW LEVEL SECURITY;
DROP POLICY confidential ON events_eventrecord; DROP POLICY confidential ON customers_address;
DROP POLICY confidential ON customers_customer; DROP POLICY confidential ON contacts_contact;
DROP POLICY confidential ON cases_case;
ALTER POLICY seen ON cases_case USING ({CASE_SEEN}) WITH CHECK ({CASE_SEEN});
"""
BY_KEY = f"{OF_CLIENT} OR ((SELECT is_narrow()) AND sees_case(case_id))"
HANGING = {
    "cases_casecontact": "hidden_case(case_id)",
    "cases_casestate": "hidden_case(case_id)",
    "cases_assignment": "hidden_case(case_id)",
    "cases_handover": "hidden_case(case_id)",
    "cases_feedback": "hidden_hand_over(hand_over_id)",
    "cases_note": "hidden_case(case_id)",
    "cases_casefile": "hidden_case(case_id)",
    "cases_tagging": "hidden_case(case_id)",
    "cases_supportuse": "hidden_case(case_id)",
    "cases_tick": "hidden_case(case_id)",
    "cases_followup": "hidden_case(case_id)",
    "cases_casecause": "hidden_case(case_id)",
    "disruptions_follower": "hidden_customer(customer_id)",
    "customers_need": "hidden_customer(customer_id)",
    "customers_representative": "hidden_customer(customer_id) OR hidden_customer(representative_id)",
    "customers_merge": "hidden_customer(source_id) OR hidden_customer(target_id)",
    "customers_notthesame": "hidden_customer(one_id) OR hidden_customer(other_id)",
    "customers_importedcustomer": "hidden_customer(customer_id)",
    "cases_merge": "hidden_case(case_id) OR hidden_case(into_id)",
    "cases_mergedcontact": "hidden_contact(contact_id)",
    "cases_split": "hidden_case(case_id) OR hidden_case(made_id)",
    "cases_relation": "hidden_case(case_id) OR hidden_case(other_id)",
    "cases_deadline": "hidden_case(case_id)",
    "cases_alarm": "hidden_hand_over(hand_over_id)",
    "cases_filledfield": "hidden_case(case_id)",
    "cases_casestage": "hidden_case(case_id)",
    "cases_watch": "hidden_case(case_id)",
    "cases_snooze": "hidden_case(case_id)",
    "cases_macrorun": "hidden_case(case_id)",
    "cases_plannedanswer": "hidden_case(case_id)",
    "cases_composing": "hidden_case(case_id)",
    "cases_promise": "hidden_case(case_id)",
    "cases_promiseend": "hidden_promise(promise_id)",
    "cases_givenfact": "hidden_case(case_id)",
    "cases_acceptance": "hidden_hand_over(hand_over_id)",
    "cases_handoverseen": "hidden_hand_over(hand_over_id)",
    "cases_handoverwarning": "hidden_hand_over(hand_over_id)",
    "cases_confidentiality": "hidden_case(case_id)",
    "cases_identitycheck": "hidden_case(case_id)",
    "cases_identitycode": "hidden_case(case_id)",
    "contacts_message": "hidden_contact(contact_id)",
    "contacts_messagefile": "hidden_message(message_id)",
    "contacts_outgoing": "hidden_message(message_id)",
    "contacts_outgoingstep": "hidden_outgoing(outgoing_id)",
}
NEW_TABLES = ("cases_confidentiality", "cases_identitycheck", "cases_identitycode", "cases_reading")


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0024_confidential"),
        ("events", "0003_jobs_and_checks"),
        ("integrations", "0003_functions_look_in_public_only"),
        ("knowledge", "0006_secrecy"),
    ]
    operations = [
        migrations.RunSQL(QUESTIONS, NO_QUESTIONS),
        migrations.RunSQL(KEPT, FORGET),
        # Going back leaves them wider: without a list they open what they did before.
        migrations.RunSQL(WIDER + TELLING + JOINED + ALIKE, migrations.RunSQL.noop),
        *(protect(table, seen_if=BY_KEY) for table in NEW_TABLES),
        migrations.RunSQL(POLICIES, NO_POLICIES),
        *(hide(table, hidden_if=question) for table, question in HANGING.items()),
        # Those who were protected before this: their cases and contacts.
        migrations.RunSQL(
            "UPDATE customers_customer SET secret = true WHERE protected;"
            "UPDATE contacts_contact SET secret = true WHERE customer_id IN"
            " (SELECT id FROM customers_customer WHERE protected);"
            "UPDATE cases_case SET access_id = access_id WHERE customer_id IN"
            " (SELECT id FROM customers_customer WHERE protected);",
            migrations.RunSQL.noop,
        ),
    ]
