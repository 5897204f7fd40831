from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from gensvar.foundation.people.models import Membership
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.knowledge.models import Subject
from gensvar.screens.setup.changing import told


def of_new_list() -> list[Markup]:
    return [told(_("<b>Nobody is on it</b> until you put somebody there. Nothing is hidden yet."))]


def of_standing(access: AccessList, given: Mapping[str, Any]) -> list[Markup]:
    if given["group"] is None:
        who = given["agent"].name if given["agent"] else ""
        found = [told(_("<b>%(who)s</b> may read the confidential cases of this list."), who=who)]
    else:
        inside = Membership.objects.filter(group=given["group"], until=None).count()
        sentence = ngettext(
            "<b>%(count)s person</b> in %(group)s may read the confidential cases of this list.",
            "<b>%(count)s people</b> in %(group)s may read the confidential cases of this list.",
            inside,
        )
        found = [told(sentence, count=inside, group=given["group"].code)]
        found.append(told(_("<b>Whoever joins or leaves the group</b> gains or loses it at once.")))
    found.append(told(_("<b>Every reading</b> asks for a reason and is written down.")))
    return found


def of_taking_off(access: AccessList, who: str) -> list[Markup]:
    found = [
        told(_("<b>%(who)s</b> finds no trace of these cases from the next page on."), who=who)
    ]
    if access.entries.filter(until=None).count() == 1:
        found.append(told(_("<b>Nobody is left on the list</b>, so nobody can read its cases.")))
    return found


def of_access(subject: Subject, given: Mapping[str, Any]) -> list[Markup]:
    """Tell what follows when a subject becomes confidential, or stops being so."""
    if given["access"] == subject.access:
        return []
    if given["access"] is None:
        return [
            told(_("<b>Its cases are open</b> to everybody with the right role, past ones too."))
        ]
    found = [
        told(
            _("<b>Only those on “%(name)s”</b> know of its cases, past ones too."),
            name=given["access"].name,
        )
    ]
    if not given["access"].entries.filter(until=None).exists():
        found.append(told(_("<b>Nobody is on the list</b>: nobody could read the cases.")))
    found.append(told(_("<b>Published figures</b> still count them.")))
    return found
