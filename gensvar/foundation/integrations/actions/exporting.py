from datetime import datetime

from django.db import transaction

from gensvar.foundation.events.actions import announce
from gensvar.foundation.integrations.events import ListExported


@transaction.atomic
def note_export(listed: str, *, format: str, agent_id: int | None, at: datetime) -> None:
    """Put down in the record that somebody took a whole list out of the system."""
    announce(ListExported(agent_id=agent_id, listed=listed, format=format), at=at)
