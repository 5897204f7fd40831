"""Properties and products for those who answer: find one, see who has it, put a case there."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.shortcuts import render as draw
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases import actions
from gensvar.operations.cases.models import Case
from gensvar.operations.register.models import Place, ServiceType
from gensvar.operations.register.queries.answering import (
    Answering,
    responsibilities_of,
    surroundings,
    who_answers,
)
from gensvar.operations.register.queries.finding import find_places
from gensvar.operations.register.queries.importing import services_of
from gensvar.screens.desk.places import WhenForm, WhereForm
from gensvar.screens.desk.reaching import case_or_404, clients_written_for, posted
from gensvar.screens.desk.views.acts import attempt, attempt_as_said, back, status_of
from gensvar.screens.desk.views.cases import dialog

MOST_SHOWN = 50
MOST_CASES = 25


@require_safe
@requires("register.read")
def places(request: AgentRequest) -> HttpResponse:
    """Find a property or a product."""
    typed = request.GET.get("ord", "").replace("\0", "")[:120]
    rows = Place.objects.in_force(on=localdate()).filter(parent=None).select_related("parent")
    found = (
        find_places(typed, on=localdate(), most=MOST_SHOWN)
        if typed.strip()
        else list(rows.order_by("code")[:MOST_SHOWN])
    )
    context = {"found": found, "typed": typed, "most": MOST_SHOWN, "may": request.identity.may}
    return draw(request, "desk/places.html", context)


@require_safe
@requires("register.read")
def place(request: AgentRequest, place_id: int) -> HttpResponse:
    """Show who answers for a place, now or whenever is asked for, and what is open there."""
    rows = Place.objects.select_related("client", "parent")
    found, at = get_object_or_404(rows, pk=min(place_id, 2**63 - 1)), now()
    when = WhenForm(request.GET, at=at)
    opens_cases = request.identity.may("cases.read", client_id=found.client_id)
    cases = Case.objects.open().filter(located__place=found).order_by("-opened_at", "-pk")
    services: list[ServiceType | None] = list(services_of(found.client)) or [None]
    answers: list[tuple[ServiceType | None, Answering]] = [
        (one, who_answers(found, service=one, at=when.asked or at)) for one in services
    ]
    context = {
        "place": found,
        "around": surroundings(found)[1:],
        "within": Place.objects.in_force(on=localdate()).filter(parent=found).order_by("code"),
        "when": when,
        "answers": answers,
        "answering": responsibilities_of(found),
        "cases": list(cases[:MOST_CASES]) if opens_cases else [],
        "may_change": request.identity.may("register.write", client_id=found.client_id),
        "may_register": found.client_id in clients_written_for(request.identity),
    }
    return draw(request, "desk/place.html", context, status=422 if when.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("cases.write")
def where(request: AgentRequest, number: str) -> HttpResponse:
    """Say which place the case concerns."""
    rows = Case.objects.select_related("located__place", "located__service")
    case = case_or_404(request, number, rows)
    held = getattr(case, "located", None)
    initial = {"place": held.place.code, "service": held.service_id} if held else {}
    form = WhereForm(posted(request), case=case, initial=initial)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        answer = attempt_as_said(
            request,
            case,
            form,
            lambda: actions.locate(case, **given, by=request.user, at=now()),
            done=_("The case is at %(place)s.") % {"place": given["place"]},
        )
        if answer is not None:
            return answer
    context = {"case": case, "form": form, "held": held}
    return dialog(request, "desk/_where.html", context, status=status_of(form))


@require_POST
@requires("cases.write")
def nowhere(request: AgentRequest, number: str) -> HttpResponse:
    case = case_or_404(request, number)
    actions.unlocate(case, by=request.user, at=now())
    return back(request, case)


@require_POST
@requires("cases.write")
def give(request: AgentRequest, number: str) -> HttpResponse:
    """Give the case to whoever answers for its place just now."""
    case = case_or_404(request, number)
    return attempt(
        request,
        case,
        lambda: actions.give_to_responsible(case, by=request.user, at=now()),
        done=_("The case is with the group that answers. Nothing is sent to the customer."),
    )
