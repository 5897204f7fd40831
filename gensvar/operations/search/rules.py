"""What somebody typed, as words to look for."""

import re

from gensvar.operations.customers.rules import normal_phone

MOST_WORDS = 8
MOST_LETTERS = 60
_PHONE = re.compile(r"\+?[\d\s()/-]{6,20}")
_CASE_NUMBER = re.compile(r"\d{2}-\d{1,9}|\d{1,6}")
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")


def words_asked(typed: str) -> list[str]:
    """Return what to look for: words in lower case, a phone number as customers keep it."""
    typed = " ".join(typed.lower().replace("\0", "").split())
    if _PHONE.fullmatch(typed) and not _CASE_NUMBER.fullmatch(typed):
        whole_number = normal_phone(typed)
        if whole_number is not None:
            return [whole_number]
    words = (word.strip(".,;:!?\"'()[]«»”“…") for word in typed.split(" "))
    whole = (word[:MOST_LETTERS] for word in words if word)
    return [_number(word) for word in whole][:MOST_WORDS]


def _number(word: str) -> str:
    """A number is known by its digits alone: 0701 is part of +46701111111, 000123 of 26-000123."""
    return _LEADING_ZEROS.sub("", word) if word.isdigit() else word


def as_pattern(word: str) -> str:
    """Return the pattern that finds a word in a line; very short ones only where a word begins."""
    literal = re.sub(r"([\\%_])", r"\\\1", word)
    return f"%{literal}%" if len(word) > 2 else f"% {literal}%"
