"""What a client's own texts may ask to be filled in."""

import re
from collections.abc import Mapping

# What stands in a text as {name}; braces around anything else are only braces.
PLACEHOLDER = re.compile(r"\{(\w+)\}")
PLACEHOLDERS: Mapping[str, frozenset[str]] = {
    "receipt": frozenset({"number", "code", "link", "organisation", "promise"}),
    "closing": frozenset({"number", "link", "organisation"}),
    "greeting": frozenset(),
    "signature": frozenset({"organisation"}),
    "hand-over": frozenset({"number", "subject", "due", "link", "organisation"}),
    "promise": frozenset({"number", "link", "organisation", "promise"}),
}


def unknown_placeholders(text: str, *, use: str) -> list[str]:
    """Return what a text wants filled in that nobody will fill in, in order, each once.

    >>> unknown_placeholders("{number}: {name}, {name}", use="receipt")
    ['name']
    """
    known = PLACEHOLDERS[use]
    found = dict.fromkeys(PLACEHOLDER.findall(text))
    return [name for name in found if name not in known]


def filled_in(text: str, values: Mapping[str, str]) -> str:
    """Return a text with its placeholders filled in, as a customer would read it."""
    return PLACEHOLDER.sub(lambda found: values.get(found[1], found[0]), text)
