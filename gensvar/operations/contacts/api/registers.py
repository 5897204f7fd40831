"""The national block register (NIX), for programs that bring in a newer one."""

from datetime import date, datetime
from typing import Any

from django.http import Http404
from django.utils.timezone import now
from ninja import Router, Schema, Status
from pydantic import Field

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.parameters import Body, Line
from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.operations.contacts.blocking import RegisterWish, import_register, planned
from gensvar.operations.contacts.models import BlockRegister
from gensvar.operations.contacts.rules import register_ends_on

router = Router(tags=["calls"])
MOST_LISTED, MOST_TOLD = 100, 100


class BlockRegisterOut(Schema):
    id: int
    client: str
    version_on: date
    ends_on: date = Field(description="From this day on it may no longer be asked.")
    numbers: int
    at: datetime

    @staticmethod
    def resolve_client(row: BlockRegister) -> str:
        return row.client.code

    @staticmethod
    def resolve_ends_on(row: BlockRegister) -> date:
        return register_ends_on(row.version_on)


class BlockRegisterIn(Body):
    client: Line = Field(description="The client's code.")
    version_on: date = Field(description="Of what day the register is.")
    table: str = Field(
        min_length=1, max_length=2_000_000, description="One number on each line, as text or CSV."
    )
    dry_run: bool = True


class RefusedLineOut(Schema):
    line: int
    value: str


class BroughtInOut(Schema):
    id: int | None = Field(description="None in a dry run.")
    numbers: int
    refused: list[RefusedLineOut] = Field(description="The first lines that are no number.")


@router.get("", response=list[BlockRegisterOut], summary="List block registers, newest first")
@requires("setup.read")
def list_block_registers(request: AgentRequest) -> Any:
    within = reach(request.identity, "setup.read").clients
    rows = BlockRegister.objects.filter(client__in=within).select_related("client")
    return list(rows.order_by("-pk")[:MOST_LISTED])


@router.post("", response={201: BroughtInOut}, summary="Bring in a block register (NIX)")
@requires("setup.write")
def bring_in_block_register(request: AgentRequest, body: BlockRegisterIn) -> Any:
    """Calls are checked against it from now on; a dry run changes nothing."""
    within = reach(request.identity, "setup.write").clients
    client = Client.objects.filter(pk__in=within, code__iexact=body.client[:80]).first()
    if client is None:
        raise Http404
    wish = RegisterWish(body.table, body.version_on)
    plan = planned(client, wish)
    made = None if body.dry_run else import_register(client, wish, by=request.user, at=now())
    return Status(
        201,
        {
            "id": made.pk if made else None,
            "numbers": len(plan.numbers),
            "refused": [
                {"line": line, "value": written} for line, written in plan.refused[:MOST_TOLD]
            ],
        },
    )
