"""The day by half hours as a picture and as the table under it: what came, who is needed and here.

House rule. The picture says nothing that the table does not; the columns of both stand under one
another, so widths and places here are those of the table's first column and of the rest.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.formats import number_format
from django.utils.timezone import localtime

WIDTH, LEFT = 830.0, 92.0
# Where the two parts of the picture stand on, and how high they are.
CAME_FOOT, CAME_HIGH = 92.0, 74.0
PEOPLE_FOOT, PEOPLE_HIGH = 262.0, 116.0
# More half hours than these cannot be read side by side.
MOST = 22
# From so many people on somebody is missing; by less a half hour is only tight.
MISSING, TIGHT = 1.0, 0.05
MINUTES = 30


@dataclass(frozen=True)
class Bar:
    x: str
    y: str
    width: str
    height: str
    is_now: bool = False


@dataclass(frozen=True)
class Mark:
    """A place with words beside it."""

    x: str
    y: str
    text: str


@dataclass(frozen=True)
class Column:
    """A half hour as the table has it. tone: short, some, or nothing."""

    time: str
    is_whole: bool
    came: str
    expected: str
    need: str
    here: str
    gap: str
    tone: str


@dataclass(frozen=True)
class Chart:
    """pattern: told apart from that of another picture on the page."""

    columns: list[Column]
    came_ticks: list[Mark]
    people_ticks: list[Mark]
    expected: list[Bar]
    came: list[Bar]
    gaps: list[Bar]
    need: str
    here: str
    area: str
    now: Mark | None
    worst: Mark | None


@dataclass(frozen=True)
class Halves:
    """What was worked out of a queue's day, from half hour `first` (0 to 47) on."""

    first: int
    came: Sequence[int]
    expected: Sequence[float]
    need: Sequence[float]
    here: Sequence[float]

    @classmethod
    def of(cls, told: Mapping[str, Any], *, at: datetime) -> "Halves | None":
        """Return as much of the day as can be read; None where nothing was worked out."""
        if not told or not told["expected"]:
            return None
        first, count = int(told["first"]), len(told["expected"])
        cut = max(0, min(count - MOST, slot_of(at) - first - 2))
        end = cut + MOST
        return cls(
            first + cut,
            told["came"][cut:end],
            told["expected"][cut:end],
            told["need"][cut:end],
            told["here"][cut:end],
        )

    def missing(self, slot: int) -> float:
        """Return how many people are missing in a half hour; below 0 where there are more."""
        place = slot - self.first
        return self.need[place] - self.here[place] if 0 <= place < len(self.need) else 0.0

    @property
    def slots(self) -> range:
        return range(self.first, self.first + len(self.expected))


def slot_of(at: datetime) -> int:
    local = localtime(at)
    return (local.hour * 60 + local.minute) // MINUTES


def clock_of(slot: int) -> str:
    return f"{slot * MINUTES // 60:02}:{slot * MINUTES % 60:02}"


def first_missing(halves: Halves, *, at: datetime) -> tuple[str, str] | None:
    """Return from when on people will be missing, and how many at most until they are not."""
    ahead = [slot for slot in halves.slots if slot >= slot_of(at)]
    short = [slot for slot in ahead if halves.missing(slot) >= MISSING]
    if not short:
        return None
    most, slot = 0.0, short[0]
    while halves.missing(slot) >= MISSING:
        most, slot = max(most, halves.missing(slot)), slot + 1
    return clock_of(short[0]), decimal(most)


def chart_of(halves: Halves, *, at: datetime, missing: str) -> Chart:
    """Draw a queue's day. missing: words with a place for the number of people that are."""
    drawing = _Drawing(halves, at)
    return Chart(
        columns=[_column(halves, slot) for slot in halves.slots],
        came_ticks=list(drawing.ticks(drawing.most_came, CAME_FOOT, CAME_HIGH)),
        people_ticks=list(drawing.ticks(drawing.most_people, PEOPLE_FOOT, PEOPLE_HIGH)),
        expected=[drawing.came_bar(slot, halves.expected, 0.04) for slot in halves.slots],
        came=[
            drawing.came_bar(slot, halves.came, 0.2)
            for slot in halves.slots[: len(halves.came)]
            if halves.came[slot - halves.first]
        ],
        gaps=list(drawing.gaps()),
        need=drawing.steps(halves.need),
        here=drawing.steps(halves.here),
        area=f"{drawing.steps(halves.here)}V{PEOPLE_FOOT:.1f}H{LEFT:.1f}Z",
        now=drawing.now(),
        worst=drawing.worst(missing),
    )


class _Drawing:
    """The scales of one picture."""

    def __init__(self, halves: Halves, at: datetime) -> None:
        self.halves, self.at = halves, at
        self.wide = (WIDTH - LEFT) / len(halves.expected)
        self.most_came = max(4.0, *halves.expected, *halves.came)
        self.most_people = max(2.0, *halves.need, *halves.here)

    def x(self, slot: float) -> float:
        return LEFT + (slot - self.halves.first) * self.wide

    def people_y(self, people: float) -> float:
        return PEOPLE_FOOT - people / self.most_people * PEOPLE_HIGH

    def came_bar(self, slot: int, values: Sequence[float], margin: float) -> Bar:
        high = values[slot - self.halves.first] / self.most_came * CAME_HIGH
        return Bar(
            f"{self.x(slot) + margin * self.wide:.1f}",
            f"{CAME_FOOT - high:.1f}",
            f"{(1 - 2 * margin) * self.wide:.1f}",
            f"{high:.1f}",
            is_now=slot == slot_of(self.at),
        )

    def steps(self, values: Sequence[float]) -> str:
        """Return a path that is level in each half hour."""
        parts = (
            f"{self.people_y(value):.1f}H{self.x(self.halves.first + place + 1):.1f}"
            for place, value in enumerate(values)
        )
        return f"M{LEFT:.1f} " + "V".join(parts)

    def gaps(self) -> Iterator[Bar]:
        for slot in self.halves.slots:
            if self.halves.missing(slot) >= TIGHT:
                top = self.people_y(self.halves.need[slot - self.halves.first])
                foot = self.people_y(self.halves.here[slot - self.halves.first])
                yield Bar(
                    f"{self.x(slot):.1f}", f"{top:.1f}", f"{self.wide:.1f}", f"{foot - top:.1f}"
                )

    def ticks(self, most: float, foot: float, high: float) -> Iterator[Mark]:
        """Yield one or two round figures with their places."""
        step = next(one for one in _round_figures() if most / one < 3)
        for count in range(1, int(most // step) + 1):
            y = foot - count * step / most * high
            yield Mark(f"{LEFT - 8:.1f}", f"{y:.1f}", number_format(count * step))

    def now(self) -> Mark | None:
        local = localtime(self.at)
        place = (local.hour * 60 + local.minute) / MINUTES
        if not self.halves.first <= place < self.halves.slots.stop:
            return None
        return Mark(f"{self.x(place):.1f}", "108", local.strftime("%H:%M"))

    def worst(self, words: str) -> Mark | None:
        ahead = [slot for slot in self.halves.slots if slot >= slot_of(self.at)]
        slot = max(ahead, key=self.halves.missing, default=None)
        if slot is None or self.halves.missing(slot) < MISSING:
            return None
        top = self.people_y(self.halves.need[slot - self.halves.first])
        x = min(max(self.x(slot + 0.5), LEFT + 40), WIDTH - 40)
        return Mark(
            f"{x:.1f}", f"{top - 5:.1f}", words % {"count": decimal(self.halves.missing(slot))}
        )


def decimal(value: float) -> str:
    """Write a number of people with one decimal."""
    return number_format(round(value, 1) + 0.0, 1)


def _column(halves: Halves, slot: int) -> Column:
    place = slot - halves.first
    missing = round(halves.missing(slot), 1)
    sign = "\N{MINUS SIGN}" if missing > 0 else "+" if missing < 0 else ""
    return Column(
        time=clock_of(slot),
        is_whole=slot % 2 == 0,
        came=number_format(halves.came[place]) if place < len(halves.came) else "",
        expected=number_format(round(halves.expected[place])),
        need=decimal(halves.need[place]),
        here=decimal(halves.here[place]),
        gap=sign + decimal(abs(missing)),
        tone="short" if missing >= MISSING else "some" if missing > 0 else "",
    )


def _round_figures() -> Iterator[int]:
    power = 1
    while True:
        yield from (power, 2 * power, 5 * power)
        power *= 10
