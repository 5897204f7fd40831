"""Back up everything, while it runs, into one sealed file."""

import argparse
import sys
from pathlib import Path


def accept(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", nargs="?", type=Path, help="where to write (default: var/backups, with the time)"
    )
    parser.add_argument(
        "--plain", action="store_true", help="do not seal it; keep it safe yourself"
    )
    parser.add_argument(
        "--with-keys", action="store_true", help="put the keys inside: then guard it like the keys"
    )


def run(arguments: argparse.Namespace) -> None:
    from datetime import UTC, datetime

    from gensvar.config.backups.keys import newest_backup_key
    from gensvar.config.backups.making import make_backup
    from gensvar.config.data_folder import check_data_folder
    from gensvar.config.environment import var_folder
    from gensvar.config.lock import cannot_write
    from gensvar.config.postgres.available import available

    var, at = var_folder(), datetime.now(UTC)
    path: Path = arguments.file or var / "backups" / f"gensvar-{at:%Y-%m-%d-%H%M%S}.backup"
    check_data_folder(var)
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with available(holder="gensvar backup"):
            manifest = make_backup(
                path, var=var, at=at, is_plain=arguments.plain, with_keys=arguments.with_keys
            )
    except OSError as error:
        raise cannot_write(path.parent, error) from error
    size = path.stat().st_size / 2**20
    rows = sum(manifest.rows.values())
    sys.stdout.write(f"{path}: {rows} rows in {len(manifest.rows)} tables, {size:.1f} MB\n")
    if not arguments.plain:
        key = newest_backup_key(var / "keys")
        sys.stdout.write(
            f"Sealed with {key}. Keep a copy of {var / 'keys'} somewhere else: "
            "without it nobody can open this backup.\n"
        )
