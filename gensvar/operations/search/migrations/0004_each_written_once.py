from django.db import migrations

# What comes with its contact or address is written by that row's own trigger, once.
ONCE = """
CREATE OR REPLACE FUNCTION search_after_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ids bigint[];
BEGIN
    IF search_is_put_off() THEN RETURN NULL; END IF;
    ids := array(SELECT id FROM new_rows
                 WHERE NOT EXISTS (SELECT FROM cases_casecontact WHERE case_id = new_rows.id));
    IF ids <> '{}' THEN PERFORM search_write_cases(ids); END IF;
    RETURN NULL;
END $$;
CREATE OR REPLACE FUNCTION search_after_customers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ids bigint[];
BEGIN
    IF search_is_put_off() THEN RETURN NULL; END IF;
    ids := array(SELECT id FROM new_rows
                 WHERE NOT EXISTS (SELECT FROM customers_address WHERE customer_id = new_rows.id));
    IF ids <> '{}' THEN PERFORM search_write_customers(ids); END IF;
    RETURN NULL;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("search", "0003_functions_look_in_public_only")]
    # Going back leaves them: they write the same words as before.
    operations = [migrations.RunSQL(ONCE, migrations.RunSQL.noop)]
