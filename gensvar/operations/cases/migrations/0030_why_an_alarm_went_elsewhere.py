from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0029_deeds")]

    operations = [
        migrations.AddField(
            model_name="alarm",
            name="how",
            field=models.CharField(
                choices=[
                    ("duty", "duty"),
                    ("stand-in", "stand-in"),
                    ("deputy", "deputy"),
                    ("manager", "manager"),
                    ("member", "member"),
                    ("above", "above"),
                    ("away", "away"),
                ],
                max_length=8,
                null=True,
            ),
        ),
    ]
