"""Your own PostgreSQL, named by DATABASE_URL: reachable, new enough, with the three roles."""

from gensvar.config.environment import env_str
from gensvar.config.postgres.programs import OLDEST
from gensvar.config.refusals import CannotRun


def own_dsn(role: str) -> str:
    """Return the address of your server, taking one of the three roles on connection."""
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict, make_conninfo

    try:
        parts = conninfo_to_dict(env_str("DATABASE_URL"))
    except ProgrammingError as error:
        raise CannotRun(f"DATABASE_URL cannot be read: {_one_line(error)}.") from error
    options = f"{parts.get('options') or ''} -c role=gensvar_{role}".strip()
    return make_conninfo("", **parts | {"options": options})


def check_own_server() -> None:
    """Say in one sentence why the server that DATABASE_URL names cannot be used."""
    import psycopg

    for role in ("owner", "web", "work"):
        try:
            with psycopg.connect(own_dsn(role), connect_timeout=5) as connection:
                major = connection.info.server_version // 10000
        except psycopg.OperationalError as error:
            raise CannotRun(_sentence(_one_line(error))) from error
        if major < OLDEST:
            raise CannotRun(
                f"The server that DATABASE_URL names is PostgreSQL {major}; "
                f"Gensvar needs {OLDEST} or newer."
            )


def _sentence(why: str) -> str:
    if 'role "gensvar_' in why or "set role" in why or 'parameter "role"' in why:
        return (
            f"Your database server lacks Gensvar's roles ({why}): "
            "run deploy/roles.sql there, as docs/operations/install.md says."
        )
    return f"The database server that DATABASE_URL names cannot be used: {why}"


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
