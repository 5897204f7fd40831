from django.db import migrations, models

OPEN = ~models.Q(state="closed")


class Migration(migrations.Migration):
    """Lists over several clients walk one index, from where the last page ended."""

    dependencies = [("cases", "0003_follow_with_code")]
    operations = [
        migrations.AddIndex(
            "case",
            models.Index(
                fields=["state_since", "id"],
                name="cases_open_in_order",
                condition=OPEN,
                include=["client", "group", "agent", "state"],
            ),
        ),
        migrations.AddIndex(
            "case", models.Index(fields=["opened_at", "id"], name="cases_in_order")
        ),
        migrations.AddIndex(
            "case",
            models.Index(
                fields=["state_since", "id"],
                name="cases_unassigned",
                condition=OPEN & models.Q(agent=None),
            ),
        ),
    ]
