-- Shaped by gensvar migrate: a4935ea3333b719028841b3479df3a83, PostgreSQL 18

-- Dumped from database version 18.6
-- Dumped by pg_dump version 18.6

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

CREATE SCHEMA bi;


-- *not* creating schema, since initdb creates it


CREATE EXTENSION IF NOT EXISTS btree_gin WITH SCHEMA public;


CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;


CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;


CREATE EXTENSION IF NOT EXISTS unaccent WITH SCHEMA public;


CREATE TYPE public.procrastinate_job_event_type AS ENUM (
    'deferred',
    'started',
    'deferred_for_retry',
    'failed',
    'succeeded',
    'cancelled',
    'abort_requested',
    'aborted',
    'scheduled',
    'retried'
);


CREATE TYPE public.procrastinate_job_status AS ENUM (
    'todo',
    'doing',
    'succeeded',
    'failed',
    'cancelled',
    'aborting',
    'aborted'
);


CREATE TYPE public.procrastinate_job_to_defer_v1 AS (
	queue_name character varying,
	task_name character varying,
	priority integer,
	lock text,
	queueing_lock text,
	args jsonb,
	scheduled_at timestamp with time zone
);


CREATE FUNCTION bi.is_of_cases(counter text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT counter IN ('closed', 'cases_opened', 'handed_over', 'lead_minutes', 'reopened',
                       'reopened_by_mistake', 'at_front', 'at_department', 'at_customer',
                       'open_ages', 'readings') OR counter LIKE 'settled%' $$;


CREATE FUNCTION public.access_lists_of(agent bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce(string_agg(DISTINCT entry.access_id::text, ','), '')
    FROM secrecy_accessentry entry
    WHERE entry.until IS NULL
      AND (entry.agent_id = agent
           OR entry.group_id IN (
               SELECT group_id FROM people_membership WHERE agent_id = agent AND until IS NULL
               UNION SELECT id FROM people_group WHERE manager_id = agent)) $$;


CREATE FUNCTION public.case_at_number(wanted text) RETURNS TABLE(case_id bigint, client_id bigint, code_version smallint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT id, client_id, code_version FROM cases_case
    WHERE number = wanted AND access_id IS NULL $$;


CREATE FUNCTION public.cases_access() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


CREATE FUNCTION public.cases_access_again() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


CREATE FUNCTION public.cases_by_state() RETURNS TABLE(state text, count bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT state::text, count(*) FROM cases_case WHERE state <> 'closed' GROUP BY 1
    UNION ALL SELECT 'closed', count(*) FROM cases_case WHERE state = 'closed' $$;


CREATE FUNCTION public.cases_mark_contact() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    UPDATE contacts_contact SET secret = true WHERE id = NEW.contact_id AND NOT secret
        AND EXISTS (SELECT FROM cases_case WHERE id = NEW.case_id AND access_id IS NOT NULL);
    RETURN NULL;
END $$;


CREATE FUNCTION public.cases_mark_secret() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    UPDATE customers_customer SET secret = true WHERE id = NEW.customer_id AND NOT secret;
    UPDATE contacts_contact SET secret = true WHERE NOT secret
        AND id IN (SELECT contact_id FROM cases_casecontact WHERE case_id = NEW.id);
    RETURN NULL;
END $$;


CREATE FUNCTION public.chat_behind(asked text) RETURNS TABLE(id bigint, client_id bigint, expires_at timestamp with time zone, is_hidden boolean)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT c.id, c.client_id, c.expires_at, coalesce(hidden_contact(c.contact_id), false)
    FROM chat_chat c WHERE c.digest = asked $$;


CREATE FUNCTION public.client_of_sound(asked text) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT s.client_id FROM voice_sound s WHERE s.key = asked $$;


CREATE FUNCTION public.contacts_mark_secret() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    NEW.secret := NEW.secret OR EXISTS (
        SELECT FROM customers_customer WHERE id = NEW.customer_id AND protected);
    RETURN NEW;
END $$;


CREATE FUNCTION public.contacts_without_case(clients bigint[], since timestamp with time zone, until timestamp with time zone) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT t.id FROM contacts_contact t
    WHERE t.client_id = ANY (clients) AND t.started_at >= since AND t.started_at < until
      AND t.direction = 'in'
      AND NOT EXISTS (SELECT FROM cases_casecontact l WHERE l.contact_id = t.id) $$;


CREATE FUNCTION public.current_case() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
    SELECT nullif(current_setting('gensvar.case', true), '')::bigint $$;


CREATE FUNCTION public.current_clients() RETURNS bigint[]
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
    SELECT coalesce(string_to_array(nullif(current_setting('gensvar.clients', true), ''), ','),
                    '{}')::bigint[] $$;


CREATE FUNCTION public.current_groups() RETURNS bigint[]
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
    SELECT coalesce(string_to_array(nullif(current_setting('gensvar.groups', true), ''), ','),
                    '{}')::bigint[] $$;


CREATE FUNCTION public.current_lists() RETURNS bigint[]
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
    SELECT coalesce(string_to_array(nullif(current_setting('gensvar.lists', true), ''), ','),
                    '{}')::bigint[] $$;


CREATE FUNCTION public.current_registrar() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
    SELECT coalesce(nullif(current_setting('gensvar.agent', true), '')::bigint, 0) $$;


CREATE FUNCTION public.customers_alike(asked bigint, most integer) RETURNS TABLE(id bigint, likeness real)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_custom_plan'
    AS $$
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


CREATE FUNCTION public.customers_mark_address() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    NEW.secret := coalesce((SELECT secret FROM customers_customer WHERE id = NEW.customer_id),
                           false);
    RETURN NEW;
END $$;


CREATE FUNCTION public.customers_mark_secret() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    NEW.secret := NEW.secret OR NEW.protected;
    IF TG_OP = 'UPDATE' AND NEW.secret AND NOT OLD.secret THEN
        UPDATE customers_address SET secret = true WHERE customer_id = NEW.id AND NOT secret;
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.customers_move(source bigint, target bigint, given jsonb) RETURNS jsonb
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
DECLARE
    place record;
    one bigint;
    keys bigint[];
    moving bigint[];
    moved jsonb := '{}';
BEGIN
    IF NOT EXISTS (SELECT FROM customers_customer a JOIN customers_customer b USING (client_id)
                   WHERE a.id = source AND b.id = target AND customers_reached(client_id)) THEN
        RAISE insufficient_privilege USING MESSAGE = 'these customers are not of one client in reach';
    END IF;
    FOR place IN
        SELECT k.conrelid::regclass::text AS owner, field.attname AS field, key.attname AS key
        FROM pg_constraint k
        JOIN pg_attribute field ON field.attrelid = k.conrelid AND field.attnum = k.conkey[1]
        JOIN pg_index i ON i.indrelid = k.conrelid AND i.indisprimary AND i.indnkeyatts = 1
        JOIN pg_attribute key ON key.attrelid = k.conrelid AND key.attnum = i.indkey[0]
        WHERE k.contype = 'f' AND k.confrelid = 'customers_customer'::regclass
          AND cardinality(k.conkey) = 1 AND key.attnum <> field.attnum
          AND k.conrelid <> ALL (ARRAY['customers_customer', 'customers_merge',
              'customers_notthesame', 'customers_importedcustomer']::regclass[])
        ORDER BY 1, 2
    LOOP
        EXECUTE format('SELECT array_agg(%1$I ORDER BY %1$I) FROM %2$s WHERE %3$I = $1
                        AND ($2 IS NULL OR %1$I IN (SELECT jsonb_array_elements_text($2)::bigint))',
                       place.key, place.owner, place.field)
            INTO moving USING source,
                CASE WHEN given IS NOT NULL
                     THEN coalesce(given -> (place.owner || '.' || place.field), '[]') END;
        CONTINUE WHEN moving IS NULL;
        BEGIN
            EXECUTE format('UPDATE %s SET %I = $1 WHERE %I = ANY ($2)',
                           place.owner, place.field, place.key) USING target, moving;
            keys := moving;
        EXCEPTION WHEN unique_violation OR check_violation THEN
            keys := '{}';
            FOREACH one IN ARRAY moving LOOP
                BEGIN
                    EXECUTE format('UPDATE %s SET %I = $1 WHERE %I = $2',
                                   place.owner, place.field, place.key) USING target, one;
                    keys := keys || one;
                EXCEPTION WHEN unique_violation OR check_violation THEN NULL;
                END;
            END LOOP;
        END;
        moved := moved || jsonb_build_object(place.owner || '.' || place.field, to_jsonb(keys));
    END LOOP;
    RETURN moved;
END $_$;


CREATE FUNCTION public.customers_reached(client bigint) RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
    SELECT client = ANY (current_clients())
        OR 'gensvar_web' NOT IN (session_user, current_setting('role')) $$;


CREATE FUNCTION public.end_registration(of_case bigint) RETURNS boolean
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH ended AS (
        UPDATE cases_case SET registrar_id = NULL, registrar_since = NULL
        WHERE id = of_case AND registrar_id = current_registrar() RETURNING id)
    SELECT EXISTS (SELECT FROM ended) $$;


CREATE FUNCTION public.hall_with_key(asked text) RETURNS TABLE(hall_id bigint, client_id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT h.id, h.client_id FROM counter_hall h WHERE h.key = asked AND h.closed_at IS NULL $$;


CREATE FUNCTION public.hidden_call(asked bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT hidden_contact(c.contact_id) FROM voice_call c WHERE c.id = asked $$;


CREATE FUNCTION public.hidden_case(key bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM cases_case k WHERE k.id = key AND k.access_id IS NOT NULL AND k.access_id <> ALL (current_lists())
    AND k.registrar_id IS DISTINCT FROM current_registrar()) $$;


CREATE FUNCTION public.hidden_cases() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT id FROM cases_case
    WHERE access_id IS NOT NULL AND access_id <> ALL (current_lists())
      AND registrar_id IS DISTINCT FROM current_registrar() $$;


CREATE FUNCTION public.hidden_contact(key bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM contacts_contact t WHERE t.id = key AND t.secret AND (
        EXISTS (SELECT FROM cases_casecontact link JOIN cases_case k ON k.id = link.case_id
                WHERE link.contact_id = key AND k.access_id IS NOT NULL AND k.access_id <> ALL (current_lists())
    AND k.registrar_id IS DISTINCT FROM current_registrar())
        OR (EXISTS (SELECT FROM customers_customer c WHERE c.id = t.customer_id AND c.protected AND NOT EXISTS (SELECT FROM secrecy_accesslist l
    WHERE l.client_id = c.client_id AND l.is_for_protected AND l.id = ANY (current_lists())))
            AND NOT EXISTS (SELECT FROM cases_casecontact WHERE contact_id = key)))) $$;


CREATE FUNCTION public.hidden_contacts() RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT l.contact_id FROM hidden_cases() AS hidden (id)
    JOIN cases_casecontact l ON l.case_id = hidden.id
    JOIN contacts_contact t ON t.id = l.contact_id AND t.secret
    UNION ALL
    SELECT t.id FROM customers_customer c JOIN contacts_contact t ON t.customer_id = c.id AND t.secret
    WHERE c.protected
      AND NOT EXISTS (SELECT FROM secrecy_accesslist l WHERE l.client_id = c.client_id
                          AND l.is_for_protected AND l.id = ANY (current_lists()))
      AND NOT EXISTS (SELECT FROM cases_casecontact WHERE contact_id = t.id) $$;


CREATE FUNCTION public.hidden_customer(key bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM customers_customer c WHERE c.id = key AND c.secret AND (
        EXISTS (SELECT FROM cases_case k WHERE k.customer_id = key AND k.access_id IS NOT NULL AND k.access_id <> ALL (current_lists())
    AND k.registrar_id IS DISTINCT FROM current_registrar())
        AND NOT EXISTS (SELECT FROM cases_case k WHERE k.customer_id = key AND NOT (k.access_id IS NOT NULL AND k.access_id <> ALL (current_lists())
    AND k.registrar_id IS DISTINCT FROM current_registrar()))
        AND NOT EXISTS (SELECT FROM contacts_contact t WHERE t.customer_id = key
                        AND NOT hidden_contact(t.id)))) $$;


CREATE FUNCTION public.hidden_estimate(key bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT hidden_case((SELECT case_id FROM workorders_estimate WHERE id = key)) $$;


CREATE FUNCTION public.hidden_hand_over(key bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT hidden_case((SELECT case_id FROM cases_handover WHERE id = key)) $$;


CREATE FUNCTION public.hidden_message(key bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT hidden_contact((SELECT contact_id FROM contacts_message WHERE id = key)) $$;


CREATE FUNCTION public.hidden_order(key bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT hidden_case((SELECT case_id FROM workorders_workorder WHERE id = key)) $$;


CREATE FUNCTION public.hidden_outgoing(key bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT hidden_message((SELECT message_id FROM contacts_outgoing WHERE id = key)) $$;


CREATE FUNCTION public.hidden_promise(key bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT hidden_case((SELECT case_id FROM cases_promise WHERE id = key)) $$;


CREATE FUNCTION public.hidden_protected(of_client bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT NOT EXISTS (SELECT FROM secrecy_accesslist l WHERE l.client_id = of_client
        AND l.is_for_protected AND l.id = ANY (current_lists())) $$;


CREATE FUNCTION public.hidden_recording(bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $_$
    SELECT hidden_call(r.call_id) FROM voice_callrecording r WHERE r.id = $1 $_$;


CREATE FUNCTION public.is_narrow() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
    SELECT current_groups() <> '{}' OR current_lists() <> '{}' OR current_case() IS NOT NULL $$;


CREATE FUNCTION public.is_public_article(key bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM knowledge_article
        WHERE id = key AND is_public AND published_id IS NOT NULL) $$;


CREATE FUNCTION public.is_public_version(key bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM knowledge_version v
        JOIN knowledge_article a ON a.published_id = v.id WHERE v.id = key AND a.is_public) $$;


CREATE FUNCTION public.keeps_article(key bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM knowledge_article
        WHERE id = key AND group_id = ANY (current_groups())) $$;


CREATE FUNCTION public.knowledge_clients() RETURNS bigint[]
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT current_clients() || array(
        SELECT DISTINCT client_id FROM people_group WHERE id = ANY (current_groups())) $$;


CREATE FUNCTION public.knowledge_keep_version() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


CREATE FUNCTION public.knowledge_keep_wording() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (SELECT FROM knowledge_version v
               WHERE v.id IN (OLD.version_id, NEW.version_id)
                 AND v.state IN ('approved', 'withdrawn')) THEN
        RAISE EXCEPTION 'an approved version keeps its words';
    END IF;
    RETURN coalesce(NEW, OLD);
END $$;


SET default_tablespace = '';

SET default_table_access_method = heap;

CREATE TABLE public.cases_case (
    id bigint NOT NULL,
    number character varying(12) NOT NULL,
    title character varying(200) NOT NULL,
    need_type character varying(12) NOT NULL,
    channel character varying(10) NOT NULL,
    language character varying(5) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    state character varying(24) NOT NULL,
    state_since timestamp with time zone NOT NULL,
    code_version smallint NOT NULL,
    agent_id bigint,
    client_id bigint NOT NULL,
    customer_id bigint,
    group_id bigint,
    subject_id bigint,
    type_id bigint,
    stage character varying(40) DEFAULT ''::character varying NOT NULL,
    access_id bigint,
    registrar_id bigint,
    registrar_since timestamp with time zone,
    CONSTRAINT cases_case_code_version_check CHECK ((code_version >= 0))
);


CREATE FUNCTION public.kpi_add_case(c public.cases_case, way integer, is_handed_over boolean) RETURNS void
    LANGUAGE sql
    AS $$
    INSERT INTO kpi_casecount
        (client_id, day, is_month, subject_id, need_type, cases, handed_over, solved_at_front)
    SELECT c.client_id, span.day, span.is_month, c.subject_id, c.need_type, way,
           CASE WHEN is_handed_over THEN way ELSE 0 END,
           CASE WHEN c.state = 'closed' AND NOT is_handed_over THEN way ELSE 0 END
    FROM kpi_day(c.opened_at) AS opened (day),
         LATERAL (VALUES (opened.day, false), (kpi_month(opened.day), true)) AS span (day, is_month)
    $$;


CREATE TABLE public.contacts_contact (
    id bigint NOT NULL,
    channel character varying(10) NOT NULL,
    direction character varying(3) NOT NULL,
    language character varying(5) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    summary text NOT NULL,
    agent_id bigint,
    client_id bigint NOT NULL,
    customer_id bigint,
    answered_at timestamp with time zone,
    secret boolean DEFAULT false NOT NULL
);


CREATE FUNCTION public.kpi_add_contact(c public.contacts_contact, way integer) RETURNS void
    LANGUAGE sql
    AS $$
    INSERT INTO kpi_contactcount
        (client_id, day, is_month, channel, direction, waited_seconds, contacts, talks, talked)
    SELECT c.client_id, span.day, span.is_month, c.channel, c.direction,
           CASE WHEN c.channel = 'phone' THEN
               ceil(extract(epoch FROM c.answered_at - c.started_at))::int END,
           way, CASE WHEN over THEN way ELSE 0 END,
           CASE WHEN over THEN (c.ended_at - c.answered_at) * way ELSE interval '0' END
    FROM (SELECT c.channel = 'phone' AND c.answered_at IS NOT NULL AND c.ended_at IS NOT NULL,
                 kpi_day(c.started_at)) AS call (over, day),
         LATERAL (VALUES (call.day, false), (kpi_month(call.day), true)) AS span (day, is_month)
    $$;


CREATE FUNCTION public.kpi_answers_used(of_client bigint, since timestamp with time zone, until timestamp with time zone, today date) RETURNS TABLE(fresh bigint, used bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT count(*) FILTER (WHERE a.review_on IS NULL OR a.review_on >= today), count(*)
    FROM cases_supportuse s
    JOIN knowledge_version v ON v.id = s.version_id
    JOIN knowledge_article a ON a.id = v.article_id AND a.published_id IS NOT NULL
    LEFT JOIN contacts_outgoing o ON o.id = s.outgoing_id
    WHERE s.client_id = of_client AND (of_client = ANY (current_clients()) OR of_client IN (
    SELECT client_id FROM people_group WHERE id = ANY (current_groups())))
      AND s.at >= since AND s.at < until AND o.state IS DISTINCT FROM 'cancelled' $$;


CREATE FUNCTION public.kpi_bounced(of_client bigint, since timestamp with time zone, until timestamp with time zone) RETURNS TABLE(bounced bigint, handed_over bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT count(DISTINCT h.case_id) FILTER (WHERE EXISTS (
               SELECT FROM cases_handover a
               WHERE a.case_id = h.case_id AND a.hop > 1 AND a.at < until)),
           count(DISTINCT h.case_id)
    FROM cases_handover h
    WHERE h.client_id = of_client AND (of_client = ANY (current_clients()) OR of_client IN (
    SELECT client_id FROM people_group WHERE id = ANY (current_groups()))) AND h.at >= since AND h.at < until $$;


CREATE FUNCTION public.kpi_cases_of_types(of_client bigint, since timestamp with time zone, until timestamp with time zone, in_seconds integer) RETURNS TABLE(type_id bigint, measure text, part numeric, whole bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH opened AS (
        SELECT coalesce(c.type_id, (SELECT case_type_id FROM knowledge_subject WHERE id = c.subject_id),
    (SELECT id FROM casetypes_casetype WHERE client_id = of_client AND is_default)) AS type_id, c.id, c.state, EXISTS (
                   SELECT FROM cases_handover h WHERE h.case_id = c.id) AS is_handed_over
        FROM cases_case c
        WHERE c.client_id = of_client AND (of_client = ANY (current_clients()) OR of_client IN (
    SELECT client_id FROM people_group WHERE id = ANY (current_groups())))
          AND c.opened_at >= since AND c.opened_at < until),
    talked AS (
        SELECT o.*, talk.answers <= 1 AND talk.came = 1 AND o.state = 'closed'
                   AND NOT o.is_handed_over
                   AND (SELECT count(*) <= 1 FROM cases_casestate s
                        WHERE s.case_id = o.id AND s.state = 'closed') AS at_once
        FROM opened o CROSS JOIN LATERAL (
            SELECT count(DISTINCT t.id) FILTER (WHERE t.direction = 'in') AS came,
                   count(out.id) FILTER (WHERE out.purpose = 'answer' AND NOT out.is_automatic
                                             AND out.state <> 'cancelled') AS answers
            FROM cases_casecontact l JOIN contacts_contact t ON t.id = l.contact_id
            LEFT JOIN contacts_message m ON m.contact_id = t.id AND m.direction = 'out'
            LEFT JOIN contacts_outgoing out ON out.message_id = m.id
            WHERE l.case_id = o.id) AS talk
        WHERE talk.came > 0),
    calls AS (
        SELECT DISTINCT coalesce(c.type_id, (SELECT case_type_id FROM knowledge_subject WHERE id = c.subject_id),
    (SELECT id FROM casetypes_casetype WHERE client_id = of_client AND is_default)) AS type_id, t.id,
               extract(epoch FROM t.answered_at - t.started_at) AS waited,
               extract(epoch FROM t.ended_at - t.answered_at) AS lasted
        FROM contacts_contact t JOIN cases_casecontact l ON l.contact_id = t.id
        JOIN cases_case c ON c.id = l.case_id AND c.client_id = of_client
        WHERE t.client_id = of_client AND (of_client = ANY (current_clients()) OR of_client IN (
    SELECT client_id FROM people_group WHERE id = ANY (current_groups()))) AND t.channel = 'phone' AND t.direction = 'in'
          AND t.started_at >= since AND t.started_at < until AND t.answered_at IS NOT NULL)
    SELECT type_id, 'K23', count(*) FILTER (WHERE state = 'closed' AND NOT is_handed_over), count(*)
    FROM opened GROUP BY type_id
    UNION ALL
    SELECT type_id, 'K20', count(*) FILTER (WHERE at_once), count(*) FROM talked GROUP BY type_id
    UNION ALL
    SELECT type_id, 'K02', count(*) FILTER (WHERE ceil(waited) <= in_seconds), count(*)
    FROM calls GROUP BY type_id
    UNION ALL
    SELECT type_id, 'K05', sum(waited), count(*) FROM calls GROUP BY type_id
    UNION ALL
    SELECT type_id, 'K40', sum(lasted), count(*) FROM calls WHERE lasted IS NOT NULL
    GROUP BY type_id
    UNION ALL
    SELECT coalesce(c.type_id, (SELECT case_type_id FROM knowledge_subject WHERE id = c.subject_id),
    (SELECT id FROM casetypes_casetype WHERE client_id = of_client AND is_default)), 'K30', count(*) FILTER (WHERE e.outcome = 'kept'), count(*)
    FROM cases_promiseend e JOIN cases_promise p ON p.id = e.promise_id
    JOIN cases_case c ON c.id = p.case_id
    WHERE e.client_id = of_client AND (of_client = ANY (current_clients()) OR of_client IN (
    SELECT client_id FROM people_group WHERE id = ANY (current_groups()))) AND p.due_at >= since AND p.due_at < until
      AND e.outcome IN ('kept', 'renegotiated', 'broken')
    GROUP BY 1 $$;


CREATE FUNCTION public.kpi_clock_facts(of_client bigint, after_seal bigint, last_seal bigint, starts timestamp with time zone[], ends timestamp with time zone[], before double precision[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    UPDATE kpi_fact f SET began_at = began.at,
        seconds = extract(epoch FROM f.at - began.at),
        working_seconds = greatest(0,
            before[b] + extract(epoch FROM least(f.at, ends[b]) - starts[b])
            - before[a] - extract(epoch FROM least(greatest(began.at, starts[1]), ends[a])
                                  - starts[a]))
    FROM (
        SELECT e.id, b.at, greatest(width_bucket(b.at, starts), 1) AS a,
               greatest(width_bucket(e.at, starts), 1) AS b
        FROM kpi_fact e
        JOIN LATERAL (
            SELECT b.at FROM kpi_fact b
            WHERE b.kind = CASE e.kind WHEN 'closing' THEN 'case' WHEN 'feedback' THEN 'hand-over'
                               ELSE 'chat' END
              AND b.about_id = CASE e.kind WHEN 'closing' THEN e.case_id
                                   WHEN 'feedback' THEN e.about_id ELSE e.contact_id END) b ON true
        WHERE e.record_id BETWEEN
            (SELECT min((record_ids ->> 0)::bigint) FROM events_seal
             WHERE id > after_seal AND id <= last_seal)
            AND (SELECT max((record_ids ->> -1)::bigint) FROM events_seal
                 WHERE id > after_seal AND id <= last_seal)
          AND e.client_id = of_client AND e.kind IN ('closing', 'feedback', 'chat-reply')
          AND e.began_at IS NULL) AS began
    WHERE f.id = began.id AND cardinality(starts) > 0;

    UPDATE kpi_fact f SET began_at = shut.at, seconds = extract(epoch FROM f.at - shut.at)
    FROM kpi_fact e
    JOIN LATERAL (
        SELECT c.at FROM kpi_fact c WHERE c.kind = 'closing' AND c.case_id = e.case_id
          AND c.record_id < e.record_id ORDER BY c.record_id DESC LIMIT 1) shut ON true
    WHERE f.id = e.id AND e.record_id BETWEEN
            (SELECT min((record_ids ->> 0)::bigint) FROM events_seal
             WHERE id > after_seal AND id <= last_seal)
            AND (SELECT max((record_ids ->> -1)::bigint) FROM events_seal
                 WHERE id > after_seal AND id <= last_seal)
      AND e.client_id = of_client AND e.kind = 'reopening'
      AND e.began_at IS NULL $$;


CREATE FUNCTION public.kpi_clock_states(of_client bigint, after_seal bigint, last_seal bigint, starts timestamp with time zone[], ends timestamp with time zone[], before double precision[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    UPDATE kpi_fact f SET began_at = began.at,
        seconds = extract(epoch FROM f.at - began.at),
        working_seconds = greatest(0,
            before[b] + extract(epoch FROM least(f.at, ends[b]) - starts[b])
            - before[a] - extract(epoch FROM least(greatest(began.at, starts[1]), ends[a])
                                  - starts[a]))
    FROM (
        SELECT e.id, b.at, greatest(width_bucket(b.at, starts), 1) AS a,
               greatest(width_bucket(e.at, starts), 1) AS b
        FROM kpi_fact e
        JOIN LATERAL (
            SELECT b.at FROM kpi_fact b
            WHERE b.kind IN ('case', 'state', 'shut') AND b.case_id = e.case_id
              AND b.record_id < e.record_id ORDER BY b.record_id DESC LIMIT 1) b ON true
        WHERE e.record_id BETWEEN
            (SELECT min((record_ids ->> 0)::bigint) FROM events_seal
             WHERE id > after_seal AND id <= last_seal)
            AND (SELECT max((record_ids ->> -1)::bigint) FROM events_seal
                 WHERE id > after_seal AND id <= last_seal)
          AND e.client_id = of_client AND e.kind IN ('state', 'shut')
          AND e.began_at IS NULL) AS began
    WHERE f.id = began.id AND cardinality(starts) > 0 $$;


CREATE FUNCTION public.kpi_close_days(of_client bigint, days date[], moment timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    INSERT INTO kpi_restatement (client_id, day, counter, before, after, at)
    SELECT of_client, s.day, s.counter, sum(coalesce(s.told, 0)), sum(s.amount), moment
    FROM kpi_daysum s JOIN kpi_day d ON d.client_id = s.client_id AND d.day = s.day
        AND d.told_at IS NOT NULL
    WHERE s.client_id = of_client AND s.day = ANY (days)
    GROUP BY s.day, s.counter HAVING sum(coalesce(s.told, 0)) <> sum(s.amount);

    UPDATE kpi_daysum SET told = amount
    WHERE client_id = of_client AND day = ANY (days) AND told IS DISTINCT FROM amount;

    INSERT INTO kpi_day (client_id, day, closed_at, told_at)
    SELECT of_client, one, moment, moment FROM unnest(days) AS one
    ON CONFLICT (client_id, day) DO UPDATE SET closed_at = excluded.closed_at,
        told_at = coalesce(kpi_day.told_at, excluded.told_at) $$;


CREATE FUNCTION public.kpi_count_case() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE is_handed_over boolean := false;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        is_handed_over := EXISTS (SELECT FROM cases_handover WHERE case_id = NEW.id);
        PERFORM kpi_add_case(OLD, -1, is_handed_over);
    END IF;
    PERFORM kpi_add_case(NEW, 1, is_handed_over);
    RETURN NULL;
END $$;


CREATE FUNCTION public.kpi_count_contact() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        PERFORM kpi_add_contact(OLD, -1);
    END IF;
    PERFORM kpi_add_contact(NEW, 1);
    RETURN NULL;
END $$;


CREATE FUNCTION public.kpi_count_feedback() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    UPDATE kpi_feedbacktime SET answered_at = least(answered_at, NEW.at)
        WHERE hand_over_id = NEW.hand_over_id;
    RETURN NULL;
END $$;


CREATE FUNCTION public.kpi_count_hand_over() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE handed cases_case;
BEGIN
    INSERT INTO kpi_feedbacktime (client_id, hand_over_id, handed_at)
        VALUES (NEW.client_id, NEW.id, NEW.at);
    IF NOT EXISTS (SELECT FROM cases_handover WHERE case_id = NEW.case_id AND id <> NEW.id) THEN
        SELECT * INTO handed FROM cases_case WHERE id = NEW.case_id;
        PERFORM kpi_add_case(handed, -1, false);
        PERFORM kpi_add_case(handed, 1, true);
    END IF;
    RETURN NULL;
END $$;


CREATE FUNCTION public.kpi_day(moment timestamp with time zone) RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
    SELECT (moment AT TIME ZONE 'Europe/Stockholm')::date $$;


CREATE FUNCTION public.kpi_disruption_contacts(of_client bigint, since timestamp with time zone, until timestamp with time zone) RETURNS TABLE(disruption_id bigint, contacts bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT u.disruption_id, count(DISTINCT t.id)
    FROM cases_casecause u
    JOIN cases_casecontact l ON l.case_id = u.case_id
    JOIN contacts_contact t ON t.id = l.contact_id AND t.direction = 'in'
    WHERE u.client_id = of_client AND (of_client = ANY (current_clients()) OR of_client IN (
    SELECT client_id FROM people_group WHERE id = ANY (current_groups())))
      AND t.started_at >= since AND t.started_at < until
    GROUP BY u.disruption_id $$;


CREATE FUNCTION public.kpi_feedback_of_types(of_client bigint, starts timestamp with time zone[], ends timestamp with time zone[], dues timestamp with time zone[], at timestamp with time zone) RETURNS TABLE(type_id bigint, part bigint, whole bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce(c.type_id, (SELECT case_type_id FROM knowledge_subject WHERE id = c.subject_id),
    (SELECT id FROM casetypes_casetype WHERE client_id = of_client AND is_default)), count(*) FILTER (WHERE f.answered_at <= due.due_at),
           count(*) FILTER (WHERE f.answered_at IS NOT NULL OR due.due_at < at)
    FROM unnest(starts, ends, dues) AS due (starts_at, ends_at, due_at)
    JOIN kpi_feedbacktime f ON f.client_id = of_client
        AND f.handed_at >= due.starts_at AND f.handed_at < due.ends_at
    JOIN cases_handover h ON h.id = f.hand_over_id JOIN cases_case c ON c.id = h.case_id
    WHERE (of_client = ANY (current_clients()) OR of_client IN (
    SELECT client_id FROM people_group WHERE id = ANY (current_groups())))
    GROUP BY 1 $$;


CREATE FUNCTION public.kpi_gather() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH several AS (
        SELECT id FROM (SELECT id, count(*) OVER (PARTITION BY client_id, is_month, day, subject_id,
            need_type) AS beside FROM kpi_casecount) AS r
        WHERE beside > 1),
    gone AS (DELETE FROM kpi_casecount WHERE id IN (SELECT id FROM several) RETURNING *)
    INSERT INTO kpi_casecount
        (client_id, day, is_month, subject_id, need_type, cases, handed_over, solved_at_front)
    SELECT client_id, day, is_month, subject_id, need_type, sum(cases), sum(handed_over),
           sum(solved_at_front)
    FROM gone GROUP BY 1, 2, 3, 4, 5
    HAVING sum(cases) <> 0 OR sum(handed_over) <> 0 OR sum(solved_at_front) <> 0;

    WITH several AS (
        SELECT id FROM (SELECT id, count(*) OVER (PARTITION BY client_id, is_month, day, channel,
            direction, waited_seconds) AS beside FROM kpi_contactcount) AS r
        WHERE beside > 1),
    gone AS (DELETE FROM kpi_contactcount WHERE id IN (SELECT id FROM several) RETURNING *)
    INSERT INTO kpi_contactcount
        (client_id, day, is_month, channel, direction, waited_seconds, contacts, talks, talked)
    SELECT client_id, day, is_month, channel, direction, waited_seconds, sum(contacts), sum(talks),
           sum(talked)
    FROM gone GROUP BY 1, 2, 3, 4, 5, 6
    HAVING sum(contacts) <> 0 OR sum(talks) <> 0 OR sum(talked) <> interval '0' $$;


CREATE FUNCTION public.kpi_hand_overs(of_client bigint, since timestamp with time zone, until timestamp with time zone) RETURNS TABLE(subject_id bigint, why text, hand_overs bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT c.subject_id, h.why, count(*)
    FROM cases_handover h JOIN cases_case c ON c.id = h.case_id
    WHERE h.client_id = of_client AND of_client = ANY (current_clients())
      AND h.at >= since AND h.at < until
    GROUP BY c.subject_id, h.why $$;


CREATE FUNCTION public.kpi_lead_times_of_types(of_client bigint, since timestamp with time zone, until timestamp with time zone, starts timestamp with time zone[], ends timestamp with time zone[], before double precision[]) RETURNS TABLE(type_id bigint, half_seconds double precision, cases bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT type_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY
               before[b] + extract(epoch FROM least(closed_at, ends[b]) - starts[b])
               - before[a] - extract(epoch FROM least(opened_at, ends[a]) - starts[a])), count(*)
    FROM (
        SELECT coalesce(c.type_id, (SELECT case_type_id FROM knowledge_subject WHERE id = c.subject_id),
    (SELECT id FROM casetypes_casetype WHERE client_id = of_client AND is_default)) AS type_id, greatest(c.opened_at, starts[1]) AS opened_at, c.closed_at,
               greatest(width_bucket(c.opened_at, starts), 1) AS a,
               width_bucket(c.closed_at, starts) AS b
        FROM cases_case c
        WHERE c.client_id = of_client AND (of_client = ANY (current_clients()) OR of_client IN (
    SELECT client_id FROM people_group WHERE id = ANY (current_groups()))) AND c.state = 'closed'
          AND c.closed_at >= since AND c.closed_at < until) AS ended
    WHERE b > 0
    GROUP BY type_id $$;


CREATE FUNCTION public.kpi_leave_out_colleagues() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF EXISTS (SELECT FROM contacts_contact WHERE id = NEW.contact_id AND direction = 'own') THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.kpi_leave_out_relayed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF (SELECT r.payload ->> 'way' <> '' FROM events_eventrecord r
        WHERE r.name = 'voice.call-assisted' AND r.at > NEW.at - interval '2 days'
          AND r.contact_id = NEW.contact_id
        ORDER BY r.id DESC LIMIT 1) THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
END $$;


CREATE FUNCTION public.kpi_mail_answers(of_client bigint, since timestamp with time zone, until timestamp with time zone) RETURNS TABLE(came timestamp with time zone, answered timestamp with time zone)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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
    WHERE t.client_id = of_client AND (of_client = ANY (current_clients()) OR of_client IN (
    SELECT client_id FROM people_group WHERE id = ANY (current_groups()))) AND t.channel = 'mail' AND t.direction = 'in'
      AND t.started_at >= since AND t.started_at < until
      AND NOT EXISTS (SELECT FROM contacts_message m
                      WHERE m.contact_id = t.id AND m.direction = 'in' AND m.automatic <> '')
      AND NOT EXISTS (SELECT FROM cases_casecontact k
                      JOIN contacts_contact b ON b.id = k.contact_id
                      WHERE k.case_id = l.case_id AND (b.started_at, b.id) < (t.started_at, t.id))
    ORDER BY t.id, l.case_id $$;


CREATE FUNCTION public.kpi_month(day date) RETURNS date
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS $$
    SELECT day - extract(day FROM day)::int + 1 $$;


CREATE FUNCTION public.kpi_noted(of_client bigint, since date, until date) RETURNS TABLE(what text, starts_on date, days integer, amount double precision)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT f.outcome, f.day, f.more_seconds::int, f.seconds FROM kpi_fact f
    WHERE f.client_id = of_client AND (of_client = ANY (current_clients()) OR of_client IN (
    SELECT client_id FROM people_group WHERE id = ANY (current_groups()))) AND f.kind = 'noted'
      AND f.day >= since - 366 AND f.day < until AND f.day + f.more_seconds::int > since
    ORDER BY f.record_id $$;


CREATE FUNCTION public.kpi_open_days(of_client bigint, days date[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    INSERT INTO kpi_day (client_id, day) SELECT of_client, one FROM unnest(days) AS one
    ON CONFLICT (client_id, day) DO UPDATE SET closed_at = NULL $$;


CREATE FUNCTION public.kpi_overdue_of_types(of_client bigint, at timestamp with time zone) RETURNS TABLE(type_id bigint, part bigint, whole bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce(c.type_id, (SELECT case_type_id FROM knowledge_subject WHERE id = c.subject_id),
    (SELECT id FROM casetypes_casetype WHERE client_id = of_client AND is_default)), count(*) FILTER (WHERE d.due_at < at), count(*)
    FROM cases_case c LEFT JOIN cases_deadline d ON d.case_id = c.id
    WHERE c.client_id = of_client AND (of_client = ANY (current_clients()) OR of_client IN (
    SELECT client_id FROM people_group WHERE id = ANY (current_groups()))) AND c.state <> 'closed'
    GROUP BY 1 $$;


CREATE FUNCTION public.kpi_promises(of_client bigint, since timestamp with time zone, until timestamp with time zone) RETURNS TABLE(outcome text, promises bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT e.outcome, count(*)
    FROM cases_promiseend e JOIN cases_promise p ON p.id = e.promise_id
    WHERE e.client_id = of_client AND of_client = ANY (current_clients())
      AND p.due_at >= since AND p.due_at < until
    GROUP BY e.outcome $$;


CREATE FUNCTION public.kpi_rebuild() RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH by_day AS (
        SELECT client_id, kpi_day(opened_at) AS day, subject_id, need_type, count(*) AS cases,
               count(h.case_id) AS handed,
               count(*) FILTER (WHERE state = 'closed' AND h.case_id IS NULL) AS solved
        FROM cases_case LEFT JOIN (SELECT DISTINCT case_id FROM cases_handover) h
            ON h.case_id = cases_case.id
        GROUP BY 1, 2, 3, 4)
    INSERT INTO kpi_casecount
        (client_id, day, is_month, subject_id, need_type, cases, handed_over, solved_at_front)
    SELECT client_id, day, is_month, subject_id, need_type, sum(cases), sum(handed), sum(solved)
    FROM (
        SELECT client_id, day, false AS is_month, subject_id, need_type, cases, handed, solved
        FROM by_day
        UNION ALL
        SELECT client_id, kpi_month(day), true, subject_id, need_type, cases, handed, solved
        FROM by_day
        UNION ALL
        SELECT client_id, day, is_month, subject_id, need_type, -cases, -handed_over,
               -solved_at_front
        FROM kpi_casecount) AS difference
    GROUP BY 1, 2, 3, 4, 5
    HAVING sum(cases) <> 0 OR sum(handed) <> 0 OR sum(solved) <> 0;

    WITH by_day AS (
        SELECT client_id, kpi_day(started_at) AS day, channel, direction,
               CASE WHEN channel = 'phone' THEN
                   ceil(extract(epoch FROM answered_at - started_at))::int END AS waited,
               count(*) AS contacts,
               count(*) FILTER (WHERE channel = 'phone' AND answered_at IS NOT NULL
                   AND ended_at IS NOT NULL) AS talks,
               coalesce(sum(ended_at - answered_at) FILTER (WHERE channel = 'phone'),
                   interval '0') AS talked
        FROM contacts_contact GROUP BY 1, 2, 3, 4, 5)
    INSERT INTO kpi_contactcount
        (client_id, day, is_month, channel, direction, waited_seconds, contacts, talks, talked)
    SELECT client_id, day, is_month, channel, direction, waited, sum(contacts), sum(talks),
           sum(talked)
    FROM (
        SELECT client_id, day, false AS is_month, channel, direction, waited, contacts, talks,
               talked
        FROM by_day
        UNION ALL
        SELECT client_id, kpi_month(day), true, channel, direction, waited, contacts, talks, talked
        FROM by_day
        UNION ALL
        SELECT client_id, day, is_month, channel, direction, waited_seconds, -contacts, -talks,
               -talked
        FROM kpi_contactcount) AS difference
    GROUP BY 1, 2, 3, 4, 5, 6
    HAVING sum(contacts) <> 0 OR sum(talks) <> 0 OR sum(talked) <> interval '0';

    INSERT INTO kpi_feedbacktime (client_id, hand_over_id, handed_at, answered_at)
    SELECT h.client_id, h.id, h.at, min(f.at)
    FROM cases_handover h
    LEFT JOIN cases_feedback f ON f.hand_over_id = h.id AND f.outcome = 'answered'
    GROUP BY h.id
    ON CONFLICT (hand_over_id) DO NOTHING $$;


CREATE FUNCTION public.kpi_registration(of_client bigint, since timestamp with time zone, until timestamp with time zone) RETURNS TABLE(day date, contacts bigint, with_case bigint, with_reason bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT day, count(*), count(*) FILTER (WHERE has_case),
           count(*) FILTER (WHERE has_reason AND NOT has_case)
    FROM (
        SELECT kpi_day(t.started_at) AS day,
               EXISTS (SELECT FROM cases_casecontact l WHERE l.contact_id = t.id) AS has_case,
               EXISTS (SELECT FROM contacts_nocase n WHERE n.contact_id = t.id) AS has_reason
        FROM contacts_contact t
        WHERE t.client_id = of_client AND of_client = ANY (current_clients())
          AND t.direction = 'in' AND t.started_at >= since AND t.started_at < until
          AND NOT (t.channel = 'phone' AND t.answered_at IS NULL AND t.ended_at IS NOT NULL)
    ) AS came
    GROUP BY day $$;


CREATE FUNCTION public.kpi_settle_days(of_client bigint, days date[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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
                  AND (o.id = c.id OR o.subject_id = c.subject_id))) AS repeated
        FROM kpi_fact f JOIN cases_case c ON c.id = f.case_id
        WHERE f.client_id = of_client AND f.day = one.day AND f.kind = 'closing') AS shut
    CROSS JOIN LATERAL (
        SELECT count(*) AS contacts, count(*) FILTER (WHERE EXISTS (
                SELECT FROM contacts_contact b JOIN cases_casecontact k ON k.contact_id = b.id
                JOIN cases_case o ON o.id = k.case_id
                WHERE b.customer_id = t.customer_id AND b.direction = 'in' AND b.id <> t.id
                  AND b.started_at < t.started_at
                  AND b.started_at >= t.started_at - interval '7 days' AND (o.id = c.id OR o.subject_id = c.subject_id))) AS repeats
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


CREATE FUNCTION public.kpi_seven(day date) RETURNS timestamp with time zone
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $$
    SELECT (day + time '07:00') AT TIME ZONE 'Europe/Stockholm' $$;


CREATE FUNCTION public.kpi_solved_at_once(of_client bigint, since timestamp with time zone, until timestamp with time zone) RETURNS TABLE(channel text, cases bigint, solved bigint, referred bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT channel, count(*), count(*) FILTER (WHERE at_once AND NOT elsewhere),
           count(*) FILTER (WHERE at_once AND elsewhere)
    FROM (
        SELECT c.channel::text AS channel, talk.came = 1 AND talk.answers <= 1
                   AND c.state = 'closed'
                   AND NOT EXISTS (SELECT FROM cases_handover h WHERE h.case_id = c.id)
                   AND (SELECT count(*) <= 1 FROM cases_casestate s
                        WHERE s.case_id = c.id AND s.state = 'closed') AS at_once,
               EXISTS (SELECT FROM cases_needoutcome n WHERE n.case_id = c.id
                           AND n.met = 'referred' AND n.undone_at IS NULL) AS elsewhere
        FROM cases_case c
        CROSS JOIN LATERAL (
            SELECT count(DISTINCT t.id) FILTER (WHERE t.direction = 'in') AS came,
                   count(o.id) FILTER (WHERE o.purpose = 'answer' AND NOT o.is_automatic
                                           AND o.state <> 'cancelled') AS answers
            FROM cases_casecontact l JOIN contacts_contact t ON t.id = l.contact_id
            LEFT JOIN contacts_message m ON m.contact_id = t.id AND m.direction = 'out'
            LEFT JOIN contacts_outgoing o ON o.message_id = m.id
            WHERE l.case_id = c.id
        ) AS talk
        WHERE c.client_id = of_client AND of_client = ANY (current_clients())
          AND c.opened_at >= since AND c.opened_at < until
          AND talk.came > 0
    ) AS asked
    GROUP BY channel $$;


CREATE FUNCTION public.kpi_sum_days(of_client bigint, days date[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH facts AS (
        SELECT f.*, coalesce(f.queue_id, 0) AS queue,
               f.channel = 'phone' AS is_call, f.channel = 'chat' AS is_chat,
               -- Of a contact that came in from elsewhere its wait was measured there.
               f.kind = 'contact' AND f.outcome = 'in' AND f.seconds IS NOT NULL AS is_elsewhere
        FROM kpi_fact f WHERE f.client_id = of_client AND f.day = ANY (days)),
    summed AS (
        SELECT day, queue, sum_of.* FROM (
            SELECT day, queue,
                count(*) FILTER (WHERE is_call AND (kind = 'offered' OR is_elsewhere)) AS offered,
                count(*) FILTER (WHERE kind = 'outside') AS outside,
                count(*) FILTER (WHERE is_call AND kind = 'wait' AND outcome = 'callback') AS cb,
                count(*) FILTER (WHERE is_call AND kind = 'wait' AND outcome = 'overflow') AS flow,
                count(*) FILTER (WHERE is_call AND kind = 'wait' AND outcome = 'settled') AS settled,
                count(*) FILTER (WHERE is_call AND kind = 'done') AS handled,
                sum(seconds) FILTER (WHERE is_call AND kind = 'done') AS handled_talk,
                sum(more_seconds) FILTER (WHERE is_call AND kind = 'done') AS wrap,
                count(*) FILTER (WHERE is_call AND is_elsewhere AND more_seconds IS NOT NULL)
                    AS talks_elsewhere,
                sum(more_seconds) FILTER (WHERE is_call AND is_elsewhere) AS talk_elsewhere,
                count(*) FILTER (WHERE is_call AND kind = 'transfer') AS transferred,
                count(*) FILTER (WHERE is_call AND kind = 'transfer' AND outcome = 'cold')
                    AS transferred_cold,
                count(DISTINCT contact_id) FILTER (WHERE kind = 'menu') AS menu_calls,
                sum(seconds) FILTER (WHERE kind = 'menu') AS menu_seconds,
                count(*) FILTER (WHERE kind = 'menu' AND outcome = 'queued') AS menu_to_person,
                count(*) FILTER (WHERE kind = 'menu' AND outcome = 'ended') AS menu_hung_up,
                sum(seconds) FILTER (WHERE kind = 'presence' AND outcome = 'ready') AS ready,
                count(*) FILTER (WHERE kind = 'done') AS done_all,
                sum(seconds + more_seconds) FILTER (WHERE kind = 'done') AS handling_all,
                count(*) FILTER (WHERE kind = 'closing') AS closed,
                count(*) FILTER (WHERE kind = 'case') AS cases_opened,
                count(*) FILTER (WHERE kind = 'hand-over') AS handed_over,
                array_agg(seconds) FILTER (
                    WHERE is_call AND (kind = 'wait' AND outcome = 'answered' OR is_elsewhere))
                    AS waits_answered,
                array_agg(seconds) FILTER (
                    WHERE is_call AND kind = 'wait' AND outcome = 'abandoned') AS waits_abandoned,
                array_agg(seconds) FILTER (
                    WHERE is_chat AND kind = 'wait' AND outcome = 'answered') AS chat_answered,
                array_agg(seconds) FILTER (
                    WHERE is_chat AND kind = 'wait' AND outcome = 'abandoned') AS chat_given_up,
                array_agg(seconds) FILTER (WHERE kind = 'chat-reply') AS chat_replies,
                array_agg(seconds + more_seconds) FILTER (WHERE is_chat AND kind = 'done')
                    AS chat_lengths,
                array_agg(round(working_seconds / 60)) FILTER (WHERE kind = 'closing')
                    AS lead_minutes
            FROM facts GROUP BY day, queue) AS s
        CROSS JOIN LATERAL (VALUES
            ('offered', offered::numeric, NULL::float8[]), ('outside', outside, NULL),
            ('cb', cb, NULL), ('flow', flow, NULL), ('settled', settled, NULL),
            ('handled', handled, NULL), ('handled_talk', handled_talk::numeric, NULL),
            ('wrap', wrap::numeric, NULL), ('talks_elsewhere', talks_elsewhere, NULL),
            ('talk_elsewhere', talk_elsewhere::numeric, NULL),
            ('transferred', transferred, NULL), ('transferred_cold', transferred_cold, NULL),
            ('menu_calls', menu_calls, NULL), ('menu_seconds', menu_seconds::numeric, NULL),
            ('menu_to_person', menu_to_person, NULL), ('menu_hung_up', menu_hung_up, NULL),
            ('ready', ready::numeric, NULL), ('done_all', done_all, NULL),
            ('handling_all', handling_all::numeric, NULL), ('closed', closed, NULL),
            ('cases_opened', cases_opened, NULL), ('handed_over', handed_over, NULL),
            ('waits_answered', cardinality(waits_answered), waits_answered),
            ('waits_abandoned', cardinality(waits_abandoned), waits_abandoned),
            ('chat_answered', cardinality(chat_answered), chat_answered),
            ('chat_given_up', cardinality(chat_given_up), chat_given_up),
            ('chat_replies', cardinality(chat_replies), chat_replies),
            ('chat_lengths', cardinality(chat_lengths), chat_lengths),
            ('lead_minutes', cardinality(lead_minutes), lead_minutes)
            ) AS sum_of (counter, amount, list)
        WHERE sum_of.amount <> 0
        UNION ALL
        -- Calls of the telephone system: whether anybody was put on hold, in those that came in.
        SELECT f.day, 0, v.* FROM (
            SELECT e.day, count(*) AS talks, count(*) FILTER (WHERE e.more_seconds > 0) AS holds,
                   sum(e.more_seconds) AS held, sum(e.seconds) AS talked
            FROM facts e JOIN kpi_fact b ON b.kind = 'call' AND b.about_id = e.about_id
                AND b.outcome = 'in'
            WHERE e.kind = 'call-end' AND e.outcome = 'answered' GROUP BY e.day) AS f
        CROSS JOIN LATERAL (VALUES ('talks_here', f.talks::numeric, NULL::float8[]),
            ('talk_here', f.talked::numeric, NULL), ('holds', f.holds, NULL),
            ('held', f.held::numeric, NULL)) AS v (counter, amount, list)
        WHERE v.amount <> 0
        UNION ALL
        -- A callback counts by the call that asked for it.
        SELECT p.day, 0, v.* FROM (
            SELECT w.day, count(t.id) AS tried, sum(extract(epoch FROM t.at - w.at) - w.seconds)
                       AS waited, count(r.id) AS reached,
                   count(e.id) FILTER (WHERE r.id IS NULL) AS unreached
            FROM facts w
            LEFT JOIN kpi_fact t ON t.kind = 'tried' AND t.about_id = w.about_id
            LEFT JOIN kpi_fact r ON r.kind = 'reached' AND r.about_id = w.about_id
            LEFT JOIN kpi_fact e ON e.kind = 'call-end' AND e.about_id = w.about_id
            WHERE w.kind = 'wait' AND w.outcome = 'callback' GROUP BY w.day) AS p
        CROSS JOIN LATERAL (VALUES ('cb_tried', p.tried::numeric, NULL::float8[]),
            ('cb_waited', p.waited, NULL), ('cb_reached', p.reached, NULL),
            ('cb_unreached', p.unreached, NULL)) AS v (counter, amount, list)
        WHERE v.amount <> 0
        UNION ALL
        -- How long agents had at least one chat, each by themselves.
        SELECT day, 0, 'chat_busy', sum(extract(epoch FROM upper(busy) - lower(busy))), NULL
        FROM (SELECT f.day, unnest(range_agg(tstzrange(
                  f.at - (f.seconds + f.more_seconds) * interval '1 second', f.at))) AS busy
              FROM facts f JOIN events_eventrecord r ON r.id = f.record_id
              WHERE f.kind = 'done' AND f.is_chat GROUP BY f.day, r.agent_id) AS held
        GROUP BY day
        UNION ALL
        -- Opened again counts by the closing that did not last; within minutes it was a mistake.
        SELECT c.day, 0, v.* FROM (
            SELECT shut.day, count(*) FILTER (WHERE e.seconds > 300 AND e.seconds <= 1209600)
                       AS again, count(*) FILTER (WHERE e.seconds <= 300) AS mistakes
            FROM facts shut JOIN kpi_fact e ON e.kind = 'reopening' AND e.case_id = shut.case_id
                AND e.began_at = shut.at
            WHERE shut.kind = 'closing' GROUP BY shut.day) AS c
        CROSS JOIN LATERAL (VALUES ('reopened', c.again::numeric, NULL::float8[]),
            ('reopened_by_mistake', c.mistakes, NULL)) AS v (counter, amount, list)
        WHERE v.amount <> 0),
    gone AS (
        UPDATE kpi_daysum d SET amount = 0, list = NULL
        WHERE d.client_id = of_client AND d.day = ANY (days) AND d.counter NOT LIKE 'settled%'
          AND NOT EXISTS (
            SELECT FROM summed s WHERE s.day = d.day AND s.queue = d.queue
                AND s.counter = d.counter))
    INSERT INTO kpi_daysum (client_id, day, queue, counter, amount, list)
    SELECT of_client, day, queue, counter, amount, list FROM summed
    ON CONFLICT (client_id, day, queue, counter)
        DO UPDATE SET amount = excluded.amount, list = excluded.list $$;


CREATE FUNCTION public.kpi_sum_states(of_client bigint, days date[], workdays date[], moment timestamp with time zone) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    INSERT INTO kpi_daysum (client_id, day, queue, counter, amount, list)
    SELECT of_client, found.day, 0, found.counter, found.amount, found.list FROM (
        SELECT s.day, v.* FROM (
            SELECT f.day, sum(s.working_seconds) FILTER (WHERE s.outcome = 'waiting-for-us') AS us,
                sum(s.working_seconds) FILTER (WHERE s.outcome = 'handed-over') AS away,
                sum(s.working_seconds) FILTER (WHERE s.outcome = 'waiting-for-customer') AS customer
            FROM kpi_fact f
            JOIN kpi_fact s ON s.kind IN ('state', 'shut') AND s.case_id = f.case_id
                AND s.at <= f.at
            WHERE f.client_id = of_client AND f.day = ANY (days) AND f.kind = 'closing'
            GROUP BY f.day) AS s
        CROSS JOIN LATERAL (VALUES ('at_front', s.us::numeric, NULL::float8[]),
            ('at_department', s.away::numeric, NULL), ('at_customer', s.customer::numeric, NULL)
            ) AS v (counter, amount, list)
        UNION ALL
        SELECT f.day, 'readings', count(*), NULL FROM kpi_fact f
        WHERE f.client_id = of_client AND f.day = ANY (days) AND f.kind = 'reading'
        GROUP BY f.day
        UNION ALL
        SELECT monday.day, 'open_ages', count(*), array_agg(
            (width_bucket(monday.day, workdays) - width_bucket(opened.day, workdays))::float8
            ORDER BY opened.at)
        FROM (SELECT one AS day, kpi_seven(one) AS at FROM unnest(days) AS one
              WHERE extract(isodow FROM one) = 1 AND kpi_seven(one) <= moment) AS monday
        JOIN kpi_fact opened ON opened.client_id = of_client AND opened.kind = 'case'
            AND opened.at < monday.at
        WHERE cardinality(workdays) > 0 AND NOT EXISTS (
            SELECT FROM (
                SELECT e.kind FROM kpi_fact e
                WHERE e.kind IN ('case', 'state', 'shut') AND e.case_id = opened.case_id
                  AND e.at < monday.at ORDER BY e.record_id DESC LIMIT 1) AS newest
            WHERE newest.kind = 'shut')
        GROUP BY monday.day) AS found
    WHERE found.amount <> 0
    ON CONFLICT (client_id, day, queue, counter)
        DO UPDATE SET amount = excluded.amount, list = excluded.list $$;


CREATE FUNCTION public.kpi_sums_of_all(on_day date) RETURNS TABLE(counter text, amount numeric)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT s.counter, sum(s.amount) FROM kpi_daysum s WHERE s.day = on_day GROUP BY s.counter $$;


CREATE FUNCTION public.kpi_transfers(of_client bigint, since date, until date) RETURNS TABLE(why text, calls bigint, cold bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce(r.payload ->> 'why', ''), count(*), count(*) FILTER (WHERE f.outcome = 'cold')
    FROM kpi_fact f JOIN events_eventrecord r ON r.id = f.record_id
    WHERE f.client_id = of_client AND of_client = ANY (current_clients())
      AND f.day >= since AND f.day < until AND f.kind = 'transfer' AND f.channel = 'phone'
    GROUP BY 1 $$;


CREATE FUNCTION public.kpi_values_of_all(on_day date) RETURNS TABLE(counter text, value numeric, often bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT each.counter, each.value::numeric, count(*) FROM (
        SELECT s.counter, unnest(s.list) AS value FROM kpi_daysum s
        WHERE s.day = on_day AND s.counter IN ('waits_answered', 'waits_abandoned',
            'chat_answered', 'chat_given_up', 'chat_replies', 'chat_lengths')) AS each
    GROUP BY each.counter, each.value ORDER BY each.counter, each.value $$;


CREATE FUNCTION public.kpi_ways_in(of_client bigint, since date, until date) RETURNS TABLE(without_owner bigint, unanswered bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH ways AS (
        SELECT e.kind, e.address, coalesce(o.is_active, false) AS is_owned
        FROM entrypoints_entrypoint e LEFT JOIN people_agent o ON o.id = e.owner_id
        WHERE e.client_id = of_client AND (of_client = ANY (current_clients()) OR of_client IN (
    SELECT client_id FROM people_group WHERE id = ANY (current_groups()))) AND e.withdrawn_at IS NULL),
    queues AS (
        SELECT s.queue, count(*) FILTER (WHERE s.counter = 'waits_answered') AS answered,
               count(*) AS came
        FROM kpi_daysum s JOIN kpi_day d ON d.client_id = s.client_id AND d.day = s.day
            AND d.closed_at IS NOT NULL
        CROSS JOIN LATERAL unnest(s.list) AS each (waited)
        WHERE s.client_id = of_client AND s.day >= since AND s.day < until
          AND (s.counter = 'waits_answered' OR s.counter = 'waits_abandoned' AND each.waited > 5)
        GROUP BY s.queue)
    SELECT count(*) FILTER (WHERE NOT w.is_owned), count(*) FILTER (WHERE w.is_owned AND EXISTS (
        SELECT FROM voice_phonenumber n JOIN queues q ON q.queue = n.queue_id
        WHERE n.number = w.address AND n.ended_at IS NULL AND 2 * q.answered < q.came
          AND w.kind = 'phone'))
    FROM ways w $$;


CREATE FUNCTION public.kpi_words_used(of_client bigint, since timestamp with time zone, until timestamp with time zone) RETURNS TABLE(language text, is_easy boolean, cases bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT r.payload ->> 'language', (r.payload ->> 'is_easy')::boolean, count(DISTINCT r.case_id)
    FROM events_eventrecord r
    WHERE r.name = 'cases.canned-text-used' AND r.at >= since AND r.at < until
      AND r.client_id = of_client AND of_client = ANY (current_clients())
    GROUP BY 1, 2 $$;


CREATE FUNCTION public.kpi_write_facts(after_seal bigint, last_seal bigint) RETURNS TABLE(client_id bigint, day date)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH told AS MATERIALIZED (
        SELECT r.*, k.kind FROM events_seal s
        CROSS JOIN LATERAL jsonb_array_elements_text(s.record_ids) AS one (id)
        JOIN events_eventrecord r ON r.id = one.id::bigint
        CROSS JOIN LATERAL (SELECT CASE r.name
            WHEN 'contacts.contact-registered' THEN 'contact'
            WHEN 'routing.contact-queued' THEN 'offered'
            -- Of calls that another exchange told of, by numbers of their own.
            WHEN 'exchange.imported-call-queued' THEN 'offered'
            WHEN 'exchange.imported-call-left' THEN 'wait'
            WHEN 'exchange.imported-call-completed' THEN 'done'
            WHEN 'exchange.imported-call-transferred' THEN 'transfer'
            WHEN 'routing.offer-accepted' THEN 'wait'
            WHEN 'routing.contact-left-queue' THEN 'wait'
            WHEN 'voice.callback-promised' THEN 'wait'
            WHEN 'routing.contact-completed' THEN 'done'
            WHEN 'routing.contact-handed-on' THEN 'transfer'
            WHEN 'routing.presence-chosen' THEN 'presence'
            WHEN 'voice.call-begun' THEN 'call'
            WHEN 'voice.call-ended' THEN 'call-end'
            WHEN 'voice.call-moved' THEN CASE
                WHEN r.payload ->> 'before' IN ('menu', 'choosing') THEN 'menu'
                WHEN r.payload ->> 'state' = 'handed-over' THEN 'transfer'
                WHEN r.payload ->> 'before' = 'dialling' AND r.payload ->> 'state' = 'talking'
                    THEN 'reached'
                WHEN r.payload ->> 'state' = 'dialling-agent' THEN 'tried'
                WHEN r.payload ->> 'before' = 'offered' AND r.payload ->> 'state' = 'closed'
                    THEN 'outside' END
            WHEN 'chat.chat-begun' THEN 'chat'
            WHEN 'chat.chat-line-written' THEN
                CASE WHEN r.agent_id IS NOT NULL THEN 'chat-reply' END
            WHEN 'cases.case-opened' THEN 'case'
            WHEN 'cases.case-closed' THEN 'closing'
            WHEN 'cases.case-reopened' THEN 'reopening'
            WHEN 'cases.case-handed-over' THEN 'hand-over'
            WHEN 'cases.feedback-given' THEN 'feedback'
            WHEN 'cases.promise-kept' THEN 'promise'
            WHEN 'cases.promise-broken' THEN 'promise'
            WHEN 'cases.promise-renegotiated' THEN 'promise'
            WHEN 'workorders.order-made' THEN 'order'
            WHEN 'workorders.order-signed-off' THEN 'order'
            WHEN 'workorders.order-reported-back' THEN 'order' END) AS k (kind)
        WHERE s.id > after_seal AND s.id <= last_seal AND k.kind IS NOT NULL
          AND r.client_id IS NOT NULL),
    counted AS (
        SELECT t.id, t.client_id, t.kind, t.contact_id, t.case_id, t.at, t.name, t.payload,
            (t.payload ->> 'queue_id')::bigint AS queue_id,
            coalesce(t.payload ->> 'channel', q.channel,
                CASE WHEN t.name LIKE 'voice.%' OR t.name LIKE 'exchange.%' THEN 'phone' WHEN t.name LIKE 'chat.%' THEN 'chat'
                END, '') AS channel,
            -- What counts by when it came, not by when it was answered.
            CASE WHEN t.kind = 'wait' THEN
                    t.at - (t.payload ->> 'waited_seconds')::float8 * interval '1 second'
                WHEN t.kind = 'promise' THEN (t.payload ->> 'due_at')::timestamptz
                ELSE t.at END AS counts_at,
            CASE t.kind
                WHEN 'contact' THEN (t.payload ->> 'waited_seconds')::float8
                WHEN 'wait' THEN (t.payload ->> 'waited_seconds')::float8
                WHEN 'done' THEN (t.payload ->> 'talked_seconds')::float8
                WHEN 'call-end' THEN (t.payload ->> 'talked_seconds')::float8
                WHEN 'menu' THEN (t.payload ->> 'seconds')::float8
                WHEN 'presence' THEN (t.payload ->> 'seconds')::float8 END AS seconds,
            CASE t.kind
                WHEN 'contact' THEN (t.payload ->> 'talked_seconds')::float8
                WHEN 'done' THEN (t.payload ->> 'wrap_up_seconds')::float8
                WHEN 'call-end' THEN (t.payload ->> 'held_seconds')::float8 END AS more_seconds
        FROM told t
        LEFT JOIN routing_queue q ON q.id = (t.payload ->> 'queue_id')::bigint),
    written AS (
        INSERT INTO kpi_fact (record_id, client_id, kind, about_id, contact_id, case_id, queue_id,
            channel, outcome, at, day, seconds, more_seconds)
        SELECT c.id, c.client_id, c.kind,
            CASE WHEN c.name LIKE 'exchange.%' AND c.kind IN ('offered', 'wait')
                    THEN -(c.payload ->> 'imported_call_id')::bigint
                WHEN c.kind IN ('contact', 'offered', 'wait', 'chat', 'chat-reply', 'tried',
                                 'reached', 'outside', 'call', 'call-end') THEN c.contact_id
                WHEN c.kind = 'case' THEN c.case_id
                WHEN c.kind IN ('hand-over', 'feedback')
                    THEN (c.payload ->> 'hand_over_id')::bigint
                ELSE c.id END,
            c.contact_id, c.case_id, c.queue_id, c.channel,
            CASE c.kind
                WHEN 'contact' THEN c.payload ->> 'direction'
                WHEN 'wait' THEN CASE c.name
                    WHEN 'routing.offer-accepted' THEN 'answered'
                    WHEN 'voice.callback-promised' THEN 'callback'
                    ELSE c.payload ->> 'outcome' END
                WHEN 'transfer' THEN CASE WHEN c.payload ->> 'before' IN ('consulting', 'conference')
                    THEN 'warm' ELSE 'cold' END
                WHEN 'presence' THEN c.payload ->> 'before'
                WHEN 'menu' THEN c.payload ->> 'state'
                WHEN 'call' THEN CASE WHEN c.payload ->> 'agent_id' IS NULL THEN 'in' ELSE 'out' END
                WHEN 'call-end' THEN c.payload ->> 'outcome'
                WHEN 'feedback' THEN c.payload ->> 'outcome'
                WHEN 'promise' THEN split_part(c.name, '-', 2)
                WHEN 'order' THEN split_part(c.name, '.', 2)
                ELSE '' END,
            c.counts_at, kpi_day(c.counts_at), c.seconds, c.more_seconds
        FROM counted c
        WHERE c.kind <> 'feedback' OR c.payload ->> 'outcome' = 'answered'
        ORDER BY c.id
        ON CONFLICT (kind, about_id) DO NOTHING
        RETURNING kpi_fact.client_id, kpi_fact.day)
    SELECT DISTINCT written.client_id, written.day FROM written $$;


CREATE FUNCTION public.kpi_write_noted(after_seal bigint, last_seal bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    INSERT INTO kpi_fact (record_id, client_id, kind, about_id, channel, outcome, at, day, seconds,
        more_seconds)
    SELECT r.id, r.client_id, 'noted', r.id, '', r.payload ->> 'what', kpi_seven(span.first),
        span.first, (r.payload ->> 'amount')::float8, span.last - span.first
    FROM events_seal s
    CROSS JOIN LATERAL jsonb_array_elements_text(s.record_ids) AS one (id)
    JOIN events_eventrecord r ON r.id = one.id::bigint
    CROSS JOIN LATERAL (SELECT (r.payload ->> 'starts_on')::date AS first,
                               (r.payload ->> 'ends_on')::date AS last) AS span
    WHERE s.id > after_seal AND s.id <= last_seal AND r.client_id IS NOT NULL
      AND r.name = 'kpi.number-noted'
    ORDER BY r.id
    ON CONFLICT (kind, about_id) DO NOTHING $$;


CREATE FUNCTION public.kpi_write_states(after_seal bigint, last_seal bigint) RETURNS TABLE(client_id bigint, day date)
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH written AS (
        INSERT INTO kpi_fact (record_id, client_id, kind, about_id, case_id, channel, outcome, at,
            day)
        SELECT r.id, r.client_id,
            CASE WHEN r.name = 'cases.reading-noted' THEN 'reading'
                WHEN r.payload ->> 'new' = 'closed' THEN 'shut' ELSE 'state' END,
            r.id, r.case_id, '', coalesce(r.payload ->> 'old', ''), r.at, kpi_day(r.at)
        FROM events_seal s
        CROSS JOIN LATERAL jsonb_array_elements_text(s.record_ids) AS one (id)
        JOIN events_eventrecord r ON r.id = one.id::bigint
        WHERE s.id > after_seal AND s.id <= last_seal AND r.client_id IS NOT NULL
          AND (r.name = 'cases.reading-noted' OR r.name = 'cases.state-changed'
               AND r.payload ->> 'old' <> r.payload ->> 'new')
        ORDER BY r.id
        ON CONFLICT (kind, about_id) DO NOTHING
        RETURNING kpi_fact.client_id, kpi_fact.day, kpi_fact.kind)
    -- What stood before is summed with the closing of the case.
    SELECT DISTINCT written.client_id, written.day FROM written WHERE written.kind = 'reading' $$;


CREATE FUNCTION public.list_for_protected(of_client bigint) RETURNS bigint
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    INSERT INTO secrecy_accesslist (client_id, name, is_for_protected)
    SELECT of_client, 'Skyddade personuppgifter', true
    WHERE NOT EXISTS (SELECT FROM secrecy_accesslist WHERE client_id = of_client
                      AND is_for_protected)
    ON CONFLICT DO NOTHING;
    SELECT id FROM secrecy_accesslist WHERE client_id = of_client AND is_for_protected $$;


CREATE FUNCTION public.mails_by_state() RETURNS TABLE(state text, count bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT state::text, count(*) FROM mail_rawmail GROUP BY 1 $$;


CREATE FUNCTION public.next_case_number(year integer) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE series text := 'cases_number_' || year; place text;
BEGIN
    IF to_regclass(series) IS NULL THEN
        EXECUTE format('CREATE SEQUENCE IF NOT EXISTS %I', series);
    END IF;
    place := nextval(series::regclass)::text;
    RETURN lpad((year % 100)::text, 2, '0') || '-' || lpad(place, greatest(6, length(place)), '0');
END $$;


CREATE FUNCTION public.open_children(keys bigint[]) RETURNS SETOF bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT child.id FROM cases_relation r JOIN cases_case child ON child.id = r.other_id
    WHERE r.case_id = ANY (keys) AND r.kind = 'child' AND r.ended_at IS NULL
      AND child.state <> 'closed' AND NOT hidden_case(child.id) ORDER BY child.id $$;


CREATE FUNCTION public.outgoing_by_state() RETURNS TABLE(state text, count bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT state::text, count(*) FROM contacts_outgoing GROUP BY 1 $$;


CREATE FUNCTION public.participants_at_number(wanted text, moment timestamp with time zone) RETURNS TABLE(participant_id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT p.id FROM cases_participant p JOIN cases_case c ON c.id = p.case_id
    WHERE c.number = wanted AND c.access_id IS NULL AND p.ended_at IS NULL
      AND p.since <= moment AND p.until > moment
      AND NOT EXISTS (SELECT FROM cases_merge m WHERE m.case_id = c.id AND m.ended_at IS NULL)
    ORDER BY p.id $$;


CREATE FUNCTION public.person_at_address(address_kind text, address text) RETURNS bigint
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT c.person_id FROM customers_address a JOIN customers_customer c ON c.id = a.customer_id
    WHERE a.kind = address_kind AND a.value = address AND a.kind <> 'post' AND NOT a.secret
      AND (a.until IS NULL OR a.until > now()) ORDER BY a.id LIMIT 1 $$;


CREATE FUNCTION public.procrastinate_cancel_job_v1(job_id bigint, abort boolean, delete_job boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status = 'todo'
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        IF abort THEN
            UPDATE procrastinate_jobs
            SET abort_requested = true,
                status = CASE status
                    WHEN 'todo' THEN 'cancelled'::procrastinate_job_status ELSE status
                END
            WHERE id = job_id AND status IN ('todo', 'doing')
            RETURNING id INTO _job_id;
        ELSE
            UPDATE procrastinate_jobs
            SET status = 'cancelled'::procrastinate_job_status
            WHERE id = job_id AND status = 'todo'
            RETURNING id INTO _job_id;
        END IF;
    END IF;
    RETURN _job_id;
END;
$$;


CREATE FUNCTION public.procrastinate_defer_jobs_v1(jobs public.procrastinate_job_to_defer_v1[]) RETURNS bigint[]
    LANGUAGE plpgsql
    AS $$
DECLARE
    job_ids bigint[];
BEGIN
    WITH inserted_jobs AS (
        INSERT INTO procrastinate_jobs (queue_name, task_name, priority, lock, queueing_lock, args, scheduled_at)
        SELECT (job).queue_name,
               (job).task_name,
               (job).priority,
               (job).lock,
               (job).queueing_lock,
               (job).args,
               (job).scheduled_at
        FROM unnest(jobs) AS job
        RETURNING id
    )
    SELECT array_agg(id) FROM inserted_jobs INTO job_ids;

    RETURN job_ids;
END;
$$;


CREATE FUNCTION public.procrastinate_defer_periodic_job_v2(_queue_name character varying, _lock character varying, _queueing_lock character varying, _task_name character varying, _priority integer, _periodic_id character varying, _defer_timestamp bigint, _args jsonb) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
DECLARE
	_job_id bigint;
	_defer_id bigint;
BEGIN
    INSERT
        INTO procrastinate_periodic_defers (task_name, periodic_id, defer_timestamp)
        VALUES (_task_name, _periodic_id, _defer_timestamp)
        ON CONFLICT DO NOTHING
        RETURNING id into _defer_id;

    IF _defer_id IS NULL THEN
        RETURN NULL;
    END IF;

    UPDATE procrastinate_periodic_defers
        SET job_id = (
            SELECT COALESCE((
                SELECT unnest(procrastinate_defer_jobs_v1(
                    ARRAY[
                        ROW(
                            _queue_name,
                            _task_name,
                            _priority,
                            _lock,
                            _queueing_lock,
                            _args,
                            NULL::timestamptz
                        )
                    ]::procrastinate_job_to_defer_v1[]
                ))
            ), NULL)
        )
        WHERE id = _defer_id
        RETURNING job_id INTO _job_id;

    DELETE
        FROM procrastinate_periodic_defers
        USING (
            SELECT id
            FROM procrastinate_periodic_defers
            WHERE procrastinate_periodic_defers.task_name = _task_name
            AND procrastinate_periodic_defers.periodic_id = _periodic_id
            AND procrastinate_periodic_defers.defer_timestamp < _defer_timestamp
            ORDER BY id
            FOR UPDATE
        ) to_delete
        WHERE procrastinate_periodic_defers.id = to_delete.id;

    RETURN _job_id;
END;
$$;


CREATE TABLE public.procrastinate_jobs (
    id bigint NOT NULL,
    queue_name character varying(128) NOT NULL,
    task_name character varying(128) NOT NULL,
    lock text,
    args jsonb DEFAULT '{}'::jsonb NOT NULL,
    status public.procrastinate_job_status DEFAULT 'todo'::public.procrastinate_job_status NOT NULL,
    scheduled_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    queueing_lock text,
    priority integer DEFAULT 0 NOT NULL,
    abort_requested boolean DEFAULT false NOT NULL,
    worker_id bigint,
    CONSTRAINT check_not_todo_abort_requested CHECK ((NOT ((status = 'todo'::public.procrastinate_job_status) AND (abort_requested = true))))
);


CREATE FUNCTION public.procrastinate_fetch_job_v2(target_queue_names character varying[], p_worker_id bigint) RETURNS public.procrastinate_jobs
    LANGUAGE plpgsql
    AS $$
DECLARE
	found_jobs procrastinate_jobs;
BEGIN
    WITH candidate AS (
        SELECT jobs.*
            FROM procrastinate_jobs AS jobs
            WHERE
                -- reject the job if its lock has earlier or higher priority jobs
                NOT EXISTS (
                    SELECT 1
                        FROM procrastinate_jobs AS other_jobs
                        WHERE
                            jobs.lock IS NOT NULL
                            AND other_jobs.lock = jobs.lock
                            AND (
                                -- job with same lock is already running
                                other_jobs.status = 'doing'
                                OR
                                -- job with same lock is waiting and has higher priority (or same priority but was queued first)
                                (
                                    other_jobs.status = 'todo'
                                    AND (
                                        other_jobs.priority > jobs.priority
                                        OR (
                                        other_jobs.priority = jobs.priority
                                        AND other_jobs.id < jobs.id
                                        )
                                    )
                                )
                            )
                )
                AND jobs.status = 'todo'
                AND (target_queue_names IS NULL OR jobs.queue_name = ANY( target_queue_names ))
                AND (jobs.scheduled_at IS NULL OR jobs.scheduled_at <= now())
            ORDER BY jobs.priority DESC, jobs.id ASC LIMIT 1
            FOR UPDATE OF jobs SKIP LOCKED
    )
    UPDATE procrastinate_jobs
        SET status = 'doing', worker_id = p_worker_id
        FROM candidate
        WHERE procrastinate_jobs.id = candidate.id
        RETURNING procrastinate_jobs.* INTO found_jobs;

 RETURN found_jobs;
END;
$$;


CREATE FUNCTION public.procrastinate_finish_job_v1(job_id bigint, end_status public.procrastinate_job_status, delete_job boolean) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
BEGIN
    IF end_status NOT IN ('succeeded', 'failed', 'aborted') THEN
        RAISE 'End status should be either "succeeded", "failed" or "aborted" (job id: %)', job_id;
    END IF;
    IF delete_job THEN
        DELETE FROM procrastinate_jobs
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = end_status,
            abort_requested = false,
            attempts = CASE status
                WHEN 'doing' THEN attempts + 1 ELSE attempts
            END
        WHERE id = job_id AND status IN ('todo', 'doing')
        RETURNING id INTO _job_id;
    END IF;
    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" or "todo" status (job id: %)', job_id;
    END IF;
END;
$$;


CREATE FUNCTION public.procrastinate_notify_queue_abort_job_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'abort_job_requested', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;


CREATE FUNCTION public.procrastinate_notify_queue_job_inserted_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    payload TEXT;
BEGIN
    SELECT json_build_object('type', 'job_inserted', 'job_id', NEW.id)::text INTO payload;
	PERFORM pg_notify('procrastinate_queue_v1#' || NEW.queue_name, payload);
	PERFORM pg_notify('procrastinate_any_queue_v1', payload);
	RETURN NEW;
END;
$$;


CREATE FUNCTION public.procrastinate_prune_stalled_workers_v1(seconds_since_heartbeat double precision) RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    DELETE FROM procrastinate_workers
    WHERE last_heartbeat < NOW() - (seconds_since_heartbeat || 'SECOND')::INTERVAL
    RETURNING procrastinate_workers.id;
END;
$$;


CREATE FUNCTION public.procrastinate_register_worker_v1() RETURNS TABLE(worker_id bigint)
    LANGUAGE plpgsql
    AS $$
BEGIN
    RETURN QUERY
    INSERT INTO procrastinate_workers DEFAULT VALUES
    RETURNING procrastinate_workers.id;
END;
$$;


CREATE FUNCTION public.procrastinate_retry_job_v1(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
BEGIN
    SELECT abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status = 'doing'
    FOR UPDATE
    INTO _abort_requested;
    IF _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or not in "doing" status (job id: %)', job_id;
    END IF;
END;
$$;


CREATE FUNCTION public.procrastinate_retry_job_v2(job_id bigint, retry_at timestamp with time zone, new_priority integer, new_queue_name character varying, new_lock character varying) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    _job_id bigint;
    _abort_requested boolean;
    _current_status procrastinate_job_status;
BEGIN
    SELECT status, abort_requested FROM procrastinate_jobs
    WHERE id = job_id AND status IN ('doing', 'failed')
    FOR UPDATE
    INTO _current_status, _abort_requested;
    IF _current_status = 'doing' AND _abort_requested THEN
        UPDATE procrastinate_jobs
        SET status = 'failed'::procrastinate_job_status
        WHERE id = job_id AND status = 'doing'
        RETURNING id INTO _job_id;
    ELSE
        UPDATE procrastinate_jobs
        SET status = 'todo'::procrastinate_job_status,
            attempts = attempts + 1,
            scheduled_at = retry_at,
            priority = COALESCE(new_priority, priority),
            queue_name = COALESCE(new_queue_name, queue_name),
            lock = COALESCE(new_lock, lock)
        WHERE id = job_id AND status IN ('doing', 'failed')
        RETURNING id INTO _job_id;
    END IF;

    IF _job_id IS NULL THEN
        RAISE 'Job was not found or has an invalid status to retry (job id: %)', job_id;
    END IF;

END;
$$;


CREATE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'abort_requested'::procrastinate_job_event_type);
    RETURN NEW;
END;
$$;


CREATE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type, at)
        VALUES (NEW.id, 'scheduled'::procrastinate_job_event_type, NEW.scheduled_at);

	RETURN NEW;
END;
$$;


CREATE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO procrastinate_events(job_id, type)
        VALUES (NEW.id, 'deferred'::procrastinate_job_event_type);
	RETURN NEW;
END;
$$;


CREATE FUNCTION public.procrastinate_trigger_function_status_events_update_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH t AS (
        SELECT CASE
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND NEW.status = 'doing'::procrastinate_job_status
                THEN 'started'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'deferred_for_retry'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'failed'::procrastinate_job_status
                THEN 'failed'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'succeeded'::procrastinate_job_status
                THEN 'succeeded'::procrastinate_job_event_type
            WHEN OLD.status = 'todo'::procrastinate_job_status
                AND (
                    NEW.status = 'cancelled'::procrastinate_job_status
                    OR NEW.status = 'failed'::procrastinate_job_status
                    OR NEW.status = 'succeeded'::procrastinate_job_status
                )
                THEN 'cancelled'::procrastinate_job_event_type
            WHEN OLD.status = 'doing'::procrastinate_job_status
                AND NEW.status = 'aborted'::procrastinate_job_status
                THEN 'aborted'::procrastinate_job_event_type
            WHEN OLD.status = 'failed'::procrastinate_job_status
                AND NEW.status = 'todo'::procrastinate_job_status
                THEN 'retried'::procrastinate_job_event_type
            ELSE NULL
        END as event_type
    )
    INSERT INTO procrastinate_events(job_id, type)
        SELECT NEW.id, t.event_type
        FROM t
        WHERE t.event_type IS NOT NULL;
	RETURN NEW;
END;
$$;


CREATE FUNCTION public.procrastinate_unlink_periodic_defers_v1() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_periodic_defers
    SET job_id = NULL
    WHERE job_id = OLD.id;
    RETURN OLD;
END;
$$;


CREATE FUNCTION public.procrastinate_unregister_worker_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    DELETE FROM procrastinate_workers
    WHERE id = worker_id;
END;
$$;


CREATE FUNCTION public.procrastinate_update_heartbeat_v1(worker_id bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE procrastinate_workers
    SET last_heartbeat = NOW()
    WHERE id = worker_id;
END;
$$;


CREATE FUNCTION public.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'the record of events is append-only';
END $$;


CREATE FUNCTION public.routing_by_state() RETURNS TABLE(state text, count bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT 'waiting', count(*) FROM routing_waiting WHERE left_at IS NULL
    UNION ALL SELECT state::text, count(*) FROM routing_offer WHERE ended_at IS NULL GROUP BY 1
    UNION ALL SELECT 'wake', count(*) FROM routing_wake
    UNION ALL SELECT 'rebuild', coalesce(sum(rebuilds), 0)::bigint FROM routing_leadership $$;


CREATE FUNCTION public.routing_silent_seconds() RETURNS double precision
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT extract(epoch FROM now() - max(beat_at))::double precision FROM routing_leadership $$;


CREATE FUNCTION public.search_after_access() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    UPDATE search_casewords SET access_id = NEW.access_id WHERE case_id = NEW.id;
    RETURN NULL;
END $$;


CREATE FUNCTION public.search_after_case() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE ids bigint[];
BEGIN
    IF search_is_put_off() THEN RETURN NULL; END IF;
    ids := array(SELECT id FROM new_rows
                 WHERE NOT EXISTS (SELECT FROM cases_casecontact WHERE case_id = new_rows.id));
    IF ids <> '{}' THEN PERFORM search_write_cases(ids); END IF;
    RETURN NULL;
END $$;


CREATE FUNCTION public.search_after_case_change() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM search_write_cases(ARRAY[NEW.id]);
    RETURN NULL;
END $$;


CREATE FUNCTION public.search_after_case_file() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    INSERT INTO search_filewords (file_id) SELECT file_id FROM new_rows ON CONFLICT DO NOTHING;
    PERFORM search_write_cases(array(SELECT DISTINCT case_id FROM new_rows));
    RETURN NULL;
END $$;


CREATE FUNCTION public.search_after_case_part() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF NOT search_is_put_off() THEN
        PERFORM search_write_cases(array(SELECT DISTINCT case_id FROM new_rows));
    END IF;
    RETURN NULL;
END $$;


CREATE FUNCTION public.search_after_customer() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE touched bigint;
BEGIN
    IF search_is_put_off() THEN RETURN NULL; END IF;
    IF TG_TABLE_NAME = 'customers_customer' THEN
        touched := NEW.id;
    ELSE
        touched := coalesce(NEW.customer_id, OLD.customer_id);
    END IF;
    PERFORM search_write_customers(ARRAY[touched]);
    PERFORM search_write_cases(ids) FROM (
        SELECT array_agg(id) AS ids FROM cases_case WHERE customer_id = touched) own
    WHERE ids IS NOT NULL;
    RETURN NULL;
END $$;


CREATE FUNCTION public.search_after_customers() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE ids bigint[];
BEGIN
    IF search_is_put_off() THEN RETURN NULL; END IF;
    ids := array(SELECT id FROM new_rows
                 WHERE NOT EXISTS (SELECT FROM customers_address WHERE customer_id = new_rows.id));
    IF ids <> '{}' THEN PERFORM search_write_customers(ids); END IF;
    RETURN NULL;
END $$;


CREATE FUNCTION public.search_after_deletion() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    IF TG_TABLE_NAME = 'cases_case' THEN
        DELETE FROM search_casewords WHERE case_id IN (SELECT id FROM old_rows);
    ELSE
        DELETE FROM search_customerwords WHERE customer_id IN (SELECT id FROM old_rows);
    END IF;
    RETURN NULL;
END $$;


CREATE FUNCTION public.search_after_message() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE ids bigint[];
BEGIN
    IF search_is_put_off() THEN RETURN NULL; END IF;
    ids := array(SELECT DISTINCT case_id FROM cases_casecontact
                 WHERE contact_id IN (SELECT contact_id FROM new_rows));
    IF ids <> '{}' THEN PERFORM search_write_cases(ids); END IF;
    RETURN NULL;
END $$;


CREATE FUNCTION public.search_after_message_file() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


CREATE FUNCTION public.search_after_summary() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    PERFORM search_write_cases(
        array(SELECT case_id FROM cases_casecontact WHERE contact_id = NEW.id));
    RETURN NULL;
END $$;


CREATE FUNCTION public.search_cases(asked text[], most integer) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_custom_plan'
    AS $$
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


CREATE FUNCTION public.search_customers(patterns text[], most integer) RETURNS SETOF bigint
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
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
END $_$;


CREATE FUNCTION public.search_forget_file() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
BEGIN
    DELETE FROM search_filewords WHERE file_id = OLD.id;
    RETURN NULL;
END $$;


CREATE FUNCTION public.search_held(ids bigint[]) RETURNS TABLE(case_id bigint, file_id bigint, name text)
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT case_id, file_id, name FROM cases_casefile
    WHERE case_id = ANY (ids) AND removed_at IS NULL
    UNION ALL
    SELECT link.case_id, enclosed.file_id, enclosed.name
    FROM cases_casecontact link
    JOIN contacts_message message ON message.contact_id = link.contact_id
    JOIN contacts_messagefile enclosed ON enclosed.message_id = message.id
    WHERE link.case_id = ANY (ids) AND NOT enclosed.is_inline $$;


CREATE FUNCTION public.search_is_put_off() RETURNS boolean
    LANGUAGE sql STABLE
    AS $$
    SELECT coalesce(current_setting('gensvar.search', true), '') = 'later' $$;


CREATE FUNCTION public.search_keep_file(file bigint, said text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


CREATE FUNCTION public.search_learn(words tsvector) RETURNS void
    LANGUAGE sql
    SET search_path TO 'public'
    AS $_$
    INSERT INTO search_stem (stem)
    SELECT word FROM unnest(tsvector_to_array(words)) AS word
    WHERE length(word) BETWEEN 5 AND 60 AND word ~ '^[[:alpha:]-]+$'
      AND NOT EXISTS (SELECT FROM search_stem known WHERE known.stem = word) $_$;


CREATE FUNCTION public.search_near(asked text[]) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $_$
    SELECT array_agg(CASE WHEN one !~ '^[[:alpha:]-]{4,}$' OR EXISTS (
            SELECT FROM search_stem
            WHERE stem LIKE regexp_replace(one, '([\\%_])', '\\\1', 'g') || '%'
               OR stem = (tsvector_to_array(to_tsvector('swedish', one)))[1])
        THEN one ELSE coalesce((
            SELECT stem FROM search_stem WHERE stem % one AND similarity(stem, one) > 0.35
            ORDER BY similarity(stem, one) DESC, length(stem), stem LIMIT 1), one) END
        ORDER BY place)
    FROM unnest(asked) WITH ORDINALITY AS each (one, place) $_$;


CREATE FUNCTION public.search_quote(term text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$
    SELECT '''' || replace(replace(term, '\', '\\'), '''', '''''') || '''' $$;


CREATE FUNCTION public.search_rebuild() RETURNS void
    LANGUAGE sql
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT search_rebuild_cases(), search_rebuild_customers() $$;


CREATE FUNCTION public.search_rebuild_cases() RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    SET maintenance_work_mem TO '256MB'
    SET work_mem TO '64MB'
    AS $_$
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
END $_$;


CREATE FUNCTION public.search_rebuild_customers() RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    SET maintenance_work_mem TO '256MB'
    AS $$
BEGIN
    TRUNCATE search_customerwords;
    DROP INDEX customers_by_part_of_line;
    PERFORM search_write_customers(array(SELECT id FROM customers_customer ORDER BY id));
    CREATE INDEX customers_by_part_of_line ON search_customerwords USING gin (line gin_trgm_ops);
    ANALYZE search_customerwords;
END $$;


CREATE FUNCTION public.search_said(ids bigint[]) RETURNS TABLE(case_id bigint, client_id bigint, said text, terms text[])
    LANGUAGE sql STABLE
    SET search_path TO 'public', 'pg_temp'
    SET plan_cache_mode TO 'force_generic_plan'
    AS $$
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


CREATE FUNCTION public.search_terms(asked text[]) RETURNS tsquery
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


CREATE FUNCTION public.search_vector(said text, terms text[]) RETURNS tsvector
    LANGUAGE sql STABLE
    AS $$
    SELECT array_to_tsvector(terms) || strip(to_tsvector('swedish', said)) $$;


CREATE FUNCTION public.search_write_cases(ids bigint[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH written AS (
        INSERT INTO search_casewords (case_id, client_id, words, access_id)
        SELECT said.case_id, said.client_id, search_vector(said.said, said.terms), k.access_id
        FROM search_said(ids) said JOIN cases_case k ON k.id = said.case_id
        ORDER BY said.case_id
        ON CONFLICT (case_id)
            DO UPDATE SET words = excluded.words, client_id = excluded.client_id,
                          access_id = excluded.access_id
        RETURNING words
    )
    SELECT search_learn(words) FROM written $$;


CREATE FUNCTION public.search_write_customers(ids bigint[]) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    INSERT INTO search_customerwords (customer_id, client_id, line)
    SELECT c.id, c.client_id, ' ' || lower(concat_ws(' ', c.name, c.number, (
        SELECT string_agg(value, ' ' ORDER BY id) FROM customers_address WHERE customer_id = c.id)))
    FROM unnest(ids) AS asked (id) JOIN customers_customer c ON c.id = asked.id ORDER BY c.id
    ON CONFLICT (customer_id)
        DO UPDATE SET line = excluded.line, client_id = excluded.client_id $$;


CREATE FUNCTION public.sees_case(key bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM cases_case
        WHERE id = key
          AND (group_id = ANY (current_groups()) OR id = current_case() OR access_id = ANY (current_lists()))) $$;


CREATE FUNCTION public.sees_contact(key bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM cases_casecontact link JOIN cases_case c ON c.id = link.case_id
        WHERE link.contact_id = key
          AND (c.group_id = ANY (current_groups()) OR c.id = current_case() OR c.access_id = ANY (current_lists()))) $$;


CREATE FUNCTION public.sees_customer(key bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM cases_case
        WHERE customer_id = key
          AND (group_id = ANY (current_groups()) OR id = current_case() OR access_id = ANY (current_lists()))) $$;


CREATE FUNCTION public.sees_fact(key bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT EXISTS (SELECT FROM cases_givenfact WHERE fact_id = key AND sees_case(case_id)) $$;


CREATE FUNCTION public.sees_hand_over(key bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce((SELECT sees_case(case_id) FROM cases_handover WHERE id = key), false) $$;


CREATE FUNCTION public.sees_message(key bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce((SELECT sees_contact(contact_id) FROM contacts_message WHERE id = key), false)
$$;


CREATE FUNCTION public.sees_outgoing(key bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce((SELECT sees_message(message_id) FROM contacts_outgoing WHERE id = key), false)
$$;


CREATE FUNCTION public.sees_promise(key bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT coalesce((SELECT sees_case(case_id) FROM cases_promise WHERE id = key), false) $$;


CREATE FUNCTION public.social_account_secret(asked bigint) RETURNS TABLE(client_id bigint, secret_sealed text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT a.client_id, a.secret_sealed FROM social_account a WHERE a.id = asked $$;


CREATE FUNCTION public.standing_case(key bigint) RETURNS TABLE(case_id bigint, code_version smallint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    WITH RECURSIVE way(id, step) AS (
        SELECT key, 0
        UNION ALL
        SELECT m.into_id, way.step + 1 FROM way
            JOIN cases_merge m ON m.case_id = way.id AND m.ended_at IS NULL WHERE way.step < 100
    )
    SELECT c.id, c.code_version FROM way JOIN cases_case c ON c.id = way.id
    WHERE c.access_id IS NULL ORDER BY way.step DESC LIMIT 1 $$;


CREATE FUNCTION public.tell_webhooks() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
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


CREATE FUNCTION public.text_number_key(asked bigint) RETURNS TABLE(client_id bigint, provider text, key_sealed text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
    SELECT n.client_id, n.provider::text, n.key_sealed FROM sms_number n WHERE n.id = asked $$;


CREATE FUNCTION public.wake_dispatcher() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'public', 'pg_temp'
    AS $$
DECLARE
    of_row jsonb := to_jsonb(coalesce(NEW, OLD));
    place int := 0;
BEGIN
    WHILE place < TG_NARGS LOOP
        INSERT INTO routing_wake (about, key)
            VALUES (TG_ARGV[place], (of_row ->> TG_ARGV[place + 1])::bigint);
        place := place + 2;
    END LOOP;
    RETURN NULL;
END $$;


CREATE TABLE bi.readers (
    login name NOT NULL,
    client_id bigint NOT NULL
);


CREATE TABLE public.agreements_client (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(120) NOT NULL,
    kind character varying(10) NOT NULL,
    public_name character varying(120) NOT NULL,
    phone character varying(40) NOT NULL,
    language character varying(5) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    accent character varying(10) DEFAULT 'teal'::character varying NOT NULL
);


CREATE VIEW bi.clients WITH (security_barrier='true') AS
 SELECT c.id AS client_id,
    c.name
   FROM (public.agreements_client c
     JOIN bi.readers r ON ((r.client_id = c.id)))
  WHERE (r.login = SESSION_USER);


CREATE TABLE public.kpi_day (
    id bigint NOT NULL,
    day date NOT NULL,
    closed_at timestamp with time zone,
    told_at timestamp with time zone,
    client_id bigint NOT NULL
);


CREATE TABLE public.kpi_fact (
    id bigint NOT NULL,
    record_id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    about_id bigint NOT NULL,
    contact_id bigint,
    case_id bigint,
    queue_id bigint,
    channel character varying(10) NOT NULL,
    outcome character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    day date NOT NULL,
    began_at timestamp with time zone,
    seconds double precision,
    more_seconds double precision,
    working_seconds double precision,
    client_id bigint NOT NULL
);


CREATE VIEW bi.contacts WITH (security_barrier='true') AS
 SELECT f.client_id,
    f.day,
    date_bin('00:30:00'::interval, f.at, '2000-01-01 00:00:00+00'::timestamp with time zone) AS half_hour,
    f.queue_id,
    f.channel,
    f.kind,
    f.outcome,
    f.seconds,
    f.more_seconds
   FROM ((public.kpi_fact f
     JOIN bi.readers r ON ((r.client_id = f.client_id)))
     JOIN public.kpi_day d ON (((d.client_id = f.client_id) AND (d.day = f.day) AND (d.closed_at IS NOT NULL))))
  WHERE ((r.login = SESSION_USER) AND ((f.channel)::text = ANY (ARRAY[('phone'::character varying)::text, ('chat'::character varying)::text])) AND ((f.kind)::text = ANY (ARRAY[('offered'::character varying)::text, ('wait'::character varying)::text, ('done'::character varying)::text, ('transfer'::character varying)::text, ('menu'::character varying)::text, ('call'::character varying)::text, ('call-end'::character varying)::text, ('chat'::character varying)::text, ('chat-reply'::character varying)::text, ('tried'::character varying)::text, ('reached'::character varying)::text, ('outside'::character varying)::text])));


CREATE TABLE public.kpi_daysum (
    id bigint NOT NULL,
    day date NOT NULL,
    queue bigint NOT NULL,
    counter character varying(24) NOT NULL,
    amount numeric(20,6) NOT NULL,
    list double precision[],
    told numeric(20,6),
    client_id bigint NOT NULL
);


CREATE VIEW bi.day_sums WITH (security_barrier='true') AS
 SELECT s.client_id,
    s.day,
    NULLIF(s.queue, 0) AS queue_id,
    s.counter,
        CASE
            WHEN (NOT hide.it) THEN s.amount
            ELSE NULL::numeric
        END AS amount,
    hide.it AS is_hidden
   FROM (((public.kpi_daysum s
     JOIN bi.readers r ON ((r.client_id = s.client_id)))
     JOIN public.kpi_day d ON (((d.client_id = s.client_id) AND (d.day = s.day) AND (d.closed_at IS NOT NULL))))
     CROSS JOIN LATERAL ( SELECT (bi.is_of_cases((s.counter)::text) AND (((s.amount > (0)::numeric) AND (s.amount < (5)::numeric)) OR (((s.counter)::text = ANY (ARRAY[('at_front'::character varying)::text, ('at_department'::character varying)::text, ('at_customer'::character varying)::text, ('reopened'::character varying)::text, ('reopened_by_mistake'::character varying)::text])) AND (EXISTS ( SELECT
                   FROM public.kpi_daysum w
                  WHERE ((w.client_id = s.client_id) AND (w.day = s.day) AND ((w.counter)::text = 'closed'::text))
                  GROUP BY w.day
                 HAVING ((sum(w.amount) < (5)::numeric) OR (((s.counter)::text ~~ 'reopened%'::text) AND (((sum(w.amount) - s.amount) >= (1)::numeric) AND ((sum(w.amount) - s.amount) <= (4)::numeric))))))) OR (((s.counter)::text = ANY (ARRAY[('settled_unknown'::character varying)::text, ('settled_repeated'::character varying)::text, ('settled_repeats'::character varying)::text])) AND (EXISTS ( SELECT
                   FROM public.kpi_daysum w
                  WHERE ((w.client_id = s.client_id) AND (w.day = s.day) AND ((w.counter)::text =
                        CASE s.counter
                            WHEN 'settled_repeats'::text THEN 'settled_contacts'::text
                            ELSE 'settled_closed'::text
                        END) AND ((w.amount < (5)::numeric) OR (((w.amount - s.amount) >= (1)::numeric) AND ((w.amount - s.amount) <= (4)::numeric))))))))) AS "?column?") hide(it))
  WHERE ((r.login = SESSION_USER) AND (s.amount <> (0)::numeric));


CREATE VIEW bi.days WITH (security_barrier='true') AS
 SELECT d.client_id,
    d.day,
    (d.closed_at IS NOT NULL) AS is_whole,
    d.closed_at AS told_at
   FROM (public.kpi_day d
     JOIN bi.readers r ON ((r.client_id = d.client_id)))
  WHERE (r.login = SESSION_USER);


CREATE TABLE public.routing_queue (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    channel character varying(10) NOT NULL,
    goal_seconds integer NOT NULL,
    is_goal_in_open_time boolean NOT NULL,
    hours_of character varying(10) NOT NULL,
    vulnerable_seconds integer NOT NULL,
    last_agent_seconds integer NOT NULL,
    offer_seconds integer NOT NULL,
    wrap_up_seconds integer NOT NULL,
    ended_at timestamp with time zone,
    client_id bigint NOT NULL,
    goal_percent smallint DEFAULT 80 NOT NULL,
    language_seconds integer DEFAULT 60 NOT NULL,
    CONSTRAINT offers_have_time CHECK ((offer_seconds > 0)),
    CONSTRAINT routing_queue_goal_percent_check CHECK ((goal_percent >= 0)),
    CONSTRAINT routing_queue_goal_seconds_check CHECK ((goal_seconds >= 0)),
    CONSTRAINT routing_queue_language_seconds_check CHECK ((language_seconds >= 0)),
    CONSTRAINT routing_queue_last_agent_seconds_check CHECK ((last_agent_seconds >= 0)),
    CONSTRAINT routing_queue_offer_seconds_check CHECK ((offer_seconds >= 0)),
    CONSTRAINT routing_queue_vulnerable_seconds_check CHECK ((vulnerable_seconds >= 0)),
    CONSTRAINT routing_queue_wrap_up_seconds_check CHECK ((wrap_up_seconds >= 0))
);


CREATE VIEW bi.queues WITH (security_barrier='true') AS
 SELECT q.id AS queue_id,
    q.client_id,
    q.name,
    q.channel
   FROM (public.routing_queue q
     JOIN bi.readers r ON ((r.client_id = q.client_id)))
  WHERE (r.login = SESSION_USER);


CREATE TABLE public.kpi_restatement (
    id bigint NOT NULL,
    day date NOT NULL,
    counter character varying(24) NOT NULL,
    before numeric(20,6) NOT NULL,
    after numeric(20,6) NOT NULL,
    at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL
);


CREATE VIEW bi.restatements WITH (security_barrier='true') AS
 SELECT s.client_id,
    s.day,
    s.counter,
    s.before,
    s.after,
    s.at
   FROM (public.kpi_restatement s
     JOIN bi.readers r ON ((r.client_id = s.client_id)))
  WHERE ((r.login = SESSION_USER) AND (NOT bi.is_of_cases((s.counter)::text)));


CREATE TABLE public.account_emailaddress (
    id integer NOT NULL,
    email character varying(254) NOT NULL,
    verified boolean NOT NULL,
    "primary" boolean NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.account_emailaddress ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailaddress_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.account_emailconfirmation (
    id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    sent timestamp with time zone,
    key character varying(64) NOT NULL,
    email_address_id integer NOT NULL
);


ALTER TABLE public.account_emailconfirmation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.account_emailconfirmation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.agreements_client ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agreements_client_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.agreements_standardtext (
    id bigint NOT NULL,
    use character varying(20) NOT NULL,
    language character varying(5) NOT NULL,
    subject character varying(200) NOT NULL,
    body text NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.agreements_standardtext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.agreements_standardtext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);


ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);


ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.batches_batch (
    id bigint NOT NULL,
    act character varying(12) NOT NULL,
    details jsonb NOT NULL,
    conditions character varying(500) NOT NULL,
    at timestamp with time zone NOT NULL,
    weighed_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    done_at timestamp with time zone,
    undo_asked_at timestamp with time zone,
    undone_at timestamp with time zone,
    by_id bigint NOT NULL,
    token_id bigint
);


ALTER TABLE public.batches_batch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.batches_batch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.batches_batchedcase (
    id bigint NOT NULL,
    outcome character varying(10) NOT NULL,
    reason character varying(300) NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    seen_until bigint NOT NULL,
    batch_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    deed_id bigint
);


ALTER TABLE public.batches_batchedcase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.batches_batchedcase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.calendars_deviation (
    id bigint NOT NULL,
    channel character varying(10) NOT NULL,
    "on" date NOT NULL,
    opens time without time zone,
    closes time without time zone,
    reason character varying(200) NOT NULL,
    published_at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.calendars_deviation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calendars_deviation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.calendars_holidayskept (
    id bigint NOT NULL,
    country character varying(2) NOT NULL,
    with_eves boolean NOT NULL,
    valid_from date DEFAULT '0001-01-01'::date NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.calendars_holidayskept ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calendars_holidayskept_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.calendars_openinghours (
    id bigint NOT NULL,
    channel character varying(10) NOT NULL,
    weekday smallint NOT NULL,
    opens time without time zone NOT NULL,
    closes time without time zone NOT NULL,
    client_id bigint NOT NULL,
    valid_from date DEFAULT '0001-01-01'::date NOT NULL,
    valid_until date,
    CONSTRAINT closes_after_opening CHECK ((closes > opens)),
    CONSTRAINT weekday_is_a_weekday CHECK (((weekday >= 0) AND (weekday <= 6)))
);


ALTER TABLE public.calendars_openinghours ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.calendars_openinghours_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_acceptance (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    hand_over_id bigint NOT NULL
);


ALTER TABLE public.cases_acceptance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_acceptance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_alarm (
    id bigint NOT NULL,
    "to" character varying(8) NOT NULL,
    address character varying(320) NOT NULL,
    due_at timestamp with time zone NOT NULL,
    digest character varying(16) NOT NULL,
    at timestamp with time zone NOT NULL,
    agent_id bigint,
    client_id bigint NOT NULL,
    hand_over_id bigint NOT NULL,
    outgoing_id bigint,
    how character varying(8)
);


ALTER TABLE public.cases_alarm ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_alarm_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_assignment (
    id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    agent_id bigint,
    by_id bigint,
    client_id bigint NOT NULL,
    group_id bigint,
    case_id bigint NOT NULL
);


ALTER TABLE public.cases_assignment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_assignment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_cannedtext (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    text text NOT NULL,
    retired_at timestamp with time zone,
    client_id bigint NOT NULL,
    refers_to character varying(80) DEFAULT ''::character varying NOT NULL,
    is_easy boolean DEFAULT false NOT NULL,
    language character varying(5) DEFAULT ''::character varying NOT NULL
);


ALTER TABLE public.cases_cannedtext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_cannedtext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.cases_case ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_case_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_casecause (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    disruption_id bigint NOT NULL
);


ALTER TABLE public.cases_casecause ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_casecause_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_casecontact (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    contact_id bigint NOT NULL
);


ALTER TABLE public.cases_casecontact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_casecontact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_casefile (
    id bigint NOT NULL,
    name character varying(255) NOT NULL,
    at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    by_id bigint,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    file_id bigint NOT NULL
);


ALTER TABLE public.cases_casefile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_casefile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_caseneed (
    id bigint NOT NULL,
    what character varying(20) NOT NULL,
    words character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    met character varying(8) NOT NULL,
    met_at timestamp with time zone,
    by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    met_by_id bigint,
    CONSTRAINT met_at_a_time CHECK (((((met)::text = ''::text) AND (met_at IS NULL)) OR ((NOT ((met)::text = ''::text)) AND (met_at IS NOT NULL))))
);


ALTER TABLE public.cases_caseneed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_caseneed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_caseplace (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    place_id bigint NOT NULL,
    service_id bigint
);


ALTER TABLE public.cases_caseplace ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_caseplace_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_casestage (
    id bigint NOT NULL,
    stage character varying(40) NOT NULL,
    version integer NOT NULL,
    since timestamp with time zone NOT NULL,
    reason character varying(200) NOT NULL,
    by_id bigint,
    case_type_id bigint,
    client_id bigint NOT NULL,
    case_id bigint NOT NULL,
    CONSTRAINT cases_casestage_version_check CHECK ((version >= 0))
);


ALTER TABLE public.cases_casestage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_casestage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_casestate (
    id bigint NOT NULL,
    state character varying(24) NOT NULL,
    since timestamp with time zone NOT NULL,
    reason character varying(200) NOT NULL,
    by_id bigint,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.cases_casestate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_casestate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_codeattempt (
    id bigint NOT NULL,
    key character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL
);


ALTER TABLE public.cases_codeattempt ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_codeattempt_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_composing (
    id bigint NOT NULL,
    is_writing boolean NOT NULL,
    seen_at timestamp with time zone NOT NULL,
    agent_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.cases_composing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_composing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_confidentiality (
    id bigint NOT NULL,
    because character varying(200) NOT NULL,
    since timestamp with time zone NOT NULL,
    lifted_at timestamp with time zone,
    access_id bigint NOT NULL,
    by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    lifted_by_id bigint
);


ALTER TABLE public.cases_confidentiality ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_confidentiality_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_deadline (
    case_id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    due_at timestamp with time zone,
    facts character varying(120) NOT NULL,
    digest character varying(16) NOT NULL,
    client_id bigint NOT NULL,
    starts_at timestamp with time zone
);


CREATE TABLE public.cases_deed (
    id bigint NOT NULL,
    before jsonb NOT NULL,
    after jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    outgoing_id bigint
);


ALTER TABLE public.cases_deed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_deed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_feedback (
    id bigint NOT NULL,
    outcome character varying(12) NOT NULL,
    channel character varying(10) NOT NULL,
    summary text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    hand_over_id bigint NOT NULL,
    reached_at timestamp with time zone,
    left_message boolean DEFAULT false NOT NULL,
    rule_version smallint
);


ALTER TABLE public.cases_feedback ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_feedback_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_filledfield (
    id bigint NOT NULL,
    key character varying(40) NOT NULL,
    value jsonb,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    client_id bigint NOT NULL,
    case_id bigint NOT NULL
);


ALTER TABLE public.cases_filledfield ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_filledfield_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_followup (
    id bigint NOT NULL,
    is_reopened boolean NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    correction_id bigint NOT NULL
);


ALTER TABLE public.cases_followup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_followup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_givenfact (
    id bigint NOT NULL,
    text character varying(500) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    fact_id bigint NOT NULL
);


ALTER TABLE public.cases_givenfact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_givenfact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_handin (
    id bigint NOT NULL,
    number character varying(12) NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    by_id bigint NOT NULL
);


ALTER TABLE public.cases_handin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_handin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_handover (
    id bigint NOT NULL,
    why character varying(12) NOT NULL,
    question text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    from_group_id bigint,
    to_group_id bigint NOT NULL,
    answer_days smallint DEFAULT 3 NOT NULL,
    again_because text DEFAULT ''::text NOT NULL,
    hop smallint DEFAULT 1 NOT NULL,
    CONSTRAINT cases_handover_answer_days_check CHECK ((answer_days >= 0))
);


ALTER TABLE public.cases_handover ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_handover_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_handoverseen (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    hand_over_id bigint NOT NULL
);


ALTER TABLE public.cases_handoverseen ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_handoverseen_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_handoverwarning (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    hand_over_id bigint NOT NULL
);


ALTER TABLE public.cases_handoverwarning ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_handoverwarning_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_identitycheck (
    id bigint NOT NULL,
    level smallint NOT NULL,
    method character varying(12) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    CONSTRAINT cases_identitycheck_level_check CHECK ((level >= 0))
);


ALTER TABLE public.cases_identitycheck ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_identitycheck_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_identitycode (
    id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL,
    tries smallint NOT NULL,
    used_at timestamp with time zone,
    asked_by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    CONSTRAINT cases_identitycode_tries_check CHECK ((tries >= 0))
);


ALTER TABLE public.cases_identitycode ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_identitycode_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_interpreterbooking (
    id bigint NOT NULL,
    language character varying(3) NOT NULL,
    kind character varying(13) NOT NULL,
    provider character varying(120) NOT NULL,
    reference character varying(80) NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    state character varying(9) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    CONSTRAINT interprets_for_a_while CHECK ((ends_at > starts_at))
);


ALTER TABLE public.cases_interpreterbooking ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_interpreterbooking_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_macro (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    text text NOT NULL,
    need_type character varying(12) NOT NULL,
    turn character varying(24) NOT NULL,
    takes boolean NOT NULL,
    retired_at timestamp with time zone,
    client_id bigint NOT NULL,
    group_id bigint,
    subject_id bigint
);


ALTER TABLE public.cases_macro ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_macro_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_macrorun (
    id bigint NOT NULL,
    before jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    macro_id bigint NOT NULL,
    outgoing_id bigint
);


ALTER TABLE public.cases_macrorun ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_macrorun_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_merge (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    state_before character varying(24) NOT NULL,
    closed_before timestamp with time zone,
    gave_customer boolean NOT NULL,
    gave_turn boolean NOT NULL,
    ended_at timestamp with time zone,
    by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    ended_by_id bigint,
    into_id bigint NOT NULL,
    CONSTRAINT merged_into_another CHECK ((NOT (case_id = into_id)))
);


ALTER TABLE public.cases_merge ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_merge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_mergedcontact (
    id bigint NOT NULL,
    client_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    merge_id bigint NOT NULL
);


ALTER TABLE public.cases_mergedcontact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_mergedcontact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_missedupdate (
    id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    how character varying(8),
    agent_id bigint,
    client_id bigint NOT NULL,
    outgoing_id bigint,
    promise_id bigint NOT NULL
);


ALTER TABLE public.cases_missedupdate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_missedupdate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_needoutcome (
    id bigint NOT NULL,
    met character varying(8) NOT NULL,
    authority character varying(80) NOT NULL,
    at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    by_id bigint,
    canned_text_id bigint,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    outgoing_id bigint,
    CONSTRAINT referred_to_somebody CHECK ((((NOT ((authority)::text = ''::text)) AND ((met)::text = 'referred'::text)) OR ((NOT ((met)::text = 'referred'::text)) AND ((authority)::text = ''::text))))
);


ALTER TABLE public.cases_needoutcome ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_needoutcome_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_note (
    id bigint NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.cases_note ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_note_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_participant (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    kind character varying(5) NOT NULL,
    address character varying(320) NOT NULL,
    "right" character varying(5) NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    told_at timestamp with time zone,
    ended_at timestamp with time zone,
    by_id bigint,
    ended_by_id bigint,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    told_until bigint DEFAULT 0 NOT NULL,
    CONSTRAINT participates_for_a_time CHECK ((until > since))
);


ALTER TABLE public.cases_participant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_participant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_plannedanswer (
    id bigint NOT NULL,
    leaves_at timestamp with time zone NOT NULL,
    turn character varying(24) NOT NULL,
    settled_at timestamp with time zone,
    by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    outgoing_id bigint NOT NULL
);


ALTER TABLE public.cases_plannedanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_plannedanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_promise (
    id bigint NOT NULL,
    due_at timestamp with time zone NOT NULL,
    days smallint,
    calendar character varying(64) NOT NULL,
    update_days smallint,
    reason text NOT NULL,
    plan text NOT NULL,
    way character varying(8) NOT NULL,
    words text NOT NULL,
    told_at timestamp with time zone,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    follows_id bigint,
    group_id bigint,
    hand_over_id bigint,
    outgoing_id bigint,
    CONSTRAINT cases_promise_days_check CHECK ((days >= 0)),
    CONSTRAINT cases_promise_update_days_check CHECK ((update_days >= 0)),
    CONSTRAINT delay_has_reason_and_plan CHECK (((follows_id IS NULL) OR ((NOT (reason = ''::text)) AND (NOT (plan = ''::text)))))
);


ALTER TABLE public.cases_promise ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_promise_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_promiseend (
    id bigint NOT NULL,
    outcome character varying(12) NOT NULL,
    at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    asked_at timestamp with time zone,
    by_id bigint,
    client_id bigint NOT NULL,
    promise_id bigint NOT NULL
);


ALTER TABLE public.cases_promiseend ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_promiseend_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_reachrule (
    id bigint NOT NULL,
    version smallint NOT NULL,
    attempts smallint NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    CONSTRAINT cases_reachrule_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT cases_reachrule_version_check CHECK ((version >= 0))
);


ALTER TABLE public.cases_reachrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_reachrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_reading (
    id bigint NOT NULL,
    reason character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    access_id bigint NOT NULL,
    agent_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.cases_reading ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_reading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_relation (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    by_id bigint,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    ended_by_id bigint,
    other_id bigint NOT NULL,
    CONSTRAINT related_to_another CHECK ((NOT (case_id = other_id)))
);


ALTER TABLE public.cases_relation ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_relation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_requiredfact (
    id bigint NOT NULL,
    label character varying(120) NOT NULL,
    hint character varying(200) NOT NULL,
    "position" smallint NOT NULL,
    retired_at timestamp with time zone,
    client_id bigint NOT NULL,
    subject_id bigint NOT NULL,
    CONSTRAINT cases_requiredfact_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.cases_requiredfact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_requiredfact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_savedview (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    conditions character varying(500) NOT NULL,
    owner_id bigint NOT NULL
);


ALTER TABLE public.cases_savedview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_savedview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_snooze (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    why_ended character varying(8) NOT NULL,
    by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.cases_snooze ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_snooze_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_split (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    made_id bigint NOT NULL
);


ALTER TABLE public.cases_split ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_split_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_supportuse (
    id bigint NOT NULL,
    way character varying(8) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    outgoing_id bigint,
    version_id bigint NOT NULL
);


ALTER TABLE public.cases_supportuse ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_supportuse_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_tag (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.cases_tag ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_tag_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_tagging (
    id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    tag_id bigint NOT NULL
);


ALTER TABLE public.cases_tagging ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_tagging_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_tick (
    id bigint NOT NULL,
    step smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    undone_at timestamp with time zone,
    by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    undone_by_id bigint,
    version_id bigint NOT NULL,
    CONSTRAINT cases_tick_step_check CHECK ((step >= 0))
);


ALTER TABLE public.cases_tick ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_tick_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.cases_watch (
    id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    told_until bigint NOT NULL,
    agent_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.cases_watch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.cases_watch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.casetypes_casetype (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    service character varying(20) NOT NULL,
    version integer NOT NULL,
    is_default boolean NOT NULL,
    retired_at timestamp with time zone,
    client_id bigint NOT NULL,
    CONSTRAINT casetypes_casetype_version_check CHECK ((version >= 0))
);


ALTER TABLE public.casetypes_casetype ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.casetypes_casetype_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.casetypes_typeversion (
    id bigint NOT NULL,
    number integer NOT NULL,
    content jsonb NOT NULL,
    since timestamp with time zone NOT NULL,
    by_id bigint,
    case_type_id bigint NOT NULL,
    CONSTRAINT casetypes_typeversion_number_check CHECK ((number >= 0))
);


ALTER TABLE public.casetypes_typeversion ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.casetypes_typeversion_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.chat_chat (
    id bigint NOT NULL,
    digest character varying(64) NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    language character varying(5) NOT NULL,
    name character varying(120) NOT NULL,
    heard_at timestamp with time zone NOT NULL,
    gone_at timestamp with time zone,
    typing_at timestamp with time zone,
    we_typed_at timestamp with time zone,
    read_upto bigint NOT NULL,
    we_read_upto bigint NOT NULL,
    copy_to character varying(320) NOT NULL,
    copies_sent smallint NOT NULL,
    ended_at timestamp with time zone,
    ended_by character varying(8) NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    CONSTRAINT chat_chat_copies_sent_check CHECK ((copies_sent >= 0)),
    CONSTRAINT chat_ended_by_somebody CHECK ((((ended_at IS NULL) OR (NOT ((ended_by)::text = ''::text))) AND (1 = (
CASE
    WHEN (ended_at IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (NOT ((ended_by)::text = ''::text)) THEN 1
    ELSE 0
END))))
);


ALTER TABLE public.chat_chat ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.chat_chat_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.chat_chatline (
    id bigint NOT NULL,
    mark character varying(64) NOT NULL,
    chat_id bigint NOT NULL,
    client_id bigint NOT NULL,
    message_id bigint NOT NULL
);


ALTER TABLE public.chat_chatline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.chat_chatline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.chat_chatsettings (
    client_id bigint NOT NULL,
    is_on boolean NOT NULL,
    sites jsonb NOT NULL,
    greeting character varying(400) NOT NULL,
    greeting_en character varying(400) NOT NULL,
    changed_at timestamp with time zone NOT NULL
);


CREATE TABLE public.contacts_blockregister (
    id bigint NOT NULL,
    version_on date NOT NULL,
    numbers integer NOT NULL,
    salt character varying(32) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    client_id bigint NOT NULL,
    CONSTRAINT contacts_blockregister_numbers_check CHECK ((numbers >= 0))
);


ALTER TABLE public.contacts_blockregister ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contacts_blockregister_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.contacts_callblock (
    id bigint NOT NULL,
    number character varying(20) NOT NULL,
    purpose character varying(12) NOT NULL,
    since timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    by_id bigint,
    client_id bigint NOT NULL,
    customer_id bigint,
    CONSTRAINT blocks_somebody CHECK (((customer_id IS NOT NULL) OR (NOT ((number)::text = ''::text))))
);


ALTER TABLE public.contacts_callblock ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contacts_callblock_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.contacts_contact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contacts_contact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.contacts_errand (
    contact_id bigint NOT NULL,
    purpose character varying(12) NOT NULL,
    is_asked_for boolean NOT NULL,
    said_at timestamp with time zone,
    client_id bigint NOT NULL,
    register_on date
);


CREATE TABLE public.contacts_message (
    id bigint NOT NULL,
    direction character varying(3) NOT NULL,
    at timestamp with time zone NOT NULL,
    sender_name character varying(320) NOT NULL,
    sender_address character varying(320) NOT NULL,
    recipients jsonb NOT NULL,
    copies jsonb NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    quoted text NOT NULL,
    signature text NOT NULL,
    html text NOT NULL,
    automatic character varying(20) NOT NULL,
    problems jsonb NOT NULL,
    message_id character varying(998) NOT NULL,
    author_id bigint,
    client_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    in_reply_to_id bigint,
    raw_id bigint
);


ALTER TABLE public.contacts_message ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contacts_message_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.contacts_messagefile (
    id bigint NOT NULL,
    name character varying(255) NOT NULL,
    declared_type character varying(120) NOT NULL,
    content_id character varying(255) NOT NULL,
    is_inline boolean NOT NULL,
    is_mislabelled boolean NOT NULL,
    client_id bigint NOT NULL,
    file_id bigint NOT NULL,
    message_id bigint NOT NULL
);


ALTER TABLE public.contacts_messagefile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contacts_messagefile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.contacts_nocase (
    id bigint NOT NULL,
    reason character varying(12) NOT NULL,
    words character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    client_id bigint NOT NULL,
    contact_id bigint NOT NULL
);


ALTER TABLE public.contacts_nocase ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contacts_nocase_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.contacts_optout (
    id bigint NOT NULL,
    number character varying(20) NOT NULL,
    since timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    client_id bigint NOT NULL
);


ALTER TABLE public.contacts_optout ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contacts_optout_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.contacts_outgoing (
    id bigint NOT NULL,
    channel character varying(10) NOT NULL,
    purpose character varying(20) NOT NULL,
    is_automatic boolean NOT NULL,
    not_before timestamp with time zone NOT NULL,
    state character varying(12) NOT NULL,
    reply_tag character varying(64) NOT NULL,
    provider_id character varying(998) NOT NULL,
    client_id bigint NOT NULL,
    message_id bigint NOT NULL
);


ALTER TABLE public.contacts_outgoing ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contacts_outgoing_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.contacts_outgoingstep (
    id bigint NOT NULL,
    state character varying(12) NOT NULL,
    at timestamp with time zone NOT NULL,
    detail text NOT NULL,
    client_id bigint NOT NULL,
    outgoing_id bigint NOT NULL
);


ALTER TABLE public.contacts_outgoingstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contacts_outgoingstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.contacts_registerednumber (
    id bigint NOT NULL,
    digest bigint NOT NULL,
    client_id bigint NOT NULL,
    register_id bigint NOT NULL
);


ALTER TABLE public.contacts_registerednumber ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contacts_registerednumber_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.contacts_suppression (
    id bigint NOT NULL,
    address character varying(320) NOT NULL,
    since timestamp with time zone NOT NULL,
    because text NOT NULL,
    lifted_at timestamp with time zone,
    client_id bigint NOT NULL,
    lifted_by_id bigint
);


ALTER TABLE public.contacts_suppression ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contacts_suppression_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.contacts_volumebefore (
    id bigint NOT NULL,
    label character varying(120) NOT NULL,
    week_from date,
    count integer,
    share numeric(7,4),
    is_approximate boolean NOT NULL,
    source character varying(200) NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    about character varying(12) DEFAULT 'volume'::character varying NOT NULL,
    respondents integer,
    CONSTRAINT contacts_volumebefore_count_check CHECK ((count >= 0)),
    CONSTRAINT contacts_volumebefore_respondents_check CHECK ((respondents >= 0))
);


ALTER TABLE public.contacts_volumebefore ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.contacts_volumebefore_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.counter_call (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    desk_id bigint NOT NULL,
    ticket_id bigint NOT NULL
);


ALTER TABLE public.counter_call ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.counter_call_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.counter_desk (
    id bigint NOT NULL,
    name character varying(40) NOT NULL,
    retired_at timestamp with time zone,
    client_id bigint NOT NULL,
    hall_id bigint NOT NULL
);


ALTER TABLE public.counter_desk ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.counter_desk_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.counter_errand (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    letter character varying(1) NOT NULL,
    retired_at timestamp with time zone,
    client_id bigint NOT NULL,
    hall_id bigint NOT NULL
);


ALTER TABLE public.counter_errand ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.counter_errand_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.counter_hall (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    key character varying(40) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    client_id bigint NOT NULL,
    queue_id bigint NOT NULL,
    skill_id bigint NOT NULL
);


ALTER TABLE public.counter_hall ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.counter_hall_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.counter_series (
    id bigint NOT NULL,
    day date NOT NULL,
    letter character varying(1) NOT NULL,
    last smallint NOT NULL,
    client_id bigint NOT NULL,
    hall_id bigint NOT NULL,
    CONSTRAINT counter_series_last_check CHECK ((last >= 0))
);


ALTER TABLE public.counter_series ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.counter_series_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.counter_sitting (
    id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone,
    agent_id bigint NOT NULL,
    client_id bigint NOT NULL,
    desk_id bigint NOT NULL
);


ALTER TABLE public.counter_sitting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.counter_sitting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.counter_ticket (
    id bigint NOT NULL,
    day date NOT NULL,
    letter character varying(1) NOT NULL,
    number smallint NOT NULL,
    drawn_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    is_no_show boolean NOT NULL,
    client_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    errand_id bigint NOT NULL,
    hall_id bigint NOT NULL,
    CONSTRAINT counter_ticket_number_check CHECK ((number >= 0))
);


ALTER TABLE public.counter_ticket ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.counter_ticket_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.customers_address (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    value character varying(320) NOT NULL,
    since timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    is_preferred boolean DEFAULT false NOT NULL,
    until timestamp with time zone,
    secret boolean DEFAULT false NOT NULL
);


ALTER TABLE public.customers_address ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customers_address_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.customers_customer (
    id bigint NOT NULL,
    number character varying(20) NOT NULL,
    name character varying(200) NOT NULL,
    kind character varying(12) NOT NULL,
    language character varying(5) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    person_id bigint NOT NULL,
    protected boolean DEFAULT false NOT NULL,
    cost_centre character varying(40) DEFAULT ''::character varying NOT NULL,
    merged_into_id bigint,
    preferred_channel character varying(10) DEFAULT ''::character varying NOT NULL,
    type character varying(20) DEFAULT 'citizen'::character varying NOT NULL,
    secret boolean DEFAULT false NOT NULL
);


ALTER TABLE public.customers_customer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customers_customer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.customers_import (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    added integer NOT NULL,
    undone_at timestamp with time zone,
    kept integer NOT NULL,
    by_id bigint,
    client_id bigint NOT NULL,
    undone_by_id bigint,
    CONSTRAINT customers_import_added_check CHECK ((added >= 0)),
    CONSTRAINT customers_import_kept_check CHECK ((kept >= 0))
);


ALTER TABLE public.customers_import ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customers_import_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.customers_importedcustomer (
    id bigint NOT NULL,
    line integer NOT NULL,
    client_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    of_id bigint NOT NULL,
    CONSTRAINT customers_importedcustomer_line_check CHECK ((line >= 0))
);


ALTER TABLE public.customers_importedcustomer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customers_importedcustomer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.customers_merge (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    before jsonb NOT NULL,
    taken jsonb NOT NULL,
    moved jsonb NOT NULL,
    undone_at timestamp with time zone,
    by_id bigint,
    client_id bigint NOT NULL,
    source_id bigint NOT NULL,
    target_id bigint NOT NULL,
    undone_by_id bigint
);


ALTER TABLE public.customers_merge ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customers_merge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.customers_need (
    id bigint NOT NULL,
    what character varying(20) NOT NULL,
    words character varying(200) NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone,
    by_id bigint,
    client_id bigint NOT NULL,
    customer_id bigint NOT NULL
);


ALTER TABLE public.customers_need ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customers_need_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.customers_notthesame (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    client_id bigint NOT NULL,
    one_id bigint NOT NULL,
    other_id bigint NOT NULL,
    CONSTRAINT lower_customer_first CHECK ((one_id < other_id))
);


ALTER TABLE public.customers_notthesame ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customers_notthesame_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE SEQUENCE public.customers_number
    START WITH 1001
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


CREATE TABLE public.customers_person (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL
);


ALTER TABLE public.customers_person ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customers_person_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.customers_representative (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    scope character varying(300) NOT NULL,
    evidence character varying(200) NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone,
    ended_at timestamp with time zone,
    by_id bigint,
    client_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    ended_by_id bigint,
    representative_id bigint NOT NULL,
    CONSTRAINT nobody_represents_themselves CHECK ((NOT (customer_id = representative_id)))
);


ALTER TABLE public.customers_representative ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.customers_representative_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.disposal_disposed (
    id bigint NOT NULL,
    version integer NOT NULL,
    decision character varying(120) NOT NULL,
    months integer NOT NULL,
    closed_at timestamp with time zone NOT NULL,
    at timestamp with time zone NOT NULL,
    customer_type character varying(20) NOT NULL,
    access_id bigint,
    case_id bigint NOT NULL,
    case_type_id bigint NOT NULL,
    client_id bigint NOT NULL,
    protocol_id bigint,
    CONSTRAINT disposal_disposed_months_check CHECK ((months >= 0)),
    CONSTRAINT disposal_disposed_version_check CHECK ((version >= 0))
);


ALTER TABLE public.disposal_disposed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.disposal_disposed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.disposal_hold (
    id bigint NOT NULL,
    reason character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    ended_by_id bigint
);


ALTER TABLE public.disposal_hold ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.disposal_hold_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.disposal_protocol (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    cases integer NOT NULL,
    content bytea NOT NULL,
    sha256 character varying(64) NOT NULL,
    access_id bigint,
    client_id bigint NOT NULL,
    CONSTRAINT disposal_protocol_cases_check CHECK ((cases >= 0))
);


ALTER TABLE public.disposal_protocol ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.disposal_protocol_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.disruptions_disruption (
    id bigint NOT NULL,
    cause character varying(120) NOT NULL,
    area character varying(200) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    expected_until timestamp with time zone,
    is_public boolean NOT NULL,
    public_text text NOT NULL,
    public_text_en text NOT NULL,
    phone_text text NOT NULL,
    ended_at timestamp with time zone,
    closing_text text NOT NULL,
    closing_text_en text NOT NULL,
    closes_cases boolean NOT NULL,
    client_id bigint NOT NULL,
    ended_by_id bigint,
    opened_by_id bigint NOT NULL,
    subject_id bigint
);


ALTER TABLE public.disruptions_disruption ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.disruptions_disruption_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.disruptions_follower (
    id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    has_asked boolean NOT NULL,
    outcome character varying(12) NOT NULL,
    told_at timestamp with time zone,
    client_id bigint NOT NULL,
    customer_id bigint NOT NULL,
    disruption_id bigint NOT NULL
);


ALTER TABLE public.disruptions_follower ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.disruptions_follower_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.disruptions_step (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    at timestamp with time zone NOT NULL,
    text text NOT NULL,
    by_id bigint,
    client_id bigint NOT NULL,
    disruption_id bigint NOT NULL
);


ALTER TABLE public.disruptions_step ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.disruptions_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);


ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);


ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);


CREATE TABLE public.duty_absence (
    id bigint NOT NULL,
    starts_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone,
    noted_at timestamp with time zone NOT NULL,
    agent_id bigint NOT NULL,
    by_id bigint NOT NULL,
    stand_in_id bigint,
    CONSTRAINT absence_ends_after_it_begins CHECK (((ends_at IS NULL) OR (ends_at >= starts_at)))
);


ALTER TABLE public.duty_absence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.duty_absence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.duty_duty (
    id bigint NOT NULL,
    weekdays jsonb NOT NULL,
    is_deputy boolean NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    agent_id bigint NOT NULL,
    client_id bigint NOT NULL,
    group_id bigint NOT NULL,
    CONSTRAINT duty_ends_after_it_begins CHECK (((valid_until IS NULL) OR (valid_until >= valid_from)))
);


ALTER TABLE public.duty_duty ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.duty_duty_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.entrypoints_entrypoint (
    id bigint NOT NULL,
    kind character varying(8) NOT NULL,
    address character varying(200) NOT NULL,
    published_in character varying(200) NOT NULL,
    volume integer,
    volume_source character varying(200) NOT NULL,
    published_at timestamp with time zone NOT NULL,
    withdrawn_at timestamp with time zone,
    client_id bigint NOT NULL,
    leads_to_id bigint,
    owner_id bigint,
    CONSTRAINT entrypoints_entrypoint_volume_check CHECK ((volume >= 0))
);


ALTER TABLE public.entrypoints_entrypoint ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.entrypoints_entrypoint_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.entrypoints_trial (
    id bigint NOT NULL,
    worked boolean NOT NULL,
    note character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    entry_id bigint NOT NULL
);


ALTER TABLE public.entrypoints_trial ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.entrypoints_trial_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_chaincheck (
    id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    asked_by_id bigint,
    done_at timestamp with time zone,
    events bigint NOT NULL,
    unsealed bigint NOT NULL,
    breaks jsonb NOT NULL
);


ALTER TABLE public.events_chaincheck ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_chaincheck_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_eventrecord (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    at timestamp with time zone NOT NULL,
    client_id bigint,
    agent_id bigint,
    case_id bigint,
    contact_id bigint,
    customer_id bigint,
    payload jsonb NOT NULL
);


ALTER TABLE public.events_eventrecord ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_eventrecord_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_jobfailure (
    job_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind character varying(120) NOT NULL,
    place character varying(200) NOT NULL
);


CREATE TABLE public.events_restoredrill (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    backup character varying(200) NOT NULL,
    made_at timestamp with time zone,
    seconds integer NOT NULL,
    rows bigint NOT NULL,
    faults jsonb NOT NULL,
    CONSTRAINT events_restoredrill_seconds_check CHECK ((seconds >= 0))
);


ALTER TABLE public.events_restoredrill ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_restoredrill_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_seal (
    id bigint NOT NULL,
    record_ids jsonb NOT NULL,
    digests bytea NOT NULL,
    chain bytea NOT NULL,
    at timestamp with time zone NOT NULL
);


ALTER TABLE public.events_seal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.events_seal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.events_unsealed (
    record_id bigint NOT NULL
);


CREATE TABLE public.exchange_importedcall (
    id bigint NOT NULL,
    key character varying(64) NOT NULL,
    arrived_at timestamp with time zone NOT NULL,
    outcome character varying(9) NOT NULL,
    ended_at timestamp with time zone,
    client_id bigint NOT NULL,
    queue_id bigint NOT NULL,
    brought_in_id bigint NOT NULL
);


ALTER TABLE public.exchange_importedcall ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.exchange_importedcall_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.exchange_logimport (
    id bigint NOT NULL,
    format character varying(9) NOT NULL,
    digest character varying(64) NOT NULL,
    begins_at timestamp with time zone,
    ends_at timestamp with time zone,
    lines integer NOT NULL,
    new integer NOT NULL,
    continued integer NOT NULL,
    known integer NOT NULL,
    refused integer NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    client_id bigint NOT NULL,
    CONSTRAINT exchange_logimport_continued_check CHECK ((continued >= 0)),
    CONSTRAINT exchange_logimport_known_check CHECK ((known >= 0)),
    CONSTRAINT exchange_logimport_lines_check CHECK ((lines >= 0)),
    CONSTRAINT exchange_logimport_new_check CHECK ((new >= 0)),
    CONSTRAINT exchange_logimport_refused_check CHECK ((refused >= 0))
);


ALTER TABLE public.exchange_logimport ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.exchange_logimport_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.files_storedfile (
    id bigint NOT NULL,
    sha256 character varying(64) NOT NULL,
    size bigint NOT NULL,
    media_type character varying(120) NOT NULL,
    key_id character varying(16) NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    scanned_at timestamp with time zone,
    infection character varying(200) DEFAULT ''::character varying NOT NULL
);


ALTER TABLE public.files_storedfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.files_storedfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.files_upload (
    id uuid NOT NULL,
    name character varying(255) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    file_id bigint NOT NULL
);


CREATE TABLE public.integrations_idempotentanswer (
    id bigint NOT NULL,
    key character varying(255) NOT NULL,
    fingerprint character varying(64) NOT NULL,
    status smallint NOT NULL,
    body text NOT NULL,
    at timestamp with time zone NOT NULL,
    agent_id bigint NOT NULL,
    CONSTRAINT integrations_idempotentanswer_status_check CHECK ((status >= 0))
);


ALTER TABLE public.integrations_idempotentanswer ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.integrations_idempotentanswer_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE UNLOGGED TABLE public.integrations_ratewindow (
    id bigint NOT NULL,
    key character varying(64) NOT NULL,
    minute bigint NOT NULL,
    used integer NOT NULL,
    CONSTRAINT integrations_ratewindow_used_check CHECK ((used >= 0))
);


ALTER TABLE public.integrations_ratewindow ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.integrations_ratewindow_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.integrations_token (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    scopes jsonb NOT NULL,
    digest character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    last_used_on date,
    agent_id bigint NOT NULL,
    client_id bigint
);


ALTER TABLE public.integrations_token ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.integrations_token_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.integrations_webhook (
    id bigint NOT NULL,
    url character varying(500) NOT NULL,
    events jsonb NOT NULL,
    secret text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    client_id bigint,
    created_by_id bigint NOT NULL,
    old_secret text NOT NULL,
    old_secret_until timestamp with time zone
);


ALTER TABLE public.integrations_webhook ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.integrations_webhook_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.integrations_webhookdelivery (
    id bigint NOT NULL,
    record_id bigint NOT NULL,
    attempts smallint NOT NULL,
    last_status smallint,
    last_tried_at timestamp with time zone,
    delivered_at timestamp with time zone,
    failed_at timestamp with time zone,
    webhook_id bigint NOT NULL,
    next_try_at timestamp with time zone,
    last_error character varying(200) NOT NULL,
    CONSTRAINT integrations_webhookdelivery_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT integrations_webhookdelivery_last_status_check CHECK ((last_status >= 0))
);


ALTER TABLE public.integrations_webhookdelivery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.integrations_webhookdelivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.knowledge_aboutsubject (
    id bigint NOT NULL,
    client_id bigint NOT NULL,
    subject_id bigint NOT NULL,
    article_id bigint NOT NULL
);


ALTER TABLE public.knowledge_aboutsubject ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.knowledge_aboutsubject_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.knowledge_article (
    id bigint NOT NULL,
    number integer NOT NULL,
    kind character varying(10) NOT NULL,
    title character varying(200) NOT NULL,
    is_public boolean NOT NULL,
    review_on date,
    words tsvector,
    created_at timestamp with time zone NOT NULL,
    approver_id bigint,
    client_id bigint NOT NULL,
    group_id bigint NOT NULL,
    owner_id bigint NOT NULL,
    published_id bigint,
    CONSTRAINT knowledge_article_number_check CHECK ((number >= 0))
);


ALTER TABLE public.knowledge_article ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.knowledge_article_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.knowledge_gap (
    id bigint NOT NULL,
    words character varying(300) NOT NULL,
    at timestamp with time zone NOT NULL,
    filled_at timestamp with time zone,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    filled_by_id bigint,
    subject_id bigint NOT NULL
);


ALTER TABLE public.knowledge_gap ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.knowledge_gap_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.knowledge_reminder (
    id bigint NOT NULL,
    due_on date NOT NULL,
    at timestamp with time zone NOT NULL,
    told_at timestamp with time zone,
    article_id bigint NOT NULL,
    client_id bigint NOT NULL,
    owner_id bigint NOT NULL
);


ALTER TABLE public.knowledge_reminder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.knowledge_reminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.knowledge_report (
    id bigint NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    outcome character varying(10) NOT NULL,
    answer text NOT NULL,
    answered_at timestamp with time zone,
    answered_by_id bigint,
    article_id bigint NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    version_id bigint NOT NULL
);


ALTER TABLE public.knowledge_report ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.knowledge_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.knowledge_review (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    next_on date NOT NULL,
    article_id bigint NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    version_id bigint NOT NULL
);


ALTER TABLE public.knowledge_review ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.knowledge_review_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.knowledge_servicearea (
    id bigint NOT NULL,
    department character varying(120) NOT NULL,
    name character varying(120) NOT NULL,
    "position" smallint NOT NULL,
    client_id bigint NOT NULL,
    CONSTRAINT knowledge_servicearea_position_check CHECK (("position" >= 0))
);


ALTER TABLE public.knowledge_servicearea ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.knowledge_servicearea_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.knowledge_subject (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    is_public boolean NOT NULL,
    tier smallint NOT NULL,
    retired_at timestamp with time zone,
    area_id bigint NOT NULL,
    client_id bigint NOT NULL,
    group_id bigint,
    answer_days smallint DEFAULT 3 NOT NULL,
    case_type_id bigint,
    access_id bigint,
    identity_level smallint DEFAULT 0 NOT NULL,
    CONSTRAINT knowledge_subject_answer_days_check CHECK ((answer_days >= 0)),
    CONSTRAINT knowledge_subject_identity_level_check CHECK ((identity_level >= 0)),
    CONSTRAINT knowledge_subject_tier_check CHECK ((tier >= 0))
);


ALTER TABLE public.knowledge_subject ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.knowledge_subject_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.knowledge_version (
    id bigint NOT NULL,
    number integer NOT NULL,
    state character varying(10) NOT NULL,
    made_at timestamp with time zone NOT NULL,
    review_on date NOT NULL,
    what_is_new character varying(300) NOT NULL,
    what_was_wrong character varying(500) NOT NULL,
    submitted_at timestamp with time zone,
    sent_back_because character varying(500) NOT NULL,
    approved_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    withdrawn_because character varying(300) NOT NULL,
    approved_by_id bigint,
    article_id bigint NOT NULL,
    author_id bigint NOT NULL,
    client_id bigint NOT NULL,
    corrects_id bigint,
    withdrawn_by_id bigint,
    CONSTRAINT knowledge_version_number_check CHECK ((number >= 0))
);


ALTER TABLE public.knowledge_version ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.knowledge_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.knowledge_wording (
    id bigint NOT NULL,
    form character varying(6) NOT NULL,
    language character varying(2) NOT NULL,
    title character varying(200) NOT NULL,
    body text NOT NULL,
    link character varying(500) NOT NULL,
    article_id bigint NOT NULL,
    client_id bigint NOT NULL,
    version_id bigint NOT NULL
);


ALTER TABLE public.knowledge_wording ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.knowledge_wording_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.kpi_casecount (
    id bigint NOT NULL,
    day date NOT NULL,
    need_type character varying(12) NOT NULL,
    cases integer NOT NULL,
    handed_over integer NOT NULL,
    solved_at_front integer NOT NULL,
    client_id bigint NOT NULL,
    subject_id bigint,
    is_month boolean DEFAULT false NOT NULL
);


ALTER TABLE public.kpi_casecount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpi_casecount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.kpi_contactcount (
    id bigint NOT NULL,
    day date NOT NULL,
    channel character varying(10) NOT NULL,
    direction character varying(3) NOT NULL,
    waited_seconds integer,
    contacts integer NOT NULL,
    talks integer NOT NULL,
    talked interval NOT NULL,
    client_id bigint NOT NULL,
    is_month boolean DEFAULT false NOT NULL
);


ALTER TABLE public.kpi_contactcount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpi_contactcount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.kpi_day ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpi_day_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.kpi_daysum ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpi_daysum_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.kpi_fact ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpi_fact_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.kpi_feedbacktime (
    id bigint NOT NULL,
    hand_over_id bigint NOT NULL,
    handed_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    client_id bigint NOT NULL
);


ALTER TABLE public.kpi_feedbacktime ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpi_feedbacktime_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.kpi_goal (
    id bigint NOT NULL,
    measure character varying(24) NOT NULL,
    target numeric(9,4),
    "limit" integer,
    approved_on date,
    valid_from date NOT NULL,
    client_id bigint NOT NULL,
    owner_id bigint,
    CONSTRAINT kpi_goal_limit_check CHECK (("limit" >= 0))
);


ALTER TABLE public.kpi_goal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpi_goal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.kpi_insight (
    id bigint NOT NULL,
    cause character varying(12) NOT NULL,
    page character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    group_id bigint
);


ALTER TABLE public.kpi_insight ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpi_insight_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.kpi_measuregoal (
    id bigint NOT NULL,
    code character varying(12) NOT NULL,
    key character varying(20) NOT NULL,
    target numeric(12,4) NOT NULL,
    pair character varying(12) NOT NULL,
    limits jsonb NOT NULL,
    valid_from date NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.kpi_measuregoal ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpi_measuregoal_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.kpi_notednumber (
    id bigint NOT NULL,
    what character varying(12) NOT NULL,
    way character varying(20) NOT NULL,
    who character varying(80) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    amount numeric(16,4) NOT NULL,
    source character varying(200) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    CONSTRAINT number_has_days CHECK ((ends_on > starts_on))
);


ALTER TABLE public.kpi_notednumber ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpi_notednumber_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.kpi_ownmeasure (
    id bigint NOT NULL,
    code character varying(12) NOT NULL,
    number smallint NOT NULL,
    said jsonb NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    CONSTRAINT kpi_ownmeasure_number_check CHECK ((number >= 0))
);


ALTER TABLE public.kpi_ownmeasure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpi_ownmeasure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.kpi_publishedfigure (
    id bigint NOT NULL,
    code character varying(12) NOT NULL,
    version smallint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    figures jsonb NOT NULL,
    digest character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL,
    because character varying(500) NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    restates_id bigint,
    CONSTRAINT kpi_publishedfigure_version_check CHECK ((version >= 0)),
    CONSTRAINT restated_with_reason CHECK ((((restates_id IS NULL) OR (NOT ((because)::text = ''::text))) AND (1 = (
CASE
    WHEN (restates_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (NOT ((because)::text = ''::text)) THEN 1
    ELSE 0
END))))
);


ALTER TABLE public.kpi_publishedfigure ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpi_publishedfigure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.kpi_reading (
    id bigint NOT NULL,
    seal_id bigint NOT NULL,
    at timestamp with time zone
);


ALTER TABLE public.kpi_reading ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpi_reading_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.kpi_restatement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpi_restatement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.kpi_selfserviceuse (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    count integer NOT NULL,
    source character varying(200) NOT NULL,
    imported_at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    subject_id bigint NOT NULL,
    CONSTRAINT kpi_selfserviceuse_count_check CHECK ((count >= 0))
);


ALTER TABLE public.kpi_selfserviceuse ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpi_selfserviceuse_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.kpi_signedfactor (
    id bigint NOT NULL,
    factor character varying(12) NOT NULL,
    evidence character varying(500) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.kpi_signedfactor ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpi_signedfactor_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.kpi_usualperiod (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.kpi_usualperiod ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.kpi_usualperiod_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.levels_archivedboard (
    id bigint NOT NULL,
    board character varying(12) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    figures jsonb NOT NULL,
    sha256 character varying(64) NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.levels_archivedboard ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.levels_archivedboard_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.levels_decision (
    id bigint NOT NULL,
    level character varying(12) NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    issue_id bigint NOT NULL
);


ALTER TABLE public.levels_decision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.levels_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.levels_issue (
    id bigint NOT NULL,
    level character varying(12) NOT NULL,
    title character varying(120) NOT NULL,
    words text NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    cases integer NOT NULL,
    orders integer NOT NULL,
    cost bigint,
    at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    place_id bigint,
    service_id bigint,
    CONSTRAINT levels_issue_cases_check CHECK ((cases >= 0)),
    CONSTRAINT levels_issue_orders_check CHECK ((orders >= 0))
);


ALTER TABLE public.levels_issue ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.levels_issue_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.levels_lift (
    id bigint NOT NULL,
    level character varying(12) NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    issue_id bigint NOT NULL
);


ALTER TABLE public.levels_lift ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.levels_lift_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.levels_wishdecision (
    id bigint NOT NULL,
    outcome character varying(10) NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.levels_wishdecision ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.levels_wishdecision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.mail_automaticmail (
    id bigint NOT NULL,
    address character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL
);


ALTER TABLE public.mail_automaticmail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mail_automaticmail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.mail_grouptold (
    id bigint NOT NULL,
    client_id bigint NOT NULL,
    hand_over_id bigint NOT NULL,
    outgoing_id bigint NOT NULL
);


ALTER TABLE public.mail_grouptold ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mail_grouptold_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.mail_mailbox (
    id bigint NOT NULL,
    address character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    sends_receipts boolean NOT NULL,
    takes_tags boolean NOT NULL,
    is_paused boolean NOT NULL,
    usual_gap interval,
    created_at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    group_id bigint,
    subject_id bigint
);


ALTER TABLE public.mail_mailbox ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mail_mailbox_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.mail_pickup (
    id bigint NOT NULL,
    host character varying(255) NOT NULL,
    port integer NOT NULL,
    security character varying(10) NOT NULL,
    is_certificate_checked boolean NOT NULL,
    "user" character varying(254) NOT NULL,
    sign_in character varying(10) NOT NULL,
    secret_sealed text NOT NULL,
    token_endpoint character varying(500) NOT NULL,
    oauth_client_id character varying(255) NOT NULL,
    oauth_scope character varying(500) NOT NULL,
    refresh_token_sealed text NOT NULL,
    folder character varying(255) NOT NULL,
    afterwards character varying(10) NOT NULL,
    moved_to character varying(255) NOT NULL,
    since date NOT NULL,
    succeeded_at timestamp with time zone,
    failing_since timestamp with time zone,
    problem text NOT NULL,
    client_id bigint NOT NULL,
    mailbox_id bigint NOT NULL,
    CONSTRAINT mail_pickup_port_check CHECK ((port >= 0))
);


ALTER TABLE public.mail_pickup ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mail_pickup_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.mail_rawmail (
    id bigint NOT NULL,
    how character varying(4) NOT NULL,
    envelope_from character varying(320) NOT NULL,
    envelope_to jsonb NOT NULL,
    content bytea,
    size integer NOT NULL,
    received_at timestamp with time zone NOT NULL,
    state character varying(10) NOT NULL,
    not_before timestamp with time zone NOT NULL,
    attempts smallint NOT NULL,
    problem text NOT NULL,
    identity character varying(64) NOT NULL,
    message_id character varying(998) NOT NULL,
    uid_validity bigint,
    uid bigint,
    read_at timestamp with time zone,
    owes_receipt boolean NOT NULL,
    client_id bigint NOT NULL,
    contact_id bigint,
    mailbox_id bigint NOT NULL,
    stored_id bigint,
    CONSTRAINT mail_rawmail_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT mail_rawmail_size_check CHECK ((size >= 0))
);


ALTER TABLE public.mail_rawmail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mail_rawmail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.mail_silence (
    id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    noticed_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    client_id bigint NOT NULL,
    mailbox_id bigint NOT NULL
);


ALTER TABLE public.mail_silence ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mail_silence_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.mail_sinkmail (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    sender character varying(320) NOT NULL,
    recipients jsonb NOT NULL,
    content bytea NOT NULL
);


ALTER TABLE public.mail_sinkmail ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mail_sinkmail_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.mail_stafftold (
    id bigint NOT NULL,
    record_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.mail_stafftold ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mail_stafftold_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.mfa_authenticator (
    id bigint NOT NULL,
    type character varying(20) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone
);


ALTER TABLE public.mfa_authenticator ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.mfa_authenticator_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.paper_paper (
    id bigint NOT NULL,
    channel character varying(10) NOT NULL,
    received_on date NOT NULL,
    name character varying(255) NOT NULL,
    noted_at timestamp with time zone NOT NULL,
    registered_at timestamp with time zone,
    case_id bigint,
    client_id bigint NOT NULL,
    contact_id bigint,
    file_id bigint,
    noted_by_id bigint,
    registered_by_id bigint,
    CONSTRAINT registered_as_contact CHECK ((((case_id IS NULL) AND (contact_id IS NULL) AND (registered_at IS NULL)) OR ((contact_id IS NOT NULL) AND (registered_at IS NOT NULL))))
);


ALTER TABLE public.paper_paper ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.paper_paper_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.people_accessreview (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    remarks text NOT NULL,
    grants jsonb NOT NULL,
    reviewer_id bigint NOT NULL
);


ALTER TABLE public.people_accessreview ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_accessreview_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.people_agent (
    id bigint NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    email character varying(254) NOT NULL,
    name character varying(120) NOT NULL,
    title character varying(120) NOT NULL,
    phone character varying(40) NOT NULL,
    language character varying(5) NOT NULL,
    spoken_languages jsonb NOT NULL,
    is_service boolean NOT NULL,
    is_active boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    manager_id bigint
);


ALTER TABLE public.people_agent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_agent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE UNLOGGED TABLE public.people_counter (
    cache_key character varying(255) NOT NULL,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);


CREATE TABLE public.people_failedsignin (
    id bigint NOT NULL,
    account character varying(64) NOT NULL,
    address character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL
);


ALTER TABLE public.people_failedsignin ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_failedsignin_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.people_group (
    id bigint NOT NULL,
    code character varying(20) NOT NULL,
    name character varying(120) NOT NULL,
    department character varying(120) NOT NULL,
    is_front boolean NOT NULL,
    email character varying(254) NOT NULL,
    closed_at timestamp with time zone,
    client_id bigint NOT NULL,
    manager_id bigint
);


ALTER TABLE public.people_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.people_membership (
    id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone,
    agent_id bigint NOT NULL,
    group_id bigint NOT NULL
);


ALTER TABLE public.people_membership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_membership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.people_rolegrant (
    id bigint NOT NULL,
    role character varying(24) NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone,
    agent_id bigint NOT NULL,
    client_id bigint,
    given_by_id bigint,
    department character varying(120) DEFAULT ''::character varying NOT NULL,
    CONSTRAINT department_is_a_clients CHECK ((((department)::text = ''::text) OR (client_id IS NOT NULL)))
);


ALTER TABLE public.people_rolegrant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_rolegrant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.people_signinprovider (
    id bigint NOT NULL,
    kind character varying(20) NOT NULL,
    slug character varying(40) NOT NULL,
    name character varying(80) NOT NULL,
    identifier character varying(200) NOT NULL,
    secret_sealed text NOT NULL,
    secret_variable character varying(80) NOT NULL,
    settings jsonb NOT NULL,
    email_domains jsonb NOT NULL,
    vouches_for_email boolean NOT NULL,
    counts_as_second_factor boolean NOT NULL,
    first_role character varying(24) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    client_id bigint,
    CONSTRAINT first_role_needs_client CHECK ((((first_role)::text = ''::text) OR (client_id IS NOT NULL)))
);


ALTER TABLE public.people_signinprovider ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.people_signinprovider_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.portal_draft (
    id bigint NOT NULL,
    mark character varying(64) NOT NULL,
    sealed bytea NOT NULL,
    started_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    case_id bigint,
    client_id bigint NOT NULL
);


ALTER TABLE public.portal_draft ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.portal_draft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.portal_draftfile (
    id bigint NOT NULL,
    sealed bytea NOT NULL,
    draft_id bigint NOT NULL
);


ALTER TABLE public.portal_draftfile ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.portal_draftfile_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.portal_sending (
    id bigint NOT NULL,
    key character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL
);


ALTER TABLE public.portal_sending ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.portal_sending_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.procrastinate_events (
    id bigint NOT NULL,
    job_id bigint NOT NULL,
    type public.procrastinate_job_event_type,
    at timestamp with time zone DEFAULT now()
);


CREATE SEQUENCE public.procrastinate_events_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER SEQUENCE public.procrastinate_events_id_seq OWNED BY public.procrastinate_events.id;


CREATE SEQUENCE public.procrastinate_jobs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER SEQUENCE public.procrastinate_jobs_id_seq OWNED BY public.procrastinate_jobs.id;


CREATE TABLE public.procrastinate_periodic_defers (
    id bigint NOT NULL,
    task_name character varying(128) NOT NULL,
    defer_timestamp bigint,
    job_id bigint,
    periodic_id character varying(128) DEFAULT ''::character varying NOT NULL
);


CREATE SEQUENCE public.procrastinate_periodic_defers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER SEQUENCE public.procrastinate_periodic_defers_id_seq OWNED BY public.procrastinate_periodic_defers.id;


CREATE TABLE public.procrastinate_workers (
    id bigint NOT NULL,
    last_heartbeat timestamp with time zone DEFAULT now() NOT NULL
);


ALTER TABLE public.procrastinate_workers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.procrastinate_workers_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.publications_delivery (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    client_id bigint NOT NULL,
    outgoing bigint NOT NULL,
    recipient_id bigint NOT NULL,
    publication_id bigint NOT NULL
);


ALTER TABLE public.publications_delivery ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.publications_delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.publications_outline (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    span character varying(10) NOT NULL,
    measures jsonb NOT NULL,
    tables jsonb NOT NULL,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.publications_outline ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.publications_outline_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.publications_publication (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    content jsonb NOT NULL,
    digest character varying(64) NOT NULL,
    at timestamp with time zone NOT NULL,
    because character varying(500) NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    outline_id bigint NOT NULL,
    restates_id bigint,
    CONSTRAINT report_restated_with_reason CHECK ((((restates_id IS NULL) OR (NOT ((because)::text = ''::text))) AND (1 = (
CASE
    WHEN (restates_id IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (NOT ((because)::text = ''::text)) THEN 1
    ELSE 0
END))))
);


ALTER TABLE public.publications_publication ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.publications_publication_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.publications_remark (
    id bigint NOT NULL,
    starts_on date NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    outline_id bigint NOT NULL
);


ALTER TABLE public.publications_remark ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.publications_remark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.publications_rendition (
    id bigint NOT NULL,
    language character varying(5) NOT NULL,
    form character varying(4) NOT NULL,
    content bytea NOT NULL,
    sha256 character varying(64) NOT NULL,
    client_id bigint NOT NULL,
    publication_id bigint NOT NULL
);


ALTER TABLE public.publications_rendition ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.publications_rendition_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.publications_subscription (
    id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    outline_id bigint NOT NULL,
    recipient_id bigint NOT NULL
);


ALTER TABLE public.publications_subscription ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.publications_subscription_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.register_fallback (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    client_id bigint NOT NULL,
    group_id bigint NOT NULL
);


ALTER TABLE public.register_fallback ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.register_fallback_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.register_finding (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    client_id bigint NOT NULL,
    place_id bigint NOT NULL,
    service_id bigint
);


ALTER TABLE public.register_finding ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.register_finding_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.register_place (
    id bigint NOT NULL,
    code character varying(40) NOT NULL,
    name character varying(120) NOT NULL,
    kind character varying(12) NOT NULL,
    address character varying(200) NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    client_id bigint NOT NULL,
    parent_id bigint,
    CONSTRAINT place_ends_after_it_begins CHECK (((valid_until IS NULL) OR (valid_until > valid_from))),
    CONSTRAINT place_within_another CHECK ((NOT ((parent_id = id) AND (parent_id IS NOT NULL))))
);


ALTER TABLE public.register_place ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.register_place_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.register_responsibility (
    id bigint NOT NULL,
    hours character varying(6) NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    client_id bigint NOT NULL,
    group_id bigint NOT NULL,
    place_id bigint NOT NULL,
    service_id bigint,
    CONSTRAINT responsible_until_after_from CHECK (((valid_until IS NULL) OR (valid_until > valid_from)))
);


ALTER TABLE public.register_responsibility ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.register_responsibility_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.register_servicetype (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    ended_at timestamp with time zone,
    client_id bigint NOT NULL
);


ALTER TABLE public.register_servicetype ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.register_servicetype_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.reports_comment (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    department character varying(120) NOT NULL,
    starts_on date NOT NULL,
    text text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.reports_comment ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_comment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.reports_meeting (
    id bigint NOT NULL,
    department character varying(120) NOT NULL,
    series character varying(12) NOT NULL,
    planned_on date NOT NULL,
    held_at timestamp with time zone,
    decisions text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.reports_meeting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_meeting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.reports_report (
    id bigint NOT NULL,
    kind character varying(12) NOT NULL,
    department character varying(120) NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    made_at timestamp with time zone NOT NULL,
    subject character varying(200) NOT NULL,
    content bytea NOT NULL,
    sha256 character varying(64) NOT NULL,
    figures jsonb NOT NULL,
    edition smallint NOT NULL,
    calendar character varying(16) NOT NULL,
    client_id bigint NOT NULL,
    recipient_id bigint NOT NULL,
    CONSTRAINT reports_report_edition_check CHECK ((edition >= 0))
);


ALTER TABLE public.reports_report ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.reports_sending (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    client_id bigint NOT NULL,
    outgoing_id bigint NOT NULL,
    report_id bigint NOT NULL
);


ALTER TABLE public.reports_sending ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.reports_sending_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.routing_agentskill (
    id bigint NOT NULL,
    level smallint NOT NULL,
    until timestamp with time zone,
    assessed_at timestamp with time zone NOT NULL,
    agent_id bigint NOT NULL,
    assessed_by_id bigint,
    client_id bigint NOT NULL,
    skill_id bigint NOT NULL,
    CONSTRAINT level_is_known CHECK ((level <= 4)),
    CONSTRAINT routing_agentskill_level_check CHECK ((level >= 0))
);


ALTER TABLE public.routing_agentskill ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_agentskill_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.routing_awayreason (
    id bigint NOT NULL,
    name character varying(60) NOT NULL,
    counts_as_work boolean NOT NULL,
    ended_at timestamp with time zone,
    client_id bigint NOT NULL
);


ALTER TABLE public.routing_awayreason ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_awayreason_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.routing_daybalance (
    id bigint NOT NULL,
    "on" date NOT NULL,
    received integer NOT NULL,
    answered integer NOT NULL,
    abandoned integer NOT NULL,
    callback integer NOT NULL,
    overflow integer NOT NULL,
    settled integer NOT NULL,
    waiting integer NOT NULL,
    is_balanced boolean NOT NULL,
    amiss jsonb NOT NULL,
    counted_at timestamp with time zone NOT NULL,
    released_at timestamp with time zone,
    released_because text NOT NULL,
    client_id bigint NOT NULL,
    queue_id bigint NOT NULL,
    released_by_id bigint,
    CONSTRAINT released_with_reason CHECK ((((released_at IS NULL) OR (NOT (released_because = ''::text))) AND (1 = (
CASE
    WHEN (released_at IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (NOT (released_because = ''::text)) THEN 1
    ELSE 0
END)))),
    CONSTRAINT routing_daybalance_abandoned_check CHECK ((abandoned >= 0)),
    CONSTRAINT routing_daybalance_answered_check CHECK ((answered >= 0)),
    CONSTRAINT routing_daybalance_callback_check CHECK ((callback >= 0)),
    CONSTRAINT routing_daybalance_overflow_check CHECK ((overflow >= 0)),
    CONSTRAINT routing_daybalance_received_check CHECK ((received >= 0)),
    CONSTRAINT routing_daybalance_settled_check CHECK ((settled >= 0)),
    CONSTRAINT routing_daybalance_waiting_check CHECK ((waiting >= 0))
);


ALTER TABLE public.routing_daybalance ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_daybalance_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.routing_firstneed (
    id bigint NOT NULL,
    what character varying(20) NOT NULL,
    agreed_in character varying(200) NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.routing_firstneed ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_firstneed_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.routing_forecast (
    id bigint NOT NULL,
    made_at timestamp with time zone NOT NULL,
    until timestamp with time zone NOT NULL,
    runs integer NOT NULL,
    queues jsonb NOT NULL,
    levers jsonb NOT NULL,
    client_id bigint NOT NULL,
    tried smallint DEFAULT 0 NOT NULL,
    CONSTRAINT routing_forecast_runs_check CHECK ((runs >= 0)),
    CONSTRAINT routing_forecast_tried_check CHECK ((tried >= 0))
);


ALTER TABLE public.routing_forecast ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_forecast_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.routing_handlingplan (
    id bigint NOT NULL,
    seconds integer NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    queue_id bigint NOT NULL,
    CONSTRAINT handling_plan_has_time CHECK ((seconds > 0)),
    CONSTRAINT routing_handlingplan_seconds_check CHECK ((seconds >= 0))
);


ALTER TABLE public.routing_handlingplan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_handlingplan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.routing_heated (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    in_a_row smallint NOT NULL,
    answered_at timestamp with time zone,
    has_paused boolean NOT NULL,
    heard_at timestamp with time zone,
    agent_id bigint NOT NULL,
    client_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    heard_by_id bigint,
    CONSTRAINT heard_by_somebody CHECK (((heard_at IS NULL) OR (heard_by_id IS NOT NULL))),
    CONSTRAINT paused_when_answered CHECK (((NOT has_paused) OR (answered_at IS NOT NULL))),
    CONSTRAINT routing_heated_in_a_row_check CHECK ((in_a_row >= 0))
);


ALTER TABLE public.routing_heated ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_heated_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.routing_intake (
    id bigint NOT NULL,
    begins_at timestamp with time zone NOT NULL,
    count integer NOT NULL,
    client_id bigint NOT NULL,
    queue_id bigint NOT NULL,
    CONSTRAINT routing_intake_count_check CHECK ((count >= 0))
);


ALTER TABLE public.routing_intake ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_intake_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.routing_leadership (
    id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    beat_at timestamp with time zone NOT NULL,
    rebuilds integer NOT NULL,
    CONSTRAINT routing_leadership_rebuilds_check CHECK ((rebuilds >= 0))
);


ALTER TABLE public.routing_leadership ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_leadership_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.routing_lever (
    id bigint NOT NULL,
    kind character varying(5) NOT NULL,
    level smallint NOT NULL,
    channel character varying(10) NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    expected jsonb NOT NULL,
    ended_at timestamp with time zone,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    ended_by_id bigint,
    queue_id bigint NOT NULL,
    skill_id bigint,
    CONSTRAINT lever_has_level CHECK (((level >= 1) AND (level <= 4))),
    CONSTRAINT lever_has_time CHECK ((ends_at > begun_at)),
    CONSTRAINT routing_lever_level_check CHECK ((level >= 0))
);


ALTER TABLE public.routing_lever ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_lever_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.routing_leveragent (
    id bigint NOT NULL,
    agent_id bigint NOT NULL,
    client_id bigint NOT NULL,
    lever_id bigint NOT NULL
);


ALTER TABLE public.routing_leveragent ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_leveragent_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.routing_offer (
    id bigint NOT NULL,
    channel character varying(10) NOT NULL,
    state character varying(10) NOT NULL,
    offered_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    talked_until timestamp with time zone,
    wrap_up_until timestamp with time zone,
    ended_at timestamp with time zone,
    why jsonb NOT NULL,
    ended_because character varying(20) NOT NULL,
    agent_id bigint NOT NULL,
    client_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    queue_id bigint NOT NULL,
    CONSTRAINT live_until_ended CHECK (((((state)::text = ANY (ARRAY[('offered'::character varying)::text, ('in-hand'::character varying)::text, ('wrap-up'::character varying)::text])) OR (ended_at IS NOT NULL)) AND (1 = (
CASE
    WHEN ((state)::text = ANY (ARRAY[('offered'::character varying)::text, ('in-hand'::character varying)::text, ('wrap-up'::character varying)::text])) THEN 1
    ELSE 0
END +
CASE
    WHEN (ended_at IS NOT NULL) THEN 1
    ELSE 0
END))))
);


CREATE TABLE public.routing_priorityrule (
    id bigint NOT NULL,
    fact character varying(40) NOT NULL,
    value character varying(80) NOT NULL,
    priority smallint NOT NULL,
    client_id bigint NOT NULL,
    queue_id bigint NOT NULL
);


ALTER TABLE public.routing_priorityrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_priorityrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE public.routing_queue ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_queue_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.routing_queuestep (
    id bigint NOT NULL,
    after_seconds integer NOT NULL,
    level smallint NOT NULL,
    any_language boolean NOT NULL,
    client_id bigint NOT NULL,
    queue_id bigint NOT NULL,
    skill_id bigint NOT NULL,
    CONSTRAINT routing_queuestep_after_seconds_check CHECK ((after_seconds >= 0)),
    CONSTRAINT routing_queuestep_level_check CHECK ((level >= 0)),
    CONSTRAINT step_has_level CHECK (((level >= 1) AND (level <= 4)))
);


ALTER TABLE public.routing_queuestep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_queuestep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.routing_queuesubject (
    id bigint NOT NULL,
    client_id bigint NOT NULL,
    queue_id bigint NOT NULL,
    subject_id bigint NOT NULL
);


ALTER TABLE public.routing_queuesubject ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_queuesubject_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.routing_seat (
    agent_id bigint NOT NULL,
    capacity jsonb NOT NULL,
    status character varying(5) NOT NULL,
    reason character varying(24) NOT NULL,
    since timestamp with time zone NOT NULL,
    screen character varying(64) NOT NULL,
    seen_at timestamp with time zone,
    client_id bigint NOT NULL,
    CONSTRAINT only_away_has_reason CHECK (((((status)::text = 'away'::text) OR ((reason)::text = ''::text)) AND (1 = (
CASE
    WHEN ((status)::text = 'away'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN ((reason)::text = ''::text) THEN 1
    ELSE 0
END))))
);


CREATE TABLE public.routing_skill (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.routing_skill ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_skill_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.routing_strain (
    id bigint NOT NULL,
    kind character varying(10) NOT NULL,
    at timestamp with time zone NOT NULL,
    share double precision,
    seconds integer,
    answered_at timestamp with time zone,
    has_paused boolean NOT NULL,
    heard_at timestamp with time zone,
    agent_id bigint NOT NULL,
    client_id bigint NOT NULL,
    heard_by_id bigint,
    CONSTRAINT routing_strain_seconds_check CHECK ((seconds >= 0)),
    CONSTRAINT strain_heard_by_somebody CHECK (((heard_at IS NULL) OR (heard_by_id IS NOT NULL))),
    CONSTRAINT strain_paused_when_answered CHECK (((NOT has_paused) OR (answered_at IS NOT NULL)))
);


ALTER TABLE public.routing_strain ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_strain_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.routing_taken (
    id bigint NOT NULL,
    channel character varying(10) NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    agent_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.routing_taken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_taken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.routing_waiting (
    id bigint NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    arrived_at timestamp with time zone NOT NULL,
    goal_seconds double precision NOT NULL,
    priority smallint NOT NULL,
    language character varying(5) NOT NULL,
    is_vulnerable boolean NOT NULL,
    not_before timestamp with time zone,
    facts jsonb NOT NULL,
    left_at timestamp with time zone,
    outcome character varying(10) NOT NULL,
    case_id bigint,
    client_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    last_agent_id bigint,
    queue_id bigint NOT NULL,
    CONSTRAINT left_with_outcome CHECK ((((left_at IS NULL) OR (NOT ((outcome)::text = ''::text))) AND (1 = (
CASE
    WHEN (left_at IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (NOT ((outcome)::text = ''::text)) THEN 1
    ELSE 0
END))))
);


ALTER TABLE public.routing_waiting ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_waiting_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.routing_wake (
    id bigint NOT NULL,
    about character varying(7) NOT NULL,
    key bigint NOT NULL
)
WITH (autovacuum_vacuum_scale_factor='0', autovacuum_vacuum_threshold='2000', autovacuum_analyze_threshold='1000000');


ALTER TABLE public.routing_wake ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.routing_wake_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.search_casewords (
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    words tsvector NOT NULL,
    access_id bigint
);


CREATE TABLE public.search_customerwords (
    customer_id bigint NOT NULL,
    client_id bigint NOT NULL,
    line text NOT NULL
);


CREATE TABLE public.search_filewords (
    file_id bigint NOT NULL,
    words tsvector
);


CREATE TABLE public.search_stem (
    id bigint NOT NULL,
    stem text NOT NULL
);


ALTER TABLE public.search_stem ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.search_stem_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.secrecy_accessentry (
    id bigint NOT NULL,
    since timestamp with time zone NOT NULL,
    until timestamp with time zone,
    agent_id bigint,
    by_id bigint,
    client_id bigint NOT NULL,
    ended_by_id bigint,
    group_id bigint,
    access_id bigint NOT NULL,
    CONSTRAINT a_person_or_a_group CHECK ((((agent_id IS NULL) AND (group_id IS NOT NULL)) OR ((agent_id IS NOT NULL) AND (group_id IS NULL))))
);


ALTER TABLE public.secrecy_accessentry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.secrecy_accessentry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.secrecy_accesslist (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    is_for_protected boolean DEFAULT false NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.secrecy_accesslist ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.secrecy_accesslist_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.setup_accesstold (
    record_id bigint NOT NULL,
    at timestamp with time zone NOT NULL
);


CREATE TABLE public.sms_arrival (
    id bigint NOT NULL,
    kind character varying(7) NOT NULL,
    content bytea NOT NULL,
    about bigint,
    received_at timestamp with time zone NOT NULL,
    not_before timestamp with time zone NOT NULL,
    attempts smallint NOT NULL,
    state character varying(10) NOT NULL,
    problem text NOT NULL,
    provider_id character varying(120) NOT NULL,
    client_id bigint NOT NULL,
    contact_id bigint,
    number_id bigint NOT NULL,
    CONSTRAINT sms_arrival_attempts_check CHECK ((attempts >= 0))
);


ALTER TABLE public.sms_arrival ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sms_arrival_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.sms_number (
    id bigint NOT NULL,
    number character varying(20) NOT NULL,
    provider character varying(10) NOT NULL,
    "user" character varying(120) NOT NULL,
    secret_sealed text NOT NULL,
    key_sealed text NOT NULL,
    sends_receipts boolean NOT NULL,
    is_paused boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    group_id bigint,
    subject_id bigint
);


ALTER TABLE public.sms_number ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sms_number_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.sms_picture (
    id bigint NOT NULL,
    url text NOT NULL,
    place smallint NOT NULL,
    state character varying(10) NOT NULL,
    not_before timestamp with time zone NOT NULL,
    attempts smallint NOT NULL,
    problem text NOT NULL,
    client_id bigint NOT NULL,
    message_id bigint NOT NULL,
    number_id bigint NOT NULL,
    CONSTRAINT sms_picture_attempts_check CHECK ((attempts >= 0)),
    CONSTRAINT sms_picture_place_check CHECK ((place >= 0))
);


ALTER TABLE public.sms_picture ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sms_picture_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.sms_sinktext (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    sender character varying(20) NOT NULL,
    recipient character varying(20) NOT NULL,
    text text NOT NULL
);


ALTER TABLE public.sms_sinktext ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.sms_sinktext_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.social_account (
    id bigint NOT NULL,
    network character varying(10) NOT NULL,
    handle character varying(200) NOT NULL,
    keep_days integer NOT NULL,
    secret_sealed text NOT NULL,
    is_paused boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    group_id bigint,
    subject_id bigint,
    CONSTRAINT social_account_keep_days_check CHECK ((keep_days >= 0))
);


ALTER TABLE public.social_account ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.social_account_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.social_connection (
    id bigint NOT NULL,
    server character varying(300) NOT NULL,
    token_sealed text NOT NULL,
    most_letters integer NOT NULL,
    cursor character varying(200) NOT NULL,
    not_before timestamp with time zone NOT NULL,
    succeeded_at timestamp with time zone,
    failing_since timestamp with time zone,
    failures integer NOT NULL,
    problem text NOT NULL,
    account_id bigint NOT NULL,
    client_id bigint NOT NULL,
    CONSTRAINT social_connection_failures_check CHECK ((failures >= 0)),
    CONSTRAINT social_connection_most_letters_check CHECK ((most_letters >= 0))
);


ALTER TABLE public.social_connection ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.social_connection_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.social_intake (
    id bigint NOT NULL,
    way character varying(7) NOT NULL,
    at timestamp with time zone NOT NULL,
    taken integer NOT NULL,
    known integer NOT NULL,
    account_id bigint NOT NULL,
    by_id bigint,
    client_id bigint NOT NULL,
    CONSTRAINT social_intake_known_check CHECK ((known >= 0)),
    CONSTRAINT social_intake_taken_check CHECK ((taken >= 0))
);


ALTER TABLE public.social_intake ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.social_intake_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.social_post (
    id bigint NOT NULL,
    external_id character varying(200) NOT NULL,
    url text NOT NULL,
    author character varying(200) NOT NULL,
    handle character varying(200) NOT NULL,
    posted_at timestamp with time zone NOT NULL,
    is_private boolean NOT NULL,
    keep_until date NOT NULL,
    account_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    intake_id bigint NOT NULL,
    visibility character varying(10) DEFAULT ''::character varying NOT NULL
);


ALTER TABLE public.social_post ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.social_post_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.socialaccount_socialaccount (
    id integer NOT NULL,
    provider character varying(200) NOT NULL,
    uid character varying(191) NOT NULL,
    last_login timestamp with time zone NOT NULL,
    date_joined timestamp with time zone NOT NULL,
    extra_data jsonb NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.socialaccount_socialaccount ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialaccount_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.socialaccount_socialapp (
    id integer NOT NULL,
    provider character varying(30) NOT NULL,
    name character varying(40) NOT NULL,
    client_id character varying(191) NOT NULL,
    secret character varying(191) NOT NULL,
    key character varying(191) NOT NULL,
    provider_id character varying(200) NOT NULL,
    settings jsonb NOT NULL
);


ALTER TABLE public.socialaccount_socialapp ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialapp_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.socialaccount_socialtoken (
    id integer NOT NULL,
    token text NOT NULL,
    token_secret text NOT NULL,
    expires_at timestamp with time zone,
    account_id integer NOT NULL,
    app_id integer
);


ALTER TABLE public.socialaccount_socialtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.socialaccount_socialtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.usersessions_usersession (
    id bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    ip inet NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    session_key character varying(40) NOT NULL,
    user_agent character varying(200) NOT NULL,
    data jsonb NOT NULL,
    user_id bigint NOT NULL
);


ALTER TABLE public.usersessions_usersession ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.usersessions_usersession_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.voice_account (
    agent_id bigint NOT NULL,
    kind character varying(7) NOT NULL,
    login character varying(40) NOT NULL,
    digest_sealed character varying(300) NOT NULL,
    since timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    written_at timestamp with time zone,
    client_id bigint NOT NULL,
    expires_at timestamp with time zone
);


CREATE TABLE public.voice_announcement (
    id bigint NOT NULL,
    occasion character varying(9) NOT NULL,
    words text NOT NULL,
    sound character varying(300) NOT NULL,
    closes boolean NOT NULL,
    begins_at timestamp with time zone,
    ends_at timestamp with time zone,
    client_id bigint NOT NULL,
    number_id bigint NOT NULL,
    recording_id bigint,
    choice_id bigint,
    CONSTRAINT deviating_has_days CHECK (((NOT ((occasion)::text = 'deviating'::text)) OR ((begins_at IS NOT NULL) AND (ends_at IS NOT NULL)))),
    CONSTRAINT only_deviating_closes CHECK (((NOT closes) OR ((occasion)::text = 'deviating'::text)))
);


ALTER TABLE public.voice_announcement ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voice_announcement_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.voice_asked (
    id bigint NOT NULL,
    event character varying(20) NOT NULL,
    address character varying(120) NOT NULL,
    at timestamp with time zone NOT NULL,
    done_at timestamp with time zone,
    is_refused boolean NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    call_id bigint NOT NULL,
    why character varying(10) DEFAULT ''::character varying NOT NULL
);


ALTER TABLE public.voice_asked ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voice_asked_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.voice_assisted (
    call_id bigint NOT NULL,
    way character varying(14) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    client_id bigint NOT NULL
);


CREATE TABLE public.voice_bridge (
    name character varying(80) NOT NULL,
    engine character varying(20) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    beat_at timestamp with time zone NOT NULL
);


CREATE TABLE public.voice_call (
    id bigint NOT NULL,
    party character varying(20) NOT NULL,
    state character varying(16) NOT NULL,
    is_callback boolean NOT NULL,
    tries smallint NOT NULL,
    bridge character varying(80) NOT NULL,
    engine_run character varying(80) NOT NULL,
    began_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    ended_at timestamp with time zone,
    outcome character varying(10) NOT NULL,
    client_id bigint NOT NULL,
    contact_id bigint NOT NULL,
    offer_id bigint,
    number_id bigint,
    shown character varying(20) DEFAULT ''::character varying NOT NULL,
    place_told smallint,
    queue_id bigint,
    typed character varying(16) DEFAULT ''::character varying NOT NULL,
    choice_id bigint,
    promised_from timestamp with time zone,
    promised_until timestamp with time zone,
    CONSTRAINT call_ended_is_over CHECK ((((ended_at IS NULL) OR ((state)::text = 'ended'::text)) AND (1 = (
CASE
    WHEN (ended_at IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN ((state)::text = 'ended'::text) THEN 1
    ELSE 0
END)))),
    CONSTRAINT no_call_without_outcome CHECK ((((ended_at IS NULL) OR (NOT ((outcome)::text = ''::text))) AND (1 = (
CASE
    WHEN (ended_at IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (NOT ((outcome)::text = ''::text)) THEN 1
    ELSE 0
END)))),
    CONSTRAINT voice_call_place_told_check CHECK ((place_told >= 0)),
    CONSTRAINT voice_call_tries_check CHECK ((tries >= 0))
);


ALTER TABLE public.voice_call ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voice_call_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.voice_callrecording (
    id bigint NOT NULL,
    state character varying(14) NOT NULL,
    asked character varying(6) NOT NULL,
    began_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    expires_on date NOT NULL,
    seconds double precision,
    fetched_at timestamp with time zone,
    deleted_at timestamp with time zone,
    deleted_because character varying(11) NOT NULL,
    agent_id bigint NOT NULL,
    call_id bigint NOT NULL,
    client_id bigint NOT NULL,
    deleted_by_id bigint,
    file_id bigint,
    plan_id bigint NOT NULL,
    CONSTRAINT deleted_recording_has_no_sound CHECK (((deleted_at IS NULL) OR (file_id IS NULL))),
    CONSTRAINT recording_deleted_because CHECK ((((deleted_at IS NULL) OR (NOT ((deleted_because)::text = ''::text))) AND (1 = (
CASE
    WHEN (deleted_at IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (NOT ((deleted_because)::text = ''::text)) THEN 1
    ELSE 0
END))))
);


ALTER TABLE public.voice_callrecording ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voice_callrecording_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.voice_choice (
    id bigint NOT NULL,
    key character varying(1) NOT NULL,
    name character varying(80) NOT NULL,
    above_id bigint,
    client_id bigint NOT NULL,
    number_id bigint NOT NULL,
    queue_id bigint,
    language character varying(5) DEFAULT ''::character varying NOT NULL,
    takes_message boolean DEFAULT false NOT NULL,
    CONSTRAINT choice_has_key CHECK (((key)::text = ANY (ARRAY[('1'::character varying)::text, ('2'::character varying)::text, ('3'::character varying)::text, ('4'::character varying)::text, ('5'::character varying)::text, ('6'::character varying)::text, ('7'::character varying)::text, ('8'::character varying)::text, ('9'::character varying)::text]))),
    CONSTRAINT choice_leads_to_one_place CHECK (((NOT takes_message) OR (queue_id IS NULL)))
);


ALTER TABLE public.voice_choice ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voice_choice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.voice_entry (
    id bigint NOT NULL,
    own_name character varying(120) NOT NULL,
    number character varying(20) NOT NULL,
    own_email character varying(254) NOT NULL,
    ended_at timestamp with time zone,
    agent_id bigint,
    client_id bigint NOT NULL,
    group_id bigint,
    recording_id bigint,
    CONSTRAINT entry_has_one_name CHECK (((((agent_id IS NULL) AND (group_id IS NULL)) OR (((own_email)::text = ''::text) AND ((own_name)::text = ''::text))) AND (1 = (
CASE
    WHEN ((agent_id IS NULL) AND (group_id IS NULL)) THEN 1
    ELSE 0
END +
CASE
    WHEN (((own_email)::text = ''::text) AND ((own_name)::text = ''::text)) THEN 1
    ELSE 0
END)))),
    CONSTRAINT entry_is_one_thing CHECK (((agent_id IS NULL) OR (group_id IS NULL)))
);


ALTER TABLE public.voice_entry ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voice_entry_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.voice_leg (
    name character varying(80) NOT NULL,
    role character varying(9) NOT NULL,
    address character varying(120) NOT NULL,
    state character varying(8) NOT NULL,
    began_at timestamp with time zone NOT NULL,
    up_at timestamp with time zone,
    ended_at timestamp with time zone,
    cause smallint,
    agent_id bigint,
    call_id bigint NOT NULL,
    client_id bigint NOT NULL,
    CONSTRAINT leg_gone_has_ended CHECK (((((state)::text = 'gone'::text) OR (ended_at IS NULL)) AND (1 = (
CASE
    WHEN ((state)::text = 'gone'::text) THEN 1
    ELSE 0
END +
CASE
    WHEN (ended_at IS NULL) THEN 1
    ELSE 0
END)))),
    CONSTRAINT voice_leg_cause_check CHECK ((cause >= 0))
);


CREATE TABLE public.voice_listening (
    id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    recording_id bigint NOT NULL
);


ALTER TABLE public.voice_listening ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voice_listening_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.voice_messagebox (
    number_id bigint NOT NULL,
    longest_seconds smallint NOT NULL,
    quiet_seconds smallint NOT NULL,
    kept_days smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    client_id bigint NOT NULL,
    subject_id bigint,
    CONSTRAINT message_is_kept_for_some_days CHECK (((kept_days >= 1) AND (kept_days <= 365))),
    CONSTRAINT messages_end CHECK (((longest_seconds >= 15) AND (longest_seconds <= 300))),
    CONSTRAINT voice_messagebox_kept_days_check CHECK ((kept_days >= 0)),
    CONSTRAINT voice_messagebox_longest_seconds_check CHECK ((longest_seconds >= 0)),
    CONSTRAINT voice_messagebox_quiet_seconds_check CHECK ((quiet_seconds >= 0))
);


CREATE TABLE public.voice_notice (
    call_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    declined_at timestamp with time zone,
    client_id bigint NOT NULL
);


CREATE TABLE public.voice_notrecorded (
    subject_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint,
    client_id bigint NOT NULL
);


CREATE TABLE public.voice_phone (
    agent_id bigint NOT NULL,
    address character varying(120) NOT NULL,
    since timestamp with time zone NOT NULL,
    client_id bigint NOT NULL
);


CREATE TABLE public.voice_phonenumber (
    id bigint NOT NULL,
    number character varying(20) NOT NULL,
    ended_at timestamp with time zone,
    client_id bigint NOT NULL,
    queue_id bigint NOT NULL,
    is_shown boolean DEFAULT false NOT NULL,
    callback_after_seconds integer,
    most_tries smallint DEFAULT 3 NOT NULL,
    offers_times boolean DEFAULT false NOT NULL,
    CONSTRAINT voice_phonenumber_callback_after_seconds_check CHECK ((callback_after_seconds >= 0)),
    CONSTRAINT voice_phonenumber_most_tries_check CHECK ((most_tries >= 0))
);


ALTER TABLE public.voice_phonenumber ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voice_phonenumber_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.voice_recordingplan (
    id bigint NOT NULL,
    purpose character varying(200) NOT NULL,
    agreed_in character varying(120) NOT NULL,
    begins_at timestamp with time zone NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    kept_days smallint NOT NULL,
    at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    by_id bigint,
    client_id bigint NOT NULL,
    queue_id bigint NOT NULL,
    CONSTRAINT recording_is_kept_for_some_days CHECK (((kept_days >= 1) AND (kept_days <= 365))),
    CONSTRAINT recording_plan_ends CHECK ((ends_at > begins_at)),
    CONSTRAINT voice_recordingplan_kept_days_check CHECK ((kept_days >= 0))
);


ALTER TABLE public.voice_recordingplan ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voice_recordingplan_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.voice_relaynumbers (
    client_id bigint NOT NULL,
    numbers jsonb NOT NULL
);


CREATE TABLE public.voice_sought (
    call_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    client_id bigint NOT NULL,
    entry_id bigint NOT NULL
);


CREATE TABLE public.voice_sound (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    key character varying(43) NOT NULL,
    seconds double precision NOT NULL,
    at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    by_id bigint,
    client_id bigint NOT NULL,
    file_id bigint NOT NULL
);


ALTER TABLE public.voice_sound ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voice_sound_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.voice_station (
    id bigint NOT NULL,
    place smallint NOT NULL,
    state character varying(16) NOT NULL,
    event character varying(20) NOT NULL,
    at timestamp with time zone NOT NULL,
    seconds double precision,
    agent_id bigint,
    call_id bigint NOT NULL,
    client_id bigint NOT NULL,
    queue_id bigint,
    CONSTRAINT voice_station_place_check CHECK ((place >= 0))
);


ALTER TABLE public.voice_station ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voice_station_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.voice_telephonist (
    client_id bigint NOT NULL,
    ranges jsonb NOT NULL,
    queue_id bigint NOT NULL
);


CREATE TABLE public.voice_voicemessage (
    id bigint NOT NULL,
    longest_seconds smallint NOT NULL,
    quiet_seconds smallint NOT NULL,
    began_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    expires_at timestamp with time zone NOT NULL,
    seconds double precision,
    fetched_at timestamp with time zone,
    is_empty boolean NOT NULL,
    deleted_at timestamp with time zone,
    deleted_because character varying(11) NOT NULL,
    call_id bigint NOT NULL,
    client_id bigint NOT NULL,
    file_id bigint,
    CONSTRAINT message_deleted_because CHECK ((((deleted_at IS NULL) OR (NOT ((deleted_because)::text = ''::text))) AND (1 = (
CASE
    WHEN (deleted_at IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN (NOT ((deleted_because)::text = ''::text)) THEN 1
    ELSE 0
END)))),
    CONSTRAINT message_with_sound_is_kept CHECK (((file_id IS NULL) OR ((deleted_at IS NULL) AND (NOT is_empty)))),
    CONSTRAINT voice_voicemessage_longest_seconds_check CHECK ((longest_seconds >= 0)),
    CONSTRAINT voice_voicemessage_quiet_seconds_check CHECK ((quiet_seconds >= 0))
);


ALTER TABLE public.voice_voicemessage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voice_voicemessage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.voice_watch (
    id bigint NOT NULL,
    purpose character varying(9) NOT NULL,
    state character varying(10) NOT NULL,
    asked character varying(9) NOT NULL,
    turn smallint NOT NULL,
    ways jsonb NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    up_at timestamp with time zone,
    ended_at timestamp with time zone,
    gone_at timestamp with time zone,
    agent_id bigint NOT NULL,
    call_id bigint NOT NULL,
    client_id bigint NOT NULL,
    coach_id bigint NOT NULL,
    CONSTRAINT voice_watch_turn_check CHECK ((turn >= 0)),
    CONSTRAINT watch_ended_is_over CHECK ((((ended_at IS NULL) OR ((state)::text = 'ended'::text)) AND (1 = (
CASE
    WHEN (ended_at IS NULL) THEN 1
    ELSE 0
END +
CASE
    WHEN ((state)::text = 'ended'::text) THEN 1
    ELSE 0
END))))
);


ALTER TABLE public.voice_watch ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.voice_watch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.voice_withheld (
    call_id bigint NOT NULL,
    party character varying(20) NOT NULL,
    client_id bigint NOT NULL,
    customer_id bigint NOT NULL
);


CREATE TABLE public.workorders_approval (
    id bigint NOT NULL,
    is_yes boolean NOT NULL,
    side character varying(8) NOT NULL,
    who character varying(120) NOT NULL,
    how character varying(8) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    estimate_id bigint NOT NULL
);


ALTER TABLE public.workorders_approval ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workorders_approval_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.workorders_estimate (
    id bigint NOT NULL,
    hours numeric(7,2) NOT NULL,
    rate bigint NOT NULL,
    material bigint NOT NULL,
    total bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    order_id bigint
);


ALTER TABLE public.workorders_estimate ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workorders_estimate_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.workorders_material (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    quantity numeric(9,2) NOT NULL,
    price bigint NOT NULL,
    cost bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    order_id bigint NOT NULL
);


ALTER TABLE public.workorders_material ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workorders_material_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.workorders_orderseries (
    client_id bigint NOT NULL,
    last integer NOT NULL,
    CONSTRAINT workorders_orderseries_last_check CHECK ((last >= 0))
);


CREATE TABLE public.workorders_orderstage (
    id bigint NOT NULL,
    stage character varying(10) NOT NULL,
    since timestamp with time zone NOT NULL,
    reason character varying(200) NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    order_id bigint NOT NULL
);


ALTER TABLE public.workorders_orderstage ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workorders_orderstage_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.workorders_photo (
    id bigint NOT NULL,
    name character varying(255) NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    file_id bigint NOT NULL,
    order_id bigint NOT NULL
);


ALTER TABLE public.workorders_photo ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workorders_photo_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.workorders_preventioncard (
    id bigint NOT NULL,
    first_at timestamp with time zone NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    outcome character varying(10) NOT NULL,
    words text NOT NULL,
    settled_at timestamp with time zone,
    client_id bigint NOT NULL,
    place_id bigint NOT NULL,
    service_id bigint,
    settled_by_id bigint
);


ALTER TABLE public.workorders_preventioncard ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workorders_preventioncard_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.workorders_processrule (
    id bigint NOT NULL,
    has_process boolean NOT NULL,
    demands_price boolean NOT NULL,
    approval_limit bigint,
    rate bigint NOT NULL,
    skippable jsonb NOT NULL,
    case_type_id bigint NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.workorders_processrule ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workorders_processrule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.workorders_processstep (
    id bigint NOT NULL,
    step character varying(3) NOT NULL,
    kind character varying(8) NOT NULL,
    at timestamp with time zone NOT NULL,
    note character varying(200) NOT NULL,
    by_id bigint,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL
);


ALTER TABLE public.workorders_processstep ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workorders_processstep_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.workorders_reportback (
    id bigint NOT NULL,
    way character varying(8) NOT NULL,
    told_customer_at timestamp with time zone NOT NULL,
    told_desk_at timestamp with time zone NOT NULL,
    text text NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    outgoing_id bigint,
    order_id bigint NOT NULL
);


ALTER TABLE public.workorders_reportback ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workorders_reportback_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.workorders_signoff (
    id bigint NOT NULL,
    name character varying(120) NOT NULL,
    note text NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    order_id bigint NOT NULL
);


ALTER TABLE public.workorders_signoff ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workorders_signoff_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.workorders_survey (
    id bigint NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    score smallint,
    words text NOT NULL,
    client_id bigint NOT NULL,
    group_id bigint,
    performer_id bigint,
    place_id bigint,
    order_id bigint NOT NULL,
    CONSTRAINT score_from_1_to_5 CHECK (((score IS NULL) OR ((score >= 1) AND (score <= 5)))),
    CONSTRAINT workorders_survey_score_check CHECK ((score >= 0))
);


ALTER TABLE public.workorders_survey ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workorders_survey_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.workorders_workorder (
    id bigint NOT NULL,
    number integer NOT NULL,
    "where" character varying(200) NOT NULL,
    action text NOT NULL,
    contact character varying(200) NOT NULL,
    is_contracted boolean NOT NULL,
    priority character varying(1) NOT NULL,
    planned_start timestamp with time zone,
    planned_end timestamp with time zone,
    planned_hours numeric(7,2),
    promised_at timestamp with time zone,
    rate bigint NOT NULL,
    stage character varying(10) NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    made_at timestamp with time zone NOT NULL,
    agent_id bigint,
    case_id bigint NOT NULL,
    client_id bigint NOT NULL,
    group_id bigint,
    made_by_id bigint NOT NULL,
    place_id bigint,
    rule_id bigint,
    service_id bigint,
    CONSTRAINT order_has_performer CHECK ((NOT ((agent_id IS NULL) AND (group_id IS NULL)))),
    CONSTRAINT workorders_workorder_number_check CHECK ((number >= 0))
);


ALTER TABLE public.workorders_workorder ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workorders_workorder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


CREATE TABLE public.workorders_worktime (
    id bigint NOT NULL,
    hours numeric(7,2) NOT NULL,
    cost bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    by_id bigint NOT NULL,
    client_id bigint NOT NULL,
    order_id bigint NOT NULL
);


ALTER TABLE public.workorders_worktime ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.workorders_worktime_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


ALTER TABLE ONLY public.procrastinate_events ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_events_id_seq'::regclass);


ALTER TABLE ONLY public.procrastinate_jobs ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_jobs_id_seq'::regclass);


ALTER TABLE ONLY public.procrastinate_periodic_defers ALTER COLUMN id SET DEFAULT nextval('public.procrastinate_periodic_defers_id_seq'::regclass);
















INSERT INTO public.auth_permission VALUES (1, 'Can add event record', 1, 'add_eventrecord');
INSERT INTO public.auth_permission VALUES (2, 'Can change event record', 1, 'change_eventrecord');
INSERT INTO public.auth_permission VALUES (3, 'Can delete event record', 1, 'delete_eventrecord');
INSERT INTO public.auth_permission VALUES (4, 'Can view event record', 1, 'view_eventrecord');
INSERT INTO public.auth_permission VALUES (5, 'Can add unsealed', 2, 'add_unsealed');
INSERT INTO public.auth_permission VALUES (6, 'Can change unsealed', 2, 'change_unsealed');
INSERT INTO public.auth_permission VALUES (7, 'Can delete unsealed', 2, 'delete_unsealed');
INSERT INTO public.auth_permission VALUES (8, 'Can view unsealed', 2, 'view_unsealed');
INSERT INTO public.auth_permission VALUES (9, 'Can add seal', 3, 'add_seal');
INSERT INTO public.auth_permission VALUES (10, 'Can change seal', 3, 'change_seal');
INSERT INTO public.auth_permission VALUES (11, 'Can delete seal', 3, 'delete_seal');
INSERT INTO public.auth_permission VALUES (12, 'Can view seal', 3, 'view_seal');
INSERT INTO public.auth_permission VALUES (13, 'Can add job failure', 4, 'add_jobfailure');
INSERT INTO public.auth_permission VALUES (14, 'Can change job failure', 4, 'change_jobfailure');
INSERT INTO public.auth_permission VALUES (15, 'Can delete job failure', 4, 'delete_jobfailure');
INSERT INTO public.auth_permission VALUES (16, 'Can view job failure', 4, 'view_jobfailure');
INSERT INTO public.auth_permission VALUES (17, 'Can add chain check', 5, 'add_chaincheck');
INSERT INTO public.auth_permission VALUES (18, 'Can change chain check', 5, 'change_chaincheck');
INSERT INTO public.auth_permission VALUES (19, 'Can delete chain check', 5, 'delete_chaincheck');
INSERT INTO public.auth_permission VALUES (20, 'Can view chain check', 5, 'view_chaincheck');
INSERT INTO public.auth_permission VALUES (21, 'Can add restore drill', 6, 'add_restoredrill');
INSERT INTO public.auth_permission VALUES (22, 'Can change restore drill', 6, 'change_restoredrill');
INSERT INTO public.auth_permission VALUES (23, 'Can delete restore drill', 6, 'delete_restoredrill');
INSERT INTO public.auth_permission VALUES (24, 'Can view restore drill', 6, 'view_restoredrill');
INSERT INTO public.auth_permission VALUES (25, 'Can add client', 7, 'add_client');
INSERT INTO public.auth_permission VALUES (26, 'Can change client', 7, 'change_client');
INSERT INTO public.auth_permission VALUES (27, 'Can delete client', 7, 'delete_client');
INSERT INTO public.auth_permission VALUES (28, 'Can view client', 7, 'view_client');
INSERT INTO public.auth_permission VALUES (29, 'Can add standard text', 8, 'add_standardtext');
INSERT INTO public.auth_permission VALUES (30, 'Can change standard text', 8, 'change_standardtext');
INSERT INTO public.auth_permission VALUES (31, 'Can delete standard text', 8, 'delete_standardtext');
INSERT INTO public.auth_permission VALUES (32, 'Can view standard text', 8, 'view_standardtext');
INSERT INTO public.auth_permission VALUES (33, 'Can add agent', 9, 'add_agent');
INSERT INTO public.auth_permission VALUES (34, 'Can change agent', 9, 'change_agent');
INSERT INTO public.auth_permission VALUES (35, 'Can delete agent', 9, 'delete_agent');
INSERT INTO public.auth_permission VALUES (36, 'Can view agent', 9, 'view_agent');
INSERT INTO public.auth_permission VALUES (37, 'Can add access review', 10, 'add_accessreview');
INSERT INTO public.auth_permission VALUES (38, 'Can change access review', 10, 'change_accessreview');
INSERT INTO public.auth_permission VALUES (39, 'Can delete access review', 10, 'delete_accessreview');
INSERT INTO public.auth_permission VALUES (40, 'Can view access review', 10, 'view_accessreview');
INSERT INTO public.auth_permission VALUES (41, 'Can add group', 11, 'add_group');
INSERT INTO public.auth_permission VALUES (42, 'Can change group', 11, 'change_group');
INSERT INTO public.auth_permission VALUES (43, 'Can delete group', 11, 'delete_group');
INSERT INTO public.auth_permission VALUES (44, 'Can view group', 11, 'view_group');
INSERT INTO public.auth_permission VALUES (45, 'Can add membership', 12, 'add_membership');
INSERT INTO public.auth_permission VALUES (46, 'Can change membership', 12, 'change_membership');
INSERT INTO public.auth_permission VALUES (47, 'Can delete membership', 12, 'delete_membership');
INSERT INTO public.auth_permission VALUES (48, 'Can view membership', 12, 'view_membership');
INSERT INTO public.auth_permission VALUES (49, 'Can add role grant', 13, 'add_rolegrant');
INSERT INTO public.auth_permission VALUES (50, 'Can change role grant', 13, 'change_rolegrant');
INSERT INTO public.auth_permission VALUES (51, 'Can delete role grant', 13, 'delete_rolegrant');
INSERT INTO public.auth_permission VALUES (52, 'Can view role grant', 13, 'view_rolegrant');
INSERT INTO public.auth_permission VALUES (53, 'Can add failed sign in', 14, 'add_failedsignin');
INSERT INTO public.auth_permission VALUES (54, 'Can change failed sign in', 14, 'change_failedsignin');
INSERT INTO public.auth_permission VALUES (55, 'Can delete failed sign in', 14, 'delete_failedsignin');
INSERT INTO public.auth_permission VALUES (56, 'Can view failed sign in', 14, 'view_failedsignin');
INSERT INTO public.auth_permission VALUES (57, 'Can add sign in provider', 15, 'add_signinprovider');
INSERT INTO public.auth_permission VALUES (58, 'Can change sign in provider', 15, 'change_signinprovider');
INSERT INTO public.auth_permission VALUES (59, 'Can delete sign in provider', 15, 'delete_signinprovider');
INSERT INTO public.auth_permission VALUES (60, 'Can view sign in provider', 15, 'view_signinprovider');
INSERT INTO public.auth_permission VALUES (61, 'Can add access list', 16, 'add_accesslist');
INSERT INTO public.auth_permission VALUES (62, 'Can change access list', 16, 'change_accesslist');
INSERT INTO public.auth_permission VALUES (63, 'Can delete access list', 16, 'delete_accesslist');
INSERT INTO public.auth_permission VALUES (64, 'Can view access list', 16, 'view_accesslist');
INSERT INTO public.auth_permission VALUES (65, 'Can add access entry', 17, 'add_accessentry');
INSERT INTO public.auth_permission VALUES (66, 'Can change access entry', 17, 'change_accessentry');
INSERT INTO public.auth_permission VALUES (67, 'Can delete access entry', 17, 'delete_accessentry');
INSERT INTO public.auth_permission VALUES (68, 'Can view access entry', 17, 'view_accessentry');
INSERT INTO public.auth_permission VALUES (69, 'Can add deviation', 18, 'add_deviation');
INSERT INTO public.auth_permission VALUES (70, 'Can change deviation', 18, 'change_deviation');
INSERT INTO public.auth_permission VALUES (71, 'Can delete deviation', 18, 'delete_deviation');
INSERT INTO public.auth_permission VALUES (72, 'Can view deviation', 18, 'view_deviation');
INSERT INTO public.auth_permission VALUES (73, 'Can add opening hours', 19, 'add_openinghours');
INSERT INTO public.auth_permission VALUES (74, 'Can change opening hours', 19, 'change_openinghours');
INSERT INTO public.auth_permission VALUES (75, 'Can delete opening hours', 19, 'delete_openinghours');
INSERT INTO public.auth_permission VALUES (76, 'Can view opening hours', 19, 'view_openinghours');
INSERT INTO public.auth_permission VALUES (77, 'Can add holidays kept', 20, 'add_holidayskept');
INSERT INTO public.auth_permission VALUES (78, 'Can change holidays kept', 20, 'change_holidayskept');
INSERT INTO public.auth_permission VALUES (79, 'Can delete holidays kept', 20, 'delete_holidayskept');
INSERT INTO public.auth_permission VALUES (80, 'Can view holidays kept', 20, 'view_holidayskept');
INSERT INTO public.auth_permission VALUES (81, 'Can add absence', 21, 'add_absence');
INSERT INTO public.auth_permission VALUES (82, 'Can change absence', 21, 'change_absence');
INSERT INTO public.auth_permission VALUES (83, 'Can delete absence', 21, 'delete_absence');
INSERT INTO public.auth_permission VALUES (84, 'Can view absence', 21, 'view_absence');
INSERT INTO public.auth_permission VALUES (85, 'Can add duty', 22, 'add_duty');
INSERT INTO public.auth_permission VALUES (86, 'Can change duty', 22, 'change_duty');
INSERT INTO public.auth_permission VALUES (87, 'Can delete duty', 22, 'delete_duty');
INSERT INTO public.auth_permission VALUES (88, 'Can view duty', 22, 'view_duty');
INSERT INTO public.auth_permission VALUES (89, 'Can add stored file', 23, 'add_storedfile');
INSERT INTO public.auth_permission VALUES (90, 'Can change stored file', 23, 'change_storedfile');
INSERT INTO public.auth_permission VALUES (91, 'Can delete stored file', 23, 'delete_storedfile');
INSERT INTO public.auth_permission VALUES (92, 'Can view stored file', 23, 'view_storedfile');
INSERT INTO public.auth_permission VALUES (93, 'Can add upload', 24, 'add_upload');
INSERT INTO public.auth_permission VALUES (94, 'Can change upload', 24, 'change_upload');
INSERT INTO public.auth_permission VALUES (95, 'Can delete upload', 24, 'delete_upload');
INSERT INTO public.auth_permission VALUES (96, 'Can view upload', 24, 'view_upload');
INSERT INTO public.auth_permission VALUES (97, 'Can add token', 25, 'add_token');
INSERT INTO public.auth_permission VALUES (98, 'Can change token', 25, 'change_token');
INSERT INTO public.auth_permission VALUES (99, 'Can delete token', 25, 'delete_token');
INSERT INTO public.auth_permission VALUES (100, 'Can view token', 25, 'view_token');
INSERT INTO public.auth_permission VALUES (101, 'Can add webhook', 26, 'add_webhook');
INSERT INTO public.auth_permission VALUES (102, 'Can change webhook', 26, 'change_webhook');
INSERT INTO public.auth_permission VALUES (103, 'Can delete webhook', 26, 'delete_webhook');
INSERT INTO public.auth_permission VALUES (104, 'Can view webhook', 26, 'view_webhook');
INSERT INTO public.auth_permission VALUES (105, 'Can add idempotent answer', 27, 'add_idempotentanswer');
INSERT INTO public.auth_permission VALUES (106, 'Can change idempotent answer', 27, 'change_idempotentanswer');
INSERT INTO public.auth_permission VALUES (107, 'Can delete idempotent answer', 27, 'delete_idempotentanswer');
INSERT INTO public.auth_permission VALUES (108, 'Can view idempotent answer', 27, 'view_idempotentanswer');
INSERT INTO public.auth_permission VALUES (109, 'Can add webhook delivery', 28, 'add_webhookdelivery');
INSERT INTO public.auth_permission VALUES (110, 'Can change webhook delivery', 28, 'change_webhookdelivery');
INSERT INTO public.auth_permission VALUES (111, 'Can delete webhook delivery', 28, 'delete_webhookdelivery');
INSERT INTO public.auth_permission VALUES (112, 'Can view webhook delivery', 28, 'view_webhookdelivery');
INSERT INTO public.auth_permission VALUES (113, 'Can add rate window', 29, 'add_ratewindow');
INSERT INTO public.auth_permission VALUES (114, 'Can change rate window', 29, 'change_ratewindow');
INSERT INTO public.auth_permission VALUES (115, 'Can delete rate window', 29, 'delete_ratewindow');
INSERT INTO public.auth_permission VALUES (116, 'Can view rate window', 29, 'view_ratewindow');
INSERT INTO public.auth_permission VALUES (117, 'Can add case type', 30, 'add_casetype');
INSERT INTO public.auth_permission VALUES (118, 'Can change case type', 30, 'change_casetype');
INSERT INTO public.auth_permission VALUES (119, 'Can delete case type', 30, 'delete_casetype');
INSERT INTO public.auth_permission VALUES (120, 'Can view case type', 30, 'view_casetype');
INSERT INTO public.auth_permission VALUES (121, 'Can add type version', 31, 'add_typeversion');
INSERT INTO public.auth_permission VALUES (122, 'Can change type version', 31, 'change_typeversion');
INSERT INTO public.auth_permission VALUES (123, 'Can delete type version', 31, 'delete_typeversion');
INSERT INTO public.auth_permission VALUES (124, 'Can view type version', 31, 'view_typeversion');
INSERT INTO public.auth_permission VALUES (125, 'Can add service area', 32, 'add_servicearea');
INSERT INTO public.auth_permission VALUES (126, 'Can change service area', 32, 'change_servicearea');
INSERT INTO public.auth_permission VALUES (127, 'Can delete service area', 32, 'delete_servicearea');
INSERT INTO public.auth_permission VALUES (128, 'Can view service area', 32, 'view_servicearea');
INSERT INTO public.auth_permission VALUES (129, 'Can add subject', 33, 'add_subject');
INSERT INTO public.auth_permission VALUES (130, 'Can change subject', 33, 'change_subject');
INSERT INTO public.auth_permission VALUES (131, 'Can delete subject', 33, 'delete_subject');
INSERT INTO public.auth_permission VALUES (132, 'Can view subject', 33, 'view_subject');
INSERT INTO public.auth_permission VALUES (133, 'Can add about subject', 34, 'add_aboutsubject');
INSERT INTO public.auth_permission VALUES (134, 'Can change about subject', 34, 'change_aboutsubject');
INSERT INTO public.auth_permission VALUES (135, 'Can delete about subject', 34, 'delete_aboutsubject');
INSERT INTO public.auth_permission VALUES (136, 'Can view about subject', 34, 'view_aboutsubject');
INSERT INTO public.auth_permission VALUES (137, 'Can add article', 35, 'add_article');
INSERT INTO public.auth_permission VALUES (138, 'Can change article', 35, 'change_article');
INSERT INTO public.auth_permission VALUES (139, 'Can delete article', 35, 'delete_article');
INSERT INTO public.auth_permission VALUES (140, 'Can view article', 35, 'view_article');
INSERT INTO public.auth_permission VALUES (141, 'Can add gap', 36, 'add_gap');
INSERT INTO public.auth_permission VALUES (142, 'Can change gap', 36, 'change_gap');
INSERT INTO public.auth_permission VALUES (143, 'Can delete gap', 36, 'delete_gap');
INSERT INTO public.auth_permission VALUES (144, 'Can view gap', 36, 'view_gap');
INSERT INTO public.auth_permission VALUES (145, 'Can add reminder', 37, 'add_reminder');
INSERT INTO public.auth_permission VALUES (146, 'Can change reminder', 37, 'change_reminder');
INSERT INTO public.auth_permission VALUES (147, 'Can delete reminder', 37, 'delete_reminder');
INSERT INTO public.auth_permission VALUES (148, 'Can view reminder', 37, 'view_reminder');
INSERT INTO public.auth_permission VALUES (149, 'Can add version', 38, 'add_version');
INSERT INTO public.auth_permission VALUES (150, 'Can change version', 38, 'change_version');
INSERT INTO public.auth_permission VALUES (151, 'Can delete version', 38, 'delete_version');
INSERT INTO public.auth_permission VALUES (152, 'Can view version', 38, 'view_version');
INSERT INTO public.auth_permission VALUES (153, 'Can add review', 39, 'add_review');
INSERT INTO public.auth_permission VALUES (154, 'Can change review', 39, 'change_review');
INSERT INTO public.auth_permission VALUES (155, 'Can delete review', 39, 'delete_review');
INSERT INTO public.auth_permission VALUES (156, 'Can view review', 39, 'view_review');
INSERT INTO public.auth_permission VALUES (157, 'Can add report', 40, 'add_report');
INSERT INTO public.auth_permission VALUES (158, 'Can change report', 40, 'change_report');
INSERT INTO public.auth_permission VALUES (159, 'Can delete report', 40, 'delete_report');
INSERT INTO public.auth_permission VALUES (160, 'Can view report', 40, 'view_report');
INSERT INTO public.auth_permission VALUES (161, 'Can add wording', 41, 'add_wording');
INSERT INTO public.auth_permission VALUES (162, 'Can change wording', 41, 'change_wording');
INSERT INTO public.auth_permission VALUES (163, 'Can delete wording', 41, 'delete_wording');
INSERT INTO public.auth_permission VALUES (164, 'Can view wording', 41, 'view_wording');
INSERT INTO public.auth_permission VALUES (165, 'Can add person', 42, 'add_person');
INSERT INTO public.auth_permission VALUES (166, 'Can change person', 42, 'change_person');
INSERT INTO public.auth_permission VALUES (167, 'Can delete person', 42, 'delete_person');
INSERT INTO public.auth_permission VALUES (168, 'Can view person', 42, 'view_person');
INSERT INTO public.auth_permission VALUES (169, 'Can add customer', 43, 'add_customer');
INSERT INTO public.auth_permission VALUES (170, 'Can change customer', 43, 'change_customer');
INSERT INTO public.auth_permission VALUES (171, 'Can delete customer', 43, 'delete_customer');
INSERT INTO public.auth_permission VALUES (172, 'Can view customer', 43, 'view_customer');
INSERT INTO public.auth_permission VALUES (173, 'Can add address', 44, 'add_address');
INSERT INTO public.auth_permission VALUES (174, 'Can change address', 44, 'change_address');
INSERT INTO public.auth_permission VALUES (175, 'Can delete address', 44, 'delete_address');
INSERT INTO public.auth_permission VALUES (176, 'Can view address', 44, 'view_address');
INSERT INTO public.auth_permission VALUES (177, 'Can add import', 45, 'add_import');
INSERT INTO public.auth_permission VALUES (178, 'Can change import', 45, 'change_import');
INSERT INTO public.auth_permission VALUES (179, 'Can delete import', 45, 'delete_import');
INSERT INTO public.auth_permission VALUES (180, 'Can view import', 45, 'view_import');
INSERT INTO public.auth_permission VALUES (181, 'Can add merge', 46, 'add_merge');
INSERT INTO public.auth_permission VALUES (182, 'Can change merge', 46, 'change_merge');
INSERT INTO public.auth_permission VALUES (183, 'Can delete merge', 46, 'delete_merge');
INSERT INTO public.auth_permission VALUES (184, 'Can view merge', 46, 'view_merge');
INSERT INTO public.auth_permission VALUES (185, 'Can add need', 47, 'add_need');
INSERT INTO public.auth_permission VALUES (186, 'Can change need', 47, 'change_need');
INSERT INTO public.auth_permission VALUES (187, 'Can delete need', 47, 'delete_need');
INSERT INTO public.auth_permission VALUES (188, 'Can view need', 47, 'view_need');
INSERT INTO public.auth_permission VALUES (189, 'Can add not the same', 48, 'add_notthesame');
INSERT INTO public.auth_permission VALUES (190, 'Can change not the same', 48, 'change_notthesame');
INSERT INTO public.auth_permission VALUES (191, 'Can delete not the same', 48, 'delete_notthesame');
INSERT INTO public.auth_permission VALUES (192, 'Can view not the same', 48, 'view_notthesame');
INSERT INTO public.auth_permission VALUES (193, 'Can add representative', 49, 'add_representative');
INSERT INTO public.auth_permission VALUES (194, 'Can change representative', 49, 'change_representative');
INSERT INTO public.auth_permission VALUES (195, 'Can delete representative', 49, 'delete_representative');
INSERT INTO public.auth_permission VALUES (196, 'Can view representative', 49, 'view_representative');
INSERT INTO public.auth_permission VALUES (197, 'Can add imported customer', 50, 'add_importedcustomer');
INSERT INTO public.auth_permission VALUES (198, 'Can change imported customer', 50, 'change_importedcustomer');
INSERT INTO public.auth_permission VALUES (199, 'Can delete imported customer', 50, 'delete_importedcustomer');
INSERT INTO public.auth_permission VALUES (200, 'Can view imported customer', 50, 'view_importedcustomer');
INSERT INTO public.auth_permission VALUES (201, 'Can add fallback', 51, 'add_fallback');
INSERT INTO public.auth_permission VALUES (202, 'Can change fallback', 51, 'change_fallback');
INSERT INTO public.auth_permission VALUES (203, 'Can delete fallback', 51, 'delete_fallback');
INSERT INTO public.auth_permission VALUES (204, 'Can view fallback', 51, 'view_fallback');
INSERT INTO public.auth_permission VALUES (205, 'Can add place', 52, 'add_place');
INSERT INTO public.auth_permission VALUES (206, 'Can change place', 52, 'change_place');
INSERT INTO public.auth_permission VALUES (207, 'Can delete place', 52, 'delete_place');
INSERT INTO public.auth_permission VALUES (208, 'Can view place', 52, 'view_place');
INSERT INTO public.auth_permission VALUES (209, 'Can add service type', 53, 'add_servicetype');
INSERT INTO public.auth_permission VALUES (210, 'Can change service type', 53, 'change_servicetype');
INSERT INTO public.auth_permission VALUES (211, 'Can delete service type', 53, 'delete_servicetype');
INSERT INTO public.auth_permission VALUES (212, 'Can view service type', 53, 'view_servicetype');
INSERT INTO public.auth_permission VALUES (213, 'Can add responsibility', 54, 'add_responsibility');
INSERT INTO public.auth_permission VALUES (214, 'Can change responsibility', 54, 'change_responsibility');
INSERT INTO public.auth_permission VALUES (215, 'Can delete responsibility', 54, 'delete_responsibility');
INSERT INTO public.auth_permission VALUES (216, 'Can view responsibility', 54, 'view_responsibility');
INSERT INTO public.auth_permission VALUES (217, 'Can add finding', 55, 'add_finding');
INSERT INTO public.auth_permission VALUES (218, 'Can change finding', 55, 'change_finding');
INSERT INTO public.auth_permission VALUES (219, 'Can delete finding', 55, 'delete_finding');
INSERT INTO public.auth_permission VALUES (220, 'Can view finding', 55, 'view_finding');
INSERT INTO public.auth_permission VALUES (221, 'Can add disruption', 56, 'add_disruption');
INSERT INTO public.auth_permission VALUES (222, 'Can change disruption', 56, 'change_disruption');
INSERT INTO public.auth_permission VALUES (223, 'Can delete disruption', 56, 'delete_disruption');
INSERT INTO public.auth_permission VALUES (224, 'Can view disruption', 56, 'view_disruption');
INSERT INTO public.auth_permission VALUES (225, 'Can add follower', 57, 'add_follower');
INSERT INTO public.auth_permission VALUES (226, 'Can change follower', 57, 'change_follower');
INSERT INTO public.auth_permission VALUES (227, 'Can delete follower', 57, 'delete_follower');
INSERT INTO public.auth_permission VALUES (228, 'Can view follower', 57, 'view_follower');
INSERT INTO public.auth_permission VALUES (229, 'Can add step', 58, 'add_step');
INSERT INTO public.auth_permission VALUES (230, 'Can change step', 58, 'change_step');
INSERT INTO public.auth_permission VALUES (231, 'Can delete step', 58, 'delete_step');
INSERT INTO public.auth_permission VALUES (232, 'Can view step', 58, 'view_step');
INSERT INTO public.auth_permission VALUES (233, 'Can add contact', 59, 'add_contact');
INSERT INTO public.auth_permission VALUES (234, 'Can change contact', 59, 'change_contact');
INSERT INTO public.auth_permission VALUES (235, 'Can delete contact', 59, 'delete_contact');
INSERT INTO public.auth_permission VALUES (236, 'Can view contact', 59, 'view_contact');
INSERT INTO public.auth_permission VALUES (237, 'Can add message', 60, 'add_message');
INSERT INTO public.auth_permission VALUES (238, 'Can change message', 60, 'change_message');
INSERT INTO public.auth_permission VALUES (239, 'Can delete message', 60, 'delete_message');
INSERT INTO public.auth_permission VALUES (240, 'Can view message', 60, 'view_message');
INSERT INTO public.auth_permission VALUES (241, 'Can add message file', 61, 'add_messagefile');
INSERT INTO public.auth_permission VALUES (242, 'Can change message file', 61, 'change_messagefile');
INSERT INTO public.auth_permission VALUES (243, 'Can delete message file', 61, 'delete_messagefile');
INSERT INTO public.auth_permission VALUES (244, 'Can view message file', 61, 'view_messagefile');
INSERT INTO public.auth_permission VALUES (245, 'Can add outgoing', 62, 'add_outgoing');
INSERT INTO public.auth_permission VALUES (246, 'Can change outgoing', 62, 'change_outgoing');
INSERT INTO public.auth_permission VALUES (247, 'Can delete outgoing', 62, 'delete_outgoing');
INSERT INTO public.auth_permission VALUES (248, 'Can view outgoing', 62, 'view_outgoing');
INSERT INTO public.auth_permission VALUES (249, 'Can add outgoing step', 63, 'add_outgoingstep');
INSERT INTO public.auth_permission VALUES (250, 'Can change outgoing step', 63, 'change_outgoingstep');
INSERT INTO public.auth_permission VALUES (251, 'Can delete outgoing step', 63, 'delete_outgoingstep');
INSERT INTO public.auth_permission VALUES (252, 'Can view outgoing step', 63, 'view_outgoingstep');
INSERT INTO public.auth_permission VALUES (253, 'Can add suppression', 64, 'add_suppression');
INSERT INTO public.auth_permission VALUES (254, 'Can change suppression', 64, 'change_suppression');
INSERT INTO public.auth_permission VALUES (255, 'Can delete suppression', 64, 'delete_suppression');
INSERT INTO public.auth_permission VALUES (256, 'Can view suppression', 64, 'view_suppression');
INSERT INTO public.auth_permission VALUES (257, 'Can add volume before', 65, 'add_volumebefore');
INSERT INTO public.auth_permission VALUES (258, 'Can change volume before', 65, 'change_volumebefore');
INSERT INTO public.auth_permission VALUES (259, 'Can delete volume before', 65, 'delete_volumebefore');
INSERT INTO public.auth_permission VALUES (260, 'Can view volume before', 65, 'view_volumebefore');
INSERT INTO public.auth_permission VALUES (261, 'Can add opt out', 66, 'add_optout');
INSERT INTO public.auth_permission VALUES (262, 'Can change opt out', 66, 'change_optout');
INSERT INTO public.auth_permission VALUES (263, 'Can delete opt out', 66, 'delete_optout');
INSERT INTO public.auth_permission VALUES (264, 'Can view opt out', 66, 'view_optout');
INSERT INTO public.auth_permission VALUES (265, 'Can add no case', 67, 'add_nocase');
INSERT INTO public.auth_permission VALUES (266, 'Can change no case', 67, 'change_nocase');
INSERT INTO public.auth_permission VALUES (267, 'Can delete no case', 67, 'delete_nocase');
INSERT INTO public.auth_permission VALUES (268, 'Can view no case', 67, 'view_nocase');
INSERT INTO public.auth_permission VALUES (269, 'Can add call block', 68, 'add_callblock');
INSERT INTO public.auth_permission VALUES (270, 'Can change call block', 68, 'change_callblock');
INSERT INTO public.auth_permission VALUES (271, 'Can delete call block', 68, 'delete_callblock');
INSERT INTO public.auth_permission VALUES (272, 'Can view call block', 68, 'view_callblock');
INSERT INTO public.auth_permission VALUES (273, 'Can add errand', 69, 'add_errand');
INSERT INTO public.auth_permission VALUES (274, 'Can change errand', 69, 'change_errand');
INSERT INTO public.auth_permission VALUES (275, 'Can delete errand', 69, 'delete_errand');
INSERT INTO public.auth_permission VALUES (276, 'Can view errand', 69, 'view_errand');
INSERT INTO public.auth_permission VALUES (277, 'Can add block register', 70, 'add_blockregister');
INSERT INTO public.auth_permission VALUES (278, 'Can change block register', 70, 'change_blockregister');
INSERT INTO public.auth_permission VALUES (279, 'Can delete block register', 70, 'delete_blockregister');
INSERT INTO public.auth_permission VALUES (280, 'Can view block register', 70, 'view_blockregister');
INSERT INTO public.auth_permission VALUES (281, 'Can add registered number', 71, 'add_registerednumber');
INSERT INTO public.auth_permission VALUES (282, 'Can change registered number', 71, 'change_registerednumber');
INSERT INTO public.auth_permission VALUES (283, 'Can delete registered number', 71, 'delete_registerednumber');
INSERT INTO public.auth_permission VALUES (284, 'Can view registered number', 71, 'view_registerednumber');
INSERT INTO public.auth_permission VALUES (285, 'Can add leadership', 72, 'add_leadership');
INSERT INTO public.auth_permission VALUES (286, 'Can change leadership', 72, 'change_leadership');
INSERT INTO public.auth_permission VALUES (287, 'Can delete leadership', 72, 'delete_leadership');
INSERT INTO public.auth_permission VALUES (288, 'Can view leadership', 72, 'view_leadership');
INSERT INTO public.auth_permission VALUES (289, 'Can add wake', 73, 'add_wake');
INSERT INTO public.auth_permission VALUES (290, 'Can change wake', 73, 'change_wake');
INSERT INTO public.auth_permission VALUES (291, 'Can delete wake', 73, 'delete_wake');
INSERT INTO public.auth_permission VALUES (292, 'Can view wake', 73, 'view_wake');
INSERT INTO public.auth_permission VALUES (293, 'Can add queue', 74, 'add_queue');
INSERT INTO public.auth_permission VALUES (294, 'Can change queue', 74, 'change_queue');
INSERT INTO public.auth_permission VALUES (295, 'Can delete queue', 74, 'delete_queue');
INSERT INTO public.auth_permission VALUES (296, 'Can view queue', 74, 'view_queue');
INSERT INTO public.auth_permission VALUES (297, 'Can add priority rule', 75, 'add_priorityrule');
INSERT INTO public.auth_permission VALUES (298, 'Can change priority rule', 75, 'change_priorityrule');
INSERT INTO public.auth_permission VALUES (299, 'Can delete priority rule', 75, 'delete_priorityrule');
INSERT INTO public.auth_permission VALUES (300, 'Can view priority rule', 75, 'view_priorityrule');
INSERT INTO public.auth_permission VALUES (301, 'Can add offer', 76, 'add_offer');
INSERT INTO public.auth_permission VALUES (302, 'Can change offer', 76, 'change_offer');
INSERT INTO public.auth_permission VALUES (303, 'Can delete offer', 76, 'delete_offer');
INSERT INTO public.auth_permission VALUES (304, 'Can view offer', 76, 'view_offer');
INSERT INTO public.auth_permission VALUES (305, 'Can add queue subject', 77, 'add_queuesubject');
INSERT INTO public.auth_permission VALUES (306, 'Can change queue subject', 77, 'change_queuesubject');
INSERT INTO public.auth_permission VALUES (307, 'Can delete queue subject', 77, 'delete_queuesubject');
INSERT INTO public.auth_permission VALUES (308, 'Can view queue subject', 77, 'view_queuesubject');
INSERT INTO public.auth_permission VALUES (309, 'Can add seat', 78, 'add_seat');
INSERT INTO public.auth_permission VALUES (310, 'Can change seat', 78, 'change_seat');
INSERT INTO public.auth_permission VALUES (311, 'Can delete seat', 78, 'delete_seat');
INSERT INTO public.auth_permission VALUES (312, 'Can view seat', 78, 'view_seat');
INSERT INTO public.auth_permission VALUES (313, 'Can add skill', 79, 'add_skill');
INSERT INTO public.auth_permission VALUES (314, 'Can change skill', 79, 'change_skill');
INSERT INTO public.auth_permission VALUES (315, 'Can delete skill', 79, 'delete_skill');
INSERT INTO public.auth_permission VALUES (316, 'Can view skill', 79, 'view_skill');
INSERT INTO public.auth_permission VALUES (317, 'Can add queue step', 80, 'add_queuestep');
INSERT INTO public.auth_permission VALUES (318, 'Can change queue step', 80, 'change_queuestep');
INSERT INTO public.auth_permission VALUES (319, 'Can delete queue step', 80, 'delete_queuestep');
INSERT INTO public.auth_permission VALUES (320, 'Can view queue step', 80, 'view_queuestep');
INSERT INTO public.auth_permission VALUES (321, 'Can add agent skill', 81, 'add_agentskill');
INSERT INTO public.auth_permission VALUES (322, 'Can change agent skill', 81, 'change_agentskill');
INSERT INTO public.auth_permission VALUES (323, 'Can delete agent skill', 81, 'delete_agentskill');
INSERT INTO public.auth_permission VALUES (324, 'Can view agent skill', 81, 'view_agentskill');
INSERT INTO public.auth_permission VALUES (325, 'Can add waiting', 82, 'add_waiting');
INSERT INTO public.auth_permission VALUES (326, 'Can change waiting', 82, 'change_waiting');
INSERT INTO public.auth_permission VALUES (327, 'Can delete waiting', 82, 'delete_waiting');
INSERT INTO public.auth_permission VALUES (328, 'Can view waiting', 82, 'view_waiting');
INSERT INTO public.auth_permission VALUES (329, 'Can add away reason', 83, 'add_awayreason');
INSERT INTO public.auth_permission VALUES (330, 'Can change away reason', 83, 'change_awayreason');
INSERT INTO public.auth_permission VALUES (331, 'Can delete away reason', 83, 'delete_awayreason');
INSERT INTO public.auth_permission VALUES (332, 'Can view away reason', 83, 'view_awayreason');
INSERT INTO public.auth_permission VALUES (333, 'Can add forecast', 84, 'add_forecast');
INSERT INTO public.auth_permission VALUES (334, 'Can change forecast', 84, 'change_forecast');
INSERT INTO public.auth_permission VALUES (335, 'Can delete forecast', 84, 'delete_forecast');
INSERT INTO public.auth_permission VALUES (336, 'Can view forecast', 84, 'view_forecast');
INSERT INTO public.auth_permission VALUES (337, 'Can add lever', 85, 'add_lever');
INSERT INTO public.auth_permission VALUES (338, 'Can change lever', 85, 'change_lever');
INSERT INTO public.auth_permission VALUES (339, 'Can delete lever', 85, 'delete_lever');
INSERT INTO public.auth_permission VALUES (340, 'Can view lever', 85, 'view_lever');
INSERT INTO public.auth_permission VALUES (341, 'Can add lever agent', 86, 'add_leveragent');
INSERT INTO public.auth_permission VALUES (342, 'Can change lever agent', 86, 'change_leveragent');
INSERT INTO public.auth_permission VALUES (343, 'Can delete lever agent', 86, 'delete_leveragent');
INSERT INTO public.auth_permission VALUES (344, 'Can view lever agent', 86, 'view_leveragent');
INSERT INTO public.auth_permission VALUES (345, 'Can add day balance', 87, 'add_daybalance');
INSERT INTO public.auth_permission VALUES (346, 'Can change day balance', 87, 'change_daybalance');
INSERT INTO public.auth_permission VALUES (347, 'Can delete day balance', 87, 'delete_daybalance');
INSERT INTO public.auth_permission VALUES (348, 'Can view day balance', 87, 'view_daybalance');
INSERT INTO public.auth_permission VALUES (349, 'Can add heated', 88, 'add_heated');
INSERT INTO public.auth_permission VALUES (350, 'Can change heated', 88, 'change_heated');
INSERT INTO public.auth_permission VALUES (351, 'Can delete heated', 88, 'delete_heated');
INSERT INTO public.auth_permission VALUES (352, 'Can view heated', 88, 'view_heated');
INSERT INTO public.auth_permission VALUES (353, 'Can add taken', 89, 'add_taken');
INSERT INTO public.auth_permission VALUES (354, 'Can change taken', 89, 'change_taken');
INSERT INTO public.auth_permission VALUES (355, 'Can delete taken', 89, 'delete_taken');
INSERT INTO public.auth_permission VALUES (356, 'Can view taken', 89, 'view_taken');
INSERT INTO public.auth_permission VALUES (357, 'Can add first need', 90, 'add_firstneed');
INSERT INTO public.auth_permission VALUES (358, 'Can change first need', 90, 'change_firstneed');
INSERT INTO public.auth_permission VALUES (359, 'Can delete first need', 90, 'delete_firstneed');
INSERT INTO public.auth_permission VALUES (360, 'Can view first need', 90, 'view_firstneed');
INSERT INTO public.auth_permission VALUES (361, 'Can add intake', 91, 'add_intake');
INSERT INTO public.auth_permission VALUES (362, 'Can change intake', 91, 'change_intake');
INSERT INTO public.auth_permission VALUES (363, 'Can delete intake', 91, 'delete_intake');
INSERT INTO public.auth_permission VALUES (364, 'Can view intake', 91, 'view_intake');
INSERT INTO public.auth_permission VALUES (365, 'Can add strain', 92, 'add_strain');
INSERT INTO public.auth_permission VALUES (366, 'Can change strain', 92, 'change_strain');
INSERT INTO public.auth_permission VALUES (367, 'Can delete strain', 92, 'delete_strain');
INSERT INTO public.auth_permission VALUES (368, 'Can view strain', 92, 'view_strain');
INSERT INTO public.auth_permission VALUES (369, 'Can add handling plan', 93, 'add_handlingplan');
INSERT INTO public.auth_permission VALUES (370, 'Can change handling plan', 93, 'change_handlingplan');
INSERT INTO public.auth_permission VALUES (371, 'Can delete handling plan', 93, 'delete_handlingplan');
INSERT INTO public.auth_permission VALUES (372, 'Can view handling plan', 93, 'view_handlingplan');
INSERT INTO public.auth_permission VALUES (373, 'Can add log import', 94, 'add_logimport');
INSERT INTO public.auth_permission VALUES (374, 'Can change log import', 94, 'change_logimport');
INSERT INTO public.auth_permission VALUES (375, 'Can delete log import', 94, 'delete_logimport');
INSERT INTO public.auth_permission VALUES (376, 'Can view log import', 94, 'view_logimport');
INSERT INTO public.auth_permission VALUES (377, 'Can add imported call', 95, 'add_importedcall');
INSERT INTO public.auth_permission VALUES (378, 'Can change imported call', 95, 'change_importedcall');
INSERT INTO public.auth_permission VALUES (379, 'Can delete imported call', 95, 'delete_importedcall');
INSERT INTO public.auth_permission VALUES (380, 'Can view imported call', 95, 'view_importedcall');
INSERT INTO public.auth_permission VALUES (381, 'Can add case', 96, 'add_case');
INSERT INTO public.auth_permission VALUES (382, 'Can change case', 96, 'change_case');
INSERT INTO public.auth_permission VALUES (383, 'Can delete case', 96, 'delete_case');
INSERT INTO public.auth_permission VALUES (384, 'Can view case', 96, 'view_case');
INSERT INTO public.auth_permission VALUES (385, 'Can add assignment', 97, 'add_assignment');
INSERT INTO public.auth_permission VALUES (386, 'Can change assignment', 97, 'change_assignment');
INSERT INTO public.auth_permission VALUES (387, 'Can delete assignment', 97, 'delete_assignment');
INSERT INTO public.auth_permission VALUES (388, 'Can view assignment', 97, 'view_assignment');
INSERT INTO public.auth_permission VALUES (389, 'Can add case contact', 98, 'add_casecontact');
INSERT INTO public.auth_permission VALUES (390, 'Can change case contact', 98, 'change_casecontact');
INSERT INTO public.auth_permission VALUES (391, 'Can delete case contact', 98, 'delete_casecontact');
INSERT INTO public.auth_permission VALUES (392, 'Can view case contact', 98, 'view_casecontact');
INSERT INTO public.auth_permission VALUES (393, 'Can add case file', 99, 'add_casefile');
INSERT INTO public.auth_permission VALUES (394, 'Can change case file', 99, 'change_casefile');
INSERT INTO public.auth_permission VALUES (395, 'Can delete case file', 99, 'delete_casefile');
INSERT INTO public.auth_permission VALUES (396, 'Can view case file', 99, 'view_casefile');
INSERT INTO public.auth_permission VALUES (397, 'Can add case state', 100, 'add_casestate');
INSERT INTO public.auth_permission VALUES (398, 'Can change case state', 100, 'change_casestate');
INSERT INTO public.auth_permission VALUES (399, 'Can delete case state', 100, 'delete_casestate');
INSERT INTO public.auth_permission VALUES (400, 'Can view case state', 100, 'view_casestate');
INSERT INTO public.auth_permission VALUES (401, 'Can add code attempt', 101, 'add_codeattempt');
INSERT INTO public.auth_permission VALUES (402, 'Can change code attempt', 101, 'change_codeattempt');
INSERT INTO public.auth_permission VALUES (403, 'Can delete code attempt', 101, 'delete_codeattempt');
INSERT INTO public.auth_permission VALUES (404, 'Can view code attempt', 101, 'view_codeattempt');
INSERT INTO public.auth_permission VALUES (405, 'Can add hand over', 102, 'add_handover');
INSERT INTO public.auth_permission VALUES (406, 'Can change hand over', 102, 'change_handover');
INSERT INTO public.auth_permission VALUES (407, 'Can delete hand over', 102, 'delete_handover');
INSERT INTO public.auth_permission VALUES (408, 'Can view hand over', 102, 'view_handover');
INSERT INTO public.auth_permission VALUES (409, 'Can add feedback', 103, 'add_feedback');
INSERT INTO public.auth_permission VALUES (410, 'Can change feedback', 103, 'change_feedback');
INSERT INTO public.auth_permission VALUES (411, 'Can delete feedback', 103, 'delete_feedback');
INSERT INTO public.auth_permission VALUES (412, 'Can view feedback', 103, 'view_feedback');
INSERT INTO public.auth_permission VALUES (413, 'Can add note', 104, 'add_note');
INSERT INTO public.auth_permission VALUES (414, 'Can change note', 104, 'change_note');
INSERT INTO public.auth_permission VALUES (415, 'Can delete note', 104, 'delete_note');
INSERT INTO public.auth_permission VALUES (416, 'Can view note', 104, 'view_note');
INSERT INTO public.auth_permission VALUES (417, 'Can add saved view', 105, 'add_savedview');
INSERT INTO public.auth_permission VALUES (418, 'Can change saved view', 105, 'change_savedview');
INSERT INTO public.auth_permission VALUES (419, 'Can delete saved view', 105, 'delete_savedview');
INSERT INTO public.auth_permission VALUES (420, 'Can view saved view', 105, 'view_savedview');
INSERT INTO public.auth_permission VALUES (421, 'Can add tag', 106, 'add_tag');
INSERT INTO public.auth_permission VALUES (422, 'Can change tag', 106, 'change_tag');
INSERT INTO public.auth_permission VALUES (423, 'Can delete tag', 106, 'delete_tag');
INSERT INTO public.auth_permission VALUES (424, 'Can view tag', 106, 'view_tag');
INSERT INTO public.auth_permission VALUES (425, 'Can add tagging', 107, 'add_tagging');
INSERT INTO public.auth_permission VALUES (426, 'Can change tagging', 107, 'change_tagging');
INSERT INTO public.auth_permission VALUES (427, 'Can delete tagging', 107, 'delete_tagging');
INSERT INTO public.auth_permission VALUES (428, 'Can view tagging', 107, 'view_tagging');
INSERT INTO public.auth_permission VALUES (429, 'Can add alarm', 108, 'add_alarm');
INSERT INTO public.auth_permission VALUES (430, 'Can change alarm', 108, 'change_alarm');
INSERT INTO public.auth_permission VALUES (431, 'Can delete alarm', 108, 'delete_alarm');
INSERT INTO public.auth_permission VALUES (432, 'Can view alarm', 108, 'view_alarm');
INSERT INTO public.auth_permission VALUES (433, 'Can add deadline', 109, 'add_deadline');
INSERT INTO public.auth_permission VALUES (434, 'Can change deadline', 109, 'change_deadline');
INSERT INTO public.auth_permission VALUES (435, 'Can delete deadline', 109, 'delete_deadline');
INSERT INTO public.auth_permission VALUES (436, 'Can view deadline', 109, 'view_deadline');
INSERT INTO public.auth_permission VALUES (437, 'Can add merge', 110, 'add_merge');
INSERT INTO public.auth_permission VALUES (438, 'Can change merge', 110, 'change_merge');
INSERT INTO public.auth_permission VALUES (439, 'Can delete merge', 110, 'delete_merge');
INSERT INTO public.auth_permission VALUES (440, 'Can view merge', 110, 'view_merge');
INSERT INTO public.auth_permission VALUES (441, 'Can add merged contact', 111, 'add_mergedcontact');
INSERT INTO public.auth_permission VALUES (442, 'Can change merged contact', 111, 'change_mergedcontact');
INSERT INTO public.auth_permission VALUES (443, 'Can delete merged contact', 111, 'delete_mergedcontact');
INSERT INTO public.auth_permission VALUES (444, 'Can view merged contact', 111, 'view_mergedcontact');
INSERT INTO public.auth_permission VALUES (445, 'Can add split', 112, 'add_split');
INSERT INTO public.auth_permission VALUES (446, 'Can change split', 112, 'change_split');
INSERT INTO public.auth_permission VALUES (447, 'Can delete split', 112, 'delete_split');
INSERT INTO public.auth_permission VALUES (448, 'Can view split', 112, 'view_split');
INSERT INTO public.auth_permission VALUES (449, 'Can add relation', 113, 'add_relation');
INSERT INTO public.auth_permission VALUES (450, 'Can change relation', 113, 'change_relation');
INSERT INTO public.auth_permission VALUES (451, 'Can delete relation', 113, 'delete_relation');
INSERT INTO public.auth_permission VALUES (452, 'Can view relation', 113, 'view_relation');
INSERT INTO public.auth_permission VALUES (453, 'Can add follow up', 114, 'add_followup');
INSERT INTO public.auth_permission VALUES (454, 'Can change follow up', 114, 'change_followup');
INSERT INTO public.auth_permission VALUES (455, 'Can delete follow up', 114, 'delete_followup');
INSERT INTO public.auth_permission VALUES (456, 'Can view follow up', 114, 'view_followup');
INSERT INTO public.auth_permission VALUES (457, 'Can add support use', 115, 'add_supportuse');
INSERT INTO public.auth_permission VALUES (458, 'Can change support use', 115, 'change_supportuse');
INSERT INTO public.auth_permission VALUES (459, 'Can delete support use', 115, 'delete_supportuse');
INSERT INTO public.auth_permission VALUES (460, 'Can view support use', 115, 'view_supportuse');
INSERT INTO public.auth_permission VALUES (461, 'Can add tick', 116, 'add_tick');
INSERT INTO public.auth_permission VALUES (462, 'Can change tick', 116, 'change_tick');
INSERT INTO public.auth_permission VALUES (463, 'Can delete tick', 116, 'delete_tick');
INSERT INTO public.auth_permission VALUES (464, 'Can view tick', 116, 'view_tick');
INSERT INTO public.auth_permission VALUES (465, 'Can add case cause', 117, 'add_casecause');
INSERT INTO public.auth_permission VALUES (466, 'Can change case cause', 117, 'change_casecause');
INSERT INTO public.auth_permission VALUES (467, 'Can delete case cause', 117, 'delete_casecause');
INSERT INTO public.auth_permission VALUES (468, 'Can view case cause', 117, 'view_casecause');
INSERT INTO public.auth_permission VALUES (469, 'Can add filled field', 118, 'add_filledfield');
INSERT INTO public.auth_permission VALUES (470, 'Can change filled field', 118, 'change_filledfield');
INSERT INTO public.auth_permission VALUES (471, 'Can delete filled field', 118, 'delete_filledfield');
INSERT INTO public.auth_permission VALUES (472, 'Can view filled field', 118, 'view_filledfield');
INSERT INTO public.auth_permission VALUES (473, 'Can add case stage', 119, 'add_casestage');
INSERT INTO public.auth_permission VALUES (474, 'Can change case stage', 119, 'change_casestage');
INSERT INTO public.auth_permission VALUES (475, 'Can delete case stage', 119, 'delete_casestage');
INSERT INTO public.auth_permission VALUES (476, 'Can view case stage', 119, 'view_casestage');
INSERT INTO public.auth_permission VALUES (477, 'Can add acceptance', 120, 'add_acceptance');
INSERT INTO public.auth_permission VALUES (478, 'Can change acceptance', 120, 'change_acceptance');
INSERT INTO public.auth_permission VALUES (479, 'Can delete acceptance', 120, 'delete_acceptance');
INSERT INTO public.auth_permission VALUES (480, 'Can view acceptance', 120, 'view_acceptance');
INSERT INTO public.auth_permission VALUES (481, 'Can add promise', 121, 'add_promise');
INSERT INTO public.auth_permission VALUES (482, 'Can change promise', 121, 'change_promise');
INSERT INTO public.auth_permission VALUES (483, 'Can delete promise', 121, 'delete_promise');
INSERT INTO public.auth_permission VALUES (484, 'Can view promise', 121, 'view_promise');
INSERT INTO public.auth_permission VALUES (485, 'Can add promise end', 122, 'add_promiseend');
INSERT INTO public.auth_permission VALUES (486, 'Can change promise end', 122, 'change_promiseend');
INSERT INTO public.auth_permission VALUES (487, 'Can delete promise end', 122, 'delete_promiseend');
INSERT INTO public.auth_permission VALUES (488, 'Can view promise end', 122, 'view_promiseend');
INSERT INTO public.auth_permission VALUES (489, 'Can add reach rule', 123, 'add_reachrule');
INSERT INTO public.auth_permission VALUES (490, 'Can change reach rule', 123, 'change_reachrule');
INSERT INTO public.auth_permission VALUES (491, 'Can delete reach rule', 123, 'delete_reachrule');
INSERT INTO public.auth_permission VALUES (492, 'Can view reach rule', 123, 'view_reachrule');
INSERT INTO public.auth_permission VALUES (493, 'Can add required fact', 124, 'add_requiredfact');
INSERT INTO public.auth_permission VALUES (494, 'Can change required fact', 124, 'change_requiredfact');
INSERT INTO public.auth_permission VALUES (495, 'Can delete required fact', 124, 'delete_requiredfact');
INSERT INTO public.auth_permission VALUES (496, 'Can view required fact', 124, 'view_requiredfact');
INSERT INTO public.auth_permission VALUES (497, 'Can add given fact', 125, 'add_givenfact');
INSERT INTO public.auth_permission VALUES (498, 'Can change given fact', 125, 'change_givenfact');
INSERT INTO public.auth_permission VALUES (499, 'Can delete given fact', 125, 'delete_givenfact');
INSERT INTO public.auth_permission VALUES (500, 'Can view given fact', 125, 'view_givenfact');
INSERT INTO public.auth_permission VALUES (501, 'Can add hand over seen', 126, 'add_handoverseen');
INSERT INTO public.auth_permission VALUES (502, 'Can change hand over seen', 126, 'change_handoverseen');
INSERT INTO public.auth_permission VALUES (503, 'Can delete hand over seen', 126, 'delete_handoverseen');
INSERT INTO public.auth_permission VALUES (504, 'Can view hand over seen', 126, 'view_handoverseen');
INSERT INTO public.auth_permission VALUES (505, 'Can add hand over warning', 127, 'add_handoverwarning');
INSERT INTO public.auth_permission VALUES (506, 'Can change hand over warning', 127, 'change_handoverwarning');
INSERT INTO public.auth_permission VALUES (507, 'Can delete hand over warning', 127, 'delete_handoverwarning');
INSERT INTO public.auth_permission VALUES (508, 'Can view hand over warning', 127, 'view_handoverwarning');
INSERT INTO public.auth_permission VALUES (509, 'Can add snooze', 128, 'add_snooze');
INSERT INTO public.auth_permission VALUES (510, 'Can change snooze', 128, 'change_snooze');
INSERT INTO public.auth_permission VALUES (511, 'Can delete snooze', 128, 'delete_snooze');
INSERT INTO public.auth_permission VALUES (512, 'Can view snooze', 128, 'view_snooze');
INSERT INTO public.auth_permission VALUES (513, 'Can add watch', 129, 'add_watch');
INSERT INTO public.auth_permission VALUES (514, 'Can change watch', 129, 'change_watch');
INSERT INTO public.auth_permission VALUES (515, 'Can delete watch', 129, 'delete_watch');
INSERT INTO public.auth_permission VALUES (516, 'Can view watch', 129, 'view_watch');
INSERT INTO public.auth_permission VALUES (517, 'Can add macro', 130, 'add_macro');
INSERT INTO public.auth_permission VALUES (518, 'Can change macro', 130, 'change_macro');
INSERT INTO public.auth_permission VALUES (519, 'Can delete macro', 130, 'delete_macro');
INSERT INTO public.auth_permission VALUES (520, 'Can view macro', 130, 'view_macro');
INSERT INTO public.auth_permission VALUES (521, 'Can add macro run', 131, 'add_macrorun');
INSERT INTO public.auth_permission VALUES (522, 'Can change macro run', 131, 'change_macrorun');
INSERT INTO public.auth_permission VALUES (523, 'Can delete macro run', 131, 'delete_macrorun');
INSERT INTO public.auth_permission VALUES (524, 'Can view macro run', 131, 'view_macrorun');
INSERT INTO public.auth_permission VALUES (734, 'Can change call', 184, 'change_call');
INSERT INTO public.auth_permission VALUES (525, 'Can add planned answer', 132, 'add_plannedanswer');
INSERT INTO public.auth_permission VALUES (526, 'Can change planned answer', 132, 'change_plannedanswer');
INSERT INTO public.auth_permission VALUES (527, 'Can delete planned answer', 132, 'delete_plannedanswer');
INSERT INTO public.auth_permission VALUES (528, 'Can view planned answer', 132, 'view_plannedanswer');
INSERT INTO public.auth_permission VALUES (529, 'Can add canned text', 133, 'add_cannedtext');
INSERT INTO public.auth_permission VALUES (530, 'Can change canned text', 133, 'change_cannedtext');
INSERT INTO public.auth_permission VALUES (531, 'Can delete canned text', 133, 'delete_cannedtext');
INSERT INTO public.auth_permission VALUES (532, 'Can view canned text', 133, 'view_cannedtext');
INSERT INTO public.auth_permission VALUES (533, 'Can add composing', 134, 'add_composing');
INSERT INTO public.auth_permission VALUES (534, 'Can change composing', 134, 'change_composing');
INSERT INTO public.auth_permission VALUES (535, 'Can delete composing', 134, 'delete_composing');
INSERT INTO public.auth_permission VALUES (536, 'Can view composing', 134, 'view_composing');
INSERT INTO public.auth_permission VALUES (537, 'Can add confidentiality', 135, 'add_confidentiality');
INSERT INTO public.auth_permission VALUES (538, 'Can change confidentiality', 135, 'change_confidentiality');
INSERT INTO public.auth_permission VALUES (539, 'Can delete confidentiality', 135, 'delete_confidentiality');
INSERT INTO public.auth_permission VALUES (540, 'Can view confidentiality', 135, 'view_confidentiality');
INSERT INTO public.auth_permission VALUES (541, 'Can add hand in', 136, 'add_handin');
INSERT INTO public.auth_permission VALUES (542, 'Can change hand in', 136, 'change_handin');
INSERT INTO public.auth_permission VALUES (543, 'Can delete hand in', 136, 'delete_handin');
INSERT INTO public.auth_permission VALUES (544, 'Can view hand in', 136, 'view_handin');
INSERT INTO public.auth_permission VALUES (545, 'Can add identity check', 137, 'add_identitycheck');
INSERT INTO public.auth_permission VALUES (546, 'Can change identity check', 137, 'change_identitycheck');
INSERT INTO public.auth_permission VALUES (547, 'Can delete identity check', 137, 'delete_identitycheck');
INSERT INTO public.auth_permission VALUES (548, 'Can view identity check', 137, 'view_identitycheck');
INSERT INTO public.auth_permission VALUES (549, 'Can add identity code', 138, 'add_identitycode');
INSERT INTO public.auth_permission VALUES (550, 'Can change identity code', 138, 'change_identitycode');
INSERT INTO public.auth_permission VALUES (551, 'Can delete identity code', 138, 'delete_identitycode');
INSERT INTO public.auth_permission VALUES (552, 'Can view identity code', 138, 'view_identitycode');
INSERT INTO public.auth_permission VALUES (553, 'Can add reading', 139, 'add_reading');
INSERT INTO public.auth_permission VALUES (554, 'Can change reading', 139, 'change_reading');
INSERT INTO public.auth_permission VALUES (555, 'Can delete reading', 139, 'delete_reading');
INSERT INTO public.auth_permission VALUES (556, 'Can view reading', 139, 'view_reading');
INSERT INTO public.auth_permission VALUES (557, 'Can add case place', 140, 'add_caseplace');
INSERT INTO public.auth_permission VALUES (558, 'Can change case place', 140, 'change_caseplace');
INSERT INTO public.auth_permission VALUES (559, 'Can delete case place', 140, 'delete_caseplace');
INSERT INTO public.auth_permission VALUES (560, 'Can view case place', 140, 'view_caseplace');
INSERT INTO public.auth_permission VALUES (561, 'Can add deed', 141, 'add_deed');
INSERT INTO public.auth_permission VALUES (562, 'Can change deed', 141, 'change_deed');
INSERT INTO public.auth_permission VALUES (563, 'Can delete deed', 141, 'delete_deed');
INSERT INTO public.auth_permission VALUES (564, 'Can view deed', 141, 'view_deed');
INSERT INTO public.auth_permission VALUES (565, 'Can add missed update', 142, 'add_missedupdate');
INSERT INTO public.auth_permission VALUES (566, 'Can change missed update', 142, 'change_missedupdate');
INSERT INTO public.auth_permission VALUES (567, 'Can delete missed update', 142, 'delete_missedupdate');
INSERT INTO public.auth_permission VALUES (568, 'Can view missed update', 142, 'view_missedupdate');
INSERT INTO public.auth_permission VALUES (569, 'Can add need outcome', 143, 'add_needoutcome');
INSERT INTO public.auth_permission VALUES (570, 'Can change need outcome', 143, 'change_needoutcome');
INSERT INTO public.auth_permission VALUES (571, 'Can delete need outcome', 143, 'delete_needoutcome');
INSERT INTO public.auth_permission VALUES (572, 'Can view need outcome', 143, 'view_needoutcome');
INSERT INTO public.auth_permission VALUES (573, 'Can add participant', 144, 'add_participant');
INSERT INTO public.auth_permission VALUES (574, 'Can change participant', 144, 'change_participant');
INSERT INTO public.auth_permission VALUES (575, 'Can delete participant', 144, 'delete_participant');
INSERT INTO public.auth_permission VALUES (576, 'Can view participant', 144, 'view_participant');
INSERT INTO public.auth_permission VALUES (577, 'Can add case need', 145, 'add_caseneed');
INSERT INTO public.auth_permission VALUES (578, 'Can change case need', 145, 'change_caseneed');
INSERT INTO public.auth_permission VALUES (579, 'Can delete case need', 145, 'delete_caseneed');
INSERT INTO public.auth_permission VALUES (580, 'Can view case need', 145, 'view_caseneed');
INSERT INTO public.auth_permission VALUES (581, 'Can add interpreter booking', 146, 'add_interpreterbooking');
INSERT INTO public.auth_permission VALUES (582, 'Can change interpreter booking', 146, 'change_interpreterbooking');
INSERT INTO public.auth_permission VALUES (583, 'Can delete interpreter booking', 146, 'delete_interpreterbooking');
INSERT INTO public.auth_permission VALUES (584, 'Can view interpreter booking', 146, 'view_interpreterbooking');
INSERT INTO public.auth_permission VALUES (585, 'Can add order series', 147, 'add_orderseries');
INSERT INTO public.auth_permission VALUES (586, 'Can change order series', 147, 'change_orderseries');
INSERT INTO public.auth_permission VALUES (587, 'Can delete order series', 147, 'delete_orderseries');
INSERT INTO public.auth_permission VALUES (588, 'Can view order series', 147, 'view_orderseries');
INSERT INTO public.auth_permission VALUES (589, 'Can add estimate', 148, 'add_estimate');
INSERT INTO public.auth_permission VALUES (590, 'Can change estimate', 148, 'change_estimate');
INSERT INTO public.auth_permission VALUES (591, 'Can delete estimate', 148, 'delete_estimate');
INSERT INTO public.auth_permission VALUES (592, 'Can view estimate', 148, 'view_estimate');
INSERT INTO public.auth_permission VALUES (593, 'Can add approval', 149, 'add_approval');
INSERT INTO public.auth_permission VALUES (594, 'Can change approval', 149, 'change_approval');
INSERT INTO public.auth_permission VALUES (595, 'Can delete approval', 149, 'delete_approval');
INSERT INTO public.auth_permission VALUES (596, 'Can view approval', 149, 'view_approval');
INSERT INTO public.auth_permission VALUES (597, 'Can add process rule', 150, 'add_processrule');
INSERT INTO public.auth_permission VALUES (598, 'Can change process rule', 150, 'change_processrule');
INSERT INTO public.auth_permission VALUES (599, 'Can delete process rule', 150, 'delete_processrule');
INSERT INTO public.auth_permission VALUES (600, 'Can view process rule', 150, 'view_processrule');
INSERT INTO public.auth_permission VALUES (601, 'Can add work order', 151, 'add_workorder');
INSERT INTO public.auth_permission VALUES (602, 'Can change work order', 151, 'change_workorder');
INSERT INTO public.auth_permission VALUES (603, 'Can delete work order', 151, 'delete_workorder');
INSERT INTO public.auth_permission VALUES (604, 'Can view work order', 151, 'view_workorder');
INSERT INTO public.auth_permission VALUES (605, 'Can add survey', 152, 'add_survey');
INSERT INTO public.auth_permission VALUES (606, 'Can change survey', 152, 'change_survey');
INSERT INTO public.auth_permission VALUES (607, 'Can delete survey', 152, 'delete_survey');
INSERT INTO public.auth_permission VALUES (608, 'Can view survey', 152, 'view_survey');
INSERT INTO public.auth_permission VALUES (609, 'Can add sign off', 153, 'add_signoff');
INSERT INTO public.auth_permission VALUES (610, 'Can change sign off', 153, 'change_signoff');
INSERT INTO public.auth_permission VALUES (611, 'Can delete sign off', 153, 'delete_signoff');
INSERT INTO public.auth_permission VALUES (612, 'Can view sign off', 153, 'view_signoff');
INSERT INTO public.auth_permission VALUES (613, 'Can add report back', 154, 'add_reportback');
INSERT INTO public.auth_permission VALUES (614, 'Can change report back', 154, 'change_reportback');
INSERT INTO public.auth_permission VALUES (615, 'Can delete report back', 154, 'delete_reportback');
INSERT INTO public.auth_permission VALUES (616, 'Can view report back', 154, 'view_reportback');
INSERT INTO public.auth_permission VALUES (617, 'Can add photo', 155, 'add_photo');
INSERT INTO public.auth_permission VALUES (618, 'Can change photo', 155, 'change_photo');
INSERT INTO public.auth_permission VALUES (619, 'Can delete photo', 155, 'delete_photo');
INSERT INTO public.auth_permission VALUES (620, 'Can view photo', 155, 'view_photo');
INSERT INTO public.auth_permission VALUES (621, 'Can add order stage', 156, 'add_orderstage');
INSERT INTO public.auth_permission VALUES (622, 'Can change order stage', 156, 'change_orderstage');
INSERT INTO public.auth_permission VALUES (623, 'Can delete order stage', 156, 'delete_orderstage');
INSERT INTO public.auth_permission VALUES (624, 'Can view order stage', 156, 'view_orderstage');
INSERT INTO public.auth_permission VALUES (625, 'Can add material', 157, 'add_material');
INSERT INTO public.auth_permission VALUES (626, 'Can change material', 157, 'change_material');
INSERT INTO public.auth_permission VALUES (627, 'Can delete material', 157, 'delete_material');
INSERT INTO public.auth_permission VALUES (628, 'Can view material', 157, 'view_material');
INSERT INTO public.auth_permission VALUES (629, 'Can add work time', 158, 'add_worktime');
INSERT INTO public.auth_permission VALUES (630, 'Can change work time', 158, 'change_worktime');
INSERT INTO public.auth_permission VALUES (631, 'Can delete work time', 158, 'delete_worktime');
INSERT INTO public.auth_permission VALUES (632, 'Can view work time', 158, 'view_worktime');
INSERT INTO public.auth_permission VALUES (633, 'Can add prevention card', 159, 'add_preventioncard');
INSERT INTO public.auth_permission VALUES (634, 'Can change prevention card', 159, 'change_preventioncard');
INSERT INTO public.auth_permission VALUES (635, 'Can delete prevention card', 159, 'delete_preventioncard');
INSERT INTO public.auth_permission VALUES (636, 'Can view prevention card', 159, 'view_preventioncard');
INSERT INTO public.auth_permission VALUES (637, 'Can add process step', 160, 'add_processstep');
INSERT INTO public.auth_permission VALUES (638, 'Can change process step', 160, 'change_processstep');
INSERT INTO public.auth_permission VALUES (639, 'Can delete process step', 160, 'delete_processstep');
INSERT INTO public.auth_permission VALUES (640, 'Can view process step', 160, 'view_processstep');
INSERT INTO public.auth_permission VALUES (641, 'Can add case words', 161, 'add_casewords');
INSERT INTO public.auth_permission VALUES (642, 'Can change case words', 161, 'change_casewords');
INSERT INTO public.auth_permission VALUES (643, 'Can delete case words', 161, 'delete_casewords');
INSERT INTO public.auth_permission VALUES (644, 'Can view case words', 161, 'view_casewords');
INSERT INTO public.auth_permission VALUES (645, 'Can add customer words', 162, 'add_customerwords');
INSERT INTO public.auth_permission VALUES (646, 'Can change customer words', 162, 'change_customerwords');
INSERT INTO public.auth_permission VALUES (647, 'Can delete customer words', 162, 'delete_customerwords');
INSERT INTO public.auth_permission VALUES (648, 'Can view customer words', 162, 'view_customerwords');
INSERT INTO public.auth_permission VALUES (649, 'Can add stem', 163, 'add_stem');
INSERT INTO public.auth_permission VALUES (650, 'Can change stem', 163, 'change_stem');
INSERT INTO public.auth_permission VALUES (651, 'Can delete stem', 163, 'delete_stem');
INSERT INTO public.auth_permission VALUES (652, 'Can view stem', 163, 'view_stem');
INSERT INTO public.auth_permission VALUES (653, 'Can add file words', 164, 'add_filewords');
INSERT INTO public.auth_permission VALUES (654, 'Can change file words', 164, 'change_filewords');
INSERT INTO public.auth_permission VALUES (655, 'Can delete file words', 164, 'delete_filewords');
INSERT INTO public.auth_permission VALUES (656, 'Can view file words', 164, 'view_filewords');
INSERT INTO public.auth_permission VALUES (657, 'Can add batch', 165, 'add_batch');
INSERT INTO public.auth_permission VALUES (658, 'Can change batch', 165, 'change_batch');
INSERT INTO public.auth_permission VALUES (659, 'Can delete batch', 165, 'delete_batch');
INSERT INTO public.auth_permission VALUES (660, 'Can view batch', 165, 'view_batch');
INSERT INTO public.auth_permission VALUES (661, 'Can add batched case', 166, 'add_batchedcase');
INSERT INTO public.auth_permission VALUES (662, 'Can change batched case', 166, 'change_batchedcase');
INSERT INTO public.auth_permission VALUES (663, 'Can delete batched case', 166, 'delete_batchedcase');
INSERT INTO public.auth_permission VALUES (664, 'Can view batched case', 166, 'view_batchedcase');
INSERT INTO public.auth_permission VALUES (665, 'Can add protocol', 167, 'add_protocol');
INSERT INTO public.auth_permission VALUES (666, 'Can change protocol', 167, 'change_protocol');
INSERT INTO public.auth_permission VALUES (667, 'Can delete protocol', 167, 'delete_protocol');
INSERT INTO public.auth_permission VALUES (668, 'Can view protocol', 167, 'view_protocol');
INSERT INTO public.auth_permission VALUES (669, 'Can add disposed', 168, 'add_disposed');
INSERT INTO public.auth_permission VALUES (670, 'Can change disposed', 168, 'change_disposed');
INSERT INTO public.auth_permission VALUES (671, 'Can delete disposed', 168, 'delete_disposed');
INSERT INTO public.auth_permission VALUES (672, 'Can view disposed', 168, 'view_disposed');
INSERT INTO public.auth_permission VALUES (673, 'Can add hold', 169, 'add_hold');
INSERT INTO public.auth_permission VALUES (674, 'Can change hold', 169, 'change_hold');
INSERT INTO public.auth_permission VALUES (675, 'Can delete hold', 169, 'delete_hold');
INSERT INTO public.auth_permission VALUES (676, 'Can view hold', 169, 'view_hold');
INSERT INTO public.auth_permission VALUES (677, 'Can add sink mail', 170, 'add_sinkmail');
INSERT INTO public.auth_permission VALUES (678, 'Can change sink mail', 170, 'change_sinkmail');
INSERT INTO public.auth_permission VALUES (679, 'Can delete sink mail', 170, 'delete_sinkmail');
INSERT INTO public.auth_permission VALUES (680, 'Can view sink mail', 170, 'view_sinkmail');
INSERT INTO public.auth_permission VALUES (681, 'Can add automatic mail', 171, 'add_automaticmail');
INSERT INTO public.auth_permission VALUES (682, 'Can change automatic mail', 171, 'change_automaticmail');
INSERT INTO public.auth_permission VALUES (683, 'Can delete automatic mail', 171, 'delete_automaticmail');
INSERT INTO public.auth_permission VALUES (684, 'Can view automatic mail', 171, 'view_automaticmail');
INSERT INTO public.auth_permission VALUES (685, 'Can add group told', 172, 'add_grouptold');
INSERT INTO public.auth_permission VALUES (686, 'Can change group told', 172, 'change_grouptold');
INSERT INTO public.auth_permission VALUES (687, 'Can delete group told', 172, 'delete_grouptold');
INSERT INTO public.auth_permission VALUES (688, 'Can view group told', 172, 'view_grouptold');
INSERT INTO public.auth_permission VALUES (689, 'Can add mailbox', 173, 'add_mailbox');
INSERT INTO public.auth_permission VALUES (690, 'Can change mailbox', 173, 'change_mailbox');
INSERT INTO public.auth_permission VALUES (691, 'Can delete mailbox', 173, 'delete_mailbox');
INSERT INTO public.auth_permission VALUES (692, 'Can view mailbox', 173, 'view_mailbox');
INSERT INTO public.auth_permission VALUES (693, 'Can add pickup', 174, 'add_pickup');
INSERT INTO public.auth_permission VALUES (694, 'Can change pickup', 174, 'change_pickup');
INSERT INTO public.auth_permission VALUES (695, 'Can delete pickup', 174, 'delete_pickup');
INSERT INTO public.auth_permission VALUES (696, 'Can view pickup', 174, 'view_pickup');
INSERT INTO public.auth_permission VALUES (697, 'Can add raw mail', 175, 'add_rawmail');
INSERT INTO public.auth_permission VALUES (698, 'Can change raw mail', 175, 'change_rawmail');
INSERT INTO public.auth_permission VALUES (699, 'Can delete raw mail', 175, 'delete_rawmail');
INSERT INTO public.auth_permission VALUES (700, 'Can view raw mail', 175, 'view_rawmail');
INSERT INTO public.auth_permission VALUES (701, 'Can add silence', 176, 'add_silence');
INSERT INTO public.auth_permission VALUES (702, 'Can change silence', 176, 'change_silence');
INSERT INTO public.auth_permission VALUES (703, 'Can delete silence', 176, 'delete_silence');
INSERT INTO public.auth_permission VALUES (704, 'Can view silence', 176, 'view_silence');
INSERT INTO public.auth_permission VALUES (705, 'Can add staff told', 177, 'add_stafftold');
INSERT INTO public.auth_permission VALUES (706, 'Can change staff told', 177, 'change_stafftold');
INSERT INTO public.auth_permission VALUES (707, 'Can delete staff told', 177, 'delete_stafftold');
INSERT INTO public.auth_permission VALUES (708, 'Can view staff told', 177, 'view_stafftold');
INSERT INTO public.auth_permission VALUES (709, 'Can add hall', 178, 'add_hall');
INSERT INTO public.auth_permission VALUES (710, 'Can change hall', 178, 'change_hall');
INSERT INTO public.auth_permission VALUES (711, 'Can delete hall', 178, 'delete_hall');
INSERT INTO public.auth_permission VALUES (712, 'Can view hall', 178, 'view_hall');
INSERT INTO public.auth_permission VALUES (713, 'Can add errand', 179, 'add_errand');
INSERT INTO public.auth_permission VALUES (714, 'Can change errand', 179, 'change_errand');
INSERT INTO public.auth_permission VALUES (715, 'Can delete errand', 179, 'delete_errand');
INSERT INTO public.auth_permission VALUES (716, 'Can view errand', 179, 'view_errand');
INSERT INTO public.auth_permission VALUES (717, 'Can add desk', 180, 'add_desk');
INSERT INTO public.auth_permission VALUES (718, 'Can change desk', 180, 'change_desk');
INSERT INTO public.auth_permission VALUES (719, 'Can delete desk', 180, 'delete_desk');
INSERT INTO public.auth_permission VALUES (720, 'Can view desk', 180, 'view_desk');
INSERT INTO public.auth_permission VALUES (721, 'Can add series', 181, 'add_series');
INSERT INTO public.auth_permission VALUES (722, 'Can change series', 181, 'change_series');
INSERT INTO public.auth_permission VALUES (723, 'Can delete series', 181, 'delete_series');
INSERT INTO public.auth_permission VALUES (724, 'Can view series', 181, 'view_series');
INSERT INTO public.auth_permission VALUES (725, 'Can add sitting', 182, 'add_sitting');
INSERT INTO public.auth_permission VALUES (726, 'Can change sitting', 182, 'change_sitting');
INSERT INTO public.auth_permission VALUES (727, 'Can delete sitting', 182, 'delete_sitting');
INSERT INTO public.auth_permission VALUES (728, 'Can view sitting', 182, 'view_sitting');
INSERT INTO public.auth_permission VALUES (729, 'Can add ticket', 183, 'add_ticket');
INSERT INTO public.auth_permission VALUES (730, 'Can change ticket', 183, 'change_ticket');
INSERT INTO public.auth_permission VALUES (731, 'Can delete ticket', 183, 'delete_ticket');
INSERT INTO public.auth_permission VALUES (732, 'Can view ticket', 183, 'view_ticket');
INSERT INTO public.auth_permission VALUES (733, 'Can add call', 184, 'add_call');
INSERT INTO public.auth_permission VALUES (735, 'Can delete call', 184, 'delete_call');
INSERT INTO public.auth_permission VALUES (736, 'Can view call', 184, 'view_call');
INSERT INTO public.auth_permission VALUES (737, 'Can add paper', 185, 'add_paper');
INSERT INTO public.auth_permission VALUES (738, 'Can change paper', 185, 'change_paper');
INSERT INTO public.auth_permission VALUES (739, 'Can delete paper', 185, 'delete_paper');
INSERT INTO public.auth_permission VALUES (740, 'Can view paper', 185, 'view_paper');
INSERT INTO public.auth_permission VALUES (741, 'Can add account', 186, 'add_account');
INSERT INTO public.auth_permission VALUES (742, 'Can change account', 186, 'change_account');
INSERT INTO public.auth_permission VALUES (743, 'Can delete account', 186, 'delete_account');
INSERT INTO public.auth_permission VALUES (744, 'Can view account', 186, 'view_account');
INSERT INTO public.auth_permission VALUES (745, 'Can add intake', 187, 'add_intake');
INSERT INTO public.auth_permission VALUES (746, 'Can change intake', 187, 'change_intake');
INSERT INTO public.auth_permission VALUES (747, 'Can delete intake', 187, 'delete_intake');
INSERT INTO public.auth_permission VALUES (748, 'Can view intake', 187, 'view_intake');
INSERT INTO public.auth_permission VALUES (749, 'Can add post', 188, 'add_post');
INSERT INTO public.auth_permission VALUES (750, 'Can change post', 188, 'change_post');
INSERT INTO public.auth_permission VALUES (751, 'Can delete post', 188, 'delete_post');
INSERT INTO public.auth_permission VALUES (752, 'Can view post', 188, 'view_post');
INSERT INTO public.auth_permission VALUES (753, 'Can add connection', 189, 'add_connection');
INSERT INTO public.auth_permission VALUES (754, 'Can change connection', 189, 'change_connection');
INSERT INTO public.auth_permission VALUES (755, 'Can delete connection', 189, 'delete_connection');
INSERT INTO public.auth_permission VALUES (756, 'Can view connection', 189, 'view_connection');
INSERT INTO public.auth_permission VALUES (757, 'Can add sink text', 190, 'add_sinktext');
INSERT INTO public.auth_permission VALUES (758, 'Can change sink text', 190, 'change_sinktext');
INSERT INTO public.auth_permission VALUES (759, 'Can delete sink text', 190, 'delete_sinktext');
INSERT INTO public.auth_permission VALUES (760, 'Can view sink text', 190, 'view_sinktext');
INSERT INTO public.auth_permission VALUES (761, 'Can add number', 191, 'add_number');
INSERT INTO public.auth_permission VALUES (762, 'Can change number', 191, 'change_number');
INSERT INTO public.auth_permission VALUES (763, 'Can delete number', 191, 'delete_number');
INSERT INTO public.auth_permission VALUES (764, 'Can view number', 191, 'view_number');
INSERT INTO public.auth_permission VALUES (765, 'Can add arrival', 192, 'add_arrival');
INSERT INTO public.auth_permission VALUES (766, 'Can change arrival', 192, 'change_arrival');
INSERT INTO public.auth_permission VALUES (767, 'Can delete arrival', 192, 'delete_arrival');
INSERT INTO public.auth_permission VALUES (768, 'Can view arrival', 192, 'view_arrival');
INSERT INTO public.auth_permission VALUES (769, 'Can add picture', 193, 'add_picture');
INSERT INTO public.auth_permission VALUES (770, 'Can change picture', 193, 'change_picture');
INSERT INTO public.auth_permission VALUES (771, 'Can delete picture', 193, 'delete_picture');
INSERT INTO public.auth_permission VALUES (772, 'Can view picture', 193, 'view_picture');
INSERT INTO public.auth_permission VALUES (773, 'Can add chat settings', 194, 'add_chatsettings');
INSERT INTO public.auth_permission VALUES (774, 'Can change chat settings', 194, 'change_chatsettings');
INSERT INTO public.auth_permission VALUES (775, 'Can delete chat settings', 194, 'delete_chatsettings');
INSERT INTO public.auth_permission VALUES (776, 'Can view chat settings', 194, 'view_chatsettings');
INSERT INTO public.auth_permission VALUES (777, 'Can add chat', 195, 'add_chat');
INSERT INTO public.auth_permission VALUES (778, 'Can change chat', 195, 'change_chat');
INSERT INTO public.auth_permission VALUES (779, 'Can delete chat', 195, 'delete_chat');
INSERT INTO public.auth_permission VALUES (780, 'Can view chat', 195, 'view_chat');
INSERT INTO public.auth_permission VALUES (781, 'Can add chat line', 196, 'add_chatline');
INSERT INTO public.auth_permission VALUES (782, 'Can change chat line', 196, 'change_chatline');
INSERT INTO public.auth_permission VALUES (783, 'Can delete chat line', 196, 'delete_chatline');
INSERT INTO public.auth_permission VALUES (784, 'Can view chat line', 196, 'view_chatline');
INSERT INTO public.auth_permission VALUES (785, 'Can add bridge', 197, 'add_bridge');
INSERT INTO public.auth_permission VALUES (786, 'Can change bridge', 197, 'change_bridge');
INSERT INTO public.auth_permission VALUES (787, 'Can delete bridge', 197, 'delete_bridge');
INSERT INTO public.auth_permission VALUES (788, 'Can view bridge', 197, 'view_bridge');
INSERT INTO public.auth_permission VALUES (789, 'Can add phone', 198, 'add_phone');
INSERT INTO public.auth_permission VALUES (790, 'Can change phone', 198, 'change_phone');
INSERT INTO public.auth_permission VALUES (791, 'Can delete phone', 198, 'delete_phone');
INSERT INTO public.auth_permission VALUES (792, 'Can view phone', 198, 'view_phone');
INSERT INTO public.auth_permission VALUES (793, 'Can add phone number', 199, 'add_phonenumber');
INSERT INTO public.auth_permission VALUES (794, 'Can change phone number', 199, 'change_phonenumber');
INSERT INTO public.auth_permission VALUES (795, 'Can delete phone number', 199, 'delete_phonenumber');
INSERT INTO public.auth_permission VALUES (796, 'Can view phone number', 199, 'view_phonenumber');
INSERT INTO public.auth_permission VALUES (797, 'Can add call', 200, 'add_call');
INSERT INTO public.auth_permission VALUES (798, 'Can change call', 200, 'change_call');
INSERT INTO public.auth_permission VALUES (799, 'Can delete call', 200, 'delete_call');
INSERT INTO public.auth_permission VALUES (800, 'Can view call', 200, 'view_call');
INSERT INTO public.auth_permission VALUES (801, 'Can add announcement', 201, 'add_announcement');
INSERT INTO public.auth_permission VALUES (802, 'Can change announcement', 201, 'change_announcement');
INSERT INTO public.auth_permission VALUES (803, 'Can delete announcement', 201, 'delete_announcement');
INSERT INTO public.auth_permission VALUES (804, 'Can view announcement', 201, 'view_announcement');
INSERT INTO public.auth_permission VALUES (805, 'Can add station', 202, 'add_station');
INSERT INTO public.auth_permission VALUES (806, 'Can change station', 202, 'change_station');
INSERT INTO public.auth_permission VALUES (807, 'Can delete station', 202, 'delete_station');
INSERT INTO public.auth_permission VALUES (808, 'Can view station', 202, 'view_station');
INSERT INTO public.auth_permission VALUES (809, 'Can add asked', 203, 'add_asked');
INSERT INTO public.auth_permission VALUES (810, 'Can change asked', 203, 'change_asked');
INSERT INTO public.auth_permission VALUES (811, 'Can delete asked', 203, 'delete_asked');
INSERT INTO public.auth_permission VALUES (812, 'Can view asked', 203, 'view_asked');
INSERT INTO public.auth_permission VALUES (813, 'Can add leg', 204, 'add_leg');
INSERT INTO public.auth_permission VALUES (814, 'Can change leg', 204, 'change_leg');
INSERT INTO public.auth_permission VALUES (815, 'Can delete leg', 204, 'delete_leg');
INSERT INTO public.auth_permission VALUES (816, 'Can view leg', 204, 'view_leg');
INSERT INTO public.auth_permission VALUES (817, 'Can add account', 205, 'add_account');
INSERT INTO public.auth_permission VALUES (818, 'Can change account', 205, 'change_account');
INSERT INTO public.auth_permission VALUES (819, 'Can delete account', 205, 'delete_account');
INSERT INTO public.auth_permission VALUES (820, 'Can view account', 205, 'view_account');
INSERT INTO public.auth_permission VALUES (821, 'Can add sound', 206, 'add_sound');
INSERT INTO public.auth_permission VALUES (822, 'Can change sound', 206, 'change_sound');
INSERT INTO public.auth_permission VALUES (823, 'Can delete sound', 206, 'delete_sound');
INSERT INTO public.auth_permission VALUES (824, 'Can view sound', 206, 'view_sound');
INSERT INTO public.auth_permission VALUES (825, 'Can add choice', 207, 'add_choice');
INSERT INTO public.auth_permission VALUES (826, 'Can change choice', 207, 'change_choice');
INSERT INTO public.auth_permission VALUES (827, 'Can delete choice', 207, 'delete_choice');
INSERT INTO public.auth_permission VALUES (828, 'Can view choice', 207, 'view_choice');
INSERT INTO public.auth_permission VALUES (829, 'Can add withheld', 208, 'add_withheld');
INSERT INTO public.auth_permission VALUES (830, 'Can change withheld', 208, 'change_withheld');
INSERT INTO public.auth_permission VALUES (831, 'Can delete withheld', 208, 'delete_withheld');
INSERT INTO public.auth_permission VALUES (832, 'Can view withheld', 208, 'view_withheld');
INSERT INTO public.auth_permission VALUES (833, 'Can add call recording', 209, 'add_callrecording');
INSERT INTO public.auth_permission VALUES (834, 'Can change call recording', 209, 'change_callrecording');
INSERT INTO public.auth_permission VALUES (835, 'Can delete call recording', 209, 'delete_callrecording');
INSERT INTO public.auth_permission VALUES (836, 'Can view call recording', 209, 'view_callrecording');
INSERT INTO public.auth_permission VALUES (837, 'Can add listening', 210, 'add_listening');
INSERT INTO public.auth_permission VALUES (838, 'Can change listening', 210, 'change_listening');
INSERT INTO public.auth_permission VALUES (839, 'Can delete listening', 210, 'delete_listening');
INSERT INTO public.auth_permission VALUES (840, 'Can view listening', 210, 'view_listening');
INSERT INTO public.auth_permission VALUES (841, 'Can add notice', 211, 'add_notice');
INSERT INTO public.auth_permission VALUES (842, 'Can change notice', 211, 'change_notice');
INSERT INTO public.auth_permission VALUES (843, 'Can delete notice', 211, 'delete_notice');
INSERT INTO public.auth_permission VALUES (844, 'Can view notice', 211, 'view_notice');
INSERT INTO public.auth_permission VALUES (845, 'Can add not recorded', 212, 'add_notrecorded');
INSERT INTO public.auth_permission VALUES (846, 'Can change not recorded', 212, 'change_notrecorded');
INSERT INTO public.auth_permission VALUES (847, 'Can delete not recorded', 212, 'delete_notrecorded');
INSERT INTO public.auth_permission VALUES (848, 'Can view not recorded', 212, 'view_notrecorded');
INSERT INTO public.auth_permission VALUES (849, 'Can add recording plan', 213, 'add_recordingplan');
INSERT INTO public.auth_permission VALUES (850, 'Can change recording plan', 213, 'change_recordingplan');
INSERT INTO public.auth_permission VALUES (851, 'Can delete recording plan', 213, 'delete_recordingplan');
INSERT INTO public.auth_permission VALUES (852, 'Can view recording plan', 213, 'view_recordingplan');
INSERT INTO public.auth_permission VALUES (853, 'Can add watch', 214, 'add_watch');
INSERT INTO public.auth_permission VALUES (854, 'Can change watch', 214, 'change_watch');
INSERT INTO public.auth_permission VALUES (855, 'Can delete watch', 214, 'delete_watch');
INSERT INTO public.auth_permission VALUES (856, 'Can view watch', 214, 'view_watch');
INSERT INTO public.auth_permission VALUES (857, 'Can add message box', 215, 'add_messagebox');
INSERT INTO public.auth_permission VALUES (858, 'Can change message box', 215, 'change_messagebox');
INSERT INTO public.auth_permission VALUES (859, 'Can delete message box', 215, 'delete_messagebox');
INSERT INTO public.auth_permission VALUES (860, 'Can view message box', 215, 'view_messagebox');
INSERT INTO public.auth_permission VALUES (861, 'Can add voice message', 216, 'add_voicemessage');
INSERT INTO public.auth_permission VALUES (862, 'Can change voice message', 216, 'change_voicemessage');
INSERT INTO public.auth_permission VALUES (863, 'Can delete voice message', 216, 'delete_voicemessage');
INSERT INTO public.auth_permission VALUES (864, 'Can view voice message', 216, 'view_voicemessage');
INSERT INTO public.auth_permission VALUES (865, 'Can add entry', 217, 'add_entry');
INSERT INTO public.auth_permission VALUES (866, 'Can change entry', 217, 'change_entry');
INSERT INTO public.auth_permission VALUES (867, 'Can delete entry', 217, 'delete_entry');
INSERT INTO public.auth_permission VALUES (868, 'Can view entry', 217, 'view_entry');
INSERT INTO public.auth_permission VALUES (869, 'Can add sought', 218, 'add_sought');
INSERT INTO public.auth_permission VALUES (870, 'Can change sought', 218, 'change_sought');
INSERT INTO public.auth_permission VALUES (871, 'Can delete sought', 218, 'delete_sought');
INSERT INTO public.auth_permission VALUES (872, 'Can view sought', 218, 'view_sought');
INSERT INTO public.auth_permission VALUES (873, 'Can add telephonist', 219, 'add_telephonist');
INSERT INTO public.auth_permission VALUES (874, 'Can change telephonist', 219, 'change_telephonist');
INSERT INTO public.auth_permission VALUES (875, 'Can delete telephonist', 219, 'delete_telephonist');
INSERT INTO public.auth_permission VALUES (876, 'Can view telephonist', 219, 'view_telephonist');
INSERT INTO public.auth_permission VALUES (877, 'Can add relay numbers', 220, 'add_relaynumbers');
INSERT INTO public.auth_permission VALUES (878, 'Can change relay numbers', 220, 'change_relaynumbers');
INSERT INTO public.auth_permission VALUES (879, 'Can delete relay numbers', 220, 'delete_relaynumbers');
INSERT INTO public.auth_permission VALUES (880, 'Can view relay numbers', 220, 'view_relaynumbers');
INSERT INTO public.auth_permission VALUES (881, 'Can add assisted', 221, 'add_assisted');
INSERT INTO public.auth_permission VALUES (882, 'Can change assisted', 221, 'change_assisted');
INSERT INTO public.auth_permission VALUES (883, 'Can delete assisted', 221, 'delete_assisted');
INSERT INTO public.auth_permission VALUES (884, 'Can view assisted', 221, 'view_assisted');
INSERT INTO public.auth_permission VALUES (885, 'Can add usual period', 222, 'add_usualperiod');
INSERT INTO public.auth_permission VALUES (886, 'Can change usual period', 222, 'change_usualperiod');
INSERT INTO public.auth_permission VALUES (887, 'Can delete usual period', 222, 'delete_usualperiod');
INSERT INTO public.auth_permission VALUES (888, 'Can view usual period', 222, 'view_usualperiod');
INSERT INTO public.auth_permission VALUES (889, 'Can add goal', 223, 'add_goal');
INSERT INTO public.auth_permission VALUES (890, 'Can change goal', 223, 'change_goal');
INSERT INTO public.auth_permission VALUES (891, 'Can delete goal', 223, 'delete_goal');
INSERT INTO public.auth_permission VALUES (892, 'Can view goal', 223, 'view_goal');
INSERT INTO public.auth_permission VALUES (893, 'Can add case count', 224, 'add_casecount');
INSERT INTO public.auth_permission VALUES (894, 'Can change case count', 224, 'change_casecount');
INSERT INTO public.auth_permission VALUES (895, 'Can delete case count', 224, 'delete_casecount');
INSERT INTO public.auth_permission VALUES (896, 'Can view case count', 224, 'view_casecount');
INSERT INTO public.auth_permission VALUES (897, 'Can add contact count', 225, 'add_contactcount');
INSERT INTO public.auth_permission VALUES (898, 'Can change contact count', 225, 'change_contactcount');
INSERT INTO public.auth_permission VALUES (899, 'Can delete contact count', 225, 'delete_contactcount');
INSERT INTO public.auth_permission VALUES (900, 'Can view contact count', 225, 'view_contactcount');
INSERT INTO public.auth_permission VALUES (901, 'Can add feedback time', 226, 'add_feedbacktime');
INSERT INTO public.auth_permission VALUES (902, 'Can change feedback time', 226, 'change_feedbacktime');
INSERT INTO public.auth_permission VALUES (903, 'Can delete feedback time', 226, 'delete_feedbacktime');
INSERT INTO public.auth_permission VALUES (904, 'Can view feedback time', 226, 'view_feedbacktime');
INSERT INTO public.auth_permission VALUES (905, 'Can add self service use', 227, 'add_selfserviceuse');
INSERT INTO public.auth_permission VALUES (906, 'Can change self service use', 227, 'change_selfserviceuse');
INSERT INTO public.auth_permission VALUES (907, 'Can delete self service use', 227, 'delete_selfserviceuse');
INSERT INTO public.auth_permission VALUES (908, 'Can view self service use', 227, 'view_selfserviceuse');
INSERT INTO public.auth_permission VALUES (909, 'Can add signed factor', 228, 'add_signedfactor');
INSERT INTO public.auth_permission VALUES (910, 'Can change signed factor', 228, 'change_signedfactor');
INSERT INTO public.auth_permission VALUES (911, 'Can delete signed factor', 228, 'delete_signedfactor');
INSERT INTO public.auth_permission VALUES (912, 'Can view signed factor', 228, 'view_signedfactor');
INSERT INTO public.auth_permission VALUES (913, 'Can add insight', 229, 'add_insight');
INSERT INTO public.auth_permission VALUES (914, 'Can change insight', 229, 'change_insight');
INSERT INTO public.auth_permission VALUES (915, 'Can delete insight', 229, 'delete_insight');
INSERT INTO public.auth_permission VALUES (916, 'Can view insight', 229, 'view_insight');
INSERT INTO public.auth_permission VALUES (917, 'Can add reading', 230, 'add_reading');
INSERT INTO public.auth_permission VALUES (918, 'Can change reading', 230, 'change_reading');
INSERT INTO public.auth_permission VALUES (919, 'Can delete reading', 230, 'delete_reading');
INSERT INTO public.auth_permission VALUES (920, 'Can view reading', 230, 'view_reading');
INSERT INTO public.auth_permission VALUES (921, 'Can add day', 231, 'add_day');
INSERT INTO public.auth_permission VALUES (922, 'Can change day', 231, 'change_day');
INSERT INTO public.auth_permission VALUES (923, 'Can delete day', 231, 'delete_day');
INSERT INTO public.auth_permission VALUES (924, 'Can view day', 231, 'view_day');
INSERT INTO public.auth_permission VALUES (925, 'Can add day sum', 232, 'add_daysum');
INSERT INTO public.auth_permission VALUES (926, 'Can change day sum', 232, 'change_daysum');
INSERT INTO public.auth_permission VALUES (927, 'Can delete day sum', 232, 'delete_daysum');
INSERT INTO public.auth_permission VALUES (928, 'Can view day sum', 232, 'view_daysum');
INSERT INTO public.auth_permission VALUES (929, 'Can add fact', 233, 'add_fact');
INSERT INTO public.auth_permission VALUES (930, 'Can change fact', 233, 'change_fact');
INSERT INTO public.auth_permission VALUES (931, 'Can delete fact', 233, 'delete_fact');
INSERT INTO public.auth_permission VALUES (932, 'Can view fact', 233, 'view_fact');
INSERT INTO public.auth_permission VALUES (933, 'Can add restatement', 234, 'add_restatement');
INSERT INTO public.auth_permission VALUES (934, 'Can change restatement', 234, 'change_restatement');
INSERT INTO public.auth_permission VALUES (935, 'Can delete restatement', 234, 'delete_restatement');
INSERT INTO public.auth_permission VALUES (936, 'Can view restatement', 234, 'view_restatement');
INSERT INTO public.auth_permission VALUES (937, 'Can add measure goal', 235, 'add_measuregoal');
INSERT INTO public.auth_permission VALUES (938, 'Can change measure goal', 235, 'change_measuregoal');
INSERT INTO public.auth_permission VALUES (939, 'Can delete measure goal', 235, 'delete_measuregoal');
INSERT INTO public.auth_permission VALUES (940, 'Can view measure goal', 235, 'view_measuregoal');
INSERT INTO public.auth_permission VALUES (941, 'Can add own measure', 236, 'add_ownmeasure');
INSERT INTO public.auth_permission VALUES (942, 'Can change own measure', 236, 'change_ownmeasure');
INSERT INTO public.auth_permission VALUES (943, 'Can delete own measure', 236, 'delete_ownmeasure');
INSERT INTO public.auth_permission VALUES (944, 'Can view own measure', 236, 'view_ownmeasure');
INSERT INTO public.auth_permission VALUES (945, 'Can add published figure', 237, 'add_publishedfigure');
INSERT INTO public.auth_permission VALUES (946, 'Can change published figure', 237, 'change_publishedfigure');
INSERT INTO public.auth_permission VALUES (947, 'Can delete published figure', 237, 'delete_publishedfigure');
INSERT INTO public.auth_permission VALUES (948, 'Can view published figure', 237, 'view_publishedfigure');
INSERT INTO public.auth_permission VALUES (949, 'Can add noted number', 238, 'add_notednumber');
INSERT INTO public.auth_permission VALUES (950, 'Can change noted number', 238, 'change_notednumber');
INSERT INTO public.auth_permission VALUES (951, 'Can delete noted number', 238, 'delete_notednumber');
INSERT INTO public.auth_permission VALUES (952, 'Can view noted number', 238, 'view_notednumber');
INSERT INTO public.auth_permission VALUES (953, 'Can add comment', 239, 'add_comment');
INSERT INTO public.auth_permission VALUES (954, 'Can change comment', 239, 'change_comment');
INSERT INTO public.auth_permission VALUES (955, 'Can delete comment', 239, 'delete_comment');
INSERT INTO public.auth_permission VALUES (956, 'Can view comment', 239, 'view_comment');
INSERT INTO public.auth_permission VALUES (957, 'Can add report', 240, 'add_report');
INSERT INTO public.auth_permission VALUES (958, 'Can change report', 240, 'change_report');
INSERT INTO public.auth_permission VALUES (959, 'Can delete report', 240, 'delete_report');
INSERT INTO public.auth_permission VALUES (960, 'Can view report', 240, 'view_report');
INSERT INTO public.auth_permission VALUES (961, 'Can add sending', 241, 'add_sending');
INSERT INTO public.auth_permission VALUES (962, 'Can change sending', 241, 'change_sending');
INSERT INTO public.auth_permission VALUES (963, 'Can delete sending', 241, 'delete_sending');
INSERT INTO public.auth_permission VALUES (964, 'Can view sending', 241, 'view_sending');
INSERT INTO public.auth_permission VALUES (965, 'Can add meeting', 242, 'add_meeting');
INSERT INTO public.auth_permission VALUES (966, 'Can change meeting', 242, 'change_meeting');
INSERT INTO public.auth_permission VALUES (967, 'Can delete meeting', 242, 'delete_meeting');
INSERT INTO public.auth_permission VALUES (968, 'Can view meeting', 242, 'view_meeting');
INSERT INTO public.auth_permission VALUES (969, 'Can add outline', 243, 'add_outline');
INSERT INTO public.auth_permission VALUES (970, 'Can change outline', 243, 'change_outline');
INSERT INTO public.auth_permission VALUES (971, 'Can delete outline', 243, 'delete_outline');
INSERT INTO public.auth_permission VALUES (972, 'Can view outline', 243, 'view_outline');
INSERT INTO public.auth_permission VALUES (973, 'Can add publication', 244, 'add_publication');
INSERT INTO public.auth_permission VALUES (974, 'Can change publication', 244, 'change_publication');
INSERT INTO public.auth_permission VALUES (975, 'Can delete publication', 244, 'delete_publication');
INSERT INTO public.auth_permission VALUES (976, 'Can view publication', 244, 'view_publication');
INSERT INTO public.auth_permission VALUES (977, 'Can add delivery', 245, 'add_delivery');
INSERT INTO public.auth_permission VALUES (978, 'Can change delivery', 245, 'change_delivery');
INSERT INTO public.auth_permission VALUES (979, 'Can delete delivery', 245, 'delete_delivery');
INSERT INTO public.auth_permission VALUES (980, 'Can view delivery', 245, 'view_delivery');
INSERT INTO public.auth_permission VALUES (981, 'Can add remark', 246, 'add_remark');
INSERT INTO public.auth_permission VALUES (982, 'Can change remark', 246, 'change_remark');
INSERT INTO public.auth_permission VALUES (983, 'Can delete remark', 246, 'delete_remark');
INSERT INTO public.auth_permission VALUES (984, 'Can view remark', 246, 'view_remark');
INSERT INTO public.auth_permission VALUES (985, 'Can add rendition', 247, 'add_rendition');
INSERT INTO public.auth_permission VALUES (986, 'Can change rendition', 247, 'change_rendition');
INSERT INTO public.auth_permission VALUES (987, 'Can delete rendition', 247, 'delete_rendition');
INSERT INTO public.auth_permission VALUES (988, 'Can view rendition', 247, 'view_rendition');
INSERT INTO public.auth_permission VALUES (989, 'Can add subscription', 248, 'add_subscription');
INSERT INTO public.auth_permission VALUES (990, 'Can change subscription', 248, 'change_subscription');
INSERT INTO public.auth_permission VALUES (991, 'Can delete subscription', 248, 'delete_subscription');
INSERT INTO public.auth_permission VALUES (992, 'Can view subscription', 248, 'view_subscription');
INSERT INTO public.auth_permission VALUES (993, 'Can add entry point', 249, 'add_entrypoint');
INSERT INTO public.auth_permission VALUES (994, 'Can change entry point', 249, 'change_entrypoint');
INSERT INTO public.auth_permission VALUES (995, 'Can delete entry point', 249, 'delete_entrypoint');
INSERT INTO public.auth_permission VALUES (996, 'Can view entry point', 249, 'view_entrypoint');
INSERT INTO public.auth_permission VALUES (997, 'Can add trial', 250, 'add_trial');
INSERT INTO public.auth_permission VALUES (998, 'Can change trial', 250, 'change_trial');
INSERT INTO public.auth_permission VALUES (999, 'Can delete trial', 250, 'delete_trial');
INSERT INTO public.auth_permission VALUES (1000, 'Can view trial', 250, 'view_trial');
INSERT INTO public.auth_permission VALUES (1001, 'Can add issue', 251, 'add_issue');
INSERT INTO public.auth_permission VALUES (1002, 'Can change issue', 251, 'change_issue');
INSERT INTO public.auth_permission VALUES (1003, 'Can delete issue', 251, 'delete_issue');
INSERT INTO public.auth_permission VALUES (1004, 'Can view issue', 251, 'view_issue');
INSERT INTO public.auth_permission VALUES (1005, 'Can add decision', 252, 'add_decision');
INSERT INTO public.auth_permission VALUES (1006, 'Can change decision', 252, 'change_decision');
INSERT INTO public.auth_permission VALUES (1007, 'Can delete decision', 252, 'delete_decision');
INSERT INTO public.auth_permission VALUES (1008, 'Can view decision', 252, 'view_decision');
INSERT INTO public.auth_permission VALUES (1009, 'Can add lift', 253, 'add_lift');
INSERT INTO public.auth_permission VALUES (1010, 'Can change lift', 253, 'change_lift');
INSERT INTO public.auth_permission VALUES (1011, 'Can delete lift', 253, 'delete_lift');
INSERT INTO public.auth_permission VALUES (1012, 'Can view lift', 253, 'view_lift');
INSERT INTO public.auth_permission VALUES (1013, 'Can add wish decision', 254, 'add_wishdecision');
INSERT INTO public.auth_permission VALUES (1014, 'Can change wish decision', 254, 'change_wishdecision');
INSERT INTO public.auth_permission VALUES (1015, 'Can delete wish decision', 254, 'delete_wishdecision');
INSERT INTO public.auth_permission VALUES (1016, 'Can view wish decision', 254, 'view_wishdecision');
INSERT INTO public.auth_permission VALUES (1017, 'Can add archived board', 255, 'add_archivedboard');
INSERT INTO public.auth_permission VALUES (1018, 'Can change archived board', 255, 'change_archivedboard');
INSERT INTO public.auth_permission VALUES (1019, 'Can delete archived board', 255, 'delete_archivedboard');
INSERT INTO public.auth_permission VALUES (1020, 'Can view archived board', 255, 'view_archivedboard');
INSERT INTO public.auth_permission VALUES (1021, 'Can add draft', 256, 'add_draft');
INSERT INTO public.auth_permission VALUES (1022, 'Can change draft', 256, 'change_draft');
INSERT INTO public.auth_permission VALUES (1023, 'Can delete draft', 256, 'delete_draft');
INSERT INTO public.auth_permission VALUES (1024, 'Can view draft', 256, 'view_draft');
INSERT INTO public.auth_permission VALUES (1025, 'Can add draft file', 257, 'add_draftfile');
INSERT INTO public.auth_permission VALUES (1026, 'Can change draft file', 257, 'change_draftfile');
INSERT INTO public.auth_permission VALUES (1027, 'Can delete draft file', 257, 'delete_draftfile');
INSERT INTO public.auth_permission VALUES (1028, 'Can view draft file', 257, 'view_draftfile');
INSERT INTO public.auth_permission VALUES (1029, 'Can add sending', 258, 'add_sending');
INSERT INTO public.auth_permission VALUES (1030, 'Can change sending', 258, 'change_sending');
INSERT INTO public.auth_permission VALUES (1031, 'Can delete sending', 258, 'delete_sending');
INSERT INTO public.auth_permission VALUES (1032, 'Can view sending', 258, 'view_sending');
INSERT INTO public.auth_permission VALUES (1033, 'Can add access told', 259, 'add_accesstold');
INSERT INTO public.auth_permission VALUES (1034, 'Can change access told', 259, 'change_accesstold');
INSERT INTO public.auth_permission VALUES (1035, 'Can delete access told', 259, 'delete_accesstold');
INSERT INTO public.auth_permission VALUES (1036, 'Can view access told', 259, 'view_accesstold');
INSERT INTO public.auth_permission VALUES (1037, 'Can add permission', 260, 'add_permission');
INSERT INTO public.auth_permission VALUES (1038, 'Can change permission', 260, 'change_permission');
INSERT INTO public.auth_permission VALUES (1039, 'Can delete permission', 260, 'delete_permission');
INSERT INTO public.auth_permission VALUES (1040, 'Can view permission', 260, 'view_permission');
INSERT INTO public.auth_permission VALUES (1041, 'Can add group', 261, 'add_group');
INSERT INTO public.auth_permission VALUES (1042, 'Can change group', 261, 'change_group');
INSERT INTO public.auth_permission VALUES (1043, 'Can delete group', 261, 'delete_group');
INSERT INTO public.auth_permission VALUES (1044, 'Can view group', 261, 'view_group');
INSERT INTO public.auth_permission VALUES (1045, 'Can add content type', 262, 'add_contenttype');
INSERT INTO public.auth_permission VALUES (1046, 'Can change content type', 262, 'change_contenttype');
INSERT INTO public.auth_permission VALUES (1047, 'Can delete content type', 262, 'delete_contenttype');
INSERT INTO public.auth_permission VALUES (1048, 'Can view content type', 262, 'view_contenttype');
INSERT INTO public.auth_permission VALUES (1049, 'Can add session', 263, 'add_session');
INSERT INTO public.auth_permission VALUES (1050, 'Can change session', 263, 'change_session');
INSERT INTO public.auth_permission VALUES (1051, 'Can delete session', 263, 'delete_session');
INSERT INTO public.auth_permission VALUES (1052, 'Can view session', 263, 'view_session');
INSERT INTO public.auth_permission VALUES (1053, 'Can add procrastinate event', 264, 'add_procrastinateevent');
INSERT INTO public.auth_permission VALUES (1054, 'Can change procrastinate event', 264, 'change_procrastinateevent');
INSERT INTO public.auth_permission VALUES (1055, 'Can delete procrastinate event', 264, 'delete_procrastinateevent');
INSERT INTO public.auth_permission VALUES (1056, 'Can view procrastinate event', 264, 'view_procrastinateevent');
INSERT INTO public.auth_permission VALUES (1057, 'Can add procrastinate job', 265, 'add_procrastinatejob');
INSERT INTO public.auth_permission VALUES (1058, 'Can change procrastinate job', 265, 'change_procrastinatejob');
INSERT INTO public.auth_permission VALUES (1059, 'Can delete procrastinate job', 265, 'delete_procrastinatejob');
INSERT INTO public.auth_permission VALUES (1060, 'Can view procrastinate job', 265, 'view_procrastinatejob');
INSERT INTO public.auth_permission VALUES (1061, 'Can add procrastinate periodic defer', 266, 'add_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (1062, 'Can change procrastinate periodic defer', 266, 'change_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (1063, 'Can delete procrastinate periodic defer', 266, 'delete_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (1064, 'Can view procrastinate periodic defer', 266, 'view_procrastinateperiodicdefer');
INSERT INTO public.auth_permission VALUES (1065, 'Can add procrastinate worker', 267, 'add_procrastinateworker');
INSERT INTO public.auth_permission VALUES (1066, 'Can change procrastinate worker', 267, 'change_procrastinateworker');
INSERT INTO public.auth_permission VALUES (1067, 'Can delete procrastinate worker', 267, 'delete_procrastinateworker');
INSERT INTO public.auth_permission VALUES (1068, 'Can view procrastinate worker', 267, 'view_procrastinateworker');
INSERT INTO public.auth_permission VALUES (1069, 'Can add email address', 268, 'add_emailaddress');
INSERT INTO public.auth_permission VALUES (1070, 'Can change email address', 268, 'change_emailaddress');
INSERT INTO public.auth_permission VALUES (1071, 'Can delete email address', 268, 'delete_emailaddress');
INSERT INTO public.auth_permission VALUES (1072, 'Can view email address', 268, 'view_emailaddress');
INSERT INTO public.auth_permission VALUES (1073, 'Can add email confirmation', 269, 'add_emailconfirmation');
INSERT INTO public.auth_permission VALUES (1074, 'Can change email confirmation', 269, 'change_emailconfirmation');
INSERT INTO public.auth_permission VALUES (1075, 'Can delete email confirmation', 269, 'delete_emailconfirmation');
INSERT INTO public.auth_permission VALUES (1076, 'Can view email confirmation', 269, 'view_emailconfirmation');
INSERT INTO public.auth_permission VALUES (1077, 'Can add authenticator', 270, 'add_authenticator');
INSERT INTO public.auth_permission VALUES (1078, 'Can change authenticator', 270, 'change_authenticator');
INSERT INTO public.auth_permission VALUES (1079, 'Can delete authenticator', 270, 'delete_authenticator');
INSERT INTO public.auth_permission VALUES (1080, 'Can view authenticator', 270, 'view_authenticator');
INSERT INTO public.auth_permission VALUES (1081, 'Can add user session', 271, 'add_usersession');
INSERT INTO public.auth_permission VALUES (1082, 'Can change user session', 271, 'change_usersession');
INSERT INTO public.auth_permission VALUES (1083, 'Can delete user session', 271, 'delete_usersession');
INSERT INTO public.auth_permission VALUES (1084, 'Can view user session', 271, 'view_usersession');
INSERT INTO public.auth_permission VALUES (1085, 'Can add social account', 272, 'add_socialaccount');
INSERT INTO public.auth_permission VALUES (1086, 'Can change social account', 272, 'change_socialaccount');
INSERT INTO public.auth_permission VALUES (1087, 'Can delete social account', 272, 'delete_socialaccount');
INSERT INTO public.auth_permission VALUES (1088, 'Can view social account', 272, 'view_socialaccount');
INSERT INTO public.auth_permission VALUES (1089, 'Can add social application', 273, 'add_socialapp');
INSERT INTO public.auth_permission VALUES (1090, 'Can change social application', 273, 'change_socialapp');
INSERT INTO public.auth_permission VALUES (1091, 'Can delete social application', 273, 'delete_socialapp');
INSERT INTO public.auth_permission VALUES (1092, 'Can view social application', 273, 'view_socialapp');
INSERT INTO public.auth_permission VALUES (1093, 'Can add social application token', 274, 'add_socialtoken');
INSERT INTO public.auth_permission VALUES (1094, 'Can change social application token', 274, 'change_socialtoken');
INSERT INTO public.auth_permission VALUES (1095, 'Can delete social application token', 274, 'delete_socialtoken');
INSERT INTO public.auth_permission VALUES (1096, 'Can view social application token', 274, 'view_socialtoken');


































































































































































































INSERT INTO public.django_content_type VALUES (1, 'events', 'eventrecord');
INSERT INTO public.django_content_type VALUES (2, 'events', 'unsealed');
INSERT INTO public.django_content_type VALUES (3, 'events', 'seal');
INSERT INTO public.django_content_type VALUES (4, 'events', 'jobfailure');
INSERT INTO public.django_content_type VALUES (5, 'events', 'chaincheck');
INSERT INTO public.django_content_type VALUES (6, 'events', 'restoredrill');
INSERT INTO public.django_content_type VALUES (7, 'agreements', 'client');
INSERT INTO public.django_content_type VALUES (8, 'agreements', 'standardtext');
INSERT INTO public.django_content_type VALUES (9, 'people', 'agent');
INSERT INTO public.django_content_type VALUES (10, 'people', 'accessreview');
INSERT INTO public.django_content_type VALUES (11, 'people', 'group');
INSERT INTO public.django_content_type VALUES (12, 'people', 'membership');
INSERT INTO public.django_content_type VALUES (13, 'people', 'rolegrant');
INSERT INTO public.django_content_type VALUES (14, 'people', 'failedsignin');
INSERT INTO public.django_content_type VALUES (15, 'people', 'signinprovider');
INSERT INTO public.django_content_type VALUES (16, 'secrecy', 'accesslist');
INSERT INTO public.django_content_type VALUES (17, 'secrecy', 'accessentry');
INSERT INTO public.django_content_type VALUES (18, 'calendars', 'deviation');
INSERT INTO public.django_content_type VALUES (19, 'calendars', 'openinghours');
INSERT INTO public.django_content_type VALUES (20, 'calendars', 'holidayskept');
INSERT INTO public.django_content_type VALUES (21, 'duty', 'absence');
INSERT INTO public.django_content_type VALUES (22, 'duty', 'duty');
INSERT INTO public.django_content_type VALUES (23, 'files', 'storedfile');
INSERT INTO public.django_content_type VALUES (24, 'files', 'upload');
INSERT INTO public.django_content_type VALUES (25, 'integrations', 'token');
INSERT INTO public.django_content_type VALUES (26, 'integrations', 'webhook');
INSERT INTO public.django_content_type VALUES (27, 'integrations', 'idempotentanswer');
INSERT INTO public.django_content_type VALUES (28, 'integrations', 'webhookdelivery');
INSERT INTO public.django_content_type VALUES (29, 'integrations', 'ratewindow');
INSERT INTO public.django_content_type VALUES (30, 'casetypes', 'casetype');
INSERT INTO public.django_content_type VALUES (31, 'casetypes', 'typeversion');
INSERT INTO public.django_content_type VALUES (32, 'knowledge', 'servicearea');
INSERT INTO public.django_content_type VALUES (33, 'knowledge', 'subject');
INSERT INTO public.django_content_type VALUES (34, 'knowledge', 'aboutsubject');
INSERT INTO public.django_content_type VALUES (35, 'knowledge', 'article');
INSERT INTO public.django_content_type VALUES (36, 'knowledge', 'gap');
INSERT INTO public.django_content_type VALUES (37, 'knowledge', 'reminder');
INSERT INTO public.django_content_type VALUES (38, 'knowledge', 'version');
INSERT INTO public.django_content_type VALUES (39, 'knowledge', 'review');
INSERT INTO public.django_content_type VALUES (40, 'knowledge', 'report');
INSERT INTO public.django_content_type VALUES (41, 'knowledge', 'wording');
INSERT INTO public.django_content_type VALUES (42, 'customers', 'person');
INSERT INTO public.django_content_type VALUES (43, 'customers', 'customer');
INSERT INTO public.django_content_type VALUES (44, 'customers', 'address');
INSERT INTO public.django_content_type VALUES (45, 'customers', 'import');
INSERT INTO public.django_content_type VALUES (46, 'customers', 'merge');
INSERT INTO public.django_content_type VALUES (47, 'customers', 'need');
INSERT INTO public.django_content_type VALUES (48, 'customers', 'notthesame');
INSERT INTO public.django_content_type VALUES (49, 'customers', 'representative');
INSERT INTO public.django_content_type VALUES (50, 'customers', 'importedcustomer');
INSERT INTO public.django_content_type VALUES (51, 'register', 'fallback');
INSERT INTO public.django_content_type VALUES (52, 'register', 'place');
INSERT INTO public.django_content_type VALUES (53, 'register', 'servicetype');
INSERT INTO public.django_content_type VALUES (54, 'register', 'responsibility');
INSERT INTO public.django_content_type VALUES (55, 'register', 'finding');
INSERT INTO public.django_content_type VALUES (56, 'disruptions', 'disruption');
INSERT INTO public.django_content_type VALUES (57, 'disruptions', 'follower');
INSERT INTO public.django_content_type VALUES (58, 'disruptions', 'step');
INSERT INTO public.django_content_type VALUES (59, 'contacts', 'contact');
INSERT INTO public.django_content_type VALUES (60, 'contacts', 'message');
INSERT INTO public.django_content_type VALUES (61, 'contacts', 'messagefile');
INSERT INTO public.django_content_type VALUES (62, 'contacts', 'outgoing');
INSERT INTO public.django_content_type VALUES (63, 'contacts', 'outgoingstep');
INSERT INTO public.django_content_type VALUES (64, 'contacts', 'suppression');
INSERT INTO public.django_content_type VALUES (65, 'contacts', 'volumebefore');
INSERT INTO public.django_content_type VALUES (66, 'contacts', 'optout');
INSERT INTO public.django_content_type VALUES (67, 'contacts', 'nocase');
INSERT INTO public.django_content_type VALUES (68, 'contacts', 'callblock');
INSERT INTO public.django_content_type VALUES (69, 'contacts', 'errand');
INSERT INTO public.django_content_type VALUES (70, 'contacts', 'blockregister');
INSERT INTO public.django_content_type VALUES (71, 'contacts', 'registerednumber');
INSERT INTO public.django_content_type VALUES (72, 'routing', 'leadership');
INSERT INTO public.django_content_type VALUES (73, 'routing', 'wake');
INSERT INTO public.django_content_type VALUES (74, 'routing', 'queue');
INSERT INTO public.django_content_type VALUES (75, 'routing', 'priorityrule');
INSERT INTO public.django_content_type VALUES (76, 'routing', 'offer');
INSERT INTO public.django_content_type VALUES (77, 'routing', 'queuesubject');
INSERT INTO public.django_content_type VALUES (78, 'routing', 'seat');
INSERT INTO public.django_content_type VALUES (79, 'routing', 'skill');
INSERT INTO public.django_content_type VALUES (80, 'routing', 'queuestep');
INSERT INTO public.django_content_type VALUES (81, 'routing', 'agentskill');
INSERT INTO public.django_content_type VALUES (82, 'routing', 'waiting');
INSERT INTO public.django_content_type VALUES (83, 'routing', 'awayreason');
INSERT INTO public.django_content_type VALUES (84, 'routing', 'forecast');
INSERT INTO public.django_content_type VALUES (85, 'routing', 'lever');
INSERT INTO public.django_content_type VALUES (86, 'routing', 'leveragent');
INSERT INTO public.django_content_type VALUES (87, 'routing', 'daybalance');
INSERT INTO public.django_content_type VALUES (88, 'routing', 'heated');
INSERT INTO public.django_content_type VALUES (89, 'routing', 'taken');
INSERT INTO public.django_content_type VALUES (90, 'routing', 'firstneed');
INSERT INTO public.django_content_type VALUES (91, 'routing', 'intake');
INSERT INTO public.django_content_type VALUES (92, 'routing', 'strain');
INSERT INTO public.django_content_type VALUES (93, 'routing', 'handlingplan');
INSERT INTO public.django_content_type VALUES (94, 'exchange', 'logimport');
INSERT INTO public.django_content_type VALUES (95, 'exchange', 'importedcall');
INSERT INTO public.django_content_type VALUES (96, 'cases', 'case');
INSERT INTO public.django_content_type VALUES (97, 'cases', 'assignment');
INSERT INTO public.django_content_type VALUES (98, 'cases', 'casecontact');
INSERT INTO public.django_content_type VALUES (99, 'cases', 'casefile');
INSERT INTO public.django_content_type VALUES (100, 'cases', 'casestate');
INSERT INTO public.django_content_type VALUES (101, 'cases', 'codeattempt');
INSERT INTO public.django_content_type VALUES (102, 'cases', 'handover');
INSERT INTO public.django_content_type VALUES (103, 'cases', 'feedback');
INSERT INTO public.django_content_type VALUES (104, 'cases', 'note');
INSERT INTO public.django_content_type VALUES (105, 'cases', 'savedview');
INSERT INTO public.django_content_type VALUES (106, 'cases', 'tag');
INSERT INTO public.django_content_type VALUES (107, 'cases', 'tagging');
INSERT INTO public.django_content_type VALUES (108, 'cases', 'alarm');
INSERT INTO public.django_content_type VALUES (109, 'cases', 'deadline');
INSERT INTO public.django_content_type VALUES (110, 'cases', 'merge');
INSERT INTO public.django_content_type VALUES (111, 'cases', 'mergedcontact');
INSERT INTO public.django_content_type VALUES (112, 'cases', 'split');
INSERT INTO public.django_content_type VALUES (113, 'cases', 'relation');
INSERT INTO public.django_content_type VALUES (114, 'cases', 'followup');
INSERT INTO public.django_content_type VALUES (115, 'cases', 'supportuse');
INSERT INTO public.django_content_type VALUES (116, 'cases', 'tick');
INSERT INTO public.django_content_type VALUES (117, 'cases', 'casecause');
INSERT INTO public.django_content_type VALUES (118, 'cases', 'filledfield');
INSERT INTO public.django_content_type VALUES (119, 'cases', 'casestage');
INSERT INTO public.django_content_type VALUES (120, 'cases', 'acceptance');
INSERT INTO public.django_content_type VALUES (121, 'cases', 'promise');
INSERT INTO public.django_content_type VALUES (122, 'cases', 'promiseend');
INSERT INTO public.django_content_type VALUES (123, 'cases', 'reachrule');
INSERT INTO public.django_content_type VALUES (124, 'cases', 'requiredfact');
INSERT INTO public.django_content_type VALUES (125, 'cases', 'givenfact');
INSERT INTO public.django_content_type VALUES (126, 'cases', 'handoverseen');
INSERT INTO public.django_content_type VALUES (127, 'cases', 'handoverwarning');
INSERT INTO public.django_content_type VALUES (128, 'cases', 'snooze');
INSERT INTO public.django_content_type VALUES (129, 'cases', 'watch');
INSERT INTO public.django_content_type VALUES (130, 'cases', 'macro');
INSERT INTO public.django_content_type VALUES (131, 'cases', 'macrorun');
INSERT INTO public.django_content_type VALUES (132, 'cases', 'plannedanswer');
INSERT INTO public.django_content_type VALUES (133, 'cases', 'cannedtext');
INSERT INTO public.django_content_type VALUES (134, 'cases', 'composing');
INSERT INTO public.django_content_type VALUES (135, 'cases', 'confidentiality');
INSERT INTO public.django_content_type VALUES (136, 'cases', 'handin');
INSERT INTO public.django_content_type VALUES (137, 'cases', 'identitycheck');
INSERT INTO public.django_content_type VALUES (138, 'cases', 'identitycode');
INSERT INTO public.django_content_type VALUES (139, 'cases', 'reading');
INSERT INTO public.django_content_type VALUES (140, 'cases', 'caseplace');
INSERT INTO public.django_content_type VALUES (141, 'cases', 'deed');
INSERT INTO public.django_content_type VALUES (142, 'cases', 'missedupdate');
INSERT INTO public.django_content_type VALUES (143, 'cases', 'needoutcome');
INSERT INTO public.django_content_type VALUES (144, 'cases', 'participant');
INSERT INTO public.django_content_type VALUES (145, 'cases', 'caseneed');
INSERT INTO public.django_content_type VALUES (146, 'cases', 'interpreterbooking');
INSERT INTO public.django_content_type VALUES (147, 'workorders', 'orderseries');
INSERT INTO public.django_content_type VALUES (148, 'workorders', 'estimate');
INSERT INTO public.django_content_type VALUES (149, 'workorders', 'approval');
INSERT INTO public.django_content_type VALUES (150, 'workorders', 'processrule');
INSERT INTO public.django_content_type VALUES (151, 'workorders', 'workorder');
INSERT INTO public.django_content_type VALUES (152, 'workorders', 'survey');
INSERT INTO public.django_content_type VALUES (153, 'workorders', 'signoff');
INSERT INTO public.django_content_type VALUES (154, 'workorders', 'reportback');
INSERT INTO public.django_content_type VALUES (155, 'workorders', 'photo');
INSERT INTO public.django_content_type VALUES (156, 'workorders', 'orderstage');
INSERT INTO public.django_content_type VALUES (157, 'workorders', 'material');
INSERT INTO public.django_content_type VALUES (158, 'workorders', 'worktime');
INSERT INTO public.django_content_type VALUES (159, 'workorders', 'preventioncard');
INSERT INTO public.django_content_type VALUES (160, 'workorders', 'processstep');
INSERT INTO public.django_content_type VALUES (161, 'search', 'casewords');
INSERT INTO public.django_content_type VALUES (162, 'search', 'customerwords');
INSERT INTO public.django_content_type VALUES (163, 'search', 'stem');
INSERT INTO public.django_content_type VALUES (164, 'search', 'filewords');
INSERT INTO public.django_content_type VALUES (165, 'batches', 'batch');
INSERT INTO public.django_content_type VALUES (166, 'batches', 'batchedcase');
INSERT INTO public.django_content_type VALUES (167, 'disposal', 'protocol');
INSERT INTO public.django_content_type VALUES (168, 'disposal', 'disposed');
INSERT INTO public.django_content_type VALUES (169, 'disposal', 'hold');
INSERT INTO public.django_content_type VALUES (170, 'mail', 'sinkmail');
INSERT INTO public.django_content_type VALUES (171, 'mail', 'automaticmail');
INSERT INTO public.django_content_type VALUES (172, 'mail', 'grouptold');
INSERT INTO public.django_content_type VALUES (173, 'mail', 'mailbox');
INSERT INTO public.django_content_type VALUES (174, 'mail', 'pickup');
INSERT INTO public.django_content_type VALUES (175, 'mail', 'rawmail');
INSERT INTO public.django_content_type VALUES (176, 'mail', 'silence');
INSERT INTO public.django_content_type VALUES (177, 'mail', 'stafftold');
INSERT INTO public.django_content_type VALUES (178, 'counter', 'hall');
INSERT INTO public.django_content_type VALUES (179, 'counter', 'errand');
INSERT INTO public.django_content_type VALUES (180, 'counter', 'desk');
INSERT INTO public.django_content_type VALUES (181, 'counter', 'series');
INSERT INTO public.django_content_type VALUES (182, 'counter', 'sitting');
INSERT INTO public.django_content_type VALUES (183, 'counter', 'ticket');
INSERT INTO public.django_content_type VALUES (184, 'counter', 'call');
INSERT INTO public.django_content_type VALUES (185, 'paper', 'paper');
INSERT INTO public.django_content_type VALUES (186, 'social', 'account');
INSERT INTO public.django_content_type VALUES (187, 'social', 'intake');
INSERT INTO public.django_content_type VALUES (188, 'social', 'post');
INSERT INTO public.django_content_type VALUES (189, 'social', 'connection');
INSERT INTO public.django_content_type VALUES (190, 'sms', 'sinktext');
INSERT INTO public.django_content_type VALUES (191, 'sms', 'number');
INSERT INTO public.django_content_type VALUES (192, 'sms', 'arrival');
INSERT INTO public.django_content_type VALUES (193, 'sms', 'picture');
INSERT INTO public.django_content_type VALUES (194, 'chat', 'chatsettings');
INSERT INTO public.django_content_type VALUES (195, 'chat', 'chat');
INSERT INTO public.django_content_type VALUES (196, 'chat', 'chatline');
INSERT INTO public.django_content_type VALUES (197, 'voice', 'bridge');
INSERT INTO public.django_content_type VALUES (198, 'voice', 'phone');
INSERT INTO public.django_content_type VALUES (199, 'voice', 'phonenumber');
INSERT INTO public.django_content_type VALUES (200, 'voice', 'call');
INSERT INTO public.django_content_type VALUES (201, 'voice', 'announcement');
INSERT INTO public.django_content_type VALUES (202, 'voice', 'station');
INSERT INTO public.django_content_type VALUES (203, 'voice', 'asked');
INSERT INTO public.django_content_type VALUES (204, 'voice', 'leg');
INSERT INTO public.django_content_type VALUES (205, 'voice', 'account');
INSERT INTO public.django_content_type VALUES (206, 'voice', 'sound');
INSERT INTO public.django_content_type VALUES (207, 'voice', 'choice');
INSERT INTO public.django_content_type VALUES (208, 'voice', 'withheld');
INSERT INTO public.django_content_type VALUES (209, 'voice', 'callrecording');
INSERT INTO public.django_content_type VALUES (210, 'voice', 'listening');
INSERT INTO public.django_content_type VALUES (211, 'voice', 'notice');
INSERT INTO public.django_content_type VALUES (212, 'voice', 'notrecorded');
INSERT INTO public.django_content_type VALUES (213, 'voice', 'recordingplan');
INSERT INTO public.django_content_type VALUES (214, 'voice', 'watch');
INSERT INTO public.django_content_type VALUES (215, 'voice', 'messagebox');
INSERT INTO public.django_content_type VALUES (216, 'voice', 'voicemessage');
INSERT INTO public.django_content_type VALUES (217, 'voice', 'entry');
INSERT INTO public.django_content_type VALUES (218, 'voice', 'sought');
INSERT INTO public.django_content_type VALUES (219, 'voice', 'telephonist');
INSERT INTO public.django_content_type VALUES (220, 'voice', 'relaynumbers');
INSERT INTO public.django_content_type VALUES (221, 'voice', 'assisted');
INSERT INTO public.django_content_type VALUES (222, 'kpi', 'usualperiod');
INSERT INTO public.django_content_type VALUES (223, 'kpi', 'goal');
INSERT INTO public.django_content_type VALUES (224, 'kpi', 'casecount');
INSERT INTO public.django_content_type VALUES (225, 'kpi', 'contactcount');
INSERT INTO public.django_content_type VALUES (226, 'kpi', 'feedbacktime');
INSERT INTO public.django_content_type VALUES (227, 'kpi', 'selfserviceuse');
INSERT INTO public.django_content_type VALUES (228, 'kpi', 'signedfactor');
INSERT INTO public.django_content_type VALUES (229, 'kpi', 'insight');
INSERT INTO public.django_content_type VALUES (230, 'kpi', 'reading');
INSERT INTO public.django_content_type VALUES (231, 'kpi', 'day');
INSERT INTO public.django_content_type VALUES (232, 'kpi', 'daysum');
INSERT INTO public.django_content_type VALUES (233, 'kpi', 'fact');
INSERT INTO public.django_content_type VALUES (234, 'kpi', 'restatement');
INSERT INTO public.django_content_type VALUES (235, 'kpi', 'measuregoal');
INSERT INTO public.django_content_type VALUES (236, 'kpi', 'ownmeasure');
INSERT INTO public.django_content_type VALUES (237, 'kpi', 'publishedfigure');
INSERT INTO public.django_content_type VALUES (238, 'kpi', 'notednumber');
INSERT INTO public.django_content_type VALUES (239, 'reports', 'comment');
INSERT INTO public.django_content_type VALUES (240, 'reports', 'report');
INSERT INTO public.django_content_type VALUES (241, 'reports', 'sending');
INSERT INTO public.django_content_type VALUES (242, 'reports', 'meeting');
INSERT INTO public.django_content_type VALUES (243, 'publications', 'outline');
INSERT INTO public.django_content_type VALUES (244, 'publications', 'publication');
INSERT INTO public.django_content_type VALUES (245, 'publications', 'delivery');
INSERT INTO public.django_content_type VALUES (246, 'publications', 'remark');
INSERT INTO public.django_content_type VALUES (247, 'publications', 'rendition');
INSERT INTO public.django_content_type VALUES (248, 'publications', 'subscription');
INSERT INTO public.django_content_type VALUES (249, 'entrypoints', 'entrypoint');
INSERT INTO public.django_content_type VALUES (250, 'entrypoints', 'trial');
INSERT INTO public.django_content_type VALUES (251, 'levels', 'issue');
INSERT INTO public.django_content_type VALUES (252, 'levels', 'decision');
INSERT INTO public.django_content_type VALUES (253, 'levels', 'lift');
INSERT INTO public.django_content_type VALUES (254, 'levels', 'wishdecision');
INSERT INTO public.django_content_type VALUES (255, 'levels', 'archivedboard');
INSERT INTO public.django_content_type VALUES (256, 'portal', 'draft');
INSERT INTO public.django_content_type VALUES (257, 'portal', 'draftfile');
INSERT INTO public.django_content_type VALUES (258, 'portal', 'sending');
INSERT INTO public.django_content_type VALUES (259, 'setup', 'accesstold');
INSERT INTO public.django_content_type VALUES (260, 'auth', 'permission');
INSERT INTO public.django_content_type VALUES (261, 'auth', 'group');
INSERT INTO public.django_content_type VALUES (262, 'contenttypes', 'contenttype');
INSERT INTO public.django_content_type VALUES (263, 'sessions', 'session');
INSERT INTO public.django_content_type VALUES (264, 'procrastinate', 'procrastinateevent');
INSERT INTO public.django_content_type VALUES (265, 'procrastinate', 'procrastinatejob');
INSERT INTO public.django_content_type VALUES (266, 'procrastinate', 'procrastinateperiodicdefer');
INSERT INTO public.django_content_type VALUES (267, 'procrastinate', 'procrastinateworker');
INSERT INTO public.django_content_type VALUES (268, 'account', 'emailaddress');
INSERT INTO public.django_content_type VALUES (269, 'account', 'emailconfirmation');
INSERT INTO public.django_content_type VALUES (270, 'mfa', 'authenticator');
INSERT INTO public.django_content_type VALUES (271, 'usersessions', 'usersession');
INSERT INTO public.django_content_type VALUES (272, 'socialaccount', 'socialaccount');
INSERT INTO public.django_content_type VALUES (273, 'socialaccount', 'socialapp');
INSERT INTO public.django_content_type VALUES (274, 'socialaccount', 'socialtoken');


INSERT INTO public.django_migrations VALUES (1, 'agreements', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (2, 'people', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (3, 'account', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (4, 'account', '0002_email_max_length', now());
INSERT INTO public.django_migrations VALUES (5, 'account', '0003_alter_emailaddress_create_unique_verified_email', now());
INSERT INTO public.django_migrations VALUES (6, 'account', '0004_alter_emailaddress_drop_unique_email', now());
INSERT INTO public.django_migrations VALUES (7, 'account', '0005_emailaddress_idx_upper_email', now());
INSERT INTO public.django_migrations VALUES (8, 'account', '0006_emailaddress_lower', now());
INSERT INTO public.django_migrations VALUES (9, 'account', '0007_emailaddress_idx_email', now());
INSERT INTO public.django_migrations VALUES (10, 'account', '0008_emailaddress_unique_primary_email_fixup', now());
INSERT INTO public.django_migrations VALUES (11, 'account', '0009_emailaddress_unique_primary_email', now());
INSERT INTO public.django_migrations VALUES (12, 'agreements', '0002_accent', now());
INSERT INTO public.django_migrations VALUES (13, 'agreements', '0003_promise_text', now());
INSERT INTO public.django_migrations VALUES (14, 'contenttypes', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (15, 'contenttypes', '0002_remove_content_type_name', now());
INSERT INTO public.django_migrations VALUES (16, 'auth', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (17, 'auth', '0002_alter_permission_name_max_length', now());
INSERT INTO public.django_migrations VALUES (18, 'auth', '0003_alter_user_email_max_length', now());
INSERT INTO public.django_migrations VALUES (19, 'auth', '0004_alter_user_username_opts', now());
INSERT INTO public.django_migrations VALUES (20, 'auth', '0005_alter_user_last_login_null', now());
INSERT INTO public.django_migrations VALUES (21, 'auth', '0006_require_contenttypes_0002', now());
INSERT INTO public.django_migrations VALUES (22, 'auth', '0007_alter_validators_add_error_messages', now());
INSERT INTO public.django_migrations VALUES (23, 'auth', '0008_alter_user_username_max_length', now());
INSERT INTO public.django_migrations VALUES (24, 'auth', '0009_alter_user_last_name_max_length', now());
INSERT INTO public.django_migrations VALUES (25, 'auth', '0010_alter_group_name_max_length', now());
INSERT INTO public.django_migrations VALUES (26, 'auth', '0011_update_proxy_permissions', now());
INSERT INTO public.django_migrations VALUES (27, 'auth', '0012_alter_user_first_name_max_length', now());
INSERT INTO public.django_migrations VALUES (28, 'integrations', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (29, 'events', '0001_record', now());
INSERT INTO public.django_migrations VALUES (30, 'events', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (31, 'integrations', '0002_keep_answers_and_deliveries', now());
INSERT INTO public.django_migrations VALUES (32, 'integrations', '0003_functions_look_in_public_only', now());
INSERT INTO public.django_migrations VALUES (33, 'customers', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (34, 'customers', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (35, 'customers', '0003_addresses_by_value', now());
INSERT INTO public.django_migrations VALUES (36, 'customers', '0004_functions_look_in_public_only', now());
INSERT INTO public.django_migrations VALUES (37, 'customers', '0005_protected_identity', now());
INSERT INTO public.django_migrations VALUES (38, 'customers', '0006_history_needs_and_merges', now());
INSERT INTO public.django_migrations VALUES (39, 'people', '0002_sign_in', now());
INSERT INTO public.django_migrations VALUES (40, 'people', '0003_counter', now());
INSERT INTO public.django_migrations VALUES (41, 'files', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (42, 'contacts', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (43, 'contacts', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (44, 'knowledge', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (45, 'cases', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (46, 'cases', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (47, 'cases', '0003_follow_with_code', now());
INSERT INTO public.django_migrations VALUES (48, 'cases', '0004_lists_in_order', now());
INSERT INTO public.django_migrations VALUES (49, 'cases', '0005_seen_by_key', now());
INSERT INTO public.django_migrations VALUES (50, 'cases', '0006_events_seen_with_case', now());
INSERT INTO public.django_migrations VALUES (51, 'cases', '0007_tags_of_ones_clients', now());
INSERT INTO public.django_migrations VALUES (52, 'cases', '0008_count_by_state', now());
INSERT INTO public.django_migrations VALUES (53, 'customers', '0007_reach_of_what_hangs_on_customers', now());
INSERT INTO public.django_migrations VALUES (54, 'customers', '0008_address_of_one_customer_now', now());
INSERT INTO public.django_migrations VALUES (55, 'customers', '0009_secret', now());
INSERT INTO public.django_migrations VALUES (56, 'customers', '0010_addresses_of_the_known', now());
INSERT INTO public.django_migrations VALUES (57, 'customers', '0011_secrets_are_not_recognised', now());
INSERT INTO public.django_migrations VALUES (58, 'contacts', '0003_answered_at', now());
INSERT INTO public.django_migrations VALUES (59, 'contacts', '0004_sending', now());
INSERT INTO public.django_migrations VALUES (60, 'contacts', '0005_count_by_state', now());
INSERT INTO public.django_migrations VALUES (61, 'contacts', '0006_imported_aggregates', now());
INSERT INTO public.django_migrations VALUES (62, 'contacts', '0007_secret', now());
INSERT INTO public.django_migrations VALUES (63, 'contacts', '0008_fewer_indexes', now());
INSERT INTO public.django_migrations VALUES (64, 'register', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (65, 'register', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (66, 'secrecy', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (67, 'knowledge', '0002_answer_time', now());
INSERT INTO public.django_migrations VALUES (68, 'knowledge', '0003_articles', now());
INSERT INTO public.django_migrations VALUES (69, 'knowledge', '0004_articles_row_security', now());
INSERT INTO public.django_migrations VALUES (70, 'casetypes', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (71, 'knowledge', '0005_type_of_subject', now());
INSERT INTO public.django_migrations VALUES (72, 'knowledge', '0006_secrecy', now());
INSERT INTO public.django_migrations VALUES (73, 'events', '0003_jobs_and_checks', now());
INSERT INTO public.django_migrations VALUES (74, 'secrecy', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (75, 'disruptions', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (76, 'disruptions', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (77, 'cases', '0009_deadlines_and_alarms', now());
INSERT INTO public.django_migrations VALUES (78, 'cases', '0010_merges', now());
INSERT INTO public.django_migrations VALUES (79, 'cases', '0011_splits_and_links', now());
INSERT INTO public.django_migrations VALUES (80, 'cases', '0012_support', now());
INSERT INTO public.django_migrations VALUES (81, 'cases', '0013_support_row_security', now());
INSERT INTO public.django_migrations VALUES (82, 'cases', '0014_cause', now());
INSERT INTO public.django_migrations VALUES (83, 'cases', '0015_types_and_stages', now());
INSERT INTO public.django_migrations VALUES (84, 'cases', '0016_types_are_valid', now());
INSERT INTO public.django_migrations VALUES (85, 'cases', '0017_numbers_beyond_a_million', now());
INSERT INTO public.django_migrations VALUES (86, 'cases', '0018_name_merges_of_a_client', now());
INSERT INTO public.django_migrations VALUES (87, 'cases', '0019_promises_and_hops', now());
INSERT INTO public.django_migrations VALUES (88, 'cases', '0020_promises_seen_with_case', now());
INSERT INTO public.django_migrations VALUES (89, 'cases', '0021_deadline_starts', now());
INSERT INTO public.django_migrations VALUES (90, 'cases', '0022_watched_and_resting', now());
INSERT INTO public.django_migrations VALUES (91, 'cases', '0023_words_macros_and_plans', now());
INSERT INTO public.django_migrations VALUES (92, 'cases', '0024_confidential', now());
INSERT INTO public.django_migrations VALUES (93, 'cases', '0025_hidden', now());
INSERT INTO public.django_migrations VALUES (94, 'cases', '0026_lists_with_secrecy', now());
INSERT INTO public.django_migrations VALUES (95, 'cases', '0027_fewer_indexes', now());
INSERT INTO public.django_migrations VALUES (96, 'cases', '0028_places', now());
INSERT INTO public.django_migrations VALUES (97, 'cases', '0029_deeds', now());
INSERT INTO public.django_migrations VALUES (98, 'batches', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (99, 'calendars', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (100, 'calendars', '0002_hours_by_day_and_public_holidays', now());
INSERT INTO public.django_migrations VALUES (101, 'contacts', '0009_opt_out', now());
INSERT INTO public.django_migrations VALUES (102, 'contacts', '0010_opt_out_seen_by_client', now());
INSERT INTO public.django_migrations VALUES (103, 'cases', '0030_why_an_alarm_went_elsewhere', now());
INSERT INTO public.django_migrations VALUES (104, 'cases', '0031_missed_updates', now());
INSERT INTO public.django_migrations VALUES (105, 'cases', '0032_need_outcomes', now());
INSERT INTO public.django_migrations VALUES (106, 'cases', '0033_promise_by_text', now());
INSERT INTO public.django_migrations VALUES (107, 'cases', '0034_promise_in_chat', now());
INSERT INTO public.django_migrations VALUES (108, 'cases', '0035_linked_by_itself', now());
INSERT INTO public.django_migrations VALUES (109, 'cases', '0036_participants', now());
INSERT INTO public.django_migrations VALUES (110, 'cases', '0037_participant_news', now());
INSERT INTO public.django_migrations VALUES (111, 'cases', '0038_case_needs', now());
INSERT INTO public.django_migrations VALUES (112, 'cases', '0039_variants_of_ready_words', now());
INSERT INTO public.django_migrations VALUES (113, 'cases', '0040_find_contacts_without_case', now());
INSERT INTO public.django_migrations VALUES (114, 'cases', '0041_interpreter_bookings', now());
INSERT INTO public.django_migrations VALUES (115, 'casetypes', '0002_wishes', now());
INSERT INTO public.django_migrations VALUES (116, 'contacts', '0011_contacts_without_case', now());
INSERT INTO public.django_migrations VALUES (117, 'chat', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (118, 'chat', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (119, 'contacts', '0012_calling', now());
INSERT INTO public.django_migrations VALUES (120, 'contacts', '0013_colleagues_who_call', now());
INSERT INTO public.django_migrations VALUES (121, 'contacts', '0014_block_register', now());
INSERT INTO public.django_migrations VALUES (122, 'people', '0004_performers', now());
INSERT INTO public.django_migrations VALUES (123, 'routing', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (124, 'routing', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (125, 'routing', '0003_wakes', now());
INSERT INTO public.django_migrations VALUES (126, 'counter', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (127, 'counter', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (128, 'counter', '0003_seen_by_who_serves', now());
INSERT INTO public.django_migrations VALUES (129, 'disposal', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (130, 'disposal', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (131, 'duty', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (132, 'duty', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (133, 'entrypoints', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (134, 'events', '0004_restore_drills', now());
INSERT INTO public.django_migrations VALUES (135, 'routing', '0004_levers', now());
INSERT INTO public.django_migrations VALUES (136, 'routing', '0005_levers_are_obeyed', now());
INSERT INTO public.django_migrations VALUES (137, 'routing', '0006_balance', now());
INSERT INTO public.django_migrations VALUES (138, 'routing', '0007_in_hand', now());
INSERT INTO public.django_migrations VALUES (139, 'routing', '0008_in_hand_row_security', now());
INSERT INTO public.django_migrations VALUES (140, 'routing', '0009_first_needs', now());
INSERT INTO public.django_migrations VALUES (141, 'routing', '0010_intake', now());
INSERT INTO public.django_migrations VALUES (142, 'routing', '0011_strain', now());
INSERT INTO public.django_migrations VALUES (143, 'routing', '0012_language_seconds', now());
INSERT INTO public.django_migrations VALUES (144, 'exchange', '0001_imported_calls', now());
INSERT INTO public.django_migrations VALUES (145, 'files', '0002_uploads', now());
INSERT INTO public.django_migrations VALUES (146, 'files', '0003_scanned', now());
INSERT INTO public.django_migrations VALUES (147, 'files', '0004_files_to_scan', now());
INSERT INTO public.django_migrations VALUES (148, 'people', '0005_wallboard', now());
INSERT INTO public.django_migrations VALUES (149, 'voice', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (150, 'voice', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (151, 'people', '0006_roles_for_departments', now());
INSERT INTO public.django_migrations VALUES (152, 'voice', '0003_sounds_and_accounts', now());
INSERT INTO public.django_migrations VALUES (153, 'voice', '0004_menus_and_waits', now());
INSERT INTO public.django_migrations VALUES (154, 'voice', '0005_withheld', now());
INSERT INTO public.django_migrations VALUES (155, 'voice', '0006_record_calls', now());
INSERT INTO public.django_migrations VALUES (156, 'voice', '0007_coaches_at_calls', now());
INSERT INTO public.django_migrations VALUES (157, 'voice', '0008_phone_in_browser', now());
INSERT INTO public.django_migrations VALUES (158, 'voice', '0009_choice_language', now());
INSERT INTO public.django_migrations VALUES (159, 'kpi', '0001_goals', now());
INSERT INTO public.django_migrations VALUES (160, 'kpi', '0002_counts', now());
INSERT INTO public.django_migrations VALUES (161, 'kpi', '0003_count_as_it_happens', now());
INSERT INTO public.django_migrations VALUES (162, 'kpi', '0004_count_what_there_is', now());
INSERT INTO public.django_migrations VALUES (163, 'kpi', '0005_signed_factors', now());
INSERT INTO public.django_migrations VALUES (164, 'kpi', '0006_insights', now());
INSERT INTO public.django_migrations VALUES (165, 'kpi', '0007_months', now());
INSERT INTO public.django_migrations VALUES (166, 'kpi', '0008_count_by_month', now());
INSERT INTO public.django_migrations VALUES (167, 'kpi', '0009_find_by_span', now());
INSERT INTO public.django_migrations VALUES (168, 'kpi', '0010_count_past_months', now());
INSERT INTO public.django_migrations VALUES (169, 'kpi', '0011_count_what_was_promised_and_handed_over', now());
INSERT INTO public.django_migrations VALUES (170, 'kpi', '0012_count_what_is_registered', now());
INSERT INTO public.django_migrations VALUES (171, 'kpi', '0013_count_what_is_solved_at_once', now());
INSERT INTO public.django_migrations VALUES (172, 'kpi', '0014_count_by_type', now());
INSERT INTO public.django_migrations VALUES (173, 'kpi', '0015_count_answers_and_causes', now());
INSERT INTO public.django_migrations VALUES (174, 'kpi', '0016_facts', now());
INSERT INTO public.django_migrations VALUES (175, 'kpi', '0017_own_measures', now());
INSERT INTO public.django_migrations VALUES (176, 'kpi', '0018_count_what_comes_back', now());
INSERT INTO public.django_migrations VALUES (177, 'kpi', '0019_hide_by_list', now());
INSERT INTO public.django_migrations VALUES (178, 'kpi', '0020_count_how_cases_stood', now());
INSERT INTO public.django_migrations VALUES (179, 'kpi', '0021_sums_for_other_tools', now());
INSERT INTO public.django_migrations VALUES (180, 'kpi', '0022_leave_out_colleagues', now());
INSERT INTO public.django_migrations VALUES (181, 'kpi', '0023_numbers_from_elsewhere', now());
INSERT INTO public.django_migrations VALUES (182, 'kpi', '0024_leave_out_relayed_handling', now());
INSERT INTO public.django_migrations VALUES (183, 'kpi', '0025_count_what_was_imported', now());
INSERT INTO public.django_migrations VALUES (184, 'kpi', '0026_count_transfers_and_words', now());
INSERT INTO public.django_migrations VALUES (185, 'levels', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (186, 'levels', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (187, 'mail', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (188, 'mail', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (189, 'mail', '0003_count_by_state', now());
INSERT INTO public.django_migrations VALUES (190, 'mail', '0004_staff_told', now());
INSERT INTO public.django_migrations VALUES (191, 'mail', '0005_staff_told_seen_by_client', now());
INSERT INTO public.django_migrations VALUES (192, 'mail', '0006_hidden', now());
INSERT INTO public.django_migrations VALUES (193, 'mfa', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (194, 'mfa', '0002_authenticator_timestamps', now());
INSERT INTO public.django_migrations VALUES (195, 'mfa', '0003_authenticator_type_uniq', now());
INSERT INTO public.django_migrations VALUES (196, 'paper', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (197, 'paper', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (198, 'portal', '0001_drafts', now());
INSERT INTO public.django_migrations VALUES (199, 'procrastinate', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (200, 'procrastinate', '0002_drop_started_at_column', now());
INSERT INTO public.django_migrations VALUES (201, 'procrastinate', '0003_drop_started_at_column', now());
INSERT INTO public.django_migrations VALUES (202, 'procrastinate', '0004_drop_procrastinate_version_table', now());
INSERT INTO public.django_migrations VALUES (203, 'procrastinate', '0005_fix_procrastinate_fetch_job', now());
INSERT INTO public.django_migrations VALUES (204, 'procrastinate', '0006_fix_trigger_status_events_insert', now());
INSERT INTO public.django_migrations VALUES (205, 'procrastinate', '0007_add_queueing_lock_column', now());
INSERT INTO public.django_migrations VALUES (206, 'procrastinate', '0008_close_fetch_job_race_condition', now());
INSERT INTO public.django_migrations VALUES (207, 'procrastinate', '0009_add_defer_job_function', now());
INSERT INTO public.django_migrations VALUES (208, 'procrastinate', '0010_add_procrastinate_periodic_defers', now());
INSERT INTO public.django_migrations VALUES (209, 'procrastinate', '0011_add_foreign_key_index', now());
INSERT INTO public.django_migrations VALUES (210, 'procrastinate', '0012_add_locks_to_periodic_defer', now());
INSERT INTO public.django_migrations VALUES (211, 'procrastinate', '0013_fix_procrastinate_defer_periodic_job', now());
INSERT INTO public.django_migrations VALUES (212, 'procrastinate', '0014_add_finish_job_and_retry_job_functions', now());
INSERT INTO public.django_migrations VALUES (213, 'procrastinate', '0015_add_trigger_on_job_deletion', now());
INSERT INTO public.django_migrations VALUES (214, 'procrastinate', '0016_delete_finished_jobs', now());
INSERT INTO public.django_migrations VALUES (215, 'procrastinate', '0017_add_checks_to_finish_job', now());
INSERT INTO public.django_migrations VALUES (216, 'procrastinate', '0018_add_checks_to_retry_job', now());
INSERT INTO public.django_migrations VALUES (217, 'procrastinate', '0019_fix_finish_job_compat_issue', now());
INSERT INTO public.django_migrations VALUES (218, 'procrastinate', '0020_add_index_on_procrastinate_jobs', now());
INSERT INTO public.django_migrations VALUES (219, 'procrastinate', '0021_add_kwargs_to_defer_periodic_job', now());
INSERT INTO public.django_migrations VALUES (220, 'procrastinate', '0022_null_locks_excluded', now());
INSERT INTO public.django_migrations VALUES (221, 'procrastinate', '0023_remove_old_finish_job_function', now());
INSERT INTO public.django_migrations VALUES (222, 'procrastinate', '0024_job_id_bigint', now());
INSERT INTO public.django_migrations VALUES (223, 'procrastinate', '0025_add_models', now());
INSERT INTO public.django_migrations VALUES (224, 'procrastinate', '0026_add_job_priority', now());
INSERT INTO public.django_migrations VALUES (225, 'procrastinate', '0027_add_periodic_job_priority', now());
INSERT INTO public.django_migrations VALUES (226, 'procrastinate', '0028_add_cancel_states', now());
INSERT INTO public.django_migrations VALUES (227, 'procrastinate', '0029_add_additional_params_to_retry_job', now());
INSERT INTO public.django_migrations VALUES (228, 'procrastinate', '0030_alter_procrastinateevent_options', now());
INSERT INTO public.django_migrations VALUES (229, 'procrastinate', '0031_add_indexes_for_fetch_job', now());
INSERT INTO public.django_migrations VALUES (230, 'procrastinate', '0032_pre_cancel_notification', now());
INSERT INTO public.django_migrations VALUES (231, 'procrastinate', '0033_post_cancel_notification', now());
INSERT INTO public.django_migrations VALUES (232, 'procrastinate', '0034_pre_add_heartbeat', now());
INSERT INTO public.django_migrations VALUES (233, 'procrastinate', '0035_post_add_heartbeat', now());
INSERT INTO public.django_migrations VALUES (234, 'procrastinate', '0036_add_worker_model', now());
INSERT INTO public.django_migrations VALUES (235, 'procrastinate', '0037_pre_batch_defer_jobs', now());
INSERT INTO public.django_migrations VALUES (236, 'procrastinate', '0038_post_batch_defer_jobs', now());
INSERT INTO public.django_migrations VALUES (237, 'procrastinate', '0039_pre_priority_lock_fetch_job', now());
INSERT INTO public.django_migrations VALUES (238, 'procrastinate', '0040_pre_retry_failed_job', now());
INSERT INTO public.django_migrations VALUES (239, 'procrastinate', '0041_post_retry_failed_job', now());
INSERT INTO public.django_migrations VALUES (240, 'publications', '0001_reports_as_published', now());
INSERT INTO public.django_migrations VALUES (241, 'reports', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (242, 'reports', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (243, 'reports', '0003_hidden', now());
INSERT INTO public.django_migrations VALUES (244, 'routing', '0013_handling_plan', now());
INSERT INTO public.django_migrations VALUES (245, 'search', '0001_words', now());
INSERT INTO public.django_migrations VALUES (246, 'search', '0002_words_of_yesterday', now());
INSERT INTO public.django_migrations VALUES (247, 'search', '0003_functions_look_in_public_only', now());
INSERT INTO public.django_migrations VALUES (248, 'search', '0004_each_written_once', now());
INSERT INTO public.django_migrations VALUES (249, 'search', '0005_rebuild_beside_others', now());
INSERT INTO public.django_migrations VALUES (250, 'search', '0006_confidential_is_not_found', now());
INSERT INTO public.django_migrations VALUES (251, 'search', '0007_words_in_files', now());
INSERT INTO public.django_migrations VALUES (252, 'search', '0008_rebuild_in_parts', now());
INSERT INTO public.django_migrations VALUES (253, 'search', '0009_plan_once', now());
INSERT INTO public.django_migrations VALUES (254, 'sessions', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (255, 'setup', '0001_access_told', now());
INSERT INTO public.django_migrations VALUES (256, 'sms', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (257, 'sms', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (258, 'social', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (259, 'social', '0002_row_security', now());
INSERT INTO public.django_migrations VALUES (260, 'social', '0003_connection', now());
INSERT INTO public.django_migrations VALUES (261, 'socialaccount', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (262, 'socialaccount', '0002_token_max_lengths', now());
INSERT INTO public.django_migrations VALUES (263, 'socialaccount', '0003_extra_data_default_dict', now());
INSERT INTO public.django_migrations VALUES (264, 'socialaccount', '0004_app_provider_id_settings', now());
INSERT INTO public.django_migrations VALUES (265, 'socialaccount', '0005_socialtoken_nullable_app', now());
INSERT INTO public.django_migrations VALUES (266, 'socialaccount', '0006_alter_socialaccount_extra_data', now());
INSERT INTO public.django_migrations VALUES (267, 'usersessions', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (268, 'voice', '0010_voice_messages', now());
INSERT INTO public.django_migrations VALUES (269, 'voice', '0011_automatic_telephonist', now());
INSERT INTO public.django_migrations VALUES (270, 'voice', '0012_relayed_calls', now());
INSERT INTO public.django_migrations VALUES (271, 'voice', '0013_promised_times_and_tries', now());
INSERT INTO public.django_migrations VALUES (272, 'voice', '0014_why_transferred', now());
INSERT INTO public.django_migrations VALUES (273, 'voice', '0015_offered_times', now());
INSERT INTO public.django_migrations VALUES (274, 'workorders', '0001_initial', now());
INSERT INTO public.django_migrations VALUES (275, 'workorders', '0002_row_security', now());


























































































































































































































































































































































SELECT pg_catalog.setval('public.account_emailaddress_id_seq', 1, false);


SELECT pg_catalog.setval('public.account_emailconfirmation_id_seq', 1, false);


SELECT pg_catalog.setval('public.agreements_client_id_seq', 1, false);


SELECT pg_catalog.setval('public.agreements_standardtext_id_seq', 1, false);


SELECT pg_catalog.setval('public.auth_group_id_seq', 1, false);


SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 1, false);


SELECT pg_catalog.setval('public.auth_permission_id_seq', 1096, true);


SELECT pg_catalog.setval('public.batches_batch_id_seq', 1, false);


SELECT pg_catalog.setval('public.batches_batchedcase_id_seq', 1, false);


SELECT pg_catalog.setval('public.calendars_deviation_id_seq', 1, false);


SELECT pg_catalog.setval('public.calendars_holidayskept_id_seq', 1, false);


SELECT pg_catalog.setval('public.calendars_openinghours_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_acceptance_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_alarm_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_assignment_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_cannedtext_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_case_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_casecause_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_casecontact_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_casefile_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_caseneed_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_caseplace_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_casestage_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_casestate_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_codeattempt_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_composing_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_confidentiality_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_deed_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_feedback_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_filledfield_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_followup_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_givenfact_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_handin_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_handover_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_handoverseen_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_handoverwarning_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_identitycheck_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_identitycode_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_interpreterbooking_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_macro_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_macrorun_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_merge_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_mergedcontact_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_missedupdate_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_needoutcome_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_note_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_participant_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_plannedanswer_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_promise_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_promiseend_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_reachrule_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_reading_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_relation_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_requiredfact_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_savedview_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_snooze_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_split_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_supportuse_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_tag_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_tagging_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_tick_id_seq', 1, false);


SELECT pg_catalog.setval('public.cases_watch_id_seq', 1, false);


SELECT pg_catalog.setval('public.casetypes_casetype_id_seq', 1, false);


SELECT pg_catalog.setval('public.casetypes_typeversion_id_seq', 1, false);


SELECT pg_catalog.setval('public.chat_chat_id_seq', 1, false);


SELECT pg_catalog.setval('public.chat_chatline_id_seq', 1, false);


SELECT pg_catalog.setval('public.contacts_blockregister_id_seq', 1, false);


SELECT pg_catalog.setval('public.contacts_callblock_id_seq', 1, false);


SELECT pg_catalog.setval('public.contacts_contact_id_seq', 1, false);


SELECT pg_catalog.setval('public.contacts_message_id_seq', 1, false);


SELECT pg_catalog.setval('public.contacts_messagefile_id_seq', 1, false);


SELECT pg_catalog.setval('public.contacts_nocase_id_seq', 1, false);


SELECT pg_catalog.setval('public.contacts_optout_id_seq', 1, false);


SELECT pg_catalog.setval('public.contacts_outgoing_id_seq', 1, false);


SELECT pg_catalog.setval('public.contacts_outgoingstep_id_seq', 1, false);


SELECT pg_catalog.setval('public.contacts_registerednumber_id_seq', 1, false);


SELECT pg_catalog.setval('public.contacts_suppression_id_seq', 1, false);


SELECT pg_catalog.setval('public.contacts_volumebefore_id_seq', 1, false);


SELECT pg_catalog.setval('public.counter_call_id_seq', 1, false);


SELECT pg_catalog.setval('public.counter_desk_id_seq', 1, false);


SELECT pg_catalog.setval('public.counter_errand_id_seq', 1, false);


SELECT pg_catalog.setval('public.counter_hall_id_seq', 1, false);


SELECT pg_catalog.setval('public.counter_series_id_seq', 1, false);


SELECT pg_catalog.setval('public.counter_sitting_id_seq', 1, false);


SELECT pg_catalog.setval('public.counter_ticket_id_seq', 1, false);


SELECT pg_catalog.setval('public.customers_address_id_seq', 1, false);


SELECT pg_catalog.setval('public.customers_customer_id_seq', 1, false);


SELECT pg_catalog.setval('public.customers_import_id_seq', 1, false);


SELECT pg_catalog.setval('public.customers_importedcustomer_id_seq', 1, false);


SELECT pg_catalog.setval('public.customers_merge_id_seq', 1, false);


SELECT pg_catalog.setval('public.customers_need_id_seq', 1, false);


SELECT pg_catalog.setval('public.customers_notthesame_id_seq', 1, false);


SELECT pg_catalog.setval('public.customers_number', 1001, false);


SELECT pg_catalog.setval('public.customers_person_id_seq', 1, false);


SELECT pg_catalog.setval('public.customers_representative_id_seq', 1, false);


SELECT pg_catalog.setval('public.disposal_disposed_id_seq', 1, false);


SELECT pg_catalog.setval('public.disposal_hold_id_seq', 1, false);


SELECT pg_catalog.setval('public.disposal_protocol_id_seq', 1, false);


SELECT pg_catalog.setval('public.disruptions_disruption_id_seq', 1, false);


SELECT pg_catalog.setval('public.disruptions_follower_id_seq', 1, false);


SELECT pg_catalog.setval('public.disruptions_step_id_seq', 1, false);


SELECT pg_catalog.setval('public.django_content_type_id_seq', 274, true);


SELECT pg_catalog.setval('public.django_migrations_id_seq', 275, true);


SELECT pg_catalog.setval('public.duty_absence_id_seq', 1, false);


SELECT pg_catalog.setval('public.duty_duty_id_seq', 1, false);


SELECT pg_catalog.setval('public.entrypoints_entrypoint_id_seq', 1, false);


SELECT pg_catalog.setval('public.entrypoints_trial_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_chaincheck_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_eventrecord_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_restoredrill_id_seq', 1, false);


SELECT pg_catalog.setval('public.events_seal_id_seq', 1, false);


SELECT pg_catalog.setval('public.exchange_importedcall_id_seq', 1, false);


SELECT pg_catalog.setval('public.exchange_logimport_id_seq', 1, false);


SELECT pg_catalog.setval('public.files_storedfile_id_seq', 1, false);


SELECT pg_catalog.setval('public.integrations_idempotentanswer_id_seq', 1, false);


SELECT pg_catalog.setval('public.integrations_ratewindow_id_seq', 1, false);


SELECT pg_catalog.setval('public.integrations_token_id_seq', 1, false);


SELECT pg_catalog.setval('public.integrations_webhook_id_seq', 1, false);


SELECT pg_catalog.setval('public.integrations_webhookdelivery_id_seq', 1, false);


SELECT pg_catalog.setval('public.knowledge_aboutsubject_id_seq', 1, false);


SELECT pg_catalog.setval('public.knowledge_article_id_seq', 1, false);


SELECT pg_catalog.setval('public.knowledge_gap_id_seq', 1, false);


SELECT pg_catalog.setval('public.knowledge_reminder_id_seq', 1, false);


SELECT pg_catalog.setval('public.knowledge_report_id_seq', 1, false);


SELECT pg_catalog.setval('public.knowledge_review_id_seq', 1, false);


SELECT pg_catalog.setval('public.knowledge_servicearea_id_seq', 1, false);


SELECT pg_catalog.setval('public.knowledge_subject_id_seq', 1, false);


SELECT pg_catalog.setval('public.knowledge_version_id_seq', 1, false);


SELECT pg_catalog.setval('public.knowledge_wording_id_seq', 1, false);


SELECT pg_catalog.setval('public.kpi_casecount_id_seq', 1, false);


SELECT pg_catalog.setval('public.kpi_contactcount_id_seq', 1, false);


SELECT pg_catalog.setval('public.kpi_day_id_seq', 1, false);


SELECT pg_catalog.setval('public.kpi_daysum_id_seq', 1, false);


SELECT pg_catalog.setval('public.kpi_fact_id_seq', 1, false);


SELECT pg_catalog.setval('public.kpi_feedbacktime_id_seq', 1, false);


SELECT pg_catalog.setval('public.kpi_goal_id_seq', 1, false);


SELECT pg_catalog.setval('public.kpi_insight_id_seq', 1, false);


SELECT pg_catalog.setval('public.kpi_measuregoal_id_seq', 1, false);


SELECT pg_catalog.setval('public.kpi_notednumber_id_seq', 1, false);


SELECT pg_catalog.setval('public.kpi_ownmeasure_id_seq', 1, false);


SELECT pg_catalog.setval('public.kpi_publishedfigure_id_seq', 1, false);


SELECT pg_catalog.setval('public.kpi_reading_id_seq', 1, false);


SELECT pg_catalog.setval('public.kpi_restatement_id_seq', 1, false);


SELECT pg_catalog.setval('public.kpi_selfserviceuse_id_seq', 1, false);


SELECT pg_catalog.setval('public.kpi_signedfactor_id_seq', 1, false);


SELECT pg_catalog.setval('public.kpi_usualperiod_id_seq', 1, false);


SELECT pg_catalog.setval('public.levels_archivedboard_id_seq', 1, false);


SELECT pg_catalog.setval('public.levels_decision_id_seq', 1, false);


SELECT pg_catalog.setval('public.levels_issue_id_seq', 1, false);


SELECT pg_catalog.setval('public.levels_lift_id_seq', 1, false);


SELECT pg_catalog.setval('public.levels_wishdecision_id_seq', 1, false);


SELECT pg_catalog.setval('public.mail_automaticmail_id_seq', 1, false);


SELECT pg_catalog.setval('public.mail_grouptold_id_seq', 1, false);


SELECT pg_catalog.setval('public.mail_mailbox_id_seq', 1, false);


SELECT pg_catalog.setval('public.mail_pickup_id_seq', 1, false);


SELECT pg_catalog.setval('public.mail_rawmail_id_seq', 1, false);


SELECT pg_catalog.setval('public.mail_silence_id_seq', 1, false);


SELECT pg_catalog.setval('public.mail_sinkmail_id_seq', 1, false);


SELECT pg_catalog.setval('public.mail_stafftold_id_seq', 1, false);


SELECT pg_catalog.setval('public.mfa_authenticator_id_seq', 1, false);


SELECT pg_catalog.setval('public.paper_paper_id_seq', 1, false);


SELECT pg_catalog.setval('public.people_accessreview_id_seq', 1, false);


SELECT pg_catalog.setval('public.people_agent_id_seq', 1, false);


SELECT pg_catalog.setval('public.people_failedsignin_id_seq', 1, false);


SELECT pg_catalog.setval('public.people_group_id_seq', 1, false);


SELECT pg_catalog.setval('public.people_membership_id_seq', 1, false);


SELECT pg_catalog.setval('public.people_rolegrant_id_seq', 1, false);


SELECT pg_catalog.setval('public.people_signinprovider_id_seq', 1, false);


SELECT pg_catalog.setval('public.portal_draft_id_seq', 1, false);


SELECT pg_catalog.setval('public.portal_draftfile_id_seq', 1, false);


SELECT pg_catalog.setval('public.portal_sending_id_seq', 1, false);


SELECT pg_catalog.setval('public.procrastinate_events_id_seq', 1, false);


SELECT pg_catalog.setval('public.procrastinate_jobs_id_seq', 1, false);


SELECT pg_catalog.setval('public.procrastinate_periodic_defers_id_seq', 1, false);


SELECT pg_catalog.setval('public.procrastinate_workers_id_seq', 1, false);


SELECT pg_catalog.setval('public.publications_delivery_id_seq', 1, false);


SELECT pg_catalog.setval('public.publications_outline_id_seq', 1, false);


SELECT pg_catalog.setval('public.publications_publication_id_seq', 1, false);


SELECT pg_catalog.setval('public.publications_remark_id_seq', 1, false);


SELECT pg_catalog.setval('public.publications_rendition_id_seq', 1, false);


SELECT pg_catalog.setval('public.publications_subscription_id_seq', 1, false);


SELECT pg_catalog.setval('public.register_fallback_id_seq', 1, false);


SELECT pg_catalog.setval('public.register_finding_id_seq', 1, false);


SELECT pg_catalog.setval('public.register_place_id_seq', 1, false);


SELECT pg_catalog.setval('public.register_responsibility_id_seq', 1, false);


SELECT pg_catalog.setval('public.register_servicetype_id_seq', 1, false);


SELECT pg_catalog.setval('public.reports_comment_id_seq', 1, false);


SELECT pg_catalog.setval('public.reports_meeting_id_seq', 1, false);


SELECT pg_catalog.setval('public.reports_report_id_seq', 1, false);


SELECT pg_catalog.setval('public.reports_sending_id_seq', 1, false);


SELECT pg_catalog.setval('public.routing_agentskill_id_seq', 1, false);


SELECT pg_catalog.setval('public.routing_awayreason_id_seq', 1, false);


SELECT pg_catalog.setval('public.routing_daybalance_id_seq', 1, false);


SELECT pg_catalog.setval('public.routing_firstneed_id_seq', 1, false);


SELECT pg_catalog.setval('public.routing_forecast_id_seq', 1, false);


SELECT pg_catalog.setval('public.routing_handlingplan_id_seq', 1, false);


SELECT pg_catalog.setval('public.routing_heated_id_seq', 1, false);


SELECT pg_catalog.setval('public.routing_intake_id_seq', 1, false);


SELECT pg_catalog.setval('public.routing_leadership_id_seq', 1, false);


SELECT pg_catalog.setval('public.routing_lever_id_seq', 1, false);


SELECT pg_catalog.setval('public.routing_leveragent_id_seq', 1, false);


SELECT pg_catalog.setval('public.routing_priorityrule_id_seq', 1, false);


SELECT pg_catalog.setval('public.routing_queue_id_seq', 1, false);


SELECT pg_catalog.setval('public.routing_queuestep_id_seq', 1, false);


SELECT pg_catalog.setval('public.routing_queuesubject_id_seq', 1, false);


SELECT pg_catalog.setval('public.routing_skill_id_seq', 1, false);


SELECT pg_catalog.setval('public.routing_strain_id_seq', 1, false);


SELECT pg_catalog.setval('public.routing_taken_id_seq', 1, false);


SELECT pg_catalog.setval('public.routing_waiting_id_seq', 1, false);


SELECT pg_catalog.setval('public.routing_wake_id_seq', 1, false);


SELECT pg_catalog.setval('public.search_stem_id_seq', 1, false);


SELECT pg_catalog.setval('public.secrecy_accessentry_id_seq', 1, false);


SELECT pg_catalog.setval('public.secrecy_accesslist_id_seq', 1, false);


SELECT pg_catalog.setval('public.sms_arrival_id_seq', 1, false);


SELECT pg_catalog.setval('public.sms_number_id_seq', 1, false);


SELECT pg_catalog.setval('public.sms_picture_id_seq', 1, false);


SELECT pg_catalog.setval('public.sms_sinktext_id_seq', 1, false);


SELECT pg_catalog.setval('public.social_account_id_seq', 1, false);


SELECT pg_catalog.setval('public.social_connection_id_seq', 1, false);


SELECT pg_catalog.setval('public.social_intake_id_seq', 1, false);


SELECT pg_catalog.setval('public.social_post_id_seq', 1, false);


SELECT pg_catalog.setval('public.socialaccount_socialaccount_id_seq', 1, false);


SELECT pg_catalog.setval('public.socialaccount_socialapp_id_seq', 1, false);


SELECT pg_catalog.setval('public.socialaccount_socialtoken_id_seq', 1, false);


SELECT pg_catalog.setval('public.usersessions_usersession_id_seq', 1, false);


SELECT pg_catalog.setval('public.voice_announcement_id_seq', 1, false);


SELECT pg_catalog.setval('public.voice_asked_id_seq', 1, false);


SELECT pg_catalog.setval('public.voice_call_id_seq', 1, false);


SELECT pg_catalog.setval('public.voice_callrecording_id_seq', 1, false);


SELECT pg_catalog.setval('public.voice_choice_id_seq', 1, false);


SELECT pg_catalog.setval('public.voice_entry_id_seq', 1, false);


SELECT pg_catalog.setval('public.voice_listening_id_seq', 1, false);


SELECT pg_catalog.setval('public.voice_phonenumber_id_seq', 1, false);


SELECT pg_catalog.setval('public.voice_recordingplan_id_seq', 1, false);


SELECT pg_catalog.setval('public.voice_sound_id_seq', 1, false);


SELECT pg_catalog.setval('public.voice_station_id_seq', 1, false);


SELECT pg_catalog.setval('public.voice_voicemessage_id_seq', 1, false);


SELECT pg_catalog.setval('public.voice_watch_id_seq', 1, false);


SELECT pg_catalog.setval('public.workorders_approval_id_seq', 1, false);


SELECT pg_catalog.setval('public.workorders_estimate_id_seq', 1, false);


SELECT pg_catalog.setval('public.workorders_material_id_seq', 1, false);


SELECT pg_catalog.setval('public.workorders_orderstage_id_seq', 1, false);


SELECT pg_catalog.setval('public.workorders_photo_id_seq', 1, false);


SELECT pg_catalog.setval('public.workorders_preventioncard_id_seq', 1, false);


SELECT pg_catalog.setval('public.workorders_processrule_id_seq', 1, false);


SELECT pg_catalog.setval('public.workorders_processstep_id_seq', 1, false);


SELECT pg_catalog.setval('public.workorders_reportback_id_seq', 1, false);


SELECT pg_catalog.setval('public.workorders_signoff_id_seq', 1, false);


SELECT pg_catalog.setval('public.workorders_survey_id_seq', 1, false);


SELECT pg_catalog.setval('public.workorders_workorder_id_seq', 1, false);


SELECT pg_catalog.setval('public.workorders_worktime_id_seq', 1, false);


ALTER TABLE ONLY bi.readers
    ADD CONSTRAINT readers_pkey PRIMARY KEY (login, client_id);


ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_email_987c8728_uniq UNIQUE (user_id, email);


ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_key_key UNIQUE (key);


ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirmation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agreements_client
    ADD CONSTRAINT agreements_client_code_key UNIQUE (code);


ALTER TABLE ONLY public.agreements_client
    ADD CONSTRAINT agreements_client_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.agreements_standardtext
    ADD CONSTRAINT agreements_standardtext_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_caseneed
    ADD CONSTRAINT asked_for_once UNIQUE (case_id, what);


ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);


ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.batches_batch
    ADD CONSTRAINT batches_batch_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.batches_batchedcase
    ADD CONSTRAINT batches_batchedcase_deed_id_key UNIQUE (deed_id);


ALTER TABLE ONLY public.batches_batchedcase
    ADD CONSTRAINT batches_batchedcase_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_mergedcontact
    ADD CONSTRAINT brought_once_by_a_merge UNIQUE (merge_id, contact_id);


ALTER TABLE ONLY public.calendars_deviation
    ADD CONSTRAINT calendars_deviation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.calendars_holidayskept
    ADD CONSTRAINT calendars_holidayskept_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.calendars_openinghours
    ADD CONSTRAINT calendars_openinghours_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.batches_batchedcase
    ADD CONSTRAINT case_once_per_batch UNIQUE (batch_id, case_id);


ALTER TABLE ONLY public.cases_acceptance
    ADD CONSTRAINT cases_acceptance_hand_over_id_key UNIQUE (hand_over_id);


ALTER TABLE ONLY public.cases_acceptance
    ADD CONSTRAINT cases_acceptance_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_alarm
    ADD CONSTRAINT cases_alarm_outgoing_id_key UNIQUE (outgoing_id);


ALTER TABLE ONLY public.cases_alarm
    ADD CONSTRAINT cases_alarm_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_assignment
    ADD CONSTRAINT cases_assignment_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_by_client UNIQUE (id, client_id);


ALTER TABLE ONLY public.cases_cannedtext
    ADD CONSTRAINT cases_cannedtext_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_number_key UNIQUE (number);


ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_casecause
    ADD CONSTRAINT cases_casecause_case_id_key UNIQUE (case_id);


ALTER TABLE ONLY public.cases_casecause
    ADD CONSTRAINT cases_casecause_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_casecontact
    ADD CONSTRAINT cases_casecontact_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_casefile
    ADD CONSTRAINT cases_casefile_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_caseneed
    ADD CONSTRAINT cases_caseneed_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_caseplace
    ADD CONSTRAINT cases_caseplace_case_id_key UNIQUE (case_id);


ALTER TABLE ONLY public.cases_caseplace
    ADD CONSTRAINT cases_caseplace_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_casestage
    ADD CONSTRAINT cases_casestage_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_casestate
    ADD CONSTRAINT cases_casestate_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_codeattempt
    ADD CONSTRAINT cases_codeattempt_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_composing
    ADD CONSTRAINT cases_composing_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_confidentiality
    ADD CONSTRAINT cases_confidentiality_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_deadline
    ADD CONSTRAINT cases_deadline_pkey PRIMARY KEY (case_id);


ALTER TABLE ONLY public.cases_deed
    ADD CONSTRAINT cases_deed_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_feedback
    ADD CONSTRAINT cases_feedback_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_filledfield
    ADD CONSTRAINT cases_filledfield_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_followup
    ADD CONSTRAINT cases_followup_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_givenfact
    ADD CONSTRAINT cases_givenfact_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_handin
    ADD CONSTRAINT cases_handin_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_handover
    ADD CONSTRAINT cases_handover_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_handoverseen
    ADD CONSTRAINT cases_handoverseen_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_handoverwarning
    ADD CONSTRAINT cases_handoverwarning_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_identitycheck
    ADD CONSTRAINT cases_identitycheck_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_identitycode
    ADD CONSTRAINT cases_identitycode_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_interpreterbooking
    ADD CONSTRAINT cases_interpreterbooking_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_macro
    ADD CONSTRAINT cases_macro_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_macrorun
    ADD CONSTRAINT cases_macrorun_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_merge
    ADD CONSTRAINT cases_merge_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_mergedcontact
    ADD CONSTRAINT cases_mergedcontact_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_missedupdate
    ADD CONSTRAINT cases_missedupdate_outgoing_id_key UNIQUE (outgoing_id);


ALTER TABLE ONLY public.cases_missedupdate
    ADD CONSTRAINT cases_missedupdate_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_needoutcome
    ADD CONSTRAINT cases_needoutcome_outgoing_id_key UNIQUE (outgoing_id);


ALTER TABLE ONLY public.cases_needoutcome
    ADD CONSTRAINT cases_needoutcome_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_note
    ADD CONSTRAINT cases_note_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_participant
    ADD CONSTRAINT cases_participant_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_plannedanswer
    ADD CONSTRAINT cases_plannedanswer_outgoing_id_key UNIQUE (outgoing_id);


ALTER TABLE ONLY public.cases_plannedanswer
    ADD CONSTRAINT cases_plannedanswer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_promise
    ADD CONSTRAINT cases_promise_follows_id_key UNIQUE (follows_id);


ALTER TABLE ONLY public.cases_promise
    ADD CONSTRAINT cases_promise_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_promiseend
    ADD CONSTRAINT cases_promiseend_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_promiseend
    ADD CONSTRAINT cases_promiseend_promise_id_key UNIQUE (promise_id);


ALTER TABLE ONLY public.cases_reachrule
    ADD CONSTRAINT cases_reachrule_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_reading
    ADD CONSTRAINT cases_reading_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_relation
    ADD CONSTRAINT cases_relation_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_requiredfact
    ADD CONSTRAINT cases_requiredfact_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_savedview
    ADD CONSTRAINT cases_savedview_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_snooze
    ADD CONSTRAINT cases_snooze_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_split
    ADD CONSTRAINT cases_split_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_supportuse
    ADD CONSTRAINT cases_supportuse_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_tag
    ADD CONSTRAINT cases_tag_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_tagging
    ADD CONSTRAINT cases_tagging_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_tick
    ADD CONSTRAINT cases_tick_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_watch
    ADD CONSTRAINT cases_watch_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.casetypes_casetype
    ADD CONSTRAINT casetypes_casetype_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.casetypes_typeversion
    ADD CONSTRAINT casetypes_typeversion_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.chat_chat
    ADD CONSTRAINT chat_chat_contact_id_key UNIQUE (contact_id);


ALTER TABLE ONLY public.chat_chat
    ADD CONSTRAINT chat_chat_digest_key UNIQUE (digest);


ALTER TABLE ONLY public.chat_chat
    ADD CONSTRAINT chat_chat_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.chat_chatline
    ADD CONSTRAINT chat_chatline_message_id_key UNIQUE (message_id);


ALTER TABLE ONLY public.chat_chatline
    ADD CONSTRAINT chat_chatline_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.chat_chatsettings
    ADD CONSTRAINT chat_chatsettings_pkey PRIMARY KEY (client_id);


ALTER TABLE ONLY public.chat_chatline
    ADD CONSTRAINT chat_line_said_once UNIQUE (chat_id, mark);


ALTER TABLE ONLY public.cases_composing
    ADD CONSTRAINT composing_once UNIQUE (case_id, agent_id);


ALTER TABLE ONLY public.cases_casecontact
    ADD CONSTRAINT contact_once_per_case UNIQUE (case_id, contact_id);


ALTER TABLE ONLY public.contacts_blockregister
    ADD CONSTRAINT contacts_blockregister_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.contacts_callblock
    ADD CONSTRAINT contacts_callblock_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.contacts_contact
    ADD CONSTRAINT contacts_contact_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.contacts_errand
    ADD CONSTRAINT contacts_errand_pkey PRIMARY KEY (contact_id);


ALTER TABLE ONLY public.contacts_message
    ADD CONSTRAINT contacts_message_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.contacts_messagefile
    ADD CONSTRAINT contacts_messagefile_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.contacts_nocase
    ADD CONSTRAINT contacts_nocase_contact_id_key UNIQUE (contact_id);


ALTER TABLE ONLY public.contacts_nocase
    ADD CONSTRAINT contacts_nocase_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.contacts_optout
    ADD CONSTRAINT contacts_optout_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.contacts_outgoing
    ADD CONSTRAINT contacts_outgoing_message_id_key UNIQUE (message_id);


ALTER TABLE ONLY public.contacts_outgoing
    ADD CONSTRAINT contacts_outgoing_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.contacts_outgoingstep
    ADD CONSTRAINT contacts_outgoingstep_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.contacts_registerednumber
    ADD CONSTRAINT contacts_registerednumber_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.contacts_suppression
    ADD CONSTRAINT contacts_suppression_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.contacts_volumebefore
    ADD CONSTRAINT contacts_volumebefore_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_intake
    ADD CONSTRAINT counted_once_a_half_hour UNIQUE (queue_id, begins_at);


ALTER TABLE ONLY public.counter_call
    ADD CONSTRAINT counter_call_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.counter_desk
    ADD CONSTRAINT counter_desk_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.counter_errand
    ADD CONSTRAINT counter_errand_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.counter_hall
    ADD CONSTRAINT counter_hall_key_key UNIQUE (key);


ALTER TABLE ONLY public.counter_hall
    ADD CONSTRAINT counter_hall_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.counter_hall
    ADD CONSTRAINT counter_hall_queue_id_key UNIQUE (queue_id);


ALTER TABLE ONLY public.counter_hall
    ADD CONSTRAINT counter_hall_skill_id_key UNIQUE (skill_id);


ALTER TABLE ONLY public.counter_series
    ADD CONSTRAINT counter_series_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.counter_sitting
    ADD CONSTRAINT counter_sitting_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.counter_ticket
    ADD CONSTRAINT counter_ticket_contact_id_key UNIQUE (contact_id);


ALTER TABLE ONLY public.counter_ticket
    ADD CONSTRAINT counter_ticket_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.customers_address
    ADD CONSTRAINT customers_address_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.customers_customer
    ADD CONSTRAINT customers_by_client UNIQUE (id, client_id);


ALTER TABLE ONLY public.customers_customer
    ADD CONSTRAINT customers_customer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.customers_import
    ADD CONSTRAINT customers_import_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.customers_importedcustomer
    ADD CONSTRAINT customers_importedcustomer_customer_id_key UNIQUE (customer_id);


ALTER TABLE ONLY public.customers_importedcustomer
    ADD CONSTRAINT customers_importedcustomer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.customers_merge
    ADD CONSTRAINT customers_merge_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.customers_need
    ADD CONSTRAINT customers_need_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.customers_notthesame
    ADD CONSTRAINT customers_notthesame_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.customers_person
    ADD CONSTRAINT customers_person_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.customers_representative
    ADD CONSTRAINT customers_representative_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.disposal_disposed
    ADD CONSTRAINT disposal_disposed_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.disposal_hold
    ADD CONSTRAINT disposal_hold_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.disposal_protocol
    ADD CONSTRAINT disposal_protocol_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.disposal_disposed
    ADD CONSTRAINT disposed_once UNIQUE (case_id, closed_at);


ALTER TABLE ONLY public.disruptions_disruption
    ADD CONSTRAINT disruptions_disruption_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.disruptions_follower
    ADD CONSTRAINT disruptions_follower_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.disruptions_step
    ADD CONSTRAINT disruptions_step_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);


ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);


ALTER TABLE ONLY public.duty_absence
    ADD CONSTRAINT duty_absence_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.duty_duty
    ADD CONSTRAINT duty_duty_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.entrypoints_entrypoint
    ADD CONSTRAINT entrypoints_entrypoint_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.entrypoints_trial
    ADD CONSTRAINT entrypoints_trial_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_chaincheck
    ADD CONSTRAINT events_chaincheck_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_eventrecord
    ADD CONSTRAINT events_eventrecord_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_jobfailure
    ADD CONSTRAINT events_jobfailure_pkey PRIMARY KEY (job_id);


ALTER TABLE ONLY public.events_restoredrill
    ADD CONSTRAINT events_restoredrill_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_seal
    ADD CONSTRAINT events_seal_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.events_unsealed
    ADD CONSTRAINT events_unsealed_pkey PRIMARY KEY (record_id);


ALTER TABLE ONLY public.exchange_importedcall
    ADD CONSTRAINT exchange_importedcall_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.exchange_logimport
    ADD CONSTRAINT exchange_logimport_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_givenfact
    ADD CONSTRAINT fact_given_once_per_case UNIQUE (case_id, fact_id);


ALTER TABLE ONLY public.kpi_signedfactor
    ADD CONSTRAINT factor_signed_once UNIQUE (client_id, factor);


ALTER TABLE ONLY public.files_storedfile
    ADD CONSTRAINT files_storedfile_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.files_storedfile
    ADD CONSTRAINT files_storedfile_sha256_key UNIQUE (sha256);


ALTER TABLE ONLY public.files_upload
    ADD CONSTRAINT files_upload_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.disruptions_follower
    ADD CONSTRAINT follows_once UNIQUE (disruption_id, customer_id);


ALTER TABLE ONLY public.integrations_idempotentanswer
    ADD CONSTRAINT integrations_idempotentanswer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.integrations_ratewindow
    ADD CONSTRAINT integrations_ratewindow_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.integrations_token
    ADD CONSTRAINT integrations_token_agent_id_key UNIQUE (agent_id);


ALTER TABLE ONLY public.integrations_token
    ADD CONSTRAINT integrations_token_digest_key UNIQUE (digest);


ALTER TABLE ONLY public.integrations_token
    ADD CONSTRAINT integrations_token_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.integrations_webhook
    ADD CONSTRAINT integrations_webhook_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.integrations_webhookdelivery
    ADD CONSTRAINT integrations_webhookdelivery_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.knowledge_aboutsubject
    ADD CONSTRAINT knowledge_aboutsubject_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.knowledge_article
    ADD CONSTRAINT knowledge_article_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.knowledge_gap
    ADD CONSTRAINT knowledge_gap_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.knowledge_reminder
    ADD CONSTRAINT knowledge_reminder_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.knowledge_report
    ADD CONSTRAINT knowledge_report_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.knowledge_review
    ADD CONSTRAINT knowledge_review_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.knowledge_servicearea
    ADD CONSTRAINT knowledge_servicearea_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.knowledge_subject
    ADD CONSTRAINT knowledge_subject_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.knowledge_version
    ADD CONSTRAINT knowledge_version_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.knowledge_wording
    ADD CONSTRAINT knowledge_wording_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.kpi_casecount
    ADD CONSTRAINT kpi_casecount_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.kpi_contactcount
    ADD CONSTRAINT kpi_contactcount_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.kpi_day
    ADD CONSTRAINT kpi_day_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.kpi_daysum
    ADD CONSTRAINT kpi_daysum_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.kpi_fact
    ADD CONSTRAINT kpi_fact_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.kpi_feedbacktime
    ADD CONSTRAINT kpi_feedbacktime_hand_over_id_key UNIQUE (hand_over_id);


ALTER TABLE ONLY public.kpi_feedbacktime
    ADD CONSTRAINT kpi_feedbacktime_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.kpi_goal
    ADD CONSTRAINT kpi_goal_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.kpi_insight
    ADD CONSTRAINT kpi_insight_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.kpi_measuregoal
    ADD CONSTRAINT kpi_measuregoal_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.kpi_notednumber
    ADD CONSTRAINT kpi_notednumber_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.kpi_ownmeasure
    ADD CONSTRAINT kpi_ownmeasure_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.kpi_publishedfigure
    ADD CONSTRAINT kpi_publishedfigure_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.kpi_publishedfigure
    ADD CONSTRAINT kpi_publishedfigure_restates_id_key UNIQUE (restates_id);


ALTER TABLE ONLY public.kpi_reading
    ADD CONSTRAINT kpi_reading_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.kpi_restatement
    ADD CONSTRAINT kpi_restatement_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.kpi_selfserviceuse
    ADD CONSTRAINT kpi_selfserviceuse_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.kpi_signedfactor
    ADD CONSTRAINT kpi_signedfactor_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.kpi_usualperiod
    ADD CONSTRAINT kpi_usualperiod_client_id_key UNIQUE (client_id);


ALTER TABLE ONLY public.kpi_usualperiod
    ADD CONSTRAINT kpi_usualperiod_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_leveragent
    ADD CONSTRAINT lent_once_by_a_lever UNIQUE (lever_id, agent_id);


ALTER TABLE ONLY public.levels_archivedboard
    ADD CONSTRAINT levels_archivedboard_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.levels_decision
    ADD CONSTRAINT levels_decision_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.levels_issue
    ADD CONSTRAINT levels_issue_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.levels_lift
    ADD CONSTRAINT levels_lift_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.levels_wishdecision
    ADD CONSTRAINT levels_wishdecision_case_id_key UNIQUE (case_id);


ALTER TABLE ONLY public.levels_wishdecision
    ADD CONSTRAINT levels_wishdecision_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.levels_lift
    ADD CONSTRAINT lifted_once_to_a_level UNIQUE (issue_id, level);


ALTER TABLE ONLY public.mail_automaticmail
    ADD CONSTRAINT mail_automaticmail_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.mail_grouptold
    ADD CONSTRAINT mail_grouptold_hand_over_id_key UNIQUE (hand_over_id);


ALTER TABLE ONLY public.mail_grouptold
    ADD CONSTRAINT mail_grouptold_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.mail_mailbox
    ADD CONSTRAINT mail_mailbox_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.mail_pickup
    ADD CONSTRAINT mail_pickup_mailbox_id_key UNIQUE (mailbox_id);


ALTER TABLE ONLY public.mail_pickup
    ADD CONSTRAINT mail_pickup_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.mail_rawmail
    ADD CONSTRAINT mail_rawmail_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.mail_silence
    ADD CONSTRAINT mail_silence_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.mail_sinkmail
    ADD CONSTRAINT mail_sinkmail_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.mail_stafftold
    ADD CONSTRAINT mail_stafftold_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.mail_stafftold
    ADD CONSTRAINT mail_stafftold_record_id_key UNIQUE (record_id);


ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_missedupdate
    ADD CONSTRAINT missed_once_each_silence UNIQUE (promise_id, since);


ALTER TABLE ONLY public.counter_ticket
    ADD CONSTRAINT number_once_a_day UNIQUE (hall_id, day, letter, number);


ALTER TABLE ONLY public.secrecy_accesslist
    ADD CONSTRAINT one_access_list_per_name UNIQUE (client_id, name);


ALTER TABLE ONLY public.social_account
    ADD CONSTRAINT one_account_per_handle UNIQUE (client_id, network, handle);


ALTER TABLE ONLY public.cases_alarm
    ADD CONSTRAINT one_alarm_each UNIQUE (hand_over_id, "to");


ALTER TABLE ONLY public.mail_silence
    ADD CONSTRAINT one_alarm_per_silence UNIQUE (mailbox_id, since);


ALTER TABLE ONLY public.integrations_idempotentanswer
    ADD CONSTRAINT one_answer_per_key UNIQUE (agent_id, key);


ALTER TABLE ONLY public.knowledge_servicearea
    ADD CONSTRAINT one_area_per_name UNIQUE (client_id, name);


ALTER TABLE ONLY public.knowledge_article
    ADD CONSTRAINT one_article_per_number UNIQUE (client_id, number);


ALTER TABLE ONLY public.routing_daybalance
    ADD CONSTRAINT one_balance_a_day UNIQUE (queue_id, "on");


ALTER TABLE ONLY public.levels_archivedboard
    ADD CONSTRAINT one_board_each_month UNIQUE (client_id, board, starts_on);


ALTER TABLE ONLY public.voice_choice
    ADD CONSTRAINT one_choice_per_key UNIQUE NULLS NOT DISTINCT (number_id, above_id, key);


ALTER TABLE ONLY public.customers_customer
    ADD CONSTRAINT one_customer_per_number UNIQUE (client_id, number);


ALTER TABLE ONLY public.kpi_fact
    ADD CONSTRAINT one_fact_of_each UNIQUE (kind, about_id);


ALTER TABLE ONLY public.cases_followup
    ADD CONSTRAINT one_follow_up_per_correction UNIQUE (case_id, correction_id);


ALTER TABLE ONLY public.kpi_goal
    ADD CONSTRAINT one_goal_at_a_time UNIQUE (client_id, measure, valid_from);


ALTER TABLE ONLY public.people_group
    ADD CONSTRAINT one_group_per_code UNIQUE (client_id, code);


ALTER TABLE ONLY public.counter_hall
    ADD CONSTRAINT one_hall_per_name UNIQUE (client_id, name);


ALTER TABLE ONLY public.calendars_holidayskept
    ADD CONSTRAINT one_holiday_rule_a_day UNIQUE (client_id, valid_from);


ALTER TABLE ONLY public.exchange_importedcall
    ADD CONSTRAINT one_imported_call UNIQUE (client_id, key);


ALTER TABLE ONLY public.routing_agentskill
    ADD CONSTRAINT one_level_per_skill UNIQUE (agent_id, skill_id);


ALTER TABLE ONLY public.kpi_measuregoal
    ADD CONSTRAINT one_measure_goal_at_a_time UNIQUE (client_id, code, valid_from);


ALTER TABLE ONLY public.reports_meeting
    ADD CONSTRAINT one_meeting_a_day UNIQUE (client_id, department, series, planned_on);


ALTER TABLE ONLY public.cases_needoutcome
    ADD CONSTRAINT one_outcome_per_closing UNIQUE (case_id, at);


ALTER TABLE ONLY public.publications_outline
    ADD CONSTRAINT one_outline_of_a_name UNIQUE (client_id, name);


ALTER TABLE ONLY public.kpi_ownmeasure
    ADD CONSTRAINT one_own_measure_a_version UNIQUE (client_id, code, number);


ALTER TABLE ONLY public.cases_reachrule
    ADD CONSTRAINT one_reach_rule_per_version UNIQUE (client_id, version);


ALTER TABLE ONLY public.customers_customer
    ADD CONSTRAINT one_relation_per_client UNIQUE (person_id, client_id);


ALTER TABLE ONLY public.knowledge_reminder
    ADD CONSTRAINT one_reminder_per_due_day UNIQUE (article_id, due_on);


ALTER TABLE ONLY public.publications_rendition
    ADD CONSTRAINT one_rendition_a_form UNIQUE (publication_id, language, form);


ALTER TABLE ONLY public.reports_report
    ADD CONSTRAINT one_report_each_period UNIQUE (kind, client_id, department, recipient_id, starts_on);


ALTER TABLE ONLY public.register_responsibility
    ADD CONSTRAINT one_responsible_from_a_day UNIQUE NULLS NOT DISTINCT (place_id, service_id, hours, valid_from);


ALTER TABLE ONLY public.kpi_day
    ADD CONSTRAINT one_row_a_day UNIQUE (client_id, day);


ALTER TABLE ONLY public.routing_priorityrule
    ADD CONSTRAINT one_rule_per_fact UNIQUE (queue_id, fact, value);


ALTER TABLE ONLY public.counter_series
    ADD CONSTRAINT one_series_a_day UNIQUE (hall_id, day, letter);


ALTER TABLE ONLY public.routing_skill
    ADD CONSTRAINT one_skill_per_name UNIQUE (client_id, name);


ALTER TABLE ONLY public.voice_station
    ADD CONSTRAINT one_station_per_place UNIQUE (call_id, place);


ALTER TABLE ONLY public.knowledge_subject
    ADD CONSTRAINT one_subject_per_name UNIQUE (client_id, name);


ALTER TABLE ONLY public.kpi_daysum
    ADD CONSTRAINT one_sum_a_day UNIQUE (client_id, day, queue, counter);


ALTER TABLE ONLY public.cases_tag
    ADD CONSTRAINT one_tag_per_name UNIQUE (client_id, name);


ALTER TABLE ONLY public.agreements_standardtext
    ADD CONSTRAINT one_text_at_a_time UNIQUE (client_id, use, language, valid_from);


ALTER TABLE ONLY public.casetypes_casetype
    ADD CONSTRAINT one_type_per_code UNIQUE (client_id, code);


ALTER TABLE ONLY public.casetypes_typeversion
    ADD CONSTRAINT one_type_per_version UNIQUE (case_type_id, number);


ALTER TABLE ONLY public.knowledge_version
    ADD CONSTRAINT one_version_per_number UNIQUE (article_id, number);


ALTER TABLE ONLY public.cases_savedview
    ADD CONSTRAINT one_view_per_name UNIQUE (owner_id, name);


ALTER TABLE ONLY public.integrations_ratewindow
    ADD CONSTRAINT one_window_a_minute UNIQUE (key, minute);


ALTER TABLE ONLY public.knowledge_wording
    ADD CONSTRAINT one_wording_per_form UNIQUE (version_id, form, language);


ALTER TABLE ONLY public.workorders_workorder
    ADD CONSTRAINT order_number_once UNIQUE (client_id, number);


ALTER TABLE ONLY public.paper_paper
    ADD CONSTRAINT paper_paper_contact_id_key UNIQUE (contact_id);


ALTER TABLE ONLY public.paper_paper
    ADD CONSTRAINT paper_paper_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_accessreview
    ADD CONSTRAINT people_accessreview_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_agent
    ADD CONSTRAINT people_agent_email_key UNIQUE (email);


ALTER TABLE ONLY public.people_agent
    ADD CONSTRAINT people_agent_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_counter
    ADD CONSTRAINT people_counter_pkey PRIMARY KEY (cache_key);


ALTER TABLE ONLY public.people_failedsignin
    ADD CONSTRAINT people_failedsignin_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_group
    ADD CONSTRAINT people_group_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_membership
    ADD CONSTRAINT people_membership_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_rolegrant
    ADD CONSTRAINT people_rolegrant_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_signinprovider
    ADD CONSTRAINT people_signinprovider_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.people_signinprovider
    ADD CONSTRAINT people_signinprovider_slug_key UNIQUE (slug);


ALTER TABLE ONLY public.portal_draft
    ADD CONSTRAINT portal_draft_mark_key UNIQUE (mark);


ALTER TABLE ONLY public.portal_draft
    ADD CONSTRAINT portal_draft_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.portal_draftfile
    ADD CONSTRAINT portal_draftfile_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.portal_sending
    ADD CONSTRAINT portal_sending_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_unique UNIQUE (task_name, periodic_id, defer_timestamp);


ALTER TABLE ONLY public.procrastinate_workers
    ADD CONSTRAINT procrastinate_workers_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.publications_delivery
    ADD CONSTRAINT publications_delivery_outgoing_key UNIQUE (outgoing);


ALTER TABLE ONLY public.publications_delivery
    ADD CONSTRAINT publications_delivery_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.publications_outline
    ADD CONSTRAINT publications_outline_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.publications_publication
    ADD CONSTRAINT publications_publication_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.publications_publication
    ADD CONSTRAINT publications_publication_restates_id_key UNIQUE (restates_id);


ALTER TABLE ONLY public.publications_remark
    ADD CONSTRAINT publications_remark_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.publications_rendition
    ADD CONSTRAINT publications_rendition_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.publications_subscription
    ADD CONSTRAINT publications_subscription_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.register_fallback
    ADD CONSTRAINT register_fallback_client_id_key UNIQUE (client_id);


ALTER TABLE ONLY public.register_fallback
    ADD CONSTRAINT register_fallback_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.register_finding
    ADD CONSTRAINT register_finding_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.register_place
    ADD CONSTRAINT register_place_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.register_responsibility
    ADD CONSTRAINT register_responsibility_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.register_servicetype
    ADD CONSTRAINT register_servicetype_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.contacts_registerednumber
    ADD CONSTRAINT registered_once UNIQUE (register_id, digest);


ALTER TABLE ONLY public.reports_comment
    ADD CONSTRAINT reports_comment_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.reports_meeting
    ADD CONSTRAINT reports_meeting_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.reports_report
    ADD CONSTRAINT reports_report_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.reports_sending
    ADD CONSTRAINT reports_sending_outgoing_id_key UNIQUE (outgoing_id);


ALTER TABLE ONLY public.reports_sending
    ADD CONSTRAINT reports_sending_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_agentskill
    ADD CONSTRAINT routing_agentskill_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_awayreason
    ADD CONSTRAINT routing_awayreason_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_daybalance
    ADD CONSTRAINT routing_daybalance_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_firstneed
    ADD CONSTRAINT routing_firstneed_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_forecast
    ADD CONSTRAINT routing_forecast_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_handlingplan
    ADD CONSTRAINT routing_handlingplan_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_heated
    ADD CONSTRAINT routing_heated_contact_id_key UNIQUE (contact_id);


ALTER TABLE ONLY public.routing_heated
    ADD CONSTRAINT routing_heated_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_intake
    ADD CONSTRAINT routing_intake_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_leadership
    ADD CONSTRAINT routing_leadership_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_lever
    ADD CONSTRAINT routing_lever_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_leveragent
    ADD CONSTRAINT routing_leveragent_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_offer
    ADD CONSTRAINT routing_offer_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_priorityrule
    ADD CONSTRAINT routing_priorityrule_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_queue
    ADD CONSTRAINT routing_queue_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_queuestep
    ADD CONSTRAINT routing_queuestep_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_queuesubject
    ADD CONSTRAINT routing_queuesubject_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_seat
    ADD CONSTRAINT routing_seat_pkey PRIMARY KEY (agent_id);


ALTER TABLE ONLY public.routing_skill
    ADD CONSTRAINT routing_skill_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_strain
    ADD CONSTRAINT routing_strain_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_taken
    ADD CONSTRAINT routing_taken_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_waiting
    ADD CONSTRAINT routing_waiting_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.routing_wake
    ADD CONSTRAINT routing_wake_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.search_casewords
    ADD CONSTRAINT search_casewords_pkey PRIMARY KEY (case_id);


ALTER TABLE ONLY public.search_customerwords
    ADD CONSTRAINT search_customerwords_pkey PRIMARY KEY (customer_id);


ALTER TABLE ONLY public.search_filewords
    ADD CONSTRAINT search_filewords_pkey PRIMARY KEY (file_id);


ALTER TABLE ONLY public.search_stem
    ADD CONSTRAINT search_stem_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.secrecy_accessentry
    ADD CONSTRAINT secrecy_accessentry_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.secrecy_accesslist
    ADD CONSTRAINT secrecy_accesslist_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.cases_handoverseen
    ADD CONSTRAINT seen_once_by_each UNIQUE (hand_over_id, by_id);


ALTER TABLE ONLY public.kpi_selfserviceuse
    ADD CONSTRAINT self_service_counted_once UNIQUE (client_id, subject_id, starts_on);


ALTER TABLE ONLY public.setup_accesstold
    ADD CONSTRAINT setup_accesstold_pkey PRIMARY KEY (record_id);


ALTER TABLE ONLY public.sms_arrival
    ADD CONSTRAINT sms_arrival_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.sms_number
    ADD CONSTRAINT sms_number_number_key UNIQUE (number);


ALTER TABLE ONLY public.sms_number
    ADD CONSTRAINT sms_number_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.sms_picture
    ADD CONSTRAINT sms_picture_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.sms_sinktext
    ADD CONSTRAINT sms_sinktext_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.social_account
    ADD CONSTRAINT social_account_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.social_connection
    ADD CONSTRAINT social_connection_account_id_key UNIQUE (account_id);


ALTER TABLE ONLY public.social_connection
    ADD CONSTRAINT social_connection_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.social_intake
    ADD CONSTRAINT social_intake_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.social_post
    ADD CONSTRAINT social_post_contact_id_key UNIQUE (contact_id);


ALTER TABLE ONLY public.social_post
    ADD CONSTRAINT social_post_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_provider_uid_fc810c6e_uniq UNIQUE (provider, uid);


ALTER TABLE ONLY public.socialaccount_socialapp
    ADD CONSTRAINT socialaccount_socialapp_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_app_id_account_id_fca4e0ac_uniq UNIQUE (app_id, account_id);


ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_socialtoken_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.workorders_processstep
    ADD CONSTRAINT step_once_per_case UNIQUE (case_id, step);


ALTER TABLE ONLY public.knowledge_aboutsubject
    ADD CONSTRAINT subject_once_per_article UNIQUE (article_id, subject_id);


ALTER TABLE ONLY public.routing_queuesubject
    ADD CONSTRAINT subject_once_per_queue UNIQUE (queue_id, subject_id);


ALTER TABLE ONLY public.cases_tagging
    ADD CONSTRAINT tag_once_per_case UNIQUE (case_id, tag_id);


ALTER TABLE ONLY public.social_post
    ADD CONSTRAINT taken_in_once UNIQUE (account_id, external_id);


ALTER TABLE ONLY public.customers_notthesame
    ADD CONSTRAINT told_apart_once UNIQUE (one_id, other_id);


ALTER TABLE ONLY public.integrations_webhookdelivery
    ADD CONSTRAINT told_once UNIQUE (webhook_id, record_id);


ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_session_key_key UNIQUE (session_key);


ALTER TABLE ONLY public.voice_account
    ADD CONSTRAINT voice_account_login_key UNIQUE (login);


ALTER TABLE ONLY public.voice_account
    ADD CONSTRAINT voice_account_pkey PRIMARY KEY (agent_id);


ALTER TABLE ONLY public.voice_announcement
    ADD CONSTRAINT voice_announcement_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.voice_asked
    ADD CONSTRAINT voice_asked_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.voice_assisted
    ADD CONSTRAINT voice_assisted_pkey PRIMARY KEY (call_id);


ALTER TABLE ONLY public.voice_bridge
    ADD CONSTRAINT voice_bridge_pkey PRIMARY KEY (name);


ALTER TABLE ONLY public.voice_call
    ADD CONSTRAINT voice_call_contact_id_key UNIQUE (contact_id);


ALTER TABLE ONLY public.voice_call
    ADD CONSTRAINT voice_call_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.voice_callrecording
    ADD CONSTRAINT voice_callrecording_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.voice_choice
    ADD CONSTRAINT voice_choice_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.voice_entry
    ADD CONSTRAINT voice_entry_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.voice_leg
    ADD CONSTRAINT voice_leg_pkey PRIMARY KEY (name);


ALTER TABLE ONLY public.voice_listening
    ADD CONSTRAINT voice_listening_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.voice_messagebox
    ADD CONSTRAINT voice_messagebox_pkey PRIMARY KEY (number_id);


ALTER TABLE ONLY public.voice_notice
    ADD CONSTRAINT voice_notice_pkey PRIMARY KEY (call_id);


ALTER TABLE ONLY public.voice_notrecorded
    ADD CONSTRAINT voice_notrecorded_pkey PRIMARY KEY (subject_id);


ALTER TABLE ONLY public.voice_phone
    ADD CONSTRAINT voice_phone_address_key UNIQUE (address);


ALTER TABLE ONLY public.voice_phone
    ADD CONSTRAINT voice_phone_pkey PRIMARY KEY (agent_id);


ALTER TABLE ONLY public.voice_phonenumber
    ADD CONSTRAINT voice_phonenumber_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.voice_recordingplan
    ADD CONSTRAINT voice_recordingplan_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.voice_relaynumbers
    ADD CONSTRAINT voice_relaynumbers_pkey PRIMARY KEY (client_id);


ALTER TABLE ONLY public.voice_sought
    ADD CONSTRAINT voice_sought_pkey PRIMARY KEY (call_id);


ALTER TABLE ONLY public.voice_sound
    ADD CONSTRAINT voice_sound_key_key UNIQUE (key);


ALTER TABLE ONLY public.voice_sound
    ADD CONSTRAINT voice_sound_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.voice_station
    ADD CONSTRAINT voice_station_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.voice_telephonist
    ADD CONSTRAINT voice_telephonist_pkey PRIMARY KEY (client_id);


ALTER TABLE ONLY public.voice_voicemessage
    ADD CONSTRAINT voice_voicemessage_call_id_key UNIQUE (call_id);


ALTER TABLE ONLY public.voice_voicemessage
    ADD CONSTRAINT voice_voicemessage_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.voice_watch
    ADD CONSTRAINT voice_watch_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.voice_withheld
    ADD CONSTRAINT voice_withheld_pkey PRIMARY KEY (call_id);


ALTER TABLE ONLY public.cases_handoverwarning
    ADD CONSTRAINT warned_once_of_each_kind UNIQUE (hand_over_id, kind);


ALTER TABLE ONLY public.cases_watch
    ADD CONSTRAINT watched_once UNIQUE (case_id, agent_id);


ALTER TABLE ONLY public.workorders_approval
    ADD CONSTRAINT workorders_approval_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.workorders_estimate
    ADD CONSTRAINT workorders_estimate_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.workorders_material
    ADD CONSTRAINT workorders_material_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.workorders_orderseries
    ADD CONSTRAINT workorders_orderseries_pkey PRIMARY KEY (client_id);


ALTER TABLE ONLY public.workorders_orderstage
    ADD CONSTRAINT workorders_orderstage_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.workorders_photo
    ADD CONSTRAINT workorders_photo_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.workorders_preventioncard
    ADD CONSTRAINT workorders_preventioncard_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.workorders_processrule
    ADD CONSTRAINT workorders_processrule_case_type_id_key UNIQUE (case_type_id);


ALTER TABLE ONLY public.workorders_processrule
    ADD CONSTRAINT workorders_processrule_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.workorders_processstep
    ADD CONSTRAINT workorders_processstep_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.workorders_reportback
    ADD CONSTRAINT workorders_reportback_order_id_key UNIQUE (order_id);


ALTER TABLE ONLY public.workorders_reportback
    ADD CONSTRAINT workorders_reportback_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.workorders_signoff
    ADD CONSTRAINT workorders_signoff_order_id_key UNIQUE (order_id);


ALTER TABLE ONLY public.workorders_signoff
    ADD CONSTRAINT workorders_signoff_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.workorders_survey
    ADD CONSTRAINT workorders_survey_order_id_key UNIQUE (order_id);


ALTER TABLE ONLY public.workorders_survey
    ADD CONSTRAINT workorders_survey_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.workorders_workorder
    ADD CONSTRAINT workorders_workorder_pkey PRIMARY KEY (id);


ALTER TABLE ONLY public.workorders_worktime
    ADD CONSTRAINT workorders_worktime_pkey PRIMARY KEY (id);


CREATE UNIQUE INDEX a_group_stands_once ON public.secrecy_accessentry USING btree (access_id, group_id) WHERE ((group_id IS NOT NULL) AND (until IS NULL));


CREATE UNIQUE INDEX a_person_stands_once ON public.secrecy_accessentry USING btree (access_id, agent_id) WHERE ((agent_id IS NOT NULL) AND (until IS NULL));


CREATE INDEX absences_by_agent ON public.duty_absence USING btree (agent_id, starts_at);


CREATE INDEX account_emailaddress_email_03be32b2 ON public.account_emailaddress USING btree (email);


CREATE INDEX account_emailaddress_email_03be32b2_like ON public.account_emailaddress USING btree (email varchar_pattern_ops);


CREATE INDEX account_emailaddress_user_id_2c513194 ON public.account_emailaddress USING btree (user_id);


CREATE INDEX account_emailconfirmation_email_address_id_5b7f8c58 ON public.account_emailconfirmation USING btree (email_address_id);


CREATE INDEX account_emailconfirmation_key_f43612bd_like ON public.account_emailconfirmation USING btree (key varchar_pattern_ops);


CREATE INDEX accounts_to_write ON public.voice_account USING btree (agent_id) WHERE (written_at IS NULL);


CREATE INDEX addresses_by_value ON public.customers_address USING btree (kind, value);


CREATE INDEX agreements_client_code_eba7808e_like ON public.agreements_client USING btree (code varchar_pattern_ops);


CREATE INDEX agreements_standardtext_client_id_61e6db9f ON public.agreements_standardtext USING btree (client_id);


CREATE INDEX alarms_by_client ON public.cases_alarm USING btree (client_id, at DESC);


CREATE INDEX answers_planned ON public.cases_plannedanswer USING btree (leaves_at) WHERE (settled_at IS NULL);


CREATE INDEX articles_by_review ON public.knowledge_article USING btree (review_on) WHERE (published_id IS NOT NULL);


CREATE INDEX asked_of_calls ON public.voice_asked USING btree (call_id) WHERE (done_at IS NULL);


CREATE INDEX attempts_by_key ON public.cases_codeattempt USING btree (key, at);


CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);


CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);


CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);


CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);


CREATE INDEX automatic_mail_by_address ON public.mail_automaticmail USING btree (address, at);


CREATE INDEX balances_by_day ON public.routing_daybalance USING btree (client_id, "on" DESC);


CREATE INDEX batched_by_outcome ON public.batches_batchedcase USING btree (batch_id, outcome, id);


CREATE INDEX batches_batch_by_id_5f3c4bc1 ON public.batches_batch USING btree (by_id);


CREATE INDEX batches_batch_token_id_effacc31 ON public.batches_batch USING btree (token_id);


CREATE INDEX batches_batchedcase_case_id_e7da2fd6 ON public.batches_batchedcase USING btree (case_id);


CREATE INDEX batches_by_agent ON public.batches_batch USING btree (by_id, at DESC);


CREATE INDEX batches_not_over ON public.batches_batch USING btree (confirmed_at) WHERE ((done_at IS NULL) OR (undone_at IS NULL));


CREATE INDEX block_registers_by_client ON public.contacts_blockregister USING btree (client_id, id DESC);


CREATE UNIQUE INDEX blocked_once ON public.contacts_callblock USING btree (client_id, customer_id, number, purpose) NULLS NOT DISTINCT WHERE (ended_at IS NULL);


CREATE INDEX blocks_by_number ON public.contacts_callblock USING btree (client_id, number) WHERE (ended_at IS NULL);


CREATE INDEX broken_and_not_asked_about ON public.cases_promiseend USING btree (at) WHERE ((asked_at IS NULL) AND ((outcome)::text = 'broken'::text));


CREATE INDEX calendars_deviation_client_id_bef6edb2 ON public.calendars_deviation USING btree (client_id);


CREATE INDEX calendars_holidayskept_client_id_28f710b6 ON public.calendars_holidayskept USING btree (client_id);


CREATE INDEX calendars_openinghours_client_id_2775a5af ON public.calendars_openinghours USING btree (client_id);


CREATE INDEX calls_by_client ON public.voice_call USING btree (client_id, began_at DESC);


CREATE INDEX calls_going_on ON public.voice_call USING btree (bridge) WHERE (ended_at IS NULL);


CREATE INDEX case_counts_by_span ON public.kpi_casecount USING btree (client_id, is_month, day);


CREATE INDEX cases_acceptance_by_id_296551c0 ON public.cases_acceptance USING btree (by_id);


CREATE INDEX cases_acceptance_client_id_6363f83e ON public.cases_acceptance USING btree (client_id);


CREATE INDEX cases_alarm_agent_id_717290ef ON public.cases_alarm USING btree (agent_id);


CREATE INDEX cases_alarm_client_id_0e8b1c92 ON public.cases_alarm USING btree (client_id);


CREATE INDEX cases_alarm_hand_over_id_54713d40 ON public.cases_alarm USING btree (hand_over_id);


CREATE INDEX cases_assignment_agent_id_6a24f423 ON public.cases_assignment USING btree (agent_id);


CREATE INDEX cases_assignment_by_id_b831bf65 ON public.cases_assignment USING btree (by_id);


CREATE INDEX cases_assignment_case_id_b0be0e7a ON public.cases_assignment USING btree (case_id);


CREATE INDEX cases_assignment_group_id_4fed8fd7 ON public.cases_assignment USING btree (group_id);


CREATE INDEX cases_being_registered ON public.cases_case USING btree (registrar_since) WHERE (registrar_id IS NOT NULL);


CREATE INDEX cases_by_access ON public.cases_case USING btree (access_id) WHERE (access_id IS NOT NULL);


CREATE INDEX cases_by_customer ON public.cases_case USING btree (customer_id, opened_at DESC);


CREATE INDEX cases_by_opening ON public.cases_case USING btree (client_id, opened_at DESC);


CREATE INDEX cases_by_subject ON public.cases_case USING btree (subject_id, opened_at DESC);


CREATE INDEX cases_by_words ON public.search_casewords USING gin (words);


CREATE INDEX cases_cannedtext_client_id_29bff3d5 ON public.cases_cannedtext USING btree (client_id);


CREATE INDEX cases_case_agent_id_9d88692e ON public.cases_case USING btree (agent_id);


CREATE INDEX cases_case_group_id_6395295c ON public.cases_case USING btree (group_id);


CREATE INDEX cases_case_number_980c9551_like ON public.cases_case USING btree (number varchar_pattern_ops);


CREATE INDEX cases_casecause_by_id_5d615112 ON public.cases_casecause USING btree (by_id);


CREATE INDEX cases_casecause_client_id_c0b03809 ON public.cases_casecause USING btree (client_id);


CREATE INDEX cases_casecause_disruption_id_75ef0a48 ON public.cases_casecause USING btree (disruption_id);


CREATE INDEX cases_casecontact_contact_id_0ef3bd05 ON public.cases_casecontact USING btree (contact_id);


CREATE INDEX cases_casefile_by_id_4dd8d6ed ON public.cases_casefile USING btree (by_id);


CREATE INDEX cases_casefile_case_id_ba3b58b3 ON public.cases_casefile USING btree (case_id);


CREATE INDEX cases_casefile_client_id_87795c82 ON public.cases_casefile USING btree (client_id);


CREATE INDEX cases_casefile_file_id_56883db6 ON public.cases_casefile USING btree (file_id);


CREATE INDEX cases_caseneed_by_id_5884fa9c ON public.cases_caseneed USING btree (by_id);


CREATE INDEX cases_caseneed_case_id_deb0a719 ON public.cases_caseneed USING btree (case_id);


CREATE INDEX cases_caseneed_met_by_id_bb5b1678 ON public.cases_caseneed USING btree (met_by_id);


CREATE INDEX cases_caseplace_by_id_4dab6496 ON public.cases_caseplace USING btree (by_id);


CREATE INDEX cases_caseplace_place_id_35c50d81 ON public.cases_caseplace USING btree (place_id);


CREATE INDEX cases_casestage_by_id_63cfd281 ON public.cases_casestage USING btree (by_id);


CREATE INDEX cases_casestage_case_id_575d36d0 ON public.cases_casestage USING btree (case_id);


CREATE INDEX cases_casestage_case_type_id_1b2d84c5 ON public.cases_casestage USING btree (case_type_id);


CREATE INDEX cases_casestage_client_id_73582793 ON public.cases_casestage USING btree (client_id);


CREATE INDEX cases_casestate_by_id_3458f4f6 ON public.cases_casestate USING btree (by_id);


CREATE INDEX cases_composing_agent_id_28241b30 ON public.cases_composing USING btree (agent_id);


CREATE INDEX cases_composing_case_id_4549c8c8 ON public.cases_composing USING btree (case_id);


CREATE INDEX cases_composing_client_id_d85f9366 ON public.cases_composing USING btree (client_id);


CREATE INDEX cases_confidentiality_access_id_78fb358b ON public.cases_confidentiality USING btree (access_id);


CREATE INDEX cases_confidentiality_by_id_6e88df97 ON public.cases_confidentiality USING btree (by_id);


CREATE INDEX cases_confidentiality_case_id_197c6051 ON public.cases_confidentiality USING btree (case_id);


CREATE INDEX cases_confidentiality_client_id_a8b55992 ON public.cases_confidentiality USING btree (client_id);


CREATE INDEX cases_confidentiality_lifted_by_id_b393105c ON public.cases_confidentiality USING btree (lifted_by_id);


CREATE INDEX cases_deadline_client_id_9253f88b ON public.cases_deadline USING btree (client_id);


CREATE INDEX cases_deed_by_id_9218b1b6 ON public.cases_deed USING btree (by_id);


CREATE INDEX cases_deed_case_id_a2352a79 ON public.cases_deed USING btree (case_id);


CREATE INDEX cases_deed_outgoing_id_167d1e28 ON public.cases_deed USING btree (outgoing_id);


CREATE INDEX cases_feedback_by_id_93c9c33b ON public.cases_feedback USING btree (by_id);


CREATE INDEX cases_feedback_hand_over_id_85e38b07 ON public.cases_feedback USING btree (hand_over_id);


CREATE INDEX cases_filledfield_by_id_190f774c ON public.cases_filledfield USING btree (by_id);


CREATE INDEX cases_filledfield_case_id_ebebc1f9 ON public.cases_filledfield USING btree (case_id);


CREATE INDEX cases_filledfield_client_id_d2f51fc4 ON public.cases_filledfield USING btree (client_id);


CREATE INDEX cases_followup_by_id_d652384c ON public.cases_followup USING btree (by_id);


CREATE INDEX cases_followup_case_id_8a9f2d2a ON public.cases_followup USING btree (case_id);


CREATE INDEX cases_followup_client_id_2fa4cc16 ON public.cases_followup USING btree (client_id);


CREATE INDEX cases_followup_correction_id_28621fe0 ON public.cases_followup USING btree (correction_id);


CREATE INDEX cases_givenfact_by_id_9e8df9a8 ON public.cases_givenfact USING btree (by_id);


CREATE INDEX cases_givenfact_case_id_061fca7b ON public.cases_givenfact USING btree (case_id);


CREATE INDEX cases_givenfact_client_id_bc39db7d ON public.cases_givenfact USING btree (client_id);


CREATE INDEX cases_givenfact_fact_id_faff23a8 ON public.cases_givenfact USING btree (fact_id);


CREATE INDEX cases_handin_by_id_4c51f2dd ON public.cases_handin USING btree (by_id);


CREATE INDEX cases_handover_by_id_e4bf7759 ON public.cases_handover USING btree (by_id);


CREATE INDEX cases_handover_case_id_d0f7ad3b ON public.cases_handover USING btree (case_id);


CREATE INDEX cases_handover_from_group_id_fbc3400b ON public.cases_handover USING btree (from_group_id);


CREATE INDEX cases_handover_to_group_id_eccb3083 ON public.cases_handover USING btree (to_group_id);


CREATE INDEX cases_handoverseen_by_id_34bd0559 ON public.cases_handoverseen USING btree (by_id);


CREATE INDEX cases_handoverseen_client_id_c821a333 ON public.cases_handoverseen USING btree (client_id);


CREATE INDEX cases_handoverseen_hand_over_id_4b01b211 ON public.cases_handoverseen USING btree (hand_over_id);


CREATE INDEX cases_handoverwarning_client_id_c89be80e ON public.cases_handoverwarning USING btree (client_id);


CREATE INDEX cases_handoverwarning_hand_over_id_0a19836a ON public.cases_handoverwarning USING btree (hand_over_id);


CREATE INDEX cases_identitycheck_by_id_ef145b96 ON public.cases_identitycheck USING btree (by_id);


CREATE INDEX cases_identitycheck_case_id_03f97942 ON public.cases_identitycheck USING btree (case_id);


CREATE INDEX cases_identitycheck_client_id_740f754a ON public.cases_identitycheck USING btree (client_id);


CREATE INDEX cases_identitycode_asked_by_id_25240492 ON public.cases_identitycode USING btree (asked_by_id);


CREATE INDEX cases_identitycode_case_id_dc5c8123 ON public.cases_identitycode USING btree (case_id);


CREATE INDEX cases_identitycode_client_id_870de7ff ON public.cases_identitycode USING btree (client_id);


CREATE INDEX cases_in_order ON public.cases_case USING btree (opened_at, id);


CREATE INDEX cases_interpreterbooking_by_id_d10ca0e3 ON public.cases_interpreterbooking USING btree (by_id);


CREATE INDEX cases_interpreterbooking_case_id_591e0dd9 ON public.cases_interpreterbooking USING btree (case_id);


CREATE INDEX cases_macro_client_id_318a23e4 ON public.cases_macro USING btree (client_id);


CREATE INDEX cases_macro_group_id_ac332985 ON public.cases_macro USING btree (group_id);


CREATE INDEX cases_macro_subject_id_af239eba ON public.cases_macro USING btree (subject_id);


CREATE INDEX cases_macrorun_by_id_91ea456f ON public.cases_macrorun USING btree (by_id);


CREATE INDEX cases_macrorun_case_id_dd339e10 ON public.cases_macrorun USING btree (case_id);


CREATE INDEX cases_macrorun_client_id_64389b6e ON public.cases_macrorun USING btree (client_id);


CREATE INDEX cases_macrorun_macro_id_5e20f84a ON public.cases_macrorun USING btree (macro_id);


CREATE INDEX cases_macrorun_outgoing_id_3dd337be ON public.cases_macrorun USING btree (outgoing_id);


CREATE INDEX cases_merge_by_id_39b6d4dc ON public.cases_merge USING btree (by_id);


CREATE INDEX cases_merge_case_id_ac0dc87a ON public.cases_merge USING btree (case_id);


CREATE INDEX cases_merge_client_id_a776ef84 ON public.cases_merge USING btree (client_id);


CREATE INDEX cases_merge_ended_by_id_6dd2ea49 ON public.cases_merge USING btree (ended_by_id);


CREATE INDEX cases_merge_into_id_fe6235e1 ON public.cases_merge USING btree (into_id);


CREATE INDEX cases_mergedcontact_client_id_e847bd6a ON public.cases_mergedcontact USING btree (client_id);


CREATE INDEX cases_mergedcontact_contact_id_a737f539 ON public.cases_mergedcontact USING btree (contact_id);


CREATE INDEX cases_mergedcontact_merge_id_30b1b296 ON public.cases_mergedcontact USING btree (merge_id);


CREATE INDEX cases_missedupdate_agent_id_00d34017 ON public.cases_missedupdate USING btree (agent_id);


CREATE INDEX cases_missedupdate_client_id_b22d49e1 ON public.cases_missedupdate USING btree (client_id);


CREATE INDEX cases_needoutcome_by_id_073b9db5 ON public.cases_needoutcome USING btree (by_id);


CREATE INDEX cases_needoutcome_canned_text_id_b67cab21 ON public.cases_needoutcome USING btree (canned_text_id);


CREATE INDEX cases_note_by_id_5cbc67aa ON public.cases_note USING btree (by_id);


CREATE INDEX cases_note_case_id_77ee1e2a ON public.cases_note USING btree (case_id);


CREATE INDEX cases_note_client_id_74fae17b ON public.cases_note USING btree (client_id);


CREATE INDEX cases_open_by_agent ON public.cases_case USING btree (agent_id, state_since) WHERE (NOT ((state)::text = 'closed'::text));


CREATE INDEX cases_open_by_group ON public.cases_case USING btree (group_id, state_since) WHERE (NOT ((state)::text = 'closed'::text));


CREATE INDEX cases_open_by_wait ON public.cases_case USING btree (client_id, state_since) WHERE (NOT ((state)::text = 'closed'::text));


CREATE INDEX cases_open_listed ON public.cases_case USING btree (state_since, id) INCLUDE (client_id, group_id, agent_id, state, access_id, registrar_id) WHERE (NOT ((state)::text = 'closed'::text));


CREATE INDEX cases_participant_by_id_6c6d37be ON public.cases_participant USING btree (by_id);


CREATE INDEX cases_participant_case_id_85d6d352 ON public.cases_participant USING btree (case_id);


CREATE INDEX cases_participant_ended_by_id_24fa32e3 ON public.cases_participant USING btree (ended_by_id);


CREATE INDEX cases_plannedanswer_by_id_4e1afd33 ON public.cases_plannedanswer USING btree (by_id);


CREATE INDEX cases_plannedanswer_case_id_c5b495cd ON public.cases_plannedanswer USING btree (case_id);


CREATE INDEX cases_plannedanswer_client_id_06ee6980 ON public.cases_plannedanswer USING btree (client_id);


CREATE INDEX cases_promise_by_id_2ac0af40 ON public.cases_promise USING btree (by_id);


CREATE INDEX cases_promise_group_id_9caa810a ON public.cases_promise USING btree (group_id);


CREATE INDEX cases_promise_hand_over_id_ead2cebb ON public.cases_promise USING btree (hand_over_id);


CREATE INDEX cases_promise_outgoing_id_9323a138 ON public.cases_promise USING btree (outgoing_id);


CREATE INDEX cases_promiseend_by_id_38f9be3e ON public.cases_promiseend USING btree (by_id);


CREATE INDEX cases_promiseend_client_id_67cfd4b0 ON public.cases_promiseend USING btree (client_id);


CREATE INDEX cases_reachrule_by_id_bd0a2b55 ON public.cases_reachrule USING btree (by_id);


CREATE INDEX cases_reachrule_client_id_00a6820b ON public.cases_reachrule USING btree (client_id);


CREATE INDEX cases_reading_access_id_29e0e186 ON public.cases_reading USING btree (access_id);


CREATE INDEX cases_reading_agent_id_0035ed20 ON public.cases_reading USING btree (agent_id);


CREATE INDEX cases_reading_case_id_bf48e51a ON public.cases_reading USING btree (case_id);


CREATE INDEX cases_reading_client_id_65ac8e1a ON public.cases_reading USING btree (client_id);


CREATE INDEX cases_relation_by_id_43ec86ca ON public.cases_relation USING btree (by_id);


CREATE INDEX cases_relation_case_id_9db1494a ON public.cases_relation USING btree (case_id);


CREATE INDEX cases_relation_client_id_9fb425ce ON public.cases_relation USING btree (client_id);


CREATE INDEX cases_relation_ended_by_id_444ac8ea ON public.cases_relation USING btree (ended_by_id);


CREATE INDEX cases_relation_other_id_cffad335 ON public.cases_relation USING btree (other_id);


CREATE INDEX cases_requiredfact_client_id_bd7b6b5e ON public.cases_requiredfact USING btree (client_id);


CREATE INDEX cases_requiredfact_subject_id_b49088c8 ON public.cases_requiredfact USING btree (subject_id);


CREATE INDEX cases_savedview_owner_id_cffd84c8 ON public.cases_savedview USING btree (owner_id);


CREATE INDEX cases_snooze_by_id_5ea90851 ON public.cases_snooze USING btree (by_id);


CREATE INDEX cases_snooze_case_id_2fd39965 ON public.cases_snooze USING btree (case_id);


CREATE INDEX cases_snooze_client_id_86c7824a ON public.cases_snooze USING btree (client_id);


CREATE INDEX cases_split_by_id_7467972f ON public.cases_split USING btree (by_id);


CREATE INDEX cases_split_case_id_1c7c2f2d ON public.cases_split USING btree (case_id);


CREATE INDEX cases_split_client_id_9ee6aa05 ON public.cases_split USING btree (client_id);


CREATE INDEX cases_split_contact_id_8ab52157 ON public.cases_split USING btree (contact_id);


CREATE INDEX cases_split_made_id_d453f3f5 ON public.cases_split USING btree (made_id);


CREATE INDEX cases_supportuse_by_id_8bcaa21f ON public.cases_supportuse USING btree (by_id);


CREATE INDEX cases_supportuse_case_id_fe232db5 ON public.cases_supportuse USING btree (case_id);


CREATE INDEX cases_supportuse_client_id_36961fb4 ON public.cases_supportuse USING btree (client_id);


CREATE INDEX cases_supportuse_outgoing_id_c8a2134e ON public.cases_supportuse USING btree (outgoing_id);


CREATE INDEX cases_supportuse_version_id_8594a7e7 ON public.cases_supportuse USING btree (version_id);


CREATE INDEX cases_tag_client_id_6c16470f ON public.cases_tag USING btree (client_id);


CREATE INDEX cases_tagging_case_id_af6ccc16 ON public.cases_tagging USING btree (case_id);


CREATE INDEX cases_tagging_client_id_f8cef243 ON public.cases_tagging USING btree (client_id);


CREATE INDEX cases_tagging_tag_id_025b608b ON public.cases_tagging USING btree (tag_id);


CREATE INDEX cases_tick_by_id_887b778c ON public.cases_tick USING btree (by_id);


CREATE INDEX cases_tick_case_id_223f96e2 ON public.cases_tick USING btree (case_id);


CREATE INDEX cases_tick_client_id_96709eed ON public.cases_tick USING btree (client_id);


CREATE INDEX cases_tick_undone_by_id_f1a6df69 ON public.cases_tick USING btree (undone_by_id);


CREATE INDEX cases_tick_version_id_3e4b01a3 ON public.cases_tick USING btree (version_id);


CREATE INDEX cases_unassigned ON public.cases_case USING btree (state_since, id) WHERE ((NOT ((state)::text = 'closed'::text)) AND (agent_id IS NULL));


CREATE INDEX cases_watch_agent_id_4dea171a ON public.cases_watch USING btree (agent_id);


CREATE INDEX cases_watch_case_id_b7b7fcf4 ON public.cases_watch USING btree (case_id);


CREATE INDEX cases_watch_client_id_6dd66f75 ON public.cases_watch USING btree (client_id);


CREATE INDEX casetypes_casetype_client_id_1fb261fe ON public.casetypes_casetype USING btree (client_id);


CREATE INDEX casetypes_casetype_code_6fce5dd9 ON public.casetypes_casetype USING btree (code);


CREATE INDEX casetypes_casetype_code_6fce5dd9_like ON public.casetypes_casetype USING btree (code varchar_pattern_ops);


CREATE INDEX casetypes_typeversion_by_id_8c777276 ON public.casetypes_typeversion USING btree (by_id);


CREATE INDEX casetypes_typeversion_case_type_id_4aa01181 ON public.casetypes_typeversion USING btree (case_type_id);


CREATE INDEX chat_chat_case_id_be2d9e66 ON public.chat_chat USING btree (case_id);


CREATE INDEX chat_chat_client_id_0c8afba6 ON public.chat_chat USING btree (client_id);


CREATE INDEX chat_chat_digest_62692f5c_like ON public.chat_chat USING btree (digest varchar_pattern_ops);


CREATE INDEX chat_chatline_client_id_3cbe4497 ON public.chat_chatline USING btree (client_id);


CREATE INDEX chats_going_on ON public.chat_chat USING btree (heard_at) WHERE (ended_at IS NULL);


CREATE UNIQUE INDEX child_of_one_case ON public.cases_relation USING btree (other_id) WHERE ((ended_at IS NULL) AND ((kind)::text = 'child'::text));


CREATE INDEX closings_by_case ON public.kpi_fact USING btree (case_id) WHERE ((kind)::text = ANY (ARRAY[('closing'::character varying)::text, ('reopening'::character varying)::text]));


CREATE UNIQUE INDEX confidential_once ON public.cases_confidentiality USING btree (case_id) WHERE (lifted_at IS NULL);


CREATE INDEX contact_counts_by_span ON public.kpi_contactcount USING btree (client_id, is_month, day);


CREATE INDEX contacts_blockregister_by_id_6c54defc ON public.contacts_blockregister USING btree (by_id);


CREATE INDEX contacts_by_channel ON public.contacts_contact USING btree (client_id, channel, started_at DESC);


CREATE INDEX contacts_by_customer ON public.contacts_contact USING btree (customer_id, started_at DESC);


CREATE INDEX contacts_callblock_by_id_f9ca6514 ON public.contacts_callblock USING btree (by_id);


CREATE INDEX contacts_callblock_client_id_d0de8611 ON public.contacts_callblock USING btree (client_id);


CREATE INDEX contacts_callblock_customer_id_243c6345 ON public.contacts_callblock USING btree (customer_id);


CREATE INDEX contacts_contact_agent_id_15d75963 ON public.contacts_contact USING btree (agent_id);


CREATE INDEX contacts_errand_client_id_dd0c49c1 ON public.contacts_errand USING btree (client_id);


CREATE INDEX contacts_message_author_id_5fb7f34c ON public.contacts_message USING btree (author_id);


CREATE INDEX contacts_message_client_id_781f3e14 ON public.contacts_message USING btree (client_id);


CREATE INDEX contacts_message_contact_id_911abfb2 ON public.contacts_message USING btree (contact_id);


CREATE INDEX contacts_message_in_reply_to_id_06a63560 ON public.contacts_message USING btree (in_reply_to_id);


CREATE INDEX contacts_message_raw_id_722d4366 ON public.contacts_message USING btree (raw_id);


CREATE INDEX contacts_messagefile_client_id_15665b21 ON public.contacts_messagefile USING btree (client_id);


CREATE INDEX contacts_messagefile_file_id_be981bba ON public.contacts_messagefile USING btree (file_id);


CREATE INDEX contacts_messagefile_message_id_bafe7ae3 ON public.contacts_messagefile USING btree (message_id);


CREATE INDEX contacts_nocase_by_id_dadf6308 ON public.contacts_nocase USING btree (by_id);


CREATE INDEX contacts_optout_client_id_0982602e ON public.contacts_optout USING btree (client_id);


CREATE INDEX contacts_outgoing_client_id_f70313a7 ON public.contacts_outgoing USING btree (client_id);


CREATE INDEX contacts_outgoingstep_client_id_17704bec ON public.contacts_outgoingstep USING btree (client_id);


CREATE INDEX contacts_outgoingstep_outgoing_id_fb0552e0 ON public.contacts_outgoingstep USING btree (outgoing_id);


CREATE INDEX contacts_suppression_client_id_38a86938 ON public.contacts_suppression USING btree (client_id);


CREATE INDEX contacts_suppression_lifted_by_id_2a43147f ON public.contacts_suppression USING btree (lifted_by_id);


CREATE INDEX contacts_volumebefore_client_id_632a288f ON public.contacts_volumebefore USING btree (client_id);


CREATE INDEX counter_call_by_id_fca495ef ON public.counter_call USING btree (by_id);


CREATE INDEX counter_call_client_id_40d43e9c ON public.counter_call USING btree (client_id);


CREATE INDEX counter_call_desk_id_cfcbe689 ON public.counter_call USING btree (desk_id);


CREATE INDEX counter_call_ticket_id_b3391635 ON public.counter_call USING btree (ticket_id);


CREATE INDEX counter_desk_client_id_ae5d6427 ON public.counter_desk USING btree (client_id);


CREATE INDEX counter_desk_hall_id_13eb606c ON public.counter_desk USING btree (hall_id);


CREATE INDEX counter_errand_client_id_ad0a88a3 ON public.counter_errand USING btree (client_id);


CREATE INDEX counter_errand_hall_id_87d0248c ON public.counter_errand USING btree (hall_id);


CREATE INDEX counter_hall_client_id_846d088c ON public.counter_hall USING btree (client_id);


CREATE INDEX counter_hall_key_0f5d127a_like ON public.counter_hall USING btree (key varchar_pattern_ops);


CREATE INDEX counter_series_client_id_8a3024b3 ON public.counter_series USING btree (client_id);


CREATE INDEX counter_series_hall_id_f4e39754 ON public.counter_series USING btree (hall_id);


CREATE INDEX counter_sitting_agent_id_026690ce ON public.counter_sitting USING btree (agent_id);


CREATE INDEX counter_sitting_client_id_e124d7c9 ON public.counter_sitting USING btree (client_id);


CREATE INDEX counter_sitting_desk_id_99ee9b4d ON public.counter_sitting USING btree (desk_id);


CREATE INDEX counter_ticket_client_id_2c4fe441 ON public.counter_ticket USING btree (client_id);


CREATE INDEX counter_ticket_errand_id_b08f245f ON public.counter_ticket USING btree (errand_id);


CREATE INDEX counter_ticket_hall_id_148a4479 ON public.counter_ticket USING btree (hall_id);


CREATE INDEX customer_imports_by_client ON public.customers_import USING btree (client_id, at DESC);


CREATE INDEX customers_address_client_id_5d25b8ac ON public.customers_address USING btree (client_id);


CREATE INDEX customers_address_customer_id_f042422e ON public.customers_address USING btree (customer_id);


CREATE INDEX customers_by_like_name ON public.customers_customer USING gin (name public.gin_trgm_ops);


CREATE INDEX customers_by_part_of_line ON public.search_customerwords USING gin (line public.gin_trgm_ops);


CREATE INDEX customers_customer_client_id_37c893bc ON public.customers_customer USING btree (client_id);


CREATE INDEX customers_customer_person_id_afc785ac ON public.customers_customer USING btree (person_id);


CREATE INDEX customers_import_by_id_0bdfa90d ON public.customers_import USING btree (by_id);


CREATE INDEX customers_import_client_id_f1fcf0ad ON public.customers_import USING btree (client_id);


CREATE INDEX customers_import_undone_by_id_38136e54 ON public.customers_import USING btree (undone_by_id);


CREATE INDEX customers_importedcustomer_client_id_b94450cc ON public.customers_importedcustomer USING btree (client_id);


CREATE INDEX customers_importedcustomer_of_id_436f874b ON public.customers_importedcustomer USING btree (of_id);


CREATE INDEX customers_merge_by_id_df379250 ON public.customers_merge USING btree (by_id);


CREATE INDEX customers_merge_client_id_710dc10d ON public.customers_merge USING btree (client_id);


CREATE INDEX customers_merge_source_id_2621dad2 ON public.customers_merge USING btree (source_id);


CREATE INDEX customers_merge_target_id_3de41076 ON public.customers_merge USING btree (target_id);


CREATE INDEX customers_merge_undone_by_id_6cedfb9e ON public.customers_merge USING btree (undone_by_id);


CREATE INDEX customers_merged ON public.customers_customer USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL);


CREATE INDEX customers_need_by_id_f38c6719 ON public.customers_need USING btree (by_id);


CREATE INDEX customers_need_client_id_ec68603d ON public.customers_need USING btree (client_id);


CREATE INDEX customers_need_customer_id_4f4e1b5f ON public.customers_need USING btree (customer_id);


CREATE INDEX customers_notthesame_by_id_6f778974 ON public.customers_notthesame USING btree (by_id);


CREATE INDEX customers_notthesame_client_id_6d9e0a88 ON public.customers_notthesame USING btree (client_id);


CREATE INDEX customers_notthesame_one_id_5aa742e0 ON public.customers_notthesame USING btree (one_id);


CREATE INDEX customers_notthesame_other_id_ad878346 ON public.customers_notthesame USING btree (other_id);


CREATE INDEX customers_representative_by_id_267625e6 ON public.customers_representative USING btree (by_id);


CREATE INDEX customers_representative_client_id_e2d7d4ff ON public.customers_representative USING btree (client_id);


CREATE INDEX customers_representative_customer_id_6ecd506c ON public.customers_representative USING btree (customer_id);


CREATE INDEX customers_representative_ended_by_id_41607ca2 ON public.customers_representative USING btree (ended_by_id);


CREATE INDEX customers_representative_representative_id_f80f7f89 ON public.customers_representative USING btree (representative_id);


CREATE INDEX deadlines_by_client ON public.cases_deadline USING btree (client_id, due_at);


CREATE INDEX deadlines_in_order ON public.cases_deadline USING btree (due_at, case_id);


CREATE INDEX deeds_by_end ON public.cases_deed USING btree (until);


CREATE UNIQUE INDEX delivered_by_itself_once ON public.publications_delivery USING btree (publication_id, recipient_id) WHERE (by_id IS NULL);


CREATE INDEX deliveries_due ON public.integrations_webhookdelivery USING btree (next_try_at) WHERE (next_try_at IS NOT NULL);


CREATE INDEX disposal_disposed_access_id_38053649 ON public.disposal_disposed USING btree (access_id);


CREATE INDEX disposal_disposed_case_type_id_5a3bd471 ON public.disposal_disposed USING btree (case_type_id);


CREATE INDEX disposal_disposed_client_id_411a013d ON public.disposal_disposed USING btree (client_id);


CREATE INDEX disposal_disposed_protocol_id_6aacfae6 ON public.disposal_disposed USING btree (protocol_id);


CREATE INDEX disposal_hold_by_id_02a23ae8 ON public.disposal_hold USING btree (by_id);


CREATE INDEX disposal_hold_client_id_2ba2734e ON public.disposal_hold USING btree (client_id);


CREATE INDEX disposal_hold_ended_by_id_732c7491 ON public.disposal_hold USING btree (ended_by_id);


CREATE INDEX disposal_protocol_access_id_2e863d89 ON public.disposal_protocol USING btree (access_id);


CREATE INDEX disposal_protocol_client_id_b17f0f18 ON public.disposal_protocol USING btree (client_id);


CREATE INDEX disposed_untold ON public.disposal_disposed USING btree (client_id) WHERE (protocol_id IS NULL);


CREATE INDEX disruptions_disruption_client_id_f432fd46 ON public.disruptions_disruption USING btree (client_id);


CREATE INDEX disruptions_disruption_ended_by_id_ad0086a7 ON public.disruptions_disruption USING btree (ended_by_id);


CREATE INDEX disruptions_disruption_opened_by_id_4b9a79e1 ON public.disruptions_disruption USING btree (opened_by_id);


CREATE INDEX disruptions_disruption_subject_id_b187e165 ON public.disruptions_disruption USING btree (subject_id);


CREATE INDEX disruptions_follower_client_id_d6508010 ON public.disruptions_follower USING btree (client_id);


CREATE INDEX disruptions_follower_customer_id_a7c8e9d8 ON public.disruptions_follower USING btree (customer_id);


CREATE INDEX disruptions_follower_disruption_id_7a821ad3 ON public.disruptions_follower USING btree (disruption_id);


CREATE INDEX disruptions_not_over ON public.disruptions_disruption USING btree (client_id, started_at) WHERE (ended_at IS NULL);


CREATE INDEX disruptions_step_by_id_e2ad387a ON public.disruptions_step USING btree (by_id);


CREATE INDEX disruptions_step_client_id_2f5879e5 ON public.disruptions_step USING btree (client_id);


CREATE INDEX disruptions_step_disruption_id_2f423c00 ON public.disruptions_step USING btree (disruption_id);


CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);


CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);


CREATE INDEX drafts_by_expiry ON public.portal_draft USING btree (expires_at);


CREATE INDEX duty_absence_agent_id_f0eb902b ON public.duty_absence USING btree (agent_id);


CREATE INDEX duty_absence_by_id_dcb3cc21 ON public.duty_absence USING btree (by_id);


CREATE INDEX duty_absence_stand_in_id_915ce455 ON public.duty_absence USING btree (stand_in_id);


CREATE INDEX duty_by_group ON public.duty_duty USING btree (group_id, valid_from);


CREATE INDEX duty_duty_agent_id_cb68c66f ON public.duty_duty USING btree (agent_id);


CREATE INDEX duty_duty_client_id_d42ddb95 ON public.duty_duty USING btree (client_id);


CREATE INDEX duty_duty_group_id_ec675bb6 ON public.duty_duty USING btree (group_id);


CREATE INDEX entrypoints_entrypoint_leads_to_id_4517dc58 ON public.entrypoints_entrypoint USING btree (leads_to_id);


CREATE INDEX entrypoints_entrypoint_owner_id_d4036ae1 ON public.entrypoints_entrypoint USING btree (owner_id);


CREATE INDEX entrypoints_trial_by_id_f0cfaee8 ON public.entrypoints_trial USING btree (by_id);


CREATE INDEX entrypoints_trial_entry_id_e78c3289 ON public.entrypoints_trial USING btree (entry_id);


CREATE INDEX events_by_case ON public.events_eventrecord USING btree (case_id, id) WHERE (case_id > 0);


CREATE INDEX events_by_customer ON public.events_eventrecord USING btree (customer_id) WHERE (customer_id > 0);


CREATE INDEX events_by_name ON public.events_eventrecord USING btree (name, at);


CREATE INDEX exchange_importedcall_brought_in_id_9540ddd8 ON public.exchange_importedcall USING btree (brought_in_id);


CREATE INDEX exchange_importedcall_queue_id_e2cee45b ON public.exchange_importedcall USING btree (queue_id);


CREATE INDEX exchange_logimport_by_id_51cc9fd7 ON public.exchange_logimport USING btree (by_id);


CREATE INDEX exchange_logimport_client_id_3b2f8f0a ON public.exchange_logimport USING btree (client_id);


CREATE INDEX facts_by_day ON public.kpi_fact USING btree (client_id, day);


CREATE INDEX failures_by_account ON public.people_failedsignin USING btree (account, at);


CREATE INDEX failures_by_address ON public.people_failedsignin USING btree (address, at);


CREATE INDEX feedback_by_hand_over ON public.kpi_feedbacktime USING btree (client_id, handed_at);


CREATE UNIQUE INDEX fetched_once ON public.mail_rawmail USING btree (mailbox_id, uid_validity, uid) WHERE (uid IS NOT NULL);


CREATE INDEX files_storedfile_sha256_d89381b8_like ON public.files_storedfile USING btree (sha256 varchar_pattern_ops);


CREATE INDEX files_to_read ON public.search_filewords USING btree (file_id) WHERE (words IS NULL);


CREATE INDEX files_to_scan ON public.files_storedfile USING btree (id) WHERE (scanned_at IS NULL);


CREATE INDEX files_upload_by_id_23f26d80 ON public.files_upload USING btree (by_id);


CREATE INDEX files_upload_file_id_1d6074eb ON public.files_upload USING btree (file_id);


CREATE UNIQUE INDEX found_missing_once ON public.register_finding USING btree (place_id, service_id) NULLS NOT DISTINCT WHERE (settled_at IS NULL);


CREATE INDEX gaps_to_fill ON public.knowledge_gap USING btree (subject_id, at) WHERE (filled_at IS NULL);


CREATE INDEX grants_by_agent ON public.people_rolegrant USING btree (agent_id);


CREATE UNIQUE INDEX group_listed_once ON public.voice_entry USING btree (client_id, group_id) WHERE (ended_at IS NULL);


CREATE INDEX heated_by_client ON public.routing_heated USING btree (client_id, at);


CREATE UNIQUE INDEX held_once ON public.disposal_hold USING btree (case_id) WHERE (ended_at IS NULL);


CREATE INDEX idx_procrastinate_jobs_worker_not_null ON public.procrastinate_jobs USING btree (worker_id) WHERE ((worker_id IS NOT NULL) AND (status = 'doing'::public.procrastinate_job_status));


CREATE INDEX idx_procrastinate_workers_last_heartbeat ON public.procrastinate_workers USING btree (last_heartbeat);


CREATE INDEX imported_calls_without_end ON public.exchange_importedcall USING btree (client_id, arrived_at) WHERE (((outcome)::text = ''::text) OR ((ended_at IS NULL) AND ((outcome)::text = 'answered'::text)));


CREATE INDEX insights_by_time ON public.kpi_insight USING btree (client_id, at);


CREATE INDEX intake_by_time ON public.routing_intake USING btree (begins_at);


CREATE INDEX integrations_idempotentanswer_agent_id_b9f4b1ec ON public.integrations_idempotentanswer USING btree (agent_id);


CREATE INDEX integrations_token_client_id_c16dc3b3 ON public.integrations_token USING btree (client_id);


CREATE INDEX integrations_token_digest_e0a04dc7_like ON public.integrations_token USING btree (digest varchar_pattern_ops);


CREATE INDEX integrations_webhook_client_id_b8ed641c ON public.integrations_webhook USING btree (client_id);


CREATE INDEX integrations_webhook_created_by_id_4ca2a866 ON public.integrations_webhook USING btree (created_by_id);


CREATE INDEX integrations_webhookdelivery_webhook_id_6db7c388 ON public.integrations_webhookdelivery USING btree (webhook_id);


CREATE INDEX interpreters_ahead ON public.cases_interpreterbooking USING btree (ends_at) WHERE ((state)::text = ANY (ARRAY[('asked-for'::character varying)::text, ('confirmed'::character varying)::text]));


CREATE INDEX knowledge_aboutsubject_article_id_136cba37 ON public.knowledge_aboutsubject USING btree (article_id);


CREATE INDEX knowledge_aboutsubject_client_id_0ca34ab0 ON public.knowledge_aboutsubject USING btree (client_id);


CREATE INDEX knowledge_aboutsubject_subject_id_948841d8 ON public.knowledge_aboutsubject USING btree (subject_id);


CREATE INDEX knowledge_article_approver_id_0911d9a7 ON public.knowledge_article USING btree (approver_id);


CREATE INDEX knowledge_article_client_id_4171619b ON public.knowledge_article USING btree (client_id);


CREATE INDEX knowledge_article_group_id_10c476e9 ON public.knowledge_article USING btree (group_id);


CREATE INDEX knowledge_article_owner_id_b40ac797 ON public.knowledge_article USING btree (owner_id);


CREATE INDEX knowledge_article_published_id_c6fc3634 ON public.knowledge_article USING btree (published_id);


CREATE INDEX knowledge_gap_by_id_977634ce ON public.knowledge_gap USING btree (by_id);


CREATE INDEX knowledge_gap_client_id_3be3e2d5 ON public.knowledge_gap USING btree (client_id);


CREATE INDEX knowledge_gap_filled_by_id_74153fa3 ON public.knowledge_gap USING btree (filled_by_id);


CREATE INDEX knowledge_gap_subject_id_bff50dd5 ON public.knowledge_gap USING btree (subject_id);


CREATE INDEX knowledge_reminder_article_id_ea12fd20 ON public.knowledge_reminder USING btree (article_id);


CREATE INDEX knowledge_reminder_client_id_17a7d651 ON public.knowledge_reminder USING btree (client_id);


CREATE INDEX knowledge_reminder_owner_id_82367626 ON public.knowledge_reminder USING btree (owner_id);


CREATE INDEX knowledge_report_answered_by_id_df07c497 ON public.knowledge_report USING btree (answered_by_id);


CREATE INDEX knowledge_report_article_id_c27c3896 ON public.knowledge_report USING btree (article_id);


CREATE INDEX knowledge_report_by_id_fa338962 ON public.knowledge_report USING btree (by_id);


CREATE INDEX knowledge_report_client_id_8d4c8d71 ON public.knowledge_report USING btree (client_id);


CREATE INDEX knowledge_report_version_id_67bd12f0 ON public.knowledge_report USING btree (version_id);


CREATE INDEX knowledge_review_article_id_63691d2c ON public.knowledge_review USING btree (article_id);


CREATE INDEX knowledge_review_by_id_65370290 ON public.knowledge_review USING btree (by_id);


CREATE INDEX knowledge_review_client_id_bab5bbf8 ON public.knowledge_review USING btree (client_id);


CREATE INDEX knowledge_review_version_id_9bf0ae4a ON public.knowledge_review USING btree (version_id);


CREATE INDEX knowledge_servicearea_client_id_66d3e08d ON public.knowledge_servicearea USING btree (client_id);


CREATE INDEX knowledge_subject_area_id_9cfbbf40 ON public.knowledge_subject USING btree (area_id);


CREATE INDEX knowledge_subject_client_id_e6a01fab ON public.knowledge_subject USING btree (client_id);


CREATE INDEX knowledge_subject_group_id_0455489d ON public.knowledge_subject USING btree (group_id);


CREATE INDEX knowledge_version_approved_by_id_77a73da7 ON public.knowledge_version USING btree (approved_by_id);


CREATE INDEX knowledge_version_article_id_452d3a63 ON public.knowledge_version USING btree (article_id);


CREATE INDEX knowledge_version_author_id_27f8c7fd ON public.knowledge_version USING btree (author_id);


CREATE INDEX knowledge_version_client_id_bc9c5692 ON public.knowledge_version USING btree (client_id);


CREATE INDEX knowledge_version_corrects_id_1a06a714 ON public.knowledge_version USING btree (corrects_id);


CREATE INDEX knowledge_version_withdrawn_by_id_561712b0 ON public.knowledge_version USING btree (withdrawn_by_id);


CREATE INDEX knowledge_wording_article_id_27a5872a ON public.knowledge_wording USING btree (article_id);


CREATE INDEX knowledge_wording_client_id_d49a21b1 ON public.knowledge_wording USING btree (client_id);


CREATE INDEX knowledge_wording_version_id_96dd1c55 ON public.knowledge_wording USING btree (version_id);


CREATE INDEX kpi_casecount_client_id_68f918b1 ON public.kpi_casecount USING btree (client_id);


CREATE INDEX kpi_casecount_subject_id_19532070 ON public.kpi_casecount USING btree (subject_id);


CREATE INDEX kpi_contactcount_client_id_5f7d5160 ON public.kpi_contactcount USING btree (client_id);


CREATE INDEX kpi_feedbacktime_client_id_6ed245b4 ON public.kpi_feedbacktime USING btree (client_id);


CREATE INDEX kpi_goal_client_id_8278dc90 ON public.kpi_goal USING btree (client_id);


CREATE INDEX kpi_goal_owner_id_a0fbc8e6 ON public.kpi_goal USING btree (owner_id);


CREATE INDEX kpi_insight_by_id_78762d5b ON public.kpi_insight USING btree (by_id);


CREATE INDEX kpi_insight_client_id_719a91ef ON public.kpi_insight USING btree (client_id);


CREATE INDEX kpi_insight_group_id_28738b91 ON public.kpi_insight USING btree (group_id);


CREATE INDEX kpi_measuregoal_by_id_041db4d5 ON public.kpi_measuregoal USING btree (by_id);


CREATE INDEX kpi_notednumber_by_id_236d9670 ON public.kpi_notednumber USING btree (by_id);


CREATE INDEX kpi_notednumber_client_id_4ff48238 ON public.kpi_notednumber USING btree (client_id);


CREATE INDEX kpi_ownmeasure_by_id_f3719c0b ON public.kpi_ownmeasure USING btree (by_id);


CREATE INDEX kpi_publishedfigure_by_id_6c24d3e4 ON public.kpi_publishedfigure USING btree (by_id);


CREATE INDEX kpi_selfserviceuse_client_id_c733ceca ON public.kpi_selfserviceuse USING btree (client_id);


CREATE INDEX kpi_selfserviceuse_subject_id_8556e7f4 ON public.kpi_selfserviceuse USING btree (subject_id);


CREATE INDEX kpi_signedfactor_by_id_22596be5 ON public.kpi_signedfactor USING btree (by_id);


CREATE INDEX kpi_signedfactor_client_id_11d91162 ON public.kpi_signedfactor USING btree (client_id);


CREATE INDEX kpi_states_by_case ON public.kpi_fact USING btree (case_id, record_id) WHERE ((kind)::text = ANY (ARRAY[('case'::character varying)::text, ('state'::character varying)::text, ('shut'::character varying)::text]));


CREATE INDEX kpi_states_by_record ON public.kpi_fact USING btree (record_id) WHERE ((kind)::text = ANY (ARRAY[('state'::character varying)::text, ('shut'::character varying)::text]));


CREATE INDEX lasting_facts_by_record ON public.kpi_fact USING btree (record_id) WHERE ((kind)::text = ANY (ARRAY[('closing'::character varying)::text, ('feedback'::character varying)::text, ('chat-reply'::character varying)::text, ('reopening'::character varying)::text]));


CREATE INDEX levels_archivedboard_client_id_315a0da0 ON public.levels_archivedboard USING btree (client_id);


CREATE INDEX levels_decision_by_id_b393be72 ON public.levels_decision USING btree (by_id);


CREATE INDEX levels_decision_client_id_9031542a ON public.levels_decision USING btree (client_id);


CREATE INDEX levels_decision_issue_id_e64658e8 ON public.levels_decision USING btree (issue_id);


CREATE INDEX levels_issue_by_id_c4c34fcc ON public.levels_issue USING btree (by_id);


CREATE INDEX levels_issue_client_id_eb365b1b ON public.levels_issue USING btree (client_id);


CREATE INDEX levels_issue_place_id_47c9db48 ON public.levels_issue USING btree (place_id);


CREATE INDEX levels_issue_service_id_2c355b74 ON public.levels_issue USING btree (service_id);


CREATE INDEX levels_lift_by_id_1cd8c686 ON public.levels_lift USING btree (by_id);


CREATE INDEX levels_lift_client_id_c42de390 ON public.levels_lift USING btree (client_id);


CREATE INDEX levels_lift_issue_id_23434e3e ON public.levels_lift USING btree (issue_id);


CREATE INDEX levels_wishdecision_by_id_1e34aef1 ON public.levels_wishdecision USING btree (by_id);


CREATE INDEX levels_wishdecision_client_id_0346d958 ON public.levels_wishdecision USING btree (client_id);


CREATE INDEX levers_by_end ON public.routing_lever USING btree (ends_at);


CREATE INDEX log_imports_by_client ON public.exchange_logimport USING btree (client_id, id DESC);


CREATE INDEX mail_grouptold_client_id_e6d29eca ON public.mail_grouptold USING btree (client_id);


CREATE INDEX mail_grouptold_outgoing_id_4d71a443 ON public.mail_grouptold USING btree (outgoing_id);


CREATE INDEX mail_mailbox_client_id_9bbfadb4 ON public.mail_mailbox USING btree (client_id);


CREATE INDEX mail_mailbox_group_id_97bd6349 ON public.mail_mailbox USING btree (group_id);


CREATE INDEX mail_mailbox_subject_id_6cf10aba ON public.mail_mailbox USING btree (subject_id);


CREATE INDEX mail_pickup_client_id_3f2b97cb ON public.mail_pickup USING btree (client_id);


CREATE INDEX mail_rawmail_client_id_a645f3d2 ON public.mail_rawmail USING btree (client_id);


CREATE INDEX mail_rawmail_mailbox_id_b7850de3 ON public.mail_rawmail USING btree (mailbox_id);


CREATE INDEX mail_rawmail_stored_id_bbc6973a ON public.mail_rawmail USING btree (stored_id);


CREATE INDEX mail_silence_client_id_1780e0fe ON public.mail_silence USING btree (client_id);


CREATE INDEX mail_silence_mailbox_id_ca151c05 ON public.mail_silence USING btree (mailbox_id);


CREATE INDEX mail_stafftold_case_id_d4d787ad ON public.mail_stafftold USING btree (case_id);


CREATE INDEX mail_stafftold_client_id_7101f11b ON public.mail_stafftold USING btree (client_id);


CREATE UNIQUE INDEX merged_into_one ON public.customers_merge USING btree (source_id) WHERE (undone_at IS NULL);


CREATE UNIQUE INDEX merged_into_one_at_a_time ON public.cases_merge USING btree (case_id) WHERE (ended_at IS NULL);


CREATE INDEX messages_by_contact ON public.contacts_message USING btree (contact_id, at);


CREATE INDEX messages_by_message_id ON public.contacts_message USING btree (message_id) WHERE (NOT ((message_id)::text = ''::text));


CREATE INDEX messages_to_expire ON public.voice_voicemessage USING btree (expires_at) WHERE (deleted_at IS NULL);


CREATE INDEX messages_to_fetch ON public.voice_voicemessage USING btree (id) WHERE ((ended_at IS NOT NULL) AND (fetched_at IS NULL));


CREATE INDEX mfa_authenticator_user_id_0c3a50c0 ON public.mfa_authenticator USING btree (user_id);


CREATE UNIQUE INDEX name_listed_once ON public.voice_entry USING btree (client_id, lower((own_name)::text), number) WHERE ((agent_id IS NULL) AND (ended_at IS NULL) AND (group_id IS NULL));


CREATE UNIQUE INDEX need_is_first_once ON public.routing_firstneed USING btree (client_id, what) WHERE (until IS NULL);


CREATE UNIQUE INDEX need_said_once ON public.customers_need USING btree (customer_id, what, words) WHERE (until IS NULL);


CREATE INDEX needs_asked_by_day ON public.cases_caseneed USING btree (client_id, at);


CREATE INDEX newest_forecast ON public.routing_forecast USING btree (client_id, made_at DESC);


CREATE INDEX numbers_by_what ON public.kpi_notednumber USING btree (client_id, what);


CREATE INDEX offers_by_agent ON public.routing_offer USING btree (agent_id, ended_at);


CREATE INDEX offers_in_wrap_up ON public.routing_offer USING btree (wrap_up_until) WHERE ((state)::text = 'wrap-up'::text);


CREATE UNIQUE INDEX one_access_list_for_protected ON public.secrecy_accesslist USING btree (client_id) WHERE is_for_protected;


CREATE UNIQUE INDEX one_agent_per_address ON public.people_agent USING btree (lower((email)::text));


CREATE UNIQUE INDEX one_away_reason_per_name ON public.routing_awayreason USING btree (client_id, name) WHERE (ended_at IS NULL);


CREATE UNIQUE INDEX one_call_at_a_time ON public.routing_offer USING btree (agent_id) WHERE (((channel)::text = 'phone'::text) AND (ended_at IS NULL));


CREATE UNIQUE INDEX one_call_per_coach ON public.voice_watch USING btree (coach_id) WHERE (NOT ((state)::text = 'ended'::text));


CREATE UNIQUE INDEX one_canned_text_per_variant ON public.cases_cannedtext USING btree (client_id, name, language, is_easy) WHERE (retired_at IS NULL);


CREATE UNIQUE INDEX one_coach_per_call ON public.voice_watch USING btree (call_id) WHERE (NOT ((state)::text = 'ended'::text));


CREATE UNIQUE INDEX one_current_membership ON public.people_membership USING btree (group_id, agent_id) WHERE (until IS NULL);


CREATE UNIQUE INDEX one_default_type ON public.casetypes_casetype USING btree (client_id) WHERE is_default;


CREATE UNIQUE INDEX one_desk_at_a_time ON public.counter_sitting USING btree (agent_id) WHERE (until IS NULL);


CREATE UNIQUE INDEX one_desk_per_name ON public.counter_desk USING btree (hall_id, name) WHERE (retired_at IS NULL);


CREATE UNIQUE INDEX one_entry_point_per_address ON public.entrypoints_entrypoint USING btree (client_id, kind, lower((address)::text)) WHERE (withdrawn_at IS NULL);


CREATE UNIQUE INDEX one_errand_per_letter ON public.counter_errand USING btree (hall_id, letter) WHERE (retired_at IS NULL);


CREATE UNIQUE INDEX one_handling_plan_per_queue ON public.routing_handlingplan USING btree (queue_id) WHERE (until IS NULL);


CREATE UNIQUE INDEX one_has_a_contact ON public.routing_offer USING btree (contact_id) WHERE (ended_at IS NULL);


CREATE UNIQUE INDEX one_known_customer_per_address ON public.customers_address USING btree (client_id, kind, value) WHERE ((until IS NULL) AND (NOT ((kind)::text = 'post'::text)) AND (NOT secret));


CREATE UNIQUE INDEX one_leg_per_agent ON public.voice_leg USING btree (agent_id) WHERE ((state)::text = ANY (ARRAY[('ringing'::character varying)::text, ('up'::character varying)::text]));


CREATE UNIQUE INDEX one_leg_per_role ON public.voice_leg USING btree (call_id, role) WHERE ((state)::text = ANY (ARRAY[('ringing'::character varying)::text, ('up'::character varying)::text]));


CREATE UNIQUE INDEX one_macro_per_name ON public.cases_macro USING btree (client_id, name) WHERE (retired_at IS NULL);


CREATE UNIQUE INDEX one_mailbox_per_address ON public.mail_mailbox USING btree (lower((address)::text));


CREATE UNIQUE INDEX one_number_shown ON public.voice_phonenumber USING btree (client_id) WHERE ((ended_at IS NULL) AND is_shown);


CREATE UNIQUE INDEX one_open_card_per_fault ON public.workorders_preventioncard USING btree (place_id, service_id) NULLS NOT DISTINCT WHERE (settled_at IS NULL);


CREATE UNIQUE INDEX one_open_issue_per_fault ON public.levels_issue USING btree (place_id, service_id) NULLS NOT DISTINCT WHERE ((closed_at IS NULL) AND (place_id IS NOT NULL));


CREATE UNIQUE INDEX one_open_report_per_person ON public.knowledge_report USING btree (version_id, by_id) WHERE (answered_at IS NULL);


CREATE UNIQUE INDEX one_place_per_code ON public.register_place USING btree (client_id, lower((code)::text));


CREATE UNIQUE INDEX one_place_per_number ON public.voice_phonenumber USING btree (number) WHERE (ended_at IS NULL);


CREATE UNIQUE INDEX one_queue_per_name ON public.routing_queue USING btree (client_id, channel, name) WHERE (ended_at IS NULL);


CREATE UNIQUE INDEX one_recording_at_a_time ON public.voice_callrecording USING btree (call_id) WHERE (NOT ((state)::text = 'over'::text));


CREATE UNIQUE INDEX one_recording_plan_per_queue ON public.voice_recordingplan USING btree (queue_id) WHERE (ended_at IS NULL);


CREATE UNIQUE INDEX one_service_type_per_name ON public.register_servicetype USING btree (client_id, lower((name)::text));


CREATE UNIQUE INDEX one_sits_at_a_desk ON public.counter_sitting USING btree (desk_id) WHERE (until IS NULL);


CREATE UNIQUE INDEX one_usual_announcement ON public.voice_announcement USING btree (number_id, occasion, choice_id) NULLS NOT DISTINCT WHERE (NOT ((occasion)::text = 'deviating'::text));


CREATE UNIQUE INDEX one_version_in_force ON public.knowledge_version USING btree (article_id) WHERE ((state)::text = 'approved'::text);


CREATE UNIQUE INDEX one_version_in_the_making ON public.knowledge_version USING btree (article_id) WHERE ((state)::text = ANY (ARRAY[('draft'::character varying)::text, ('submitted'::character varying)::text]));


CREATE UNIQUE INDEX opted_out_once ON public.contacts_optout USING btree (client_id, number) WHERE (ended_at IS NULL);


CREATE INDEX orders_by_client ON public.workorders_workorder USING btree (client_id, made_at DESC);


CREATE INDEX orders_by_place ON public.workorders_workorder USING btree (place_id, service_id, made_at);


CREATE INDEX outgoing_on_their_way ON public.contacts_outgoing USING btree (not_before) WHERE ((state)::text = ANY (ARRAY[('queued'::character varying)::text, ('leaving'::character varying)::text]));


CREATE INDEX paper_paper_case_id_71c4e7a0 ON public.paper_paper USING btree (case_id);


CREATE INDEX paper_paper_client_id_914deea1 ON public.paper_paper USING btree (client_id);


CREATE INDEX paper_paper_file_id_4aa38992 ON public.paper_paper USING btree (file_id);


CREATE INDEX paper_paper_noted_by_id_06c6d9fe ON public.paper_paper USING btree (noted_by_id);


CREATE INDEX paper_paper_registered_by_id_99e2a675 ON public.paper_paper USING btree (registered_by_id);


CREATE INDEX papers_by_day ON public.paper_paper USING btree (client_id, received_on DESC);


CREATE INDEX papers_to_register ON public.paper_paper USING btree (client_id, received_on) WHERE (contact_id IS NULL);


CREATE UNIQUE INDEX participates_once ON public.cases_participant USING btree (case_id, address) WHERE ((ended_at IS NULL) AND (NOT ((address)::text = ''::text)));


CREATE INDEX people_accessreview_reviewer_id_5348bfe4 ON public.people_accessreview USING btree (reviewer_id);


CREATE INDEX people_agent_email_3f1287c0_like ON public.people_agent USING btree (email varchar_pattern_ops);


CREATE INDEX people_agent_manager_id_e894cae9 ON public.people_agent USING btree (manager_id);


CREATE INDEX people_counter_expires ON public.people_counter USING btree (expires);


CREATE INDEX people_group_client_id_5431ebe2 ON public.people_group USING btree (client_id);


CREATE INDEX people_group_manager_id_4826c3cf ON public.people_group USING btree (manager_id);


CREATE INDEX people_membership_agent_id_f1e117cc ON public.people_membership USING btree (agent_id);


CREATE INDEX people_membership_group_id_3df2e745 ON public.people_membership USING btree (group_id);


CREATE INDEX people_rolegrant_agent_id_3b0cf6a2 ON public.people_rolegrant USING btree (agent_id);


CREATE INDEX people_rolegrant_client_id_fa6b8fba ON public.people_rolegrant USING btree (client_id);


CREATE INDEX people_rolegrant_given_by_id_93b1b6a2 ON public.people_rolegrant USING btree (given_by_id);


CREATE INDEX people_signinprovider_client_id_7a3472bc ON public.people_signinprovider USING btree (client_id);


CREATE INDEX people_signinprovider_slug_33659201_like ON public.people_signinprovider USING btree (slug varchar_pattern_ops);


CREATE UNIQUE INDEX person_listed_once ON public.voice_entry USING btree (client_id, agent_id) WHERE (ended_at IS NULL);


CREATE INDEX portal_draft_case_id_ef4654ca ON public.portal_draft USING btree (case_id);


CREATE INDEX portal_draft_client_id_993eba75 ON public.portal_draft USING btree (client_id);


CREATE INDEX portal_draft_mark_b48ecc4e_like ON public.portal_draft USING btree (mark varchar_pattern_ops);


CREATE INDEX portal_draftfile_draft_id_ecee4cfc ON public.portal_draftfile USING btree (draft_id);


CREATE INDEX posts_by_end ON public.social_post USING btree (keep_until);


CREATE INDEX posts_by_time ON public.social_post USING btree (client_id, posted_at DESC);


CREATE INDEX procrastinate_events_job_id_fkey_v1 ON public.procrastinate_events USING btree (job_id);


CREATE INDEX procrastinate_jobs_id_lock_idx_v1 ON public.procrastinate_jobs USING btree (id, lock) WHERE (status = ANY (ARRAY['todo'::public.procrastinate_job_status, 'doing'::public.procrastinate_job_status]));


CREATE UNIQUE INDEX procrastinate_jobs_lock_idx_v1 ON public.procrastinate_jobs USING btree (lock) WHERE (status = 'doing'::public.procrastinate_job_status);


CREATE INDEX procrastinate_jobs_priority_idx_v1 ON public.procrastinate_jobs USING btree (priority DESC, id) WHERE (status = 'todo'::public.procrastinate_job_status);


CREATE INDEX procrastinate_jobs_queue_name_idx_v1 ON public.procrastinate_jobs USING btree (queue_name);


CREATE UNIQUE INDEX procrastinate_jobs_queueing_lock_idx_v1 ON public.procrastinate_jobs USING btree (queueing_lock) WHERE (status = 'todo'::public.procrastinate_job_status);


CREATE INDEX procrastinate_periodic_defers_job_id_fkey_v1 ON public.procrastinate_periodic_defers USING btree (job_id);


CREATE INDEX promises_by_case ON public.cases_promise USING btree (case_id, id DESC);


CREATE INDEX promises_by_client ON public.cases_promise USING btree (client_id, due_at);


CREATE INDEX promises_by_due ON public.cases_promise USING btree (due_at);


CREATE INDEX protocols_by_client ON public.disposal_protocol USING btree (client_id, at DESC);


CREATE INDEX publications_delivery_by_id_876b6545 ON public.publications_delivery USING btree (by_id);


CREATE INDEX publications_delivery_client_id_809c3664 ON public.publications_delivery USING btree (client_id);


CREATE INDEX publications_delivery_publication_id_aae1bbac ON public.publications_delivery USING btree (publication_id);


CREATE INDEX publications_delivery_recipient_id_8d1f7eeb ON public.publications_delivery USING btree (recipient_id);


CREATE INDEX publications_outline_by_id_2834402d ON public.publications_outline USING btree (by_id);


CREATE INDEX publications_outline_client_id_0a74a1d5 ON public.publications_outline USING btree (client_id);


CREATE INDEX publications_publication_by_id_ff396637 ON public.publications_publication USING btree (by_id);


CREATE INDEX publications_publication_client_id_a53c624c ON public.publications_publication USING btree (client_id);


CREATE INDEX publications_publication_outline_id_79f96ed1 ON public.publications_publication USING btree (outline_id);


CREATE INDEX publications_remark_by_id_8ff01c4e ON public.publications_remark USING btree (by_id);


CREATE INDEX publications_remark_client_id_7c6a5e15 ON public.publications_remark USING btree (client_id);


CREATE INDEX publications_remark_outline_id_b849602d ON public.publications_remark USING btree (outline_id);


CREATE INDEX publications_rendition_client_id_c1d84f97 ON public.publications_rendition USING btree (client_id);


CREATE INDEX publications_rendition_publication_id_dfe705b3 ON public.publications_rendition USING btree (publication_id);


CREATE INDEX publications_subscription_by_id_59a5bc02 ON public.publications_subscription USING btree (by_id);


CREATE INDEX publications_subscription_client_id_9756b546 ON public.publications_subscription USING btree (client_id);


CREATE INDEX publications_subscription_outline_id_44aac051 ON public.publications_subscription USING btree (outline_id);


CREATE INDEX publications_subscription_recipient_id_aa022e90 ON public.publications_subscription USING btree (recipient_id);


CREATE UNIQUE INDEX published_once ON public.kpi_publishedfigure USING btree (client_id, code, starts_on, ends_on) WHERE (restates_id IS NULL);


CREATE INDEX rawmail_by_arrival ON public.mail_rawmail USING btree (mailbox_id, received_at DESC);


CREATE INDEX rawmail_by_contact ON public.mail_rawmail USING btree (contact_id) WHERE (contact_id IS NOT NULL);


CREATE INDEX rawmail_by_identity ON public.mail_rawmail USING btree (mailbox_id, identity) WHERE (NOT ((identity)::text = ''::text));


CREATE INDEX rawmail_owing ON public.mail_rawmail USING btree (id) WHERE owes_receipt;


CREATE INDEX rawmail_to_put_away ON public.mail_rawmail USING btree (id) WHERE ((NOT ((state)::text = 'waiting'::text)) AND (content IS NOT NULL));


CREATE INDEX rawmail_waiting ON public.mail_rawmail USING btree (id) WHERE ((state)::text = 'waiting'::text);


CREATE INDEX rawmail_waiting_by_id ON public.mail_rawmail USING btree (message_id) WHERE ((state)::text = 'waiting'::text);


CREATE UNIQUE INDEX read_once ON public.mail_rawmail USING btree (mailbox_id, identity) WHERE (((state)::text = 'read'::text) AND (NOT ((identity)::text = ''::text)));


CREATE INDEX readings_newest_first ON public.cases_reading USING btree (client_id, at DESC);


CREATE INDEX recordings_by_client ON public.voice_callrecording USING btree (client_id, began_at DESC);


CREATE INDEX recordings_to_expire ON public.voice_callrecording USING btree (expires_on) WHERE (deleted_at IS NULL);


CREATE INDEX recordings_to_fetch ON public.voice_callrecording USING btree (id) WHERE ((fetched_at IS NULL) AND ((state)::text = 'over'::text));


CREATE INDEX referrals_by_client ON public.cases_needoutcome USING btree (client_id, at DESC) WHERE ((met)::text = 'referred'::text);


CREATE INDEX register_fallback_by_id_735c92bc ON public.register_fallback USING btree (by_id);


CREATE INDEX register_fallback_group_id_b183284e ON public.register_fallback USING btree (group_id);


CREATE INDEX register_finding_client_id_d60cd0d7 ON public.register_finding USING btree (client_id);


CREATE INDEX register_finding_place_id_8c3e56cc ON public.register_finding USING btree (place_id);


CREATE INDEX register_finding_service_id_d2e9a4b6 ON public.register_finding USING btree (service_id);


CREATE INDEX register_place_client_id_5b2f8516 ON public.register_place USING btree (client_id);


CREATE INDEX register_place_parent_id_8686dfa4 ON public.register_place USING btree (parent_id);


CREATE INDEX register_responsibility_by_id_f8fac172 ON public.register_responsibility USING btree (by_id);


CREATE INDEX register_responsibility_client_id_81b48f16 ON public.register_responsibility USING btree (client_id);


CREATE INDEX register_responsibility_group_id_26782324 ON public.register_responsibility USING btree (group_id);


CREATE INDEX register_responsibility_place_id_bfa77ae0 ON public.register_responsibility USING btree (place_id);


CREATE INDEX register_responsibility_service_id_42bd2bc8 ON public.register_responsibility USING btree (service_id);


CREATE INDEX register_servicetype_client_id_884d9e16 ON public.register_servicetype USING btree (client_id);


CREATE UNIQUE INDEX related_once ON public.cases_relation USING btree (case_id, other_id) WHERE (ended_at IS NULL);


CREATE UNIQUE INDEX report_published_once ON public.publications_publication USING btree (outline_id, starts_on) WHERE (restates_id IS NULL);


CREATE INDEX reports_by_recipient ON public.reports_report USING btree (recipient_id, made_at DESC);


CREATE INDEX reports_comment_by_id_cba7bc70 ON public.reports_comment USING btree (by_id);


CREATE INDEX reports_comment_client_id_99ad21eb ON public.reports_comment USING btree (client_id);


CREATE INDEX reports_meeting_by_id_7babe424 ON public.reports_meeting USING btree (by_id);


CREATE INDEX reports_meeting_client_id_7b148f49 ON public.reports_meeting USING btree (client_id);


CREATE INDEX reports_report_client_id_27652e67 ON public.reports_report USING btree (client_id);


CREATE INDEX reports_report_recipient_id_1cdf5e4c ON public.reports_report USING btree (recipient_id);


CREATE INDEX reports_sending_by_id_490b6f05 ON public.reports_sending USING btree (by_id);


CREATE INDEX reports_sending_client_id_944172fc ON public.reports_sending USING btree (client_id);


CREATE INDEX reports_sending_report_id_31b6423d ON public.reports_sending USING btree (report_id);


CREATE INDEX reports_to_answer ON public.knowledge_report USING btree (article_id) WHERE (answered_at IS NULL);


CREATE INDEX representatives_to_end ON public.customers_representative USING btree (until) WHERE (ended_at IS NULL);


CREATE INDEX restatements_by_day ON public.kpi_restatement USING btree (client_id, day);


CREATE INDEX resting_by_end ON public.cases_snooze USING btree (until) WHERE (ended_at IS NULL);


CREATE UNIQUE INDEX rests_once_at_a_time ON public.cases_snooze USING btree (case_id) WHERE (ended_at IS NULL);


CREATE INDEX routing_agentskill_agent_id_5817c87c ON public.routing_agentskill USING btree (agent_id);


CREATE INDEX routing_agentskill_assessed_by_id_861d72a7 ON public.routing_agentskill USING btree (assessed_by_id);


CREATE INDEX routing_agentskill_client_id_fc9e1545 ON public.routing_agentskill USING btree (client_id);


CREATE INDEX routing_agentskill_skill_id_a1d05dfd ON public.routing_agentskill USING btree (skill_id);


CREATE INDEX routing_awayreason_client_id_c0e0241a ON public.routing_awayreason USING btree (client_id);


CREATE INDEX routing_daybalance_client_id_eafd7fcb ON public.routing_daybalance USING btree (client_id);


CREATE INDEX routing_daybalance_queue_id_ff71561b ON public.routing_daybalance USING btree (queue_id);


CREATE INDEX routing_daybalance_released_by_id_25cd537b ON public.routing_daybalance USING btree (released_by_id);


CREATE INDEX routing_firstneed_by_id_046c90ab ON public.routing_firstneed USING btree (by_id);


CREATE INDEX routing_firstneed_client_id_4868a99b ON public.routing_firstneed USING btree (client_id);


CREATE INDEX routing_forecast_client_id_a661b47e ON public.routing_forecast USING btree (client_id);


CREATE INDEX routing_handlingplan_by_id_2b0ca134 ON public.routing_handlingplan USING btree (by_id);


CREATE INDEX routing_handlingplan_client_id_50390970 ON public.routing_handlingplan USING btree (client_id);


CREATE INDEX routing_handlingplan_queue_id_a52169e2 ON public.routing_handlingplan USING btree (queue_id);


CREATE INDEX routing_heated_agent_id_4f21b3ac ON public.routing_heated USING btree (agent_id);


CREATE INDEX routing_heated_client_id_cc3b2314 ON public.routing_heated USING btree (client_id);


CREATE INDEX routing_heated_heard_by_id_4a82fbba ON public.routing_heated USING btree (heard_by_id);


CREATE INDEX routing_intake_client_id_adeb4253 ON public.routing_intake USING btree (client_id);


CREATE INDEX routing_lever_by_id_a65fbbcf ON public.routing_lever USING btree (by_id);


CREATE INDEX routing_lever_client_id_5d747aab ON public.routing_lever USING btree (client_id);


CREATE INDEX routing_lever_ended_by_id_15e91763 ON public.routing_lever USING btree (ended_by_id);


CREATE INDEX routing_lever_queue_id_99e7035e ON public.routing_lever USING btree (queue_id);


CREATE INDEX routing_lever_skill_id_26b816cc ON public.routing_lever USING btree (skill_id);


CREATE INDEX routing_leveragent_agent_id_e78ce357 ON public.routing_leveragent USING btree (agent_id);


CREATE INDEX routing_leveragent_client_id_bccee7e4 ON public.routing_leveragent USING btree (client_id);


CREATE INDEX routing_leveragent_lever_id_a46d5019 ON public.routing_leveragent USING btree (lever_id);


CREATE INDEX routing_offer_client_id_8324a798 ON public.routing_offer USING btree (client_id);


CREATE INDEX routing_offer_contact_id_5898785d ON public.routing_offer USING btree (contact_id);


CREATE INDEX routing_priorityrule_client_id_32c127e6 ON public.routing_priorityrule USING btree (client_id);


CREATE INDEX routing_priorityrule_queue_id_6c8da4d7 ON public.routing_priorityrule USING btree (queue_id);


CREATE INDEX routing_queue_client_id_a4756eab ON public.routing_queue USING btree (client_id);


CREATE INDEX routing_queuestep_client_id_a533eb09 ON public.routing_queuestep USING btree (client_id);


CREATE INDEX routing_queuestep_queue_id_3d1cb184 ON public.routing_queuestep USING btree (queue_id);


CREATE INDEX routing_queuestep_skill_id_f8987641 ON public.routing_queuestep USING btree (skill_id);


CREATE INDEX routing_queuesubject_client_id_4a8956f6 ON public.routing_queuesubject USING btree (client_id);


CREATE INDEX routing_queuesubject_queue_id_7428d2e1 ON public.routing_queuesubject USING btree (queue_id);


CREATE INDEX routing_queuesubject_subject_id_805fa2a5 ON public.routing_queuesubject USING btree (subject_id);


CREATE INDEX routing_seat_client_id_f3c745d6 ON public.routing_seat USING btree (client_id);


CREATE INDEX routing_skill_client_id_7cbc5023 ON public.routing_skill USING btree (client_id);


CREATE INDEX routing_strain_heard_by_id_98df3c22 ON public.routing_strain USING btree (heard_by_id);


CREATE INDEX routing_taken_case_id_4d25bb71 ON public.routing_taken USING btree (case_id);


CREATE INDEX routing_taken_client_id_ad118b81 ON public.routing_taken USING btree (client_id);


CREATE INDEX routing_waiting_case_id_3bc5e03c ON public.routing_waiting USING btree (case_id);


CREATE INDEX routing_waiting_client_id_9d44c750 ON public.routing_waiting USING btree (client_id);


CREATE INDEX routing_waiting_contact_id_d9f7735a ON public.routing_waiting USING btree (contact_id);


CREATE INDEX routing_waiting_queue_id_aa29355b ON public.routing_waiting USING btree (queue_id);


CREATE UNIQUE INDEX scanned_once ON public.paper_paper USING btree (client_id, file_id) WHERE (file_id IS NOT NULL);


CREATE INDEX secrecy_accessentry_access_id_b351a78d ON public.secrecy_accessentry USING btree (access_id);


CREATE INDEX secrecy_accessentry_agent_id_7e3c03ff ON public.secrecy_accessentry USING btree (agent_id);


CREATE INDEX secrecy_accessentry_by_id_c2f6bdf5 ON public.secrecy_accessentry USING btree (by_id);


CREATE INDEX secrecy_accessentry_client_id_6d01c4fc ON public.secrecy_accessentry USING btree (client_id);


CREATE INDEX secrecy_accessentry_ended_by_id_e273c88b ON public.secrecy_accessentry USING btree (ended_by_id);


CREATE INDEX secrecy_accessentry_group_id_72233a9a ON public.secrecy_accessentry USING btree (group_id);


CREATE INDEX secrecy_accesslist_client_id_6049db31 ON public.secrecy_accesslist USING btree (client_id);


CREATE INDEX sendings_by_key ON public.portal_sending USING btree (key, at);


CREATE INDEX sms_arrival_client_id_ee3dff0b ON public.sms_arrival USING btree (client_id);


CREATE INDEX sms_arrival_contact_id_6e9c0d3e ON public.sms_arrival USING btree (contact_id);


CREATE INDEX sms_arrival_number_id_c4ca314e ON public.sms_arrival USING btree (number_id);


CREATE INDEX sms_number_client_id_5673444c ON public.sms_number USING btree (client_id);


CREATE INDEX sms_number_group_id_0c4d49d6 ON public.sms_number USING btree (group_id);


CREATE INDEX sms_number_number_08abf88b_like ON public.sms_number USING btree (number varchar_pattern_ops);


CREATE INDEX sms_number_subject_id_9a48458c ON public.sms_number USING btree (subject_id);


CREATE INDEX sms_picture_client_id_d7e2413a ON public.sms_picture USING btree (client_id);


CREATE INDEX sms_picture_message_id_de3447cf ON public.sms_picture USING btree (message_id);


CREATE INDEX sms_picture_number_id_0d1b2ba3 ON public.sms_picture USING btree (number_id);


CREATE INDEX social_account_client_id_71410d95 ON public.social_account USING btree (client_id);


CREATE INDEX social_account_group_id_35d0ee6c ON public.social_account USING btree (group_id);


CREATE INDEX social_account_subject_id_65c0eb58 ON public.social_account USING btree (subject_id);


CREATE INDEX social_connection_client_id_301dba83 ON public.social_connection USING btree (client_id);


CREATE INDEX social_intake_account_id_6a228493 ON public.social_intake USING btree (account_id);


CREATE INDEX social_intake_by_id_57a4ee89 ON public.social_intake USING btree (by_id);


CREATE INDEX social_intake_client_id_d14e9e64 ON public.social_intake USING btree (client_id);


CREATE INDEX social_post_account_id_d44f0e06 ON public.social_post USING btree (account_id);


CREATE INDEX social_post_case_id_bc9764b3 ON public.social_post USING btree (case_id);


CREATE INDEX social_post_client_id_de0c158d ON public.social_post USING btree (client_id);


CREATE INDEX social_post_intake_id_a180202f ON public.social_post USING btree (intake_id);


CREATE INDEX socialaccount_socialaccount_user_id_8146e70c ON public.socialaccount_socialaccount USING btree (user_id);


CREATE INDEX socialaccount_socialtoken_account_id_951f210e ON public.socialaccount_socialtoken USING btree (account_id);


CREATE INDEX socialaccount_socialtoken_app_id_636a42d7 ON public.socialaccount_socialtoken USING btree (app_id);


CREATE INDEX sought_by_client ON public.voice_sought USING btree (client_id, at);


CREATE INDEX states_by_case ON public.cases_casestate USING btree (case_id, since);


CREATE INDEX stems_by_part ON public.search_stem USING gin (stem public.gin_trgm_ops);


CREATE INDEX stems_by_stem ON public.search_stem USING btree (stem);


CREATE UNIQUE INDEX step_ticked_once ON public.cases_tick USING btree (case_id, version_id, step) WHERE (undone_at IS NULL);


CREATE INDEX strains_by_agent ON public.routing_strain USING btree (agent_id, at);


CREATE INDEX strains_by_client ON public.routing_strain USING btree (client_id, at);


CREATE UNIQUE INDEX subscribed_once ON public.publications_subscription USING btree (outline_id, recipient_id) WHERE (until IS NULL);


CREATE INDEX support_by_version ON public.cases_supportuse USING btree (version_id, at);


CREATE UNIQUE INDEX suppressed_once ON public.contacts_suppression USING btree (client_id, address) WHERE (lifted_at IS NULL);


CREATE UNIQUE INDEX taken_by_one_at_a_time ON public.routing_taken USING btree (case_id) WHERE (ended_at IS NULL);


CREATE INDEX taken_now_by_agent ON public.routing_taken USING btree (agent_id) WHERE (ended_at IS NULL);


CREATE INDEX text_arrival_by_number ON public.sms_arrival USING btree (number_id, received_at DESC);


CREATE INDEX text_arrival_waiting ON public.sms_arrival USING btree (id) WHERE ((state)::text = 'waiting'::text);


CREATE INDEX text_picture_waiting ON public.sms_picture USING btree (not_before) WHERE ((state)::text = 'waiting'::text);


CREATE UNIQUE INDEX text_read_once ON public.sms_arrival USING btree (number_id, provider_id) WHERE (((kind)::text = 'message'::text) AND ((state)::text = 'read'::text));


CREATE INDEX tickets_by_time ON public.counter_ticket USING btree (hall_id, drawn_at DESC);


CREATE UNIQUE INDEX unique_authenticator_type ON public.mfa_authenticator USING btree (user_id, type) WHERE ((type)::text = ANY (ARRAY[('totp'::character varying)::text, ('recovery_codes'::character varying)::text]));


CREATE UNIQUE INDEX unique_primary_email ON public.account_emailaddress USING btree (user_id, "primary") WHERE "primary";


CREATE UNIQUE INDEX unique_verified_email ON public.account_emailaddress USING btree (email) WHERE verified;


CREATE INDEX usersessions_usersession_session_key_fd35de43_like ON public.usersessions_usersession USING btree (session_key varchar_pattern_ops);


CREATE INDEX usersessions_usersession_user_id_af5e0a6d ON public.usersessions_usersession USING btree (user_id);


CREATE UNIQUE INDEX version_once_per_message ON public.cases_supportuse USING btree (outgoing_id, version_id) WHERE (outgoing_id IS NOT NULL);


CREATE INDEX voice_account_client_id_303ee894 ON public.voice_account USING btree (client_id);


CREATE INDEX voice_account_login_1fed27d2_like ON public.voice_account USING btree (login varchar_pattern_ops);


CREATE INDEX voice_announcement_choice_id_f15f8af7 ON public.voice_announcement USING btree (choice_id);


CREATE INDEX voice_announcement_client_id_3a98f23d ON public.voice_announcement USING btree (client_id);


CREATE INDEX voice_announcement_number_id_858c6a5a ON public.voice_announcement USING btree (number_id);


CREATE INDEX voice_announcement_recording_id_4a359222 ON public.voice_announcement USING btree (recording_id);


CREATE INDEX voice_asked_by_id_7f0212aa ON public.voice_asked USING btree (by_id);


CREATE INDEX voice_asked_call_id_01fbf7ca ON public.voice_asked USING btree (call_id);


CREATE INDEX voice_asked_client_id_e1b672ba ON public.voice_asked USING btree (client_id);


CREATE INDEX voice_assisted_by_id_a661b503 ON public.voice_assisted USING btree (by_id);


CREATE INDEX voice_assisted_client_id_40c6519f ON public.voice_assisted USING btree (client_id);


CREATE INDEX voice_bridge_name_19f284f4_like ON public.voice_bridge USING btree (name varchar_pattern_ops);


CREATE INDEX voice_call_choice_id_08f8e46e ON public.voice_call USING btree (choice_id);


CREATE INDEX voice_call_client_id_a0bbedd8 ON public.voice_call USING btree (client_id);


CREATE INDEX voice_call_number_id_52914b3e ON public.voice_call USING btree (number_id);


CREATE INDEX voice_call_queue_id_9f9282ca ON public.voice_call USING btree (queue_id);


CREATE INDEX voice_callrecording_agent_id_74fcf582 ON public.voice_callrecording USING btree (agent_id);


CREATE INDEX voice_callrecording_call_id_aaa86440 ON public.voice_callrecording USING btree (call_id);


CREATE INDEX voice_callrecording_client_id_50f8f02d ON public.voice_callrecording USING btree (client_id);


CREATE INDEX voice_callrecording_deleted_by_id_e725a90e ON public.voice_callrecording USING btree (deleted_by_id);


CREATE INDEX voice_callrecording_file_id_49a1e35c ON public.voice_callrecording USING btree (file_id);


CREATE INDEX voice_callrecording_plan_id_8128643a ON public.voice_callrecording USING btree (plan_id);


CREATE INDEX voice_choice_above_id_ec9fb389 ON public.voice_choice USING btree (above_id);


CREATE INDEX voice_choice_client_id_a7850550 ON public.voice_choice USING btree (client_id);


CREATE INDEX voice_choice_number_id_d8f0170f ON public.voice_choice USING btree (number_id);


CREATE INDEX voice_choice_queue_id_f0b26bff ON public.voice_choice USING btree (queue_id);


CREATE INDEX voice_entry_agent_id_31af1679 ON public.voice_entry USING btree (agent_id);


CREATE INDEX voice_entry_client_id_d0277656 ON public.voice_entry USING btree (client_id);


CREATE INDEX voice_entry_group_id_9864a79e ON public.voice_entry USING btree (group_id);


CREATE INDEX voice_entry_recording_id_0e8d5904 ON public.voice_entry USING btree (recording_id);


CREATE INDEX voice_leg_agent_id_1d93a7c7 ON public.voice_leg USING btree (agent_id);


CREATE INDEX voice_leg_call_id_d57f4364 ON public.voice_leg USING btree (call_id);


CREATE INDEX voice_leg_client_id_2e5358bf ON public.voice_leg USING btree (client_id);


CREATE INDEX voice_leg_name_e15604e7_like ON public.voice_leg USING btree (name varchar_pattern_ops);


CREATE INDEX voice_listening_by_id_47c24e47 ON public.voice_listening USING btree (by_id);


CREATE INDEX voice_listening_client_id_828ab70f ON public.voice_listening USING btree (client_id);


CREATE INDEX voice_listening_recording_id_95a27ad4 ON public.voice_listening USING btree (recording_id);


CREATE INDEX voice_messagebox_by_id_af659383 ON public.voice_messagebox USING btree (by_id);


CREATE INDEX voice_messagebox_client_id_f1ee745a ON public.voice_messagebox USING btree (client_id);


CREATE INDEX voice_messagebox_subject_id_477db12e ON public.voice_messagebox USING btree (subject_id);


CREATE INDEX voice_notice_client_id_e880142e ON public.voice_notice USING btree (client_id);


CREATE INDEX voice_notrecorded_by_id_74b8bf3f ON public.voice_notrecorded USING btree (by_id);


CREATE INDEX voice_notrecorded_client_id_5a768299 ON public.voice_notrecorded USING btree (client_id);


CREATE INDEX voice_phone_address_36d62d4d_like ON public.voice_phone USING btree (address varchar_pattern_ops);


CREATE INDEX voice_phone_client_id_a83f98e6 ON public.voice_phone USING btree (client_id);


CREATE INDEX voice_phonenumber_client_id_da0efbd5 ON public.voice_phonenumber USING btree (client_id);


CREATE INDEX voice_phonenumber_queue_id_c96e0b04 ON public.voice_phonenumber USING btree (queue_id);


CREATE INDEX voice_recordingplan_by_id_8df3e8f4 ON public.voice_recordingplan USING btree (by_id);


CREATE INDEX voice_recordingplan_client_id_b90f80e2 ON public.voice_recordingplan USING btree (client_id);


CREATE INDEX voice_recordingplan_queue_id_bc2f58fe ON public.voice_recordingplan USING btree (queue_id);


CREATE INDEX voice_sought_client_id_2768934e ON public.voice_sought USING btree (client_id);


CREATE INDEX voice_sought_entry_id_12ba6ce2 ON public.voice_sought USING btree (entry_id);


CREATE INDEX voice_sound_by_id_810c613f ON public.voice_sound USING btree (by_id);


CREATE INDEX voice_sound_client_id_c8c6189b ON public.voice_sound USING btree (client_id);


CREATE INDEX voice_sound_file_id_a06264e4 ON public.voice_sound USING btree (file_id);


CREATE INDEX voice_sound_key_c8a7c400_like ON public.voice_sound USING btree (key varchar_pattern_ops);


CREATE INDEX voice_station_agent_id_573185c8 ON public.voice_station USING btree (agent_id);


CREATE INDEX voice_station_client_id_31e195e2 ON public.voice_station USING btree (client_id);


CREATE INDEX voice_station_queue_id_c6afe99c ON public.voice_station USING btree (queue_id);


CREATE INDEX voice_telephonist_queue_id_05044fbe ON public.voice_telephonist USING btree (queue_id);


CREATE INDEX voice_voicemessage_client_id_c3b8070b ON public.voice_voicemessage USING btree (client_id);


CREATE INDEX voice_voicemessage_file_id_df8d029b ON public.voice_voicemessage USING btree (file_id);


CREATE INDEX voice_watch_agent_id_03c038db ON public.voice_watch USING btree (agent_id);


CREATE INDEX voice_watch_call_id_f4abe576 ON public.voice_watch USING btree (call_id);


CREATE INDEX voice_watch_client_id_7c8764dd ON public.voice_watch USING btree (client_id);


CREATE INDEX voice_watch_coach_id_d98ea9c8 ON public.voice_watch USING btree (coach_id);


CREATE INDEX voice_withheld_client_id_bfa4071c ON public.voice_withheld USING btree (client_id);


CREATE INDEX voice_withheld_customer_id_7d05408a ON public.voice_withheld USING btree (customer_id);


CREATE INDEX waits_by_queue ON public.routing_waiting USING btree (queue_id, entered_at);


CREATE UNIQUE INDEX waits_once ON public.routing_waiting USING btree (contact_id) WHERE (left_at IS NULL);


CREATE INDEX workorders_approval_by_id_cacb1820 ON public.workorders_approval USING btree (by_id);


CREATE INDEX workorders_approval_client_id_31abfe33 ON public.workorders_approval USING btree (client_id);


CREATE INDEX workorders_approval_estimate_id_3b429715 ON public.workorders_approval USING btree (estimate_id);


CREATE INDEX workorders_estimate_by_id_0061bfae ON public.workorders_estimate USING btree (by_id);


CREATE INDEX workorders_estimate_case_id_412cf79b ON public.workorders_estimate USING btree (case_id);


CREATE INDEX workorders_estimate_client_id_17cc9dc7 ON public.workorders_estimate USING btree (client_id);


CREATE INDEX workorders_estimate_order_id_2a88ed20 ON public.workorders_estimate USING btree (order_id);


CREATE INDEX workorders_material_by_id_70ed8956 ON public.workorders_material USING btree (by_id);


CREATE INDEX workorders_material_client_id_2ed82964 ON public.workorders_material USING btree (client_id);


CREATE INDEX workorders_material_order_id_af905b8c ON public.workorders_material USING btree (order_id);


CREATE INDEX workorders_orderstage_by_id_138ade5b ON public.workorders_orderstage USING btree (by_id);


CREATE INDEX workorders_orderstage_client_id_a9393a92 ON public.workorders_orderstage USING btree (client_id);


CREATE INDEX workorders_orderstage_order_id_e64ca49b ON public.workorders_orderstage USING btree (order_id);


CREATE INDEX workorders_photo_by_id_abd4896f ON public.workorders_photo USING btree (by_id);


CREATE INDEX workorders_photo_client_id_44f02e7f ON public.workorders_photo USING btree (client_id);


CREATE INDEX workorders_photo_file_id_d2ce9d73 ON public.workorders_photo USING btree (file_id);


CREATE INDEX workorders_photo_order_id_5cc2770b ON public.workorders_photo USING btree (order_id);


CREATE INDEX workorders_preventioncard_client_id_0f2fcccd ON public.workorders_preventioncard USING btree (client_id);


CREATE INDEX workorders_preventioncard_place_id_5407a84f ON public.workorders_preventioncard USING btree (place_id);


CREATE INDEX workorders_preventioncard_service_id_f0786add ON public.workorders_preventioncard USING btree (service_id);


CREATE INDEX workorders_preventioncard_settled_by_id_0bea2cb5 ON public.workorders_preventioncard USING btree (settled_by_id);


CREATE INDEX workorders_processrule_client_id_4a83fe62 ON public.workorders_processrule USING btree (client_id);


CREATE INDEX workorders_processstep_by_id_969f6968 ON public.workorders_processstep USING btree (by_id);


CREATE INDEX workorders_processstep_client_id_a246da96 ON public.workorders_processstep USING btree (client_id);


CREATE INDEX workorders_reportback_by_id_6706f509 ON public.workorders_reportback USING btree (by_id);


CREATE INDEX workorders_reportback_client_id_f8b5106c ON public.workorders_reportback USING btree (client_id);


CREATE INDEX workorders_reportback_outgoing_id_d9779d49 ON public.workorders_reportback USING btree (outgoing_id);


CREATE INDEX workorders_signoff_by_id_bf941f12 ON public.workorders_signoff USING btree (by_id);


CREATE INDEX workorders_signoff_client_id_2fda220c ON public.workorders_signoff USING btree (client_id);


CREATE INDEX workorders_survey_client_id_b7a17bf2 ON public.workorders_survey USING btree (client_id);


CREATE INDEX workorders_survey_group_id_a1550a78 ON public.workorders_survey USING btree (group_id);


CREATE INDEX workorders_survey_performer_id_96fd67f1 ON public.workorders_survey USING btree (performer_id);


CREATE INDEX workorders_survey_place_id_6af3d073 ON public.workorders_survey USING btree (place_id);


CREATE INDEX workorders_workorder_agent_id_d9035f59 ON public.workorders_workorder USING btree (agent_id);


CREATE INDEX workorders_workorder_case_id_4d2e3008 ON public.workorders_workorder USING btree (case_id);


CREATE INDEX workorders_workorder_client_id_e67a1d9e ON public.workorders_workorder USING btree (client_id);


CREATE INDEX workorders_workorder_group_id_111004c5 ON public.workorders_workorder USING btree (group_id);


CREATE INDEX workorders_workorder_made_by_id_13584548 ON public.workorders_workorder USING btree (made_by_id);


CREATE INDEX workorders_workorder_place_id_e171bebd ON public.workorders_workorder USING btree (place_id);


CREATE INDEX workorders_workorder_rule_id_a8e3264f ON public.workorders_workorder USING btree (rule_id);


CREATE INDEX workorders_workorder_service_id_a236a94b ON public.workorders_workorder USING btree (service_id);


CREATE INDEX workorders_worktime_by_id_19e5973a ON public.workorders_worktime USING btree (by_id);


CREATE INDEX workorders_worktime_client_id_37b9a616 ON public.workorders_worktime USING btree (client_id);


CREATE INDEX workorders_worktime_order_id_47bbd21a ON public.workorders_worktime USING btree (order_id);


CREATE TRIGGER access BEFORE INSERT OR UPDATE OF subject_id, customer_id, access_id ON public.cases_case FOR EACH ROW EXECUTE FUNCTION public.cases_access();


CREATE TRIGGER access_again AFTER INSERT OR UPDATE OF lifted_at, access_id ON public.cases_confidentiality FOR EACH ROW EXECUTE FUNCTION public.cases_access_again();


CREATE TRIGGER access_again AFTER UPDATE OF protected ON public.customers_customer FOR EACH ROW WHEN ((new.protected IS DISTINCT FROM old.protected)) EXECUTE FUNCTION public.cases_access_again();


CREATE TRIGGER access_again AFTER UPDATE OF access_id ON public.knowledge_subject FOR EACH ROW WHEN ((new.access_id IS DISTINCT FROM old.access_id)) EXECUTE FUNCTION public.cases_access_again();


CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.disposal_protocol FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.events_eventrecord FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON public.events_seal FOR EACH ROW EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.events_eventrecord FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER append_only_all BEFORE TRUNCATE ON public.events_seal FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_change();


CREATE TRIGGER count_case AFTER INSERT ON public.cases_case FOR EACH ROW EXECUTE FUNCTION public.kpi_count_case();


CREATE TRIGGER count_changed_case AFTER UPDATE OF client_id, opened_at, subject_id, need_type, state ON public.cases_case FOR EACH ROW WHEN (((old.client_id IS DISTINCT FROM new.client_id) OR (old.opened_at IS DISTINCT FROM new.opened_at) OR (old.subject_id IS DISTINCT FROM new.subject_id) OR ((old.need_type)::text IS DISTINCT FROM (new.need_type)::text) OR (((old.state)::text = 'closed'::text) IS DISTINCT FROM ((new.state)::text = 'closed'::text)))) EXECUTE FUNCTION public.kpi_count_case();


CREATE TRIGGER count_changed_contact AFTER UPDATE OF client_id, channel, direction, started_at, answered_at, ended_at ON public.contacts_contact FOR EACH ROW WHEN (((old.client_id IS DISTINCT FROM new.client_id) OR ((old.channel)::text IS DISTINCT FROM (new.channel)::text) OR ((old.direction)::text IS DISTINCT FROM (new.direction)::text) OR (old.started_at IS DISTINCT FROM new.started_at) OR (old.answered_at IS DISTINCT FROM new.answered_at) OR (old.ended_at IS DISTINCT FROM new.ended_at))) EXECUTE FUNCTION public.kpi_count_contact();


CREATE TRIGGER count_contact AFTER INSERT ON public.contacts_contact FOR EACH ROW EXECUTE FUNCTION public.kpi_count_contact();


CREATE TRIGGER count_feedback AFTER INSERT ON public.cases_feedback FOR EACH ROW WHEN (((new.outcome)::text = 'answered'::text)) EXECUTE FUNCTION public.kpi_count_feedback();


CREATE TRIGGER count_hand_over AFTER INSERT ON public.cases_handover FOR EACH ROW EXECUTE FUNCTION public.kpi_count_hand_over();


CREATE TRIGGER find_by_access AFTER UPDATE OF access_id, subject_id, customer_id ON public.cases_case FOR EACH ROW WHEN ((old.access_id IS DISTINCT FROM new.access_id)) EXECUTE FUNCTION public.search_after_access();


CREATE TRIGGER find_by_address AFTER INSERT OR DELETE OR UPDATE ON public.customers_address FOR EACH ROW EXECUTE FUNCTION public.search_after_customer();


CREATE TRIGGER find_by_case_file AFTER INSERT ON public.cases_casefile REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_after_case_file();


CREATE TRIGGER find_by_contact AFTER INSERT ON public.cases_casecontact REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_after_case_part();


CREATE TRIGGER find_by_fewer_files AFTER UPDATE ON public.cases_casefile REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_after_case_file();


CREATE TRIGGER find_by_message AFTER INSERT ON public.contacts_message REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_after_message();


CREATE TRIGGER find_by_message_file AFTER INSERT ON public.contacts_messagefile REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_after_message_file();


CREATE TRIGGER find_by_note AFTER INSERT ON public.cases_note REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_after_case_part();


CREATE TRIGGER find_by_summary AFTER UPDATE OF summary ON public.contacts_contact FOR EACH ROW WHEN ((old.summary IS DISTINCT FROM new.summary)) EXECUTE FUNCTION public.search_after_summary();


CREATE TRIGGER find_changed_case AFTER UPDATE OF title, customer_id, client_id ON public.cases_case FOR EACH ROW WHEN ((((old.title)::text IS DISTINCT FROM (new.title)::text) OR (old.customer_id IS DISTINCT FROM new.customer_id) OR (old.client_id IS DISTINCT FROM new.client_id))) EXECUTE FUNCTION public.search_after_case_change();


CREATE TRIGGER find_changed_customer AFTER UPDATE OF name, number ON public.customers_customer FOR EACH ROW WHEN ((((old.name)::text IS DISTINCT FROM (new.name)::text) OR ((old.number)::text IS DISTINCT FROM (new.number)::text))) EXECUTE FUNCTION public.search_after_customer();


CREATE TRIGGER find_new_cases AFTER INSERT ON public.cases_case REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_after_case();


CREATE TRIGGER find_new_customers AFTER INSERT ON public.customers_customer REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_after_customers();


CREATE TRIGGER forget_cases AFTER DELETE ON public.cases_case REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_after_deletion();


CREATE TRIGGER forget_customers AFTER DELETE ON public.customers_customer REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION public.search_after_deletion();


CREATE TRIGGER forget_file AFTER DELETE ON public.files_storedfile FOR EACH ROW EXECUTE FUNCTION public.search_forget_file();


CREATE TRIGGER keep_version BEFORE DELETE OR UPDATE ON public.knowledge_version FOR EACH ROW EXECUTE FUNCTION public.knowledge_keep_version();


CREATE TRIGGER keep_wording BEFORE INSERT OR DELETE OR UPDATE ON public.knowledge_wording FOR EACH ROW EXECUTE FUNCTION public.knowledge_keep_wording();


CREATE TRIGGER leave_out_colleagues BEFORE INSERT ON public.kpi_fact FOR EACH ROW WHEN ((new.contact_id IS NOT NULL)) EXECUTE FUNCTION public.kpi_leave_out_colleagues();


CREATE TRIGGER leave_out_relayed BEFORE INSERT ON public.kpi_fact FOR EACH ROW WHEN ((((new.kind)::text = 'done'::text) AND ((new.channel)::text = 'phone'::text) AND (new.contact_id IS NOT NULL))) EXECUTE FUNCTION public.kpi_leave_out_relayed();


CREATE TRIGGER mark_secret AFTER INSERT OR UPDATE OF access_id, subject_id, customer_id ON public.cases_case FOR EACH ROW WHEN ((new.access_id IS NOT NULL)) EXECUTE FUNCTION public.cases_mark_secret();


CREATE TRIGGER mark_secret AFTER INSERT OR UPDATE OF contact_id, case_id ON public.cases_casecontact FOR EACH ROW EXECUTE FUNCTION public.cases_mark_contact();


CREATE TRIGGER mark_secret BEFORE INSERT OR UPDATE OF customer_id ON public.contacts_contact FOR EACH ROW WHEN ((new.customer_id IS NOT NULL)) EXECUTE FUNCTION public.contacts_mark_secret();


CREATE TRIGGER mark_secret BEFORE INSERT OR UPDATE OF customer_id ON public.customers_address FOR EACH ROW EXECUTE FUNCTION public.customers_mark_address();


CREATE TRIGGER mark_secret BEFORE INSERT OR UPDATE OF protected, secret ON public.customers_customer FOR EACH ROW WHEN ((new.protected OR new.secret)) EXECUTE FUNCTION public.customers_mark_secret();


CREATE TRIGGER procrastinate_jobs_notify_queue_job_aborted_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN (((old.abort_requested = false) AND (new.abort_requested = true) AND (new.status = 'doing'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_notify_queue_abort_job_v1();


CREATE TRIGGER procrastinate_jobs_notify_queue_job_inserted_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_notify_queue_job_inserted_v1();


CREATE TRIGGER procrastinate_trigger_abort_requested_events_v1 AFTER UPDATE OF abort_requested ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.abort_requested = true)) EXECUTE FUNCTION public.procrastinate_trigger_abort_requested_events_procedure_v1();


CREATE TRIGGER procrastinate_trigger_delete_jobs_v1 BEFORE DELETE ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_unlink_periodic_defers_v1();


CREATE TRIGGER procrastinate_trigger_scheduled_events_v1 AFTER INSERT OR UPDATE ON public.procrastinate_jobs FOR EACH ROW WHEN (((new.scheduled_at IS NOT NULL) AND (new.status = 'todo'::public.procrastinate_job_status))) EXECUTE FUNCTION public.procrastinate_trigger_function_scheduled_events_v1();


CREATE TRIGGER procrastinate_trigger_status_events_insert_v1 AFTER INSERT ON public.procrastinate_jobs FOR EACH ROW WHEN ((new.status = 'todo'::public.procrastinate_job_status)) EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_insert_v1();


CREATE TRIGGER procrastinate_trigger_status_events_update_v1 AFTER UPDATE OF status ON public.procrastinate_jobs FOR EACH ROW EXECUTE FUNCTION public.procrastinate_trigger_function_status_events_update_v1();


CREATE TRIGGER tell_webhooks AFTER INSERT ON public.events_eventrecord REFERENCING NEW TABLE AS new_records FOR EACH STATEMENT EXECUTE FUNCTION public.tell_webhooks();


CREATE TRIGGER wake AFTER INSERT OR DELETE OR UPDATE ON public.routing_agentskill FOR EACH ROW EXECUTE FUNCTION public.wake_dispatcher('agent', 'agent_id');


CREATE TRIGGER wake AFTER INSERT OR UPDATE ON public.routing_lever FOR EACH ROW EXECUTE FUNCTION public.wake_dispatcher('queue', 'queue_id');


CREATE TRIGGER wake AFTER INSERT OR UPDATE ON public.routing_leveragent FOR EACH ROW EXECUTE FUNCTION public.wake_dispatcher('agent', 'agent_id');


CREATE TRIGGER wake AFTER UPDATE OF state ON public.routing_offer FOR EACH ROW WHEN (((new.state)::text <> ALL (ARRAY[('offered'::character varying)::text, ('timed-out'::character varying)::text, ('withdrawn'::character varying)::text]))) EXECUTE FUNCTION public.wake_dispatcher('contact', 'contact_id', 'agent', 'agent_id');


CREATE TRIGGER wake AFTER INSERT OR UPDATE ON public.routing_queue FOR EACH ROW EXECUTE FUNCTION public.wake_dispatcher('queue', 'id');


CREATE TRIGGER wake AFTER INSERT OR DELETE OR UPDATE ON public.routing_queuestep FOR EACH ROW EXECUTE FUNCTION public.wake_dispatcher('queue', 'queue_id');


CREATE TRIGGER wake AFTER INSERT OR DELETE ON public.routing_seat FOR EACH ROW EXECUTE FUNCTION public.wake_dispatcher('agent', 'agent_id');


CREATE TRIGGER wake AFTER INSERT OR DELETE OR UPDATE ON public.routing_taken FOR EACH ROW EXECUTE FUNCTION public.wake_dispatcher('agent', 'agent_id');


CREATE TRIGGER wake AFTER INSERT OR DELETE OR UPDATE ON public.routing_waiting FOR EACH ROW EXECUTE FUNCTION public.wake_dispatcher('contact', 'contact_id');


CREATE TRIGGER wake_again AFTER UPDATE ON public.routing_seat FOR EACH ROW WHEN ((((new.status)::text IS DISTINCT FROM (old.status)::text) OR (new.capacity IS DISTINCT FROM old.capacity) OR (old.seen_at IS NULL) OR (new.seen_at IS NULL) OR (new.seen_at >= (old.seen_at + '00:00:30'::interval)))) EXECUTE FUNCTION public.wake_dispatcher('agent', 'agent_id');


CREATE TRIGGER wake_routing AFTER UPDATE OF spoken_languages, is_active ON public.people_agent FOR EACH ROW EXECUTE FUNCTION public.wake_dispatcher('agent', 'id');


CREATE TRIGGER wake_routing AFTER INSERT OR DELETE OR UPDATE ON public.people_rolegrant FOR EACH ROW EXECUTE FUNCTION public.wake_dispatcher('agent', 'agent_id');


ALTER TABLE ONLY public.account_emailaddress
    ADD CONSTRAINT account_emailaddress_user_id_2c513194_fk_people_agent_id FOREIGN KEY (user_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.account_emailconfirmation
    ADD CONSTRAINT account_emailconfirm_email_address_id_5b7f8c58_fk_account_e FOREIGN KEY (email_address_id) REFERENCES public.account_emailaddress(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_address
    ADD CONSTRAINT address_of_same_client FOREIGN KEY (customer_id, client_id) REFERENCES public.customers_customer(id, client_id);


ALTER TABLE ONLY public.agreements_standardtext
    ADD CONSTRAINT agreements_standardt_client_id_61e6db9f_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.batches_batch
    ADD CONSTRAINT batches_batch_by_id_5f3c4bc1_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.batches_batch
    ADD CONSTRAINT batches_batch_token_id_effacc31_fk_integrations_token_id FOREIGN KEY (token_id) REFERENCES public.integrations_token(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.batches_batchedcase
    ADD CONSTRAINT batches_batchedcase_batch_id_ebaa879c_fk_batches_batch_id FOREIGN KEY (batch_id) REFERENCES public.batches_batch(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.batches_batchedcase
    ADD CONSTRAINT batches_batchedcase_case_id_e7da2fd6_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.batches_batchedcase
    ADD CONSTRAINT batches_batchedcase_client_id_3a8c1e24_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.batches_batchedcase
    ADD CONSTRAINT batches_batchedcase_deed_id_e6dc2074_fk_cases_deed_id FOREIGN KEY (deed_id) REFERENCES public.cases_deed(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.calendars_deviation
    ADD CONSTRAINT calendars_deviation_client_id_bef6edb2_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.calendars_holidayskept
    ADD CONSTRAINT calendars_holidayske_client_id_28f710b6_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.calendars_openinghours
    ADD CONSTRAINT calendars_openinghou_client_id_2775a5af_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT case_and_customer_of_same_client FOREIGN KEY (customer_id, client_id) REFERENCES public.customers_customer(id, client_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_acceptance
    ADD CONSTRAINT cases_acceptance_by_id_296551c0_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_acceptance
    ADD CONSTRAINT cases_acceptance_client_id_6363f83e_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_acceptance
    ADD CONSTRAINT cases_acceptance_hand_over_id_9a98f523_fk_cases_handover_id FOREIGN KEY (hand_over_id) REFERENCES public.cases_handover(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_alarm
    ADD CONSTRAINT cases_alarm_agent_id_717290ef_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_alarm
    ADD CONSTRAINT cases_alarm_client_id_0e8b1c92_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_alarm
    ADD CONSTRAINT cases_alarm_hand_over_id_54713d40_fk_cases_handover_id FOREIGN KEY (hand_over_id) REFERENCES public.cases_handover(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_alarm
    ADD CONSTRAINT cases_alarm_outgoing_id_ffde51fa_fk_contacts_outgoing_id FOREIGN KEY (outgoing_id) REFERENCES public.contacts_outgoing(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_assignment
    ADD CONSTRAINT cases_assignment_agent_id_6a24f423_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_assignment
    ADD CONSTRAINT cases_assignment_by_id_b831bf65_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_assignment
    ADD CONSTRAINT cases_assignment_case_id_b0be0e7a_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_assignment
    ADD CONSTRAINT cases_assignment_client_id_9fd561c5_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_assignment
    ADD CONSTRAINT cases_assignment_group_id_4fed8fd7_fk_people_group_id FOREIGN KEY (group_id) REFERENCES public.people_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_cannedtext
    ADD CONSTRAINT cases_cannedtext_client_id_29bff3d5_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_agent_id_9d88692e_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_client_id_d55d12dd_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_customer_id_3e0cf925_fk_customers_customer_id FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_group_id_6395295c_fk_people_group_id FOREIGN KEY (group_id) REFERENCES public.people_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT cases_case_subject_id_072eedb7_fk_knowledge_subject_id FOREIGN KEY (subject_id) REFERENCES public.knowledge_subject(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_casecause
    ADD CONSTRAINT cases_casecause_by_id_5d615112_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_casecause
    ADD CONSTRAINT cases_casecause_case_id_415551bf_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_casecause
    ADD CONSTRAINT cases_casecause_client_id_c0b03809_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_casecause
    ADD CONSTRAINT cases_casecause_disruption_id_75ef0a48_fk_disruptio FOREIGN KEY (disruption_id) REFERENCES public.disruptions_disruption(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_casecontact
    ADD CONSTRAINT cases_casecontact_case_id_bae27388_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_casecontact
    ADD CONSTRAINT cases_casecontact_client_id_b8cfbf90_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_casecontact
    ADD CONSTRAINT cases_casecontact_contact_id_0ef3bd05_fk_contacts_contact_id FOREIGN KEY (contact_id) REFERENCES public.contacts_contact(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_casefile
    ADD CONSTRAINT cases_casefile_by_id_4dd8d6ed_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_casefile
    ADD CONSTRAINT cases_casefile_case_id_ba3b58b3_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_casefile
    ADD CONSTRAINT cases_casefile_client_id_87795c82_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_casefile
    ADD CONSTRAINT cases_casefile_file_id_56883db6_fk_files_storedfile_id FOREIGN KEY (file_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_caseneed
    ADD CONSTRAINT cases_caseneed_by_id_5884fa9c_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_caseneed
    ADD CONSTRAINT cases_caseneed_case_id_deb0a719_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_caseneed
    ADD CONSTRAINT cases_caseneed_client_id_48441a0a_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_caseneed
    ADD CONSTRAINT cases_caseneed_met_by_id_bb5b1678_fk_people_agent_id FOREIGN KEY (met_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_caseplace
    ADD CONSTRAINT cases_caseplace_by_id_4dab6496_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_caseplace
    ADD CONSTRAINT cases_caseplace_case_id_1d2e7318_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_caseplace
    ADD CONSTRAINT cases_caseplace_client_id_d606b2af_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_caseplace
    ADD CONSTRAINT cases_caseplace_place_id_35c50d81_fk_register_place_id FOREIGN KEY (place_id) REFERENCES public.register_place(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_caseplace
    ADD CONSTRAINT cases_caseplace_service_id_20716127_fk_register_servicetype_id FOREIGN KEY (service_id) REFERENCES public.register_servicetype(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_casestage
    ADD CONSTRAINT cases_casestage_by_id_63cfd281_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_casestage
    ADD CONSTRAINT cases_casestage_case_id_575d36d0_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_casestage
    ADD CONSTRAINT cases_casestage_case_type_id_1b2d84c5_fk_casetypes_casetype_id FOREIGN KEY (case_type_id) REFERENCES public.casetypes_casetype(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_casestage
    ADD CONSTRAINT cases_casestage_client_id_73582793_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_casestate
    ADD CONSTRAINT cases_casestate_by_id_3458f4f6_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_casestate
    ADD CONSTRAINT cases_casestate_case_id_29a9897a_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_casestate
    ADD CONSTRAINT cases_casestate_client_id_c25a3a9c_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_composing
    ADD CONSTRAINT cases_composing_agent_id_28241b30_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_composing
    ADD CONSTRAINT cases_composing_case_id_4549c8c8_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_composing
    ADD CONSTRAINT cases_composing_client_id_d85f9366_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_confidentiality
    ADD CONSTRAINT cases_confidentialit_access_id_78fb358b_fk_secrecy_a FOREIGN KEY (access_id) REFERENCES public.secrecy_accesslist(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_confidentiality
    ADD CONSTRAINT cases_confidentialit_client_id_a8b55992_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_confidentiality
    ADD CONSTRAINT cases_confidentiality_by_id_6e88df97_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_confidentiality
    ADD CONSTRAINT cases_confidentiality_case_id_197c6051_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_confidentiality
    ADD CONSTRAINT cases_confidentiality_lifted_by_id_b393105c_fk_people_agent_id FOREIGN KEY (lifted_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_deadline
    ADD CONSTRAINT cases_deadline_case_id_fd6938e1_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_deadline
    ADD CONSTRAINT cases_deadline_client_id_9253f88b_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_deed
    ADD CONSTRAINT cases_deed_by_id_9218b1b6_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_deed
    ADD CONSTRAINT cases_deed_case_id_a2352a79_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_deed
    ADD CONSTRAINT cases_deed_client_id_bb6935a5_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_deed
    ADD CONSTRAINT cases_deed_outgoing_id_167d1e28_fk_contacts_outgoing_id FOREIGN KEY (outgoing_id) REFERENCES public.contacts_outgoing(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_feedback
    ADD CONSTRAINT cases_feedback_by_id_93c9c33b_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_feedback
    ADD CONSTRAINT cases_feedback_client_id_403458a9_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_feedback
    ADD CONSTRAINT cases_feedback_hand_over_id_85e38b07_fk_cases_handover_id FOREIGN KEY (hand_over_id) REFERENCES public.cases_handover(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_filledfield
    ADD CONSTRAINT cases_filledfield_by_id_190f774c_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_filledfield
    ADD CONSTRAINT cases_filledfield_case_id_ebebc1f9_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_filledfield
    ADD CONSTRAINT cases_filledfield_client_id_d2f51fc4_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_followup
    ADD CONSTRAINT cases_followup_by_id_d652384c_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_followup
    ADD CONSTRAINT cases_followup_case_id_8a9f2d2a_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_followup
    ADD CONSTRAINT cases_followup_client_id_2fa4cc16_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_followup
    ADD CONSTRAINT cases_followup_correction_id_28621fe0_fk_knowledge_version_id FOREIGN KEY (correction_id) REFERENCES public.knowledge_version(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_givenfact
    ADD CONSTRAINT cases_givenfact_by_id_9e8df9a8_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_givenfact
    ADD CONSTRAINT cases_givenfact_case_id_061fca7b_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_givenfact
    ADD CONSTRAINT cases_givenfact_client_id_bc39db7d_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_givenfact
    ADD CONSTRAINT cases_givenfact_fact_id_faff23a8_fk_cases_requiredfact_id FOREIGN KEY (fact_id) REFERENCES public.cases_requiredfact(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_handin
    ADD CONSTRAINT cases_handin_by_id_4c51f2dd_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_handover
    ADD CONSTRAINT cases_handover_by_id_e4bf7759_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_handover
    ADD CONSTRAINT cases_handover_case_id_d0f7ad3b_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_handover
    ADD CONSTRAINT cases_handover_client_id_b5233eea_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_handover
    ADD CONSTRAINT cases_handover_from_group_id_fbc3400b_fk_people_group_id FOREIGN KEY (from_group_id) REFERENCES public.people_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_handover
    ADD CONSTRAINT cases_handover_to_group_id_eccb3083_fk_people_group_id FOREIGN KEY (to_group_id) REFERENCES public.people_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_handoverseen
    ADD CONSTRAINT cases_handoverseen_by_id_34bd0559_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_handoverseen
    ADD CONSTRAINT cases_handoverseen_client_id_c821a333_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_handoverseen
    ADD CONSTRAINT cases_handoverseen_hand_over_id_4b01b211_fk_cases_handover_id FOREIGN KEY (hand_over_id) REFERENCES public.cases_handover(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_handoverwarning
    ADD CONSTRAINT cases_handoverwarnin_client_id_c89be80e_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_handoverwarning
    ADD CONSTRAINT cases_handoverwarnin_hand_over_id_0a19836a_fk_cases_han FOREIGN KEY (hand_over_id) REFERENCES public.cases_handover(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_identitycheck
    ADD CONSTRAINT cases_identitycheck_by_id_ef145b96_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_identitycheck
    ADD CONSTRAINT cases_identitycheck_case_id_03f97942_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_identitycheck
    ADD CONSTRAINT cases_identitycheck_client_id_740f754a_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_identitycode
    ADD CONSTRAINT cases_identitycode_asked_by_id_25240492_fk_people_agent_id FOREIGN KEY (asked_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_identitycode
    ADD CONSTRAINT cases_identitycode_case_id_dc5c8123_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_identitycode
    ADD CONSTRAINT cases_identitycode_client_id_870de7ff_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_interpreterbooking
    ADD CONSTRAINT cases_interpreterboo_client_id_0a811f86_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_interpreterbooking
    ADD CONSTRAINT cases_interpreterbooking_by_id_d10ca0e3_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_interpreterbooking
    ADD CONSTRAINT cases_interpreterbooking_case_id_591e0dd9_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_macro
    ADD CONSTRAINT cases_macro_client_id_318a23e4_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_macro
    ADD CONSTRAINT cases_macro_group_id_ac332985_fk_people_group_id FOREIGN KEY (group_id) REFERENCES public.people_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_macro
    ADD CONSTRAINT cases_macro_subject_id_af239eba_fk_knowledge_subject_id FOREIGN KEY (subject_id) REFERENCES public.knowledge_subject(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_macrorun
    ADD CONSTRAINT cases_macrorun_by_id_91ea456f_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_macrorun
    ADD CONSTRAINT cases_macrorun_case_id_dd339e10_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_macrorun
    ADD CONSTRAINT cases_macrorun_client_id_64389b6e_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_macrorun
    ADD CONSTRAINT cases_macrorun_macro_id_5e20f84a_fk_cases_macro_id FOREIGN KEY (macro_id) REFERENCES public.cases_macro(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_macrorun
    ADD CONSTRAINT cases_macrorun_outgoing_id_3dd337be_fk_contacts_outgoing_id FOREIGN KEY (outgoing_id) REFERENCES public.contacts_outgoing(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_merge
    ADD CONSTRAINT cases_merge_by_id_39b6d4dc_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_merge
    ADD CONSTRAINT cases_merge_case_id_ac0dc87a_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_merge
    ADD CONSTRAINT cases_merge_client_id_a776ef84_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_merge
    ADD CONSTRAINT cases_merge_ended_by_id_6dd2ea49_fk_people_agent_id FOREIGN KEY (ended_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_merge
    ADD CONSTRAINT cases_merge_into_id_fe6235e1_fk_cases_case_id FOREIGN KEY (into_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_mergedcontact
    ADD CONSTRAINT cases_mergedcontact_client_id_e847bd6a_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_mergedcontact
    ADD CONSTRAINT cases_mergedcontact_contact_id_a737f539_fk_contacts_contact_id FOREIGN KEY (contact_id) REFERENCES public.contacts_contact(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_mergedcontact
    ADD CONSTRAINT cases_mergedcontact_merge_id_30b1b296_fk_cases_merge_id FOREIGN KEY (merge_id) REFERENCES public.cases_merge(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_missedupdate
    ADD CONSTRAINT cases_missedupdate_agent_id_00d34017_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_missedupdate
    ADD CONSTRAINT cases_missedupdate_client_id_b22d49e1_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_missedupdate
    ADD CONSTRAINT cases_missedupdate_outgoing_id_50e02e35_fk_contacts_outgoing_id FOREIGN KEY (outgoing_id) REFERENCES public.contacts_outgoing(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_missedupdate
    ADD CONSTRAINT cases_missedupdate_promise_id_86a702c3_fk_cases_promise_id FOREIGN KEY (promise_id) REFERENCES public.cases_promise(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_needoutcome
    ADD CONSTRAINT cases_needoutcome_by_id_073b9db5_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_needoutcome
    ADD CONSTRAINT cases_needoutcome_canned_text_id_b67cab21_fk_cases_can FOREIGN KEY (canned_text_id) REFERENCES public.cases_cannedtext(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_needoutcome
    ADD CONSTRAINT cases_needoutcome_case_id_02639351_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_needoutcome
    ADD CONSTRAINT cases_needoutcome_client_id_01008e2d_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_needoutcome
    ADD CONSTRAINT cases_needoutcome_outgoing_id_9e2a8ee9_fk_contacts_outgoing_id FOREIGN KEY (outgoing_id) REFERENCES public.contacts_outgoing(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_note
    ADD CONSTRAINT cases_note_by_id_5cbc67aa_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_note
    ADD CONSTRAINT cases_note_case_id_77ee1e2a_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_note
    ADD CONSTRAINT cases_note_client_id_74fae17b_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_participant
    ADD CONSTRAINT cases_participant_by_id_6c6d37be_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_participant
    ADD CONSTRAINT cases_participant_case_id_85d6d352_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_participant
    ADD CONSTRAINT cases_participant_client_id_28b13c78_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_participant
    ADD CONSTRAINT cases_participant_ended_by_id_24fa32e3_fk_people_agent_id FOREIGN KEY (ended_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_plannedanswer
    ADD CONSTRAINT cases_plannedanswer_by_id_4e1afd33_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_plannedanswer
    ADD CONSTRAINT cases_plannedanswer_case_id_c5b495cd_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_plannedanswer
    ADD CONSTRAINT cases_plannedanswer_client_id_06ee6980_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_plannedanswer
    ADD CONSTRAINT cases_plannedanswer_outgoing_id_a9acef44_fk_contacts_ FOREIGN KEY (outgoing_id) REFERENCES public.contacts_outgoing(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_promise
    ADD CONSTRAINT cases_promise_by_id_2ac0af40_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_promise
    ADD CONSTRAINT cases_promise_case_id_85d6659c_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_promise
    ADD CONSTRAINT cases_promise_client_id_ae2b1a6e_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_promise
    ADD CONSTRAINT cases_promise_follows_id_c3115e26_fk_cases_promise_id FOREIGN KEY (follows_id) REFERENCES public.cases_promise(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_promise
    ADD CONSTRAINT cases_promise_group_id_9caa810a_fk_people_group_id FOREIGN KEY (group_id) REFERENCES public.people_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_promise
    ADD CONSTRAINT cases_promise_hand_over_id_ead2cebb_fk_cases_handover_id FOREIGN KEY (hand_over_id) REFERENCES public.cases_handover(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_promise
    ADD CONSTRAINT cases_promise_outgoing_id_9323a138_fk_contacts_outgoing_id FOREIGN KEY (outgoing_id) REFERENCES public.contacts_outgoing(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_promiseend
    ADD CONSTRAINT cases_promiseend_by_id_38f9be3e_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_promiseend
    ADD CONSTRAINT cases_promiseend_client_id_67cfd4b0_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_promiseend
    ADD CONSTRAINT cases_promiseend_promise_id_428e09c7_fk_cases_promise_id FOREIGN KEY (promise_id) REFERENCES public.cases_promise(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_reachrule
    ADD CONSTRAINT cases_reachrule_by_id_bd0a2b55_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_reachrule
    ADD CONSTRAINT cases_reachrule_client_id_00a6820b_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_reading
    ADD CONSTRAINT cases_reading_access_id_29e0e186_fk_secrecy_accesslist_id FOREIGN KEY (access_id) REFERENCES public.secrecy_accesslist(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_reading
    ADD CONSTRAINT cases_reading_agent_id_0035ed20_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_reading
    ADD CONSTRAINT cases_reading_case_id_bf48e51a_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_reading
    ADD CONSTRAINT cases_reading_client_id_65ac8e1a_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_relation
    ADD CONSTRAINT cases_relation_by_id_43ec86ca_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_relation
    ADD CONSTRAINT cases_relation_case_id_9db1494a_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_relation
    ADD CONSTRAINT cases_relation_client_id_9fb425ce_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_relation
    ADD CONSTRAINT cases_relation_ended_by_id_444ac8ea_fk_people_agent_id FOREIGN KEY (ended_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_relation
    ADD CONSTRAINT cases_relation_other_id_cffad335_fk_cases_case_id FOREIGN KEY (other_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_requiredfact
    ADD CONSTRAINT cases_requiredfact_client_id_bd7b6b5e_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_requiredfact
    ADD CONSTRAINT cases_requiredfact_subject_id_b49088c8_fk_knowledge_subject_id FOREIGN KEY (subject_id) REFERENCES public.knowledge_subject(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_savedview
    ADD CONSTRAINT cases_savedview_owner_id_cffd84c8_fk_people_agent_id FOREIGN KEY (owner_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_snooze
    ADD CONSTRAINT cases_snooze_by_id_5ea90851_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_snooze
    ADD CONSTRAINT cases_snooze_case_id_2fd39965_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_snooze
    ADD CONSTRAINT cases_snooze_client_id_86c7824a_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_split
    ADD CONSTRAINT cases_split_by_id_7467972f_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_split
    ADD CONSTRAINT cases_split_case_id_1c7c2f2d_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_split
    ADD CONSTRAINT cases_split_client_id_9ee6aa05_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_split
    ADD CONSTRAINT cases_split_contact_id_8ab52157_fk_contacts_contact_id FOREIGN KEY (contact_id) REFERENCES public.contacts_contact(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_split
    ADD CONSTRAINT cases_split_made_id_d453f3f5_fk_cases_case_id FOREIGN KEY (made_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_supportuse
    ADD CONSTRAINT cases_supportuse_by_id_8bcaa21f_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_supportuse
    ADD CONSTRAINT cases_supportuse_case_id_fe232db5_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_supportuse
    ADD CONSTRAINT cases_supportuse_client_id_36961fb4_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_supportuse
    ADD CONSTRAINT cases_supportuse_outgoing_id_c8a2134e_fk_contacts_outgoing_id FOREIGN KEY (outgoing_id) REFERENCES public.contacts_outgoing(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_supportuse
    ADD CONSTRAINT cases_supportuse_version_id_8594a7e7_fk_knowledge_version_id FOREIGN KEY (version_id) REFERENCES public.knowledge_version(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_tag
    ADD CONSTRAINT cases_tag_client_id_6c16470f_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_tagging
    ADD CONSTRAINT cases_tagging_case_id_af6ccc16_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_tagging
    ADD CONSTRAINT cases_tagging_client_id_f8cef243_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_tagging
    ADD CONSTRAINT cases_tagging_tag_id_025b608b_fk_cases_tag_id FOREIGN KEY (tag_id) REFERENCES public.cases_tag(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_tick
    ADD CONSTRAINT cases_tick_by_id_887b778c_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_tick
    ADD CONSTRAINT cases_tick_case_id_223f96e2_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_tick
    ADD CONSTRAINT cases_tick_client_id_96709eed_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_tick
    ADD CONSTRAINT cases_tick_undone_by_id_f1a6df69_fk_people_agent_id FOREIGN KEY (undone_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_tick
    ADD CONSTRAINT cases_tick_version_id_3e4b01a3_fk_knowledge_version_id FOREIGN KEY (version_id) REFERENCES public.knowledge_version(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_watch
    ADD CONSTRAINT cases_watch_agent_id_4dea171a_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_watch
    ADD CONSTRAINT cases_watch_case_id_b7b7fcf4_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_watch
    ADD CONSTRAINT cases_watch_client_id_6dd66f75_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.casetypes_casetype
    ADD CONSTRAINT casetypes_casetype_client_id_1fb261fe_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.casetypes_typeversion
    ADD CONSTRAINT casetypes_typeversio_case_type_id_4aa01181_fk_casetypes FOREIGN KEY (case_type_id) REFERENCES public.casetypes_casetype(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.casetypes_typeversion
    ADD CONSTRAINT casetypes_typeversion_by_id_8c777276_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.chat_chat
    ADD CONSTRAINT chat_chat_case_id_be2d9e66_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.chat_chat
    ADD CONSTRAINT chat_chat_client_id_0c8afba6_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.chat_chat
    ADD CONSTRAINT chat_chat_contact_id_4335a938_fk_contacts_contact_id FOREIGN KEY (contact_id) REFERENCES public.contacts_contact(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.chat_chatline
    ADD CONSTRAINT chat_chatline_chat_id_99edfd4b_fk_chat_chat_id FOREIGN KEY (chat_id) REFERENCES public.chat_chat(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.chat_chatline
    ADD CONSTRAINT chat_chatline_client_id_3cbe4497_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.chat_chatline
    ADD CONSTRAINT chat_chatline_message_id_74b21b4c_fk_contacts_message_id FOREIGN KEY (message_id) REFERENCES public.contacts_message(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.chat_chatsettings
    ADD CONSTRAINT chat_chatsettings_client_id_6904a7f8_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_contact
    ADD CONSTRAINT contact_and_customer_of_same_client FOREIGN KEY (customer_id, client_id) REFERENCES public.customers_customer(id, client_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_blockregister
    ADD CONSTRAINT contacts_blockregist_client_id_a59d9905_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_blockregister
    ADD CONSTRAINT contacts_blockregister_by_id_6c54defc_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_callblock
    ADD CONSTRAINT contacts_callblock_by_id_f9ca6514_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_callblock
    ADD CONSTRAINT contacts_callblock_client_id_d0de8611_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_callblock
    ADD CONSTRAINT contacts_callblock_customer_id_243c6345_fk_customers FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_contact
    ADD CONSTRAINT contacts_contact_agent_id_15d75963_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_contact
    ADD CONSTRAINT contacts_contact_client_id_1cd59fa4_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_contact
    ADD CONSTRAINT contacts_contact_customer_id_bc06dcda_fk_customers_customer_id FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_errand
    ADD CONSTRAINT contacts_errand_client_id_dd0c49c1_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_errand
    ADD CONSTRAINT contacts_errand_contact_id_e1881d7c_fk_contacts_contact_id FOREIGN KEY (contact_id) REFERENCES public.contacts_contact(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_message
    ADD CONSTRAINT contacts_message_author_id_5fb7f34c_fk_people_agent_id FOREIGN KEY (author_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_message
    ADD CONSTRAINT contacts_message_client_id_781f3e14_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_message
    ADD CONSTRAINT contacts_message_contact_id_911abfb2_fk_contacts_contact_id FOREIGN KEY (contact_id) REFERENCES public.contacts_contact(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_message
    ADD CONSTRAINT contacts_message_in_reply_to_id_06a63560_fk_contacts_message_id FOREIGN KEY (in_reply_to_id) REFERENCES public.contacts_message(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_message
    ADD CONSTRAINT contacts_message_raw_id_722d4366_fk_files_storedfile_id FOREIGN KEY (raw_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_messagefile
    ADD CONSTRAINT contacts_messagefile_client_id_15665b21_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_messagefile
    ADD CONSTRAINT contacts_messagefile_file_id_be981bba_fk_files_storedfile_id FOREIGN KEY (file_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_messagefile
    ADD CONSTRAINT contacts_messagefile_message_id_bafe7ae3_fk_contacts_message_id FOREIGN KEY (message_id) REFERENCES public.contacts_message(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_nocase
    ADD CONSTRAINT contacts_nocase_by_id_dadf6308_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_nocase
    ADD CONSTRAINT contacts_nocase_client_id_ac45b657_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_nocase
    ADD CONSTRAINT contacts_nocase_contact_id_22a71c69_fk_contacts_contact_id FOREIGN KEY (contact_id) REFERENCES public.contacts_contact(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_optout
    ADD CONSTRAINT contacts_optout_client_id_0982602e_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_outgoing
    ADD CONSTRAINT contacts_outgoing_client_id_f70313a7_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_outgoing
    ADD CONSTRAINT contacts_outgoing_message_id_38e8b801_fk_contacts_message_id FOREIGN KEY (message_id) REFERENCES public.contacts_message(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_outgoingstep
    ADD CONSTRAINT contacts_outgoingste_client_id_17704bec_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_outgoingstep
    ADD CONSTRAINT contacts_outgoingste_outgoing_id_fb0552e0_fk_contacts_ FOREIGN KEY (outgoing_id) REFERENCES public.contacts_outgoing(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_registerednumber
    ADD CONSTRAINT contacts_registeredn_client_id_0ea2ebcc_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_registerednumber
    ADD CONSTRAINT contacts_registeredn_register_id_2cc53df3_fk_contacts_ FOREIGN KEY (register_id) REFERENCES public.contacts_blockregister(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_suppression
    ADD CONSTRAINT contacts_suppression_client_id_38a86938_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_suppression
    ADD CONSTRAINT contacts_suppression_lifted_by_id_2a43147f_fk_people_agent_id FOREIGN KEY (lifted_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.contacts_volumebefore
    ADD CONSTRAINT contacts_volumebefor_client_id_632a288f_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.counter_call
    ADD CONSTRAINT counter_call_by_id_fca495ef_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.counter_call
    ADD CONSTRAINT counter_call_client_id_40d43e9c_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.counter_call
    ADD CONSTRAINT counter_call_desk_id_cfcbe689_fk_counter_desk_id FOREIGN KEY (desk_id) REFERENCES public.counter_desk(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.counter_call
    ADD CONSTRAINT counter_call_ticket_id_b3391635_fk_counter_ticket_id FOREIGN KEY (ticket_id) REFERENCES public.counter_ticket(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.counter_desk
    ADD CONSTRAINT counter_desk_client_id_ae5d6427_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.counter_desk
    ADD CONSTRAINT counter_desk_hall_id_13eb606c_fk_counter_hall_id FOREIGN KEY (hall_id) REFERENCES public.counter_hall(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.counter_errand
    ADD CONSTRAINT counter_errand_client_id_ad0a88a3_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.counter_errand
    ADD CONSTRAINT counter_errand_hall_id_87d0248c_fk_counter_hall_id FOREIGN KEY (hall_id) REFERENCES public.counter_hall(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.counter_hall
    ADD CONSTRAINT counter_hall_client_id_846d088c_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.counter_hall
    ADD CONSTRAINT counter_hall_queue_id_a58be16b_fk_routing_queue_id FOREIGN KEY (queue_id) REFERENCES public.routing_queue(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.counter_hall
    ADD CONSTRAINT counter_hall_skill_id_ea523979_fk_routing_skill_id FOREIGN KEY (skill_id) REFERENCES public.routing_skill(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.counter_series
    ADD CONSTRAINT counter_series_client_id_8a3024b3_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.counter_series
    ADD CONSTRAINT counter_series_hall_id_f4e39754_fk_counter_hall_id FOREIGN KEY (hall_id) REFERENCES public.counter_hall(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.counter_sitting
    ADD CONSTRAINT counter_sitting_agent_id_026690ce_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.counter_sitting
    ADD CONSTRAINT counter_sitting_client_id_e124d7c9_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.counter_sitting
    ADD CONSTRAINT counter_sitting_desk_id_99ee9b4d_fk_counter_desk_id FOREIGN KEY (desk_id) REFERENCES public.counter_desk(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.counter_ticket
    ADD CONSTRAINT counter_ticket_client_id_2c4fe441_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.counter_ticket
    ADD CONSTRAINT counter_ticket_contact_id_2703f01e_fk_contacts_contact_id FOREIGN KEY (contact_id) REFERENCES public.contacts_contact(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.counter_ticket
    ADD CONSTRAINT counter_ticket_errand_id_b08f245f_fk_counter_errand_id FOREIGN KEY (errand_id) REFERENCES public.counter_errand(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.counter_ticket
    ADD CONSTRAINT counter_ticket_hall_id_148a4479_fk_counter_hall_id FOREIGN KEY (hall_id) REFERENCES public.counter_hall(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_address
    ADD CONSTRAINT customers_address_client_id_5d25b8ac_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_address
    ADD CONSTRAINT customers_address_customer_id_f042422e_fk_customers_customer_id FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_customer
    ADD CONSTRAINT customers_customer_client_id_37c893bc_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_customer
    ADD CONSTRAINT customers_customer_person_id_afc785ac_fk_customers_person_id FOREIGN KEY (person_id) REFERENCES public.customers_person(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_import
    ADD CONSTRAINT customers_import_by_id_0bdfa90d_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_import
    ADD CONSTRAINT customers_import_client_id_f1fcf0ad_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_import
    ADD CONSTRAINT customers_import_undone_by_id_38136e54_fk_people_agent_id FOREIGN KEY (undone_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_importedcustomer
    ADD CONSTRAINT customers_importedcu_client_id_b94450cc_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_importedcustomer
    ADD CONSTRAINT customers_importedcu_customer_id_e9a30c30_fk_customers FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_importedcustomer
    ADD CONSTRAINT customers_importedcu_of_id_436f874b_fk_customers FOREIGN KEY (of_id) REFERENCES public.customers_import(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_merge
    ADD CONSTRAINT customers_merge_by_id_df379250_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_merge
    ADD CONSTRAINT customers_merge_client_id_710dc10d_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_merge
    ADD CONSTRAINT customers_merge_source_id_2621dad2_fk_customers_customer_id FOREIGN KEY (source_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_merge
    ADD CONSTRAINT customers_merge_target_id_3de41076_fk_customers_customer_id FOREIGN KEY (target_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_merge
    ADD CONSTRAINT customers_merge_undone_by_id_6cedfb9e_fk_people_agent_id FOREIGN KEY (undone_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_need
    ADD CONSTRAINT customers_need_by_id_f38c6719_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_need
    ADD CONSTRAINT customers_need_client_id_ec68603d_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_need
    ADD CONSTRAINT customers_need_customer_id_4f4e1b5f_fk_customers_customer_id FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_notthesame
    ADD CONSTRAINT customers_notthesame_by_id_6f778974_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_notthesame
    ADD CONSTRAINT customers_notthesame_client_id_6d9e0a88_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_notthesame
    ADD CONSTRAINT customers_notthesame_one_id_5aa742e0_fk_customers_customer_id FOREIGN KEY (one_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_notthesame
    ADD CONSTRAINT customers_notthesame_other_id_ad878346_fk_customers_customer_id FOREIGN KEY (other_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_representative
    ADD CONSTRAINT customers_representa_client_id_e2d7d4ff_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_representative
    ADD CONSTRAINT customers_representa_customer_id_6ecd506c_fk_customers FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_representative
    ADD CONSTRAINT customers_representa_ended_by_id_41607ca2_fk_people_ag FOREIGN KEY (ended_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_representative
    ADD CONSTRAINT customers_representa_representative_id_f80f7f89_fk_customers FOREIGN KEY (representative_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_representative
    ADD CONSTRAINT customers_representative_by_id_267625e6_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disposal_disposed
    ADD CONSTRAINT disposal_disposed_access_id_38053649_fk_secrecy_accesslist_id FOREIGN KEY (access_id) REFERENCES public.secrecy_accesslist(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disposal_disposed
    ADD CONSTRAINT disposal_disposed_case_id_1eb5defe_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disposal_disposed
    ADD CONSTRAINT disposal_disposed_case_type_id_5a3bd471_fk_casetypes FOREIGN KEY (case_type_id) REFERENCES public.casetypes_casetype(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disposal_disposed
    ADD CONSTRAINT disposal_disposed_client_id_411a013d_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disposal_disposed
    ADD CONSTRAINT disposal_disposed_protocol_id_6aacfae6_fk_disposal_protocol_id FOREIGN KEY (protocol_id) REFERENCES public.disposal_protocol(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disposal_hold
    ADD CONSTRAINT disposal_hold_by_id_02a23ae8_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disposal_hold
    ADD CONSTRAINT disposal_hold_case_id_1a3b8eee_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disposal_hold
    ADD CONSTRAINT disposal_hold_client_id_2ba2734e_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disposal_hold
    ADD CONSTRAINT disposal_hold_ended_by_id_732c7491_fk_people_agent_id FOREIGN KEY (ended_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disposal_protocol
    ADD CONSTRAINT disposal_protocol_access_id_2e863d89_fk_secrecy_accesslist_id FOREIGN KEY (access_id) REFERENCES public.secrecy_accesslist(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disposal_protocol
    ADD CONSTRAINT disposal_protocol_client_id_b17f0f18_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disruptions_disruption
    ADD CONSTRAINT disruptions_disrupti_client_id_f432fd46_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disruptions_disruption
    ADD CONSTRAINT disruptions_disrupti_subject_id_b187e165_fk_knowledge FOREIGN KEY (subject_id) REFERENCES public.knowledge_subject(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disruptions_disruption
    ADD CONSTRAINT disruptions_disruption_ended_by_id_ad0086a7_fk_people_agent_id FOREIGN KEY (ended_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disruptions_disruption
    ADD CONSTRAINT disruptions_disruption_opened_by_id_4b9a79e1_fk_people_agent_id FOREIGN KEY (opened_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disruptions_follower
    ADD CONSTRAINT disruptions_follower_client_id_d6508010_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disruptions_follower
    ADD CONSTRAINT disruptions_follower_customer_id_a7c8e9d8_fk_customers FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disruptions_follower
    ADD CONSTRAINT disruptions_follower_disruption_id_7a821ad3_fk_disruptio FOREIGN KEY (disruption_id) REFERENCES public.disruptions_disruption(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disruptions_step
    ADD CONSTRAINT disruptions_step_by_id_e2ad387a_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disruptions_step
    ADD CONSTRAINT disruptions_step_client_id_2f5879e5_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.disruptions_step
    ADD CONSTRAINT disruptions_step_disruption_id_2f423c00_fk_disruptio FOREIGN KEY (disruption_id) REFERENCES public.disruptions_disruption(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.duty_absence
    ADD CONSTRAINT duty_absence_agent_id_f0eb902b_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.duty_absence
    ADD CONSTRAINT duty_absence_by_id_dcb3cc21_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.duty_absence
    ADD CONSTRAINT duty_absence_stand_in_id_915ce455_fk_people_agent_id FOREIGN KEY (stand_in_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.duty_duty
    ADD CONSTRAINT duty_duty_agent_id_cb68c66f_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.duty_duty
    ADD CONSTRAINT duty_duty_client_id_d42ddb95_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.duty_duty
    ADD CONSTRAINT duty_duty_group_id_ec675bb6_fk_people_group_id FOREIGN KEY (group_id) REFERENCES public.people_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.entrypoints_entrypoint
    ADD CONSTRAINT entrypoints_entrypoi_client_id_3dee6464_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.entrypoints_entrypoint
    ADD CONSTRAINT entrypoints_entrypoint_leads_to_id_4517dc58_fk_people_group_id FOREIGN KEY (leads_to_id) REFERENCES public.people_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.entrypoints_entrypoint
    ADD CONSTRAINT entrypoints_entrypoint_owner_id_d4036ae1_fk_people_agent_id FOREIGN KEY (owner_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.entrypoints_trial
    ADD CONSTRAINT entrypoints_trial_by_id_f0cfaee8_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.entrypoints_trial
    ADD CONSTRAINT entrypoints_trial_client_id_c564531b_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.entrypoints_trial
    ADD CONSTRAINT entrypoints_trial_entry_id_e78c3289_fk_entrypoin FOREIGN KEY (entry_id) REFERENCES public.entrypoints_entrypoint(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exchange_importedcall
    ADD CONSTRAINT exchange_importedcal_brought_in_id_9540ddd8_fk_exchange_ FOREIGN KEY (brought_in_id) REFERENCES public.exchange_logimport(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exchange_importedcall
    ADD CONSTRAINT exchange_importedcal_client_id_6d70fced_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exchange_importedcall
    ADD CONSTRAINT exchange_importedcall_queue_id_e2cee45b_fk_routing_queue_id FOREIGN KEY (queue_id) REFERENCES public.routing_queue(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exchange_logimport
    ADD CONSTRAINT exchange_logimport_by_id_51cc9fd7_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.exchange_logimport
    ADD CONSTRAINT exchange_logimport_client_id_3b2f8f0a_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.files_upload
    ADD CONSTRAINT files_upload_by_id_23f26d80_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.files_upload
    ADD CONSTRAINT files_upload_file_id_1d6074eb_fk_files_storedfile_id FOREIGN KEY (file_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.integrations_idempotentanswer
    ADD CONSTRAINT integrations_idempot_agent_id_b9f4b1ec_fk_people_ag FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.integrations_token
    ADD CONSTRAINT integrations_token_agent_id_9face9b2_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.integrations_token
    ADD CONSTRAINT integrations_token_client_id_c16dc3b3_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.integrations_webhook
    ADD CONSTRAINT integrations_webhook_client_id_b8ed641c_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.integrations_webhook
    ADD CONSTRAINT integrations_webhook_created_by_id_4ca2a866_fk_people_agent_id FOREIGN KEY (created_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.integrations_webhookdelivery
    ADD CONSTRAINT integrations_webhook_webhook_id_6db7c388_fk_integrati FOREIGN KEY (webhook_id) REFERENCES public.integrations_webhook(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_aboutsubject
    ADD CONSTRAINT knowledge_aboutsubje_article_id_136cba37_fk_knowledge FOREIGN KEY (article_id) REFERENCES public.knowledge_article(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_aboutsubject
    ADD CONSTRAINT knowledge_aboutsubje_client_id_0ca34ab0_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_aboutsubject
    ADD CONSTRAINT knowledge_aboutsubje_subject_id_948841d8_fk_knowledge FOREIGN KEY (subject_id) REFERENCES public.knowledge_subject(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_article
    ADD CONSTRAINT knowledge_article_approver_id_0911d9a7_fk_people_agent_id FOREIGN KEY (approver_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_article
    ADD CONSTRAINT knowledge_article_client_id_4171619b_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_article
    ADD CONSTRAINT knowledge_article_group_id_10c476e9_fk_people_group_id FOREIGN KEY (group_id) REFERENCES public.people_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_article
    ADD CONSTRAINT knowledge_article_owner_id_b40ac797_fk_people_agent_id FOREIGN KEY (owner_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_article
    ADD CONSTRAINT knowledge_article_published_id_c6fc3634_fk_knowledge_version_id FOREIGN KEY (published_id) REFERENCES public.knowledge_version(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_gap
    ADD CONSTRAINT knowledge_gap_by_id_977634ce_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_gap
    ADD CONSTRAINT knowledge_gap_client_id_3be3e2d5_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_gap
    ADD CONSTRAINT knowledge_gap_filled_by_id_74153fa3_fk_knowledge_article_id FOREIGN KEY (filled_by_id) REFERENCES public.knowledge_article(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_gap
    ADD CONSTRAINT knowledge_gap_subject_id_bff50dd5_fk_knowledge_subject_id FOREIGN KEY (subject_id) REFERENCES public.knowledge_subject(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_reminder
    ADD CONSTRAINT knowledge_reminder_article_id_ea12fd20_fk_knowledge_article_id FOREIGN KEY (article_id) REFERENCES public.knowledge_article(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_reminder
    ADD CONSTRAINT knowledge_reminder_client_id_17a7d651_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_reminder
    ADD CONSTRAINT knowledge_reminder_owner_id_82367626_fk_people_agent_id FOREIGN KEY (owner_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_report
    ADD CONSTRAINT knowledge_report_answered_by_id_df07c497_fk_people_agent_id FOREIGN KEY (answered_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_report
    ADD CONSTRAINT knowledge_report_article_id_c27c3896_fk_knowledge_article_id FOREIGN KEY (article_id) REFERENCES public.knowledge_article(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_report
    ADD CONSTRAINT knowledge_report_by_id_fa338962_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_report
    ADD CONSTRAINT knowledge_report_client_id_8d4c8d71_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_report
    ADD CONSTRAINT knowledge_report_version_id_67bd12f0_fk_knowledge_version_id FOREIGN KEY (version_id) REFERENCES public.knowledge_version(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_review
    ADD CONSTRAINT knowledge_review_article_id_63691d2c_fk_knowledge_article_id FOREIGN KEY (article_id) REFERENCES public.knowledge_article(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_review
    ADD CONSTRAINT knowledge_review_by_id_65370290_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_review
    ADD CONSTRAINT knowledge_review_client_id_bab5bbf8_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_review
    ADD CONSTRAINT knowledge_review_version_id_9bf0ae4a_fk_knowledge_version_id FOREIGN KEY (version_id) REFERENCES public.knowledge_version(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_servicearea
    ADD CONSTRAINT knowledge_serviceare_client_id_66d3e08d_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_subject
    ADD CONSTRAINT knowledge_subject_area_id_9cfbbf40_fk_knowledge_servicearea_id FOREIGN KEY (area_id) REFERENCES public.knowledge_servicearea(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_subject
    ADD CONSTRAINT knowledge_subject_client_id_e6a01fab_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_subject
    ADD CONSTRAINT knowledge_subject_group_id_0455489d_fk_people_group_id FOREIGN KEY (group_id) REFERENCES public.people_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_version
    ADD CONSTRAINT knowledge_version_approved_by_id_77a73da7_fk_people_agent_id FOREIGN KEY (approved_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_version
    ADD CONSTRAINT knowledge_version_article_id_452d3a63_fk_knowledge_article_id FOREIGN KEY (article_id) REFERENCES public.knowledge_article(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_version
    ADD CONSTRAINT knowledge_version_author_id_27f8c7fd_fk_people_agent_id FOREIGN KEY (author_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_version
    ADD CONSTRAINT knowledge_version_client_id_bc9c5692_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_version
    ADD CONSTRAINT knowledge_version_corrects_id_1a06a714_fk_knowledge_version_id FOREIGN KEY (corrects_id) REFERENCES public.knowledge_version(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_version
    ADD CONSTRAINT knowledge_version_withdrawn_by_id_561712b0_fk_people_agent_id FOREIGN KEY (withdrawn_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_wording
    ADD CONSTRAINT knowledge_wording_article_id_27a5872a_fk_knowledge_article_id FOREIGN KEY (article_id) REFERENCES public.knowledge_article(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_wording
    ADD CONSTRAINT knowledge_wording_client_id_d49a21b1_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_wording
    ADD CONSTRAINT knowledge_wording_version_id_96dd1c55_fk_knowledge_version_id FOREIGN KEY (version_id) REFERENCES public.knowledge_version(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_casecount
    ADD CONSTRAINT kpi_casecount_client_id_68f918b1_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_casecount
    ADD CONSTRAINT kpi_casecount_subject_id_19532070_fk_knowledge_subject_id FOREIGN KEY (subject_id) REFERENCES public.knowledge_subject(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_contactcount
    ADD CONSTRAINT kpi_contactcount_client_id_5f7d5160_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_day
    ADD CONSTRAINT kpi_day_client_id_0cb57bed_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_daysum
    ADD CONSTRAINT kpi_daysum_client_id_edf5ea9e_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_fact
    ADD CONSTRAINT kpi_fact_client_id_2ffc9da6_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_feedbacktime
    ADD CONSTRAINT kpi_feedbacktime_client_id_6ed245b4_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_goal
    ADD CONSTRAINT kpi_goal_client_id_8278dc90_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_goal
    ADD CONSTRAINT kpi_goal_owner_id_a0fbc8e6_fk_people_agent_id FOREIGN KEY (owner_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_insight
    ADD CONSTRAINT kpi_insight_by_id_78762d5b_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_insight
    ADD CONSTRAINT kpi_insight_client_id_719a91ef_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_insight
    ADD CONSTRAINT kpi_insight_group_id_28738b91_fk_people_group_id FOREIGN KEY (group_id) REFERENCES public.people_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_measuregoal
    ADD CONSTRAINT kpi_measuregoal_by_id_041db4d5_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_measuregoal
    ADD CONSTRAINT kpi_measuregoal_client_id_679656b1_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_notednumber
    ADD CONSTRAINT kpi_notednumber_by_id_236d9670_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_notednumber
    ADD CONSTRAINT kpi_notednumber_client_id_4ff48238_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_ownmeasure
    ADD CONSTRAINT kpi_ownmeasure_by_id_f3719c0b_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_ownmeasure
    ADD CONSTRAINT kpi_ownmeasure_client_id_e3a350ae_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_publishedfigure
    ADD CONSTRAINT kpi_publishedfigure_by_id_6c24d3e4_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_publishedfigure
    ADD CONSTRAINT kpi_publishedfigure_client_id_4400c747_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_publishedfigure
    ADD CONSTRAINT kpi_publishedfigure_restates_id_fcf84ee2_fk_kpi_publi FOREIGN KEY (restates_id) REFERENCES public.kpi_publishedfigure(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_restatement
    ADD CONSTRAINT kpi_restatement_client_id_83e1c3e2_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_selfserviceuse
    ADD CONSTRAINT kpi_selfserviceuse_client_id_c733ceca_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_selfserviceuse
    ADD CONSTRAINT kpi_selfserviceuse_subject_id_8556e7f4_fk_knowledge_subject_id FOREIGN KEY (subject_id) REFERENCES public.knowledge_subject(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_signedfactor
    ADD CONSTRAINT kpi_signedfactor_by_id_22596be5_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_signedfactor
    ADD CONSTRAINT kpi_signedfactor_client_id_11d91162_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.kpi_usualperiod
    ADD CONSTRAINT kpi_usualperiod_client_id_7ffa9069_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.levels_archivedboard
    ADD CONSTRAINT levels_archivedboard_client_id_315a0da0_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.levels_decision
    ADD CONSTRAINT levels_decision_by_id_b393be72_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.levels_decision
    ADD CONSTRAINT levels_decision_client_id_9031542a_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.levels_decision
    ADD CONSTRAINT levels_decision_issue_id_e64658e8_fk_levels_issue_id FOREIGN KEY (issue_id) REFERENCES public.levels_issue(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.levels_issue
    ADD CONSTRAINT levels_issue_by_id_c4c34fcc_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.levels_issue
    ADD CONSTRAINT levels_issue_client_id_eb365b1b_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.levels_issue
    ADD CONSTRAINT levels_issue_place_id_47c9db48_fk_register_place_id FOREIGN KEY (place_id) REFERENCES public.register_place(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.levels_issue
    ADD CONSTRAINT levels_issue_service_id_2c355b74_fk_register_servicetype_id FOREIGN KEY (service_id) REFERENCES public.register_servicetype(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.levels_lift
    ADD CONSTRAINT levels_lift_by_id_1cd8c686_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.levels_lift
    ADD CONSTRAINT levels_lift_client_id_c42de390_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.levels_lift
    ADD CONSTRAINT levels_lift_issue_id_23434e3e_fk_levels_issue_id FOREIGN KEY (issue_id) REFERENCES public.levels_issue(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.levels_wishdecision
    ADD CONSTRAINT levels_wishdecision_by_id_1e34aef1_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.levels_wishdecision
    ADD CONSTRAINT levels_wishdecision_case_id_42dfd294_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.levels_wishdecision
    ADD CONSTRAINT levels_wishdecision_client_id_0346d958_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT list_of_case FOREIGN KEY (access_id) REFERENCES public.secrecy_accesslist(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_subject
    ADD CONSTRAINT list_of_subject FOREIGN KEY (access_id) REFERENCES public.secrecy_accesslist(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mail_grouptold
    ADD CONSTRAINT mail_grouptold_client_id_e6d29eca_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mail_grouptold
    ADD CONSTRAINT mail_grouptold_hand_over_id_82de359e_fk_cases_handover_id FOREIGN KEY (hand_over_id) REFERENCES public.cases_handover(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mail_grouptold
    ADD CONSTRAINT mail_grouptold_outgoing_id_4d71a443_fk_contacts_outgoing_id FOREIGN KEY (outgoing_id) REFERENCES public.contacts_outgoing(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mail_mailbox
    ADD CONSTRAINT mail_mailbox_client_id_9bbfadb4_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mail_mailbox
    ADD CONSTRAINT mail_mailbox_group_id_97bd6349_fk_people_group_id FOREIGN KEY (group_id) REFERENCES public.people_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mail_mailbox
    ADD CONSTRAINT mail_mailbox_subject_id_6cf10aba_fk_knowledge_subject_id FOREIGN KEY (subject_id) REFERENCES public.knowledge_subject(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mail_pickup
    ADD CONSTRAINT mail_pickup_client_id_3f2b97cb_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mail_pickup
    ADD CONSTRAINT mail_pickup_mailbox_id_3e8a3726_fk_mail_mailbox_id FOREIGN KEY (mailbox_id) REFERENCES public.mail_mailbox(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mail_rawmail
    ADD CONSTRAINT mail_rawmail_client_id_a645f3d2_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mail_rawmail
    ADD CONSTRAINT mail_rawmail_contact_id_399f6c88_fk_contacts_contact_id FOREIGN KEY (contact_id) REFERENCES public.contacts_contact(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mail_rawmail
    ADD CONSTRAINT mail_rawmail_mailbox_id_b7850de3_fk_mail_mailbox_id FOREIGN KEY (mailbox_id) REFERENCES public.mail_mailbox(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mail_rawmail
    ADD CONSTRAINT mail_rawmail_stored_id_bbc6973a_fk_files_storedfile_id FOREIGN KEY (stored_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mail_silence
    ADD CONSTRAINT mail_silence_client_id_1780e0fe_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mail_silence
    ADD CONSTRAINT mail_silence_mailbox_id_ca151c05_fk_mail_mailbox_id FOREIGN KEY (mailbox_id) REFERENCES public.mail_mailbox(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mail_stafftold
    ADD CONSTRAINT mail_stafftold_case_id_d4d787ad_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mail_stafftold
    ADD CONSTRAINT mail_stafftold_client_id_7101f11b_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.customers_customer
    ADD CONSTRAINT merged_into_of_same_client FOREIGN KEY (merged_into_id, client_id) REFERENCES public.customers_customer(id, client_id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.mfa_authenticator
    ADD CONSTRAINT mfa_authenticator_user_id_0c3a50c0_fk_people_agent_id FOREIGN KEY (user_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.paper_paper
    ADD CONSTRAINT paper_paper_case_id_71c4e7a0_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.paper_paper
    ADD CONSTRAINT paper_paper_client_id_914deea1_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.paper_paper
    ADD CONSTRAINT paper_paper_contact_id_6df65e2c_fk_contacts_contact_id FOREIGN KEY (contact_id) REFERENCES public.contacts_contact(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.paper_paper
    ADD CONSTRAINT paper_paper_file_id_4aa38992_fk_files_storedfile_id FOREIGN KEY (file_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.paper_paper
    ADD CONSTRAINT paper_paper_noted_by_id_06c6d9fe_fk_people_agent_id FOREIGN KEY (noted_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.paper_paper
    ADD CONSTRAINT paper_paper_registered_by_id_99e2a675_fk_people_agent_id FOREIGN KEY (registered_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_accessreview
    ADD CONSTRAINT people_accessreview_reviewer_id_5348bfe4_fk_people_agent_id FOREIGN KEY (reviewer_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_agent
    ADD CONSTRAINT people_agent_manager_id_e894cae9_fk_people_agent_id FOREIGN KEY (manager_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_group
    ADD CONSTRAINT people_group_client_id_5431ebe2_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_group
    ADD CONSTRAINT people_group_manager_id_4826c3cf_fk_people_agent_id FOREIGN KEY (manager_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_membership
    ADD CONSTRAINT people_membership_agent_id_f1e117cc_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_membership
    ADD CONSTRAINT people_membership_group_id_3df2e745_fk_people_group_id FOREIGN KEY (group_id) REFERENCES public.people_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_rolegrant
    ADD CONSTRAINT people_rolegrant_agent_id_3b0cf6a2_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_rolegrant
    ADD CONSTRAINT people_rolegrant_client_id_fa6b8fba_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_rolegrant
    ADD CONSTRAINT people_rolegrant_given_by_id_93b1b6a2_fk_people_agent_id FOREIGN KEY (given_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.people_signinprovider
    ADD CONSTRAINT people_signinprovide_client_id_7a3472bc_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.portal_draft
    ADD CONSTRAINT portal_draft_case_id_ef4654ca_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.portal_draft
    ADD CONSTRAINT portal_draft_client_id_993eba75_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.portal_draftfile
    ADD CONSTRAINT portal_draftfile_draft_id_ecee4cfc_fk_portal_draft_id FOREIGN KEY (draft_id) REFERENCES public.portal_draft(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.procrastinate_events
    ADD CONSTRAINT procrastinate_events_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id) ON DELETE CASCADE;


ALTER TABLE ONLY public.procrastinate_jobs
    ADD CONSTRAINT procrastinate_jobs_worker_id_fkey FOREIGN KEY (worker_id) REFERENCES public.procrastinate_workers(id) ON DELETE SET NULL;


ALTER TABLE ONLY public.procrastinate_periodic_defers
    ADD CONSTRAINT procrastinate_periodic_defers_job_id_fkey FOREIGN KEY (job_id) REFERENCES public.procrastinate_jobs(id);


ALTER TABLE ONLY public.publications_delivery
    ADD CONSTRAINT publications_deliver_client_id_809c3664_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.publications_delivery
    ADD CONSTRAINT publications_deliver_publication_id_aae1bbac_fk_publicati FOREIGN KEY (publication_id) REFERENCES public.publications_publication(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.publications_delivery
    ADD CONSTRAINT publications_delivery_by_id_876b6545_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.publications_delivery
    ADD CONSTRAINT publications_delivery_recipient_id_8d1f7eeb_fk_people_agent_id FOREIGN KEY (recipient_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.publications_outline
    ADD CONSTRAINT publications_outline_by_id_2834402d_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.publications_outline
    ADD CONSTRAINT publications_outline_client_id_0a74a1d5_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.publications_publication
    ADD CONSTRAINT publications_publica_client_id_a53c624c_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.publications_publication
    ADD CONSTRAINT publications_publica_outline_id_79f96ed1_fk_publicati FOREIGN KEY (outline_id) REFERENCES public.publications_outline(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.publications_publication
    ADD CONSTRAINT publications_publica_restates_id_c35fbfa1_fk_publicati FOREIGN KEY (restates_id) REFERENCES public.publications_publication(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.publications_publication
    ADD CONSTRAINT publications_publication_by_id_ff396637_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.publications_remark
    ADD CONSTRAINT publications_remark_by_id_8ff01c4e_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.publications_remark
    ADD CONSTRAINT publications_remark_client_id_7c6a5e15_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.publications_remark
    ADD CONSTRAINT publications_remark_outline_id_b849602d_fk_publicati FOREIGN KEY (outline_id) REFERENCES public.publications_outline(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.publications_rendition
    ADD CONSTRAINT publications_renditi_client_id_c1d84f97_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.publications_rendition
    ADD CONSTRAINT publications_renditi_publication_id_dfe705b3_fk_publicati FOREIGN KEY (publication_id) REFERENCES public.publications_publication(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.publications_subscription
    ADD CONSTRAINT publications_subscri_client_id_9756b546_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.publications_subscription
    ADD CONSTRAINT publications_subscri_outline_id_44aac051_fk_publicati FOREIGN KEY (outline_id) REFERENCES public.publications_outline(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.publications_subscription
    ADD CONSTRAINT publications_subscri_recipient_id_aa022e90_fk_people_ag FOREIGN KEY (recipient_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.publications_subscription
    ADD CONSTRAINT publications_subscription_by_id_59a5bc02_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.register_fallback
    ADD CONSTRAINT register_fallback_by_id_735c92bc_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.register_fallback
    ADD CONSTRAINT register_fallback_client_id_3954e1c3_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.register_fallback
    ADD CONSTRAINT register_fallback_group_id_b183284e_fk_people_group_id FOREIGN KEY (group_id) REFERENCES public.people_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.register_finding
    ADD CONSTRAINT register_finding_client_id_d60cd0d7_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.register_finding
    ADD CONSTRAINT register_finding_place_id_8c3e56cc_fk_register_place_id FOREIGN KEY (place_id) REFERENCES public.register_place(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.register_finding
    ADD CONSTRAINT register_finding_service_id_d2e9a4b6_fk_register_servicetype_id FOREIGN KEY (service_id) REFERENCES public.register_servicetype(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.register_place
    ADD CONSTRAINT register_place_client_id_5b2f8516_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.register_place
    ADD CONSTRAINT register_place_parent_id_8686dfa4_fk_register_place_id FOREIGN KEY (parent_id) REFERENCES public.register_place(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.register_responsibility
    ADD CONSTRAINT register_responsibil_client_id_81b48f16_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.register_responsibility
    ADD CONSTRAINT register_responsibil_service_id_42bd2bc8_fk_register_ FOREIGN KEY (service_id) REFERENCES public.register_servicetype(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.register_responsibility
    ADD CONSTRAINT register_responsibility_by_id_f8fac172_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.register_responsibility
    ADD CONSTRAINT register_responsibility_group_id_26782324_fk_people_group_id FOREIGN KEY (group_id) REFERENCES public.people_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.register_responsibility
    ADD CONSTRAINT register_responsibility_place_id_bfa77ae0_fk_register_place_id FOREIGN KEY (place_id) REFERENCES public.register_place(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.register_servicetype
    ADD CONSTRAINT register_servicetype_client_id_884d9e16_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_comment
    ADD CONSTRAINT reports_comment_by_id_cba7bc70_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_comment
    ADD CONSTRAINT reports_comment_client_id_99ad21eb_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_meeting
    ADD CONSTRAINT reports_meeting_by_id_7babe424_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_meeting
    ADD CONSTRAINT reports_meeting_client_id_7b148f49_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_report
    ADD CONSTRAINT reports_report_client_id_27652e67_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_report
    ADD CONSTRAINT reports_report_recipient_id_1cdf5e4c_fk_people_agent_id FOREIGN KEY (recipient_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_sending
    ADD CONSTRAINT reports_sending_by_id_490b6f05_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_sending
    ADD CONSTRAINT reports_sending_client_id_944172fc_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_sending
    ADD CONSTRAINT reports_sending_outgoing_id_5641e9c3_fk_contacts_outgoing_id FOREIGN KEY (outgoing_id) REFERENCES public.contacts_outgoing(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.reports_sending
    ADD CONSTRAINT reports_sending_report_id_31b6423d_fk_reports_report_id FOREIGN KEY (report_id) REFERENCES public.reports_report(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_agentskill
    ADD CONSTRAINT routing_agentskill_agent_id_5817c87c_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_agentskill
    ADD CONSTRAINT routing_agentskill_assessed_by_id_861d72a7_fk_people_agent_id FOREIGN KEY (assessed_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_agentskill
    ADD CONSTRAINT routing_agentskill_client_id_fc9e1545_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_agentskill
    ADD CONSTRAINT routing_agentskill_skill_id_a1d05dfd_fk_routing_skill_id FOREIGN KEY (skill_id) REFERENCES public.routing_skill(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_awayreason
    ADD CONSTRAINT routing_awayreason_client_id_c0e0241a_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_daybalance
    ADD CONSTRAINT routing_daybalance_client_id_eafd7fcb_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_daybalance
    ADD CONSTRAINT routing_daybalance_queue_id_ff71561b_fk_routing_queue_id FOREIGN KEY (queue_id) REFERENCES public.routing_queue(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_daybalance
    ADD CONSTRAINT routing_daybalance_released_by_id_25cd537b_fk_people_agent_id FOREIGN KEY (released_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_firstneed
    ADD CONSTRAINT routing_firstneed_by_id_046c90ab_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_firstneed
    ADD CONSTRAINT routing_firstneed_client_id_4868a99b_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_forecast
    ADD CONSTRAINT routing_forecast_client_id_a661b47e_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_handlingplan
    ADD CONSTRAINT routing_handlingplan_by_id_2b0ca134_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_handlingplan
    ADD CONSTRAINT routing_handlingplan_client_id_50390970_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_handlingplan
    ADD CONSTRAINT routing_handlingplan_queue_id_a52169e2_fk_routing_queue_id FOREIGN KEY (queue_id) REFERENCES public.routing_queue(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_heated
    ADD CONSTRAINT routing_heated_agent_id_4f21b3ac_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_heated
    ADD CONSTRAINT routing_heated_client_id_cc3b2314_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_heated
    ADD CONSTRAINT routing_heated_contact_id_a270dce5_fk_contacts_contact_id FOREIGN KEY (contact_id) REFERENCES public.contacts_contact(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_heated
    ADD CONSTRAINT routing_heated_heard_by_id_4a82fbba_fk_people_agent_id FOREIGN KEY (heard_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_intake
    ADD CONSTRAINT routing_intake_client_id_adeb4253_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_intake
    ADD CONSTRAINT routing_intake_queue_id_1f78d822_fk_routing_queue_id FOREIGN KEY (queue_id) REFERENCES public.routing_queue(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_lever
    ADD CONSTRAINT routing_lever_by_id_a65fbbcf_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_lever
    ADD CONSTRAINT routing_lever_client_id_5d747aab_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_lever
    ADD CONSTRAINT routing_lever_ended_by_id_15e91763_fk_people_agent_id FOREIGN KEY (ended_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_lever
    ADD CONSTRAINT routing_lever_queue_id_99e7035e_fk_routing_queue_id FOREIGN KEY (queue_id) REFERENCES public.routing_queue(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_lever
    ADD CONSTRAINT routing_lever_skill_id_26b816cc_fk_routing_skill_id FOREIGN KEY (skill_id) REFERENCES public.routing_skill(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_leveragent
    ADD CONSTRAINT routing_leveragent_agent_id_e78ce357_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_leveragent
    ADD CONSTRAINT routing_leveragent_client_id_bccee7e4_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_leveragent
    ADD CONSTRAINT routing_leveragent_lever_id_a46d5019_fk_routing_lever_id FOREIGN KEY (lever_id) REFERENCES public.routing_lever(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_offer
    ADD CONSTRAINT routing_offer_agent_id_d43aa12d_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_offer
    ADD CONSTRAINT routing_offer_client_id_8324a798_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_offer
    ADD CONSTRAINT routing_offer_contact_id_5898785d_fk_contacts_contact_id FOREIGN KEY (contact_id) REFERENCES public.contacts_contact(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_offer
    ADD CONSTRAINT routing_offer_queue_id_d3c2da12_fk_routing_queue_id FOREIGN KEY (queue_id) REFERENCES public.routing_queue(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_priorityrule
    ADD CONSTRAINT routing_priorityrule_client_id_32c127e6_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_priorityrule
    ADD CONSTRAINT routing_priorityrule_queue_id_6c8da4d7_fk_routing_queue_id FOREIGN KEY (queue_id) REFERENCES public.routing_queue(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_queue
    ADD CONSTRAINT routing_queue_client_id_a4756eab_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_queuestep
    ADD CONSTRAINT routing_queuestep_client_id_a533eb09_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_queuestep
    ADD CONSTRAINT routing_queuestep_queue_id_3d1cb184_fk_routing_queue_id FOREIGN KEY (queue_id) REFERENCES public.routing_queue(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_queuestep
    ADD CONSTRAINT routing_queuestep_skill_id_f8987641_fk_routing_skill_id FOREIGN KEY (skill_id) REFERENCES public.routing_skill(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_queuesubject
    ADD CONSTRAINT routing_queuesubject_client_id_4a8956f6_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_queuesubject
    ADD CONSTRAINT routing_queuesubject_queue_id_7428d2e1_fk_routing_queue_id FOREIGN KEY (queue_id) REFERENCES public.routing_queue(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_queuesubject
    ADD CONSTRAINT routing_queuesubject_subject_id_805fa2a5_fk_knowledge FOREIGN KEY (subject_id) REFERENCES public.knowledge_subject(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_seat
    ADD CONSTRAINT routing_seat_agent_id_710fc973_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_seat
    ADD CONSTRAINT routing_seat_client_id_f3c745d6_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_skill
    ADD CONSTRAINT routing_skill_client_id_7cbc5023_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_strain
    ADD CONSTRAINT routing_strain_agent_id_b74bdfed_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_strain
    ADD CONSTRAINT routing_strain_client_id_8308cbde_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_strain
    ADD CONSTRAINT routing_strain_heard_by_id_98df3c22_fk_people_agent_id FOREIGN KEY (heard_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_taken
    ADD CONSTRAINT routing_taken_agent_id_38f55d88_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_taken
    ADD CONSTRAINT routing_taken_case_id_4d25bb71_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_taken
    ADD CONSTRAINT routing_taken_client_id_ad118b81_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_waiting
    ADD CONSTRAINT routing_waiting_case_id_3bc5e03c_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_waiting
    ADD CONSTRAINT routing_waiting_client_id_9d44c750_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_waiting
    ADD CONSTRAINT routing_waiting_contact_id_d9f7735a_fk_contacts_contact_id FOREIGN KEY (contact_id) REFERENCES public.contacts_contact(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_waiting
    ADD CONSTRAINT routing_waiting_last_agent_id_ff6b4700_fk_people_agent_id FOREIGN KEY (last_agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.routing_waiting
    ADD CONSTRAINT routing_waiting_queue_id_aa29355b_fk_routing_queue_id FOREIGN KEY (queue_id) REFERENCES public.routing_queue(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.secrecy_accessentry
    ADD CONSTRAINT secrecy_accessentry_access_id_b351a78d_fk_secrecy_accesslist_id FOREIGN KEY (access_id) REFERENCES public.secrecy_accesslist(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.secrecy_accessentry
    ADD CONSTRAINT secrecy_accessentry_agent_id_7e3c03ff_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.secrecy_accessentry
    ADD CONSTRAINT secrecy_accessentry_by_id_c2f6bdf5_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.secrecy_accessentry
    ADD CONSTRAINT secrecy_accessentry_client_id_6d01c4fc_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.secrecy_accessentry
    ADD CONSTRAINT secrecy_accessentry_ended_by_id_e273c88b_fk_people_agent_id FOREIGN KEY (ended_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.secrecy_accessentry
    ADD CONSTRAINT secrecy_accessentry_group_id_72233a9a_fk_people_group_id FOREIGN KEY (group_id) REFERENCES public.people_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.secrecy_accesslist
    ADD CONSTRAINT secrecy_accesslist_client_id_6049db31_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sms_arrival
    ADD CONSTRAINT sms_arrival_client_id_ee3dff0b_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sms_arrival
    ADD CONSTRAINT sms_arrival_contact_id_6e9c0d3e_fk_contacts_contact_id FOREIGN KEY (contact_id) REFERENCES public.contacts_contact(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sms_arrival
    ADD CONSTRAINT sms_arrival_number_id_c4ca314e_fk_sms_number_id FOREIGN KEY (number_id) REFERENCES public.sms_number(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sms_number
    ADD CONSTRAINT sms_number_client_id_5673444c_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sms_number
    ADD CONSTRAINT sms_number_group_id_0c4d49d6_fk_people_group_id FOREIGN KEY (group_id) REFERENCES public.people_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sms_number
    ADD CONSTRAINT sms_number_subject_id_9a48458c_fk_knowledge_subject_id FOREIGN KEY (subject_id) REFERENCES public.knowledge_subject(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sms_picture
    ADD CONSTRAINT sms_picture_client_id_d7e2413a_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sms_picture
    ADD CONSTRAINT sms_picture_message_id_de3447cf_fk_contacts_message_id FOREIGN KEY (message_id) REFERENCES public.contacts_message(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.sms_picture
    ADD CONSTRAINT sms_picture_number_id_0d1b2ba3_fk_sms_number_id FOREIGN KEY (number_id) REFERENCES public.sms_number(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.social_account
    ADD CONSTRAINT social_account_client_id_71410d95_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.social_account
    ADD CONSTRAINT social_account_group_id_35d0ee6c_fk_people_group_id FOREIGN KEY (group_id) REFERENCES public.people_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.social_account
    ADD CONSTRAINT social_account_subject_id_65c0eb58_fk_knowledge_subject_id FOREIGN KEY (subject_id) REFERENCES public.knowledge_subject(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.social_connection
    ADD CONSTRAINT social_connection_account_id_5c1bc737_fk_social_account_id FOREIGN KEY (account_id) REFERENCES public.social_account(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.social_connection
    ADD CONSTRAINT social_connection_client_id_301dba83_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.social_intake
    ADD CONSTRAINT social_intake_account_id_6a228493_fk_social_account_id FOREIGN KEY (account_id) REFERENCES public.social_account(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.social_intake
    ADD CONSTRAINT social_intake_by_id_57a4ee89_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.social_intake
    ADD CONSTRAINT social_intake_client_id_d14e9e64_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.social_post
    ADD CONSTRAINT social_post_account_id_d44f0e06_fk_social_account_id FOREIGN KEY (account_id) REFERENCES public.social_account(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.social_post
    ADD CONSTRAINT social_post_case_id_bc9764b3_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.social_post
    ADD CONSTRAINT social_post_client_id_de0c158d_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.social_post
    ADD CONSTRAINT social_post_contact_id_c054a37e_fk_contacts_contact_id FOREIGN KEY (contact_id) REFERENCES public.contacts_contact(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.social_post
    ADD CONSTRAINT social_post_intake_id_a180202f_fk_social_intake_id FOREIGN KEY (intake_id) REFERENCES public.social_intake(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_account_id_951f210e_fk_socialacc FOREIGN KEY (account_id) REFERENCES public.socialaccount_socialaccount(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.socialaccount_socialtoken
    ADD CONSTRAINT socialaccount_social_app_id_636a42d7_fk_socialacc FOREIGN KEY (app_id) REFERENCES public.socialaccount_socialapp(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.socialaccount_socialaccount
    ADD CONSTRAINT socialaccount_socialaccount_user_id_8146e70c_fk_people_agent_id FOREIGN KEY (user_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.cases_case
    ADD CONSTRAINT type_of_case FOREIGN KEY (type_id) REFERENCES public.casetypes_casetype(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.knowledge_subject
    ADD CONSTRAINT type_of_subject FOREIGN KEY (case_type_id) REFERENCES public.casetypes_casetype(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.usersessions_usersession
    ADD CONSTRAINT usersessions_usersession_user_id_af5e0a6d_fk_people_agent_id FOREIGN KEY (user_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_account
    ADD CONSTRAINT voice_account_agent_id_d1512085_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_account
    ADD CONSTRAINT voice_account_client_id_303ee894_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_announcement
    ADD CONSTRAINT voice_announcement_choice_id_f15f8af7_fk_voice_choice_id FOREIGN KEY (choice_id) REFERENCES public.voice_choice(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_announcement
    ADD CONSTRAINT voice_announcement_client_id_3a98f23d_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_announcement
    ADD CONSTRAINT voice_announcement_number_id_858c6a5a_fk_voice_phonenumber_id FOREIGN KEY (number_id) REFERENCES public.voice_phonenumber(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_announcement
    ADD CONSTRAINT voice_announcement_recording_id_4a359222_fk_voice_sound_id FOREIGN KEY (recording_id) REFERENCES public.voice_sound(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_asked
    ADD CONSTRAINT voice_asked_by_id_7f0212aa_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_asked
    ADD CONSTRAINT voice_asked_call_id_01fbf7ca_fk_voice_call_id FOREIGN KEY (call_id) REFERENCES public.voice_call(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_asked
    ADD CONSTRAINT voice_asked_client_id_e1b672ba_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_assisted
    ADD CONSTRAINT voice_assisted_by_id_a661b503_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_assisted
    ADD CONSTRAINT voice_assisted_call_id_d3009099_fk_voice_call_id FOREIGN KEY (call_id) REFERENCES public.voice_call(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_assisted
    ADD CONSTRAINT voice_assisted_client_id_40c6519f_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_call
    ADD CONSTRAINT voice_call_choice_id_08f8e46e_fk_voice_choice_id FOREIGN KEY (choice_id) REFERENCES public.voice_choice(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_call
    ADD CONSTRAINT voice_call_client_id_a0bbedd8_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_call
    ADD CONSTRAINT voice_call_contact_id_6792fd8a_fk_contacts_contact_id FOREIGN KEY (contact_id) REFERENCES public.contacts_contact(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_call
    ADD CONSTRAINT voice_call_number_id_52914b3e_fk_voice_phonenumber_id FOREIGN KEY (number_id) REFERENCES public.voice_phonenumber(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_call
    ADD CONSTRAINT voice_call_offer_id_67ec38de_fk_routing_offer_id FOREIGN KEY (offer_id) REFERENCES public.routing_offer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_call
    ADD CONSTRAINT voice_call_queue_id_9f9282ca_fk_routing_queue_id FOREIGN KEY (queue_id) REFERENCES public.routing_queue(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_callrecording
    ADD CONSTRAINT voice_callrecording_agent_id_74fcf582_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_callrecording
    ADD CONSTRAINT voice_callrecording_call_id_aaa86440_fk_voice_call_id FOREIGN KEY (call_id) REFERENCES public.voice_call(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_callrecording
    ADD CONSTRAINT voice_callrecording_client_id_50f8f02d_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_callrecording
    ADD CONSTRAINT voice_callrecording_deleted_by_id_e725a90e_fk_people_agent_id FOREIGN KEY (deleted_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_callrecording
    ADD CONSTRAINT voice_callrecording_file_id_49a1e35c_fk_files_storedfile_id FOREIGN KEY (file_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_callrecording
    ADD CONSTRAINT voice_callrecording_plan_id_8128643a_fk_voice_recordingplan_id FOREIGN KEY (plan_id) REFERENCES public.voice_recordingplan(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_choice
    ADD CONSTRAINT voice_choice_above_id_ec9fb389_fk_voice_choice_id FOREIGN KEY (above_id) REFERENCES public.voice_choice(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_choice
    ADD CONSTRAINT voice_choice_client_id_a7850550_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_choice
    ADD CONSTRAINT voice_choice_number_id_d8f0170f_fk_voice_phonenumber_id FOREIGN KEY (number_id) REFERENCES public.voice_phonenumber(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_choice
    ADD CONSTRAINT voice_choice_queue_id_f0b26bff_fk_routing_queue_id FOREIGN KEY (queue_id) REFERENCES public.routing_queue(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_entry
    ADD CONSTRAINT voice_entry_agent_id_31af1679_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_entry
    ADD CONSTRAINT voice_entry_client_id_d0277656_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_entry
    ADD CONSTRAINT voice_entry_group_id_9864a79e_fk_people_group_id FOREIGN KEY (group_id) REFERENCES public.people_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_entry
    ADD CONSTRAINT voice_entry_recording_id_0e8d5904_fk_voice_sound_id FOREIGN KEY (recording_id) REFERENCES public.voice_sound(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_leg
    ADD CONSTRAINT voice_leg_agent_id_1d93a7c7_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_leg
    ADD CONSTRAINT voice_leg_call_id_d57f4364_fk_voice_call_id FOREIGN KEY (call_id) REFERENCES public.voice_call(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_leg
    ADD CONSTRAINT voice_leg_client_id_2e5358bf_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_listening
    ADD CONSTRAINT voice_listening_by_id_47c24e47_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_listening
    ADD CONSTRAINT voice_listening_client_id_828ab70f_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_listening
    ADD CONSTRAINT voice_listening_recording_id_95a27ad4_fk_voice_callrecording_id FOREIGN KEY (recording_id) REFERENCES public.voice_callrecording(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_messagebox
    ADD CONSTRAINT voice_messagebox_by_id_af659383_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_messagebox
    ADD CONSTRAINT voice_messagebox_client_id_f1ee745a_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_messagebox
    ADD CONSTRAINT voice_messagebox_number_id_68eac370_fk_voice_phonenumber_id FOREIGN KEY (number_id) REFERENCES public.voice_phonenumber(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_messagebox
    ADD CONSTRAINT voice_messagebox_subject_id_477db12e_fk_knowledge_subject_id FOREIGN KEY (subject_id) REFERENCES public.knowledge_subject(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_notice
    ADD CONSTRAINT voice_notice_call_id_1c1d97cf_fk_voice_call_id FOREIGN KEY (call_id) REFERENCES public.voice_call(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_notice
    ADD CONSTRAINT voice_notice_client_id_e880142e_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_notrecorded
    ADD CONSTRAINT voice_notrecorded_by_id_74b8bf3f_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_notrecorded
    ADD CONSTRAINT voice_notrecorded_client_id_5a768299_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_notrecorded
    ADD CONSTRAINT voice_notrecorded_subject_id_12c1efa4_fk_knowledge_subject_id FOREIGN KEY (subject_id) REFERENCES public.knowledge_subject(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_phone
    ADD CONSTRAINT voice_phone_agent_id_79e4e2bb_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_phone
    ADD CONSTRAINT voice_phone_client_id_a83f98e6_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_phonenumber
    ADD CONSTRAINT voice_phonenumber_client_id_da0efbd5_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_phonenumber
    ADD CONSTRAINT voice_phonenumber_queue_id_c96e0b04_fk_routing_queue_id FOREIGN KEY (queue_id) REFERENCES public.routing_queue(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_recordingplan
    ADD CONSTRAINT voice_recordingplan_by_id_8df3e8f4_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_recordingplan
    ADD CONSTRAINT voice_recordingplan_client_id_b90f80e2_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_recordingplan
    ADD CONSTRAINT voice_recordingplan_queue_id_bc2f58fe_fk_routing_queue_id FOREIGN KEY (queue_id) REFERENCES public.routing_queue(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_relaynumbers
    ADD CONSTRAINT voice_relaynumbers_client_id_9a126d18_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_sought
    ADD CONSTRAINT voice_sought_call_id_91c35a4c_fk_voice_call_id FOREIGN KEY (call_id) REFERENCES public.voice_call(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_sought
    ADD CONSTRAINT voice_sought_client_id_2768934e_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_sought
    ADD CONSTRAINT voice_sought_entry_id_12ba6ce2_fk_voice_entry_id FOREIGN KEY (entry_id) REFERENCES public.voice_entry(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_sound
    ADD CONSTRAINT voice_sound_by_id_810c613f_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_sound
    ADD CONSTRAINT voice_sound_client_id_c8c6189b_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_sound
    ADD CONSTRAINT voice_sound_file_id_a06264e4_fk_files_storedfile_id FOREIGN KEY (file_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_station
    ADD CONSTRAINT voice_station_agent_id_573185c8_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_station
    ADD CONSTRAINT voice_station_call_id_079d42da_fk_voice_call_id FOREIGN KEY (call_id) REFERENCES public.voice_call(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_station
    ADD CONSTRAINT voice_station_client_id_31e195e2_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_station
    ADD CONSTRAINT voice_station_queue_id_c6afe99c_fk_routing_queue_id FOREIGN KEY (queue_id) REFERENCES public.routing_queue(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_telephonist
    ADD CONSTRAINT voice_telephonist_client_id_26c0f581_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_telephonist
    ADD CONSTRAINT voice_telephonist_queue_id_05044fbe_fk_routing_queue_id FOREIGN KEY (queue_id) REFERENCES public.routing_queue(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_voicemessage
    ADD CONSTRAINT voice_voicemessage_call_id_20bca7bd_fk_voice_call_id FOREIGN KEY (call_id) REFERENCES public.voice_call(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_voicemessage
    ADD CONSTRAINT voice_voicemessage_client_id_c3b8070b_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_voicemessage
    ADD CONSTRAINT voice_voicemessage_file_id_df8d029b_fk_files_storedfile_id FOREIGN KEY (file_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_watch
    ADD CONSTRAINT voice_watch_agent_id_03c038db_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_watch
    ADD CONSTRAINT voice_watch_call_id_f4abe576_fk_voice_call_id FOREIGN KEY (call_id) REFERENCES public.voice_call(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_watch
    ADD CONSTRAINT voice_watch_client_id_7c8764dd_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_watch
    ADD CONSTRAINT voice_watch_coach_id_d98ea9c8_fk_people_agent_id FOREIGN KEY (coach_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_withheld
    ADD CONSTRAINT voice_withheld_call_id_3dcb1efa_fk_voice_call_id FOREIGN KEY (call_id) REFERENCES public.voice_call(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_withheld
    ADD CONSTRAINT voice_withheld_client_id_bfa4071c_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.voice_withheld
    ADD CONSTRAINT voice_withheld_customer_id_7d05408a_fk_customers_customer_id FOREIGN KEY (customer_id) REFERENCES public.customers_customer(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_approval
    ADD CONSTRAINT workorders_approval_by_id_cacb1820_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_approval
    ADD CONSTRAINT workorders_approval_client_id_31abfe33_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_approval
    ADD CONSTRAINT workorders_approval_estimate_id_3b429715_fk_workorder FOREIGN KEY (estimate_id) REFERENCES public.workorders_estimate(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_estimate
    ADD CONSTRAINT workorders_estimate_by_id_0061bfae_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_estimate
    ADD CONSTRAINT workorders_estimate_case_id_412cf79b_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_estimate
    ADD CONSTRAINT workorders_estimate_client_id_17cc9dc7_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_estimate
    ADD CONSTRAINT workorders_estimate_order_id_2a88ed20_fk_workorder FOREIGN KEY (order_id) REFERENCES public.workorders_workorder(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_material
    ADD CONSTRAINT workorders_material_by_id_70ed8956_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_material
    ADD CONSTRAINT workorders_material_client_id_2ed82964_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_material
    ADD CONSTRAINT workorders_material_order_id_af905b8c_fk_workorder FOREIGN KEY (order_id) REFERENCES public.workorders_workorder(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_orderseries
    ADD CONSTRAINT workorders_orderseri_client_id_3646401f_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_orderstage
    ADD CONSTRAINT workorders_orderstag_client_id_a9393a92_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_orderstage
    ADD CONSTRAINT workorders_orderstag_order_id_e64ca49b_fk_workorder FOREIGN KEY (order_id) REFERENCES public.workorders_workorder(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_orderstage
    ADD CONSTRAINT workorders_orderstage_by_id_138ade5b_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_photo
    ADD CONSTRAINT workorders_photo_by_id_abd4896f_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_photo
    ADD CONSTRAINT workorders_photo_client_id_44f02e7f_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_photo
    ADD CONSTRAINT workorders_photo_file_id_d2ce9d73_fk_files_storedfile_id FOREIGN KEY (file_id) REFERENCES public.files_storedfile(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_photo
    ADD CONSTRAINT workorders_photo_order_id_5cc2770b_fk_workorders_workorder_id FOREIGN KEY (order_id) REFERENCES public.workorders_workorder(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_preventioncard
    ADD CONSTRAINT workorders_preventio_client_id_0f2fcccd_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_preventioncard
    ADD CONSTRAINT workorders_preventio_place_id_5407a84f_fk_register_ FOREIGN KEY (place_id) REFERENCES public.register_place(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_preventioncard
    ADD CONSTRAINT workorders_preventio_service_id_f0786add_fk_register_ FOREIGN KEY (service_id) REFERENCES public.register_servicetype(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_preventioncard
    ADD CONSTRAINT workorders_preventio_settled_by_id_0bea2cb5_fk_people_ag FOREIGN KEY (settled_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_processrule
    ADD CONSTRAINT workorders_processru_case_type_id_ea492fb8_fk_casetypes FOREIGN KEY (case_type_id) REFERENCES public.casetypes_casetype(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_processrule
    ADD CONSTRAINT workorders_processru_client_id_4a83fe62_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_processstep
    ADD CONSTRAINT workorders_processst_client_id_a246da96_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_processstep
    ADD CONSTRAINT workorders_processstep_by_id_969f6968_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_processstep
    ADD CONSTRAINT workorders_processstep_case_id_97b79a54_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_reportback
    ADD CONSTRAINT workorders_reportbac_client_id_f8b5106c_fk_agreement FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_reportback
    ADD CONSTRAINT workorders_reportbac_order_id_8c753202_fk_workorder FOREIGN KEY (order_id) REFERENCES public.workorders_workorder(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_reportback
    ADD CONSTRAINT workorders_reportbac_outgoing_id_d9779d49_fk_contacts_ FOREIGN KEY (outgoing_id) REFERENCES public.contacts_outgoing(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_reportback
    ADD CONSTRAINT workorders_reportback_by_id_6706f509_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_signoff
    ADD CONSTRAINT workorders_signoff_by_id_bf941f12_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_signoff
    ADD CONSTRAINT workorders_signoff_client_id_2fda220c_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_signoff
    ADD CONSTRAINT workorders_signoff_order_id_654132e5_fk_workorders_workorder_id FOREIGN KEY (order_id) REFERENCES public.workorders_workorder(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_survey
    ADD CONSTRAINT workorders_survey_client_id_b7a17bf2_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_survey
    ADD CONSTRAINT workorders_survey_group_id_a1550a78_fk_people_group_id FOREIGN KEY (group_id) REFERENCES public.people_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_survey
    ADD CONSTRAINT workorders_survey_order_id_2113ac8b_fk_workorders_workorder_id FOREIGN KEY (order_id) REFERENCES public.workorders_workorder(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_survey
    ADD CONSTRAINT workorders_survey_performer_id_96fd67f1_fk_people_agent_id FOREIGN KEY (performer_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_survey
    ADD CONSTRAINT workorders_survey_place_id_6af3d073_fk_register_place_id FOREIGN KEY (place_id) REFERENCES public.register_place(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_workorder
    ADD CONSTRAINT workorders_workorder_agent_id_d9035f59_fk_people_agent_id FOREIGN KEY (agent_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_workorder
    ADD CONSTRAINT workorders_workorder_case_id_4d2e3008_fk_cases_case_id FOREIGN KEY (case_id) REFERENCES public.cases_case(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_workorder
    ADD CONSTRAINT workorders_workorder_client_id_e67a1d9e_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_workorder
    ADD CONSTRAINT workorders_workorder_group_id_111004c5_fk_people_group_id FOREIGN KEY (group_id) REFERENCES public.people_group(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_workorder
    ADD CONSTRAINT workorders_workorder_made_by_id_13584548_fk_people_agent_id FOREIGN KEY (made_by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_workorder
    ADD CONSTRAINT workorders_workorder_place_id_e171bebd_fk_register_place_id FOREIGN KEY (place_id) REFERENCES public.register_place(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_workorder
    ADD CONSTRAINT workorders_workorder_rule_id_a8e3264f_fk_workorder FOREIGN KEY (rule_id) REFERENCES public.workorders_processrule(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_workorder
    ADD CONSTRAINT workorders_workorder_service_id_a236a94b_fk_register_ FOREIGN KEY (service_id) REFERENCES public.register_servicetype(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_worktime
    ADD CONSTRAINT workorders_worktime_by_id_19e5973a_fk_people_agent_id FOREIGN KEY (by_id) REFERENCES public.people_agent(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_worktime
    ADD CONSTRAINT workorders_worktime_client_id_37b9a616_fk_agreements_client_id FOREIGN KEY (client_id) REFERENCES public.agreements_client(id) DEFERRABLE INITIALLY DEFERRED;


ALTER TABLE ONLY public.workorders_worktime
    ADD CONSTRAINT workorders_worktime_order_id_47bbd21a_fk_workorder FOREIGN KEY (order_id) REFERENCES public.workorders_workorder(id) DEFERRABLE INITIALLY DEFERRED;


CREATE POLICY added ON public.events_eventrecord FOR INSERT WITH CHECK (true);


ALTER TABLE public.batches_batch ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.batches_batchedcase ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_acceptance ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_alarm ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_assignment ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_cannedtext ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_case ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_casecause ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_casecontact ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_casefile ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_caseneed ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_caseplace ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_casestage ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_casestate ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_composing ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_confidentiality ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_deadline ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_deed ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_feedback ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_filledfield ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_followup ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_givenfact ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_handin ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_handover ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_handoverseen ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_handoverwarning ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_identitycheck ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_identitycode ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_interpreterbooking ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_macro ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_macrorun ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_merge ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_mergedcontact ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_missedupdate ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_needoutcome ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_note ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_participant ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_plannedanswer ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_promise ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_promiseend ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_reachrule ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_reading ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_relation ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_requiredfact ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_snooze ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_split ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_supportuse ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_tag ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_tagging ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_tick ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.cases_watch ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.chat_chat ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.chat_chatline ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.chat_chatsettings ENABLE ROW LEVEL SECURITY;

CREATE POLICY confidential ON public.batches_batchedcase AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_acceptance AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_hand_over(hand_over_id), false)));


CREATE POLICY confidential ON public.cases_alarm AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_hand_over(hand_over_id), false)));


CREATE POLICY confidential ON public.cases_assignment AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_case AS RESTRICTIVE USING (((access_id IS NULL) OR (access_id = ANY (( SELECT public.current_lists() AS current_lists)::bigint[])) OR (registrar_id = ( SELECT public.current_registrar() AS current_registrar))));


CREATE POLICY confidential ON public.cases_casecause AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_casecontact AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_casefile AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_caseneed AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_caseplace AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_casestage AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_casestate AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_composing AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_confidentiality AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_deadline AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_deed AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_feedback AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_hand_over(hand_over_id), false)));


CREATE POLICY confidential ON public.cases_filledfield AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_followup AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_givenfact AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_handover AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_handoverseen AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_hand_over(hand_over_id), false)));


CREATE POLICY confidential ON public.cases_handoverwarning AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_hand_over(hand_over_id), false)));


CREATE POLICY confidential ON public.cases_identitycheck AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_identitycode AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_interpreterbooking AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_macrorun AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_merge AS RESTRICTIVE USING ((NOT COALESCE((public.hidden_case(case_id) OR public.hidden_case(into_id)), false)));


CREATE POLICY confidential ON public.cases_mergedcontact AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_contact(contact_id), false)));


CREATE POLICY confidential ON public.cases_missedupdate AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_promise(promise_id), false)));


CREATE POLICY confidential ON public.cases_needoutcome AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_note AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_participant AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_plannedanswer AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_promise AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_promiseend AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_promise(promise_id), false)));


CREATE POLICY confidential ON public.cases_relation AS RESTRICTIVE USING ((NOT COALESCE((public.hidden_case(case_id) OR public.hidden_case(other_id)), false)));


CREATE POLICY confidential ON public.cases_snooze AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_split AS RESTRICTIVE USING ((NOT COALESCE((public.hidden_case(case_id) OR public.hidden_case(made_id)), false)));


CREATE POLICY confidential ON public.cases_supportuse AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_tagging AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_tick AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.cases_watch AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.chat_chat AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_contact(contact_id), false)));


CREATE POLICY confidential ON public.chat_chatline AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_message(message_id), false)));


CREATE POLICY confidential ON public.contacts_callblock AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_customer(customer_id), false)));


CREATE POLICY confidential ON public.contacts_contact AS RESTRICTIVE USING (((NOT secret) OR (NOT public.hidden_contact(id))));


CREATE POLICY confidential ON public.contacts_errand AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_contact(contact_id), false)));


CREATE POLICY confidential ON public.contacts_message AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_contact(contact_id), false)));


CREATE POLICY confidential ON public.contacts_messagefile AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_message(message_id), false)));


CREATE POLICY confidential ON public.contacts_nocase AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_contact(contact_id), false)));


CREATE POLICY confidential ON public.contacts_outgoing AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_message(message_id), false)));


CREATE POLICY confidential ON public.contacts_outgoingstep AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_outgoing(outgoing_id), false)));


CREATE POLICY confidential ON public.counter_call AS RESTRICTIVE USING ((NOT COALESCE(((NOT (ticket_id IN ( SELECT t.id
   FROM (public.counter_ticket t
     JOIN public.routing_offer o USING (contact_id))
  WHERE ((o.agent_id = ( SELECT public.current_registrar() AS current_registrar)) AND (o.ended_at IS NULL))))) AND ( SELECT public.hidden_contact(t.contact_id) AS hidden_contact
   FROM public.counter_ticket t
  WHERE (t.id = counter_call.ticket_id))), false)));


CREATE POLICY confidential ON public.counter_ticket AS RESTRICTIVE USING ((NOT COALESCE(((NOT (contact_id IN ( SELECT routing_offer.contact_id
   FROM public.routing_offer
  WHERE ((routing_offer.agent_id = ( SELECT public.current_registrar() AS current_registrar)) AND (routing_offer.ended_at IS NULL))))) AND public.hidden_contact(contact_id)), false)));


CREATE POLICY confidential ON public.customers_address AS RESTRICTIVE USING (((NOT secret) OR (NOT public.hidden_customer(customer_id))));


CREATE POLICY confidential ON public.customers_customer AS RESTRICTIVE USING (((NOT secret) OR (NOT public.hidden_customer(id))));


CREATE POLICY confidential ON public.customers_importedcustomer AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_customer(customer_id), false)));


CREATE POLICY confidential ON public.customers_merge AS RESTRICTIVE USING ((NOT COALESCE((public.hidden_customer(source_id) OR public.hidden_customer(target_id)), false)));


CREATE POLICY confidential ON public.customers_need AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_customer(customer_id), false)));


CREATE POLICY confidential ON public.customers_notthesame AS RESTRICTIVE USING ((NOT COALESCE((public.hidden_customer(one_id) OR public.hidden_customer(other_id)), false)));


CREATE POLICY confidential ON public.customers_representative AS RESTRICTIVE USING ((NOT COALESCE((public.hidden_customer(customer_id) OR public.hidden_customer(representative_id)), false)));


CREATE POLICY confidential ON public.disposal_disposed AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.disposal_hold AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.disruptions_follower AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_customer(customer_id), false)));


CREATE POLICY confidential ON public.events_eventrecord AS RESTRICTIVE FOR SELECT USING (((agent_id = ( SELECT public.current_registrar() AS current_registrar)) OR (((case_id IS NULL) OR (NOT public.hidden_case(case_id))) AND ((contact_id IS NULL) OR (NOT public.hidden_contact(contact_id))) AND ((customer_id IS NULL) OR (NOT public.hidden_customer(customer_id))))));


CREATE POLICY confidential ON public.kpi_fact AS RESTRICTIVE USING ((((case_id IS NULL) OR (NOT (case_id IN ( SELECT public.hidden_cases() AS hidden_cases)))) AND ((contact_id IS NULL) OR (NOT (contact_id IN ( SELECT public.hidden_contacts() AS hidden_contacts))))));


CREATE POLICY confidential ON public.levels_wishdecision AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.mail_grouptold AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_hand_over(hand_over_id), false)));


CREATE POLICY confidential ON public.mail_rawmail AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_contact(contact_id), false)));


CREATE POLICY confidential ON public.mail_stafftold AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.paper_paper AS RESTRICTIVE USING ((NOT COALESCE((public.hidden_contact(contact_id) OR public.hidden_case(case_id)), false)));


CREATE POLICY confidential ON public.reports_sending AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_outgoing(outgoing_id), false)));


CREATE POLICY confidential ON public.routing_heated AS RESTRICTIVE USING ((NOT COALESCE(((NOT (agent_id = ( SELECT public.current_registrar() AS current_registrar))) AND public.hidden_contact(contact_id)), false)));


CREATE POLICY confidential ON public.routing_offer AS RESTRICTIVE USING ((NOT COALESCE(((NOT (agent_id = ( SELECT public.current_registrar() AS current_registrar))) AND public.hidden_contact(contact_id)), false)));


CREATE POLICY confidential ON public.routing_taken AS RESTRICTIVE USING ((NOT COALESCE(((NOT (agent_id = ( SELECT public.current_registrar() AS current_registrar))) AND public.hidden_case(case_id)), false)));


CREATE POLICY confidential ON public.routing_waiting AS RESTRICTIVE USING ((NOT COALESCE(((NOT (contact_id IN ( SELECT routing_offer.contact_id
   FROM public.routing_offer
  WHERE ((routing_offer.agent_id = ( SELECT public.current_registrar() AS current_registrar)) AND (routing_offer.ended_at IS NULL))))) AND public.hidden_contact(contact_id)), false)));


CREATE POLICY confidential ON public.sms_arrival AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_contact(contact_id), false)));


CREATE POLICY confidential ON public.sms_picture AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_message(message_id), false)));


CREATE POLICY confidential ON public.social_post AS RESTRICTIVE USING ((NOT COALESCE((public.hidden_contact(contact_id) OR public.hidden_case(case_id)), false)));


CREATE POLICY confidential ON public.voice_asked AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_call(call_id), false)));


CREATE POLICY confidential ON public.voice_assisted AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_call(call_id), false)));


CREATE POLICY confidential ON public.voice_call AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_contact(contact_id), false)));


CREATE POLICY confidential ON public.voice_callrecording AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_call(call_id), false)));


CREATE POLICY confidential ON public.voice_leg AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_call(call_id), false)));


CREATE POLICY confidential ON public.voice_listening AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_recording(recording_id), false)));


CREATE POLICY confidential ON public.voice_notice AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_call(call_id), false)));


CREATE POLICY confidential ON public.voice_sought AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_call(call_id), false)));


CREATE POLICY confidential ON public.voice_station AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_call(call_id), false)));


CREATE POLICY confidential ON public.voice_voicemessage AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_call(call_id), false)));


CREATE POLICY confidential ON public.voice_watch AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_call(call_id), false)));


CREATE POLICY confidential ON public.voice_withheld AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_protected(client_id), false)));


CREATE POLICY confidential ON public.workorders_approval AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_estimate(estimate_id), false)));


CREATE POLICY confidential ON public.workorders_estimate AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.workorders_material AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_order(order_id), false)));


CREATE POLICY confidential ON public.workorders_orderstage AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_order(order_id), false)));


CREATE POLICY confidential ON public.workorders_photo AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_order(order_id), false)));


CREATE POLICY confidential ON public.workorders_processstep AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.workorders_reportback AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_order(order_id), false)));


CREATE POLICY confidential ON public.workorders_signoff AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_order(order_id), false)));


CREATE POLICY confidential ON public.workorders_survey AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_order(order_id), false)));


CREATE POLICY confidential ON public.workorders_workorder AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_case(case_id), false)));


CREATE POLICY confidential ON public.workorders_worktime AS RESTRICTIVE USING ((NOT COALESCE(public.hidden_order(order_id), false)));


ALTER TABLE public.contacts_blockregister ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contacts_callblock ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contacts_contact ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contacts_errand ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contacts_message ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contacts_messagefile ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contacts_nocase ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contacts_optout ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contacts_outgoing ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contacts_outgoingstep ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contacts_registerednumber ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contacts_suppression ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.contacts_volumebefore ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.counter_call ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.counter_desk ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.counter_errand ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.counter_hall ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.counter_series ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.counter_sitting ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.counter_ticket ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.customers_address ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.customers_customer ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.customers_import ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.customers_importedcustomer ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.customers_merge ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.customers_need ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.customers_notthesame ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.customers_representative ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.disposal_disposed ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.disposal_hold ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.disposal_protocol ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.disruptions_disruption ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.disruptions_follower ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.disruptions_step ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.duty_duty ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.entrypoints_entrypoint ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.entrypoints_trial ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.events_eventrecord ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.exchange_importedcall ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.exchange_logimport ENABLE ROW LEVEL SECURITY;

CREATE POLICY kept ON public.knowledge_aboutsubject USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR public.keeps_article(article_id))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR public.keeps_article(article_id)));


CREATE POLICY kept ON public.knowledge_article USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (group_id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (group_id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))));


CREATE POLICY kept ON public.knowledge_gap USING ((client_id = ANY (( SELECT public.knowledge_clients() AS knowledge_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.knowledge_clients() AS knowledge_clients)::bigint[])));


CREATE POLICY kept ON public.knowledge_reminder USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY kept ON public.knowledge_report USING ((client_id = ANY (( SELECT public.knowledge_clients() AS knowledge_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.knowledge_clients() AS knowledge_clients)::bigint[])));


CREATE POLICY kept ON public.knowledge_review USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR public.keeps_article(article_id))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR public.keeps_article(article_id)));


CREATE POLICY kept ON public.knowledge_version USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR public.keeps_article(article_id))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR public.keeps_article(article_id)));


CREATE POLICY kept ON public.knowledge_wording USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR public.keeps_article(article_id))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR public.keeps_article(article_id)));


ALTER TABLE public.knowledge_aboutsubject ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.knowledge_article ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.knowledge_gap ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.knowledge_reminder ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.knowledge_report ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.knowledge_review ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.knowledge_version ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.knowledge_wording ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.kpi_casecount ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.kpi_contactcount ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.kpi_day ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.kpi_daysum ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.kpi_fact ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.kpi_feedbacktime ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.kpi_insight ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.kpi_measuregoal ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.kpi_notednumber ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.kpi_ownmeasure ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.kpi_publishedfigure ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.kpi_restatement ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.kpi_selfserviceuse ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.kpi_signedfactor ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.levels_archivedboard ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.levels_decision ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.levels_issue ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.levels_lift ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.levels_wishdecision ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.mail_grouptold ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.mail_mailbox ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.mail_pickup ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.mail_rawmail ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.mail_silence ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.mail_stafftold ENABLE ROW LEVEL SECURITY;

CREATE POLICY noted ON public.kpi_insight FOR INSERT WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY own ON public.cases_handin USING ((by_id = ( SELECT public.current_registrar() AS current_registrar))) WITH CHECK ((by_id = ( SELECT public.current_registrar() AS current_registrar)));


ALTER TABLE public.paper_paper ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.publications_delivery ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.publications_outline ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.publications_publication ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.publications_remark ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.publications_rendition ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.publications_subscription ENABLE ROW LEVEL SECURITY;

CREATE POLICY read_by_more ON public.disruptions_disruption FOR SELECT USING ((is_public OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))))));


CREATE POLICY read_by_more ON public.disruptions_step FOR SELECT USING ((client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])))));


CREATE POLICY read_by_more ON public.register_place FOR SELECT USING ((client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])))));


CREATE POLICY read_by_more ON public.register_responsibility FOR SELECT USING ((client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])))));


CREATE POLICY read_by_more ON public.register_servicetype FOR SELECT USING ((client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])))));


ALTER TABLE public.register_fallback ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.register_finding ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.register_place ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.register_responsibility ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.register_servicetype ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.reports_comment ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.reports_meeting ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.reports_report ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.reports_sending ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.routing_agentskill ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.routing_awayreason ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.routing_daybalance ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.routing_firstneed ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.routing_forecast ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.routing_handlingplan ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.routing_heated ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.routing_intake ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.routing_lever ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.routing_leveragent ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.routing_offer ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.routing_priorityrule ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.routing_queue ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.routing_queuestep ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.routing_queuesubject ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.routing_seat ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.routing_skill ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.routing_strain ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.routing_taken ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.routing_waiting ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.search_casewords ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.search_customerwords ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.search_filewords ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.secrecy_accessentry ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.secrecy_accesslist ENABLE ROW LEVEL SECURITY;

CREATE POLICY seen ON public.batches_batch USING ((by_id = ( SELECT (NULLIF(current_setting('gensvar.agent'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((by_id = ( SELECT (NULLIF(current_setting('gensvar.agent'::text, true), ''::text))::bigint AS "nullif")));


CREATE POLICY seen ON public.batches_batchedcase USING (((EXISTS ( SELECT
   FROM public.batches_batch b
  WHERE (b.id = batches_batchedcase.batch_id))) AND (EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = batches_batchedcase.case_id))))) WITH CHECK (((EXISTS ( SELECT
   FROM public.batches_batch b
  WHERE (b.id = batches_batchedcase.batch_id))) AND (EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = batches_batchedcase.case_id)))));


CREATE POLICY seen ON public.cases_acceptance USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_hand_over(hand_over_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_hand_over(hand_over_id))));


CREATE POLICY seen ON public.cases_alarm USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_hand_over(hand_over_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_hand_over(hand_over_id))));


CREATE POLICY seen ON public.cases_assignment USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_cannedtext USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.cases_case USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (group_id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])) OR (id = ( SELECT public.current_case() AS current_case)) OR (access_id = ANY (( SELECT public.current_lists() AS current_lists)::bigint[])))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (group_id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])) OR (id = ( SELECT public.current_case() AS current_case)) OR (access_id = ANY (( SELECT public.current_lists() AS current_lists)::bigint[]))));


CREATE POLICY seen ON public.cases_casecause USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_casecontact USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_casefile USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_caseneed USING ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = cases_caseneed.case_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = cases_caseneed.case_id))));


CREATE POLICY seen ON public.cases_caseplace USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_casestage USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_casestate USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_composing USING ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = cases_composing.case_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = cases_composing.case_id))));


CREATE POLICY seen ON public.cases_confidentiality USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_deadline USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_deed USING ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = cases_deed.case_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = cases_deed.case_id))));


CREATE POLICY seen ON public.cases_feedback USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_hand_over(hand_over_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_hand_over(hand_over_id))));


CREATE POLICY seen ON public.cases_filledfield USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_followup USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_givenfact USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_handover USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_handoverseen USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_hand_over(hand_over_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_hand_over(hand_over_id))));


CREATE POLICY seen ON public.cases_handoverwarning USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_hand_over(hand_over_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_hand_over(hand_over_id))));


CREATE POLICY seen ON public.cases_identitycheck USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_identitycode USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_interpreterbooking USING ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = cases_interpreterbooking.case_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = cases_interpreterbooking.case_id))));


CREATE POLICY seen ON public.cases_macro USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.cases_macrorun USING ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = cases_macrorun.case_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = cases_macrorun.case_id))));


CREATE POLICY seen ON public.cases_merge USING ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE ((c.id = cases_merge.case_id) OR (c.id = cases_merge.into_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE ((c.id = cases_merge.case_id) OR (c.id = cases_merge.into_id)))));


CREATE POLICY seen ON public.cases_mergedcontact USING ((EXISTS ( SELECT
   FROM public.cases_merge m
  WHERE (m.id = cases_mergedcontact.merge_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM public.cases_merge m
  WHERE (m.id = cases_mergedcontact.merge_id))));


CREATE POLICY seen ON public.cases_missedupdate USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_promise(promise_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_promise(promise_id))));


CREATE POLICY seen ON public.cases_needoutcome USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_note USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_participant USING ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = cases_participant.case_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = cases_participant.case_id))));


CREATE POLICY seen ON public.cases_plannedanswer USING ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = cases_plannedanswer.case_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = cases_plannedanswer.case_id))));


CREATE POLICY seen ON public.cases_promise USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_promiseend USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_promise(promise_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_promise(promise_id))));


CREATE POLICY seen ON public.cases_reachrule USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.cases_reading USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_relation USING ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE ((c.id = cases_relation.case_id) OR (c.id = cases_relation.other_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE ((c.id = cases_relation.case_id) OR (c.id = cases_relation.other_id)))));


CREATE POLICY seen ON public.cases_requiredfact USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.cases_snooze USING ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = cases_snooze.case_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = cases_snooze.case_id))));


CREATE POLICY seen ON public.cases_split USING ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE ((c.id = cases_split.case_id) OR (c.id = cases_split.made_id))))) WITH CHECK ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE ((c.id = cases_split.case_id) OR (c.id = cases_split.made_id)))));


CREATE POLICY seen ON public.cases_supportuse USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_tag USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])))))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))))));


CREATE POLICY seen ON public.cases_tagging USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_tick USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.cases_watch USING ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = cases_watch.case_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = cases_watch.case_id))));


CREATE POLICY seen ON public.chat_chat USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.chat_chatline USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.chat_chatsettings USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.contacts_blockregister USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.contacts_callblock USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.contacts_contact USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.contacts_errand USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.contacts_message USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.contacts_messagefile USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.contacts_nocase USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.contacts_optout USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.contacts_outgoing USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.contacts_outgoingstep USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.contacts_registerednumber USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.contacts_suppression USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.contacts_volumebefore USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.counter_call USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.counter_desk USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.counter_errand USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.counter_hall USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.counter_series USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.counter_sitting USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.counter_ticket USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.customers_address USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.customers_customer USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.customers_import USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.customers_importedcustomer USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.customers_merge USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.customers_need USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.customers_notthesame USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.customers_representative USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.disposal_disposed USING (((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = disposal_disposed.case_id))) AND ((access_id IS NULL) OR (access_id = ANY (( SELECT public.current_lists() AS current_lists)::bigint[]))))) WITH CHECK (((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = disposal_disposed.case_id))) AND ((access_id IS NULL) OR (access_id = ANY (( SELECT public.current_lists() AS current_lists)::bigint[])))));


CREATE POLICY seen ON public.disposal_hold USING ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = disposal_hold.case_id)))) WITH CHECK ((EXISTS ( SELECT
   FROM public.cases_case c
  WHERE (c.id = disposal_hold.case_id))));


CREATE POLICY seen ON public.disposal_protocol USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) AND ((access_id IS NULL) OR (access_id = ANY (( SELECT public.current_lists() AS current_lists)::bigint[]))))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) AND ((access_id IS NULL) OR (access_id = ANY (( SELECT public.current_lists() AS current_lists)::bigint[])))));


CREATE POLICY seen ON public.disruptions_disruption USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.disruptions_follower USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.disruptions_step USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.duty_duty USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (group_id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (group_id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))));


CREATE POLICY seen ON public.entrypoints_entrypoint USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.entrypoints_trial USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.events_eventrecord FOR SELECT USING (((client_id IS NULL) OR (client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.exchange_importedcall USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.exchange_logimport USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.knowledge_aboutsubject FOR SELECT USING (((client_id = ANY (( SELECT public.knowledge_clients() AS knowledge_clients)::bigint[])) OR (( SELECT (COALESCE(current_setting('gensvar.agent'::text, true), ''::text) = ''::text)) AND public.is_public_article(article_id))));


CREATE POLICY seen ON public.knowledge_article FOR SELECT USING (((client_id = ANY (( SELECT public.knowledge_clients() AS knowledge_clients)::bigint[])) OR (( SELECT (COALESCE(current_setting('gensvar.agent'::text, true), ''::text) = ''::text)) AND is_public AND (published_id IS NOT NULL))));


CREATE POLICY seen ON public.knowledge_gap FOR SELECT USING ((client_id = ANY (( SELECT public.knowledge_clients() AS knowledge_clients)::bigint[])));


CREATE POLICY seen ON public.knowledge_reminder FOR SELECT USING ((client_id = ANY (( SELECT public.knowledge_clients() AS knowledge_clients)::bigint[])));


CREATE POLICY seen ON public.knowledge_report FOR SELECT USING ((client_id = ANY (( SELECT public.knowledge_clients() AS knowledge_clients)::bigint[])));


CREATE POLICY seen ON public.knowledge_review FOR SELECT USING ((client_id = ANY (( SELECT public.knowledge_clients() AS knowledge_clients)::bigint[])));


CREATE POLICY seen ON public.knowledge_version FOR SELECT USING (((client_id = ANY (( SELECT public.knowledge_clients() AS knowledge_clients)::bigint[])) OR (( SELECT (COALESCE(current_setting('gensvar.agent'::text, true), ''::text) = ''::text)) AND public.is_public_version(id))));


CREATE POLICY seen ON public.knowledge_wording FOR SELECT USING (((client_id = ANY (( SELECT public.knowledge_clients() AS knowledge_clients)::bigint[])) OR (( SELECT (COALESCE(current_setting('gensvar.agent'::text, true), ''::text) = ''::text)) AND public.is_public_version(version_id))));


CREATE POLICY seen ON public.kpi_casecount FOR SELECT USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))))));


CREATE POLICY seen ON public.kpi_contactcount FOR SELECT USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))))));


CREATE POLICY seen ON public.kpi_day FOR SELECT USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))))));


CREATE POLICY seen ON public.kpi_daysum FOR SELECT USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))))));


CREATE POLICY seen ON public.kpi_fact FOR SELECT USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.kpi_feedbacktime FOR SELECT USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))))));


CREATE POLICY seen ON public.kpi_insight FOR SELECT USING (
CASE
    WHEN ((cause)::text = ANY (ARRAY[('management'::character varying)::text, ('conflict'::character varying)::text])) THEN (group_id IN ( SELECT people_group.id
       FROM public.people_group
      WHERE (people_group.manager_id = (NULLIF(current_setting('gensvar.agent'::text, true), ''::text))::bigint)))
    ELSE ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
       FROM public.people_group
      WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])))))
END);


CREATE POLICY seen ON public.kpi_measuregoal USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])))))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))))));


CREATE POLICY seen ON public.kpi_notednumber USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])))))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))))));


CREATE POLICY seen ON public.kpi_ownmeasure USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])))))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))))));


CREATE POLICY seen ON public.kpi_publishedfigure USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])))))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))))));


CREATE POLICY seen ON public.kpi_restatement FOR SELECT USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))))));


CREATE POLICY seen ON public.kpi_selfserviceuse USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])))))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))))));


CREATE POLICY seen ON public.kpi_signedfactor USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])))))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))))));


CREATE POLICY seen ON public.levels_archivedboard USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.levels_decision USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.levels_issue USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.levels_lift USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.levels_wishdecision USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.mail_grouptold USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.mail_mailbox USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.mail_pickup USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.mail_rawmail USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.mail_silence USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.mail_stafftold USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.paper_paper USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.publications_delivery USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])))))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))))));


CREATE POLICY seen ON public.publications_outline USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])))))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))))));


CREATE POLICY seen ON public.publications_publication USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])))))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))))));


CREATE POLICY seen ON public.publications_remark USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])))))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))))));


CREATE POLICY seen ON public.publications_rendition USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])))))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))))));


CREATE POLICY seen ON public.publications_subscription USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])))))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (client_id IN ( SELECT people_group.client_id
   FROM public.people_group
  WHERE (people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[]))))));


CREATE POLICY seen ON public.register_fallback USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.register_finding USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.register_place USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.register_responsibility USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.register_servicetype USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.reports_comment USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR ((department)::text IN ( SELECT people_group.department
   FROM public.people_group
  WHERE ((people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])) AND (people_group.client_id = reports_comment.client_id)))))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR ((department)::text IN ( SELECT people_group.department
   FROM public.people_group
  WHERE ((people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])) AND (people_group.client_id = reports_comment.client_id))))));


CREATE POLICY seen ON public.reports_meeting USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR ((department)::text IN ( SELECT people_group.department
   FROM public.people_group
  WHERE ((people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])) AND (people_group.client_id = reports_meeting.client_id)))))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR ((department)::text IN ( SELECT people_group.department
   FROM public.people_group
  WHERE ((people_group.id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])) AND (people_group.client_id = reports_meeting.client_id))))));


CREATE POLICY seen ON public.reports_report USING ((recipient_id = ( SELECT (NULLIF(current_setting('gensvar.agent'::text, true), ''::text))::bigint AS "nullif"))) WITH CHECK ((recipient_id = ( SELECT (NULLIF(current_setting('gensvar.agent'::text, true), ''::text))::bigint AS "nullif")));


CREATE POLICY seen ON public.reports_sending USING ((report_id IN ( SELECT reports_report.id
   FROM public.reports_report))) WITH CHECK ((report_id IN ( SELECT reports_report.id
   FROM public.reports_report)));


CREATE POLICY seen ON public.routing_agentskill USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (agent_id = ( SELECT public.current_registrar() AS current_registrar)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (agent_id = ( SELECT public.current_registrar() AS current_registrar))));


CREATE POLICY seen ON public.routing_awayreason USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.routing_daybalance USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.routing_firstneed USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.routing_forecast USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.routing_handlingplan USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.routing_heated USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (agent_id = ( SELECT public.current_registrar() AS current_registrar)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (agent_id = ( SELECT public.current_registrar() AS current_registrar))));


CREATE POLICY seen ON public.routing_intake USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.routing_lever USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.routing_leveragent USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.routing_offer USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.routing_priorityrule USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.routing_queue USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.routing_queuestep USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.routing_queuesubject USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.routing_seat USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (agent_id = ( SELECT public.current_registrar() AS current_registrar)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (agent_id = ( SELECT public.current_registrar() AS current_registrar))));


CREATE POLICY seen ON public.routing_skill USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.routing_strain USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (agent_id = ( SELECT public.current_registrar() AS current_registrar)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (agent_id = ( SELECT public.current_registrar() AS current_registrar))));


CREATE POLICY seen ON public.routing_taken USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (agent_id = ( SELECT public.current_registrar() AS current_registrar)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (agent_id = ( SELECT public.current_registrar() AS current_registrar))));


CREATE POLICY seen ON public.routing_waiting USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.search_filewords TO gensvar_work USING (true);


CREATE POLICY seen ON public.secrecy_accessentry USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (access_id = ANY (( SELECT public.current_lists() AS current_lists)::bigint[])))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (access_id = ANY (( SELECT public.current_lists() AS current_lists)::bigint[]))));


CREATE POLICY seen ON public.secrecy_accesslist USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (id = ANY (( SELECT public.current_lists() AS current_lists)::bigint[])))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (id = ANY (( SELECT public.current_lists() AS current_lists)::bigint[]))));


CREATE POLICY seen ON public.sms_arrival USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.sms_number USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.sms_picture USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.social_account USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.social_connection USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.social_intake USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.social_post USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_account USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_announcement USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_asked USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_assisted USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_call USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_callrecording USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_choice USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_entry USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_leg USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_listening USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_messagebox USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_notice USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_notrecorded USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_phone USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_phonenumber USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_recordingplan USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_relaynumbers USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_sought USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_sound USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_station USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_telephonist USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_voicemessage USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_watch USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.voice_withheld USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.workorders_approval USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (estimate_id IN ( SELECT workorders_estimate.id
   FROM public.workorders_estimate)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (estimate_id IN ( SELECT workorders_estimate.id
   FROM public.workorders_estimate))));


CREATE POLICY seen ON public.workorders_estimate USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)) OR (case_id IN ( SELECT workorders_workorder.case_id
   FROM public.workorders_workorder)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)) OR (case_id IN ( SELECT workorders_workorder.case_id
   FROM public.workorders_workorder))));


CREATE POLICY seen ON public.workorders_material USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (order_id IN ( SELECT workorders_workorder.id
   FROM public.workorders_workorder)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (order_id IN ( SELECT workorders_workorder.id
   FROM public.workorders_workorder))));


CREATE POLICY seen ON public.workorders_orderseries USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.workorders_orderstage USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (order_id IN ( SELECT workorders_workorder.id
   FROM public.workorders_workorder)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (order_id IN ( SELECT workorders_workorder.id
   FROM public.workorders_workorder))));


CREATE POLICY seen ON public.workorders_photo USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (order_id IN ( SELECT workorders_workorder.id
   FROM public.workorders_workorder)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (order_id IN ( SELECT workorders_workorder.id
   FROM public.workorders_workorder))));


CREATE POLICY seen ON public.workorders_preventioncard USING ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[]))) WITH CHECK ((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])));


CREATE POLICY seen ON public.workorders_processstep USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)) OR (case_id IN ( SELECT workorders_workorder.case_id
   FROM public.workorders_workorder)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)) OR (case_id IN ( SELECT workorders_workorder.case_id
   FROM public.workorders_workorder))));


CREATE POLICY seen ON public.workorders_reportback USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (order_id IN ( SELECT workorders_workorder.id
   FROM public.workorders_workorder)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (order_id IN ( SELECT workorders_workorder.id
   FROM public.workorders_workorder))));


CREATE POLICY seen ON public.workorders_signoff USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (order_id IN ( SELECT workorders_workorder.id
   FROM public.workorders_workorder)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (order_id IN ( SELECT workorders_workorder.id
   FROM public.workorders_workorder))));


CREATE POLICY seen ON public.workorders_survey USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (order_id IN ( SELECT workorders_workorder.id
   FROM public.workorders_workorder)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (order_id IN ( SELECT workorders_workorder.id
   FROM public.workorders_workorder))));


CREATE POLICY seen ON public.workorders_workorder USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (group_id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])) OR (agent_id = ( SELECT public.current_registrar() AS current_registrar)) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (group_id = ANY (( SELECT public.current_groups() AS current_groups)::bigint[])) OR (agent_id = ( SELECT public.current_registrar() AS current_registrar)) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_case(case_id))));


CREATE POLICY seen ON public.workorders_worktime USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (order_id IN ( SELECT workorders_workorder.id
   FROM public.workorders_workorder)))) WITH CHECK (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (order_id IN ( SELECT workorders_workorder.id
   FROM public.workorders_workorder))));


CREATE POLICY seen_by_performer ON public.events_eventrecord FOR SELECT USING (((agent_id = ( SELECT public.current_registrar() AS current_registrar)) AND ((name)::text ~~ 'workorders.%'::text)));


CREATE POLICY seen_of_knowledge ON public.events_eventrecord FOR SELECT USING ((((name)::text ~~ 'knowledge.%'::text) AND (client_id = ANY (( SELECT public.knowledge_clients() AS knowledge_clients)::bigint[]))));


CREATE POLICY seen_with_case ON public.cases_requiredfact FOR SELECT USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_fact(id))));


CREATE POLICY seen_with_case ON public.contacts_contact FOR SELECT USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_contact(id))));


CREATE POLICY seen_with_case ON public.contacts_message FOR SELECT USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_contact(contact_id))));


CREATE POLICY seen_with_case ON public.contacts_messagefile FOR SELECT USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_message(message_id))));


CREATE POLICY seen_with_case ON public.contacts_outgoing FOR SELECT USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_message(message_id))));


CREATE POLICY seen_with_case ON public.contacts_outgoingstep FOR SELECT USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_outgoing(outgoing_id))));


CREATE POLICY seen_with_case ON public.customers_address FOR SELECT USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_customer(customer_id))));


CREATE POLICY seen_with_case ON public.customers_customer FOR SELECT USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_customer(id))));


CREATE POLICY seen_with_case ON public.customers_need FOR SELECT USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_customer(customer_id))));


CREATE POLICY seen_with_case ON public.customers_representative FOR SELECT USING (((client_id = ANY (( SELECT public.current_clients() AS current_clients)::bigint[])) OR (( SELECT public.is_narrow() AS is_narrow) AND public.sees_customer(customer_id))));


ALTER TABLE public.sms_arrival ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.sms_number ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.sms_picture ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.social_account ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.social_connection ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.social_intake ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.social_post ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_account ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_announcement ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_asked ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_assisted ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_call ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_callrecording ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_choice ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_entry ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_leg ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_listening ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_messagebox ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_notice ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_notrecorded ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_phone ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_phonenumber ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_recordingplan ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_relaynumbers ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_sought ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_sound ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_station ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_telephonist ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_voicemessage ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_watch ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.voice_withheld ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.workorders_approval ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.workorders_estimate ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.workorders_material ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.workorders_orderseries ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.workorders_orderstage ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.workorders_photo ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.workorders_preventioncard ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.workorders_processstep ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.workorders_reportback ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.workorders_signoff ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.workorders_survey ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.workorders_workorder ENABLE ROW LEVEL SECURITY;

ALTER TABLE public.workorders_worktime ENABLE ROW LEVEL SECURITY;

GRANT USAGE ON SCHEMA bi TO gensvar_read;


REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO gensvar_web;
GRANT USAGE ON SCHEMA public TO gensvar_work;


REVOKE ALL ON FUNCTION bi.is_of_cases(counter text) FROM PUBLIC;
GRANT ALL ON FUNCTION bi.is_of_cases(counter text) TO gensvar_read;


REVOKE ALL ON FUNCTION public.contacts_without_case(clients bigint[], since timestamp with time zone, until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.contacts_without_case(clients bigint[], since timestamp with time zone, until timestamp with time zone) TO gensvar_web;
GRANT ALL ON FUNCTION public.contacts_without_case(clients bigint[], since timestamp with time zone, until timestamp with time zone) TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_case TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_case TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_add_case(c public.cases_case, way integer, is_handed_over boolean) FROM PUBLIC;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_contact TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_contact TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_add_contact(c public.contacts_contact, way integer) FROM PUBLIC;


REVOKE ALL ON FUNCTION public.kpi_answers_used(of_client bigint, since timestamp with time zone, until timestamp with time zone, today date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_answers_used(of_client bigint, since timestamp with time zone, until timestamp with time zone, today date) TO gensvar_web;
GRANT ALL ON FUNCTION public.kpi_answers_used(of_client bigint, since timestamp with time zone, until timestamp with time zone, today date) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_bounced(of_client bigint, since timestamp with time zone, until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_bounced(of_client bigint, since timestamp with time zone, until timestamp with time zone) TO gensvar_web;
GRANT ALL ON FUNCTION public.kpi_bounced(of_client bigint, since timestamp with time zone, until timestamp with time zone) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_cases_of_types(of_client bigint, since timestamp with time zone, until timestamp with time zone, in_seconds integer) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_cases_of_types(of_client bigint, since timestamp with time zone, until timestamp with time zone, in_seconds integer) TO gensvar_web;
GRANT ALL ON FUNCTION public.kpi_cases_of_types(of_client bigint, since timestamp with time zone, until timestamp with time zone, in_seconds integer) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_clock_facts(of_client bigint, after_seal bigint, last_seal bigint, starts timestamp with time zone[], ends timestamp with time zone[], before double precision[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_clock_facts(of_client bigint, after_seal bigint, last_seal bigint, starts timestamp with time zone[], ends timestamp with time zone[], before double precision[]) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_clock_states(of_client bigint, after_seal bigint, last_seal bigint, starts timestamp with time zone[], ends timestamp with time zone[], before double precision[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_clock_states(of_client bigint, after_seal bigint, last_seal bigint, starts timestamp with time zone[], ends timestamp with time zone[], before double precision[]) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_close_days(of_client bigint, days date[], moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_close_days(of_client bigint, days date[], moment timestamp with time zone) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_disruption_contacts(of_client bigint, since timestamp with time zone, until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_disruption_contacts(of_client bigint, since timestamp with time zone, until timestamp with time zone) TO gensvar_web;
GRANT ALL ON FUNCTION public.kpi_disruption_contacts(of_client bigint, since timestamp with time zone, until timestamp with time zone) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_feedback_of_types(of_client bigint, starts timestamp with time zone[], ends timestamp with time zone[], dues timestamp with time zone[], at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_feedback_of_types(of_client bigint, starts timestamp with time zone[], ends timestamp with time zone[], dues timestamp with time zone[], at timestamp with time zone) TO gensvar_web;
GRANT ALL ON FUNCTION public.kpi_feedback_of_types(of_client bigint, starts timestamp with time zone[], ends timestamp with time zone[], dues timestamp with time zone[], at timestamp with time zone) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_gather() FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_gather() TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_hand_overs(of_client bigint, since timestamp with time zone, until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_hand_overs(of_client bigint, since timestamp with time zone, until timestamp with time zone) TO gensvar_web;
GRANT ALL ON FUNCTION public.kpi_hand_overs(of_client bigint, since timestamp with time zone, until timestamp with time zone) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_lead_times_of_types(of_client bigint, since timestamp with time zone, until timestamp with time zone, starts timestamp with time zone[], ends timestamp with time zone[], before double precision[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_lead_times_of_types(of_client bigint, since timestamp with time zone, until timestamp with time zone, starts timestamp with time zone[], ends timestamp with time zone[], before double precision[]) TO gensvar_web;
GRANT ALL ON FUNCTION public.kpi_lead_times_of_types(of_client bigint, since timestamp with time zone, until timestamp with time zone, starts timestamp with time zone[], ends timestamp with time zone[], before double precision[]) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_leave_out_colleagues() FROM PUBLIC;


REVOKE ALL ON FUNCTION public.kpi_leave_out_relayed() FROM PUBLIC;


REVOKE ALL ON FUNCTION public.kpi_mail_answers(of_client bigint, since timestamp with time zone, until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_mail_answers(of_client bigint, since timestamp with time zone, until timestamp with time zone) TO gensvar_web;
GRANT ALL ON FUNCTION public.kpi_mail_answers(of_client bigint, since timestamp with time zone, until timestamp with time zone) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_noted(of_client bigint, since date, until date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_noted(of_client bigint, since date, until date) TO gensvar_web;
GRANT ALL ON FUNCTION public.kpi_noted(of_client bigint, since date, until date) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_open_days(of_client bigint, days date[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_open_days(of_client bigint, days date[]) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_overdue_of_types(of_client bigint, at timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_overdue_of_types(of_client bigint, at timestamp with time zone) TO gensvar_web;
GRANT ALL ON FUNCTION public.kpi_overdue_of_types(of_client bigint, at timestamp with time zone) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_promises(of_client bigint, since timestamp with time zone, until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_promises(of_client bigint, since timestamp with time zone, until timestamp with time zone) TO gensvar_web;
GRANT ALL ON FUNCTION public.kpi_promises(of_client bigint, since timestamp with time zone, until timestamp with time zone) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_rebuild() FROM PUBLIC;


REVOKE ALL ON FUNCTION public.kpi_registration(of_client bigint, since timestamp with time zone, until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_registration(of_client bigint, since timestamp with time zone, until timestamp with time zone) TO gensvar_web;
GRANT ALL ON FUNCTION public.kpi_registration(of_client bigint, since timestamp with time zone, until timestamp with time zone) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_settle_days(of_client bigint, days date[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_settle_days(of_client bigint, days date[]) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_solved_at_once(of_client bigint, since timestamp with time zone, until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_solved_at_once(of_client bigint, since timestamp with time zone, until timestamp with time zone) TO gensvar_web;
GRANT ALL ON FUNCTION public.kpi_solved_at_once(of_client bigint, since timestamp with time zone, until timestamp with time zone) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_sum_days(of_client bigint, days date[]) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_sum_days(of_client bigint, days date[]) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_sum_states(of_client bigint, days date[], workdays date[], moment timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_sum_states(of_client bigint, days date[], workdays date[], moment timestamp with time zone) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_sums_of_all(on_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_sums_of_all(on_day date) TO gensvar_web;
GRANT ALL ON FUNCTION public.kpi_sums_of_all(on_day date) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_transfers(of_client bigint, since date, until date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_transfers(of_client bigint, since date, until date) TO gensvar_web;
GRANT ALL ON FUNCTION public.kpi_transfers(of_client bigint, since date, until date) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_values_of_all(on_day date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_values_of_all(on_day date) TO gensvar_web;
GRANT ALL ON FUNCTION public.kpi_values_of_all(on_day date) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_ways_in(of_client bigint, since date, until date) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_ways_in(of_client bigint, since date, until date) TO gensvar_web;
GRANT ALL ON FUNCTION public.kpi_ways_in(of_client bigint, since date, until date) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_words_used(of_client bigint, since timestamp with time zone, until timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_words_used(of_client bigint, since timestamp with time zone, until timestamp with time zone) TO gensvar_web;
GRANT ALL ON FUNCTION public.kpi_words_used(of_client bigint, since timestamp with time zone, until timestamp with time zone) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_write_facts(after_seal bigint, last_seal bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_write_facts(after_seal bigint, last_seal bigint) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_write_noted(after_seal bigint, last_seal bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_write_noted(after_seal bigint, last_seal bigint) TO gensvar_work;


REVOKE ALL ON FUNCTION public.kpi_write_states(after_seal bigint, last_seal bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.kpi_write_states(after_seal bigint, last_seal bigint) TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_jobs TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_jobs TO gensvar_work;


REVOKE ALL ON FUNCTION public.search_held(ids bigint[]) FROM PUBLIC;


REVOKE ALL ON FUNCTION public.search_keep_file(file bigint, said text) FROM PUBLIC;
GRANT ALL ON FUNCTION public.search_keep_file(file bigint, said text) TO gensvar_work;


REVOKE ALL ON FUNCTION public.search_rebuild() FROM PUBLIC;


REVOKE ALL ON FUNCTION public.search_rebuild_cases() FROM PUBLIC;


REVOKE ALL ON FUNCTION public.search_rebuild_customers() FROM PUBLIC;


REVOKE ALL ON FUNCTION public.search_said(ids bigint[]) FROM PUBLIC;


REVOKE ALL ON FUNCTION public.search_write_cases(ids bigint[]) FROM PUBLIC;


REVOKE ALL ON FUNCTION public.search_write_customers(ids bigint[]) FROM PUBLIC;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agreements_client TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agreements_client TO gensvar_work;


GRANT SELECT ON TABLE bi.clients TO gensvar_read;


GRANT SELECT ON TABLE public.kpi_day TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_day TO gensvar_work;


GRANT SELECT ON TABLE public.kpi_fact TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_fact TO gensvar_work;


GRANT SELECT ON TABLE bi.contacts TO gensvar_read;


GRANT SELECT ON TABLE public.kpi_daysum TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_daysum TO gensvar_work;


GRANT SELECT ON TABLE bi.day_sums TO gensvar_read;


GRANT SELECT ON TABLE bi.days TO gensvar_read;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_queue TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_queue TO gensvar_work;


GRANT SELECT ON TABLE bi.queues TO gensvar_read;


GRANT SELECT ON TABLE public.kpi_restatement TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_restatement TO gensvar_work;


GRANT SELECT ON TABLE bi.restatements TO gensvar_read;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailaddress TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailaddress TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.account_emailaddress_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.account_emailaddress_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailconfirmation TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.account_emailconfirmation TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.account_emailconfirmation_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.account_emailconfirmation_id_seq TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.agreements_client_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.agreements_client_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agreements_standardtext TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.agreements_standardtext TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.agreements_standardtext_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.agreements_standardtext_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.auth_group_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.auth_group_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group_permissions TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_group_permissions TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.auth_group_permissions_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.auth_group_permissions_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_permission TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.auth_permission TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.auth_permission_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.auth_permission_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.batches_batch TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.batches_batch TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.batches_batch_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.batches_batch_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.batches_batchedcase TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.batches_batchedcase TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.batches_batchedcase_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.batches_batchedcase_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendars_deviation TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendars_deviation TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.calendars_deviation_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.calendars_deviation_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendars_holidayskept TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendars_holidayskept TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.calendars_holidayskept_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.calendars_holidayskept_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendars_openinghours TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.calendars_openinghours TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.calendars_openinghours_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.calendars_openinghours_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_acceptance TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_acceptance TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_acceptance_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_acceptance_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_alarm TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_alarm TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_alarm_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_alarm_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_assignment TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_assignment TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_assignment_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_assignment_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_cannedtext TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_cannedtext TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_cannedtext_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_cannedtext_id_seq TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_case_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_case_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_casecause TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_casecause TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_casecause_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_casecause_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_casecontact TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_casecontact TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_casecontact_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_casecontact_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_casefile TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_casefile TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_casefile_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_casefile_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_caseneed TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_caseneed TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_caseneed_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_caseneed_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_caseplace TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_caseplace TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_caseplace_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_caseplace_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_casestage TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_casestage TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_casestage_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_casestage_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_casestate TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_casestate TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_casestate_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_casestate_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_codeattempt TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_codeattempt TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_codeattempt_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_codeattempt_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_composing TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_composing TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_composing_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_composing_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_confidentiality TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_confidentiality TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_confidentiality_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_confidentiality_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_deadline TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_deadline TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_deed TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_deed TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_deed_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_deed_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_feedback TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_feedback TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_feedback_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_feedback_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_filledfield TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_filledfield TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_filledfield_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_filledfield_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_followup TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_followup TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_followup_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_followup_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_givenfact TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_givenfact TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_givenfact_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_givenfact_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_handin TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_handin TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_handin_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_handin_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_handover TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_handover TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_handover_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_handover_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_handoverseen TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_handoverseen TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_handoverseen_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_handoverseen_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_handoverwarning TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_handoverwarning TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_handoverwarning_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_handoverwarning_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_identitycheck TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_identitycheck TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_identitycheck_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_identitycheck_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_identitycode TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_identitycode TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_identitycode_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_identitycode_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_interpreterbooking TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_interpreterbooking TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_interpreterbooking_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_interpreterbooking_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_macro TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_macro TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_macro_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_macro_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_macrorun TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_macrorun TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_macrorun_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_macrorun_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_merge TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_merge TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_merge_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_merge_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_mergedcontact TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_mergedcontact TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_mergedcontact_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_mergedcontact_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_missedupdate TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_missedupdate TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_missedupdate_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_missedupdate_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_needoutcome TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_needoutcome TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_needoutcome_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_needoutcome_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_note TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_note TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_note_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_note_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_participant TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_participant TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_participant_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_participant_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_plannedanswer TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_plannedanswer TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_plannedanswer_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_plannedanswer_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_promise TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_promise TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_promise_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_promise_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_promiseend TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_promiseend TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_promiseend_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_promiseend_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_reachrule TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_reachrule TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_reachrule_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_reachrule_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_reading TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_reading TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_reading_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_reading_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_relation TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_relation TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_relation_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_relation_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_requiredfact TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_requiredfact TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_requiredfact_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_requiredfact_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_savedview TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_savedview TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_savedview_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_savedview_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_snooze TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_snooze TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_snooze_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_snooze_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_split TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_split TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_split_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_split_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_supportuse TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_supportuse TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_supportuse_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_supportuse_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_tag TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_tag TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_tag_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_tag_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_tagging TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_tagging TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_tagging_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_tagging_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_tick TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_tick TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_tick_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_tick_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_watch TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.cases_watch TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.cases_watch_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.cases_watch_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.casetypes_casetype TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.casetypes_casetype TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.casetypes_casetype_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.casetypes_casetype_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.casetypes_typeversion TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.casetypes_typeversion TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.casetypes_typeversion_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.casetypes_typeversion_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.chat_chat TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.chat_chat TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.chat_chat_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.chat_chat_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.chat_chatline TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.chat_chatline TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.chat_chatline_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.chat_chatline_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.chat_chatsettings TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.chat_chatsettings TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_blockregister TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_blockregister TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.contacts_blockregister_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.contacts_blockregister_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_callblock TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_callblock TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.contacts_callblock_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.contacts_callblock_id_seq TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.contacts_contact_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.contacts_contact_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_errand TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_errand TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_message TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_message TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.contacts_message_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.contacts_message_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_messagefile TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_messagefile TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.contacts_messagefile_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.contacts_messagefile_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_nocase TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_nocase TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.contacts_nocase_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.contacts_nocase_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_optout TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_optout TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.contacts_optout_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.contacts_optout_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_outgoing TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_outgoing TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.contacts_outgoing_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.contacts_outgoing_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_outgoingstep TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_outgoingstep TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.contacts_outgoingstep_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.contacts_outgoingstep_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_registerednumber TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_registerednumber TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.contacts_registerednumber_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.contacts_registerednumber_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_suppression TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_suppression TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.contacts_suppression_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.contacts_suppression_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_volumebefore TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.contacts_volumebefore TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.contacts_volumebefore_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.contacts_volumebefore_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.counter_call TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.counter_call TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.counter_call_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.counter_call_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.counter_desk TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.counter_desk TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.counter_desk_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.counter_desk_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.counter_errand TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.counter_errand TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.counter_errand_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.counter_errand_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.counter_hall TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.counter_hall TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.counter_hall_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.counter_hall_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.counter_series TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.counter_series TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.counter_series_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.counter_series_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.counter_sitting TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.counter_sitting TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.counter_sitting_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.counter_sitting_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.counter_ticket TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.counter_ticket TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.counter_ticket_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.counter_ticket_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.customers_address TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.customers_address TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.customers_address_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.customers_address_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.customers_customer TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.customers_customer TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.customers_customer_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.customers_customer_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.customers_import TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.customers_import TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.customers_import_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.customers_import_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.customers_importedcustomer TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.customers_importedcustomer TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.customers_importedcustomer_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.customers_importedcustomer_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.customers_merge TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.customers_merge TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.customers_merge_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.customers_merge_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.customers_need TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.customers_need TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.customers_need_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.customers_need_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.customers_notthesame TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.customers_notthesame TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.customers_notthesame_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.customers_notthesame_id_seq TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.customers_number TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.customers_number TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.customers_person TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.customers_person TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.customers_person_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.customers_person_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.customers_representative TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.customers_representative TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.customers_representative_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.customers_representative_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disposal_disposed TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disposal_disposed TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.disposal_disposed_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.disposal_disposed_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disposal_hold TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disposal_hold TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.disposal_hold_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.disposal_hold_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disposal_protocol TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disposal_protocol TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.disposal_protocol_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.disposal_protocol_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disruptions_disruption TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disruptions_disruption TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.disruptions_disruption_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.disruptions_disruption_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disruptions_follower TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disruptions_follower TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.disruptions_follower_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.disruptions_follower_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disruptions_step TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.disruptions_step TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.disruptions_step_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.disruptions_step_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_content_type TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_content_type TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.django_content_type_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.django_content_type_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_migrations TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_migrations TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.django_migrations_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.django_migrations_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.django_session TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.duty_absence TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.duty_absence TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.duty_absence_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.duty_absence_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.duty_duty TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.duty_duty TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.duty_duty_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.duty_duty_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.entrypoints_entrypoint TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.entrypoints_entrypoint TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.entrypoints_entrypoint_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.entrypoints_entrypoint_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.entrypoints_trial TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.entrypoints_trial TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.entrypoints_trial_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.entrypoints_trial_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.events_chaincheck TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.events_chaincheck TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.events_chaincheck_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.events_chaincheck_id_seq TO gensvar_work;


GRANT SELECT,INSERT ON TABLE public.events_eventrecord TO gensvar_web;
GRANT SELECT,INSERT ON TABLE public.events_eventrecord TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.events_eventrecord_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.events_eventrecord_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.events_jobfailure TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.events_jobfailure TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.events_restoredrill TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.events_restoredrill TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.events_restoredrill_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.events_restoredrill_id_seq TO gensvar_work;


GRANT SELECT,INSERT ON TABLE public.events_seal TO gensvar_web;
GRANT SELECT,INSERT ON TABLE public.events_seal TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.events_seal_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.events_seal_id_seq TO gensvar_work;


GRANT SELECT,INSERT ON TABLE public.events_unsealed TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.events_unsealed TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.exchange_importedcall TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.exchange_importedcall TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.exchange_importedcall_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.exchange_importedcall_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.exchange_logimport TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.exchange_logimport TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.exchange_logimport_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.exchange_logimport_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.files_storedfile TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.files_storedfile TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.files_storedfile_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.files_storedfile_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.files_upload TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.files_upload TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.integrations_idempotentanswer TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.integrations_idempotentanswer TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.integrations_idempotentanswer_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.integrations_idempotentanswer_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.integrations_ratewindow TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.integrations_ratewindow TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.integrations_ratewindow_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.integrations_ratewindow_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.integrations_token TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.integrations_token TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.integrations_token_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.integrations_token_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.integrations_webhook TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.integrations_webhook TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.integrations_webhook_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.integrations_webhook_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.integrations_webhookdelivery TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.integrations_webhookdelivery TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.integrations_webhookdelivery_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.integrations_webhookdelivery_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_aboutsubject TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_aboutsubject TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.knowledge_aboutsubject_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.knowledge_aboutsubject_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_article TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_article TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.knowledge_article_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.knowledge_article_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_gap TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_gap TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.knowledge_gap_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.knowledge_gap_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_reminder TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_reminder TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.knowledge_reminder_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.knowledge_reminder_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_report TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_report TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.knowledge_report_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.knowledge_report_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_review TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_review TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.knowledge_review_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.knowledge_review_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_servicearea TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_servicearea TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.knowledge_servicearea_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.knowledge_servicearea_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_subject TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_subject TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.knowledge_subject_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.knowledge_subject_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_version TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_version TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.knowledge_version_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.knowledge_version_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_wording TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.knowledge_wording TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.knowledge_wording_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.knowledge_wording_id_seq TO gensvar_work;


GRANT SELECT ON TABLE public.kpi_casecount TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_casecount TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.kpi_casecount_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.kpi_casecount_id_seq TO gensvar_work;


GRANT SELECT ON TABLE public.kpi_contactcount TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_contactcount TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.kpi_contactcount_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.kpi_contactcount_id_seq TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.kpi_day_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.kpi_day_id_seq TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.kpi_daysum_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.kpi_daysum_id_seq TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.kpi_fact_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.kpi_fact_id_seq TO gensvar_work;


GRANT SELECT ON TABLE public.kpi_feedbacktime TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_feedbacktime TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.kpi_feedbacktime_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.kpi_feedbacktime_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_goal TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_goal TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.kpi_goal_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.kpi_goal_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_insight TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_insight TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.kpi_insight_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.kpi_insight_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_measuregoal TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_measuregoal TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.kpi_measuregoal_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.kpi_measuregoal_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_notednumber TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_notednumber TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.kpi_notednumber_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.kpi_notednumber_id_seq TO gensvar_work;


GRANT SELECT,INSERT ON TABLE public.kpi_ownmeasure TO gensvar_web;
GRANT SELECT,INSERT ON TABLE public.kpi_ownmeasure TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.kpi_ownmeasure_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.kpi_ownmeasure_id_seq TO gensvar_work;


GRANT SELECT,INSERT ON TABLE public.kpi_publishedfigure TO gensvar_web;
GRANT SELECT,INSERT ON TABLE public.kpi_publishedfigure TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.kpi_publishedfigure_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.kpi_publishedfigure_id_seq TO gensvar_work;


GRANT SELECT ON TABLE public.kpi_reading TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_reading TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.kpi_reading_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.kpi_reading_id_seq TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.kpi_restatement_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.kpi_restatement_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_selfserviceuse TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_selfserviceuse TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.kpi_selfserviceuse_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.kpi_selfserviceuse_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_signedfactor TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_signedfactor TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.kpi_signedfactor_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.kpi_signedfactor_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_usualperiod TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.kpi_usualperiod TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.kpi_usualperiod_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.kpi_usualperiod_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.levels_archivedboard TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.levels_archivedboard TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.levels_archivedboard_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.levels_archivedboard_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.levels_decision TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.levels_decision TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.levels_decision_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.levels_decision_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.levels_issue TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.levels_issue TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.levels_issue_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.levels_issue_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.levels_lift TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.levels_lift TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.levels_lift_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.levels_lift_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.levels_wishdecision TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.levels_wishdecision TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.levels_wishdecision_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.levels_wishdecision_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail_automaticmail TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail_automaticmail TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.mail_automaticmail_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.mail_automaticmail_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail_grouptold TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail_grouptold TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.mail_grouptold_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.mail_grouptold_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail_mailbox TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail_mailbox TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.mail_mailbox_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.mail_mailbox_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail_pickup TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail_pickup TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.mail_pickup_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.mail_pickup_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail_rawmail TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail_rawmail TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.mail_rawmail_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.mail_rawmail_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail_silence TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail_silence TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.mail_silence_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.mail_silence_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail_sinkmail TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail_sinkmail TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.mail_sinkmail_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.mail_sinkmail_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail_stafftold TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mail_stafftold TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.mail_stafftold_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.mail_stafftold_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mfa_authenticator TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.mfa_authenticator TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.mfa_authenticator_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.mfa_authenticator_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.paper_paper TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.paper_paper TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.paper_paper_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.paper_paper_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_accessreview TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_accessreview TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.people_accessreview_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.people_accessreview_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_agent TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_agent TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.people_agent_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.people_agent_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_counter TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_counter TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_failedsignin TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_failedsignin TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.people_failedsignin_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.people_failedsignin_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_group TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_group TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.people_group_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.people_group_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_membership TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_membership TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.people_membership_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.people_membership_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_rolegrant TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_rolegrant TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.people_rolegrant_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.people_rolegrant_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_signinprovider TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.people_signinprovider TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.people_signinprovider_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.people_signinprovider_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.portal_draft TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.portal_draft TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.portal_draft_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.portal_draft_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.portal_draftfile TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.portal_draftfile TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.portal_draftfile_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.portal_draftfile_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.portal_sending TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.portal_sending TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.portal_sending_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.portal_sending_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_events TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_events TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_events_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_events_id_seq TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_jobs_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_jobs_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_periodic_defers TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_periodic_defers TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_periodic_defers_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_periodic_defers_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_workers TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.procrastinate_workers TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_workers_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.procrastinate_workers_id_seq TO gensvar_work;


GRANT SELECT,INSERT ON TABLE public.publications_delivery TO gensvar_web;
GRANT SELECT,INSERT ON TABLE public.publications_delivery TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.publications_delivery_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.publications_delivery_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.publications_outline TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.publications_outline TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.publications_outline_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.publications_outline_id_seq TO gensvar_work;


GRANT SELECT,INSERT ON TABLE public.publications_publication TO gensvar_web;
GRANT SELECT,INSERT ON TABLE public.publications_publication TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.publications_publication_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.publications_publication_id_seq TO gensvar_work;


GRANT SELECT,INSERT ON TABLE public.publications_remark TO gensvar_web;
GRANT SELECT,INSERT ON TABLE public.publications_remark TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.publications_remark_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.publications_remark_id_seq TO gensvar_work;


GRANT SELECT,INSERT ON TABLE public.publications_rendition TO gensvar_web;
GRANT SELECT,INSERT ON TABLE public.publications_rendition TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.publications_rendition_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.publications_rendition_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.publications_subscription TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.publications_subscription TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.publications_subscription_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.publications_subscription_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_fallback TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_fallback TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.register_fallback_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.register_fallback_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_finding TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_finding TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.register_finding_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.register_finding_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_place TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_place TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.register_place_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.register_place_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_responsibility TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_responsibility TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.register_responsibility_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.register_responsibility_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_servicetype TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.register_servicetype TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.register_servicetype_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.register_servicetype_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reports_comment TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reports_comment TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.reports_comment_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.reports_comment_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reports_meeting TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reports_meeting TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.reports_meeting_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.reports_meeting_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reports_report TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reports_report TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.reports_report_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.reports_report_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reports_sending TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.reports_sending TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.reports_sending_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.reports_sending_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_agentskill TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_agentskill TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.routing_agentskill_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.routing_agentskill_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_awayreason TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_awayreason TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.routing_awayreason_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.routing_awayreason_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_daybalance TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_daybalance TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.routing_daybalance_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.routing_daybalance_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_firstneed TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_firstneed TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.routing_firstneed_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.routing_firstneed_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_forecast TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_forecast TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.routing_forecast_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.routing_forecast_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_handlingplan TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_handlingplan TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.routing_handlingplan_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.routing_handlingplan_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_heated TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_heated TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.routing_heated_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.routing_heated_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_intake TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_intake TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.routing_intake_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.routing_intake_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_leadership TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_leadership TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.routing_leadership_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.routing_leadership_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_lever TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_lever TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.routing_lever_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.routing_lever_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_leveragent TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_leveragent TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.routing_leveragent_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.routing_leveragent_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_offer TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_offer TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_priorityrule TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_priorityrule TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.routing_priorityrule_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.routing_priorityrule_id_seq TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.routing_queue_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.routing_queue_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_queuestep TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_queuestep TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.routing_queuestep_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.routing_queuestep_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_queuesubject TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_queuesubject TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.routing_queuesubject_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.routing_queuesubject_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_seat TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_seat TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_skill TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_skill TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.routing_skill_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.routing_skill_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_strain TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_strain TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.routing_strain_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.routing_strain_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_taken TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_taken TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.routing_taken_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.routing_taken_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_waiting TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_waiting TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.routing_waiting_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.routing_waiting_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_wake TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.routing_wake TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.routing_wake_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.routing_wake_id_seq TO gensvar_work;


GRANT SELECT ON TABLE public.search_filewords TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.search_stem_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.search_stem_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.secrecy_accessentry TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.secrecy_accessentry TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.secrecy_accessentry_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.secrecy_accessentry_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.secrecy_accesslist TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.secrecy_accesslist TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.secrecy_accesslist_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.secrecy_accesslist_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.setup_accesstold TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.setup_accesstold TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sms_arrival TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sms_arrival TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.sms_arrival_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.sms_arrival_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sms_number TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sms_number TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.sms_number_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.sms_number_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sms_picture TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sms_picture TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.sms_picture_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.sms_picture_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sms_sinktext TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.sms_sinktext TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.sms_sinktext_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.sms_sinktext_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.social_account TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.social_account TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.social_account_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.social_account_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.social_connection TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.social_connection TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.social_connection_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.social_connection_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.social_intake TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.social_intake TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.social_intake_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.social_intake_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.social_post TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.social_post TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.social_post_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.social_post_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.socialaccount_socialaccount TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.socialaccount_socialaccount TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.socialaccount_socialaccount_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.socialaccount_socialaccount_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.socialaccount_socialapp TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.socialaccount_socialapp TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.socialaccount_socialapp_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.socialaccount_socialapp_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.socialaccount_socialtoken TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.socialaccount_socialtoken TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.socialaccount_socialtoken_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.socialaccount_socialtoken_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.usersessions_usersession TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.usersessions_usersession TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.usersessions_usersession_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.usersessions_usersession_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_account TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_account TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_announcement TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_announcement TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.voice_announcement_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.voice_announcement_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_asked TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_asked TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.voice_asked_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.voice_asked_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_assisted TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_assisted TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_bridge TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_bridge TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_call TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_call TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.voice_call_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.voice_call_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_callrecording TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_callrecording TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.voice_callrecording_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.voice_callrecording_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_choice TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_choice TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.voice_choice_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.voice_choice_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_entry TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_entry TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.voice_entry_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.voice_entry_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_leg TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_leg TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_listening TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_listening TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.voice_listening_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.voice_listening_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_messagebox TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_messagebox TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_notice TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_notice TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_notrecorded TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_notrecorded TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_phone TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_phone TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_phonenumber TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_phonenumber TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.voice_phonenumber_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.voice_phonenumber_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_recordingplan TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_recordingplan TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.voice_recordingplan_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.voice_recordingplan_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_relaynumbers TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_relaynumbers TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_sought TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_sought TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_sound TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_sound TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.voice_sound_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.voice_sound_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_station TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_station TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.voice_station_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.voice_station_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_telephonist TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_telephonist TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_voicemessage TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_voicemessage TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.voice_voicemessage_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.voice_voicemessage_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_watch TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_watch TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.voice_watch_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.voice_watch_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_withheld TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.voice_withheld TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_approval TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_approval TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.workorders_approval_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.workorders_approval_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_estimate TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_estimate TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.workorders_estimate_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.workorders_estimate_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_material TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_material TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.workorders_material_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.workorders_material_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_orderseries TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_orderseries TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_orderstage TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_orderstage TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.workorders_orderstage_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.workorders_orderstage_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_photo TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_photo TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.workorders_photo_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.workorders_photo_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_preventioncard TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_preventioncard TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.workorders_preventioncard_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.workorders_preventioncard_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_processrule TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_processrule TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.workorders_processrule_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.workorders_processrule_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_processstep TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_processstep TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.workorders_processstep_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.workorders_processstep_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_reportback TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_reportback TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.workorders_reportback_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.workorders_reportback_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_signoff TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_signoff TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.workorders_signoff_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.workorders_signoff_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_survey TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_survey TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.workorders_survey_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.workorders_survey_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_workorder TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_workorder TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.workorders_workorder_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.workorders_workorder_id_seq TO gensvar_work;


GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_worktime TO gensvar_web;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE public.workorders_worktime TO gensvar_work;


GRANT SELECT,USAGE ON SEQUENCE public.workorders_worktime_id_seq TO gensvar_web;
GRANT SELECT,USAGE ON SEQUENCE public.workorders_worktime_id_seq TO gensvar_work;


ALTER DEFAULT PRIVILEGES FOR ROLE gensvar_owner IN SCHEMA public GRANT SELECT,USAGE ON SEQUENCES TO gensvar_web;
ALTER DEFAULT PRIVILEGES FOR ROLE gensvar_owner IN SCHEMA public GRANT SELECT,USAGE ON SEQUENCES TO gensvar_work;


ALTER DEFAULT PRIVILEGES FOR ROLE gensvar_owner IN SCHEMA public GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES TO gensvar_web;
ALTER DEFAULT PRIVILEGES FOR ROLE gensvar_owner IN SCHEMA public GRANT SELECT,INSERT,DELETE,UPDATE ON TABLES TO gensvar_work;



