from django.db import migrations

from gensvar.foundation.rowsecurity import hide, protect


class Migration(migrations.Migration):
    dependencies = [("paper", "0001_initial"), ("cases", "0025_hidden")]
    operations = [
        protect("paper_paper"),
        hide("paper_paper", hidden_if="hidden_contact(contact_id) OR hidden_case(case_id)"),
    ]
