"""What of a case is somebody's words or person, table by table, and what stays to be counted.

A table that hangs on a case stands here with what becomes of it, or in `STAYS` with why it stays:
a test fails for a field of words that nobody has thought of.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.db.models import Model

from gensvar.operations.batches.models import BatchedCase
from gensvar.operations.cases import models as cases
from gensvar.operations.contacts import models as contacts
from gensvar.operations.routing.models import Waiting
from gensvar.operations.workorders import models as orders


@dataclass(frozen=True)
class Part:
    """The rows of a table that hang on a case by `path`: emptied in these fields, or removed."""

    model: type[Model]
    path: str
    emptied: Mapping[str, Any] = field(default_factory=dict)


def _emptied(model: type[Model], path: str, **fields: Any) -> Part:
    return Part(model, path, fields)


# What hangs on the case itself. Files before what they hang on, notes before the title.
OF_CASES: Final = (
    Part(cases.Note, "case"),
    Part(cases.CaseFile, "case"),
    Part(cases.Tagging, "case"),
    Part(cases.GivenFact, "case"),
    Part(cases.FilledField, "case"),
    Part(cases.IdentityCode, "case"),
    Part(cases.CaseNeed, "case"),
    Part(cases.InterpreterBooking, "case"),
    Part(cases.Watch, "case"),
    Part(cases.Composing, "case"),
    _emptied(cases.Participant, "case", name="", address=""),
    _emptied(cases.Deed, "case", before={}, after={}),
    _emptied(BatchedCase, "case", before={}, after={}, reason=""),
    _emptied(cases.MacroRun, "case", before={}),
    _emptied(cases.CaseState, "case", reason=""),
    _emptied(cases.CaseStage, "case", reason=""),
    _emptied(cases.Confidentiality, "case", because=""),
    _emptied(cases.HandOver, "case", question="", again_because=""),
    _emptied(cases.Feedback, "hand_over__case", summary=""),
    _emptied(cases.Promise, "case", reason="", plan="", words=""),
    Part(orders.Photo, "order__case"),
    _emptied(orders.ProcessStep, "case", note=""),
    _emptied(orders.Approval, "estimate__case", who=""),
    _emptied(orders.OrderStage, "order__case", reason=""),
    _emptied(orders.SignOff, "order__case", name="", note=""),
    _emptied(orders.ReportBack, "order__case", text=""),
    _emptied(orders.Survey, "order__case", words=""),
    _emptied(orders.WorkOrder, "case", where="", action="", contact=""),
)
# What was said in its contacts, unless another case that stays holds the same contact.
OF_CONTACTS: Final = (
    Part(contacts.MessageFile, "message__contact"),
    _emptied(contacts.OutgoingStep, "outgoing__message__contact", detail=""),
    _emptied(contacts.Outgoing, "message__contact", reply_tag="", provider_id=""),
    _emptied(
        contacts.Message,
        "contact",
        sender_name="",
        sender_address="",
        recipients=[],
        copies=[],
        subject="",
        text="",
        quoted="",
        signature="",
        html="",
        problems=[],
        message_id="",
        raw=None,
    ),
    _emptied(contacts.NoCase, "contact", words=""),
    _emptied(Waiting, "contact", facts={}),
    _emptied(contacts.Contact, "pk", summary="", customer=None),
)
# Files that a case holds: removed from the vault when nothing else holds them.
FILES: Final = (
    (cases.CaseFile, "case", "file"),
    (orders.Photo, "order__case", "file"),
)
FILES_OF_CONTACTS: Final = (
    (contacts.MessageFile, "message__contact", "file"),
    (contacts.Message, "contact", "raw"),
)
# Words that stay, by model and field, and why.
STAYS: Final[Mapping[str, str]] = {
    "batches.BatchedCase.outcome": "a code",
    "cases.Merge.state_before": "a code",
    "cases.PlannedAnswer.turn": "a code",
    "cases.Case.number": "the case is counted and found by it",
    "cases.Case.title": "replaced by a word for what has become of it",
    "cases.Case.stage": "a code of the type",
    "cases.Case.language": "counted",
    "cases.CaseStage.stage": "a code of the type",
    "cases.Deadline.facts": "a digest",
    "cases.Deadline.digest": "a digest",
    "cases.Alarm.address": "where a colleague was told",
    "cases.Alarm.digest": "a digest",
    "cases.NeedOutcome.authority": "which authority: counted, names nobody",
    "cases.Promise.calendar": "a digest of the calendar it was reckoned by",
    "cases.Reading.reason": "the log of who read what is secret outlives what was read",
    "contacts.Contact.language": "counted",
    "contacts.MessageFile.name": "removed with its row",
    "contacts.Outgoing.purpose": "a code",
    "counter.Ticket.letter": "which errand was chosen: counted, names nobody",
    "disposal.Disposed.decision": "the decision itself",
    "disposal.Disposed.customer_type": "counted",
    "disposal.Hold.reason": "why it was held back is part of the protocol's grounds",
    "levels.WishDecision.words": "a decision of the organisation",
    "routing.Offer.why": "how the dispatcher chose: queues and skills",
    "routing.Offer.ended_because": "a code",
    "routing.Waiting.language": "counted",
    "workorders.Material.name": "what was used: counted with its cost",
}
