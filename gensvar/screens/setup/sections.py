"""The list of settings beside every page, with how many there are of each."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate, now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from gensvar.channels.counter.models import Hall
from gensvar.channels.mail.models import Mailbox
from gensvar.channels.sms.models import Number
from gensvar.channels.social.models import Account
from gensvar.channels.voice.models import Entry, Phone, PhoneNumber, RecordingPlan, Sound
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.duty.models import Absence
from gensvar.foundation.events.queries import dead_job_count
from gensvar.foundation.integrations.queries import tokens_for, webhooks_for
from gensvar.foundation.people.access import AgentRequest
from gensvar.foundation.people.models import Group, SignInProvider
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.cases.models import CannedText, Macro
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.knowledge.models import Subject
from gensvar.operations.register.models import Place
from gensvar.operations.routing.models import Queue, Seat, Skill
from gensvar.screens.setup.reaching import clients_within, people_within

Count = Callable[[AgentRequest], int]


@dataclass(frozen=True)
class Item:
    """One kind of setting."""

    key: str
    label: str | Promise
    icon: str
    permission: str
    count: Count | None = None
    is_alarm: bool = False


@dataclass(frozen=True)
class Shown:
    """An item as it stands on a page."""

    label: str
    url: str
    icon: str
    count: str
    tone: str | None
    is_here: bool


def _clients(request: AgentRequest) -> int:
    return clients_within(request, "setup.read").count()


def _subjects(request: AgentRequest) -> int:
    return Subject.objects.filter(client__in=_ids(request), retired_at=None).count()


def _canned_texts(request: AgentRequest) -> int:
    return CannedText.objects.filter(client__in=_ids(request), retired_at=None).count()


def _macros(request: AgentRequest) -> int:
    return Macro.objects.filter(client__in=_ids(request), retired_at=None).count()


def _types(request: AgentRequest) -> int:
    return CaseType.objects.filter(client__in=_ids(request), retired_at=None).count()


def _places(request: AgentRequest) -> int:
    within = clients_within(request, "register.write")
    return Place.objects.in_force(on=localdate()).filter(client__in=within).count()


def _mailboxes(request: AgentRequest) -> int:
    return Mailbox.objects.filter(client__in=_ids(request)).count()


def _numbers(request: AgentRequest) -> int:
    return Number.objects.filter(client__in=_ids(request)).count()


def _halls(request: AgentRequest) -> int:
    return Hall.objects.filter(client__in=_ids(request), closed_at=None).count()


def _accounts(request: AgentRequest) -> int:
    return Account.objects.filter(client__in=_ids(request)).count()


def _phone_numbers(request: AgentRequest) -> int:
    return PhoneNumber.objects.in_use().filter(client__in=_ids(request)).count()


def _sounds(request: AgentRequest) -> int:
    return Sound.objects.filter(client__in=_ids(request), ended_at=None).count()


def _phones(request: AgentRequest) -> int:
    return Phone.objects.filter(client__in=_ids(request)).count()


def _entries(request: AgentRequest) -> int:
    return Entry.objects.in_use().filter(client__in=_ids(request)).count()


def _plans(request: AgentRequest) -> int:
    return RecordingPlan.objects.in_force(now()).filter(client__in=_ids(request)).count()


def _queues(request: AgentRequest) -> int:
    return Queue.objects.in_use().filter(client__in=_ids(request)).count()


def _skills(request: AgentRequest) -> int:
    return Skill.objects.filter(client__in=_ids(request)).count()


def _seats(request: AgentRequest) -> int:
    return Seat.objects.filter(client__in=_ids(request)).count()


def _people(request: AgentRequest) -> int:
    return people_within(request, "people.write").filter(is_active=True).count()


def _groups(request: AgentRequest) -> int:
    return Group.objects.filter(client__in=_ids(request), closed_at=None).count()


def _away(request: AgentRequest) -> int:
    people = people_within(request, "people.write")
    return Absence.objects.at(now()).filter(agent__in=people).count()


def _lists(request: AgentRequest) -> int:
    return AccessList.objects.filter(client__in=clients_within(request, "secrecy.read")).count()


def _tokens(request: AgentRequest) -> int:
    ends = Q(expires_at=None) | Q(expires_at__gt=now())
    return tokens_for(request.identity).filter(ends, revoked_at=None).count()


def _webhooks(request: AgentRequest) -> int:
    return webhooks_for(request.identity).count()


def _providers(_request: AgentRequest) -> int:
    return SignInProvider.objects.offered().count()


def _dead(_request: AgentRequest) -> int:
    return dead_job_count()


def _ids(request: AgentRequest) -> list[int]:
    return [client.pk for client in _known(request)]


def _known(request: AgentRequest) -> list[Client]:
    """Return the clients within reach, asked for once a request."""
    known: list[Client] | None = getattr(request, "clients_in_setup", None)
    if known is None:
        known = list(clients_within(request, "setup.read"))
        request.clients_in_setup = known  # type: ignore[attr-defined]
    return known


SECTIONS: tuple[tuple[str | Promise, tuple[Item, ...]], ...] = (
    ("", (Item("setup", _("Overview"), "bell", "setup.read"),)),
    (
        _("Missions"),
        (
            Item("setup_clients", _("Clients"), "building", "setup.read", _clients),
            Item("setup_hours", _("Opening hours and holidays"), "clock", "setup.read"),
            Item("setup_texts", _("Texts"), "file", "setup.read"),
            Item("setup_canned_texts", _("Ready words"), "copy", "setup.read", _canned_texts),
            Item("setup_macros", _("Macros"), "list", "setup.read", _macros),
            Item("setup_subjects", _("Subjects"), "list", "setup.read", _subjects),
            Item("setup_types", _("Case types"), "note", "setup.read", _types),
            Item(
                "setup_places", _("Properties and products"), "building", "register.write", _places
            ),
        ),
    ),
    (
        _("Contacts"),
        (
            Item("setup_mailboxes", _("Mailboxes"), "mail", "setup.read", _mailboxes),
            Item("setup_numbers", _("Text messages"), "sms", "setup.read", _numbers),
            Item("setup_chat", _("Chat"), "chat", "setup.write"),
            Item("setup_halls", _("Visits"), "visit", "setup.read", _halls),
            Item("setup_accounts", _("Social media"), "globe", "setup.read", _accounts),
        ),
    ),
    (
        _("The telephone"),
        (
            Item(
                "setup_phone_numbers",
                _("Telephone numbers"),
                "phone",
                "setup.read",
                _phone_numbers,
            ),
            Item("setup_sounds", _("Recordings"), "record", "setup.read", _sounds),
            Item("setup_recording", _("Recording of calls"), "record", "setup.read", _plans),
            Item("setup_block_registers", _("Block register (NIX)"), "shield", "setup.read"),
            Item("setup_logs", _("Calls of another exchange"), "clock", "setup.read"),
            Item("setup_phones", _("Phones"), "phone", "setup.read", _phones),
            Item("setup_relays", _("Relayed calls"), "users", "setup.write"),
            Item("setup_telephonist", _("Automatic telephonist"), "users", "setup.read", _entries),
        ),
    ),
    (
        _("Who gets the next"),
        (
            Item("setup_queues", _("Queues"), "inbox", "setup.read", _queues),
            Item("setup_skills", _("Skills"), "star", "setup.read", _skills),
            Item("setup_seats", _("Seats"), "desk", "setup.read", _seats),
            Item("setup_away_reasons", _("Reasons for being away"), "out", "setup.read"),
        ),
    ),
    (
        pgettext_lazy("settings", "People"),
        (
            Item("setup_people", _("People and roles"), "users", "people.write", _people),
            Item("setup_groups", _("Answer groups"), "transfer", "setup.read", _groups),
            Item("setup_absences", _("Absence"), "calendar", "people.write", _away),
            Item("setup_reach", _("When tries count"), "phone", "setup.write"),
            Item("setup_access", _("Who may do what"), "shield", "people.review"),
            Item("setup_secrecy", _("Access lists"), "lock", "secrecy.read", _lists),
            Item("setup_readings", _("Readings"), "history", "secrecy.read"),
            Item("setup_disposal", _("Retention and disposal"), "file", "disposal.read"),
        ),
    ),
    (
        _("Programs"),
        (
            Item("setup_tokens", _("Tokens"), "key", "integrations.read", _tokens),
            Item("setup_webhooks", _("Webhooks"), "link", "integrations.read", _webhooks),
            Item("setup_providers", _("Sign-in elsewhere"), "lock", "setup.read", _providers),
        ),
    ),
    (
        _("Operation"),
        (
            Item("setup_jobs", _("Failed jobs"), "alert", "setup.read", _dead, is_alarm=True),
            Item("setup_record", _("The record"), "history", "setup.read"),
        ),
    ),
)


def sections(request: AgentRequest, *, here: str) -> list[tuple[str, list[Shown]]]:
    """Return the settings that somebody may open, under their headings."""
    found = []
    for heading, items in SECTIONS:
        shown = [
            _shown(item, request, here=here)
            for item in items
            if request.identity.may(item.permission)
        ]
        if shown:
            found.append((str(heading), shown))
    return found


def _shown(item: Item, request: AgentRequest, *, here: str) -> Shown:
    count = item.count(request) if item.count else 0
    is_silent = item.count is None or (item.is_alarm and not count)
    return Shown(
        label=str(item.label),
        url=reverse(item.key),
        icon=item.icon,
        count="" if is_silent else str(count),
        tone="bad" if item.is_alarm and count else None,
        is_here=item.key == here,
    )
