"""Who changed what, and when: read from the record, in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.events.queries import told
from gensvar.foundation.people.models import Agent

WORDS: Mapping[str, str | Promise] = {
    "agreements.client-added": __("Took on the client"),
    "agreements.client-changed": __("Changed"),
    "agreements.text-written": __("Wrote a new version"),
    "agreements.text-withdrawn": __("Took back a version that had not begun"),
    "calendars.hours-changed": __("Changed the week"),
    "calendars.deviation-published": __("Published a day with other hours"),
    "calendars.deviation-withdrawn": __("Took away a day with other hours"),
    "contacts.suppression-lifted": __("Let mail through to an address again"),
    "events.job-given-up": __("Gave up a failed job"),
    "events.job-tried-again": __("Had a failed job tried again"),
    "events.record-checked": __("Had the record checked"),
    "integrations.list-exported": __("Took out a list"),
    "integrations.token-made": __("Made the token"),
    "integrations.token-revoked": __("Revoked the token"),
    "integrations.webhook-added": __("Added the webhook"),
    "integrations.webhook-changed": __("Changed the webhook"),
    "integrations.webhook-ended": __("Ended the webhook"),
    "knowledge.area-added": __("Added the service area"),
    "knowledge.area-changed": __("Changed the service area"),
    "knowledge.catalogue-imported": __("Imported the catalogue"),
    "knowledge.subject-added": __("Added the subject"),
    "knowledge.subject-changed": __("Changed"),
    "knowledge.subject-restored": __("Restored the subject"),
    "knowledge.subject-retired": __("Retired the subject"),
    "mail.mailbox-changed": __("Changed"),
    "people.access-reviewed": __("Reviewed who may do what"),
    "people.account-changed": __("Changed"),
    "people.account-ended": __("Ended the account"),
    "people.account-opened": __("Opened the account"),
    "people.group-changed": __("Changed"),
    "people.group-closed": __("Closed the group"),
    "people.group-made": __("Made the group"),
    "people.password-link-made": __("Made a password link"),
    "people.put-in-group": __("Put somebody in the group"),
    "people.provider-added": __("Added the provider"),
    "people.provider-changed": __("Changed"),
    "people.provider-ended": __("Ended the provider"),
    "people.role-given": __("Gave a role"),
    "people.role-taken": __("Took a role"),
    "people.second-factor-taken-away": __("Took away the second factor"),
    "people.taken-out-of-group": __("Took somebody out of the group"),
}
FIELDS: Mapping[str, str | Promise] = {
    "accent": __("colour"),
    "address": __("address"),
    "area": __("service area"),
    "code": __("code"),
    "department": __("department"),
    "email": __("mail address"),
    "group": __("answer group"),
    "is_front": __("front desk"),
    "is_paused": __("pause"),
    "is_public": __("shown to customers"),
    "kind": __("kind"),
    "language": __("language"),
    "manager": __("manager"),
    "name": __("name"),
    "phone": __("telephone"),
    "pickup": __("fetching"),
    "position": __("place in the order"),
    "public_name": __("name that customers see"),
    "sends_receipts": __("receipts"),
    "subject": __("subject"),
    "takes_tags": __("tags in the address"),
    "tier": __("tier"),
    "title": __("title"),
    "usual_gap": __("alarm when nothing comes"),
}
# What these held is named by number in the record, which says nothing to a reader.
BY_NUMBER = frozenset({"area", "group", "manager", "subject"})


@dataclass(frozen=True)
class Change:
    """Something that somebody did to a setting."""

    at: datetime
    who: str
    what: str


def changes(names: Iterable[str], about: dict[str, Any], *, most: int = 12) -> list[Change]:
    """Return the newest changes that these events tell of, each with who made it."""
    records = told(names, about, most=most)
    people = Agent.objects.in_bulk([r.agent_id for r in records if r.agent_id])
    return [
        Change(
            at=record.at,
            who=people[record.agent_id].name if record.agent_id in people else _("Gensvar"),
            what=_what(record),
        )
        for record in records
    ]


def _what(record: EventRecord) -> str:
    words = str(WORDS.get(record.name, record.name))
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
