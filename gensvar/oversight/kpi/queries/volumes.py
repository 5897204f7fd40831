"""How much came, week by week and by channel, beside what was counted before we were here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, Sum

from gensvar.foundation.agreements.models import Client
from gensvar.operations.contacts.models import Channel, Direction, VolumeBefore
from gensvar.oversight.kpi.models import ContactCount
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.rules import Share, reduction

WEEKS_AFTER_START = 4
# What is drawn as a part of its own; whatever came in other ways is one part.
DRAWN = (Channel.PHONE, Channel.MAIL, Channel.WEB)


@dataclass(frozen=True)
class Week:
    """A week's incoming contacts, whole and by channel; an imported one has no parts."""

    number: int
    starts_on: date | None
    count: int
    is_approximate: bool = False
    parts: tuple[int, ...] = ()

    @property
    def is_imported(self) -> bool:
        return self.starts_on is None


@dataclass(frozen=True)
class Volumes:
    weeks: list[Week]
    before: list[VolumeBefore]
    # Of what came in the period.
    by_phone: Share
    # The mix: each channel that somebody came by in the period, the most used first.
    mix: tuple[tuple[Channel, Share], ...] = ()

    @property
    def baseline(self) -> Week | None:
        return next((week for week in self.weeks if week.is_imported), None)

    @property
    def fall(self) -> float | None:
        """Return how much smaller the last week is than the one before the start, 0–1."""
        if self.baseline is None or len(self.weeks) < 2:
            return None
        fallen = reduction(self.baseline.count, self.weeks[-1].count)
        return None if fallen is None else float(fallen)


def volumes(client: Client, period: Period) -> Volumes:
    before = list(VolumeBefore.objects.filter(client=client, about=VolumeBefore.About.VOLUME))
    before.sort(key=lambda row: row.pk)
    counted = next((row for row in before if row.count is not None), None)
    weeks = [Week(0, None, counted.count or 0, counted.is_approximate)] if counted else []
    weeks += _weeks(client, period)
    came = ContactCount.objects.filter(period.sums(), client=client, direction=Direction.IN)
    sums = came.aggregate(
        whole=Sum("contacts", default=0),
        calls=Sum("contacts", filter=Q(channel=Channel.PHONE), default=0),
    )
    counts = came.values_list("channel").annotate(n=Sum("contacts")).order_by("-n", "channel")
    mix = tuple((Channel(channel), Share(n, sums["whole"])) for channel, n in counts)
    return Volumes(weeks, before, Share(sums["calls"], sums["whole"]), mix)


def experience(client: Client) -> list[VolumeBefore]:
    """Return what customers were asked elsewhere, imported as shares (SKE-21)."""
    rows = VolumeBefore.objects.filter(client=client, about=VolumeBefore.About.EXPERIENCE)
    return list(rows.order_by("pk"))


def imported_labels(client: Client) -> set[str]:
    return set(VolumeBefore.objects.filter(client=client).values_list("label", flat=True))


def _weeks(client: Client, period: Period) -> Iterator[Week]:
    """Yield the first whole weeks of the period: half a week would look like a fall."""
    for number in range(1, WEEKS_AFTER_START + 1):
        ends_on = period.starts_on + timedelta(weeks=number)
        if ends_on > period.ends_on:
            return
        week = Period(ends_on - timedelta(weeks=1), ends_on)
        came = ContactCount.objects.filter(week.sums(), client=client, direction=Direction.IN)
        counts = dict(came.values_list("channel").annotate(n=Sum("contacts")).order_by())
        whole = sum(counts.values())
        drawn = [counts.get(channel, 0) for channel in DRAWN]
        yield Week(number, week.starts_on, whole, parts=(*drawn, whole - sum(drawn)))
