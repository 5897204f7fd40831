"""Bring a whole catalogue in from a table, or nothing of it."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.knowledge.actions.keeping import add_area, add_subject, change_subject
from gensvar.operations.knowledge.events import CatalogueImported
from gensvar.operations.knowledge.models import ServiceArea
from gensvar.operations.knowledge.queries import ImportPlan, Planned, planned_import


class ImportHasFaults(Refused):
    message = _("The table has faults, so nothing was brought in. Put them right first.")
    status = 422


@action
def import_catalogue(client: Client, text: str, *, by: Agent, at: datetime) -> ImportPlan:
    """Add the subjects that are new and change those that differ; none is retired."""
    Client.objects.select_for_update().get(pk=client.pk)
    plan = planned_import(client, text)
    if plan.faults:
        raise ImportHasFaults
    areas = {area.name: area for area in ServiceArea.objects.filter(client=client)}
    for planned in (*plan.new, *plan.changed):
        _bring_in(client, planned, areas, by=by, at=at)
    announce(
        CatalogueImported(
            client_id=client.pk, agent_id=by.pk, added=len(plan.new), changed=len(plan.changed)
        ),
        at=at,
    )
    return plan


def _bring_in(
    client: Client, planned: Planned, areas: dict[str, ServiceArea], *, by: Agent, at: datetime
) -> None:
    line = planned.line
    if line.area not in areas:
        areas[line.area] = add_area(
            client, name=line.area, department=line.department, by=by, at=at
        )
    settings = {"group": planned.group, "tier": line.tier, "is_public": line.is_public}
    if planned.subject is None:
        add_subject(areas[line.area], name=line.name, by=by, at=at, **settings)
    else:
        change_subject(planned.subject, area=areas[line.area], by=by, at=at, **settings)
