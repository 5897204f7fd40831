
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('agreements', '0002_accent'),
        ('contacts', '0005_count_by_state'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Comment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('overdue', 'Overdue list'), ('statistics', 'Monthly statistics'), ('agenda', 'Agenda')], max_length=12)),
                ('department', models.CharField(max_length=120)),
                ('starts_on', models.DateField()),
                ('text', models.TextField(max_length=4000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.client')),
            ],
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('overdue', 'Overdue list'), ('statistics', 'Monthly statistics'), ('agenda', 'Agenda')], max_length=12)),
                ('department', models.CharField(max_length=120)),
                ('starts_on', models.DateField()),
                ('ends_on', models.DateField()),
                ('made_at', models.DateTimeField()),
                ('subject', models.CharField(max_length=200)),
                ('content', models.BinaryField()),
                ('sha256', models.CharField(max_length=64)),
                ('figures', models.JSONField()),
                ('edition', models.PositiveSmallIntegerField()),
                ('calendar', models.CharField(max_length=16)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.client')),
                ('recipient', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Sending',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.client')),
                ('outgoing', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='contacts.outgoing')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sendings', to='reports.report')),
            ],
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('department', models.CharField(max_length=120)),
                ('series', models.CharField(choices=[('weekly', 'Weekly meeting'), ('management', 'Management group')], max_length=12)),
                ('planned_on', models.DateField()),
                ('held_at', models.DateTimeField(null=True)),
                ('decisions', models.TextField(blank=True, max_length=8000)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('client', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='agreements.client')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('client', 'department', 'series', 'planned_on'), name='one_meeting_a_day')],
            },
        ),
        migrations.AddIndex(
            model_name='report',
            index=models.Index(fields=['recipient', '-made_at'], name='reports_by_recipient'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.UniqueConstraint(fields=('kind', 'client', 'department', 'recipient', 'starts_on'), name='one_report_each_period'),
        ),
    ]
