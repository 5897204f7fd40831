"""Unpack Outlook's winmail.dat: its files become the mail's files, its text the mail's text.

tnefparse trusts what it reads, so the shape of the file is checked first.
"""

import struct
from collections.abc import Iterator

from tnefparse import TNEF

from gensvar.channels.mail.reading.attachments import made
from gensvar.channels.mail.reading.charsets import decode
from gensvar.channels.mail.reading.draft import Draft
from gensvar.channels.mail.reading.mail import Attachment
from gensvar.channels.mail.reading.parts import Part
from gensvar.channels.mail.reading.problems import Problem
from gensvar.channels.mail.reading.rtf import rtf_text, uncompressed

SIGNATURE = b"\x78\x9f\x3e\x22"
TYPES = {"application/ms-tnef", "application/vnd.ms-tnef"}
MAX_OBJECTS = 2_000
# tnefparse copies the rest of the file for every object.
MAX_WORK = 2_000_000_000
CONTENT_ID, MIME_TAG = 0x3712, 0x370E


def unpack_tnef(draft: Draft) -> None:
    """Replace every winmail.dat by what is in it; a broken one stays as a file."""
    for part in list(draft.root.walk()):
        if part.children or id(part) in draft.taken or not _is_tnef(part):
            continue
        packed = part.content().content
        message = _read(packed)
        if message is None:
            draft.note(Problem.BROKEN_WINMAIL)
            continue
        draft.taken.add(id(part))
        _use_text(draft, message)
        draft.attachments += tuple(_files(draft, message))


def _is_tnef(part: Part) -> bool:
    name = part.disposition.get("filename") or part.kind.get("name")
    return part.type in TYPES or name.lower() == "winmail.dat"


def _read(packed: bytes) -> TNEF | None:
    if not packed.startswith(SIGNATURE) or not _is_well_formed(packed):
        return None
    try:
        message = TNEF(packed, do_checksum=False)
        return message if message.attachments or message.has_body() or message.mapiprops else None
    except Exception:  # the library raises whatever a broken file provokes
        return None


def _is_well_formed(packed: bytes) -> bool:
    """Walk the objects by their lengths, as far as the library would."""
    position, count = 6, 0
    while position + 12 < len(packed):
        length = struct.unpack_from("<I", packed, position + 5)[0]
        position += length + 11
        count += 1
        if count > MAX_OBJECTS or count * len(packed) > MAX_WORK:
            return False
    return count > 0


def _use_text(draft: Draft, message: TNEF) -> None:
    """Take the body from the file when the mail itself has none."""
    if draft.plain_source.strip() or draft.html_source.strip():
        return
    html, plain = message.htmlbody, message.body
    if html:
        draft.html_source = html if isinstance(html, str) else decode(html).text
    if plain:
        draft.plain_source = plain if isinstance(plain, str) else decode(plain, "cp1252").text
        draft.plain_source = draft.plain_source.replace("\r\n", "\n").rstrip("\x00")
    packed = getattr(message, "_rtfbody", None)
    if not html and not plain and isinstance(packed, bytes):
        draft.plain_source = rtf_text(uncompressed(packed))


def _files(draft: Draft, message: TNEF) -> Iterator[Attachment]:
    for number, file in enumerate(message.attachments[:500], len(draft.attachments) + 1):
        content = file.data if isinstance(file.data, bytes) else b""
        properties = {one.name: one.data for one in file.mapi_attrs}
        declared = _words(properties.get(MIME_TAG)).lower()
        if hasattr(file, "embed"):
            declared = declared or "application/ms-tnef"
        yield made(
            draft,
            _name(file),
            content,
            number,
            declared=declared,
            content_id=_words(properties.get(CONTENT_ID)).strip("<>"),
        )


def _name(file: object) -> str:
    try:
        return _words(file.long_filename())  # type: ignore[attr-defined]
    except (UnicodeError, IndexError, TypeError):
        return _words(getattr(file, "_name", ""))


def _words(value: object) -> str:
    if isinstance(value, list | tuple):
        value = value[0] if value else ""
    if isinstance(value, bytes):
        value = decode(value, "cp1252").text
    return value.replace("\x00", "").strip() if isinstance(value, str) else ""
