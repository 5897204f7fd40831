"""Bridges share the calls: each says that it lives, and takes over those of one that does not."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from gensvar.channels.voice.actions.advancing import advance, again, hear, held
from gensvar.channels.voice.actions.watching import is_coach, reconcile_watches
from gensvar.channels.voice.models import BRIDGE_SECONDS, Bridge, Call, Leg, Watch
from gensvar.channels.voice.orders import Order
from gensvar.channels.voice.rules.calls import Event
from gensvar.channels.voice.rules.legs import Heard, LegState
from gensvar.channels.voice.watched import watches_with_legs
from gensvar.foundation.acting import action

# What the engine gives as its reason when nobody knows any more: "normal, unspecified".
UNKNOWN_CAUSE = 31


@action
def beat(name: str, *, engine: str, at: datetime) -> list[str]:
    """Say that a bridge lives; forget those that do not, and return their names."""
    Bridge.objects.update_or_create(
        name=name,
        defaults={"engine": engine, "beat_at": at},
        create_defaults={"engine": engine, "beat_at": at, "started_at": at},
    )
    dead = Bridge.objects.filter(beat_at__lt=at - timedelta(seconds=BRIDGE_SECONDS))
    gone = list(dead.order_by("name").values_list("name", flat=True))
    dead.delete()
    return gone


@action
def leave(name: str) -> None:
    """Say that a bridge stops; whoever else there is takes over its calls at once."""
    Bridge.objects.filter(pk=name).delete()


@action
def take_over(name: str) -> list[Call]:
    """Take over the calls that no living bridge has, each by one bridge; return what they were."""
    living = Bridge.objects.exclude(pk=name).values("name")
    left = Call.objects.going_on().exclude(bridge__in=living).exclude(bridge=name)
    taken = list(left.select_for_update(of=("self",), skip_locked=True).order_by("pk"))
    Call.objects.filter(pk__in=[one.pk for one in taken]).update(bridge=name)
    return taken


def calls_of(name: str) -> list[int]:
    found = Call.objects.going_on().filter(bridge=name)
    return list(found.order_by("pk").values_list("pk", flat=True))


def legs_of(call_id: int) -> list[str]:
    """Return the names of the call's own legs, and of a coach's."""
    found = Leg.objects.filter(call=call_id).exclude(state=LegState.GONE)
    coaches = [one.leg for one in watches_with_legs(Call(pk=call_id))]
    return [*found.order_by("began_at", "name").values_list("name", flat=True), *coaches]


@action
def reconcile(call_id: int, *, known: Mapping[str, bool], run: str, at: datetime) -> list[Order]:
    """Bring a call in step with the engine, which knows these legs and which of them are up.

    An engine that was started anew has lost everybody. What was meant and may not have been done is
    ordered once more.
    """
    call = held(call_id)
    if call.engine_run and run and call.engine_run != run:
        told = advance(call_id, Event.LOST, at=at)
        # Where nobody was on the line the call lives on, in the new run.
        Call.objects.going_on().filter(pk=call_id).update(engine_run=run)
        return told
    if not call.engine_run:
        Call.objects.filter(pk=call_id).update(engine_run=run)
    orders: list[Order] = []
    for name in legs_of(call_id):
        if is_coach(name):
            continue
        if name not in known:
            orders += hear(name, Heard.GONE, at=at, cause=UNKNOWN_CAUSE)
        elif known[name] and Leg.objects.get(pk=name).state == LegState.RINGING:
            orders += hear(name, Heard.UP, at=at)
    return [*orders, *again(call_id, at=at), *reconcile_watches(call_id, known=known, at=at)]


@action
def let_go_of_strays(*, known: Mapping[str, bool], at: datetime) -> list[Order]:
    """See to the legs of calls that are over: what the engine still has is released once more."""
    found = Leg.objects.exclude(state=LegState.GONE).exclude(call__ended_at=None)
    orders: list[Order] = []
    for name in found.order_by("began_at", "name").values_list("name", flat=True):
        if name in known:
            orders += hear(name, Heard.UP, at=at)
        else:
            orders += hear(name, Heard.GONE, at=at, cause=UNKNOWN_CAUSE)
    left = Watch.objects.exclude(ended_at=None).filter(gone_at=None).exclude(call__ended_at=None)
    for call_id in left.order_by("call").values_list("call", flat=True):
        orders += reconcile_watches(call_id, known=known, at=at)
    return orders
