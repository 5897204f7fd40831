"""What is erased when, what is held back from it, and the protocols of what was."""

from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.casetypes.queries import case_types
from gensvar.operations.disposal.models import Hold, Protocol
from gensvar.operations.disposal.queries import cases_going, overdue, planned
from gensvar.screens.setup.listing import client_tabs, listed
from gensvar.screens.setup.reaching import chosen_client, clients_within
from gensvar.screens.setup.sections import sections

MOST_SHOWN = 500
FURTHEST = timedelta(days=3_653)


@require_safe
@requires("disposal.read")
def disposal(request: AgentRequest) -> HttpResponse:
    """Show what is erased on a day: the next night, unless another day is asked about."""
    client = chosen_client(request, "disposal.read")
    today = localdate()
    on, is_unread = _day(request.GET.get("den", ""), today=today)
    types = case_types([client.pk], with_retired=True)
    rules = planned(client, on=on)
    return listed(
        request,
        "disposal",
        here="setup_disposal",
        title=_("Retention and disposal"),
        about=_("What is erased when, by which decision. It happens by itself, once a night."),
        tabs=client_tabs(request, "disposal.read", "setup_disposal", client),
        client=client,
        on=on,
        is_unread=is_unread,
        earliest=today,
        latest=today + FURTHEST,
        rules=rules,
        going=sum(one.goes for one in rules),
        late=overdue(client, at=now(), on=today),
        cases=cases_going(types, on=on, most=MOST_SHOWN),
        most=MOST_SHOWN,
        may_read=request.identity.may("cases.read", client_id=client.pk),
        holds=_holds(client),
        protocols=Protocol.objects.filter(client=client).order_by("-at", "-pk")[:100],
        explained=_(
            "A rule is part of a case type: how long its cases are kept, and by which decision."
            "\n\nWhat was said, who said it, files and raw mails are erased; that there was a "
            "case, about what, when and how long it took, stays to be counted. The record of "
            "events is left whole: it names nobody."
            "\n\nConfidential cases go only where the decision is about them too."
        ),
    )


def _day(asked: str, *, today: date) -> tuple[date, bool]:
    """Return the day asked about, and whether what was asked could not be read."""
    tomorrow = today + timedelta(days=1)
    if not asked:
        return tomorrow, False
    try:
        day = date.fromisoformat(asked)
    except ValueError:
        return tomorrow, True
    return (day, False) if today <= day <= today + FURTHEST else (tomorrow, True)


def _holds(client: Client) -> list[Hold]:
    standing = Hold.objects.filter(client=client, ended_at=None)
    return list(standing.select_related("case", "by").order_by("-at")[:MOST_SHOWN])


@require_safe
@requires("disposal.read")
def protocol(request: AgentRequest, protocol_id: int) -> HttpResponse:
    """Show a protocol as it was kept."""
    found = _protocol_or_404(request, protocol_id)
    return render(
        request,
        "setup/protocol.html",
        {
            "title": _("Protocol of erased cases"),
            "protocol": found,
            "sections": sections(request, here="setup_disposal"),
        },
    )


@require_safe
@requires("disposal.read")
def protocol_file(request: AgentRequest, protocol_id: int) -> HttpResponse:
    """Give a protocol as a file, to the byte."""
    found = _protocol_or_404(request, protocol_id)
    answer = HttpResponse(bytes(found.content), content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="gallringsprotokoll-{found.pk}.txt"'
    return answer


def _protocol_or_404(request: AgentRequest, protocol_id: int) -> Protocol:
    within = clients_within(request, "disposal.read")
    return get_object_or_404(Protocol.objects.filter(client__in=within), pk=protocol_id)
