"""What needs no database: tables as they come in, an article's words, its states."""

from gensvar.operations.knowledge.rules.catalogue import (
    Fault,
    Line,
    Table,
    read_table,
    text_of,
)

__all__ = ["Fault", "Line", "Table", "read_table", "text_of"]
