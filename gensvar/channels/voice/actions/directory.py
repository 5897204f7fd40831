"""Whom the automatic telephonist answers, and whom it knows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from gensvar.channels.voice.events import DirectoryChanged, TelephonistSet
from gensvar.channels.voice.models import Entry, Sound, Telephonist
from gensvar.channels.voice.rules.directory import BadSpan, spans
from gensvar.channels.voice.rules.numbers import number_of
from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.integrations.tables import Fault, meaning_of, read_rows
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.contacts.models import Channel
from gensvar.operations.routing.models import Queue

HEADINGS = {
    "name": ("name", "namn"),
    "number": ("number", "extension", "nummer", "anknytning", "telefon", "phone"),
    "email": ("email", "e-mail", "e-post", "epost", "mejl"),
}
MEANING = meaning_of(HEADINGS)
MOST_ROWS = 20_000
LONGEST_NAME = 120
WHY: dict[str, str | Promise] = {
    "column": _("Line %(line)s: nobody here knows the heading “%(value)s”."),
    "name": _("Line %(line)s: write a name of at most 120 letters."),
    "number": _("Line %(line)s: “%(value)s” is no phone number or extension."),
    "email": _("Line %(line)s: “%(value)s” is no e-mail address."),
    "twice": _("Line %(line)s: “%(value)s” stands there already."),
    "rows": _("There are more than %(value)s lines. Take them in two lists."),
    "": _("Line %(line)s cannot be read: %(value)s."),
}


class NotARange(Refused):
    message = _(
        "Write ranges of numbers, such as 4000-4999 or 0910-73 40 00 – 0910-73 49 99. “%(written)s”"
        " is none."
    )
    status = 422


class QueueOfAnother(Refused):
    message = _("Colleagues who want a person wait in a queue for calls of the same client.")
    status = 422


class NotReached(Refused):
    message = _("Write a name, and a phone number, an extension or an e-mail address.")
    status = 422


class ListedAlready(Refused):
    message = _("That one is in the directory already. Change the entry that is there.")


class DirectoryFaults(Refused):
    message = _("Nothing was taken in. %(first)s")
    status = 422

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__(first=faults[0])
        self.faults = faults


@dataclass(frozen=True)
class Imported:
    changed: int = 0
    ended: int = 0


@action
def set_telephonist(
    client: Client, *, ranges: str, queue: Queue, by: Agent | None, at: datetime
) -> Telephonist:
    """Let the automatic telephonist answer whoever calls from these numbers."""
    try:
        found = spans(ranges)
    except BadSpan as bad:
        raise NotARange(written=str(bad)[:60]) from None
    if not found:
        raise NotARange(written="")
    if (queue.client_id, queue.channel) != (client.pk, Channel.PHONE) or queue.ended_at:
        raise QueueOfAnother
    made, _is_new = Telephonist.objects.update_or_create(
        client=client, defaults={"ranges": found, "queue": queue}
    )
    announce(TelephonistSet(client_id=client.pk, agent_id=by.pk if by else None), at=at)
    return made


@action
def end_telephonist(client: Client, *, by: Agent | None, at: datetime) -> None:
    """Let colleagues who call meet what everybody meets."""
    gone, _kinds = Telephonist.objects.filter(client=client).delete()
    if gone:
        announce(
            TelephonistSet(client_id=client.pk, agent_id=by.pk if by else None, is_ended=True),
            at=at,
        )


@action
def list_entry(
    client: Client,
    *,
    by: Agent | None,
    at: datetime,
    name: str = "",
    agent: Agent | None = None,
    group: Group | None = None,
    number: str = "",
    email: str = "",
    recording: Sound | None = None,
) -> Entry:
    """Let somebody be sought: one of us, an answer group, or anybody with a name."""
    entry = Entry(client=client, agent=agent, group=group)
    _fill(entry, name=name, number=number, email=email, recording=recording)
    try:
        with transaction.atomic():
            entry.save()
    except IntegrityError:
        raise ListedAlready from None
    _tell(client, by=by, at=at, changed=1)
    return entry


@action
def change_entry(
    entry: Entry,
    *,
    number: str,
    email: str,
    name: str,
    recording: Sound | None,
    by: Agent | None,
    at: datetime,
) -> Entry:
    """Let somebody be sought otherwise; who it is stays."""
    _fill(entry, name=name, number=number, email=email, recording=recording)
    try:
        with transaction.atomic():
            entry.save()
    except IntegrityError:
        raise ListedAlready from None
    _tell(entry.client, by=by, at=at, changed=1)
    return entry


@action
def end_entry(entry: Entry, *, by: Agent | None, at: datetime) -> None:
    """Let somebody be sought no more."""
    if Entry.objects.in_use().filter(pk=entry.pk).update(ended_at=at):
        _tell(entry.client, by=by, at=at, ended=1)


@action
def import_directory(client: Client, text: str, *, by: Agent | None, at: datetime) -> Imported:
    """Take in a directory as one whole: who does not stand in it is sought no more.

    Whose e-mail address is that of one of us is them, and so is a group by its name; everybody
    else is known by their name and number. With a fault in any line nothing is taken.
    """
    faults: list[Fault] = []
    given = list(read_rows(text, MEANING, faults, required=["name"], most_rows=MOST_ROWS))
    rows = _checked(given, faults)
    if faults or not rows:
        raise DirectoryFaults([_words(one) for one in faults] or [str(NotReached.message)])
    people = {one.email.lower(): one for one in Agent.objects.filter(is_active=True)}
    groups = {one.name.lower(): one for one in Group.objects.filter(client=client, closed_at=None)}
    left = {
        _key(one): one
        for one in Entry.objects.in_use().filter(client=client).select_related("agent", "group")
    }
    changed = 0
    for row in rows:
        agent = people.get(row["email"].lower()) if row["email"] else None
        group = None if agent else groups.get(row["name"].lower())
        entry = Entry(client=client, agent=agent, group=group)
        _fill(entry, name=row["name"], number=row["number"], email=row["email"])
        before = left.pop(_key(entry), None)
        if before is not None:
            entry.pk, entry.recording = before.pk, before.recording
        if before is None or _facts(before) != _facts(entry):
            entry.save()
            changed += 1
    Entry.objects.filter(pk__in=[one.pk for one in left.values()]).update(ended_at=at)
    if changed or left:
        _tell(client, by=by, at=at, changed=changed, ended=len(left))
    return Imported(changed, len(left))


def _checked(
    given: Sequence[tuple[int, dict[str, str]]], faults: list[Fault]
) -> list[dict[str, str]]:
    rows, seen = [], set[tuple[str, str]]()
    for line, row in given:
        name, number, email = (row.get(key, "") for key in ("name", "number", "email"))
        if not name or len(name) > LONGEST_NAME:
            faults.append(Fault(line, "name", "name", name[:40]))
        if number and not number_of(number):
            faults.append(Fault(line, "number", "number", number[:40]))
        if email and not _is_email(email):
            faults.append(Fault(line, "email", "email", email[:40]))
        if (key := (name.lower(), email.lower() or number_of(number))) in seen:
            faults.append(Fault(line, "name", "twice", name[:40]))
        seen.add(key)
        rows.append({"name": name, "number": number, "email": email})
    return rows


def _is_email(text: str) -> bool:
    try:
        validate_email(text)
    except ValidationError:
        return False
    return True


def _words(fault: Fault) -> str:
    return str(WHY.get(fault.kind, WHY[""])) % {
        "line": fault.number,
        "value": fault.value or fault.column or fault.kind,
    }


def _fill(
    entry: Entry, *, name: str, number: str, email: str, recording: Sound | None = None
) -> None:
    is_free = entry.agent is None and entry.group is None
    entry.own_name, entry.own_email = (name, email) if is_free else ("", "")
    entry.number, entry.recording = number_of(number), recording
    if (number and not entry.number) or not entry.name or not (entry.number or entry.email):
        raise NotReached


def _key(entry: Entry) -> tuple[str, object, str]:
    """Return by what an entry is known as the same in another list."""
    if entry.agent_id:
        return ("agent", entry.agent_id, "")
    if entry.group_id:
        return ("group", entry.group_id, "")
    return ("name", entry.own_name.lower(), entry.number)


def _facts(entry: Entry) -> tuple[object, ...]:
    return entry.agent_id, entry.group_id, entry.own_name, entry.number, entry.own_email


def _tell(
    client: Client, *, by: Agent | None, at: datetime, changed: int = 0, ended: int = 0
) -> None:
    announce(
        DirectoryChanged(
            client_id=client.pk,
            agent_id=by.pk if by else None,
            changed=changed,
            ended=ended,
        ),
        at=at,
    )
