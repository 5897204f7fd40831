"""A database for the command that needs one: your own server, the running one, or one for now."""

from collections.abc import Iterator
from contextlib import contextmanager

from gensvar.config.environment import env_str
from gensvar.config.postgres.own_server import check_own_server, own_dsn
from gensvar.config.postgres.prepare import prepare
from gensvar.config.postgres.server import embedded
from gensvar.config.refusals import CannotRun


def uses_own_server() -> bool:
    return bool(env_str("DATABASE_URL"))


def owner_dsn() -> str:
    """Return the address of the database as its owner, whom row-level security does not bind."""
    return own_dsn("owner") if uses_own_server() else embedded().dsn("owner")


@contextmanager
def available(*, holder: str) -> Iterator[None]:
    """Have a database while the block runs; a server started for it stops afterwards."""
    if uses_own_server():
        check_own_server()
        yield
        return
    server = embedded()
    if server.is_serving():
        yield
        return
    server.start(holder=holder)
    try:
        prepare(server)
        yield
    finally:
        server.stop()


def require() -> None:
    """Refuse to run beside no database: a process that lives on does not start one itself."""
    if uses_own_server():
        check_own_server()
    elif not embedded().is_serving():
        raise CannotRun(
            f"No database runs over {embedded().folder}: start everything with `gensvar up`, "
            "or set DATABASE_URL to your own server."
        )
