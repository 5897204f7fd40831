from django.db import migrations, models

APPEND_ONLY = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the record of events is append-only';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON events_eventrecord
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON events_eventrecord
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON events_seal
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_all BEFORE TRUNCATE ON events_seal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
"""
REMOVE = """
DROP TRIGGER append_only ON events_seal;
DROP TRIGGER append_only_all ON events_seal;
DROP TRIGGER append_only ON events_eventrecord;
DROP TRIGGER append_only_all ON events_eventrecord;
DROP FUNCTION refuse_change();
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="EventRecord",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False, auto_created=True, verbose_name="ID")),
                ("name", models.CharField(max_length=80)),
                ("at", models.DateTimeField()),
                ("client_id", models.BigIntegerField(null=True)),
                ("agent_id", models.BigIntegerField(null=True)),
                ("case_id", models.BigIntegerField(null=True)),
                ("contact_id", models.BigIntegerField(null=True)),
                ("customer_id", models.BigIntegerField(null=True)),
                ("payload", models.JSONField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["case_id", "id"], name="events_by_case", condition=models.Q(case_id__gt=0)),
                    models.Index(fields=["name", "at"], name="events_by_name"),
                    models.Index(fields=["customer_id"], name="events_by_customer", condition=models.Q(customer_id__gt=0)),
                ],
            },
        ),
        migrations.CreateModel(
            name="Unsealed",
            fields=[("record_id", models.BigIntegerField(primary_key=True, serialize=False))],
        ),
        migrations.CreateModel(
            name="Seal",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False, auto_created=True, verbose_name="ID")),
                ("record_ids", models.JSONField()),
                ("digests", models.BinaryField()),
                ("chain", models.BinaryField()),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.RunSQL(APPEND_ONLY, REMOVE),
    ]
