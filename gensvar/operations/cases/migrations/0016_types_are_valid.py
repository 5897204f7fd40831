from django.db import migrations


class Migration(migrations.Migration):
    """Look through the references added without looking; nobody waits for this."""

    atomic = False
    dependencies = [("cases", "0015_types_and_stages"), ("knowledge", "0005_type_of_subject")]
    operations = [
        migrations.RunSQL(
            "ALTER TABLE cases_case VALIDATE CONSTRAINT type_of_case;", migrations.RunSQL.noop
        ),
        migrations.RunSQL(
            "ALTER TABLE knowledge_subject VALIDATE CONSTRAINT type_of_subject;",
            migrations.RunSQL.noop,
        ),
    ]
