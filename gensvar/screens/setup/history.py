"""Who changed what, and when: read from the record, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.events.queries import told
from gensvar.foundation.people.models import Agent
from gensvar.operations.routing.models import Queue

WORDS: Mapping[str, str | Promise] = {
    "agreements.client-added": _("Took on the client"),
    "agreements.client-changed": _("Changed"),
    "agreements.text-written": _("Wrote a new version"),
    "agreements.text-withdrawn": _("Took back a version that had not begun"),
    "calendars.closing-days-imported": _("Imported closing days"),
    "calendars.hours-changed": _("Changed the week"),
    "calendars.hours-planned": _("Planned another week"),
    "calendars.public-holidays-chosen": _("Chose public holidays"),
    "calendars.deviation-published": _("Published a day with other hours"),
    "calendars.deviation-withdrawn": _("Took away a day with other hours"),
    "cases.canned-text-written": _("Wrote ready words"),
    "cases.canned-text-retired": _("Offered ready words no longer"),
    "cases.macro-written": _("Wrote a macro"),
    "cases.macro-retired": _("Offered a macro no longer"),
    "casetypes.case-type-added": _("Added the case type"),
    "casetypes.case-type-changed": _("Changed"),
    "casetypes.case-type-made-default": _("Made it the default"),
    "casetypes.case-type-restored": _("Restored the case type"),
    "casetypes.case-type-retired": _("Retired the case type"),
    "chat.chat-settings-changed": _("Changed"),
    "contacts.suppression-lifted": _("Let mail through to an address again"),
    "cases.reach-rule-agreed": _("Agreed when tries count"),
    "cases.required-facts-set": _("Changed what a group must know"),
    "counter.hall-set": _("Set desks and errands"),
    "duty.absence-ended": _("Ended an absence"),
    "duty.absence-noted": _("Noted an absence"),
    "duty.put-on-duty": _("Put somebody on duty"),
    "duty.taken-off-duty": _("Took somebody off the rota"),
    "events.job-given-up": _("Gave up a failed job"),
    "events.job-tried-again": _("Had a failed job tried again"),
    "events.record-checked": _("Had the record checked"),
    "integrations.list-exported": _("Took out a list"),
    "integrations.token-made": _("Made the token"),
    "integrations.token-revoked": _("Revoked the token"),
    "integrations.webhook-added": _("Added the webhook"),
    "integrations.webhook-changed": _("Changed the webhook"),
    "integrations.webhook-ended": _("Ended the webhook"),
    "knowledge.area-added": _("Added the service area"),
    "knowledge.area-changed": _("Changed the service area"),
    "knowledge.catalogue-imported": _("Imported the catalogue"),
    "knowledge.subject-added": _("Added the subject"),
    "knowledge.subject-changed": _("Changed"),
    "knowledge.subject-restored": _("Restored the subject"),
    "knowledge.subject-retired": _("Retired the subject"),
    "mail.mailbox-changed": _("Changed"),
    "social.social-account-changed": _("Changed"),
    "social.social-account-joined": _("Joined the account"),
    "social.social-account-left": _("Left the account"),
    "people.access-reviewed": _("Reviewed who may do what"),
    "people.account-changed": _("Changed"),
    "people.account-ended": _("Ended the account"),
    "people.account-opened": _("Opened the account"),
    "people.group-changed": _("Changed"),
    "people.group-closed": _("Closed the group"),
    "people.group-made": _("Made the group"),
    "people.password-link-made": _("Made a password link"),
    "people.put-in-group": _("Put somebody in the group"),
    "people.provider-added": _("Added the provider"),
    "people.provider-changed": _("Changed"),
    "people.provider-ended": _("Ended the provider"),
    "people.role-given": _("Gave a role"),
    "people.role-taken": _("Took a role"),
    "people.second-factor-taken-away": _("Took away the second factor"),
    "people.taken-out-of-group": _("Took somebody out of the group"),
    "register.fallback-named": _("Said who gets the rest"),
    "register.place-added": _("Added the place"),
    "register.place-changed": _("Changed"),
    "register.places-imported": _("Imported places"),
    "sms.number-changed": _("Changed"),
    "register.responsibility-ended": _("Named a group no longer"),
    "register.responsibility-given": _("Named a group"),
    "register.service-type-added": _("Added a service"),
    "register.service-type-ended": _("Offered a service no longer"),
    "routing.away-reason-added": _("Added a reason"),
    "routing.away-reason-ended": _("Ended a reason"),
    "routing.first-needs-set": _("Set who comes first"),
    "routing.priority-rules-set": _("Set what is urgent"),
    "routing.day-released": _("Explained why a day does not balance"),
    "routing.lever-ended": _("The lever ended by itself"),
    "routing.lever-pulled": _("Pulled a lever"),
    "routing.lever-taken-back": _("Took a lever back"),
    "routing.queue-ended": _("Ended the queue"),
    "routing.queue-set": _("Set the queue"),
    "routing.seat-set": _("Gave the seat, or changed it"),
    "routing.seat-taken": _("Took the seat"),
    "routing.skill-assessed": _("Said how well somebody knows something"),
    "secrecy.access-given": _("Put somebody on the list"),
    "secrecy.access-list-added": _("Added the access list"),
    "secrecy.access-list-renamed": _("Changed the name of the list"),
    "secrecy.access-taken": _("Took somebody off the list"),
    "contacts.block-register-imported": _("Brought a block register in"),
    "voice.announcement-set": _("Changed what is said"),
    "voice.directory-changed": _("Changed the directory"),
    "voice.menu-set": _("Changed the menu"),
    "voice.phone-given": _("Gave a phone"),
    "voice.phone-number-set": _("Changed where a number leads"),
    "voice.phone-taken": _("Took a phone"),
    "voice.relay-numbers-set": _("Changed by which numbers relays are known"),
    "voice.recording-plan-ended": _("Recorded no more calls of a queue"),
    "voice.recording-planned": _("Had calls of a queue recorded"),
    "voice.sound-ended": _("Offered a recording no more"),
    "voice.sound-kept": _("Kept a recording"),
    "voice.telephonist-set": _("Changed whom the telephonist answers"),
    "voice.subject-not-recorded": _("Changed what is never recorded"),
}
FIELDS: Mapping[str, str | Promise] = {
    "accent": _("colour"),
    "access": _("confidentiality"),
    "address": _("address"),
    "area": _("service area"),
    "case_type": _("case type"),
    "code": _("code"),
    "department": _("department"),
    "desks": _("desks"),
    "email": _("mail address"),
    "errands": _("errands"),
    "fields": _("fields"),
    "greeting": _("greeting"),
    "greeting_en": _("greeting in English"),
    "group": _("answer group"),
    "handle": _("account name"),
    "identity_level": _("how surely we must know who asks"),
    "is_front": _("front desk"),
    "is_on": _("on or off"),
    "is_paused": _("pause"),
    "is_public": _("shown to customers"),
    "keep_days": _("days kept"),
    "kind": _("kind"),
    "language": _("language"),
    "manager": _("manager"),
    "measures": _("measures"),
    "moves": _("moves"),
    "name": _("name"),
    "network": _("network"),
    "parent": _("what it is part of"),
    "phone": _("telephone"),
    "pickup": _("fetching"),
    "position": _("place in the order"),
    "public_name": _("name that customers see"),
    "retention_months": _("retention"),
    "script": _("what to say first"),
    "number": _("phone number"),
    "secret": _("password"),
    "sends_receipts": _("receipts"),
    "sites": _("sites"),
    "user": _("API user name"),
    "stages": _("stages"),
    "subject": _("subject"),
    "targets": _("goals"),
    "takes_tags": _("tags in the address"),
    "tier": _("tier"),
    "answer_days": _("working days to answer"),
    "reopen_days": _("days in which it opens again"),
    "title": _("title"),
    "valid_from": _("first day"),
    "valid_until": _("last day"),
    "usual_gap": _("alarm when nothing comes"),
}
# What these held is named by number in the record, which says nothing to a reader.
BY_NUMBER = frozenset({"area", "case_type", "group", "manager", "subject"})


# Whom a change was about, where somebody else made it.
WHOM = ("of_agent_id", "whom_id")


@dataclass(frozen=True)
class Change:
    """Something that somebody did to a setting."""

    at: datetime
    who: str
    what: str


def changes(names: Iterable[str], about: dict[str, Any], *, most: int = 12) -> list[Change]:
    """Return the newest changes that these events tell of, each with who made it."""
    records = told(names, about, most=most)
    about_people = {r.payload.get(key) for r in records for key in WHOM} - {None}
    makers = {r.agent_id for r in records if r.agent_id}
    people = Agent.objects.in_bulk([*makers | about_people])
    about_queues = {r.payload.get("queue_id") for r in records} - {None}
    queues = Queue.objects.in_bulk([*about_queues]) if about_queues else {}
    return [
        Change(
            at=record.at,
            who=people[record.agent_id].name if record.agent_id in people else str(_("Gensvar")),
            what=_what(record, _about(record, people, queues)),
        )
        for record in records
    ]


def _about(record: EventRecord, people: Mapping[int, Agent], queues: Mapping[int, Queue]) -> str:
    """Return which queue or whom a change was about; nothing where that is told otherwise."""
    if queue := queues.get(record.payload.get("queue_id", 0)):
        return f"{queue.name}, {queue.get_channel_display()}"
    found = (people.get(record.payload.get(key, 0)) for key in WHOM)
    return next((agent.name for agent in found if agent), "")


def _what(record: EventRecord, about: str) -> str:
    words = str(WORDS.get(record.name, record.name))
    words = f"{words}: {about}" if about else words
    payload = record.payload
    fields = payload.get("fields") or []
    if fields and "old" in payload:
        return f"{words} {_differences(fields, payload['old'], payload['new'])}"
    if fields:
        return f"{words} {', '.join(str(FIELDS.get(name, name)) for name in fields)}"
    return f"{words}: {payload['on']}" if payload.get("on") else words


def _differences(fields: list[str], old: list[str], new: list[str]) -> str:
    parts = []
    for name, before, after in zip(fields, old, new, strict=True):
        label = str(FIELDS.get(name, name))
        is_told = name not in BY_NUMBER
        parts.append(f"{label}: {before or '–'} → {after or '–'}" if is_told else label)
    return ", ".join(parts)
