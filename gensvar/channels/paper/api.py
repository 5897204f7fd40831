"""The scan register for programs: a scanner's own software may bring what it has scanned."""

from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from ninja import Query, Router, Schema, Status
from pydantic import Field

from gensvar.channels.paper.actions.noting import NotAScan, note_paper
from gensvar.channels.paper.models import Paper
from gensvar.channels.paper.queries import register_of
from gensvar.channels.paper.rules import is_scan
from gensvar.foundation.files.actions import uploads_of
from gensvar.foundation.integrations.choosing import client_chosen
from gensvar.foundation.integrations.exports import Column
from gensvar.foundation.integrations.listing import AS_FILE, ListAsked, listed
from gensvar.foundation.integrations.paging import Page
from gensvar.foundation.integrations.parameters import Body, Date, Id, Line
from gensvar.foundation.people.access import AgentRequest, reach, requires

router = Router(tags=["letters and faxes"])


class PaperOut(Schema):
    id: int
    client: str
    channel: str
    received_on: date = Field(description="Deadlines count from this day, not from the scan.")
    name: str
    is_scanned: bool
    noted_at: datetime
    contact_id: int | None = Field(description="None: it waits to be registered.")
    case: str | None

    @staticmethod
    def resolve_client(paper: Paper) -> str:
        return paper.client.code

    @staticmethod
    def resolve_is_scanned(paper: Paper) -> bool:
        return paper.file_id is not None

    @staticmethod
    def resolve_case(paper: Paper) -> str | None:
        return paper.case.number if paper.case else None


class PaperPage(Page[PaperOut]):
    pass


class PaperAsked(ListAsked):
    is_registered: bool | None = None


class PaperIn(Body):
    client: Line | None = Field(None, description="The client's code; your own if left out.")
    channel: Literal["letter", "fax"] = "letter"
    received_on: Date
    upload: UUID | None = Field(None, description="The id of an uploaded PDF, TIFF or JPEG.")


COLUMNS: list[Column[Paper]] = [
    Column("id", lambda row: row.pk),
    Column("client", lambda row: row.client.code),
    Column("channel", lambda row: row.channel),
    Column("received_on", lambda row: row.received_on),
    Column("name", lambda row: row.name),
    Column("noted_at", lambda row: row.noted_at),
    Column("case", lambda row: row.case.number if row.case else ""),
]


@router.get("", response=PaperPage, openapi_extra=AS_FILE, summary="The scan register")
@requires("contacts.read")
def list_papers(request: AgentRequest, asked: Query[PaperAsked]) -> Any:
    rows = register_of(reach(request.identity, "contacts.read").clients)
    if asked.is_registered is not None:
        rows = rows.filter(contact__isnull=not asked.is_registered)
    return listed(request, rows, asked, of=PaperOut, columns=COLUMNS, permission="contacts.read")


@router.get("/{paper_id}", response=PaperOut, summary="One letter or fax")
@requires("contacts.read")
def one_paper(request: AgentRequest, paper_id: Id) -> Any:
    return get_object_or_404(
        register_of(reach(request.identity, "contacts.read").clients), pk=paper_id
    )


@router.post("", response={201: PaperOut}, summary="Note a letter or fax, to be registered")
@requires("contacts.write")
def create_paper(request: AgentRequest, body: PaperIn) -> Any:
    """It waits in the scan register until somebody says what it is about."""
    at = now()
    client = client_chosen(request.identity, "contacts.write", body.client)
    found = uploads_of(request.user, [body.upload], at=at) if body.upload else []
    for upload in found:
        if not is_scan(upload.name):
            raise NotAScan(name=upload.name)
    paper = note_paper(
        client,
        channel=body.channel,
        received_on=body.received_on,
        file=found[0].file if found else None,
        name=found[0].name if found else "",
        by=None if request.user.is_service else request.user,
        at=at,
    )
    return Status(201, paper)


ROUTERS = {"/papers": router}
