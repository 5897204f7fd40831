"""Zero loss, day by day: what came, what became of it, and the contacts that do not fit."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.models import Channel, Contact
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import DayBalance, Outcome
from gensvar.operations.routing.rules.balance import End

READ, RELEASE = "routing.read", "routing.release"
TERMS = tuple(end.value for end in End)


@dataclass(frozen=True)
class Sum:
    """Several queues' equation together."""

    name: str
    received: int
    terms: list[int]

    @property
    def difference(self) -> int:
        return self.received - sum(self.terms)


@require_safe
@requires(READ)
def balance(request: AgentRequest) -> HttpResponse:
    """Show one day's balance by queue, and by channel."""
    today = localtime(now()).date()
    on = _day(request.GET.get("on", ""), today)
    rows = _rows(request, on)
    lists = [(row, _contacts(row)) for row in rows if row.amiss]
    context: dict[str, Any] = {
        "on": on,
        "rows": [(row, [getattr(row, term) for term in TERMS]) for row in rows],
        "sums": _sums(rows),
        "amiss": lists,
        "withheld": [row for row in rows if not row.is_balanced and row.released_at is None],
        "counted_at": min((row.counted_at for row in rows), default=None),
        "before": on - timedelta(days=1),
        "after": on + timedelta(days=1) if on < today else None,
        "may_release": request.identity.may(RELEASE),
    }
    return render(request, "floor/balance.html", context)


@require_safe
@requires(READ)
def balance_file(request: AgentRequest, on: str) -> HttpResponse:
    """Return one day's balance for a spreadsheet."""
    day = _day(on, None)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="avstamning-{day.isoformat()}.csv"'
    writer = csv.writer(answer, delimiter=";")
    writer.writerow(["day", "client", "queue", "channel", "received", *TERMS, "balanced"])
    for row in _rows(request, day):
        queue = row.queue
        writer.writerow(
            [day.isoformat(), row.client.code, _plain(queue.name), queue.channel, row.received]
            + [getattr(row, term) for term in TERMS]
            + ["yes" if row.is_balanced else "no"]
        )
    return answer


@require_POST
@requires(RELEASE)
def explain(request: AgentRequest, row: int) -> HttpResponse:
    """Publish a day that cannot be made to balance, with the reason."""
    clients = reach(request.identity, RELEASE).clients
    found = get_object_or_404(DayBalance, pk=row, client__in=clients)
    because = request.POST.get("because", "")
    try:
        actions.explain(found, because=because, by=request.user, at=now())
        messages.success(request, _("Written down. The day's figures are published with it."))
    except Refused as refused:
        messages.error(request, refused.words())
    return HttpResponseRedirect(f"{reverse('floor:balance')}?on={found.on.isoformat()}")


def _day(text: str, default: date | None) -> date:
    if not text and default is not None:
        return default
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Http404 from None


def _rows(request: AgentRequest, on: date) -> list[DayBalance]:
    clients = reach(request.identity, READ).clients
    found = DayBalance.objects.filter(client__in=clients, on=on)
    return list(
        found.select_related("queue", "client", "released_by").order_by(
            "client", "queue__channel", "queue__name"
        )
    )


def _sums(rows: Sequence[DayBalance]) -> list[Sum]:
    """Return the equation of each channel that has several queues, and of all."""
    by_channel: dict[str, list[DayBalance]] = {}
    for row in rows:
        by_channel.setdefault(row.queue.channel, []).append(row)
    found = [
        _sum(str(Channel(channel).label), own) for channel, own in by_channel.items() if own[1:]
    ]
    return [*found, _sum(_("All"), rows)] if rows[1:] else []


def _sum(name: str, rows: Iterable[DayBalance]) -> Sum:
    rows = list(rows)
    terms = [sum(getattr(row, term) for row in rows) for term in TERMS]
    return Sum(name, sum(row.received for row in rows), terms)


def _contacts(row: DayBalance) -> list[dict[str, Any]]:
    """Return the contacts that do not fit, of those that whoever looks may know of."""
    known = Contact.objects.in_bulk([one["contact"] for one in row.amiss])
    found = []
    for one in row.amiss:
        if (contact := known.get(one["contact"])) is None:
            continue
        case = contact.cases.order_by("pk").first()
        found.append(
            {
                "contact": contact,
                "case": case.number if case else "",
                "received": one["received"],
                "ends": [_end(end) for end in one["ends"]],
                "is_lost": one["received"] > len(one["ends"]),
            }
        )
    return found


def _end(end: str) -> str:
    return str(_("Waiting") if end == End.WAITING else Outcome(end).label)


def _plain(text: str) -> str:
    """Keep a spreadsheet from taking a name for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@"} else text
