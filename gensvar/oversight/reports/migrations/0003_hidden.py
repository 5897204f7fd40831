from django.db import migrations

from gensvar.foundation.rowsecurity import hide


class Migration(migrations.Migration):
    dependencies = [("reports", "0002_row_security"), ("cases", "0025_hidden")]
    operations = [hide("reports_sending", hidden_if="hidden_outgoing(outgoing_id)")]
