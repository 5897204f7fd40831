"""An answer leaves by post: written, printed with its address, and posted on a day."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from conftest import NOON
from gensvar.channels.paper.actions.posting import (
    NoPostalAddress,
    NothingToPost,
    NotPostedThen,
    post_letter,
    write_letter,
)
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.secrecy.actions import give_access
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.cases import actions as cases
from gensvar.operations.cases.models import State
from gensvar.operations.contacts.actions import NothingSaid
from gensvar.operations.contacts.models import Outgoing
from gensvar.operations.customers.actions import add_address, protect

ADDRESS = "Storgatan 1\n931 31 Exempelby"


@pytest.fixture
def case(exempelby, eva, ada, noon):
    return cases.open_case(
        exempelby, title="Gropar", channel="letter", customer=eva, by=ada, at=noon
    )


@pytest.fixture
def letter(case, ada, noon):
    return write_letter(
        case, "Vi lagar.", subject="Ert brev", name="Eva Ek", address=ADDRESS, by=ada, at=noon
    )


def test_a_letter_waits_until_it_is_posted_on_a_day(case, letter, ada, noon):
    case.refresh_from_db()
    assert case.state == State.WAITING_FOR_CUSTOMER
    assert letter.message.recipients == ["Eva Ek\nStorgatan 1\n931 31 Exempelby"]
    assert letter.state == Outgoing.State.QUEUED

    post_letter(letter, posted_on=noon.date(), by=ada, at=noon + timedelta(days=1))

    assert letter.state == Outgoing.State.SENT
    assert letter.steps.latest("pk").at.date() == noon.date(), "as posted, not as it was told"
    told = EventRecord.objects.get(name="paper.letter-posted")
    assert (told.agent_id, told.payload["posted_on"]) == (ada.pk, "2026-05-04")
    with pytest.raises(NothingToPost):
        post_letter(letter, posted_on=noon.date(), by=ada, at=noon)


def test_it_can_be_taken_back_until_then(case, letter, ada, noon):
    cases.take_back(case, letter, by=ada, at=noon + timedelta(hours=5))

    case.refresh_from_db()
    assert case.state == State.WAITING_FOR_US
    with pytest.raises(NothingToPost):
        post_letter(letter, posted_on=noon.date(), by=ada, at=noon)


@pytest.mark.parametrize("days", [-1, 1])
def test_a_letter_is_not_posted_before_it_is_written_or_in_the_future(letter, ada, noon, days):
    with pytest.raises(NotPostedThen):
        post_letter(letter, posted_on=noon.date() + timedelta(days=days), by=ada, at=noon)


def test_without_words_or_an_address_nothing_is_written(case, ada, noon):
    with pytest.raises(NoPostalAddress):
        write_letter(case, "Hej", subject="S", name="Eva", address="Ort", by=ada, at=noon)
    with pytest.raises(NothingSaid):
        write_letter(case, " ", subject="S", name="Eva", address=ADDRESS, by=ada, at=noon)
    assert not Outgoing.objects.exists()


def test_it_is_written_printed_and_ticked_on_pages(browser, case, ada, eva):
    browser.force_login(ada)
    page = browser.get(f"/brev/arende/{case.number}/").content.decode()
    assert "Eva Ek" in page
    form = {"name": "Eva Ek", "address": ADDRESS, "subject": "Ert brev", "text": "Vi lagar."}

    answer = browser.post(f"/brev/arende/{case.number}/", {**form, "turn": "waiting-for-customer"})

    letter = Outgoing.objects.get()
    assert answer.url == f"/brev/att-posta/{letter.pk}/"
    printed = browser.get(answer.url).content.decode()
    assert "Eva Ek<br>Storgatan 1<br>931 31 Exempelby" in printed
    today = localdate().isoformat()
    nothing = browser.post("/brev/att-posta/", {"posted_on": today})
    assert nothing.status_code == 422
    posted = browser.post("/brev/att-posta/", {"posted_on": today, "letter": letter.pk})
    assert posted.status_code == 302
    letter.refresh_from_db()
    assert letter.state == Outgoing.State.SENT
    again = browser.post("/brev/att-posta/", {"posted_on": today, "letter": letter.pk})
    assert again.status_code == 422


def test_whoever_is_protected_is_written_to_through_the_tax_agency(browser, case, eva, cia):
    """LAW-11: neither name nor address stands on the letter, whatever is written in the form."""
    add_address(eva, kind="post", value="Storgatan 1, 931 31 Exempelby", by=cia, at=NOON)
    access = AccessList.objects.create(
        client=case.client, name="Skyddade identiteter", is_for_protected=True
    )
    give_access(access, agent=cia, by=cia, at=NOON)
    protect(eva, by=cia, at=NOON)
    browser.force_login(cia)
    browser.post(f"/arenden/{case.number}/skal/", {"reason": "Ska skriva till kunden"})

    page = browser.get(f"/brev/arende/{case.number}/").content.decode()
    assert "Skatteverket, Box 2820, 403 20 Göteborg" in page
    form = {"name": "Eva Ek", "address": ADDRESS, "subject": "Ert brev", "text": "Vi lagar."}
    answer = browser.post(f"/brev/arende/{case.number}/", {**form, "turn": "waiting-for-customer"})

    printed = browser.get(answer.url).content.decode()
    assert "Skatteverket<br>Box 2820<br>403 20 Göteborg" in printed
    assert "ett eget kuvert" in printed
    for shown in (page, printed):
        assert "Storgatan" not in shown
    assert "Eva Ek" not in printed


def test_where_a_protected_customer_lives_is_not_shown(browser, case, ada, eva):
    eva.protected = True
    eva.save()
    browser.force_login(ada)

    answer = browser.get(f"/brev/arende/{case.number}/")

    assert answer.status_code in {403, 404}
    assert not Outgoing.objects.exists()
