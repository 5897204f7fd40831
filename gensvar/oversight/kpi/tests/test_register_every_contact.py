"""The registration rate: contacts with a case or a reason, of all that came (K76, SKE-01)."""

import json
from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.foundation.secrecy.actions import add_list
from gensvar.operations.cases.actions import make_confidential, open_case
from gensvar.operations.cases.models import CaseContact
from gensvar.operations.contacts.models import Contact, NoCase

DAYS = "?start=2026-05-01&end=2026-05-31"
PAGE = "/registrering/"


@pytest.fixture
def as_cia(browser, cia):
    browser.force_login(cia)
    return browser


def page(browser, days=DAYS):
    shown = browser.get(f"{PAGE}{days}").content.decode()
    return " ".join(shown.replace("\xa0", " ").split())


def came(client, count, *, at=NOON, **facts):
    given = {"channel": "phone", "direction": "in", "started_at": at, **facts}
    return Contact.objects.bulk_create(Contact(client=client, **given) for _place in range(count))


def registered(client, count, *, case, at=NOON):
    CaseContact.objects.bulk_create(
        CaseContact(case=case, contact=contact, client=client)
        for contact in came(client, count, at=at)
    )


def set_aside(client, count, *, at=NOON):
    NoCase.objects.bulk_create(
        NoCase(contact=contact, client=client, reason="silent", at=at)
        for contact in came(client, count, at=at)
    )


def test_eight_thousand_calls_of_a_week_are_all_registered(as_cia, exempelby):
    """SKE-01's own example: 8 000 calls are 7 920 with a case, 80 with a reason, 0 without."""
    case = open_case(exempelby, title="Grop", channel="phone", at=NOON)
    registered(exempelby, 7_920, case=case)
    set_aside(exempelby, 80)

    shown = page(as_cia)

    assert "100,0 % registrerade: 7 920 med ärende, 80 med skäl, 0 med ingetdera" in shown
    assert "8 000" in shown
    assert "8 000" not in page(as_cia, "?start=2026-06-01&end=2026-06-30")


def test_days_are_told_apart_and_a_day_with_few_is_not_told(as_cia, exempelby):
    case = open_case(exempelby, title="Grop", channel="phone", at=NOON)
    registered(exempelby, 30, case=case)
    came(exempelby, 10)
    set_aside(exempelby, 20, at=NOON + timedelta(days=1))
    came(exempelby, 3, at=NOON + timedelta(days=2))

    answer = as_cia.get(f"{PAGE}{DAYS}&format=json")
    days = json.loads(b"".join(answer.streaming_content))["items"]

    assert [(row["contacts"], row["with_case"], row["neither"]) for row in days] == [
        (40, 30, 10),
        (None, None, None),
        (None, None, None),
    ]
    assert days[0]["share"] == 0.75
    assert "&lt;5" in page(as_cia)


def test_unanswered_outgoing_and_anothers_do_not_count_confidential_do(
    as_cia, exempelby, energi, ada, cia
):
    case = open_case(exempelby, title="Hemligt", channel="phone", at=NOON)
    registered(exempelby, 8, case=case)
    access = add_list(exempelby, name="Få", by=cia, at=NOON)
    make_confidential(case, access=access, because="Hot", by=ada, at=NOON)
    came(exempelby, 50, ended_at=NOON + timedelta(minutes=1))
    came(exempelby, 50, direction="out")
    came(energi, 50)

    assert "100,0 % registrerade: 8 med ärende, 0 med skäl" in page(as_cia)
