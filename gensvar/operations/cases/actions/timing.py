"""Keep the cached due times in step with the facts that they follow from."""

from datetime import datetime

from django.db import connection

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import office_calendar
from gensvar.operations.cases.models import Deadline, State
from gensvar.operations.cases.queries.deadlines import STALE, clocks_of, deadline_row

MOST_AT_A_TIME = 2_000
KEPT = ["client", "kind", "starts_at", "due_at", "facts", "digest"]


def refresh_deadlines(client: Client, *, at: datetime) -> int:
    """Work out what has changed since it was last worked out, and return how many that was.

    A case is due by other days when its facts change, and all are when the calendar does: both
    are seen by comparing, so nothing that changes a case needs to remember this.
    """
    Deadline.objects.filter(client=client, case__state=State.CLOSED).delete()
    done = 0
    while refreshed := _refresh_some(client, at=at):
        done += refreshed
    return done


@action
def forget_deadlines(client: Client) -> None:
    """Throw away a client's cached due times, to have every one worked out anew."""
    Deadline.objects.filter(client=client).delete()


@action
def _refresh_some(client: Client, *, at: datetime) -> int:
    calendar = office_calendar(client, at=at)
    given: dict[str, int | str] = {
        "client": client.pk,
        "digest": calendar.digest,
        "most": MOST_AT_A_TIME,
    }
    with connection.cursor() as cursor:
        cursor.execute(STALE, given)
        stale = cursor.fetchall()
    clocks = clocks_of({case: (opened_at, days) for case, opened_at, days, _facts in stale})
    Deadline.objects.bulk_create(
        [
            deadline_row(client, case, clocks[case], calendar, facts)
            for case, _opened_at, _days, facts in stale
            if case in clocks
        ],
        update_conflicts=True,
        unique_fields=["case"],
        update_fields=KEPT,
    )
    return len(stale)
