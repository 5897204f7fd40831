from django.db import migrations

from gensvar.foundation.rowsecurity import look_in_public_only


class Migration(migrations.Migration):
    dependencies = [("customers", "0003_addresses_by_value")]
    operations = [look_in_public_only("person_at_address(text, text)")]
