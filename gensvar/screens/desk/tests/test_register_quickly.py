"""A call or a visit that is over is registered from any page, in a few keys."""

import pytest
from django.urls import reverse

from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Contact
from gensvar.operations.routing.models import Heated

QUICK = "/kontakter/snabb/"


def words(answer):
    return answer.content.decode()


@pytest.fixture
def given(exempelby, gator):
    """What somebody types: everything else has its usual value already."""
    return {
        "client": exempelby.pk,
        "channel": "phone",
        "subject": gator.pk,
        "said": "När lagas groparna på Skolgatan?",
        "need_type": "information",
        "address": "",
        "name": "",
    }


def test_a_call_is_registered_and_closed_at_once_without_a_customer(as_ada, given, gator, ada):
    answer = as_ada.post(QUICK, given, headers={"Referer": "http://testserver/kunskap/"})

    assert answer["Location"] == "http://testserver/kunskap/"
    case, contact = Case.objects.get(), Contact.objects.get()
    assert (case.state, case.subject, case.agent) == ("closed", gator, ada)
    assert case.title == "När lagas groparna på Skolgatan?"
    assert (contact.channel, contact.summary) == ("phone", given["said"])
    assert contact.customer is None


def test_it_opens_in_a_dialog_on_every_page_of_whoever_may(as_ada):
    assert 'data-alt="KeyK"' in words(as_ada.get(reverse("knowledge")))
    dialog = as_ada.get(QUICK, headers={"HX-Request": "true"})

    assert "dialog:open" in dialog["HX-Trigger-After-Swap"]
    page = words(dialog)
    assert "Spara och stäng" in page
    # How it came is asked first, and a call is chosen.
    assert page.index('value="phone"') < page.index('name="subject"') < page.index('name="said"')


def test_what_is_left_to_do_is_opened_at_the_desk(as_ada, given, ada):
    answer = as_ada.post(QUICK, given | {"channel": "visit", "later": "1"})

    case = Case.objects.get()
    assert answer["Location"] == f"/skrivbord/{case.number}/"
    assert (case.state, case.agent, case.channel) == ("waiting-for-us", ada, "visit")


def test_left_to_do_needs_no_subject_but_closing_does(as_ada, given):
    refused = as_ada.post(QUICK, given | {"subject": ""})
    assert refused.status_code == 422
    assert given["said"] in words(refused)
    assert not Contact.objects.exists()

    assert as_ada.post(QUICK, given | {"subject": "", "later": "1"}).status_code == 302


def test_whoever_called_before_is_recognised(as_ada, given, eva):
    as_ada.post(QUICK, given | {"address": "070-111 11 11"})

    assert Contact.objects.get().customer == eva


@pytest.mark.parametrize(
    "wrong",
    [{"said": ""}, {"channel": "carrier pigeon"}, {"address": "nej"}, {"subject": "0"}],
)
def test_what_cannot_be_read_is_asked_again_and_nothing_is_registered(as_ada, given, wrong):
    refused = as_ada.post(QUICK, given | wrong)

    assert refused.status_code == 422
    assert not Contact.objects.exists()


def test_a_heated_call_is_counted_and_a_pause_is_offered(as_ada, given, ada):
    as_ada.post(QUICK, given | {"is_heated": "on"})

    assert Heated.objects.get().agent == ada
    assert "Vill du ta en paus?" in words(as_ada.get("/skrivbord/"))


def test_another_clients_contact_is_not_ours_to_register(as_ada, given, energi):
    assert as_ada.post(QUICK, given | {"client": energi.pk}).status_code == 422
