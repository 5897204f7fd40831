"""Promise an answer, give a new time for one, tell the customer, and see that it is kept."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.calendars.queries import office_calendar, zone
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.moving import AlreadyClosed, about, locked
from gensvar.operations.cases.actions.settling import Outcome, end_promise
from gensvar.operations.cases.events import (
    PromiseAskedAbout,
    PromiseMade,
    PromiseRenegotiated,
    PromiseReplaced,
    PromiseTold,
)
from gensvar.operations.cases.models import Case, HandOver, Promise, PromiseEnd, State
from gensvar.operations.cases.queries.promise_words import handed_over_in_words, promise_in_words
from gensvar.operations.cases.queries.promises import (
    Time,
    closing_on,
    newest,
    standing,
    usual_time,
    way_to_tell,
)

# A run that finds more leaves the rest to the next one.
MOST_AT_ONCE = 500
LONGEST_AHEAD = timedelta(days=366)


class NoReasonOrPlan(Refused):
    message = _("Write why it takes longer and what you do about it. The customer is told both.")
    status = 422


class ClosedThatDay(Refused):
    message = _("The office is closed on that day. Choose a working day.")
    status = 422


class DayHasPassed(Refused):
    message = _("That day is over. Choose a later one.")
    status = 422


class TooFarAhead(Refused):
    message = _("That is more than a year ahead. Choose a day that you can promise.")
    status = 422


class NoOpenDay(Refused):
    message = _("The calendar has no open day to answer on. Choose a day, or put the hours right.")


class AlreadyTold(Refused):
    message = _("The customer has been told already.")


@dataclass(frozen=True)
class Offer:
    """What one wants to promise; what is left out is as usual for the subject."""

    due_on: date | None = None
    update_days: int | None = None
    reason: str = ""
    plan: str = ""


@action
def promise_answer(
    case: Case, offer: Offer, *, by: Agent | None, at: datetime, way: str = ""
) -> Promise:
    """Promise the customer an answer by a day, where nothing is promised yet; else a new day."""
    case = locked(case)
    if case.is_closed:
        raise AlreadyClosed
    before = newest(case)
    is_delayed = before is not None and (_stands(before) or _is_broken(before))
    if is_delayed and not (offer.reason.strip() and offer.plan.strip()):
        raise NoReasonOrPlan
    return _promise(
        case,
        offer,
        _time(case, offer, at=at),
        before=before,
        group=_answering_group(case),
        by=by,
        at=at,
        way=way,
    )


@action
def promise_by_hand_over(handed: HandOver, offer: Offer, *, by: Agent, at: datetime) -> Promise:
    """Promise, in the name of the group that now answers; later than before, it says why."""
    case = locked(handed.case)
    before = newest(case)
    if handed.hop > 1 and before and _stands(before) and before.due_at > at and not offer.due_on:
        # From group to group the clock goes on: the customer was promised that time.
        time = Time(before.due_at, before.days, before.calendar)
    else:
        time = _time(case, offer, at=at)
    is_late = _is_broken(before)
    if before is not None and (is_late or (_stands(before) and time.due_at > before.due_at)):
        reason, plan = handed_over_in_words(case, handed.to_group)
        offer = replace(offer, reason=offer.reason or reason, plan=offer.plan or plan)
    return _promise(
        case, offer, time, before=before, group=handed.to_group, by=by, at=at, handed=handed
    )


@action
def promise_as_usual(
    case: Case, *, at: datetime, way: str, since: datetime | None = None
) -> Promise | None:
    """Promise what is usual for the subject, unless something is promised or nothing can be.

    It counts from `since`, where that leaves any time; a promise that is broken at once is none.
    """
    case = locked(case)
    if case.state != State.WAITING_FOR_US:
        return None
    before = newest(case)
    if before is not None and (_stands(before) or _is_broken(before)):
        return None
    time = usual_time(case, at=since or at)
    if time is not None and time.due_at <= at:
        time = usual_time(case, at=at)
    if time is None:
        return None
    return _promise(case, Offer(), time, before=before, group=None, by=None, at=at, way=way)


@action
def mark_told(promise: Promise, *, by: Agent | None, at: datetime) -> None:
    """Write down that the customer has heard or read what was promised."""
    told = Promise.objects.filter(pk=promise.pk, told_at=None).update(told_at=at)
    if not told:
        raise AlreadyTold
    promise.told_at = at
    _announce_told(promise, by=by, at=at)


def mark_broken(*, at: datetime) -> int:
    """Mark each promise whose time has passed, once, and return how many there were."""
    late = Promise.objects.standing().filter(due_at__lt=at).order_by("due_at", "pk")
    return sum(_break(key, at=at) for key in list(late.values_list("pk", flat=True)[:MOST_AT_ONCE]))


def ask_for_new_times(*, at: datetime) -> int:
    """Ask, in office hours, for a new time where a promise is broken; once for each promise."""
    waiting = PromiseEnd.objects.filter(outcome=Outcome.BROKEN, asked_at=None)
    keys = waiting.order_by("at", "pk").values_list("pk", flat=True)
    return sum(_ask(key, at=at) for key in list(keys[:MOST_AT_ONCE]))


@action
def _break(key: int, *, at: datetime) -> bool:
    held = Promise.objects.select_for_update(skip_locked=True, of=("self",))
    promise = held.filter(pk=key).select_related("case").first()
    # Somebody may have answered since the list was made, or be marking it just now.
    if promise is None or PromiseEnd.objects.filter(promise=key).exists():
        return False
    # Closing settles what was promised; a case closed with a promise left is part of another now.
    is_merged = promise.case.is_closed
    end_promise(promise, Outcome.REPLACED if is_merged else Outcome.BROKEN, by=None, at=at)
    return not is_merged


@action
def _ask(key: int, *, at: datetime) -> bool:
    held = PromiseEnd.objects.select_for_update(skip_locked=True, of=("self",))
    end = held.filter(pk=key, asked_at=None).select_related("promise__case__client").first()
    if end is None:
        return False
    case = end.promise.case
    is_needless = case.is_closed or end.answered_at is not None or standing(case) is not None
    if not is_needless and not office_calendar(case.client, at=at).is_open(at):
        return False
    end.asked_at = at
    end.save(update_fields=["asked_at"])
    if not is_needless:
        announce(PromiseAskedAbout(promise_id=end.promise_id, **about(case, None)), at=at)
    return True


def _promise(
    case: Case,
    offer: Offer,
    time: Time,
    *,
    before: Promise | None,
    group: Group | None,
    by: Agent | None,
    at: datetime,
    handed: HandOver | None = None,
    way: str = "",
) -> Promise:
    delayed = before if before and (_stands(before) or _is_broken(before)) else None
    reason, plan = (offer.reason.strip(), offer.plan.strip()) if delayed else ("", "")
    words = promise_in_words(
        case,
        group=group,
        due_at=time.due_at,
        at=at,
        update_days=offer.update_days,
        reason=reason,
        plan=plan,
    )
    way = _possible(case, way or way_to_tell(case))
    promise = Promise.objects.create(
        case=case,
        client_id=case.client_id,
        hand_over=handed,
        group=group,
        due_at=time.due_at,
        days=time.days,
        calendar=time.calendar,
        update_days=offer.update_days,
        reason=reason,
        plan=plan,
        way=way,
        words=words,
        told_at=at if way == Promise.Way.PORTAL else None,
        follows=delayed if reason and plan else None,
        by=by,
        at=at,
    )
    announce(
        PromiseMade(
            promise_id=promise.pk,
            due_at=time.due_at.isoformat(),
            way=way,
            hand_over_id=handed.pk if handed else None,
            **about(case, by),
        ),
        at=at,
    )
    if promise.told_at:
        _announce_told(promise, by=by, at=at)
    if before is not None and _stands(before):
        _succeed(before, promise, by=by, at=at)
    return promise


def _succeed(before: Promise, promise: Promise, *, by: Agent | None, at: datetime) -> None:
    """End the promise that stood: late, given a new time, or taken over no later than it was."""
    if at > before.due_at:
        end_promise(before, Outcome.BROKEN, by=by, at=at)
        return
    is_later = promise.due_at > before.due_at
    end_promise(before, Outcome.RENEGOTIATED if is_later else Outcome.REPLACED, by=by, at=at)
    kind = PromiseRenegotiated if is_later else PromiseReplaced
    announce(
        kind(
            promise_id=before.pk,
            due_at=before.due_at.isoformat(),
            new_promise_id=promise.pk,
            **about(promise.case, by),
        ),
        at=at,
    )


def _possible(case: Case, way: str) -> str:
    """Return how the customer can be told: nobody follows a confidential case on the portal."""
    if way == Promise.Way.PORTAL and case.is_confidential:
        return Promise.Way.VOICE
    return way


def _time(case: Case, offer: Offer, *, at: datetime) -> Time:
    if offer.due_on is None:
        time = usual_time(case, at=at)
        if time is None:
            raise NoOpenDay
        return time
    if offer.due_on < at.astimezone(zone()).date():
        raise DayHasPassed
    if offer.due_on > at.date() + LONGEST_AHEAD:
        raise TooFarAhead
    due_at = closing_on(case.client, offer.due_on, at=at)
    if due_at is None:
        raise ClosedThatDay
    if due_at <= at:
        raise DayHasPassed
    return Time(due_at)


def _answering_group(case: Case) -> Group | None:
    return case.group if case.state == State.HANDED_OVER else None


def _stands(promise: Promise) -> bool:
    return not hasattr(promise, "end")


def _is_broken(promise: Promise | None) -> bool:
    """Say whether the newest promise was broken and nobody has answered since."""
    if promise is None or _stands(promise):
        return False
    return promise.end.outcome == Outcome.BROKEN and promise.end.answered_at is None


def _announce_told(promise: Promise, *, by: Agent | None, at: datetime) -> None:
    announce(PromiseTold(promise_id=promise.pk, way=promise.way, **about(promise.case, by)), at=at)
