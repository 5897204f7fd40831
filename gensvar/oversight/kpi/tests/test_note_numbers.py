"""Numbers from elsewhere: read with their faults, noted as facts, told of whole days alone."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.utils.timezone import now

from conftest import NOON
from gensvar.foundation.events.actions import seal_records
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import RoleGrant
from gensvar.operations.contacts.actions import register_contact
from gensvar.oversight.kpi.actions import note_numbers
from gensvar.oversight.kpi.importing import Fault, Problem
from gensvar.oversight.kpi.models import Fact, NotedNumber
from gensvar.oversight.kpi.noting import Number, read_numbers
from gensvar.oversight.kpi.queries.noted import ways_of_measures
from gensvar.oversight.kpi.reading import read_record, rebuilt
from gensvar.oversight.kpi.tests.test_feed_measures import shown
from gensvar.oversight.kpi.tests.test_read_record import LATER, as_web, calls, facts, phone

__all__ = ["calls", "phone"]
OURS = frozenset(NotedNumber.What.values)
HEAD = "what;way;who;from;to;value;source\n"
GOOD = f"""{HEAD}cost;;;2026-05-01;2026-05-31;1 200 000;Budget 2026
K61;;Piteå;2025-01-01;2025-12-31;81,4;Källa: Kolada (RKA)
K02;F;Umeå;2025-01-01;2025-12-31;88,5 %;Källa: Kolada (RKA)
K05;;Luleå;2025-01-01;2025-12-31;42;Källa: Kolada (RKA)
"""


@pytest.fixture
def manager(browser, exempelby, cia):
    RoleGrant.objects.filter(agent=cia).update(role="manager")
    browser.force_login(cia)
    return browser


def reading(text):
    return read_numbers(text, ours=OURS, ways=ways_of_measures())


def noted(client, by, what, amount, *, first=date(2026, 5, 1), last=date(2026, 5, 31)):
    row = Number(what, "", "", first, last + timedelta(days=1), Decimal(amount), "Här")
    note_numbers(client, [row], by=by, at=NOON)


def read():
    seal_records(at=LATER)
    read_record(at=LATER)


def told(code, client, reader):
    with as_web(reader):
        return shown(code, client)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("rent;;;2026-05-01;2026-05-31;1;A", Problem(2, "what", Fault.NO_CHOICE)),
        (";;;2026-05-01;2026-05-31;1;A", Problem(2, "what", Fault.EMPTY)),
        ("cost;;;2026-05-01;2026-05-31;1;", Problem(2, "source", Fault.EMPTY)),
        ("cost;;Piteå;2026-05-01;2026-05-31;1;A", Problem(2, "who", Fault.NOT_HERE)),
        ("K02;F;;2026-05-01;2026-05-31;1;A", Problem(2, "who", Fault.EMPTY)),
        ("K02;Q;Umeå;2026-05-01;2026-05-31;1;A", Problem(2, "way", Fault.NO_CHOICE)),
        ("cost;;;1 maj;2026-05-31;1;A", Problem(2, "from", Fault.NO_DAY)),
        ("cost;;;2026-05-01;2026-02-30;1;A", Problem(2, "to", Fault.NO_DAY)),
        ("cost;;;2026-05-31;2026-05-01;1;A", Problem(2, "to", Fault.NO_SPAN)),
        ("cost;;;2026-01-01;2027-01-02;1;A", Problem(2, "to", Fault.NO_SPAN)),
        ("cost;;;2026-05-01;2026-05-31;många;A", Problem(2, "value", Fault.NO_VALUE)),
        ("blocked;;;2026-05-01;2026-05-31;1,5;A", Problem(2, "value", Fault.NO_VALUE)),
        ("cost;;;2026-05-01;2026-05-31;-1;A", Problem(2, "value", Fault.NO_VALUE)),
        (f"cost;;;2026-05-01;2026-05-31;1;{'a' * 201}", Problem(2, "source", Fault.TOO_LONG)),
        ("", Problem(2, "", Fault.EMPTY)),
    ],
)
def test_a_bad_line_is_named_by_row_and_column(row, problem):
    rows, problems = reading(HEAD + row)

    assert problem in problems
    assert rows == []


def test_the_same_number_twice_is_refused():
    row = "cost;;;2026-05-01;2026-05-31;1;A\n"

    assert Problem(3, "what", Fault.TWICE) in reading(HEAD + row + row)[1]


def test_the_cost_of_a_month_is_shared_by_what_was_handled(calls, exempelby, ada, cia):
    for _ in range(6):
        calls.answered(10)
    read()
    assert told("K47", exempelby, cia)["contact"] == "–", "nobody has noted what it cost"

    noted(exempelby, ada, "cost", 620)
    noted(exempelby, ada, "cost", 240)
    read()

    assert told("K47", exempelby, cia)["contact"] == "40", "the later note is meant"
    assert Fact.objects.filter(kind="noted").count() == 2


def test_what_another_system_took_was_handled_as_well(calls, exempelby, ada, cia):
    for _ in range(6):
        calls.answered(10)
    for _ in range(4):
        register_contact(
            exempelby,
            channel="phone",
            direction="in",
            customer=None,
            at=NOON,
            answered_at=NOON + timedelta(seconds=15),
            ended_at=NOON + timedelta(seconds=75),
        )
    noted(exempelby, ada, "cost", 620)
    read()

    assert told("K47", exempelby, cia)["contact"] == "62"


def test_a_month_of_which_a_day_is_not_noted_has_no_figure(calls, exempelby, ada, cia):
    for _ in range(6):
        calls.answered(10)
    noted(exempelby, ada, "blocked", 10, last=date(2026, 5, 30))
    read()
    assert told("K08", exempelby, cia) == {"": "–"}

    noted(exempelby, ada, "blocked", 0, first=date(2026, 5, 31))
    read()

    assert told("K08", exempelby, cia) == {"": "62.5"}  # 10 / (6 + 10)


def test_inhabitants_are_a_level_whatever_the_span_of_their_note(exempelby, ada, cia):
    noted(exempelby, ada, "population", 2000, first=date(2026, 1, 1), last=date(2026, 12, 31))
    for _ in range(10):
        register_contact(exempelby, channel="mail", direction="in", customer=None, at=NOON)
    read()

    assert told("K32", exempelby, cia) == {"": "5.0"}


def test_availability_is_of_the_minutes_that_were_planned(exempelby, ada, cia):
    noted(exempelby, ada, "outage", 0)
    noted(exempelby, ada, "closed", 0)
    read()
    assert told("K100", exempelby, cia) == {"": "100.00"}
    assert told("K14", exempelby, cia) in ({"": "100.00"}, {"": "–"})

    noted(exempelby, ada, "outage", 500)
    read()
    less = Decimal(told("K100", exempelby, cia)[""])

    assert Decimal(90) < less < Decimal(100)


def test_what_is_noted_comes_out_again_from_the_record(exempelby, ada):
    noted(exempelby, ada, "cost", 620)
    noted(exempelby, ada, "population", 2000)
    read()
    before = facts()
    assert len(before) == 2

    assert rebuilt(at=LATER).changed == ()
    assert facts() == before


def test_nothing_is_noted_before_it_has_been_seen(manager, exempelby):
    seen = manager.post("/tal/", {"text": GOOD})
    assert "4 tal skulle noteras" in seen.content.decode()
    assert "<code>what</code>, <code>" in seen.content.decode()
    assert not NotedNumber.objects.exists()

    manager.post("/tal/", {"text": GOOD, "confirm": "1"})

    assert NotedNumber.objects.count() == 4
    assert EventRecord.objects.get(name="kpi.number-noted").payload["amount"] == "1200000"
    assert EventRecord.objects.get(name="kpi.benchmarks-noted").payload["count"] == 3
    assert "Budget 2026" in manager.get("/tal/").content.decode()


def test_a_file_with_a_bad_line_notes_nothing_and_keeps_what_was_typed(manager):
    page = manager.post("/tal/", {"text": GOOD + "cost;;;x;y;1;Z\n", "confirm": "1"})

    assert page.status_code == 422
    assert "Rad 6" in page.content.decode()
    assert "Budget 2026" in page.content.decode()
    assert not NotedNumber.objects.exists()


def test_others_stand_beside_ours_with_their_source(manager, exempelby):
    manager.post("/tal/", {"text": GOOD, "confirm": "1"})

    level = manager.get("/nyckeltal/K02/").content.decode()
    speed = manager.get("/nyckeltal/K05/").content.decode()

    assert "Umeå" in level
    assert "88,5 %" in level
    assert "Källa: Kolada (RKA)" in level
    assert "Luleå" not in level
    assert "0:42" in speed
    assert 'id="others"' not in manager.get("/nyckeltal/K03/").content.decode()


def test_who_only_reads_figures_notes_none(browser, exempelby, cia):
    browser.force_login(cia)

    assert browser.get("/tal/").status_code == 403
    assert browser.post("/tal/", {"text": GOOD, "confirm": "1"}).status_code == 403
    assert not NotedNumber.objects.filter(at__lte=now()).exists()
