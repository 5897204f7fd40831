"""An interpreter is booked for a case, and what becomes of it is told (CUS-04)."""

from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases.actions import open_case
from gensvar.operations.cases.actions.interpreting import (
    BookedThen,
    NoSuchMove,
    NotBegunYet,
    TimeHasPassed,
    TooFarAhead,
    WrongLength,
    book_interpreter,
    move_booking,
)
from gensvar.operations.cases.models import InterpreterBooking
from gensvar.operations.cases.queries.interpreting import interpreters_ahead, is_while_open

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def case(exempelby, eva, ada):
    return open_case(
        exempelby, title="Grop", channel="phone", customer=eva, language="ar", by=ada, at=NOON
    )


@pytest.fixture
def book(case, ada):
    def booked(begins=NOON + DAY, *, ends=None, kind="on-site"):
        return book_interpreter(
            case,
            language="AR",
            kind=kind,
            provider=" Tolkförmedling  Norr ",
            starts_at=begins,
            ends_at=ends or begins + HOUR,
            by=ada,
            at=NOON,
        )

    return booked


def told():
    names = EventRecord.objects.filter(name__startswith="cases.interpreter-booking")
    return [(one.name, one.payload.get("to"), one.at) for one in names.order_by("pk")]


def test_it_is_asked_for_and_confirmed_and_done_by_whom_and_when(case, book, ada, bo):
    booking = book()
    move_booking(booking, to="confirmed", reference="TN-1", by=bo, at=NOON + HOUR)
    move_booking(booking, to="done", by=ada, at=NOON + DAY + HOUR)

    booking.refresh_from_db()
    assert (booking.language, booking.provider) == ("ar", "Tolkförmedling Norr")
    assert (booking.state, booking.reference) == ("done", "TN-1")
    assert told() == [
        ("cases.interpreter-booking-asked", None, NOON),
        ("cases.interpreter-booking-moved", "confirmed", NOON + HOUR),
        ("cases.interpreter-booking-moved", "done", NOON + DAY + HOUR),
    ]
    moved = EventRecord.objects.filter(name="cases.interpreter-booking-moved").order_by("pk")
    assert [one.payload["agent_id"] for one in moved] == [bo.pk, ada.pk]
    assert "Norr" not in str([one.payload for one in moved])


def test_a_booking_notes_the_need_and_its_end_says_that_it_was_met(case, book, ada):
    booking = book(NOON)
    assert [(one.what, one.met) for one in case.asked_needs.all()] == [("interpreter", "")]

    move_booking(booking, to="confirmed", by=ada, at=NOON)
    move_booking(booking, to="done", by=ada, at=NOON + HOUR)

    assert case.asked_needs.get().met == "met"


def test_sign_language_is_a_need_of_its_own(case, book):
    book(kind="sign-language")

    assert case.asked_needs.get().what == "sign-language"


def test_what_was_noted_beside_the_need_is_kept(case, book, ada):
    case.asked_needs.create(client=case.client, what="interpreter", words="kvinna", by=ada, at=NOON)

    book()

    assert case.asked_needs.get().words == "kvinna"


@pytest.mark.parametrize(
    ("begins", "ends", "refusal"),
    [
        (NOON - 2 * HOUR, NOON - HOUR, TimeHasPassed),
        (NOON + 367 * DAY, NOON + 367 * DAY + HOUR, TooFarAhead),
        (NOON + 2 * HOUR, NOON + HOUR, WrongLength),
        (NOON + HOUR, NOON + 14 * HOUR, WrongLength),
    ],
)
def test_a_time_that_cannot_be_is_refused(book, begins, ends, refusal):
    with pytest.raises(refusal):
        book(begins, ends=ends)
    assert not InterpreterBooking.objects.exists()


def test_one_at_a_time_until_the_first_is_cancelled(book, ada):
    first = book()
    with pytest.raises(BookedThen):
        book(NOON + DAY + HOUR / 2)

    move_booking(first, to="cancelled", by=ada, at=NOON)
    book(NOON + DAY + HOUR / 2)

    assert InterpreterBooking.objects.count() == 2


def test_what_is_over_goes_nowhere_and_nothing_is_done_before_it_begins(book, ada):
    booking = book()
    with pytest.raises(NoSuchMove):
        move_booking(booking, to="done", by=ada, at=NOON)
    move_booking(booking, to="confirmed", by=ada, at=NOON)
    with pytest.raises(NotBegunYet):
        move_booking(booking, to="done", by=ada, at=NOON)
    move_booking(booking, to="declined", by=ada, at=NOON)
    with pytest.raises(NoSuchMove):
        move_booking(booking, to="confirmed", by=ada, at=NOON)
    assert len(told()) == 3


def test_whoever_has_the_case_sees_what_is_near_and_not_yet_over(case, book, ada, bo):
    near = book()
    book(NOON + 20 * DAY)
    type(case).objects.filter(pk=case.pk).update(agent=ada)

    assert list(interpreters_ahead(ada, at=NOON)) == [near]
    assert list(interpreters_ahead(ada, at=NOON + 4 * DAY)) == []
    assert not interpreters_ahead(bo, at=NOON).exists()


def test_a_booking_at_night_is_known_to_be_outside_office_hours(book):
    assert is_while_open(book())
    assert not is_while_open(book(NOON + DAY + 10 * HOUR))
