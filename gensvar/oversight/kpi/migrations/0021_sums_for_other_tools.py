from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "views.sql").read_text()
UNDO = """DROP SCHEMA bi CASCADE;
DROP FUNCTION kpi_sums_of_all(date), kpi_values_of_all(date);"""


class Migration(migrations.Migration):
    dependencies = [("kpi", "0020_count_how_cases_stood")]
    operations = [migrations.RunSQL(SQL, UNDO)]
