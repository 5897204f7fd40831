from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("voice", "0013_promised_times_and_tries")]
    operations = [
        migrations.AddField(
            model_name="asked",
            name="why",
            field=models.CharField(
                blank=True,
                choices=[
                    ("emergency", "Danger, or something that cannot wait"),
                    ("crisis", "The customer is in a crisis"),
                    ("booked", "Agreed with them beforehand"),
                    ("by-name", "Asked for somebody by name"),
                ],
                db_default="",
                max_length=10,
            ),
        ),
    ]
