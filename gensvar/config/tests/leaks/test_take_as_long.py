"""What nobody may know of takes as long as what there is not: the database is asked as often."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client as Browser
from django.test.utils import CaptureQueriesContext

from gensvar.config.tests.leaks.walking import Walker
from gensvar.operations.cases.actions import open_case
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.rules import follow_code
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.knowledge.models import Subject

UNKNOWN = "26-990000"
# What is said to the database differs in values, and in the names of places to go back to.
VALUES = re.compile(r"'[^']*'| ?-?\b\d+\b|\bs\d+_x\d+")


@pytest.fixture
def secret(exempelby: Any, secret_subject: Subject, eva: Any, noon: Any) -> Case:
    contact = register_contact(exempelby, channel="mail", direction="in", customer=eva, at=noon)
    return open_case(
        exempelby, title="Oro", channel="mail", contact=contact, subject=secret_subject, at=noon
    )


def statements(ask: Callable[[], Any], *, status: int) -> list[str]:
    """Return what the database is asked, in order, without the values."""
    with CaptureQueriesContext(connection) as asked:
        assert ask().status_code == status
    return [VALUES.sub("", query["sql"]) for query in asked]


@pytest.mark.parametrize(
    ("who", "address"),
    [
        ("everything but the list", "/arenden/{}/"),
        ("everything but the list", "/handlaggare/arenden/{}/"),
        ("a program", "/api/v1/cases/{}"),
    ],
)
def test_a_page_of_a_confidential_case_is_looked_for_as_any_that_there_is_not(
    walkers: dict[str, Walker], settled: None, secret: Case, who: str, address: str
) -> None:
    walker = walkers[who]

    def ask(number: str) -> Any:
        return lambda: walker.browser.get(address.format(number), headers=walker.headers)

    statements(ask(UNKNOWN), status=404)  # what is kept from now on
    unknown, hidden = (statements(ask(number), status=404) for number in (UNKNOWN, secret.number))

    assert len(unknown) > 2
    assert hidden == unknown


def test_the_portal_looks_for_a_confidential_case_as_for_any_that_there_is_not(
    settled: None, secret: Case
) -> None:
    code = follow_code(settings.SECRET_KEY, number=secret.number, version=secret.code_version)

    def ask(number: str) -> Any:
        return lambda: Browser().post("/folj/", {"number": number, "code": code})

    statements(ask("26-980000"), status=422)
    unknown, hidden = (statements(ask(number), status=422) for number in (UNKNOWN, secret.number))

    assert len(unknown) > 2
    assert hidden == unknown


def test_words_left_for_a_confidential_case_take_the_same_work_as_for_none(
    walkers: dict[str, Walker], settled: None, secret: Case
) -> None:
    browser = walkers["everything but the list"].browser

    def leave(number: str) -> Any:
        given = {"number": number, "text": "Kunden hälsar att det brådskar"}
        return lambda: browser.post("/arenden/lamna-meddelande/", given)

    statements(leave("26-980000"), status=302)
    unknown, hidden = (statements(leave(number), status=302) for number in (UNKNOWN, secret.number))

    assert any("handin" in statement for statement in unknown)
    assert hidden == unknown
