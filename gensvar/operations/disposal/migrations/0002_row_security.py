from django.db import migrations

from gensvar.foundation.rowsecurity import OF_CLIENT, hide, protect


def with_case(table):
    """See the row with its case: a group's, a client's, or by the code of the one case."""
    return f"EXISTS (SELECT FROM cases_case c WHERE c.id = {table}.case_id)"


OF_ONES_LISTS = (
    f"({OF_CLIENT}) AND (access_id IS NULL"
    " OR access_id = ANY ((SELECT current_lists())::bigint[]))"
)


class Migration(migrations.Migration):
    dependencies = [
        ("disposal", "0001_initial"),
        ("cases", "0026_lists_with_secrecy"),
        ("events", "0002_row_security"),
    ]
    operations = [
        protect("disposal_hold", seen_if=with_case("disposal_hold")),
        hide("disposal_hold", hidden_if="hidden_case(case_id)"),
        protect(
            "disposal_disposed",
            seen_if=f"{with_case('disposal_disposed')} AND (access_id IS NULL"
            " OR access_id = ANY ((SELECT current_lists())::bigint[]))",
        ),
        hide("disposal_disposed", hidden_if="hidden_case(case_id)"),
        protect("disposal_protocol", seen_if=OF_ONES_LISTS),
        # A protocol is kept as it was written.
        migrations.RunSQL(
            "CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON disposal_protocol"
            " FOR EACH ROW EXECUTE FUNCTION refuse_change();",
            "DROP TRIGGER append_only ON disposal_protocol;",
        ),
    ]
