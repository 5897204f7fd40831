from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import override

from gensvar.foundation.calendars.models import OpeningHours
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.routing import actions
from gensvar.operations.routing.explaining import why_in_words
from gensvar.operations.routing.models import Offer, Seat, Waiting, Wake
from gensvar.operations.routing.rules.priority import Urgent
from gensvar.operations.routing.rules.why import read
from gensvar.operations.routing.tests.conftest import SECOND, Floor
from gensvar.science.routing.explained import Because, parts

DAY = timedelta(days=1)


def names():
    return list(
        EventRecord.objects.filter(name__startswith="routing.")
        .order_by("pk")
        .values_list("name", flat=True)
    )


def test_a_call_is_offered_to_who_is_ready_and_the_reason_is_kept(floor, ada):
    floor.seat(ada)
    floor.turn()
    contact = floor.comes()

    floor.turn(after=2)

    offer = floor.offered(ada)
    assert (offer.contact, offer.state) == (contact, "offered")
    assert offer.expires_at - offer.offered_at == 15 * SECOND
    told = [(part.because, part.word, part.figure) for part in parts(read(offer.why))]
    assert told[:2] == [(Because.SKILL, "gator", 3), (Because.WAITED, "", 2)]
    assert names()[-2:] == ["routing.contact-queued", "routing.contact-offered"]


def test_an_arabic_call_about_childcare_goes_to_ada_by_language_then_subject(floor, ada, bo):
    ada.spoken_languages = ["sv", "en", "ar"]
    bo.spoken_languages = ["sv"]
    for agent in (ada, bo):
        agent.save()
    childcare = actions.add_skill(floor.client, name="Barnomsorg")
    queue = floor.queue("Barnomsorg", "phone", 30, actions.StepWish(0, childcare))
    for agent in (bo, ada):
        floor.seat(agent, skill=childcare)
    floor.turn()
    floor.comes(queue, language="ar")

    floor.turn(after=1)

    told = [part.because for part in parts(read(floor.offered(ada).why))]
    assert told == [Because.LANGUAGE, Because.SKILL, Because.WAITED, Because.IDLE]


def test_after_a_minute_whoever_is_free_is_asked_though_they_do_not_speak_the_language(
    floor, ada, bo
):
    ada.spoken_languages, bo.spoken_languages = ["sv", "ar"], ["sv"]
    for agent in (ada, bo):
        agent.save()
    floor.seat(ada, is_ready=False)
    floor.seat(bo)
    floor.turn()
    contact = floor.comes(language="ar")

    floor.turn(after=59)
    assert not Offer.objects.exists()
    floor.turn(after=2)

    offer = floor.offered(bo)
    assert offer.contact == contact
    with override("sv"):
        assert why_in_words(offer.why).startswith("Kunden talar arabiska")


def test_whoever_speaks_the_language_and_becomes_free_in_a_minute_is_asked(floor, ada, bo):
    ada.spoken_languages, bo.spoken_languages = ["sv", "ar"], ["sv"]
    for agent in (ada, bo):
        agent.save()
    floor.seat(ada, is_ready=False)
    floor.seat(bo)
    contact = floor.comes(language="ar")
    floor.turn(after=50)

    floor.ready(ada)
    floor.turn(after=1)

    assert floor.offered(ada).contact == contact


def test_a_queue_may_wait_longer_for_the_language(floor, bo):
    bo.spoken_languages = ["sv"]
    bo.save()
    queue = floor.queue("Post", "mail", 7200, language_seconds=600)
    floor.seat(bo)
    floor.comes(queue, language="ar")

    floor.turn(after=590)
    assert not Offer.objects.exists()
    floor.turn(after=20)
    assert floor.offered(bo)


def test_who_has_a_gap_is_not_given_the_subject(floor, bo):
    floor.seat(bo, level=0)
    floor.comes()

    floor.turn(after=1)

    assert not Offer.objects.exists()


def test_a_course_that_expires_takes_the_subject_away_that_day(exempelby, cia, bo):
    april = datetime(2026, 4, 1, tzinfo=ZoneInfo("Europe/Stockholm"))
    floor = Floor(exempelby, lead=cia, at=april - 2 * SECOND)
    floor.seat(bo, until=april)
    floor.turn(after=1)
    floor.comes()
    floor.turn()
    before = floor.offered(bo)
    floor.turn(after=1)
    floor.comes()
    floor.turn(after=3)

    before.refresh_from_db()
    assert (before.state, before.ended_because) == ("withdrawn", "no-longer-fits")
    assert not Offer.objects.live().exists()
    assert Waiting.objects.now().count() == 2


def test_the_urgent_come_first_by_the_rules_of_the_queue(floor, ada):
    floor.phone = floor.queue("Akut", "phone", 30, rules=[Urgent("danger", "yes", 5)])
    floor.comes(facts={"danger": "no"})
    floor.at += SECOND
    urgent = floor.comes(facts={"danger": "yes"})
    floor.seat(ada)

    floor.turn(after=1)

    assert floor.offered(ada).contact == urgent
    assert Waiting.objects.get(contact=urgent).priority == 5


def test_a_later_step_asks_for_less_and_says_so(floor, ada):
    steps = (actions.StepWish(0, floor.skill, 4), actions.StepWish(20, floor.skill, 1))
    queue = floor.queue("Svåra", "phone", 60, *steps)
    floor.seat(ada, level=2)
    floor.turn()
    floor.comes(queue)
    floor.turn(after=19)
    assert not Offer.objects.exists()

    floor.turn(after=1)

    assert floor.offered(ada).why["step"] == 1
    assert "routing.queue-step-begun" in names()


def test_a_closed_queue_offers_nothing_until_it_opens(floor, ada, noon):
    OpeningHours.objects.create(
        client=floor.client, channel="phone", weekday=0, opens="12:01", closes="17:00"
    )
    queue = floor.queue("Dagtid", "phone", 30, hours_of="phone")
    floor.seat(ada)
    floor.comes(queue)
    floor.turn(after=30)
    assert not Offer.objects.exists()

    floor.turn(after=30)

    assert floor.offered(ada).queue == queue


def test_mail_in_hand_is_interrupted_by_a_call_but_a_call_by_nothing(floor, ada):
    floor.seat(ada)
    floor.comes(floor.mail)
    floor.turn(after=1)
    floor.accepted(ada)
    floor.turn()
    call = floor.comes()
    floor.comes()
    floor.comes(floor.mail)
    floor.turn(after=1)

    actions.accept(Offer.objects.get(contact=call), by=ada, at=floor.at)
    floor.turn(after=1)

    live = Offer.objects.live().filter(agent=ada)
    assert sorted(live.values_list("channel", "state")) == [
        ("mail", "in-hand"),
        ("phone", "in-hand"),
    ]


def test_an_offer_not_answered_goes_to_somebody_else_and_its_agent_counts_as_away(
    floor, adas_call, ada, bo
):
    floor.seat(bo)
    floor.turn(after=14)
    assert floor.offered(ada) == adas_call

    floor.turn(after=1)

    adas_call.refresh_from_db()
    assert adas_call.state == "timed-out"
    assert floor.offered(bo).contact == adas_call.contact
    assert Seat.objects.filter(agent=ada).values_list("status", "reason").get() == (
        "away",
        "no-answer",
    )
    assert "routing.offer-timed-out" in names()


def test_a_declined_offer_goes_to_somebody_else_and_is_not_asked_again(floor, adas_call, ada):
    actions.decline(adas_call, by=ada, at=floor.at)
    floor.turn(after=1)
    floor.turn(after=50)
    assert not Offer.objects.live().exists()

    floor.turn(after=10)

    assert floor.offered(ada).contact == adas_call.contact


def test_whose_browser_is_gone_is_offered_nothing(floor, ada):
    floor.seat(ada)
    floor.turn()
    floor.turn(after=30, seen=False)
    floor.comes()

    floor.turn(after=1, seen=False)

    assert not Offer.objects.exists()
    assert Seat.objects.get(agent=ada).status == "ready"
    assert names().count("routing.presence-lost") == 1


def test_an_open_offer_is_taken_back_when_the_browser_goes_and_comes_with_it_again(
    floor, adas_call, ada
):
    adas_call.expires_at += DAY
    adas_call.save()
    floor.dispatcher.rebuild(at=floor.at)
    floor.turn(after=31, seen=False)
    adas_call.refresh_from_db()
    assert (adas_call.state, adas_call.ended_because) == ("withdrawn", "agent-away")

    floor.turn(after=1)
    floor.turn(after=1)

    assert floor.offered(ada).contact == adas_call.contact


def test_wrap_up_ends_by_itself_when_its_time_is_over(floor, adas_call, ada):
    floor.accepted(ada)
    actions.end_conversation(adas_call, by=ada, at=floor.at + 60 * SECOND)
    floor.turn(after=60)
    floor.comes()
    floor.turn(after=119)
    assert floor.offered(ada) == adas_call

    floor.turn(after=1)
    floor.turn()

    adas_call.refresh_from_db()
    assert adas_call.state == "done"
    assert floor.offered(ada) != adas_call
    done = EventRecord.objects.get(name="routing.contact-completed").payload
    assert (done["talked_seconds"], done["wrap_up_seconds"], done["is_by_cap"]) == (60, 120, True)


def test_rows_that_somebody_loaded_without_triggers_are_found_within_a_second(floor, ada):
    floor.seat(ada)
    floor.turn()
    contact = floor.comes()
    Wake.objects.all().delete()

    floor.turn(after=1)

    assert floor.offered(ada).contact == contact


def test_a_queue_that_nobody_can_serve_alarms_and_loses_nobody(floor, ada):
    floor.seat(ada)
    queue = floor.queue("Tom", "phone", 30)
    queue.steps.all().delete()
    contact = floor.comes(queue)

    floor.turn(after=1)

    alarm = EventRecord.objects.get(name="routing.queue-alarm-raised")
    assert (alarm.contact_id, alarm.payload["trouble"]) == (contact.pk, "nobody")
    assert Waiting.objects.now().get().contact == contact


def test_a_role_that_ends_takes_its_client_away(floor, ada):
    floor.seat(ada)
    floor.turn()
    ada.grants.update(until=floor.at + 5 * SECOND)
    floor.turn(after=6)
    floor.comes()

    floor.turn(after=1)

    assert not Offer.objects.exists()
