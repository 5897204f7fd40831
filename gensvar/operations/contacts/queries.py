"""What a customer and a client have said to each other, across channels."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import CharField, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce, Left

from gensvar.operations.contacts.models import Contact, Message


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
