"""The agent finds the place and the right group, and gives the case away at one press."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import now

from gensvar.foundation.people.models import Group
from gensvar.operations.cases.models import Case, CasePlace
from gensvar.operations.register.actions import Described, add_place, add_service_type, entrust
from gensvar.operations.register.models import Finding

SINCE = date(2020, 1, 1)


@pytest.fixture
def heat(exempelby):
    return add_service_type(exempelby, name="Värme", by=None, at=now())


@pytest.fixture
def school(exempelby, heat):
    described = Described(
        code="FAST-17", name="Norrskolan", address="Skolgatan 8", valid_from=SINCE
    )
    place = add_place(exempelby, described, by=None, at=now())
    group = Group.objects.create(client=exempelby, code="DRIFT-NORR", name="Drift norr")
    entrust(place, group, service=heat, hours="", valid_from=SINCE, by=None, at=now())
    return place


@pytest.fixture
def hall(exempelby):
    described = Described(code="FAST-18", name="Skolgatans idrottshall", valid_from=SINCE)
    return add_place(exempelby, described, by=None, at=now())


def words(answer):
    return answer.content.decode()


def test_the_agent_finds_a_place_by_a_misspelt_name_and_sees_who_answers(as_ada, school, heat):
    found = words(as_ada.get("/fastigheter/", {"ord": "norskolan"}))
    assert "FAST-17" in found

    page = words(as_ada.get(f"/fastigheter/{school.pk}/"))

    assert "<b>DRIFT-NORR</b>" in page
    assert "/arenden/ny/?plats=FAST-17" in page


def test_saturday_is_for_those_on_duty_and_monday_for_the_office(as_ada, exempelby, school, heat):
    duty = Group.objects.create(client=exempelby, code="JOUR-1", name="Jouren")
    entrust(school, duty, service=heat, hours="duty", valid_from=SINCE, by=None, at=now())
    saturday = now() + timedelta(days=(5 - now().weekday()) % 7 + 7)
    page = f"/fastigheter/{school.pk}/"

    seen = words(as_ada.get(page, {"nar": f"{saturday:%Y-%m-%d}T12:00"}))
    assert "<b>JOUR-1</b>" in seen
    assert "<b>DRIFT-NORR</b>" not in seen
    monday = saturday + timedelta(days=2)
    assert "<b>DRIFT-NORR</b>" in words(as_ada.get(page, {"nar": f"{monday:%Y-%m-%d} 10:00"}))


@pytest.mark.parametrize(
    ("typed", "said"), [("på lördag", "Skriv dag och tid"), ("9999-01-01T12:00", "mer än två år")]
)
def test_a_time_that_is_none_is_told_and_the_page_shows_now(as_ada, school, typed, said):
    answer = as_ada.get(f"/fastigheter/{school.pk}/", {"nar": typed})

    assert answer.status_code == 422
    assert said in words(answer)
    assert typed in words(answer)
    assert "Vem svarar nu" in words(answer)


def test_a_case_is_put_at_a_place_and_given_to_who_answers(as_ada, gropar, school, heat):
    at = f"/arenden/{gropar.number}/"
    as_ada.post(f"{at}plats/", {"place": "norrskolan", "service": heat.pk})
    page = words(as_ada.get(at))
    assert "FAST-17 Norrskolan" in page
    assert "DRIFT-NORR svarar nu" in page

    given = as_ada.post(f"{at}plats/ge/", follow=True)

    assert "Ärendet är hos den grupp som svarar" in words(given)
    gropar.refresh_from_db()
    assert gropar.group.code == "DRIFT-NORR"


def test_where_several_match_they_are_offered_and_one_is_chosen(as_ada, gropar, school, hall):
    at = f"/arenden/{gropar.number}/plats/"

    offered = as_ada.post(at, {"place": "skolgatan", "service": ""})
    assert offered.status_code == 422
    assert 'value="FAST-17"' in words(offered)
    assert 'value="FAST-18"' in words(offered)

    as_ada.post(at, {"place": "skolgatan", "chosen": "FAST-18", "service": ""})
    assert CasePlace.objects.get().place == hall


def test_an_unknown_place_is_told_and_what_was_typed_stays(as_ada, gropar, school):
    said = as_ada.post(f"/arenden/{gropar.number}/plats/", {"place": "Zzyx"})

    assert said.status_code == 422
    assert "Registret har ingen sådan plats" in words(said)
    assert "Zzyx" in words(said)
    assert not CasePlace.objects.exists()


def test_a_place_nobody_answers_for_is_told_on_the_case(as_ada, gropar, hall, kundtjanst):
    as_ada.post(f"/arenden/{gropar.number}/plats/", {"place": "FAST-18"})

    page = words(as_ada.get(f"/arenden/{gropar.number}/"))

    assert "Ingen är namngiven" in page
    assert Finding.objects.get().place == hall


def test_a_place_is_taken_off_again(as_ada, gropar, school):
    as_ada.post(f"/arenden/{gropar.number}/plats/", {"place": "FAST-17"})

    as_ada.post(f"/arenden/{gropar.number}/plats/ingen/")

    assert not CasePlace.objects.exists()


def test_a_new_case_begins_at_a_place(as_ada, exempelby, school):
    assert 'value="FAST-17"' in words(as_ada.get("/arenden/ny/?plats=FAST-17"))
    new = {"client": exempelby.pk, "channel": "phone", "said": "Kallt i salen", "place": "fast-17"}

    as_ada.post("/arenden/ny/", new)
    assert Case.objects.get(title="Kallt i salen").located.place == school

    wrong = as_ada.post("/arenden/ny/", new | {"place": "FAST-404 nej", "said": "Än kallare"})
    assert wrong.status_code == 422
    assert "Än kallare" in words(wrong)
    assert not Case.objects.filter(title="Än kallare").exists()


def test_a_place_of_another_client_is_not_there(as_ada, energi):
    described = Described(code="NÄT-1", name="Station", valid_from=SINCE)
    other = add_place(energi, described, by=None, at=now())

    assert as_ada.get(f"/fastigheter/{other.pk}/").status_code == 404
    assert "NÄT-1" not in words(as_ada.get("/fastigheter/", {"ord": "station"}))
