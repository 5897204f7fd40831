"""A report that a mail of ours did not arrive belongs to that mail, by a proof it cannot guess."""

from django.db.models import QuerySet

from gensvar.channels.mail.intake.incoming import Incoming, secrets
from gensvar.channels.mail.models import RawMail
from gensvar.channels.mail.reading import Bounce, BounceAction, BouncedRecipient
from gensvar.channels.mail.rules import is_gone, outgoing_in_tag
from gensvar.operations.contacts.actions import mark_delivered, mark_failed, suppress
from gensvar.operations.contacts.models import Message, Outgoing

ARRIVED = {BounceAction.DELIVERED, BounceAction.RELAYED, BounceAction.EXPANDED}


def tie(incoming: Incoming) -> None:
    if incoming.automatic != Message.Automatic.BOUNCE:
        return
    bounce = incoming.mail.bounce or Bounce()
    sent = _by_tag(incoming) or _by_message_id(incoming, bounce)
    if sent is None:
        return
    incoming.about = sent
    actions = {one.action for one in bounce.recipients}
    if actions and actions <= ARRIVED:
        detail = "; ".join(f"{one.address} {one.action}" for one in bounce.recipients)
        mark_delivered(sent, at=incoming.at, detail=detail[:1_000])
        incoming.contact = sent.message.contact
        incoming.settled_as = RawMail.State.REPORT
        return
    incoming.in_reply_to = sent.message
    incoming.case = sent.message.contact.cases.order_by("pk").first()
    if _is_for_good(bounce):
        _give_up(incoming, sent, bounce)


def _is_for_good(bounce: Bounce) -> bool:
    """A report without any recipient is an old-fashioned «could not be delivered»."""
    if not bounce.recipients:
        return True
    return any(one.is_permanent for one in bounce.recipients)


def _give_up(incoming: Incoming, sent: Outgoing, bounce: Bounce) -> None:
    failed = [one for one in bounce.recipients if one.is_permanent]
    detail = "; ".join(" ".join(filter(None, _words(one))) for one in failed)
    mark_failed(sent, state=Outgoing.State.BOUNCED, detail=detail[:2_000], at=incoming.at)
    for one in failed:
        address = _of_ours(one, sent)
        if address and is_gone(one.status):
            suppress(incoming.client, address, because=one.diagnostic[:500], at=incoming.at)
    # The customer still waits for what we tried to say.
    incoming.wakes = sent.purpose == "answer"


def _words(one: BouncedRecipient) -> tuple[str, str, str]:
    return one.address, one.status, one.diagnostic


def _of_ours(one: BouncedRecipient, sent: Outgoing) -> str:
    """Return the recipient we wrote to: a report may name another, further on."""
    written_to = [str(address) for address in (*sent.message.recipients, *sent.message.copies)]
    if one.address.lower() in {address.lower() for address in written_to}:
        return one.address
    return written_to[0] if len(written_to) == 1 else ""


def _by_tag(incoming: Incoming) -> Outgoing | None:
    numbers = (outgoing_in_tag(tag, secrets()) for tag in incoming.tags)
    number = next((one for one in numbers if one is not None), None)
    return _ours(incoming).filter(pk=number).first() if number else None


def _by_message_id(incoming: Incoming, bounce: Bounce) -> Outgoing | None:
    ids = [bounce.original_message_id, *bounce.original_references, *incoming.mail.earlier_ids]
    known = [one for one in ids if one]
    if not known:
        return None
    return _ours(incoming).filter(message__message_id__in=known).order_by("-pk").first()


def _ours(incoming: Incoming) -> QuerySet[Outgoing]:
    return Outgoing.objects.filter(client=incoming.client).select_related("message__contact")
