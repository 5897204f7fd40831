"""Who follows a case beside its customer, over the API."""

from datetime import timedelta
from typing import Any

from django.utils.timezone import localdate, now

from gensvar.config.tests.api.conftest import Program
from gensvar.operations.cases.models import Participant

KIM = {"name": "Kim Kollega", "address": "kim@example.org"}


def test_a_participant_is_added_listed_and_ended(program: Program, case: Any) -> None:
    at = f"/cases/{case['number']}/participants"
    until = (localdate() + timedelta(days=3)).isoformat()

    made = program.post(at, KIM | {"right": "reply", "until": until})

    assert made.status_code == 201, made.content
    kim = made.json()
    assert (kim["kind"], kim["right"], kim["ended_at"]) == ("mail", "reply", None)
    assert program.get(at).json() == [kim]
    ended = program.delete(f"{at}/{kim['id']}").json()
    assert ended["ended_at"] is not None
    assert program.get(at).json() == [ended]


def test_what_cannot_be_is_refused_with_a_word_for_it(program: Program, case: Any) -> None:
    at = f"/cases/{case['number']}/participants"
    program.post(at, KIM)

    again = program.post(at, KIM)
    nowhere = program.post(at, KIM | {"address": "kim"})
    ages = program.post(at, KIM | {"address": "k@example.org", "until": "2199-01-01"})

    assert (again.status_code, again.json()["code"]) == (409, "AlreadyParticipant")
    assert (nowhere.status_code, nowhere.json()["code"]) == (422, "AddressUnusable")
    assert (ages.status_code, ages.json()["code"]) == (422, "UntilTooFar")


def test_another_clients_program_and_another_case_reach_no_participant(
    program: Program, case: Any, energi_program: Program, energi_case: Any
) -> None:
    kim = program.post(f"/cases/{case['number']}/participants", KIM).json()

    assert energi_program.get(f"/cases/{case['number']}/participants").status_code == 404
    other = f"/cases/{energi_case['number']}/participants/{kim['id']}"
    assert energi_program.delete(other).status_code == 404
    assert program.delete(other).status_code == 404


def test_a_lost_code_is_sent_anew_but_not_twice_in_a_moment(program: Program, case: Any) -> None:
    kim = program.post(f"/cases/{case['number']}/participants", KIM).json()
    at = f"/cases/{case['number']}/participants/{kim['id']}/code"

    too_soon = program.post(at)
    Participant.objects.update(told_at=now() - timedelta(hours=1))
    anew = program.post(at)
    Participant.objects.update(ended_at=now())
    ended = program.post(at)

    assert (too_soon.status_code, too_soon.json()["code"]) == (409, "JustSent")
    assert (anew.status_code, anew.json()["told_at"]) == (202, None)
    assert (ended.status_code, ended.json()["code"]) == (409, "FollowsNoLonger")
