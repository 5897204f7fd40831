"""A call that became no case: the draft ends, and the contact says why."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate, now

from gensvar.channels.voice.rules.calls import State
from gensvar.channels.voice.tests.conftest import Telephone
from gensvar.foundation.people.access import Reach, seeing_as
from gensvar.operations.cases.actions import write_note
from gensvar.operations.cases.actions.discarding import NoDraft, discard_draft, is_draft
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.story import story_of
from gensvar.operations.contacts.models import NoCase
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.registering import registration
from gensvar.screens.desk.calls import PLACES

HERE = {"HX-Request": "true"}


@pytest.fixture
def call(exempelby, cia, ada):
    made = Telephone(exempelby, lead=cia, at=now())
    made.queue.hours_of, made.queue.offer_seconds = "", 600
    made.queue.save()
    made.seat(ada)
    return made.talking(ada)


@pytest.fixture
def case(call):
    return call.contact.cases.get()


def registered(client):
    today = localdate(now())
    with seeing_as(Reach(clients=frozenset({client.pk}))):
        whole, _days = registration(client, Period(today, today + timedelta(days=1)))
    return whole.contacts, whole.with_case, whole.with_reason


def discard(browser, case, **given):
    return browser.post(reverse("desk_discard", args=[case.number]), given)


def test_a_draft_ends_with_a_reason_and_leads_back_to_the_contact_in_hand(as_ada, call, case):
    page = as_ada.get(reverse("desk_work", args=[case.number])).content.decode()
    assert reverse("desk_discard", args=[case.number]) in page

    answer = discard(as_ada, case, reason="wrong-number")

    assert answer.headers["Location"] == reverse("desk_contact_in_hand", args=[call.offer_id])
    case.refresh_from_db()
    assert case.is_closed
    assert not call.contact.cases.exists()
    assert NoCase.objects.get(contact=call.contact_id).reason == "wrong-number"
    assert case.states.latest("pk").reason == "Fel nummer"


def test_another_reason_needs_words_and_what_was_chosen_stays(as_ada, case):
    answer = discard(as_ada, case, reason="other")

    assert answer.status_code == 422
    assert re.search(r'value="other"[^>]*checked', answer.content.decode())
    case.refresh_from_db()
    assert not case.is_closed


def test_what_somebody_has_begun_to_work_with_is_no_draft(as_ada, case, ada):
    assert is_draft(case, story_of(case))
    write_note(case, "Ringer tillbaka.", by=ada, at=now())

    assert not is_draft(case, story_of(case))
    with pytest.raises(NoDraft):
        discard_draft(case, reason="silent", by=ada, at=now())
    assert discard(as_ada, case, reason="silent").status_code == 422
    work = as_ada.get(reverse("desk_work", args=[case.number])).content.decode()
    assert reverse("desk_discard", args=[case.number]) not in work


def test_a_draft_that_is_closed_is_registered_by_three_presses(as_ada, case, tek_gata):
    dialog = as_ada.get(reverse("desk_close", args=[case.number]), headers=HERE).content.decode()

    assert '<option value="information" selected>' in dialog


def test_the_registration_rate_counts_cases_and_reasons_of_answered_calls(
    as_ada, call, case, exempelby, ada
):
    assert registered(exempelby) == (1, 1, 0)

    discard_draft(case, reason="silent", by=ada, at=now())

    assert registered(exempelby) == (1, 0, 1)
    assert Case.objects.filter(contacts=call.contact_id).count() == 0


def test_whoever_has_not_signed_in_discards_none(browser, case):
    assert discard(browser, case, reason="silent").status_code in {302, 403}
    case.refresh_from_db()
    assert not case.is_closed


def test_every_place_of_a_call_has_a_name():
    assert set(PLACES) == set(State)
