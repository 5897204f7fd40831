from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from gensvar.channels.voice.models import Entry
from gensvar.channels.voice.rules.directory import keyed
from gensvar.foundation.agreements.models import Client
from gensvar.screens.setup.changing import told


def of_answering(given: Mapping[str, Any]) -> list[Markup]:
    return [
        told(
            _(
                "<b>Whoever calls from these numbers</b> meets the telephonist, at every number of"
                " the client, also when it is closed."
            )
        ),
        told(
            _("<b>0, or waiting,</b> leads to a person in %(queue)s."),
            queue=given["queue"].name,
        ),
        told(_("<b>They are no customers:</b> none of their calls counts in the key figures.")),
    ]


def of_entry(given: Mapping[str, Any]) -> list[Markup]:
    name = next((str(given[key]) for key in ("agent", "group", "name") if given.get(key)), "")
    found = [told(_("<b>Colleagues who call</b> can seek them from now on."))]
    if name:
        keys = " ".join(keyed(word) for word in name.split())
        found.append(told(_("<b>%(name)s</b> is keyed in as %(keys)s."), name=name, keys=keys))
    if not given.get("recording"):
        found.append(told(_("<b>Their number is read out</b> in place of their name.")))
    return found


def of_directory(client: Client, table: str) -> list[Markup]:
    lines = max(0, len([line for line in table.splitlines() if line.strip()]) - 1)
    known = Entry.objects.in_use().filter(client=client).count()
    return [
        told(
            ngettext(
                "<b>%(count)s line</b> takes the place of the %(known)s that are there.",
                "<b>%(count)s lines</b> take the place of the %(known)s that are there.",
                lines,
            ),
            count=lines,
            known=known,
        ),
        told(_("<b>Recorded names</b> stay with those who stay.")),
    ]


def of_relays() -> list[Markup]:
    return [
        told(_("<b>Calls from these numbers</b> are marked, and the agent reads how to speak.")),
        told(_("<b>More time:</b> three times as long may pass before the next thing is said.")),
        told(_("<b>How long they take</b> is in no figure of handling time.")),
    ]
