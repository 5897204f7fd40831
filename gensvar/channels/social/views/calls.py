"""The door by which programs tell us of posts, signed with the account's own secret."""

from collections.abc import Sequence

from django.http import HttpRequest, JsonResponse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from gensvar.channels.social.actions.accounts import client_behind
from gensvar.channels.social.actions.taking_in import take_in
from gensvar.channels.social.models import Account, Intake
from gensvar.channels.social.rules import read_call
from gensvar.channels.social.words import in_words
from gensvar.foundation.integrations.limiting import admits
from gensvar.foundation.integrations.tables import Fault
from gensvar.foundation.people.access import Reach, public, seeing_as

MOST_BYTES = 2 * 2**20
# A minute: calls without a right signature, from one place; calls for one account.
MOST_STRANGERS, MOST_CALLS = 30, 300
SIGNED = ("webhook-id", "webhook-timestamp", "webhook-signature")


@csrf_exempt
@require_POST
@public
def posts(request: HttpRequest, account_id: int) -> JsonResponse:
    """Take in posts that a program tells of; all of them, or none if one is wrong."""
    at = now()
    minute = int(at.timestamp()) // 60
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
        return _refused(413, "TooLarge", _("The call is larger than 2 MB. Nothing was kept."))
    headers = {name: request.headers.get(name, "") for name in SIGNED}
    client_id = client_behind(min(account_id, 2**63 - 1), request.body, headers)
    if client_id is None:
        place = request.META.get("REMOTE_ADDR", "")
        if not admits(f"social:{place}", limit=MOST_STRANGERS, minute=minute):
            return _refused(429, "TooMany", _("Too many calls with a wrong signature."))
        words = _("The signature is wrong, or older than five minutes. Nothing was kept.")
        return _refused(401, "WrongSignature", words)
    if not admits(f"social:{account_id}", limit=MOST_CALLS, minute=minute):
        return _refused(429, "TooMany", _("Too many calls in this minute. Call again."))
    read = read_call(request.body, at=at)
    if read.faults:
        return _refused(422, "Invalid", _("Nothing was kept. Put this right first."), read.faults)
    with seeing_as(Reach(clients=frozenset({client_id}))):
        account = Account.objects.get(pk=account_id)
        if account.is_paused:
            return _refused(409, "Paused", _("The account is paused. Nothing was kept."))
        intake = take_in(account, read.posts, way=Intake.Way.CALL, at=at)
    return JsonResponse({"taken": intake.taken, "known": intake.known})


def _refused(status: int, code: str, words: str, faults: Sequence[Fault] = ()) -> JsonResponse:
    errors = [
        {"post": number, "field": column, "detail": why} for number, column, why in in_words(faults)
    ]
    more = {"errors": errors} if errors else {}
    return JsonResponse({"code": code, "detail": words, **more}, status=status)
