"""What is counted as it happens is what a count of the rows would say."""

from contextlib import contextmanager
from datetime import timedelta
from fractions import Fraction

import pytest
from django.db import DatabaseError, connection, transaction

from conftest import NOON
from gensvar.operations.cases.actions import (
    close,
    give_feedback,
    hand_over,
    open_case,
    reopen,
)
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.contacts.models import Contact
from gensvar.operations.knowledge.models import Subject
from gensvar.oversight.kpi.actions import gather_counts
from gensvar.oversight.kpi.models import CaseCount, ContactCount, FeedbackTime

BOTH = [(NOON.date().replace(day=1), True), (NOON.date(), False)]


def counted():
    """Return what the sums say, by day and by month alike: cases, handed over, solved at front."""
    by_day, by_month = (
        [sum(part) for part in zip((0, 0, 0), *rows, strict=True)]
        for rows in (
            CaseCount.objects.filter(is_month=is_month).values_list(
                "cases", "handed_over", "solved_at_front"
            )
            for is_month in (False, True)
        )
    )
    assert by_day == by_month
    return tuple(by_day)


def spans(counts):
    """Return under which day, and under which month, something is counted."""
    return sorted(counts.objects.values_list("day", "is_month"))


@contextmanager
def as_web():
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE gensvar_web")
        yield
        cursor.execute("RESET ROLE")


@pytest.fixture
def grop(exempelby, gator):
    return open_case(
        exempelby, title="Grop", channel="phone", subject=gator, need_type="status", at=NOON
    )


def test_a_case_is_counted_from_its_opening_to_its_closing_and_back(grop, ada):
    assert counted() == (1, 0, 0)

    close(grop, by=ada, at=NOON)
    assert counted() == (1, 0, 1)

    reopen(grop, by=ada, at=NOON)
    assert counted() == (1, 0, 0)


def test_one_call_about_two_things_is_one_call_and_a_case_of_each_subject(exempelby, gator, eva):
    """As GEN-01 has it: Eva calls about her invoice and about parking."""
    invoices, parking = (
        Subject.objects.create(client=exempelby, area=gator.area, name=name)
        for name in ("Fakturor", "Parkering")
    )

    call = register_contact(exempelby, channel="phone", direction="in", customer=eva, at=NOON)
    for subject in (invoices, parking):
        open_case(exempelby, title="Fråga", channel="phone", contact=call, subject=subject, at=NOON)

    by_day = {"client": exempelby, "day": NOON.date(), "is_month": False}
    cases = CaseCount.objects.filter(**by_day).order_by("subject__name")
    assert list(cases.values_list("subject__name", "cases")) == [("Fakturor", 1), ("Parkering", 1)]
    calls = ContactCount.objects.filter(**by_day, channel="phone", direction="in")
    assert [row.contacts for row in calls] == [1]


def test_a_case_that_was_ever_handed_over_is_not_solved_at_the_front(grop, ada, hanna, tek_gata):
    hand_over(grop, to=tek_gata, why="cannot", question="När?", by=ada, at=NOON)
    grop.refresh_from_db()
    close(grop, by=ada, at=NOON)

    assert counted() == (1, 1, 0)


def test_a_case_that_changes_subject_is_counted_under_the_new_one(grop, gator):
    Case.objects.filter(pk=grop.pk).update(subject=None, need_type="opinion")
    gather_counts()

    for row in CaseCount.objects.all():
        assert (row.subject, row.need_type, row.cases) == (None, "opinion", 1)
    assert spans(CaseCount) == BOTH


def test_gathering_changes_no_sum(exempelby, gator, grop, ada):
    for _ in range(4):
        open_case(
            exempelby, title="Grop", channel="phone", subject=gator, need_type="status", at=NOON
        )
    close(grop, by=ada, at=NOON)
    before = counted()

    gather_counts()
    gather_counts()

    assert counted() == before == (5, 0, 1)
    assert spans(CaseCount) == BOTH


def test_counting_anew_finds_what_is_missing_and_nothing_else(exempelby, grop):
    CaseCount.objects.all().delete()

    for _ in range(2):
        with connection.cursor() as cursor:
            cursor.execute("SELECT kpi_rebuild()")

    assert counted() == (1, 0, 0)


def test_a_call_is_counted_with_its_wait_and_its_length(exempelby):
    call = Contact.objects.create(
        client=exempelby, channel="phone", direction="in", started_at=NOON
    )
    call.answered_at = NOON + timedelta(seconds=12.3)
    call.ended_at = call.answered_at + timedelta(seconds=100)
    call.save()
    gather_counts()

    for row in ContactCount.objects.all():
        assert (row.waited_seconds, row.contacts, row.talks) == (13, 1, 1)
        assert Fraction(row.talked // timedelta(microseconds=1), 10**6) == 100
    assert spans(ContactCount) == BOTH


def test_the_first_answer_of_the_department_is_the_one_that_counts(grop, ada, hanna, tek_gata):
    hand_over(grop, to=tek_gata, why="cannot", question="När?", by=ada, at=NOON)
    for hours, outcome in ((1, "no-answer"), (2, "answered")):
        give_feedback(
            grop,
            outcome=outcome,
            channel="phone",
            summary="Klart",
            by=hanna,
            at=NOON + timedelta(hours=hours),
        )

    times = FeedbackTime.objects.get()
    assert (times.handed_at, times.answered_at) == (NOON, NOON + timedelta(hours=2))


def test_the_web_role_reads_sums_of_its_clients_and_writes_none(grop, exempelby):
    with as_web():
        assert CaseCount.objects.count() == 0
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('gensvar.clients', %s, true)", [str(exempelby.pk)])
        assert spans(CaseCount) == BOTH
        for statement in (
            "DELETE FROM kpi_casecount",
            "UPDATE kpi_contactcount SET contacts = 0",
            "SELECT kpi_rebuild()",
            "SELECT kpi_gather()",
        ):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)
