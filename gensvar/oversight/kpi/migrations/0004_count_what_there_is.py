from django.db import migrations


class Migration(migrations.Migration):
    """Apart from the triggers, so that nobody waits for a lock while old cases are counted."""

    dependencies = [("kpi", "0003_count_as_it_happens")]
    operations = [migrations.RunSQL("SELECT kpi_rebuild();", migrations.RunSQL.noop)]
