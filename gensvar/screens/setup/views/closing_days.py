from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from gensvar.foundation.calendars.actions import import_closing_days, keep_holidays
from gensvar.foundation.calendars.importing import planned_closing_days
from gensvar.foundation.calendars.queries import holidays_kept, zone
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.science.worktime.closingdays import LONGEST_DAYS, MOST_EVENTS, Fault, Wrong
from gensvar.screens.setup.changing import Kind, Proposal, propose
from gensvar.screens.setup.consequences import hours as consequences
from gensvar.screens.setup.forms.hours import ClosingDaysForm, HolidaysForm
from gensvar.screens.setup.history import changes
from gensvar.screens.setup.reaching import client_or_404
from gensvar.screens.setup.sections import sections
from gensvar.screens.setup.views.hours import crumb

MOST_SHOWN = 100
WORDS = {
    Wrong.UNREADABLE: _("This is not a whole calendar file."),
    Wrong.EMPTY: _("There are no events in the file."),
    Wrong.TOO_MANY: _("A file has at most %(most)s events. Divide it."),
    Wrong.DATES: _("“%(summary)s” has no first and last day that can be read."),
    Wrong.PART_OF_DAY: _(
        "“%(summary)s” is part of a day. Take it out, and publish that day by hand."
    ),
    Wrong.TOO_LONG: _("“%(summary)s” is longer than %(longest)s days."),
    Wrong.REPEATS: _("“%(summary)s” repeats. Write each of its days as an event."),
    Wrong.LONG_REASON: _("“%(summary)s…” is longer than 200 letters."),
}


def _in_words(faults: Sequence[Fault]) -> list[tuple[int, str]]:
    return [
        (
            fault.number,
            str(WORDS[fault.wrong])
            % {
                "summary": fault.summary or _("without a name"),
                "most": MOST_EVENTS,
                "longest": LONGEST_DAYS,
            },
        )
        for fault in faults[:MOST_SHOWN]
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def importing_days(request: AgentRequest, client_id: int) -> HttpResponse:
    """Read a calendar file without changing anything, show what it would close, then do it."""
    client = client_or_404(request, "setup.write", client_id)
    form = ClosingDaysForm(request.POST or None, request.FILES or None)
    more: dict[str, Any] = {"calendar": "", "plan": None}
    proposal = Proposal(
        here="setup_hours",
        title=_("Import closing days to %(client)s") % {"client": client.public_name},
        crumb=crumb(client),
        form=form,
        kind=Kind.CREATE,
        verb=_("Publish the closing days"),
        effects=lambda given: consequences.of_closing_days(
            planned_closing_days(client, given["calendar"].encode(), at=now())
        ),
        save=lambda given: import_closing_days(
            client, given["calendar"].encode(), by=request.user, at=now()
        ),
        then=crumb(client)[1],
        done=_("Published."),
        template="setup/import_days.html",
        more=more,
    )
    if request.method == "POST" and form.is_valid():
        plan = planned_closing_days(client, form.cleaned_data["calendar"].encode(), at=now())
        if plan.faults:
            context = {
                "title": proposal.title,
                "crumb": proposal.crumb,
                "sections": sections(request, here="setup_hours"),
                "faults": _in_words(plan.faults),
                "total": len(plan.faults),
                "again": request.get_full_path(),
                "numbered": _("Event"),
            }
            return render(request, "setup/import_faults.html", context, status=422)
        more |= {"calendar": form.cleaned_data["calendar"], "plan": plan}
    return propose(request, proposal)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("setup.write")
def holidays(request: AgentRequest, client_id: int) -> HttpResponse:
    client = client_or_404(request, "setup.write", client_id)
    kept = holidays_kept(client, on=now().astimezone(zone()).date())
    initial = {
        "country": kept.country if kept else "",
        "with_eves": kept.with_eves if kept else False,
    }
    return propose(
        request,
        Proposal(
            here="setup_hours",
            title=_("Public holidays, %(client)s") % {"client": client.public_name},
            crumb=crumb(client),
            form=HolidaysForm(request.POST or None, initial=initial),
            effects=lambda given: consequences.of_holidays(
                given["country"], with_eves=given["with_eves"]
            ),
            save=lambda given: keep_holidays(client, by=request.user, at=now(), **given),
            then=request.path,
            done=_("Published."),
            history=changes(("calendars.public-holidays-chosen",), {"client_id": client.pk}),
        ),
    )
