"""Start everything: database, pages, jobs and mail; stop it all with Ctrl-C."""

import argparse


def accept(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--demo", action="store_true", help="with the demo town Exempelby")


def run(arguments: argparse.Namespace) -> int:
    from gensvar.config.starting import start_everything

    return start_everything(with_demo=arguments.demo)
