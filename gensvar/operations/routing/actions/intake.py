"""Count those who came in each half hour that is over, so that the past is read at a glance."""

from datetime import datetime, timedelta

from django.db import connection

from gensvar.foundation.acting import action
from gensvar.foundation.calendars.queries import zone
from gensvar.operations.routing.queries.measured import WEEKS, counted_until

# By then whoever came in a half hour has been written down.
SETTLED = timedelta(minutes=5)
COUNT = """
    INSERT INTO routing_intake (queue_id, client_id, begins_at, count)
    SELECT queue_id, client_id, date_bin('30 minutes', entered_at, 'epoch'), count(*)
    FROM routing_waiting
    WHERE entered_at >= %(since)s
      AND entered_at < date_bin('30 minutes', %(until)s::timestamptz, 'epoch')
    GROUP BY 1, 2, 3
    ON CONFLICT DO NOTHING"""


@action
def count_intake(*, at: datetime) -> int:
    """Count what has not been counted yet; return in how many half hours somebody came."""
    weeks = timedelta(weeks=WEEKS)
    midnight = at.astimezone(zone()).replace(hour=0, minute=0, second=0, microsecond=0)
    since = counted_until() or midnight - weeks
    with connection.cursor() as cursor:
        cursor.execute(COUNT, {"since": since, "until": at - SETTLED})
        return int(cursor.rowcount)
