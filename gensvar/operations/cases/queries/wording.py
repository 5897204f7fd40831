"""The ready words of a client, and what is filled in for one case."""

from django.conf import settings
from django.db.models import QuerySet

from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models import CannedText, Case, Macro
from gensvar.operations.cases.rules import filled_with, follow_code

FOLLOW_PATH = "/folj/"


def canned_texts(client_id: int) -> QuerySet[CannedText]:
    return CannedText.objects.filter(client=client_id, retired_at=None).order_by("name")


def macros(client_id: int) -> QuerySet[Macro]:
    known = Macro.objects.filter(client=client_id, retired_at=None).order_by("name")
    return known.select_related("subject", "group")


def words_for(case: Case, text: str, *, by: Agent) -> str:
    """Return ready words as they would be said in this case; what is not known stands open."""
    name = case.customer.name if case.customer else ""
    values = {
        "customer": name,
        "first_name": name.split(" ")[0],
        "number": case.number,
        "subject": case.subject.name if case.subject else "",
        "agent": by.first_name,
        "organisation": case.client.public_name,
        "link": f"{settings.BASE_URL}{FOLLOW_PATH}",
        "code": follow_code(settings.SECRET_KEY, number=case.number, version=case.code_version),
    }
    return filled_with(text, values)
