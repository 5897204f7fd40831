"""Status in the strip, offers on the desk, and who is here."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils.timezone import now

from gensvar.operations.cases.models import Case
from gensvar.operations.routing import actions
from gensvar.operations.routing.dispatcher.dispatcher import Dispatcher
from gensvar.operations.routing.models import Offer, Seat

SECOND = timedelta(seconds=1)


class Dispatching:
    """A dispatcher, and what it needs to have somebody to offer to."""

    def __init__(self, client: Any, lead: Any) -> None:
        at = now()
        self.lead, self.client = lead, client
        self.skill = actions.add_skill(client, name="Gator")
        wish = actions.QueueWish(
            name="Mejl",
            channel="mail",
            goal_seconds=7200,
            steps=[actions.StepWish(0, self.skill)],
            offer_seconds=60,
            wrap_up_seconds=0,
        )
        self.queue = actions.set_queue(client, wish, by=lead, at=at)

    def seat(self, agent: Any) -> None:
        at = now()
        actions.give_seat(agent, client=self.client, capacity={"mail": 2}, by=self.lead, at=at)
        actions.assess(agent, skill=self.skill, level=3, by=self.lead, at=at)

    def route(self) -> None:
        actions.follow_all(at=now())
        Dispatcher(at=now())


@pytest.fixture
def routing(exempelby: Any, cia: Any) -> Dispatching:
    return Dispatching(exempelby, cia)


@pytest.fixture
def other_browser(ada: Any) -> Any:
    from conftest import Browser

    other = Browser()
    other.force_login(ada)
    return other


def beat(browser: Any, **marks: str) -> Any:
    return browser.post("/status/har/", marks, headers={"HX-Request": "true"})


def choose(browser: Any, status: str, **more: Any) -> Any:
    return browser.post("/status/", {"status": status, **more}, follow=True).content.decode()


@pytest.fixture
def ada_is_ready(routing: Dispatching, as_ada: Any, ada: Any) -> Any:
    routing.seat(ada)
    choose(as_ada, "ready")
    return as_ada


def test_whoever_has_no_seat_sees_no_status(as_ada):
    assert beat(as_ada).status_code == 204
    assert 'id="status"' not in as_ada.get("/skrivbord/").content.decode()
    assert "Du har ingen plats" in as_ada.get("/status/").content.decode()
    assert "Du har ingen plats" in choose(as_ada, "ready")


def test_the_status_stands_first_in_the_strip_and_is_changed_there(routing, as_ada, ada):
    routing.seat(ada)

    assert "<b>Borta</b>" in as_ada.get("/skrivbord/").content.decode()
    answer = as_ada.post("/status/", {"status": "ready"}, headers={"HX-Request": "true"})

    assert "<b>Ledig</b>" in answer.content.decode()
    assert Seat.objects.get().status == "ready"
    assert "Rast" in choose(as_ada, "away", reason="break")
    assert (Seat.objects.get().status, Seat.objects.get().reason) == ("away", "break")


def test_a_client_has_reasons_of_its_own_and_others_are_refused(routing, as_ada, ada, cia):
    routing.seat(ada)
    own = actions.add_away_reason(
        routing.client, name="Reception", counts_as_work=True, by=cia, at=now()
    )

    assert "Reception" in choose(as_ada, "away", reason=own.code)
    assert "ingen orsak" in choose(as_ada, "away", reason="semester")
    assert "ingen orsak" in choose(as_ada, "away", reason="no-answer")
    assert Seat.objects.get().reason == own.code


def test_an_offer_comes_with_its_reasons_and_opens_the_case(ada_is_ready, routing, gropar, ada):
    routing.route()

    shown = beat(ada_is_ready).content.decode()
    assert "Mejl till dig" in shown
    assert "Gropar" in shown
    assert "Du kan Gator på nivå 3" in shown
    offer = Offer.objects.get()
    answer = ada_is_ready.post(f"/erbjudanden/{offer.pk}/ta/", follow=True)

    assert answer.redirect_chain[-1][0] == f"/skrivbord/{gropar.number}/"
    page = answer.content.decode()
    assert "Ärendet är ditt" in page
    assert "Varför fick jag detta?" in page
    assert Case.objects.get().agent == ada
    assert Offer.objects.get().state == "in-hand"


def test_what_has_not_changed_is_not_drawn_again(ada_is_ready, routing, gropar):
    page = ada_is_ready.get("/skrivbord/").content.decode()
    mark = page.split('id="status-mark" value="')[1].split('"')[0]
    first = beat(ada_is_ready, status_mark=mark)
    empty = first.content.decode().split('id="offers-mark" value="')[1].split('"')[0]
    assert beat(ada_is_ready, status_mark=mark, offers_mark=empty).status_code == 204

    routing.route()
    changed = beat(ada_is_ready, status_mark=mark, offers_mark=empty).content.decode()

    assert 'id="offers"' in changed
    assert 'id="status"' not in changed


def test_an_offer_that_is_declined_is_left_to_others(ada_is_ready, routing, gropar):
    routing.route()
    offer = Offer.objects.get()

    said = ada_is_ready.post(f"/erbjudanden/{offer.pk}/nej/", follow=True).content.decode()

    assert "Det erbjuds någon annan" in said
    assert Offer.objects.get().state == "declined"
    assert Case.objects.get().agent is None


def test_an_offer_that_was_withdrawn_is_refused_in_words_and_nothing_is_doubled(
    ada_is_ready, routing, gropar, bo
):
    routing.route()
    offer = Offer.objects.get()
    from gensvar.operations.cases.actions import take

    take(gropar, by=bo, at=now())
    actions.follow_case(gropar.pk, at=now())

    said = ada_is_ready.post(f"/erbjudanden/{offer.pk}/ta/", follow=True).content.decode()

    assert "en kollega har just tagit det" in said
    assert Case.objects.get().agent == bo
    assert not Offer.objects.live().exists()


def test_nobody_takes_the_offer_of_another(ada_is_ready, routing, gropar, bo):
    from conftest import Browser

    routing.route()
    other = Browser()
    other.force_login(bo)

    assert other.post(f"/erbjudanden/{Offer.objects.get().pk}/ta/").status_code == 404
    assert Offer.objects.get().state == "offered"


def test_two_browsers_of_one_agent_take_turns_and_say_so(
    ada_is_ready, routing, gropar, other_browser
):
    routing.route()

    shown = beat(other_browser).content.decode()
    assert "i en annan webbläsare" in shown
    assert "Mejl till dig" not in shown
    assert "annat fönster" in choose(other_browser, "ready")
    choose(other_browser, "ready", take_over="1")

    assert "Mejl till dig" in beat(other_browser).content.decode()
    assert "i en annan webbläsare" in beat(ada_is_ready).content.decode()
    offer = Offer.objects.get()
    assert other_browser.post(f"/erbjudanden/{offer.pk}/ta/", follow=True).status_code == 200
    again = ada_is_ready.post(f"/erbjudanden/{offer.pk}/ta/", follow=True).content.decode()
    assert "redan tagit" in again
    assert Offer.objects.filter(state="in-hand").count() == 1


def test_a_browser_that_is_gone_is_taken_over_from_another(ada_is_ready, other_browser):
    Seat.objects.update(seen_at=now() - 31 * SECOND)

    assert "sågs senast i en annan" in beat(other_browser).content.decode()
    choose(other_browser, "ready", take_over="1")

    assert "annan webbläsare" not in other_browser.get("/skrivbord/").content.decode()


def test_a_browser_that_is_gone_is_seen_on_the_floor_and_offered_nothing(
    ada_is_ready, routing, gropar, browser, cia
):
    Seat.objects.update(seen_at=now() - 31 * SECOND)

    routing.route()

    assert not Offer.objects.exists()
    browser.logout()
    browser.force_login(cia)
    page = browser.get("/laget/").content.decode()
    assert "<b>0</b> lediga" in page
    assert "Ada Lind" in page
    assert "Syns inte" in page
    assert "Mejl" in page


def test_the_floor_is_for_those_who_lead_it(as_ada):
    assert as_ada.get("/laget/").status_code == 403


def test_whoever_signs_out_is_away(ada_is_ready, ada):
    from gensvar.foundation.events.models import EventRecord
    from gensvar.foundation.people.events import SignedOut
    from gensvar.operations.routing.reactions import leave_the_seat

    ada_is_ready.post("/konto/logga-ut/")
    record = EventRecord.objects.filter(name=SignedOut.name).latest("pk")

    leave_the_seat(SignedOut(agent_id=ada.pk), record.pk)

    assert Seat.objects.get().reason == "signed-out"


def test_whoever_came_back_before_it_was_noticed_stays(ada_is_ready, ada):
    from gensvar.foundation.events.models import EventRecord

    ada_is_ready.post("/konto/logga-ut/")
    record = EventRecord.objects.filter(name="people.signed-out").latest("pk")
    Seat.objects.update(since=now() + SECOND)

    actions.sign_out(ada.pk, record_id=record.pk, at=now() + 2 * SECOND)

    assert Seat.objects.get().status == "ready"


def test_who_opened_the_page_before_somebody_took_the_case_is_told(as_ada, gropar, bo):
    from gensvar.operations.cases.actions import take

    take(gropar, by=bo, at=now())

    said = as_ada.post(f"/arenden/{gropar.number}/ta/?fran=ingen", follow=True).content.decode()

    assert "Bo Alm" in said
    assert Case.objects.get().agent == bo
