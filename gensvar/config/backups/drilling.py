"""Restore a backup into a folder of its own, with a database of its own, and take it away again."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from gensvar.config.refusals import CannotRun
from gensvar.foundation.events.drills import DrillFound


def newest_backup(folder: Path) -> Path:
    made = sorted(folder.glob("*.backup"), key=lambda path: path.stat().st_mtime)
    if not made:
        raise CannotRun(f"There is no backup in {folder}: run gensvar backup, or name a file.")
    return made[-1]


def tried(backup: Path, *, keys: Path, place: Path) -> DrillFound:
    """Return what restoring a backup came to; what runs is neither touched nor stopped."""
    if not backup.is_file():
        raise CannotRun(f"There is no file {backup}.")
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="drill-", dir=place) as name:
        log = Path(name) / "restores.jsonl"
        done = _restore(backup, keys=keys, var=Path(name) / "var", log=log)
        line = json.loads(log.read_text()) if log.is_file() and log.stat().st_size else None
    seconds = round(time.monotonic() - began)
    if line is None:
        why = done.stderr.strip().splitlines() or ["the restore ended without a word"]
        return DrillFound(backup=backup.name, seconds=seconds, faults=(why[-1],))
    return DrillFound(
        backup=backup.name,
        made_at=line["made_at"],
        seconds=seconds,
        rows=line["row_count"],
        faults=tuple(line["faults"]),
    )


def _restore(backup: Path, *, keys: Path, var: Path, log: Path) -> subprocess.CompletedProcess[str]:
    # A database of its own: the address of the one that runs must never reach the restore.
    ours = ("GENSVAR_VAR", "GENSVAR_PORT", "DATABASE_URL")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return subprocess.run(
        [
            *(sys.executable, "-m", "gensvar.config.command", "restore", str(backup.resolve())),
            *("--keys", str(keys.resolve()), "--log", str(log)),
        ],
        env=kept | {"GENSVAR_VAR": str(var)},
        capture_output=True,
        text=True,
        check=False,
    )
