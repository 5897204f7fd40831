from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from gensvar.channels.mail.models import Mailbox, Pickup, RawMail
from gensvar.operations.contacts.models import Outgoing, Suppression
from gensvar.screens.setup.changing import told

LATELY = timedelta(days=30)


def of_new_mailbox(given: Mapping[str, Any]) -> list[Markup]:
    return [
        told(
            _("Mail handed over to <b>%(address)s</b> becomes cases at once."),
            address=given["address"],
        ),
        told(_("<b>Nothing is fetched</b> before you say from which server.")),
    ]


def of_changed_mailbox(mailbox: Mailbox, given: Mapping[str, Any], *, at: datetime) -> list[Markup]:
    found = []
    if given["is_paused"] != mailbox.is_paused:
        found.append(_pause(mailbox, is_paused=given["is_paused"], at=at))
    if given["group"] != mailbox.group or given["subject"] != mailbox.subject:
        found.append(_direction(mailbox, given, at=at))
    if given["sends_receipts"] != mailbox.sends_receipts:
        found.append(_receipts(mailbox, is_sent=given["sends_receipts"], at=at))
    if given["takes_tags"] != mailbox.takes_tags:
        found.append(_tags(takes=given["takes_tags"]))
    if given["name"] != mailbox.name:
        shown = given["name"] or mailbox.client.public_name
        found.append(told(_("<b>Customers see “%(name)s”</b> as the sender."), name=shown))
    found += _gap(mailbox, given["gap_hours"], at=at)
    return found


def of_pickup(mailbox: Mailbox, given: Mapping[str, Any]) -> list[Markup]:
    found = [
        told(
            _("<b>Within some seconds</b> we sign in at %(host)s as %(user)s."),
            host=given["host"],
            user=given["user"],
        ),
        told(
            _("<b>Mail from %(day)s on</b> becomes cases; nothing is taken twice."),
            day=given["since"].isoformat(),
        ),
    ]
    afterwards = {
        Pickup.Afterwards.KEEP: _("<b>On their server</b> everything stays as it is."),
        Pickup.Afterwards.MOVE: _("<b>On their server</b> fetched mail is moved to %(folder)s."),
        Pickup.Afterwards.DELETE: _("<b>On their server</b> fetched mail is deleted."),
    }
    sentence = afterwards[Pickup.Afterwards(given["afterwards"])]
    found.append(told(sentence, folder=given["moved_to"]))
    if given["security"] == Pickup.Security.PLAIN:
        found.append(told(_("<b>Nothing is encrypted:</b> others on the way can read the mail.")))
    elif not given["is_certificate_checked"]:
        found.append(told(_("<b>Nobody vouches</b> that the server is the right one.")))
    return found


def of_lifting(suppression: Suppression, *, at: datetime) -> list[Markup]:
    stopped = Outgoing.objects.filter(
        client=suppression.client_id,
        state=Outgoing.State.SUPPRESSED,
        message__recipients__contains=[suppression.address],
    ).count()
    sentence = ngettext(
        "<b>%(count)s mail</b> was not sent meanwhile, and is not sent now.",
        "<b>%(count)s mails</b> were not sent meanwhile, and are not sent now.",
        stopped,
    )
    return [
        told(_("<b>New mail</b> goes to %(address)s again."), address=suppression.address),
        told(sentence, count=stopped),
        told(_("<b>If it bounces once more</b>, the address is stopped anew.")),
    ]


def _pause(mailbox: Mailbox, *, is_paused: bool, at: datetime) -> Markup:
    if not is_paused:
        return told(_("<b>Mail is fetched again</b>, also what has come meanwhile."))
    lately = RawMail.objects.filter(mailbox=mailbox, received_at__gt=at - LATELY).count()
    sentence = ngettext(
        "<b>Nothing comes in any more.</b> In 30 days %(count)s mail has come.",
        "<b>Nothing comes in any more.</b> In 30 days %(count)s mails have come.",
        lately,
    )
    return told(sentence, count=lately)


def _direction(mailbox: Mailbox, given: Mapping[str, Any], *, at: datetime) -> Markup:
    lately = RawMail.objects.filter(mailbox=mailbox, received_at__gt=at - LATELY).count()
    group = given["group"].code if given["group"] else _("the front desk")
    sentence = ngettext(
        "<b>New cases</b> go to %(group)s; in 30 days %(count)s mail has come. Open cases stay.",
        "<b>New cases</b> go to %(group)s; in 30 days %(count)s mails have come. Open cases stay.",
        lately,
    )
    return told(sentence, group=group, count=lately)


def _receipts(mailbox: Mailbox, *, is_sent: bool, at: datetime) -> Markup:
    lately = Outgoing.objects.filter(
        client=mailbox.client_id, purpose="receipt", message__at__gt=at - LATELY
    ).count()
    if is_sent:
        return told(_("<b>Customers get a receipt</b> with number and code for each new question."))
    sentence = ngettext(
        "<b>Customers get no receipt</b> and no code. In 30 days %(count)s was sent.",
        "<b>Customers get no receipt</b> and no code. In 30 days %(count)s were sent.",
        lately,
    )
    return told(sentence, count=lately)


def _tags(*, takes: bool) -> Markup:
    if takes:
        return told(_("<b>Answers come back</b> to an address with a tag of the case's own."))
    return told(_("<b>Answers find their case</b> by number and thread only; bounces may not."))


def _gap(mailbox: Mailbox, hours: int | None, *, at: datetime) -> list[Markup]:
    gap = timedelta(hours=hours) if hours else None
    if gap == mailbox.usual_gap:
        return []
    if gap is None:
        return [told(_("<b>Nobody is told</b> when nothing comes."))]
    last = RawMail.objects.filter(mailbox=mailbox).order_by("-received_at").first()
    since = last.received_at if last else mailbox.created_at
    if at - since > gap:
        return [told(_("<b>The alarm goes off at once:</b> it has been quiet for longer."))]
    return [told(_("<b>The alarm</b> goes off when nothing has come for %(n)s hours."), n=hours)]
