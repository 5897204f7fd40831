"""LIX, läsbarhetsindex: mean length of sentences plus share of long words.

House rules: an address of a page or a mailbox is no word; a line of its own, such as a heading or
an item of a list, is a sentence even without a full stop; usual abbreviations end no sentence.
The page's own script counts by the same rules (`ui/static/ui/js/lix.js`).
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import floor

LONG_WORD_LETTERS = 7
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:[-'’:][^\W_]+)*")
_ABBREVIATION = re.compile(
    r"\b(?:t\.?ex|bl\.?a|d\.?v\.?s|m\.?m|m\.?fl|o\.?s\.?v|t\.?o\.?m|fr\.?o\.?m|s\.?k|f\.?d"
    r"|kl|nr|ca|tel|resp|kap|st|sid|jfr)\.",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?:…]+(?=[\s\"'”’)\]]|$)|[\r\n]+")
_LETTER = re.compile(r"[^\W\d_]")


class Band(StrEnum):
    VERY_EASY = "very-easy"
    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"
    VERY_HARD = "very-hard"


# Where each band ends, exclusive.
_ENDS = ((30, Band.VERY_EASY), (40, Band.EASY), (50, Band.MEDIUM), (60, Band.HARD))


@dataclass(frozen=True)
class Readability:
    """What was counted; `long_words` once each, as first written, the longest first."""

    words: int
    sentences: int
    long_count: int
    long_words: tuple[str, ...]

    @property
    def value(self) -> int:
        """The index, rounded half up; 0 for a text without words."""
        if not self.words:
            return 0
        exact = Fraction(self.words, self.sentences) + Fraction(100 * self.long_count, self.words)
        return floor(exact + Fraction(1, 2))

    @property
    def band(self) -> Band:
        return next((band for end, band in _ENDS if self.value < end), Band.VERY_HARD)


def lix(text: str) -> Readability:
    """Return how hard a text is to read: words per sentence + per cent words over six letters.

    text: plain text, any length; markup is not understood.

    The index is meant for running text of some length; below a hundred words it swings widely.
    Source: C. H. Björnsson (1968), Läsbarhet. Stockholm: Liber. The bands are those in common use
    in Sweden: under 30 very easy, 30-39 easy, 40-49 medium, 50-59 hard, from 60 very hard.

    >>> lix("Hunden sover. Katten leker i trädgården.").value
    20
    >>> lix("").value
    0
    """
    found = words(text)
    long = [word for word in found if len(_LETTER.findall(word)) >= LONG_WORD_LETTERS]
    once = {word.lower(): word for word in reversed(long)}
    return Readability(
        words=len(found),
        sentences=max(1, len(sentences(text))),
        long_count=len(long),
        long_words=tuple(sorted(once.values(), key=lambda word: (-len(word), word.lower()))),
    )


def words(text: str) -> list[str]:
    """Return the words of a text in order.

    >>> words("Se https://exempelby.example, e-post räknas ej.")
    ['Se', 'e-post', 'räknas', 'ej']
    """
    return _WORD.findall(_ADDRESS.sub(" ", text))


def sentences(text: str) -> list[str]:
    """Return the parts of a text that hold a word, cut where sentences and lines end.

    >>> sentences("Ring t.ex. oss. Vi svarar\\nÖppet kl. 8")
    ['Ring t ex  oss', 'Vi svarar', 'Öppet kl  8']
    """
    plain = _ABBREVIATION.sub(lambda match: match[0].replace(".", " "), _ADDRESS.sub(" ", text))
    parts = (part.strip() for part in _END.split(plain))
    return [part for part in parts if _WORD.search(part)]
