"""The catalogue over the API: what people ask about."""

from typing import Any

from ninja import Query, Router, Schema
from pydantic import Field

from gensvar.foundation.integrations.exports import Column
from gensvar.foundation.integrations.listing import AS_FILE, ListAsked, listed
from gensvar.foundation.integrations.paging import Page
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.operations.knowledge.models import Subject

router = Router(tags=["subjects"])


class SubjectOut(Schema):
    id: int
    client: str
    name: str
    area: str
    department: str
    group: str | None = Field(description="The code of the group that answers.")
    tier: int = Field(description="1 do it yourself, 2 customer service, 3 department.")
    is_public: bool
    answer_days: int = Field(description="Working days within which a customer is answered.")

    @staticmethod
    def resolve_client(subject: Subject) -> str:
        return subject.client.code

    @staticmethod
    def resolve_area(subject: Subject) -> str:
        return subject.area.name

    @staticmethod
    def resolve_department(subject: Subject) -> str:
        return subject.area.department

    @staticmethod
    def resolve_group(subject: Subject) -> str | None:
        return subject.group.code if subject.group else None


class SubjectPage(Page[SubjectOut]):
    pass


class SubjectAsked(ListAsked):
    client: str = Field("", max_length=40, description="A client's code.")
    q: str = Field("", max_length=120, description="A part of the name.")


COLUMNS: list[Column[Subject]] = [
    Column("id", lambda row: row.pk),
    Column("client", lambda row: row.client.code),
    Column("name", lambda row: row.name),
    Column("area", lambda row: row.area.name),
    Column("department", lambda row: row.area.department),
    Column("group", lambda row: row.group.code if row.group else ""),
    Column("tier", lambda row: row.tier),
    Column("is_public", lambda row: row.is_public),
    Column("answer_days", lambda row: row.answer_days),
]


@router.get("", response=SubjectPage, openapi_extra=AS_FILE, summary="List subjects")
@requires("knowledge.read")
def list_subjects(request: AgentRequest, asked: Query[SubjectAsked]) -> Any:
    clients = reach(request.identity, "knowledge.read").clients
    rows = Subject.objects.filter(client__in=clients, retired_at=None)
    rows = rows.select_related("client", "area", "group")
    if asked.client:
        rows = rows.filter(client__code=asked.client)
    if asked.q:
        rows = rows.filter(name__icontains=asked.q)
    return listed(request, rows, asked, of=SubjectOut, columns=COLUMNS, permission="knowledge.read")
