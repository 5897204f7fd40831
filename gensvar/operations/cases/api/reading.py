from typing import Any

from django.db.models import Q, QuerySet
from ninja import Query
from pydantic import Field

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.integrations.exports import Column
from gensvar.foundation.integrations.listing import AS_FILE, ListAsked, listed
from gensvar.foundation.integrations.paging import PageAsked, page_of
from gensvar.foundation.integrations.parameters import Day, Id, instant
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.operations.cases.api.finding import found_case, whole_cases
from gensvar.operations.cases.api.routes import router
from gensvar.operations.cases.api.schemas import (
    CaseOut,
    CasePage,
    EventPage,
    HandOverOut,
    NoteOut,
    PromiseOut,
)
from gensvar.operations.cases.models import Case, NeedType, State
from gensvar.operations.cases.queries.columns import field_columns
from gensvar.operations.contacts.api.contacts import whole_contacts
from gensvar.operations.contacts.api.schemas import ContactOut
from gensvar.operations.contacts.models import Channel


class CaseAsked(ListAsked):
    state: State | None = None
    is_open: bool | None = Field(None, description="Every state but done, or only done.")
    subject: str = Field("", max_length=120, description="A subject's id or name.")
    need_type: NeedType | None = None
    group: str = Field("", max_length=20, description="A group's code.")
    agent: Id | None = Field(None, description="An agent's id.")
    unassigned: bool | None = None
    channel: Channel | None = None
    client: str = Field("", max_length=40, description="A client's code.")
    customer: Id | None = None
    number: str = Field("", max_length=12)
    tag: str = Field("", max_length=60)
    opened_from: Day | None = None
    opened_to: Day | None = Field(None, description="Exclusive.")
    q: str = Field("", max_length=200, description="A part of the title, or a number.")


COLUMNS: list[Column[Case]] = [
    Column("number", lambda row: row.number),
    Column("client", lambda row: row.client.code),
    Column("title", lambda row: row.title),
    Column("state", lambda row: row.state),
    Column("state_since", lambda row: row.state_since),
    Column("type", CaseOut.resolve_type),
    Column("stage", lambda row: row.stage),
    Column("subject", lambda row: row.subject.name if row.subject else ""),
    Column("need_type", lambda row: row.need_type),
    Column("channel", lambda row: row.channel),
    Column("language", lambda row: row.language),
    Column("customer", lambda row: row.customer.number if row.customer else ""),
    Column("agent", lambda row: row.agent.name if row.agent else ""),
    Column("group", lambda row: row.group.code if row.group else ""),
    Column("tags", lambda row: [tag.name for tag in row.tags.all()]),
    Column("opened_at", lambda row: row.opened_at),
    Column("closed_at", lambda row: row.closed_at),
]


def cases_asked_for(asked: CaseAsked) -> QuerySet[Case]:
    conditions: dict[str, object] = {
        "state": asked.state,
        "need_type": asked.need_type,
        "group__code": asked.group,
        "agent": asked.agent,
        "channel": asked.channel,
        "client__code": asked.client,
        "customer": asked.customer,
        "number": asked.number,
        "tags__name": asked.tag,
        "opened_at__gte": instant(asked.opened_from) if asked.opened_from else None,
        "opened_at__lt": instant(asked.opened_to) if asked.opened_to else None,
    }
    rows = whole_cases().filter(**{key: value for key, value in conditions.items() if value})
    if asked.subject:
        is_id = asked.subject.isascii() and asked.subject.isdigit() and len(asked.subject) < 19
        named = Q(subject__name=asked.subject)
        rows = rows.filter(named | Q(subject=int(asked.subject)) if is_id else named)
    if asked.is_open is not None:
        rows = rows.exclude(state=State.CLOSED) if asked.is_open else rows.filter(state="closed")
    if asked.unassigned is not None:
        rows = rows.filter(agent__isnull=asked.unassigned)
    if asked.q:
        rows = rows.filter(Q(number=asked.q.strip()) | Q(title__icontains=asked.q))
    return rows


@router.get("", response=CasePage, openapi_extra=AS_FILE, summary="List cases")
@requires("cases.read")
def list_cases(request: AgentRequest, asked: Query[CaseAsked]) -> Any:
    rows, columns = cases_asked_for(asked), COLUMNS
    if asked.format:
        columns = [*COLUMNS, *field_columns(reach(request.identity, "cases.read").clients)]
    return listed(request, rows, asked, of=CaseOut, columns=columns, permission="cases.read")


@router.get("/{case}", response=CaseOut, summary="One case, by number or id")
@requires("cases.read")
def one_case(request: AgentRequest, case: str) -> Any:
    return found_case(case)


@router.get("/{case}/contacts", response=list[ContactOut], summary="The contacts of a case")
@requires("cases.read")
def contacts_of_case(request: AgentRequest, case: str) -> Any:
    return whole_contacts().filter(cases=found_case(case)).order_by("pk")[:1000]


@router.get("/{case}/notes", response=list[NoteOut], summary="What colleagues noted")
@requires("cases.read")
def notes_of_case(request: AgentRequest, case: str) -> Any:
    return found_case(case).notes.select_related("by").order_by("pk")[:1000]


@router.get("/{case}/hand-overs", response=list[HandOverOut], summary="Hand-overs and feedback")
@requires("cases.read")
def hand_overs_of_case(request: AgentRequest, case: str) -> Any:
    rows = found_case(case).hand_overs.select_related(
        "to_group__manager", "case__agent", "by", "acceptance"
    )
    return rows.prefetch_related("feedback__by").order_by("pk")[:1000]


@router.get("/{case}/promises", response=list[PromiseOut], summary="What was promised, and kept")
@requires("cases.read")
def promises_of_case(request: AgentRequest, case: str) -> Any:
    rows = found_case(case).promises.select_related("group", "by", "end", "case", "client")
    return rows.order_by("pk")[:1000]


@router.get("/{case}/events", response=EventPage, summary="What happened to a case, oldest first")
@requires("cases.read")
def events_of_case(request: AgentRequest, case: str, asked: Query[PageAsked]) -> Any:
    rows = EventRecord.objects.of_case(found_case(case).pk)
    return page_of(rows, asked, newest_first=False)
