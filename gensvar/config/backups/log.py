"""The restore log: one line for each restore, kept where whoever restores wants it."""

import json
from datetime import datetime
from pathlib import Path

from gensvar.config.backups.manifest import Manifest
from gensvar.config.refusals import CannotRun


def check_log(path: Path) -> None:
    """Refuse a log that cannot be written before hours are spent on what it is to tell."""
    try:
        with path.open("a"):
            pass
    except OSError as error:
        raise CannotRun(f"The log {path} cannot be written: {error.strerror}.") from error


def note_restore(
    path: Path,
    *,
    backup: Path,
    manifest: Manifest,
    chain: str,
    faults: tuple[str, ...],
    began_at: datetime,
    ended_at: datetime,
) -> None:
    """Add what was restored: the rows of each table, the chain, what differed, and how long."""
    line = {
        "at": ended_at.isoformat(timespec="seconds"),
        "seconds": round((ended_at - began_at).total_seconds()),
        "backup": backup.name,
        "made_at": manifest.made_at,
        "version": manifest.version,
        "is_whole": not faults,
        "chain": chain,
        "faults": list(faults),
        "row_count": sum(manifest.rows.values()),
        "rows": dict(manifest.rows),
    }
    with path.open("a", encoding="utf-8") as log:
        log.write(json.dumps(line, ensure_ascii=False) + "\n")
