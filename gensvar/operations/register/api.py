"""The register over the API: places, and who answers for each at a moment."""

from datetime import date
from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema, Status
from pydantic import Field

from gensvar.foundation.integrations.choosing import client_chosen
from gensvar.foundation.integrations.exports import Column
from gensvar.foundation.integrations.listing import AS_FILE, ListAsked, listed
from gensvar.foundation.integrations.paging import Page
from gensvar.foundation.integrations.parameters import Body, Date, Moment
from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.foundation.people.models import Group
from gensvar.operations.register import actions
from gensvar.operations.register.models import Hours, Place, PlaceKind
from gensvar.operations.register.queries.answering import coverage_of, who_answers
from gensvar.operations.register.queries.finding import find_places
from gensvar.operations.register.queries.importing import planned_import, service_called
from gensvar.operations.register.rules.answering import coverage

router = Router(tags=["places"])
imports = Router(tags=["places"])
ROUTERS = {"/places": router, "/place-imports": imports}
MOST_FOUND = 200


class PlaceOut(Schema):
    id: int
    client: str
    code: str
    name: str
    kind: str
    parent: str | None = Field(description="The code of what it is part of.")
    address: str
    valid_from: date
    valid_until: date | None = Field(description="The day on which it no longer is there.")

    @staticmethod
    def resolve_client(place: Place) -> str:
        return place.client.code

    @staticmethod
    def resolve_parent(place: Place) -> str | None:
        return place.parent.code if place.parent else None


class PlacePage(Page[PlaceOut]):
    pass


class PlacesAsked(ListAsked):
    client: str = Field("", max_length=40, description="A client's code.")
    code: str = Field("", max_length=40)
    kind: PlaceKind | None = None
    q: str = Field("", max_length=120, description="Code, name or address, also misspelt.")


class PlaceChange(Body):
    code: str | None = Field(None, min_length=1, max_length=40)
    name: str | None = Field(None, min_length=1, max_length=120)
    kind: PlaceKind | None = None
    parent: str | None = Field(None, max_length=40, description="A code; empty for none.")
    address: str | None = Field(None, max_length=200)
    valid_from: Date | None = None
    valid_until: Date | None = None


class PlaceIn(PlaceChange):
    client: str = Field("", max_length=40, description="Its code; without, the first internal.")
    code: str = Field(min_length=1, max_length=40)
    name: str = Field(min_length=1, max_length=120)


class ResponsibleAsked(Schema):
    place: str = Field("", max_length=40, description="The code of a place.")
    service: str = Field("", max_length=60, description="A service type by name, such as Värme.")
    at: Moment | None = Field(None, description="A moment; without it, now.")
    client: str = Field("", max_length=40)


class ResponsibleOut(Schema):
    place: str
    service: str | None
    group: str | None = Field(description="The code of the group that gets it.")
    hours: Hours = Field(description="Whether the moment lies in office hours or duty hours.")
    named_for: str | None = Field(description="The place whose row says so; none: nobody is named.")
    finding: str | None = Field(description="“unmapped” where the fallback group gets it.")


class ResponsibilityIn(Body):
    group: str = Field(max_length=20, description="A group by its code.")
    service: str = Field("", max_length=60, description="Empty: every service.")
    hours: Hours = Hours.ALWAYS
    valid_from: Date | None = Field(None, description="Without it, today.")


class CoverageAsked(Schema):
    client: str = Field("", max_length=40, description="Its code; without, the first internal.")


class CoverageOut(Schema):
    mapped: int
    all: int
    share: float | None = Field(description="K124, 0–1.")
    unmapped: list[PlaceOut]


class PlaceImportIn(Body):
    table: str = Field(max_length=2_000_000, description="CSV, its first line the headings.")
    client: str = Field("", max_length=40)
    dry_run: bool = True


class PlaceFault(Schema):
    line: int
    column: str
    code: str
    value: str


class PlaceImportOut(Schema):
    new: int
    known: int
    changed: int | None = Field(description="None in a dry run.")
    faults: list[PlaceFault]


COLUMNS: list[Column[Place]] = [
    Column("code", lambda row: row.code),
    Column("name", lambda row: row.name),
    Column("kind", lambda row: row.kind),
    Column("parent", lambda row: row.parent.code if row.parent else ""),
    Column("address", lambda row: row.address),
    Column("valid_from", lambda row: row.valid_from),
    Column("valid_until", lambda row: row.valid_until),
]


@router.get("", response=PlacePage, openapi_extra=AS_FILE, summary="List places")
@requires("register.read")
def list_places(request: AgentRequest, asked: Query[PlacesAsked]) -> Any:
    rows = Place.objects.select_related("client", "parent")
    if asked.client:
        rows = rows.filter(client__code=asked.client)
    if asked.code:
        rows = rows.filter(code__iexact=asked.code)
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.q:
        found = find_places(asked.q, on=localdate(), most=MOST_FOUND)
        rows = rows.filter(pk__in=[one.pk for one in found])
    return listed(request, rows, asked, of=PlaceOut, columns=COLUMNS, permission="register.read")


@router.get("/responsible", response=ResponsibleOut, summary="Who answers for a place")
@requires("register.read")
def read_responsible(request: AgentRequest, asked: Query[ResponsibleAsked]) -> Any:
    places = Place.objects.select_related("client").filter(code__iexact=asked.place)
    if asked.client:
        places = places.filter(client__code=asked.client)
    place = places.order_by("pk").first()
    if place is None:
        raise invalid("query:place", _("There is no such place."))
    service = service_called(place.client, asked.service)
    if asked.service and service is None:
        raise invalid("query:service", _("The client has no such service type."))
    found = who_answers(place, service=service, at=asked.at or now())
    return ResponsibleOut(
        place=place.code,
        service=service.name if service else None,
        group=found.group.code if found.group else None,
        hours=Hours(found.hours),
        named_for=found.named_for.code if found.named_for else None,
        finding="unmapped" if found.is_missing else None,
    )


@router.get("/coverage", response=CoverageOut, summary="How many places have a group (K124)")
@requires("register.read")
def read_coverage(request: AgentRequest, asked: Query[CoverageAsked]) -> Any:
    chosen = client_chosen(request.identity, "register.read", asked.client)
    found = coverage_of(chosen, on=localdate())
    return {
        "mapped": found.mapped,
        "all": found.all,
        "share": coverage(found.mapped, found.all),
        "unmapped": list(found.unmapped),
    }


@router.get("/{place_id}", response=PlaceOut, summary="Read a place")
@requires("register.read")
def read_place(request: AgentRequest, place_id: int) -> Place:
    return _found(place_id)


@router.post("", response={201: PlaceOut}, summary="Add a place")
@requires("register.write")
def create_place(request: AgentRequest, body: PlaceIn) -> Any:
    client = client_chosen(request.identity, "register.write", body.client)
    described = actions.Described(
        code=body.code,
        name=body.name,
        kind=body.kind or PlaceKind.PROPERTY,
        parent=_parent(client.pk, body.parent),
        address=body.address or "",
        valid_from=body.valid_from or localdate(),
        valid_until=body.valid_until,
    )
    return Status(201, actions.add_place(client, described, by=request.user, at=now()))


@router.patch("/{place_id}", response=PlaceOut, summary="Change a place")
@requires("register.write")
def change_place(request: AgentRequest, place_id: int, body: PlaceChange) -> Any:
    place = _writable(request, place_id)
    said = body.model_dump(exclude_unset=True)
    for name, value in said.items():
        if value is None and name not in {"parent", "valid_until"}:
            raise invalid(f"#/{name}", _("This cannot be empty."))
    if "parent" in said:
        said["parent"] = _parent(place.client_id, said["parent"])
    known = {name: getattr(place, name) for name in actions.Described.__dataclass_fields__}
    described = actions.Described(**{**known, **said})
    return actions.change_place(place, described, by=request.user, at=now())


@router.post("/{place_id}/responsibilities", response={201: PlaceOut}, summary="Name who answers")
@requires("register.write")
def create_responsibility(request: AgentRequest, place_id: int, body: ResponsibilityIn) -> Any:
    place = _writable(request, place_id)
    group = Group.objects.filter(client=place.client_id, code__iexact=body.group).first()
    if group is None:
        raise invalid("#/group", _("This client has no such group."))
    service = service_called(place.client, body.service)
    if body.service and service is None:
        raise invalid("#/service", _("The client has no such service type."))
    actions.entrust(
        place,
        group,
        service=service,
        hours=body.hours,
        valid_from=body.valid_from or localdate(),
        by=request.user,
        at=now(),
    )
    return Status(201, place)


@imports.post("", response={200: PlaceImportOut, 201: PlaceImportOut}, summary="Import places")
@requires("register.write")
def create_place_import(request: AgentRequest, body: PlaceImportIn) -> Any:
    """A dry run names line, column and code of every fault, and changes nothing."""
    client = client_chosen(request.identity, "register.write", body.client)
    plan = planned_import(client, body.table)
    out = PlaceImportOut(
        new=len(plan.new),
        known=len(plan.known),
        changed=None,
        faults=[
            PlaceFault(line=one.number, column=one.column, code=one.kind, value=one.value)
            for one in plan.faults
        ],
    )
    if body.dry_run:
        return Status(200, out)
    done = actions.import_places(client, body.table, by=request.user, at=now())
    out.changed = done - len(plan.new)
    return Status(201, out)


def _found(place_id: int) -> Place:
    rows = Place.objects.select_related("client", "parent")
    return get_object_or_404(rows, pk=place_id if 0 < place_id < 2**63 else 0)


def _writable(request: AgentRequest, place_id: int) -> Place:
    rows = Place.objects.select_related("client", "parent")
    rows = rows.filter(client__in=reach(request.identity, "register.write").clients)
    return get_object_or_404(rows, pk=place_id if 0 < place_id < 2**63 else 0)


def _parent(client_id: int, code: str | None) -> Place | None:
    if not code:
        return None
    parent = Place.objects.filter(client=client_id, code__iexact=code).first()
    if parent is None:
        raise invalid("#/parent", _("There is no such place."))
    return parent
