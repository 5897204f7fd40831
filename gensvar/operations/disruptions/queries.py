"""Which disruptions there are, for those who work and for those who ask."""

from collections.abc import Collection
from datetime import datetime

from gensvar.foundation.agreements.models import Client
from gensvar.operations.disruptions.models import Disruption
from gensvar.operations.disruptions.rules import names_place


def public_disruptions(client: Client, *, at: datetime) -> list[Disruption]:
    """Return what the client's customers are told of, the newest first."""
    told = Disruption.objects.ongoing(at=at).filter(client=client, is_public=True)
    return list(told.order_by("-started_at", "-pk"))


def ongoing_for(clients: Collection[int], *, at: datetime) -> list[Disruption]:
    """Return what goes on for these clients, the newest first."""
    rows = Disruption.objects.ongoing(at=at).filter(client__in=clients)
    return list(rows.order_by("-started_at", "-pk"))


def possible_causes(
    client_id: int, *, subject_id: int | None, text: str, at: datetime
) -> list[Disruption]:
    """Return the disruptions that a case of this subject, or naming such a place, may be about."""
    return [
        one
        for one in Disruption.objects.ongoing(at=at).filter(client=client_id)
        if (subject_id is not None and one.subject_id == subject_id) or names_place(text, one.area)
    ]
