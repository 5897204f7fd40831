from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gensvar.science.worktime.closingdays import (
    LONGEST_REASON,
    MOST_EVENTS,
    ClosingDay,
    Fault,
    Wrong,
    read_closing_days,
)

JUNE_19 = "DTSTART;VALUE=DATE:20260619"


def file(*events: list[str]) -> bytes:
    lines = [line for event in events for line in ("BEGIN:VEVENT", "UID:1", *event, "END:VEVENT")]
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR", ""]).encode()


def days_of(*lines: str) -> list[date]:
    found = read_closing_days(file(list(lines)))
    assert not found.faults
    return [day.on for day in found.days]


def test_days_come_in_order_with_what_they_are_called():
    found = read_closing_days(
        file(
            ["DTSTART;VALUE=DATE:20261231", "SUMMARY:Nyårsafton"],
            [JUNE_19, "DTEND;VALUE=DATE:20260620", "SUMMARY:Midsommarafton\\, stängt"],
        )
    )

    assert found.faults == ()
    assert found.days == (
        ClosingDay(date(2026, 6, 19), "Midsommarafton, stängt"),
        ClosingDay(date(2026, 12, 31), "Nyårsafton"),
    )


@pytest.mark.parametrize(
    "lines",
    [
        (JUNE_19,),
        (JUNE_19, "DTEND;VALUE=DATE:20260620"),
        (JUNE_19, "DURATION:P1D"),
        ("DTSTART:20260619T000000", "DTEND:20260620T000000"),
        ("DTSTART;TZID=Europe/Stockholm:20260619T000000", "DURATION:P1D"),
    ],
)
def test_a_whole_day_is_written_in_many_ways(lines):
    assert days_of(*lines) == [date(2026, 6, 19)]


def test_an_end_is_the_day_after_the_last():
    assert days_of(JUNE_19, "DTEND;VALUE=DATE:20260622") == [
        date(2026, 6, day) for day in (19, 20, 21)
    ]


def test_what_is_cancelled_is_left_out():
    assert days_of(JUNE_19, "STATUS:CANCELLED") == []


def test_a_day_that_stands_twice_is_one_with_both_reasons():
    found = read_closing_days(
        file([JUNE_19, "SUMMARY:Midsommar"], [JUNE_19, "SUMMARY:Ombyggnad"], [JUNE_19])
    )

    assert found.days == (ClosingDay(date(2026, 6, 19), "Midsommar, Ombyggnad"),)


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        ((), Wrong.DATES),
        (("DTSTART;VALUE=DATE:20261340",), Wrong.DATES),
        (("DTSTART:igår",), Wrong.DATES),
        ((JUNE_19, JUNE_19), Wrong.DATES),
        ((JUNE_19, "DTEND;VALUE=DATE:20260618"), Wrong.DATES),
        ((JUNE_19, "DTEND:snart"), Wrong.DATES),
        ((JUNE_19, "DURATION:PT4H", "DURATION:P1D"), Wrong.DATES),
        (("DTSTART;VALUE=DATE:99991231",), Wrong.DATES),
        (("DTSTART:20260619T120000", "DTEND:20260619T170000"), Wrong.PART_OF_DAY),
        (("DTSTART:20260619T000000", "DTEND:20260619T120000"), Wrong.PART_OF_DAY),
        ((JUNE_19, "DTEND;VALUE=DATE:20270619"), Wrong.TOO_LONG),
        ((JUNE_19, "RRULE:FREQ=YEARLY"), Wrong.REPEATS),
        ((JUNE_19, f"SUMMARY:{'å' * (LONGEST_REASON + 1)}"), Wrong.LONG_REASON),
    ],
)
def test_what_is_no_closing_day_is_told_by_event(lines, wrong):
    found = read_closing_days(file([JUNE_19, "SUMMARY:Midsommar"], list(lines)))

    [fault] = found.faults
    assert (fault.number, fault.wrong) == (2, wrong)
    assert found.days == (ClosingDay(date(2026, 6, 19), "Midsommar"),)


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (b"", Wrong.EMPTY),
        (file(), Wrong.EMPTY),
        (b"dag;anledning\n2026-06-19;Midsommar\n", Wrong.UNREADABLE),
        (b"\xff\xfe\x00", Wrong.UNREADABLE),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\n", Wrong.UNREADABLE),
        (file([JUNE_19]) + b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", Wrong.UNREADABLE),
        (file(*([[JUNE_19]] * (MOST_EVENTS + 1))), Wrong.TOO_MANY),
    ],
)
def test_a_file_that_says_nothing_is_told_as_a_whole(content, wrong):
    assert read_closing_days(content).faults == (Fault(0, wrong),)


pieces = st.sampled_from(
    [b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n", b"BEGIN:VCALENDAR\r\n", b"END:VCALENDAR\r\n"]
    + [line.encode() + b"\r\n" for line in (JUNE_19, "DTEND:x", "RRULE:x", "DURATION:P", "x")]
)


@given(st.lists(st.one_of(pieces, st.binary(max_size=30)), max_size=14).map(b"".join))
def test_nothing_in_a_file_makes_reading_it_fail(content):
    found = read_closing_days(content)

    assert found.days or found.faults or b"VEVENT" in content
