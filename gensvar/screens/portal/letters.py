"""The mail, or the text message, with the code that somebody has asked for."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from gensvar.operations.cases.actions import request_receipt
from gensvar.operations.cases.actions.answering import tell_participant
from gensvar.operations.cases.models import Case, Participant
from gensvar.operations.cases.queries.correspondence import mail_address, own_texts
from gensvar.operations.cases.rules import follow_code, participant_code
from gensvar.operations.contacts.models import Channel
from gensvar.operations.contacts.texting import opted_out


@transaction.atomic
def send_code(number: str, *, at: datetime) -> None:
    """Send the code to where the customer has written from: the mail address, else the phone."""
    case = Case.objects.select_related("client", "customer").filter(number=number).first()
    if case is None or case.is_confidential:
        return
    channel, address = Channel.MAIL, mail_address(case)
    if not address:
        channel, address = Channel.SMS, _phone_written_from(case)
    if not address:
        return
    values = {
        "number": case.number,
        "code": follow_code(settings.SECRET_KEY, number=case.number, version=case.code_version),
        "link": settings.BASE_URL + reverse("portal:follow"),
        "organisation": case.client.public_name,
    }
    with translation.override(case.language if case.language == "sv" else "en"):
        subject = _("The code for your case [%(number)s]") % values
        text = _words() % values
    request_receipt(
        case, text, subject=subject, channel=channel, recipient=address, purpose="code", at=at
    )


@transaction.atomic
def send_participation(participant_id: int, *, at: datetime) -> None:
    """Send a participant the code of their own, by mail or text message; a second time, nothing."""
    found = Participant.objects.select_related("case__client").filter(pk=participant_id).first()
    if found is None or not found.is_in_force(at):
        return
    case = found.case
    values = {
        "number": case.number,
        "code": participant_code(
            settings.SECRET_KEY,
            number=case.number,
            participant_id=found.pk,
            version=case.code_version,
        ),
        "link": settings.BASE_URL + reverse("portal:follow"),
        "organisation": case.client.public_name,
        "until": found.last_day.isoformat(),
    }
    with translation.override(case.language if case.language == "sv" else "en"):
        subject = _("You may follow case %(number)s") % values
        if found.kind == Participant.Kind.PHONE:
            text = _short_invitation() % values
        else:
            text = _invitation(may_write=found.may_write) % values
    tell_participant(found, text, subject=subject, at=at)


def _phone_written_from(case: Case) -> str:
    """Return the phone whose text messages the case holds, if it still takes ours."""
    newest = own_texts(case).first()
    if newest is None or opted_out(case.client, [newest.sender_address]):
        return ""
    return newest.sender_address


def _invitation(*, may_write: bool) -> str:
    """The words say nothing of what the case is about: an address may be mistyped."""
    may = (
        _("You may read the case and write in it through %(until)s.")
        if may_write
        else _(
            "You may read the case through %(until)s. What you answer to this mail is not in it."
        )
    )
    how = _(
        "Follow the case at %(link)s\n"
        "Number: %(number)s\n"
        "Code: %(code)s\n\n"
        "The code is yours alone: do not give it to others. If you do not know what this is about, "
        "you need do nothing.\n\n"
        "%(organisation)s\n"
    )
    hello = _("Hello,\n\nyou have been given a case with us to follow.")
    news = _("We write to you when something happens in it.")
    return f"{hello} {may} {news}\n\n{how}"


def _short_invitation() -> str:
    return _(
        "You may follow case %(number)s through %(until)s: %(link)s Code: %(code)s %(organisation)s"
    )


def _words() -> str:
    return _(
        "Hello,\n\n"
        "somebody, we hope you, asked for the code to case %(number)s.\n\n"
        "Follow your case at %(link)s\n"
        "Number: %(number)s\n"
        "Code: %(code)s\n\n"
        "If it was not you, you need do nothing: the code has been sent to you alone.\n\n"
        "%(organisation)s\n"
    )
