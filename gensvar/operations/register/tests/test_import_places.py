from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.register.actions import TableFaulty, import_places
from gensvar.operations.register.actions.importing import NothingToChange
from gensvar.operations.register.models import Place, Responsibility
from gensvar.operations.register.queries.answering import who_answers
from gensvar.operations.register.queries.importing import planned_import

HEADING = "kod;namn;slag;ingår i;adress;gäller från;gäller till;värme kontorstid;värme jourtid\n"
GOOD = (
    HEADING
    + """FAST-18-A;Kommunarkivet;rum;FAST-18;;;;;
FAST-18;Stadshuset;fastighet;;Torget 1;2026-02-01;;DRIFT-NORR;jour-1
FAST-17;Norrskolan F-9;;;Skolgatan 8;;;;
"""
)


def faults(client, text):
    return [(one.number, one.column, one.kind) for one in planned_import(client, text).faults]


def test_a_dry_run_tells_what_it_would_do_and_changes_nothing(exempelby, norrskolan):
    plan = planned_import(exempelby, GOOD)

    assert [line.code for line in plan.new] == ["FAST-18-A", "FAST-18"]
    assert [line.code for line in plan.known] == ["FAST-17"]
    assert plan.faults == ()
    assert list(Place.objects.values_list("name", flat=True)) == ["Norrskolan"]


def test_places_come_in_with_their_parents_and_groups(exempelby, norrskolan, heat, ada):
    count = import_places(exempelby, GOOD, by=ada, at=NOON)

    archive = Place.objects.get(code="FAST-18-A")
    assert count == 3
    assert (archive.parent.name, archive.kind) == ("Stadshuset", "room")
    assert who_answers(archive, service=heat, at=NOON).group.code == "DRIFT-NORR"
    assert who_answers(archive, service=heat, at=NOON + timedelta(days=5)).group.code == "JOUR-1"
    norrskolan.refresh_from_db()
    assert (norrskolan.name, norrskolan.address) == ("Norrskolan F-9", "Skolgatan 8")
    told = EventRecord.objects.get(name="register.places-imported")
    assert (told.payload["added"], told.payload["changed"], told.agent_id) == (2, 1, ada.pk)


def test_the_same_table_again_changes_nothing(exempelby, norrskolan, ada):
    import_places(exempelby, GOOD, by=ada, at=NOON)
    before = list(Responsibility.objects.order_by("pk").values_list("pk", "group", "valid_until"))

    assert import_places(exempelby, GOOD, by=ada, at=NOON + timedelta(days=9)) == 0
    rows = Responsibility.objects.order_by("pk").values_list("pk", "group", "valid_until")
    assert list(rows) == before


def test_another_group_for_a_known_place_answers_from_today_and_the_past_stays(
    exempelby, norrskolan, heat, ada
):
    table = "kod;namn;gäller från;värme kontorstid\nFAST-17;Norrskolan;2026-01-01;JOUR-1\n"
    import_places(exempelby, table, by=ada, at=NOON)

    earlier = who_answers(norrskolan, service=heat, at=NOON - timedelta(days=3))
    assert earlier.group.code == "DRIFT-NORR"
    assert who_answers(norrskolan, service=heat, at=NOON).group.code == "JOUR-1"


@pytest.mark.parametrize(
    ("row", "found"),
    [
        (";Utan kod;;;;;;;", [("code", "empty")]),
        ("FAST-20;;;;;;;;", [("name", "empty")]),
        ("fast-18;En till;;;;;;;", [("code", "twice")]),
        ("FAST-20;A;slott;;;;;;", [("kind", "kind")]),
        ("FAST-20;A;;;;4/5-26;;;", [("valid_from", "date")]),
        ("FAST-20;A;;;;2026-02-30;;;", [("valid_from", "date")]),
        ("FAST-20;A;;;;2026-05-04;2026-05-04;;", [("valid_until", "ends-before")]),
        ("FAST-20;A;;FAST-404;;;;;", [("parent", "parent")]),
        ("FAST-20;A;;FAST-20;;;;;", [("parent", "within-itself")]),
        ("FAST-20;A;;;;;;DRIFT-SYD;", [("värme office", "group")]),
        ("FAST-20;A;;;;;;;;;för mycket", [("", "cells")]),
        (f"FAST-20;{'x' * 121};;;;;;;", [("name", "long")]),
    ],
)
def test_a_fault_names_row_column_and_reason_and_nothing_comes_in(
    exempelby, norrskolan, ada, row, found
):
    table = GOOD + row + "\n"

    assert faults(exempelby, table) == [(5, column, kind) for column, kind in found]
    with pytest.raises(TableFaulty):
        import_places(exempelby, table, by=ada, at=NOON)
    assert Place.objects.count() == 1


def test_a_ring_of_several_lines_is_found(exempelby):
    table = "kod;namn;ingår i\nA;A;B\nB;B;C\nC;C;A\n"

    assert {kind for _line, _column, kind in faults(exempelby, table)} == {"within-itself"}


def test_an_unknown_column_or_service_is_a_fault_and_no_guess(exempelby, heat):
    assert faults(exempelby, "kod;namn;färg\nA;A;röd\n") == [(1, "färg", "column")]
    table = "kod;färg;namn;gäller från\nA;röd;A;i går\na;blå;B;\n"
    assert faults(exempelby, table) == [
        (1, "färg", "column"),
        (2, "valid_from", "date"),
        (3, "code", "twice"),
    ]
    assert faults(exempelby, "kod;namn;hiss jourtid\n") == [(1, "hiss jourtid", "column")]
    assert faults(exempelby, "kod;namn;namn\n") == [(1, "namn", "column-twice")]
    assert faults(exempelby, "namn\nA\n") == [(1, "code", "heading")]
    assert faults(exempelby, "") == [(1, "code", "heading"), (1, "name", "heading")]


def test_a_table_without_rows_is_refused(exempelby, ada):
    with pytest.raises(NothingToChange):
        import_places(exempelby, "kod;namn\n", by=ada, at=NOON)
