"""Foresee the rest of the day, and what levers would do to it; and pull one that was foreseen."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from procrastinate import exceptions
from procrastinate.contrib.django import app

from gensvar.foundation.acting import action
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.routing.actions.intake import count_intake
from gensvar.operations.routing.actions.levers import LeverWish, pull
from gensvar.operations.routing.models import Forecast, Lever, Queue, Skill
from gensvar.operations.routing.queries.halfhours import half_hours
from gensvar.operations.routing.queries.today import LIVE_CHANNELS, Today, day_so_far
from gensvar.operations.routing.rules import levers as rules
from gensvar.science.simulation.foreseeing import Effect, Foreseen, Prediction, foresee

# The work of one forecast: at most so many contacts are played in each day that is tried.
MOST_PLAYED = 25_000
FEWEST_RUNS, MOST_RUNS = 20, 60
# From so many plays of a hundred on in which a queue breaks its goal, help is looked for.
NEEDY = 0.2
MOST_NEEDY, MOST_LEVERS = 2, 4
# What changes the level by less than half a point helps nobody.
LEAST_GAIN = 0.005
LASTS, QUARTER = timedelta(hours=2), timedelta(minutes=15)
# What was worked out longer ago is not acted on, and is worked out again when somebody looks.
ACTED_ON, FRESH = timedelta(minutes=30), timedelta(minutes=3)
KEPT = timedelta(days=7)


class ForecastIsOld(Refused):
    message = _("That was worked out too long ago to act on. Look at what is foreseen now.")


class NoSuchLever(Refused):
    message = _("That lever is not among those that were worked out. Look again.")
    status = 404


def ask_for_forecast(clients: Iterable[int], *, at: datetime, even_if_fresh: bool = False) -> bool:
    """Have the day foreseen in the background unless it just was; say whether it was asked for."""
    newest = [newest_forecast(client) for client in clients]
    if not newest or (
        not even_if_fresh and all(one is not None and at - one.made_at < FRESH for one in newest)
    ):
        return False
    task = app.configure_task("routing.foresee", queueing_lock="routing.foresee")
    try:
        with transaction.atomic():
            task.defer(timestamp=0)
    except exceptions.AlreadyEnqueued:
        return False
    return True


def newest_forecast(client: int) -> Forecast | None:
    return Forecast.objects.filter(client=client).order_by("-made_at").first()


@action
def foresee_day(*, at: datetime, runs: int | None = None) -> int:
    """Play the rest of the day and write down what it will be; return for how many clients."""
    Forecast.objects.filter(made_at__lt=at - KEPT).delete()
    count_intake(at=at)
    today = day_so_far(at=at)
    if today is None:
        return 0
    runs = runs or _runs(today)
    goals = {key: queue.goal_percent / 100 for key, queue in today.names.items()}
    so_far = {key: known.so_far for key, known in today.measured.items()}

    def played(tries: Mapping[str, Any]) -> Foreseen:
        return foresee(
            today.scenario, today.start, so_far=so_far, goals=goals, tries=tries, runs=runs
        )

    predictions = played({}).predictions
    tried = _tried(today, predictions, at=at)
    effects: Mapping[str, Mapping[int, Effect]] = {}
    if tried:
        tries = {key: _events(today, lever) for key, lever in tried.items()}
        effects = played(tries).effects
    halves = half_hours(today, at=at)
    by_client: dict[int, list[int]] = {}
    for key, queue in today.names.items():
        by_client.setdefault(queue.client_id, []).append(key)
    for client, queues in by_client.items():
        Forecast.objects.create(
            client_id=client,
            made_at=at,
            until=today.moment(today.start.until),
            runs=runs,
            queues={
                str(key): _told(today, key, predictions[key]) | {"half_hours": halves[key]}
                for key in queues
            },
            levers=_worth_it(today, tried, effects, queues),
            tried=sum(lever.queue in queues for lever in tried.values()),
        )
    return len(by_client)


@action
def pull_foreseen(forecast: Forecast, key: str, *, by: Agent, at: datetime) -> Lever:
    """Pull a lever with the effect that was foreseen of it."""
    if at - forecast.made_at > ACTED_ON:
        raise ForecastIsOld
    found = next((one for one in forecast.levers if one["key"] == key), None)
    queue = Queue.objects.filter(pk=found["queue"]).first() if found else None
    if found is None or queue is None:
        raise NoSuchLever
    wish = LeverWish(
        kind=rules.LeverKind(found["kind"]),
        queue=queue,
        skill=Skill.objects.filter(pk=found["skill"]).first() if found["skill"] else None,
        level=found["level"],
        channel=found["channel"],
        agents=found["agents"],
        ends_at=datetime.fromisoformat(found["ends_at"]),
        expected=found,
    )
    lever = pull(forecast.client, wish, by=by, at=at)
    ask_for_forecast([forecast.client_id], at=at, even_if_fresh=True)
    return lever


def _runs(today: Today) -> int:
    coming = sum(sum(known.rest) for known in today.measured.values())
    contacts = coming + len(today.start.waiting) + 1
    return int(max(FEWEST_RUNS, min(MOST_RUNS, MOST_PLAYED / contacts)))


def _tried(
    today: Today, predictions: Mapping[int, Prediction], *, at: datetime
) -> dict[str, rules.Lever]:
    """Return what is worth trying, by a name of its own, for the queues in most need."""
    until = min(today.start.until, _quarter_after(at + LASTS).timestamp() - today.origin)
    if until - today.start.at < QUARTER.total_seconds():
        return {}
    pulled = {one.what for one in today.levers}
    found: dict[str, rules.Lever] = {}
    for client in sorted({queue.client_id for queue in today.names.values()}):
        own = [key for key, queue in today.names.items() if queue.client_id == client]
        needy = sorted(
            (key for key in own if predictions[key].breaks >= NEEDY),
            key=lambda key: (-predictions[key].breaks, predictions[key].level.mean, key),
        )[:MOST_NEEDY]
        spared = {
            key
            for key in own
            if today.queues[key].channel not in LIVE_CHANNELS and predictions[key].breaks < NEEDY
        }
        levers = rules.proposed(
            needy,
            today.queues,
            today.here,
            at=today.start.at,
            until=until,
            can_wait=spared,
            most=MOST_LEVERS,
        )
        for number, lever in enumerate(levers):
            if lever.what not in pulled:
                found[f"{client}-{number}"] = lever
    return found


def _events(today: Today, lever: rules.Lever) -> Any:
    levers = [*today.levers, lever]
    return rules.told(levers, today.queues, today.agents, since=today.start.at)


def _told(today: Today, key: int, found: Prediction) -> dict[str, Any]:
    known = today.measured[key]
    when = found.breaks_at
    return {
        "level": asdict(found.level),
        "come": asdict(found.come),
        "breaks": found.breaks,
        "breaks_at": {name: today.moment(value).isoformat() for name, value in asdict(when).items()}
        if when
        else None,
        "levels": list(found.levels),
        # Whether anything is known of any contact by the end of the day.
        "is_known": known.so_far.settled > 0 or any(one is not None for one in found.levels),
        "goal": today.names[key].goal_percent / 100,
        "came": known.came,
        "expected": known.expected,
        "days": known.days,
        "handling_seconds": known.handling.mean,
        "handled": asdict(known.handled),
        "handled_before": asdict(known.handled_before),
    }


def _worth_it(
    today: Today,
    tried: Mapping[str, rules.Lever],
    effects: Mapping[str, Mapping[int, Effect]],
    queues: Iterable[int],
) -> list[dict[str, Any]]:
    """Return the levers that help some queue of a client, the greatest gain first."""
    own = set(queues)
    found = []
    for key, lever in tried.items():
        if lever.queue not in own:
            continue
        by_queue = {number: effects[key][number] for number in own}
        helped = max(by_queue, key=lambda number: (by_queue[number].change.mean, -number))
        if by_queue[helped].change.mean < LEAST_GAIN:
            continue
        found.append(
            {
                "key": key,
                "kind": lever.kind.value,
                "queue": lever.queue,
                "skill": int(lever.skill) if lever.skill else None,
                "level": lever.level,
                "channel": lever.channel,
                "agents": sorted(lever.agents),
                "ends_at": today.moment(lever.ends_at).isoformat(),
                "helps": helped,
                "effects": {str(number): asdict(effect) for number, effect in by_queue.items()},
            }
        )
    return sorted(found, key=lambda one: -one["effects"][str(one["helps"])]["change"]["mean"])


def _quarter_after(at: datetime) -> datetime:
    over = timedelta(minutes=at.minute % 15, seconds=at.second, microseconds=at.microsecond)
    return at - over + QUARTER if over else at
