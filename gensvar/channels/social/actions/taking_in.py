"""From a post to contact and case: each post once, whoever tells of it and how often."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import translation
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from gensvar.channels.social.events import PostsTakenIn, PostTakenIn
from gensvar.channels.social.models import Account, Intake, Post
from gensvar.channels.social.queries import known_among
from gensvar.channels.social.rules import Written, kept_until, read_table, title_of
from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions import join_contact, open_case
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.actions import Said, record_message, register_contact
from gensvar.operations.contacts.models import Channel, Contact, Direction, Outgoing
from gensvar.operations.customers.actions import recognise
from gensvar.operations.customers.models import Customer


class TableFaulty(Refused):
    message = _("Something in the table is wrong. Look at what it would do first.")
    status = 422


class NothingNew(Refused):
    message = _("Every post in the table is here already.")


@action
def import_posts(account: Account, table: str, *, by: Agent | None, at: datetime) -> Intake:
    """Take in every post of a table that is not here; all of them, or none if one is wrong."""
    read = read_table(table, at=at)
    if read.faults:
        raise TableFaulty
    intake = take_in(account, read.posts, way=Intake.Way.TABLE, by=by, at=at)
    if not intake.taken:
        raise NothingNew
    return intake


@action
def take_in(
    account: Account, posts: Sequence[Written], *, way: str, at: datetime, by: Agent | None = None
) -> Intake:
    """Make a contact and a case of each post that is not here already."""
    # Of two that tell of the same post, the second waits here, and then sees the first's.
    account = (
        Account.objects.select_for_update(of=("self",)).select_related("client").get(pk=account.pk)
    )
    known = known_among(account, posts)
    new = [post for post in posts if post.id not in known]
    intake = Intake.objects.create(
        account=account,
        client_id=account.client_id,
        way=way,
        at=at,
        by=by,
        taken=len(new),
        known=len(posts) - len(new),
    )
    with translation.override(account.client.language):
        for post in sorted(new, key=lambda post: post.posted_at or at):
            _deliver(account, intake, post, at=at)
    announce(
        PostsTakenIn(
            intake_id=intake.pk,
            account_id=account.pk,
            client_id=account.client_id,
            agent_id=by.pk if by else None,
            way=way,
            taken=intake.taken,
            known=intake.known,
        ),
        at=at,
    )
    return intake


def _deliver(account: Account, intake: Intake, post: Written, *, at: datetime) -> None:
    posted_at = post.posted_at or at
    customer = _customer(account, post, at=at)
    contact = register_contact(
        account.client,
        channel=Channel.SOCIAL,
        direction=Direction.IN,
        customer=customer,
        at=posted_at,
    )
    said = Said(
        text=post.text,
        sender_name=post.author,
        sender_address=post.handle,
        recipients=(account.handle,),
        problems=post.problems,
    )
    record_message(contact, said, at=posted_at)
    case = _earlier_case(account, post)
    if case is not None:
        case = join_contact(case, contact, by=None, at=at)
    else:
        case = _open(account, post, contact, at=posted_at)
    kept = Post.objects.create(
        account=account,
        client_id=account.client_id,
        intake=intake,
        external_id=post.id,
        url=post.url,
        author=post.author,
        handle=post.handle,
        posted_at=posted_at,
        is_private=post.is_private,
        visibility=post.visibility,
        keep_until=kept_until(posted_at, days=account.keep_days, came=at),
        contact=contact,
        case=case,
    )
    announce(
        PostTakenIn(
            post_id=kept.pk,
            client_id=kept.client_id,
            contact_id=contact.pk,
            case_id=case.pk,
            keep_until=kept.keep_until.isoformat(),
        ),
        at=at,
    )


def _open(account: Account, post: Written, contact: Contact, *, at: datetime) -> Case:
    title = title_of(post.text)
    if post.is_private or not title:
        network = account.get_network_display()
        title = _now("A message by %(network)s") % {"network": network}
    return open_case(
        account.client,
        title=title,
        channel=Channel.SOCIAL,
        contact=contact,
        subject=account.subject,
        group=account.group,
        at=at,
    )


def _customer(account: Account, post: Written, *, at: datetime) -> Customer | None:
    """Recognise the author by their account; a name alone could be anybody's."""
    if not post.handle:
        return None
    alias = f"{account.network}:{post.handle}"
    return recognise(account.client, kind="alias", value=alias, name=post.author, at=at)


def _earlier_case(account: Account, post: Written) -> Case | None:
    """Return the case of the post, or the reply of ours, that this one answers."""
    if not post.answers:
        return None
    earlier = Post.objects.filter(account=account, external_id=post.answers).first()
    if earlier is not None:
        return earlier.case
    ours = Outgoing.objects.filter(
        client=account.client_id,
        channel=Channel.SOCIAL,
        provider_id=post.answers,
        message__in_reply_to__contact__post__account=account,
    ).first()
    return Case.objects.filter(contacts=ours.message.contact_id).first() if ours else None
