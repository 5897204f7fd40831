from dataclasses import dataclass
from datetime import datetime, timedelta

from gensvar.operations.cases.models import Case, Composing, Note
from gensvar.operations.contacts.models import Direction, Message

# A page tells every ten seconds that it is open; one that has missed two is closed.
HEARD_OF = timedelta(seconds=25)


@dataclass(frozen=True)
class Present:
    """A colleague who has the case open now."""

    name: str
    is_writing: bool


def others_present(case: Case, *, me: int, at: datetime) -> list[Present]:
    """Return the colleagues in a case, those who write first."""
    rows = Composing.objects.filter(case=case, seen_at__gt=at - HEARD_OF).exclude(agent=me)
    ordered = rows.order_by("-is_writing", "agent__name")
    return [Present(*row) for row in ordered.values_list("agent__name", "is_writing")]


def has_news(case: Case, *, message: int, note: int, me: int) -> bool:
    """Say whether a customer has written, or a colleague noted, after what somebody has seen."""
    written = Message.objects.filter(
        pk__gt=message, contact__direction=Direction.IN, contact__case_contacts__case=case
    )
    noted = Note.objects.filter(pk__gt=note, case=case).exclude(by=me)
    return written.exists() or noted.exists()
