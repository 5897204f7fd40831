import json
from datetime import datetime
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from gensvar.foundation.integrations.actions import create_token

JSON = "application/json"


class Program:
    """Somebody's script: sends a token with every request, and JSON."""

    def __init__(self, browser: Any, secret: str) -> None:
        self.browser = browser
        self.headers = {"Authorization": f"Bearer {secret}", "Accept-Language": "en"}

    def get(self, path: str, **query: Any) -> Any:
        return self.browser.get(f"/api/v1{path}", query, headers=self.headers)

    def export(self, path: str, **query: Any) -> bytes:
        """Fetch a whole list as a file, streamed as the web process does."""
        answer = self.get(path, **query)
        assert answer.status_code == 200, answer.content
        with connection.cursor() as cursor:
            cursor.execute("SET ROLE gensvar_web")
            whole = b"".join(answer.streaming_content)
            cursor.execute("RESET ROLE")
        return whole

    def post(self, path: str, body: Any = None, **headers: str) -> Any:
        return self.browser.post(
            f"/api/v1{path}", json.dumps(body), JSON, headers=self.headers | headers
        )

    def patch(self, path: str, body: Any) -> Any:
        return self.browser.patch(f"/api/v1{path}", json.dumps(body), JSON, headers=self.headers)

    def put(self, path: str, body: Any) -> Any:
        return self.browser.put(f"/api/v1{path}", json.dumps(body), JSON, headers=self.headers)

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


@pytest.fixture
def case(program: Program, kundtjanst: Any, gator: Any) -> dict[str, Any]:
    """A case of Exempelby, which Eva asked about by mail."""
    body = {
        "title": "Hål i gatan",
        "text": "Det är ett hål.",
        "channel": "mail",
        "customer": {"name": "Eva Ek", "mail": "eva.ek@example.com"},
    }
    made: dict[str, Any] = program.post("/cases", body).json()
    return made


@pytest.fixture
def energi_case(energi_program: Program) -> dict[str, Any]:
    body = {"title": "Elen är borta", "text": "Mörkt.", "customer": {"mail": "eva.ek@example.com"}}
    made: dict[str, Any] = energi_program.post("/cases", body).json()
    return made
