"""Keep what people sent, once, encrypted, on disk before the row that speaks of it."""

import hashlib
import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from io import BytesIO
from itertools import islice
from typing import cast
from uuid import UUID

import puremagic
from django.conf import settings
from django.core.files import File
from django.core.files.storage import storages
from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.files import vault
from gensvar.foundation.files.events import InfectionFound
from gensvar.foundation.files.models import StoredFile, Upload
from gensvar.foundation.files.rules import (
    MOST_BYTES,
    clean_name,
    is_accepted,
    is_what_it_claims,
)
from gensvar.foundation.files.scanning import NotScanned, infection_in
from gensvar.foundation.files.storage import DurableStorage
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused

logger = logging.getLogger(__name__)
UPLOAD_KEPT = timedelta(days=1)
# Bytes that nothing refers to are removed after this.
UNUSED_KEPT = timedelta(days=7)
HOLD = "SELECT * FROM files_storedfile WHERE sha256 = %s FOR KEY SHARE"


class FileTooLarge(Refused):
    message = _("The file is larger than 25 MB. Make it smaller, or send it in parts.")
    status = 413


class KindNotTaken(Refused):
    message = _("Files of this kind are not taken. Send a picture, a document or plain text.")
    status = 415


class FalseKind(Refused):
    message = _("The file is not of the kind that its name says.")
    status = 415


class NoSuchUpload(Refused):
    message = _("There is no such file of yours. Upload it first; it is kept for a day.")
    status = 422


class KeptApart(Refused):
    message = _("This file is kept apart: a virus was found in it (%(infection)s).")
    status = 403


@action
def upload_file(content: bytes, *, name: str, by: Agent, at: datetime) -> Upload:
    """Keep a file that somebody sends ahead of what it goes with."""
    name = clean_name(name)
    if len(content) > MOST_BYTES:
        raise FileTooLarge
    if not is_accepted(name):
        raise KindNotTaken
    if not is_what_it_claims(name, content):
        raise FalseKind
    return Upload.objects.create(file=store_file(content, at=at), name=name, by=by, at=at)


def uploads_of(agent: Agent, ids: Sequence[UUID], *, at: datetime) -> list[Upload]:
    """Return somebody's own uploads, in the order asked for."""
    own = Upload.objects.filter(by=agent, at__gt=at - UPLOAD_KEPT).select_related("file")
    found = own.in_bulk(list(ids))
    if len(found) != len(set(ids)):
        raise NoSuchUpload
    return [found[key] for key in ids]


def forget_old_uploads(*, at: datetime) -> None:
    """Forget what was sent ahead and never used; what was used is held by what it went with."""
    Upload.objects.filter(at__lte=at - UPLOAD_KEPT).delete()


def remove_unused(*, at: datetime) -> int:
    """Remove files that nothing has referred to for a week, and return how many."""
    before = at - UNUSED_KEPT
    return sum(_remove(pk) for pk in _unused(before).values_list("pk", flat=True).iterator())


def remove_at_once(ids: Iterable[int]) -> int:
    """Remove those of some files that nothing refers to any more, however new they are."""
    return sum(_remove(pk) for pk in sorted(ids))


def remove_stray(*, at: datetime) -> int:
    """Remove old bytes that no row speaks of: they came with an act that was undone."""
    vault_folder = cast(DurableStorage, storages["vault"])
    names = vault_folder.names_before(at - UNUSED_KEPT)
    removed = 0
    while some := list(islice(names, 1_000)):
        digests = {name.rpartition("/")[2]: name for name in some}
        known = StoredFile.objects.filter(sha256__in=digests).values_list("sha256", flat=True)
        for digest in digests.keys() - set(known):
            removed += vault_folder.remove_before(digests[digest], at - UNUSED_KEPT)
    return removed


def _unused(before: datetime) -> QuerySet[StoredFile]:
    rows = StoredFile.objects.filter(stored_at__lte=before)
    for relation in StoredFile._meta.related_objects:
        users = relation.related_model._default_manager
        rows = rows.exclude(Exists(users.filter(**{relation.field.name: OuterRef("pk")})))
    return rows


@transaction.atomic
def _remove(pk: int) -> bool:
    """Remove a row and its bytes, unless somebody has begun to use them since they were found."""
    held = StoredFile.objects.select_for_update().filter(pk=pk).first()
    if held is None or not _unused(held.stored_at).filter(pk=pk).exists():
        return False
    held.delete()
    # While the row is held: whoever sends the same bytes now waits, and then writes them anew.
    storages["vault"].delete(_name(held.sha256))
    return True


def scan_new(*, address: str, most: int, at: Callable[[], datetime]) -> int:
    """Look for viruses in files that nobody has looked in, newest first; return how many were.

    Raises Unavailable where the scanner does not answer: what was not looked in stays marked so.
    """
    waiting = StoredFile.objects.filter(scanned_at=None).order_by("-pk")
    scanned = 0
    for stored in waiting[:most]:
        scanned += _scan(stored, address=address, at=at())
    return scanned


def check_leaving(files: Iterable[StoredFile], *, at: datetime) -> None:
    """Let no file leave us with a virus that a scanner would find, or has found.

    Raises KeptApart for the first that has one, and Unavailable where the scanner does not answer.
    """
    for stored in files:
        if stored.scanned_at is None and settings.CLAMD:
            _scan(stored, address=settings.CLAMD, at=at)
        if stored.infection:
            raise KeptApart(infection=stored.infection)


def _scan(stored: StoredFile, *, address: str, at: datetime) -> bool:
    """Look in one file; false where the scanner would not say."""
    try:
        infection = infection_in(read_file(stored), address=address)
    except (NotScanned, FileNotFoundError) as error:
        logger.warning("file_not_scanned", extra={"file": stored.pk, "why": str(error)})
        return False
    mark_scanned(stored, infection=infection, at=at)
    stored.scanned_at, stored.infection = at, infection
    return True


@action
def mark_scanned(stored: StoredFile, *, infection: str, at: datetime) -> None:
    """Keep what the scanner said; an infected file is kept apart from now on."""
    StoredFile.objects.filter(pk=stored.pk).update(scanned_at=at, infection=infection)
    if infection and not stored.infection:
        announce(InfectionFound(file_id=stored.pk, infection=infection), at=at)


def store_file(content: bytes, *, at: datetime, media_type: str = "") -> StoredFile:
    """Keep some bytes and return their row; the same bytes are kept only once."""
    digest = hashlib.sha256(content).hexdigest()
    # Held until what it goes with is written: nobody removes it as unused meanwhile.
    known = next(iter(StoredFile.objects.raw(HOLD, [digest])), None)
    if known is not None and storages["vault"].exists(_name(digest)):
        return known
    key_id, sealed = vault.seal(content, digest=digest)
    _write(digest, sealed)
    if known is not None:  # the row had lost its bytes
        known.key_id = key_id
        known.save(update_fields=["key_id"])
        return known
    stored, _is_new = StoredFile.objects.get_or_create(
        sha256=digest,
        defaults={
            "size": len(content),
            "media_type": media_type or true_type(content),
            "key_id": key_id,
            "stored_at": at,
        },
    )
    return stored


def read_file(stored: StoredFile) -> bytes:
    """Return the bytes as they were sent."""
    with storages["vault"].open(_name(stored.sha256), "rb") as file:
        return vault.unseal(file.read(), digest=stored.sha256, key_id=stored.key_id)


def true_type(content: bytes) -> str:
    """Say what the bytes are, whatever their name claims."""
    if not content:
        return "application/x-empty"
    try:
        return str(puremagic.from_string(content[:8192], mime=True)) or _text_or_bytes(content)
    except puremagic.PureError:
        return _text_or_bytes(content)


def _text_or_bytes(content: bytes) -> str:
    is_text = b"\0" not in content[:8192]
    return "text/plain" if is_text else "application/octet-stream"


def _name(digest: str) -> str:
    return f"{digest[:2]}/{digest[2:4]}/{digest}"


def _write(digest: str, sealed: bytes) -> None:
    storages["vault"].save(_name(digest), File(BytesIO(sealed)))
