import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from gensvar.config.tests.running import gensvar

NewCentre = Callable[[str], Path]


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose database has its shape: made once, since it takes seconds."""
    var = tmp_path_factory.mktemp("migrated")
    done = gensvar("migrate", "--quiet", var=var)
    assert done.returncode == 0, done.stderr
    return var


@pytest.fixture(scope="session")
def new_centre(migrated: Path, tmp_path_factory: pytest.TempPathFactory) -> NewCentre:
    """Give each caller a copy of its own."""

    def copied(name: str) -> Path:
        var = tmp_path_factory.mktemp(name)
        shutil.copytree(migrated, var, dirs_exist_ok=True)
        return var

    return copied
