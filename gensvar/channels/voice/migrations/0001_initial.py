import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('agreements', '0003_promise_text'),
        ('contacts', '0011_contacts_without_case'),
        ('people', '0005_wallboard'),
        ('routing', '0009_first_needs'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Bridge',
            fields=[
                ('name', models.CharField(max_length=80, primary_key=True, serialize=False)),
                ('engine', models.CharField(max_length=20)),
                ('started_at', models.DateTimeField()),
                ('beat_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Phone',
            fields=[
                ('agent', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='voice_phone', serialize=False, to=settings.AUTH_USER_MODEL)),
                ('address', models.CharField(max_length=120, unique=True)),
                ('since', models.DateTimeField()),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.client')),
            ],
        ),
        migrations.CreateModel(
            name='PhoneNumber',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(max_length=20)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='phone_numbers', to='agreements.client')),
                ('queue', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='phone_numbers', to='routing.queue')),
            ],
        ),
        migrations.CreateModel(
            name='Call',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('party', models.CharField(blank=True, max_length=20)),
                ('state', models.CharField(choices=[('offered', 'offered'), ('greeting', 'greeting'), ('closed', 'closed'), ('queued', 'queued'), ('ringing', 'ringing'), ('picking-up', 'picking-up'), ('talking', 'talking'), ('held', 'held'), ('asking', 'asking'), ('consulting', 'consulting'), ('conference', 'conference'), ('transferring', 'transferring'), ('returning', 'returning'), ('handed-over', 'handed-over'), ('callback', 'callback'), ('dialling-agent', 'dialling-agent'), ('dialling', 'dialling'), ('ended', 'ended')], default='offered', max_length=16)),
                ('is_callback', models.BooleanField(default=False)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('bridge', models.CharField(blank=True, max_length=80)),
                ('engine_run', models.CharField(blank=True, max_length=80)),
                ('began_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('outcome', models.CharField(blank=True, choices=[('answered', 'Answered'), ('abandoned', 'Abandoned'), ('closed', 'Heard that nobody answers'), ('overflow', 'Sent elsewhere'), ('settled', 'Dealt with elsewhere'), ('no-answer', 'Nobody answered'), ('not-made', 'Not made'), ('lost', 'Lost with the telephone system')], max_length=10)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='agreements.client')),
                ('contact', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='call', to='contacts.contact')),
                ('offer', models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='routing.offer')),
                ('number', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='voice.phonenumber')),
            ],
        ),
        migrations.CreateModel(
            name='Announcement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('occasion', models.CharField(choices=[('greeting', 'Greeting'), ('closed', 'Closed'), ('deviating', 'For some days')], max_length=9)),
                ('words', models.TextField(max_length=1000)),
                ('sound', models.CharField(blank=True, max_length=300)),
                ('closes', models.BooleanField(default=False)),
                ('begins_at', models.DateTimeField(blank=True, null=True)),
                ('ends_at', models.DateTimeField(blank=True, null=True)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.client')),
                ('number', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='announcements', to='voice.phonenumber')),
            ],
        ),
        migrations.CreateModel(
            name='Station',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('place', models.PositiveSmallIntegerField()),
                ('state', models.CharField(choices=[('offered', 'offered'), ('greeting', 'greeting'), ('closed', 'closed'), ('queued', 'queued'), ('ringing', 'ringing'), ('picking-up', 'picking-up'), ('talking', 'talking'), ('held', 'held'), ('asking', 'asking'), ('consulting', 'consulting'), ('conference', 'conference'), ('transferring', 'transferring'), ('returning', 'returning'), ('handed-over', 'handed-over'), ('callback', 'callback'), ('dialling-agent', 'dialling-agent'), ('dialling', 'dialling'), ('ended', 'ended')], max_length=16)),
                ('event', models.CharField(choices=[('is-open', 'is-open'), ('is-open-in-silence', 'is-open-in-silence'), ('is-closed', 'is-closed'), ('given', 'given'), ('taken', 'taken'), ('taken-back', 'taken-back'), ('settled', 'settled'), ('unserved', 'unserved'), ('done', 'done'), ('said', 'said'), ('agent-up', 'agent-up'), ('agent-late', 'agent-late'), ('agent-failed', 'agent-failed'), ('agent-gone', 'agent-gone'), ('agent-lost', 'agent-lost'), ('caller-up', 'caller-up'), ('caller-failed', 'caller-failed'), ('caller-later', 'caller-later'), ('agent-later', 'agent-later'), ('caller-gone', 'caller-gone'), ('colleague-up', 'colleague-up'), ('colleague-failed', 'colleague-failed'), ('colleague-gone', 'colleague-gone'), ('lost', 'lost'), ('hold', 'hold'), ('resume', 'resume'), ('consult', 'consult'), ('come-back', 'come-back'), ('join', 'join'), ('hand-over', 'hand-over'), ('transfer', 'transfer'), ('wants-callback', 'wants-callback')], max_length=20)),
                ('at', models.DateTimeField()),
                ('seconds', models.FloatField(blank=True, null=True)),
                ('agent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('call', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='stations', to='voice.call')),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='agreements.client')),
                ('queue', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='routing.queue')),
            ],
        ),
        migrations.CreateModel(
            name='Asked',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('event', models.CharField(choices=[('is-open', 'is-open'), ('is-open-in-silence', 'is-open-in-silence'), ('is-closed', 'is-closed'), ('given', 'given'), ('taken', 'taken'), ('taken-back', 'taken-back'), ('settled', 'settled'), ('unserved', 'unserved'), ('done', 'done'), ('said', 'said'), ('agent-up', 'agent-up'), ('agent-late', 'agent-late'), ('agent-failed', 'agent-failed'), ('agent-gone', 'agent-gone'), ('agent-lost', 'agent-lost'), ('caller-up', 'caller-up'), ('caller-failed', 'caller-failed'), ('caller-later', 'caller-later'), ('agent-later', 'agent-later'), ('caller-gone', 'caller-gone'), ('colleague-up', 'colleague-up'), ('colleague-failed', 'colleague-failed'), ('colleague-gone', 'colleague-gone'), ('lost', 'lost'), ('hold', 'hold'), ('resume', 'resume'), ('consult', 'consult'), ('come-back', 'come-back'), ('join', 'join'), ('hand-over', 'hand-over'), ('transfer', 'transfer'), ('wants-callback', 'wants-callback')], max_length=20)),
                ('address', models.CharField(blank=True, max_length=120)),
                ('at', models.DateTimeField()),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('is_refused', models.BooleanField(default=False)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='agreements.client')),
                ('call', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='asked', to='voice.call')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('done_at', None)), fields=['call'], name='asked_of_calls')],
            },
        ),
        migrations.CreateModel(
            name='Leg',
            fields=[
                ('name', models.CharField(max_length=80, primary_key=True, serialize=False)),
                ('role', models.CharField(choices=[('caller', 'caller'), ('agent', 'agent'), ('colleague', 'colleague')], max_length=9)),
                ('address', models.CharField(blank=True, max_length=120)),
                ('state', models.CharField(choices=[('ringing', 'ringing'), ('up', 'up'), ('released', 'released'), ('gone', 'gone')], default='ringing', max_length=8)),
                ('began_at', models.DateTimeField()),
                ('up_at', models.DateTimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('cause', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('agent', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('call', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='legs', to='voice.call')),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='agreements.client')),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ['ringing', 'up'])), fields=('call', 'role'), name='one_leg_per_role'), models.UniqueConstraint(condition=models.Q(('state__in', ['ringing', 'up'])), fields=('agent',), name='one_leg_per_agent'), models.CheckConstraint(condition=models.Q(('state', 'gone'), ('ended_at', None), _connector='XOR'), name='leg_gone_has_ended')],
            },
        ),
        migrations.AddConstraint(
            model_name='phonenumber',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at', None)), fields=('number',), name='one_place_per_number'),
        ),
        migrations.AddIndex(
            model_name='call',
            index=models.Index(condition=models.Q(('ended_at', None)), fields=['bridge'], name='calls_going_on'),
        ),
        migrations.AddIndex(
            model_name='call',
            index=models.Index(fields=['client', '-began_at'], name='calls_by_client'),
        ),
        migrations.AddConstraint(
            model_name='call',
            constraint=models.CheckConstraint(condition=models.Q(('ended_at', None), models.Q(('outcome', ''), _negated=True), _connector='XOR'), name='no_call_without_outcome'),
        ),
        migrations.AddConstraint(
            model_name='call',
            constraint=models.CheckConstraint(condition=models.Q(('ended_at', None), ('state', 'ended'), _connector='XOR'), name='call_ended_is_over'),
        ),
        migrations.AddConstraint(
            model_name='announcement',
            constraint=models.UniqueConstraint(condition=models.Q(('occasion', 'deviating'), _negated=True), fields=('number', 'occasion'), name='one_usual_announcement'),
        ),
        migrations.AddConstraint(
            model_name='announcement',
            constraint=models.CheckConstraint(condition=models.Q(('closes', False), ('occasion', 'deviating'), _connector='OR'), name='only_deviating_closes'),
        ),
        migrations.AddConstraint(
            model_name='announcement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('occasion', 'deviating'), _negated=True), models.Q(('begins_at__isnull', False), ('ends_at__isnull', False)), _connector='OR'), name='deviating_has_days'),
        ),
        migrations.AddConstraint(
            model_name='station',
            constraint=models.UniqueConstraint(fields=('call', 'place'), name='one_station_per_place'),
        ),
    ]
