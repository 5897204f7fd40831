from django.db import migrations

from gensvar.foundation.rowsecurity import OF_CLIENT, protect

# Seen as the case is.
SEEN = f"{OF_CLIENT} OR ((SELECT is_narrow()) AND sees_case(case_id))"
TABLES = ("cases_supportuse", "cases_tick", "cases_followup")


class Migration(migrations.Migration):
    dependencies = [("cases", "0012_support"), ("knowledge", "0004_articles_row_security")]
    operations = [protect(table, seen_if=SEEN) for table in TABLES]
