"""The wallboard: goals and now for everybody in the room, and nobody's name."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils.timezone import now

from gensvar.foundation.people.models import Agent, RoleGrant
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import Waiting


@pytest.fixture
def busy(exempelby: Any, cia: Any, bo: Any) -> Any:
    """Bo is ready; three have been answered, one of them late, and one waits past the goal."""
    at = now()
    skill = actions.add_skill(exempelby, name="Vatten")
    wish = actions.QueueWish(
        name="Vatten",
        channel="phone",
        goal_seconds=120,
        goal_percent=90,
        steps=[actions.StepWish(0, skill)],
    )
    queue = actions.set_queue(exempelby, wish, by=cia, at=at)
    actions.give_seat(bo, client=exempelby, capacity={"phone": 1}, by=cia, at=at)
    actions.be_ready(bo, screen="bo's window", at=at)
    for waited in (30, 60, 300, None):
        contact = register_contact(exempelby, channel="phone", direction="in", customer=None, at=at)
        wait = actions.wait(contact, queue=queue, at=at)
        if waited is None:
            Waiting.objects.filter(pk=wait.pk).update(arrived_at=at - timedelta(seconds=200))
        else:
            Waiting.objects.filter(pk=wait.pk).update(
                arrived_at=at - timedelta(seconds=waited), left_at=at, outcome="answered"
            )
    return queue


@pytest.fixture
def as_board(browser: Any, exempelby: Any) -> Any:
    """Sign in a screen that may show the board and nothing else."""
    screen = Agent.objects.create(email="tavla@exempelby.example", name="Tavlan", created_at=now())
    RoleGrant.objects.create(agent=screen, client=exempelby, role="board", since=now())
    browser.force_login(screen)
    return browser


def test_the_board_tells_goals_and_now_and_never_a_name(busy, as_board):
    for path in ("/laget/tavla/", "/laget/tavla/siffror/"):
        page = " ".join(as_board.get(path).content.decode().split())
        assert "Vatten, telefon: 1 väntar, sedan 3 min." in page
        assert "1 över målet" in page
        assert "67 %" in page
        assert "mål 90 % · i dag" in page
        assert "av 1 här" in page
        assert "Agera" in page
        assert "Bo Alm" not in page


def test_a_screen_on_the_wall_sees_nothing_else(busy, as_board):
    for path in ("/laget/", "/laget/delar/", "/laget/avstamning/", "/arenden/", "/kunder/"):
        assert as_board.get(path).status_code == 403


def test_without_the_role_there_is_no_board(busy, browser, ada):
    browser.force_login(ada)
    assert browser.get("/laget/tavla/").status_code == 403


def test_an_empty_centre_is_told_calmly(exempelby, as_board):
    page = as_board.get("/laget/tavla/").content.decode()
    assert "Ingen väntar." in page
    assert "Agera" not in page
