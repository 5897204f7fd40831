"""pg_dump and its kin, run with the password kept off the command line."""

import os
import subprocess
from pathlib import Path
from typing import IO

from gensvar.config.postgres import embedded
from gensvar.config.postgres.available import owner_dsn, uses_own_server
from gensvar.config.postgres.programs import folder
from gensvar.config.refusals import CannotRun


def run(name: str, *arguments: str, out: IO[bytes] | None = None) -> None:
    """Run one of PostgreSQL's programs on our database and stop with its reason if it fails."""
    done = subprocess.run(
        [_program(name), *arguments],
        env=os.environ | _connection(),
        stdout=out or subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        check=False,
    )
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"]
        raise CannotRun(f"{name} failed: {lines[0]}")


def _program(name: str) -> Path:
    return folder() / name if uses_own_server() else embedded().program(name)


def _connection() -> dict[str, str]:
    from psycopg.conninfo import conninfo_to_dict

    names = {
        "host": "PGHOST",
        "port": "PGPORT",
        "user": "PGUSER",
        "password": "PGPASSWORD",
        "dbname": "PGDATABASE",
        "options": "PGOPTIONS",
        "sslmode": "PGSSLMODE",
        "sslrootcert": "PGSSLROOTCERT",
    }
    parts = conninfo_to_dict(owner_dsn())
    return {names[part]: str(value) for part, value in parts.items() if part in names and value}
