"""Customers over the API: CUS-04, CUS-11, LAW-11 and the register's duplicates."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils.timezone import now

from gensvar.config.tests.api.conftest import Program
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.integrations.actions import create_token
from gensvar.operations.customers.models import Customer


@pytest.fixture
def work(program: Program, exempelby: Any) -> dict[str, Any]:
    body = {"name": "Eva Ek", "mail": "eva.ek@arbete.example"}
    made: dict[str, Any] = program.post("/customers", body).json()
    return made


@pytest.fixture
def reader(browser: Any, exempelby: Any, noon: Any) -> Program:
    """A program that only reads customers."""
    _token, secret = create_token("Läsare", ["customers:read"], at=noon)
    return Program(browser, secret)


def test_a_customer_has_type_channel_and_several_addresses(program: Program, eva: Any) -> None:
    changed = program.patch(
        "/customers/K-1001", {"type": "external-tenant", "preferred_channel": "sms"}
    ).json()
    home = {"kind": "post", "value": "Skolgatan 12", "until": "2099-06-01"}
    address = program.post("/customers/K-1001/addresses", home).json()
    phone = next(one for one in changed["addresses"] if one["kind"] == "phone")
    ended = program.patch(f"/customers/K-1001/addresses/{phone['id']}", {"until": "2026-01-01"})

    now = program.get("/customers/K-1001").json()
    assert (now["type"], now["preferred_channel"]) == ("external-tenant", "sms")
    assert ended.status_code == 200
    assert {one["kind"] for one in now["addresses"]} == {"mail", "post"}
    assert address["until"].startswith("2099-06-01")
    history = program.get("/customers/K-1001/addresses").json()
    assert len(history) == 3


def test_a_need_is_noted_and_a_reason_refused(program: Program, eva: Any) -> None:
    needed = {"what": "interpreter", "words": "arabiska", "agreed": True}
    made = program.post("/customers/K-1001/needs", needed)
    refused = program.post("/customers/K-1001/needs", needed | {"words": "har demens"})

    assert made.status_code == 201
    assert (refused.status_code, refused.json()["code"]) == (422, "TellsOfHealth")
    assert [n["what"] for n in program.get("/customers/K-1001").json()["needs"]] == ["interpreter"]
    gone = program.delete(f"/customers/K-1001/needs/{made.json()['id']}")
    assert gone.status_code == 204
    assert program.get("/customers/K-1001").json()["needs"] == []


def test_a_representative_is_told_until_ended(
    program: Program, eva: Any, work: dict[str, Any]
) -> None:
    body = {
        "representative": work["number"],
        "kind": "power-of-attorney",
        "scope": "Bygglov",
        "until": "2099-01-01",
    }
    made = program.post("/customers/K-1001/representatives", body)
    endless = program.post("/customers/K-1001/representatives", body | {"until": None})

    told = program.get("/customers/K-1001").json()["representatives"]
    assert [one["representative"]["number"] for one in told] == [work["number"]]
    assert endless.json()["code"] == "EndNeeded"
    program.delete(f"/customers/K-1001/representatives/{made.json()['id']}")
    assert program.get("/customers/K-1001").json()["representatives"] == []


def test_a_suggested_duplicate_is_merged_and_parted(
    program: Program, eva: Any, work: dict[str, Any]
) -> None:
    (suggested,) = program.get("/customers/K-1001/duplicates").json()
    merged = program.post("/customers/K-1001/merges", {"source": work["number"]})

    assert suggested["customer"]["number"] == work["number"]
    assert merged.status_code == 201
    assert program.get("/customers").json()["count"] == 1
    assert program.get(f"/customers/{work['number']}").json()["number"] == "K-1001"
    (standing,) = program.get("/customers/K-1001/merges").json()
    assert program.delete(f"/customers/K-1001/merges/{standing['id']}").status_code == 204
    assert program.get("/customers").json()["count"] == 2


def test_a_pair_told_apart_is_not_suggested(
    program: Program, eva: Any, work: dict[str, Any]
) -> None:
    answer = program.post("/customers/K-1001/told-apart", {"other": work["number"]})

    assert answer.status_code == 204
    assert program.get("/customers/K-1001/duplicates").json() == []


def test_customers_of_another_client_are_not_merged_nor_seen(
    program: Program, energi_program: Program, eva: Any, work: dict[str, Any]
) -> None:
    theirs = energi_program.post("/customers", {"name": "Eva Ek", "mail": "e@example.com"}).json()

    across = program.post("/customers/K-1001/merges", {"source": theirs["number"]})
    unseen = energi_program.post(
        f"/customers/{theirs['number']}/merges", {"source": work["number"]}
    )

    assert across.json()["code"] == "OfDifferentClients"
    assert unseen.status_code == 422
    assert Customer.objects.filter(merged_into=None).count() == 3


def test_how_a_protected_customer_is_reached_is_told_to_few_and_noted(
    program: Program, reader: Program, eva: Any
) -> None:
    assert len(reader.get("/customers/K-1001").json()["addresses"]) == 2

    program.post("/customers/K-1001/protection")

    shown = reader.get("/customers/K-1001").json()
    assert (shown["is_protected"], shown["addresses"]) == (True, [])
    assert reader.get("/customers/K-1001/addresses").json() == []
    assert reader.get("/customers", q="070").json()["count"] == 0
    assert "eva.ek@example.com" not in reader.export("/customers", format="csv").decode()
    assert "eva.ek@example.com" not in program.export("/customers", format="json").decode()
    assert program.get("/customers").json()["items"][0]["addresses"] == []
    reading = EventRecord.objects.filter(name="customers.address-of-protected-read")
    assert not reading.exists()
    assert len(program.get("/customers/K-1001").json()["addresses"]) == 2
    assert reading.get().customer_id == eva.pk


def test_a_protected_customer_is_not_found_by_address(
    program: Program, reader: Program, eva: Any
) -> None:
    def found(words: str) -> int:
        count: int = program.get("/search", q=words, kind="customer").json()["count"]
        return count

    assert (found("eva.ek@example.com"), found("Eva Ek")) == (1, 1)

    program.post("/customers/K-1001/protection")

    assert (found("eva.ek@example.com"), found("070-111 11 11"), found("Eva Ek")) == (0, 0, 1)


def test_a_dry_run_names_line_column_and_reason_and_changes_nothing(program: Program) -> None:
    table = "name,phone,language\nSiv,0703333333,sv\nPer,12,svenska\n"
    rehearsed = program.post("/customer-imports", {"table": table})
    tried = program.post("/customer-imports", {"table": table, "dry_run": False})

    faults = [(one["line"], one["column"], one["code"]) for one in rehearsed.json()["faults"]]
    assert (rehearsed.status_code, rehearsed.json()["id"]) == (200, None)
    assert faults == [(3, "language", "language"), (3, "phone", "phone")]
    assert (tried.status_code, tried.json()["code"]) == (422, "TableFaulty")
    assert program.get("/customers").json()["count"] == 0


def test_an_import_is_brought_in_and_undone(program: Program, exempelby: Any) -> None:
    table = "name,phone\nSiv,0703333333\nPer,0704444444\n"
    made = program.post("/customer-imports", {"table": table, "dry_run": False})

    assert (made.status_code, made.json()["added"]) == (201, 2)
    assert program.get("/customers").json()["count"] == 2
    undone = program.delete(f"/customer-imports/{made.json()['id']}")
    assert (undone.json()["removed"], undone.json()["kept"]) == (2, 0)
    assert program.get("/customers").json()["count"] == 0


def test_what_is_needed_in_a_case_is_noted_met_and_forgotten(program: Program, case: Any) -> None:
    at = f"/cases/{case['number']}/needs"

    made = program.post(at, {"what": "interpreter", "words": "ar"})
    asked = made.json()
    met = program.post(f"{at}/{asked['id']}/met", {"met": "met"}).json()
    health = program.post(at, {"what": "other", "words": "har demens"})

    assert (made.status_code, asked["met"], met["met"]) == (201, "", "met")
    assert (health.status_code, health.json()["code"]) == (422, "TellsOfHealth")
    assert program.get(at).json() == [met]
    assert program.delete(f"{at}/{asked['id']}").status_code == 204
    assert program.get(at).json() == []


def test_an_interpreter_is_booked_and_moved_on(program: Program, case: Any) -> None:
    at = f"/cases/{case['number']}/interpreters"
    begins = now() + timedelta(days=2)
    given = {
        "language": "ar",
        "kind": "video",
        "starts_at": begins.isoformat(),
        "ends_at": (begins + timedelta(hours=1)).isoformat(),
        "provider": "Tolkförmedling Norr",
    }

    made = program.post(at, given)
    booking = made.json()
    moved = program.post(f"{at}/{booking['id']}/state", {"to": "confirmed", "reference": "TN-1"})
    early = program.post(f"{at}/{booking['id']}/state", {"to": "done"})
    again = program.post(at, given)
    never = program.post(at, given | {"ends_at": "2099-01-07T11:00:00+01:00"})
    backwards = program.post(at, given | {"ends_at": given["starts_at"]})

    assert (made.status_code, booking["state"]) == (201, "asked-for")
    assert (moved.json()["state"], moved.json()["reference"]) == ("confirmed", "TN-1")
    assert (early.status_code, early.json()["code"]) == (409, "NotBegunYet")
    assert again.json()["code"] == "BookedThen"
    assert (never.status_code, never.json()["code"]) == (422, "TooFarAhead")
    assert (backwards.status_code, backwards.json()["code"]) == (422, "WrongLength")
    assert program.get(at).json() == [moved.json()]
    assert program.post(f"{at}/4711/state", {"to": "confirmed"}).status_code == 404
