"""Keys on disk: found by their id, told apart by a mark that reveals nothing."""

import hashlib
import os
import secrets
import shutil
from pathlib import Path

from gensvar.config.refusals import CannotRun

KEY_BYTES = 32
SIGNING = "secret"


def newest_backup_key(folder: Path) -> str:
    """Return the id of the key that seals backups, making the first one."""
    found = sorted(folder.glob("backup-*.key"), key=lambda path: path.stat().st_mtime_ns)
    return found[-1].stem if found else new_backup_key(folder)


def new_backup_key(folder: Path) -> str:
    """Add a key that seals backups from now on; the older ones still open older backups."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    key_id = f"backup-{secrets.token_hex(4)}"
    handle = os.open(folder / f"{key_id}.key", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(secrets.token_bytes(KEY_BYTES))
        os.fsync(file.fileno())
    return key_id


def read_key(key_id: str, *, mark: str, folders: list[Path]) -> bytes:
    """Return the key with this id and mark, or say which key is missing and where it was sought."""
    return _found(key_id, mark=mark, folders=folders).read_bytes()


def fetch_key(key_id: str, *, mark: str, folders: list[Path]) -> None:
    """Make sure that the first folder has the key, copying it from the others."""
    found = _found(key_id, mark=mark, folders=folders)
    if found.parent != folders[0]:
        folders[0].mkdir(parents=True, exist_ok=True, mode=0o700)
        copy = folders[0] / found.name
        if copy.exists():
            raise CannotRun(
                f"{copy} is another key than {found}, which this backup needs: restore into a "
                "data folder of its own (GENSVAR_VAR)."
            )
        shutil.copyfile(found, copy)
        copy.chmod(0o600)


def mark_of(path: Path) -> str:
    """Return what tells this key from another with the same id."""
    return hashlib.sha256(b"gensvar key " + path.read_bytes()).hexdigest()[:16]


def secret_mark(folder: Path) -> str:
    """Return the mark of the secret that signs links and sessions, unless it is kept elsewhere."""
    path = folder / SIGNING
    return mark_of(path) if path.exists() else ""


def fetch_secret(mark: str, *, folders: list[Path]) -> bool:
    """Make sure that the first folder has the secret with this mark, and tell whether it has."""
    for folder in folders:
        if secret_mark(folder) == mark:
            break
    else:
        return not mark
    ours = folders[0] / SIGNING
    if folder != folders[0]:
        folders[0].mkdir(parents=True, exist_ok=True, mode=0o700)
        if ours.exists():
            ours.replace(ours.with_name(f"{SIGNING}.before-restore"))
        shutil.copyfile(folder / SIGNING, ours)
        ours.chmod(0o600)
    return True


def _found(key_id: str, *, mark: str, folders: list[Path]) -> Path:
    places = [folder / f"{key_id}.key" for folder in folders]
    there = [place for place in places if place.exists()]
    for place in there:
        if mark_of(place) == mark:
            return place
    sought = " or ".join(str(folder) for folder in folders)
    wrong = "; a key of that name is there, but it is another one" if there else ""
    raise CannotRun(
        f"The key {key_id} (mark {mark}) is missing in {sought}{wrong}. "
        f"Put {key_id}.key there, or name its folder with --keys."
    )
