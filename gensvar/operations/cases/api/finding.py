"""Find what a path or a body names, among what the caller may see."""

from datetime import datetime
from typing import cast

from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import Http404
from django.utils.timezone import is_naive, now
from django.utils.translation import gettext as _

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.gate import reason_given
from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import AgentRequest
from gensvar.foundation.people.models import Agent, Group, RoleGrant
from gensvar.foundation.people.rules import HANDLING
from gensvar.operations.cases.actions.confiding import is_registering, note_reading
from gensvar.operations.cases.models import Case, Merge, Snooze
from gensvar.operations.cases.queries.columns import FILLED
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.knowledge.models import Subject


def whole_cases() -> QuerySet[Case]:
    """Return cases with everything that their answer shows, in a fixed number of queries."""
    rows = Case.objects.select_related(
        "client", "customer", "subject__case_type", "type", "agent", "group"
    )
    whole = Merge.objects.filter(case=OuterRef("pk"), ended_at=None).values("into__number")[:1]
    rest = Snooze.objects.filter(case=OuterRef("pk"), ended_at=None).values("until")[:1]
    rows = rows.annotate(merged_number=Subquery(whole), rests_until=Subquery(rest))
    return cast("QuerySet[Case]", rows.prefetch_related("tags", FILLED))


def found_case(reference: str) -> Case:
    """Return the case that a path names, by number or id."""
    is_id = reference.isascii() and reference.isdigit() and len(reference) < 19
    named = {"pk": int(reference)} if is_id else {"number": reference[:20]}
    case = whole_cases().filter(**named).first()
    if case is None:
        raise Http404
    if case.is_confidential:
        _note_reading(case)
    return case


def with_zone(moment: datetime, pointer: str) -> datetime:
    """Return a moment that a body names, if it can be only one."""
    if is_naive(moment):
        raise invalid(pointer, _("Write the moment with its time zone."))
    return moment


def _note_reading(case: Case) -> None:
    """Write down that a program reads a confidential case, and why, as its request says."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_registrar()")
        reader = Agent.objects.get(pk=cursor.fetchone()[0])
    if not is_registering(case, reader):
        note_reading(case, reason=reason_given.get(), by=reader, at=now())


def found_other(number: str) -> Case:
    """Return another case that a body names; one that cannot be seen is unknown."""
    case = whole_cases().filter(number=number.strip()[:20]).first()
    if case is None:
        raise invalid("#/number", _("There is no case with that number."))
    return case


def found_group(client: Client, code: str | None, *, pointer: str) -> Group | None:
    if not code:
        return None
    group = Group.objects.filter(client=client, code__iexact=code, closed_at=None).first()
    if group is None:
        raise invalid(pointer, _("This client has no such group."))
    return group


def found_agent(client: Client, agent_id: int | None, *, at: datetime) -> Agent | None:
    if agent_id is None:
        return None
    held = RoleGrant.objects.in_force(at=at).filter(
        Q(client=client) | Q(client=None), role__in=HANDLING
    )
    agents = Agent.objects.filter(is_active=True, is_service=False, pk__in=held.values("agent"))
    agent = agents.filter(pk=agent_id).first()
    if agent is None:
        raise invalid("#/agent_id", _("Nobody with this id handles cases for this client."))
    return agent


def found_holder(
    request: AgentRequest, client: Client, agent_id: int | None, *, at: datetime
) -> Agent | None:
    """Return whose a case shall be: oneself, or somebody else for whom that may be decided."""
    agent = found_agent(client, agent_id, at=at)
    is_other = agent is not None and agent.pk != request.user.pk
    if is_other and not request.identity.may("cases.assign_others", client_id=client.pk):
        raise PermissionDenied("cases.assign_others")
    return agent


def found_subject(client: Client, reference: str | None) -> Subject | None:
    if not reference:
        return None
    rows = Subject.objects.filter(client=client, retired_at=None)
    is_id = reference.isascii() and reference.isdigit() and len(reference) < 19
    subject = rows.filter(pk=int(reference)).first() if is_id else None
    subject = subject or rows.filter(name=reference).first()
    if subject is None:
        raise invalid("#/subject", _("This client's catalogue has no such subject."))
    return subject


def found_type(client: Client, code: str | None) -> CaseType | None:
    if not code:
        return None
    found = CaseType.objects.filter(client=client, code=code, retired_at=None).first()
    if found is None:
        raise invalid("#/type", _("This client has no such case type."))
    return found
