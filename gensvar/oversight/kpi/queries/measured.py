"""Which measures have a figure today, and what it is: the definitions, fed with what is counted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Final

from django.utils.timezone import localdate

from gensvar.foundation.agreements.models import Client
from gensvar.oversight.kpi.queries.answers import answer_support
from gensvar.oversight.kpi.queries.first_contact import first_contacts
from gensvar.oversight.kpi.queries.goals import (
    answered_in_time,
    call_length,
    feedback_in_time,
    limits,
    solved_at_front,
)
from gensvar.oversight.kpi.queries.keeping import OUTCOME_KEYS, promises_kept, sent_round
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.registering import registration
from gensvar.oversight.kpi.rules import FEWEST_TOLD, Share, share_of
from gensvar.science.kpi.figures import Figure

# By way of counting; None where so few are not told.
Figures = Mapping[str, Figure | None]


@dataclass(frozen=True)
class Asked:
    """Whose figure, for which days, and when it is asked for."""

    client: Client
    period: Period
    at: datetime


def measured(code: str, client: Client, period: Period, *, at: datetime) -> Figures | None:
    """Return what a measure came to in a period; None for a measure that nothing feeds yet."""
    feed = FEEDS.get(code)
    return feed(Asked(client, period, at)) if feed else None


def fed_codes() -> frozenset[str]:
    return frozenset(FEEDS)


def _told(share: Share | None) -> Figure | None:
    """Return a share as a figure; None where it is of so few that it would tell of them."""
    return None if share is None or 0 < share.whole < FEWEST_TOLD else share.figure


def _service_level(asked: Asked) -> Figures:
    seconds, _days = limits(asked.client, asked.period)
    return {"D": _told(answered_in_time(asked.client, asked.period, seconds=seconds))}


def _first_contact(asked: Asked) -> Figures:
    whole, _channels = first_contacts(asked.client, asked.period)
    share = None if whole.is_hidden else whole.share.figure
    referred = whole.referred_share.figure if whole.tells_referred else None
    return {"all": share, "referred": referred}


def _solved_at_front(asked: Asked) -> Figures:
    return {"": _told(solved_at_front(asked.client, asked.period))}


def _feedback(asked: Asked) -> Figures:
    _seconds, days = limits(asked.client, asked.period)
    return {"": _told(feedback_in_time(asked.client, asked.period, days=days, at=asked.at))}


def _promises(asked: Asked) -> Figures:
    keeping = promises_kept(asked.client, asked.period)
    shares = zip(OUTCOME_KEYS, keeping.shares, strict=True)
    return {key: share.figure if keeping.is_told else None for key, share in shares}


def _call_length(asked: Asked) -> Figures:
    seconds, calls = call_length(asked.client, asked.period)
    if 0 < calls < FEWEST_TOLD:
        return {"": None}
    return {"": Figure((seconds or Fraction()) * calls, Fraction(calls), is_division=True)}


def _answers(asked: Asked) -> Figures:
    support = answer_support(asked.client, asked.period, today=localdate(asked.at))
    fresh = share_of(
        "K75",
        articles_fresh=support.fresh.current,
        articles=support.fresh.published,
        key="articles",
    )
    return {"articles": fresh.figure, "used": support.used.figure if support.used else None}


def _registered(asked: Asked) -> Figures:
    whole, _days = registration(asked.client, asked.period)
    shares = {"all": whole.share, "neither": whole.share_neither}
    return {key: None if whole.is_hidden else one.figure for key, one in shares.items()}


def _sent_round(asked: Asked) -> Figures:
    share = sent_round(asked.client, asked.period)
    return {"": share.figure if share else None}


FEEDS: Final[Mapping[str, Callable[[Asked], Figures]]] = {
    "K02": _service_level,
    "K20": _first_contact,
    "K23": _solved_at_front,
    "K26": _feedback,
    "K30": _promises,
    "K40": _call_length,
    "K75": _answers,
    "K76": _registered,
    "K114": _sent_round,
}
