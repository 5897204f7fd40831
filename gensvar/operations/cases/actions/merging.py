"""Two cases about one thing become one, and can be taken apart again.

A merge is a link, never a copy: each case keeps its own history and its number. The contacts of
the one are lent to the other, so that everything that reads a case finds them there.
"""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.describing import NotOfThisClient, describe
from gensvar.operations.cases.actions.moving import about, locked, set_state
from gensvar.operations.cases.events import CaseLetGo, CaseMerged, CaseTakenIn, CaseUnmerged
from gensvar.operations.cases.models import Case, CaseContact, Merge, MergedContact, State
from gensvar.operations.cases.queries.joined import merge_of
from gensvar.operations.contacts.models import Contact, Direction


class MergedIntoItself(Refused):
    message = _("A case cannot be merged into itself. Write the number of the other one.")


class MergedAlready(Refused):
    message = _("%(number)s is already part of another case. Use that one, or take it apart first.")


class NotMerged(Refused):
    message = _("The case is not part of another one.")


class MergedFurther(Refused):
    message = _(
        "%(number)s has itself become part of another case. Take that apart first, then this one."
    )


class OfDifferentCustomers(Refused):
    message = _(
        "The cases have different customers, who would read each other's words. Link the cases "
        "instead, or set the same customer on both first."
    )


class StillHandedOver(Refused):
    message = _(
        "%(number)s is with a department, which would go on working on it. Take it back first, or "
        "merge the other way."
    )


class MergedIntoDone(Refused):
    message = _("%(number)s is done. Open it again first, or merge the other way.")


@action
def merge(case: Case, *, into: Case, by: Agent, at: datetime) -> Merge:
    """Make the case part of another: its number leads there from now on."""
    if case.pk == into.pk:
        raise MergedIntoItself
    case, into = _locked_pair(case, into)
    _must_fit(case, into)
    made = Merge.objects.create(
        case=case,
        into=into,
        client_id=case.client_id,
        by=by,
        at=at,
        state_before=case.state,
        closed_before=case.closed_at,
    )
    announce(CaseMerged(merge_id=made.pk, into_id=into.pk, **about(case, by)), at=at)
    announce(CaseTakenIn(merge_id=made.pk, from_id=case.pk, **about(into, by)), at=at)
    lend(made, Contact.objects.filter(cases=case))
    _give_customer(made, case, into, by=by, at=at)
    if case.state == State.WAITING_FOR_US and into.state == State.WAITING_FOR_CUSTOMER:
        set_state(into, State.WAITING_FOR_US, by=by, at=at)
        made.gave_turn = True
    case.closed_at = case.closed_at or at
    set_state(case, State.CLOSED, by=by, at=at, reason="merged")
    made.save(update_fields=["gave_customer", "gave_turn"])
    return made


@action
def unmerge(case: Case, *, by: Agent, at: datetime) -> None:
    """Let the case stand by itself again, as it stood before, with what has come to it since."""
    made = merge_of(case)
    if made is None:
        raise NotMerged
    case, into = _locked_pair(case, made.into)
    made.refresh_from_db()
    if made.ended_at is not None:
        raise NotMerged
    if merge_of(into) is not None:
        raise MergedFurther(number=into.number)
    made.ended_at, made.ended_by = at, by
    made.save(update_fields=["ended_at", "ended_by"])
    has_news = _give_back(made, case, into)
    announce(CaseUnmerged(merge_id=made.pk, into_id=into.pk, **about(case, by)), at=at)
    announce(CaseLetGo(merge_id=made.pk, from_id=case.pk, **about(into, by)), at=at)
    _stand_again(made, case, has_news=has_news, by=by, at=at)
    if made.gave_customer and into.customer_id == case.customer_id:
        describe(into, customer=None, by=by, at=at)
    if made.gave_turn and into.state_since == made.at and into.state == State.WAITING_FOR_US:
        set_state(into, State.WAITING_FOR_CUSTOMER, by=by, at=at)


def lend(made: Merge, contacts: Iterable[Contact]) -> None:
    """Let the other case have these contacts too, but for those that it has by itself."""
    into_id, client_id = made.into_id, made.client_id
    for contact in contacts:
        _link, is_new = CaseContact.objects.get_or_create(
            case_id=into_id, contact=contact, defaults={"client_id": client_id}
        )
        if is_new:
            MergedContact.objects.create(merge=made, contact=contact, client_id=client_id)


def _locked_pair(case: Case, other: Case) -> tuple[Case, Case]:
    """Hold both, always in the same order, so that two who merge at once do not stop each other."""
    held = {one.pk: locked(one) for one in sorted((case, other), key=lambda one: one.pk)}
    return held[case.pk], held[other.pk]


def _must_fit(case: Case, into: Case) -> None:
    """Refuse a pair that must not become one; whatever else must agree belongs here."""
    if case.client_id != into.client_id:
        raise NotOfThisClient
    for one in (case, into):
        if merge_of(one) is not None:
            raise MergedAlready(number=one.number)
    if case.customer_id and into.customer_id and case.customer_id != into.customer_id:
        raise OfDifferentCustomers
    if case.state == State.HANDED_OVER:
        raise StillHandedOver(number=case.number)
    if into.is_closed and not case.is_closed:
        raise MergedIntoDone(number=into.number)


def _give_customer(made: Merge, case: Case, into: Case, *, by: Agent, at: datetime) -> None:
    if case.customer is not None and into.customer_id is None:
        describe(into, customer=case.customer, by=by, at=at)
        into.customer = case.customer
        made.gave_customer = True


def _give_back(made: Merge, case: Case, into: Case) -> bool:
    """Return what was lent, also what came later; say whether the customer has written since."""
    brought = Contact.objects.filter(pk__in=made.brought.values("contact"))
    CaseContact.objects.filter(case=into, contact__in=brought).delete()
    has_news = False
    for contact in brought:
        _link, is_new = CaseContact.objects.get_or_create(
            case=case, contact=contact, defaults={"client_id": case.client_id}
        )
        has_news = has_news or (is_new and contact.direction == Direction.IN)
    return has_news


def _stand_again(made: Merge, case: Case, *, has_news: bool, by: Agent, at: datetime) -> None:
    """Put the state back; words that came meanwhile make it our turn, as they always do."""
    state = State.WAITING_FOR_US if has_news else State(made.state_before)
    case.closed_at = made.closed_before if state == State.CLOSED else None
    if state == State.CLOSED:
        case.save(update_fields=["closed_at"])
    else:
        set_state(case, state, by=by, at=at, reason="unmerged")
