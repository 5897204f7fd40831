from django.db import migrations

from gensvar.foundation.rowsecurity import protect


class Migration(migrations.Migration):
    dependencies = [("contacts", "0009_opt_out")]
    operations = [protect("contacts_optout")]
