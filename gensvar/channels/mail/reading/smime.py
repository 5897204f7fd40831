"""Signed and encrypted mail: what is signed is shown, what is encrypted is said to be."""

from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives.serialization import pkcs7
from cryptography.x509.oid import NameOID

from gensvar.channels.mail.reading.draft import Draft
from gensvar.channels.mail.reading.mail import Protection, Secured
from gensvar.channels.mail.reading.parts import Part, split
from gensvar.channels.mail.reading.problems import Problem

PKCS7 = {"application/pkcs7-mime", "application/x-pkcs7-mime"}
SIGNATURES = {"application/pkcs7-signature", "application/x-pkcs7-signature"}
SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
ENVELOPED = (bytes.fromhex("2a864886f70d010703"), bytes.fromhex("2a864886f70d0109100117"))
MAX_DEPTH = 20
MAX_PIECES = 100_000


def open_secured(draft: Draft) -> None:
    """Say how the mail is protected; put the content of an opaque signature in its place."""
    for part in list(draft.root.walk()):
        if part.type == "multipart/signed":
            is_pgp = "pgp" in part.kind.get("protocol") or _holds(part, "application/pgp-signature")
            _mark(draft, Protection.SIGNED, "PGP" if is_pgp else "S/MIME")
        elif part.type == "multipart/encrypted":
            _mark(draft, Protection.ENCRYPTED, "PGP")
            draft.note(Problem.ENCRYPTED)
        elif not part.children and part.type in SIGNATURES:
            _mark(draft, Protection.SIGNED, "S/MIME", _signer(part.content().content))
        elif not part.children and _is_pkcs7(part):
            _open_pkcs7(draft, part)


def _holds(part: Part, kind: str) -> bool:
    return any(child.type == kind for child in part.children)


def _is_pkcs7(part: Part) -> bool:
    name = (part.disposition.get("filename") or part.kind.get("name")).lower()
    return part.type in PKCS7 or (name.endswith(".p7m") and part.type == "application/octet-stream")


def _mark(draft: Draft, protection: Protection, method: str, signer: str = "") -> None:
    before = draft.secured
    if before.protection is Protection.ENCRYPTED:
        protection = Protection.ENCRYPTED
    draft.secured = Secured(protection, before.method or method, signer or before.signer)


def _open_pkcs7(draft: Draft, part: Part) -> None:
    packed = part.content().content
    kind, content = _content(packed)
    if kind in ENVELOPED or part.kind.get("smime-type").lower() == "enveloped-data":
        _mark(draft, Protection.ENCRYPTED, "S/MIME")
        draft.note(Problem.ENCRYPTED)
        return
    if kind != SIGNED_DATA or not content:
        if part.kind.get("smime-type").lower() != "certs-only":
            draft.note(Problem.BROKEN_SIGNED)
        return
    _mark(draft, Protection.SIGNED, "S/MIME", _signer(packed))
    inner, problems = split(content)
    draft.note(*(one for one in problems if one is not Problem.NO_HEADERS))
    # The signed content is read in the place of its wrapping; the wrapping stays as a file.
    inner.parent = part.parent
    if part.parent is not None:
        at = part.parent.children.index(part)
        part.parent.children[at : at + 1] = [inner, part]
    else:
        wrapping = Part(part.raw, part.headers, part.start, part.end, part)
        wrapping.kind, wrapping.disposition = part.kind, part.disposition
        inner.parent = part
        part.children = [inner, wrapping]


def _signer(packed: bytes) -> str:
    """Return the name in the first certificate that names a person; nothing is verified."""
    try:
        certificates = pkcs7.load_der_pkcs7_certificates(packed)
    except Exception:  # the library's errors vary
        return ""
    for certificate in certificates:
        name = _subject(certificate)
        if "@" in name:
            return name
    return _subject(certificates[0]) if certificates else ""


def _subject(certificate: x509.Certificate) -> str:
    try:
        mail = certificate.subject.get_attributes_for_oid(NameOID.EMAIL_ADDRESS)
        common = certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    except ValueError:
        return ""
    return " ".join(str(one.value) for one in (*common, *mail))[:300]


@dataclass(frozen=True, slots=True)
class _Item:
    """One BER value: its tag, and where its content lies."""

    tag: int
    start: int
    end: int
    after: int
    is_open: bool = False


def _item(data: bytes, at: int, limit: int) -> _Item | None:
    if at + 2 > limit:
        return None
    tag, length, start = data[at], data[at + 1], at + 2
    if length == 0x80:
        return _Item(tag, start, limit, limit, is_open=True)
    if length & 0x80:
        size = length & 0x7F
        length = int.from_bytes(data[start : start + size], "big")
        start += size
    end = start + length
    return _Item(tag, start, end, end) if end <= limit and length >= 0 else None


def _content(data: bytes) -> tuple[bytes, bytes]:
    """Return the type of a CMS file and what it wraps (RFC 5652)."""
    limit = len(data)
    outer = _item(data, 0, limit)
    kind = _item(data, outer.start, outer.end) if outer and outer.tag == 0x30 else None
    if outer is None or kind is None or kind.tag != 0x06:
        return b"", b""
    oid = data[kind.start : kind.end]
    wrap = _item(data, kind.after, outer.end)
    signed = _item(data, wrap.start, wrap.end) if wrap else None
    if oid != SIGNED_DATA or signed is None:
        return oid, b""
    at = signed.start
    for _ in range(2):  # version, digest algorithms
        item = _item(data, at, signed.end)
        if item is None or item.is_open:
            return oid, b""
        at = item.after
    held = _item(data, at, signed.end)
    inner_kind = _item(data, held.start, held.end) if held else None
    explicit = _item(data, inner_kind.after, held.end) if held and inner_kind else None
    if explicit is None or explicit.tag != 0xA0:
        return oid, b""
    return oid, _octets(data, explicit.start, explicit.end)


def _octets(data: bytes, start: int, limit: int) -> bytes:
    """Join an octet string that may be written in pieces, with or without lengths."""
    pieces: list[bytes] = []
    at = start
    for _ in range(MAX_PIECES):
        item = _item(data, at, limit)
        if item is None or item.tag not in (0x04, 0x24):
            break
        if item.tag == 0x24:
            # A constructed string: step inside, its pieces follow each other.
            at = item.start
            if not item.is_open:
                limit = item.end
            continue
        pieces.append(data[item.start : item.end])
        at = item.after
    return b"".join(pieces)
