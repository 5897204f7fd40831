"""Every measure of telephone, chat and cases comes to what was counted by hand."""

from datetime import date, timedelta

from django.utils.timezone import now

from conftest import NOON
from gensvar.operations.cases.actions import close, open_case, reopen
from gensvar.oversight.kpi.queries.from_facts import FED, SUM_NAMES, SUMS
from gensvar.oversight.kpi.queries.measured import FEEDS, measured
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.tests.test_read_record import (
    LATER,
    busy_day,
    calls,
    of,
    phone,
    read,
)
from gensvar.science.kpi.definitions import Version
from gensvar.science.kpi.reading import registry
from gensvar.science.kpi.telling import told

__all__ = ["busy_day", "calls", "phone"]
MAY = Period(date(2026, 5, 1), date(2026, 6, 1))
DAYS = "start=2026-05-01&end=2026-05-31"


def shown(code, client, **more):
    definition = registry().definitions[code]
    figures = measured(code, client, MAY, at=LATER, **more)
    return {
        key: told(figure, *definition.unit_of(definition.current.measure(key)))
        for key, figure in figures.items()
        if figure is not None
    }


def test_what_is_fed_and_what_may_be_restated_have_names():
    assert set(FED) == set(SUMS) <= set(FEEDS)
    assert {name for names in SUMS.values() for name in names} <= set(SUM_NAMES)


def test_calls_come_to_what_was_counted_by_hand(busy_day, exempelby):
    read()

    # Answered: 4, 10, 15, 60, 119, 120, 121. Gave up: 3 (short) and 130.
    assert shown("K01", exempelby) == {"offered": "10", "outside": "0"}
    assert shown("K02", exempelby) == {
        "F": "75.0",  # 6 / (7 + 2 - 1)
        "A": "77.8",  # (6 + 1) / 9
        "B": "66.7",  # 6 / 9
        "C": "75.0",  # 6 / (9 - 1)
        "D": "85.7",  # 6 / 7
        "E": "77.8",  # (6 + 1) / 9
    }
    assert shown("K03", exempelby) == {"answered": "87.5", "with-callbacks": "88.9"}
    assert shown("K04", exempelby) == {"abandoned": "11.1", "strict": "20.0"}
    assert shown("K05", exempelby) == {"": "1:04"}  # 449 / 7
    assert shown("K06", exempelby) == {"median": "1:00", "p90": "2:10", "longest": "2:10"}
    assert shown("K16", exempelby) == {"share": "77.8", "mean": "0:57"}


def test_a_callback_counts_by_the_call_that_asked(calls, exempelby):
    for _ in range(5):
        calls.called_back(at=NOON, after=600.0)
    read()

    assert shown("K10", exempelby)["wait"] == "10:00"
    assert shown("K10", exempelby)["unreached"] == "0.0"


def test_handling_is_talk_hold_and_wrap_up(busy_day, exempelby):
    read()

    assert shown("K42", exempelby) == {"": "0:20"}
    assert shown("K43", exempelby) == {"": "2:00"}


def test_opened_again_counts_by_the_closing_that_did_not_last(exempelby, gator, ada):
    for number in range(10):
        case = open_case(
            exempelby, title="Grop", channel="phone", subject=gator, need_type="status", at=NOON
        )
        close(case, by=ada, at=NOON)
        if number < 5:
            reopen(case, by=ada, at=NOON + timedelta(days=3))
    case = open_case(
        exempelby, title="Grop", channel="phone", subject=gator, need_type="status", at=NOON
    )
    close(case, by=ada, at=NOON)
    reopen(case, by=ada, at=NOON + timedelta(minutes=4))
    read()

    assert of("reopened", client=exempelby) == 5
    assert of("reopened_by_mistake", client=exempelby) == 1
    assert shown("K25", exempelby) == {"": "45.5"}


def test_of_few_cases_nothing_is_told(exempelby, gator, ada):
    for number in range(10):
        case = open_case(
            exempelby, title="Grop", channel="phone", subject=gator, need_type="status", at=NOON
        )
        close(case, by=ada, at=NOON)
        if number < 2:
            reopen(case, by=ada, at=NOON + timedelta(days=3))
    read()

    assert shown("K25", exempelby) == {}


def test_a_version_before_is_counted_as_it_was(busy_day, exempelby):
    read()
    before = registry().definitions["K02"].current
    stricter = Version.model_validate(
        {
            **before.model_dump(by_alias=True),
            "limits": {"T": 20.0, "S": 5.0},
        }
    )

    assert shown("K02", exempelby)["D"] == "85.7"  # 6 / 7 within 120 seconds
    assert shown("K02", exempelby, version=stricter)["D"] == "42.9"  # 3 / 7 within 20


def test_the_page_says_what_is_not_told_yet(calls, signed_in, exempelby):
    for _ in range(6):
        calls.answered(10)
    read(at=now())
    whole = signed_in.get(f"/nyckeltal/K02/?{DAYS}").content.decode()
    calls.answered(10)
    read(at=now())

    restated = signed_in.get(f"/nyckeltal/K02/?{DAYS}").content.decode()
    early = signed_in.get("/nyckeltal/K02/?start=2026-01-01&end=2026-01-31").content.decode()

    assert 'id="incomplete"' not in whole
    assert 'id="restated"' not in whole
    assert 'id="restated"' in restated
    assert "ligger före" in early
