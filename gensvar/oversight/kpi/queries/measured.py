"""Which measures have a figure today, and what it is: the definitions, fed with what is counted."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from functools import partial
from typing import Final

from django.utils.timezone import localdate

from gensvar.foundation.agreements.models import Client
from gensvar.operations.disposal.queries import overdue
from gensvar.operations.register.queries.answering import coverage_of
from gensvar.operations.workorders.queries.listing import facts_of, orders_of
from gensvar.operations.workorders.rules.measures import (
    Facts,
    HoursVariance,
    Variance,
    cost_variance,
    hours_variance,
    on_time,
    repeat_share,
    reported_back,
)
from gensvar.operations.workorders.rules.measures import Share as OrderShare
from gensvar.oversight.kpi.models import Goal, MeasureGoal
from gensvar.oversight.kpi.queries.answer_times import mail_answered
from gensvar.oversight.kpi.queries.answers import answer_support
from gensvar.oversight.kpi.queries.counting import Counts, counts, last_kept
from gensvar.oversight.kpi.queries.first_contact import first_contacts
from gensvar.oversight.kpi.queries.from_facts import (
    BY_QUEUE,
    FED,
    KEPT_ON,
    Figures,
    Given,
    fed_counters,
    figures_of,
    given_of,
    is_of_facts,
)
from gensvar.oversight.kpi.queries.goals import (
    call_length,
    feedback_in_time,
    limits,
    solved_at_front,
)
from gensvar.oversight.kpi.queries.keeping import OUTCOME_KEYS, promises_kept, sent_round
from gensvar.oversight.kpi.queries.noted import OF_NOTED, noted_figures
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.registering import registration
from gensvar.oversight.kpi.queries.subjects import tiers
from gensvar.oversight.kpi.queries.ways import unserved
from gensvar.oversight.kpi.rules import FEWEST_TOLD, Share, hidden, share_of
from gensvar.science.kpi.definitions import Definition, Version
from gensvar.science.kpi.figures import Counted, Figure
from gensvar.science.kpi.reading import registry
from gensvar.science.kpi.tallying import tally


@dataclass(frozen=True)
class Asked:
    """Whose figure, for which days, by which version, and when it is asked for."""

    client: Client
    period: Period
    at: datetime
    version: Version | None = None
    # Without it also days that are not told as whole yet.
    is_whole: bool = True
    limits: Mapping[str, float] = field(default_factory=dict)
    # Only what came through this queue, or in this channel.
    queue_id: int | None = None
    channel: str = ""
    found: Counts | None = None  # where it has been asked for already


# Those that are told of one channel at a time; the others are of one channel, or of cases.
BY_CHANNEL: Final = frozenset({"K20"})


def measured(
    code: str,
    client: Client,
    period: Period,
    *,
    at: datetime,
    version: Version | None = None,
    is_whole: bool = True,
    queue_id: int | None = None,
    channel: str = "",
    definition: Definition | None = None,
) -> Figures | None:
    """Return what a measure came to in a period; None for a measure that nothing feeds yet."""
    figures, _given = measured_with_terms(
        code,
        client,
        period,
        at=at,
        version=version,
        is_whole=is_whole,
        queue_id=queue_id,
        channel=channel,
        definition=definition,
    )
    return figures


def measured_with_terms(
    code: str,
    client: Client,
    period: Period,
    *,
    at: datetime,
    version: Version | None = None,
    is_whole: bool = True,
    queue_id: int | None = None,
    channel: str = "",
    definition: Definition | None = None,
    limits: Mapping[str, float] | None = None,
    found: Counts | None = None,
) -> tuple[Figures | None, Given]:
    """Return what a measure came to, and each counter that the told figures are made of.

    `limits` stand in place of those that were agreed on for the period. A measure that is not
    counted by queue, or channel, has no figure of one. One of a client's own is given by its
    definition.
    """
    definition = definition or registry().definitions[code]
    if not is_fed(definition):
        return None, {}
    if (queue_id is not None and code not in BY_QUEUE) or (channel and code not in BY_CHANNEL):
        return None, {}
    asked = Asked(
        client,
        period,
        at,
        version=version,
        is_whole=is_whole,
        limits=agreed_limits(code, client, period) if limits is None else limits,
        queue_id=queue_id,
        channel=channel,
        found=found,
    )
    version = version or definition.current
    if is_of_facts(code):
        given = _given(definition, asked, version)
        figures = figures_of(definition, given, version=version)
        return figures, _told_terms(figures, given, version)
    figures = FEEDS[code](asked)
    return figures, _terms_of(figures, version)


def is_fed(definition: Definition) -> bool:
    """Say whether a measure has a figure today, in one way of counting at least."""
    if definition.code in registry().definitions:
        return definition.code in FEEDS
    known = fed_counters()
    return any(
        known.issuperset(registry().formula(measure).counters)
        for measure in definition.current.measures
    )


def _given(definition: Definition, asked: Asked, version: Version) -> Given:
    period, kept = asked.period, KEPT_ON.get(definition.code)
    if kept:
        period = last_kept(asked.client, period, kept, is_whole=asked.is_whole)
    found = None if kept else asked.found
    if found is None:
        found = counts(asked.client, period, is_whole=asked.is_whole, queue_id=asked.queue_id)
    return given_of(
        definition,
        found,
        version=version,
        limits=asked.limits,
        is_of_queue=asked.queue_id is not None,
    )


def _told_terms(figures: Figures, given: Given, version: Version) -> Given:
    """Return the counters of those ways of counting that are told."""
    names = {
        name
        for measure in version.measures
        if figures.get(measure.key) is not None
        for name in registry().formula(measure).counters
    }
    return {name: value for name, value in given.items() if name in names}


def _terms_of(figures: Figures, version: Version) -> Given:
    """Return the counters that are numerator or denominator by themselves."""
    given: Given = {}
    for measure in version.measures:
        figure, halves = figures.get(measure.key), registry().formula(measure).halves
        if figure is None or halves is None:
            continue
        for node, value in zip(halves, (figure.part, figure.whole), strict=True):
            if isinstance(node, ast.Name) and value is not None:
                given[node.id] = value
    return given


def agreed_limits(code: str, client: Client, period: Period) -> dict[str, float]:
    """Return the limits that were agreed on with a client, where they are others than usual."""
    agreed = MeasureGoal.objects.filter(client=client, code=code, valid_from__lt=period.ends_on)
    newest = agreed.order_by("-valid_from").first()
    if newest and newest.limits:
        return dict(newest.limits)
    if code != "K02":
        return {}
    goal = Goal.objects.filter(
        client=client, measure=Goal.Measure.ANSWERED_IN_TIME, valid_from__lt=period.ends_on
    )
    found = goal.order_by("-valid_from").first()
    return {"T": found.limit} if found and found.limit else {}


def fed_codes() -> frozenset[str]:
    return frozenset(FEEDS)


def _told(share: Share | None) -> Figure | None:
    """Return a share as a figure; None where it is of so few that it would tell of them."""
    return None if share is None or 0 < share.whole < FEWEST_TOLD else share.figure


def _from_facts(code: str, asked: Asked) -> Figures:
    definition = registry().definitions[code]
    version = asked.version or definition.current
    return figures_of(definition, _given(definition, asked, version), version=version)


def _from_noted(code: str, asked: Asked) -> Figures:
    return noted_figures(code, asked.client, asked.period, at=asked.at)


def _first_contact(asked: Asked) -> Figures:
    whole, channels = first_contacts(asked.client, asked.period)
    if asked.channel:
        found = next((one for one in channels if one.channel == asked.channel), None)
        if found is None:
            return {}
        whole = found
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


def _answer_times(asked: Asked) -> dict[str, Counted]:
    """Count the mail that a case began with, confidential as well: only times leave."""
    mails = mail_answered(asked.client, asked.period, at=asked.at)
    return {
        "mail_to_answer": mails.one_day.whole,
        "mail_in_one_day": mails.one_day.part,
        "mail_in_two_days": mails.two_days.part,
        "reply_hours": tally(mails.hours),
    }


def _mail_in_time(asked: Asked) -> Figures:
    given = _answer_times(asked)
    return {key: _unless_few(registry().figure("K11", given, key=key)) for key in ("one", "two")}


def _mail_hours(asked: Asked) -> Figures:
    given = _answer_times(asked)
    keys = ("median", "p90")
    return {key: _unless_few(registry().figure("K12", given, key=key)) for key in keys}


def _unless_few(figure: Figure) -> Figure | None:
    of = figure.of if figure.of is not None else figure.whole
    return None if of is not None and 0 < of < FEWEST_TOLD else figure


def _orders(asked: Asked) -> list[Facts]:
    since, until = asked.period.instants()
    rows = orders_of([asked.client.pk]).filter(made_at__gte=since, made_at__lt=until)
    return facts_of(rows)


def _order_variance(asked: Asked) -> Figures:
    orders = _orders(asked)
    return {"cost": _variance(cost_variance(orders)), "time": _variance(hours_variance(orders))}


def _variance(found: Variance | HoursVariance) -> Figure | None:
    whole = Fraction(found.estimate)
    few = 0 < found.orders < FEWEST_TOLD
    return None if few else Figure(Fraction(found.actual) - whole, whole, is_division=True)


def _order_share(share: Callable[[list[Facts]], OrderShare], asked: Asked) -> Figures:
    found = share(_orders(asked))
    return {"": _told(Share(found.part, found.whole))}


def _kept_too_long(asked: Asked) -> Figures:
    kept = overdue(asked.client, at=asked.at, on=localdate(asked.at))
    return {"": Figure(Fraction(kept))}


def _register(asked: Asked) -> Figures:
    found = coverage_of(asked.client, on=localdate(asked.at))
    return {"": share_of("K124", register_mapped=found.mapped, register_all=found.all).figure}


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


def _tiers(asked: Asked) -> Figures:
    found = list(tiers(asked.client, asked.period))
    given: dict[str, Counted] = {
        "solved_1": sum(row.self_service for row in found),
        "solved_2": sum(row.front for row in found),
        "solved_3": sum(row.department for row in found),
    }
    masks = hidden([int(str(count)) for count in given.values()])
    return {
        key: None if place in masks else registry().figure("K33", given, key=key)
        for place, key in enumerate(("self", "front", "department"))
    }


def _ways_in(asked: Asked) -> Figures:
    found = unserved(asked.client, asked.period)
    given: dict[str, Counted] = {
        "paths_without_owner": found.without_owner,
        "paths_owned_unanswered": found.unanswered,
    }
    return {"": registry().figure("K115", given)}


def _sent_round(asked: Asked) -> Figures:
    share = sent_round(asked.client, asked.period)
    return {"": share.figure if share else None}


FEEDS: Final[Mapping[str, Callable[[Asked], Figures]]] = {
    **{code: partial(_from_facts, code) for code in FED},
    **{code: partial(_from_noted, code) for code in OF_NOTED},
    "K11": _mail_in_time,
    "K12": _mail_hours,
    "K20": _first_contact,
    "K23": _solved_at_front,
    "K26": _feedback,
    "K30": _promises,
    "K33": _tiers,
    "K40": _call_length,
    "K75": _answers,
    "K76": _registered,
    "K104": _kept_too_long,
    "K114": _sent_round,
    "K115": _ways_in,
    "K120": _order_variance,
    "K121": partial(_order_share, repeat_share),
    "K122": partial(_order_share, on_time),
    "K123": partial(_order_share, reported_back),
    "K124": _register,
}
