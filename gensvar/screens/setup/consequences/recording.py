from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from gensvar.channels.voice.models import NotRecorded, PhoneNumber, RecordingPlan
from gensvar.channels.voice.sentences import LANGUAGES
from gensvar.operations.routing.models import QueueSubject
from gensvar.screens.setup.changing import told


def of_new_plan(given: Mapping[str, Any]) -> list[Markup]:
    queue = given["queue"]
    found = [
        told(
            _("<b>Callers of %(queue)s are told</b> in the greeting, and press # to say no."),
            queue=queue.name,
        ),
        told(_("<b>Only the agent and whoever coaches them</b> can hear what was said.")),
        told(
            ngettext(
                "<b>Each recording is gone</b> after %(days)s day.",
                "<b>Each recording is gone</b> after %(days)s days.",
                given["kept_days"],
            ),
            days=given["kept_days"],
        ),
    ]
    if queue.client.language not in LANGUAGES:
        found.append(
            told(_("<b>Nothing is recorded</b>: the sentence is not said in the language."))
        )
    forbidden = NotRecorded.objects.filter(client=queue.client_id).values("subject")
    if QueueSubject.objects.filter(queue=queue, subject__in=forbidden).exists():
        found.append(
            told(_("<b>Nothing is recorded</b>: the queue is for a subject that forbids it."))
        )
    if not PhoneNumber.objects.in_use().filter(queue=queue).exists():
        found.append(told(_("<b>No number leads</b> straight to this queue.")))
    return found


def of_ending_plan(plan: RecordingPlan) -> list[Markup]:
    kept = plan.recordings.kept().count()
    return [
        told(_("<b>Talks that go on</b> are recorded no longer.")),
        told(
            ngettext(
                "<b>%(count)s recording</b> stays until its day.",
                "<b>%(count)s recordings</b> stay until their day.",
                kept,
            ),
            count=kept,
        ),
    ]
