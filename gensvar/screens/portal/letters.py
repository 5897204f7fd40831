"""The mail with the code that somebody has asked for."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from gensvar.operations.cases.actions import request_receipt
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.correspondence import mail_address
from gensvar.operations.cases.rules import follow_code
from gensvar.operations.contacts.models import Channel


@transaction.atomic
def send_code(number: str, *, at: datetime) -> None:
    """Mail the code to the address that the customer has written from, if there is one."""
    case = Case.objects.select_related("client", "customer").filter(number=number).first()
    address = mail_address(case) if case and not case.is_confidential else ""
    if case is None or not address:
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
        case, text, subject=subject, channel=Channel.MAIL, recipient=address, purpose="code", at=at
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
