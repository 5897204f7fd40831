"""What has been promised in a case, and by when one answers by default."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import office_calendar, zone
from gensvar.operations.cases.models import Case, Promise, PromiseEnd
from gensvar.operations.cases.queries.correspondence import mail_address, text_number
from gensvar.operations.cases.queries.typed import days_to_answer
from gensvar.operations.contacts.models import Channel
from gensvar.science.worktime.calendar import Unsatisfiable


@dataclass(frozen=True)
class Time:
    """When an answer is due, and by which days and which calendar that was reckoned."""

    due_at: datetime
    days: int | None = None
    calendar: str = ""


@dataclass(frozen=True)
class Remaining:
    """How much of a promise's time is left, in working days."""

    left: int
    of: int
    is_late: bool


def standing(case: Case) -> Promise | None:
    """Return the promise that holds in a case now, if there is one."""
    rows = Promise.objects.standing().filter(case=case).select_related("group", "client")
    return rows.order_by("-pk").first()


def newest(case: Case) -> Promise | None:
    rows = Promise.objects.filter(case=case).select_related("group", "client", "end")
    return rows.order_by("-pk").first()


def promise_in_force(case: Case) -> Promise | None:
    """Return the promise the customer goes by: the one that stands, or was broken unanswered."""
    promise = newest(case)
    return promise if promise is not None and is_in_force(promise) else None


def is_in_force(promise: Promise) -> bool:
    """Say of a case's newest promise whether it stands, or was broken and nobody has answered."""
    end = getattr(promise, "end", None)
    if end is None:
        return True
    return bool(end.outcome == PromiseEnd.Outcome.BROKEN and end.answered_at is None)


def is_broken(promise: Promise, *, at: datetime) -> bool:
    """Say of a promise in force whether its time has passed."""
    return hasattr(promise, "end") or promise.due_at < at


def usual_time(case: Case, *, at: datetime) -> Time | None:
    """Return by when one answers on the subject; None where no open day can satisfy it."""
    calendar = office_calendar(case.client, at=at)
    days = days_to_answer(case)
    try:
        return Time(calendar.add_days(at, days), days, calendar.digest)
    except Unsatisfiable:
        return None


def closing_on(client: Client, day: date, *, at: datetime) -> datetime | None:
    """Return when the office closes on a day; None where it is closed all that day."""
    calendar = office_calendar(client, at=at)
    if not calendar.is_working_day(day):
        return None
    before = datetime.combine(day - timedelta(days=1), time(12), tzinfo=zone())
    return calendar.add_days(before, 1)


def remaining(promise: Promise, *, at: datetime) -> Remaining:
    calendar = office_calendar(promise.client, at=at)
    left = max(calendar.days_between(at, promise.due_at), 0)
    of = promise.days or max(calendar.days_between(promise.at, promise.due_at), 1)
    return Remaining(left=min(left, of), of=of, is_late=at > promise.due_at)


def way_to_tell(case: Case) -> str:
    """Return how the customer is told: as they came or like best, else in writing if we can.

    What is left is the portal for those who asked there, and an agent's voice.
    """
    likes = case.customer.preferred_channel if case.customer else ""
    number = text_number(case)
    if number and (likes or case.channel) == Channel.SMS:
        return Promise.Way.TEXT
    if case.customer_id and mail_address(case):
        return Promise.Way.MAIL
    if case.channel == Channel.WEB:
        return Promise.Way.PORTAL
    return Promise.Way.TEXT if number else Promise.Way.VOICE
