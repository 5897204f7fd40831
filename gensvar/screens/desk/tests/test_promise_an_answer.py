"""The agent sees what was promised, says it aloud, gives a new day, hands over with facts."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate, now

from gensvar.operations.cases.actions import (
    Offer,
    describe,
    hand_over,
    mark_broken,
    open_case,
    promise_answer,
    promise_as_usual,
)
from gensvar.operations.cases.models import GivenFact, Promise, RequiredFact
from gensvar.operations.cases.queries.promises import closing_on, standing


def words(answer):
    return answer.content.decode()


def page_of(case, act=""):
    return f"/arenden/{case.number}/{act}"


def working_day(case, *, ahead):
    day = localdate(now()) + timedelta(days=ahead)
    while closing_on(case.client, day, at=now()) is None:
        day += timedelta(days=1)
    return str(day)


@pytest.fixture
def called(exempelby, eva):
    """Eva called; she has been promised an answer that nobody has said to her yet."""
    eva.addresses.filter(kind="mail").delete()
    case = open_case(exempelby, title="Gropar", channel="phone", customer=eva, at=now())
    promise_as_usual(case, at=now(), way="voice")
    return case


def test_a_promise_is_said_aloud_and_noted_once(as_ada, called):
    shown = words(as_ada.get(page_of(called)))
    promise = Promise.objects.get()
    assert "Säg det här till Eva" in shown
    assert promise.words in shown

    as_ada.post(page_of(called, f"lofte/{promise.pk}/sagt/"))
    again = as_ada.post(page_of(called, f"lofte/{promise.pk}/sagt/"), follow=True)

    promise.refresh_from_db()
    assert promise.told_at is not None
    assert "Kunden har redan fått veta det" in words(again)


def test_a_promise_of_another_case_does_not_exist(as_ada, called, gropar):
    promise = Promise.objects.get()

    assert as_ada.post(page_of(gropar, f"lofte/{promise.pk}/sagt/")).status_code == 404


def test_a_new_day_without_reason_and_plan_is_asked_for_again(as_ada, called):
    answer = as_ada.post(
        page_of(called, "lofte/"), {"due_on": working_day(called, ahead=10), "reason": "Regn"}
    )

    assert answer.status_code == 422
    assert "Säg vad ni gör åt det" in words(answer)
    assert "Regn" in words(answer)
    assert Promise.objects.count() == 1


def test_a_new_day_with_reason_and_plan_is_promised(as_ada, called):
    given = {"due_on": working_day(called, ahead=10), "reason": "Regn", "plan": "Vi lagar sen"}

    as_ada.post(page_of(called, "lofte/"), given)

    promise = standing(called)
    assert promise is not None
    assert (promise.reason, promise.plan) == ("Regn", "Vi lagar sen")
    assert promise.follows == Promise.objects.order_by("pk")[0]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1999-02-01", "i morgon", ""])
def test_a_day_nobody_can_promise_is_explained(as_ada, called, day):
    given = {"due_on": day, "reason": "Regn", "plan": "Vi lagar sen"}

    answer = as_ada.post(page_of(called, "lofte/"), given)

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()
    assert "Regn" in words(answer), "what was typed is still there"
    assert "Vi lagar sen" in words(answer)
    assert Promise.objects.count() == 1


def test_a_broken_promise_stands_first_on_the_page(as_ada, called):
    Promise.objects.update(due_at=now() - timedelta(hours=1))
    mark_broken(at=now())

    shown = words(as_ada.get(page_of(called)))

    assert "Löftet till Eva är brutet" in shown
    assert "Ge en ny dag" in shown


def test_a_hand_over_asks_only_for_missing_facts_and_keeps_what_was_written(
    as_ada, gropar, gator, tek_gata, hanna, ada
):
    describe(gropar, subject=gator, by=ada, at=now())
    facts = [
        RequiredFact.objects.create(client=gropar.client, subject=gator, label=label)
        for label in ("Plats", "Djup")
    ]
    GivenFact.objects.create(
        client=gropar.client, case=gropar, fact=facts[0], text="Skolgatan", by=ada, at=now()
    )
    asked = words(as_ada.get(page_of(gropar, "lamna-over/")))
    assert "Djup" in asked
    assert f"fact_{facts[0].pk}" not in asked
    assert "svarar senast" in asked
    given = {"group": tek_gata.pk, "why": "cannot", "question": "När lagas de?"}

    refused = as_ada.post(page_of(gropar, "lamna-over/"), given)
    assert refused.status_code == 422
    assert "När lagas de?" in words(refused)
    as_ada.post(page_of(gropar, "lamna-over/"), given | {f"fact_{facts[1].pk}": "8 cm"})

    shown = words(as_ada.get(page_of(gropar)))
    for known in ("Skolgatan", "8 cm", "Löften till Eva", "Mats Åkesson"):
        assert known in shown


def test_a_group_that_nobody_answers_in_is_refused_and_nothing_is_lost(as_ada, gropar, tek_gata):
    tek_gata.manager = None
    tek_gata.save()
    given = {"group": tek_gata.pk, "why": "should-not", "question": "När lagas de?"}

    answer = as_ada.post(page_of(gropar, "lamna-over/"), given)

    assert answer.status_code == 409
    assert "Ingen skulle svara för frågan" in words(answer)
    assert "När lagas de?" in words(answer)


def test_a_bounced_case_says_so_and_the_third_time_asks_why(
    as_ada, gropar, exempelby, tek_gata, hanna, mats, ada
):
    from gensvar.foundation.people.models import Group

    tek_va = Group.objects.create(client=exempelby, code="TEK-VA", name="Vatten", manager=mats)
    for group in (tek_gata, tek_va):
        hand_over(gropar, to=group, why="cannot", question="När?", by=ada, at=now())

    asked = words(as_ada.get(page_of(gropar, "lamna-over/")))
    given = {"group": tek_gata.pk, "why": "cannot", "question": "När?"}
    refused = as_ada.post(page_of(gropar, "lamna-over/"), given)

    assert "again_because" in asked
    assert refused.status_code == 422
    assert "Bollat ärende" in words(as_ada.get(page_of(gropar)))


def test_the_page_says_by_when_there_is_news_and_when_there_was_none(as_ada, called, ada):
    Promise.objects.all().delete()
    day = date.fromisoformat(working_day(called, ahead=30))
    promise_answer(called, Offer(due_on=day, update_days=2), by=ada, at=now(), way="mail")
    fresh = words(as_ada.get(page_of(called)))
    assert "Nytt besked senast:" in fresh
    assert "inget har skickats" not in fresh

    Promise.objects.update(at=now() - timedelta(days=20))

    assert "inget har skickats" in words(as_ada.get(page_of(called)))
