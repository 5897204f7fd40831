"""Tell open pages what changes, as it changes."""

import argparse


def accept(_parser: argparse.ArgumentParser) -> None:
    """It takes no words: the address and port come from the environment."""


def run(_arguments: argparse.Namespace) -> None:
    from gensvar.config.postgres.available import require
    from gensvar.config.serving import serve_live

    require()
    serve_live()
