from itertools import groupby

from django.http.response import HttpResponseBase
from django.utils.text import capfirst
from django.utils.timezone import now
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.models import OFFICE
from gensvar.foundation.calendars.queries import (
    YearDay,
    calendar_of,
    office_calendar,
    year_days,
    zone,
)
from gensvar.foundation.calendars.rules import written
from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, Format, export
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.science.worktime.calendar import Calendar
from gensvar.science.worktime.hours import midnight
from gensvar.screens.setup.consequences.hours import channel_name
from gensvar.screens.setup.forms.hours import YearForm
from gensvar.screens.setup.listing import listed
from gensvar.screens.setup.reaching import client_or_404
from gensvar.screens.setup.views.hours import crumb
from gensvar.ui import formats

DAYS: list[Column[YearDay]] = [
    Column("day", lambda row: row.on, _("Day")),
    Column("hours", lambda row: written(row.intervals), pgettext_lazy("opening", "Hours")),
    Column("reason", lambda row: row.reason, _("Why")),
]


@require_safe
@requires("setup.read")
def year(request: AgentRequest, client_id: int) -> HttpResponseBase:
    """Show a year as deadlines are reckoned by it: to print, and to hold them against."""
    client = client_or_404(request, "setup.read", client_id)
    today = now().astimezone(zone()).date()
    form = YearForm({"year": today.year, "channel": OFFICE} | request.GET.dict())
    days: list[YearDay] = []
    months: list[tuple[str, int, float]] = []
    about = digest = ""
    if form.is_valid():
        channel, chosen = form.cleaned_data["channel"], form.cleaned_data["year"]
        calendar = _calendar(client, channel)
        days, digest = year_days(calendar, chosen), calendar.digest
        months = _months(calendar, chosen)
        about = f"{chosen} · {channel_name(channel)}"
        wanted = request.GET.get("format", "")
        if wanted in set(Format):
            note_export("calendars.year", format=wanted, agent_id=request.user.pk, at=now())
            name = f"arskalender-{client.code}-{channel}-{chosen}"
            return export(days, DAYS, Format(wanted), name=name, semicolon=True)
    return listed(
        request,
        "year",
        here="setup_hours",
        title=_("Calendar of the year, %(client)s") % {"client": client.public_name},
        about=about,
        crumb=crumb(client),
        form=form,
        months=months,
        total=(sum(row[1] for row in months), sum(row[2] for row in months)),
        days=[(row, written(row.intervals)) for row in days if row.is_unusual],
        digest=digest,
    )


def _calendar(client: Client, channel: str) -> Calendar:
    if channel == OFFICE:
        return office_calendar(client, at=now())
    return calendar_of(client, channel, at=now())


def _months(calendar: Calendar, chosen: int) -> list[tuple[str, int, float]]:
    """Return each month with its working days and its open hours."""
    # Django's own names will not do: our catalogue has another word for "May".
    words = formats.language(get_language() or "en")
    found = []
    for month, kept in groupby(year_days(calendar, chosen), key=lambda row: row.on.month):
        days = list(kept)
        zone_of = calendar.schedule.zone
        after = (chosen, month + 1) if month < 12 else (chosen + 1, 1)
        start = midnight(days[0].on, zone_of)
        end = midnight(days[0].on.replace(year=after[0], month=after[1]), zone_of)
        working = sum(calendar.is_working_day(row.on) for row in days)
        hours = calendar.minutes_between(start, end) / 60
        found.append((capfirst(words.months[month - 1]), working, hours))
    return found
