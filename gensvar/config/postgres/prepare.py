"""The roles, the database and its extensions: safe to run at every start."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gensvar.config.postgres.server import Server

ROLES_SQL = Path(__file__).with_name("roles.sql")


def prepare(server: "Server") -> None:
    """Make the roles and the database if they are missing; change nothing else."""
    import psycopg

    with psycopg.connect(server.dsn("postgres", database="postgres"), autocommit=True) as admin:
        is_there = admin.execute("SELECT 1 FROM pg_database WHERE datname = 'gensvar'").fetchone()
        if not is_there:
            admin.execute("CREATE DATABASE gensvar")
    with psycopg.connect(server.dsn("postgres")) as admin:
        admin.execute(ROLES_SQL.read_bytes())
