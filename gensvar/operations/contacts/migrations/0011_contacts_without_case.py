import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from gensvar.foundation.rowsecurity import hide, protect

TABLE = "contacts_nocase"


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0003_promise_text'),
        ('cases', '0025_hidden'),
        ('contacts', '0010_opt_out_seen_by_client'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='NoCase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(choices=[('wrong-number', 'Wrong number'), ('hung-up', 'Hung up before saying what it was about'), ('silent', 'Silent line'), ('internal', 'Internal, from a colleague'), ('spam', 'Advertising or spam'), ('test', 'A test'), ('other', 'Something else')], max_length=12)),
                ('words', models.CharField(blank=True, max_length=200)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('client', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to='agreements.client')),
                ('contact', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='no_case', to='contacts.contact')),
            ],
        ),
        protect(TABLE),
        hide(TABLE, hidden_if="hidden_contact(contact_id)"),
    ]
