from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.db import connection

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases.actions import Followed, Shut, open_case, try_code
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.rules import (
    MOST_WRONG_FOR_NUMBER,
    MOST_WRONG_FROM_SENDER,
    follow_code,
)


@pytest.fixture
def case(exempelby):
    return open_case(exempelby, title="Gropar på Skolgatan", channel="web", at=NOON)


@pytest.fixture
def as_web(case):
    """Act as the web process does: nothing of the case is seen."""
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE gensvar_web")
    assert not Case.objects.exists()
    yield
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


def code_of(case):
    return follow_code(django_settings.SECRET_KEY, number=case.number, version=case.code_version)


def attempt(number, code, *, sender="192.0.2.1", at=NOON):
    return try_code(number, code, sender=sender, at=at)


def test_number_and_code_open_the_case_and_are_recorded(case, as_web):
    opened = attempt(case.number, code_of(case))

    assert isinstance(opened, Followed)
    assert opened.case_id == case.pk
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
    assert EventRecord.objects.filter(name="cases.follow-code-used", case_id=case.pk).count() == 1


@pytest.mark.parametrize("written", ["{0}{1}", " {0} {1} ", "{0}–{1}", "ärende {0}-{1}"])
def test_the_number_may_be_typed_in_many_ways(case, as_web, written):
    year, serial = case.number.split("-")

    assert isinstance(attempt(written.format(year, serial), code_of(case).lower()), Followed)


def test_a_wrong_code_and_an_unknown_number_are_the_same(case, as_web):
    assert attempt(case.number, "AAAAAAAA") is Shut.WRONG
    assert attempt("26-999999", code_of(case)) is Shut.WRONG
    assert attempt("", "") is Shut.WRONG


def test_the_code_of_another_case_does_not_open(case, exempelby):
    other = open_case(exempelby, title="Annat", channel="web", at=NOON)

    assert attempt(case.number, code_of(other)) is Shut.WRONG


def test_a_raised_version_makes_the_old_code_worthless(case):
    old = code_of(case)
    Case.objects.filter(pk=case.pk).update(code_version=2)

    assert attempt(case.number, old) is Shut.WRONG


@pytest.mark.parametrize("exists", [True, False])
def test_five_wrong_codes_close_the_door_for_a_quarter_whoever_tries(case, as_web, exists):
    number = case.number if exists else "26-999999"
    for sender in range(MOST_WRONG_FOR_NUMBER):
        assert attempt(number, "AAAAAAAA", sender=f"192.0.2.{sender}") is Shut.WRONG

    assert attempt(number, code_of(case), sender="198.51.100.7") is Shut.LOCKED

    later = NOON + timedelta(minutes=15)
    opened = attempt(number, code_of(case), at=later)
    assert isinstance(opened, Followed) if exists else opened is Shut.WRONG


def test_tries_while_the_door_is_closed_do_not_keep_it_closed(case, as_web):
    for _ in range(MOST_WRONG_FOR_NUMBER):
        attempt(case.number, "AAAAAAAA")
    assert attempt(case.number, "AAAAAAAA", at=NOON + timedelta(minutes=14)) is Shut.LOCKED

    assert isinstance(
        attempt(case.number, code_of(case), at=NOON + timedelta(minutes=15)), Followed
    )


def test_one_sender_cannot_try_every_number(case, as_web):
    for serial in range(MOST_WRONG_FROM_SENDER):
        assert attempt(f"26-9{serial:05}", "AAAAAAAA") is Shut.WRONG

    assert attempt(case.number, code_of(case)) is Shut.LOCKED
    assert isinstance(attempt(case.number, code_of(case), sender="198.51.100.7"), Followed)


def test_the_right_code_forgets_earlier_mistakes(case, as_web):
    for _ in range(2):
        for _ in range(MOST_WRONG_FOR_NUMBER - 1):
            assert attempt(case.number, "AAAAAAAA") is Shut.WRONG
        assert isinstance(attempt(case.number, code_of(case)), Followed)


def test_a_code_made_with_an_earlier_secret_still_opens(case, settings):
    code = code_of(case)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "a newer secret"

    assert isinstance(attempt(case.number, code), Followed)
    assert attempt(case.number, "AAAAAAAA") is Shut.WRONG
