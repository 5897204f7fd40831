"""What a customer and a client have said to each other, across channels."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import CharField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce, Left

from gensvar.operations.contacts.models import Channel, Contact, Message


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A contact in a list: when, how, which way, and the beginning of what was said."""

    pk: int
    at: datetime
    channel: str
    direction: str
    agent: str
    said: str
    cases: tuple[str, ...]


def contacts_of(customer_id: int, *, most: int = 50) -> list[ContactRow]:
    """Return the newest contacts of a customer with one client, newest first."""
    words = Message.objects.filter(contact=OuterRef("pk")).order_by("pk")
    numbers = StringAgg("cases__number", delimiter=" ", default=Value(""), output_field=CharField())
    rows = (
        Contact.objects.filter(customer=customer_id)
        .annotate(
            said=Coalesce(Subquery(words.values(cut=Left("text", 200))[:1]), Left("summary", 200)),
            numbers=numbers,
        )
        .order_by("-started_at", "-pk")
        .values_list("pk", "started_at", "channel", "direction", "agent__name", "said", "numbers")[
            :most
        ]
    )
    return [
        ContactRow(pk, at, channel, direction, agent or "", said or "", tuple(numbers.split()))
        for pk, at, channel, direction, agent, said, numbers in rows
    ]


def without_case(
    clients: Iterable[int], *, since: datetime, until: datetime, reason: str | None = None
) -> QuerySet[Contact]:
    """Return the contacts that came to us and concern no case, the newest first.

    Without `reason` those that lack one too; with "" those that have any. A call that nobody
    answered is not among them.
    """
    unanswered = Q(channel=Channel.PHONE, answered_at=None, ended_at__isnull=False)
    lacking = RawSQL(
        "SELECT contacts_without_case(%s::bigint[], %s, %s)", [list(clients), since, until]
    )
    rows = (
        Contact.objects.filter(pk__in=lacking)
        .exclude(unanswered)
        .filter(no_case__isnull=reason is None)
    )
    if reason:
        rows = rows.filter(no_case__reason=reason)
    return rows.select_related("client", "customer", "agent", "no_case__by").order_by(
        "-started_at", "-pk"
    )
