"""What is known of coaches at calls: whom they may listen to, and which watch is due."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from gensvar.channels.voice.models import Call, Leg, NotRecorded, Watch
from gensvar.channels.voice.recorded import COACH
from gensvar.channels.voice.rules.calls import Role
from gensvar.channels.voice.rules.legs import LegState
from gensvar.channels.voice.rules.monitoring import WATCHABLE
from gensvar.foundation.people.access import Identity
from gensvar.operations.cases.models import Case


def coached_talks(identity: Identity, clients: Iterable[int]) -> dict[int, int]:
    """Return the calls that those whom somebody coaches talk in just now, by the agent."""
    coached = [one for one in clients if identity.may(COACH, client_id=one)]
    legs = Leg.objects.filter(
        role=Role.AGENT,
        state=LegState.UP,
        agent__manager=identity.agent_id,
        client__in=coached,
        call__state__in=[one.value for one in WATCHABLE],
    )
    return dict(legs.values_list("agent", "call"))


def watch_of(coach_id: int) -> Watch | None:
    """Return at which call somebody is as a coach just now."""
    found = Watch.objects.going_on().filter(coach=coach_id)
    return found.select_related("call__contact__customer", "agent", "client").first()


def watches_to_see_to(bridge: str) -> list[int]:
    """Return the watches of a bridge's calls that are asked for, or must end."""
    found = Watch.objects.going_on().filter(call__bridge=bridge, call__ended_at=None)
    cases = Case.objects.filter(contacts=OuterRef("call__contact"))
    forbidden = cases.filter(subject__in=NotRecorded.objects.values("subject"))
    must_end = (
        Q(Exists(forbidden))
        | Q(call__contact__customer__protected=True)
        | Q(call__withheld__isnull=False)
        | Q(call__notice__declined_at__isnull=False)
    )
    due = Q(state="asked") | ~Q(asked="") | must_end
    return list(found.filter(due).order_by("pk").values_list("pk", flat=True))


def watches_with_legs(call: Call) -> "QuerySet[Watch]":
    """Return the watches whose coach the telephone system may still have on the line."""
    return Watch.objects.filter(call=call, gone_at=None).exclude(state="asked").order_by("pk")
