"""The record of a case in sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from gensvar.operations.cases.models import InterpreterBooking, State
from gensvar.operations.cases.queries.history import Recorded
from gensvar.screens.desk.words import Moments

SENTENCES: Final = {
    "disposal.case-held": _("The case was held back from being erased"),
    "disposal.case-released": _("The case was no longer held back"),
    "disposal.case-disposed": _("What was said in the case was erased"),
    "cases.case-opened": _("The case began"),
    "cases.contact-joined": _("One more contact joined the case"),
    "cases.case-closed": _("The case was closed"),
    "cases.case-reopened": _("The case was opened again"),
    "cases.case-assigned": _("Somebody else became responsible"),
    "cases.case-described": _("What the case is about was changed"),
    "cases.case-handed-over": _("The case was handed over"),
    "cases.feedback-given": _("The group told what became of it"),
    "cases.hand-over-accepted": _("Somebody in the group took the question"),
    "cases.hand-over-moved": _("The question went to a colleague in the group"),
    "cases.hand-over-warned": _("Those responsible were warned about the hand-over"),
    "cases.required-fact-given": _("A fact that the group must know was given"),
    "cases.promise-made": _("The customer was promised an answer"),
    "cases.promise-told": _("The customer knows of the promise"),
    "cases.promise-kept": _("The promise was kept"),
    "cases.promise-broken": _("The promise was broken"),
    "cases.promise-renegotiated": _("The promise was given a new day before it was due"),
    "cases.promise-replaced": _("Another promise took over"),
    "cases.promise-stands-again": _("The answer was taken back, so the promise stands"),
    "cases.promise-update-missed": _("The customer got no news by the day it was promised"),
    "cases.promise-asked-about": _("Those responsible were asked for a new day"),
    "cases.alarm-raised": _("An alarm went out: not answered in time"),
    "cases.alarm-passed-on": _("The alarm went to a deputy: the one it was for is away"),
    "cases.case-answered": _("The customer was answered in writing"),
    "cases.disruption-found": _("The case was put with a disruption"),
    "cases.disruption-withdrawn": _("The case was taken away from a disruption"),
    "contacts.contact-set-aside": _("It was said why the contact became no case"),
    "contacts.purpose-said": _("Whoever was called was told what it is about"),
    "cases.need-outcome-said": _("It was said what became of the need"),
    "cases.note-written": _("An internal note was written"),
    "cases.file-added": _("A file was added"),
    "cases.case-merged": _("The case became part of another"),
    "cases.case-taken-in": _("Another case became part of this one"),
    "cases.case-unmerged": _("The case stands by itself again"),
    "cases.case-split": _("Contacts left to begin another case"),
    "cases.case-split-off": _("The case began with contacts of another"),
    "cases.case-linked": _("The case was linked with another"),
    "cases.case-unlinked": _("A link with another case was taken away"),
    "cases.case-watched": _("Somebody began to follow the case"),
    "cases.case-unwatched": _("Somebody follows the case no longer"),
    "cases.case-need-asked": _("It was noted what the customer needs"),
    "cases.case-need-met": _("It was said whether the customer's need was met"),
    "cases.case-need-forgotten": _("A noted need was taken away"),
    "cases.interpreter-booking-asked": _("An interpreter was asked for"),
    "cases.interpreter-booking-moved": _("It was said where the booking of an interpreter stands"),
    "cases.participant-added": _("Somebody beside the customer may follow the case"),
    "cases.participant-ended": _("A participant follows the case no longer"),
    "cases.participant-entered": _("A participant opened the case with their own code"),
    "cases.participant-code-asked": _("A participant's code was sent anew"),
    "cases.participant-left": _("A participant stopped following the case"),
    "cases.participant-told": _("A participant was told that something has happened"),
    "cases.case-snoozed": _("The case was left to rest"),
    "cases.case-woken": _("The case was taken up again"),
    "cases.case-answer-planned": _("An answer was planned to leave later"),
    "cases.macro-ran": _("A macro was run"),
    "cases.macro-undone": _("A macro was undone"),
    "cases.deed-undone": _("What was done was undone"),
    "cases.case-let-go": _("Another case is no longer part of this one"),
    "cases.canned-text-used": _("Ready words were put into an answer"),
    "cases.support-used": _("The customer was answered with an approved answer"),
    "cases.checklist-ticked": _("Steps of a checklist were ticked"),
    "cases.correction-followed-up": _("A corrected answer was followed up"),
    "cases.fields-filled": _("Fields were filled in"),
    "cases.stage-changed": _("The case came to another stage"),
    "cases.confidentiality-begun": _("The case was made confidential"),
    "cases.confidentiality-lifted": _("The case is no longer confidential by hand"),
    "cases.reading-noted": _("The case was opened, with a reason"),
    "cases.registration-finished": _("The registration was finished"),
    "cases.identity-code-sent": _("A code was sent to the known address"),
    "cases.identity-checked": _("It was checked who asks"),
    "cases.follow-code-used": _("The customer looked at the case"),
}
FIELDS: Final = {
    "title": _("title"),
    "subject": _("subject"),
    "need_type": _("need"),
    "type": _("case type"),
    "customer": _("customer"),
    "language": _("language"),
    "tags": _("tags"),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    at: str
    who: str
    said: str


def sentences(records: Iterable[Recorded], *, moments: Moments) -> list[Sentence]:
    """Return one sentence an event; an event of a later version is named as it is."""
    return [
        Sentence(moments.when(record.at), record.who or _now("By itself"), _said(record))
        for record in records
    ]


def _said(record: Recorded) -> str:
    if record.name == "cases.state-changed":
        new = str(record.facts.get("new", ""))
        label = State(new).label if new in State.values else new
        return _now("State: %(state)s") % {"state": label}
    if record.name == "cases.interpreter-booking-moved":
        to = str(record.facts.get("to", ""))
        label = InterpreterBooking.State(to).label if to in InterpreterBooking.State.values else to
        return _now("Interpreter: %(state)s") % {"state": label}
    said = str(SENTENCES.get(record.name, record.name))
    fields = [str(FIELDS.get(name, name)) for name in record.facts.get("fields", ())]
    return f"{said}: {', '.join(fields)}" if fields else said
