"""The backup file: one line that says how it is sealed, then a tar, sealed or plain."""

import json
import os
import secrets
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from gensvar.config.backups.keys import mark_of, newest_backup_key, read_key
from gensvar.config.backups.sealing import SealingWriter, UnsealingReader
from gensvar.config.refusals import CannotRun

KIND = "gensvar-backup"
LONGEST_HEADER = 1000


@contextmanager
def writing(path: Path, *, keys: Path, is_plain: bool) -> Iterator[tarfile.TarFile]:
    """Write a backup beside its place; it appears there whole, readable by its owner alone."""
    beside = path.with_name(f".{path.name}.part")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as out:
            key_id = "" if is_plain else newest_backup_key(keys)
            header = _header(key_id, keys)
            out.write(header)
            with (
                _sealed(out, key_id, keys, header) as sink,
                tarfile.open(fileobj=sink, mode="w|", format=tarfile.PAX_FORMAT) as tar,
            ):
                yield tar
            out.flush()
            os.fsync(out.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def reading(path: Path, *, keys: list[Path]) -> Iterator[tarfile.TarFile]:
    """Read a backup, opening it with the key that it names."""
    with path.open("rb") as source:
        header = source.readline(LONGEST_HEADER)
        facts = _facts(header, path)
        stream: Any = source
        if facts["key"]:
            key = read_key(facts["key"], mark=facts["mark"], folders=keys)
            stream = UnsealingReader(source, key=key, header=header)
        try:
            with tarfile.open(fileobj=stream, mode="r|") as tar:
                yield tar
        except tarfile.TarError as error:
            raise CannotRun(f"{path} is damaged: {error}.") from error


def _header(key_id: str, keys: Path) -> bytes:
    mark = mark_of(keys / f"{key_id}.key") if key_id else ""
    facts = {"kind": KIND, "key": key_id, "mark": mark, "salt": secrets.token_hex(16)}
    return json.dumps(facts).encode() + b"\n"


def _facts(header: bytes, path: Path) -> dict[str, str]:
    try:
        facts = json.loads(header)
    except ValueError:
        facts = None
    if not isinstance(facts, dict) or facts.get("kind") != KIND:
        raise CannotRun(f"{path} is not a backup of Gensvar.")
    return facts


@contextmanager
def _sealed(out: IO[bytes], key_id: str, keys: Path, header: bytes) -> Iterator[Any]:
    if not key_id:
        yield out
        return
    writer = SealingWriter(out, key=(keys / f"{key_id}.key").read_bytes(), header=header)
    yield writer
    writer.close()
