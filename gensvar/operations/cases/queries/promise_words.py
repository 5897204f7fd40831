"""A promise in the customer's words and language."""

from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gensvar.foundation.calendars.queries import zone
from gensvar.foundation.people.models import Group
from gensvar.operations.cases.models import Case
from gensvar.ui import formats


def promise_in_words(
    case: Case,
    *,
    group: Group | None,
    due_at: datetime,
    at: datetime,
    update_days: int | None = None,
    reason: str = "",
    plan: str = "",
) -> str:
    """Return “Gata och park svarar senast onsdag 6 maj. Ärende 26-000123.” with the rest."""
    with translation.override(language_of(case)):
        parts = [_sentence(case, group, due_at, at)]
        if reason:
            delay = _("It takes longer than we said: %(reason)s") % {"reason": _ended(reason)}
            parts = [delay, _("What we do: %(plan)s") % {"plan": _ended(plan)}, *parts]
        if update_days:
            news = ngettext(
                "Until then you hear from us every working day.",
                "Until then you hear from us with at most %(count)s working days between.",
                update_days,
            )
            parts.append(news % {"count": update_days})
    return " ".join(parts)


def handed_over_in_words(case: Case, group: Group) -> tuple[str, str]:
    """Return reason and plan of a promise that a hand-over makes later."""
    with translation.override(language_of(case)):
        if case.is_confidential:
            reason = _("Your question has been handed over to those who answer it.")
            return reason, _("They read it and answer you.")
        reason = _("Your question has been handed over to %(group)s.") % {"group": group.name}
        return reason, _("%(group)s reads it and answers you.") % {"group": group.name}


def language_of(case: Case) -> str:
    """We write Swedish to those who write it, English to the rest of the world."""
    return case.language if case.language in {"sv", "en"} else "en"


def _sentence(case: Case, group: Group | None, due_at: datetime, at: datetime) -> str:
    words = formats.language(translation.get_language() or "en")
    today = at.astimezone(zone()).date()
    values = {
        "day": formats.day_in_full(due_at.astimezone(zone()).date(), today=today, words=words),
        "number": case.number,
        "group": group.name if group else "",
    }
    if case.is_confidential:
        # Which department answers would tell what it is about, and the number leads nowhere.
        return _("We answer by %(day)s at the latest.") % values
    if group is None or group.is_front:
        return _("We answer by %(day)s at the latest. Case %(number)s.") % values
    return _("%(group)s answers by %(day)s at the latest. Case %(number)s.") % values


def _ended(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "!", "?")) else f"{text}."
