"""Pure: who answers on a day, given the rota and who is away."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class How(StrEnum):
    """By what right somebody answers for a group."""

    DUTY = "duty"
    STAND_IN = "stand-in"
    DEPUTY = "deputy"
    MANAGER = "manager"
    MEMBER = "member"
    # Somebody further up, since nobody nearer is here.
    ABOVE = "above"
    # Away, and nobody is here in their stead; told all the same, never nobody.
    AWAY = "away"


@dataclass(frozen=True)
class Turn:
    """A row of the rota: whose turn it is on some weekdays (Monday is 0), as duty or as deputy."""

    agent_id: int
    weekdays: frozenset[int]
    valid_from: date
    valid_until: date | None
    is_deputy: bool

    def holds_on(self, day: date) -> bool:
        has_ended = self.valid_until is not None and self.valid_until <= day
        return self.valid_from <= day and not has_ended and day.weekday() in self.weekdays


def answering(
    turns: Iterable[Turn],
    day: date,
    *,
    away: Collection[int] = (),
    stand_ins: Mapping[int, int] | None = None,
    passed_over: Collection[int] = (),
) -> tuple[int, How] | None:
    """Return who answers on a day and by what right; None where nobody of the rota can.

    Somebody on duty goes before whoever they have named to stand in, and that person before the
    deputy. `passed_over` have had the question and done nothing, so it is not theirs again.
    """
    today = [turn for turn in turns if turn.holds_on(day)]
    out = {*away, *passed_over}
    on_duty = [turn.agent_id for turn in today if not turn.is_deputy]
    in_their_stead = [(stand_ins or {}).get(one) for one in on_duty if one in away]
    deputies = [turn.agent_id for turn in today if turn.is_deputy]
    candidates = (
        *((one, How.DUTY) for one in on_duty),
        *((one, How.STAND_IN) for one in in_their_stead if one is not None),
        *((one, How.DEPUTY) for one in deputies),
    )
    return next((found for found in candidates if found[0] not in out), None)
