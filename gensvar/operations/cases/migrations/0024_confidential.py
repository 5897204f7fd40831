import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# Cases that are there have no list of their own: nothing to look through under a lock.
ACCESS = """
ALTER TABLE cases_case ADD COLUMN access_id bigint NULL;
ALTER TABLE cases_case ADD CONSTRAINT list_of_case FOREIGN KEY (access_id)
    REFERENCES secrecy_accesslist (id) DEFERRABLE INITIALLY DEFERRED NOT VALID;
"""
LEVELS = [
    (0, "Anybody may know"),
    (1, "Stated details that agree with the case"),
    (2, "Reached at a known number, or a code sent there"),
    (3, "Electronic identification"),
]
METHODS = [
    ("stated", "Stated details that agree with the case"),
    ("called-back", "Called back to the known number"),
    ("code", "A code sent to a known address"),
    ("id-shown", "Showed an identity card"),
    ("electronic", "Electronic identification"),
]


def reference(to: str, **more: object) -> models.ForeignKey:
    return models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to=to, **more)


def agent(**more: object) -> models.ForeignKey:
    return reference(settings.AUTH_USER_MODEL, related_name="+", **more)


def of_case(called: str) -> models.ForeignKey:
    return models.ForeignKey(
        on_delete=django.db.models.deletion.CASCADE, related_name=called, to="cases.case"
    )


def key() -> models.BigAutoField:
    return models.BigAutoField(
        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0023_words_macros_and_plans"),
        ("agreements", "0002_accent"),
        ("contacts", "0007_secret"),
        ("customers", "0011_secrets_are_not_recognised"),
        ("knowledge", "0006_secrecy"),
        ("people", "0003_counter"),
        ("secrecy", "0002_row_security"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.SeparateDatabaseAndState(
            [migrations.RunSQL(ACCESS, "ALTER TABLE cases_case DROP COLUMN access_id;")],
            [
                migrations.AddField(
                    "case",
                    "access",
                    reference(
                        "secrecy.accesslist",
                        blank=True,
                        null=True,
                        db_index=False,
                        related_name="cases",
                    ),
                )
            ],
        ),
        migrations.AddField(
            "case", "registrar_id", models.BigIntegerField(blank=True, editable=False, null=True)
        ),
        migrations.AddField(
            "case", "registrar_since", models.DateTimeField(blank=True, editable=False, null=True)
        ),
        migrations.CreateModel(
            name="Confidentiality",
            fields=[
                ("id", key()),
                ("because", models.CharField(max_length=200)),
                ("since", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(blank=True, null=True)),
                ("access", reference("secrecy.accesslist", related_name="+")),
                ("by", agent()),
                ("case", of_case("confidentialities")),
                ("client", reference("agreements.client")),
                ("lifted_by", agent(null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("lifted_at", None)),
                        fields=("case",),
                        name="confidential_once",
                    )
                ]
            },
        ),
        migrations.CreateModel(
            name="HandIn",
            fields=[
                ("id", key()),
                ("number", models.CharField(max_length=12)),
                ("text", models.TextField()),
                ("at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("by", agent()),
            ],
        ),
        migrations.CreateModel(
            name="IdentityCheck",
            fields=[
                ("id", key()),
                ("level", models.PositiveSmallIntegerField(choices=LEVELS)),
                ("method", models.CharField(choices=METHODS, max_length=12)),
                ("at", models.DateTimeField()),
                ("by", agent()),
                ("case", of_case("identity_checks")),
                ("client", reference("agreements.client")),
            ],
        ),
        migrations.CreateModel(
            name="IdentityCode",
            fields=[
                ("id", key()),
                ("digest", models.CharField(max_length=64)),
                ("at", models.DateTimeField()),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                ("asked_by", agent()),
                ("case", of_case("identity_codes")),
                ("client", reference("agreements.client")),
            ],
        ),
        migrations.CreateModel(
            name="Reading",
            fields=[
                ("id", key()),
                ("reason", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                ("access", reference("secrecy.accesslist", related_name="+")),
                ("agent", agent()),
                ("case", of_case("readings")),
                ("client", reference("agreements.client")),
            ],
            options={
                "indexes": [models.Index(fields=["client", "-at"], name="readings_newest_first")]
            },
        ),
    ]
