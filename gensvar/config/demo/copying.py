"""Put many rows in fast: constraints and indexes go away, the rows are copied, they come back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Row = Sequence[Any]
# Rows gathered into one piece of text before it is handed to the server.
PIECE = 4_000


def copy_rows(cursor: Any, table: str, columns: Sequence[str], rows: Iterable[str]) -> None:
    """Copy rows that are already written as COPY wants them: fields by tab, NULL as \\N."""
    names = ", ".join(f'"{name}"' for name in columns)
    with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
        piece: list[str] = []
        for row in rows:
            piece.append(row)
            if len(piece) == PIECE:
                copy.write("\n".join(piece) + "\n")
                piece.clear()
        if piece:
            copy.write("\n".join(piece) + "\n")


def text(value: str) -> str:
    """Write words as COPY's text form takes them."""
    return value.replace("\\", "\\\\").replace("\t", " ").replace("\n", "\\n").replace("\r", "")


@dataclass(frozen=True)
class Rule:
    """An index or a constraint that was taken off a table, and the statement that brings it back.

    Everything is checked when it comes back; what the triggers keep is for the caller to rebuild.
    """

    table: str
    statement: str
    is_foreign_key: bool


def take_rules_off(cursor: Any, tables: Sequence[str]) -> list[Rule]:
    """Take foreign keys, unique rules, indexes and triggers off `tables`."""
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for table in tables:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    return [*_take_foreign_keys(cursor, tables), *_take_indexes(cursor, tables)]


def bring_back(cursor: Any, rules: Iterable[Rule]) -> None:
    cursor.execute("SET LOCAL maintenance_work_mem = '256MB'")
    for rule in rules:
        cursor.execute(rule.statement)


def wake_triggers(cursor: Any, tables: Iterable[str]) -> None:
    for table in tables:
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")


def _take_foreign_keys(cursor: Any, tables: Sequence[str]) -> Iterator[Rule]:
    cursor.execute(
        """SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)
           FROM pg_constraint
           WHERE contype = 'f'
             AND (conrelid = ANY(%s::regclass[]) OR confrelid = ANY(%s::regclass[]))
           ORDER BY oid""",
        [list(tables), list(tables)],
    )
    for table, name, rule in cursor.fetchall():
        cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
        yield Rule(table, f"ALTER TABLE {table} ADD CONSTRAINT {name} {rule}", True)


def _take_indexes(cursor: Any, tables: Sequence[str]) -> Iterator[Rule]:
    cursor.execute(
        """SELECT i.indrelid::regclass::text, quote_ident(c.relname), pg_get_indexdef(i.indexrelid),
                  quote_ident(k.conname), pg_get_constraintdef(k.oid)
           FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
           LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u')
           WHERE i.indrelid = ANY(%s::regclass[]) ORDER BY c.oid""",
        [list(tables)],
    )
    for table, index, definition, constraint, rule in cursor.fetchall():
        if constraint:
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {constraint}")
            yield Rule(table, f"ALTER TABLE {table} ADD CONSTRAINT {constraint} {rule}", False)
        else:
            cursor.execute(f"DROP INDEX {index}")
            yield Rule(table, definition, False)
