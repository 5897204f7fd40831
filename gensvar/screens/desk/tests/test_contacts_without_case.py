"""Agents say why a contact became no case, and see which have neither case nor reason."""

import pytest
from django.utils.timezone import now

from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.models import Contact, NoCase

LIST = "/kontakter/utan-arende/"
NEW = "/kontakter/ny-utan-arende/"


@pytest.fixture
def call(exempelby, eva, ada):
    return register_contact(
        exempelby, channel="phone", direction="in", customer=eva, agent=ada, at=now(),
        summary="Samtalet bröts.",
    )  # fmt: skip


def words(answer):
    return answer.content.decode()


def test_a_wrong_number_is_written_down_in_one_go(as_ada, exempelby, ada):
    assert NEW in words(as_ada.get("/arenden/ny/"))

    answer = as_ada.post(
        NEW, {"client": exempelby.pk, "channel": "phone", "reason": "wrong-number"}, follow=True
    )

    assert "Kontakten är registrerad" in words(answer)
    said = NoCase.objects.get()
    assert (said.reason, said.by, said.contact.agent) == ("wrong-number", ada, ada)
    assert (said.contact.channel, said.contact.direction) == ("phone", "in")


@pytest.mark.parametrize(
    "given", [{"reason": ""}, {"reason": "nonsense"}, {"reason": "other"}, {"channel": "smoke"}]
)
def test_what_is_missing_is_said_and_nothing_is_registered(as_ada, exempelby, given):
    usual = {"client": exempelby.pk, "channel": "phone", "reason": "spam"}

    assert as_ada.post(NEW, usual | given).status_code == 422
    assert not Contact.objects.exists()


def test_nobody_registers_for_a_client_that_is_not_theirs(as_ada, energi):
    given = {"client": energi.pk, "channel": "phone", "reason": "spam"}

    assert as_ada.post(NEW, given).status_code == 422
    assert not Contact.objects.exists()


def test_the_list_shows_what_has_neither_until_a_reason_is_given(as_ada, call):
    assert "Samtalet bröts." in words(as_ada.get(LIST))

    again = as_ada.post(
        f"/kontakter/{call.pk}/utan-arende/", {"reason": "hung-up", "next": LIST}, follow=True
    )

    assert "Samtalet bröts." not in words(again)
    assert "Samtalet bröts." in words(as_ada.get(f"{LIST}?orsak=alla"))
    assert "Samtalet bröts." in words(as_ada.get(f"{LIST}?orsak=hung-up"))
    assert "Samtalet bröts." not in words(as_ada.get(f"{LIST}?orsak=spam"))


def test_a_reason_without_words_is_refused_where_words_are_needed(as_ada, call):
    answer = as_ada.post(f"/kontakter/{call.pk}/utan-arende/", {"reason": "other"}, follow=True)

    assert "Ange kort varför" in words(answer)
    assert not NoCase.objects.exists()


def test_a_case_can_be_made_of_it_after_all(as_ada, call):
    page = words(as_ada.get(LIST))
    assert f"/arenden/ny/?kontakt={call.pk}" in page

    as_ada.post(
        f"/arenden/ny/?kontakt={call.pk}", {"client": call.client_id, "said": "Grop på Storgatan"}
    )

    assert call.cases.get().title == "Grop på Storgatan"
    assert "Samtalet bröts." not in words(as_ada.get(LIST))


def test_days_that_are_none_and_places_that_are_none_do_no_harm(as_ada, call):
    shown = words(as_ada.get(f"{LIST}?fran=2026-13-45&till=nej&efter=x&orsak=nej"))

    assert "Samtalet bröts." in shown


def test_another_clients_contacts_are_not_listed_nor_set_aside(as_ada, energi):
    theirs = register_contact(
        energi, channel="phone", direction="in", customer=None, at=now(), summary="Elen"
    )

    assert "Elen" not in words(as_ada.get(LIST))
    answer = as_ada.post(f"/kontakter/{theirs.pk}/utan-arende/", {"reason": "spam"})
    assert answer.status_code == 404
