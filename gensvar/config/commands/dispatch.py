"""Route: offer what waits to whoever can take it; or stand by for the one that does."""

import argparse


def accept(_parser: argparse.ArgumentParser) -> None:
    """It takes no words: all it knows stands in the database."""


def run(_arguments: argparse.Namespace) -> int:
    from gensvar.config.boot import boot
    from gensvar.config.postgres.available import require

    require()
    boot("work")
    from gensvar.operations.routing.dispatcher.process import run as run_dispatch

    return run_dispatch()
