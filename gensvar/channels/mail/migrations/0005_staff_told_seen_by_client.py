from django.db import migrations

from gensvar.foundation.rowsecurity import protect


class Migration(migrations.Migration):
    dependencies = [("mail", "0004_staff_told")]
    operations = [protect("mail_stafftold")]
