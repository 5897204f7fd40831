"""Stop reading files from a request that brings too many bytes, and keep its words.

Django reads a form before any view, so the limit stands here: the files of such a request are
skipped, and `brought_too_much` lets the view say so beside what was written.
"""

from typing import Any

from django.core.files.uploadhandler import SkipFile, TemporaryFileUploadHandler
from django.http import HttpRequest

from gensvar.foundation.files.rules import MOST_BYTES

# Words and the marks between the parts of a form take some room beside the files.
MOST_OF_REQUEST = MOST_BYTES + 2**20


class LimitedUpload(TemporaryFileUploadHandler):
    """Take files to the disk unless the request as a whole is too large."""

    def new_file(self, *arguments: Any, **more: Any) -> None:
        if self.request is not None and brought_too_much(self.request):
            raise SkipFile
        super().new_file(*arguments, **more)


def brought_too_much(request: HttpRequest) -> bool:
    """Say whether the request was too large for its files to be read."""
    length = str(request.META.get("CONTENT_LENGTH") or "0")
    return length.isdigit() and int(length) > MOST_OF_REQUEST
