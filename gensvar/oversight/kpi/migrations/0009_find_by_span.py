from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("kpi", "0008_count_by_month")]
    operations = [
        AddIndexConcurrently(
            "casecount",
            models.Index(fields=["client", "is_month", "day"], name="case_counts_by_span"),
        ),
        AddIndexConcurrently(
            "contactcount",
            models.Index(fields=["client", "is_month", "day"], name="contact_counts_by_span"),
        ),
        RemoveIndexConcurrently("casecount", "case_counts_by_day"),
        RemoveIndexConcurrently("contactcount", "contact_counts_by_day"),
    ]
