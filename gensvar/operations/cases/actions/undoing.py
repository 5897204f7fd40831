"""Take back what was done with a case: one way, for one act and for an act on many cases.

An act is not told how it is undone. How the case stood before and after is kept, and what differs
is put back by the verbs that anybody would use, unless somebody has changed it since.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.answering import take_back
from gensvar.operations.cases.actions.causing import attach, detach
from gensvar.operations.cases.actions.describing import describe, tag, untag
from gensvar.operations.cases.actions.ending import unsay_outcome
from gensvar.operations.cases.actions.merging import unmerge
from gensvar.operations.cases.actions.moving import about, assign, enter, locked, set_state
from gensvar.operations.cases.actions.resting import snooze, wake
from gensvar.operations.cases.actions.running import TooLateToUndo
from gensvar.operations.cases.actions.settling import restore_promise
from gensvar.operations.cases.actions.watching import unwatch, watch
from gensvar.operations.cases.events import DeedUndone
from gensvar.operations.cases.models import Case, Deed, Snooze, State, Tag
from gensvar.operations.cases.queries.deeds import Standing, changed, standing
from gensvar.operations.cases.queries.typed import type_of
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.contacts.models import Outgoing
from gensvar.operations.disruptions.models import Disruption
from gensvar.operations.knowledge.models import Subject

UNDO_FOR = timedelta(hours=24)
KEPT_FOR = timedelta(days=30)
DESCRIBED = {"title": None, "need_type": None, "subject": Subject, "type": CaseType}


class ChangedSince(Refused):
    message = _(
        "Somebody has changed the case since. Look at it, and change what is wrong by hand."
    )


class UndoneAlready(Refused):
    message = _("That has been undone already.")


class NotYourDeed(Refused):
    message = _("Only whoever did it can undo it. Ask %(name)s, or change the case by hand.")


@action
def remember(
    case: Case, act: Callable[[], Outgoing | None], *, by: Agent, at: datetime
) -> Deed | None:
    """Act, and keep what it takes to undo it; None where nothing changed, or nothing is seen now.

    `act` returns what it wrote to the customer, if it wrote.
    """
    before = standing(case.pk, me=by)
    outgoing = act()
    after = standing(case.pk, me=by)
    if before is None or after is None or (before == after and outgoing is None):
        return None
    return Deed.objects.create(
        case=case,
        client_id=case.client_id,
        before=before,
        after=after,
        outgoing=outgoing,
        by=by,
        at=at,
        until=at + UNDO_FOR,
    )


@action
def undo(deed: Deed, *, by: Agent, at: datetime) -> None:
    """Put a case back as it stood before; all of it or nothing."""
    case = locked(deed.case)
    if deed.by_id != by.pk:
        raise NotYourDeed(name=deed.by.name)
    if at >= deed.until:
        raise TooLateToUndo
    if not Deed.objects.filter(pk=deed.pk, undone_at=None).update(undone_at=at):
        raise UndoneAlready
    now = standing(case.pk, me=by)
    keys = changed(deed.before, deed.after)
    # A tag that others have put on since is none of this deed's.
    if now is None or any(now[key] != deed.after[key] for key in keys if key != "tags"):
        raise ChangedSince
    if deed.outgoing is not None:
        take_back(case, deed.outgoing, by=by, at=at)
    if "merged" in keys and now["merged"]:
        unmerge(case, by=by, at=at)
    _put_back(deed, by=by, at=at)
    announce(DeedUndone(deed_id=deed.pk, **about(case, by)), at=at)


def forget_deeds(*, at: datetime) -> int:
    """Drop what can no longer be undone, a while after; the record keeps what happened."""
    dropped, _by_table = Deed.objects.filter(until__lt=at - KEPT_FOR).delete()
    return dropped


def _put_back(deed: Deed, *, by: Agent, at: datetime) -> None:
    """Set what still differs from how the case stood before."""
    case, before = locked(deed.case), deed.before
    now = standing(case.pk, me=by)
    assert now is not None, "what is being undone was seen a moment ago"
    differs = [key for key in changed(before, now) if before[key] != deed.after[key]]
    _describe(case, before, differs, by=by, at=at)
    _tag(case, deed, by=by, at=at)
    if "agent" in differs or "group" in differs:
        agent = Agent.objects.filter(pk=before["agent"]).first()
        group = Group.objects.filter(pk=before["group"]).first()
        assign(case, agent=agent, group=group, by=by, at=at)
    if "state" in differs or "stage" in differs:
        _stand(locked(case), deed, by=by, at=at)
    if "rest" in differs:
        _rest(case, before, by=by, at=at)
    if "disruption" in differs:
        _attach(case, before, by=by, at=at)
    if "watched" in differs:
        (watch if before["watched"] else unwatch)(case, by=by, at=at)


def _describe(case: Case, before: Standing, differs: list[str], *, by: Agent, at: datetime) -> None:
    changes = {
        key: before[key] if model is None else model.objects.filter(pk=before[key]).first()
        for key, model in DESCRIBED.items()
        if key in differs
    }
    if changes:
        describe(case, by=by, at=at, **changes)


def _tag(case: Case, deed: Deed, *, by: Agent, at: datetime) -> None:
    was, became = set(deed.before["tags"]), set(deed.after["tags"])
    held = set(case.tags.values_list("pk", flat=True))
    for label in Tag.objects.filter(pk__in=became - was):
        untag(case, label, by=by, at=at)
    for label in Tag.objects.filter(pk__in=(was - became) - held):
        tag(case, label.name, by=by, at=at)


def _stand(case: Case, deed: Deed, *, by: Agent, at: datetime) -> None:
    """Let it be whose turn it was; a promise that the act settled stands again."""
    before = deed.before
    if case.is_closed and before["state"] != State.CLOSED:
        unsay_outcome(case, at=at)
    case.closed_at = case.closed_at if before["state"] == State.CLOSED else None
    set_state(case, before["state"], by=by, at=at)
    if case.stage != before["stage"]:
        enter(case, type_of(case).template.stage(before["stage"]), by=by, at=at)
    restore_promise(case, since=deed.at, by=by, at=at)


def _rest(case: Case, before: Standing, *, by: Agent, at: datetime) -> None:
    wake(case, why=Snooze.Why.BY_HAND, by=by, at=at)
    until = datetime.fromisoformat(before["rest"]) if before["rest"] else at
    if until > at:
        snooze(case, until=until, by=by, at=at)


def _attach(case: Case, before: Standing, *, by: Agent, at: datetime) -> None:
    detach(case, by=by, at=at)
    earlier = Disruption.objects.filter(pk=before["disruption"], ended_at=None).first()
    if earlier is not None:
        attach(case, earlier, by=by, at=at)
