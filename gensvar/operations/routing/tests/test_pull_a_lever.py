"""A lever is foreseen, pulled, obeyed, and gone again at the time that was stated."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import transaction

from gensvar.foundation.events.models import EventRecord
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import Forecast, Lever, Offer, Waiting
from gensvar.operations.routing.queries.today import day_so_far
from gensvar.operations.routing.rules.levers import LeverKind
from gensvar.science.simulation.foreseeing import level_of, plays

HOUR = timedelta(hours=1)


@pytest.fixture
def roads(floor):
    """A queue of something else than Ada knows."""
    return actions.add_skill(floor.client, name="vatten")


@pytest.fixture
def bos_day(floor, roads, ada, bo):
    """Bo knows water and has nothing to do; two callers wait for Ada, who has gone."""
    floor.seat(ada)
    floor.seat(bo, skill=roads)
    actions.go_away(ada, reason="signed-out", at=floor.at)
    floor.turn()
    floor.comes()
    floor.comes()
    floor.turn(after=1)
    assert not Offer.objects.live().exists()
    return floor


def wish(floor, kind=LeverKind.LEND, **changes):
    given = {"kind": kind, "queue": floor.phone, "ends_at": floor.at + HOUR}
    return actions.LeverWish(**given | changes)


def pulled(floor, *args, **changes):
    return actions.pull(floor.client, wish(floor, *args, **changes), by=floor.lead, at=floor.at)


def test_a_lent_skill_is_obeyed_at_once_and_ends_by_itself(bos_day, bo):
    floor = bos_day
    lever = pulled(floor, skill=floor.skill, agents=[bo.pk])
    floor.turn()
    offer = floor.accepted(bo)
    actions.finish(offer, by=bo, at=floor.at)
    floor.turn(after=1)
    assert floor.accepted(bo)

    actions.finish(floor.offered(bo), by=bo, at=floor.at)
    floor.turn(after=3600)
    floor.comes()
    floor.turn(after=2)
    assert not Offer.objects.live().filter(agent=bo).exists()
    assert actions.end_levers(at=floor.at) == 1
    assert actions.end_levers(at=floor.at) == 0
    lever.refresh_from_db()
    assert (lever.ended_at, lever.ended_by) == (lever.ends_at, None)


def test_a_lever_that_is_taken_back_ends_at_once(bos_day, bo, cia):
    floor = bos_day
    lever = pulled(floor, skill=floor.skill, agents=[bo.pk])
    actions.take_back(lever, by=cia, at=floor.at)
    floor.turn(after=1)
    assert not Offer.objects.live().exists()
    with pytest.raises(actions.LeverIsOver):
        actions.take_back(lever, by=cia, at=floor.at)


def test_a_queue_asks_more_people_while_it_is_widened(bos_day, bo, roads):
    floor = bos_day
    pulled(floor, LeverKind.WIDEN, skill=roads)
    floor.turn(after=1)
    assert floor.offered(bo).queue == floor.phone


def test_somebody_takes_one_more_channel(floor, ada):
    floor.seat(ada)
    chat = floor.queue("Gator", "chat", 60)
    capacity = {"phone": 1}
    actions.give_seat(ada, client=floor.client, capacity=capacity, by=floor.lead, at=floor.at)
    floor.turn()
    floor.comes(chat)
    floor.turn(after=1)
    assert not Offer.objects.live().exists()
    pulled(floor, LeverKind.ROOM, queue=chat, channel="chat", agents=[ada.pk])
    floor.turn(after=1)
    assert floor.offered(ada).queue == chat


def test_a_queue_that_is_let_wait_offers_nothing_and_keeps_its_places(floor, ada):
    pulled(floor, LeverKind.PAUSE, queue=floor.mail)
    floor.seat(ada)
    floor.turn()
    first, second = floor.comes(floor.mail), floor.comes(floor.mail)
    floor.turn(after=2)
    assert not Offer.objects.live().exists()
    # Somebody who takes over routing lets it wait too.
    from gensvar.operations.routing.dispatcher.dispatcher import Dispatcher

    floor.dispatcher = Dispatcher(at=floor.at)
    assert not Offer.objects.live().exists()
    floor.turn(after=3600)
    floor.turn(after=2)
    assert [offer.contact for offer in Offer.objects.live().order_by("pk")] == [first, second]


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"skill": None}, actions.BadLever),
        ({"agents": []}, actions.BadLever),
        ({"kind": LeverKind.ROOM, "channel": "pigeon"}, actions.BadLever),
        ({"kind": LeverKind.PAUSE}, actions.BadLever),
        ({"agents": [999_999]}, actions.NobodyToAsk),
        ({"ends_at": timedelta(0)}, actions.LeverEndsWrongly),
        ({"ends_at": timedelta(hours=13)}, actions.LeverEndsWrongly),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(bos_day, bo, changes, refusal):
    floor = bos_day
    if isinstance(changes.get("ends_at"), timedelta):
        changes = {**changes, "ends_at": floor.at + changes["ends_at"]}
    given = {"skill": floor.skill, "agents": [bo.pk], **changes}
    with pytest.raises(refusal), transaction.atomic():
        pulled(floor, given.pop("kind", LeverKind.LEND), **given)
    assert not Lever.objects.exists()


def test_the_same_lever_is_pulled_once(bos_day, bo, ada):
    floor = bos_day
    pulled(floor, skill=floor.skill, agents=[bo.pk])
    with pytest.raises(actions.AlreadyPulled), transaction.atomic():
        pulled(floor, skill=floor.skill, agents=[bo.pk])
    assert pulled(floor, skill=floor.skill, agents=[ada.pk])


def test_each_act_is_in_the_record(bos_day, bo, cia):
    floor = bos_day
    lever = pulled(floor, skill=floor.skill, agents=[bo.pk])
    actions.take_back(lever, by=cia, at=floor.at)
    names = EventRecord.objects.filter(name__startswith="routing.lever").order_by("pk")
    assert [one.name for one in names] == ["routing.lever-pulled", "routing.lever-taken-back"]
    assert names[0].payload["of_agent_ids"] == [bo.pk]


def busy_morning(floor, count=10):
    """The past weeks had many callers at this hour, and so has today."""
    rows = []
    for week in range(4):
        for number in range(count):
            at = floor.at - timedelta(weeks=week) + timedelta(minutes=1 + 12 * number)
            at = at if week else floor.at - timedelta(minutes=3 * number + 5)
            contact = floor.comes()
            Waiting.objects.filter(contact=contact).update(
                entered_at=at,
                arrived_at=at,
                left_at=at + timedelta(seconds=40),
                outcome="answered",
            )
            rows.append(contact)
    return rows


def test_the_effect_that_is_promised_is_the_one_of_a_day_with_the_lever(bos_day, ada, bo, cia):
    """The lever is pulled for real; the day that is then read from the database is played on."""
    floor = bos_day
    busy_morning(floor)
    actions.foresee_day(at=floor.at, runs=60)
    forecast = Forecast.objects.get()
    phone = str(floor.phone.pk)
    assert forecast.queues[phone]["breaks"] > 0.9
    assert forecast.queues[phone]["came"] >= 10
    lend = next(one for one in forecast.levers if one["kind"] == "lend")
    assert lend["agents"] == [bo.pk]
    promised = lend["effects"][phone]["change"]
    assert promised["mean"] > 0.02

    before = day_so_far(at=floor.at)
    actions.pull_foreseen(forecast, lend["key"], by=cia, at=floor.at)
    after = day_so_far(at=floor.at)
    assert before is not None
    assert after is not None
    key, days = floor.phone.pk, {"runs": 40, "seed": 5_000}
    so_far = before.measured[key].so_far
    without = plays(before.scenario, before.start, [key], **days)[key]
    with_it = plays(after.scenario, after.start, [key], **days)[key]
    changes = [
        level_of(one, so_far) - level_of(other, so_far)
        for one, other in zip(with_it, without, strict=True)
    ]
    inside = sum(promised["low"] <= change <= promised["high"] for change in changes)
    assert inside >= 0.75 * len(changes)
    assert promised["low"] <= sum(changes) / len(changes) <= promised["high"]

    lever = Lever.objects.get()
    assert lever.expected["effects"][phone]["change"] == promised
    assert timedelta(hours=2) <= lever.ends_at - floor.at < timedelta(hours=2, minutes=15)
    floor.turn(after=1)
    assert floor.offered(bo)


def test_a_forecast_that_is_old_or_knows_no_such_lever_is_not_acted_on(bos_day, cia):
    floor = bos_day
    actions.foresee_day(at=floor.at, runs=5)
    forecast = Forecast.objects.get()
    with pytest.raises(actions.NoSuchLever), transaction.atomic():
        actions.pull_foreseen(forecast, "nothing", by=cia, at=floor.at)
    with pytest.raises(actions.ForecastIsOld), transaction.atomic():
        actions.pull_foreseen(forecast, "nothing", by=cia, at=floor.at + HOUR)


def test_the_day_is_read_as_it_stands(bos_day, ada, bo):
    floor = bos_day
    pulled(floor, skill=floor.skill, agents=[bo.pk])
    floor.turn()
    floor.accepted(bo)
    today = day_so_far(at=floor.at)
    assert today is not None
    assert [one.agent for one in today.start.in_hand] == [bo.pk]
    assert len(today.start.waiting) == 1
    assert [one.agent.id for one in today.scenario.workers] == [bo.pk]
    assert today.moment(today.start.at) == floor.at
    # What was pulled ends in the play when it ends for the router.
    ends = [event.at for event in today.start.changes]
    assert today.moment(ends[-1]) == floor.at + HOUR
    assert not any(skill.name == str(floor.skill.pk) for skill in today.agents[bo.pk].skills)
    assert replace(today.start, changes=()).until > today.start.at
