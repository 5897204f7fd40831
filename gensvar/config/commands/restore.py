"""Restore a backup into an empty Gensvar, count every table and verify the record."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path


def accept(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the backup")
    parser.add_argument("--keys", type=Path, help="a folder with the keys, besides var/keys")
    parser.add_argument("--log", type=Path, help="a file that gets a line about this restore")
    parser.add_argument(
        "--replace", action="store_true", help="remove what the database holds already"
    )


def run(arguments: argparse.Namespace) -> int:
    from gensvar.config.backups.log import check_log, note_restore
    from gensvar.config.backups.restoring import compare, restore_backup
    from gensvar.config.boot import boot
    from gensvar.config.data_folder import check_data_folder
    from gensvar.config.environment import var_folder
    from gensvar.config.lock import cannot_write, held
    from gensvar.config.postgres.available import available

    began_at = datetime.now(UTC)
    if arguments.log:
        check_log(arguments.log)
    var = var_folder()
    check_data_folder(var)
    # Not beside a running Gensvar: its processes would work on half of each.
    with held(var / "lock", holder="gensvar restore"), available(holder="gensvar restore"):
        try:
            manifest, has_secret = restore_backup(
                arguments.file, var=var, keys=arguments.keys, is_replacing=arguments.replace
            )
        except OSError as error:
            raise cannot_write(var, error) from error
        differences = compare(manifest)
        boot("work")
        from gensvar.foundation.events.actions import verify_chain

        report = verify_chain()
    rows = sum(manifest.rows.values())
    sys.stdout.write(f"{rows} rows in {len(manifest.rows)} tables, as backed up\n{report}\n")
    if not has_secret:
        sys.stdout.write(
            f"{var / 'keys' / 'secret'} is another one than when the backup was made: links in "
            "mails sent before will not open. Restore again with --keys to bring the old one.\n"
        )
    faults = (*differences, *report.breaks)
    if arguments.log:
        note_restore(
            arguments.log,
            backup=arguments.file,
            manifest=manifest,
            chain=str(report),
            faults=faults,
            began_at=began_at,
            ended_at=datetime.now(UTC),
        )
    for fault in faults:
        sys.stderr.write(f"gensvar: {fault}\n")
    return 1 if faults else 0
