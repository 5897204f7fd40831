"""A visitor draws a number, is called to a desk, called again, and counted."""

from datetime import datetime, time, timedelta
from typing import Any

import pytest

from gensvar.channels.counter.actions.halls import (
    DeskTaken,
    HallExists,
    NothingToChoose,
    change_hall,
    set_up_hall,
)
from gensvar.channels.counter.actions.sitting import (
    DeskIsTaken,
    NotSitting,
    VisitorAtDesk,
    sit_down,
    stand_up,
)
from gensvar.channels.counter.actions.tickets import (
    CallAgainFirst,
    HallIsClosed,
    NobodyAtDesk,
    NobodyToCall,
    NoMoreNumbers,
    call_again,
    call_next,
    call_taken,
    draw,
    end_left_over,
    end_visit,
    note_no_show,
)
from gensvar.channels.counter.models import Series, Ticket
from gensvar.channels.counter.queries import called_now, visits_of, waiting_in
from gensvar.foundation.calendars.actions import set_hours
from gensvar.foundation.calendars.rules import Interval
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.cases.actions import make_confidential, open_case
from gensvar.operations.contacts.models import Contact
from gensvar.operations.routing import actions as routing
from gensvar.operations.routing.models import Offer

SECOND = timedelta(seconds=1)


def test_a_visit_waits_as_a_contact_and_is_called_to_the_desk_that_takes_it(
    hall, permits, at_desk, offer_to, ada, bo, noon
):
    at_desk(ada, "1")
    routing.give_seat(bo, client=hall.client, capacity={"mail": 2}, by=ada, at=noon)
    routing.be_ready(bo, screen=f"window of {bo.name}", at=noon)
    ticket = draw(permits, at=noon)
    assert str(ticket) == "A1"
    contact = Contact.objects.get()
    assert (contact.channel, contact.customer) == ("visit", None)

    offer_to(ada, bo)

    assert [offer.agent for offer in Offer.objects.live()] == [ada], "Bo sits at no desk"
    called = call_next(by=ada, at=noon + 5 * SECOND)
    assert called == ticket
    shown = called_now(hall.pk, at=noon + 6 * SECOND)
    assert [(one.code, one.desk) for one in shown] == [("A1", "1")]
    assert waiting_in(hall) == []
    end_visit(by=ada, at=noon + 60 * SECOND)
    assert called_now(hall.pk, at=noon + 61 * SECOND) == []
    assert not Offer.objects.live().exists()
    names = [event.name for event in EventRecord.objects.filter(name__startswith="counter.ticket")]
    assert sorted(names) == [f"counter.ticket-{what}" for what in ("called", "drawn", "ended")]


def test_one_taken_from_another_page_is_called_too_and_once(
    hall, permits, at_desk, offer_to, ada, noon
):
    at_desk(ada)
    ticket = draw(permits, at=noon)
    offer_to(ada)
    offer = Offer.objects.live().get()
    routing.accept(offer, by=ada, at=noon + 2 * SECOND)

    call_taken(offer.pk, at=noon + 3 * SECOND)
    call_taken(offer.pk, at=noon + 3 * SECOND)

    assert ticket.calls.count() == 1


def test_nobody_came_only_after_a_second_call_and_it_is_counted(
    hall, permits, at_desk, offer_to, ada, noon
):
    at_desk(ada)
    draw(permits, at=noon)
    offer_to(ada)
    call_next(by=ada, at=noon + 120 * SECOND)

    with pytest.raises(CallAgainFirst):
        note_no_show(by=ada, at=noon + 130 * SECOND)
    call_again(by=ada, at=noon + 140 * SECOND)
    ticket = note_no_show(by=ada, at=noon + 150 * SECOND)

    assert ticket.is_no_show
    assert ticket.contact.no_case.words
    [told] = visits_of(hall, since=noon.date())
    assert (told.drawn, told.served, told.no_shows) == (1, 0, 1)
    assert told.waited == timedelta(seconds=120)
    with pytest.raises(NobodyAtDesk):
        end_visit(by=ada, at=noon + 151 * SECOND)


def test_numbers_go_on_by_letter_and_begin_anew_each_day(hall, permits, noon):
    other = hall.errands.get(letter="B")

    drawn = [draw(permits, at=noon), draw(other, at=noon), draw(permits, at=noon)]
    next_day = draw(permits, at=noon + timedelta(days=1))

    assert [str(ticket) for ticket in (*drawn, next_day)] == ["A1", "B1", "A2", "A1"]
    Series.objects.update(last=999)
    with pytest.raises(NoMoreNumbers):
        draw(permits, at=noon)


def test_a_number_that_nobody_called_is_ended_when_its_day_is_over(hall, permits, noon):
    ticket = draw(permits, at=noon)

    assert end_left_over(at=noon + timedelta(hours=5)) == 0
    assert end_left_over(at=noon + timedelta(days=1)) == 1

    ticket.refresh_from_db()
    assert ticket.ended_at
    assert not ticket.is_no_show
    assert ticket.contact.waits.get().outcome == "abandoned"
    assert ticket.contact.no_case.words


def test_outside_opening_hours_no_number_is_drawn(hall, permits, cia, noon):
    weekly = {weekday: [Interval(time(10), time(16))] for weekday in range(5)}
    set_hours(hall.client, channel="visit", weekly=weekly, by=cia, at=noon - timedelta(days=7))

    with pytest.raises(HallIsClosed):
        draw(permits, at=noon + timedelta(hours=8))
    assert str(draw(permits, at=noon)) == "A1"
    assert Ticket.objects.count() == 1


def test_one_sits_at_a_desk_and_is_offered_nothing_after_standing_up(
    hall, permits, at_desk, offer_to, ada, bo, noon
):
    desk = at_desk(ada)
    routing.give_seat(bo, client=hall.client, capacity={}, by=ada, at=noon)
    with pytest.raises(DeskIsTaken):
        sit_down(desk, by=bo, at=noon)
    with pytest.raises(NobodyToCall):
        call_next(by=ada, at=noon)

    stand_up(ada, at=noon)
    draw(permits, at=noon)
    offer_to(ada)

    assert not Offer.objects.exists()
    assert ada.seat.capacity == {"mail": 2}
    with pytest.raises(NotSitting):
        stand_up(ada, at=noon)


def test_nobody_leaves_a_visitor_at_the_desk(hall, permits, at_desk, offer_to, ada, noon):
    at_desk(ada)
    draw(permits, at=noon)
    offer_to(ada)
    call_next(by=ada, at=noon + SECOND)

    with pytest.raises(VisitorAtDesk):
        stand_up(ada, at=noon + SECOND)


def test_a_hall_keeps_its_letters_and_no_desk_goes_from_under_anybody(
    hall, at_desk, exempelby, ada, cia, noon
):
    at_desk(ada, "1")
    change = {"by": cia, "at": noon}

    with pytest.raises(DeskTaken):
        change_hall(hall, desks=["2"], errands=["Bygglov"], **change)
    with pytest.raises(NothingToChoose):
        change_hall(hall, desks=["1"], errands=[], **change)
    with pytest.raises(HallExists):
        set_up_hall(exempelby, name=hall.name, desks=["1"], errands=["X"], **change)
    change_hall(hall, desks=["1", "3"], errands=["Övrigt", "Pass"], **change)

    offered = hall.errands.filter(retired_at=None).values_list("letter", "name")
    assert set(offered) == {("B", "Övrigt"), ("A", "Pass")}


def test_the_kiosk_and_the_display_need_no_sign_in_and_tell_nothing_else(
    browser, hall, permits, at_desk, offer_to, ada, monkeypatch: Any, noon: datetime
):
    for place in ("public", "desk"):
        monkeypatch.setattr(f"gensvar.channels.counter.views.{place}.now", lambda: noon)
    here = f"/besok/{hall.key}/"
    assert "Bygglov" in browser.get(here).content.decode()
    assert browser.post(here, {"errand": "x"}).status_code == 422

    drawn = browser.post(here, {"errand": permits.pk})

    assert "A1" in browser.get(drawn.url).content.decode()
    at_desk(ada)
    offer_to(ada)
    browser.force_login(ada)
    assert "A1" in browser.get("/disk/").content.decode()
    browser.post("/disk/", {"act": "next"})
    browser.logout()
    assert "A1" in browser.get(f"{here}tavla/").content.decode()
    part = browser.get(f"{here}tavla/", headers={"HX-Request": "true"}).content.decode()
    assert part.startswith("<ol>")
    for door in ("/besok/fel/", "/besok/fel/tavla/", f"{here}nummer/999999/"):
        assert browser.get(door).status_code == 404


def test_a_kiosk_that_is_played_with_is_told_to_wait(
    browser, hall, permits, monkeypatch: Any, noon: datetime
):
    monkeypatch.setattr("gensvar.channels.counter.views.public.now", lambda: noon)
    here = f"/besok/{hall.key}/"

    answers = [browser.post(here, {"errand": permits.pk}).status_code for _try in range(31)]

    assert (set(answers[:30]), answers[30]) == ({302}, 422)
    assert Ticket.objects.count() == 30


def test_acts_at_the_counter_are_refused_in_words(browser, hall, ada):
    browser.force_login(ada)

    for act in ("next", "again", "no-show", "done", "stand"):
        page = browser.post("/disk/", {"act": act}, follow=True)
        assert page.status_code == 200
        assert 'role="alert"' in page.content.decode()
    assert browser.post("/disk/", {"act": "sit", "desk": "999999"}).status_code == 404


@pytest.mark.parametrize("act", ["done", "no-show"])
def test_a_visit_that_became_confidential_is_ended_by_who_serves_it_and_tells_nothing(
    browser, hall, permits, at_desk, offer_to, exempelby, ada, cia, noon, act
):
    at_desk(ada)
    ticket = draw(permits, at=noon)
    offer_to(ada)
    call_next(by=ada, at=noon + SECOND)
    call_again(by=ada, at=noon + SECOND)
    case = open_case(
        exempelby, title="Hotad", channel="visit", contact=ticket.contact, by=ada, at=noon
    )
    access = AccessList.objects.create(client=exempelby, name="Få")
    make_confidential(case, access=access, because="Hot", by=cia, at=noon)
    browser.force_login(ada)

    page = browser.get("/disk/").content.decode()

    assert "A1" in page
    assert case.number not in page
    assert "Hotad" not in page
    assert f"kontakt={ticket.contact_id}" not in page
    browser.post("/disk/", {"act": act})
    ticket.refresh_from_db()
    assert ticket.ended_at
    assert not Offer.objects.live().exists()
    assert "ticket-code" not in browser.get("/disk/").content.decode()
    stand_up(ada, at=noon)
