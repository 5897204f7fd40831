"""The words of each report. What is sent is kept: nothing here is asked again for an old one."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gensvar.foundation.calendars.queries import zone
from gensvar.oversight.reports.models import KIND_NAMES
from gensvar.oversight.reports.rules import BANDS, EDITION, HIDDEN, HIDDEN_BESIDE, Issue, ReportKind
from gensvar.ui import formats


def subject_of(issue: Issue, department: str) -> str:
    """Return the mail's subject, such as "Overdue list, Tekniska kontoret, week 15 2026"."""
    return f"{KIND_NAMES[issue.kind]}, {department}, {period_of(issue)}"


def period_of(issue: Issue) -> str:
    """Write which week or month a report is about."""
    if issue.kind == ReportKind.STATISTICS:
        words = formats.language(translation.get_language() or "en")
        return f"{words.months[issue.starts_on.month - 1]} {issue.starts_on.year}"
    year, week, _day = issue.starts_on.isocalendar()
    return _("week %(week)s %(year)s") % {"week": week, "year": year}


def half_in_words(starts_on: date) -> str:
    """Write which half-year begins on a day: "January–June 2026"."""
    words = formats.language(translation.get_language() or "en")
    first, last = words.months[starts_on.month - 1], words.months[starts_on.month + 4]
    return f"{first}–{last} {starts_on.year}"


def text_of(
    issue: Issue,
    department: str,
    figures: Mapping[str, Any],
    *,
    comment: str,
    before: Mapping[str, Any] | None,
    digest: str,
    link: str,
    at: datetime,
) -> str:
    """Return the words of a report, in the language in use.

    before: the figures of the number before, where there is one.
    digest: the calendar that days were counted by.
    """
    write = {
        ReportKind.OVERDUE: _overdue,
        ReportKind.STATISTICS: _statistics,
        ReportKind.AGENDA: _agenda,
    }
    parts = [subject_of(issue, department), *write[issue.kind](figures, before, at)]
    if comment:
        parts.append("\n".join([_("Comment"), comment]))
    parts.append("\n".join([_("Read it on a page, and everything sent before:"), link]))
    parts.append(
        _("Counted as edition %(edition)s, with the calendar %(digest)s.")
        % {"edition": EDITION, "digest": digest}
    )
    return "\n\n".join(part for part in parts if part) + "\n"


def _overdue(
    figures: Mapping[str, Any], before: Mapping[str, Any] | None, at: datetime
) -> Iterator[str]:
    yield overdue_in_words(figures)
    if before:
        yield _("The list before had %(overdue)s overdue of %(open)s.") % before
    if figures["open"]:
        rows = zip(bands_in_words(), figures["bands"], strict=True)
        yield _table(
            _("Open, by working days since the hand-over"), (f"{name}: {n}" for name, n in rows)
        )
        yield _table(_("By group and handler"), map(_holder, figures["holders"]))
    yield from _late(figures["late"], figures["overdue"], at)


def overdue_in_words(figures: Mapping[str, Any]) -> str:
    """Write the verdict first: "41 overdue of 320 open, the oldest 26-000045 (19 working days)"."""
    if not figures["open"]:
        return _("Nothing waits for an answer.")
    if not figures["overdue"]:
        return _("Nothing is overdue. %(open)s wait within their time.") % figures
    if not figures["late"]:
        return _("%(overdue)s overdue of %(open)s open.") % figures
    oldest = max(figures["late"], key=lambda row: row["working_days"])
    return _("%(overdue)s overdue of %(open)s open, the oldest %(number)s (%(days)s).") % {
        "overdue": figures["overdue"],
        "open": figures["open"],
        "number": oldest["number"],
        "days": days_in_words(oldest["working_days"]),
    }


def days_in_words(count: int) -> str:
    text = ngettext("%(count)s working day", "%(count)s working days", count)
    return text % {"count": count}


def bands_in_words() -> list[str]:
    edges = [0, *(most + 1 for most in BANDS)]
    named = [f"{first}–{most}" for first, most in zip(edges, BANDS, strict=False)]
    return [*named, _("over %(count)s") % {"count": BANDS[-1]}]


def count_in_words(count: int) -> str:
    """Write a count as it may be published."""
    if count == HIDDEN:
        return _("fewer than 5")
    if count == HIDDEN_BESIDE:
        return formats.NOTHING
    return formats.number(count, words=formats.language(translation.get_language() or "en"))


def _holder(row: Mapping[str, Any]) -> str:
    said = _("%(group)s, %(handler)s: %(overdue)s overdue of %(open)s, the oldest %(days)s") % {
        **row,
        "handler": row["handler"] or _("nobody yet"),
        "days": days_in_words(row["oldest_days"]),
    }
    return str(said)


def _late(rows: list[Mapping[str, Any]], overdue: int, at: datetime) -> Iterator[str]:
    if not rows:
        return
    words = formats.language(translation.get_language() or "en")
    today = at.astimezone(zone()).date()

    def line(row: Mapping[str, Any]) -> str:
        due = datetime.fromisoformat(row["due_at"]).astimezone(zone()).date()
        parts = (
            row["number"],
            row["subject"],
            ", ".join(filter(None, [row["group"], row["handler"]])),
            _("due %(day)s") % {"day": formats.day(due, today=today, words=words)},
            days_in_words(row["working_days"]),
        )
        return " · ".join(part for part in parts if part)

    more = overdue - len(rows)
    lines = [line(row) for row in rows]
    if more > 0:
        lines.append(ngettext("and %(count)s more", "and %(count)s more", more) % {"count": more})
    yield _table(_("Overdue, the oldest first"), lines)


def _statistics(
    figures: Mapping[str, Any], before: Mapping[str, Any] | None, at: datetime
) -> Iterator[str]:
    yield cases_in_words(figures)
    lines = [
        _("Done by customer service: %(share)s")
        % {"share": share_in_words(figures["solved"], figures["count"])},
        _("Handed over to you: %(count)s") % {"count": count_in_words(figures["handed_over"])},
        _("Customer answered in time: %(share)s")
        % {"share": share_in_words(figures["feedback_in_time"], figures["feedback_due"])},
        _("Alarms: %(count)s") % {"count": count_in_words(figures["alarms"])},
    ]
    if figures["wait_seconds"] is not None:
        lines.append(
            _("Average wait on the phone: %(seconds)s s (%(calls)s calls)")
            % {
                "seconds": count_in_words(figures["wait_seconds"]),
                "calls": count_in_words(figures["calls"]),
            }
        )
    yield "\n".join(lines)
    yield _table(
        _("Subjects: cases, of which done by customer service"),
        (
            f"{row['name']}: {count_in_words(row['count'])}, {count_in_words(row['solved'])}"
            for row in figures["subjects"]
        ),
    )


def cases_in_words(figures: Mapping[str, Any]) -> str:
    """Write how many cases there were, and how many the month before."""
    return _("Cases about your subjects: %(count)s (the month before: %(count_before)s).") % {
        name: count_in_words(figures[name]) for name in ("count", "count_before")
    }


def share_in_words(part: int, whole: int) -> str:
    """Write a share with its terms: "97,0 % (2 910 of 3 000)"."""
    words = formats.language(translation.get_language() or "en")
    if whole == HIDDEN:
        return _("of fewer than 5")
    if not whole:
        return formats.NOTHING
    return _("%(share)s (%(part)s of %(whole)s)") % {
        "share": formats.percent(part / whole, words=words),
        "part": formats.number(part, words=words),
        "whole": formats.number(whole, words=words),
    }


def _agenda(
    figures: Mapping[str, Any], before: Mapping[str, Any] | None, at: datetime
) -> Iterator[str]:
    yield _("1. Overdue: %(count)s") % {"count": figures["overdue"]}
    yield from _late(figures["late"], figures["overdue"], at)
    missing = figures["missing"]
    yield _table(
        _("2. Missing answers: %(count)s") % {"count": len(missing)},
        (
            _("%(subject)s: asked about %(count)s times, and no article answers") % row
            for row in missing
        ),
    )
    events = figures["events"]
    words = formats.language(translation.get_language() or "en")
    today = at.astimezone(zone()).date()
    yield _table(
        _("3. Coming events: %(count)s") % {"count": len(events)},
        (
            f"{formats.day(date.fromisoformat(row['on']), today=today, words=words)}: {row['what']}"
            for row in events
        ),
    )
    yield _table(
        _("4. Feedback last week"),
        (
            _("Customers answered: %(answered)s") % figures,
            _("Given back to customer service: %(returned)s") % figures,
            _("Tried, nobody answered: %(unreached)s") % figures,
            _("Opinions and complaints about your subjects: %(opinions)s") % figures,
        ),
    )
    if figures["last_meeting"]:
        day = formats.day(date.fromisoformat(figures["last_meeting"]), today=today, words=words)
        decided = figures["decisions"] or _("Nothing was decided.")
        yield "\n".join([_("5. Decided on %(day)s") % {"day": day}, decided])


def last_day(issue: Issue) -> date:
    return issue.ends_on - timedelta(days=1)


def _table(title: str, lines: Any) -> str:
    return "\n".join([title, *(f"- {line}" for line in lines)])
