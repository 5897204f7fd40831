from pathlib import Path

from django.db import migrations

from gensvar.foundation.rowsecurity import OF_CLIENT, protect

MERGING = (Path(__file__).parent / "merging.sql").read_text()
FORGET = """
DROP FUNCTION customers_alike(bigint, int), customers_move(bigint, bigint, jsonb),
    customers_reached(bigint);
"""
# Whoever handles a case handed over to them also sees what its customer needs and who speaks for
# them, as they see the customer (`sees_customer`, of the cases).
WITH_CASE = f"{OF_CLIENT} OR ((SELECT is_narrow()) AND sees_customer(customer_id))"


def widen(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE POLICY seen_with_case ON {table} FOR SELECT USING ({WITH_CASE});",
        f"DROP POLICY seen_with_case ON {table};",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("customers", "0006_history_needs_and_merges"),
        ("cases", "0008_count_by_state"),
    ]
    operations = [
        protect("customers_need"),
        protect("customers_representative"),
        protect("customers_merge"),
        protect("customers_notthesame"),
        protect("customers_import"),
        protect("customers_importedcustomer"),
        widen("customers_need"),
        widen("customers_representative"),
        migrations.RunSQL(MERGING, FORGET),
    ]
