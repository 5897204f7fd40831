"""One running Gensvar per data folder. The kernel drops the lock when its holder dies."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gensvar.config.refusals import CannotRun


@contextmanager
def held(path: Path, *, holder: str) -> Iterator[None]:
    """Hold the lock file while the block runs, or say who holds it already."""
    handle = _opened(path)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CannotRun(
                f"{path.parent} is in use by {_holder(handle)}; "
                "stop that one first, or set GENSVAR_VAR to another folder."
            ) from None
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{holder} (process {os.getpid()})".encode(), 0)
        yield
    finally:
        os.close(handle)


def _opened(path: Path) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise cannot_write(path.parent, error) from error


def _holder(handle: int) -> str:
    return os.pread(handle, 200, 0).decode(errors="replace") or "another process"


def cannot_write(folder: Path, error: OSError) -> CannotRun:
    """Say in words why the data folder cannot be written."""
    return CannotRun(
        f"Cannot write to {folder}: {error.strerror}. "
        "Free some space or give this user the right to write, "
        "or set GENSVAR_VAR to another folder."
    )
