"""Whom something has happened to that they follow."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection

from gensvar.foundation.duty.queries import is_away
from gensvar.foundation.people.access import bound_as, identity_of, reach
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models import Case, Watch

# What is told; that somebody looked at a case, or followed it too, is no news.
NEWS = (
    "cases.contact-joined",
    "cases.case-answered",
    "cases.state-changed",
    "cases.stage-changed",
    "cases.promise-broken",
    "cases.promise-renegotiated",
    "cases.case-assigned",
    "cases.case-handed-over",
    "cases.feedback-given",
    "cases.note-written",
    "cases.file-added",
    "cases.case-merged",
    "cases.case-taken-in",
    "cases.case-split",
    "cases.case-woken",
)
# An act is written by several events, and transactions end in another order than they began.
SETTLED = timedelta(seconds=10)
WAITING = """
    SELECT w.id, max(e.id), array_agg(DISTINCT e.name ORDER BY e.name)
    FROM cases_watch w
    LEFT JOIN LATERAL standing_case(w.case_id) whole ON true  -- none leads to what is hidden
    JOIN events_eventrecord e
      ON e.case_id IN (w.case_id, whole.case_id) AND e.case_id > 0 AND e.id > w.told_until
    WHERE e.name = ANY(%s) AND e.at <= %s AND e.agent_id IS DISTINCT FROM w.agent_id
    GROUP BY w.id ORDER BY w.id LIMIT %s
"""


@dataclass(frozen=True)
class News:
    """What has happened in a followed case, by the names of the events; `until` is the newest."""

    watch: Watch
    until: int
    names: tuple[str, ...]


def news_waiting(*, most: int, at: datetime) -> Iterator[News]:
    """Yield what followers have not been told of, one follower of one case at a time."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING, [list(NEWS), at - SETTLED, most])
        rows = cursor.fetchall()
    watches = Watch.objects.select_related("case__client", "case__subject", "agent")
    known = watches.in_bulk([pk for pk, _until, _names in rows])
    for pk, until, names in rows:
        if pk in known:
            yield News(known[pk], until, tuple(names))


def may_be_told(agent: Agent, case: Case, *, at: datetime) -> bool:
    """Say whether somebody works here, now, and may still read the case."""
    if not agent.is_active or is_away(agent, at=at):
        return False
    return still_sees(agent, case, at=at)


def still_sees(agent: Agent, case: Case, *, at: datetime) -> bool:
    """Say whether the agent would find the case on a page at this moment."""
    with bound_as(reach(identity_of(agent, at=at), "cases.read")):
        return Case.objects.filter(pk=case.pk).exists()
