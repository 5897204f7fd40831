"""Restore the newest backup beside what runs, and keep in the record whether it was whole."""

import argparse
import sys
import tempfile
from pathlib import Path


def accept(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", nargs="?", type=Path, help="a backup (default: the newest in var/backups)"
    )
    parser.add_argument("--keys", type=Path, help="a folder with the keys (default: var/keys)")
    parser.add_argument(
        "--in",
        dest="place",
        type=Path,
        default=Path(tempfile.gettempdir()),
        help="where there is room for a copy of everything, for a while",
    )


def run(arguments: argparse.Namespace) -> int:
    from datetime import UTC, datetime

    from gensvar.config.backups.drilling import newest_backup, tried
    from gensvar.config.boot import boot
    from gensvar.config.environment import var_folder
    from gensvar.config.postgres.available import available

    var = var_folder()
    backup: Path = arguments.file or newest_backup(var / "backups")
    found = tried(backup, keys=arguments.keys or var / "keys", place=arguments.place)
    with available(holder="gensvar drill"):
        boot("work")
        from gensvar.foundation.events.upkeep import note_drill

        note_drill(found, at=datetime.now(UTC))
    if not found.faults:
        sys.stdout.write(f"{backup.name} is whole: {found.rows} rows in {found.seconds} s\n")
    for fault in found.faults:
        sys.stderr.write(f"gensvar: {fault}\n")
    return 1 if found.faults else 0
