"""Run the jobs: reactions to what happened, and what the clock asks for."""

import argparse


def accept(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="do the jobs that wait, then stop")


def run(arguments: argparse.Namespace) -> None:
    from gensvar.config.boot import boot
    from gensvar.config.postgres.available import require

    require()
    boot("work")
    from gensvar.config.working import work

    work(is_once=arguments.once)
