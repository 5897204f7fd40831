"""What the record says of a case, for people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import Agent

MOST = 500


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event: when, who (empty: by itself), which, and its facts as they were written."""

    at: datetime
    who: str
    name: str
    facts: Mapping[str, Any]


def history_of(case_id: int) -> list[Recorded]:
    """Return the newest events of a case, newest first."""
    records = list(
        EventRecord.objects.filter(case_id=case_id, case_id__gt=0).order_by("-id")[:MOST]
    )
    agents = Agent.objects.filter(pk__in={record.agent_id for record in records if record.agent_id})
    names = dict(agents.values_list("pk", "name"))
    return [
        Recorded(record.at, names.get(record.agent_id or 0, ""), record.name, record.payload)
        for record in records
    ]
