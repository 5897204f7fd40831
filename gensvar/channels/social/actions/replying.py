"""Our reply to a post: written in its case, published where the post stands."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.channels.social.events import ReplyPosted
from gensvar.channels.social.models import Post
from gensvar.channels.social.rules import is_link
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases import actions as cases
from gensvar.operations.cases.models import State
from gensvar.operations.contacts.actions import mark_sent
from gensvar.operations.contacts.models import Channel, Message, Outgoing


class NotALink(Refused):
    message = _("That is no link. Copy the address of the reply, or leave it empty.")
    status = 422


class NothingToPublish(Refused):
    message = _("The reply is published already, or was taken back.")


@action
def reply_to(
    post: Post,
    text: str,
    *,
    by: Agent,
    at: datetime,
    next_state: str = State.WAITING_FOR_CUSTOMER,
) -> Outgoing:
    """Answer a post in its case; it waits until it is published where the post stands."""
    return cases.answer(
        post.case,
        text,
        channel=Channel.SOCIAL,
        recipients=[post.handle or post.author or post.url[:320]],
        in_reply_to=Message.objects.filter(contact=post.contact_id).order_by("pk").first(),
        by=by,
        at=at,
        next_state=next_state,
    )


@action
def mark_published(reply: Outgoing, *, url: str, by: Agent, at: datetime) -> None:
    """Say that a reply was published by hand, perhaps with where it stands."""
    url = url.strip()
    if url and not is_link(url):
        raise NotALink
    held = Outgoing.objects.select_for_update().get(pk=reply.pk)
    if held.state not in Outgoing.ON_THEIR_WAY:
        raise NothingToPublish
    mark_sent(reply, provider_id=url[:998], at=at)
    announce(
        ReplyPosted(
            outgoing_id=reply.pk,
            contact_id=reply.message.contact_id,
            client_id=reply.client_id,
            agent_id=by.pk,
            url=url,
        ),
        at=at,
    )
