import django.db.models.deletion
from django.db import migrations, models

# The rows that are there have no type yet, so there is nothing to look through under a lock.
COLUMN = """
ALTER TABLE knowledge_subject ADD COLUMN case_type_id bigint NULL;
ALTER TABLE knowledge_subject ADD CONSTRAINT type_of_subject FOREIGN KEY (case_type_id)
    REFERENCES casetypes_casetype (id) DEFERRABLE INITIALLY DEFERRED NOT VALID;
"""


class Migration(migrations.Migration):
    dependencies = [("casetypes", "0001_initial"), ("knowledge", "0004_articles_row_security")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(COLUMN, "ALTER TABLE knowledge_subject DROP COLUMN case_type_id;")
            ],
            state_operations=[
                migrations.AddField(
                    model_name="subject",
                    name="case_type",
                    field=models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="subjects",
                        to="casetypes.casetype",
                    ),
                )
            ],
        )
    ]
