"""Bring the database to the shape that this version needs."""

import argparse

# Any number, the same for everybody: two migrations at once wait for each other.
MIGRATION_LOCK = 7_310_511


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

    from gensvar.config.shape import MARK, fingerprint

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATION_LOCK])
        cursor.execute("SET lock_timeout = '10s'")
    call_command("migrate", interactive=False, verbosity=0 if is_quiet else 1, skip_checks=True)
    with connection.cursor() as cursor:
        cursor.execute(f"COMMENT ON SCHEMA public IS '{MARK}{fingerprint()}'")
    connection.close()


def check_models() -> None:
    """Stop with exit code 1 where a model has changed and no migration says so."""
    import warnings

    from gensvar.config.boot import boot

    boot("owner")
    from django.core.management import call_command

    # No database is needed; that none answers is no news.
    warnings.filterwarnings("ignore", message="Got an error checking a consistent migration")
    call_command("makemigrations", check=True, dry_run=True, verbosity=1)
