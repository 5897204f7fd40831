"""Opening hours as they are written, and how a channel's versions follow upon each other."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from gensvar.science.worktime.hours import END_OF_DAY, Interval, Week, collision, joined

__all__ = ["END_OF_DAY", "Interval", "collision", "joined", "written"]

# Whose hours deadlines follow, where nobody has said when the office is open.
INSTEAD_OF_OFFICE = ("phone", "visit", "mail", "web", "chat")
# And where nobody has said anything: what a Swedish office keeps.
ASSUMED = Week(dict.fromkeys(range(5), (Interval(time(8), time(17)),)))


@dataclass(frozen=True)
class Kept:
    """An interval of a weekday that holds from a day until, not including, another."""

    weekday: int
    interval: Interval
    valid_from: date
    valid_until: date | None

    def holds_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


def weeks(rows: Collection[Kept]) -> list[Week]:
    """Return a week for each stretch of days in which the same rows hold, the first first."""
    return [Week(week_on(rows, day), day) for day in sorted(changes(rows))]


def changes(rows: Iterable[Kept]) -> set[date]:
    """Return each day on which what holds becomes another."""
    found = set()
    for row in rows:
        found |= {row.valid_from, *([row.valid_until] if row.valid_until else [])}
    return found


def week_on(rows: Iterable[Kept], day: date) -> dict[int, list[Interval]]:
    """Return the hours of each weekday, as they hold on a day."""
    found: dict[int, list[Interval]] = defaultdict(list)
    for row in rows:
        if row.holds_on(day):
            found[row.weekday].append(row.interval)
    return {weekday: sorted(found[weekday]) for weekday in sorted(found)}


def office_channel(
    channels: Mapping[str, Collection[Kept]], day: date, *, office: str
) -> str | None:
    """Return the channel whose hours stand for the office's on a day; None where none does."""
    known = (one for one in (office, *INSTEAD_OF_OFFICE) if one in channels)
    return next((one for one in known if _is_published(channels[one], day)), None)


def office_weeks(channels: Mapping[str, Collection[Kept]], *, office: str) -> list[Week]:
    """Return the weeks that deadlines follow: on each day those of whose hours stand that day.

    When other hours take over, what was before stays as it was: deadlines were reckoned by it.
    """
    found: list[Week] = []
    for day in sorted({date.min, *changes(row for rows in channels.values() for row in rows)}):
        channel = office_channel(channels, day, office=office)
        weekly = week_on(channels[channel], day) if channel else ASSUMED.weekly
        if not found or weekly != found[-1].weekly:
            found.append(Week(weekly, day))
    return found


def _is_published(rows: Collection[Kept], day: date) -> bool:
    """Tell whether hours have begun and hold or will hold again: between two weeks is closed."""
    return any(row.valid_from <= day for row in rows) and any(
        row.valid_until is None or row.valid_until > day for row in rows
    )


def written(intervals: Sequence[Interval]) -> str:
    """Write intervals as figures: "07:30–12:00, 13:00–17:00"; nothing where closed."""
    return ", ".join(f"{_clock(one.opens)}–{_clock(one.closes)}" for one in intervals)


def _clock(at: time) -> str:
    return "24:00" if at >= END_OF_DAY else at.strftime("%H:%M")
