from django.db import migrations

from gensvar.foundation.rowsecurity import look_in_public_only

FUNCTIONS = (
    "search_terms(text[])",
    "search_cases(text[], int)",
    "search_customers(text[], int)",
    "search_after_case()",
    "search_after_case_change()",
    "search_after_case_part()",
    "search_after_message()",
    "search_after_summary()",
    "search_after_customers()",
    "search_after_customer()",
    "search_after_deletion()",
    "search_write_cases(bigint[])",
    "search_write_customers(bigint[])",
)


class Migration(migrations.Migration):
    dependencies = [("search", "0002_words_of_yesterday")]
    operations = [look_in_public_only(*FUNCTIONS)]
