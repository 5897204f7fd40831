"""The files of a mail: everything that is not its own text."""

import re

from gensvar.channels.mail.reading.draft import Draft
from gensvar.channels.mail.reading.filenames import name_for, safe_name
from gensvar.channels.mail.reading.mail import Attachment
from gensvar.channels.mail.reading.parts import Part
from gensvar.channels.mail.reading.problems import Problem
from gensvar.channels.mail.reading.sniffing import is_false, sniffed
from gensvar.channels.mail.reading.transfer import uuencoded
from gensvar.channels.mail.reading.words import header_text

TEXT_FORMS = {"text/x-amp-html", "text/watch-html"}
TYPE = re.compile(r"[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,100}")
UU_BEGIN = re.compile(r"^begin(?:-base64)? [0-7]{3,4} .{1,200}\n", re.MULTILINE)
UU_END = re.compile(r"^end[ \t]*$", re.MULTILINE)


def collect_attachments(draft: Draft) -> None:
    """Take every part that is not text of the mail as a file, in the order they stand."""
    found = list(draft.attachments)
    for part in draft.root.walk():
        if part.children or id(part) in draft.taken or part.type in TEXT_FORMS:
            continue
        if part is draft.root and not part.type and part.start >= part.end:
            continue
        found.append(_file(draft, part, len(found) + 1))
    draft.attachments = tuple(found)


def _file(draft: Draft, part: Part, number: int) -> Attachment:
    unpacked = part.content()
    if unpacked.is_broken:
        draft.note(Problem.BROKEN_ENCODING)
    if part.type in ("message/external-body", "message/partial"):
        is_partial = part.type == "message/partial"
        draft.note(Problem.PARTIAL_MAIL if is_partial else Problem.EXTERNAL_FILE)
    written = part.disposition.get("filename") or part.kind.get("name")
    if not written and part.type in ("message/rfc822", "message/global"):
        written = _subject_of(unpacked.content)
    if not written and part.type == "text/calendar":
        written = "invite.ics"
    written = written or header_text(part.first("content-description"))[:100] * _has_ending(part)
    content_id = header_text(part.first("content-id")).strip("<> ")[:500]
    return made(
        draft,
        written,
        unpacked.content,
        number,
        declared=part.type,
        content_id=content_id or header_text(part.first("content-location"))[:500],
        is_inline=part.disposition.value == "inline" and part.type.startswith("image/"),
    )


def _has_ending(part: Part) -> bool:
    return re.search(rb"\.\w{2,4}\s*$", part.first("content-description")) is not None


def _subject_of(content: bytes) -> str:
    """Name an attached mail after its subject."""
    found = re.search(
        rb"^subject:[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)", content[:50_000], re.I | re.M
    )
    subject = header_text(re.sub(rb"\r?\n", b"", found[1])) if found else ""
    name = re.sub(r"[\\/:]+", " ", subject)[:100].strip()
    return f"{name}.eml" if name else ""


def made(
    draft: Draft,
    written: str,
    content: bytes,
    number: int,
    *,
    declared: str = "",
    content_id: str = "",
    is_inline: bool = False,
) -> Attachment:
    """Build an attachment with a safe name, and note what is odd about it."""
    declared = declared if TYPE.fullmatch(declared) else "application/octet-stream"
    name = safe_name(written) if written.strip() else ""
    if written.strip() and name != " ".join(written.split()):
        draft.note(Problem.CHANGED_FILE_NAME)
    name = name or name_for(declared, number)
    kind = sniffed(content)
    has_false_type = is_false(name, declared, kind)
    if has_false_type:
        draft.note(Problem.FALSE_FILE_TYPE)
    if not content:
        draft.note(Problem.EMPTY_FILE)
    is_used = bool(content_id) and content_id in draft.content_ids_used
    return Attachment(
        name=name,
        content=content,
        declared_type=declared,
        sniffed_type=kind,
        content_id=content_id,
        is_inline=is_inline or is_used,
        has_false_type=has_false_type,
    )


def extract_uuencoded(draft: Draft) -> None:
    """Take files written into the text in the old Unix way out of it."""
    if "begin" not in draft.plain_source:
        return
    found = list(draft.attachments)
    for part in draft.body_parts:
        for file in uuencoded(part.content().content[:40_000_000]):
            found.append(made(draft, header_text(file.name), file.content, len(found) + 1))
    if len(found) > len(draft.attachments):
        draft.attachments = tuple(found)
        draft.plain_source = _without_uuencoded(draft.plain_source)


def _without_uuencoded(text: str) -> str:
    kept: list[str] = []
    position = 0
    while begin := UU_BEGIN.search(text, position):
        end = UU_END.search(text, begin.end())
        if end is None:
            break
        kept.append(text[position : begin.start()])
        position = end.end()
    return "".join([*kept, text[position:]])
