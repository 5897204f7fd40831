"""How a case stands in everything that an act can change and another can put back."""

from typing import Any, Final

from django.db import connection

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import Agent

Standing = dict[str, Any]
KEYS: Final = (
    "state",
    "stage",
    "title",
    "need_type",
    "subject",
    "type",
    "agent",
    "group",
    "tags",
    "rest",
    "disruption",
    "watched",
    "merged",
)
# In the order of the keys. By hand, for each act asks twice, and of a thousand cases at a time.
STANDING: Final = """
    SELECT c.state, c.stage, c.title, c.need_type, c.subject_id, c.type_id, c.agent_id, c.group_id,
        ARRAY(SELECT tag_id FROM cases_tagging WHERE case_id = c.id ORDER BY tag_id),
        (SELECT until FROM cases_snooze WHERE case_id = c.id AND ended_at IS NULL LIMIT 1),
        (SELECT disruption_id FROM cases_casecause WHERE case_id = c.id LIMIT 1),
        EXISTS (SELECT FROM cases_watch WHERE case_id = c.id AND agent_id = %s),
        EXISTS (SELECT FROM cases_merge WHERE case_id = c.id AND ended_at IS NULL)
    FROM cases_case c WHERE c.id = %s
"""
# What happens to a case without changing anything that somebody who acts on it looked at.
OF_NO_CONSEQUENCE: Final = (
    "cases.alarm-raised",
    "cases.alarm-passed-on",
    "cases.promise-update-missed",
    "cases.case-watched",
    "cases.case-unwatched",
    "cases.follow-code-used",
    "cases.hand-over-warned",
    "cases.promise-asked-about",
    "cases.promise-told",
    "cases.reading-noted",
)


def standing(case_id: int, *, me: Agent) -> Standing | None:
    """Return how a case stands, in ids and codes; None where it cannot be seen (any more)."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING, [me.pk, case_id])
        row = cursor.fetchone()
    if row is None:
        return None
    found = dict(zip(KEYS, row, strict=True))
    if found["rest"] is not None:
        found["rest"] = found["rest"].isoformat()
    return found


def changed(before: Standing, after: Standing) -> list[str]:
    """Return what differs, in the order in which it is told."""
    return [key for key in KEYS if before[key] != after[key]]


def latest_change(case_id: int) -> int:
    """Return the number of the newest thing that has happened to a case, 0 where nothing has."""
    happened = EventRecord.objects.filter(case_id=case_id).exclude(name__in=OF_NO_CONSEQUENCE)
    return happened.order_by("-id").values_list("id", flat=True).first() or 0
