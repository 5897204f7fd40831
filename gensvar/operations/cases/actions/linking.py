"""Cases that have to do with each other, and cases that wait for another."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.describing import NotOfThisClient
from gensvar.operations.cases.actions.moving import about, locked, refuse_merged
from gensvar.operations.cases.events import CaseLinked, CaseUnlinked
from gensvar.operations.cases.models import Case, Relation


class LinkedToItself(Refused):
    message = _("A case cannot be linked with itself. Write the number of the other one.")


class AlreadyLinked(Refused):
    message = _("The cases are linked already. Unlink them first to link them in another way.")


class HasParent(Refused):
    message = _("%(number)s is already part of another case. Unlink it from that one first.")


class WouldWaitForItself(Refused):
    message = _("The cases would wait for each other, and neither could be closed.")


class NotLinked(Refused):
    message = _("The cases are not linked.")


@action
def link(case: Case, other: Case, *, kind: str, by: Agent | None, at: datetime) -> Relation:
    """Say that two cases have to do with each other; a `child` must end before the first can."""
    if case.pk == other.pk:
        raise LinkedToItself
    case, other = _held(case, other)
    if case.client_id != other.client_id:
        raise NotOfThisClient
    for one in (case, other):
        refuse_merged(one)
    if _between(case, other) is not None:
        raise AlreadyLinked
    if kind == Relation.Kind.CHILD:
        _must_not_wait_for_itself(case, other)
    made = Relation.objects.create(
        case=case, other=other, kind=kind, client_id=case.client_id, by=by, at=at
    )
    for one, two in ((case, other), (other, case)):
        announce(
            CaseLinked(relation_id=made.pk, other_id=two.pk, kind=kind, **about(one, by)), at=at
        )
    return made


@action
def unlink(case: Case, other: Case, *, by: Agent, at: datetime) -> None:
    """Say that two cases have nothing to do with each other after all."""
    case, other = _held(case, other)
    between = _between(case, other)
    if between is None:
        raise NotLinked
    between.ended_at, between.ended_by = at, by
    between.save(update_fields=["ended_at", "ended_by"])
    for one, two in ((case, other), (other, case)):
        announce(CaseUnlinked(relation_id=between.pk, other_id=two.pk, **about(one, by)), at=at)


def _held(case: Case, other: Case) -> tuple[Case, Case]:
    held = {one.pk: locked(one) for one in sorted((case, other), key=lambda one: one.pk)}
    return held[case.pk], held[other.pk]


def _between(case: Case, other: Case) -> Relation | None:
    pair = (case.pk, other.pk)
    return Relation.objects.filter(case__in=pair, other__in=pair, ended_at=None).first()


def _must_not_wait_for_itself(parent: Case, child: Case) -> None:
    in_force = Relation.objects.filter(kind=Relation.Kind.CHILD, ended_at=None)
    if in_force.filter(other=child).exists():
        raise HasParent(number=child.number)
    above: int | None = parent.pk
    while above is not None:
        if above == child.pk:
            raise WouldWaitForItself
        above = in_force.filter(other=above).values_list("case", flat=True).first()
