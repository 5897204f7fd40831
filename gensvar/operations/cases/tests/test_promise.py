"""Promises: made, told, kept, broken once, given a new time only with reason and plan."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from django.db import connection

from conftest import NOON
from gensvar.foundation.calendars.models import HolidaysKept
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.events.reacting import reactions_to
from gensvar.operations.cases.actions import (
    ClosedThatDay,
    NoReasonOrPlan,
    Offer,
    answer,
    ask_for_new_times,
    close,
    give_feedback,
    hand_over,
    mark_broken,
    mark_told,
    open_case,
    promise_answer,
    promise_as_usual,
    take_back,
)
from gensvar.operations.cases.actions.promising import AlreadyTold, DayHasPassed
from gensvar.operations.cases.events import PromiseMade, StateChanged
from gensvar.operations.cases.models import Promise, PromiseEnd
from gensvar.operations.cases.queries.promises import remaining, standing
from gensvar.operations.contacts.actions import TooLateToWithdraw

THURSDAY = datetime.fromisoformat("2026-04-30T14:30:00+02:00")
SIXTH = datetime.fromisoformat("2026-05-06T17:00:00+02:00")
TUESDAY = datetime.fromisoformat("2026-05-05T09:00:00+02:00")
TWELFTH = datetime.fromisoformat("2026-05-12T17:00:00+02:00")
Outcome = PromiseEnd.Outcome


@pytest.fixture
def case(exempelby, eva, gator, kundtjanst):
    HolidaysKept.objects.create(client=exempelby, country="SE")
    return open_case(
        exempelby,
        title="Gropar på Skolgatan",
        channel="mail",
        customer=eva,
        subject=gator,
        need_type="opinion",
        group=kundtjanst,
        at=THURSDAY,
    )


def handed(case, to, by, at=THURSDAY, **more):
    return hand_over(case, to=to, why="cannot", question="När lagas de?", by=by, at=at, **more)


def outcomes(case):
    ends = PromiseEnd.objects.filter(promise__case=case).order_by("promise")
    return list(ends.values_list("outcome", flat=True))


def names(case):
    found = EventRecord.objects.filter(case_id=case.pk, name__startswith="cases.promise")
    return [name.removeprefix("cases.promise-") for name in found.values_list("name", flat=True)]


def test_a_case_handed_over_on_30_april_is_answered_by_6_may(case, tek_gata, ada):
    handed(case, tek_gata, ada)

    promise = standing(case)
    assert promise is not None
    assert promise.due_at == SIXTH
    assert promise.words == f"Gata och park svarar senast onsdag 6 maj. Ärende {case.number}."
    assert promise.way == Promise.Way.MAIL
    assert promise.calendar


def test_a_new_day_without_reason_and_plan_is_refused_and_changes_nothing(
    case, tek_gata, hanna, ada
):
    handed(case, tek_gata, ada)

    for reason, plan in (("", ""), ("Regn", " "), ("", "Vi lagar")):
        offer = Offer(due_on=date(2026, 5, 12), reason=reason, plan=plan)
        with pytest.raises(NoReasonOrPlan):
            promise_answer(case, offer, by=hanna, at=TUESDAY)

    promise = standing(case)
    assert promise is not None
    assert promise.due_at == SIXTH


def test_a_delay_before_the_day_is_renegotiated_and_says_why(case, tek_gata, hanna, ada):
    handed(case, tek_gata, ada)
    offer = Offer(due_on=date(2026, 5, 12), reason="Det regnar", plan="Lag 2 lagar på tisdag")

    promise = promise_answer(case, replace(offer, update_days=2), by=hanna, at=TUESDAY)

    assert promise.due_at == TWELFTH
    assert promise.words == (
        "Det tar längre tid än vi sa: Det regnar. Så här gör vi: Lag 2 lagar på tisdag. "
        f"Gata och park svarar senast tisdag 12 maj. Ärende {case.number}. "
        "Fram till dess hör vi av oss med högst 2 arbetsdagars mellanrum."
    )
    assert outcomes(case) == [Outcome.RENEGOTIATED]
    assert names(case) == ["made", "made", "renegotiated"]


def test_a_delay_after_the_day_is_a_broken_promise_all_the_same(case, tek_gata, hanna, ada):
    handed(case, tek_gata, ada)
    offer = Offer(due_on=date(2026, 5, 12), reason="Det regnar", plan="Vi lagar")

    promise_answer(case, offer, by=hanna, at=SIXTH + timedelta(hours=16))

    assert outcomes(case) == [Outcome.BROKEN]


@pytest.mark.parametrize(
    ("refusal", "day"), [(ClosedThatDay, date(2026, 5, 14)), (DayHasPassed, date(2026, 5, 4))]
)
def test_a_day_on_which_nobody_can_answer_is_refused(case, tek_gata, hanna, ada, refusal, day):
    handed(case, tek_gata, ada)

    with pytest.raises(refusal):
        promise_answer(case, Offer(due_on=day, reason="a", plan="b"), by=hanna, at=TUESDAY)


def test_an_answer_in_time_keeps_the_promise(case, tek_gata, hanna, ada):
    handed(case, tek_gata, ada)

    give_feedback(case, outcome="answered", channel="phone", summary="Onsdag", by=hanna, at=TUESDAY)

    assert outcomes(case) == [Outcome.KEPT]
    assert names(case) == ["made", "kept"]


def test_an_answer_too_late_breaks_it_even_before_the_job_has_run(case, tek_gata, hanna, ada):
    handed(case, tek_gata, ada)
    late = SIXTH + timedelta(seconds=1)

    give_feedback(case, outcome="answered", channel="phone", summary="Onsdag", by=hanna, at=late)
    assert mark_broken(at=late) == 0

    assert outcomes(case) == [Outcome.BROKEN]
    assert PromiseEnd.objects.get().answered_at == late
    ask_for_new_times(at=late + timedelta(days=1))
    assert "asked-about" not in names(case)


def test_the_job_breaks_a_promise_once_however_often_it_runs(case, tek_gata, ada):
    handed(case, tek_gata, ada)

    assert mark_broken(at=SIXTH) == 0
    runs = [mark_broken(at=SIXTH + timedelta(minutes=minute)) for minute in (1, 1, 2)]

    assert runs == [1, 0, 0]
    assert names(case).count("broken") == 1


def test_a_new_time_is_asked_for_once_and_only_in_office_hours(case, tek_gata, ada):
    handed(case, tek_gata, ada)
    evening, morning = SIXTH + timedelta(minutes=5), SIXTH + timedelta(hours=16)
    mark_broken(at=evening)

    asked = [ask_for_new_times(at=at) for at in (evening, morning, morning)]

    assert asked == [0, 1, 0]
    assert names(case).count("asked-about") == 1


def test_an_answer_that_is_taken_back_leaves_the_promise_standing(case, ada):
    promise_as_usual(case, at=THURSDAY, way="receipt")
    outgoing = answer(case, "Onsdag.", channel="mail", by=ada, at=TUESDAY)
    assert standing(case) is None

    take_back(case, outgoing, by=ada, at=TUESDAY + timedelta(seconds=5))

    assert standing(case) is not None
    assert names(case) == ["made", "kept", "stands-again"]


def test_a_case_that_is_closed_has_kept_what_it_promised(case, ada):
    promise_as_usual(case, at=THURSDAY, way="receipt")

    close(case, by=ada, at=TUESDAY)

    assert outcomes(case) == [Outcome.KEPT]


def test_what_is_usual_is_promised_once_and_by_the_subjects_own_time(case, gator):
    gator.answer_days = 1
    gator.save()

    first = promise_as_usual(case, at=THURSDAY, way="receipt")
    again = promise_as_usual(case, at=THURSDAY, way="receipt")

    assert first is not None
    assert again is None
    assert first.due_at == datetime.fromisoformat("2026-05-04T17:00:00+02:00")
    assert first.words == (f"Vi svarar senast måndag 4 maj. Ärende {case.number}.")


def test_every_case_that_waits_for_us_gets_its_promise():
    reaction = "gensvar.operations.cases.reactions.promise_an_answer"
    assert reaction in reactions_to(StateChanged)
    assert "gensvar.channels.mail.reactions.mail_promise_to_customer" in reactions_to(PromiseMade)


def test_a_hand_over_takes_an_earlier_promise_over_without_silence(case, tek_gata, ada):
    promise_as_usual(case, at=THURSDAY, way="receipt")

    handed(case, tek_gata, ada, at=TUESDAY)

    promise = standing(case)
    assert promise is not None
    assert outcomes(case) == [Outcome.RENEGOTIATED]
    assert promise.reason == "Din fråga har lämnats över till Gata och park."
    assert "Gata och park svarar senast fredag 8 maj." in promise.words


def test_a_hand_over_the_same_day_replaces_the_promise(case, tek_gata, ada):
    promise_as_usual(case, at=THURSDAY, way="receipt")

    handed(case, tek_gata, ada)

    assert outcomes(case) == [Outcome.REPLACED]


def test_what_is_said_aloud_is_marked_once(case, tek_gata, ada):
    handed(case, tek_gata, ada)
    promise = standing(case)
    assert promise is not None

    mark_told(promise, by=ada, at=THURSDAY)

    with pytest.raises(AlreadyTold):
        mark_told(promise, by=ada, at=THURSDAY)


def test_the_time_left_is_counted_in_working_days(case, tek_gata, ada):
    handed(case, tek_gata, ada)
    promise = standing(case)
    assert promise is not None

    at_noon = remaining(promise, at=NOON + timedelta(days=1))
    afterwards = remaining(promise, at=SIXTH + timedelta(hours=1))

    assert (at_noon.left, at_noon.of, at_noon.is_late) == (1, 3, False)
    assert (afterwards.left, afterwards.is_late) == (0, True)


def test_an_answer_that_has_left_cannot_be_taken_back_and_stays_kept(case, ada):
    promise_as_usual(case, at=THURSDAY, way="receipt")
    outgoing = answer(case, "Onsdag.", channel="mail", by=ada, at=TUESDAY)
    outgoing.state = "sent"
    outgoing.save()

    with pytest.raises(TooLateToWithdraw):
        take_back(case, outgoing, by=ada, at=TUESDAY + timedelta(minutes=5))

    assert outcomes(case) == [Outcome.KEPT]


def test_a_promise_cannot_be_moved_without_reason_even_by_hand(case, tek_gata, ada):
    from django.db import IntegrityError, transaction

    handed(case, tek_gata, ada)
    promise = standing(case)
    assert promise is not None

    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE cases_promise SET follows_id = id WHERE id = %s", [promise.pk])
