"""Names of attached files that are safe to store and show."""

import re
import unicodedata

from gensvar.channels.mail.reading.limits import MAX_FILE_NAME

UNSAFE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
FORBIDDEN = re.compile(r'[<>:"|?*\\/]')
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
EXTENSIONS = {
    "application/pdf": ".pdf", "image/jpeg": ".jpg", "image/jpg": ".jpg", "image/png": ".png",
    "image/gif": ".gif", "image/webp": ".webp", "image/heic": ".heic", "image/tiff": ".tif",
    "image/bmp": ".bmp", "image/svg+xml": ".svg", "text/plain": ".txt", "text/html": ".html",
    "text/csv": ".csv", "text/calendar": ".ics", "application/ics": ".ics", "text/vcard": ".vcf",
    "text/x-vcard": ".vcf", "text/directory": ".vcf", "message/rfc822": ".eml",
    "message/delivery-status": ".txt", "message/disposition-notification": ".txt",
    "text/rfc822-headers": ".txt", "message/feedback-report": ".txt", "application/zip": ".zip",
    "application/rtf": ".rtf", "text/rtf": ".rtf", "application/json": ".json",
    "application/xml": ".xml", "text/xml": ".xml", "audio/mpeg": ".mp3", "audio/wav": ".wav",
    "video/mp4": ".mp4", "application/pkcs7-signature": ".p7s", "application/pkcs7-mime": ".p7m",
    "application/x-pkcs7-signature": ".p7s", "application/x-pkcs7-mime": ".p7m",
    "application/pgp-signature": ".asc", "application/pgp-encrypted": ".asc",
    "application/pgp-keys": ".asc", "application/ms-tnef": ".dat", "application/msword": ".doc",
    "message/partial": ".eml", "message/global": ".eml", "message/external-body": ".txt",
}  # fmt: skip


def safe_name(written: str) -> str:
    """Return the last step of a path without anything that could harm; maybe nothing is left."""
    name = unicodedata.normalize("NFC", UNSAFE.sub("", written))
    name = re.split(r"[\\/]", name)[-1] if not _is_slash_in_words(name) else name
    name = FORBIDDEN.sub("_", name).strip(" .\t")
    name = re.sub(r"\s+", " ", name)
    if RESERVED.match(name):
        name = f"_{name}"
    return _shortened(name)


def _is_slash_in_words(name: str) -> bool:
    """Tell «Kvitto 1/2.pdf» from a path."""
    return re.search(r"\d/\d", name) is not None and "\\" not in name and name[0] not in "./"


def _shortened(name: str) -> str:
    if len(name) <= MAX_FILE_NAME and len(name.encode()) <= 240:
        return name
    stem, dot, extension = name.rpartition(".")
    if not stem or len(extension) > 12:
        stem, dot, extension = name, "", ""
    room = MAX_FILE_NAME - len(extension) - 2
    while len(stem[:room].encode()) > 220:
        room -= 10
    return f"{stem[:room].rstrip()}…{dot}{extension}"


def name_for(declared_type: str, number: int) -> str:
    """Return a name for a file that has none."""
    return f"attachment-{number}{EXTENSIONS.get(declared_type, '.bin')}"
