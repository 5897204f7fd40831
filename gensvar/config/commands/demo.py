"""Load the demo town Exempelby, or play its live traffic."""

import argparse

WHOLE_PAST = 225_000


def accept(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--size", type=int, default=WHOLE_PAST, help=f"how many past cases (default {WHOLE_PAST})"
    )
    parser.add_argument("--seed", type=int, default=1, help="which past: the same seed, the same")
    parser.add_argument("--if-empty", action="store_true", help="do nothing where people work")
    parser.add_argument("--play", action="store_true", help="send live mails and questions")
    parser.add_argument(
        "--pace", type=float, help="contacts a minute for --play (or GENSVAR_DEMO_PACE)"
    )


def run(arguments: argparse.Namespace) -> None:
    from gensvar.config.boot import boot
    from gensvar.config.postgres.available import available, require

    if arguments.play:
        require()
        boot("work")
        from gensvar.config import demo

        demo.play(pace=arguments.pace)
        return
    with available(holder="gensvar demo"):
        boot("owner")
        from gensvar.config import demo

        demo.load(size=arguments.size, seed=arguments.seed, only_if_empty=arguments.if_empty)
