"""Case types over the API: what cases ask for, filling it in, and moving cases on."""

import csv
from io import StringIO

import pytest

from gensvar.config.tests.api.conftest import Program
from gensvar.foundation.integrations.actions import create_token
from gensvar.operations.cases.actions import open_case
from gensvar.operations.casetypes.actions import add_type


@pytest.fixture
def program(browser, exempelby, noon):
    _token, secret = create_token("prov", ["cases:read", "cases:write"], at=noon)
    return Program(browser, secret)


@pytest.fixture
def case(exempelby, gator, noon):
    gator.case_type = add_type(exempelby, "support", by=None, at=noon)
    gator.save()
    return open_case(
        exempelby, title="Fel", channel="mail", subject=gator, need_type="status", at=noon
    )


def test_a_type_tells_its_fields_stages_and_moves(program, case):
    (found,) = program.get("/case-types").json()
    one = program.get(f"/case-types/{found['id']}").json()

    assert (found["code"], found["client"], found["is_default"]) == ("support", "exempelby", True)
    severity = next(field for field in one["fields"] if field["key"] == "severity")
    assert (severity["kind"], severity["is_needed"]) == ("choice", True)
    assert {"start": "received", "to": "solved", "right": "cases.write"} in one["moves"]
    assert program.get("/case-types/999999").status_code == 404


def test_fields_are_filled_in_and_what_is_missing_is_told(program, case):
    address = f"/cases/{case.number}/fields"
    assert program.get(address).json()["missing"] == ["severity", "affected"]

    given = {"severity": "high", "people-affected": 12, "known-error": False}
    answer = program.patch(address, {"fields": given}).json()

    assert answer["fields"] == given
    assert answer["missing"] == ["affected"]
    assert program.get(f"/cases/{case.number}").json()["fields"] == given


def test_a_wrong_value_is_told_with_where_it_stands(program, case):
    answer = program.patch(f"/cases/{case.number}/fields", {"fields": {"severity": "huge"}})

    assert answer.status_code == 422
    problem = answer.json()
    assert problem["code"] == "WrongFieldValue"
    assert problem["errors"][0]["pointer"] == "#/fields/severity"


def test_closing_without_the_fields_names_them(program, case):
    answer = program.post(f"/cases/{case.number}/closure", {})

    assert answer.status_code == 409
    problem = answer.json()
    assert problem["code"] == "IncompleteForClosing"
    assert [one["pointer"] for one in problem["errors"]] == [
        "#/fields/severity",
        "#/fields/affected",
    ]


def test_a_case_is_moved_to_a_stage(program, case):
    moved = program.post(f"/cases/{case.number}/stage", {"stage": "troubleshooting"})
    refused = program.post(f"/cases/{case.number}/stage", {"stage": "dancing"})

    assert moved.json()["stage"] == "troubleshooting"
    assert moved.json()["type"] == "support"
    assert refused.status_code == 422
    assert refused.json()["code"] == "NoSuchStage"


def test_a_type_is_chosen_and_taken_back(program, case, exempelby, noon):
    add_type(exempelby, "sales", by=None, at=noon)

    assert program.patch(f"/cases/{case.number}", {"type": "sales"}).json()["type"] == "sales"
    assert program.patch(f"/cases/{case.number}", {"type": None}).json()["type"] == "support"
    assert program.patch(f"/cases/{case.number}", {"type": "none"}).status_code == 422


def test_the_list_as_a_file_has_the_fields_as_columns(program, case):
    program.patch(f"/cases/{case.number}/fields", {"fields": {"severity": "low"}})

    answer = program.get("/cases", format="csv", bom="false")
    text = b"".join(answer.streaming_content).decode()

    (row,) = csv.DictReader(StringIO(text))
    assert (row["type"], row["fields.severity"], row["fields.affected"]) == ("support", "low", "")
