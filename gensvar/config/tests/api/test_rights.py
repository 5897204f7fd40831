"""The rights of the API are those of the pages: GEN-05 and INT-11."""

import csv
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from io import BytesIO, StringIO
from typing import Any

import pytest
from django.conf import settings

from gensvar.config.api import api
from gensvar.config.tests.api.bodies import BODIES
from gensvar.config.tests.api.conftest import Program
from gensvar.foundation.integrations.actions import create_token, revoke_token
from gensvar.foundation.people.access import identity_of
from gensvar.foundation.people.models import Agent, RoleGrant
from gensvar.foundation.people.rules import Role, permissions_in_scopes

LISTS = [
    "/cases",
    "/contacts",
    "/messages",
    "/customers",
    "/outgoing",
    "/subjects",
    "/groups",
    "/webhooks",
]


def operations() -> Iterator[tuple[str, str, str]]:
    """Yield method, path and permission of every operation."""
    for bound in api._get_bound_routers():
        for path, view in bound.path_operations.items():
            for operation in view.operations:
                for method in operation.methods:
                    permission = operation.view_func.permission  # type: ignore[attr-defined]
                    yield method, f"{bound.prefix}{path}", permission


EVERY = sorted(operations())


def call(program: Program, method: str, path: str) -> Any:
    filled = re.sub(r"\{upload_id\}", "0" * 32, path)
    filled = re.sub(r"\{[a-z_]+\}", "1", filled)
    if path == "/attachments" and method == "POST":
        return program.upload("a.txt", b"hej")
    verbs = {
        "GET": lambda p: program.get(p, **({"q": "x"} if p == "/search" else {})),
        "DELETE": program.delete,
        "POST": lambda p: program.post(p, BODIES.get(path, {})),
        "PATCH": lambda p: program.patch(p, BODIES.get(path, {})),
        "PUT": lambda p: program.put(p, BODIES.get(path, {})),
    }
    return verbs[method](filled)


def rows_in(book: bytes) -> int:
    sheet = zipfile.ZipFile(BytesIO(book)).read("xl/worksheets/sheet1.xml")
    return sheet.count(b"<row ")


BACKEND = settings.AUTHENTICATION_BACKENDS[-1]


def test_there_are_operations_to_try() -> None:
    assert len(EVERY) > 45
    assert len({operation for operation, *_rest in EVERY}) == 5


@pytest.mark.parametrize(("method", "path", "permission"), EVERY)
def test_an_operation_is_open_to_its_scope_alone(
    browser: Any, exempelby: Any, noon: datetime, method: str, path: str, permission: str
) -> None:
    slice_name = permission.partition(".")[0]
    degree = "read" if permission.endswith(".read") else "write"
    other = "knowledge:read" if slice_name != "knowledge" else "cases:read"
    _token, right = create_token("rätt", [f"{slice_name}:{degree}"], at=noon)
    _token, wrong = create_token("fel", [other], at=noon)

    assert call(Program(browser, wrong), method, path).status_code == 403
    assert call(Program(browser, right), method, path).status_code not in {401, 403, 500}
    assert call(Program(browser, "gsv_nonsense"), method, path).status_code == 401


def test_nobody_gets_in_without_a_token(browser: Any, exempelby: Any) -> None:
    answer = browser.get("/api/v1/cases")

    assert answer.status_code == 401
    assert answer["WWW-Authenticate"].startswith("Bearer")
    assert answer["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("path", LISTS)
def test_one_client_sees_nothing_of_another_in_any_list_count_or_export(
    program: Program, case: Any, energi_program: Program, tek_gata: Any, path: str
) -> None:
    program.post(f"/cases/{case['number']}/messages", {"text": "Svar"})
    program.post("/webhooks", {"url": "https://example.com/x"})
    assert program.get(path).json()["count"] > 0

    page = energi_program.get(path).json()
    exported = json.loads(energi_program.export(path, format="json"))
    table = energi_program.export(path, format="csv").decode("utf-8-sig")
    book = energi_program.export(path, format="xlsx")

    assert page["count"] == 0
    assert page["items"] == []
    assert exported["count"] == 0
    assert exported["items"] == []
    assert len(list(csv.reader(StringIO(table)))) == 1
    assert rows_in(book) == 1
    assert rows_in(program.export(path, format="xlsx")) > 1
    assert json.loads(program.export(path, format="json"))["count"] > 0


def test_one_client_reaches_nothing_of_another_by_its_address(
    program: Program, case: Any, energi_program: Program
) -> None:
    contact = program.get("/contacts").json()["items"][0]
    message = contact["messages"][0]

    for path in (
        f"/cases/{case['number']}",
        f"/cases/{case['id']}",
        f"/cases/{case['number']}/events",
        f"/cases/{case['number']}/contacts",
        f"/contacts/{contact['id']}",
        f"/messages/{message['id']}",
        f"/customers/{contact['customer']['id']}",
        f"/customers/{contact['customer']['number']}",
    ):
        assert program.get(path).status_code == 200, path
        assert energi_program.get(path).status_code == 404, path
    noted = energi_program.post(f"/cases/{case['number']}/notes", {"text": "Hej"})
    assert noted.status_code == 404


def test_one_client_makes_nothing_in_the_name_of_another(
    energi_program: Program, exempelby: Any, tek_gata: Any, ada: Any
) -> None:
    for body in (
        {"title": "t", "client": "exempelby"},
        {"title": "t", "group": "TEK-GATA"},
        {"title": "t", "agent_id": ada.pk},
    ):
        assert energi_program.post("/cases", body).status_code == 422


def test_the_same_person_is_two_customers_who_know_nothing_of_each_other(
    program: Program, energi_program: Program, case: Any, energi_case: Any
) -> None:
    ours = program.get("/customers", client="exempelby").json()["items"][0]
    theirs = energi_program.get("/customers").json()["items"]

    assert len(theirs) == 1
    assert theirs[0]["name"] == ""
    assert theirs[0]["id"] != ours["id"]


def test_a_token_that_is_revoked_or_past_its_end_opens_nothing(
    browser: Any, exempelby: Any, noon: datetime
) -> None:
    token, secret = create_token("kort", ["all"], expires=noon + timedelta(days=1), at=noon)
    revoked, revoked_secret = create_token("bort", ["all"], at=noon)
    revoke_token(revoked, by=None, at=noon)

    assert Program(browser, secret).get("/cases").status_code == 401
    assert Program(browser, revoked_secret).get("/cases").status_code == 401
    assert secret not in json.dumps([token.name, token.digest, token.scopes])


def test_a_scope_to_read_allows_no_writing() -> None:
    assert permissions_in_scopes(["cases:read"]) == {"cases.read"}
    assert "cases.write" in permissions_in_scopes(["cases:write"])


def test_a_person_in_a_browser_reads_with_their_own_rights(
    browser: Any, program: Program, case: Any, energi_case: Any, ada: Any
) -> None:
    browser.force_login(ada, backend=BACKEND)

    seen = browser.get("/api/v1/cases").json()

    assert {row["client"] for row in seen["items"]} == {"exempelby"}
    assert browser.get("/api/v1/webhooks").status_code == 403
    assert browser.get("/api/v1/cases?format=csv").status_code == 403
    assert identity_of(ada, at=datetime.now().astimezone()).may("cases.read")


def test_a_person_in_a_browser_writes_only_with_the_csrf_token(case: Any, ada: Any) -> None:
    from conftest import Browser

    strict = Browser(enforce_csrf_checks=True)
    strict.force_login(ada, backend=BACKEND)

    path = f"/api/v1/cases/{case['number']}/notes"
    refused = strict.post(path, '{"text": "x"}', "application/json")

    assert refused.status_code == 403
    assert refused["Content-Type"] == "application/problem+json"


def test_a_department_sees_only_what_was_handed_over_to_it(
    browser: Any, program: Program, case: Any, hanna: Any
) -> None:
    browser.force_login(hanna, backend=BACKEND)
    assert browser.get("/api/v1/cases").json()["count"] == 0

    body = {"to_group": "TEK-GATA", "question": "När?"}
    program.post(f"/cases/{case['number']}/hand-overs", body)

    assert browser.get("/api/v1/cases").json()["count"] == 1
    assert browser.get("/api/v1/contacts").json()["count"] == 1


def test_agents_and_groups_are_those_of_ones_own_client(
    program: Program, energi_program: Program, ada: Any, kundtjanst: Any, admin: Any
) -> None:
    names = {agent["name"] for agent in program.get("/agents").json()["items"]}
    of_group = program.get("/agents", group="KUNDTJANST").json()

    assert "Ada Lind" in names
    assert "Alva Norén" not in names
    assert of_group["count"] == 2
    assert of_group["items"][0]["groups"] == ["KUNDTJANST"]
    assert energi_program.get("/agents").json()["count"] == 0


def test_whoever_handles_cases_for_every_client_is_among_the_agents(
    program: Program, energi_program: Program, exempelby: Any, energi: Any, noon: datetime
) -> None:
    everywhere = Agent.objects.create_user(
        "ulla@exempelby.example", name="Ulla Ek", created_at=noon
    )
    RoleGrant.objects.create(agent=everywhere, role=Role.AGENT, client=None, since=noon)

    for asking in (program, energi_program):
        names = [agent["name"] for agent in asking.get("/agents").json()["items"]]
        assert names.count("Ulla Ek") == 1


def test_a_case_is_given_to_nobody_whose_role_answers_no_customers(
    program: Program, case: Any, admin: Any, mats: Any, ada: Any
) -> None:
    for wrong in (admin, mats):
        refused = program.post(f"/cases/{case['number']}/assignment", {"agent_id": wrong.pk})
        assert refused.status_code == 422
        assert refused.json()["errors"][0]["pointer"] == "#/agent_id"

    given = program.post(f"/cases/{case['number']}/assignment", {"agent_id": ada.pk})
    assert given.status_code == 200, given.content


@pytest.mark.parametrize("path", ["/cases", "/customers", "/contacts", "/messages", "/outgoing"])
def test_an_agent_takes_no_whole_list_of_customers_out(
    browser: Any, case: Any, ada: Any, path: str
) -> None:
    browser.force_login(ada, backend=BACKEND)

    assert browser.get(f"/api/v1{path}").status_code == 200
    for form in ("csv", "xlsx", "json"):
        assert browser.get(f"/api/v1{path}?format={form}").status_code == 403


def test_a_handler_writes_in_the_cases_of_their_group_and_sends_them_nowhere_else(
    browser: Any, program: Program, case: Any, hanna: Any
) -> None:
    path = f"/cases/{case['number']}"
    program.post(f"{path}/hand-overs", {"to_group": "TEK-GATA", "question": "När?"})
    browser.force_login(hanna, backend=BACKEND)

    def send(act: str, **body: str) -> int:
        address = f"/api/v1{path}/{act}"
        return int(browser.post(address, json.dumps(body), "application/json").status_code)

    assert send("notes", text="Vi tittar på det.") == 201
    assert send("tags", name="gropar") == 201
    events = browser.get(f"/api/v1{path}/events").json()["items"]
    assert "cases.note-written" in [event["name"] for event in events]
    assert send("assignment", group="KUNDTJANST") == 403
    assert send("state", state="closed") == 403
    assert send("state", state="handed-over") == 422
    assert send("feedback", outcome="returned", summary="Inte vår gata.") == 201
    assert browser.get(f"/api/v1{path}").status_code == 404
    assert program.get(path).json()["state"] == "waiting-for-us"


def test_a_handler_who_moves_a_case_elsewhere_is_told_no_on_a_page_too(
    browser: Any, program: Program, case: Any, hanna: Any, kundtjanst: Any
) -> None:
    body = {"to_group": "TEK-GATA", "question": "När?"}
    program.post(f"/cases/{case['number']}/hand-overs", body)
    browser.force_login(hanna, backend=BACKEND)

    answer = browser.post(f"/arenden/{case['number']}/ansvarig/", {"group": kundtjanst.pk})

    assert answer.status_code == 403
    assert program.get(f"/cases/{case['number']}").json()["group"] == "TEK-GATA"


def test_only_who_may_give_work_to_others_does_so_over_the_api(
    browser: Any, program: Program, case: Any, ada: Any, bo: Any
) -> None:
    browser.force_login(ada, backend=BACKEND)

    def give(agent: Any) -> int:
        path = f"/api/v1/cases/{case['number']}/assignment"
        body = json.dumps({"agent_id": agent.pk})
        return int(browser.post(path, body, "application/json").status_code)

    assert give(ada) == 200
    assert give(bo) == 403
    new = json.dumps({"title": "t", "agent_id": bo.pk})
    assert browser.post("/api/v1/cases", new, "application/json").status_code == 403


def test_what_can_be_listened_to_is_what_is_announced(program: Program) -> None:
    names = program.get("/event-names").json()

    assert "cases.case-opened" in names
    assert not {"cases.case-event", "knowledge.catalogue-event"} & set(names)
