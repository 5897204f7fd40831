from django.db import migrations

from gensvar.foundation.rowsecurity import hide


class Migration(migrations.Migration):
    dependencies = [("mail", "0005_staff_told_seen_by_client"), ("cases", "0025_hidden")]
    operations = [
        hide("mail_rawmail", hidden_if="hidden_contact(contact_id)"),
        hide("mail_stafftold", hidden_if="hidden_case(case_id)"),
        hide("mail_grouptold", hidden_if="hidden_hand_over(hand_over_id)"),
    ]
