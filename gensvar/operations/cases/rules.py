"""Pure decisions about cases: codes that open one, numbers in text, what closing asks for."""

import base64
import hashlib
import hmac
import re
from datetime import timedelta

# Letters and digits that are not mistaken for each other when read aloud or copied by hand.
CODE_LETTERS = "ABCDEFGHJKLMNPRSTUVXYZ23456789"
CODE_LENGTH = 8
# Wrong codes within the window that close the door until they are older than it: for one case
# number, existing or not, and for one sender, behind whom a whole library may sit.
CODE_WINDOW = timedelta(minutes=15)
MOST_WRONG_FOR_NUMBER = 5
MOST_WRONG_FROM_SENDER = 20
NUMBER = re.compile(r"(?<![\d-])(\d{2}-\d{6,9})(?![\d-])")


def follow_code(secret: str, *, number: str, version: int) -> str:
    """Return the code with which a customer follows a case; nothing of it is stored."""
    digest = _digest(secret, "follow", number, version)
    letters = (CODE_LETTERS[byte % len(CODE_LETTERS)] for byte in digest[:CODE_LENGTH])
    return "".join(letters)


def reply_tag(secret: str, *, number: str, version: int) -> str:
    """Return the unguessable tag of a case's reply address: kundtjanst+26-000123.k7d2…@…"""
    mark = base64.b32encode(_digest(secret, "reply", number, version)[:10]).decode().lower()
    return f"{number}.{mark}"


def number_in_tag(tag: str) -> str | None:
    """Return the case number that an address tag claims; the tag is still to be checked."""
    number = tag.partition(".")[0]
    return number if NUMBER.fullmatch(number) else None


def is_same(given: str, right: str) -> bool:
    """Compare what somebody typed with a code, forgiving case, spaces and hyphens; in even time."""
    written = re.sub(r"[\s-]", "", given).upper()
    return hmac.compare_digest(written.encode(), re.sub(r"[\s-]", "", right).upper().encode())


def numbers_in(text: str) -> list[str]:
    """Return the case numbers that a text mentions, in order, each once."""
    return list(dict.fromkeys(NUMBER.findall(text)))


def written_number(given: str) -> str:
    """Return a case number as we write it, however somebody typed its digits."""
    digits = re.sub(r"\D", "", given)[:11]
    return f"{digits[:2]}-{digits[2:]}"


def is_closed_for_codes(*, of_number: int, of_sender: int) -> bool:
    """Say whether so many recent wrong codes close the door."""
    return of_number >= MOST_WRONG_FOR_NUMBER or of_sender >= MOST_WRONG_FROM_SENDER


def missing_for_closing(*, has_subject: bool, need_type: str) -> list[str]:
    """Name what must be filled in before a case may be closed, the same in every channel."""
    missing = []
    if not has_subject:
        missing.append("subject")
    if not need_type:
        missing.append("need_type")
    return missing


def _digest(secret: str, use: str, number: str, version: int) -> bytes:
    text = f"{use}:{number}:{version}"
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).digest()
