"""How soon e-mail is answered: K11 by working days, K12 by the hours of the office (LAW-01)."""

import json
from datetime import datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from conftest import NOON
from gensvar.foundation.calendars.models import HolidaysKept
from gensvar.foundation.integrations.actions import create_token
from gensvar.operations.cases.actions import open_case
from gensvar.operations.cases.models import CaseContact, CaseState, Feedback, HandOver
from gensvar.operations.contacts.models import Contact, Message, NoCase, Outgoing
from gensvar.oversight.kpi.queries.answer_times import AnswerTimes, answer_times, percentile
from gensvar.oversight.kpi.queries.periods import Period

DAYS = "?start=2026-04-01&end=2026-05-31"
PERIOD = Period(NOON.date().replace(month=4, day=1), NOON.date().replace(month=6, day=1))


def local(said):
    return datetime.fromisoformat(said).replace(tzinfo=ZoneInfo("Europe/Stockholm"))


THURSDAY, MONDAY = local("2026-04-30T16:40"), local("2026-05-04T15:00")


@pytest.fixture(autouse=True)
def holidays(exempelby):
    HolidaysKept.objects.create(client=exempelby, country="SE")


@pytest.fixture
def as_cia(browser, cia):
    browser.force_login(cia)
    return browser


@pytest.fixture
def wrote(exempelby, gator, ada):
    def begun(at, automatic=""):
        contact = Contact.objects.create(
            client=exempelby, channel="mail", direction="in", started_at=at
        )
        Message.objects.create(
            client=exempelby, contact=contact, direction="in", at=at, automatic=automatic
        )
        return open_case(
            exempelby, title="Grop", channel="mail", contact=contact, subject=gator, by=ada, at=at
        )

    return begun


@pytest.fixture
def answer(exempelby):
    def written(case, at, *, is_automatic=False, purpose="answer", state="sent"):
        contact = Contact.objects.create(
            client=exempelby, channel="mail", direction="out", started_at=at
        )
        CaseContact.objects.create(case=case, contact=contact, client=exempelby)
        message = Message.objects.create(client=exempelby, contact=contact, direction="out", at=at)
        Outgoing.objects.create(
            client=exempelby,
            message=message,
            channel="mail",
            purpose=purpose,
            is_automatic=is_automatic,
            state=state,
            not_before=at,
        )

    return written


def counted(client, at):
    whole, _months, excluded = answer_times(client, PERIOD, at=at)
    return (whole.one_day.part, whole.one_day.whole), whole.two_days.part, excluded


def test_a_letter_of_thursday_is_in_time_on_monday_after_a_holiday(exempelby, wrote, answer):
    """K11's own example: 1 May is a holiday."""
    answer(wrote(THURSDAY), MONDAY)

    whole, _months, _excluded = answer_times(exempelby, PERIOD, at=local("2026-06-01T12:00"))

    assert (whole.one_day.part, whole.one_day.whole) == (1, 1)
    # From 16:40 to 17:00, and from 8:00 to 15:00.
    assert whole.half == whole.nine_in_ten == round(7 + 20 / 60, 6)


def test_after_closing_on_wednesday_tuesday_is_the_second_day(exempelby, wrote, answer):
    answer(wrote(local("2026-04-29T17:05")), local("2026-05-04T17:01"))

    assert counted(exempelby, local("2026-06-01T12:00")) == ((0, 1), 1, 0)


def test_receipts_withdrawn_and_other_letters_are_no_answers_and_a_call_is(
    exempelby, wrote, answer
):
    case = wrote(THURSDAY)
    answer(case, THURSDAY, is_automatic=True)
    answer(case, THURSDAY, purpose="receipt")
    answer(case, THURSDAY, state="cancelled")
    assert counted(exempelby, local("2026-05-04T16:59"))[0] == (0, 0)
    assert counted(exempelby, local("2026-05-04T17:01"))[0] == (0, 1)

    call = Contact.objects.create(
        client=exempelby, channel="phone", direction="out", started_at=MONDAY
    )
    CaseContact.objects.create(case=case, contact=call, client=exempelby)
    assert counted(exempelby, local("2026-05-04T17:01"))[0] == (1, 1)


@pytest.fixture
def goes_on(exempelby):
    def written(case, at, customer=None):
        contact = Contact.objects.create(
            client=exempelby, channel="mail", direction="in", started_at=at, customer=customer
        )
        CaseContact.objects.create(case=case, contact=contact, client=exempelby)
        return contact

    return written


@pytest.fixture
def hers(wrote, eva):
    case = wrote(THURSDAY)
    case.customer = eva
    case.save(update_fields=["customer"])
    return case


def rests(case, at, state="waiting-for-customer"):
    CaseState.objects.create(case=case, client=case.client, state=state, since=at)


def test_a_word_more_that_asks_is_answered_by_the_first_answer_after_it(
    exempelby, hers, answer, goes_on, eva
):
    answer(hers, THURSDAY + timedelta(minutes=5))
    rests(hers, THURSDAY + timedelta(minutes=5))
    goes_on(hers, local("2026-05-05T10:00"), eva)
    later = local("2026-06-01T12:00")
    assert counted(exempelby, later) == ((1, 2), 1, 0)

    # Too late for one working day, and in time for two.
    answer(hers, local("2026-05-07T09:00"))
    rests(hers, local("2026-05-07T09:00"), "closed")
    assert counted(exempelby, later) == ((1, 2), 2, 0)


def test_a_thank_you_after_which_the_case_was_put_to_rest_needed_no_answer(
    exempelby, hers, answer, goes_on, eva
):
    answer(hers, THURSDAY)
    goes_on(hers, MONDAY, eva)
    rests(hers, MONDAY + timedelta(hours=1), "closed")
    # What is answered to a later letter does not answer it either.
    answer(hers, MONDAY + timedelta(days=2))

    assert counted(exempelby, local("2026-06-01T12:00")) == ((1, 1), 1, 1)


def test_an_answer_taken_back_leaves_the_letter_unanswered(exempelby, hers, answer, goes_on, eva):
    answer(hers, THURSDAY)
    goes_on(hers, local("2026-05-05T10:00"), eva)
    answer(hers, local("2026-05-05T11:00"), state="cancelled")
    rests(hers, local("2026-05-05T11:00"))

    assert counted(exempelby, local("2026-06-01T12:00")) == ((1, 2), 1, 0)


def test_what_others_write_in_a_case_is_not_asked_by_its_customer(exempelby, hers, answer, goes_on):
    answer(hers, THURSDAY)
    goes_on(hers, MONDAY)

    assert counted(exempelby, local("2026-06-01T12:00")) == ((1, 1), 1, 0)


def test_a_department_that_reached_the_customer_has_answered(exempelby, hers, ada, kundtjanst):
    handed = HandOver.objects.create(
        case=hers, client=exempelby, to_group=kundtjanst, question="?", by=ada, at=THURSDAY
    )
    Feedback.objects.create(
        hand_over=handed,
        client=exempelby,
        outcome="answered",
        channel="phone",
        summary="Lagat",
        reached_at=MONDAY,
        by=ada,
        at=MONDAY + timedelta(days=2),
    )

    assert counted(exempelby, local("2026-06-01T12:00")) == ((1, 1), 1, 0)


def test_automatic_and_set_aside_are_excluded_and_counted(exempelby, wrote, energi):
    case = wrote(THURSDAY)
    wrote(THURSDAY, automatic="bounce")
    spam = Contact.objects.create(
        client=exempelby, channel="mail", direction="in", started_at=THURSDAY
    )
    NoCase.objects.create(contact=spam, client=exempelby, reason="spam", at=THURSDAY)
    thanks = Contact.objects.create(
        client=exempelby, channel="mail", direction="in", started_at=MONDAY
    )
    CaseContact.objects.create(case=case, contact=thanks, client=exempelby)
    later = local("2026-06-01T12:00")

    assert counted(exempelby, later) == ((0, 1), 0, 2)
    assert counted(energi, later) == ((0, 0), 0, 0)


def test_hours_come_out_as_worked_out_by_hand():
    seconds = [int(one * 3_600) for one in (0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 7, 9.5)]
    row = AnswerTimes(None, seconds=seconds)

    assert (row.half, row.nine_in_ten) == (2.75, 7.0)
    assert row.hours[:2] == [Fraction(1, 2), Fraction(1)]
    assert percentile(seconds[:1], 90) == 1_800


def test_page_file_and_api_say_the_same_and_few_are_not_told(as_cia, wrote, answer):
    for place in range(6):
        case = wrote(THURSDAY)
        if place:
            answer(case, THURSDAY + timedelta(minutes=10))
    for _place in range(3):
        wrote(MONDAY)

    shown = " ".join(as_cia.get(f"/svarstider/{DAYS}").content.decode().split())
    file = as_cia.get(f"/svarstider/{DAYS}&format=json")
    _token, secret = create_token("statistik", ["reports:read"], at=NOON)
    asked = {"from": "2026-04-01", "to": "2026-04-30"}
    as_api = as_cia.get(
        "/api/v1/figures/answer-times", asked, headers={"Authorization": f"Bearer {secret}"}
    ).json()

    assert "&lt;5" in shown
    hidden = dict.fromkeys(("mails", "one_day", "two_days", "half", "nine_in_ten"))
    assert json.loads(b"".join(file.streaming_content))["items"] == [
        {"month": "2026-04-01", **hidden},
        {"month": "2026-05-01", **hidden},
    ]
    row = {"mails": 6, "one_day": 0.833333, "two_days": 0.833333}
    row |= {"half": 0.166667, "nine_in_ten": 0.166667}
    assert as_api["items"] == [{"month": "2026-04-01", **row}]
    assert as_api["total"] == {"month": None, **row}


def test_no_mail_is_said(as_cia, exempelby):
    assert "Ingen e-post som behövde svar" in as_cia.get(f"/svarstider/{DAYS}").content.decode()
