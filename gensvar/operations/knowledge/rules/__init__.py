"""What needs no database: tables as they come in, an article's words, its states."""

from gensvar.operations.knowledge.rules.catalogue import (
    ANSWER_DAYS,
    Fault,
    Line,
    Table,
    read_table,
    text_of,
)

__all__ = ["ANSWER_DAYS", "Fault", "Line", "Table", "read_table", "text_of"]
