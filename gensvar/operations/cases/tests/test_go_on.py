"""What comes to a case that was done long ago: it opens again, or another goes on from it."""

from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.cases.actions import close, describe, go_on, make_confidential
from gensvar.operations.cases.models import Case, State
from gensvar.operations.cases.queries.joined import home_of, related_to
from gensvar.operations.casetypes.actions import add_type, describe_type

LATE = NOON + timedelta(days=31)


@pytest.fixture
def for_a_month(exempelby, admin):
    """The type of all cases: for thirty days they open again."""
    made = add_type(exempelby, "customer-service", by=admin, at=NOON)
    describe_type(made, reopen_days=30, by=admin, at=NOON)


@pytest.fixture
def done(begun, eva, gator, ada):
    case = begun("Gropar", eva)
    describe(case, subject=gator, need_type="status", by=ada, at=NOON)
    close(case, by=ada, at=NOON)
    return Case.objects.get(pk=case.pk)


@pytest.fixture
def writes(said, eva, tek_gata):
    """Eva writes in the case; returns where it came, and whether that case is new."""

    def written(case, at, **more):
        contact = said("Nu igen!", eva, at=at)
        reached = go_on(case, contact, title="Sv: Gropar", group=tek_gata, at=at, **more)
        assert list(home_of(contact)) == [reached[0]]
        return reached

    return written


def test_words_in_time_open_the_case_again(for_a_month, done, writes):
    assert writes(done, NOON + timedelta(days=30)) == (done, False)
    done.refresh_from_db()
    assert done.state == State.WAITING_FOR_US


def test_words_that_come_too_late_begin_a_linked_case_of_the_same_subject(
    for_a_month, done, writes, eva, gator, tek_gata
):
    made, is_new = writes(done, LATE)

    assert is_new
    assert (made.customer, made.subject, made.group) == (eva, gator, tek_gata)
    assert [one.number for one in related_to(done)] == [made.number]
    done.refresh_from_db()
    assert done.is_closed


def test_what_comes_to_the_old_case_after_that_goes_where_it_went_on(for_a_month, done, writes):
    made, _is_new = writes(done, LATE)

    assert writes(done, LATE + timedelta(days=1)) == (made, False)
    assert Case.objects.count() == 2


def test_where_nothing_is_said_a_case_always_opens_again(done, writes):
    assert writes(done, NOON + timedelta(days=3_000)) == (done, False)


def test_a_machines_words_begin_nothing(for_a_month, done, writes):
    assert writes(done, LATE, wakes=False) == (done, False)
    assert Case.objects.get().is_closed


def test_a_confidential_case_opens_again_so_that_nobody_comes_upon_another(
    for_a_month, done, writes, exempelby, ada
):
    access = AccessList.objects.create(client=exempelby, name="Skyddat")
    make_confidential(done, access=access, because="Hotad", by=ada, at=NOON)

    assert writes(Case.objects.get(pk=done.pk), LATE) == (done, False)
