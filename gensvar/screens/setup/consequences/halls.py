from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from markupsafe import Markup

from gensvar.screens.setup.changing import told


def of_new_hall(given: Mapping[str, Any]) -> list[Markup]:
    return [
        told(
            _("<b>A queue and a skill</b> called %(name)s are made; whoever sits there has it."),
            name=given["name"],
        ),
        told(_("<b>Numbers are drawn</b> in the opening hours of visits.")),
    ]


def of_changed_hall(before: Mapping[str, Any], given: Mapping[str, Any]) -> list[Markup]:
    found = []
    for kind, words in (
        ("errands", _("<b>Nobody can choose</b> %(names)s at the door any more.")),
        ("desks", _("<b>Nobody sits down</b> at %(names)s any more.")),
    ):
        gone = [name for name in before[kind] if name not in given[kind]]
        if gone:
            found.append(told(words, names=", ".join(gone)))
    return found
