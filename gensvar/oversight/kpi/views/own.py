"""Measures of a client's own, and what is agreed to reach: written down without code."""

from collections.abc import Iterable
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from gensvar.foundation.people.access import AgentRequest, reach, requires
from gensvar.oversight.kpi.actions import GoalTaken, Unsound, agree_goal, define_measure
from gensvar.oversight.kpi.forms import GoalForm, OwnMeasureForm
from gensvar.oversight.kpi.queries.from_facts import fed_counters
from gensvar.oversight.kpi.queries.own import known_definitions, own_definitions
from gensvar.oversight.kpi.views.asking import Shown, shown
from gensvar.oversight.kpi.views.wording import DIRECTIONS, OWNERS, UNITS, language, name_of
from gensvar.science.kpi.definitions import Definition
from gensvar.science.kpi.faults import Fault, Problem
from gensvar.science.kpi.formulas import FUNCTIONS
from gensvar.science.kpi.reading import registry

WORDS: Final = {
    Fault.SYNTAX: _("This is no formula."),
    Fault.TOO_LONG: _("The formula is too long or too deep to be read by people."),
    Fault.NOT_ALLOWED: _("A formula adds, takes away, multiplies and divides counters; no more."),
    Fault.UNKNOWN_COUNTER: _("Nothing of this name is counted."),
    Fault.CYCLE: _("The formula leads back to itself."),
    Fault.DIVISION: _(
        "Only the whole formula may be a division, and never by zero: parts and wholes are added "
        "up, shares cannot be."
    ),
    Fault.ONLY_WHOLE: _("This is worked out from all the values at once; it stands alone."),
    Fault.KIND: _("A list of values stands where one number is due, or the other way round."),
    Fault.ARGUMENTS: _("The function is given too little or too much."),
    Fault.NO_PAIR: _("A goal needs a paired measure that shows what it costs elsewhere."),
    Fault.THRESHOLD: _(
        "Who hangs up shortly must be quicker than the limit for an answer (S < T)."
    ),
    Fault.TOO_EARLY: _("This day lies before anything was counted."),
    Fault.INDIVIDUAL: _("This measure is never a goal for one person."),
    Fault.NOT_AGREED: _("This way of counting may be shown, but not agreed on."),
    Fault.CLAIM: _("Only what a licence holder has marked may say that the standard requires it."),
    Fault.TAKEN: _("There is a measure with this code already."),
    Fault.VERSIONS: _("Each version is in force from a later day than the one before."),
    Fault.EMPTY: _("This must be said."),
}
# Beside which field a fault is told; the others are of the formula.
FIELDS: Final = {
    Fault.NO_PAIR: "pair",
    Fault.THRESHOLD: "short",
    Fault.TOO_EARLY: "valid_from",
    Fault.VERSIONS: "valid_from",
    Fault.CLAIM: "words_sv",
    Fault.TAKEN: "code",
    Fault.NOT_AGREED: "key",
}


@require_http_methods(["GET", "HEAD", "POST"])
@requires("reports.write")
def own(request: AgentRequest) -> HttpResponse:
    """Write down a measure, or a new version of one of the client's own."""
    asked = _may_write(request)
    code = request.GET.get("code", "")
    before = own_definitions(asked.client).get(code) if code else None
    if code and before is None:
        raise Http404
    known = known_definitions(asked.client)
    choices = _choices(known.values())
    initial = OwnMeasureForm.initial_of(before) if before else {"valid_from": localdate()}
    form = OwnMeasureForm(request.POST or None, initial=initial, before=before, choices=choices)
    if request.method == "POST" and form.is_valid():
        try:
            row = define_measure(asked.client, form.named, form.said, by=request.user, at=now())
        except Unsound as refusal:
            _tell(form, refusal.problems)
        else:
            told = _now("%(code)s, version %(number)s, is written down.")
            messages.success(request, told % {"code": row.code, "number": row.number})
            return HttpResponseRedirect(
                f"{reverse('kpi:definition', args=[row.code])}?{asked.query()}"
            )
    fed = fed_counters()
    context = {
        "shown": asked,
        "form": form,
        "before": before,
        "counters": [
            (name, one.said(language()), name in fed)
            for name, one in registry().counters.items()
            if not one.formula
        ],
        "functions": sorted(FUNCTIONS),
    }
    return render(request, "kpi/own.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("reports.write")
def goal(request: AgentRequest, code: str) -> HttpResponse:
    """Agree on what to reach in a measure, from a day."""
    asked = _may_write(request)
    known = known_definitions(asked.client)
    definition = known.get(code)
    if definition is None:
        raise Http404
    ways = [(one.key, name_of(definition, one)) for one in definition.current.measures]
    initial = {"valid_from": localdate(), "pair": definition.pair}
    form = GoalForm(
        request.POST or None, initial=initial, ways=ways, pairs=_choices(known.values())["pair"]
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            agree_goal(
                asked.client,
                definition,
                key=given["key"],
                target=given["target"],
                pair=given["pair"],
                limits=form.limits,
                valid_from=given["valid_from"],
                by=request.user,
                at=now(),
            )
        except Unsound as refusal:
            _tell(form, refusal.problems)
        except GoalTaken as refusal:
            form.add_error("valid_from", refusal.words())
        else:
            messages.success(request, _now("The goal is agreed on."))
            return HttpResponseRedirect(f"{reverse('kpi:definition', args=[code])}?{asked.query()}")
    context = {
        "shown": asked,
        "form": form,
        "definition": definition,
        "name": definition.said(language()),
        "unit": UNITS[definition.unit],
    }
    return render(request, "kpi/goal.html", context, status=422 if form.errors else 200)


def _may_write(request: AgentRequest) -> Shown:
    asked = shown(request)
    if asked.client.pk not in reach(request.identity, "reports.write").clients:
        raise Http404
    return asked


def _choices(known: Iterable[Definition]) -> dict[str, list[tuple[str, Any]]]:
    codes = [(one.code, f"{one.code} {one.said(language())}") for one in known]
    return {
        "unit": [(unit.value, said) for unit, said in UNITS.items()],
        "direction": [(direction.value, said) for direction, said in DIRECTIONS.items()],
        "owner": list(OWNERS.items()),
        "pair": codes,
        "mapped": [
            (one.code, f"{one.code} {one.said(language())}")
            for one in registry().definitions.values()
        ],
    }


def _tell(form: OwnMeasureForm | GoalForm, problems: Iterable[Problem]) -> None:
    """Tell each fault beside the field that it is of, with the word that is wrong."""
    for problem in problems:
        field = FIELDS.get(problem.fault, "formula")
        if field not in form.fields:
            field = next(iter(form.fields))
        about = problem.about if problem.about not in form.fields else ""
        said = str(WORDS[problem.fault])
        form.add_error(field, f"{about}: {said}" if about else said)
