"""Know who asks before anything is said of a case."""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions.answering import request_receipt
from gensvar.operations.cases.actions.moving import about
from gensvar.operations.cases.events import IdentityChecked, IdentityCodeSent
from gensvar.operations.cases.models import Case, IdentityCheck, IdentityCode
from gensvar.operations.cases.queries.correspondence import mail_address
from gensvar.operations.cases.rules import LEVEL_OF_METHOD

CODE_LASTS = timedelta(minutes=15)
MOST_TRIES = 5
MOST_CODES_AN_HOUR = 5


class NoKnownAddress(Refused):
    message = _("No address of the customer is known that a code could be sent to.")


class TooManyCodes(Refused):
    message = _("Many codes have been sent in this case. Wait an hour, or check in another way.")
    status = 429


class WrongCode(Refused):
    message = _("The code is not right, or it has grown old. Ask again, or send a new one.")
    status = 422


@action
def note_identity(case: Case, *, method: str, by: Agent, at: datetime) -> IdentityCheck:
    """Write down how it was made sure who asks; the way decides how sure that is."""
    check = IdentityCheck.objects.create(
        case=case,
        client_id=case.client_id,
        level=LEVEL_OF_METHOD[method],
        method=method,
        by=by,
        at=at,
    )
    announce(
        IdentityChecked(check_id=check.pk, level=check.level, method=method, **about(case, by)),
        at=at,
    )
    return check


@action
def send_identity_code(case: Case, *, by: Agent, at: datetime) -> IdentityCode:
    """Send a code to the customer's known address, to be read back by whoever asks."""
    address = mail_address(case)
    if not address:
        raise NoKnownAddress
    if case.identity_codes.filter(at__gt=at - timedelta(hours=1)).count() >= MOST_CODES_AN_HOUR:
        raise TooManyCodes
    code = f"{secrets.randbelow(1_000_000):06d}"
    sent = IdentityCode.objects.create(
        case=case, client_id=case.client_id, digest=_digest(case, code), asked_by=by, at=at
    )
    with override(case.language if case.language in dict(settings.LANGUAGES) else "en"):
        subject = _now("Your code from %(organisation)s")
        text = _now(
            "Read this code to the person you are speaking with: %(code)s\n\n"
            "It holds for 15 minutes. If nobody has asked you for it, you need do nothing.\n\n"
            "%(organisation)s\n"
        )
    values = {"code": code, "organisation": case.client.public_name}
    request_receipt(
        case,
        text % values,
        subject=subject % values,
        channel="mail",
        recipient=address,
        purpose="identity",
        at=at,
    )
    announce(IdentityCodeSent(code_id=sent.pk, **about(case, by)), at=at)
    return sent


def prove_identity(case: Case, code: str, *, by: Agent, at: datetime) -> IdentityCheck:
    """Take the code that was read back; each try counts, also the wrong ones."""
    newest = case.identity_codes.filter(used_at=None, at__gt=at - CODE_LASTS)
    sent = newest.order_by("-pk").first()
    if sent is None:
        raise WrongCode
    # Counted in the request's own transaction, which a refusal does not undo.
    IdentityCode.objects.filter(pk=sent.pk).update(tries=F("tries") + 1)
    digits = "".join(letter for letter in code if letter.isdigit())
    if sent.tries >= MOST_TRIES or not constant_time_compare(sent.digest, _digest(case, digits)):
        raise WrongCode
    return _proved(case, sent, by=by, at=at)


@action
def _proved(case: Case, sent: IdentityCode, *, by: Agent, at: datetime) -> IdentityCheck:
    if not IdentityCode.objects.filter(pk=sent.pk, used_at=None).update(used_at=at):
        raise WrongCode
    return note_identity(case, method=IdentityCheck.Method.CODE, by=by, at=at)


def _digest(case: Case, code: str) -> str:
    return salted_hmac("cases.identity-code", f"{case.pk} {code}", algorithm="sha256").hexdigest()
