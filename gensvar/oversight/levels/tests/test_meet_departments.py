"""Managers of departments are the line: they see sums of the whole client, and no case by them."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils.timezone import now

from gensvar.foundation.people.access import identity_of, reach, see_as
from gensvar.foundation.people.models import RoleGrant
from gensvar.foundation.people.rules import PERMISSIONS, Role
from gensvar.operations.cases.actions import describe, hand_over, locate, open_case
from gensvar.operations.cases.models import Case
from gensvar.operations.customers.actions import add_customer
from gensvar.operations.register.actions import Described, add_place, add_service_type
from gensvar.oversight.levels.actions import archive_boards, decide_wish
from gensvar.oversight.levels.models import ArchivedBoard, Issue, WishDecision

ROOT = "/informationsnivaer"


@pytest.fixture
def school(exempelby):
    since = now().date().replace(year=2020, day=1)
    described = Described(code="FAST-17", name="Norrskolan", valid_from=since)
    return add_place(exempelby, described, by=None, at=now())


@pytest.fixture
def faults(exempelby, school, ada):
    """Four cases of cold in the school; no department has been asked about any of them."""
    heat = add_service_type(exempelby, name="Värme", by=None, at=now())
    customer = add_customer(
        exempelby, name="Zxeva Ek", addresses={"mail": "zxeva@example.com"}, at=now()
    )
    for _ in range(4):
        case = open_case(
            exempelby, title="Zxkallt rum", channel="phone", customer=customer, at=now()
        )
        locate(case, school, service=heat, by=ada, at=now())
    return heat


@pytest.fixture
def wish(exempelby, school, ada, wish_type):
    case = open_case(exempelby, title="Zxfler cykelställ", channel="web", at=now())
    describe(case, by=ada, at=now(), type=wish_type)
    locate(case, school, service=None, by=ada, at=now())
    return case


@pytest.fixture
def manager(browser, mats):
    browser.force_login(mats)
    return browser


def words(answer):
    assert answer.status_code == 200
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return body.decode()


def taken(browser, path):
    """Return a streamed file, written as the web process writes it."""
    answer = browser.get(path)
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE gensvar_web")
        text = words(answer)
        cursor.execute("RESET ROLE")
    return text


def test_the_line_has_the_operational_and_the_tactical_level():
    held = PERMISSIONS[Role.DEPARTMENT_MANAGER]

    assert {"levels.read", "levels.write", "levels.operational", "levels.tactical"} <= held
    assert "levels.strategic" not in held


def test_the_levels_reach_the_whole_client_and_cases_only_those_of_ones_groups(
    mats, exempelby, faults, tek_gata, gator, ada
):
    case = open_case(exempelby, title="Grop", channel="phone", subject=gator, at=now())
    hand_over(case, to=tek_gata, why="cannot", question="När?", by=ada, at=now())
    identity = identity_of(mats, at=now())

    levels, cases = reach(identity, "levels.tactical"), reach(identity, "cases.read")

    assert (list(levels.clients), list(levels.groups)) == ([exempelby.pk], [])
    assert (list(cases.clients), list(cases.groups)) == ([], [tek_gata.pk])
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE gensvar_web")
        see_as(cases)
        seen = list(Case.objects.values_list("title", flat=True))
        cursor.execute("RESET ROLE")
    assert seen == ["Grop"]


def test_a_manager_finds_the_levels_in_the_rail_and_stands_on_the_tactical(manager, faults):
    page = manager.get(f"{ROOT}/", follow=True)

    assert page.redirect_chain[-1][0] == f"{ROOT}/tactical/"
    assert f'href="{ROOT}/"' in words(page)
    assert "FAST-17 Norrskolan" in words(page)
    assert manager.get(f"{ROOT}/strategic/").status_code == 403
    assert manager.get(f"{ROOT}/tavla/management/").status_code == 403


def test_no_page_shows_a_case_or_a_customer_to_a_manager(
    manager, school, faults, wish, exempelby, cia
):
    decide_wish(wish, outcome="later", words="Prövas i budgeten.", by=cia, at=now())
    there = f"{ROOT}/lyft/?plats={school.pk}&tjanst={faults.pk}"
    pages = [words(manager.get(there))]
    manager.post(there, {"title": "Kyla, FAST-17"})
    issue = Issue.objects.get()
    archive_boards(exempelby, at=now().replace(day=1) + timedelta(days=31))
    kept = ArchivedBoard.objects.filter(board__in=["line", "customer"])
    pages += [
        words(manager.get(f"{ROOT}/{path}"))
        for path in (
            "operational/",
            "tactical/",
            "tavla/line/",
            "tavla/customer/",
            "tavla/line/frequency/",
            "tavla/line/needs/",
            "tavla/customer/by-whom/",
            "onskemal/",
            f"onskemal/{wish.number}/",
            "ny/",
            f"fraga/{issue.pk}/",
            f"fraga/{issue.pk}/lyft/",
            f"fraga/{issue.pk}/beslut/",
            "arkiv/",
            *(f"arkiv/{one.pk}/" for one in kept),
        )
    ]
    pages += [taken(manager, f"{ROOT}/onskemal/fil/{kind}/") for kind in ("csv", "json")]
    pages += [taken(manager, f"{ROOT}/tavla/line/frequency/fil/csv/")]

    assert len(pages) == 20
    numbers = Case.objects.exclude(pk=wish.pk).values_list("number", flat=True)
    for page in pages:
        assert not any(said in page for said in ("Zxkallt", "Zxfler", "Zxeva", "zxeva"))
        assert not any(number in page for number in numbers)
        assert f"/arenden/{wish.number}" not in page
    assert wish.number in pages[8], "a wish is known by its number alone"


def test_the_title_of_a_wish_is_for_those_who_read_every_case_of_the_client(
    manager, browser, cia, wish, mats, exempelby
):
    page = f"{ROOT}/onskemal/"
    assert "Zxfler" not in words(manager.get(page))

    browser.force_login(cia)
    assert "Zxfler" in words(browser.get(page))
    assert "Zxfler" in words(browser.get(f"{page}{wish.number}/"))
    assert "Zxfler" in taken(browser, f"{page}fil/csv/")


def test_reading_all_of_another_client_opens_no_title_of_this(manager, mats, energi, wish):
    since = now().replace(year=2025)
    RoleGrant.objects.create(agent=mats, role="team-lead", client=energi, since=since)

    for path in ("onskemal/", f"onskemal/{wish.number}/"):
        page = words(manager.get(f"{ROOT}/{path}?uppdragsgivare=exempelby"))
        assert wish.number in page
        assert "Zxfler" not in page


def test_the_line_decides_about_wishes_and_issues(manager, school, faults, wish, mats):
    manager.post(f"{ROOT}/onskemal/{wish.number}/", {"outcome": "accepted", "words": "I vår."})
    manager.post(f"{ROOT}/lyft/?plats={school.pk}&tjanst={faults.pk}", {"title": "Kyla, FAST-17"})
    issue = Issue.objects.get()
    manager.post(f"{ROOT}/fraga/{issue.pk}/beslut/", {"words": "Pannan byts."})

    assert WishDecision.objects.get().by == mats
    assert (issue.cases, issue.decisions.get().by) == (4, mats)


def test_a_manager_of_one_client_meets_nobody_of_another(manager, mats, energi):
    assert manager.get(f"{ROOT}/tactical/?uppdragsgivare=energi").status_code == 404
    assert reach(identity_of(mats, at=now()), "levels.read").clients != {energi.pk}


@pytest.mark.parametrize("role", [Role.GROUP_MEMBER, Role.PERFORMER])
def test_other_roles_of_groups_have_no_level(browser, hanna, exempelby, role):
    RoleGrant.objects.filter(agent=hanna).update(role=role)
    browser.force_login(hanna)

    assert browser.get(f"{ROOT}/").status_code == 403
    assert reach(identity_of(hanna, at=now()), "levels.read").clients == frozenset()
