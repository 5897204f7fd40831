from django.db import migrations

from gensvar.foundation.rowsecurity import OF_CLIENT, protect

# A report lists what its recipient may see, so nobody else reads it.
OWN = "recipient_id = (SELECT nullif(current_setting('gensvar.agent', true), '')::bigint)"
# Who leads a department's groups reads what is said and decided about it.
OF_DEPARTMENT = f"""{OF_CLIENT} OR department IN (
    SELECT department FROM people_group WHERE id = ANY ((SELECT current_groups())::bigint[])
        AND client_id = {{table}}.client_id)"""


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial"), ("people", "0001_initial"), ("cases", "0021_deadline_starts")]
    operations = [
        protect("reports_report", seen_if=OWN),
        protect("reports_sending", seen_if="report_id IN (SELECT id FROM reports_report)"),
        protect("reports_comment", seen_if=OF_DEPARTMENT.format(table="reports_comment")),
        protect("reports_meeting", seen_if=OF_DEPARTMENT.format(table="reports_meeting")),
    ]
