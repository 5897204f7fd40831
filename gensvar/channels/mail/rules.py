"""Pure decisions about mail: addresses with tags, limits against loops, when to try again."""

import base64
import hashlib
import hmac
import re
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

# RFC 3834: automatic mail to one address, whatever it is about, stops here.
MOST_AUTOMATIC_AN_HOUR = 3
# A mail whose reading fails this often becomes a case with the raw file.
MOST_ATTEMPTS = 3
READ_AGAIN_AFTER = (timedelta(seconds=2), timedelta(seconds=20))
# When a server does not take our mail, for five days (RFC 5321, 4.5.4.1).
SEND_AGAIN_AFTER = tuple(
    timedelta(minutes=minutes) for minutes in (1, 5, 15, 30, 60, 120, 240, 480)
)
GIVE_UP_AFTER = timedelta(days=5)

NEVER_ANSWERED = re.compile(
    r"(?:(?:no|do[._-]?not|ingen)[._-]?(?:reply|svar|response)|svara[._-]?(?:inte|ej)|postmaster"
    r"|mailer-daemon|bounces?|listserv|majordomo)(?:[._+-].*|\d*)|.+-(?:request|owner|bounces?)"
    r"|owner-.+",
    re.IGNORECASE,
)
REPLY_MARK = re.compile(
    r"^(?:\s*(?:re|sv|vs|aw|antw|fw|fwd|vb|wg|tr|rv|vl|odp|ynt|svar)\s*(?:\[\d+\]|\(\d+\))?\s*:)+\s*",
    re.IGNORECASE,
)
BOUNCE_TAG = re.compile(r"b\.(\d{1,18})\.([a-z2-7]{13})", re.IGNORECASE)
# Fields that every server on the way adds or changes: the same mail may differ in them.
TRACE = re.compile(
    rb"^(?:received|return-path|delivered-to|x-[\w-]+|envelope-to|authentication-results"
    rb"|arc-[\w-]+|dkim-signature|received-spf)\s*:",
    re.IGNORECASE,
)
MESSAGE_ID = re.compile(rb"^message-id[ \t]*:\s*<?([^<>\s]{1,998})>?", re.IGNORECASE | re.MULTILINE)
DATE = re.compile(rb"^date[ \t]*:", re.IGNORECASE | re.MULTILINE)
# An address that does not exist, or whose mailbox is closed (RFC 3463); not a full one, nor a
# mail refused for what it says.
GONE = re.compile(r"5\.(?:1\.[0-36]|1\.10|2\.1)$")


def plain_address(address: str) -> str:
    """Return the address in lower case without its tag: kundtjanst+x@… is kundtjanst@…"""
    local, _, domain = address.strip().strip("<>").lower().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def tag_in(address: str) -> str:
    """Return what stands after the plus sign, or nothing."""
    return address.rpartition("@")[0].partition("+")[2].lower()


def tagged(address: str, tag: str) -> str:
    """Return the address with a tag of ours."""
    local, _, domain = address.rpartition("@")
    return f"{local}+{tag}@{domain}"


def bounce_tag(secret: str, outgoing_id: int) -> str:
    """Return the tag of the address to which reports on one message come back."""
    return f"b.{outgoing_id}.{_mark(secret, f'bounce:{outgoing_id}')}"


def outgoing_in_tag(tag: str, secrets: Collection[str]) -> int | None:
    """Return the message that a bounce address is about, when we made that address."""
    found = BOUNCE_TAG.fullmatch(tag)
    if found is None:
        return None
    number, mark = int(found[1]), found[2].lower()
    is_ours = any(
        hmac.compare_digest(_mark(secret, f"bounce:{number}"), mark) for secret in secrets
    )
    return number if is_ours else None


def _mark(secret: str, text: str) -> str:
    digest = hmac.new(secret.encode(), text.encode(), hashlib.sha256).digest()
    return base64.b32encode(digest[:8]).decode().lower().rstrip("=")


def claimed_message_id(content: bytes) -> str:
    """Return the Message-ID as the bytes give it, before anybody has read the mail."""
    found = MESSAGE_ID.search(_head(content))
    return found[1].decode("utf-8", "replace").replace("\0", "") if found else ""


def identity(content: bytes) -> str:
    """Return what two deliveries of the same mail have in common; nothing if it cannot be told.

    A mail without Message-ID and Date has no identity: two of them may well be two.
    """
    head, body = _head(content), content[len(_head(content)) :]
    if not (MESSAGE_ID.search(head) or DATE.search(head)):
        return ""
    digest = hashlib.sha256()
    is_kept = True
    for line in head.splitlines():
        if line[:1] not in b" \t":
            is_kept = not TRACE.match(line)
        if is_kept:
            digest.update(line.rstrip() + b"\n")
    digest.update(body.replace(b"\r\n", b"\n").rstrip())
    return digest.hexdigest()


def _head(content: bytes) -> bytes:
    found = re.search(rb"\r?\n\r?\n", content[:262_144])
    return content[: found.start()] if found else content[:65_536]


def is_never_answered(address: str) -> bool:
    """Say whether an address by its name is a machine's, such as noreply@…"""
    return bool(NEVER_ANSWERED.fullmatch(address.rpartition("@")[0]))


def is_gone(status: str) -> bool:
    """Say whether a status code means that the address does not exist, so that we stop sending."""
    return bool(GONE.match(status.strip()))


def title_of(subject: str, text: str) -> str:
    """Return a title from the subject without reply marks, else from the first words."""
    title = REPLY_MARK.sub("", " ".join(subject.split())).strip()
    return title or next((line.strip() for line in text.splitlines() if line.strip()), "")[:120]


def next_sending(attempts: int, *, first_at: datetime, at: datetime) -> datetime | None:
    """Return when to try again after so many attempts, or None to give up."""
    if at - first_at >= GIVE_UP_AFTER:
        return None
    return at + SEND_AGAIN_AFTER[min(attempts, len(SEND_AGAIN_AFTER)) - 1]


def filled(text: str, values: Mapping[str, str]) -> str:
    """Put values where a standard text says {name}; braces that mean nothing stay as they are."""
    return re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], found[0]), text)


def one_line(text: str) -> str:
    """Return text that can stand in a header: no line breaks, no control characters."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
