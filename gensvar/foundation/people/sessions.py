"""Who is signed in by a session, asked outside a request: by the live stream."""

from datetime import datetime
from importlib import import_module

from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest

from gensvar.foundation.people.access import Identity, identity_of, lacks_second_factor


def signed_in_by(session_key: str, *, at: datetime) -> Identity | None:
    """Return who signed in with this session, as a page would take them; none where it is over."""
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(session_key)
    user = get_user(request)
    if not user.is_authenticated:
        return None
    identity = identity_of(user, at=at)
    return None if lacks_second_factor(request, identity) else identity
