from django.db import migrations, models


class Migration(migrations.Migration):
    """Room for the sums of months; they are written from the next step on."""

    dependencies = [("kpi", "0006_insights")]
    operations = [
        migrations.AddField(
            name, "is_month", models.BooleanField(db_default=False, default=False)
        )
        for name in ("casecount", "contactcount")
    ]
