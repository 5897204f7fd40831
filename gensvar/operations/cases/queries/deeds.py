"""How a case stands in everything that an act can change and another can put back."""

from typing import Any, Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import DateTimeField, Exists, F, OuterRef, Subquery

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models import Case, CaseCause, Merge, Snooze, Tagging, Watch

Standing = dict[str, Any]
PLAIN: Final = ("state", "stage", "title", "need_type")
KEYS: Final = (
    *PLAIN,
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
# What happens to a case without changing anything that somebody who acts on it looked at.
OF_NO_CONSEQUENCE: Final = (
    "cases.alarm-raised",
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
    here = OuterRef("pk")
    tags = Tagging.objects.filter(case=here).order_by("tag_id").values("tag_id")
    rest = Snooze.objects.filter(case=here, ended_at=None).values("until")
    rows = Case.objects.filter(pk=case_id).annotate(
        held_subject=F("subject_id"),
        held_type=F("type_id"),
        held_agent=F("agent_id"),
        held_group=F("group_id"),
        held_tags=ArraySubquery(tags),
        held_rest=Subquery(rest[:1], output_field=DateTimeField()),
        held_disruption=Subquery(CaseCause.objects.filter(case=here).values("disruption_id")[:1]),
        held_watched=Exists(Watch.objects.filter(case=here, agent=me)),
        held_merged=Exists(Merge.objects.filter(case=here, ended_at=None)),
    )
    fields = [key if key in PLAIN else f"held_{key}" for key in KEYS]
    row = rows.values_list(*fields).first()
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
