"""Whatever is sent, the answer is clear, and nothing is lost or broken."""

import json
from typing import Any

import pytest

from gensvar.config.tests.api.conftest import JSON, Program
from gensvar.operations.cases.models import Case

DEEP = "[" * 100_000 + "]" * 100_000


def test_a_body_that_is_no_object_is_not_taken_for_an_empty_one(
    program: Program, exempelby: Any
) -> None:
    answer = program.browser.generic(
        "PATCH", "/api/v1/disruptions/1", "true", content_type=JSON, headers=program.headers
    )

    assert answer.status_code == 422
    assert [one["pointer"] for one in answer.json()["errors"]] == ["#"]


@pytest.mark.parametrize(
    ("body", "kind", "status", "code"),
    [
        ("", JSON, 422, "Invalid"),
        ("{", JSON, 400, "NotJSON"),
        ("nonsense", JSON, 400, "NotJSON"),
        (b"\xff\xfe", JSON, 400, "NotJSON"),
        ('{"title": NaN}', JSON, 400, "NotJSON"),
        ('{"title": ' + "9" * 5000 + "}", JSON, 400, "NotJSON"),
        (DEEP, JSON, 400, "NotJSON"),
        ("[" * 60 + "]" * 60, JSON, 400, "NotJSON"),
        ("[]", JSON, 422, "Invalid"),
        ("null", JSON, 422, "Invalid"),
        ('"title"', JSON, 422, "Invalid"),
        ("{}", JSON, 422, "Invalid"),
        ('{"title": 1}', JSON, 422, "Invalid"),
        ('{"title": ""}', JSON, 422, "Invalid"),
        ('{"title": "   "}', JSON, 422, "Invalid"),
        ('{"title": "a\\u0000b"}', JSON, 422, "Invalid"),
        ('{"title": "\\ud800"}', JSON, 422, "Invalid"),
        ('{"title": "t", "\\u0000": 1}', JSON, 422, "Invalid"),
        ('{"title": "t", "titel": "t"}', JSON, 422, "Invalid"),
        ('{"title": "' + "x" * 201 + '"}', JSON, 422, "Invalid"),
        ('{"title": "t", "channel": "pigeon"}', JSON, 422, "Invalid"),
        ('{"title": "t", "contact_id": 99999999999999999999}', JSON, 422, "Invalid"),
        ('{"title": "t", "contact_id": -1}', JSON, 422, "Invalid"),
        ('{"title": "t", "contact_id": 7}', JSON, 422, "Invalid"),
        ('{"title": "t", "client": "finns-ej"}', JSON, 422, "Invalid"),
        ('{"title": "t", "customer": {"mail": "not an address"}}', JSON, 422, "AddressUnusable"),
        ('{"title": "t", "customer": {"phone": "112233445566778899"}}', JSON, 422, None),
        ('{"title": "t", "customer": {"id": 999}}', JSON, 422, "Invalid"),
        ('{"title": "t", "language": "<b>"}', JSON, 422, "Invalid"),
        ('{"title": "t", "tags": ["' + "x" * 300 + '"]}', JSON, 422, "Invalid"),
        ('{"title": "t", "attachments": ["x"]}', JSON, 422, "Invalid"),
        ('{"title": "t"}', "text/plain", 415, "WrongContentType"),
        ("title=t", "application/x-www-form-urlencoded", 415, "WrongContentType"),
        ('{"title": "t"}', "", 415, "WrongContentType"),
    ],
)
def test_a_body_that_cannot_be_used_is_refused_with_a_reason(
    program: Program, exempelby: Any, body: Any, kind: str, status: int, code: str | None
) -> None:
    answer = program.browser.generic(
        "POST", "/api/v1/cases", body, content_type=kind, headers=program.headers
    )

    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert code in {None, problem["code"]}
    assert problem["status"] == status
    assert problem["detail"]
    assert Case.objects.count() == 0


def test_what_is_wrong_is_pointed_at(program: Program, exempelby: Any) -> None:
    body = {"title": "t", "customer": {"name": "x" * 300}, "tags": ["a", 5]}

    errors = program.post("/cases", body).json()["errors"]

    assert {error["pointer"] for error in errors} == {"#/customer/name", "#/tags/1"}


@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=201",
        "limit=x",
        "cursor=x",
        "cursor=bjA",
        "cursor=bi01",
        "cursor=" + "A" * 65,
        "cursor=%00",
        "stat=closed",
        "state=open",
        "format=doc",
        "agent=99999999999999999999",
        "opened_from=yesterday",
        "opened_from=2026-13-01",
        "opened_from=99999-01-01",
        "sort=random",
        "q=%00",
        "%00=1",
    ],
)
def test_a_question_that_cannot_be_read_is_refused(program: Program, query: str) -> None:
    answer = program.browser.get(f"/api/v1/cases?{query}", headers=program.headers)

    assert answer.status_code in {400, 422}
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    "query",
    ["q=%F0%9F%98%80", "q=%ED%A0%80", "q=%FF", "q='%3B--", "number=%25", "opened_from=0001-01-01"],
)
def test_an_odd_question_is_only_an_empty_answer(program: Program, case: Any, query: str) -> None:
    answer = program.browser.get(f"/api/v1/cases?{query}", headers=program.headers)

    assert answer.status_code == 200
    assert answer.json()["count"] == (1 if "opened_from" in query else 0)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("get", "/api/", 404),
        ("get", "/api/v1/", 404),
        ("get", "/api/v2/cases", 404),
        ("get", "/api/v1/case", 404),
        ("get", "/api/v1/cases/%00", 400),
        ("get", "/api/v1/cases/26-000001/nonsense", 404),
        ("put", "/api/v1/cases", 405),
        ("delete", "/api/v1/cases", 405),
        ("get", "/api/v1/contacts/0", 422),
        ("get", "/api/v1/contacts/99999999999999999999999", 422),
        ("get", "/api/v1/contacts/x", 422),
        ("get", "/api/v1/messages/1/raw", 404),
        ("get", "/api/v1/attachments/x", 422),
    ],
)
def test_an_address_that_is_not_there_says_so(
    program: Program, method: str, path: str, status: int
) -> None:
    answer = getattr(program.browser, method)(path, headers=program.headers)

    assert answer.status_code == status
    assert answer["Content-Type"] == "application/problem+json"
    assert json.loads(answer.content)["status"] == status
    assert status != 405 or answer["Allow"]


@pytest.mark.parametrize(
    "header",
    ["Bearer", "Bearer ", "Bearer gsv_", "bearer gsv_å", "Basic Z3N2Xw==", "gsv_x", "Bearer \x7f"],
)
def test_a_wrong_token_is_refused(browser: Any, exempelby: Any, header: str) -> None:
    answer = browser.get("/api/v1/cases", headers={"Authorization": header})

    assert answer.status_code == 401
    assert answer.json()["code"] == "SignInNeeded"


@pytest.mark.parametrize(
    ("name", "content", "status", "code"),
    [
        ("bild.png", b"\x89PNG\r\n\x1a\n....", 201, None),
        ("hej.txt", b"hej", 201, None),
        ("bild.png", b"<script>alert(1)</script>", 415, "FalseKind"),
        ("sida.html", b"<script>alert(1)</script>", 415, "KindNotTaken"),
        ("utan", b"hej", 415, "KindNotTaken"),
        ("stor.txt", b"x" * (25 * 2**20 + 1), 413, "FileTooLarge"),
    ],
)
def test_a_file_is_taken_for_what_it_is(
    program: Program, exempelby: Any, name: str, content: bytes, status: int, code: str | None
) -> None:
    answer = program.upload(name, content)

    assert answer.status_code == status, answer.content
    assert answer.json().get("code") == code


def test_a_file_comes_back_as_it_was_and_is_run_by_nobody(
    program: Program, energi_program: Program, case: Any
) -> None:
    upload = program.upload("../../hål.txt", b"hej").json()["id"]
    path = f"/cases/{case['number']}/attachments"

    stolen = energi_program.get(f"/attachments/{upload}")
    added = program.post(path, {"upload": upload}).json()
    answer = program.get(added["url"].removeprefix("/api/v1"))

    assert stolen.status_code == 404
    assert answer.content == b"hej"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("sandbox")


def test_a_fault_of_ours_tells_nothing_of_the_inside(
    program: Program, exempelby: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: Any, **_more: Any) -> None:
        raise RuntimeError("secret inside")

    monkeypatch.setattr("gensvar.operations.cases.api.writing.open_case", broken)

    answer = program.post("/cases", {"title": "t", "text": "hej"})

    assert answer.status_code == 500
    assert b"secret" not in answer.content
    assert program.get("/contacts").json()["count"] == 0
