"""Why did I get this? What the router recorded, in the language of whoever asks."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language_info, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from gensvar.operations.routing.models import REASON_NAMES, Seat, Status
from gensvar.operations.routing.rules.why import read
from gensvar.science.routing.explained import Because, Part, parts

WORDS = {
    Because.LAST_AGENT: gettext_lazy("you had this customer last"),
    Because.LANGUAGE: gettext_lazy("you speak %(word)s"),
    Because.UNSPOKEN: gettext_lazy(
        "the customer speaks %(word)s, and whoever is free is asked by now"
    ),
    Because.SKILL: gettext_lazy("you know %(word)s at level %(figure)s"),
    Because.WIDENED: gettext_lazy("more people are asked by now (step %(figure)s)"),
    Because.VULNERABLE: gettext_lazy("this customer comes first by agreement"),
    Because.PRIORITY: gettext_lazy("its priority is %(figure)s"),
    Because.WAITED: gettext_lazy("it had waited %(span)s"),
    Because.PAST_GOAL: gettext_lazy("it was %(span)s past its goal"),
    Because.INTERRUPTS: gettext_lazy("what you have in hand (%(figure)s) can wait"),
    Because.IDLE: gettext_lazy("you had been free the longest (%(span)s)"),
    Because.FIRST: gettext_lazy("it counted first of all that you may take"),
}
MINUTE, HOUR, DAY = 60, 3600, 86400


def why_in_words(kept: Mapping[str, Any]) -> str:
    """Return as one sentence why an offer was made; nothing where no reasons were kept."""
    if "contact" not in kept:
        return ""
    told = [_in_words(part) for part in parts(read(kept))]
    text = ", ".join(told[:-1]) + _(" and ") + told[-1] if len(told) > 1 else told[0]
    return f"{text[0].upper()}{text[1:]}."


def _in_words(part: Part) -> str:
    word = part.word
    if part.because in {Because.LANGUAGE, Because.UNSPOKEN}:
        word = language_named(word)
    values = {"word": word, "figure": f"{part.figure:.0f}", "span": span(part.figure)}
    return str(WORDS[part.because]) % values


def language_named(code: str) -> str:
    """Return what a language is called, or its code where nobody here has a name for it."""
    try:
        return str(get_language_info(code)["name_translated"]).lower()
    except KeyError:
        return code


def span(seconds: float) -> str:
    """Return how long something took, as somebody would say it."""
    if seconds < MINUTE:
        return _("%(count)s s") % {"count": round(seconds)}
    if seconds < HOUR:
        return _("%(count)s min") % {"count": int(seconds // MINUTE)}
    if seconds < DAY:
        return _("%(count)s h") % {"count": int(seconds // HOUR)}
    days = int(seconds // DAY)
    return ngettext("%(count)s day", "%(count)s days", days) % {"count": days}


def minutes(seconds: float) -> str:
    """Return how long something took as minutes and seconds, such as 7:10; from an hour on as said.

    >>> minutes(430)
    '7:10'
    """
    if seconds >= HOUR:
        return span(seconds)
    whole = round(seconds)
    return f"{whole // MINUTE}:{whole % MINUTE:02}"


def status_in_words(seat: Seat, own: Mapping[str, str]) -> str:
    """Return what somebody chose; away is said by its reason."""
    if seat.status != Status.AWAY:
        return str(Status(seat.status).label)
    return reason_in_words(seat.reason, own)


def reason_in_words(reason: str, own: Mapping[str, str]) -> str:
    if reason in own:
        return own[reason]
    known = {str(code): name for code, name in REASON_NAMES.items()}
    return str(known.get(reason, Status.AWAY.label))
