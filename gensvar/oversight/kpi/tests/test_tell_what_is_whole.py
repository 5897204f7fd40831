"""A day that is half counted is shown as incomplete: on the list, on the page and by the API."""

from datetime import date, timedelta

from django.utils.timezone import now

from conftest import NOON
from gensvar.foundation.events.actions import seal_records
from gensvar.oversight.kpi.models import Reading
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.wholeness import completeness, completeness_of
from gensvar.oversight.kpi.reading import read_record
from gensvar.oversight.kpi.tests.test_read_record import LATER, calls, phone, read

__all__ = ["calls", "phone"]
MAY = Period(date(2026, 5, 1), date(2026, 6, 1))
DAYS = "start=2026-05-01&end=2026-05-31"
DAY = timedelta(days=1)


def test_until_the_record_has_been_read_the_days_are_incomplete(calls, signed_in, goal):
    calls.answered(10)

    page = signed_in.get(f"/nyckeltal/K02/?{DAYS}").content.decode()
    listed = signed_in.get(f"/nyckeltal/?{DAYS}").content.decode()
    told = signed_in.get("/api/v1/kpis/K02?from=2026-05-01&to=2026-05-31").json()["complete"]

    assert 'id="incomplete"' in page
    assert "ligger före" not in page
    assert 'id="incomplete"' in listed
    assert (
        listed.partition('data-measure="K02"')[2].partition("</tr>")[0].count("Ofullständig") == 1
    )
    assert told["is_whole"] is False
    assert told["unread_from"] == "2026-05-01"
    assert told["read_at"] is None


def test_once_it_has_been_read_they_are_whole(calls, signed_in, goal):
    calls.answered(10)
    read(at=now())

    page = signed_in.get(f"/nyckeltal/K02/?{DAYS}").content.decode()
    listed = signed_in.get(f"/nyckeltal/?{DAYS}").content.decode()
    told = signed_in.get("/api/v1/kpis/K02?from=2026-05-04&to=2026-05-20").json()["complete"]

    assert 'id="begins"' in page, "nothing was counted in the first days of May"
    assert 'id="incomplete"' not in page
    assert 'id="incomplete"' not in listed
    assert told["is_whole"] is True
    assert told["counted_from"] == "2026-05-04"


def test_a_day_without_anything_is_whole_when_all_was_read_after_it(calls, exempelby):
    calls.answered(10)
    read(at=NOON + 3 * DAY)

    after = completeness(exempelby, Period(date(2026, 5, 4), date(2026, 5, 7)), at=LATER)
    beyond = completeness(exempelby, Period(date(2026, 5, 4), date(2026, 5, 12)), at=LATER)

    assert after.is_whole
    assert beyond.unread_from == date(2026, 5, 7)
    assert not beyond.open_days


def test_what_is_left_unread_keeps_the_days_open(calls, exempelby):
    calls.answered(10)
    read(at=NOON + DAY)
    calls.answered(10, at=NOON + 2 * DAY)
    seal_records(at=NOON + 3 * DAY)

    found = completeness(exempelby, Period(date(2026, 5, 4), date(2026, 5, 10)), at=LATER)

    assert found.unread_from == date(2026, 5, 5)
    read_record(at=LATER)
    assert completeness(exempelby, Period(date(2026, 5, 4), date(2026, 5, 10)), at=LATER).is_whole


def test_when_facts_are_thrown_away_nothing_is_whole(calls, exempelby):
    calls.answered(10)
    read()
    Reading.objects.all().delete()

    assert completeness(exempelby, MAY, at=LATER).unread_from == date(2026, 5, 4)


def test_of_what_is_counted_at_once_today_is_told_as_going_on(exempelby):
    found = completeness_of("K23", exempelby, MAY, at=NOON)

    assert found.goes_on == NOON.date()
    assert not found.is_whole
    assert completeness_of("K23", exempelby, MAY, at=LATER + 30 * DAY).is_whole
