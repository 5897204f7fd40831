"""Places over the API, and who answers for them: FM-06."""

from datetime import date
from typing import Any

import pytest

from conftest import NOON
from gensvar.config.tests.api.conftest import Program
from gensvar.foundation.people.models import Group
from gensvar.operations.register.actions import add_service_type

MONDAY, SATURDAY = "2026-05-04T10:00:00Z", "2026-05-09T10:00:00Z"


@pytest.fixture
def school(program: Program, exempelby: Any, kundtjanst: Any) -> Any:
    add_service_type(exempelby, name="Värme", by=None, at=NOON)
    for code in ("DRIFT-NORR", "JOUR-1"):
        Group.objects.create(client=exempelby, code=code, name=code)
    body = {"code": "FAST-17", "name": "Norrskolan", "valid_from": "2026-01-01"}
    place = program.post("/places", body).json()
    for group, hours in (("DRIFT-NORR", "office"), ("JOUR-1", "duty")):
        named = {"group": group, "service": "värme", "hours": hours, "valid_from": "2026-01-01"}
        answer = program.post(f"/places/{place['id']}/responsibilities", named)
        assert answer.status_code == 201, answer.content
    return place


def test_the_group_follows_the_service_and_the_hour(program: Program, school: Any) -> None:
    def group(at: str) -> Any:
        return program.get("/places/responsible", place="fast-17", service="Värme", at=at).json()

    assert (group(SATURDAY)["group"], group(SATURDAY)["hours"]) == ("JOUR-1", "duty")
    assert (group(MONDAY)["group"], group(MONDAY)["finding"]) == ("DRIFT-NORR", None)


def test_a_place_without_anybody_has_the_fallback_and_says_so(
    program: Program, school: Any, kundtjanst: Any
) -> None:
    program.post("/places", {"code": "FAST-99", "name": "Mejeriet"})

    found = program.get("/places/responsible", place="FAST-99", service="Värme").json()
    covered = program.get("/places/coverage").json()

    assert (found["group"], found["finding"]) == (kundtjanst.code, "unmapped")
    assert found["named_for"] is None
    assert (covered["mapped"], covered["all"], covered["share"]) == (1, 2, 0.5)
    assert [one["code"] for one in covered["unmapped"]] == ["FAST-99"]


def test_what_is_not_in_the_register_is_told_by_name(program: Program, school: Any) -> None:
    nowhere = program.get("/places/responsible", place="FAST-404")
    nothing = program.get("/places/responsible", place="FAST-17", service="Hiss")

    assert nowhere.json()["errors"][0]["pointer"] == "query:place"
    assert nothing.json()["errors"][0]["pointer"] == "query:service"


def test_a_table_is_tried_first_and_brought_in_when_it_is_said_so(
    program: Program, school: Any
) -> None:
    table = "kod;namn;värme jourtid;gäller från\nFAST-18;Stadshuset;JOUR-1;{}\n"

    wrong = program.post("/place-imports", {"table": table.format("i går")}).json()
    tried = program.post("/place-imports", {"table": table.format("2026-05-01")})
    brought = program.post(
        "/place-imports", {"table": table.format("2026-05-01"), "dry_run": False}
    )

    assert wrong["faults"] == [
        {"line": 2, "column": "valid_from", "code": "date", "value": "i går"}
    ]
    assert (tried.status_code, tried.json()["new"]) == (200, 1)
    assert brought.status_code == 201
    found = program.get("/places", q="stadshust").json()["items"]
    assert [(one["code"], one["valid_from"]) for one in found] == [("FAST-18", "2026-05-01")]


def test_a_faulty_table_is_refused_whatever_is_asked(program: Program, school: Any) -> None:
    body = {"table": "kod;namn\nA;\n", "dry_run": False}

    assert program.post("/place-imports", body).status_code == 422


def test_a_case_is_placed_and_given_at_once(
    program: Program, school: Any, case: Any, kundtjanst: Any
) -> None:
    path = f"/cases/{case['number']}/place"

    given = program.post(path, {"place": "FAST-17", "service": "Värme", "give": True})
    unknown = program.post(path, {"place": "FAST-404"})

    assert given.status_code == 200, given.content
    assert given.json()["group"] in {"DRIFT-NORR", "JOUR-1"}
    assert unknown.status_code == 422
    assert program.delete(path).status_code == 200


def test_a_place_changes_and_keeps_what_is_not_said(program: Program, school: Any) -> None:
    changed = program.patch(f"/places/{school['id']}", {"address": "Skolgatan 8"}).json()

    assert (changed["address"], changed["name"]) == ("Skolgatan 8", "Norrskolan")
    assert date.fromisoformat(changed["valid_from"]) == date(2026, 1, 1)
    assert program.patch(f"/places/{school['id']}", {"name": None}).status_code == 422


def test_another_client_has_no_part_in_it(energi_program: Program, school: Any) -> None:
    assert energi_program.get("/places").json()["count"] == 0
    assert energi_program.get(f"/places/{school['id']}").status_code == 404
    assert energi_program.patch(f"/places/{school['id']}", {"name": "X"}).status_code == 404
    assert energi_program.get("/places/responsible", place="FAST-17").status_code == 422
