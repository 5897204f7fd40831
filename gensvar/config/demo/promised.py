"""Calls that the town has promised its customers within a time."""

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from itertools import islice

from gensvar.channels.voice.actions.wishing import WindowNotPossible, call_within
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import calendar_of, zone
from gensvar.foundation.events.actions import undone_if_refused
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Channel
from gensvar.operations.customers.models import Address

PROMISED, LOOKED_AHEAD = 3, 7
BEGINS, LASTS = (time(9), time(10), time(13)), timedelta(hours=2)


def promise_calls(clients: Mapping[str, Client], *, at: datetime) -> None:
    """Promise some customers a call on the next open day; who may not be called is left out."""
    client = clients["exempelby"]
    by = Agent.objects.get(email="ada@exempelby.example")
    windows = list(_windows(client, at=at))
    for case in _reachable(client):
        if not windows:
            return
        assert case.customer is not None
        phone = case.customer.addresses.current().filter(kind=Address.Kind.PHONE)[0]
        begins_at, ends_at = windows[0], windows[0] + LASTS
        try:
            with undone_if_refused():
                call_within(
                    case,
                    to=phone.value,
                    begins_at=begins_at,
                    ends_at=ends_at,
                    by=by,
                    at=at,
                )
        except WindowNotPossible:
            return
        except Refused:
            continue
        windows.pop(0)


def _reachable(client: Client) -> Iterator[Case]:
    phones = Address.objects.current().filter(kind=Address.Kind.PHONE, client=client)
    known = Case.objects.open().filter(
        client=client,
        customer__protected=False,
        customer__in=phones.order_by().values("customer"),
    )
    yield from islice(known.select_related("client", "customer").order_by("-pk"), PROMISED * 4)


def _windows(client: Client, *, at: datetime) -> Iterator[datetime]:
    """Yield when the times begin that are promised: on one day, while the telephone is open."""
    calendar = calendar_of(client, Channel.PHONE, at=at)
    today = at.astimezone(zone()).date()
    for days in range(1, LOOKED_AHEAD + 1):
        day = today + timedelta(days=days)
        begins = [datetime.combine(day, clock, tzinfo=zone()) for clock in BEGINS]
        if all(calendar.is_open(one) and calendar.is_open(one + LASTS) for one in begins):
            yield from begins
            return
