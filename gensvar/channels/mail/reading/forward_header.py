"""Read the small header over a mail that was sent on, in the shapes programs give it."""

import re
from collections.abc import Iterator, Sequence

from gensvar.channels.mail.reading.quote_words import LABELS, forward_rest
from gensvar.channels.mail.reading.quotes import label

MOST_LINES = 25
QUOTE = re.compile(r"[ \t]*>[ \t]?")
BEHALF = re.compile(r"\s+(?:on behalf of|för|im auftrag von|au nom de|namens)\s+\S+@\S+$", re.I)
LINK = re.compile(r"<mailto:[^<>]*>", re.I)
# Yahoo runs it all together: «From: Eva <eva@…>To: Bo <bo@…>Sent: MondaySubject: Hello».
_LONG = sorted(
    {one[:1].upper() + one[1:] for words in LABELS.values() for one in words if len(one) > 1}
    | {"CC"},
    key=len,
    reverse=True,
)
RUN_TOGETHER = re.compile(
    rf"(?<=[>\w\"'”») \u00a0])(?=(?:{'|'.join(map(re.escape, _LONG))})\s?[:：])"
    r"|(?<=>)(?=[AÀKO]\s?:)"
)


def header_values(lines: Sequence[str], at: int) -> tuple[dict[str, str], int]:
    """Return what stands under each role, and the line where the text begins."""
    values: dict[str, str] = {}
    last = ""
    written = list(_spread(lines, at))
    for nth, (position, line) in enumerate(written):
        role, value = label(line)
        if role:
            values[role] = values.get(role) or value
            last = role
        elif line and last and _goes_on(values, last, line, [one for _, one in written[nth + 1 :]]):
            values[last] = f"{values[last]} {line}".strip()
        elif values.get("from") and (line or len(values) > 1):
            return values, position
    return values, written[-1][0] + 1 if written else at


def _spread(lines: Sequence[str], at: int) -> Iterator[tuple[int, str]]:
    """Yield the header's lines without quotation marks, those run together one by one."""
    for position in range(at, min(len(lines), at + MOST_LINES)):
        line = lines[position].lstrip("> \t").strip()
        rest = forward_rest(line) if position == at else ""
        if not rest:
            yield position, line
            continue
        for piece in RUN_TOGETHER.split(rest):
            if piece.strip():
                yield position, piece.strip()


def _goes_on(values: dict[str, str], last: str, line: str, following: list[str]) -> bool:
    """Tell whether a line without a label belongs to the value above it."""
    if not values[last]:
        return True
    if last in ("to", "cc"):
        return "@" in line or values[last].endswith((",", ";"))
    # Outlook for Mac puts the text straight under the subject.
    near = [one for one in following[:2] if one]
    return last == "subject" and bool(near) and label(near[0])[0] != ""


def sender_written(value: str) -> str:
    """Return the one who wrote, without links and «on behalf of»."""
    return BEHALF.sub("", LINK.sub("", value))


def unquoted(lines: Sequence[str]) -> list[str]:
    """Return the lines without their outermost quotation mark, if that is how they were sent on."""
    first = next((line for line in lines if line.strip()), "")
    if not QUOTE.match(first):
        return list(lines)
    return [QUOTE.sub("", line, count=1) for line in lines]
