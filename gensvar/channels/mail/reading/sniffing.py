"""What a file really is, by its first bytes; it is never opened or unpacked."""

from pathlib import PurePosixPath

import puremagic

HEAD = 4_096
SURE = (
    (b"MZ", "application/x-msdownload"),
    (b"\x7fELF", "application/x-executable"),
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x1f\x8b", "application/gzip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"{\\rtf", "application/rtf"),
    (b"BEGIN:VCALENDAR", "text/calendar"),
    (b"BEGIN:VCARD", "text/vcard"),
    (b"#!", "text/x-shellscript"),
)
# What each ending promises; endings not named here promise nothing that can be checked.
PROMISES = {
    ".pdf": {"application/pdf"},
    ".png": {"image/png"},
    ".jpg": {"image/jpeg"},
    ".jpeg": {"image/jpeg"},
    ".gif": {"image/gif"},
    ".docx": {"application/zip"},
    ".xlsx": {"application/zip"},
    ".pptx": {"application/zip"},
    ".odt": {"application/zip"},
    ".ods": {"application/zip"},
    ".zip": {"application/zip"},
    ".doc": {"application/x-ole-storage", "application/rtf"},
    ".xls": {"application/x-ole-storage"},
    ".ppt": {"application/x-ole-storage"},
}
PICTURES = {"image/png", "image/jpeg", "image/gif"}
OFFICE_BY_CONTENT = {".doc", ".xls", ".ppt"}
DANGEROUS = {"application/x-msdownload", "application/x-executable", "text/x-shellscript"}
PROGRAM_ENDINGS = {".exe", ".dll", ".com", ".scr", ".msi", ".sys", ".sh", ".py", ".pl", ".bin", ""}


def sniffed(content: bytes) -> str:
    """Return the type the bytes show, or nothing if they show none."""
    head = content[:HEAD]
    for mark, kind in SURE:
        if head.startswith(mark):
            return kind
    start = head.lstrip(b"\xef\xbb\xbf\r\n\t ")[:200].lower()
    if start.startswith((b"<!doctype html", b"<html", b"<script")):
        return "text/html"
    if b"<svg" in start:
        return "image/svg+xml"
    if not head or _is_text(head):
        return "text/plain" if head else ""
    try:
        return puremagic.from_string(head, mime=True) or ""
    except (puremagic.PureError, ValueError, IndexError, KeyError):
        return ""


def _is_text(head: bytes) -> bool:
    return b"\x00" not in head and sum(one < 32 and one not in (9, 10, 12, 13) for one in head) == 0


def is_false(name: str, declared: str, kind: str) -> bool:
    """Tell whether a file pretends to be something else than its bytes show."""
    ending = PurePosixPath(name).suffix.lower()
    if kind in DANGEROUS:
        return ending not in PROGRAM_ENDINGS or declared.startswith("image/")
    if not kind:
        return False
    promised = PROMISES.get(ending)
    if promised is not None and kind not in promised:
        # Pictures called by each other's names, and old names on new office files, are harmless.
        is_picture = kind in PICTURES and promised <= PICTURES
        is_office = ending in OFFICE_BY_CONTENT and kind in ("application/zip", "text/html")
        return not (is_picture or is_office)
    return declared.startswith("image/") and kind in (
        "text/html",
        "application/zip",
        "application/pdf",
    )
