"""Verbs that change a case, one file per part of its life."""

from gensvar.operations.cases.actions.answering import (
    answer,
    notify_group,
    request_receipt,
    take_back,
    tell_closed,
)
from gensvar.operations.cases.actions.describing import (
    AlreadyTagged,
    NotOfThisClient,
    describe,
    tag,
    untag,
)
from gensvar.operations.cases.actions.following import (
    Followed,
    Shut,
    standing_at,
    try_code,
)
from gensvar.operations.cases.actions.handing_over import (
    CannotHandOver,
    NotHandedOver,
    give_feedback,
    hand_over,
)
from gensvar.operations.cases.actions.merging import (
    MergedAlready,
    MergedFurther,
    MergedIntoDone,
    MergedIntoItself,
    NotMerged,
    OfDifferentCustomers,
    StillHandedOver,
    merge,
    unmerge,
)
from gensvar.operations.cases.actions.moving import (
    AlreadyClosed,
    IncompleteForClosing,
    NotClosed,
    PartOfAnother,
    assign,
    change_state,
    close,
    reopen,
)
from gensvar.operations.cases.actions.noting import EmptyNote, add_file, write_note
from gensvar.operations.cases.actions.opening import join_contact, open_case
from gensvar.operations.cases.actions.taking import NothingToTake, take, take_next
from gensvar.operations.cases.actions.viewing import (
    TooManyViews,
    ViewNameMissing,
    ViewNameTaken,
    record_export,
    remove_view,
    rename_view,
    save_view,
)

__all__ = [
    "AlreadyClosed",
    "AlreadyTagged",
    "CannotHandOver",
    "EmptyNote",
    "Followed",
    "IncompleteForClosing",
    "MergedAlready",
    "MergedFurther",
    "MergedIntoDone",
    "MergedIntoItself",
    "NotClosed",
    "NotHandedOver",
    "NotMerged",
    "NotOfThisClient",
    "NothingToTake",
    "OfDifferentCustomers",
    "PartOfAnother",
    "Shut",
    "StillHandedOver",
    "TooManyViews",
    "ViewNameMissing",
    "ViewNameTaken",
    "add_file",
    "answer",
    "assign",
    "change_state",
    "close",
    "describe",
    "give_feedback",
    "hand_over",
    "join_contact",
    "merge",
    "notify_group",
    "open_case",
    "record_export",
    "remove_view",
    "rename_view",
    "reopen",
    "request_receipt",
    "save_view",
    "standing_at",
    "tag",
    "take",
    "take_back",
    "take_next",
    "tell_closed",
    "try_code",
    "unmerge",
    "untag",
    "write_note",
]
