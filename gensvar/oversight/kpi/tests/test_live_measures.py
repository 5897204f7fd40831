"""What Prometheus reads of measures is of all clients together, and never of a few."""

from datetime import date, timedelta

from conftest import NOON
from gensvar.operations.routing.actions import QueueWish, StepWish, add_skill, set_queue
from gensvar.oversight.kpi.queries.live import LIVE, live_figures
from gensvar.oversight.kpi.queries.measured import FEEDS
from gensvar.oversight.kpi.tests.test_read_record import Calls, calls, phone, read

__all__ = ["calls", "phone"]
TODAY = date(2026, 5, 4)


def live():
    return {(one.code, one.key): (one.value, one.of) for one in live_figures(TODAY)}


def test_calls_of_all_clients_are_one_figure(calls, exempelby, energi, ada, cia):
    skill = add_skill(energi, name="Telefon")
    wish = QueueWish(name="Elfrågor", channel="phone", goal_seconds=60, steps=[StepWish(0, skill)])
    theirs = Calls(energi, set_queue(energi, wish, by=cia, at=NOON), ada)
    theirs.number = 5_000
    for _ in range(3):
        calls.answered(10)
        theirs.answered(200)
    read(at=NOON + timedelta(hours=1))

    found = live()
    assert found["K01", "offered"] == (6.0, None)
    assert found["K02", "F"] == (0.5, 6.0)
    assert found["K05", ""] == (105.0, 6.0)


def test_a_share_of_few_is_left_out(calls):
    for _ in range(4):
        calls.answered(10)
    read(at=NOON + timedelta(hours=1))

    found = live()
    assert found["K01", "offered"] == (4.0, None)
    assert ("K02", "F") not in found
    assert ("K05", "") not in found


def test_only_measures_that_are_fed_and_not_of_cases_are_live(calls):
    assert set(LIVE) <= set(FEEDS)
    assert not {"K21", "K23", "K24", "K25", "K27", "K28"} & set(LIVE)


def test_prometheus_is_given_them(browser, calls):
    read(at=NOON + timedelta(hours=1))

    answer = browser.get("/metrics").content.decode()

    assert "# TYPE gensvar_kpi gauge" in answer
    assert "# TYPE gensvar_kpi_of gauge" in answer
    assert "gensvar_kpi_read_age_seconds" in answer
