"""A level is held for one client: whoever stands higher at another stands no higher here."""

import pytest
from django.utils.timezone import localdate, now

from gensvar.foundation.people.models import RoleGrant
from gensvar.operations.cases.actions import describe, open_case
from gensvar.operations.casetypes.actions import add_type
from gensvar.operations.register.actions import Described, add_place
from gensvar.oversight.levels.actions import archive_boards, lift_matter
from gensvar.oversight.levels.models import ArchivedBoard, Issue, WishDecision
from gensvar.oversight.levels.rules import Level, quarter_of

ROOT = "/informationsnivaer"
AT_ENERGI = "?uppdragsgivare=energi"


@pytest.fixture
def both(browser, ada, energi):
    """Ada, who is an agent of Exempelby and leads the team of Energi."""
    since = now().replace(year=2025)
    RoleGrant.objects.create(agent=ada, role="team-lead", client=energi, since=since)
    browser.force_login(ada)
    return browser


@pytest.fixture
def issues(exempelby, energi, cia):
    """An issue on the tactical level of each client, by the client's code."""
    return {
        client.code: lift_matter(
            client, title="Värme", words="", level=Level.TACTICAL, by=cia, at=now()
        )
        for client in (exempelby, energi)
    }


@pytest.fixture
def wishes(exempelby, energi, ada):
    found = {}
    for client in (exempelby, energi):
        case = open_case(client, title="Fler cykelställ", channel="web", at=now())
        describe(case, by=ada, at=now(), type=add_type(client, "wishes", by=None, at=now()))
        found[client.code] = case
    return found


def words(answer):
    return answer.content.decode()


def test_a_level_held_for_one_client_opens_no_page_of_another(both, issues):
    theirs, ours = issues["energi"], issues["exempelby"]

    assert both.get(f"{ROOT}/tactical/{AT_ENERGI}").status_code == 200
    assert both.get(f"{ROOT}/fraga/{theirs.pk}/").status_code == 200
    for path in (
        "tactical/?uppdragsgivare=exempelby",
        "tactical/fil/csv/?uppdragsgivare=exempelby",
        "onskemal/?uppdragsgivare=exempelby",
        "onskemal/fil/csv/?uppdragsgivare=exempelby",
        "tavla/line/?uppdragsgivare=exempelby",
        "tavla/line/frequency/?uppdragsgivare=exempelby",
        "tavla/line/frequency/fil/csv/?uppdragsgivare=exempelby",
        "ny/?niva=tactical&uppdragsgivare=exempelby",
        f"fraga/{ours.pk}/",
        f"fraga/{ours.pk}/lyft/",
        f"fraga/{ours.pk}/beslut/",
    ):
        assert both.get(f"{ROOT}/{path}").status_code == 403, path


def test_nothing_is_decided_lifted_or_closed_for_the_client_where_one_stands_lower(both, issues):
    for code, status in (("exempelby", 403), ("energi", 302)):
        issue = issues[code]
        there = f"{ROOT}/fraga/{issue.pk}"

        assert both.post(f"{there}/beslut/", {"words": "Byt."}).status_code == status
        assert both.post(f"{there}/lyft/", {"words": "Dyrt"}).status_code == status
        issue.refresh_from_db()
        assert issue.level == ("tactical" if status == 403 else "strategic")
        assert issue.decisions.count() == (0 if status == 403 else 1)

    ours = issues["exempelby"]
    assert both.post(f"{ROOT}/fraga/{ours.pk}/stang/").status_code == 403
    ours.refresh_from_db()
    assert ours.closed_at is None


def test_a_new_issue_is_lifted_from_the_level_that_is_held_for_its_client(both):
    path = f"{ROOT}/ny/?niva=tactical&uppdragsgivare="

    assert both.post(f"{path}exempelby", {"title": "Hala trappor"}).status_code == 403
    assert not Issue.objects.exists()
    assert both.post(f"{path}energi", {"title": "Hala trappor"}).status_code == 302
    assert (Issue.objects.get().client.code, Issue.objects.get().level) == ("energi", "strategic")


def test_faults_are_lifted_by_the_operational_level_of_the_places_client(
    browser, energi, exempelby, cia
):
    """Cia leads the team of Exempelby, and meets Energi on the strategic level alone."""
    since = now().replace(year=2025)
    RoleGrant.objects.create(agent=cia, role="client-representative", client=energi, since=since)
    browser.force_login(cia)
    place = add_place(
        energi,
        Described(code="NAT-1", name="Nätstation", valid_from=localdate().replace(year=2020)),
        by=None,
        at=now(),
    )

    assert browser.get(f"{ROOT}/lyft/?plats={place.pk}").status_code == 403
    assert browser.post(f"{ROOT}/lyft/?plats={place.pk}", {"title": "x"}).status_code == 403
    assert not Issue.objects.exists()


def test_a_wish_is_decided_by_the_line_of_its_client(both, wishes):
    for code, status in (("exempelby", 403), ("energi", 302)):
        there = f"{ROOT}/onskemal/{wishes[code].number}/"

        assert both.get(there).status_code == (403 if status == 403 else 200)
        assert both.post(there, {"outcome": "accepted"}).status_code == status

    assert WishDecision.objects.get().case == wishes["energi"]


def test_an_earlier_month_is_for_those_whose_dashboard_it_is(both, exempelby, energi):
    for client in (exempelby, energi):
        archive_boards(client, at=now())

    for code, status in (("exempelby", 403), ("energi", 200)):
        kept = ArchivedBoard.objects.get(client__code=code, board="line")
        assert both.get(f"{ROOT}/arkiv/{kept.pk}/").status_code == status
        listed = f"{ROOT}/arkiv/{kept.pk}/" in words(
            both.get(f"{ROOT}/arkiv/?uppdragsgivare={code}")
        )
        assert listed == (status == 200)


def test_each_client_leads_only_to_the_levels_held_for_it(both):
    ours = words(both.get(f"{ROOT}/operational/?uppdragsgivare=exempelby"))
    theirs = words(both.get(f"{ROOT}/operational/{AT_ENERGI}"))

    assert f"{ROOT}/tactical/" not in ours
    assert f"{ROOT}/onskemal/" not in ours
    assert f"{ROOT}/tactical/?uppdragsgivare=energi" in theirs
    assert f"{ROOT}/onskemal/?uppdragsgivare=energi" in theirs
    assert f'"{ROOT}/operational/?uppdragsgivare=energi"' in ours, "the same page of the other"
    line = words(both.get(f"{ROOT}/tavla/line/{AT_ENERGI}"))
    assert f'"{ROOT}/?uppdragsgivare=exempelby"' in line, "where there is none, its start"


def test_without_a_client_a_page_is_about_the_one_for_which_one_may_see_it(both, issues):
    assert f"/fraga/{issues['energi'].pk}/" in words(both.get(f"{ROOT}/tactical/"))
    assert both.get(f"{ROOT}/", follow=True).redirect_chain[-1][0] == f"{ROOT}/operational/"
    to = both.get(f"{ROOT}/{AT_ENERGI}")["Location"]
    assert to == f"{ROOT}/tactical/{AT_ENERGI}"


def test_a_client_of_nobodys_is_not_there(both):
    for code in ("finns-ej", "%00", "x" * 5000):
        assert both.get(f"{ROOT}/operational/?uppdragsgivare={code}").status_code in {400, 404}


def test_what_stands_on_a_wish_page_is_a_wish(both, energi):
    case = open_case(energi, title="Ett fel", channel="web", at=now())

    assert both.get(f"{ROOT}/onskemal/{case.number}/").status_code == 404


def test_the_quarter_of_a_decided_wish_is_where_one_comes_back(both, wishes):
    done = both.post(f"{ROOT}/onskemal/{wishes['energi'].number}/", {"outcome": "later"})

    quarter = quarter_of(localdate())
    assert done["Location"] == f"{ROOT}/onskemal/{AT_ENERGI}&kvartal={quarter}"
