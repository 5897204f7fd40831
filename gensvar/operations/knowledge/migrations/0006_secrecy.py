import django.db.models.deletion
from django.db import migrations, models

# Subjects that are there have no list: nothing to look through under a lock.
ACCESS = """
ALTER TABLE knowledge_subject ADD COLUMN access_id bigint NULL;
ALTER TABLE knowledge_subject ADD CONSTRAINT list_of_subject FOREIGN KEY (access_id)
    REFERENCES secrecy_accesslist (id) DEFERRABLE INITIALLY DEFERRED NOT VALID;
"""
LEVELS = [
    (0, "Anybody may know"),
    (1, "Stated details that agree with the case"),
    (2, "Reached at a known number, or a code sent there"),
    (3, "Electronic identification"),
]


class Migration(migrations.Migration):
    dependencies = [("knowledge", "0005_type_of_subject"), ("secrecy", "0001_initial")]
    operations = [
        migrations.SeparateDatabaseAndState(
            [migrations.RunSQL(ACCESS, "ALTER TABLE knowledge_subject DROP COLUMN access_id;")],
            [
                migrations.AddField(
                    "subject",
                    "access",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="subjects",
                        to="secrecy.accesslist",
                    ),
                )
            ],
        ),
        migrations.AddField(
            "subject",
            "identity_level",
            models.PositiveSmallIntegerField(choices=LEVELS, db_default=0, default=0),
        ),
    ]
