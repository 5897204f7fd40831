"""When there is next to be news for the customer, worked out from what has been said since."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import office_calendar
from gensvar.operations.cases.models import CaseState, Promise, State
from gensvar.operations.cases.queries.deadlines import due_after
from gensvar.operations.cases.rules import pauses_in
from gensvar.science.worktime.calendar import Calendar
from gensvar.science.worktime.deadlines import WorkingDays

# The last that somebody here said to the customer: a call or a visit by us, or what was written and
# has left. What leaves by itself (a receipt, the promise), came back or was withdrawn is no news.
LAST_WORD = """
    SELECT max(coalesce(greatest(m.at, p.leaves_at), k.started_at))
    FROM cases_casecontact j JOIN contacts_contact k ON k.id = j.contact_id
    LEFT JOIN contacts_message m ON m.contact_id = k.id AND m.direction = 'out'
    LEFT JOIN contacts_outgoing o ON o.message_id = m.id
    LEFT JOIN cases_plannedanswer p ON p.outgoing_id = o.id
    WHERE j.case_id = %(case)s AND k.direction = 'out' AND k.customer_id IS NOT NULL
      AND coalesce(greatest(m.at, p.leaves_at), k.started_at) BETWEEN %(since)s AND %(at)s
      AND (o.id IS NULL OR (NOT o.is_automatic
           AND o.state NOT IN ('cancelled', 'failed', 'bounced', 'suppressed')))
"""


@dataclass(frozen=True)
class NextUpdate:
    """There is to be news by `due_at`, counted from the last word or the promise."""

    since: datetime
    due_at: datetime
    is_late: bool


def next_update(promise: Promise, *, calendar: Calendar, at: datetime) -> NextUpdate | None:
    """Return by when the customer is next written to; None where no news is promised before then.

    An update that would come when the answer itself is due, or later, is the answer.
    """
    case = promise.case
    if not promise.update_days or hasattr(promise, "end") or case.is_closed:
        return None
    since = _last_word(promise, at=at) or promise.at
    states = CaseState.objects.filter(case=case).order_by("since", "pk")
    pauses = pauses_in(states.values_list("state", "since"))
    due = due_after(since, WorkingDays(promise.update_days), pauses, calendar)
    if due is None or due >= promise.due_at:
        return None
    return NextUpdate(since, due, is_late=due < at)


def update_in(promise: Promise, *, at: datetime) -> NextUpdate | None:
    """Return by when the customer is next written to, by the client's calendar as it is now."""
    if not promise.update_days:
        return None
    return next_update(promise, calendar=office_calendar(promise.client, at=at), at=at)


def with_updates_promised(client: Client, *, at: datetime) -> list[int]:
    """Return the standing promises of open cases that are not due yet and promise news."""
    rows = Promise.objects.standing().filter(client=client, due_at__gt=at, update_days__gt=0)
    return list(rows.exclude(case__state=State.CLOSED).order_by("pk").values_list("pk", flat=True))


def _last_word(promise: Promise, *, at: datetime) -> datetime | None:
    with connection.cursor() as cursor:
        cursor.execute(LAST_WORD, {"case": promise.case_id, "since": promise.at, "at": at})
        found: datetime | None = cursor.fetchone()[0]
    return found
