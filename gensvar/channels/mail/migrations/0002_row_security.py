from django.db import migrations

from gensvar.foundation.rowsecurity import protect


class Migration(migrations.Migration):
    dependencies = [("mail", "0001_initial"), ("cases", "0002_row_security")]
    operations = [
        protect("mail_mailbox"),
        protect("mail_pickup"),
        protect("mail_rawmail"),
        protect("mail_grouptold"),
        protect("mail_silence"),
    ]
