"""The intake log, what a table would do, and replies that wait to be published by hand."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from gensvar.channels.social.models import Account, Connection, Post
from gensvar.channels.social.rules import Written, is_link, read_table
from gensvar.foundation.integrations.tables import Fault
from gensvar.operations.contacts.models import Channel, Outgoing


@dataclass(frozen=True)
class Plan:
    """What a table would do; nothing is changed by knowing it."""

    new: tuple[Written, ...]
    known: tuple[Written, ...]
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Reply:
    """A reply of ours that nobody has published yet, and the post that it answers."""

    outgoing: Outgoing
    post: Post


@dataclass(frozen=True)
class Sent:
    """A reply of ours: whether it waits, where it stands, and what was said of it last."""

    outgoing: Outgoing
    waits: bool
    link: str
    said: str


def posts_of(clients: Iterable[int]) -> QuerySet[Post]:
    """Return the intake log of some clients, what was taken in last first."""
    rows = Post.objects.filter(client__in=list(clients))
    return rows.select_related("client", "account", "intake__by", "case").order_by("-pk")


def accounts_of(clients: Iterable[int]) -> QuerySet[Account]:
    rows = Account.objects.filter(client__in=list(clients)).select_related("client")
    return rows.order_by("client", "network", "handle")


def planned_import(account: Account, table: str, *, at: datetime) -> Plan:
    """Return what a table would do, line by line."""
    read = read_table(table, at=at)
    known = known_among(account, read.posts)
    faults = sorted(read.faults, key=lambda fault: (fault.number, fault.column))
    return Plan(
        tuple(post for post in read.posts if post.id not in known),
        tuple(post for post in read.posts if post.id in known),
        tuple(faults),
    )


def known_among(account: Account, posts: Iterable[Written]) -> set[str]:
    """Return the ids of those posts that are here already."""
    ids = [post.id for post in posts]
    rows = Post.objects.filter(account=account, external_id__in=ids)
    return set(rows.values_list("external_id", flat=True))


def replies_of(post: Post) -> list[Sent]:
    """Return what we have answered a post, in order, and how each stands."""
    rows = Outgoing.objects.filter(message__in_reply_to__contact=post.contact_id)
    rows = rows.filter(channel=Channel.SOCIAL).select_related("message").prefetch_related("steps")
    return [_sent(row) for row in rows.order_by("pk")]


def _sent(row: Outgoing) -> Sent:
    said = max(row.steps.all(), key=lambda step: step.pk).detail if row.steps.all() else ""
    link = next(filter(is_link, (said, row.provider_id)), "")
    return Sent(row, row.state in Outgoing.ON_THEIR_WAY, link, "" if link else said)


def by_itself(post: Post) -> Connection | None:
    """Return how we publish replies to a post; None where somebody does it by hand."""
    rows = Connection.objects.filter(account=post.account_id)
    return rows.first() if Post.objects.filter(published_by_itself(), pk=post.pk) else None


def published_by_itself(post: str = "") -> Q:
    """Tell apart the posts whose replies we publish ourselves; `post` leads to the post."""
    return ~Q(**{f"{post}visibility": ""}) & Q(
        **{
            f"{post}account__connection__isnull": False,
            f"{post}account__is_paused": False,
        }
    )


def replies_to_publish(clients: Iterable[int]) -> list[Reply]:
    """Return the replies that wait for somebody to publish them, the oldest first."""
    rows = Outgoing.objects.filter(
        client__in=list(clients), channel=Channel.SOCIAL, state__in=Outgoing.ON_THEIR_WAY
    ).select_related("message__in_reply_to")
    rows = rows.exclude(published_by_itself("message__in_reply_to__contact__post__"))
    waiting = [(row, row.message.in_reply_to) for row in rows.order_by("pk")]
    contacts = [answered.contact_id for _row, answered in waiting if answered]
    posts = Post.objects.filter(contact__in=contacts).select_related("case", "account")
    by_contact = {post.contact_id: post for post in posts}
    return [
        Reply(row, by_contact[answered.contact_id])
        for row, answered in waiting
        if answered and answered.contact_id in by_contact
    ]
