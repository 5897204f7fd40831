"""What the figures are for: presets, benefit, launch, and the problems that they are to end."""

from fractions import Fraction

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.foundation.refusals import Refused
from gensvar.oversight.kpi.actions import sign_factor, withdraw_signature
from gensvar.oversight.kpi.forms import COST_PER_HOUR, MINUTES_SAVED, BenefitForm
from gensvar.oversight.kpi.models import SignedFactor
from gensvar.oversight.kpi.queries.goals import solved_at_front
from gensvar.oversight.kpi.rules import Benefit
from gensvar.oversight.kpi.views.asking import Shown, shown


@require_safe
@requires("reports.read")
def uses(request: AgentRequest) -> HttpResponse:
    """Lead to the report for each use that the documentation of cases has (SKE-23)."""
    context = {"shown": shown(request), "opens_cases": request.identity.may("cases.read")}
    return render(request, "kpi/uses.html", context)


@require_safe
@requires("reports.read")
def benefit(request: AgentRequest) -> HttpResponse:
    asked = shown(request)
    solved = solved_at_front(asked.client, asked.period).part
    usual = {"cases": str(solved), "minutes": MINUTES_SAVED, "cost": COST_PER_HOUR}
    given = {name: request.GET.get(name) or value for name, value in usual.items()}
    form = BenefitForm(given)
    found = None
    if form.is_valid():
        said = form.cleaned_data
        found = Benefit(said["cases"], Fraction(said["minutes"]), Fraction(said["cost"]))
    context = {"shown": asked, "form": form, "benefit": found, "is_counted": given == usual}
    return render(request, "kpi/benefit.html", context)


@require_safe
@requires("reports.read")
def launch(request: AgentRequest) -> HttpResponse:
    return _checklist(request, shown(request))


def _checklist(
    request: AgentRequest, asked: Shown, *, refused: tuple[str, str, str] | None = None
) -> HttpResponse:
    """Draw the list; what was written stays beside the factor for which it was refused, and why."""
    signed = {
        row.factor: row
        for row in SignedFactor.objects.filter(client=asked.client).select_related("by")
    }
    context = {
        "shown": asked,
        "factors": [(value, label, signed.get(value)) for value, label in _factors()],
        "count": len(signed),
        "may_sign": asked.client.pk in reach(request.identity, "reports.write").clients,
        "refused": refused,
    }
    return render(request, "kpi/launch.html", context, status=422 if refused else 200)


@require_safe
@requires("reports.read")
def problems(request: AgentRequest) -> HttpResponse:
    """Show the problems that a customer service is to end, each with its remedy (SKE-30)."""
    return render(request, "kpi/problems.html", {"may": request.identity.may})


@require_POST
@requires("reports.write")
def sign(request: AgentRequest) -> HttpResponse:
    """Sign a success factor, or take the signature back."""
    asked = shown(request)
    if asked.client.pk not in reach(request.identity, "reports.write").clients:
        raise Http404
    factor = request.POST.get("factor", "")
    if factor not in SignedFactor.Factor.values:
        raise Http404
    if "withdraw" in request.POST:
        withdraw_signature(asked.client, factor, by=request.user, at=now())
        messages.success(request, _("The signature is taken back. The record keeps it."))
    else:
        evidence = request.POST.get("evidence", "").replace("\0", "")[:500]
        try:
            sign_factor(asked.client, factor, evidence=evidence, by=request.user, at=now())
        except Refused as refusal:
            return _checklist(request, asked, refused=(factor, evidence, refusal.words()))
        messages.success(request, _("Signed."))
    return HttpResponseRedirect(f"{reverse('kpi:launch')}?client={asked.client.code}")


def _factors() -> list[tuple[str, str]]:
    return [(str(value), str(label)) for value, label in SignedFactor.Factor.choices]
