"""Queues, seats, levels and reasons: seen beforehand, saved, in the record."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import Agent, RoleGrant
from gensvar.foundation.people.rules import Role
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import (
    AgentSkill,
    AwayReason,
    HandlingPlan,
    Offer,
    OfferState,
    Queue,
    Seat,
    Skill,
)
from gensvar.screens.setup.tests.conftest import Page

CHANNELS = ("phone", "mail", "web", "chat", "sms", "letter", "fax", "visit", "social")


def words(answer):
    return answer.content.decode()


@pytest.fixture
def skill(exempelby):
    return actions.add_skill(exempelby, name="Gator")


@pytest.fixture
def petra_plan(exempelby, noon):
    """The planner, who leads nobody and sets nothing up."""
    planner = Agent.objects.create(
        email="plan@exempelby.example", name="Petra Plan", created_at=noon
    )
    RoleGrant.objects.create(agent=planner, role=Role.PLANNER, client=exempelby, since=noon)
    return planner


def queue_of(skill, **more):
    return {
        "name": "Mejl",
        "channel": "mail",
        "goal": 2,
        "goal_percent": 90,
        "goal_unit": "3600",
        "skill": skill.pk,
        "level": "2",
        "offer_seconds": 30,
        "wrap_up_seconds": 0,
        "last_agent_seconds": 0,
        "language_seconds": 60,
        "vulnerable_seconds": 0,
    } | more


@pytest.fixture
def plan(desk, queue):
    return Page(desk, reverse("setup_queue_handling", args=[queue.pk]))


def handled(queue, agent, *, seconds, count):
    """Let so many contacts of a queue have taken so long, with ten seconds of wrap-up."""
    at = now() - timedelta(days=7)
    for _one in range(count):
        contact = register_contact(
            queue.client, channel="mail", direction="in", customer=None, at=at
        )
        Offer.objects.create(
            id=contact.pk,
            contact=contact,
            client=queue.client,
            queue=queue,
            agent=agent,
            channel=queue.channel,
            state=OfferState.DONE,
            offered_at=at,
            expires_at=at,
            accepted_at=at,
            talked_until=at + timedelta(seconds=seconds - 10),
            ended_at=at + timedelta(seconds=seconds),
        )


def test_a_handling_time_is_planned_seen_beforehand_and_taken_back(desk, queue, plan, ada):
    handled(queue, ada, seconds=372, count=12)
    page = words(desk.get(plan.url))
    assert "as measured, 6:12 for the 12 latest contacts" in page

    assert "The floor compares with <b>6:30</b>" in words(plan.look(planned="6.30"))
    assert not HandlingPlan.objects.exists()
    plan.save(planned="6:30")
    made = HandlingPlan.objects.get()
    assert (made.seconds, made.until) == (390, None)
    assert 'value="6:30"' in words(desk.get(plan.url))

    plan.save(planned="")
    made.refresh_from_db()
    assert made.until is not None
    assert not HandlingPlan.objects.now().exists()
    told = EventRecord.objects.filter(name="routing.handling-planned").order_by("pk")
    assert [one.payload["seconds"] for one in told] == [390, 0]


def test_what_is_no_time_is_refused_and_stays_in_the_form(desk, queue, plan):
    for wrong in ("6", "6:75", "half an hour", "0:00", "0:04", "999:59"):
        answer = plan.look(planned=wrong)
        page = words(answer)
        assert "such as 6:30." in page or "5 seconds to 8 hours" in page, wrong
        assert f'value="{wrong}"' in words(desk.post(plan.url, {"planned": wrong, "do": "preview"}))
    assert not HandlingPlan.objects.exists()
    assert "nothing to compare with" in words(desk.get(plan.url))


def test_the_planner_plans_handling_and_changes_nothing_else(browser, queue, petra_plan):
    browser.force_login(petra_plan)
    page = Page(browser, reverse("setup_queue_handling", args=[queue.pk]))
    page.save(planned="4:00")
    assert HandlingPlan.objects.get().by == petra_plan
    assert browser.get(reverse("setup_queue", args=[queue.pk])).status_code == 403


def test_an_agent_plans_nothing(browser, queue, ada):
    browser.force_login(ada)
    assert browser.get(reverse("setup_queue_handling", args=[queue.pk])).status_code == 403


def room(**more):
    return dict.fromkeys(CHANNELS, 0) | more


@pytest.fixture
def queue(desk, exempelby, skill):
    Page(desk, f"{reverse('setup_new_queue')}?client=exempelby").save(**queue_of(skill))
    return Queue.objects.get()


def test_a_queue_is_made_after_it_was_seen_that_nobody_may_take_from_it(desk, exempelby, skill):
    page = Page(desk, reverse("setup_new_queue"))

    seen = page.look(**queue_of(skill))
    assert "Nobody may take" in words(seen)
    assert "Everything" in words(seen)
    assert not Queue.objects.exists()
    page.save(**queue_of(skill, after_2=600, skill_2=skill.pk, level_2="1"))

    queue = Queue.objects.get()
    assert (queue.goal_seconds, queue.offer_seconds) == (7200, 30)
    steps = queue.steps.order_by("after_seconds").values_list("after_seconds", "level")
    assert list(steps) == [(0, 2), (600, 1)]
    assert "Mejl" in words(desk.get(reverse("setup_queues")))


def test_a_queue_gets_subjects_and_other_rules_and_shows_what_it_has(desk, queue, skill, gator):
    page = Page(desk, reverse("setup_queue", args=[queue.pk]))
    fields = {name: value for name, value in queue_of(skill).items() if name != "channel"}

    seen = page.look(**fields | {"subjects": [str(gator.pk)], "goal": 30, "goal_unit": "60"})
    assert "1 subject" in words(seen)
    page.save(**fields | {"subjects": [str(gator.pk)], "goal": 30, "goal_unit": "60"})

    queue.refresh_from_db()
    assert queue.goal_seconds == 1800
    assert queue.about.get().subject == gator
    shown = words(desk.get(page.url))
    assert f'value="{gator.pk}" selected' in shown
    assert 'value="30"' in shown


@pytest.mark.parametrize(
    "wrong",
    [
        {"goal": 0},
        {"goal": "snart"},
        {"offer_seconds": 1},
        {"skill": ""},
        {"after_2": 60},
        {"last_agent_seconds": 120, "after_2": 60, "level_2": "1"},
    ],
)
def test_a_queue_that_makes_no_sense_is_explained_and_not_made(desk, exempelby, skill, wrong):
    page = Page(desk, reverse("setup_new_queue"))

    answer = page.save(**(queue_of(skill) | wrong))

    assert answer.status_code == 422
    assert not Queue.objects.exists()


def test_two_queues_of_a_channel_are_not_called_the_same(desk, queue, skill):
    answer = Page(desk, reverse("setup_new_queue")).look(**queue_of(skill))

    assert "There is a queue with that name" in words(answer)


def test_a_queue_ends_when_nobody_waits_in_it(desk, queue, exempelby):
    contact = register_contact(exempelby, channel="mail", direction="in", customer=None, at=now())
    actions.wait(contact, queue=queue, at=now())
    page = Page(desk, reverse("setup_ending_queue", args=[queue.pk]))

    assert "Contacts still wait" in words(page.save())
    actions.leave(contact, outcome="abandoned", at=now())
    page.save()

    queue.refresh_from_db()
    assert queue.ended_at


def test_somebody_gets_a_seat_and_levels_and_loses_the_seat(desk, exempelby, skill, ada):
    page = Page(desk, f"{reverse('setup_seat', args=[ada.pk])}?client=exempelby")

    assert "Ada Lind" in words(desk.get(reverse("setup_seats")))
    assert "Mejl" not in words(page.look(**room(mail=3)))
    page.save(**room(mail=3, phone=1))
    level = Page(desk, reverse("setup_assessing", args=[ada.pk, skill.pk]))
    assert "level 3" in words(level.look(level="3", until=""))
    level.save(level="3", until="2026-12-31", once="level")

    assert Seat.objects.get().capacity == {"phone": 1, "mail": 3}
    known = AgentSkill.objects.get()
    assert (known.level, known.until.isoformat()) == (3, "2026-12-31T23:00:00+00:00")
    assert 'value="2026-12-31"' in words(desk.get(level.url))
    assert "Gator 3" in words(desk.get(reverse("setup_seats")))
    Page(desk, reverse("setup_taking_seat", args=[ada.pk])).save()
    assert not Seat.objects.exists()


def test_which_languages_somebody_speaks_is_said_with_the_seat(desk, exempelby, skill, ada):
    page = Page(desk, f"{reverse('setup_seat', args=[ada.pk])}?client=exempelby")

    assert "arabic" in words(page.look(**room(phone=1), languages="sv, AR")).lower()
    assert page.look(**room(phone=1), languages="svenska").status_code == 422
    page.save(**room(phone=1), languages="sv, AR,sv")

    ada.refresh_from_db()
    assert ada.spoken_languages == ["sv", "ar"]


def test_one_call_at_a_time_is_the_most(desk, exempelby, skill, ada):
    page = Page(desk, f"{reverse('setup_seat', args=[ada.pk])}?client=exempelby")

    assert page.save(**room(phone=2)).status_code == 422
    assert not Seat.objects.exists()


def test_a_skill_is_added_once(desk, exempelby):
    page = Page(desk, reverse("setup_new_skill"))

    page.save(name="Bygglov")
    page.save(name="Bygglov", once="again")

    assert Skill.objects.get().name == "Bygglov"
    assert "Bygglov" in words(desk.get(reverse("setup_skills")))


def test_a_reason_of_ones_own_is_added_and_ended(desk, exempelby):
    Page(desk, reverse("setup_new_away_reason")).save(name="Reception", counts_as_work="on")
    reason = AwayReason.objects.get()

    assert "Reception" in words(desk.get(reverse("setup_away_reasons")))
    again = Page(desk, reverse("setup_new_away_reason")).look(name="Reception")
    assert "such a reason already" in words(again)
    Page(desk, reverse("setup_ending_away_reason", args=[reason.pk])).save()

    assert "Reception" not in words(desk.get(reverse("setup_away_reasons"))).split("<tbody>")[1]


def test_settings_of_another_client_do_not_exist(enter, energi, queue, skill, ada):
    other = Agent.objects.create_user("admin@energi.example", name="Admin", created_at=now())
    other.grants.create(role="administrator", client=energi, since=now().replace(year=2025))
    browser = enter(other)

    for name, keys in (
        ("setup_queue", [queue.pk]),
        ("setup_ending_queue", [queue.pk]),
        ("setup_seat", [ada.pk]),
        ("setup_assessing", [ada.pk, skill.pk]),
    ):
        assert browser.get(reverse(name, args=keys)).status_code == 404


def test_what_is_urgent_is_seen_beforehand_saved_and_in_the_record(desk, queue):
    page = Page(desk, reverse("setup_priorities", args=[queue.pk]))

    seen = page.look(about_1="need:status", priority_1=3)
    assert "3 minutes" in words(seen)
    assert not queue.priority_rules.exists()
    page.save(about_1="need:status", priority_1=3)

    assert queue.priority_rules.get().priority == 3
    again = words(desk.get(page.url))
    assert "Set what is urgent" in again
    assert words(desk.get(reverse("setup_queue", args=[queue.pk]))).count(page.url) >= 1


def test_half_a_rule_is_asked_for_its_other_half(desk, queue):
    page = Page(desk, reverse("setup_priorities", args=[queue.pk]))

    assert page.look(about_1="need:status").status_code == 422
    assert page.look(about_1="mood:bad", priority_1=1).status_code == 422
    refused = page.look(about_1="need:status", priority_1=1, about_2="need:status", priority_2=2)
    assert "Two rules are about the same" in words(refused)
    assert not queue.priority_rules.exists()


def test_who_comes_first_is_seen_beforehand_and_needs_an_agreement(desk, exempelby, queue, eva):
    from gensvar.operations.customers.models import Need
    from gensvar.operations.routing.models import FirstNeed

    Need.objects.create(customer=eva, client=exempelby, what="interpreter", since=now())
    page = Page(desk, f"{reverse('setup_first_needs')}?client=exempelby")

    refused = page.look(needs=["interpreter"], agreed_in="")
    assert "in which agreement" in words(refused)
    seen = words(page.look(needs=["interpreter"], agreed_in="Avtal 7"))
    assert "<b>1 customer</b>" in seen
    assert "0 of 1 queues" in seen
    page.save(needs=["interpreter"], agreed_in="Avtal 7")

    assert FirstNeed.objects.now().get().agreed_in == "Avtal 7"
    assert "Avtal 7" in words(desk.get(page.url))


def test_the_overview_tells_which_queue_and_whose_seat_was_changed(desk, queue, bo, cia, exempelby):
    actions.give_seat(bo, client=exempelby, capacity={"mail": 2}, by=cia, at=now())

    told = words(desk.get(reverse("setup")))

    assert f"Set the queue: {queue.name}, " in told
    assert f"Gave the seat, or changed it: {bo.name}" in told
