"""The shape of the database as one SQL text, so that an empty one has it in a second.

Django replays every migration through all models, which was most of a first start and of a test
run. The text is drawn from a database that did so (`gensvar migrate --draw`), and is passed over
where it is not of exactly this version: then the migrations are replayed.
"""

import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gensvar.config.shape import MARK, fingerprint

if TYPE_CHECKING:
    from gensvar.config.postgres import Server

DRAWN = Path(__file__).with_name("shape.sql")
# What the dump would bring along, but what belongs to the moment or to psql.
LEFT_OUT = re.compile(r"^\\(un)?restrict .*\n|^--\n-- .*\n--\n\n", re.MULTILINE)
APPLIED = re.compile(r"(INSERT INTO public\.django_migrations .*, )'[^']+'\);")
# The dump says of each table who may what, and counts on nothing being granted by itself.
NOTHING_BY_ITSELF = """
ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON TABLES FROM gensvar_web, gensvar_work;
ALTER DEFAULT PRIVILEGES IN SCHEMA public REVOKE ALL ON SEQUENCES FROM gensvar_web, gensvar_work;
"""


def draw(server: "Server", *options: str) -> str:
    """Return the shape of a database, and the rows that its migrations left in it."""
    words = [str(server.program("pg_dump")), "--inserts", "--no-owner", "--no-comments", *options]
    words += ["--host", str(server.socket_folder), "--username", "gensvar_owner", "gensvar"]
    dump = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    return APPLIED.sub(r"\1now());", LEFT_OUT.sub("", dump))


def draw_again(drawn: str, *options: str) -> str:
    """Return the drawing of a database that was laid by this one: casts are told otherwise then."""
    import psycopg

    from gensvar.config.postgres import throwaway

    with throwaway() as server:
        with psycopg.connect(server.dsn("owner"), autocommit=True) as owner:
            _lay(owner, drawn)
        return draw(server, *options)


def kept() -> str:
    return DRAWN.read_text().partition("\n")[2]


def keep(drawn: str, *, major: int) -> None:
    DRAWN.write_text(f"{_headline(major)}\n{drawn}")


def is_current(*, major: int) -> bool:
    """Tell whether the text is of this version, and of this version of PostgreSQL."""
    with DRAWN.open() as text:
        return text.readline().rstrip("\n") == _headline(major)


def lay(cursor: Any) -> bool:
    """Give an empty database its shape, if it is empty and the text is current."""
    cursor.execute("SELECT current_setting('server_version_num')::int / 10000")
    (major,) = cursor.fetchone()
    cursor.execute("SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = 'public')")
    (is_used,) = cursor.fetchone()
    if is_used or not is_current(major=major):
        return False
    _lay(cursor, kept())
    return True


def _lay(cursor: Any, drawn: str) -> None:
    cursor.execute(f"BEGIN; {NOTHING_BY_ITSELF} {drawn} COMMIT; RESET ALL")


def _headline(major: int) -> str:
    return f"-- {MARK}{fingerprint()}, PostgreSQL {major}"
