"""Join the lines of format=flowed text (RFC 3676) into the paragraphs that were written."""

import re

QUOTES = re.compile(r">*")


def unflowed(text: str, *, delete_space: bool) -> str:
    """Return `text` with soft line breaks taken away; quote levels never mix."""
    finished: list[str] = []
    depth, open_line = 0, ""
    is_open = False
    for line in text.split("\n"):
        level = len(QUOTES.match(line)[0])  # type: ignore[index]
        words = line[level:].removeprefix(" ")
        if is_open and level == depth and words != "-- ":
            open_line += words
        else:
            if is_open:
                finished.append(_quoted(depth, open_line))
            depth, open_line = level, words
        is_open = words.endswith(" ") and words != "-- "
        if is_open and delete_space:
            open_line = open_line[:-1]
        if not is_open:
            finished.append(_quoted(depth, open_line))
    if is_open:
        finished.append(_quoted(depth, open_line))
    return "\n".join(finished)


def _quoted(depth: int, words: str) -> str:
    return f"{'>' * depth} {words}" if depth else words
