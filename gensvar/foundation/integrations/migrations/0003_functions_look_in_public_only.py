from django.db import migrations

from gensvar.foundation.rowsecurity import look_in_public_only


class Migration(migrations.Migration):
    dependencies = [("integrations", "0002_keep_answers_and_deliveries")]
    operations = [look_in_public_only("tell_webhooks()")]
