"""Where the server's socket lies: beside its data, or in a short place when that is too deep."""

import hashlib
import os
import stat
from pathlib import Path

from gensvar.config.refusals import CannotRun

SOCKET = ".s.PGSQL.5432"
# The kernel's limit for a unix socket's path, less the closing zero byte.
LONGEST = 107


def place(folder: Path) -> Path:
    """Return the socket folder of a server's folder."""
    near = folder.absolute() / "socket"
    if len(os.fsencode(near / SOCKET)) + len(".lock") <= LONGEST:
        return near
    name = hashlib.sha256(os.fsencode(near)).hexdigest()[:16]
    return Path("/tmp") / f"gensvar-{os.geteuid()}-{name}"  # noqa: S108 checked in make()


def make(path: Path, *, owner: int) -> None:
    """Make the folder for its owner alone, and refuse one that somebody else has put there."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = path.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in {os.geteuid(), owner}:
        raise CannotRun(f"{path} belongs to somebody else; remove it and start again.")
    path.chmod(0o700)
    if found.st_uid != owner:
        os.chown(path, owner, -1)


def clear(path: Path) -> None:
    """Remove the socket that a killed server left behind."""
    for name in (SOCKET, f"{SOCKET}.lock"):
        (path / name).unlink(missing_ok=True)
