"""Cases that belong together, over the API."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils.timezone import now

from gensvar.config.tests.api.conftest import Program
from gensvar.operations.cases.actions import write_canned_text, write_macro
from gensvar.operations.cases.models import Macro
from gensvar.operations.contacts.models import Outgoing


@pytest.fixture
def other(program: Program, case: Any) -> Any:
    """A second case of Eva's."""
    customer = {"mail": "eva.ek@example.com"}
    return program.post("/cases", {"title": "Hålet igen", "customer": customer}).json()


def test_a_merged_case_names_what_it_is_part_of_and_passes_contacts_on(
    program: Program, case: Any, other: Any
) -> None:
    merged = program.post(f"/cases/{other['number']}/merge", {"number": case["number"]})
    assert merged.status_code == 200, merged.content
    assert merged.json()["merged_into"] == case["number"]

    contact = program.post("/contacts", {"channel": "phone", "client": "exempelby"}).json()
    joined = program.post(f"/cases/{other['number']}/contacts", {"contact_id": contact["id"]})
    assert joined.json()["number"] == case["number"]

    refused = program.post(f"/cases/{other['number']}/messages", {"text": "Hej"})
    assert (refused.status_code, refused.json()["code"]) == (409, "PartOfAnother")
    assert case["number"] in refused.json()["detail"]

    parted = program.delete(f"/cases/{other['number']}/merge").json()
    assert (parted["merged_into"], parted["state"]) == (None, "waiting-for-us")


def test_a_number_that_the_token_does_not_reach_is_unknown(
    program: Program, case: Any, energi_program: Program, energi_case: Any
) -> None:
    answer = energi_program.post(
        f"/cases/{energi_case['number']}/merge", {"number": case["number"]}
    )

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == "#/number"


def test_a_contact_leaves_to_begin_a_case(program: Program, case: Any) -> None:
    contact = program.post("/contacts", {"channel": "phone", "client": "exempelby"}).json()
    program.post(f"/cases/{case['number']}/contacts", {"contact_id": contact["id"]})

    body = {"contact_ids": [contact["id"]], "title": "Faktura"}
    made = program.post(f"/cases/{case['number']}/split", body)
    assert made.status_code == 201, made.content
    assert made.json()["channel"] == "phone"

    again = program.post(f"/cases/{case['number']}/split", body)
    assert (again.status_code, again.json()["code"]) == (409, "NotInThisCase")


def test_links_are_listed_from_both_sides(program: Program, case: Any, other: Any) -> None:
    body = {"number": other["number"], "role": "parent"}
    made = program.post(f"/cases/{case['number']}/links", body)
    assert made.status_code == 201, made.content
    assert [one["role"] for one in made.json()] == ["parent"]
    seen = program.get(f"/cases/{other['number']}/links").json()
    assert [(one["number"], one["role"]) for one in seen] == [(case["number"], "child")]

    left = program.delete(f"/cases/{case['number']}/links/{other['number']}")
    assert left.json() == []


def test_a_program_says_why_it_does_not_wait_for_a_part(
    program: Program, case: Any, other: Any
) -> None:
    program.patch(f"/cases/{case['number']}", {"subject": "Gator, v", "need_type": "status"})
    program.post(f"/cases/{case['number']}/links", {"number": other["number"], "role": "child"})
    address = f"/cases/{case['number']}/closure"

    refused = program.post(address, {})
    assert (refused.status_code, refused.json()["code"]) == (409, "ChildStillOpen")
    unsaid = program.post(address, {"despite_parts": True})
    assert (unsaid.status_code, unsaid.json()["code"]) == (422, "WhyDespiteParts")
    done = program.post(address, {"despite_parts": True, "reason": "Eva har sitt svar"})
    assert done.json()["state"] == "closed"


def test_a_case_rests_and_is_taken_up(program: Program, case: Any) -> None:
    address = f"/cases/{case['number']}/rest"

    assert program.post(address, {"until": "2020-01-01T08:00:00Z"}).status_code == 422
    assert program.post(address, {"until": "2020-01-01T08:00:00"}).status_code == 422
    rests = program.post(address, {"until": "2099-01-01T08:00:00Z"})
    assert (rests.status_code, rests.json()["code"]) == (422, "RestTooLong")
    assert program.delete(address).json()["code"] == "NotResting"


def test_a_program_is_told_that_it_cannot_follow(program: Program, case: Any) -> None:
    refused = program.post(f"/cases/{case['number']}/watchers")

    assert (refused.status_code, refused.json()["code"]) == (409, "NobodyToTell")
    assert program.get(f"/cases/{case['number']}/watchers").json() == []


@pytest.fixture
def macro(exempelby: Any, admin: Any, noon: datetime) -> Macro:
    given = {"subject": None, "need_type": "", "turn": "", "takes": False, "group": None}
    return write_macro(exempelby, name="Tack", text="Hej {first_name}!", by=admin, at=noon, **given)


def test_a_macro_is_run_with_its_own_words_and_undone(
    program: Program, case: Any, macro: Macro
) -> None:
    address = f"/cases/{case['number']}"
    assert [one["id"] for one in program.get(f"{address}/macros").json()] == [macro.pk]

    ran = program.post(f"{address}/macro-runs", {"macro_id": macro.pk})
    assert ran.status_code == 201, ran.content
    assert Outgoing.objects.get().message.text == "Hej Eva!"

    undone = program.delete(f"{address}/macro-runs/{ran.json()['id']}")
    assert undone.status_code == 200, undone.content
    assert Outgoing.objects.get().state == Outgoing.State.CANCELLED
    again = program.delete(f"{address}/macro-runs/{ran.json()['id']}")
    assert (again.status_code, again.json()["code"]) == (409, "TooLateToUndo")


def test_ready_words_are_those_of_the_cases_client(
    program: Program, case: Any, energi: Any, exempelby: Any, admin: Any, noon: datetime
) -> None:
    for client in (exempelby, energi):
        write_canned_text(client, name=client.code, text="Hej", by=admin, at=noon)

    found = program.get(f"/cases/{case['number']}/canned-texts").json()

    assert [one["name"] for one in found] == ["exempelby"]


def test_an_answer_can_leave_later(program: Program, case: Any) -> None:
    address = f"/cases/{case['number']}/messages"
    tomorrow = (now() + timedelta(days=1)).isoformat()

    assert program.post(address, {"text": "Hej", "leaves_at": "2020-01-01"}).status_code == 422
    past = program.post(address, {"text": "Hej", "leaves_at": "2020-01-01T08:00:00Z"})
    assert past.json()["code"] == "LeavesInThePast"
    assert program.post(address, {"text": "Hej", "leaves_at": tomorrow}).status_code == 201
    assert program.get(f"/cases/{case['number']}").json()["state"] == "waiting-for-us"
