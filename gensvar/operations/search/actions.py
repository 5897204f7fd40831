"""Read what stands in files, so that their cases are found by it."""

import logging

from django.conf import settings
from django.db import connection, transaction

from gensvar.foundation.files.actions import read_file
from gensvar.foundation.files.models import StoredFile
from gensvar.foundation.files.reading import text_in
from gensvar.operations.search.models import FileWords

logger = logging.getLogger(__name__)


def read_new_files(*, most: int) -> int:
    """Read files that nobody has read, newest first, and return how many were read.

    Where viruses are looked for, a file is read when it has been found clean and not before.
    """
    waiting = FileWords.objects.filter(words=None).order_by("-file_id")
    files = StoredFile.objects.filter(pk__in=waiting.values("file_id")).order_by("-pk")
    if settings.CLAMD:
        files = files.exclude(scanned_at=None)
    read = 0
    for stored in files[:most]:
        _keep(stored, _text(stored))
        read += 1
    return read


def _text(stored: StoredFile) -> str:
    if stored.infection:
        return ""
    try:
        return text_in(read_file(stored))
    except FileNotFoundError:
        logger.warning("file_not_read", extra={"file": stored.pk})
        return ""


@transaction.atomic
def _keep(stored: StoredFile, text: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT search_keep_file(%s, %s)", [stored.pk, text])
