"""Which participants something has happened for in the case that they follow."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.db import connection

from gensvar.operations.cases.models import Participant

# What the customer's page tells of; nothing else is news to somebody who sees what they see.
NEWS: Final = (
    "cases.contact-joined",
    "cases.case-answered",
    "cases.case-handed-over",
    "cases.promise-made",
    "cases.promise-broken",
    "cases.case-closed",
    "cases.case-reopened",
)
# An answer may be taken back for ten seconds, and transactions end in another order than they
# began.
SETTLED: Final = timedelta(seconds=30)
# What strangers write into a case is not on the page, and what one wrote oneself is no news.
WAITING: Final = """
    SELECT p.id, max(e.id), array_agg(DISTINCT e.name ORDER BY e.name)
    FROM cases_participant p
    JOIN cases_case c ON c.id = p.case_id
    JOIN events_eventrecord e ON e.case_id = p.case_id AND e.case_id > 0 AND e.id > p.told_until
    WHERE p.ended_at IS NULL AND p.told_at IS NOT NULL AND p.since <= %(at)s AND p.until > %(at)s
      AND c.access_id IS NULL
      AND NOT EXISTS (SELECT FROM cases_merge m WHERE m.case_id = c.id AND m.ended_at IS NULL)
      AND e.name = ANY(%(news)s) AND e.at <= %(settled)s
      AND (e.name <> 'cases.case-answered' OR EXISTS (
            SELECT FROM contacts_outgoing o
            WHERE o.id = (e.payload->>'outgoing_id')::bigint AND o.state <> 'cancelled'))
      AND (e.name <> 'cases.contact-joined' OR EXISTS (
            SELECT FROM contacts_contact k
            LEFT JOIN contacts_message m ON m.contact_id = k.id AND m.direction = 'in'
            WHERE k.id = e.contact_id AND coalesce(m.automatic, '') = ''
              AND (k.customer_id = c.customer_id OR k.customer_id IS NULL AND k.channel = 'web'
                   OR EXISTS (SELECT FROM cases_participant o
                              WHERE o.case_id = c.id AND o."right" = 'reply'
                                AND o.address = lower(m.sender_address)))
              AND lower(coalesce(m.sender_address, '')) <> p.address
              AND (m.id IS NULL OR m.sender_address <> '' OR m.sender_name <> p.name)))
    GROUP BY p.id ORDER BY p.id LIMIT %(most)s
"""


@dataclass(frozen=True)
class ParticipantNews:
    """What has happened, by the names of the events; `until` is the newest."""

    participant: Participant
    until: int
    names: tuple[str, ...]


def participants_to_tell(*, most: int, at: datetime) -> Iterator[ParticipantNews]:
    """Yield who has not been told of what their case's page says now."""
    given: dict[str, Any] = {
        "at": at,
        "settled": at - SETTLED,
        "news": list(NEWS),
        "most": most,
    }
    with connection.cursor() as cursor:
        cursor.execute(WAITING, given)
        rows = cursor.fetchall()
    known = Participant.objects.select_related("case__client").in_bulk([pk for pk, *_rest in rows])
    for pk, until, names in rows:
        if pk in known:
            yield ParticipantNews(known[pk], until, tuple(names))
