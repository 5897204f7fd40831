from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("customers", "0008_address_of_one_customer_now")]
    operations = [
        migrations.AddField(
            "customer",
            "secret",
            models.BooleanField(db_default=False, default=False, editable=False),
        ),
        migrations.AddField(
            "address",
            "secret",
            models.BooleanField(db_default=False, default=False, editable=False),
        ),
    ]
