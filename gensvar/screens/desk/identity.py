"""How surely it is known who asks about a case, in this conversation."""

from datetime import datetime

from gensvar.foundation.people.access import AgentRequest
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.rules import IDENTITY_LASTS

# Cases that somebody reads for the work itself, with nobody asking.
SESSION = "desk.nobody_asks"


def reached_level(case: Case, *, by: int, at: datetime) -> int:
    """Return how surely this agent knows, in this conversation, who asks about the case."""
    lately = case.identity_checks.filter(by=by, at__gt=at - IDENTITY_LASTS)
    return max(lately.values_list("level", flat=True), default=0)


def must_identify(request: AgentRequest, case: Case, *, at: datetime) -> bool:
    """Say whether what was said in the case is covered until it is known who asks."""
    wanted = case.subject.identity_level if case.subject else 0
    if not wanted or case.pk in request.session.get(SESSION, []):
        return False
    return reached_level(case, by=request.user.pk, at=at) < wanted
