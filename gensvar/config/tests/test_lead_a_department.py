"""Who leads a department sees its groups, without being in any of them."""

import json

import pytest

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.access import identity_of, reach
from gensvar.foundation.people.actions import AlreadyHasRole, give_role
from gensvar.foundation.people.departments import NoSuchDepartment, NotByDepartment
from gensvar.foundation.people.models import Agent, Group, RoleGrant
from gensvar.foundation.people.queries import access_list, sees_nothing
from gensvar.foundation.people.rules import Role
from gensvar.operations.cases.actions import hand_over, open_case
from gensvar.oversight.reports.queries.departments import departments_of, recipients

TEKNISKA = "Tekniska kontoret"


@pytest.fixture
def groups(exempelby, energi, tek_gata, cia):
    """Two groups of the department, one of another, and one of the same name elsewhere."""
    Group.objects.filter(pk=tek_gata.pk).update(department=TEKNISKA)
    made = [
        Group.objects.create(
            client=client, code=code, name=code, department=department, manager=cia
        )
        for client, code, department in (
            (exempelby, "TEK-VA", TEKNISKA),
            (exempelby, "SOC-FORS", "Socialkontoret"),
            (energi, "E-DRIFT", TEKNISKA),
        )
    ]
    return [tek_gata, *made]


@pytest.fixture
def head(exempelby, groups, admin, noon):
    """The head of Tekniska kontoret: manager of no group, and in none."""
    agent = Agent.objects.create_user("tekla@exempelby.example", name="Tekla Ros", created_at=noon)
    give_role(
        agent,
        role=Role.DEPARTMENT_MANAGER,
        client=exempelby,
        department=TEKNISKA,
        by=admin,
        at=noon,
    )
    return agent


@pytest.fixture
def handed(exempelby, groups, ada, gator, noon):
    """A case with each of the first three groups."""
    cases = []
    for group in groups[:3]:
        case = open_case(exempelby, title=f"Hål {group.code}", channel="phone", at=noon)
        hand_over(case, to=group, why="cannot", question="När?", by=ada, at=noon)
        cases.append(case)
    return cases


def test_the_role_reaches_every_group_of_the_department_and_no_other(head, groups, noon):
    gata, va, _social, _energi = groups

    found = reach(identity_of(head, at=noon), "cases.read")

    assert found.groups == {gata.pk, va.pk}
    assert found.clients == frozenset()


def test_a_group_that_comes_to_the_department_is_reached_at_once(head, groups, noon):
    social = groups[2]
    Group.objects.filter(pk=social.pk).update(department=TEKNISKA)

    assert social.pk in reach(identity_of(head, at=noon), "cases.read").groups


def test_whoever_leads_a_group_leads_no_more_by_it_than_before(mats, groups, noon):
    assert reach(identity_of(mats, at=noon), "cases.read").groups == {groups[0].pk}


def test_pages_lists_and_programs_show_the_cases_of_the_department_only(browser, head, handed):
    browser.force_login(head)
    gata, va, social = handed

    listed = json.loads(browser.get("/api/v1/cases").content)
    pages = {case.pk: browser.get(f"/arenden/{case.number}/").status_code for case in handed}
    groups = json.loads(browser.get("/api/v1/groups").content)

    assert {one["number"] for one in listed["items"]} == {gata.number, va.number}
    assert pages == {gata.pk: 200, va.pk: 200, social.pk: 404}
    assert {one["code"] for one in groups["items"]} == {"TEK-GATA", "TEK-VA"}


def test_the_weekly_list_and_the_figures_go_to_the_head_of_the_department(
    head, exempelby, groups, noon
):
    assert head in recipients(exempelby, TEKNISKA, at=noon)
    assert head not in recipients(exempelby, "Socialkontoret", at=noon)
    assert departments_of(head, exempelby, sees_all=False, is_head=True, department=TEKNISKA) == [
        TEKNISKA
    ]


def test_the_review_list_and_the_record_name_the_department(head, exempelby, noon):
    (line,) = [line for line in access_list(at=noon) if line.agent_id == head.pk]

    assert (line.department, line.kept()["department"]) == (TEKNISKA, TEKNISKA)
    given = EventRecord.objects.get(name="people.role-given", payload__whom_id=head.pk)
    assert given.payload["department"] == TEKNISKA


def test_only_roles_of_groups_are_for_a_department_that_has_groups(
    exempelby, groups, bo, admin, noon
):
    def give(role, department):
        give_role(bo, role=role, client=exempelby, department=department, by=admin, at=noon)

    with pytest.raises(NotByDepartment):
        give(Role.QUALITY, TEKNISKA)
    with pytest.raises(NoSuchDepartment):
        give(Role.DEPARTMENT_MANAGER, "Kulturkontoret")
    with pytest.raises(NoSuchDepartment):
        give_role(
            bo,
            role=Role.DEPARTMENT_MANAGER,
            client=None,
            department=TEKNISKA,
            by=admin,
            at=noon,
        )


def test_the_same_role_is_given_for_each_department_once(head, exempelby, groups, admin, noon):
    with pytest.raises(AlreadyHasRole):
        give_role(
            head,
            role=Role.DEPARTMENT_MANAGER,
            client=exempelby,
            department=TEKNISKA,
            by=admin,
            at=noon,
        )

    give_role(
        head,
        role=Role.DEPARTMENT_MANAGER,
        client=exempelby,
        department="Socialkontoret",
        by=admin,
        at=noon,
    )

    assert RoleGrant.objects.filter(agent=head).count() == 2


def test_a_role_that_opens_nothing_is_found(head, groups, noon, ada, hanna):
    assert not sees_nothing(at=noon).exists()

    Group.objects.filter(department=TEKNISKA).update(department="Samhälle")

    assert [grant.agent for grant in sees_nothing(at=noon)] == [head]


def test_a_head_without_group_or_department_is_found(exempelby, admin, bo, noon):
    give_role(bo, role=Role.DEPARTMENT_MANAGER, client=exempelby, by=admin, at=noon)

    assert [grant.agent for grant in sees_nothing(at=noon)] == [bo]
