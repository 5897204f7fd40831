"""Bring customers in from a table, all or none; and take them out again."""

from datetime import datetime

from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.customers.actions.knowing import about, add_customer
from gensvar.operations.customers.events import (
    CustomerRemoved,
    CustomersImported,
    ImportUndone,
)
from gensvar.operations.customers.models import Customer, Import, ImportedCustomer
from gensvar.operations.customers.queries import planned_import
from gensvar.operations.customers.rules.tables import Line


class TableFaulty(Refused):
    message = _("The table has faults. Nothing was brought in.")
    status = 422


class NothingNew(Refused):
    message = _("Nobody in the table is new. Nothing was brought in.")
    status = 422


class ImportAlreadyUndone(Refused):
    message = _("This import has been undone already.")


@action
def import_customers(client: Client, table: str, *, by: Agent | None, at: datetime) -> Import:
    """Add everybody in a table whom the client does not know yet; others are left as they are."""
    plan = planned_import(client, table)
    if plan.faults:
        raise TableFaulty
    if not plan.new:
        raise NothingNew
    brought = Import.objects.create(client=client, at=at, by=by, added=len(plan.new))
    ImportedCustomer.objects.bulk_create(
        ImportedCustomer(
            of=brought, client=client, customer=_add(client, line, at=at), line=line.number
        )
        for line in plan.new
    )
    event = CustomersImported(
        client_id=client.pk,
        agent_id=by.pk if by else None,
        import_id=brought.pk,
        added=brought.added,
    )
    announce(event, at=at)
    return brought


def _add(client: Client, line: Line, *, at: datetime) -> Customer:
    customer = add_customer(
        client,
        name=line.name,
        kind=line.kind,
        type=line.type,
        language=line.language,
        addresses=line.addresses,
        at=at,
    )
    if line.preferred_channel or line.cost_centre:
        customer.preferred_channel = line.preferred_channel
        customer.cost_centre = line.cost_centre
        customer.save(update_fields=["preferred_channel", "cost_centre"])
    return customer


@action
def undo_import(brought: Import, *, by: Agent | None, at: datetime) -> Import:
    """Remove whom an import brought; whoever something hangs on since then stays."""
    brought = Import.objects.select_for_update(of=("self",)).get(pk=brought.pk)
    if brought.undone_at is not None:
        raise ImportAlreadyUndone
    rows = ImportedCustomer.objects.filter(of=brought).select_related("customer").order_by("line")
    removed = 0
    for row in rows:
        carried = about(row.customer, by)
        if _remove(row.customer, since=brought.at):
            removed += 1
            announce(CustomerRemoved(import_id=brought.pk, **carried), at=at)
    brought.undone_at, brought.undone_by = at, by
    brought.kept = brought.added - removed
    brought.save(update_fields=["undone_at", "undone_by", "kept"])
    event = ImportUndone(
        client_id=brought.client_id,
        agent_id=by.pk if by else None,
        import_id=brought.pk,
        removed=removed,
        kept=brought.kept,
    )
    announce(event, at=at)
    return brought


def _remove(customer: Customer, *, since: datetime) -> bool:
    """Remove a customer on whom nothing hangs; say whether that was so."""
    learnt = customer.addresses.exclude(since=since, until=None)
    if customer.merged_into_id is not None or customer.needs.exists() or learnt.exists():
        return False
    try:
        with transaction.atomic():
            customer.delete()
            # The database looks again, also at rows that whoever undoes may not see.
            _check_references()
    except (ProtectedError, IntegrityError):
        return False
    return True


def _check_references() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
