"""The rows behind a term of a formula, as far as the reader may see them (KPI-02)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from django.db.models import Q, QuerySet

from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.models import Case, CaseContact
from gensvar.operations.routing.models import Queue
from gensvar.oversight.kpi.models import Day, Fact
from gensvar.oversight.kpi.queries.periods import Period

PAGE: Final = 50
_PHONE, _CHAT = Q(channel="phone"), Q(channel="chat")
_ELSEWHERE = Q(kind="contact", outcome="in", seconds__isnull=False)
_ANSWERED = _PHONE & (Q(kind="wait", outcome="answered") | _ELSEWHERE)
_GIVEN_UP = _PHONE & Q(kind="wait", outcome="abandoned")
_CALLBACK = _PHONE & Q(kind="wait", outcome="callback")
_DONE = _PHONE & Q(kind="done")
_CHAT_TAKEN = _CHAT & Q(kind="wait", outcome="answered")
_CHAT_GIVEN_UP = _CHAT & Q(kind="wait", outcome="abandoned")
# Those with a limit say which: T for an answer, S for hanging up shortly.
TERMS: Final[Mapping[str, tuple[Q, str]]] = {
    "offered": (_PHONE & (Q(kind="offered") | _ELSEWHERE), ""),
    "offered_outside": (Q(kind="outside"), ""),
    "ans": (_ANSWERED, ""),
    "ans_T": (_ANSWERED, "T"),
    "ans_180": (_ANSWERED & Q(seconds__lte=180), ""),
    "aband": (_GIVEN_UP, ""),
    "aband_T": (_GIVEN_UP, "T"),
    "short": (_GIVEN_UP, "S"),
    "cb": (_CALLBACK, ""),
    "cb_accepted": (_CALLBACK, ""),
    "flow": (_PHONE & Q(kind="wait", outcome="overflow"), ""),
    "waits": (_ANSWERED | _GIVEN_UP, ""),
    "waits_answered": (_ANSWERED, ""),
    "waits_abandoned": (_GIVEN_UP, ""),
    "menu_calls": (Q(kind="menu"), ""),
    "menu_seconds": (Q(kind="menu"), ""),
    "menu_to_person": (Q(kind="menu", outcome="queued"), ""),
    "menu_hung_up": (Q(kind="menu", outcome="ended"), ""),
    "chat_taken": (_CHAT_TAKEN, ""),
    "chat_in_time": (_CHAT_TAKEN, "T"),
    "chat_abandoned": (_CHAT_GIVEN_UP, ""),
    "chat_short": (_CHAT_GIVEN_UP, "S"),
    "chat_reply_seconds": (Q(kind="chat-reply"), ""),
    "transferred": (_PHONE & Q(kind="transfer"), ""),
    "transferred_cold": (_PHONE & Q(kind="transfer", outcome="cold"), ""),
    "calls_with_hold": (Q(kind="call-end", outcome="answered", more_seconds__gt=0), ""),
    "hold_seconds": (Q(kind="call-end", outcome="answered", more_seconds__gt=0), ""),
    "handled": (_DONE, ""),
    "talk_seconds": (_DONE, ""),
    "wrap_seconds": (_DONE, ""),
    "closed": (Q(kind="closing"), ""),
    "lead_hours": (Q(kind="closing"), ""),
}


@dataclass(frozen=True)
class Row:
    """One happening behind a figure, and the case that it concerns where there is one."""

    at: datetime
    kind: str
    queue: str
    seconds: float | None
    working_seconds: float | None
    case_number: str
    case_title: str


def rows_behind(
    term: str,
    client: Client,
    period: Period,
    *,
    limits: Mapping[str, float],
    queue_id: int | None = None,
) -> QuerySet[Fact]:
    """Return the facts that a term counts, the newest first; only of days that are told."""
    condition, limit = TERMS[term]
    found = Fact.objects.filter(
        condition, client=client, day__gte=period.starts_on, day__lt=period.ends_on
    ).exclude(day__in=_days_untold(client, period))
    if queue_id is not None:
        found = found.filter(queue_id=queue_id)
    if limit and limit in limits:
        found = found.filter(seconds__lte=limits[limit])
    return found.order_by("-at", "-pk")


def _days_untold(client: Client, period: Period) -> list[date]:
    told = set(
        Day.objects.filter(client=client, closed_at__isnull=False).values_list("day", flat=True)
    )
    length = (period.ends_on - period.starts_on).days
    days = (period.starts_on + timedelta(n) for n in range(length))
    return [day for day in days if day not in told]


def told_rows(found: list[Fact]) -> list[Row]:
    """Return what is shown of facts, each with its case where the reader sees that one."""
    contacts = [fact.contact_id for fact in found if fact.contact_id]
    case_of = dict(
        CaseContact.objects.filter(contact__in=contacts)
        .order_by("-pk")
        .values_list("contact_id", "case_id")
    )
    numbers = [fact.case_id or case_of.get(fact.contact_id or 0) for fact in found]
    cases = Case.objects.in_bulk([number for number in numbers if number])
    queues = Queue.objects.in_bulk([fact.queue_id for fact in found if fact.queue_id])
    return [
        Row(
            at=fact.at,
            kind=fact.kind,
            queue=str(queues[fact.queue_id].name) if fact.queue_id in queues else "",
            seconds=fact.seconds,
            working_seconds=fact.working_seconds,
            case_number=cases[number].number if number in cases else "",
            case_title=cases[number].title if number in cases else "",
        )
        for fact, number in zip(found, numbers, strict=True)
    ]
