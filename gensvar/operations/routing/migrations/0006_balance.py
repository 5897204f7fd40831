import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from gensvar.foundation.rowsecurity import protect


class Migration(migrations.Migration):

    dependencies = [
        ('agreements', '0003_promise_text'),
        ('routing', '0005_levers_are_obeyed'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='DayBalance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField()),
                ('received', models.PositiveIntegerField()),
                ('answered', models.PositiveIntegerField()),
                ('abandoned', models.PositiveIntegerField()),
                ('callback', models.PositiveIntegerField()),
                ('overflow', models.PositiveIntegerField()),
                ('settled', models.PositiveIntegerField()),
                ('waiting', models.PositiveIntegerField()),
                ('is_balanced', models.BooleanField()),
                ('amiss', models.JSONField(default=list)),
                ('counted_at', models.DateTimeField()),
                ('released_at', models.DateTimeField(blank=True, null=True)),
                ('released_because', models.TextField(blank=True, max_length=2000)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.client')),
                ('queue', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='balances', to='routing.queue')),
                ('released_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['client', '-on'], name='balances_by_day')],
                'constraints': [models.UniqueConstraint(fields=('queue', 'on'), name='one_balance_a_day'), models.CheckConstraint(condition=models.Q(('released_at', None), models.Q(('released_because', ''), _negated=True), _connector='XOR'), name='released_with_reason')],
            },
        ),
        protect("routing_daybalance"),
    ]
