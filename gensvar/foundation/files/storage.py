"""The folder behind the vault: a file is whole and on disk, or it is not there."""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage


class DurableStorage(FileSystemStorage):
    """Write beside, flush to disk, then rename: a power cut never leaves half a file."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        return name  # names are digests: the same name is the same content

    def _save(self, name: str, content: Any) -> str:
        target = Path(self.path(name))
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = target.with_name(f".{target.name}.{os.getpid()}")
        with beside.open("wb") as file:
            for chunk in content.chunks():
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
        return name

    def names_before(self, moment: datetime) -> Iterator[str]:
        """Yield the names of files written before a moment, also those never finished."""
        for path in Path(self.location).glob("??/??/*"):
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < moment.timestamp():
                    yield path.relative_to(self.location).as_posix()

    def remove_before(self, name: str, moment: datetime) -> bool:
        """Remove a file, unless it has been written anew since the moment."""
        path = Path(self.path(name))
        taken = path.with_name(f".{path.name}.gone")
        with suppress(FileNotFoundError):
            # Taken aside first: what is looked at is then what is removed.
            path.rename(taken)
            if taken.stat().st_mtime < moment.timestamp():
                taken.unlink()
                return True
            taken.rename(path)
        return False
