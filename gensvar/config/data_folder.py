"""The data folder: writable, with room to work, before anything starts in it."""

import shutil
import tempfile
from pathlib import Path

from gensvar.config.lock import cannot_write
from gensvar.config.refusals import CannotRun

LEAST_FREE_MEGABYTES = 200


def check_data_folder(var: Path) -> None:
    """Refuse a folder that cannot be written or has no room left."""
    try:
        var.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=var):
            free = shutil.disk_usage(var).free // 2**20
    except OSError as error:
        raise cannot_write(var, error) from error
    if free < LEAST_FREE_MEGABYTES:
        raise CannotRun(
            f"The disk of {var} is full: {free} MB free, and at least {LEAST_FREE_MEGABYTES} MB "
            "are needed to start. Free some space, or set GENSVAR_VAR to another folder."
        )
