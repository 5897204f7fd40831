"""The page of a measure: what it is built of, how it has gone, and the same by file and API."""

import json
from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate, now

from conftest import NOON
from gensvar.foundation.calendars.models import HolidaysKept
from gensvar.operations.disruptions.models import Disruption
from gensvar.operations.routing.actions import QueueWish, StepWish, set_queue
from gensvar.operations.routing.models import Skill
from gensvar.oversight.kpi.models import DaySum
from gensvar.oversight.kpi.queries.measured import FEEDS
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.trend import spans_before
from gensvar.oversight.kpi.tests.test_read_record import Calls, busy_day, calls, phone, read
from gensvar.oversight.kpi.views.wording import worded
from gensvar.science.kpi.definitions import Unit
from gensvar.science.kpi.reading import registry

__all__ = ["busy_day", "calls", "phone"]
DAYS = "start=2026-05-04&end=2026-05-10"
SAME = "from=2026-05-04&to=2026-05-10"


def page_of(browser, code, more=""):
    answer = browser.get(f"/nyckeltal/{code}/?{DAYS}{more}")
    assert answer.status_code == 200
    return answer.content.decode()


def part_of(page, start, end):
    return page.partition(start)[2].partition(end)[0]


def test_each_term_of_the_equation_has_its_number_and_opens_its_rows(busy_day, signed_in, goal):
    read(at=now())

    built = part_of(page_of(signed_in, "K02"), 'class="pad built"', "</section>")

    # 7 answered and 2 gave up, one of them shortly: 8; in time 6, and 2 are left.
    assert built.index(">7<") < built.index(">2<") < built.index(">1<") < built.index(">8<")
    assert ">6<" in built
    assert "la på inom S" in built
    for term in ("ans", "aband", "short", "ans_T"):
        assert f"term={term}&#34;" in built or f"term={term}&" in built or f'term={term}"' in built


def test_what_is_missing_to_the_goal_is_said(busy_day, signed_in, goal):
    read(at=now())

    page = page_of(signed_in, "K02")

    # 90 per cent of 8 are 7.2: two more than the 6.
    assert "2 till i täljaren hade räckt" in page
    assert "−15,0" in page, "75 per cent are 15 below 90"


def test_the_six_ways_stand_on_the_same_calls(busy_day, signed_in, goal):
    read(at=now())

    ways = part_of(page_of(signed_in, "K02"), "table variants", "</table>")

    for made_of in ("6 / 8", "7 / 9", "6 / 9", "6 / 7"):
        assert made_of in ways
    assert ways.count("aria-selected") == 1


def test_the_trend_has_a_table_and_tells_what_is_known(busy_day, signed_in, exempelby, cia):
    Disruption.objects.create(
        client=exempelby, cause="Vattenläcka", area="Norra", started_at=NOON, opened_by=cia
    )
    read(at=now())

    page = page_of(signed_in, "K02")
    table = part_of(page, 'id="trend-table"', "</section>")

    assert table.count("<tr>") == 14
    assert "Vattenläcka" in table
    assert "Vecka 19" in table
    assert "75,0 %" in table
    assert 'role="img"' in part_of(page, 'id="trend"', "</figure>")


def test_the_trend_names_holidays(busy_day, signed_in, exempelby):
    HolidaysKept.objects.create(client=exempelby, country="SE")
    read(at=now())

    table = part_of(page_of(signed_in, "K02"), 'id="trend-table"', "</section>")

    assert "Långfredagen" in table
    assert "2026-04-03" in table


def test_thirteen_periods_are_asked_for_at_once(busy_day, signed_in):
    read(at=now())

    with CaptureQueriesContext(connection) as asked:
        page_of(signed_in, "K02")

    sums = [one["sql"] for one in asked if "SUM(amount)" in one["sql"]]
    # The figure itself, the trend, and each queue.
    assert len(sums) <= 4
    assert sum("spans" in one for one in sums) == 1


def test_before_anything_was_counted_nothing_is_drawn(busy_day, signed_in):
    read(at=now())

    table = part_of(page_of(signed_in, "K01"), 'id="trend-table"', "</section>")

    assert table.count('<td class="n strong">–') == 12


@pytest.mark.parametrize(
    ("period", "first"),
    [
        (Period(date(2026, 5, 4), date(2026, 5, 11)), Period(date(2026, 2, 9), date(2026, 2, 16))),
        (Period(date(2026, 3, 1), date(2026, 4, 1)), Period(date(2025, 3, 1), date(2025, 4, 1))),
        (Period(date(2026, 1, 1), date(2026, 4, 1)), Period(date(2023, 1, 1), date(2023, 4, 1))),
        (Period(date(2026, 5, 4), date(2026, 5, 5)), Period(date(2026, 4, 22), date(2026, 4, 23))),
    ],
)
def test_the_periods_before_are_of_the_same_length(period, first):
    spans = spans_before(period)

    assert len(spans) == 13
    assert spans[0] == first
    assert spans[-1] == period
    assert all(a.ends_on <= b.starts_on for a, b in pairwise(spans))


def test_beside_half_a_year_stand_the_months_up_to_its_last_day():
    spans = spans_before(Period(date(2026, 2, 2), date(2026, 8, 11)))

    assert (spans[0].starts_on, spans[-1].starts_on) == (date(2025, 8, 1), date(2026, 8, 1))
    assert all(a.ends_on == b.starts_on for a, b in pairwise(spans))


def test_a_queue_is_told_by_itself(busy_day, exempelby, cia, ada, signed_in):
    wish = QueueWish(
        name="Energi", channel="phone", goal_seconds=60, steps=[StepWish(0, Skill.objects.get())]
    )
    energy = set_queue(exempelby, wish, by=cia, at=NOON)
    others = Calls(exempelby, energy, ada)
    others.number = 5000
    for waited in (10, 20, 30, 40, 300):
        others.answered(waited)
    read(at=now())

    whole = page_of(signed_in, "K02")
    alone = page_of(signed_in, "K02", f"&queue={energy.pk}")
    rows = signed_in.get(f"/nyckeltal/K02/rader/?{DAYS}&term=ans&queue={energy.pk}")
    told = signed_in.get(f"/api/v1/kpis/K02?{SAME}&queue={energy.pk}").json()

    assert "80,0 %" in part_of(whole, "Per kö", "</section>"), "4 of 5"
    assert "76,9 %" in part_of(whole, "answerline", "</section>"), "10 of 13"
    assert "80,0 %" in part_of(alone, "answerline", "</section>")
    assert part_of(rows.content.decode(), "<tbody>", "</tbody>").count("<tr>") == 5
    assert {one["key"]: one["shown"] for one in told["figures"]}["F"] == "80.0"


def test_what_was_in_no_queue_stands_beside_the_queues(busy_day, signed_in):
    read(at=now())
    DaySum.objects.filter(queue=0, counter="offered").update(amount=F("amount") + 1200)

    page = page_of(signed_in, "K01")

    # The one that was registered by hand came to no queue either.
    assert "1\N{NO-BREAK SPACE}201" in part_of(page, "Utan kö", "</tr>")


@pytest.mark.parametrize(
    "more", ["&queue=99999", "&queue=x", "&version=2", "&version=0", "&channel=phone"]
)
def test_what_there_is_not_is_refused(busy_day, signed_in, more):
    read(at=now())

    assert signed_in.get(f"/nyckeltal/K02/?{DAYS}{more}").status_code == 404
    assert signed_in.get(f"/api/v1/kpis/K02?{SAME}{more}").status_code == 422


@pytest.mark.parametrize("code", sorted(FEEDS))
def test_page_file_and_api_say_the_same_to_the_last_digit(code, busy_day, signed_in, exempelby):
    read(at=now())

    told = signed_in.get(f"/api/v1/kpis/{code}?{SAME}").json()["figures"]
    file = json.loads(signed_in.get(f"/nyckeltal/{code}/?{DAYS}&format=json").getvalue())["items"]
    page = part_of(page_of(signed_in, code), "table variants", "</table>")

    assert [one["key"] for one in told] == [one["way"] for one in file]
    for one, row in zip(told, file, strict=True):
        assert (one["part"], one["whole"], one["value"]) == (
            row["numerator"],
            row["denominator"],
            row["value"],
        )
        definition = registry().definitions[code]
        unit, _decimals = definition.unit_of(definition.current.measure(one["key"]))
        assert row["shown"] == worded(one["shown"], Unit(unit))
        assert f">{row['shown']}<" in page


def test_a_file_has_numerator_denominator_version_and_days(busy_day, signed_in):
    read(at=now())

    csv = signed_in.get(f"/nyckeltal/K02/?{DAYS}&version=1&format=csv").getvalue().decode()
    sheet = signed_in.get(f"/nyckeltal/K02/?{DAYS}&format=xlsx").getvalue()

    assert "Täljare,Nämnare,Resultat" in csv.splitlines()[0]
    assert ",6,8,0.75," in csv
    assert "2026-05-04,2026-05-10" in csv
    assert sheet[:2] == b"PK"


def test_the_permanent_link_keeps_days_version_and_queue(busy_day, signed_in, phone):
    read(at=now())

    page = page_of(signed_in, "K02", f"&queue={phone.pk}")

    link = part_of(page, "Fast länk", "</section>")
    for kept in (*DAYS.split("&"), "version=1", f"queue={phone.pk}"):
        assert kept in link


def test_a_day_that_goes_on_is_an_open_dot(calls, signed_in):
    calls.answered(10, at=now() - timedelta(minutes=1))
    read(at=now())
    today = localdate().isoformat()

    page = signed_in.get(f"/nyckeltal/K02/?start={today}&end={today}").content.decode()

    assert "Ofullständig" in part_of(page, 'id="trend-table"', "</section>") or "–" in page
    assert 'id="incomplete"' in page
