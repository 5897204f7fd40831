from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from gensvar.operations.cases.models import Case
from gensvar.operations.register.models import Place, Responsibility, ServiceType
from gensvar.operations.register.queries.answering import within
from gensvar.operations.register.queries.importing import ImportPlan
from gensvar.screens.setup.changing import told


def of_place(given: Mapping[str, Any]) -> list[Markup]:
    if given["parent"]:
        where = _("<b>Whoever answers for %(code)s</b> answers here too, until others are named.")
        return [told(where, code=given["parent"])]
    return [told(_("<b>Nobody answers for it</b> until a group is named, below or around it."))]


def of_changed_place(place: Place, given: Mapping[str, Any], *, today: date) -> list[Markup]:
    found = []
    if given["parent"] != (place.parent.code if place.parent else ""):
        found += of_place(given)
    if given["valid_until"] and given["valid_until"] <= today:
        sentence = _("<b>It can no longer be chosen.</b> Cases that name it keep it.")
        found.append(told(sentence))
    return found


def of_responsible(place: Place, given: Mapping[str, Any]) -> list[Markup]:
    inside = len(within(place)) - 1
    sentence = ngettext(
        "<b>%(group)s answers here</b>, and for the %(count)s place within that names nobody.",
        "<b>%(group)s answers here</b>, and for those of %(count)s places within that name nobody.",
        inside,
    )
    found = [told(sentence, group=given["group"].code, count=inside)]
    waiting = Case.objects.open().filter(located__place__in=within(place)).count()
    keeps = ngettext(
        "<b>%(count)s open case</b> at the place stays with whoever has it.",
        "<b>%(count)s open cases</b> at the place stay with whoever has them.",
        waiting,
    )
    return [*found, told(keeps, count=waiting)]


def of_ending(row: Responsibility) -> list[Markup]:
    around = _(
        "<b>From that day</b> whoever answers for the place around it does, or the fallback."
    )
    return [told(around)]


def of_service(service: ServiceType) -> list[Markup]:
    rows = Responsibility.objects.filter(service=service, valid_until=None).count()
    sentence = ngettext(
        "<b>Nobody can choose it</b> any more; %(count)s place that names it keeps it.",
        "<b>Nobody can choose it</b> any more; %(count)s places that name it keep it.",
        rows,
    )
    return [told(sentence, count=rows)]


def of_fallback(given: Mapping[str, Any]) -> list[Markup]:
    sentence = _("<b>%(group)s gets</b> what nobody is named for, from now on.")
    return [told(sentence, group=given["group"].code)]


def of_import(plan: ImportPlan) -> list[Markup]:
    new, known = len(plan.new), len(plan.known)
    fresh = ngettext("<b>%(count)s place</b> is new.", "<b>%(count)s places</b> are new.", new)
    held = ngettext(
        "<b>%(count)s place</b> is known and becomes as the file says.",
        "<b>%(count)s places</b> are known and become as the file says.",
        known,
    )
    return [
        told(fresh, count=new),
        told(held, count=known),
        told(_("<b>Another group</b> for a known place answers from today; the past stays.")),
        told(_("<b>Places not in the file</b> stay as they are.")),
    ]
