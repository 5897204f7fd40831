"""Pure decisions about text messages: how long one is, and in how many parts it goes."""

from dataclasses import dataclass

# GSM 03.38: what fits in seven bits, and what does behind an escape, counted as two.
GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
GSM_ESCAPED = frozenset("\f^{}\\[~]|€")
# Letters in one part alone, and in each of several, where some hold the parts together.
GSM_ALONE, GSM_TOGETHER = 160, 153
UCS2_ALONE, UCS2_TOGETHER = 70, 67
# Longer than this is a letter: it costs as many messages, and is better read elsewhere.
MOST_PARTS = 8


@dataclass(frozen=True)
class TextLength:
    """How long a text message is: letters as the network counts them, and parts paid for."""

    letters: int
    parts: int
    is_gsm: bool


def text_length(text: str) -> TextLength:
    """Count a text message as the network does.

    >>> text_length("Hej åäö")
    TextLength(letters=7, parts=1, is_gsm=True)
    >>> text_length("5 €").letters, text_length("Hej 🙂").is_gsm
    (4, False)
    """
    text = text.replace("\r\n", "\n")
    if all(letter in GSM or letter in GSM_ESCAPED for letter in text):
        widths = [2 if letter in GSM_ESCAPED else 1 for letter in text]
        return TextLength(sum(widths), _parts(widths, GSM_ALONE, GSM_TOGETHER), is_gsm=True)
    widths = [2 if ord(letter) > 0xFFFF else 1 for letter in text]
    return TextLength(sum(widths), _parts(widths, UCS2_ALONE, UCS2_TOGETHER), is_gsm=False)


def gsm_letters() -> tuple[str, str]:
    """Return the letters that count as one and as two, for a page that counts while one writes."""
    shown = (filter(str.isprintable, sorted(letters)) for letters in (GSM, GSM_ESCAPED))
    once, twice = ("".join(letters) for letters in shown)
    return once, twice


def _parts(widths: list[int], alone: int, together: int) -> int:
    """Fill one part after the other; a letter of two is never cut in half."""
    if sum(widths) <= alone:
        return 1
    parts, used = 1, 0
    for width in widths:
        if used + width > together:
            parts, used = parts + 1, 0
        used += width
    return parts
