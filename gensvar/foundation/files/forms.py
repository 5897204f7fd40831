"""Look at files that come in a form: what may be kept, and what was wrong with the others."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext

from gensvar.foundation.files.rules import (
    MOST_BYTES,
    MOST_FILES,
    clean_name,
    is_accepted,
    is_what_it_claims,
)


@dataclass
class Checked:
    """The files that may be kept, and in words what was wrong with the others."""

    files: list[tuple[str, bytes]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def checked_files(
    uploads: "Sequence[UploadedFile[bytes]]", *, room: int = MOST_BYTES, places: int = MOST_FILES
) -> Checked:
    """Look at each file's name, size and true kind; `room` bytes and `places` files are left."""
    checked = Checked()
    for upload in uploads:
        name = clean_name(upload.name or "")
        size = upload.size or 0
        if fault := _fault(upload, name, size, room, places):
            checked.faults.append(fault)
            continue
        upload.seek(0)
        checked.files.append((name, upload.read()))
        room, places = room - size, places - 1
    return checked


def _fault(upload: "UploadedFile[bytes]", name: str, size: int, room: int, places: int) -> str:
    if places <= 0:
        return gettext("“%(name)s” was not added: %(most)s files are the most.") % {
            "name": name,
            "most": MOST_FILES,
        }
    if size == 0:
        return gettext("“%(name)s” is empty.") % {"name": name}
    if size > room:
        return too_large(name)
    if not is_accepted(name):
        return gettext(
            "“%(name)s” is of a kind that we cannot take. Pictures, PDF, text documents, sound "
            "and film work."
        ) % {"name": name}
    upload.seek(0)
    if not is_what_it_claims(name, upload.read(4096)):
        return gettext(
            "“%(name)s” is not what its name says. Save it again in the right format and add it "
            "once more."
        ) % {"name": name}
    return ""


def too_large(name: str = "") -> str:
    """Return what to say about more bytes than fit."""
    if name:
        return gettext("“%(name)s” was not added: all files together may be 25 MB.") % {
            "name": name
        }
    return gettext("No file was added: all files together may be 25 MB. Add fewer or smaller ones.")
