"""The levels over the API: FM-07, FM-08, FM-09 and FM-11 by program."""

import json
from typing import Any

import pytest
from django.conf import settings
from django.utils.timezone import localdate, now

from gensvar.config.tests.api.conftest import Program
from gensvar.foundation.integrations.actions import create_token
from gensvar.operations.cases.actions import describe, locate, open_case
from gensvar.operations.casetypes.actions import add_type
from gensvar.operations.register.actions import Described, add_place, add_service_type
from gensvar.oversight.levels.actions import archive_boards, lift_matter
from gensvar.oversight.levels.models import ArchivedBoard, Issue
from gensvar.oversight.levels.rules import Level

BACKEND = settings.AUTHENTICATION_BACKENDS[-1]


@pytest.fixture
def faults(exempelby: Any, ada: Any) -> None:
    """Nine cases of no heat at FAST-17."""
    heat = add_service_type(exempelby, name="Värme", by=None, at=now())
    since = localdate().replace(year=2020, day=1)
    described = Described(code="FAST-17", name="Norrskolan", valid_from=since)
    school = add_place(exempelby, described, by=None, at=now())
    for _ in range(9):
        case = open_case(exempelby, title="Kallt", channel="phone", at=now())
        locate(case, school, service=heat, by=ada, at=now())


@pytest.fixture
def wish(exempelby: Any, ada: Any) -> Any:
    case = open_case(exempelby, title="Fler cykelställ", channel="web", at=now())
    describe(case, by=ada, at=now(), type=add_type(exempelby, "wishes", by=None, at=now()))
    return case


@pytest.fixture
def reader(browser: Any, exempelby: Any) -> Program:
    _token, secret = create_token("Läser", ["levels:read"], at=now())
    return Program(browser, secret)


def lifted(program: Program) -> Any:
    body = {"place": "FAST-17", "service": "Värme", "title": "Kyla, FAST-17"}
    answer = program.post("/levels/faults", body)
    assert answer.status_code == 201, answer.content
    return answer.json()


def test_nine_faults_stand_out_and_become_one_tactical_issue(
    program: Program, faults: None
) -> None:
    (found,) = program.get("/levels/faults").json()["items"]
    assert (found["place"], found["service"], found["cases"]) == ("FAST-17", "Värme", 9)

    issue = lifted(program)

    assert (issue["level"], issue["cases"], issue["place"]) == ("tactical", 9, "FAST-17")
    assert program.get("/levels/faults").json()["count"] == 0
    again = program.post("/levels/faults", {"place": "FAST-17", "service": "Värme", "title": "x"})
    assert (again.status_code, again.json()["code"]) == (409, "AlreadyAnIssue")


def test_an_issue_is_decided_lifted_and_closed_and_tells_of_it(
    program: Program, faults: None
) -> None:
    path = f"/levels/issues/{lifted(program)['id']}"

    decided = program.post(f"{path}/decisions", {"words": "Pannan byts."})
    risen = program.post(f"{path}/lifts", {"words": "För dyrt"})
    closed = program.post(f"{path}/close", None)

    assert [answer.status_code for answer in (decided, risen, closed)] == [201, 201, 200]
    issue = program.get(path).json()
    assert [(one["level"], one["words"]) for one in issue["decisions"]] == [
        ("tactical", "Pannan byts.")
    ]
    assert [one["level"] for one in issue["lifts"]] == ["tactical", "strategic"]
    assert issue["place"] is None, "the highest level sees no places"
    assert issue["closed_at"]
    assert program.post(f"{path}/decisions", {"words": "x"}).json()["code"] == "IssueIsClosed"


def test_what_one_case_has_shown_lands_on_the_level_above(program: Program, exempelby: Any) -> None:
    made = program.post("/levels/issues", {"title": "Hala trappor", "level": "tactical"})

    assert (made.status_code, made.json()["level"]) == (201, "strategic")
    refused = program.post("/levels/issues", {"title": "Ring 070-123 45 67"})
    assert (refused.status_code, refused.json()["code"]) == (422, "PersonalDataInIt")


def test_issues_are_listed_by_the_page_and_as_a_file(program: Program, exempelby: Any) -> None:
    for number in range(3):
        program.post("/levels/issues", {"title": f"Sak {number}"})

    first = program.get("/levels/issues", level="tactical", limit=2).json()
    second = program.get("/levels/issues", level="tactical", limit=2, cursor=first["next"]).json()
    table = program.export("/levels/issues", format="csv").decode("utf-8-sig")
    whole = json.loads(program.export("/levels/issues", format="json"))

    assert [one["title"] for one in first["items"] + second["items"]] == ["Sak 2", "Sak 1", "Sak 0"]
    assert first["count"] == whole["count"] == 3
    assert len(table.splitlines()) == 4
    assert program.get("/levels/issues", level="strategic").json()["count"] == 0
    assert program.get("/levels/issues", is_closed=True).json()["count"] == 0
    assert program.get("/levels/issues", client="energi").json()["count"] == 0


def test_each_question_has_a_figure_or_says_what_is_missing(program: Program, faults: None) -> None:
    boards = {
        name: program.get(f"/levels/dashboards/{name}").json()
        for name in ("management", "line", "customer")
    }

    assert [len(board["tiles"]) for board in boards.values()] == [3, 4, 4]
    for board in boards.values():
        for tile in board["tiles"]:
            assert (tile["value"] is None) == bool(tile["missing"]) == bool(tile["why"])
    frequency = boards["line"]["tiles"][0]
    assert (frequency["value"], frequency["unit"]) == (9.0, "count")
    assert frequency["rows"] == [
        {"key": "FAST-17", "name": "FAST-17", "count": 9, "cost_ore": None}
    ]
    assert program.get("/levels/trend").json()["items"][-1]["faults"] == 9


def test_an_earlier_month_is_read_as_it_was_kept(program: Program, exempelby: Any) -> None:
    archive_boards(exempelby, at=now())

    listed = program.get("/levels/archive").json()
    kept = ArchivedBoard.objects.get(board="line")
    found = program.get(f"/levels/archive/{kept.pk}").json()

    assert listed["count"] == 3
    assert program.get("/levels/archive", name="line").json()["count"] == 1
    assert (found["name"], found["sha256"], len(found["tiles"])) == ("line", kept.sha256, 4)


def test_a_wish_is_listed_and_decided(program: Program, wish: Any) -> None:
    (found,) = program.get("/levels/wishes").json()["items"]
    assert (found["number"], found["title"], found["decision"]) == (
        wish.number,
        "Fler cykelställ",
        None,
    )

    path = f"/levels/wishes/{wish.number}/decision"
    decided = program.post(path, {"outcome": "accepted", "words": "I vår"})

    assert decided.status_code == 200
    assert decided.json()["decision"]["outcome"] == "accepted"
    assert program.get("/levels/wishes", quarter="2001-1").json()["count"] == 0
    table = program.export("/levels/wishes", format="csv").decode("utf-8-sig")
    assert "accepted" in table
    assert "Fler cykelställ" in table


def test_a_scope_to_read_sees_every_level_and_does_nothing(
    reader: Program, program: Program, faults: None, wish: Any
) -> None:
    issue = lifted(program)

    for path in (
        "/levels/issues",
        f"/levels/issues/{issue['id']}",
        "/levels/faults",
        "/levels/trend",
        "/levels/dashboards/management",
        "/levels/archive",
    ):
        assert reader.get(path).status_code == 200, path
    assert reader.get("/levels/wishes").json()["items"][0]["title"] is None, "reads no cases"
    for path, body in (
        (f"/levels/issues/{issue['id']}/decisions", {"words": "x"}),
        (f"/levels/issues/{issue['id']}/lifts", {}),
        (f"/levels/issues/{issue['id']}/close", None),
        ("/levels/issues", {"title": "x"}),
        ("/levels/faults", {"place": "FAST-17", "title": "x"}),
        (f"/levels/wishes/{wish.number}/decision", {"outcome": "later"}),
    ):
        assert reader.post(path, body).status_code == 403, path


def test_a_person_has_over_the_api_the_levels_that_are_theirs_on_the_pages(
    browser: Any, ada: Any, mats: Any, exempelby: Any, wish: Any, cia: Any
) -> None:
    issue = lift_matter(
        exempelby, title="Hala trappor", words="", level=Level.TACTICAL, by=cia, at=now()
    )

    def status(path: str) -> int:
        return int(browser.get(f"/api/v1/levels/{path}").status_code)

    browser.force_login(ada, backend=BACKEND)
    assert status("faults") == 200
    assert status(f"issues/{issue.pk}") == status("issues?level=tactical") == 403
    assert status("wishes") == status("dashboards/line") == status("trend") == 403
    assert browser.get("/api/v1/levels/issues").json()["count"] == 0
    body = json.dumps({"words": "x"})
    path = f"/api/v1/levels/issues/{issue.pk}/decisions"
    assert browser.post(path, body, "application/json").status_code == 403

    browser.force_login(mats, backend=BACKEND)
    assert browser.get("/api/v1/levels/wishes").json()["items"][0]["title"] is None
    assert browser.post(path, body, "application/json").status_code == 201
    assert "Fler cykelställ" not in str(browser.get("/api/v1/levels/wishes").content.decode())


def test_a_program_of_one_client_reaches_nothing_of_another(
    program: Program, energi_program: Program, faults: None, wish: Any
) -> None:
    issue = lifted(program)
    archive_boards(Issue.objects.get().client, at=now())
    kept = ArchivedBoard.objects.first()
    assert kept

    assert energi_program.get(f"/levels/issues/{issue['id']}").status_code == 404
    assert energi_program.get(f"/levels/archive/{kept.pk}").status_code == 404
    assert energi_program.get("/levels/faults", client="exempelby").status_code == 404
    assert energi_program.get("/levels/dashboards/line?client=exempelby").status_code == 404
    for path in ("issues", "wishes", "archive", "faults"):
        assert energi_program.get(f"/levels/{path}").json()["count"] == 0, path
    decision = energi_program.post(
        f"/levels/wishes/{wish.number}/decision", {"outcome": "accepted"}
    )
    assert decision.status_code == 404
    body = {"client": "exempelby", "title": "t"}
    assert energi_program.post("/levels/issues", body).json()["errors"][0]["pointer"] == "#/client"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("issues/9223372036854775808", 404),
        ("issues/99999999999999999999999", 404),
        ("issues/0", 404),
        ("issues/-1", 404),
        ("issues/x", 422),
        ("issues?level=nonsens", 422),
        ("issues?cursor=x", 422),
        ("issues?client=%00", 400),
        ("archive/9223372036854775808", 404),
        ("archive?name=nonsens", 422),
        ("dashboards/nonsens", 404),
        ("dashboards/line?client=finns-ej", 404),
        ("dashboards/line?client=%00", 400),
        ("dashboards/%00", 400),
        ("faults?client=" + "x" * 41, 422),
        ("wishes?quarter=2026-5", 422),
        ("wishes?quarter=1999-1", 422),
        ("wishes?quarter=20%D9%A2%D9%A6-1", 422),
        ("trend?nonsens=1", 422),
    ],
)
def test_a_question_that_cannot_be_read_is_told_why(
    program: Program, exempelby: Any, path: str, status: int
) -> None:
    answer = program.browser.get(f"/api/v1/levels/{path}", headers=program.headers)

    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    ("path", "body", "pointer"),
    [
        ("issues", {}, "#/title"),
        ("issues", {"title": "  "}, "#/title"),
        ("issues", {"title": "x" * 121}, "#/title"),
        ("issues", {"title": "a\0b"}, "#/title"),
        ("issues", {"title": "t", "level": "nonsens"}, "#/level"),
        ("issues", {"title": "t", "client": "finns-ej"}, "#/client"),
        ("issues", {"title": "t", "titel": "t"}, "#/titel"),
        ("faults", {"title": "t", "place": "FAST-99"}, "#/place"),
        ("faults", {"title": "t", "place": "FAST-17", "service": "Flyg"}, "#/service"),
        ("wishes/26-000001/decision", {"outcome": "kanske"}, "#/outcome"),
    ],
)
def test_a_body_that_cannot_be_used_points_at_what_is_wrong(
    program: Program, faults: None, path: str, body: dict[str, Any], pointer: str
) -> None:
    answer = program.post(f"/levels/{path}", body)

    assert answer.status_code == 422, answer.content
    assert [one["pointer"] for one in answer.json()["errors"]] == [pointer]
    assert not Issue.objects.exists()


def test_what_is_no_wish_is_not_decided(program: Program, exempelby: Any) -> None:
    case = open_case(exempelby, title="Ett fel", channel="web", at=now())

    for number in (case.number, "26-999999", "x" * 300, "%F0%9F%98%80"):
        answer = program.post(f"/levels/wishes/{number}/decision", {"outcome": "later"})
        assert answer.status_code == 404, number
