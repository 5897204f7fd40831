"""Words for a case that was done long ago begin a new one, linked with it."""

from datetime import datetime, timedelta

from gensvar.foundation.acting import action
from gensvar.foundation.people.models import Group
from gensvar.operations.cases.actions.linking import link
from gensvar.operations.cases.actions.opening import join_contact, open_case
from gensvar.operations.cases.models import Case, Relation
from gensvar.operations.cases.queries.joined import standing
from gensvar.operations.cases.queries.typed import type_of
from gensvar.operations.contacts.models import Contact


@action
def go_on(
    case: Case,
    contact: Contact,
    *,
    title: str,
    group: Group | None,
    at: datetime,
    wakes: bool = True,
) -> tuple[Case, bool]:
    """Put words of a customer with the case; return the case that got them, and whether it is new.

    Its type says for how many days it opens again. After that a new case begins, with this title
    and group, and what comes to the old one from then on goes there. A confidential case always
    opens again: nobody off its list shall come upon what belongs to it.
    """
    here = standing(case)
    newest = _newest(here, at=at)
    if not wakes or not is_long_done(newest, at=at):
        # What comes to a part is the part's own, should the two be taken apart.
        reached = case if newest == here else newest
        return join_contact(reached, contact, by=None, at=at, wakes=wakes), False
    made = open_case(
        newest.client,
        title=title,
        channel=contact.channel,
        contact=contact,
        subject=newest.subject,
        group=group,
        at=at,
    )
    link(newest, made, kind=Relation.Kind.RELATED, by=None, at=at)
    return made, True


def is_long_done(case: Case, *, at: datetime) -> bool:
    """Say whether the case has been done for longer than its type lets it open again."""
    if case.closed_at is None or case.is_confidential:
        return False
    days = type_of(case).template.reopen_days
    return bool(days) and at - case.closed_at > timedelta(days=days)


def _newest(case: Case, *, at: datetime) -> Case:
    """Return the case that went on from this one by itself, and from that one, if any did."""
    while is_long_done(case, at=at):
        on = Relation.objects.filter(case=case, by=None, ended_at=None).order_by("pk").last()
        if on is None:
            break
        case = standing(on.other)
    return case
