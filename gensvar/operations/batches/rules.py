"""What can be done with many cases at once, and what each act needs."""

from enum import StrEnum
from typing import Final

# More is a change of how things are set up, not of some cases; nobody reads such a preview.
MOST: Final = 1_000
# So many are looked at while somebody waits for the page; the rest in a job.
FIRST_PIECE: Final = 50
PIECE: Final = 25


class Act(StrEnum):
    TAKE = "take"
    ASSIGN = "assign"
    HAND_OVER = "hand-over"
    SUBJECT = "subject"
    NEED = "need"
    TAG = "tag"
    UNTAG = "untag"
    WRITE = "write"
    REST = "rest"
    CLOSE = "close"
    ATTACH = "attach"
    WATCH = "watch"


# What one must be allowed, as for the same act on one case.
PERMISSION: Final[dict[Act, str]] = {
    Act.TAKE: "cases.write",
    Act.ASSIGN: "cases.write",
    Act.HAND_OVER: "cases.hand_over",
    Act.SUBJECT: "cases.write",
    Act.NEED: "cases.write",
    Act.TAG: "cases.write",
    Act.UNTAG: "cases.write",
    Act.WRITE: "cases.answer",
    Act.REST: "cases.write",
    Act.CLOSE: "cases.close",
    Act.ATTACH: "cases.answer",
    Act.WATCH: "cases.write",
}


class Outcome(StrEnum):
    """What has become of one case of a batch."""

    UNWEIGHED = "unweighed"
    READY = "ready"
    REFUSED = "refused"
    DONE = "done"
    SKIPPED = "skipped"
    UNDONE = "undone"
    KEPT = "kept"


class Stage(StrEnum):
    """How far a batch has come."""

    WEIGHING = "weighing"
    READY = "ready"
    RUNNING = "running"
    DONE = "done"
    UNDOING = "undoing"
    UNDONE = "undone"


MOVING: Final = frozenset({Stage.WEIGHING, Stage.RUNNING, Stage.UNDOING})
