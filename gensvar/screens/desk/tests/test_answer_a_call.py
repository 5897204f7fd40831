"""A call on the desk: with whom, how it stands, its case, and what may be done with it."""

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import now

from gensvar.channels.voice.actions import asking, setting
from gensvar.channels.voice.models import Asked, Call, PhoneNumber
from gensvar.channels.voice.rules.calls import Event
from gensvar.channels.voice.tests.conftest import EVAS, Telephone, open_at_all_hours
from gensvar.operations.customers.actions import recognise
from gensvar.operations.routing.models import Offer
from gensvar.screens.desk.calling import who_calls

HERE = {"HX-Request": "true"}


@pytest.fixture
def telephone(exempelby, cia):
    # Pages read the clock themselves.
    made = Telephone(exempelby, lead=cia, at=now())
    made.queue.hours_of, made.queue.offer_seconds = "", 600
    made.queue.save()
    return made


def call_on(browser, **given):
    return browser.get(reverse("desk_call"), given, headers=HERE)


def eva(exempelby, at, **more):
    known = recognise(exempelby, kind="phone", value="+46701111111", name="Eva Ek", at=at)
    for name, value in more.items():
        setattr(known, name, value)
    known.save()
    return known


def test_a_call_is_offered_by_name_and_answered(as_ada, telephone, exempelby, ada):
    eva(exempelby, telephone.at)
    telephone.seat(ada)
    as_ada.post(reverse("desk_status"), {"status": "ready", "take_over": "1"})
    telephone.rings()
    telephone.passes(1)

    said = as_ada.post(reverse("desk_here"), headers=HERE).content.decode()
    assert "Eva Ek" in said
    assert "Svara" in said
    assert "Ringer i din telefon" in call_on(as_ada).content.decode()


def test_of_protected_identity_neither_name_nor_number_is_said(as_ada, telephone, exempelby, ada):
    translation.activate("sv")
    eva(exempelby, telephone.at, protected=True)
    telephone.seat(ada)
    call = telephone.talking(ada)

    assert str(who_calls(call)[0]) == "Skyddad identitet"
    assert who_calls(call)[1] == ""
    said = call_on(as_ada).content.decode()
    assert "Eva Ek" not in said
    assert "070-111" not in said


def test_a_hidden_number_is_called_so(as_ada, telephone, ada):
    telephone.seat(ada)
    telephone.rings(party="anonymous")
    telephone.passes(1)

    assert "Dolt nummer" in call_on(as_ada).content.decode()


def test_whoever_answers_is_led_to_the_case_that_the_call_made(as_ada, telephone, ada):
    telephone.seat(ada)
    call = telephone.talking(ada)
    contact = reverse("desk_contact_in_hand", args=[call.offer_id])
    case = call.contact.cases.get()
    at_case = reverse("desk_work", args=[case.number])

    pulse = as_ada.get(
        reverse("desk_call"), headers=HERE | {"HX-Current-URL": f"http://localhost{contact}"}
    )
    assert pulse.headers["HX-Redirect"] == at_case
    assert as_ada.get(contact).headers["Location"] == at_case
    assert case.number in as_ada.get(reverse("desk_start")).content.decode()
    assert call_on(as_ada, mark="none").status_code == 200


def test_what_has_not_changed_is_not_drawn_again(as_ada, telephone, ada):
    assert call_on(as_ada, mark="none").status_code == 204
    telephone.seat(ada)
    telephone.talking(ada)

    said = call_on(as_ada, mark="none").content.decode()
    mark = said.partition("?mark=")[2].partition('"')[0]
    assert call_on(as_ada, mark=mark).status_code == 204


def test_a_call_is_held_and_taken_up_again(as_ada, telephone, ada):
    telephone.seat(ada)
    call = telephone.talking(ada)

    for event, said in ((Event.HOLD, "Parkerat"), (Event.RESUME, "I samtal")):
        url = reverse("desk_call_act", args=[event.value])
        assert as_ada.post(url, headers=HERE).status_code == 204
        asking.carry_out(Asked.objects.latest("pk").pk, at=now())
        assert said in call_on(as_ada).content.decode()
    call.refresh_from_db()
    assert call.state == "talking"
    assert as_ada.post(reverse("desk_call_act", args=["lost"])).status_code == 404


def test_hanging_up_begins_the_wrap_up(as_ada, telephone, ada):
    telephone.seat(ada)
    call = telephone.talking(ada)

    as_ada.post(reverse("desk_hang_up"))

    assert Offer.objects.get(contact=call.contact_id).state == "wrap-up"
    assert "release-caller" in telephone.passes(1)
    assert as_ada.post(reverse("desk_hang_up")).status_code == 404


def test_a_call_is_sent_to_a_colleague_or_refused_in_words(
    as_ada, telephone, exempelby, ada, hanna
):
    telephone.seat(ada)
    telephone.talking(ada)
    setting.give_phone(hanna, client=exempelby, address="PJSIP/hanna", by=None, at=telephone.at)
    url = reverse("desk_call_transfer")

    assert hanna.name in as_ada.get(url).content.decode()
    refused = as_ada.post(url, {"number": "hej", "how": "send"})
    assert refused.status_code == 422
    assert 'value="hej"' in refused.content.decode()
    assert "Ange vem" in as_ada.post(url, {"how": "ask"}).content.decode()
    unsaid = as_ada.post(url, {"colleague": "PJSIP/hanna", "how": "send"})
    assert unsaid.status_code == 422
    assert "Ange varför" in unsaid.content.decode()
    assert 'value="PJSIP/hanna" selected' in unsaid.content.decode()
    as_ada.post(url, {"colleague": "PJSIP/hanna", "how": "send", "why": "emergency"})
    asked = Asked.objects.get()
    assert (asked.event, asked.address, asked.why) == ("transfer", "PJSIP/hanna", "emergency")


def test_the_customer_of_a_case_is_called_with_the_number_that_is_shown(
    as_ada, telephone, exempelby, ada
):
    PhoneNumber.objects.update(is_shown=True)
    telephone.seat(ada)
    call = telephone.talking(ada)
    open_at_all_hours(exempelby)
    case = call.contact.cases.get()
    url = reverse("desk_dial", args=[case.number])
    asked = {"to": EVAS, "purpose": "case", "is_asked_for": "on"}
    refused = as_ada.post(url, asked)
    assert refused.status_code == 422
    assert "Du är redan i ett samtal" in refused.content.decode()

    as_ada.post(reverse("desk_hang_up"))
    telephone.passes(1)
    telephone.hears(telephone.leg(call, "agent"), "gone")
    as_ada.post(url, asked)
    made = Call.objects.latest("pk")
    assert (made.party, made.shown) == ("+46701111111", "+46910700000")
    assert "Din egen telefon ringer först" in call_on(as_ada).content.decode()
    as_ada.post(reverse("desk_hang_up"))
    assert Asked.objects.latest("pk").event == "done"


def test_whoever_takes_no_contacts_has_no_call(browser, hanna):
    browser.force_login(hanna)
    assert browser.get(reverse("desk_call")).status_code == 403
