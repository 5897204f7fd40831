from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.customers.actions import (
    ImportAlreadyUndone,
    NothingNew,
    TableFaulty,
    add_address,
    import_customers,
    note_need,
    undo_import,
)
from gensvar.operations.customers.models import Customer, Import
from gensvar.operations.customers.queries import planned_import

LATER = NOON + timedelta(hours=1)
GOOD = """namn;slag;kundtyp;språk;e-post;telefon;postadress;kostnadsställe;önskad kanal
Siv Östlund;person;invånare;sv;siv@example.com;070-333 33 33;Storgatan 1;;telefon
Norrskolan;organisation;intern enhet;sv;;0910-12345;;4711;
Eva Ek;person;;sv;eva.ek@example.com;;;;
"""


def faults(text, client):
    return [(one.number, one.column, one.kind) for one in planned_import(client, text).faults]


def test_a_dry_run_tells_what_it_would_do_and_changes_nothing(exempelby, eva):
    before = Customer.objects.count()

    plan = planned_import(exempelby, GOOD)

    assert [line.name for line in plan.new] == ["Siv Östlund", "Norrskolan"]
    assert [(line.name, number) for line, number in plan.known] == [("Eva Ek", "K-1001")]
    assert plan.faults == ()
    assert Customer.objects.count() == before


def test_everybody_new_is_brought_in_with_what_the_table_says(exempelby, eva, ada):
    brought = import_customers(exempelby, GOOD, by=ada, at=NOON)

    assert brought.added == 2
    siv = Customer.objects.get(name="Siv Östlund")
    school = Customer.objects.get(name="Norrskolan")
    assert (siv.type, siv.preferred_channel) == ("citizen", "phone")
    assert sorted(siv.addresses.values_list("kind", "value")) == [
        ("mail", "siv@example.com"),
        ("phone", "+46703333333"),
        ("post", "Storgatan 1"),
    ]
    assert (school.kind, school.type, school.cost_centre) == (
        "organisation",
        "internal-unit",
        "4711",
    )
    assert eva.addresses.count() == 2
    told = EventRecord.objects.get(name="customers.customers-imported")
    assert (told.payload["added"], told.agent_id) == (2, ada.pk)


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (";;;;;;;;", []),
        (";person;;;a@example.com;;;;", [("name", "empty")]),
        ("A;robot;;;;;;;", [("kind", "kind")]),
        ("A;;kung;;;;;;", [("type", "type")]),
        ("A;;;svenska;;;;;", [("language", "language")]),
        ("A;;;;ingen adress;;;;", [("mail", "mail")]),
        ("A;;;;;12;;;", [("phone", "phone")]),
        ("A;;;;;;;;duva", [("preferred_channel", "preferred_channel")]),
        ("A;;;;siv@example.com;;;;", [("mail", "twice")]),
        ("A;;;;;0703333333;;;", [("phone", "twice")]),
        ("A;;;;;;;;;;för mycket", [("", "cells")]),
        (f"{'x' * 201};;;;;;;;", [("name", "long")]),
        ("A;robot;kung;;;;;;", [("kind", "kind"), ("type", "type")]),
    ],
)
def test_a_fault_names_line_column_and_reason(exempelby, row, found):
    table = GOOD + row + "\n"

    assert faults(table, exempelby) == [(5, column, kind) for column, kind in found]


def test_an_unknown_column_is_a_fault_and_no_guess(exempelby):
    assert faults("namn;skostorlek\nSiv;38\n", exempelby) == [(1, "skostorlek", "column")]
    assert faults("namn;namn\nSiv;Siv\n", exempelby) == [(1, "namn", "column-twice")]
    assert faults("telefon\n0703333333\n", exempelby) == [(1, "name", "heading")]
    assert faults("", exempelby) == [(1, "name", "heading")]


def test_a_table_with_a_fault_brings_in_nobody(exempelby, ada):
    with pytest.raises(TableFaulty):
        import_customers(exempelby, GOOD + "A;robot;;;;;;;\n", by=ada, at=NOON)
    assert not Customer.objects.exists()
    assert not Import.objects.exists()


def test_a_table_of_those_we_know_brings_in_nobody(exempelby, ada):
    import_customers(exempelby, "namn,e-post\nSiv,siv@example.com\n", by=ada, at=NOON)

    with pytest.raises(NothingNew):
        import_customers(exempelby, "namn,e-post\nSiv,siv@example.com\n", by=ada, at=NOON)


def test_an_import_is_taken_out_again_once(exempelby, eva, ada):
    brought = import_customers(exempelby, GOOD, by=ada, at=NOON)

    undone = undo_import(brought, by=ada, at=NOON)

    assert list(Customer.objects.all()) == [eva]
    assert undone.kept == 0
    assert EventRecord.objects.filter(name="customers.customer-removed").count() == 2
    with pytest.raises(ImportAlreadyUndone):
        undo_import(brought, by=ada, at=NOON)
    assert import_customers(exempelby, GOOD, by=ada, at=NOON).added == 2


def test_whoever_something_hangs_on_by_now_stays(exempelby, ada):
    brought = import_customers(exempelby, GOOD, by=ada, at=NOON)
    siv = Customer.objects.get(name="Siv Östlund")
    note_need(siv, what="large-text", agreed=True, by=ada, at=NOON)

    school = Customer.objects.get(name="Norrskolan")
    add_address(school, kind="mail", value="skolan@example.com", by=ada, at=LATER)

    undone = undo_import(brought, by=ada, at=LATER)

    assert undone.kept == 2
    assert siv.addresses.count() == 3
    assert school.addresses.count() == 2
