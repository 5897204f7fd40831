"""The API describes itself, and the description can be trusted."""

from typing import Any

from ninja.openapi.schema import OpenAPISchema

from gensvar.config.api import api


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
            if known.get("enum") != definition.get("enum"):
                clashes.append(name)
        add(self, definitions)

    monkeypatch.setattr(OpenAPISchema, "add_schema_definitions", adding)
    api.get_openapi_schema(path_prefix="/api/v1/")

    assert clashes == []
