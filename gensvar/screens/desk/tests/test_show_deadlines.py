from datetime import timedelta

import pytest

from gensvar.operations.cases.actions import hand_over, open_case
from gensvar.operations.cases.actions.timing import refresh_deadlines
from gensvar.operations.cases.tests.test_deadlines import local, office

__all__ = ["office"]


@pytest.fixture
def desk(browser, ada):
    browser.force_login(ada)
    return browser


@pytest.fixture
def cases(office, gator, noon, monkeypatch):
    """One late, one due tomorrow, one due in two weeks; it is Monday 4 May."""
    at = local("2026-05-04T12:00")
    gator.answer_days = 3
    opened = {
        "late": local("2026-04-24T09:00"),
        "soon": local("2026-04-29T09:00"),
        "far": local("2026-05-04T11:00"),
    }
    made = {
        name: open_case(office, title=name, channel="phone", subject=gator, at=when)
        for name, when in opened.items()
    }
    refresh_deadlines(office, at=at)
    for module in ("cases", "case"):
        monkeypatch.setattr(f"gensvar.screens.desk.views.{module}.now", lambda: at)
    return made


def listed(desk, query):
    body = desk.get(f"/arenden/?{query}").content.decode()
    return [name for name in ("late", "soon", "far") if f">{name}</a>" in body]


def test_late_and_soon_are_conditions_of_the_list(desk, cases):
    assert listed(desk, "") == ["late", "soon", "far"]
    assert listed(desk, "svar=forsenat") == ["late"]
    assert listed(desk, "svar=snart") == ["soon"]
    assert "Ett villkor gick inte att läsa" in desk.get("/arenden/?svar=kanske").content.decode()


def test_the_list_is_sorted_by_when_the_answer_is_due(desk, cases):
    def order(query):
        body = desk.get(f"/arenden/?{query}").content.decode()
        return sorted(("late", "soon", "far"), key=lambda name: body.index(f">{name}</a>"))

    assert order("ordning=svar") == ["late", "soon", "far"]
    assert order("ordning=-svar") == ["far", "soon", "late"]


def test_pages_by_due_time_follow_upon_each_other(desk, cases, office, gator):
    from gensvar.operations.cases.models import Case
    from gensvar.operations.cases.queries.listing import Place, page

    found = []
    after = ""
    for _number in range(3):
        shown = page(Case.objects.all(), Place(order="svar", after=after), size=1)
        found += [row.title for row in shown.rows]
        after = shown.after
    assert (found, after) == (["late", "soon", "far"], "")


def test_the_case_page_explains_the_deadline_in_words(desk, cases):
    body = desk.get(f"/arenden/{cases['soon'].number}/").content.decode()

    assert "tisdag 5 maj kl. 17" in body
    assert "3 arbetsdagar: 30 april, 4, 5 maj" in body
    assert "1 maj: Första maj" in body


def test_the_department_reads_when_and_why_it_shall_answer(
    browser, office, tek_gata, ada, hanna, gator, monkeypatch
):
    case = open_case(
        office, title="Hål", channel="phone", subject=gator, at=local("2026-04-30T09:00")
    )
    hand_over(
        case, to=tek_gata, why="cannot", question="När?", by=ada, at=local("2026-04-30T14:30")
    )
    at = local("2026-05-06T17:00") + timedelta(hours=1)
    refresh_deadlines(office, at=at)
    monkeypatch.setattr("gensvar.screens.backoffice.views.now", lambda: at)
    browser.force_login(hanna)

    page = browser.get(f"/handlaggare/{case.number}/").content.decode()
    overview = browser.get("/handlaggare/").content.decode()

    assert "3 arbetsdagar: 4, 5, 6 maj" in page
    assert "onsdag 6 maj kl. 17" in page
    assert "försenat" in page
    assert "försenat" in overview
