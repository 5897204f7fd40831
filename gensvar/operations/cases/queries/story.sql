-- Everything that has happened in one case, each row as: kind, when, id, who, facts. `part` is the
-- case and those merged into it: what was said and done in them is told too, with their number.
-- The other of two cases is found by CASE, not by a sum: row security lets no function that might
-- leak reach the index, and every case would be read for it.
WITH RECURSIVE part(id) AS (
    SELECT %(case)s::bigint
    UNION SELECT j.case_id FROM cases_merge j JOIN part ON j.into_id = part.id
    WHERE j.ended_at IS NULL
)
SELECT 'contact', coalesce(m.at, c.started_at), coalesce(m.id, c.id), agent.name, jsonb_build_object(
    'contact', c.id, 'channel', c.channel, 'direction', c.direction, 'summary', c.summary,
    'answered_at', c.answered_at, 'ended_at', c.ended_at,
    'message', m.id, 'sender', coalesce(nullif(m.sender_name, ''), m.sender_address),
    'address', m.sender_address, 'recipients', m.recipients, 'copies', m.copies,
    'subject', m.subject, 'text', m.text, 'quoted', m.quoted, 'signature', m.signature,
    'has_html', m.html <> '', 'automatic', m.automatic, 'problems', m.problems,
    'has_raw', m.raw_id IS NOT NULL, 'outgoing', o.id, 'state', o.state, 'purpose', o.purpose,
    'not_before', o.not_before, 'detail', (SELECT detail FROM contacts_outgoingstep
        WHERE outgoing_id = o.id AND detail <> '' ORDER BY id DESC LIMIT 1),
    'files', (SELECT jsonb_agg(jsonb_build_array(f.id, f.name, stored.size, f.is_mislabelled,
                stored.infection, stored.scanned_at IS NOT NULL) ORDER BY f.id)
        FROM contacts_messagefile f JOIN files_storedfile stored ON stored.id = f.file_id
        WHERE f.message_id = m.id AND NOT (f.is_inline AND m.html <> '')),
    'origin', (SELECT home.number FROM cases_mergedcontact lent
        JOIN cases_merge j ON j.id = lent.merge_id AND j.into_id = %(case)s AND j.ended_at IS NULL
        JOIN cases_case home ON home.id = j.case_id WHERE lent.contact_id = c.id LIMIT 1))
FROM cases_casecontact link
JOIN contacts_contact c ON c.id = link.contact_id
LEFT JOIN contacts_message m ON m.contact_id = c.id
LEFT JOIN contacts_outgoing o ON o.message_id = m.id
LEFT JOIN people_agent agent ON agent.id = coalesce(m.author_id, c.agent_id)
WHERE link.case_id = %(case)s
UNION ALL
SELECT 'note', n.at, n.id, agent.name, jsonb_build_object('text', n.text,
    'origin', nullif(home.number, %(number)s))
FROM cases_note n JOIN people_agent agent ON agent.id = n.by_id
JOIN cases_case home ON home.id = n.case_id WHERE n.case_id = ANY (ARRAY(SELECT id FROM part))
UNION ALL
SELECT 'hand-over', h.at, h.id, agent.name, jsonb_build_object(
    'group', g.code, 'group_name', g.name, 'why', h.why, 'text', h.question)
FROM cases_handover h JOIN people_agent agent ON agent.id = h.by_id
JOIN people_group g ON g.id = h.to_group_id WHERE h.case_id = ANY (ARRAY(SELECT id FROM part))
UNION ALL
SELECT 'feedback', f.at, f.id, agent.name, jsonb_build_object(
    'group', g.code, 'outcome', f.outcome, 'channel', f.channel, 'text', f.summary,
    'rule', f.rule_version)
FROM cases_handover h JOIN cases_feedback f ON f.hand_over_id = h.id
JOIN people_agent agent ON agent.id = f.by_id
JOIN people_group g ON g.id = h.to_group_id WHERE h.case_id = ANY (ARRAY(SELECT id FROM part))
UNION ALL
SELECT 'state', s.since, s.id, agent.name, jsonb_build_object('state', s.state, 'text', s.reason)
FROM cases_casestate s LEFT JOIN people_agent agent ON agent.id = s.by_id
WHERE s.case_id = %(case)s
UNION ALL
SELECT 'assignment', a.since, a.id, agent.name, jsonb_build_object(
    'to', other.name, 'group', g.code, 'is_own', a.agent_id = a.by_id)
FROM cases_assignment a LEFT JOIN people_agent agent ON agent.id = a.by_id
LEFT JOIN people_agent other ON other.id = a.agent_id
LEFT JOIN people_group g ON g.id = a.group_id WHERE a.case_id = %(case)s
UNION ALL
SELECT step.kind, step.at, m.id, agent.name, jsonb_build_object(
    'number', coalesce(other.number, ''), 'title', coalesce(other.title, ''),
    'is_into', m.into_id = %(case)s, 'is_on', m.ended_at IS NULL)
FROM cases_merge m
CROSS JOIN LATERAL (VALUES ('merge', m.at, m.by_id), ('unmerge', m.ended_at, m.ended_by_id))
    step (kind, at, by_id)
JOIN people_agent agent ON agent.id = step.by_id
JOIN cases_case other ON other.id = CASE m.case_id WHEN %(case)s THEN m.into_id ELSE m.case_id END
WHERE (m.into_id = %(case)s OR m.case_id = %(case)s) AND step.at IS NOT NULL
UNION ALL
SELECT 'split', s.at, min(s.id), agent.name, jsonb_build_object('number', coalesce(other.number, ''),
    'title', coalesce(other.title, ''), 'is_from', s.case_id = %(case)s, 'contacts', count(*))
FROM cases_split s JOIN people_agent agent ON agent.id = s.by_id
JOIN cases_case other ON other.id = CASE s.case_id WHEN %(case)s THEN s.made_id ELSE s.case_id END
WHERE s.case_id = %(case)s OR s.made_id = %(case)s
GROUP BY s.at, agent.name, other.number, other.title, s.case_id
UNION ALL
SELECT step.kind, step.at, z.id, CASE WHEN step.kind = 'rest' THEN agent.name END,
    jsonb_build_object('until', z.until, 'why', z.why_ended, 'is_on', z.ended_at IS NULL)
FROM cases_snooze z JOIN people_agent agent ON agent.id = z.by_id
CROSS JOIN LATERAL (VALUES ('rest', z.at), ('wake', z.ended_at)) step (kind, at)
WHERE z.case_id = %(case)s AND step.at IS NOT NULL
UNION ALL
SELECT 'macro', r.at, r.id, agent.name, jsonb_build_object('name', macro.name, 'until', r.until,
    'outgoing', r.outgoing_id, 'is_undone', r.undone_at IS NOT NULL)
FROM cases_macrorun r JOIN cases_macro macro ON macro.id = r.macro_id
JOIN people_agent agent ON agent.id = r.by_id WHERE r.case_id = %(case)s
UNION ALL
SELECT 'watch', w.since, w.agent_id, agent.name, '{}'::jsonb
FROM cases_watch w JOIN people_agent agent ON agent.id = w.agent_id WHERE w.case_id = %(case)s
UNION ALL
SELECT 'file', f.at, f.id, agent.name, jsonb_build_object('name', f.name, 'size', stored.size,
    'infection', stored.infection, 'is_scanned', stored.scanned_at IS NOT NULL)
FROM cases_casefile f JOIN files_storedfile stored ON stored.id = f.file_id
LEFT JOIN people_agent agent ON agent.id = f.by_id
WHERE f.case_id = ANY (ARRAY(SELECT id FROM part)) AND f.removed_at IS NULL
UNION ALL
SELECT 'tag', now(), t.id, NULL, jsonb_build_object('name', t.name)
FROM cases_tagging link JOIN cases_tag t ON t.id = link.tag_id WHERE link.case_id = %(case)s
UNION ALL
SELECT 'earlier', earlier.opened_at, earlier.id, NULL, jsonb_build_object(
    'number', earlier.number, 'title', earlier.title, 'state', earlier.state)
FROM (SELECT id, opened_at, number, title, state FROM cases_case
      WHERE customer_id = %(customer)s AND id <> %(case)s ORDER BY opened_at DESC LIMIT 6) earlier
UNION ALL
SELECT 'related', r.at, r.id, NULL, jsonb_build_object('number', other.number,
    'title', other.title, 'state', other.state, 'role',
    CASE WHEN r.kind = 'child' AND r.other_id = %(case)s THEN 'parent' ELSE r.kind END)
FROM cases_relation r
JOIN cases_case other ON other.id = CASE r.case_id WHEN %(case)s THEN r.other_id ELSE r.case_id END
WHERE (r.case_id = %(case)s OR r.other_id = %(case)s) AND r.ended_at IS NULL
UNION ALL
SELECT 'address', since, id, NULL,
    jsonb_build_object('kind', kind, 'value', value, 'is_preferred', is_preferred)
FROM customers_address
WHERE customer_id = %(customer)s AND (until IS NULL OR until > now())
UNION ALL
SELECT 'stage', s.since, s.id, agent.name, jsonb_build_object('stage', s.stage, 'text', s.reason,
    'label', (SELECT one -> 'label' FROM casetypes_typeversion v,
            jsonb_array_elements(v.content -> 'stages') one
        WHERE v.case_type_id = s.case_type_id AND v.number = s.version
          AND one ->> 'code' = s.stage))
FROM cases_casestage s LEFT JOIN people_agent agent ON agent.id = s.by_id
WHERE s.case_id = %(case)s
UNION ALL
SELECT 'filled', f.at, f.id, agent.name, jsonb_build_object('key', f.key, 'value', f.value)
FROM (SELECT DISTINCT ON (key) id, key, value, by_id, at FROM cases_filledfield
      WHERE case_id = %(case)s ORDER BY key, id DESC) f
LEFT JOIN people_agent agent ON agent.id = f.by_id WHERE f.value <> 'null'
UNION ALL
SELECT 'type', now(), t.id, NULL, jsonb_build_object(
    'code', t.code, 'version', t.version, 'content', v.content)
FROM casetypes_casetype t
JOIN casetypes_typeversion v ON v.case_type_id = t.id AND v.number = t.version
WHERE t.id = coalesce(%(type)s::bigint,
    (SELECT case_type_id FROM knowledge_subject WHERE id = %(subject)s::bigint),
    (SELECT id FROM casetypes_casetype WHERE client_id = %(client)s AND is_default))
UNION ALL
-- Of what says the same, what fits the customer: their language first, then easy words or not.
(SELECT DISTINCT ON (name) 'ready', now(), id, NULL::text, jsonb_build_object(
    'name', name, 'language', language, 'is_easy', is_easy)
FROM cases_cannedtext
WHERE client_id = %(client)s AND retired_at IS NULL AND language IN ('', %(language)s)
ORDER BY name, language <> '' DESC, is_easy = (
    EXISTS (SELECT FROM cases_caseneed WHERE case_id = %(case)s AND what = 'easy-swedish')
    OR EXISTS (SELECT FROM customers_need
        WHERE customer_id = %(customer)s AND until IS NULL AND what = 'easy-swedish')) DESC)
UNION ALL
SELECT 'there', now(), (SELECT count(*) FROM events_eventrecord
                        WHERE case_id = %(case)s AND case_id > 0), NULL, jsonb_build_object(
    'promises', EXISTS (SELECT FROM cases_promise WHERE case_id = %(case)s),
    'support', EXISTS (SELECT FROM cases_supportuse WHERE case_id = %(case)s),
    'asked_needs', EXISTS (SELECT FROM cases_caseneed WHERE case_id = %(case)s),
    'interpreters', EXISTS (SELECT FROM cases_interpreterbooking WHERE case_id = %(case)s),
    'participants', EXISTS (SELECT FROM cases_participant
        WHERE case_id = %(case)s AND ended_at IS NULL),
    'needs', EXISTS (SELECT FROM customers_need WHERE customer_id = %(customer)s),
    'representatives', EXISTS (SELECT FROM customers_representative
        WHERE customer_id = %(customer)s))
ORDER BY 2, 3
