from pathlib import Path

from django.db import migrations

PARTS = (Path(__file__).parent / "parts.sql").read_text()


class Migration(migrations.Migration):
    """Without a way back: the functions hurt nobody who does not call them."""

    dependencies = [("search", "0007_words_in_files")]
    operations = [migrations.RunSQL(PARTS, migrations.RunSQL.noop)]
