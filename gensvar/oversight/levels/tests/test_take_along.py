"""What is listed on the pages can be taken along as a file."""

import csv
import json
from io import StringIO

import pytest
from django.db import connection
from django.utils.timezone import localdate, now

from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases.actions import describe, open_case
from gensvar.operations.customers.actions import add_customer
from gensvar.operations.customers.models import Customer
from gensvar.oversight.levels.actions import decide, decide_wish, lift_matter
from gensvar.oversight.levels.rules import Level, quarter_of

ROOT = "/informationsnivaer"


@pytest.fixture
def lead(browser, cia):
    browser.force_login(cia)
    return browser


def taken(browser, path):
    answer = browser.get(f"{ROOT}/{path}")
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE gensvar_web")
        whole = b"".join(answer.streaming_content)
        cursor.execute("RESET ROLE")
    return whole


def table(written):
    return list(csv.reader(StringIO(written.decode("utf-8-sig")), delimiter=";"))


def test_the_mix_of_customer_types_is_a_report_to_take_along(lead, exempelby):
    for kind in (Customer.Type.CITIZEN, Customer.Type.CITIZEN, Customer.Type.INTERNAL_UNIT):
        customer = add_customer(exempelby, name="", addresses={}, at=now(), type=kind)
        open_case(exempelby, title="Fråga", channel="phone", customer=customer, at=now())

    rows = table(taken(lead, "tavla/customer/by-whom/fil/csv/"))
    machine = json.loads(taken(lead, "tavla/customer/by-whom/fil/json/"))

    assert rows == [
        ["Vad", "Antal", "Kostnad, kronor"],
        ["Invånare", "2", ""],
        ["Intern enhet", "1", ""],
    ]
    assert [(row["what"], row["count"]) for row in machine["items"]] == [
        ("Invånare", 2),
        ("Intern enhet", 1),
    ]
    assert taken(lead, "tavla/customer/by-whom/fil/xlsx/").startswith(b"PK")
    events = EventRecord.objects.filter(name="integrations.list-exported")
    assert {event.payload["listed"] for event in events} == {"levels.by-whom"}


def test_the_wishes_of_a_quarter_with_what_the_line_decided(lead, exempelby, wish_type, ada, cia):
    cases = []
    for title in ("Fler cykelställ", "=HYPERLINK(1)"):
        case = open_case(exempelby, title=title, channel="web", at=now())
        describe(case, by=ada, at=now(), type=wish_type)
        cases.append(case)
    decide_wish(cases[0], outcome="accepted", words="I budgeten", by=cia, at=now())
    quarter = quarter_of(localdate())

    header, first, second = table(taken(lead, f"onskemal/fil/csv/?kvartal={quarter}"))
    before = table(taken(lead, f"onskemal/fil/csv/?kvartal={quarter.before}"))

    assert header[:2] == ["Önskemål", "Vad som önskas"]
    assert (first[:2], first[4:6]) == (
        [cases[0].number, "Fler cykelställ"],
        ["Antaget", "I budgeten"],
    )
    assert second[1] == "'=HYPERLINK(1)", "no spreadsheet runs it"
    assert before == [header]


def test_the_issues_of_a_level_with_their_decisions(lead, exempelby, cia):
    issue = lift_matter(
        exempelby, title="Hala trappor", words="", level=Level.TACTICAL, by=cia, at=now()
    )
    decide(issue, words="Sandas", by=cia, at=now())
    decide(issue, words="Matta läggs", by=cia, at=now())

    _header, row = table(taken(lead, "tactical/fil/csv/"))

    assert row[0] == "Hala trappor"
    assert row[10].splitlines() == [
        f"{localdate()} Taktisk: Matta läggs",
        f"{localdate()} Taktisk: Sandas",
    ]
    assert lead.get(f"{ROOT}/strategic/fil/csv/").status_code == 403


def test_a_kind_or_a_list_that_there_is_not_is_not_found(lead):
    for path in (
        "onskemal/fil/pdf/",
        "tavla/customer/by-whom/fil/pdf/",
        "tavla/customer/nonsens/fil/csv/",
        "tavla/nonsens/by-whom/fil/csv/",
        "nonsens/fil/csv/",
        "tactical/fil/pdf/",
    ):
        assert lead.get(f"{ROOT}/{path}").status_code == 404, path
