"""The first step of `make run`, on a machine whose Python comes without ensurepip (as Debian's)."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HIDDEN = "raise ImportError('No module named ensurepip')\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Hold what the first step reads, and nothing that an earlier one left."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "requirements").mkdir()
    shutil.copy(ROOT / "requirements/uv.txt", tmp_path / "requirements")
    (tmp_path / "first.mk").write_text("first: $(BASE)\n")
    hidden = tmp_path / "hidden/ensurepip"
    hidden.mkdir(parents=True)
    (hidden / "__init__.py").write_text(HIDDEN)
    return tmp_path


def made(folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    return subprocess.run(
        ["make", "--file=Makefile", "--file=first.mk", "first"],
        cwd=folder,
        env=environment | {"PYTHONPATH": str(folder / "hidden")},
        capture_output=True,
        text=True,
    )


def test_without_ensurepip_the_first_step_sets_up_all_the_same(folder: Path) -> None:
    hidden = subprocess.run(
        ["python3", "-c", "import ensurepip"],
        env=os.environ | {"PYTHONPATH": str(folder / "hidden")},
        capture_output=True,
        text=True,
    )
    assert "No module named ensurepip" in hidden.stderr

    done = made(folder)

    assert done.returncode == 0, done.stderr
    assert (folder / ".venv/bin/uv").exists()
    assert list((folder / ".venv").glob(".base-*"))
    assert not (folder / ".venv/bin/pip").exists(), "pip of the machine did the work"


def test_without_pip_it_says_what_to_install(folder: Path) -> None:
    (folder / "hidden/pip").mkdir()
    (folder / "hidden/pip/__init__.py").write_text(HIDDEN.replace("ensurepip", "pip"))

    done = made(folder)

    assert done.returncode != 0
    assert "pip is missing" in done.stdout
    assert not (folder / ".venv").exists()
