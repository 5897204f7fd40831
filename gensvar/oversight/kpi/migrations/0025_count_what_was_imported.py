"""Facts are written of calls that another exchange has told of, too."""

from pathlib import Path

from django.db import migrations

WHOLE = (Path(__file__).parent / "facts.sql").read_text()
BEGINS = WHOLE.index("CREATE FUNCTION kpi_write_facts(")
WRITE = WHOLE[BEGINS : WHOLE.index("$$;", BEGINS) + 3]


class Migration(migrations.Migration):
    dependencies = [("kpi", "0024_leave_out_relayed_handling")]

    operations = [
        migrations.RunSQL(
            WRITE.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION", 1),
            migrations.RunSQL.noop,
        )
    ]
