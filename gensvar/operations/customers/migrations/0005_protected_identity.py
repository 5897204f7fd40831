from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("customers", "0004_functions_look_in_public_only")]
    operations = [
        migrations.AddField(
            model_name="customer",
            name="protected",
            field=models.BooleanField(db_default=False, default=False),
        ),
    ]
