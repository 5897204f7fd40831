from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.db.models import Count
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from markupsafe import Markup

from gensvar.operations.cases.models import Case, FilledField
from gensvar.operations.casetypes.models import CaseType, Service
from gensvar.operations.casetypes.rules import Field, Move, Stage
from gensvar.operations.casetypes.standard import STANDARD
from gensvar.operations.knowledge.rules import ANSWER_DAYS
from gensvar.screens.setup.changing import told


def of_new_type(given: Mapping[str, Any]) -> list[Markup]:
    template = STANDARD[Service(given["service"])]
    language = get_language() or "sv"
    asked = ", ".join(field.label.said(language) for field in template.fields)
    stages = ", ".join(stage.label.said(language) for stage in template.stages)
    fields = told(_("<b>It asks for</b> %(fields)s."), fields=asked)
    return [
        fields if asked else told(_("<b>It asks for</b> nothing beside subject and need.")),
        told(_("<b>Its cases stand in</b> %(stages)s."), stages=stages),
        told(
            _("<b>No case has it</b> until a subject or an agent chooses it. All can be changed.")
        ),
    ]


def of_type(case_type: CaseType) -> list[Markup]:
    """Return how many open cases follow the next version, and that the others do not."""
    waiting = _waiting(case_type)
    sentence = ngettext(
        "<b>%(count)s open case</b> of this type follows the change at once.",
        "<b>%(count)s open cases</b> of this type follow the change at once.",
        waiting,
    )
    return [
        told(sentence, count=waiting),
        told(
            _("<b>Version %(number)s</b> is kept as it was; this becomes version %(next)s."),
            number=case_type.version,
            next=case_type.version + 1,
        ),
    ]


def of_describing(case_type: CaseType, given: Mapping[str, Any]) -> list[Markup]:
    """Return what it means to say something else of a type, above all when its cases are due."""
    found = of_type(case_type)
    if given["answer_days"] == case_type.template.answer_days:
        return found
    after = replace(case_type.template, answer_days=given["answer_days"])
    by_days = Case.objects.open().of_type(case_type).values_list("subject__answer_days")
    moved = sum(
        count
        for days, count in by_days.annotate(n=Count("pk")).order_by()
        if case_type.template.days_to_answer(days, usual=ANSWER_DAYS)
        != after.days_to_answer(days, usual=ANSWER_DAYS)
    )
    sentence = ngettext(
        "<b>%(count)s open case</b> is due on another day, with its alarms, unless a department "
        "has it: there the time stands that it was given.",
        "<b>%(count)s open cases</b> are due on other days, with their alarms, unless a department "
        "has them: there the time stands that it was given.",
        moved,
    )
    return [*found, told(sentence, count=moved)]


def of_field(case_type: CaseType, before: Field | None, after: Field) -> list[Markup]:
    found = of_type(case_type)
    if after.is_needed and not (before and before.is_needed):
        waiting = _waiting(case_type)
        lacking = waiting - _filled(case_type, after.key)
        sentence = ngettext(
            "<b>%(count)s open case</b> lacks it, and is asked for it when closed.",
            "<b>%(count)s open cases</b> lack it, and are asked for it when closed.",
            lacking,
        )
        found.append(told(sentence, count=lacking))
    if before is not None and before.kind != after.kind:
        found.append(
            told(_("<b>What is filled in</b> stays as it was written, also where it fits no more."))
        )
    return found


def of_removing_field(case_type: CaseType, field: Field) -> list[Markup]:
    filled = FilledField.objects.filter(
        client=case_type.client_id, key=field.key, value__isnull=False
    )
    count = filled.values("case").distinct().count()
    sentence = ngettext(
        "<b>%(count)s case</b> keeps what is filled in; nobody is asked for it any more.",
        "<b>%(count)s cases</b> keep what is filled in; nobody is asked for it any more.",
        count,
    )
    return [told(sentence, count=count), *of_type(case_type)[1:]]


def of_stage(case_type: CaseType, before: Stage | None, after: Stage) -> list[Markup]:
    found = of_type(case_type)
    if before is None:
        found.append(
            told(_("<b>Cases come to it</b> from the first stage, until the moves say otherwise."))
        )
    elif before.state != after.state:
        found.append(_fall_back(case_type, before))
    return found


def of_removing_stage(case_type: CaseType, stage: Stage) -> list[Markup]:
    return [_fall_back(case_type, stage), *of_type(case_type)[1:]]


def of_moves(case_type: CaseType, moves: list[Move]) -> list[Markup]:
    before = set(case_type.template.moves)
    more, fewer = len(set(moves) - before), len(before - set(moves))
    return [
        *of_type(case_type),
        told(
            _("<b>%(more)s</b> moves are new or for others, <b>%(fewer)s</b> are gone or changed."),
            more=more,
            fewer=fewer,
        ),
    ]


def of_retiring(case_type: CaseType) -> list[Markup]:
    waiting = _waiting(case_type)
    subjects = case_type.subjects.count()
    keep = ngettext(
        "<b>%(count)s open case</b> keeps it.", "<b>%(count)s open cases</b> keep it.", waiting
    )
    bring = ngettext(
        "<b>%(count)s subject</b> still gives it to its cases: change that too.",
        "<b>%(count)s subjects</b> still give it to their cases: change that too.",
        subjects,
    )
    found = [told(_("<b>Nobody can choose it</b> any more.")), told(keep, count=waiting)]
    return [*found, told(bring, count=subjects)] if subjects else found


def of_restoring(case_type: CaseType) -> list[Markup]:
    return [told(_("<b>Agents can choose it</b> at once."))]


def of_default(case_type: CaseType) -> list[Markup]:
    untold = Case.objects.open().filter(
        client=case_type.client_id, type=None, subject__case_type=None
    )
    count = untold.count()
    sentence = ngettext(
        "<b>%(count)s open case</b> that nothing else is said of gets this type at once.",
        "<b>%(count)s open cases</b> that nothing else is said of get this type at once.",
        count,
    )
    return [told(sentence, count=count)]


def _waiting(case_type: CaseType) -> int:
    return Case.objects.open().of_type(case_type).count()


def _filled(case_type: CaseType, key: str) -> int:
    """Return how many open cases of the type have something in a field."""
    cases = Case.objects.open().of_type(case_type)
    rows = FilledField.objects.filter(case__in=cases, key=key, value__isnull=False)
    return rows.values("case").distinct().count()


def _fall_back(case_type: CaseType, stage: Stage) -> Markup:
    count = Case.objects.of_type(case_type).filter(stage=stage.code).count()
    sentence = ngettext(
        "<b>%(count)s case</b> stands in it, and goes back to the first stage of its state.",
        "<b>%(count)s cases</b> stand in it, and go back to the first stage of their state.",
        count,
    )
    return told(sentence, count=count)
