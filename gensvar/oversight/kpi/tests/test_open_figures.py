"""Any figure opens down to its rows, as far as the reader may see them; misses stand first."""

from datetime import timedelta
from decimal import Decimal

import pytest

from conftest import NOON
from gensvar.foundation.people.models import RoleGrant
from gensvar.foundation.people.rules import Role
from gensvar.operations.cases.actions import close, open_case
from gensvar.oversight.kpi.models import Goal
from gensvar.oversight.kpi.tests.test_read_record import busy_day, calls, phone, read

__all__ = ["busy_day", "calls", "phone"]
DAYS = "start=2026-05-01&end=2026-05-31"


def rows(browser, code, term, **more):
    asked = "".join(f"&{key}={value}" for key, value in more.items())
    page = browser.get(f"/nyckeltal/{code}/rader/?{DAYS}&term={term}{asked}")
    assert page.status_code == 200
    return page.content.decode().partition("<tbody>")[2].partition("</tbody>")[0]


def test_each_term_opens_the_rows_that_it_counts(busy_day, signed_in):
    read()

    assert rows(signed_in, "K02", "ans").count("<tr>") == 7
    assert rows(signed_in, "K02", "ans_T").count("<tr>") == 6
    assert rows(signed_in, "K02", "aband").count("<tr>") == 2
    assert rows(signed_in, "K02", "short").count("<tr>") == 1
    page = signed_in.get(f"/nyckeltal/K02/?{DAYS}").content.decode()
    assert "/nyckeltal/K02/rader/?client=exempelby&amp;start=2026-05-01" in page


def test_a_row_leads_to_its_case_and_has_both_clocks(signed_in, exempelby, gator, ada):
    case = open_case(
        exempelby,
        title="Grop i backen",
        channel="phone",
        subject=gator,
        need_type="status",
        at=NOON,
    )
    close(case, by=ada, at=NOON + timedelta(hours=2))
    read()

    found = rows(signed_in, "K27", "lead_hours")

    assert f'href="/arenden/{case.number}/"' in found
    assert "Grop i backen" in found


@pytest.mark.parametrize(
    "address",
    ["K02/rader/?term=nonsense", "K02/rader/", "K99/rader/?term=ans", "K60/rader/?term=ans"],
)
def test_what_counts_nothing_opens_nothing(signed_in, exempelby, address):
    assert signed_in.get(f"/nyckeltal/{address}").status_code == 404


def test_whoever_reads_figures_alone_opens_no_rows(busy_day, browser, bo, exempelby):
    RoleGrant.objects.filter(agent=bo).delete()
    RoleGrant.objects.create(agent=bo, role=Role.PLANNER, client=exempelby, since=NOON)
    read()
    browser.force_login(bo)

    page = browser.get(f"/nyckeltal/K02/?{DAYS}").content.decode()

    assert "75,0 %" in page, "the figure is for everybody who reads figures"
    assert "/rader/" not in page
    assert browser.get(f"/nyckeltal/K02/rader/?{DAYS}&term=ans").status_code == 403


def test_a_day_that_is_not_told_opens_nothing(calls, signed_in):
    calls.answered(10)
    read(at=NOON + timedelta(hours=1))

    assert "no-rows" in rows(signed_in, "K02", "ans") or "<tr>" not in rows(signed_in, "K02", "ans")


def test_misses_stand_first_each_beside_its_pair(busy_day, signed_in, exempelby):
    for measure, target in (("answered-in-time", "0.9"), ("call-length", "180")):
        Goal.objects.create(
            client=exempelby,
            measure=measure,
            target=Decimal(target),
            limit=120 if measure == "answered-in-time" else None,
            valid_from=NOON.date().replace(month=1, day=1),
        )
    read()

    page = signed_in.get(f"/nyckeltal/?{DAYS}").content.decode()
    judged = page.partition('id="judged"')[2].partition("</section>")[0]

    assert judged.index('data-measure="K02"') < judged.index('data-measure="K40"')
    assert "75,0 %" in judged
    assert "90,0 %" in judged


def test_the_permanent_link_names_days_and_version(busy_day, signed_in):
    read()

    page = signed_in.get(f"/nyckeltal/K02/?{DAYS}").content.decode()

    assert f"{DAYS.replace('&', '&amp;')}&amp;version=1" in page
    assert signed_in.get(f"/nyckeltal/K02/?{DAYS}&version=1").status_code == 200
