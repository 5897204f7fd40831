from django.db import migrations, models

# Built beside the old rule, without keeping anybody from writing; then the old one goes.
INDEX = """CREATE UNIQUE INDEX CONCURRENTLY one_known_customer_per_address
    ON customers_address (client_id, kind, value) WHERE until IS NULL AND NOT (kind = 'post') AND NOT secret"""

OLD = """CREATE UNIQUE INDEX CONCURRENTLY one_customer_per_address_now
    ON customers_address (client_id, kind, value) WHERE until IS NULL AND NOT (kind = 'post')"""


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("customers", "0009_secret")]
    operations = [
        migrations.SeparateDatabaseAndState(
            [
                migrations.RunSQL(
                    INDEX, "DROP INDEX CONCURRENTLY IF EXISTS one_known_customer_per_address"
                )
            ],
            [
                migrations.AddConstraint(
                    "address",
                    models.UniqueConstraint(
                        fields=["client", "kind", "value"],
                        condition=models.Q(until__isnull=True)
                        & ~models.Q(kind="post")
                        & models.Q(secret=False),
                        name="one_known_customer_per_address",
                    ),
                )
            ],
        ),
        migrations.SeparateDatabaseAndState(
            [migrations.RunSQL("DROP INDEX CONCURRENTLY one_customer_per_address_now", OLD)],
            [migrations.RemoveConstraint("address", "one_customer_per_address_now")],
        ),
    ]
