import json
from datetime import datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gensvar.foundation.integrations.actions import create_token

JSON = "application/json"


class Program:
    """Somebody's script: sends a token with every request, and JSON."""

    def __init__(self, browser: Any, secret: str) -> None:
        self.browser = browser
        self.headers = {"Authorization": f"Bearer {secret}", "Accept-Language": "en"}

    def get(self, path: str, **query: Any) -> Any:
        return self.browser.get(f"/api/v1{path}", query, headers=self.headers)

    def post(self, path: str, body: Any = None, **headers: str) -> Any:
        return self.browser.post(
            f"/api/v1{path}", json.dumps(body), JSON, headers=self.headers | headers
        )

    def patch(self, path: str, body: Any) -> Any:
        return self.browser.patch(f"/api/v1{path}", json.dumps(body), JSON, headers=self.headers)

    def delete(self, path: str) -> Any:
        return self.browser.delete(f"/api/v1{path}", headers=self.headers)

    def upload(self, name: str, content: bytes) -> Any:
        file = {"file": SimpleUploadedFile(name, content)}
        return self.browser.post("/api/v1/attachments", file, headers=self.headers)


@pytest.fixture
def program(browser: Any, exempelby: Any, noon: datetime) -> Program:
    """A program that may do everything for every client."""
    _token, secret = create_token("Prov", ["all"], at=noon)
    return Program(browser, secret)


@pytest.fixture
def energi_program(browser: Any, energi: Any, noon: datetime) -> Program:
    _token, secret = create_token("Energi", ["all"], client=energi, at=noon)
    return Program(browser, secret)


def test_a_case_is_opened_with_its_contact_and_customer(program: Program, gator: Any) -> None:
    made = program.post(
        "/cases",
        {
            "title": "Hål i gatan",
            "text": "Det är ett hål på Storgatan 3.",
            "channel": "web",
            "customer": {"name": "Eva Ek", "mail": "Eva.Ek@example.com"},
            "subject": "Gator, v",
            "need_type": "status",
            "group": "TEK-GATA",
            "tags": ["väg"],
        },
    )
    assert made.status_code == 201, made.content
    case = made.json()

    contacts = program.get("/contacts", case=case["number"]).json()

    assert case["state"] == "waiting-for-us"
    assert case["subject"]["name"] == "Gator, v"
    assert case["group"] == "TEK-GATA"
    assert case["tags"] == ["väg"]
    assert contacts["count"] == 1
    assert contacts["items"][0]["cases"] == [case["number"]]
    assert contacts["items"][0]["messages"][0]["text"] == "Det är ett hål på Storgatan 3."
    assert program.get("/customers", mail="eva.ek@EXAMPLE.com").json()["count"] == 1
    assert program.get(f"/cases/{case['number']}").json() == case
    assert program.get(f"/cases/{case['id']}").json() == case
