from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('knowledge', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='subject',
            name='answer_days',
            field=models.PositiveSmallIntegerField(db_default=3, default=3),
        ),
    ]
