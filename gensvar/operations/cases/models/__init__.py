"""Cases: one need each, its states, its owner, its hand-overs, what was noted."""

from gensvar.operations.cases.models.beside import (
    CaseFile,
    Note,
    SavedView,
    Tag,
    Tagging,
)
from gensvar.operations.cases.models.case import (
    Assignment,
    Case,
    CaseContact,
    CaseQuerySet,
    CaseState,
    NeedType,
    State,
)
from gensvar.operations.cases.models.case_need import CaseNeed
from gensvar.operations.cases.models.cause import (
    CaseCause,
)
from gensvar.operations.cases.models.code import (
    CodeAttempt,
)
from gensvar.operations.cases.models.composing import (
    CannedText,
    Composing,
    Macro,
    MacroRun,
    PlannedAnswer,
)
from gensvar.operations.cases.models.deadline import (
    Alarm,
    Deadline,
)
from gensvar.operations.cases.models.deed import (
    Deed,
)
from gensvar.operations.cases.models.facts import (
    GivenFact,
    RequiredFact,
)
from gensvar.operations.cases.models.hand_over import (
    Acceptance,
    Feedback,
    HandOver,
    HandOverSeen,
    HandOverWarning,
    ReachRule,
)
from gensvar.operations.cases.models.interpreter import InterpreterBooking
from gensvar.operations.cases.models.joining import (
    Merge,
    MergedContact,
    Relation,
    Split,
)
from gensvar.operations.cases.models.later import (
    Snooze,
    Watch,
)
from gensvar.operations.cases.models.need import (
    NeedMet,
    NeedOutcome,
)
from gensvar.operations.cases.models.participant import (
    Participant,
)
from gensvar.operations.cases.models.place import (
    CasePlace,
)
from gensvar.operations.cases.models.promise import (
    MissedUpdate,
    Promise,
    PromiseEnd,
)
from gensvar.operations.cases.models.secrecy import (
    Confidentiality,
    HandIn,
    IdentityCheck,
    IdentityCode,
    Reading,
)
from gensvar.operations.cases.models.support import (
    FollowUp,
    SupportUse,
    Tick,
)
from gensvar.operations.cases.models.typed import (
    CaseStage,
    FilledField,
)

__all__ = [
    "Acceptance",
    "Alarm",
    "Assignment",
    "CannedText",
    "Case",
    "CaseCause",
    "CaseContact",
    "CaseFile",
    "CaseNeed",
    "CasePlace",
    "CaseQuerySet",
    "CaseStage",
    "CaseState",
    "CodeAttempt",
    "Composing",
    "Confidentiality",
    "Deadline",
    "Deed",
    "Feedback",
    "FilledField",
    "FollowUp",
    "GivenFact",
    "HandIn",
    "HandOver",
    "HandOverSeen",
    "HandOverWarning",
    "IdentityCheck",
    "IdentityCode",
    "InterpreterBooking",
    "Macro",
    "MacroRun",
    "Merge",
    "MergedContact",
    "MissedUpdate",
    "NeedMet",
    "NeedOutcome",
    "NeedType",
    "Note",
    "Participant",
    "PlannedAnswer",
    "Promise",
    "PromiseEnd",
    "ReachRule",
    "Reading",
    "Relation",
    "RequiredFact",
    "SavedView",
    "Snooze",
    "Split",
    "State",
    "SupportUse",
    "Tag",
    "Tagging",
    "Tick",
    "Watch",
]
