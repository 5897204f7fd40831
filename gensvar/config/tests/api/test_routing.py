"""Presence and offers over the API: the same rules as at the desk."""

import json
from typing import Any

import pytest
from django.utils.timezone import now

from gensvar.operations.cases.actions import open_case
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.routing import actions
from gensvar.operations.routing.dispatcher.dispatcher import Dispatcher
from gensvar.operations.routing.models import HandlingPlan, Offer, Queue, Seat


class Desk:
    """An agent's own program, signed in as they are."""

    def __init__(self, browser: Any) -> None:
        self.browser = browser

    def get(self, path: str) -> Any:
        return self.browser.get(f"/api/v1/routing{path}", headers={"Accept-Language": "en"})

    def send(self, method: str, path: str, body: Any = None) -> Any:
        return getattr(self.browser, method)(
            f"/api/v1/routing{path}",
            json.dumps(body),
            "application/json",
            headers={"Accept-Language": "en"},
        )


@pytest.fixture
def desk(browser: Any, exempelby: Any, cia: Any, ada: Any) -> Desk:
    at = now()
    skill = actions.add_skill(exempelby, name="Gator")
    wish = actions.QueueWish(
        name="Mejl",
        channel="mail",
        goal_seconds=7200,
        steps=[actions.StepWish(0, skill)],
        wrap_up_seconds=0,
    )
    actions.set_queue(exempelby, wish, by=cia, at=at)
    actions.give_seat(ada, client=exempelby, capacity={"mail": 2}, by=cia, at=at)
    actions.assess(ada, skill=skill, level=3, by=cia, at=at)
    browser.force_login(ada)
    return Desk(browser)


@pytest.fixture
def offered(desk: Desk, exempelby: Any, eva: Any) -> dict[str, Any]:
    """A mail of Eva's, offered to Ada, who is ready."""
    desk.send("patch", "/presence/me", {"status": "ready", "window": "w"})
    contact = register_contact(exempelby, channel="mail", direction="in", customer=eva, at=now())
    open_case(exempelby, title="Gropar", channel="mail", contact=contact, at=now())
    actions.follow_all(at=now())
    Dispatcher(at=now())
    (offer,) = desk.get("/offers").json()
    return dict(offer)


def test_an_agent_is_ready_and_heard_of(desk: Desk) -> None:
    assert desk.get("/presence/me").json()["status"] == "away"

    answer = desk.send("patch", "/presence/me", {"status": "ready", "window": "w"})

    assert answer.json()["status"] == "ready"
    assert desk.send("post", "/presence/me/seen", {"window": "w"}).json() == {"is_in_use": True}
    assert desk.send("post", "/presence/me/seen", {"window": "x"}).json() == {"is_in_use": False}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"status": "ready"}, 422),
        ({"status": "asleep", "window": "w"}, 422),
        ({"status": "away", "window": "w"}, 422),
        ({"status": "away", "window": "w", "reason": "no-answer"}, 422),
        ({"status": "ready", "window": "w", "more": 1}, 422),
        ({"status": "ready", "window": "\n"}, 422),
    ],
)
def test_what_makes_no_sense_is_refused_in_words(
    desk: Desk, body: dict[str, Any], status: int
) -> None:
    answer = desk.send("patch", "/presence/me", body)

    assert answer.status_code == status
    assert answer.json()["detail"]
    assert Seat.objects.get().reason == "signed-out"


def test_two_windows_of_one_agent(desk: Desk) -> None:
    ready = {"status": "ready", "window": "one"}
    desk.send("patch", "/presence/me", ready)

    refused = desk.send("patch", "/presence/me", ready | {"window": "two"})

    assert (refused.status_code, refused.json()["code"]) == (409, "AnotherWindow")
    taken = desk.send("patch", "/presence/me", ready | {"window": "two", "take_over": True})
    assert taken.status_code == 200
    assert Seat.objects.get().screen == "two"


def test_an_offer_is_taken_once(desk: Desk, offered: dict[str, Any], ada: Any) -> None:
    assert "You know Gator at level 3" in offered["why"]

    taken = desk.send("post", f"/offers/{offered['id']}/accept")
    again = desk.send("post", f"/offers/{offered['id']}/accept")

    assert (taken.json()["state"], taken.json()["case"]) == ("in-hand", Case.objects.get().number)
    assert (again.status_code, again.json()["code"]) == (409, "AlreadyTaken")
    assert Case.objects.get().agent == ada
    done = desk.send("post", f"/offers/{offered['id']}/finish")
    assert done.json()["state"] == "done"


def test_an_offer_is_left_to_others(desk: Desk, offered: dict[str, Any]) -> None:
    left = desk.send("post", f"/offers/{offered['id']}/decline")

    assert left.json()["state"] == "declined"
    assert desk.get("/offers").json() == []


def test_nobody_answers_the_offer_of_another(desk: Desk, offered: dict[str, Any], bo: Any) -> None:
    desk.browser.force_login(bo)

    for act in ("accept", "decline", "finish"):
        assert desk.send("post", f"/offers/{offered['id']}/{act}").status_code == 404
    assert desk.get("/presence/me").status_code == 404
    assert Offer.objects.get().state == "offered"


def test_who_leads_sees_who_is_here_and_what_waits(
    desk: Desk, offered: dict[str, Any], cia: Any, energi_program: Any
) -> None:
    assert desk.get("/presence").status_code == 403
    desk.browser.force_login(cia)

    (ada,) = desk.get("/presence").json()
    (queue,) = desk.get("/queues").json()

    assert (ada["name"], ada["status"], ada["offered"]) == ("Ada Lind", "ready", 1)
    assert (queue["name"], queue["waiting"], queue["late"]) == ("Mejl", 1, 0)
    assert energi_program.get("/routing/presence").json() == []
    assert energi_program.get("/routing/queues").json() == []


@pytest.fixture
def admins(desk: Desk, admin: Any, settings: Any) -> Desk:
    settings.REQUIRE_SECOND_FACTOR = False
    desk.browser.force_login(admin)
    return desk


def test_what_is_urgent_is_set_whole_and_read_again(admins, exempelby):
    path = f"/queues/{Queue.objects.get().pk}/priorities"
    rules = [{"fact": "need", "value": "status", "priority": 3}]

    assert admins.send("put", path, {"rules": rules}).json() == rules
    assert admins.get(path).json() == rules
    refused = admins.send("put", path, {"rules": rules * 2})
    assert (refused.status_code, refused.json()["code"]) == (422, "TwiceTheSame")
    assert admins.send("put", path, {"rules": [rules[0] | {"priority": 0}]}).status_code == 422
    assert admins.send("put", path, {"rules": [rules[0] | {"priority": 6}]}).status_code == 422
    assert admins.get("/queues/999999/priorities").status_code == 404
    assert admins.get(path).json() == rules


def test_a_handling_time_is_planned_read_and_taken_back(admins, cia):
    path = f"/queues/{Queue.objects.get().pk}/handling"

    planned = admins.send("put", path, {"planned_seconds": 390})
    assert planned.json() == {
        "planned_seconds": 390,
        "measured_seconds": None,
        "measured_contacts": 0,
    }
    for wrong in (0, 4, 28_801, -1, "long"):
        assert admins.send("put", path, {"planned_seconds": wrong}).status_code == 422
    assert admins.send("put", "/queues/999999/handling", {"planned_seconds": 9}).status_code == 404

    admins.browser.force_login(cia)
    assert admins.get(path).json()["planned_seconds"] == 390
    assert admins.send("put", path, {"planned_seconds": 60}).status_code == 403
    admins.browser.force_login(HandlingPlan.objects.get().by)
    assert admins.send("put", path, {"planned_seconds": None}).json()["planned_seconds"] is None


def test_who_comes_first_needs_an_agreement(admins, exempelby):
    path = "/first-needs/exempelby"

    refused = admins.send("put", path, {"needs": ["interpreter"]})
    assert (refused.status_code, refused.json()["code"]) == (422, "AgreementMissing")
    refused = admins.send("put", path, {"needs": ["gold"], "agreed_in": "Avtal 7"})
    assert refused.json()["code"] == "UnknownNeed"
    agreed = admins.send("put", path, {"needs": ["interpreter"], "agreed_in": "Avtal 7"})

    assert [(one["what"], one["agreed_in"]) for one in agreed.json()] == [
        ("interpreter", "Avtal 7")
    ]
    assert admins.get("/first-needs/nowhere").status_code == 404


def test_an_agent_sets_neither(desk, exempelby):
    assert desk.get("/first-needs/exempelby").status_code == 403
    path = f"/queues/{Queue.objects.get().pk}/priorities"
    assert desk.send("put", path, {"rules": []}).status_code == 403
