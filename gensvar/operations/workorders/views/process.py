"""The fourteen steps of a case with what they rest on, and the acts that take it on."""

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases.models import Case, CasePlace
from gensvar.operations.workorders import actions
from gensvar.operations.workorders.forms import AnswerForm, EstimateForm, OrderForm
from gensvar.operations.workorders.models import Approval, Estimate
from gensvar.operations.workorders.queries.listing import orders_of, with_costs
from gensvar.operations.workorders.queries.process import newest_answer, newest_estimate, process_of
from gensvar.operations.workorders.queries.steps import step_table
from gensvar.operations.workorders.rules.process import PHASES, Step, lead_times, needs_approval
from gensvar.operations.workorders.views.frame import (
    GET_AND_POST,
    attempt,
    case_or_404,
    draw,
    kept,
    lead_on,
    posted,
)


def address_of(case: Case) -> str:
    return reverse("workorders_case", args=[case.number])


@require_safe
@requires("workorders.read")
def of_case(request: AgentRequest, number: str) -> HttpResponse:
    """Show the steps and the orders of a case: a part of its own page, or a page by itself."""
    case = case_or_404(request, number)
    part = "_beside" if request.htmx else "process"  # type: ignore[attr-defined]
    return _page(request, case, part)


@require_POST
@requires("workorders.write")
def take_step(request: AgentRequest, number: str) -> HttpResponse:
    case = case_or_404(request, number)
    code = request.POST.get("step", "")
    if code not in set(Step):
        raise Http404
    return attempt(
        request,
        lambda: actions.take_step(case, Step(code), by=request.user, at=now()),
        done=_("Step %(step)s is taken.") % {"step": code},
        to=address_of(case),
    )


@GET_AND_POST
@requires("workorders.write")
def estimate(request: AgentRequest, number: str) -> HttpResponse:
    case = case_or_404(request, number)
    form = EstimateForm(posted(request))

    def act() -> Estimate:
        newest = newest_estimate(case.pk)
        order = newest.order if newest else None
        given = form.cleaned_data
        return actions.estimate(case, order=order, by=request.user, at=now(), **given)

    if kept(form, act):
        done = _("The estimate is kept. The customer has not been told anything yet.")
        return lead_on(request, done, to=address_of(case))
    return _page(request, case, "process", estimating=form)


@GET_AND_POST
@requires("workorders.write")
def answer_estimate(request: AgentRequest, number: str) -> HttpResponse:
    case = case_or_404(request, number)
    form = AnswerForm(posted(request))

    def act() -> Approval:
        return actions.answer_estimate(case, by=request.user, at=now(), **form.cleaned_data)

    if kept(form, act):
        done = _("The answer is kept, with who gave it and when.")
        return lead_on(request, done, to=address_of(case))
    return _page(request, case, "process", answering=form)


@GET_AND_POST
@requires("workorders.write")
def make_order(request: AgentRequest, number: str) -> HttpResponse:
    """Ask what shall be done where and by whom."""
    case, at = case_or_404(request, number), now()
    form = OrderForm(posted(request), client=case.client, at=at, initial=_proposed(case))
    if made := kept(form, lambda: actions.make_order(case, form.wanted(), by=request.user, at=at)):
        return HttpResponseRedirect(reverse("workorders_order", args=[made.pk]))
    return draw(request, "order_form", form=form, order=None, case=case, back=address_of(case))


def _proposed(case: Case) -> dict[str, object]:
    """Return what is known of a case that its order needs, too."""
    located = CasePlace.objects.select_related("place").filter(case=case).first()
    newest = newest_estimate(case.pk)
    process = process_of(case)
    proposed: dict[str, object] = {"action": case.title}
    if located is not None:
        address = located.place.address
        where = f"{located.place.name}, {address}" if address else located.place.name
        proposed |= {"place": located.place, "service": located.service, "where": where}
    if process is not None:
        proposed["rate"] = process.rule.rate
    if newest is not None:
        proposed |= {"planned_hours": newest.hours, "rate": newest.rate}
    return proposed


def _page(
    request: AgentRequest,
    case: Case,
    part: str,
    *,
    estimating: EstimateForm | None = None,
    answering: AnswerForm | None = None,
) -> HttpResponse:
    process = process_of(case)
    newest = newest_estimate(case.pk)
    rate = {"rate": process.rule.rate} if process and process.rule.rate else {}
    return draw(
        request,
        part,
        case=case,
        process=process,
        steps=step_table(process) if process else [],
        phases=PHASES,
        lead_times=lead_times(process.times) if process else {},
        estimate=newest,
        answer=newest_answer(newest),
        needs_yes=process is not None
        and needs_approval(process.standing.estimate, process.rule.demands)
        and not process.standing.is_approved,
        orders=list(with_costs(orders_of().filter(case=case)).order_by("pk")),
        may_write=request.identity.may("workorders.write", client_id=case.client_id)
        and not case.is_closed,
        estimating=estimating or EstimateForm(initial=rate),
        answering=answering or AnswerForm(),
        at=now(),
    )
