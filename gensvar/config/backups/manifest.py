"""What a backup promises: rows per table, the chain's head, the keys of the files."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from gensvar.config.backups.keys import mark_of
from gensvar.config.refusals import CannotRun

if TYPE_CHECKING:
    import psycopg

FORMAT = 1


@dataclass(frozen=True, kw_only=True)
class Manifest:
    made_at: str
    version: str
    rows: Mapping[str, int]
    chain_head: str
    file_keys: Mapping[str, str]
    secret_mark: str
    folders: tuple[str, ...]
    format: int = FORMAT

    def to_json(self) -> bytes:
        return json.dumps(asdict(self), indent=2, sort_keys=True).encode()

    @classmethod
    def from_json(cls, text: bytes) -> Self:
        found = json.loads(text)
        if found["format"] > FORMAT:
            raise CannotRun("This backup was made by a newer Gensvar; install that version first.")
        return cls(**found | {"folders": tuple(found["folders"])})


def count_rows(connection: "psycopg.Connection[Any]") -> dict[str, int]:
    """Count every table, in the snapshot of the connection's transaction."""
    from psycopg import sql

    names = connection.execute(
        "SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace"
        " AND c.relkind = 'r' ORDER BY 1"
    ).fetchall()
    counts: dict[str, int] = {}
    for (name,) in names:
        query = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier("public", name))
        row = connection.execute(query).fetchone()
        counts[name] = int(row[0]) if row else 0
    return counts


def chain_head(connection: "psycopg.Connection[Any]") -> str:
    """Return the last link of the event chain, or nothing when no event is sealed yet."""
    row = connection.execute(
        "SELECT encode(chain, 'hex') FROM events_seal ORDER BY id DESC LIMIT 1"
    ).fetchone()
    return str(row[0]) if row else ""


def file_key_marks(connection: "psycopg.Connection[Any]", keys: Path) -> dict[str, str]:
    """Return the keys in use, each with its mark.

    They are all that are in the folder: besides the stored files, secrets in the database are
    sealed with them, such as those of second factors and mailboxes.
    """
    needed = connection.execute("SELECT DISTINCT key_id FROM files_storedfile ORDER BY 1")
    for (key_id,) in needed.fetchall():
        path = keys / f"files-{key_id}.key"
        if not path.exists():
            raise CannotRun(f"{path} is missing: some stored files cannot be read without it.")
    return {path.stem: mark_of(path) for path in sorted(keys.glob("files-*.key"))}
