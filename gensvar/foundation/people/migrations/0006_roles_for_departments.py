import django.contrib.postgres.operations
from django.db import migrations, models


class Migration(migrations.Migration):
    """Whoever signs in meanwhile waits for no check of the rows that are there."""

    atomic = False
    dependencies = [("agreements", "0003_promise_text"), ("people", "0005_wallboard")]
    operations = [
        migrations.AddField(
            "rolegrant",
            "department",
            models.CharField(blank=True, db_default="", default="", max_length=120),
        ),
        django.contrib.postgres.operations.AddConstraintNotValid(
            "rolegrant",
            models.CheckConstraint(
                condition=models.Q(("department", ""), ("client__isnull", False), _connector="OR"),
                name="department_is_a_clients",
            ),
        ),
        django.contrib.postgres.operations.ValidateConstraint(
            "rolegrant", "department_is_a_clients"
        ),
    ]
