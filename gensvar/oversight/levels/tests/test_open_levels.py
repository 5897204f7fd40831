"""Each level is for its own: what is shown to whom, and what becomes of what they write."""

import pytest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import now

from gensvar.foundation.people.models import Agent, RoleGrant
from gensvar.operations.cases.actions import locate, open_case
from gensvar.operations.register.actions import Described, add_place, add_service_type
from gensvar.oversight.levels.actions import archive_boards
from gensvar.oversight.levels.models import ArchivedBoard, Issue


@pytest.fixture
def heat(exempelby):
    return add_service_type(exempelby, name="Värme", by=None, at=now())


@pytest.fixture
def school(exempelby):
    since = now().date().replace(year=2020, day=1)
    described = Described(code="FAST-17", name="Norrskolan", valid_from=since)
    return add_place(exempelby, described, by=None, at=now())


@pytest.fixture
def nine_faults(exempelby, school, heat, ada):
    for _ in range(9):
        case = open_case(exempelby, title="Kallt", channel="phone", at=now())
        locate(case, school, service=heat, by=ada, at=now())


def one_of(exempelby, role):
    agent = Agent.objects.create_user(f"{role}@exempelby.example", name=role, created_at=now())
    since = now().replace(year=2025)
    RoleGrant.objects.create(agent=agent, role=role, client=exempelby, since=since)
    return agent


@pytest.fixture
def lead(browser, cia):
    browser.force_login(cia)
    return browser


@pytest.fixture
def management(browser, exempelby):
    browser.force_login(one_of(exempelby, "client-representative"))
    return browser


def words(answer):
    return answer.content.decode()


def test_repeated_faults_are_lifted_from_the_page_to_tactical(lead, school, heat, nine_faults):
    seen = words(lead.get("/informationsnivaer/operational/"))
    assert "FAST-17 Norrskolan" in seen
    there = f"/informationsnivaer/lyft/?plats={school.pk}&tjanst={heat.pk}"
    assert there.replace("&", "&amp;") in seen

    done = lead.post(there, {"title": "Värme, FAST-17"}, follow=True)

    issue = Issue.objects.get()
    assert (issue.level, issue.cases) == ("tactical", 9)
    assert done.redirect_chain[-1][0] == reverse("levels:issue", args=[issue.pk])
    assert "Värme, FAST-17" in words(lead.get("/informationsnivaer/tactical/"))


def test_personal_data_is_refused_on_the_page_and_what_was_written_stays(lead, school, heat):
    there = f"/informationsnivaer/lyft/?plats={school.pk}&tjanst={heat.pk}"

    refused = lead.post(there, {"title": "Ring Eva 070-123 45 67"})

    assert refused.status_code == 422
    assert "personnummer" in words(refused)
    assert "Ring Eva 070-123 45 67" in words(refused)
    assert not Issue.objects.exists()


def test_the_highest_level_sees_how_it_goes_and_no_place_or_case(
    management, lead, school, heat, nine_faults, browser, exempelby, cia
):
    browser.force_login(cia)
    there = f"/informationsnivaer/lyft/?plats={school.pk}&tjanst={heat.pk}"
    browser.post(there, {"title": "Värme, FAST-17"})
    browser.force_login(Agent.objects.get(email="client-representative@exempelby.example"))

    page = words(browser.get("/informationsnivaer/", follow=True))

    assert "Strategisk" in page
    assert "FAST-17" not in page
    assert '<td class="n">9</td><td class="n">1</td>' in page
    issue = Issue.objects.get()
    for path in ("tactical/", "operational/", "onskemal/", f"fraga/{issue.pk}/", "tavla/line/"):
        assert browser.get(f"/informationsnivaer/{path}").status_code == 403, path


def test_what_one_case_has_shown_is_written_anew_and_lifted(browser, ada):
    browser.force_login(ada)

    done = browser.post("/informationsnivaer/ny/?niva=operational", {"title": "Hala trappor"})

    assert done["Location"] == "/informationsnivaer/operational/?uppdragsgivare=exempelby"
    assert (Issue.objects.get().title, Issue.objects.get().level) == ("Hala trappor", "tactical")


def test_a_level_decides_and_closes(lead, school, heat, nine_faults):
    lead.post(f"/informationsnivaer/lyft/?plats={school.pk}&tjanst={heat.pk}", {"title": "Värme"})
    issue = Issue.objects.get()

    lead.post(f"/informationsnivaer/fraga/{issue.pk}/beslut/", {"words": "Byt pannan i sommar."})
    page = words(lead.get(f"/informationsnivaer/fraga/{issue.pk}/"))
    assert "Byt pannan i sommar." in page

    lead.post(f"/informationsnivaer/fraga/{issue.pk}/stang/")
    issue.refresh_from_db()
    assert issue.closed_at is not None


def test_an_issue_that_is_lifted_is_out_of_the_hands_of_those_below(
    lead, school, heat, nine_faults
):
    lead.post(f"/informationsnivaer/lyft/?plats={school.pk}&tjanst={heat.pk}", {"title": "Värme"})
    issue = Issue.objects.get()

    done = lead.post(
        f"/informationsnivaer/fraga/{issue.pk}/lyft/", {"words": "För dyrt"}, follow=True
    )

    assert done.status_code == 200
    issue.refresh_from_db()
    assert issue.level == "strategic"
    assert lead.get(f"/informationsnivaer/fraga/{issue.pk}/").status_code == 403


def test_each_board_is_for_its_own_and_says_what_is_missing(browser, exempelby):
    browser.force_login(one_of(exempelby, "manager"))

    for name, questions in (("management", 3), ("line", 4), ("customer", 4)):
        page = words(browser.get(f"/informationsnivaer/tavla/{name}/"))
        assert page.count('<div class="tile"') == questions
        assert page.count("data saknas") == questions


def test_a_figure_opens_to_its_rows(lead, nine_faults):
    board = words(lead.get("/informationsnivaer/tavla/line/"))
    assert "/informationsnivaer/tavla/line/frequency/" in board

    rows = words(lead.get("/informationsnivaer/tavla/line/frequency/"))

    assert "<b>9</b>" in rows
    assert "FAST-17" in rows
    assert lead.get("/informationsnivaer/tavla/line/nonsens/").status_code == 404


def test_an_archived_board_is_read_again_by_those_whose_it_is(lead, exempelby, nine_faults):
    archive_boards(exempelby, at=now())
    line = ArchivedBoard.objects.get(board="line")
    management = ArchivedBoard.objects.get(board="management")

    assert lead.get(f"/informationsnivaer/arkiv/{line.pk}/").status_code == 200
    month = date_format(line.starts_on, "F Y").lower()
    assert month in words(lead.get("/informationsnivaer/arkiv/"))
    assert month in words(lead.get(f"/informationsnivaer/arkiv/{line.pk}/")).lower()
    assert lead.get(f"/informationsnivaer/arkiv/{management.pk}/").status_code == 403
    assert f"/informationsnivaer/arkiv/{management.pk}/" not in words(
        lead.get("/informationsnivaer/arkiv/")
    )


def test_an_agent_has_the_operational_level_only(browser, ada):
    browser.force_login(ada)

    assert (
        browser.get("/informationsnivaer/", follow=True).redirect_chain[-1][0]
        == "/informationsnivaer/operational/"
    )
    assert browser.get("/informationsnivaer/tactical/").status_code == 403
    assert browser.get("/informationsnivaer/nonsens/").status_code == 404


def test_another_clients_issues_are_not_there(lead, energi, browser, school, heat, nine_faults):
    lead.post(f"/informationsnivaer/lyft/?plats={school.pk}&tjanst={heat.pk}", {"title": "Värme"})
    elsa = one_of(energi, "manager")
    browser.force_login(elsa)

    assert browser.get(f"/informationsnivaer/fraga/{Issue.objects.get().pk}/").status_code == 404
    assert "Värme" not in words(browser.get("/informationsnivaer/tactical/"))


def test_a_question_leads_back_to_where_it_was_asked(lead, school, heat, nine_faults):
    there = f"/informationsnivaer/lyft/?plats={school.pk}&tjanst={heat.pk}"
    lead.post(there, {"title": "Värme"})
    issue = Issue.objects.get()

    assert f'href="/informationsnivaer/fraga/{issue.pk}/">Värme</a>' in words(
        lead.get(f"/informationsnivaer/fraga/{issue.pk}/beslut/")
    )
    assert 'href="/informationsnivaer/operational/?uppdragsgivare=exempelby">Operativ</a>' in words(
        lead.get(there)
    )


def test_an_issue_says_the_last_day_that_was_counted(lead, school, heat, nine_faults):
    lead.post(f"/informationsnivaer/lyft/?plats={school.pk}&tjanst={heat.pk}", {"title": "Värme"})

    page = words(lead.get(f"/informationsnivaer/fraga/{Issue.objects.get().pk}/"))

    assert "i morgon" not in page
    assert "i dag" in page
