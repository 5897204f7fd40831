from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0036_participants")]
    operations = [
        migrations.AddField(
            model_name="participant",
            name="told_until",
            field=models.BigIntegerField(db_default=0, default=0),
        ),
    ]
