"""The scan register, and the letters that wait to be posted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from gensvar.channels.paper.models import Paper
from gensvar.channels.paper.rules import POSTED_WITHIN
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Channel, Outgoing


@dataclass(frozen=True)
class Letter:
    """A letter of ours on its way to the post."""

    outgoing: Outgoing
    case: Case
    is_late: bool


def register_of(clients: Iterable[int]) -> QuerySet[Paper]:
    """Return the scan register of some clients, what was received last first."""
    rows = Paper.objects.filter(client__in=list(clients))
    whole = rows.select_related("client", "noted_by", "case", "contact__no_case", "file")
    return whole.order_by("-received_on", "-pk")


def letters_to_post(clients: Iterable[int], *, at: datetime) -> list[Letter]:
    """Return the letters that nobody has posted yet, the oldest first."""
    rows = Outgoing.objects.filter(
        client__in=list(clients), channel=Channel.LETTER, state__in=Outgoing.ON_THEIR_WAY
    )
    rows = rows.select_related("message__author", "message__contact")
    rows = rows.prefetch_related("message__contact__cases").order_by("message__at", "pk")
    return [
        Letter(row, case, is_late=row.message.at < at - POSTED_WITHIN)
        for row in rows
        for case in row.message.contact.cases.all()[:1]
    ]


def postal_address(case: Case) -> tuple[str, str]:
    """Return the name and the postal address a letter in a case would go to, as far as known."""
    if case.customer is None:
        return "", ""
    known = case.customer.addresses.current().filter(kind="post").order_by("-is_preferred", "-pk")
    return case.customer.name, known.values_list("value", flat=True).first() or ""
