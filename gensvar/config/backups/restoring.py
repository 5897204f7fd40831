"""Put a backup back: all of it, counted and verified, or nothing at all."""

import shutil
import tempfile
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from gensvar.config.backups import programs
from gensvar.config.backups.archive import reading
from gensvar.config.backups.keys import fetch_key, fetch_secret
from gensvar.config.backups.manifest import Manifest, chain_head, count_rows
from gensvar.config.postgres.available import owner_dsn
from gensvar.config.refusals import CannotRun
from gensvar.config.shape import CLEARED


class Restored(NamedTuple):
    """What was put back, and whether links sent before still open."""

    manifest: Manifest
    has_secret: bool


def restore_backup(path: Path, *, var: Path, keys: Path | None, is_replacing: bool) -> Restored:
    """Restore `path` into the database and the data folder; a failure leaves both as they were."""
    if not path.is_file():
        raise CannotRun(f"There is no file {path}.")
    if not is_replacing:
        _refuse_if_used()
    key_folders = [var / "keys", *([keys] if keys else [])]
    with tempfile.TemporaryDirectory(prefix=".restoring-", dir=var) as name:
        place = Path(name)
        _unpack(path, place, key_folders)
        manifest = Manifest.from_json((place / "manifest.json").read_bytes())
        key_folders.append(place / "keys")
        for key_id, mark in manifest.file_keys.items():
            fetch_key(key_id, mark=mark, folders=key_folders)
        _restore_database(place, manifest)
        has_secret = fetch_secret(manifest.secret_mark, folders=key_folders)
        for folder in manifest.folders:
            _swap(place / folder, var / folder)
    return Restored(manifest, has_secret)


def _refuse_if_used() -> None:
    import psycopg

    with psycopg.connect(owner_dsn()) as connection:
        used = [
            name
            for name in ("people_agent", "cases_case", "contacts_contact", "events_eventrecord")
            if _has_rows(connection, name)
        ]
    if used:
        raise CannotRun(
            "The database already holds people or cases: back it up first, "
            "then restore with --replace, which removes what is there."
        )


def _has_rows(connection: "object", name: str) -> bool:
    import psycopg
    from psycopg import sql

    assert isinstance(connection, psycopg.Connection)
    if connection.execute("SELECT to_regclass(%s)", [f"public.{name}"]).fetchone() == (None,):
        return False
    query = sql.SQL("SELECT EXISTS (SELECT FROM {})").format(sql.Identifier("public", name))
    return connection.execute(query).fetchone() == (True,)


def _unpack(path: Path, place: Path, keys: list[Path]) -> None:
    """Write the members below `place`, and nowhere else."""
    with reading(path, keys=keys) as tar:
        for member in tar:
            name = PurePosixPath(member.name)
            content = tar.extractfile(member)
            if content is None or name.is_absolute() or ".." in name.parts:
                raise CannotRun(f"{path} holds something that no backup holds: {member.name!r}.")
            target = place.joinpath(*name.parts)
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with target.open("wb") as out:
                shutil.copyfileobj(content, out)
            target.chmod(0o600)


def _restore_database(place: Path, manifest: Manifest) -> None:
    """Replace the schema in one transaction: readers see the old one or the new one."""
    clear, restored = place / "clear.sql", place / "database.sql"
    clear.write_text(CLEARED)
    programs.run("pg_restore", "--no-owner", f"--file={restored}", str(place / "database.dump"))
    (place / "database.dump").unlink()
    check = place / "check.sql"
    check.write_text(_count_check(manifest))
    programs.run(
        "psql",
        "--no-psqlrc",
        "--quiet",
        "--single-transaction",
        "--set=ON_ERROR_STOP=1",
        *(f"--file={script}" for script in (clear, restored, check)),
    )


def _count_check(manifest: Manifest) -> str:
    """Return SQL that fails, and so undoes the restore, where a table's count differs."""
    from psycopg import sql

    one = sql.SQL("DO {body};\n")
    checks = [
        one.format(
            body=sql.Literal(
                sql.SQL("BEGIN IF (SELECT count(*) FROM {}) <> {} THEN RAISE {}; END IF; END")
                .format(
                    sql.Identifier("public", table),
                    sql.Literal(int(rows)),
                    sql.Literal(f"{table.replace('%', '%%')} has other rows than the backup says"),
                )
                .as_string()
            )
        ).as_string()
        for table, rows in manifest.rows.items()
    ]
    return "".join(checks)


def _swap(new: Path, old: Path) -> None:
    """Put the new folder in the old one's place, in two renames."""
    new.mkdir(exist_ok=True, mode=0o700)
    aside = new.with_name(f"{new.name}.before")
    if old.exists():
        old.rename(aside)
    new.rename(old)


def compare(manifest: Manifest) -> list[str]:
    """Return what differs between the database and the manifest, in words."""
    import psycopg

    with psycopg.connect(owner_dsn()) as connection:
        rows, head = count_rows(connection), chain_head(connection)
    tables = sorted(rows.keys() | manifest.rows.keys())
    differing = [name for name in tables if rows.get(name) != manifest.rows.get(name)]
    found = [f"{name}: {rows.get(name)} rows, not {manifest.rows.get(name)}" for name in differing]
    if head != manifest.chain_head:
        found.append("the event chain ends in another link")
    return found
