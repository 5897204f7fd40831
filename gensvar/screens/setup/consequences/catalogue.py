from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from gensvar.channels.mail.models import Mailbox
from gensvar.foundation.agreements.models import Client
from gensvar.operations.cases.models import Case
from gensvar.operations.knowledge.models import ServiceArea, Subject
from gensvar.operations.knowledge.queries import ImportPlan
from gensvar.operations.knowledge.standard import AREAS
from gensvar.screens.setup.changing import told
from gensvar.screens.setup.consequences.secrecy import of_access


def of_new_subject(given: Mapping[str, Any]) -> list[Markup]:
    return [_where(given), _shown(is_public=given["is_public"])]


def of_changed_subject(subject: Subject, given: Mapping[str, Any]) -> list[Markup]:
    found = []
    cases = Case.objects.filter(subject=subject)
    if given["name"] != subject.name:
        count = cases.count()
        sentence = ngettext(
            "<b>%(count)s case</b> is called by the new name, in past figures too.",
            "<b>%(count)s cases</b> are called by the new name, in past figures too.",
            count,
        )
        found.append(told(sentence, count=count))
    if given["area"] != subject.area:
        count = cases.count()
        sentence = ngettext(
            "<b>%(count)s case</b> is counted under %(area)s, in past figures too.",
            "<b>%(count)s cases</b> are counted under %(area)s, in past figures too.",
            count,
        )
        found.append(told(sentence, count=count, area=given["area"].name))
    if given["group"] != subject.group:
        found += [_where(given), _open_stay(subject)]
    if given["case_type"] != subject.case_type:
        found.append(_other_type(subject))
    if given["is_public"] != subject.is_public:
        found.append(_shown(is_public=given["is_public"]))
    found += of_access(subject, given)
    if given["tier"] != subject.tier:
        found.append(told(_("<b>Figures on who answers</b> count it anew from today, not before.")))
    if given["answer_days"] != subject.answer_days:
        found += _time(subject)
    return found


def of_retiring(subject: Subject) -> list[Markup]:
    waiting = Case.objects.open().filter(subject=subject).count()
    every = Case.objects.filter(subject=subject).count()
    mailboxes = Mailbox.objects.filter(subject=subject).count()
    found = [
        told(_("<b>Nobody can choose it</b> any more, customers or agents.")),
        told(
            ngettext(
                "<b>%(count)s open case</b> keeps it.",
                "<b>%(count)s open cases</b> keep it.",
                waiting,
            ),
            count=waiting,
        ),
        told(
            ngettext(
                "<b>%(count)s case</b> in all stays under it in the figures.",
                "<b>%(count)s cases</b> in all stay under it in the figures.",
                every,
            ),
            count=every,
        ),
    ]
    if mailboxes:
        sentence = ngettext(
            "<b>%(count)s mailbox</b> still gives it to its mail: change that too.",
            "<b>%(count)s mailboxes</b> still give it to their mail: change that too.",
            mailboxes,
        )
        found.append(told(sentence, count=mailboxes))
    return found


def of_restoring(subject: Subject) -> list[Markup]:
    found = [told(_("<b>Agents can choose it</b> at once."))]
    return [*found, _shown(is_public=True)] if subject.is_public else found


def of_changed_area(area: ServiceArea, given: Mapping[str, Any]) -> list[Markup]:
    subjects = Subject.objects.filter(area=area).count()
    cases = Case.objects.filter(subject__area=area).count()
    sentence = ngettext(
        "<b>%(count)s subject</b> and its cases (%(cases)s) are counted so, in the past too.",
        "<b>%(count)s subjects</b> and their cases (%(cases)s) are counted so, in the past too.",
        subjects,
    )
    return [told(sentence, count=subjects, cases=cases)]


def of_standard_areas(client: Client) -> list[Markup]:
    known = set(ServiceArea.objects.filter(client=client).values_list("name", flat=True))
    new = [name for names in AREAS.values() for name in names if name not in known]
    sentence = ngettext(
        "<b>%(count)s service area</b> is new: %(names)s.",
        "<b>%(count)s service areas</b> are new: %(names)s.",
        len(new),
    )
    found = [told(sentence, count=len(new), names=", ".join(new) or "–")]
    return [*found, told(_("<b>Areas that are there</b> stay as they are, with their subjects."))]


def of_import(plan: ImportPlan) -> list[Markup]:
    found = [
        told(
            ngettext("<b>%(count)s subject</b> is new.", "<b>%(count)s subjects</b> are new.", n),
            count=n,
        )
        for n in [len(plan.new)]
    ]
    changed = [planned.subject for planned in plan.changed if planned.subject is not None]
    cases = Case.objects.filter(subject__in=changed).count()
    sentence = ngettext(
        "<b>%(count)s subject</b> changes; %(cases)s cases are about it.",
        "<b>%(count)s subjects</b> change; %(cases)s cases are about them.",
        len(changed),
    )
    found.append(told(sentence, count=len(changed), cases=cases))
    if plan.new_areas:
        sentence = ngettext(
            "<b>%(count)s service area</b> is new: %(names)s.",
            "<b>%(count)s service areas</b> are new: %(names)s.",
            len(plan.new_areas),
        )
        names = ", ".join(plan.new_areas)
        found.append(told(sentence, count=len(plan.new_areas), names=names))
    sentence = ngettext(
        "<b>%(count)s subject</b> is as it was.",
        "<b>%(count)s subjects</b> are as they were.",
        plan.same,
    )
    found.append(told(sentence, count=plan.same))
    found.append(told(_("<b>Subjects not in the file</b> stay as they are; none is retired.")))
    return found


def _where(given: Mapping[str, Any]) -> Markup:
    if given["group"] is None:
        return told(_("<b>New cases</b> about it stay where they come in."))
    return told(_("<b>New cases</b> about it are meant for %(group)s."), group=given["group"].code)


def _other_type(subject: Subject) -> Markup:
    count = Case.objects.open().filter(subject=subject, type=None).count()
    sentence = ngettext(
        "<b>%(count)s open case</b> changes type; what is filled in stays.",
        "<b>%(count)s open cases</b> change type; what is filled in stays.",
        count,
    )
    return told(sentence, count=count)


def _time(subject: Subject) -> list[Markup]:
    waiting = Case.objects.open().filter(subject=subject).count()
    sentence = ngettext(
        "<b>%(count)s open case</b> is due by the new time within a minute.",
        "<b>%(count)s open cases</b> are due by the new time within a minute.",
        waiting,
    )
    kept = _("<b>What is handed over already</b> keeps the time that it was handed over with.")
    return [told(sentence, count=waiting), told(kept)]


def _open_stay(subject: Subject) -> Markup:
    waiting = Case.objects.open().filter(subject=subject).count()
    sentence = ngettext(
        "<b>%(count)s open case</b> stays with the group that has it now.",
        "<b>%(count)s open cases</b> stay with the groups that have them now.",
        waiting,
    )
    return told(sentence, count=waiting)


def _shown(*, is_public: bool) -> Markup:
    if is_public:
        return told(_("<b>Customers can choose it</b> on the portal within a minute."))
    return told(_("<b>Customers no longer find it</b> on the portal."))
