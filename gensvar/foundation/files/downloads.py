"""Hand a file out so that no browser ever runs what somebody sent us."""

import re

from django.http import HttpResponse

from gensvar.foundation.files.actions import read_file
from gensvar.foundation.files.models import StoredFile

SANDBOX = "sandbox; default-src 'none'; frame-ancestors 'none'"


def download(stored: StoredFile, *, name: str) -> HttpResponse:
    """Answer with a file to be saved, under its name, as the kind of bytes that it truly is."""
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
