"""How mail fares, in figures and without its content."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from gensvar.channels.mail.models import Mailbox, RawMail, Silence
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.access import AgentRequest
from gensvar.operations.cases.models import CaseContact
from gensvar.operations.contacts.models import Channel, Outgoing, OutgoingStep, Suppression
from gensvar.screens.setup.listing import Tab
from gensvar.screens.setup.reaching import clients_within

LATELY = timedelta(days=30)
# What a server's answer says in figures; its words may name a person.
CODE = re.compile(r"\b[45]\d\d\b(?:[ -][45]\.\d{1,3}\.\d{1,3})?|\b[45]\.\d{1,3}\.\d{1,3}\b")


PURPOSES = {
    "alarm": _("alarm about a case"),
    "no-news": _("news promised and not sent"),
    "answer": _("answer"),
    "closing": _("closing"),
    "code": _("code to follow a case"),
    "hand-over": _("mail to a group"),
    "promise": _("promise"),
    "receipt": _("receipt"),
    "moved": _("mail to a colleague"),
    "unmanned": _("mail to a manager"),
    "not-accepted": _("mail to a manager"),
    "bounced": _("mail to a manager"),
    "broken": _("mail to a manager"),
    "report": _("report"),
}


@dataclass(frozen=True)
class Failure:
    """A message that did not arrive, by its case and the code of the server's answer."""

    at: datetime
    client: str
    purpose: str
    state: str
    case: str
    code: str


def unreadable(clients: QuerySet[Client]) -> QuerySet[RawMail]:
    """Return the mails that could not be read, each with the case that shows it."""
    case = CaseContact.objects.filter(contact=OuterRef("contact")).values("case__number")[:1]
    rows = RawMail.objects.filter(client__in=clients, state=RawMail.State.UNREADABLE)
    return rows.select_related("mailbox").annotate(case=Subquery(case)).order_by("-pk")


def stopped(clients: QuerySet[Client]) -> QuerySet[Suppression]:
    """Return the addresses that mail does not go to."""
    rows = Suppression.objects.filter(client__in=clients, lifted_at=None)
    return rows.select_related("client").order_by("-since")


def failed(clients: QuerySet[Client], *, at: datetime) -> QuerySet[Outgoing]:
    """Return the mails of the last month that were refused, or came back."""
    states = [Outgoing.State.FAILED, Outgoing.State.BOUNCED]
    rows = Outgoing.objects.filter(client__in=clients, channel=Channel.MAIL, state__in=states)
    return rows.filter(message__at__gt=at - LATELY).order_by("-pk")


def failures(clients: QuerySet[Client], *, at: datetime, most: int = 200) -> list[Failure]:
    step = OutgoingStep.objects.filter(outgoing=OuterRef("pk"), state=OuterRef("state"))
    last = step.order_by("-pk")
    case = CaseContact.objects.filter(contact=OuterRef("message__contact"))
    rows = failed(clients, at=at).annotate(
        failed_at=Subquery(last.values("at")[:1]),
        detail=Subquery(last.values("detail")[:1]),
        case=Subquery(case.values("case__number")[:1]),
    )
    return [
        Failure(
            at=row.failed_at or row.not_before,
            client=row.client.public_name,
            purpose=str(PURPOSES.get(row.purpose, row.purpose)),
            state=row.get_state_display(),
            case=row.case or "",
            code=_code(row.detail or ""),
        )
        for row in rows.select_related("client")[:most]
    ]


def _code(detail: str) -> str:
    found = CODE.search(detail)
    return found[0] if found else ""


def silent(clients: QuerySet[Client]) -> QuerySet[Mailbox]:
    """Return the mailboxes in which nothing has come for longer than usual."""
    silences = Silence.objects.filter(mailbox=OuterRef("pk"), ended_at=None)
    return Mailbox.objects.filter(Exists(silences), client__in=clients, is_paused=False)


def mail_tabs(request: AgentRequest, here: str) -> list[Tab]:
    """Return the tabs over everything about mail, with what is wrong counted."""
    clients = clients_within(request, "setup.read")
    counts = {
        "mailboxes": (_("Mailboxes"), Mailbox.objects.filter(client__in=clients).count(), None),
        "stopped": (_("Stopped addresses"), stopped(clients).count(), None),
        "unreadable": (_("Unreadable mail"), unreadable(clients).count(), "warn"),
        "failures": (_("Did not arrive"), failed(clients, at=now()).count(), "warn"),
    }
    return [
        (str(label), reverse(f"setup_{key}"), count, tone if count else None, key == here)
        for key, (label, count, tone) in counts.items()
    ]
