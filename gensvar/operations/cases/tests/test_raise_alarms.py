"""Handler and nearest manager are told of a late answer: once each, whatever happens to the job."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import NOON
from gensvar.foundation.duty.actions import note_absence, put_on_duty
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import Agent, Membership
from gensvar.operations.cases.actions import alarming, close, give_feedback, hand_over, take
from gensvar.operations.cases.actions.alarming import raise_alarms
from gensvar.operations.cases.actions.answering import notify_colleague
from gensvar.operations.cases.actions.timing import refresh_deadlines
from gensvar.operations.cases.models import Alarm, Case, Deadline, HandOver
from gensvar.operations.cases.tests.test_deadlines import handed, local, office
from gensvar.operations.contacts.models import Outgoing

__all__ = ["office"]
DUE = local("2026-05-06T17:00")


@pytest.fixture
def case(office, tek_gata, ada, gator, eva, hanna):
    """Handed over on Thursday 30 April at half past two, and taken by Hanna."""
    case = handed(office, tek_gata, ada, gator)
    case.customer = eva
    case.agent = hanna
    case.save()
    return case


def run(client, at):
    refresh_deadlines(client, at=at)
    return raise_alarms(client, at=at)


def mails():
    found = Outgoing.objects.filter(purpose="alarm").select_related("message")
    return sorted(one.message.recipients[0] for one in found)


BOTH = ["hanna@exempelby.example", "mats@exempelby.example"]


def test_hanna_and_mats_are_told_at_closing_on_the_third_day_and_once_each(office, case):
    assert run(office, DUE - timedelta(seconds=1)) == 0

    assert run(office, DUE + timedelta(seconds=20)) == 2
    assert run(office, DUE + timedelta(seconds=21)) == 0
    assert run(office, DUE + timedelta(days=1)) == 0

    assert mails() == BOTH
    assert EventRecord.objects.filter(name="cases.alarm-raised").count() == 2
    assert [(a.to, a.due_at) for a in Alarm.objects.order_by("to")] == [
        ("handler", DUE),
        ("manager", DUE),
    ]


def test_over_easter_the_alarm_waits_for_the_third_working_day(office, tek_gata, ada, hanna):
    handed(office, tek_gata, ada, at="2026-04-01T10:00")

    for day in range(2, 8):
        assert run(office, local(f"2026-04-0{day}T17:05")) == 0
    assert run(office, local("2026-04-08T17:05")) == 2


def test_closed_a_minute_before_there_is_no_alarm(office, case, ada):
    refresh_deadlines(office, at=DUE - timedelta(hours=1))

    close(case, by=ada, at=DUE - timedelta(minutes=1))

    assert raise_alarms(office, at=DUE + timedelta(minutes=1)) == 0
    assert mails() == []


def test_answered_by_the_department_there_is_no_alarm(office, case, hanna):
    refresh_deadlines(office, at=DUE - timedelta(hours=1))

    at = DUE - timedelta(minutes=1)
    give_feedback(case, outcome="answered", channel="phone", summary="Sagt", by=hanna, at=at)

    assert raise_alarms(office, at=DUE + timedelta(minutes=1)) == 0


def test_a_try_that_nobody_answered_does_not_stop_the_alarm(office, case, hanna):
    at = DUE - timedelta(minutes=1)
    give_feedback(case, outcome="no-answer", channel="phone", summary="Inget svar", by=hanna, at=at)

    assert run(office, DUE + timedelta(minutes=1)) == 2


def test_the_facts_are_asked_again_where_the_cache_lies(office, case):
    refresh_deadlines(office, at=local("2026-05-04T12:00"))
    Deadline.objects.update(due_at=local("2026-05-04T08:00"))

    assert raise_alarms(office, at=local("2026-05-05T12:00")) == 0


@pytest.mark.parametrize(
    ("late", "told"),
    [
        ("2026-05-06T17:14", 2),
        ("2026-05-06T17:30", 0),
        ("2026-05-07T00:00", 0),
        ("2026-05-07T07:29", 0),
        ("2026-05-07T07:30", 2),
        ("2026-05-09T12:00", 0),
        ("2026-05-11T07:30", 2),
    ],
)
def test_a_worker_that_wakes_up_late_waits_for_the_office_to_open(office, case, late, told):
    assert run(office, local(late)) == told


def test_an_alarm_never_comes_on_a_saturday_before_monday_morning(office, case):
    """A hand-over whose clock ends on a day that is closed later on is told on Monday."""
    HandOver.objects.update(at=local("2026-04-27T10:00"))  # due Thursday 30 April 17:00
    refresh_deadlines(office, at=local("2026-05-02T09:00"))

    saturday = date(2026, 5, 2)
    hours = [local(f"{saturday}T{hour:02}:00") for hour in range(24)]
    assert sum(raise_alarms(office, at=at) for at in hours) == 0
    assert raise_alarms(office, at=local("2026-05-04T07:29")) == 0
    assert raise_alarms(office, at=local("2026-05-04T07:30")) == 2


def test_the_mail_says_number_subject_and_day_and_nothing_about_the_customer(office, case):
    run(office, DUE)

    for sent in Outgoing.objects.filter(purpose="alarm").select_related("message"):
        said = sent.message.subject + sent.message.text
        assert sent.message.subject.startswith(f"{case.number} · Gator, v · ")
        assert "onsdag 6 maj" in said
        assert "4, 5, 6 maj" in said
        assert f"/handlaggare/{case.number}/" in said
        for secret in ("Eva", "Ek", "eva.ek", "0701", "Gropar", "När?", "Hanna", "Mats"):
            assert secret not in said


def test_a_question_that_nobody_took_is_told_to_the_group_itself(office, case):
    Case.objects.filter(pk=case.pk).update(agent=None)

    run(office, DUE)

    assert mails() == ["mats@exempelby.example", "tek-gata@exempelby.example"]


def test_a_manager_who_handles_the_case_is_not_told_twice(office, case, mats, cia):
    Case.objects.filter(pk=case.pk).update(agent=mats)

    assert run(office, DUE) == 1
    assert mails() == ["mats@exempelby.example"]
    assert Alarm.objects.get(to="manager").outgoing is None


def test_a_second_hand_over_after_a_return_has_alarms_of_its_own(
    office, case, tek_gata, ada, hanna
):
    run(office, DUE)
    at = DUE + timedelta(days=1)
    give_feedback(case, outcome="returned", channel="", summary="Nej", by=hanna, at=at)
    hand_over(case, to=tek_gata, why="cannot", question="Jo", by=ada, at=at)

    assert run(office, local("2026-05-12T17:00")) == 2
    assert Alarm.objects.count() == 4


def test_a_job_that_dies_midway_leaves_nothing_and_the_next_tells_both(office, case, monkeypatch):
    """The mail to the handler is asked for, then the worker is gone."""
    real = notify_colleague
    told = []

    def dies_at_the_second(*given, **more):
        told.append(1)
        if len(told) == 2:
            raise KeyboardInterrupt
        return real(*given, **more)

    monkeypatch.setattr(alarming, "notify_colleague", dies_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        run(office, DUE)
    assert (Alarm.objects.count(), mails()) == (0, [])

    monkeypatch.setattr(alarming, "notify_colleague", real)
    assert run(office, DUE) == 2
    assert mails() == BOTH


@given(
    runs=st.lists(
        st.tuples(st.integers(0, 9 * 24 * 60), st.sampled_from([None, 1, 2])), max_size=12
    )
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_however_often_it_runs_and_dies_each_is_told_once(office, case, runs):
    """Whenever the job runs and wherever it dies, in the end both have one mail each."""
    real = notify_colleague
    begun = transaction.savepoint()
    for minutes, dies_at in sorted(runs, key=lambda one: one[0]):
        count = 0

        def notify(*given, _dies_at=dies_at, **more):
            nonlocal count
            count += 1
            if count == _dies_at:
                raise SystemExit
            return real(*given, **more)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(alarming, "notify_colleague", notify)
            try:
                run(office, local("2026-05-01T00:00") + timedelta(minutes=minutes))
            except SystemExit:
                assert Alarm.objects.count() == 0
        assert mails() in ([], BOTH)
    run(office, local("2026-05-11T08:00"))

    assert mails() == BOTH
    transaction.savepoint_rollback(begun)


@pytest.mark.django_db(transaction=True)
def test_workers_at_the_same_moment_tell_each_once(office, case):
    refresh_deadlines(office, at=DUE)
    start = Barrier(6)

    def work(_number):
        try:
            start.wait(20)
            return raise_alarms(office, at=DUE)
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as workers:
        told = list(workers.map(work, range(6)))

    assert sum(told) == 2
    assert mails() == BOTH


def test_taking_the_case_after_the_alarm_sends_no_other(office, case, hanna):
    Case.objects.filter(pk=case.pk).update(agent=None)
    run(office, DUE)

    take(case, by=hanna, at=DUE + timedelta(minutes=1))

    assert run(office, DUE + timedelta(hours=20)) == 0


@pytest.fixture
def hans(tek_gata, mats):
    agent = Agent.objects.create_user(
        "hans@exempelby.example", name="Hans Nyberg", manager=mats, created_at=NOON
    )
    Membership.objects.create(group=tek_gata, agent=agent, since=NOON)
    return agent


def gone(agent, stand_in=None):
    start = DUE - timedelta(hours=1)
    note_absence(agent, starts_at=start, stand_in=stand_in, by=agent, at=start)


def alarms():
    return [(one.to, one.address.split("@")[0], one.how) for one in Alarm.objects.order_by("to")]


def test_hanna_is_absent_so_hans_of_the_rota_gets_the_alarm(office, case, tek_gata, hans, mats):
    put_on_duty(
        tek_gata, hans, weekdays=range(5), valid_from=date(2026, 5, 1), is_deputy=True,
        by=mats, at=DUE,
    )  # fmt: skip
    gone(case.agent)

    assert run(office, DUE) == 2

    assert mails() == ["hans@exempelby.example", "mats@exempelby.example"]
    assert alarms() == [("handler", "hans", "deputy"), ("manager", "mats", None)]
    said = EventRecord.objects.get(name="cases.alarm-passed-on").payload
    assert (said["away_agent_id"], said["told_agent_id"], said["how"]) == (
        case.agent_id,
        hans.pk,
        "deputy",
    )
    words = [one.message.text for one in Outgoing.objects.filter(purpose="alarm").order_by("pk")]
    assert ["is away" in one or "är borta" in one for one in words] == [True, False]
    assert "Hanna" not in words[0]


def test_without_a_rota_an_absent_handlers_alarm_goes_to_the_group(office, case):
    gone(case.agent)

    run(office, DUE)

    assert alarms() == [("handler", "tek-gata", "member"), ("manager", "mats", None)]


def test_the_alarm_of_a_manager_who_is_away_goes_to_the_deputy(office, case, mats, cia):
    gone(mats, stand_in=cia)

    run(office, DUE)

    assert mails() == ["cia@exempelby.example", "hanna@exempelby.example"]
    assert alarms()[1] == ("manager", "cia", "stand-in")


def test_without_a_deputy_it_goes_to_the_manager_above_and_once(office, case, mats, cia):
    Agent.objects.filter(pk=mats.pk).update(manager=cia)
    gone(mats)

    assert run(office, DUE) == 2
    assert run(office, DUE + timedelta(days=1)) == 0

    assert alarms()[1] == ("manager", "cia", "above")


def test_with_nobody_above_the_absent_manager_is_told_all_the_same(office, case, mats):
    gone(mats)

    assert run(office, DUE) == 2

    assert mails() == BOTH
    assert alarms()[1] == ("manager", "mats", "away")
    assert not EventRecord.objects.filter(name="cases.alarm-passed-on").exists()


def test_a_deputy_who_handles_the_case_is_not_told_twice(office, case, hanna, mats, cia):
    Agent.objects.filter(pk=mats.pk).update(manager=cia)
    gone(mats, stand_in=hanna)

    run(office, DUE)

    assert alarms() == [("handler", "hanna", None), ("manager", "cia", "above")]
