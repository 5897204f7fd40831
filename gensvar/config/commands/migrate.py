"""Bring the database to the shape that this version needs."""

import argparse
from typing import Any

from gensvar.config.shape import CLEARED


def accept(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--check", action="store_true", help="only say whether models and migrations agree"
    )
    parser.add_argument(
        "--draw", action="store_true", help="draw the shape that an empty database is given"
    )
    parser.add_argument("--quiet", action="store_true", help="say nothing when all is well")


def run(arguments: argparse.Namespace) -> None:
    from gensvar.config.postgres.available import available

    if arguments.check:
        check_models()
        return
    if arguments.draw:
        draw()
        return
    with available(holder="gensvar migrate"):
        migrate(is_quiet=arguments.quiet)


def migrate(*, is_quiet: bool) -> None:
    """Apply what is missing; a table that is busy stops it in seconds rather than everybody."""
    from gensvar.config.boot import boot

    boot("owner")
    from django.core.management import call_command
    from django.db import connection

    from gensvar.config.drawn_shape import lay
    from gensvar.config.shape import HALF_LOADED, MARK, MIGRATION_LOCK, fingerprint

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
        cursor.execute("SET lock_timeout = '10s'")
        cursor.execute("SELECT obj_description('public'::regnamespace)")
        if cursor.fetchone() == (HALF_LOADED,):
            _clear(cursor)
        is_shaped = lay(cursor)
    if not is_shaped:
        verbosity = 0 if is_quiet else 1
        call_command("migrate", interactive=False, verbosity=verbosity, skip_checks=True)
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


def draw() -> None:
    """Replay the migrations in a database of their own, and keep the shape that they give it."""
    from gensvar.config.boot import boot

    boot("owner")
    from django.core.management import call_command
    from django.db import connection

    from gensvar.config import drawn_shape
    from gensvar.config.postgres import throwaway
    from gensvar.config.postgres.programs import folder, version

    with throwaway() as server:
        connection.settings_dict |= {"HOST": str(server.socket_folder), "USER": "gensvar_owner"}
        call_command("migrate", verbosity=0, skip_checks=True)
        connection.close()
        drawn = drawn_shape.draw(server)
    drawn_shape.keep(drawn_shape.draw_again(drawn), major=version(folder()))


def check_models() -> None:
    """Stop with exit code 1 where models collide, or a change is in no migration or not drawn."""
    import warnings

    from gensvar.config.boot import boot
    from gensvar.config.drawn_shape import is_current
    from gensvar.config.postgres.programs import folder, version
    from gensvar.config.refusals import CannotRun

    boot("owner")
    from django.core.management import call_command

    # No database is needed; that none answers is no news.
    warnings.filterwarnings("ignore", message="Got an error checking a consistent migration")
    call_command("check", verbosity=0)
    call_command("makemigrations", check=True, dry_run=True, verbosity=1)
    if not is_current(major=version(folder())):
        raise CannotRun("gensvar/config/shape.sql is not of this version: gensvar migrate --draw")
