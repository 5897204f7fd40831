from django.db import migrations


# What was there before there was a search is found too.
class Migration(migrations.Migration):
    dependencies = [("search", "0001_words")]
    operations = [migrations.RunSQL("SELECT search_rebuild();", migrations.RunSQL.noop)]
