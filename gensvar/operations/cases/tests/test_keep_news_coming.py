"""Where news was promised on the way, its absence is noticed: told once, in office hours."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from django.db import connection

from gensvar.foundation.duty.actions import note_absence
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases.actions import (
    Offer,
    answer,
    change_state,
    close,
    open_case,
    promise_answer,
    request_receipt,
    take_back,
    updating,
)
from gensvar.operations.cases.actions.updating import tell_of_missed_updates
from gensvar.operations.cases.models import CaseContact, MissedUpdate, State
from gensvar.operations.cases.queries.updates import update_in
from gensvar.operations.cases.tests.test_deadlines import local, office
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.models import Outgoing

__all__ = ["office"]
# Two working days after Thursday 30 April: 1 May is a holiday, then the weekend.
NEWS_BY = local("2026-05-05T17:00")


@pytest.fixture
def case(office, gator, eva, hanna, kundtjanst):
    """Promised on Thursday 30 April for 20 May, with news at least every second working day."""
    case = open_case(
        office,
        title="Gropar",
        channel="mail",
        customer=eva,
        subject=gator,
        need_type="opinion",
        group=kundtjanst,
        at=local("2026-04-30T09:00"),
    )
    case.agent = hanna
    case.save()
    offer = Offer(due_on=date(2026, 5, 20), update_days=2)
    promise_answer(case, offer, by=hanna, at=local("2026-04-30T14:30"))
    return case


@pytest.fixture
def run(office):
    return lambda at: tell_of_missed_updates(office, at=at)


def write(case, by, at, turn=State.WAITING_FOR_US):
    return answer(case, "Vi väntar på asfalt.", channel="mail", by=by, at=at, next_state=turn)


def mails():
    found = Outgoing.objects.filter(purpose="no-news").select_related("message").order_by("pk")
    return [one.message.recipients[0].split("@")[0] for one in found]


def news_by(case, at):
    update = update_in(case.promises.get(), at=local(at))
    return update and update.due_at


def test_hanna_is_told_at_closing_on_the_second_working_day_and_once(case, run):
    assert run(NEWS_BY - timedelta(seconds=1)) == 0

    assert run(NEWS_BY + timedelta(seconds=20)) == 1
    assert run(NEWS_BY + timedelta(seconds=40)) == 0
    assert run(NEWS_BY + timedelta(days=3, hours=-5)) == 0

    assert mails() == ["hanna"]
    missed = EventRecord.objects.get(name="cases.promise-update-missed")
    assert missed.payload["promise_id"] == case.promises.get().pk
    assert MissedUpdate.objects.get().due_at == NEWS_BY


def test_what_is_written_moves_it_on_and_the_next_silence_is_told_again(case, run, hanna):
    write(case, hanna, local("2026-05-04T10:00"))
    assert news_by(case, "2026-05-04T11:00") == local("2026-05-06T17:00")
    assert run(NEWS_BY + timedelta(minutes=1)) == 0

    assert run(local("2026-05-06T17:01")) == 1
    write(case, hanna, local("2026-05-07T10:00"))
    assert run(local("2026-05-11T17:01")) == 1
    assert mails() == ["hanna", "hanna"]


def test_what_leaves_by_itself_is_no_news(case, run):
    request_receipt(
        case, "Tack", subject="Tack", channel="mail", recipient="eva.ek@example.org",
        at=local("2026-05-04T10:00"),
    )  # fmt: skip

    assert run(NEWS_BY) == 1


def test_what_was_taken_back_or_came_back_is_no_news(case, hanna):
    taken = write(case, hanna, local("2026-05-04T10:00"))
    take_back(case, taken, by=hanna, at=local("2026-05-04T10:00"))
    assert news_by(case, "2026-05-04T11:00") == NEWS_BY

    bounced = write(case, hanna, local("2026-05-04T12:00"))
    assert news_by(case, "2026-05-04T13:00") == local("2026-05-06T17:00")
    Outgoing.objects.filter(pk=bounced.pk).update(state=Outgoing.State.BOUNCED)
    assert news_by(case, "2026-05-04T13:00") == NEWS_BY


def test_what_is_planned_is_news_when_it_leaves(case, hanna):
    answer(
        case, "Mer på onsdag.", channel="mail", by=hanna, at=local("2026-05-04T10:00"),
        next_state=State.WAITING_FOR_US, leaves_at=local("2026-05-05T09:00"),
    )  # fmt: skip

    assert news_by(case, "2026-05-04T11:00") == NEWS_BY
    assert news_by(case, "2026-05-05T09:01") == local("2026-05-07T17:00")


def test_a_call_from_us_is_news_and_one_to_us_is_not(case, office, eva, hanna):
    for direction, expected in (("in", NEWS_BY), ("out", local("2026-05-06T17:00"))):
        contact = register_contact(
            office, channel="phone", direction=direction, customer=eva,
            at=local("2026-05-04T10:00"), agent=hanna,
        )  # fmt: skip
        CaseContact.objects.create(case=case, contact=contact, client=office)

        assert news_by(case, "2026-05-04T11:00") == expected


def test_a_wait_for_the_customer_stops_the_count(case, run, hanna):
    change_state(case, State.WAITING_FOR_CUSTOMER, by=hanna, at=local("2026-05-04T08:00"))
    assert run(NEWS_BY + timedelta(minutes=1)) == 0

    change_state(case, State.WAITING_FOR_US, by=hanna, at=local("2026-05-06T08:00"))

    assert run(local("2026-05-06T17:01")) == 0
    assert run(local("2026-05-07T17:01")) == 1


@pytest.mark.parametrize("done", ["closed", "answered"])
def test_a_case_closed_or_answered_waits_for_no_news(case, run, hanna, done):
    at = NEWS_BY - timedelta(hours=2)
    if done == "closed":
        close(case, by=hanna, at=at)
    else:
        write(case, hanna, at, turn=State.WAITING_FOR_CUSTOMER)

    assert run(NEWS_BY + timedelta(minutes=1)) == 0
    assert update_in(case.promises.get(), at=NEWS_BY) is None


def test_the_last_news_is_the_answer_itself(case, run, hanna):
    write(case, hanna, local("2026-05-18T10:00"))

    assert news_by(case, "2026-05-18T11:00") is None
    assert run(local("2026-05-20T16:59")) == 0


@pytest.mark.parametrize(
    ("late", "told"),
    [("2026-05-05T17:14", 1), ("2026-05-05T17:30", 0), ("2026-05-06T07:29", 0),
     ("2026-05-06T07:30", 1), ("2026-05-09T12:00", 0)],
)  # fmt: skip
def test_a_worker_that_wakes_up_late_waits_for_the_office_to_open(case, run, late, told):
    assert run(local(late)) == told


def test_a_job_that_dies_midway_leaves_nothing_and_the_next_tells(case, run, monkeypatch):
    def dies(*given, **more):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(updating, "notify_colleague", dies)
        with pytest.raises(KeyboardInterrupt):
            run(NEWS_BY)
    assert not MissedUpdate.objects.exists()

    assert run(NEWS_BY) == 1
    assert mails() == ["hanna"]


def test_while_hanna_is_away_her_stand_in_is_told(case, run, hanna, mats):
    note_absence(hanna, starts_at=NEWS_BY - timedelta(days=1), stand_in=mats, by=hanna, at=NEWS_BY)

    run(NEWS_BY)

    assert mails() == ["mats"]
    assert MissedUpdate.objects.get().how == "stand-in"


def test_the_mail_says_number_and_day_and_nothing_about_the_customer(case, run):
    run(NEWS_BY)

    sent = Outgoing.objects.get(purpose="no-news").message
    assert case.number in sent.subject
    assert "2026-05-05" in sent.text
    for secret in ("Eva", "Ek", "0701", "Gropar", "Hanna"):
        assert secret not in sent.subject + sent.text


@pytest.mark.django_db(transaction=True)
def test_workers_at_the_same_moment_tell_once(case, run):
    start = Barrier(4)

    def work(_number):
        try:
            start.wait(20)
            return run(NEWS_BY)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as workers:
        assert sum(workers.map(work, range(4))) == 1
    assert mails() == ["hanna"]
