from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from gensvar.foundation.people.access import Grant, Identity, reach
from gensvar.foundation.people.models import ROLE_NAMES, Agent, Group, Membership, RoleGrant
from gensvar.foundation.people.queries import AccessLine
from gensvar.foundation.people.rules import (
    GROUP_BOUND,
    NEEDS_SECOND_FACTOR,
    OPENING_CONTENT,
    PERMISSIONS,
    Role,
)
from gensvar.operations.cases.models import Case
from gensvar.screens.setup.changing import told


def of_new_person(given: Mapping[str, Any]) -> list[Markup]:
    return [
        told(_("<b>%(name)s</b> can do nothing yet: give a role afterwards."), name=given["name"]),
        told(_("<b>A link</b> to choose a password is shown to you once.")),
    ]


def of_role(agent: Agent, given: Mapping[str, Any]) -> list[Markup]:
    """Return what a role lets somebody see and do."""
    role = Role(given["role"])
    client_id = given["client"].pk if given.get("client") else None
    return [
        *_sight(agent, role, client_id, given.get("department", "")),
        *_abilities(role),
        *([_told_managers()] if role in OPENING_CONTENT else []),
        *([_second_factor(agent)] if role in NEEDS_SECOND_FACTOR else []),
    ]


def _sight(agent: Agent, role: Role, client_id: int | None, department: str) -> list[Markup]:
    if "cases.read" not in PERMISSIONS[role]:
        return [told(_("<b>%(name)s</b> sees no case by this role."), name=agent.name)]
    identity = Identity(agent_id=agent.pk, grants=(Grant(role, client_id, department=department),))
    found = reach(identity, "cases.read")
    cases = Case.objects.open()
    if role in GROUP_BOUND and department:
        seen = cases.filter(group__in=found.groups).count()
        sentence = ngettext(
            "<b>%(name)s</b> sees %(count)s open case, that of %(department)s.",
            "<b>%(name)s</b> sees %(count)s open cases, those of %(department)s.",
            seen,
        )
    elif role in GROUP_BOUND:
        seen = cases.filter(group__in=found.groups).count()
        sentence = ngettext(
            "<b>%(name)s</b> sees %(count)s open case, that of her or his groups.",
            "<b>%(name)s</b> sees %(count)s open cases, those of her or his groups.",
            seen,
        )
    else:
        seen = cases.filter(client__in=found.clients).count()
        sentence = ngettext(
            "<b>%(name)s</b> sees %(count)s open case, and every closed one.",
            "<b>%(name)s</b> sees %(count)s open cases, and every closed one.",
            seen,
        )
    return [told(sentence, name=agent.name, count=seen, department=department)]


def _abilities(role: Role) -> list[Markup]:
    permissions = PERMISSIONS[role]
    said = {
        "cases.answer": _("<b>Answers customers</b> in the client's name."),
        "cases.export": _("<b>Takes out whole lists</b>; each time is kept in the record."),
        "levels.tactical": _("<b>Decides about issues and wishes</b>, from sums of all cases."),
        "people.write": _("<b>Opens and ends accounts</b>, gives and takes roles."),
        "setup.write": _("<b>Changes settings</b> for everybody."),
        "events.read": _("<b>Reads the record</b> of who did what."),
    }
    return [told(words) for permission, words in said.items() if permission in permissions]


def _told_managers() -> Markup:
    return told(_("<b>The client's managers are told</b> by mail that you did this."))


def _second_factor(agent: Agent) -> Markup:
    return told(
        _("<b>A second factor</b> is asked of %(name)s before anything opens."), name=agent.name
    )


def of_losing_role(grant: RoleGrant, *, at: datetime) -> list[Markup]:
    name = ROLE_NAMES[Role(grant.role)]
    left = RoleGrant.objects.in_force(at=at).filter(agent=grant.agent).exclude(pk=grant.pk)
    found = [
        told(
            _("<b>%(name)s</b> is no longer %(role)s, from the next click on."),
            name=grant.agent.name,
            role=str(name),
        )
    ]
    if not left.exists():
        found.append(
            told(_("<b>1 person loses all access</b> today: this is the only role she or he has."))
        )
    if "cases.answer" in PERMISSIONS[Role(grant.role)]:
        found += _own_cases(grant.agent)
    return found


def of_ending(agent: Agent, *, at: datetime) -> list[Markup]:
    roles = RoleGrant.objects.in_force(at=at).filter(agent=agent).count()
    groups = Membership.objects.filter(agent=agent, until=None).count()
    found = [
        told(_("<b>%(name)s</b> is signed out everywhere, at once and for good."), name=agent.name),
        told(
            ngettext("<b>%(count)s role</b> ends.", "<b>%(count)s roles</b> end.", roles),
            count=roles,
        ),
        told(
            ngettext(
                "<b>%(count)s group</b> loses a member.",
                "<b>%(count)s groups</b> lose a member.",
                groups,
            ),
            count=groups,
        ),
        *_own_cases(agent),
    ]
    managed = Group.objects.filter(manager=agent, closed_at=None).count()
    if managed:
        sentence = ngettext(
            "<b>%(count)s group</b> is left with a manager who cannot sign in.",
            "<b>%(count)s groups</b> are left with a manager who cannot sign in.",
            managed,
        )
        found.append(told(sentence, count=managed))
    found.append(told(_("<b>What was done stays</b> under her or his name in the record.")))
    return found


def _own_cases(agent: Agent) -> list[Markup]:
    own = Case.objects.open().filter(agent=agent).count()
    sentence = ngettext(
        "<b>%(count)s open case</b> is still %(name)s's until somebody takes it.",
        "<b>%(count)s open cases</b> are still %(name)s's until somebody takes them.",
        own,
    )
    return [told(sentence, count=own, name=agent.name)] if own else []


def of_link(agent: Agent) -> list[Markup]:
    return [
        told(_("<b>The link is shown once</b>, to you. It works once, for three days.")),
        told(
            _("<b>%(name)s</b> keeps the password of today until the link is used."),
            name=agent.name,
        ),
        told(_("<b>Older links</b> stop working when one of them is used.")),
        told(
            _("<b>%(name)s and the managers are told</b> by mail that you made it."),
            name=agent.name,
        ),
    ]


def of_losing_factor(agent: Agent) -> list[Markup]:
    return [
        told(_("<b>%(name)s</b> is signed out everywhere."), name=agent.name),
        told(_("<b>App, keys and recovery codes</b> of today no longer work.")),
        told(_("<b>Until a new one is set up</b>, the password alone opens the account.")),
    ]


def of_review(lines: list[AccessLine]) -> list[Markup]:
    people = len({line.agent_id for line in lines})
    idle = len({line.agent_id for line in lines if line.grant_id is None})
    bare = len({line.agent_id for line in lines if line.lacks_second_factor})
    found = [
        told(
            ngettext(
                "<b>%(count)s person's access</b> is kept as it stands in the list now.",
                "<b>%(count)s people's access</b> is kept as it stands in the list now.",
                people,
            ),
            count=people,
        ),
        told(_("<b>Nobody's access is changed</b> by this. Take roles away first.")),
    ]
    if idle:
        sentence = ngettext(
            "<b>%(count)s account</b> has no role.", "<b>%(count)s accounts</b> have no role.", idle
        )
        found.append(told(sentence, count=idle))
    if bare:
        sentence = ngettext(
            "<b>%(count)s person</b> who should have a second factor has none.",
            "<b>%(count)s people</b> who should have a second factor have none.",
            bare,
        )
        found.append(told(sentence, count=bare))
    return found
