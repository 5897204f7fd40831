"""PPL-12 and PPL-09: who sees whose work is too heavy, on the desk, the floor and over the API."""

from typing import Any

import pytest
from django.utils.timezone import now

from conftest import Browser
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import Seat, Strain

FIGURE = "Med kunder 93 % av två timmar i arbete."
HEARD = "/api/v1/routing/strains"


@pytest.fixture
def strain(exempelby: Any, ada: Any, cia: Any) -> Any:
    actions.give_seat(ada, client=exempelby, capacity={"phone": 1}, by=cia, at=now())
    actions.be_ready(ada, screen="window", at=now())
    return Strain.objects.create(client=exempelby, agent=ada, kind="busy", share=0.93, at=now())


@pytest.fixture
def as_cia(cia: Any) -> Any:
    browser = Browser()
    browser.force_login(cia)
    return browser


@pytest.fixture
def as_karin(exempelby: Any) -> Any:
    """Somebody else who leads, and is not nearest above Ada."""
    from conftest import _agent

    browser = Browser()
    browser.force_login(_agent("Karin Wall", "karin@exempelby.example", "team-lead", exempelby))
    return browser


def test_the_agent_sees_it_and_takes_the_break_that_is_proposed(as_ada, ada, strain):
    page = as_ada.get("/skrivbord/").content.decode()
    assert "Dags för rast?" in page
    assert FIGURE in page

    said = as_ada.post(f"/skrivbord/rast/{strain.pk}/", {"pause": "1"}, follow=True)

    assert "Du har rast" in said.content.decode()
    assert Seat.objects.get(agent=ada).reason == "break"
    assert "Dags för rast?" not in as_ada.get("/skrivbord/").content.decode()


def test_a_break_is_answered_by_nobody_else(as_cia, strain):
    assert as_cia.post(f"/skrivbord/rast/{strain.pk}/", {"pause": "1"}).status_code == 404


def test_the_nearest_lead_is_told_on_the_desk_and_the_floor_until_they_have_seen_to_it(
    as_cia, strain
):
    for address in ("/skrivbord/", "/laget/"):
        assert FIGURE in as_cia.get(address).content.decode()

    said = as_cia.post(f"/skrivbord/belastning/{strain.pk}/", follow=True).content.decode()

    assert "har sett till Ada Lind" in said
    assert FIGURE not in as_cia.get("/skrivbord/").content.decode()
    assert "Ada Lind" in as_cia.get("/laget/").content.decode()
    assert EventRecord.objects.filter(name="routing.strain-seen").count() == 1


def test_others_who_lead_see_for_how_many_and_never_for_whom(as_karin, strain):
    assert FIGURE not in as_karin.get("/skrivbord/").content.decode()
    floor = as_karin.get("/laget/").content.decode()

    assert "1 person, vars egen ledare har fått veta" in floor
    assert FIGURE not in floor
    assert as_karin.post(f"/skrivbord/belastning/{strain.pk}/").status_code == 404
    assert as_karin.get(HEARD).json() == {"strains": [], "others": 1}
    assert as_karin.post(f"{HEARD}/{strain.pk}/heard").status_code == 404


def test_the_wallboard_and_colleagues_see_nothing_of_it(bo, as_cia, strain):
    as_bo = Browser()
    as_bo.force_login(bo)
    assert as_bo.get(HEARD).status_code == 403
    assert FIGURE not in as_bo.get("/skrivbord/").content.decode()
    wall = as_cia.get("/laget/tavla/").content.decode()

    assert "Ada" not in wall
    assert "Ada" not in as_cia.get("/api/v1/routing/wallboard").content.decode()


def test_the_same_over_the_api(as_cia, ada, strain):
    (told,) = as_cia.get(HEARD).json()["strains"]
    assert (told["agent"], told["kind"], told["share"]) == (ada.pk, "busy", 0.93)

    assert as_cia.post(f"{HEARD}/{strain.pk}/heard").status_code == 204

    assert as_cia.post(f"{HEARD}/{strain.pk}/heard").json()["code"] == "AlreadyHeardOf"
