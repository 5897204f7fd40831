import django.db.models.deletion
from django.db import migrations, models

# Each is the beginning of another index of its table, or asks only whose row it is, which nearly
# every row answers alike.
INDEXES = {
    "contacts_contact_client_id_1cd59fa4": ("contacts_contact", "client_id"),
    "contacts_contact_customer_id_bc06dcda": ("contacts_contact", "customer_id"),
}


class Migration(migrations.Migration):
    atomic = False
    dependencies = [
        ("agreements", "0003_promise_text"),
        ("contacts", "0007_secret"),
        ("customers", "0011_secrets_are_not_recognised"),
    ]

    operations = [
        *(
            migrations.RunSQL(
                f"DROP INDEX CONCURRENTLY IF EXISTS {name}",
                f"CREATE INDEX CONCURRENTLY {name} ON {table} ({column})",
            )
            for name, (table, column) in INDEXES.items()
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="contact",
                    name="client",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="agreements.client",
                    ),
                ),
                migrations.AlterField(
                    model_name="contact",
                    name="customer",
                    field=models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacts",
                        to="customers.customer",
                    ),
                ),
            ]
        ),
    ]
