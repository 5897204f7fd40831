"""A call that is promised within a time: whoever is free then is given it."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from gensvar.channels.voice.actions.wishing import call_within
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.models import Case
from gensvar.screens.desk.reaching import case_or_404, posted
from gensvar.screens.desk.views.acts import back
from gensvar.screens.desk.views.calling import numbers_of
from gensvar.screens.desk.views.cases import dialog

MOMENTS = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]
ERRORS = {
    "required": gettext_lazy("Write day and time, such as 2026-05-04 13:30."),
    "invalid": gettext_lazy("Write day and time, such as 2026-05-04 13:30."),
}


def _moment(label: Any) -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label,
        input_formats=MOMENTS,
        error_messages=ERRORS,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )


class WithinForm(forms.Form):
    """At which number, and between which times."""

    to = forms.CharField(label=gettext_lazy("Number"), max_length=64)
    begins_at = _moment(gettext_lazy("Not before"))
    ends_at = _moment(gettext_lazy("At the latest"))


@require_http_methods(["GET", "HEAD", "POST"])
@requires("contacts.write")
def promise_call(request: AgentRequest, number: str) -> HttpResponse:
    """Promise a call within a time that the customer has agreed to."""
    case = case_or_404(request, number, Case.objects.select_related("customer", "subject"))
    begins = (now() + timedelta(hours=1)).replace(minute=0, second=0, microsecond=0)
    usual = {
        "to": "".join(numbers_of(request, case)[:1]),
        "begins_at": begins,
        "ends_at": begins + timedelta(hours=1),
    }
    form = WithinForm(posted(request), initial=usual)
    if request.method == "POST" and form.is_valid():
        try:
            call_within(case, by=request.user, at=now(), **form.cleaned_data)
            messages.success(request, _("The call is promised. Whoever is free then is given it."))
            return back(request, case)
        except Refused as refusal:
            form.add_error(None, refusal.words())
    context = {"case": case, "form": form}
    return dialog(request, "desk/_call_within.html", context, status=422 if form.errors else 200)
