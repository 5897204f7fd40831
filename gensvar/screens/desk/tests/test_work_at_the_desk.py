"""The desk: what is in hand and what is next, put aside and wrapped up; two never take the same."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils.timezone import now

from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import Heated, Offer, Seat, Taken
from gensvar.screens.desk.tests.test_be_present import Dispatching, choose

DESK = "http://testserver/skrivbord/"


@pytest.fixture
def routing(exempelby: Any, cia: Any) -> Dispatching:
    return Dispatching(exempelby, cia)


@pytest.fixture
def as_bo(bo: Any) -> Any:
    from conftest import Browser

    other = Browser()
    other.force_login(bo)
    return other


@pytest.fixture
def as_cia(cia: Any) -> Any:
    from conftest import Browser

    other = Browser()
    other.force_login(cia)
    return other


def words(answer):
    return answer.content.decode()


def from_desk(browser, address, **given):
    return browser.post(address, given, headers={"Referer": DESK})


def test_what_is_taken_is_in_hand_with_everything_that_its_page_has(as_ada, gropar):
    as_ada.post("/skrivbord/nasta/")

    page = words(as_ada.get("/skrivbord/"))

    assert "I handen sedan" in page
    assert "Du tog det själv." in page
    assert 'id="write-reply"' in page
    assert 'id="write-note"' in page
    assert 'id="write-promise"' in page
    assert "Tre djupa gropar" in page
    assert 'aria-current="true"' in page
    taken = Taken.objects.get()
    assert (taken.case, taken.channel) == (gropar, "mail")


def test_an_act_at_the_desk_leads_back_to_it_and_one_on_the_page_does_not(as_ada, gropar):
    note = f"/arenden/{gropar.number}/notering/"

    assert from_desk(as_ada, note, text="Ring TEK.")["Location"] == f"/skrivbord/{gropar.number}/"
    assert as_ada.post(note, {"text": "En till."})["Location"] == f"/arenden/{gropar.number}/"


def test_an_answer_that_is_refused_at_the_desk_keeps_its_words_there(as_ada, gropar):
    refused = from_desk(as_ada, f"/arenden/{gropar.number}/svar/", text="Vi [lagar] dem.", seen="0")

    page = words(refused)
    assert refused.status_code in {409, 422}
    assert "Vi [lagar] dem." in page
    assert "Näst i tur" in page


def test_put_aside_it_stays_ones_own_and_is_next_in_line(as_ada, gropar, ada):
    as_ada.post("/skrivbord/nasta/")

    said = words(as_ada.post(f"/skrivbord/{gropar.number}/undan/", follow=True))

    assert "Undanlagt" in said
    assert "Inget i handen." in said
    assert f"/skrivbord/{gropar.number}/" in said
    assert Case.objects.get(pk=gropar.pk).agent == ada
    again = words(as_ada.post(f"/skrivbord/{gropar.number}/undan/", follow=True))
    assert "Du har inte längre ärendet i handen." in again


def test_what_was_answered_is_out_of_hand_at_once(as_ada, gropar):
    as_ada.post("/skrivbord/nasta/")
    from_desk(as_ada, f"/arenden/{gropar.number}/vanta/", state="waiting-for-customer", reason="")

    assert "Inget i handen." in words(as_ada.get("/skrivbord/"))


def test_two_who_take_the_next_in_the_same_minute_get_one_each(as_ada, as_bo, write, eva, gropar):
    other = write(eva, "Lampan är trasig.")

    first, second = as_ada.post("/skrivbord/nasta/"), as_bo.post("/skrivbord/nasta/")

    assert {first["Location"], second["Location"]} == {
        f"/skrivbord/{gropar.number}/",
        f"/skrivbord/{other.number}/",
    }
    assert Taken.objects.live().count() == 2


def test_two_who_take_the_same_case_have_it_once(as_ada, as_bo, gropar, ada):
    take = f"/arenden/{gropar.number}/ta/?fran=ingen"
    from_desk(as_ada, take)

    refused = as_bo.post(take, {}, headers={"Referer": DESK}, follow=True)

    assert ada.name in words(refused)
    assert Case.objects.get().agent == ada
    assert Taken.objects.get().agent == ada
    assert "Inget i handen." in words(as_bo.get("/skrivbord/"))


@pytest.fixture
def offered(routing: Dispatching, as_ada: Any, ada: Any, gropar: Any) -> Offer:
    """Gropar on offer to Ada, who is ready."""
    routing.seat(ada)
    choose(as_ada, "ready")
    routing.route()
    return Offer.objects.get()


def test_an_offer_taken_back_is_refused_in_words_and_nothing_is_taken(
    as_ada, as_bo, offered, gropar, bo
):
    as_bo.post(f"/arenden/{gropar.number}/ta/")

    said = words(as_ada.post(f"/erbjudanden/{offered.pk}/ta/", follow=True))

    assert "en kollega har just tagit det" in said
    assert Case.objects.get().agent == bo
    assert not Offer.objects.filter(state="in-hand").exists()


def test_of_two_browsers_of_one_agent_the_second_is_told_that_it_is_taken(as_ada, ada, offered):
    from conftest import Browser

    other = Browser()
    other.force_login(ada)
    as_ada.post(f"/erbjudanden/{offered.pk}/ta/")

    said = words(other.post(f"/erbjudanden/{offered.pk}/ta/", follow=True))

    assert "redan tagit kontakten" in said
    assert Offer.objects.filter(state="in-hand").count() == 1
    assert not Taken.objects.exists()


def test_an_offer_that_is_accepted_is_in_hand_and_says_why(as_ada, offered, gropar):
    as_ada.post(f"/erbjudanden/{offered.pk}/ta/")

    page = words(as_ada.get("/skrivbord/"))

    assert "I handen sedan" in page
    assert "Du kan Gator på nivå 3" in page


def test_the_list_is_drawn_again_only_when_it_is_another(as_ada, write, eva, gropar):
    first = words(as_ada.get("/skrivbord/lista/"))
    mark = first.split('name="mark" value="')[1].split('"')[0]
    assert as_ada.get("/skrivbord/lista/", {"mark": mark}).status_code == 204

    write(eva, "Lampan är trasig.")
    again = as_ada.get("/skrivbord/lista/", {"mark": mark})

    assert again.status_code == 200, first
    assert words(again).split('name="mark" value="')[1].split('"')[0] != mark


def test_the_place_for_offers_says_why_nothing_comes(as_ada, ada, routing):
    assert "Jag är ledig" not in words(as_ada.get("/skrivbord/"))  # no seat
    routing.seat(ada)
    assert "Inget erbjuds dig." in words(as_ada.get("/skrivbord/"))

    choose(as_ada, "ready")
    assert "Du är ledig" in words(as_ada.get("/skrivbord/"))
    choose(as_ada, "away", reason="lunch")

    page = words(as_ada.get("/skrivbord/"))
    assert "Du är borta: Lunch" in page
    assert "Jag är ledig" in page


def test_an_empty_desk_says_so(as_ada):
    page = words(as_ada.get("/skrivbord/"))

    assert "Inget i handen." in page
    assert "Inget väntar på dig, och inget väntar på att någon tar det." in page


def test_a_confidential_case_is_opened_with_a_reason_before_the_desk_shows_it(as_ada, energis):
    assert as_ada.get(f"/skrivbord/{energis.number}/").status_code == 404
    assert as_ada.post(f"/skrivbord/{energis.number}/undan/").status_code == 404


@pytest.fixture
def call(routing: Dispatching, exempelby: Any, eva: Any, ada: Any, as_ada: Any) -> Offer:
    """A call that is on offer to Ada; wrap-up after it may take two minutes."""
    wish = actions.QueueWish(
        name="Växeln",
        channel="phone",
        goal_seconds=30,
        steps=[actions.StepWish(0, routing.skill)],
        offer_seconds=60,
    )
    queue = actions.set_queue(exempelby, wish, by=routing.lead, at=now())
    actions.give_seat(ada, client=exempelby, capacity={"phone": 1}, by=routing.lead, at=now())
    actions.assess(ada, skill=routing.skill, level=3, by=routing.lead, at=now())
    choose(as_ada, "ready")
    contact = register_contact(exempelby, channel="phone", direction="in", customer=eva, at=now())
    actions.wait(contact, queue=queue, at=now())
    routing.route()
    return Offer.objects.get()


def test_a_call_is_in_hand_then_wrapped_up_within_its_time_then_done(as_ada, call):
    taken = as_ada.post(f"/erbjudanden/{call.pk}/ta/")
    assert taken["Location"] == f"/skrivbord/kontakt/{call.pk}/"
    page = words(as_ada.get("/skrivbord/"))
    assert "Eva Ek" in page
    assert "Registrera behovet" in page

    wrapped = words(as_ada.post(f"/skrivbord/kontakt/{call.pk}/klar/", follow=True))
    assert "Efterarbete till senast" in wrapped
    assert 'max="120"' in wrapped
    done = words(as_ada.post(f"/skrivbord/kontakt/{call.pk}/klar/", follow=True))

    assert "Det finns plats för nästa." in done
    assert Offer.objects.get().state == "done"
    again = words(as_ada.post(f"/skrivbord/kontakt/{call.pk}/klar/", follow=True))
    assert "inte kontakten i handen längre" in again
    assert as_ada.get(f"/skrivbord/kontakt/{call.pk}/").status_code == 404


def test_after_a_heated_call_a_pause_is_offered_and_the_lead_is_told(
    as_ada, as_cia, as_bo, call, ada
):
    as_ada.post(f"/erbjudanden/{call.pk}/ta/")
    marked = words(as_ada.post(f"/skrivbord/hotfull/{call.contact_id}/", follow=True))
    assert "inte vad som sades" in marked
    heated = Heated.objects.get()
    told = words(as_cia.get("/skrivbord/"))
    assert f"{ada.name} har haft en hotfull kontakt" in told
    assert "inte besvarad" in told
    assert "hotfull kontakt," not in words(as_bo.get("/skrivbord/"))

    paused = words(as_ada.post(f"/skrivbord/paus/{heated.pk}/", {"pause": "1"}, follow=True))
    assert "Den räknas som arbete" in paused
    assert Seat.objects.get(agent=ada).reason == "recovery"
    assert as_bo.post(f"/skrivbord/hort/{heated.pk}/").status_code == 403
    heard = words(as_cia.post(f"/skrivbord/hort/{heated.pk}/", follow=True))

    assert f"Noterat att du har sett till {ada.name}." in heard
    assert f"{ada.name} har haft" not in words(as_cia.get("/skrivbord/"))
    assert ada.name in words(as_cia.get(reverse("floor:now")))
    assert as_bo.post(f"/skrivbord/paus/{heated.pk}/", {"pause": "1"}).status_code == 404
    assert "redan märkt" in words(
        as_ada.post(f"/skrivbord/hotfull/{call.contact_id}/", follow=True)
    )


def test_nobody_else_says_how_a_contact_was(as_bo, as_ada, call):
    as_ada.post(f"/erbjudanden/{call.pk}/ta/")

    said = words(as_bo.post(f"/skrivbord/hotfull/{call.contact_id}/", follow=True))

    assert "Bara den som hade kontakten" in said
    assert not Heated.objects.exists()
