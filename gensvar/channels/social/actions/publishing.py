"""A reply on its way to its network: marked before it leaves, with a key by which it is known.

Where nobody knows whether it was published it stays "being sent", and is tried again while the
network still knows the key; after that a person must look.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile

from django.utils import translation
from django.utils.translation import gettext as _

from gensvar.channels.social.actions.joining import door_of, note_failure
from gensvar.channels.social.models import Connection, Post
from gensvar.channels.social.networks import (
    Answer,
    Door,
    NotLetIn,
    NotNow,
    Published,
    RefusedForGood,
    Trouble,
    Unsure,
)
from gensvar.channels.social.queries import published_by_itself
from gensvar.channels.social.rules import GIVE_UP_AFTER, KEY_HOLDS, ask_again
from gensvar.foundation.acting import action
from gensvar.operations.contacts.actions import begin_sending, mark_failed, mark_sent, postpone
from gensvar.operations.contacts.models import Channel, Outgoing

# A reply of which nothing has been heard for so long is tried again.
LEASE = timedelta(minutes=2)


@dataclass(frozen=True, kw_only=True)
class Dispatch:
    """What is needed to publish a reply."""

    outgoing: Outgoing
    connection: Connection
    door: Door
    answer: Answer
    # Tried before, and nobody knows how that went.
    is_doubtful: bool


def due(*, most: int, at: datetime) -> list[Outgoing]:
    """Return the replies whose time has come and that a network takes from us, oldest first."""
    waiting = Outgoing.objects.filter(
        channel=Channel.SOCIAL, state__in=Outgoing.ON_THEIR_WAY, not_before__lte=at
    ).filter(published_by_itself("message__in_reply_to__contact__post__"))
    ready = waiting.filter(
        message__in_reply_to__contact__post__account__connection__not_before__lte=at
    )
    rows = ready.select_related("message__in_reply_to", "client").order_by("not_before", "pk")
    return list(rows[:most])


@action
def prepare(outgoing: Outgoing, *, at: datetime) -> Dispatch | None:
    """Take a reply to publish it; None if somebody else has it or it may not be tried again."""
    if not begin_sending(outgoing, until=at + LEASE, at=at):
        return None
    tried_at = _in_doubt_since(outgoing)
    if tried_at is not None and at - tried_at >= KEY_HOLDS:
        with translation.override(outgoing.client.language):
            words = _("It is not known whether the reply was published. Open the post and look.")
        mark_failed(outgoing, state=Outgoing.State.FAILED, detail=words, at=at)
        return None
    answered = outgoing.message.in_reply_to
    posts = Post.objects.select_related("account__connection")
    post = posts.get(contact=answered.contact_id if answered else None)
    connection = post.account.connection
    return Dispatch(
        outgoing=outgoing,
        connection=connection,
        door=door_of(connection),
        is_doubtful=tried_at is not None,
        answer=Answer(
            to=post.external_id,
            handle=post.handle,
            words=outgoing.message.text,
            visibility=post.visibility,
            key=f"gensvar-{outgoing.reply_tag}-{outgoing.pk}",
        ),
    )


@action
def settle_published(dispatch: Dispatch, published: Published, *, at: datetime) -> None:
    mark_sent(dispatch.outgoing, provider_id=published.id, detail=published.url[:2_000], at=at)


@action
def settle_trouble(dispatch: Dispatch, trouble: Trouble, *, at: datetime) -> None:
    """The network did not publish it, or nobody knows: later, or never, as may be."""
    outgoing = dispatch.outgoing
    if isinstance(trouble, NotLetIn):
        note_failure(dispatch.connection, trouble, at=at)
    if isinstance(trouble, RefusedForGood) or at - outgoing.message.at >= GIVE_UP_AFTER:
        mark_failed(outgoing, state=Outgoing.State.FAILED, detail=trouble.words, at=at)
    elif not isinstance(trouble, Unsure) and not dispatch.is_doubtful:
        told = trouble.until if isinstance(trouble, NotNow) else None
        tries = outgoing.steps.filter(state=Outgoing.State.LEAVING).count()
        postpone(outgoing, until=ask_again(tries, at=at, told=told), detail=trouble.words, at=at)


def _in_doubt_since(outgoing: Outgoing) -> datetime | None:
    """Return when a reply was first tried of those tries that have no known end."""
    steps = list(outgoing.steps.order_by("-pk"))
    tries = list(takewhile(lambda step: step.state == Outgoing.State.LEAVING, steps))
    return tries[-1].at if len(tries) > 1 else None
