"""Load Django as one of the three database roles."""

import os


def boot(role: str) -> None:
    """Set up Django for this process, which from then on is that role in the database."""
    os.environ["GENSVAR_DB_ROLE"] = role
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gensvar.config.settings")
    import django

    django.setup()
