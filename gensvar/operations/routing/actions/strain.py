"""When work is too heavy: the agent is asked to take a break, and whoever is nearest is told."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import Agent
from gensvar.operations.routing.actions.heat import AlreadyHeardOf, PauseAnsweredAlready
from gensvar.operations.routing.actions.presence import go_away
from gensvar.operations.routing.events import (
    StrainAnswered,
    StrainFound,
    StrainHeardOf,
    StrainSeen,
)
from gensvar.operations.routing.models import Seat, Strain
from gensvar.operations.routing.queries.strain import strained
from gensvar.operations.routing.rules.presence import Reason
from gensvar.operations.routing.rules.strain import AGAIN

# How long figures of one person's work are kept; that there was one stays in the record.
KEPT = timedelta(days=90)


@action
def find_strain(*, at: datetime) -> list[Strain]:
    """Write down whose work is too heavy, once in a while for each, and forget what is old."""
    Strain.objects.filter(at__lt=at - KEPT).delete()
    lately = Strain.objects.filter(at__gt=at - AGAIN)
    known = set(lately.values_list("agent", "kind"))
    found = []
    for one in strained(at=at):
        if (one.seat.agent_id, one.kind.value) in known:
            continue
        strain = Strain.objects.create(
            client_id=one.seat.client_id,
            agent_id=one.seat.agent_id,
            kind=one.kind.value,
            at=at,
            share=one.share,
            seconds=one.seconds,
        )
        announce(
            StrainFound(
                strain_id=strain.pk,
                client_id=strain.client_id,
                agent_id=strain.agent_id,
                kind=strain.kind,
            ),
            at=at,
        )
        found.append(strain)
    return found


@action
def answer_strain(strain: Strain, *, by: Agent, is_pausing: bool, at: datetime) -> None:
    """Take the break that is proposed, or work on."""
    open_still = Strain.objects.filter(pk=strain.pk, agent=by, answered_at=None)
    if not open_still.update(answered_at=at, has_paused=is_pausing):
        raise PauseAnsweredAlready
    if is_pausing and Seat.objects.filter(agent=by).exists():
        go_away(by, reason=Reason.BREAK, at=at)
    announce(
        StrainAnswered(
            strain_id=strain.pk,
            client_id=strain.client_id,
            agent_id=by.pk,
            has_paused=is_pausing,
        ),
        at=at,
    )


@action
def hear_of_strain(strain: Strain, *, by: Agent, at: datetime) -> None:
    """Say, as whoever leads, that one knows of it and has seen to the agent."""
    if not Strain.objects.filter(pk=strain.pk, heard_at=None).update(heard_at=at, heard_by=by):
        raise AlreadyHeardOf
    announce(
        StrainHeardOf(
            strain_id=strain.pk,
            client_id=strain.client_id,
            agent_id=by.pk,
            of_agent_id=strain.agent_id,
        ),
        at=at,
    )


def note_strains_seen(strains: Iterable[Strain], *, by: Agent, at: datetime) -> None:
    """Write down who has looked at whose strain, once for each."""
    lately = EventRecord.objects.filter(name=StrainSeen.name, agent_id=by.pk)
    told = list(strains)
    since = min((one.at for one in told), default=at)
    known = set(lately.filter(at__gte=since).values_list("payload__strain_id", flat=True))
    for one in told:
        if one.pk not in known:
            announce(
                StrainSeen(
                    strain_id=one.pk,
                    client_id=one.client_id,
                    agent_id=by.pk,
                    of_agent_id=one.agent_id,
                ),
                at=at,
            )
