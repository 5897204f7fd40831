"""Let somebody call where there is no telephone system."""

import json

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from gensvar.foundation.acting import action

# Where the bridge that plays listens.
PLAYED = "gensvar_played"


@action
def let_call(number: str, *, party: str, patience: float, talks: float, keys: str = "") -> None:
    """Let somebody call a number, press keys, wait for so many seconds, and talk for so many."""
    if settings.ARI_URL:
        raise ImproperlyConfigured("Calls are played only where there is no telephone system.")
    said = {"to": number, "party": party, "patience": patience, "talks": talks, "keys": keys}
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [PLAYED, json.dumps(said)])
