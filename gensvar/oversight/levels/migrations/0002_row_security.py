from django.db import migrations

from gensvar.foundation.rowsecurity import hide, protect


class Migration(migrations.Migration):
    dependencies = [("levels", "0001_initial"), ("cases", "0025_hidden")]
    operations = [
        *(
            protect(f"levels_{table}")
            for table in ("issue", "lift", "decision", "wishdecision", "archivedboard")
        ),
        hide("levels_wishdecision", hidden_if="hidden_case(case_id)"),
    ]
