"""Keep a case from those who may not know of it, and know who has read it.

What a case is confidential by is worked out by the database (`migrations/0025_hidden`); here are
the verbs of people. Whoever makes a case confidential without being on the list sees it until the
registration is finished, and then no more.
"""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.refusals import Refused
from gensvar.foundation.secrecy.models import AccessEntry, AccessList
from gensvar.operations.cases.actions.describing import NotOfThisClient
from gensvar.operations.cases.actions.moving import about, locked
from gensvar.operations.cases.events import (
    ConfidentialityLifted,
    ConfidentialRead,
    MadeConfidential,
    RegistrationFinished,
)
from gensvar.operations.cases.models import Case, Confidentiality, Reading
from gensvar.operations.cases.rules import one_line

# A registration that nobody finishes ends by itself.
LONGEST_REGISTRATION = timedelta(hours=1)
SHORTEST_REASON = 3


class ReasonMissing(Refused):
    message = _("Write why, in a few words. It is kept with the case.")
    status = 422


class AlreadyConfidential(Refused):
    message = _("The case is confidential already.")


class NotConfidentialByHand(Refused):
    message = _("Nobody has made the case confidential by hand, so that cannot be taken back.")


class GroupNotOnList(Refused):
    message = _("%(group)s is not on the access list of this case, so it could not read it.")


@action
def make_confidential(
    case: Case, *, access: AccessList, because: str, by: Agent, at: datetime
) -> None:
    """Let only those on the list know of the case, from now on and everywhere."""
    case, because = locked(case), _said(because)
    if access.client_id != case.client_id:
        raise NotOfThisClient
    if case.confidentialities.filter(lifted_at=None).exists():
        raise AlreadyConfidential
    announce(MadeConfidential(access_id=access.pk, **about(case, by)), at=at)
    Confidentiality.objects.create(
        case=case, client_id=case.client_id, access=access, because=because, since=at, by=by
    )


@action
def lift_confidentiality(case: Case, *, by: Agent, at: datetime) -> None:
    """Take back what was done by hand; a confidential subject or customer still hides the case."""
    case = locked(case)
    held = case.confidentialities.filter(lifted_at=None)
    if not held.update(lifted_at=at, lifted_by=by):
        raise NotConfidentialByHand
    announce(ConfidentialityLifted(**about(case, by)), at=at)


@action
def note_reading(case: Case, *, reason: str, by: Agent, at: datetime) -> Reading:
    """Write down that somebody opens a confidential case, and why."""
    assert case.access_id is not None
    reading = Reading.objects.create(
        case=case,
        client_id=case.client_id,
        access_id=case.access_id,
        agent=by,
        reason=_said(reason),
        at=at,
    )
    announce(ConfidentialRead(reading_id=reading.pk, **about(case, by)), at=at)
    return reading


def is_registering(case: Case, by: Agent) -> bool:
    """Say whether somebody sees the case only because they register it."""
    return case.access_id is not None and case.registrar_id == by.pk


@action
def end_forgotten_registrations(*, at: datetime) -> int:
    """End registrations that nobody finished; for a job, which sees every case."""
    forgotten = Case.objects.filter(
        registrar_id__isnull=False, registrar_since__lt=at - LONGEST_REGISTRATION
    )
    ended = list(forgotten.order_by("registrar_since")[:1_000])
    for case in ended:
        announce(RegistrationFinished(**about(case, None)), at=at)
    Case.objects.filter(pk__in=[case.pk for case in ended]).update(
        registrar_id=None, registrar_since=None
    )
    return len(ended)


def check_may_read(case: Case, group: Group) -> None:
    """Refuse to give a confidential case to a group in which nobody could see it."""
    if case.access_id is not None and not may_read(case, group.pk):
        raise GroupNotOnList(group=group.code)


def may_read(case: Case, group_id: int | None) -> bool:
    """Say whether somebody in the group stands on the list of the case."""
    if group_id is None:
        return False
    member = Q(agent__memberships__group=group_id, agent__memberships__until=None)
    standing = AccessEntry.objects.current().filter(access=case.access_id)
    return standing.filter(member | Q(group=group_id)).exists()


def _said(words: str) -> str:
    said = one_line(words)[:200]
    if len(said) < SHORTEST_REASON:
        raise ReasonMissing
    return said
