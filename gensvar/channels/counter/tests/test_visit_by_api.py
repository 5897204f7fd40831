"""A kiosk and a counter of one's own do by the API what the pages do."""

from typing import Any

import pytest

from gensvar.channels.counter.models import Ticket
from gensvar.operations.routing import actions as routing


@pytest.fixture
def ask(browser: Any, monkeypatch: Any, noon: Any) -> Any:
    monkeypatch.setattr("gensvar.channels.counter.api.now", lambda: noon)
    monkeypatch.setattr("gensvar.channels.counter.api.localdate", noon.date)

    def asked(method: str, path: str, body: Any = None) -> Any:
        call = getattr(browser, method)
        return call(f"/api/v1/visits/{path}", body, content_type="application/json")

    return asked


def test_a_visit_from_number_to_end(ask, browser, hall, permits, offer_to, exempelby, ada, noon):
    routing.give_seat(ada, client=exempelby, capacity={"mail": 2}, by=ada, at=noon)
    browser.force_login(ada)
    (here,) = ask("get", "halls").json()
    assert [one["letter"] for one in here["errands"]] == ["A", "B"]
    assert ask("get", "me").json() == {"desk_id": None, "ticket": None}
    assert ask("post", "me/acts", {"act": "next"}).json()["code"] == "NotSitting"

    sat = ask("put", "me", {"desk_id": here["desks"][0]["id"]})
    assert sat.json()["desk_id"] == here["desks"][0]["id"]
    assert ask("get", "halls").json()[0]["desks"][0]["agent"] == ada.pk
    routing.be_ready(ada, screen=f"window of {ada.name}", at=noon)
    drawn = ask("post", "tickets", {"errand_id": permits.pk})
    assert (drawn.status_code, drawn.json()["number"]) == (201, "A1")
    offer_to(ada)
    assert ask("post", "me/acts", {"act": "next"}).json()["calls"] == 1
    assert ask("get", "me").json()["ticket"]["number"] == "A1"
    refused = ask("post", "me/acts", {"act": "no-show"})
    assert (refused.status_code, refused.json()["code"]) == (409, "CallAgainFirst")
    assert ask("delete", "me").json()["code"] == "VisitorAtDesk"
    assert ask("post", "me/acts", {"act": "again"}).json()["calls"] == 2
    assert [one["number"] for one in ask("get", f"halls/{hall.pk}/tickets").json()] == ["A1"]

    done = ask("post", "me/acts", {"act": "done"}).json()

    assert (done["is_no_show"], bool(done["ended_at"])) == (False, True)
    assert ask("get", f"halls/{hall.pk}/tickets").json() == []
    assert ask("delete", "me").status_code == 204
    (day,) = ask("get", f"halls/{hall.pk}/statistics").json()
    assert (day["errand"], day["drawn"], day["served"], day["no_shows"]) == ("Bygglov", 1, 1, 0)


def test_what_is_not_there_or_not_allowed_is_refused(ask, browser, hall, ada, hanna):
    browser.force_login(ada)

    assert ask("put", "me", {"desk_id": 999_999}).status_code == 404
    assert ask("post", "tickets", {"errand_id": 999_999}).status_code == 404
    assert ask("post", "me/acts", {"act": "sing"}).status_code == 422
    assert ask("get", "halls/999999/statistics").status_code == 404
    assert not Ticket.objects.exists()
