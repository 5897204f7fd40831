from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("files", "0002_uploads")]

    operations = [
        migrations.AddField("storedfile", "scanned_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField(
            "storedfile", "infection", models.CharField(blank=True, db_default="", max_length=200)
        ),
    ]
