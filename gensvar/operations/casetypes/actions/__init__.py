"""Verbs that keep the case types."""

from gensvar.operations.casetypes.actions.adding import (
    CodeTaken,
    add_type,
    make_default,
    restore_type,
    retire_type,
)
from gensvar.operations.casetypes.actions.changing import (
    BrokenTemplate,
    FieldKeyTaken,
    NoSuchPart,
    StageCodeTaken,
    add_field,
    add_stage,
    change_field,
    change_stage,
    describe_type,
    remove_field,
    remove_stage,
    set_moves,
)

__all__ = [
    "BrokenTemplate",
    "CodeTaken",
    "FieldKeyTaken",
    "NoSuchPart",
    "StageCodeTaken",
    "add_field",
    "add_stage",
    "add_type",
    "change_field",
    "change_stage",
    "describe_type",
    "make_default",
    "remove_field",
    "remove_stage",
    "restore_type",
    "retire_type",
    "set_moves",
]
