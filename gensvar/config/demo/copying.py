"""Put many rows in fast: constraints and indexes go away, the rows are copied, they come back."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
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


@contextmanager
def bare_tables(cursor: Any, tables: Sequence[str]) -> Iterator[None]:
    """Take foreign keys, unique rules, indexes and triggers off `tables` for a while.

    Every rule is checked when it comes back; what the triggers keep is for the caller to rebuild.
    """
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    for table in tables:
        cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
    dropped = [*_take_foreign_keys(cursor, tables), *_take_indexes(cursor, tables)]
    yield
    cursor.execute("SET LOCAL maintenance_work_mem = '256MB'")
    for statement in reversed(dropped):
        cursor.execute(statement)
    for table in tables:
        cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        cursor.execute(f"ANALYZE {table}")


def _take_foreign_keys(cursor: Any, tables: Sequence[str]) -> list[str]:
    cursor.execute(
        """SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid)
           FROM pg_constraint
           WHERE contype = 'f'
             AND (conrelid = ANY(%s::regclass[]) OR confrelid = ANY(%s::regclass[]))
           ORDER BY oid""",
        [list(tables), list(tables)],
    )
    found = cursor.fetchall()
    for table, name, _definition in found:
        cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    return [f"ALTER TABLE {table} ADD CONSTRAINT {name} {rule}" for table, name, rule in found]


def _take_indexes(cursor: Any, tables: Sequence[str]) -> list[str]:
    cursor.execute(
        """SELECT i.indrelid::regclass::text, quote_ident(c.relname), pg_get_indexdef(i.indexrelid),
                  quote_ident(k.conname), pg_get_constraintdef(k.oid)
           FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
           LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u')
           WHERE i.indrelid = ANY(%s::regclass[]) ORDER BY c.oid""",
        [list(tables)],
    )
    restore = []
    for table, index, definition, constraint, rule in cursor.fetchall():
        if constraint:
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {constraint}")
            restore.append(f"ALTER TABLE {table} ADD CONSTRAINT {constraint} {rule}")
        else:
            cursor.execute(f"DROP INDEX {index}")
            restore.append(definition)
    return restore
