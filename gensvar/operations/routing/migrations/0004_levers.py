import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0003_promise_text'),
        ('routing', '0003_wakes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Forecast',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('made_at', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('runs', models.PositiveIntegerField()),
                ('queues', models.JSONField(default=dict)),
                ('levers', models.JSONField(default=list)),
            ],
        ),
        migrations.CreateModel(
            name='Lever',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('widen', 'Ask more people'), ('lend', 'Lend a skill'), ('room', 'Take one more channel'), ('pause', 'Let a queue wait')], max_length=5)),
                ('level', models.PositiveSmallIntegerField(default=1)),
                ('channel', models.CharField(blank=True, choices=[('phone', 'Phone'), ('mail', 'E-mail'), ('web', 'Web'), ('chat', 'Chat'), ('sms', 'Text message'), ('letter', 'Letter'), ('fax', 'Fax'), ('visit', 'Visit'), ('social', 'Social media')], max_length=10)),
                ('begun_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('expected', models.JSONField(default=dict)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='LeverAgent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
            ],
        ),
        migrations.AddField(
            model_name='queue',
            name='goal_percent',
            field=models.PositiveSmallIntegerField(db_default=80, default=80),
        ),
        migrations.AddField(
            model_name='forecast',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.client'),
        ),
        migrations.AddField(
            model_name='lever',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='lever',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='levers', to='agreements.client'),
        ),
        migrations.AddField(
            model_name='lever',
            name='ended_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='lever',
            name='queue',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='levers', to='routing.queue'),
        ),
        migrations.AddField(
            model_name='lever',
            name='skill',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='routing.skill'),
        ),
        migrations.AddField(
            model_name='leveragent',
            name='agent',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='leveragent',
            name='client',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to='agreements.client'),
        ),
        migrations.AddField(
            model_name='leveragent',
            name='lever',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lent', to='routing.lever'),
        ),
        migrations.AddField(
            model_name='lever',
            name='agents',
            field=models.ManyToManyField(related_name='+', through='routing.LeverAgent', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='forecast',
            index=models.Index(fields=['client', '-made_at'], name='newest_forecast'),
        ),
        migrations.AddConstraint(
            model_name='leveragent',
            constraint=models.UniqueConstraint(fields=('lever', 'agent'), name='lent_once_by_a_lever'),
        ),
        migrations.AddIndex(
            model_name='lever',
            index=models.Index(fields=['ends_at'], name='levers_by_end'),
        ),
        migrations.AddConstraint(
            model_name='lever',
            constraint=models.CheckConstraint(condition=models.Q(('ends_at__gt', models.F('begun_at'))), name='lever_has_time'),
        ),
        migrations.AddConstraint(
            model_name='lever',
            constraint=models.CheckConstraint(condition=models.Q(('level__gte', 1), ('level__lte', 4)), name='lever_has_level'),
        ),
    ]
