"""Bridges share the calls: each says that it lives, and takes over those of one that does not."""

from datetime import datetime, timedelta

from gensvar.channels.voice.actions.advancing import advance, hear
from gensvar.channels.voice.models import BRIDGE_SECONDS, Bridge, Call, Leg
from gensvar.channels.voice.orders import Order
from gensvar.channels.voice.rules.calls import Event
from gensvar.channels.voice.rules.legs import Heard, LegState
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
def take_over(name: str, *, at: datetime) -> list[Call]:
    """Take over the calls that no living bridge has, each by one bridge; return them."""
    living = Bridge.objects.exclude(pk=name).values("name")
    left = Call.objects.going_on().exclude(bridge__in=living).exclude(bridge=name)
    taken = list(left.select_for_update(of=("self",), skip_locked=True).order_by("pk"))
    Call.objects.filter(pk__in=[one.pk for one in taken]).update(bridge=name)
    return taken


@action
def reconcile(call_id: int, *, known: frozenset[str], run: str, at: datetime) -> list[Order]:
    """Bring a call in step with the engine, which knows of these legs; all others are gone.

    An engine that was started anew has lost everybody.
    """
    call = Call.objects.get(pk=call_id)
    if call.engine_run and run and call.engine_run != run:
        return advance(call_id, Event.LOST, at=at)
    if not call.engine_run:
        Call.objects.filter(pk=call_id).update(engine_run=run)
    orders: list[Order] = []
    gone = Leg.objects.filter(call=call_id).exclude(state=LegState.GONE)
    for name in list(gone.order_by("began_at").values_list("name", flat=True)):
        if name not in known:
            orders += hear(name, Heard.GONE, at=at, cause=UNKNOWN_CAUSE)
    return orders
