"""An agent calls a customer: what for is asked first, and what may not be is refused in words."""

import pytest
from django.urls import reverse
from django.utils.timezone import now

from gensvar.channels.voice.models import Call, PhoneNumber
from gensvar.channels.voice.tests.conftest import Telephone, open_at_all_hours
from gensvar.operations.contacts.models import CallBlock, Errand
from gensvar.operations.customers.actions import add_address
from gensvar.operations.knowledge.models import IdentityLevel

HERE = {"HX-Request": "true"}


@pytest.fixture
def telephone(exempelby, cia, ada):
    made = Telephone(exempelby, lead=cia, at=now())
    made.seat(ada)
    PhoneNumber.objects.update(is_shown=True)
    open_at_all_hours(exempelby)
    return made


@pytest.fixture
def url(gropar, eva):
    add_address(eva, kind="phone", value="+46701111111", by=None, at=now())
    return reverse("desk_dial", args=[gropar.number])


def test_the_number_purpose_and_what_they_see_is_asked_first(as_ada, telephone, url):
    said = as_ada.get(url, headers=HERE).content.decode()

    assert 'value="+46701111111"' in said
    assert "De ser 0910-70 00 00" in said
    answer = as_ada.post(url, {"to": "+46701111111"})
    assert answer.status_code == 422
    assert not Call.objects.exists()


def test_no_number_is_told_of_a_case_that_is_covered_until_it_is_known_who_asks(
    as_ada, telephone, url, gropar, gator
):
    gator.identity_level = IdentityLevel.REACHED
    gator.save()
    gropar.subject = gator
    gropar.save()

    assert "+46701111111" not in as_ada.get(url, headers=HERE).content.decode()


def test_what_was_typed_stays_when_the_call_is_refused(as_ada, telephone, url):
    answer = as_ada.post(url, {"to": "hej", "purpose": "promised", "is_asked_for": "on"})

    said = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="hej"' in said
    assert "går inte att ringa" in said


def test_a_call_is_made_and_its_purpose_noted_when_it_is_said(as_ada, telephone, url, exempelby):
    given = {"to": "+46701111111", "purpose": "promised", "is_asked_for": "on"}
    assert as_ada.post(url, given).status_code == 302
    call = Call.objects.get()
    assert Errand.objects.get().purpose == "promised"
    telephone.hears(telephone.leg(call, "agent"))
    telephone.hears(telephone.leg(call, "caller"))
    bar = as_ada.get(reverse("desk_call"), headers=HERE).content.decode()
    assert reverse("desk_purpose_said") in bar
    path = reverse("desk_one_call", args=[call.pk])
    assert "aldrig noterat" in as_ada.get(path).content.decode()

    as_ada.post(reverse("desk_purpose_said"), headers=HERE)

    assert Errand.objects.get().said_at is not None
    bar = as_ada.get(reverse("desk_call"), headers=HERE).content.decode()
    assert reverse("desk_purpose_said") not in bar
    assert "aldrig noterat" not in as_ada.get(path).content.decode()


def test_whoever_wants_no_more_calls_is_not_called_again(as_ada, telephone, url, eva):
    given = {"to": "+46701111111", "purpose": "promised", "is_asked_for": "on"}
    as_ada.post(url, given)
    call = Call.objects.get()
    telephone.hears(telephone.leg(call, "agent"))
    telephone.hears(telephone.leg(call, "caller"))

    as_ada.post(reverse("desk_no_more_calls"), {"purpose": ""})
    telephone.hears(telephone.leg(call, "caller"), "gone")
    telephone.hears(telephone.leg(call, "agent"), "gone")

    again = as_ada.post(url, given)
    assert again.status_code == 422
    assert "inte bli uppringd" in again.content.decode()
    page = as_ada.get(reverse("desk_customer", args=[eva.number])).content.decode()
    block = CallBlock.objects.get()
    assert reverse("desk_allow_calls", args=[eva.number, block.pk]) in page
    as_ada.post(reverse("desk_allow_calls", args=[eva.number, block.pk]))
    assert as_ada.post(url, given).status_code == 302


def test_a_customer_is_blocked_on_their_page_for_one_purpose(as_ada, eva):
    url = reverse("desk_block_calls", args=[eva.number])
    assert "Vad det än gäller" in as_ada.get(url, headers=HERE).content.decode()

    as_ada.post(url, {"purpose": "survey"})

    assert CallBlock.objects.get().purpose == "survey"
    assert as_ada.post(url, {"purpose": "hej"}).status_code == 422
