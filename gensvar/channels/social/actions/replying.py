"""Our reply to a post: written in its case, published where the post stands.

Nothing about a person, and nothing of a confidential case, is said where everybody can read it.
"""

import re
from datetime import datetime

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from gensvar.channels.social.events import ReplyPosted
from gensvar.channels.social.models import Post
from gensvar.channels.social.queries import published_by_itself
from gensvar.channels.social.rules import has_personal_number, is_link
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases import actions as cases
from gensvar.operations.cases.models import State
from gensvar.operations.contacts.actions import mark_sent
from gensvar.operations.contacts.models import Channel, Message, Outgoing
from gensvar.operations.customers.models import Address

# Whoever is named so in a message can read it; the @ of a mail address stands after a letter.
MENTION = re.compile(r"(?<![\w.])@\w")


class NotALink(Refused):
    message = _("That is no link. Copy the address of the reply, or leave it empty.")
    status = 422


class PersonalInPublic(Refused):
    message = _(
        "Everybody can read this reply, and it holds %(what)s. Take it out, or answer another way."
    )
    status = 422


class ConfidentialInPublic(Refused):
    message = _(
        "The case is confidential, and everybody could read this reply. Answer another way."
    )


class MentionsAnother(Refused):
    message = _("Whoever is named with @ could read this private reply. Write the name without @.")
    status = 422


class TooLong(Refused):
    message = _("The network takes at most %(most)s letters, with the name. These are %(count)s.")
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
    _check(post, text)
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


def _check(post: Post, text: str) -> None:
    if not post.is_private:
        if post.case.is_confidential:
            raise ConfidentialInPublic
        if what := _personal(post, text):
            raise PersonalInPublic(what=what)
    if Post.objects.filter(published_by_itself(), pk=post.pk).exists():
        if post.is_private and MENTION.search(text):
            raise MentionsAnother
        count, most = len(text) + len(post.handle) + 1, post.account.connection.most_letters
        if count > most:
            raise TooLong(most=most, count=count)


def _personal(post: Post, text: str) -> str:
    """Return in words what a text tells of a person; empty where we see nothing."""
    if has_personal_number(text):
        return _now("a personal number")
    digits, lower = re.sub(r"\D", "", text), text.lower()
    for address in Address.objects.current().filter(customer=post.case.customer_id):
        if address.kind == Address.Kind.MAIL and address.value.lower() in lower:
            return _now("the customer's mail address")
        if address.kind == Address.Kind.PHONE and address.value[-9:] in digits:
            return _now("the customer's phone number")
    return ""
