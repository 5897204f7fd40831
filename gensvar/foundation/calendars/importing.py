"""What a file of closing days would change, before it does."""

from dataclasses import dataclass
from datetime import datetime

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.models import Deviation
from gensvar.foundation.calendars.queries import zone
from gensvar.science.worktime.closingdays import ClosingDay, Fault, read_closing_days


@dataclass(frozen=True)
class ClosingPlan:
    """What becomes of each day in a file.

    standing: days that have other hours, or are closed, already; they stay as they are.
    passed: days that have been, which nobody can close any more.
    """

    new: tuple[ClosingDay, ...]
    standing: tuple[ClosingDay, ...]
    passed: tuple[ClosingDay, ...]
    faults: tuple[Fault, ...]


def planned_closing_days(client: Client, content: bytes, *, at: datetime) -> ClosingPlan:
    """Return what bringing in a calendar file would do to a client; nothing is changed."""
    read = read_closing_days(content)
    today = at.astimezone(zone()).date()
    coming = [day for day in read.days if day.on >= today]
    standing = set(
        Deviation.objects.filter(
            client=client, channel="", on__in=[day.on for day in coming]
        ).values_list("on", flat=True)
    )
    return ClosingPlan(
        new=tuple(day for day in coming if day.on not in standing),
        standing=tuple(day for day in coming if day.on in standing),
        passed=tuple(day for day in read.days if day.on < today),
        faults=read.faults,
    )
