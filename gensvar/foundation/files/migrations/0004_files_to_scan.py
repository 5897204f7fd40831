from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("files", "0003_scanned")]

    operations = [
        AddIndexConcurrently(
            "storedfile",
            models.Index(
                fields=["id"], name="files_to_scan", condition=models.Q(scanned_at__isnull=True)
            ),
        ),
    ]
