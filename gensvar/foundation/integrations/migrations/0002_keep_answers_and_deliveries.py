import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# Every event that a webhook listens to is put down for delivery in the event's own transaction.
# A statement trigger costs nothing where there is no webhook, also when events come by COPY.
# Events about webhooks themselves (a message to try, a giving up) are told to that one only.
SPREAD = """
ALTER TABLE integrations_ratewindow SET UNLOGGED;
CREATE FUNCTION tell_webhooks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
    INSERT INTO integrations_webhookdelivery
        (webhook_id, record_id, attempts, next_try_at, last_error)
    SELECT w.id, r.id, 0, now(), ''
    FROM integrations_webhook w JOIN new_records r
        ON CASE WHEN r.name LIKE 'integrations.%'
            THEN r.name = 'integrations.webhook-tested' AND (r.payload->>'webhook_id')::bigint = w.id
            ELSE (w.client_id IS NULL OR w.client_id = r.client_id)
                AND (w.events = '[]'::jsonb OR w.events ? r.name)
            END
    WHERE w.ended_at IS NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER tell_webhooks AFTER INSERT ON events_eventrecord
    REFERENCING NEW TABLE AS new_records
    FOR EACH STATEMENT EXECUTE FUNCTION tell_webhooks();
"""
REMOVE = """
DROP TRIGGER tell_webhooks ON events_eventrecord;
DROP FUNCTION tell_webhooks();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("integrations", "0001_initial"),
        ("events", "0002_row_security"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint("idempotentanswer", "one_answer_per_key"),
        migrations.RemoveField("idempotentanswer", "token"),
        migrations.AddField(
            "idempotentanswer",
            "agent",
            models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AlterField("idempotentanswer", "body", models.TextField()),
        migrations.AddConstraint(
            "idempotentanswer",
            models.UniqueConstraint(fields=["agent", "key"], name="one_answer_per_key"),
        ),
        migrations.CreateModel(
            name="RateWindow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=64)),
                ("minute", models.BigIntegerField()),
                ("used", models.PositiveIntegerField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=["key", "minute"], name="one_window_a_minute")
                ]
            },
        ),
        migrations.AlterField("webhook", "secret", models.TextField()),
        migrations.AddField("webhook", "old_secret", models.TextField(blank=True, default="")),
        migrations.AlterField("webhook", "old_secret", models.TextField(blank=True)),
        migrations.AddField("webhook", "old_secret_until", models.DateTimeField(blank=True, null=True)),
        migrations.AddField("webhookdelivery", "next_try_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "webhookdelivery",
            "last_error",
            models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AlterField(
            "webhookdelivery", "last_error", models.CharField(blank=True, max_length=200)
        ),
        migrations.AddIndex(
            "webhookdelivery",
            models.Index(
                condition=models.Q(("next_try_at__isnull", False)),
                fields=["next_try_at"],
                name="deliveries_due",
            ),
        ),
        migrations.RunSQL(SPREAD, REMOVE),
    ]
