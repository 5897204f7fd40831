"""Why a deadline falls where it does, in words: "3 working days: 4, 5, 6 May"."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gensvar.foundation.calendars.queries import zone
from gensvar.science.worktime.deadlines import Target, WorkingDays, WorkingTime
from gensvar.science.worktime.explained import Explanation, Skipped, Why
from gensvar.ui import formats

# Beyond so many, days in a row are written "4–8 May".
EACH_DAY_WRITTEN = 7


@dataclass(frozen=True)
class DeadlineInWords:
    """A deadline as a person reads it, in the language in use."""

    # "3 working days"
    promise: str
    # "3 working days: 4, 5, 6 May"
    summary: str
    # "onsdag 6 maj kl. 17", or that the clock stands still
    due: str
    # "1 May: May Day", one for each day or run of days that does not count; plain weekends are not.
    left_out: tuple[str, ...]


def in_words(told: Explanation, *, now: datetime) -> DeadlineInWords:
    """Return a deadline's reasons in the language in use."""
    promise = promise_in_words(told.target)
    counted = [day.on for day in told.counted]
    return DeadlineInWords(
        promise=promise,
        summary=f"{promise}: {days_in_words(counted)}" if counted else promise,
        due=_due(told, now=now),
        left_out=tuple(_left_out(told.skipped)),
    )


def promise_in_words(target: Target) -> str:
    """Write a target: "3 working days", "8 working hours", "14 days"."""
    if isinstance(target, WorkingTime):
        minutes = target.amount // timedelta(minutes=1)
        if minutes % 60:
            text = ngettext("%(count)s working minute", "%(count)s working minutes", minutes)
            return text % {"count": minutes}
        text = ngettext("%(count)s working hour", "%(count)s working hours", minutes // 60)
        return text % {"count": minutes // 60}
    if isinstance(target, WorkingDays):
        text = ngettext("%(count)s working day", "%(count)s working days", target.count)
    else:
        text = ngettext("%(count)s day", "%(count)s days", target.count)
    return text % {"count": target.count}


def days_in_words(days: Sequence[date]) -> str:
    """Write days in order, month by month: "30 April, 4, 5 May"; years only where they differ."""
    has_years = len({day.year for day in days}) > 1
    months = formats.language(translation.get_language() or "en").months
    written = []
    for (year, month), found in groupby(days, key=lambda day: (day.year, day.month)):
        numbers = _numbers([day.day for day in found], each=len(days) <= EACH_DAY_WRITTEN)
        written.append(f"{numbers} {months[month - 1]}" + (f" {year}" if has_years else ""))
    return ", ".join(written)


def _numbers(days: Sequence[int], *, each: bool) -> str:
    if each:
        return ", ".join(map(str, days))
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _due(told: Explanation, *, now: datetime) -> str:
    words = formats.language(translation.get_language() or "en")
    if told.due_at is None:
        since = told.pauses[-1].starts_at
        return _("the clock has stood still since %(when)s") % {
            "when": formats.when_in_full(since, now=now, zone=zone(), words=words)
        }
    local = told.due_at.astimezone(zone())
    if local.hour or local.minute:
        return formats.when_in_full(told.due_at, now=now, zone=zone(), words=words)
    # Midnight belongs to the day that it ends.
    last, today = local.date() - timedelta(days=1), now.astimezone(zone()).date()
    return _("%(day)s at midnight") % {"day": formats.day_in_full(last, today=today, words=words)}


def _left_out(skipped: Sequence[Skipped]) -> list[str]:
    """Return a line for each run of days with one reason; ordinary closed weekdays need none."""
    language = (translation.get_language() or "en").partition("-")[0]
    reasons = [(day.on, _reason(day, language)) for day in skipped if day.why is not Why.WEEK]
    return [
        f"{days_in_words([on for on, _reason in found])}: {reason}"
        for reason, found in groupby(reasons, key=lambda pair: pair[1])
    ]


def _reason(day: Skipped, language: str) -> str:
    if day.why is Why.PAUSED:
        return _("the clock stood still")
    if day.names:
        return day.names.get(language, day.names["en"])
    return day.reason or _("closed")
