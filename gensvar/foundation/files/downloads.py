"""Hand a file out so that no browser ever runs what somebody sent us."""

import re

from django.http import HttpResponse

from gensvar.foundation.files.actions import KeptApart, read_file
from gensvar.foundation.files.models import StoredFile
from gensvar.foundation.people.access import Identity

SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"


def download(stored: StoredFile, *, name: str, to: Identity | None = None) -> HttpResponse:
    """Answer with a file to be saved, under its name, as the kind of bytes that it truly is.

    A file with a virus is handed out only `to` somebody who may open what is kept apart.
    """
    if stored.infection and not (to and to.may("quarantine.open")):
        raise KeptApart(infection=stored.infection)
    response = HttpResponse(read_file(stored), content_type=stored.media_type)
    response.headers["Content-Disposition"] = _disposition(name)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["Cache-Control"] = "private, no-store"
    return response


def _disposition(name: str) -> str:
    from django.utils.http import content_disposition_header

    plain = re.sub(r"[\x00-\x1f\x7f/\\]", "_", name).strip() or "file"
    return content_disposition_header(as_attachment=True, filename=plain) or "attachment"
