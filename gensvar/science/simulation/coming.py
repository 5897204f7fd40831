"""Who comes, when, and what each will want: drawn alike whatever is tried with the centre."""

from collections.abc import Iterator
from math import inf
from random import Random

from gensvar.science.routing.rows import Contact
from gensvar.science.simulation.hours import DAY, WEEK
from gensvar.science.simulation.scenario import Stream
from gensvar.science.simulation.visits import Visit


class Coming:
    """Those who come to one queue; each queue has a chance of its own, and so has the clock."""

    def __init__(self, stream: Stream, *, days: int, seed: int, since: float = 0.0) -> None:
        self.stream = stream
        name = f"{seed}/{stream.queue.id}"
        self.times = _times(stream, days, Random(f"{name}/times"), since)
        self._random = Random(name)
        # Apart, so that the others are the same whether it is offered or not.
        self._calling = Random(f"{name}/calling back")

    def visit(self, number: int, *, at: float) -> Visit:
        """Draw the next who comes, at an instant, with a number of theirs."""
        stream, random, rule = self.stream, self._random, self.stream.calling_back
        row = Contact(
            number,
            stream.queue.id,
            at,
            stream.hours.after(at, stream.goal_seconds) - at,
            stream.priority,
            stream.languages.draw(random),
            bool(stream.vulnerable) and random.random() < stream.vulnerable,
        )
        visit = Visit(
            row,
            stream,
            handling=stream.handling.draw(random),
            wrap_up=stream.wrap_up.draw(random),
            answering=stream.answering.draw(random),
            patience=stream.patience.draw(random) if stream.turns_away else inf,
        )
        if rule is not None:
            calling = self._calling
            visit.wants_calling_back = calling.random() < rule.accepts
            picks_up = (go for go in range(1, rule.tries + 1) if calling.random() < rule.reached)
            visit.picks_up_at = next(picks_up, 0)
        return visit


def _times(stream: Stream, days: int, random: Random, since: float) -> Iterator[float]:
    """Yield when somebody comes, in order: by chance and independently, at each stretch's rate.

    All rates of a play are as many times the usual, by a factor with the mean 1 that it draws.
    """
    swing = stream.swing
    factor = random.gammavariate(1 / swing**2, swing**2) if swing else 1.0
    for day in range(int(since // DAY), days):
        for stretch in sorted(stream.arrivals, key=lambda stretch: stretch.spell.begin):
            spell = stretch.spell
            if day % WEEK in spell.weekdays and stretch.count:
                rate = factor * stretch.count / (spell.end - spell.begin)
                at, end = max(since, day * DAY + spell.begin), day * DAY + spell.end
                while (at := at + random.expovariate(rate)) < end:
                    yield at
