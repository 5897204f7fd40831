"""What happens in the life of a case."""

from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event
from gensvar.operations.cases.events.base import CaseEvent


@dataclass(frozen=True, kw_only=True)
class CaseOpened(CaseEvent):
    name: ClassVar = "cases.case-opened"
    channel: str
    customer_id: int | None = None
    contact_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class ContactJoined(CaseEvent):
    """One more contact concerned the case."""

    name: ClassVar = "cases.contact-joined"
    contact_id: int


@dataclass(frozen=True, kw_only=True)
class StateChanged(CaseEvent):
    name: ClassVar = "cases.state-changed"
    old: str
    new: str


@dataclass(frozen=True, kw_only=True)
class StageChanged(CaseEvent):
    """Somebody moved the case to a stage of its type, as `version` of the type allowed."""

    name: ClassVar = "cases.stage-changed"
    old: str
    new: str
    version: int


@dataclass(frozen=True, kw_only=True)
class FieldsFilled(CaseEvent):
    """Fields of the type were filled in, or emptied; what they hold is not told here."""

    name: ClassVar = "cases.fields-filled"
    fields: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CaseClosed(CaseEvent):
    name: ClassVar = "cases.case-closed"


@dataclass(frozen=True, kw_only=True)
class CaseReopened(CaseEvent):
    name: ClassVar = "cases.case-reopened"


@dataclass(frozen=True, kw_only=True)
class CaseAssigned(CaseEvent):
    name: ClassVar = "cases.case-assigned"
    to_agent_id: int | None
    to_group_id: int | None


@dataclass(frozen=True, kw_only=True)
class CaseDescribed(CaseEvent):
    """Title, subject, need type, customer or tags were set; `fields` names which."""

    name: ClassVar = "cases.case-described"
    fields: tuple[str, ...]
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CaseHandedOver(CaseEvent):
    name: ClassVar = "cases.case-handed-over"
    hand_over_id: int
    to_group_id: int
    why: str


@dataclass(frozen=True, kw_only=True)
class FeedbackGiven(CaseEvent):
    name: ClassVar = "cases.feedback-given"
    hand_over_id: int
    feedback_id: int
    outcome: str


@dataclass(frozen=True, kw_only=True)
class AlarmRaised(CaseEvent):
    """The handler, or the nearest manager, was told that the case was not finished in time."""

    name: ClassVar = "cases.alarm-raised"
    hand_over_id: int
    to: str


@dataclass(frozen=True, kw_only=True)
class AlarmPassedOn(CaseEvent):
    """An alarm went to another than it was for, who is away; `how` says by what right."""

    name: ClassVar = "cases.alarm-passed-on"
    hand_over_id: int
    to: str
    away_agent_id: int
    # None: the group's own mailbox.
    told_agent_id: int | None
    how: str


@dataclass(frozen=True, kw_only=True)
class CaseAnswered(CaseEvent):
    """An agent or handler answered the customer in writing."""

    name: ClassVar = "cases.case-answered"
    contact_id: int
    outgoing_id: int


@dataclass(frozen=True, kw_only=True)
class NoteWritten(CaseEvent):
    name: ClassVar = "cases.note-written"
    note_id: int


@dataclass(frozen=True, kw_only=True)
class FileAdded(CaseEvent):
    name: ClassVar = "cases.file-added"
    case_file_id: int


@dataclass(frozen=True, kw_only=True)
class FollowCodeUsed(CaseEvent):
    """Somebody opened the case on the portal with its number and code."""

    name: ClassVar = "cases.follow-code-used"


@dataclass(frozen=True, kw_only=True)
class DeedUndone(CaseEvent):
    """What somebody did with the case was taken back; what that changed is in the record too."""

    name: ClassVar = "cases.deed-undone"
    deed_id: int


@dataclass(frozen=True, kw_only=True)
class CasesExported(Event):
    """Somebody took a list out of the system; `conditions` says which, as in its address."""

    name: ClassVar = "cases.cases-exported"
    agent_id: int
    conditions: str


@dataclass(frozen=True, kw_only=True)
class SupportUsed(CaseEvent):
    """The customer was answered with versions of articles."""

    name: ClassVar = "cases.support-used"
    version_ids: tuple[int, ...]
    outgoing_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class StepsTicked(CaseEvent):
    """Steps of a checklist were done, or taken back; the first step is 0."""

    name: ClassVar = "cases.checklist-ticked"
    version_id: int
    done: tuple[int, ...]
    undone: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class CorrectionFollowedUp(CaseEvent):
    """Whoever has the case is told that the customer was answered with what was wrong."""

    name: ClassVar = "cases.correction-followed-up"
    correction_id: int
    is_reopened: bool


@dataclass(frozen=True, kw_only=True)
class CauseFound(CaseEvent):
    """The case came from a disruption."""

    name: ClassVar = "cases.disruption-found"
    disruption_id: int


@dataclass(frozen=True, kw_only=True)
class CauseWithdrawn(CaseEvent):
    """The disruption was not what the case came from."""

    name: ClassVar = "cases.disruption-withdrawn"
    disruption_id: int


@dataclass(frozen=True, kw_only=True)
class HandOverAccepted(CaseEvent):
    name: ClassVar = "cases.hand-over-accepted"
    hand_over_id: int


@dataclass(frozen=True, kw_only=True)
class HandOverMoved(CaseEvent):
    """The question is somebody else's within the group; `because` is away or unread."""

    name: ClassVar = "cases.hand-over-moved"
    hand_over_id: int
    from_agent_id: int | None
    to_agent_id: int
    because: str


@dataclass(frozen=True, kw_only=True)
class HandOverWarned(CaseEvent):
    """Those responsible are told; `kind` as in HandOverWarning."""

    name: ClassVar = "cases.hand-over-warned"
    hand_over_id: int
    kind: str


@dataclass(frozen=True, kw_only=True)
class RequiredFactGiven(CaseEvent):
    name: ClassVar = "cases.required-fact-given"
    fact_id: int


@dataclass(frozen=True, kw_only=True)
class RequiredFactsSet(Event):
    name: ClassVar = "cases.required-facts-set"
    agent_id: int
    client_id: int
    subject_id: int
    labels: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class ReachRuleAgreed(Event):
    """So many tries with a message count as having reached the customer, from now on."""

    name: ClassVar = "cases.reach-rule-agreed"
    agent_id: int
    client_id: int
    version: int
    attempts: int


@dataclass(frozen=True, kw_only=True)
class NeedOutcomeSaid(CaseEvent):
    """Whoever closed the case said what became of the need: met, referred elsewhere, or not met."""

    name: ClassVar = "cases.need-outcome-said"
    need_outcome_id: int
    met: str
