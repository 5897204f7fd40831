import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from gensvar.foundation.rowsecurity import protect

# The telephone system knows the key alone.
FUNCTION = """
CREATE FUNCTION client_of_sound(asked text) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.client_id FROM voice_sound s WHERE s.key = asked $$;
"""

class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0003_promise_text'),
        ('files', '0004_files_to_scan'),
        ('people', '0006_roles_for_departments'),
        ('routing', '0010_intake'),
        ('voice', '0002_row_security'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Account',
            fields=[
                ('agent', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='voice_account', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('kind', models.CharField(choices=[('desk', 'Desk phone'), ('browser', 'Phone in the browser')], max_length=7)),
                ('login', models.CharField(max_length=40, unique=True)),
                ('digest_sealed', models.CharField(max_length=300)),
                ('since', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('written_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Sound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80)),
                ('key', models.CharField(max_length=43, unique=True)),
                ('seconds', models.FloatField()),
                ('at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.AddField(
            model_name='call',
            name='shown',
            field=models.CharField(blank=True, db_default='', max_length=20),
        ),
        migrations.AddField(
            model_name='phonenumber',
            name='is_shown',
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddConstraint(
            model_name='phonenumber',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None), ('is_shown', True)), fields=('client',), name='one_number_shown'),
        ),
        migrations.AddField(
            model_name='account',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.client'),
        ),
        migrations.AddField(
            model_name='sound',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='sound',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.client'),
        ),
        migrations.AddField(
            model_name='sound',
            name='file',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='files.storedfile'),
        ),
        migrations.AddField(
            model_name='announcement',
            name='recording',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='announcements', to='voice.sound'),
        ),
        migrations.AddIndex(
            model_name='account',
            index=models.Index(condition=models.Q(('written_at', None)), fields=['agent'], name='accounts_to_write'),
        ),
        migrations.RunSQL(FUNCTION, "DROP FUNCTION client_of_sound(text);"),
        protect("voice_sound"),
        protect("voice_account"),
    ]
