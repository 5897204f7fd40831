from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from gensvar.foundation.duty.models import Duty
from gensvar.foundation.duty.queries import on_duty
from gensvar.foundation.people.models import Agent, Group
from gensvar.operations.cases.models import Case, State
from gensvar.operations.knowledge.models import Subject
from gensvar.screens.setup.changing import told
from gensvar.screens.setup.forms.duty import facts_in


def of_duty(group: Group, given: Mapping[str, Any], *, at: datetime) -> list[Markup]:
    now = on_duty(group, at=at)
    name = given["agent"].name
    if given["is_deputy"]:
        first = _("<b>%(name)s</b> gets the group's questions when nobody on duty can answer.")
    else:
        first = _("<b>%(name)s</b> is named for every new question to the group on these days.")
    found = [told(first, name=name)]
    if now is not None:
        found.append(told(_("Today <b>%(name)s</b> answers."), name=now.agent.name))
    found.append(told(_("Questions that somebody has already taken stay where they are.")))
    return found


def of_ending(duty: Duty) -> list[Markup]:
    others = Duty.objects.filter(group=duty.group, valid_until=None).exclude(pk=duty.pk)
    found = [
        told(_("<b>%(name)s</b> gets no new question after that day."), name=duty.agent.name),
        told(_("The row stays in the rota's history.")),
    ]
    if not others.exists():
        warning = _("<b>Nobody is left on the rota</b> then: questions go to the manager.")
        found.append(told(warning))
    return found


def of_absence(person: Agent, given: Mapping[str, Any], *, at: datetime) -> list[Markup]:
    held = Case.objects.filter(agent=person, state=State.HANDED_OVER).select_related("group")
    groups = {case.group for case in held if case.group is not None}
    sentence = ngettext(
        "<b>%(count)s question</b> moves to a colleague when the absence begins.",
        "<b>%(count)s questions</b> move to a colleague when the absence begins.",
        len(held),
    )
    found = [told(sentence, count=len(held))]
    stand_in = given.get("stand_in")
    if stand_in:
        found.append(told(_("<b>%(name)s</b> gets them, and a mail for each."), name=stand_in.name))
    for group in sorted(groups, key=lambda one: one.code):
        answering = on_duty(group, at=at, passed_over=[person.pk])
        if answering is None and not stand_in:
            warning = _("<b>Nobody else</b> is on duty in %(group)s: the manager gets them.")
            found.append(told(warning, group=group.code))
    found.append(told(_("<b>Customers are told nothing</b>; what was promised stands.")))
    return found


def of_facts(subject: Subject, given: Mapping[str, Any]) -> list[Markup]:
    labels = [label for label, _hint in facts_in(given["facts"])]
    if not labels:
        sentence = _("<b>Nothing</b> is asked for when a case on %(subject)s is handed over.")
        return [told(sentence, subject=subject.name)]
    return [
        told(
            _("A case on %(subject)s is handed over only with: <b>%(labels)s</b>."),
            subject=subject.name,
            labels=", ".join(labels),
        ),
        told(_("What is known already is not asked for again.")),
    ]


def of_reach(attempts: int) -> list[Markup]:
    if not attempts:
        return [told(_("<b>Tries never count</b> as feedback from now on."))]
    sentence = ngettext(
        "<b>%(count)s try</b> with a message left closes the question from now on.",
        "<b>%(count)s tries</b> with a message left close the question from now on.",
        attempts,
    )
    return [
        told(sentence, count=attempts),
        told(_("Each time the version of the rule is kept with the try.")),
    ]
