"""An agent's own phone over the API."""

import json
from datetime import datetime
from typing import Any

import pytest

from gensvar.channels.voice.models import Account
from gensvar.channels.voice.tests.conftest import Telephone

ADDRESS = "/api/v1/calls/phones/me"


class Desk:
    """An agent's own program, signed in as they are."""

    def __init__(self, browser: Any) -> None:
        self.browser = browser

    def get(self) -> Any:
        return self.browser.get(ADDRESS, headers={"Accept-Language": "en"})

    def choose(self, kind: str) -> Any:
        body, headers = json.dumps({"kind": kind}), {"Accept-Language": "en"}
        return self.browser.put(ADDRESS, body, "application/json", headers=headers)


@pytest.fixture
def adas(browser: Any, ada: Any, noon: datetime, exempelby: Any, cia: Any) -> Desk:
    """Ada's browser, at a seat for calls."""
    Telephone(exempelby, lead=cia, at=noon).seat(ada, has_phone=False)
    browser.force_login(ada)
    return Desk(browser)


def test_a_phone_on_the_desk_is_chosen_and_its_password_told_once(adas: Desk, ada: Any) -> None:
    assert adas.get().json() == {
        "kind": "",
        "has_phone": False,
        "may_have": True,
    }

    made = adas.choose("desk").json()

    assert made["kind"] == "desk"
    assert made["password"]
    assert Account.objects.get(agent=ada).login == made["login"]
    assert "password" not in adas.get().json()
    assert adas.choose("fax").status_code == 422


def test_a_browser_that_cannot_be_joined_is_refused(adas: Desk, settings: Any) -> None:
    settings.SIP_URL = ""

    refused = adas.choose("browser")

    assert (refused.status_code, refused.json()["code"]) == (409, "NoPhoneInBrowser")
