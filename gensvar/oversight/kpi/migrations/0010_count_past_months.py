from django.db import migrations


class Migration(migrations.Migration):
    """Apart from the functions, so that nobody waits for a lock while old cases are counted."""

    dependencies = [("kpi", "0009_find_by_span")]
    operations = [migrations.RunSQL("SELECT kpi_rebuild();", migrations.RunSQL.noop)]
