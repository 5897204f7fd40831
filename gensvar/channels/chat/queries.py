"""How a chat stands: who may have it, its lines, its place in the queue; and chats at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Max

from gensvar.channels.chat.models import Chat, ChatSettings
from gensvar.channels.chat.rules import USUAL_SECONDS, AtOnce, at_once, digest_of, wait_minutes
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.queries import availability
from gensvar.operations.contacts.models import Channel, Direction, Message
from gensvar.operations.routing.models import (
    AgentSkill,
    Offer,
    OfferState,
    Queue,
    Seat,
    Status,
    Waiting,
)
from gensvar.operations.routing.rules.presence import is_gone as is_agent_gone

# So many of the latest chats say how long one takes.
LATEST = 20
PRIORITY_SECONDS = 60
IN_HAND = (OfferState.IN_HAND, OfferState.WRAP_UP)


@dataclass(frozen=True)
class Key:
    """Which chat a key opens, and whether it still does."""

    chat_id: int
    client_id: int
    is_over: bool
    # It has become a matter that only few may know of: nothing of it is told here any more.
    is_hidden: bool


@dataclass(frozen=True)
class Hours:
    """Whether somebody chats now, and else when."""

    is_open: bool
    opens_at: datetime | None


@dataclass(frozen=True)
class Place:
    """Where a chat stands in its queue, the first being 1, and how long it is likely to wait."""

    place: int
    minutes: int | None


def settings_of(client: Client) -> ChatSettings:
    """Return what a client has decided about chat; without anything it is off."""
    found = ChatSettings.objects.filter(client=client).first()
    return found or ChatSettings(client=client, changed_at=client.created_at)


def chat_queue(client: Client) -> Queue | None:
    """Return the queue in which chats wait; the one without subjects, as nobody knows theirs."""
    queues = Queue.objects.in_use().filter(client=client, channel=Channel.CHAT, about=None)
    return queues.order_by("pk").first()


def chat_hours(client: Client, *, at: datetime) -> Hours:
    """Return whether chat is open; a client without hours for it never opens."""
    for one in availability(client, at=at):
        if one.channel == Channel.CHAT:
            return Hours(one.is_open, one.opens_at)
    return Hours(is_open=False, opens_at=None)


def chat_behind(key: str, *, at: datetime) -> Key | None:
    """Return which chat a key opens; nothing for a key of nobody's."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM chat_behind(%s)", [digest_of(key)])
        row = cursor.fetchone()
    if row is None:
        return None
    chat_id, client_id, expires_at, is_hidden = row
    return Key(chat_id, client_id, at >= expires_at, is_hidden)


def lines_of(chat: Chat, *, after: int = 0, most: int = 500) -> list[Message]:
    """Return what has been said in a chat, in order, with the files and who said it."""
    said = Message.objects.filter(contact=chat.contact_id, pk__gt=after).order_by("pk")
    return list(said.select_related("author", "chat_line").prefetch_related("files__file")[:most])


def offer_of(chat: Chat) -> Offer | None:
    """Return by which offer somebody has the chat in hand."""
    held = Offer.objects.live().filter(contact=chat.contact_id, state__in=IN_HAND)
    return held.select_related("agent", "queue").first()


def is_waiting(chat: Chat) -> bool:
    return Waiting.objects.now().filter(contact=chat.contact_id).exists()


def place_of(chat: Chat, *, at: datetime) -> Place | None:
    """Return where a chat stands, as the router reckons; None where it does not wait."""
    own = Waiting.objects.now().filter(contact=chat.contact_id).select_related("queue").first()
    if own is None:
        return None
    waiting = Waiting.objects.now().filter(queue=own.queue_id)
    ahead = sum(1 for one in waiting if (_key(one), one.pk) < (_key(own), own.pk))
    minutes = wait_minutes(
        ahead + 1, handling_seconds=_usual_seconds(own.queue), room=_room(own.queue, at=at)
    )
    return Place(ahead + 1, minutes)


def chats_of(agent_id: int) -> list[Chat]:
    """Return the chats that an agent has, the longest first."""
    chats = Chat.objects.going_on().filter(case__agent=agent_id, contact__answered_at__isnull=False)
    return list(chats.select_related("case", "contact__customer").order_by("pk"))


def newest_from_customer(chats: Collection[Chat]) -> dict[int, int]:
    """Return by contact the latest message of the customer's."""
    said = Message.objects.filter(
        contact__in=[chat.contact_id for chat in chats], direction=Direction.IN
    )
    rows = said.values_list("contact").annotate(newest=Max("pk"))
    return dict(rows)


def chats_at_once(client: Client, *, since: datetime, until: datetime) -> AtOnce:
    """Return how many chats agents had at once (K46), from when they took and ended each."""
    taken = Offer.objects.filter(
        client=client,
        channel=Channel.CHAT,
        accepted_at__gte=since,
        accepted_at__lt=until,
        talked_until__isnull=False,
    ).values_list("agent_id", "accepted_at", "talked_until")
    return at_once(
        (agent, begin.timestamp(), end.timestamp()) for agent, begin, end in taken if begin and end
    )


def _key(waiting: Waiting) -> float:
    goal = waiting.goal_seconds - PRIORITY_SECONDS * waiting.priority
    return waiting.arrived_at.timestamp() + goal


def _usual_seconds(queue: Queue) -> float:
    ended = Offer.objects.filter(queue=queue, talked_until__isnull=False, accepted_at__isnull=False)
    rows = ended.order_by("-pk").values_list("accepted_at", "talked_until")[:LATEST]
    lasted = [(end - begin).total_seconds() for begin, end in rows if begin and end]
    return sum(lasted) / len(lasted) if lasted else USUAL_SECONDS


def _room(queue: Queue, *, at: datetime) -> int:
    """Return how many chats those who are here and know the queue's subject take at once."""
    skills = queue.steps.values_list("skill", "level")
    knowing = {
        agent
        for skill, level in skills
        for agent in AgentSkill.objects.filter(skill=skill, level__gte=level).values_list(
            "agent", flat=True
        )
    }
    seats = Seat.objects.filter(agent__in=knowing, status=Status.READY)
    here = (seat for seat in seats if not is_agent_gone(seat.seen_at, at=at))
    return sum(int(seat.capacity.get(Channel.CHAT, 0)) for seat in here)
