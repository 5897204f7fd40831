from django.db import migrations

from gensvar.foundation.rowsecurity import protect

SAME_CLIENT = """
ALTER TABLE contacts_contact ADD CONSTRAINT contact_and_customer_of_same_client
    FOREIGN KEY (customer_id, client_id) REFERENCES customers_customer (id, client_id)
    DEFERRABLE INITIALLY DEFERRED;
"""
REMOVE = "ALTER TABLE contacts_contact DROP CONSTRAINT contact_and_customer_of_same_client;"


class Migration(migrations.Migration):
    dependencies = [("contacts", "0001_initial"), ("customers", "0002_row_security")]
    operations = [
        migrations.RunSQL(SAME_CLIENT, REMOVE),
        protect("contacts_contact"),
        protect("contacts_message"),
        protect("contacts_messagefile"),
        protect("contacts_outgoing"),
        protect("contacts_outgoingstep"),
        protect("contacts_suppression"),
        protect("contacts_volumebefore"),
    ]
