from django.db import migrations, models

WAYS = [
    ("mail", "By e-mail"),
    ("text", "By text message"),
    ("receipt", "In the receipt"),
    ("portal", "On the page where the case is followed"),
    ("chat", "In the chat"),
    ("voice", "Said by an agent"),
]


class Migration(migrations.Migration):
    dependencies = [("cases", "0033_promise_by_text")]

    # Only what Django knows of the column changes; the column itself stands as it is.
    operations = [
        migrations.AlterField("promise", "way", models.CharField(choices=WAYS, max_length=8)),
    ]
