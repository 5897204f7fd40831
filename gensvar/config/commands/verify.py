"""Check that nobody has changed the record of what happened."""

import argparse
import sys


def accept(_parser: argparse.ArgumentParser) -> None:
    """It takes no words: the whole record is checked."""


def run(_arguments: argparse.Namespace) -> int:
    from gensvar.config.boot import boot
    from gensvar.config.postgres.available import available

    with available(holder="gensvar verify"):
        boot("work")
        from gensvar.foundation.events.actions import verify_chain

        report = verify_chain()
    sys.stdout.write(f"{report}\n")
    for broken in report.breaks:
        sys.stderr.write(f"gensvar: {broken}\n")
    return 0 if report.is_whole else 1
