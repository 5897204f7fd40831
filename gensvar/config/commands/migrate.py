"""Bring the database to the shape that this version needs."""

import argparse
from typing import Any

from gensvar.config.shape import CLEARED


def accept(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--check", action="store_true", help="only say whether models and migrations agree"
    )
    parser.add_argument("--quiet", action="store_true", help="say nothing when all is well")


def run(arguments: argparse.Namespace) -> None:
    from gensvar.config.postgres.available import available

    if arguments.check:
        check_models()
        return
    with available(holder="gensvar migrate"):
        migrate(is_quiet=arguments.quiet)


def migrate(*, is_quiet: bool) -> None:
    """Apply what is missing; a table that is busy stops it in seconds rather than everybody."""
    from gensvar.config.boot import boot

    boot("owner")
    from django.core.management import call_command
    from django.db import connection

    from gensvar.config.shape import HALF_LOADED, MARK, MIGRATION_LOCK, fingerprint

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
        cursor.execute("SET lock_timeout = '10s'")
        cursor.execute("SELECT obj_description('public'::regnamespace)")
        if cursor.fetchone() == (HALF_LOADED,):
            _clear(cursor)
    call_command("migrate", interactive=False, verbosity=0 if is_quiet else 1, skip_checks=True)
    with connection.cursor() as cursor:
        cursor.execute(f"COMMENT ON SCHEMA public IS '{MARK}{fingerprint()}'")
    connection.close()


def _clear(cursor: Any) -> None:
    """Take everything away but the extensions, which the database came with."""
    cursor.execute("SELECT extname FROM pg_extension WHERE extnamespace = 'public'::regnamespace")
    extensions = [name for (name,) in cursor.fetchall()]
    cursor.execute(CLEARED)
    for name in extensions:
        cursor.execute(f"CREATE EXTENSION {name}")


def check_models() -> None:
    """Stop with exit code 1 where models collide, or one has changed and no migration says so."""
    import warnings

    from gensvar.config.boot import boot

    boot("owner")
    from django.core.management import call_command

    # No database is needed; that none answers is no news.
    warnings.filterwarnings("ignore", message="Got an error checking a consistent migration")
    call_command("check", verbosity=0)
    call_command("makemigrations", check=True, dry_run=True, verbosity=1)
