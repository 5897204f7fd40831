import django.db.models.deletion
from django.db import migrations, models

from gensvar.foundation.rowsecurity import protect


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0003_promise_text'),
        ('social', '0002_row_security'),
    ]

    operations = [
        migrations.AddField(
            model_name='post',
            name='visibility',
            field=models.CharField(blank=True, db_default='', default='', max_length=10),
        ),
        migrations.CreateModel(
            name='Connection',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('server', models.CharField(max_length=300)),
                ('token_sealed', models.TextField()),
                ('most_letters', models.PositiveIntegerField(default=500)),
                ('cursor', models.CharField(blank=True, max_length=200)),
                ('not_before', models.DateTimeField()),
                ('succeeded_at', models.DateTimeField(blank=True, null=True)),
                ('failing_since', models.DateTimeField(blank=True, null=True)),
                ('failures', models.PositiveIntegerField(default=0)),
                ('problem', models.TextField(blank=True)),
                ('account', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='connection', to='social.account')),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.client')),
            ],
        ),
        protect('social_connection'),
    ]
