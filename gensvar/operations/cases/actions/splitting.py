"""What was about something else leaves a case and begins one of its own."""

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.confiding import make_confidential
from gensvar.operations.cases.actions.moving import AlreadyClosed, about, locked, refuse_merged
from gensvar.operations.cases.actions.opening import join_contact, open_case
from gensvar.operations.cases.events import CaseSplit, CaseSplitOff
from gensvar.operations.cases.models import Case, CaseContact, MergedContact, Split, State
from gensvar.operations.contacts.models import Contact, Outgoing


class NothingToSplit(Refused):
    message = _("Choose at least one contact that shall begin the new case.")
    status = 422


class NothingLeft(Refused):
    message = _("Nothing would be left of this case. Change its title and subject instead.")


class NotInThisCase(Refused):
    message = _("The case has no such contact any more. Look at it again.")


class StillLeaving(Refused):
    message = _("One of the messages has not left yet. Wait until it has, or take it back first.")


class OfAPart(Refused):
    message = _("One of the contacts belongs to a case merged into this one. Take the two apart.")


@action
def split(case: Case, *, contacts: Collection[int], title: str, by: Agent, at: datetime) -> Case:
    """Let contacts leave the case and begin a new one, which is as old as the first of them.

    Out of a confidential case comes another: what was said there is as secret in the new one.
    """
    case = locked(case)
    refuse_merged(case)
    if case.is_closed:
        raise AlreadyClosed
    leaving = _leaving(case, contacts)
    first = leaving[0]
    CaseContact.objects.filter(case=case, contact__in=leaving).delete()
    made = open_case(
        case.client,
        title=title or case.title,
        channel=first.channel,
        contact=first,
        customer=first.customer or case.customer,
        subject=case.subject if case.is_confidential else None,
        group=case.group if case.state != State.HANDED_OVER else None,
        agent=case.agent,
        language=case.language,
        by=by,
        at=first.started_at,
    )
    if case.access is not None and made.access_id != case.access_id:
        why = str(_("Out of %(number)s, which is confidential")) % {"number": case.number}
        make_confidential(made, access=case.access, because=why, by=by, at=at)
    for contact in leaving[1:]:
        join_contact(made, contact, by=by, at=at)
    Split.objects.bulk_create(
        Split(case=case, made=made, contact=one, client_id=case.client_id, by=by, at=at)
        for one in leaving
    )
    moved = tuple(contact.pk for contact in leaving)
    announce(CaseSplit(made_id=made.pk, contacts=moved, **about(case, by)), at=at)
    announce(CaseSplitOff(from_id=case.pk, **about(made, by)), at=at)
    return made


def _leaving(case: Case, keys: Collection[int]) -> list[Contact]:
    """Return the chosen contacts, oldest first, if they may leave."""
    if not keys:
        raise NothingToSplit
    here = Contact.objects.filter(cases=case)
    chosen = list(here.filter(pk__in=keys).order_by("started_at", "pk"))
    if len(chosen) != len(set(keys)):
        raise NotInThisCase
    if here.count() == len(chosen):
        raise NothingLeft
    lent = MergedContact.objects.filter(merge__into=case, merge__ended_at=None)
    if lent.filter(contact__in=chosen).exists():
        raise OfAPart
    waiting = Outgoing.objects.filter(state__in=Outgoing.ON_THEIR_WAY)
    if waiting.filter(message__contact__in=chosen).exists():
        raise StillLeaving
    return chosen
