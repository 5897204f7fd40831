from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agreements", "0001_initial")]
    operations = [
        migrations.AddField(
            model_name="client",
            name="accent",
            field=models.CharField(
                choices=[("teal", "Teal"), ("plum", "Plum"), ("rust", "Rust"), ("ink", "Ink")],
                default="teal",
                db_default="teal",
                max_length=10,
            ),
        ),
    ]
