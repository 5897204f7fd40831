"""Make, list and revoke the tokens of programs that use the API.

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
    verbs.add_parser("list", help="show every token, without its secret")
    revoke = verbs.add_parser("revoke", help="make a token worthless from now on")
    revoke.add_argument("number", type=int, help="as `gensvar token list` shows it")


def run(arguments: argparse.Namespace) -> None:
    from gensvar.config.boot import boot
    from gensvar.config.postgres.available import available
    from gensvar.config.refusals import CannotRun

    with available(holder="gensvar token"):
        boot("work")
        from django.utils.translation import override

        from gensvar.foundation.refusals import Refused

        verbs = {"create": _create, "list": _list, "revoke": _revoke}
        with override("en"):
            try:
                verbs[arguments.verb](arguments)
            except Refused as refusal:
                raise CannotRun(refusal.words()) from refusal


def _create(arguments: argparse.Namespace) -> None:
    from django.utils.timezone import now

    from gensvar.config.refusals import CannotRun
    from gensvar.foundation.agreements.models import Client
    from gensvar.foundation.integrations.actions import create_token

    client = None
    if arguments.client:
        client = Client.objects.filter(code=arguments.client).first()
        if client is None:
            known = ", ".join(Client.objects.order_by("code").values_list("code", flat=True))
            raise CannotRun(f"There is no client “{arguments.client}”. There are: {known}.")
    _token, secret = create_token(arguments.name, arguments.scope, client=client, at=now())
    sys.stdout.write(f"{secret}\n")


def _list(_arguments: argparse.Namespace) -> None:
    from gensvar.foundation.integrations.models import Token

    for token in Token.objects.select_related("client").order_by("pk"):
        state = "revoked" if token.revoked_at else "in force"
        client = token.client.code if token.client else "every client"
        scopes = ",".join(token.scopes)
        sys.stdout.write(f"{token.pk}\t{token.name}\t{client}\t{scopes}\t{state}\n")


def _revoke(arguments: argparse.Namespace) -> None:
    from django.utils.timezone import now

    from gensvar.config.refusals import CannotRun
    from gensvar.foundation.integrations.actions import revoke_token
    from gensvar.foundation.integrations.models import Token

    token = Token.objects.filter(pk=arguments.number).first()
    if token is None:
        raise CannotRun(f"There is no token {arguments.number}; see `gensvar token list`.")
    revoke_token(token, by=None, at=now())
