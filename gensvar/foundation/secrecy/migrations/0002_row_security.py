from django.db import migrations

from gensvar.foundation.rowsecurity import OF_CLIENT, protect

# Asked by the policies called `confidential`. What an agent's lists are is written into the
# identity of the transaction by the database itself, from who stands on them at this moment.
FUNCTIONS = """
CREATE FUNCTION current_lists() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(string_to_array(nullif(current_setting('gensvar.lists', true), ''), ','),
                    '{}')::bigint[] $$;
CREATE FUNCTION current_registrar() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(nullif(current_setting('gensvar.agent', true), '')::bigint, 0) $$;
CREATE FUNCTION access_lists_of(agent bigint) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(string_agg(DISTINCT entry.access_id::text, ','), '')
    FROM secrecy_accessentry entry
    WHERE entry.until IS NULL
      AND (entry.agent_id = agent
           OR entry.group_id IN (
               SELECT group_id FROM people_membership WHERE agent_id = agent AND until IS NULL
               UNION SELECT id FROM people_group WHERE manager_id = agent)) $$;
CREATE FUNCTION list_for_protected(of_client bigint) RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO secrecy_accesslist (client_id, name, is_for_protected)
    SELECT of_client, 'Skyddade personuppgifter', true
    WHERE NOT EXISTS (SELECT FROM secrecy_accesslist WHERE client_id = of_client
                      AND is_for_protected)
    ON CONFLICT DO NOTHING;
    SELECT id FROM secrecy_accesslist WHERE client_id = of_client AND is_for_protected $$;
"""
DROP = """
DROP FUNCTION list_for_protected(bigint), access_lists_of(bigint),
    current_registrar(), current_lists();
"""
# A handler sees no client whole, but the lists that they stand on.
ON_IT = "{key} = ANY ((SELECT current_lists())::bigint[])"


class Migration(migrations.Migration):
    dependencies = [("secrecy", "0001_initial"), ("events", "0002_row_security")]
    operations = [
        migrations.RunSQL(FUNCTIONS, DROP),
        protect("secrecy_accesslist", seen_if=f"{OF_CLIENT} OR {ON_IT.format(key='id')}"),
        protect("secrecy_accessentry", seen_if=f"{OF_CLIENT} OR {ON_IT.format(key='access_id')}"),
    ]
