from pathlib import Path

import django.contrib.postgres.search
from django.db import migrations, models

SQL = "".join(
    (Path(__file__).parent / name).read_text() for name in ("files.sql", "rare.sql")
)


class Migration(migrations.Migration):
    """There is no way back but a backup: what is in files would stay behind, half known."""

    dependencies = [
        ("search", "0006_confidential_is_not_found"),
        ("files", "0004_files_to_scan"),
        ("contacts", "0006_imported_aggregates"),
    ]
    operations = [
        migrations.CreateModel(
            name="FileWords",
            fields=[
                ("file_id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("words", django.contrib.postgres.search.SearchVectorField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(words__isnull=True),
                        fields=["file_id"],
                        name="files_to_read",
                    )
                ]
            },
        ),
        migrations.RunSQL(SQL),
    ]
