"""Disruptions over the API: what a telephone menu and others tell callers can come from here."""

from datetime import datetime
from typing import Any

from django.http import Http404
from django.utils.timezone import now
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema, Status
from pydantic import Field

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.exports import Column
from gensvar.foundation.integrations.listing import AS_FILE, ListAsked, listed
from gensvar.foundation.integrations.paging import Page
from gensvar.foundation.integrations.parameters import Moment
from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.operations.disruptions import actions
from gensvar.operations.disruptions.actions import Described
from gensvar.operations.disruptions.models import Disruption
from gensvar.operations.knowledge.models import Subject

router = Router(tags=["disruptions"])
ROUTERS = {"/disruptions": router}


class DisruptionOut(Schema):
    id: int
    client: str
    cause: str
    area: str
    subject: str | None
    started_at: datetime
    expected_until: datetime | None
    is_public: bool
    public_text: str
    public_text_en: str
    phone_text: str = Field(description="What a telephone menu that reads this says.")
    ended_at: datetime | None

    @staticmethod
    def resolve_client(disruption: Disruption) -> str:
        return disruption.client.code

    @staticmethod
    def resolve_subject(disruption: Disruption) -> str | None:
        return disruption.subject.name if disruption.subject else None


class DisruptionPage(Page[DisruptionOut]):
    pass


class DisruptionAsked(ListAsked):
    client: str = Field("", max_length=40, description="A client's code.")
    is_over: bool | None = Field(None, description="Only those that are over, or that are not.")


class DisruptionChange(Schema):
    cause: str | None = Field(None, min_length=1, max_length=120)
    area: str | None = Field(None, min_length=1, max_length=200)
    subject: str | None = Field(None, max_length=120, description="Its name; empty for none.")
    started_at: Moment | None = None
    expected_until: Moment | None = None
    is_public: bool | None = None
    public_text: str | None = Field(None, max_length=2_000)
    public_text_en: str | None = Field(None, max_length=2_000)
    phone_text: str | None = Field(None, max_length=1_000)


class DisruptionIn(DisruptionChange):
    client: str = Field("", max_length=40, description="Its code; without, the first internal.")
    cause: str = Field(min_length=1, max_length=120)
    area: str = Field(min_length=1, max_length=200)


class EndIn(Schema):
    closing_text: str = Field(min_length=1, max_length=4_000, description="What followers read.")
    closing_text_en: str = Field("", max_length=4_000)
    closes_cases: bool = Field(False, description="Finish the cases that it caused, too.")


COLUMNS: list[Column[Disruption]] = [
    Column("id", lambda row: row.pk),
    Column("client", lambda row: row.client.code),
    Column("cause", lambda row: row.cause),
    Column("area", lambda row: row.area),
    Column("subject", lambda row: row.subject.name if row.subject else ""),
    Column("started_at", lambda row: row.started_at),
    Column("expected_until", lambda row: row.expected_until),
    Column("ended_at", lambda row: row.ended_at),
]


@router.get("", response=DisruptionPage, openapi_extra=AS_FILE, summary="List disruptions")
@requires("disruptions.read")
def list_disruptions(request: AgentRequest, asked: Query[DisruptionAsked]) -> Any:
    rows = Disruption.objects.select_related("client", "subject")
    rows = rows.filter(client__in=reach(request.identity, "disruptions.read").clients)
    if asked.client:
        rows = rows.filter(client__code=asked.client)
    if asked.is_over is not None:
        rows = rows.filter(ended_at__isnull=not asked.is_over)
    return listed(
        request, rows, asked, of=DisruptionOut, columns=COLUMNS, permission="disruptions.read"
    )


@router.get("/{disruption_id}", response=DisruptionOut, summary="Read a disruption")
@requires("disruptions.read")
def read_disruption(request: AgentRequest, disruption_id: int) -> Disruption:
    return _found(request, disruption_id, "disruptions.read")


@router.post("", response={201: DisruptionOut}, summary="Open a disruption")
@requires("disruptions.write")
def create_disruption(request: AgentRequest, body: DisruptionIn) -> Any:
    client, at = _client(request, body.client), now()
    described = Described(
        cause=body.cause,
        area=body.area,
        subject=_subject(client, body.subject),
        started_at=body.started_at or at,
        expected_until=body.expected_until,
        is_public=bool(body.public_text) if body.is_public is None else body.is_public,
        public_text=body.public_text or "",
        public_text_en=body.public_text_en or "",
        phone_text=body.phone_text or "",
    )
    return Status(201, actions.begin(client, described, by=request.user, at=at))


@router.patch("/{disruption_id}", response=DisruptionOut, summary="Tell what has become known")
@requires("disruptions.write")
def change_disruption(request: AgentRequest, disruption_id: int, body: DisruptionChange) -> Any:
    found = _found(request, disruption_id, "disruptions.write")
    said = body.model_dump(exclude_unset=True)
    for name in ("cause", "area", "started_at", "is_public"):
        if name in said and said[name] is None:
            raise invalid(f"#/{name}", _("This cannot be empty."))
    if "subject" in said:
        said["subject"] = _subject(found.client, said["subject"])
    known = {name: getattr(found, name) for name in Described.__dataclass_fields__}
    texts = {name: value or "" for name, value in said.items() if "text" in name}
    described = Described(**{**known, **said, **texts})
    return actions.change(found, described, by=request.user, at=now())


@router.post("/{disruption_id}/end", response=DisruptionOut, summary="Say that it is over")
@requires("disruptions.write")
def end_disruption(request: AgentRequest, disruption_id: int, body: EndIn) -> Any:
    found = _found(request, disruption_id, "disruptions.write")
    return actions.end(found, by=request.user, at=now(), **body.model_dump())


def _found(request: AgentRequest, disruption_id: int, permission: str) -> Disruption:
    # What is public is seen by every role of the database; whose it is, is asked here.
    rows = Disruption.objects.select_related("client", "subject")
    rows = rows.filter(client__in=reach(request.identity, permission).clients)
    found = rows.filter(pk=disruption_id).first() if 0 < disruption_id < 2**63 else None
    if found is None:
        raise Http404
    return found


def _client(request: AgentRequest, code: str) -> Client:
    rows = Client.objects.filter(pk__in=reach(request.identity, "disruptions.write").clients)
    rows = rows.filter(code=code) if code else rows.order_by("-kind", "pk")
    client = rows.first()
    if client is None:
        raise invalid("#/client", _("There is no such client, or you may not act for it."))
    return client


def _subject(client: Client, name: str | None) -> Subject | None:
    if not name:
        return None
    subject = Subject.objects.filter(client=client, name=name, retired_at=None).first()
    if subject is None:
        raise invalid("#/subject", _("This client's catalogue has no such subject."))
    return subject
