"""How numbers are written, as they come from an operator or a person."""

import re

from gensvar.operations.customers.rules import normal_phone

# Numbers of the house's own exchange.
_EXTENSION = re.compile(r"[0-9]{2,8}")
LONGEST = 64


def number_of(written: str) -> str:
    """Return a number as +46701111111, an extension as it is, and nothing for what is neither.

    Of a hidden number operators send words, or nothing.

    >>> number_of("0910-70 00 00"), number_of("+46910700000"), number_of("4711")
    ('+46910700000', '+46910700000', '4711')
    >>> number_of("anonymous"), number_of("9" * 40), number_of("")
    ('', '', '')
    """
    written = written.strip()
    if not written or len(written) > LONGEST:
        return ""
    if _EXTENSION.fullmatch(written) and not written.startswith("0"):
        return written
    return normal_phone(written) or ""
