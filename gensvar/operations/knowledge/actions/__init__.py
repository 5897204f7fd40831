"""Verbs that change the catalogue."""

from gensvar.operations.knowledge.actions.importing import ImportHasFaults, import_catalogue
from gensvar.operations.knowledge.actions.keeping import (
    add_area,
    add_subject,
    change_area,
    change_subject,
    restore_subject,
    retire_subject,
)

__all__ = [
    "ImportHasFaults",
    "add_area",
    "add_subject",
    "change_area",
    "change_subject",
    "import_catalogue",
    "restore_subject",
    "retire_subject",
]
