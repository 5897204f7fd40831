"""Make a backup while everything runs: database and counts come from one snapshot."""

import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from importlib.metadata import version
from io import BytesIO
from pathlib import Path

from gensvar.config.backups import programs
from gensvar.config.backups.archive import writing
from gensvar.config.backups.keys import secret_mark
from gensvar.config.backups.manifest import Manifest, chain_head, count_rows, file_key_marks
from gensvar.config.postgres.available import owner_dsn

# Everything else in the data folder belongs to the backup.
LEFT_OUT = {"postgres", "keys", "backups", "bundle", "static", "lock"}


def make_backup(
    path: Path, *, var: Path, at: datetime, is_plain: bool, with_keys: bool
) -> Manifest:
    """Write the whole of Gensvar to `path` and return what it holds."""
    import psycopg

    keys = var / "keys"
    folders = tuple(
        sorted(
            entry.name for entry in var.iterdir() if entry.is_dir() and entry.name not in LEFT_OUT
        )
    )
    with psycopg.connect(owner_dsn()) as connection:
        connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        snapshot = connection.execute("SELECT pg_export_snapshot()").fetchone()
        assert snapshot is not None
        manifest = Manifest(
            made_at=at.isoformat(),
            version=version("gensvar"),
            rows=count_rows(connection),
            chain_head=chain_head(connection),
            file_keys=file_key_marks(connection, keys),
            secret_mark=secret_mark(keys),
            folders=folders,
        )
        with writing(path, keys=keys, is_plain=is_plain) as tar:
            _add_bytes(tar, "manifest.json", manifest.to_json())
            _add_database(tar, str(snapshot[0]), beside=path)
            for name in (*folders, *(["keys"] if with_keys else [])):
                _add_folder(tar, var / name)
    return manifest


def _add_database(tar: tarfile.TarFile, snapshot: str, *, beside: Path) -> None:
    with tempfile.TemporaryFile(dir=beside.parent) as dump:
        programs.run("pg_dump", "--format=custom", "--no-owner", f"--snapshot={snapshot}", out=dump)
        size = dump.seek(0, 2)
        dump.seek(0)
        member = tarfile.TarInfo("database.dump")
        member.size = size
        tar.addfile(member, dump)


def _add_folder(tar: tarfile.TarFile, folder: Path) -> None:
    for path in _files(folder):
        # Only what nothing refers to is ever removed: it need not be in the backup.
        with suppress(FileNotFoundError):
            tar.add(path, arcname=f"{folder.name}/{path.relative_to(folder)}", recursive=False)


def _files(folder: Path) -> Iterator[Path]:
    """Yield whole files: a name that begins with a dot is still being written."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            yield path


def _add_bytes(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    member = tarfile.TarInfo(name)
    member.size = len(content)
    tar.addfile(member, BytesIO(content))
