"""Calls of another exchange count from the first day, each on its own day, and once."""

from datetime import date

from gensvar.operations.exchange.tests.conftest import LOG, bring_in, queue
from gensvar.oversight.kpi.queries.measured import measured
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.wholeness import completeness_of
from gensvar.oversight.kpi.tests.test_read_record import LATER, read
from gensvar.science.kpi.reading import registry
from gensvar.science.kpi.telling import told

__all__ = ["bring_in", "queue"]
MARCH = Period(date(2026, 3, 1), date(2026, 4, 1))
DAY = date(2026, 3, 2)


def shown(code, client):
    definition = registry().definitions[code]
    figures = measured(code, client, MARCH, at=LATER)
    return {
        key: told(figure, *definition.unit_of(definition.current.measure(key)))
        for key, figure in figures.items()
        if figure is not None
    }


def test_an_imported_day_comes_to_what_was_counted_by_hand(bring_in, exempelby):
    bring_in()
    read()

    # Answered after 12, 20, 10, 9, 10 and 8 s; gave up after 4 (short) and 150; three overflowed.
    assert shown("K01", exempelby)["offered"] == "11"
    assert shown("K05", exempelby) == {"": "0:12"}  # 69 / 6
    assert shown("K04", exempelby)["abandoned"] == "10.0"  # 1 / (11 - 1)
    assert shown("K15", exempelby)["all"] == "50.0"  # 3 of 6


def test_brought_in_twice_every_measure_stays_as_it_was(bring_in, exempelby):
    bring_in()
    read()
    before = {code: shown(code, exempelby) for code in ("K01", "K02", "K03", "K05", "K06", "K43")}
    bring_in()
    read()

    assert {code: shown(code, exempelby) for code in before} == before


def test_a_day_of_which_the_log_breaks_off_is_told_as_incomplete(bring_in, exempelby):
    bring_in()
    read()
    assert completeness_of("K02", exempelby, MARCH, at=LATER).open_days == (DAY,)

    bring_in(LOG + "1772437700|1772437400.23|600|PJSIP/bo|COMPLETEAGENT|8|292|1\n", whole_until=DAY)
    read()

    assert completeness_of("K02", exempelby, MARCH, at=LATER).open_days == ()
