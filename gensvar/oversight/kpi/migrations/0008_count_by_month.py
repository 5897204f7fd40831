from pathlib import Path

from django.db import migrations

MONTHLY = (Path(__file__).parent / "monthly.sql").read_text()


class Migration(migrations.Migration):
    """Count by month too. There is no way back but a backup: the days alone are not kept in step."""

    dependencies = [("kpi", "0007_months")]
    operations = [migrations.RunSQL(MONTHLY)]
