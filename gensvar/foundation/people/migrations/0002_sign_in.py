
import django.db.models.deletion
import gensvar.foundation.people.rules
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0001_initial'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='FailedSignIn',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account', models.CharField(max_length=64)),
                ('address', models.CharField(max_length=64)),
                ('at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(fields=['account', 'at'], name='failures_by_account'), models.Index(fields=['address', 'at'], name='failures_by_address')],
            },
        ),
        migrations.CreateModel(
            name='SignInProvider',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('openid_connect', 'OpenID Connect'), ('saml', 'SAML')], max_length=20)),
                ('slug', models.SlugField(max_length=40, unique=True)),
                ('name', models.CharField(max_length=80)),
                ('identifier', models.CharField(blank=True, max_length=200)),
                ('secret_sealed', models.TextField(blank=True)),
                ('secret_variable', models.CharField(blank=True, max_length=80)),
                ('settings', models.JSONField(blank=True, default=dict)),
                ('email_domains', models.JSONField(blank=True, default=list)),
                ('vouches_for_email', models.BooleanField(default=False)),
                ('counts_as_second_factor', models.BooleanField(default=False)),
                ('first_role', models.CharField(blank=True, choices=[(gensvar.foundation.people.rules.Role['AGENT'], 'Agent'), (gensvar.foundation.people.rules.Role['TEAM_LEAD'], 'Team lead'), (gensvar.foundation.people.rules.Role['MANAGER'], 'Contact centre manager'), (gensvar.foundation.people.rules.Role['GROUP_MEMBER'], 'Answer-group member'), (gensvar.foundation.people.rules.Role['DEPARTMENT_MANAGER'], 'Department manager'), (gensvar.foundation.people.rules.Role['CLIENT_REPRESENTATIVE'], 'Client representative'), (gensvar.foundation.people.rules.Role['QUALITY'], 'Quality reviewer'), (gensvar.foundation.people.rules.Role['PLANNER'], 'Workforce planner'), (gensvar.foundation.people.rules.Role['REGISTRAR'], 'Registrar'), (gensvar.foundation.people.rules.Role['DATA_PROTECTION_OFFICER'], 'Data protection officer'), (gensvar.foundation.people.rules.Role['AUDITOR'], 'Auditor'), (gensvar.foundation.people.rules.Role['ADMINISTRATOR'], 'Administrator'), (gensvar.foundation.people.rules.Role['SERVICE'], 'Service account')], max_length=24)),
                ('created_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('client', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to='agreements.client')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('first_role', ''), ('client__isnull', False), _connector='OR'), name='first_role_needs_client')],
            },
        ),
    ]
