"""The agent books an interpreter in a case, and says what became of it (CUS-04)."""

from datetime import timedelta

import pytest
from django.utils.timezone import localtime, now

from gensvar.operations.cases.models import Case, InterpreterBooking


def words(answer):
    return " ".join(answer.content.decode().split())


@pytest.fixture
def given():
    begins = localtime(now() + timedelta(days=2)).replace(hour=10, minute=0)
    return {
        "language": "ar",
        "kind": "on-site",
        "starts_at": begins.strftime("%Y-%m-%dT%H:%M"),
        "ends_at": (begins + timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M"),
        "provider": "Tolkförmedling Norr",
        "reference": "",
    }


def test_booked_confirmed_with_its_reference_and_cancelled(as_ada, ada, gropar, given):
    Case.objects.update(language="ar", agent=ada)
    at = f"/arenden/{gropar.number}/"
    assert 'value="ar"' in words(as_ada.get(f"{at}tolk/"))

    page = words(as_ada.post(f"{at}tolk/", given, follow=True))
    booking = InterpreterBooking.objects.get()
    move = f"{at}tolk/{booking.pk}/"

    assert "Tolkförmedling Norr" in page
    assert "Arabiska, på plats" in page
    assert "ar + tolk" in page
    page = words(as_ada.post(move, {"to": "confirmed", "reference": "TN-1"}, follow=True))
    assert "Bekräftad" in page
    assert "TN-1" in page
    assert "Arabiska, på plats" in words(as_ada.get("/skrivbord/"))
    as_ada.post(move, {"to": "cancelled"})
    assert "Tolk: Avbokad" in words(as_ada.get(f"{at}historik/"))


def test_a_wrong_time_is_refused_and_nothing_typed_is_lost(as_ada, gropar, given):
    given["ends_at"] = given["starts_at"]

    answer = as_ada.post(f"/arenden/{gropar.number}/tolk/", given)

    assert answer.status_code == 422
    assert "Ändra sluttiden" in words(answer)
    assert 'value="Tolkförmedling Norr"' in words(answer)
    answer = as_ada.post(f"/arenden/{gropar.number}/tolk/", given | {"language": "arabiska"})
    assert "två eller tre bokstäver" in words(answer)
    assert not InterpreterBooking.objects.exists()


def test_a_booking_of_another_case_is_not_found(as_ada, gropar):
    moved = as_ada.post(f"/arenden/{gropar.number}/tolk/4711/", {"to": "confirmed"})
    assert moved.status_code == 404


def test_it_is_offered_where_one_may_be_needed_and_nowhere_else(as_ada, ada, gropar):
    at = f"/arenden/{gropar.number}/"
    assert "Boka…" not in words(as_ada.get(at))

    as_ada.post(f"{at}behov/", {"what": "sign-language", "words": ""})

    assert "Boka…" in words(as_ada.get(at))
