"""Begin a catalogue from the service areas that a municipality has."""

from datetime import datetime

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Agent
from gensvar.operations.knowledge.actions.keeping import add_area
from gensvar.operations.knowledge.models import ServiceArea
from gensvar.operations.knowledge.standard import AREAS


@action
def add_standard_areas(client: Client, *, by: Agent, at: datetime) -> int:
    """Add those of the 24 areas that the client has not; those it has stay as they are."""
    known = set(ServiceArea.objects.filter(client=client).values_list("name", flat=True))
    added = [
        add_area(client, name=name, department=department, position=place, by=by, at=at)
        for department, names in AREAS.items()
        for place, name in enumerate(names)
        if name not in known
    ]
    return len(added)
