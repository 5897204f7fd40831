"""List the keys of files and backups, or make a new one."""

import argparse
import sys


def accept(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--new", choices=["files", "backup"], help="make a key that seals from now on"
    )


def run(arguments: argparse.Namespace) -> None:
    from gensvar.config.backups.keys import mark_of, new_backup_key
    from gensvar.config.data_folder import check_data_folder
    from gensvar.config.environment import var_folder

    check_data_folder(var_folder())
    folder = var_folder() / "keys"
    if arguments.new == "backup":
        new_backup_key(folder)
    elif arguments.new == "files":
        _new_file_key()
    for path in sorted(folder.glob("*.key")):
        sys.stdout.write(f"{path.stem}\tmark {mark_of(path)}\n")


def _new_file_key() -> None:
    from gensvar.config.boot import boot

    boot("work")
    from gensvar.foundation.files.vault import make_key

    make_key()
