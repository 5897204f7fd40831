"""Where the parts of a bar chart lie, in units of the picture; nothing of what is counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, log10

WIDTH, HEIGHT = 660, 260
LEFT, RIGHT, TOP, BOTTOM = 56, 16, 28, 44
MOST_STEPS = 5


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
