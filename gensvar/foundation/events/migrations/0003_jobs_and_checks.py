from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("events", "0002_row_security")]
    operations = [
        migrations.CreateModel(
            name="JobFailure",
            fields=[
                ("job_id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("kind", models.CharField(max_length=120)),
                ("place", models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="ChainCheck",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("asked_at", models.DateTimeField()),
                ("asked_by_id", models.BigIntegerField(null=True)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("events", models.BigIntegerField(default=0)),
                ("unsealed", models.BigIntegerField(default=0)),
                ("breaks", models.JSONField(default=list)),
            ],
        ),
    ]
