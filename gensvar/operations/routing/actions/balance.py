"""Count what came against what became of it; explain a day that cannot be made to balance."""

from dataclasses import asdict
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.calendars.queries import zone
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.routing.events import DayReleased, DayWithheld
from gensvar.operations.routing.models import DayBalance, Queue
from gensvar.operations.routing.queries.balance import balance_of, days_to_count
from gensvar.operations.routing.rules.balance import Balance

# Days older than this are not counted anew by themselves.
LOOKS_BACK = 62


class NothingToExplain(Refused):
    message = _("The day balances, or somebody has explained it already.")


class NoReason(Refused):
    message = _("Write why the day cannot be made to balance, for whoever reads the figures.")
    status = 422


def count_days(*, at: datetime) -> int:
    """Count today, yesterday and what is open of earlier days; return how many are amiss."""
    today = at.astimezone(zone()).date()
    return sum(count_day(day, at=at) for day in days_to_count(today, back=LOOKS_BACK))


@action
def count_day(on: date, *, at: datetime) -> int:
    """Count one day of every queue; return how many do not balance."""
    found = balance_of(on)
    clients = dict(Queue.objects.filter(pk__in=found).values_list("pk", "client_id"))
    before = {row.queue_id: row for row in DayBalance.objects.filter(on=on)}
    for queue, balance in found.items():
        _write(before.get(queue), queue, clients[queue], on, balance, at=at)
    return sum(not balance.is_balanced for balance in found.values())


@action
def explain(balance: DayBalance, *, because: str, by: Agent, at: datetime) -> None:
    """Publish a day that does not balance, with the reason beside it."""
    if not because.strip():
        raise NoReason
    released = DayBalance.objects.withheld().filter(pk=balance.pk)
    if not released.update(
        released_by=by, released_at=at, released_because=because.strip()[:2_000]
    ):
        raise NothingToExplain
    announce(
        DayReleased(
            client_id=balance.client_id,
            agent_id=by.pk,
            queue_id=balance.queue_id,
            on=balance.on.isoformat(),
        ),
        at=at,
    )


def _write(
    row: DayBalance | None, queue: int, client: int, on: date, balance: Balance, *, at: datetime
) -> None:
    amiss = [asdict(one) for one in balance.amiss]
    for one in amiss:
        one["ends"] = [end.value for end in one["ends"]]
    if row is None:
        row = DayBalance(queue_id=queue, client_id=client, on=on, is_balanced=True)
    is_news = not balance.is_balanced and (row.is_balanced or row.amiss != amiss)
    for end in ("answered", "abandoned", "callback", "overflow", "settled", "waiting"):
        setattr(row, end, balance.ends.get(end, 0))  # type: ignore[call-overload]
    row.received, row.is_balanced, row.amiss = balance.received, balance.is_balanced, amiss
    row.counted_at = at
    if is_news or balance.is_balanced:
        # What was explained was another difference.
        row.released_by, row.released_at, row.released_because = None, None, ""
    row.save()
    if is_news:
        announce(
            DayWithheld(client_id=client, queue_id=queue, on=on.isoformat(), contacts=len(amiss)),
            at=at,
        )
