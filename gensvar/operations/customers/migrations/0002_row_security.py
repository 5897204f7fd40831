from django.db import migrations

from gensvar.foundation.rowsecurity import protect

# Finding the person behind an address across clients tells a number, never who knew it.
FUNCTIONS = """
CREATE FUNCTION person_at_address(address_kind text, address text) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT c.person_id FROM customers_address a JOIN customers_customer c ON c.id = a.customer_id
    WHERE a.kind = address_kind AND a.value = address ORDER BY a.id LIMIT 1 $$;
CREATE SEQUENCE customers_number START 1001;
GRANT USAGE ON SEQUENCE customers_number TO gensvar_web, gensvar_work;
ALTER TABLE customers_customer ADD CONSTRAINT customers_by_client UNIQUE (id, client_id);
ALTER TABLE customers_address ADD CONSTRAINT address_of_same_client
    FOREIGN KEY (customer_id, client_id) REFERENCES customers_customer (id, client_id);
"""
REMOVE = """
ALTER TABLE customers_address DROP CONSTRAINT address_of_same_client;
ALTER TABLE customers_customer DROP CONSTRAINT customers_by_client;
DROP SEQUENCE customers_number;
DROP FUNCTION person_at_address(text, text);
"""


# A department's handler sees the customers of the cases handed over to them; `cases` adds that.
class Migration(migrations.Migration):
    dependencies = [("customers", "0001_initial"), ("events", "0002_row_security")]
    operations = [
        migrations.RunSQL(FUNCTIONS, REMOVE),
        protect("customers_customer"),
        protect("customers_address"),
    ]
