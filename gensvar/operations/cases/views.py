"""A confidential case opens once its reader has said why: once for each session and case."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.people.access import AgentRequest
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions import is_registering, note_reading
from gensvar.operations.cases.models import Case

SESSION = "cases.said_why"


class WhyFirst(Refused):
    message = _("The case is confidential. Open it and say why you read it; then go on.")
    status = 403


def must_say_why(request: AgentRequest, case: Case) -> bool:
    """Say whether the case stays closed until a reason is given."""
    if not case.is_confidential or is_registering(case, request.user):
        return False
    return case.pk not in request.session.get(SESSION, [])


def opened(request: AgentRequest, case: Case) -> Case:
    """Return a case that may be shown; refuse one that has not been opened with a reason."""
    if must_say_why(request, case):
        raise WhyFirst
    return case


def take_reason(request: AgentRequest, case: Case, reason: str, *, at: datetime) -> None:
    """Write down why somebody reads the case, and open it for the rest of the session."""
    note_reading(case, reason=reason, by=request.user, at=at)
    request.session[SESSION] = [*request.session.get(SESSION, []), case.pk]
