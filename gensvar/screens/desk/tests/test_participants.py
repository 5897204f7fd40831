"""The agent lets somebody beside the customer follow the case, and ends it."""

from datetime import timedelta

from django.utils.timezone import localdate, now

from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases.actions import open_case
from gensvar.operations.cases.actions.participating import add_participant
from gensvar.operations.cases.models import Participant


def words(answer):
    return answer.content.decode()


def typed(**more):
    until = (localdate() + timedelta(days=5)).isoformat()
    return {"name": "Kim", "address": "kim@example.org", "right": "reply", "until": until} | more


def test_the_agent_adds_and_ends_a_participant(as_ada, gropar, ada):
    at = f"/arenden/{gropar.number}/"
    assert "Ingen utom kunden" in words(as_ada.get(at))

    page = words(as_ada.post(f"{at}deltagare/", typed(), follow=True))
    kim = Participant.objects.get()
    assert "kim@" in page
    assert "example.org" in page
    assert kim.by == ada

    page = words(as_ada.post(f"{at}deltagare/{kim.pk}/avsluta/", follow=True))
    kim.refresh_from_db()
    assert kim.ended_by == ada
    assert "Ingen utom kunden" in page


def test_a_refusal_keeps_what_was_typed(as_ada, gropar):
    page = as_ada.post(f"/arenden/{gropar.number}/deltagare/", typed(address="kim"))

    assert page.status_code == 422
    assert 'value="kim"' in words(page)
    assert "Skriv en e-postadress" in words(page)
    assert not Participant.objects.in_force(at=now()).exists()


def test_the_dialog_offers_thirty_days(as_ada, gropar):
    page = words(as_ada.get(f"/arenden/{gropar.number}/deltagare/"))

    assert (localdate() + timedelta(days=30)).isoformat() in page


def test_the_agent_sends_a_lost_code_again_and_it_says_so(as_ada, gropar, ada):
    at = f"/arenden/{gropar.number}/"
    as_ada.post(f"{at}deltagare/", typed())
    kim = Participant.objects.get()

    soon = words(as_ada.post(f"{at}deltagare/{kim.pk}/kod/", follow=True))
    Participant.objects.update(told_at=now() - timedelta(hours=1))
    later = words(as_ada.post(f"{at}deltagare/{kim.pk}/kod/", follow=True))

    assert "Vänta en minut" in soon
    assert "Koden är på väg" in later
    kim.refresh_from_db()
    assert kim.told_at is None
    asked = EventRecord.objects.get(name="cases.participant-code-asked")
    assert asked.agent_id == ada.pk
    assert "deltagares kod" in words(as_ada.get(f"{at}historik/"))


def test_of_a_participant_in_another_case_no_code_is_sent(as_ada, gropar, exempelby, ada):
    other = open_case(exempelby, title="Annat", channel="phone", by=ada, at=now())
    kim = add_participant(
        other, name="Kim", address="kim@example.org", right="read", by=ada, at=now()
    )

    assert as_ada.post(f"/arenden/{gropar.number}/deltagare/{kim.pk}/kod/").status_code == 404
