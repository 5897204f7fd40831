"""What the type of a case asks for, and the stage it stands in."""

from django.http import HttpResponse
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.cases import actions
from gensvar.operations.cases.models import Case, State
from gensvar.operations.cases.queries.typed import TypeOfCase, stage_of, type_of, type_with
from gensvar.operations.casetypes.rules import May
from gensvar.screens.desk.forms import StageForm
from gensvar.screens.desk.reaching import case_or_404, posted
from gensvar.screens.desk.typed import FieldsForm, given_in
from gensvar.screens.desk.views.acts import GET_AND_POST, attempt_as_said, status_of
from gensvar.screens.desk.views.cases import dialog


@GET_AND_POST
@requires("cases.write")
def fields(request: AgentRequest, number: str) -> HttpResponse:
    """Fill in what the type asks for; what is wrong is told, and what was typed stays."""
    case = case_or_404(request, number)
    form = FieldsForm(posted(request), case=case)
    if request.method == "POST" and form.is_valid():
        answer = attempt_as_said(
            request,
            case,
            form,
            lambda: actions.fill_in(case, given_in(form), by=request.user, at=now()),
            done=_("Saved. Nothing is sent to the customer."),
        )
        if answer is not None:
            return answer
    context = {"case": case, "form": form, "type_name": _name(type_of(case))}
    return dialog(request, "desk/_fields.html", context, status=status_of(form))


@GET_AND_POST
@requires("cases.write")
def stage(request: AgentRequest, number: str) -> HttpResponse:
    """Take the case to another stage of its type."""
    case = case_or_404(request, number)
    type_, may = type_of(case), rights_on(request, case)
    form = StageForm(posted(request), stages=stages_onward(case, type_, may=may))
    if request.method == "POST" and form.is_valid():
        to, reason = form.cleaned_data["stage"], form.cleaned_data["reason"]
        answer = attempt_as_said(
            request,
            case,
            form,
            lambda: actions.move(case, to, by=request.user, at=now(), reason=reason, may=may),
            done=_("The case has come to its next stage. Nothing is sent to the customer."),
            undoes=True,
        )
        if answer is not None:
            return answer
    here = stage_of(case, type_.template).label.said(get_language() or "sv")
    context = {"case": case, "form": form, "here": here, "type_name": _name(type_)}
    return dialog(request, "desk/_stage.html", context, status=status_of(form))


def rights_on(request: AgentRequest, case: Case) -> May:
    """Return what whoever asks may do with a case."""
    return lambda right: request.identity.may(right, client_id=case.client_id)


def type_as_chosen(request: AgentRequest, case: Case) -> TypeOfCase:
    """Return the type of a case, or the one that a subject just chosen for it will bring."""
    chosen = request.POST.get("subject", "")
    is_open = case.subject_id is None and case.type_id is None
    if is_open and chosen.isascii() and chosen.isdigit() and len(chosen) < 19:
        return type_with(client=case.client_id, subject=int(chosen))
    return type_of(case)


def stages_onward(
    case: Case, type_: TypeOfCase, *, may: May, only: str = ""
) -> list[tuple[str, str]]:
    """Return the stages that a case may be taken to by whoever has these rights."""
    here = stage_of(case, type_.template)
    found = []
    for way in type_.template.ways(here.code):
        to = type_.template.stage(way.to)
        if to is None or not may(way.right) or (only and to.state != only):
            continue
        # A group is told what to answer: that is another act. So is closing, for whom it is for.
        is_other = to.state == State.HANDED_OVER and case.state != State.HANDED_OVER
        if not is_other and (to.state != State.CLOSED or may("cases.close")):
            found.append((to.code, to.label.said(get_language() or "sv")))
    return found


def _name(type_: TypeOfCase) -> str:
    return type_.template.name.said(get_language() or "sv")
