"""Ask for an act on many cases, confirm it, have it done, and undone."""

from gensvar.operations.batches.actions.asking import (
    NothingChanges,
    NothingChosen,
    TooMany,
    ask,
    weigh,
)
from gensvar.operations.batches.actions.doing import (
    MayNot,
    NoSuchChoice,
    NotTagged,
    NoWayToWrite,
    OneAtATime,
    ReachedOtherwise,
)
from gensvar.operations.batches.actions.running import (
    ChangedMeanwhile,
    ConfirmedAlready,
    NotDoneYet,
    NothingToDo,
    NotUndoable,
    NotWeighedYet,
    OutOfSight,
    ask_undo,
    confirm,
    go_on,
)
from gensvar.operations.batches.actions.upkeep import forget_batches

__all__ = [
    "ChangedMeanwhile",
    "ConfirmedAlready",
    "MayNot",
    "NoSuchChoice",
    "NoWayToWrite",
    "NotDoneYet",
    "NotTagged",
    "NotUndoable",
    "NotWeighedYet",
    "NothingChanges",
    "NothingChosen",
    "NothingToDo",
    "OneAtATime",
    "OutOfSight",
    "ReachedOtherwise",
    "TooMany",
    "ask",
    "ask_undo",
    "confirm",
    "forget_batches",
    "go_on",
    "weigh",
]
