"""Cases that belong together, over the API."""

from typing import Any

import pytest

from gensvar.config.tests.api.conftest import Program


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
