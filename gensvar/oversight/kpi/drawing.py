"""Where the parts of a bar chart lie, in units of the picture; nothing of what is counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, log10

WIDTH, HEIGHT = 660, 260
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 28, 44
MOST_STEPS = 5
LINE_HEIGHT, LINE_SIDES, LINE_ROOM = 200, 20, 0.15


@dataclass(frozen=True)
class Piece:
    """A part of a bar; `kind` is its place among the parts."""

    kind: int
    y: float
    height: float


@dataclass(frozen=True)
class Bar:
    x: float
    width: float
    y: float
    height: float
    pieces: tuple[Piece, ...]

    @property
    def middle(self) -> float:
        return self.x + self.width / 2


@dataclass(frozen=True)
class Tick:
    y: float
    value: int


@dataclass(frozen=True)
class Chart:
    width: int
    height: int
    left: int
    right: int
    foot: float
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]


def bars_drawn(columns: Sequence[tuple[int, Sequence[int]]]) -> Chart:
    """Lay out a bar for each column: its whole, and the parts that it is stacked of, if any."""
    step = _step(max((whole for whole, _parts in columns), default=0))
    top = step * max(ceil(max((whole for whole, _ in columns), default=1) / step), 1)
    foot, room = HEIGHT - BOTTOM, HEIGHT - BOTTOM - TOP
    pitch = (WIDTH - LEFT - RIGHT) / max(len(columns), 1)
    bars = []
    for place, (whole, parts) in enumerate(columns):
        height = room * whole / top
        bars.append(
            Bar(
                x=round(LEFT + pitch * (place + 0.2), 1),
                width=round(pitch * 0.6, 1),
                y=round(foot - height, 1),
                height=round(height, 1),
                pieces=tuple(_stacked(parts, foot, room / top)),
            )
        )
    ticks = tuple(
        Tick(round(foot - room * value / top, 1), value) for value in range(0, top + 1, step)
    )
    return Chart(WIDTH, HEIGHT, LEFT, WIDTH - RIGHT, foot, tuple(bars), ticks)


def _stacked(parts: Sequence[int], foot: float, unit: float) -> list[Piece]:
    pieces, reached = [], 0
    for kind, part in enumerate(parts):
        reached += part
        if part:
            pieces.append(Piece(kind, round(foot - reached * unit, 1), round(part * unit, 1)))
    return pieces


def _step(largest: int) -> int:
    """Return a round number of which a few make up the scale: 1, 2 or 5 times a power of ten."""
    least = max(largest / MOST_STEPS, 1)
    power = int(10 ** int(log10(least)))
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least)


@dataclass(frozen=True)
class Dot:
    x: float
    y: float


@dataclass(frozen=True)
class Line:
    """A line through the points that have a value; it breaks where there is none."""

    width: int
    height: int
    left: int
    right: int
    foot: float
    # The middle of each column, with or without a value, and the dot of each that has one.
    columns: tuple[float, ...]
    dots: tuple[Dot | None, ...]
    goal_y: float | None

    @property
    def path(self) -> str:
        parts, is_broken = [], True
        for dot in self.dots:
            if dot is not None:
                parts.append(f"{'M' if is_broken else 'L'}{dot.x} {dot.y}")
            is_broken = dot is None
        return " ".join(parts)


def line_drawn(values: Sequence[float | None], *, goal: float | None = None) -> Line:
    """Lay out a line; the scale reaches from the least to the most, goal and some room included."""
    known = [value for value in (*values, goal) if value is not None]
    low, high = min(known, default=0.0), max(known, default=1.0)
    room = (high - low) or abs(high) or 1.0
    low, high = low - room * LINE_ROOM, high + room * LINE_ROOM
    foot = LINE_HEIGHT - BOTTOM
    unit = (foot - TOP) / (high - low)
    pitch = (WIDTH - LINE_SIDES * 2) / max(len(values), 1)
    columns = tuple(round(LINE_SIDES + pitch * (place + 0.5), 1) for place in range(len(values)))
    dots = tuple(
        None if value is None else Dot(x, round(foot - (value - low) * unit, 1))
        for x, value in zip(columns, values, strict=True)
    )
    goal_y = None if goal is None else round(foot - (goal - low) * unit, 1)
    right = WIDTH - LINE_SIDES
    return Line(WIDTH, LINE_HEIGHT, LINE_SIDES, right, foot, columns, dots, goal_y)
