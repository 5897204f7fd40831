from pathlib import Path

import django.contrib.postgres.indexes
import django.contrib.postgres.search
from django.db import migrations, models

FOLDER = Path(__file__).parent
OWNER_ONLY = """
REVOKE ALL ON search_casewords, search_customerwords, search_stem FROM gensvar_web, gensvar_work;
ALTER TABLE search_casewords ENABLE ROW LEVEL SECURITY;
ALTER TABLE search_customerwords ENABLE ROW LEVEL SECURITY;
REVOKE EXECUTE ON FUNCTION search_rebuild(), search_write_cases(bigint[]),
    search_write_customers(bigint[]) FROM PUBLIC;
"""
FORGET = """
DROP FUNCTION search_rebuild(), search_cases(text[], int), search_customers(text[], int),
    search_terms(text[]), search_quote(text);
DROP TRIGGER find_new_cases ON cases_case; DROP TRIGGER find_changed_case ON cases_case;
DROP TRIGGER find_by_contact ON cases_casecontact; DROP TRIGGER find_by_note ON cases_note;
DROP TRIGGER find_by_message ON contacts_message; DROP TRIGGER find_by_summary ON contacts_contact;
DROP TRIGGER find_new_customers ON customers_customer;
DROP TRIGGER find_changed_customer ON customers_customer;
DROP TRIGGER find_by_address ON customers_address;
DROP TRIGGER forget_cases ON cases_case; DROP TRIGGER forget_customers ON customers_customer;
DROP FUNCTION search_after_case(), search_after_case_change(), search_after_case_part(),
    search_after_message(), search_after_summary(), search_after_customers(),
    search_after_customer(), search_after_deletion();
DROP FUNCTION search_write_cases(bigint[]), search_write_customers(bigint[]),
    search_is_put_off(), search_learn(tsvector), search_said(bigint[]),
    search_vector(text, text[]);
"""


def words_model(name, key, words):
    return migrations.CreateModel(
        name=name,
        fields=[
            (key, models.BigIntegerField(primary_key=True, serialize=False)),
            ("client_id", models.BigIntegerField()),
            words,
        ],
    )


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("customers", "0002_row_security"),
        ("contacts", "0002_row_security"),
        ("cases", "0002_row_security"),
    ]
    operations = [
        words_model("CaseWords", "case_id", ("words", django.contrib.postgres.search.SearchVectorField())),
        words_model("CustomerWords", "customer_id", ("line", models.TextField())),
        migrations.CreateModel(
            name="Stem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("stem", models.TextField()),
            ],
        ),
        migrations.AddIndex("casewords", django.contrib.postgres.indexes.GinIndex(fields=["words"], name="cases_by_words")),
        migrations.AddIndex("customerwords", django.contrib.postgres.indexes.GinIndex(fields=["line"], opclasses=["gin_trgm_ops"], name="customers_by_part_of_line")),
        migrations.AddIndex("stem", models.Index(fields=["stem"], name="stems_by_stem")),
        migrations.AddIndex("stem", django.contrib.postgres.indexes.GinIndex(fields=["stem"], opclasses=["gin_trgm_ops"], name="stems_by_part")),
        migrations.RunSQL(
            "".join((FOLDER / name).read_text() for name in ("writing.sql", "keeping.sql", "finding.sql")) + OWNER_ONLY,
            FORGET,
        ),
    ]
