"""The mail, or the text message, with the code that somebody has asked for."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from gensvar.operations.cases.actions import request_receipt
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.correspondence import mail_address, own_texts
from gensvar.operations.cases.rules import follow_code
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


def _phone_written_from(case: Case) -> str:
    """Return the phone whose text messages the case holds, if it still takes ours."""
    newest = own_texts(case).first()
    if newest is None or opted_out(case.client, [newest.sender_address]):
        return ""
    return newest.sender_address


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
