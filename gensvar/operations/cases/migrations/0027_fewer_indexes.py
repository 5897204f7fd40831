import django.db.models.deletion
from django.db import migrations, models

# Each is the beginning of another index of its table, or asks only whose row it is, which nearly
# every row answers alike.
INDEXES = {
    "cases_assignment_client_id_9fd561c5": ("cases_assignment", "client_id"),
    "cases_case_client_id_d55d12dd": ("cases_case", "client_id"),
    "cases_case_customer_id_3e0cf925": ("cases_case", "customer_id"),
    "cases_case_subject_id_072eedb7": ("cases_case", "subject_id"),
    "cases_casecontact_case_id_bae27388": ("cases_casecontact", "case_id"),
    "cases_casecontact_client_id_b8cfbf90": ("cases_casecontact", "client_id"),
    "cases_casestate_case_id_29a9897a": ("cases_casestate", "case_id"),
    "cases_casestate_client_id_c25a3a9c": ("cases_casestate", "client_id"),
    "cases_feedback_client_id_403458a9": ("cases_feedback", "client_id"),
    "cases_handover_client_id_b5233eea": ("cases_handover", "client_id"),
    "cases_promise_case_id_85d6659c": ("cases_promise", "case_id"),
    "cases_promise_client_id_ae2b1a6e": ("cases_promise", "client_id"),
}


class Migration(migrations.Migration):
    atomic = False
    dependencies = [
        ("agreements", "0003_promise_text"),
        ("cases", "0026_lists_with_secrecy"),
        ("customers", "0011_secrets_are_not_recognised"),
        ("knowledge", "0006_secrecy"),
    ]

    operations = [
        *(
            migrations.RunSQL(
                f"DROP INDEX CONCURRENTLY IF EXISTS {name}",
                f"CREATE INDEX CONCURRENTLY {name} ON {table} ({column})",
            )
            for name, (table, column) in INDEXES.items()
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name="assignment",
                    name="client",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="agreements.client",
                    ),
                ),
                migrations.AlterField(
                    model_name="case",
                    name="client",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="agreements.client",
                    ),
                ),
                migrations.AlterField(
                    model_name="case",
                    name="customer",
                    field=models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="customers.customer",
                    ),
                ),
                migrations.AlterField(
                    model_name="case",
                    name="subject",
                    field=models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="knowledge.subject",
                    ),
                ),
                migrations.AlterField(
                    model_name="casecontact",
                    name="case",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="case_contacts",
                        to="cases.case",
                    ),
                ),
                migrations.AlterField(
                    model_name="casecontact",
                    name="client",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="agreements.client",
                    ),
                ),
                migrations.AlterField(
                    model_name="casestate",
                    name="case",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="states",
                        to="cases.case",
                    ),
                ),
                migrations.AlterField(
                    model_name="casestate",
                    name="client",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="agreements.client",
                    ),
                ),
                migrations.AlterField(
                    model_name="feedback",
                    name="client",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="agreements.client",
                    ),
                ),
                migrations.AlterField(
                    model_name="handover",
                    name="client",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="agreements.client",
                    ),
                ),
                migrations.AlterField(
                    model_name="promise",
                    name="case",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="promises",
                        to="cases.case",
                    ),
                ),
                migrations.AlterField(
                    model_name="promise",
                    name="client",
                    field=models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="agreements.client",
                    ),
                ),
            ]
        ),
    ]
