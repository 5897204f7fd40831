from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cases', '0020_promises_seen_with_case'),
    ]

    operations = [
        migrations.AddField(
            model_name='deadline',
            name='starts_at',
            field=models.DateTimeField(null=True),
        ),
    ]
