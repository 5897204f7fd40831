"""The mail with the code that somebody has asked for."""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from gensvar.operations.cases.actions import request_receipt
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.rules import follow_code
from gensvar.operations.contacts.models import Channel, Direction, Message


@transaction.atomic
def send_code(number: str, *, at: datetime) -> None:
    """Mail the code to the address that the customer has written from, if there is one."""
    case = Case.objects.select_related("client", "customer").filter(number=number).first()
    address = _address_of(case) if case else ""
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


def _address_of(case: Case) -> str:
    """Return where the customer is known to read mail about this case."""
    if case.customer is None:
        return ""
    theirs = Message.objects.filter(
        contact__cases=case, contact__customer=case.customer, direction=Direction.IN
    )
    written = theirs.exclude(sender_address="").order_by("-at", "-pk").first()
    known = case.customer.addresses.filter(kind="mail").order_by("pk").first()
    return written.sender_address if written else (known.value if known else "")


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
