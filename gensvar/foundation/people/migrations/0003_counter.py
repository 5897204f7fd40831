from django.db import migrations

# Django's database cache: how often an address or account has tried lately. Unlogged, since a
# crash may forget it, and so that counting costs no write-ahead log.
CREATE = """
CREATE UNLOGGED TABLE people_counter (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamptz NOT NULL
);
CREATE INDEX people_counter_expires ON people_counter (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("people", "0002_sign_in")]
    operations = [migrations.RunSQL(CREATE, "DROP TABLE people_counter")]
