"""Aggregates from a file: first seen, every fault named by row and column, then imported once."""

from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import RoleGrant
from gensvar.operations.contacts.models import VolumeBefore
from gensvar.oversight.kpi.importing import Fault, Problem, read_aggregates

GOOD = """about;label;count;share;is_approximate;respondents;source
volume;Samtal per vecka;30 000;;ja;;IFMA 2012
experience;Positivt bemötande;;93 %;;;IFMA 2012
"""


@pytest.fixture
def manager(browser, exempelby, cia):
    RoleGrant.objects.filter(agent=cia).update(role="manager")
    browser.force_login(cia)
    return browser


def test_counts_and_shares_are_read_as_people_write_them():
    rows, problems = read_aggregates(GOOD)

    assert problems == []
    assert [(r.about, r.count, r.share, r.is_approximate) for r in rows] == [
        ("volume", 30_000, None, True),
        ("experience", None, Decimal("0.93"), False),
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("label,source,colour\nA,B,red", Problem(1, "colour", Fault.UNKNOWN_COLUMN)),
        ("label,count\nA,1", Problem(1, "source", Fault.MISSING_COLUMN)),
        ("label,source,count,count\nA,B,1,2", Problem(1, "count", Fault.TWICE)),
        ("label,source,count\nA,B,1.5", Problem(2, "count", Fault.NO_NUMBER)),
        ("label,source,share\nA,B,140 %", Problem(2, "share", Fault.NO_SHARE)),
        ("label,source,count,share\nA,B,1,0.5", Problem(2, "count", Fault.BOTH_OR_NEITHER)),
        ("label,source,count\nA,B,", Problem(2, "count", Fault.BOTH_OR_NEITHER)),
        ("label,source,count\n,B,1", Problem(2, "label", Fault.EMPTY)),
        ("label,source,count\nA,B,1\nA,B,2", Problem(3, "label", Fault.TWICE)),
        ("label,source,count\nThere,B,1", Problem(2, "label", Fault.KNOWN)),
        ("label,source,count,about\nA,B,1,x", Problem(2, "about", Fault.NO_CHOICE)),
        ("label,source,count\nA,B,99999999999", Problem(2, "count", Fault.NO_NUMBER)),
        (f"label,source,count\n{'a' * 121},B,1", Problem(2, "label", Fault.TOO_LONG)),
        ("label,source,count\n", Problem(2, "", Fault.EMPTY)),
        ("label,source,count\n" + "A,B,1\n" * 501, Problem(502, "", Fault.TOO_MANY)),
    ],
)
def test_every_fault_is_named_by_row_and_column(text, problem):
    _rows, problems = read_aggregates(text, known=["There"])

    assert problem in problems


@pytest.mark.parametrize("odd", ["", "\x01", '"', "a\n\n;;;\n", "label\r\nx", "label,source\n" * 3])
def test_a_file_of_nonsense_is_refused_and_never_breaks(odd):
    assert read_aggregates(odd)[1]


def test_nothing_is_imported_before_it_has_been_seen(manager, exempelby):
    seen = manager.post("/volymer/import/", {"text": GOOD})
    assert "2 rader skulle importeras" in seen.content.decode()
    assert not VolumeBefore.objects.exists()

    manager.post("/volymer/import/", {"text": GOOD, "confirm": "1"})

    assert VolumeBefore.objects.count() == 2
    assert EventRecord.objects.get(name="kpi.aggregates-imported").payload["count"] == 2
    again = manager.post("/volymer/import/", {"text": GOOD, "confirm": "1"})
    assert again.status_code == 422
    assert "redan importerat" in again.content.decode()
    assert VolumeBefore.objects.count() == 2


def test_a_file_with_a_fault_brings_in_nothing_and_keeps_what_was_typed(manager):
    text = GOOD + "volume;Fel;tusen;;;;X\n"

    page = manager.post("/volymer/import/", {"text": text, "confirm": "1"})

    assert page.status_code == 422
    assert "Rad 4" in page.content.decode()
    assert "Samtal per vecka" in page.content.decode()
    assert not VolumeBefore.objects.exists()


def test_a_file_from_a_swedish_spreadsheet_is_read(manager):
    content = GOOD.encode("latin-1")

    page = manager.post("/volymer/import/", {"file": SimpleUploadedFile("a.csv", content)})

    assert "Positivt bemötande" in page.content.decode()


def test_who_only_reads_figures_imports_none(browser, exempelby, cia):
    browser.force_login(cia)

    assert browser.get("/volymer/import/").status_code == 403
    assert "/volymer/import/" not in browser.get("/volymer/").content.decode()
