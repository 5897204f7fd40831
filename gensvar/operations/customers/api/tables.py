"""Customers in a table: what it would do, bring it in, take it out again."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.timezone import now
from ninja import Status

from gensvar.foundation.integrations.choosing import client_chosen
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.customers.actions import import_customers, undo_import
from gensvar.operations.customers.api.routes import imports
from gensvar.operations.customers.api.schemas import (
    ImportFault,
    ImportIn,
    ImportOut,
    ImportUndoneOut,
    KnownAlready,
)
from gensvar.operations.customers.models import Import
from gensvar.operations.customers.queries import planned_import


@imports.post("", response={200: ImportOut, 201: ImportOut}, summary="Import customers from CSV")
@requires("customers.import")
def create_import(request: AgentRequest, body: ImportIn) -> Any:
    """A dry run names line, column and code of every fault, and changes nothing."""
    client = client_chosen(request.identity, "customers.import", body.client)
    plan = planned_import(client, body.table)
    out = ImportOut(
        id=None,
        added=len(plan.new),
        known=[KnownAlready(line=line.number, number=number) for line, number in plan.known],
        faults=[
            ImportFault(line=one.number, column=one.column, code=one.kind, value=one.value)
            for one in plan.faults
        ],
    )
    if body.dry_run:
        return Status(200, out)
    brought = import_customers(client, body.table, by=request.user, at=now())
    out.id = brought.pk
    return Status(201, out)


@imports.delete("/{brought}", response=ImportUndoneOut, summary="Undo an import")
@requires("customers.import")
def delete_import(request: AgentRequest, brought: int) -> Any:
    chosen = get_object_or_404(Import, pk=brought)
    undone = undo_import(chosen, by=request.user, at=now())
    return ImportUndoneOut(id=undone.pk, removed=undone.added - undone.kept, kept=undone.kept)
