import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from gensvar.foundation.rowsecurity import OF_CLIENT, hide, protect

TABLE = "cases_missedupdate"
SEEN = f"{OF_CLIENT} OR ((SELECT is_narrow()) AND sees_promise(promise_id))"
HOW = [
    (one, one) for one in ("duty", "stand-in", "deputy", "manager", "member", "above", "away")
]


class Migration(migrations.Migration):
    dependencies = [
        ("agreements", "0003_promise_text"),
        ("cases", "0030_why_an_alarm_went_elsewhere"),
        ("contacts", "0008_fewer_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="MissedUpdate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateTimeField()),
                ("due_at", models.DateTimeField()),
                ("at", models.DateTimeField()),
                ("how", models.CharField(choices=HOW, max_length=8, null=True)),
                ("agent", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("client", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="agreements.client")),
                ("outgoing", models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="contacts.outgoing")),
                ("promise", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="missed_updates", to="cases.promise")),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("promise", "since"), name="missed_once_each_silence")
                ],
            },
        ),
        protect(TABLE, seen_if=SEEN),
        hide(TABLE, hidden_if="hidden_promise(promise_id)"),
    ]
