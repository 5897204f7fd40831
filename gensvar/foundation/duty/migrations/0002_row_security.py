from django.db import migrations

from gensvar.foundation.rowsecurity import OF_CLIENT, protect

# Whoever handles a group's questions sees whose turn it is there.
OF_GROUP = "group_id = ANY ((SELECT current_groups())::bigint[])"


class Migration(migrations.Migration):
    dependencies = [("duty", "0001_initial")]
    operations = [protect("duty_duty", seen_if=f"{OF_CLIENT} OR {OF_GROUP}")]
