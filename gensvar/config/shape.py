"""Whether the database has this version's shape, told without loading Django.

A migration leaves a mark of everything that shapes the database in the comment on its schema,
so a start with nothing to do does nothing, and a restored database brings its own mark along.
"""

import hashlib
import re
from importlib import metadata
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
MARK = "Shaped by gensvar migrate: "
# Any number, the same for everybody: whoever shapes the database waits for whoever does.
MIGRATION_LOCK = 7_310_511
# In the mark's place while the demo town is being loaded: there is nothing here but half of it.
HALF_LOADED = "Half a demo town"
CLEARED = """
DROP SCHEMA public CASCADE;
DROP SCHEMA IF EXISTS bi CASCADE;
CREATE SCHEMA public;
GRANT USAGE ON SCHEMA public TO gensvar_web, gensvar_work;
"""


def fingerprint() -> str:
    """Return a mark of our migrations and of the versions of the packages that bring their own."""
    seen = hashlib.sha256()
    for path in sorted(PACKAGE.glob("*/*/migrations/*")):
        if path.is_file():
            seen.update(str(path.relative_to(PACKAGE)).encode() + path.read_bytes())
    for requirement in metadata.requires("gensvar") or []:
        if "extra ==" in requirement:  # what tests and journeys need shapes nothing
            continue
        seen.update(_version(requirement).encode())
    return seen.hexdigest()[:32]


def is_in_shape(dsn: str) -> bool:
    """Tell whether the last migration was made by exactly this version."""
    import psycopg

    with psycopg.connect(dsn) as connection:
        row = connection.execute("SELECT obj_description('public'::regnamespace)").fetchone()
    return row is not None and row[0] == MARK + fingerprint()


def is_unused(dsn: str) -> bool:
    """Tell whether nobody works here yet."""
    import psycopg

    with psycopg.connect(dsn) as connection:
        row = connection.execute("SELECT NOT EXISTS (SELECT FROM people_agent)").fetchone()
    return row is not None and bool(row[0])


def _version(requirement: str) -> str:
    name = re.split(r"[^A-Za-z0-9_.-]", requirement, maxsplit=1)[0]
    try:
        return f"{name} {metadata.version(name)}"
    except metadata.PackageNotFoundError:
        return name
