from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

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
from gensvar.foundation.calendars.models import OFFICE, Deviation
from gensvar.foundation.calendars.queries import (
    calendar_of,
    holidays_kept,
    office_hours,
    week_of,
    zone,
)
from gensvar.foundation.calendars.rules import Interval, written
from gensvar.foundation.calendars.words import in_words
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.contacts.models import Channel
from gensvar.science.worktime.calendar import Unsatisfiable
from gensvar.science.worktime.deadlines import WorkingDays
from gensvar.science.worktime.explained import explained
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import hours as consequences
from gensvar.screens.setup.consequences.hours import channel_name
from gensvar.screens.setup.forms.hours import DeadlineForm, DeviationForm, HoursForm
from gensvar.screens.setup.forms.settings import Nothing
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.listing import client_tabs, listed
from gensvar.screens.setup.reaching import chosen_client, client_or_404

EVENTS = (
    "calendars.hours-changed",
    "calendars.hours-planned",
    "calendars.public-holidays-chosen",
    "calendars.closing-days-imported",
    "calendars.deviation-published",
    "calendars.deviation-withdrawn",
)
Week = Mapping[int, Sequence[Interval]]
CHANNELS = (OFFICE, *Channel.values)
# What a deadline is shown for, until somebody asks for another.
DEADLINE_DAYS = 3


def crumb(client: Client) -> tuple[str, str]:
    return _("Opening hours and holidays"), f"{reverse('setup_hours')}?client={client.code}"


def _today() -> date:
    return now().astimezone(zone()).date()


def _planned(client: Client, channel: str) -> list[tuple[date, list[tuple[str, str]]]]:
    """Return each coming day on which a channel's week becomes another, with that week."""
    weeks = calendar_of(client, channel, at=now()).schedule.weeks
    return [
        (week.valid_from, _as_citizens_read(week.weekly))
        for week in weeks
        if week.valid_from > _today()
    ]


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
    today = _today()
    return listed(
        request,
        "hours",
        here="setup_hours",
        title=_("Opening hours and holidays"),
        client=client,
        weeks=[
            (
                channel,
                channel_name(channel),
                _as_citizens_read(kept) if (kept := week_of(client, channel, on=today)) else [],
                _planned(client, channel),
            )
            for channel in CHANNELS
        ],
        days=_deviations(client, today),
        holidays=holidays_kept(client, on=today),
        deadline=_deadline(request, client),
        tabs=client_tabs(request, "setup.read", "setup_hours", client),
        acts=[
            (_("New day with other hours"), reverse("setup_new_day", args=[client.pk]), "plus"),
            (_("Calendar of the year"), reverse("setup_year", args=[client.pk]), "calendar"),
        ],
        history=changes(EVENTS, {"client_id": client.pk}),
    )


def _deviations(client: Client, today: date) -> list[tuple[date, str, str, str, str]]:
    found: dict[tuple[date, str], list[Deviation]] = {}
    rows = Deviation.objects.filter(client=client, on__gte=today).order_by("on", "channel", "opens")
    for row in rows:
        found.setdefault((row.on, row.channel), []).append(row)
    return [
        (
            on,
            channel,
            channel_name(channel) if channel else _("All"),
            written([Interval(r.opens, r.closes) for r in several if r.opens and r.closes]),
            several[0].reason,
        )
        for (on, channel), several in found.items()
    ]


def _deadline(request: AgentRequest, client: Client) -> dict[str, Any]:
    """Return when some working days from now end by the client's office, and why then."""
    form = DeadlineForm({"days": request.GET.get("days", DEADLINE_DAYS)})
    office = office_hours(client, at=now())
    found: dict[str, Any] = {"form": form, "words": None, "follows": office.channel}
    if form.is_valid():
        target = WorkingDays(form.cleaned_data["days"])
        try:
            told = explained(target, start=now(), calendar=office.calendar)
            found["words"] = in_words(told, now=now())
        except Unsatisfiable:
            form.add_error("days", _("Two years do not hold so many open days."))
    return found


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def week(request: AgentRequest, client_id: int, channel: str) -> HttpResponse:
    client = client_or_404(request, "setup.write", client_id)
    if channel not in CHANNELS:
        raise Http404
    before = {
        weekday: tuple(kept) for weekday, kept in week_of(client, channel, on=_today()).items()
    }
    initial = {f"day{weekday}": before.get(weekday, ()) for weekday in range(7)}
    form = HoursForm(request.POST or None, initial=initial)
    after = form.weekly() if form.is_bound and form.is_valid() else before
    return propose(
        request,
        Proposal(
            here="setup_hours",
            title=_("%(channel)s, %(client)s")
            % {"channel": channel_name(channel), "client": client.public_name},
            crumb=crumb(client),
            form=form,
            effects=lambda given: consequences.of_week(
                channel, before, form.weekly(), valid_from=given["valid_from"], at=now()
            ),
            save=lambda given: set_hours(
                client,
                channel=channel,
                weekly=form.weekly(),
                valid_from=given["valid_from"],
                by=request.user,
                at=now(),
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
            crumb=crumb(client),
            form=DeviationForm(request.POST or None),
            kind=Kind.CREATE,
            verb=_("Publish"),
            effects=lambda given: consequences.of_deviation(
                given["on"], given["channel"], given["intervals"], client_id=client.pk, at=now()
            ),
            save=lambda given: publish_deviation(client, by=request.user, at=now(), **given),
            then=crumb(client)[1],
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
            crumb=crumb(client),
            form=Nothing(request.POST or None),
            kind=Kind.ACT,
            verb=_("Take away"),
            effects=lambda given: consequences.of_withdrawal(on, channel),
            save=lambda given: withdraw_deviation(
                client, on=on, channel=channel, by=request.user, at=now()
            ),
            then=crumb(client)[1],
            done=_("Published."),
        ),
    )
