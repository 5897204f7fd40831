"""The API describes itself, and the description can be trusted."""

import re
from typing import Any

from ninja.openapi.schema import OpenAPISchema

from gensvar.config.api import api
from gensvar.foundation.integrations.actions.tokens import known_scopes


def test_the_description_is_open_to_all(browser: Any, db: None) -> None:
    answer = browser.get("/api/v1/openapi.json")

    assert answer.status_code == 200
    assert answer.json()["openapi"].startswith("3.1")


def test_every_operation_has_a_name_of_its_own_and_says_what_it_does() -> None:
    paths = api.get_openapi_schema(path_prefix="/api/v1/")["paths"]
    operations = [operation for methods in paths.values() for operation in methods.values()]
    names = [operation["operationId"] for operation in operations]

    assert len(names) == len(set(names)) > 45
    assert all(operation["summary"] and operation["tags"] for operation in operations)
    assert all("4XX" in operation["responses"] for operation in operations)


def test_no_name_in_the_description_stands_for_two_things(monkeypatch: Any) -> None:
    clashes = []
    add = OpenAPISchema.add_schema_definitions

    def adding(self: OpenAPISchema, definitions: dict[str, Any]) -> None:
        for name, definition in definitions.items():
            known = self.schemas.get(name, definition)
            told = [
                (one.get("enum"), set(one.get("properties", ()))) for one in (known, definition)
            ]
            if told[0] != told[1]:
                clashes.append(name)
        add(self, definitions)

    monkeypatch.setattr(OpenAPISchema, "add_schema_definitions", adding)
    api.describe("/api/v1/")

    assert clashes == []


def test_the_page_for_people_shows_every_operation_and_shape(browser: Any, db: None) -> None:
    answer = browser.get("/api/v1/docs", headers={"Accept-Language": "sv"})
    page = answer.content.decode()
    document = api.get_openapi_schema(path_prefix="/api/v1/")

    assert answer.status_code == 200
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert f"<code>{method.upper()} {path}</code>" in page
            assert f'id="{operation["operationId"]}"' in page
    for name in document["components"]["schemas"]:
        assert f'id="shape-{name}"' in page
    assert "Kapitel" in page
    assert "<code>cases:write</code>" in page


def test_the_page_for_people_leads_nowhere_that_is_not_there(browser: Any, db: None) -> None:
    page = browser.get("/api/v1/docs").content.decode()

    here = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= here
    assert len(here) == len(re.findall(r' id="', page))


def test_the_page_for_people_keeps_to_the_content_policy(browser: Any, db: None) -> None:
    answer = browser.get("/api/v1/docs")
    page = answer.content.decode()

    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert not re.search(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=", page)
    assert not re.search(r'(?:src|href)="(?:https?:)?//', page)


def test_every_operation_but_the_open_ones_says_which_scope_opens_it() -> None:
    paths = api.get_openapi_schema(path_prefix="/api/v1/")["paths"]

    scopes = {o["operationId"]: o["x-scope"] for ms in paths.values() for o in ms.values()}
    assert set(scopes.values()) <= {*known_scopes()}
    assert scopes["list_cases"] == "cases:read"
    assert scopes["create_case"] == "cases:write"
