"""Make a token for a program that uses the API, and print it, this once.

Example: gensvar token create timer --scope cases:read --scope contacts:write
"""

import argparse
import sys


def accept(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="verb")
    create = verbs.add_parser("create", help="make a token and print it, this once")
    create.add_argument("name", help="what the token is for, in your words")
    create.add_argument(
        "--scope",
        action="append",
        required=True,
        help="what it may do, such as cases:read, contacts:write or all; repeat for more",
    )
    create.add_argument("--client", help="the code of the one client that it may act for")


def run(arguments: argparse.Namespace) -> None:
    from django.utils.timezone import now

    from gensvar.config.boot import boot
    from gensvar.config.postgres.available import available
    from gensvar.config.refusals import CannotRun

    with available(holder="gensvar token"):
        boot("work")
        from gensvar.foundation.integrations.actions import create_token
        from gensvar.foundation.refusals import Refused

        try:
            token = create_token(
                arguments.name, scopes=arguments.scope, client_code=arguments.client, at=now()
            )
        except Refused as refusal:
            raise CannotRun(refusal.words()) from refusal
    sys.stdout.write(f"{token}\n")
