from django.db import migrations

# Whoever is secret with one client is not told of through another, nor by a refusal.
PERSON = """
CREATE OR REPLACE FUNCTION person_at_address(address_kind text, address text) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.person_id FROM customers_address a JOIN customers_customer c ON c.id = a.customer_id
    WHERE a.kind = address_kind AND a.value = address AND a.kind <> 'post' AND NOT a.secret
      AND (a.until IS NULL OR a.until > now()) ORDER BY a.id LIMIT 1 $$;
"""
BEFORE = PERSON.replace(" AND NOT a.secret", "")
# Protected identity is secret from the first row on.
MARKS = """
CREATE FUNCTION customers_mark_secret() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    NEW.secret := NEW.secret OR NEW.protected;
    IF TG_OP = 'UPDATE' AND NEW.secret AND NOT OLD.secret THEN
        UPDATE customers_address SET secret = true WHERE customer_id = NEW.id AND NOT secret;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER mark_secret BEFORE INSERT OR UPDATE OF protected, secret ON customers_customer
    FOR EACH ROW WHEN (NEW.protected OR NEW.secret) EXECUTE FUNCTION customers_mark_secret();
CREATE FUNCTION customers_mark_address() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    NEW.secret := coalesce((SELECT secret FROM customers_customer WHERE id = NEW.customer_id),
                           false);
    RETURN NEW;
END $$;
CREATE TRIGGER mark_secret BEFORE INSERT OR UPDATE OF customer_id ON customers_address
    FOR EACH ROW EXECUTE FUNCTION customers_mark_address();
"""
UNMARK = """
DROP TRIGGER mark_secret ON customers_address; DROP TRIGGER mark_secret ON customers_customer;
DROP FUNCTION customers_mark_address(), customers_mark_secret();
"""


class Migration(migrations.Migration):
    dependencies = [("customers", "0010_addresses_of_the_known")]
    operations = [
        migrations.RunSQL(PERSON, BEFORE),
        migrations.RunSQL(MARKS, UNMARK),
        # Those who were protected before there was a mark.
        migrations.RunSQL(
            "UPDATE customers_customer SET protected = true WHERE protected",
            migrations.RunSQL.noop,
        ),
    ]
