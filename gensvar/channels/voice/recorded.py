"""What is known of recordings: whether a talk may be recorded, whose are whose, what is due."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from gensvar.channels.voice.models import (
    Call,
    CallRecording,
    Notice,
    NotRecorded,
    RecordingPlan,
    Station,
    Withheld,
)
from gensvar.channels.voice.rules.calls import Event, State
from gensvar.channels.voice.rules.recordings import NOTICE_SECONDS, Facts, Tape
from gensvar.foundation.people.access import Identity
from gensvar.operations.cases.models import Case
from gensvar.operations.routing.models import QueueSubject

HEAR, COACH = "recordings.read", "recordings.coach"


def plan_of(call: Call, *, at: datetime) -> RecordingPlan | None:
    """Return by what a call may be recorded, in the queue in which it waits or waited."""
    queue = call.waits_in
    return RecordingPlan.objects.in_force(at).filter(queue=queue).first() if queue else None


def facts_of(call: Call, *, at: datetime) -> Facts:
    """Return what decides whether a call may be recorded, as it stands now."""
    if plan_of(call, at=at) is None:
        return Facts()
    return replace(
        forbidding(call),
        is_planned=True,
        was_told=Notice.objects.filter(call=call).exists() and _was_told(call),
    )


def forbidding(call: Call) -> Facts:
    """Return what forbids that anybody else hears a call, now or later."""
    customer = call.contact.customer
    return Facts(
        has_declined=Notice.objects.filter(call=call).exclude(declined_at=None).exists(),
        subject_forbids=_subject_forbids(call),
        # Whoever is protected may be known to nobody who answers.
        is_protected=Withheld.objects.filter(call=call).exists()
        or (customer is not None and customer.protected),
    )


def _was_told(call: Call) -> bool:
    """Say whether the greeting, of which the notice is part, was heard to its end."""
    greeting = call.stations.filter(state=State.GREETING, seconds__gte=NOTICE_SECONDS).first()
    if greeting is None:
        return False
    after = Station.objects.filter(call=call, place=greeting.place + 1)
    return after.filter(event__in=[Event.SAID, Event.HAS_MENU]).exists()


def _subject_forbids(call: Call) -> bool:
    """Say so also of a queue that is there for such a subject."""
    forbidden = NotRecorded.objects.filter(client=call.client_id).values("subject")
    if call.contact.cases.filter(subject__in=forbidden).exists():
        return True
    queue = call.waits_in
    return bool(queue and QueueSubject.objects.filter(queue=queue, subject__in=forbidden).exists())


def to_see_to(bridge: str) -> list[int]:
    """Return the recordings of a bridge's calls of which something is asked, or that must end."""
    found = CallRecording.objects.going_on().filter(call__bridge=bridge, call__ended_at=None)
    due = ~Q(asked="") | Q(call__notice__declined_at__isnull=False) | must_go()
    return list(found.filter(due).order_by("pk").values_list("pk", flat=True))


def must_go() -> Q:
    """Match recordings whose subject or customer turned out to forbid them."""
    cases = Case.objects.filter(contacts=OuterRef("call__contact"))
    forbidden = cases.filter(subject__in=NotRecorded.objects.values("subject"))
    is_protected = Q(call__contact__customer__protected=True) | Q(call__withheld__isnull=False)
    return Q(Exists(forbidden)) | is_protected


def to_fetch() -> "QuerySet[CallRecording]":
    """Return what the telephone system still has, oldest first."""
    found = CallRecording.objects.filter(state=Tape.OVER, fetched_at=None)
    return found.order_by("pk")


def to_delete(*, today: date) -> "QuerySet[CallRecording]":
    kept = CallRecording.objects.kept().filter(state=Tape.OVER)
    return kept.filter(Q(expires_on__lte=today) | must_go()).order_by("pk")


def heard_by(identity: Identity, clients: Iterable[int]) -> "QuerySet[CallRecording]":
    """Return the recordings that somebody may hear: their own, and of those nearest below them."""
    coached = [one for one in clients if identity.may(COACH, client_id=one)]
    own = Q(agent=identity.agent_id) & Q(client__in=list(clients))
    below = Q(agent__manager=identity.agent_id) & Q(client__in=coached)
    found = CallRecording.objects.filter(own | below)
    return found.select_related("call__contact__customer", "agent", "plan", "client", "file")
