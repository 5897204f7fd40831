from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.dates import WEEKDAYS
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.actions import (
    publish_deviation,
    set_hours,
    withdraw_deviation,
)
from gensvar.foundation.calendars.models import Deviation, OpeningHours
from gensvar.foundation.calendars.queries import zone
from gensvar.foundation.calendars.rules import Interval, written
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.contacts.models import Channel
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import hours as consequences
from gensvar.screens.setup.forms.hours import DeviationForm, HoursForm
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import client_tabs, listed
from gensvar.screens.setup.reaching import chosen_client, client_or_404

EVENTS = (
    "calendars.hours-changed",
    "calendars.deviation-published",
    "calendars.deviation-withdrawn",
)
Week = Mapping[int, Sequence[Interval]]


def _crumb(client: Client) -> tuple[str, str]:
    return _("Opening hours and holidays"), f"{reverse('setup_hours')}?client={client.code}"


def _week(client: Client, channel: str) -> Week:
    found: dict[int, list[Interval]] = {}
    rows = OpeningHours.objects.filter(client=client, channel=channel).order_by("weekday", "opens")
    for row in rows:
        found.setdefault(row.weekday, []).append(Interval(row.opens, row.closes))
    return {weekday: tuple(intervals) for weekday, intervals in found.items()}


def _as_citizens_read(week: Week) -> list[tuple[str, str]]:
    """Return days in a row with the same hours on one line, as the portal writes them."""
    return [
        (
            str(WEEKDAYS[first]).capitalize()
            if first == last
            else _("%(first)s to %(last)s")
            % {"first": str(WEEKDAYS[first]).capitalize(), "last": WEEKDAYS[last]},
            hours or _("closed"),
        )
        for first, last, hours in _runs(week)
    ]


def _runs(week: Week) -> Iterator[tuple[int, int, str]]:
    first = 0
    for weekday in range(1, 8):
        same = weekday < 7 and tuple(week.get(weekday, ())) == tuple(week.get(first, ()))
        if not same:
            yield first, weekday - 1, written(week.get(first, ()))
            first = weekday


@require_safe
@requires("setup.read")
def hours(request: AgentRequest) -> HttpResponse:
    client = chosen_client(request, "setup.read")
    today = now().astimezone(zone()).date()
    deviations: dict[tuple[date, str], list[Deviation]] = {}
    rows = Deviation.objects.filter(client=client, on__gte=today).order_by("on", "channel", "opens")
    for row in rows:
        deviations.setdefault((row.on, row.channel), []).append(row)
    return listed(
        request,
        "hours",
        here="setup_hours",
        title=_("Opening hours and holidays"),
        client=client,
        weeks=[
            (channel, label, _as_citizens_read(kept) if (kept := _week(client, channel)) else [])
            for channel, label in Channel.choices
        ],
        days=[
            (
                on,
                channel,
                Channel(channel).label if channel else _("All"),
                written([Interval(r.opens, r.closes) for r in found if r.opens and r.closes]),
                found[0].reason,
            )
            for (on, channel), found in deviations.items()
        ],
        tabs=client_tabs(request, "setup.read", "setup_hours", client),
        acts=[(_("New day with other hours"), reverse("setup_new_day", args=[client.pk]), "plus")],
        history=changes(EVENTS, {"client_id": client.pk}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def week(request: AgentRequest, client_id: int, channel: str) -> HttpResponse:
    client = client_or_404(request, "setup.write", client_id)
    if channel not in Channel.values:
        raise Http404
    before = _week(client, channel)
    initial = {f"day{weekday}": tuple(before.get(weekday, ())) for weekday in range(7)}
    form = HoursForm(request.POST or None, initial=initial)
    after = form.weekly() if form.is_bound and form.is_valid() else before
    return propose(
        request,
        Proposal(
            here="setup_hours",
            title=_("%(channel)s, %(client)s")
            % {"channel": Channel(channel).label, "client": client.public_name},
            crumb=_crumb(client),
            form=form,
            effects=lambda data: consequences.of_week(channel, before, form.weekly(), at=now()),
            save=lambda data: set_hours(
                client, channel=channel, weekly=form.weekly(), by=request.user, at=now()
            ),
            then=request.path,
            done=_("Published."),
            history=changes(EVENTS, {"client_id": client.pk, "channel": channel}),
            template="setup/week.html",
            more={"lines": _as_citizens_read(after)},
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def new_day(request: AgentRequest, client_id: int) -> HttpResponse:
    client = client_or_404(request, "setup.write", client_id)
    return propose(
        request,
        Proposal(
            here="setup_hours",
            title=_("New day with other hours"),
            crumb=_crumb(client),
            form=DeviationForm(request.POST or None),
            kind=Kind.CREATE,
            verb=_("Publish"),
            effects=lambda data: consequences.of_deviation(
                data["on"], data["channel"], data["intervals"], client_id=client.pk, at=now()
            ),
            save=lambda data: publish_deviation(client, by=request.user, at=now(), **data),
            then=_crumb(client)[1],
            done=_("Published."),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def day_away(request: AgentRequest, client_id: int, on: date, channel: str = "") -> HttpResponse:
    client = client_or_404(request, "setup.write", client_id)
    if not Deviation.objects.filter(client=client, on=on, channel=channel).exists():
        raise Http404
    return propose(
        request,
        Proposal(
            here="setup_hours",
            title=_("Take away the other hours of %(day)s") % {"day": on.isoformat()},
            crumb=_crumb(client),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("Take away"),
            effects=lambda data: consequences.of_withdrawal(on, channel),
            save=lambda data: withdraw_deviation(
                client, on=on, channel=channel, by=request.user, at=now()
            ),
            then=_crumb(client)[1],
            done=_("Published."),
        ),
    )
