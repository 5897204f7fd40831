"""A program promises, hands over with facts, and reads what became of it."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils.timezone import localdate, now

from gensvar.config.tests.api.conftest import Program
from gensvar.operations.cases.models import Case, RequiredFact
from gensvar.operations.cases.queries.promises import closing_on


def working_day(case: dict[str, Any], *, ahead: int) -> str:
    client = Case.objects.get(number=case["number"]).client
    day = localdate(now()) + timedelta(days=ahead)
    while closing_on(client, day, at=now()) is None:
        day += timedelta(days=1)
    return str(day)


def test_a_promise_is_made_given_a_new_day_and_read(program: Program, case: dict[str, Any]) -> None:
    path = f"/cases/{case['number']}/promises"
    soon, later = working_day(case, ahead=7), working_day(case, ahead=10)

    made = program.post(path, {"due_on": soon, "update_days": 2})
    refused = program.post(path, {"due_on": later})
    renewed = program.post(path, {"due_on": later, "reason": "Regn", "plan": "Vi lagar sen"})

    assert made.status_code == 201, made.content
    assert made.json()["update_due_at"] < made.json()["due_at"]
    assert renewed.json()["update_due_at"] is None
    assert refused.json()["code"] == "NoReasonOrPlan"
    assert renewed.json()["follows"] == made.json()["id"]
    outcomes = [one["outcome"] for one in program.get(path).json()]
    assert outcomes == ["renegotiated", None]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2026-02-30", "", None, 7, "i morgon"])
def test_a_day_nobody_can_promise_is_a_clear_no(
    program: Program, case: dict[str, Any], day: object
) -> None:
    answer = program.post(f"/cases/{case['number']}/promises", {"due_on": day})

    assert answer.status_code == 422
    assert program.get(f"/cases/{case['number']}/promises").json() == []


def test_a_hand_over_names_the_facts_that_it_lacks(
    program: Program, case: dict[str, Any], gator: Any, hanna: Any
) -> None:
    path = f"/cases/{case['number']}"
    program.patch(path, {"subject": gator.name})
    RequiredFact.objects.create(client=gator.client, subject=gator, label="Djup")
    body: dict[str, Any] = {"to_group": "TEK-GATA", "question": "När?"}

    lacking = program.post(f"{path}/hand-overs", body)
    unknown = program.post(f"{path}/hand-overs", body | {"facts": {"Färg": "blå"}})
    handed = program.post(f"{path}/hand-overs", body | {"facts": {"Djup": "8 cm"}})

    assert (lacking.status_code, lacking.json()["code"]) == (422, "FactsMissing")
    assert unknown.json()["errors"][0]["pointer"] == "#/facts/Färg"
    assert handed.status_code == 201, handed.content
    assert (handed.json()["hop"], handed.json()["responsible"]) == (1, "Mats Åkesson")
    [promise] = program.get(f"{path}/promises").json()
    assert promise["group"] == "TEK-GATA"


def test_an_answer_keeps_the_promise(
    program: Program, case: dict[str, Any], gator: Any, hanna: Any
) -> None:
    path = f"/cases/{case['number']}"
    program.post(f"{path}/hand-overs", {"to_group": "TEK-GATA", "question": "När?"})
    body = {"outcome": "answered", "summary": "Onsdag", "channel": "phone"}

    given = program.post(f"{path}/feedback", body)

    assert given.json()["rule_version"] is None
    [promise] = program.get(f"{path}/promises").json()
    assert promise["outcome"] == "kept"
