"""The folder behind the vault: a file is whole and on disk, or it is not there."""

import os
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
