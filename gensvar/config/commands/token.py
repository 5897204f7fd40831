"""Make, list and revoke tokens for programs that use the API.

Example: gensvar token create timer --scope cases:read --scope contacts:write
"""

import argparse
import sys
from datetime import timedelta


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
    create.add_argument("--days", type=int, help="after how many days it ends; never, if not said")
    verbs.add_parser("list", help="list the tokens, without their secrets")
    revoke = verbs.add_parser("revoke", help="make a token worthless from now on")
    revoke.add_argument("number", type=int, help="its number in the list")


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

    client = Client.objects.filter(code=arguments.client).first() if arguments.client else None
    if arguments.client and client is None:
        known = ", ".join(Client.objects.order_by("code").values_list("code", flat=True))
        raise CannotRun(f"There is no client “{arguments.client}”. There are: {known or 'none'}.")
    at = now()
    if arguments.days is not None and not 0 < arguments.days < 36_500:
        raise CannotRun("--days must be a number from 1 to 36499.")
    expires = at + timedelta(days=arguments.days) if arguments.days else None
    _token, secret = create_token(
        arguments.name, arguments.scope, client=client, expires=expires, at=at
    )
    sys.stdout.write(f"{secret}\n")


def _list(_arguments: argparse.Namespace) -> None:
    from gensvar.foundation.integrations.models import Token

    for token in Token.objects.select_related("client").order_by("pk"):
        state = f"revoked {token.revoked_at:%Y-%m-%d}" if token.revoked_at else "in force"
        if token.expires_at and not token.revoked_at:
            state = f"until {token.expires_at:%Y-%m-%d}"
        used = f"used {token.last_used_on}" if token.last_used_on else "never used"
        client = token.client.code if token.client else "every client"
        words = (str(token.pk), token.name, client, " ".join(token.scopes), state, used)
        sys.stdout.write("\t".join(words) + "\n")


def _revoke(arguments: argparse.Namespace) -> None:
    from django.utils.timezone import now

    from gensvar.config.refusals import CannotRun
    from gensvar.foundation.integrations.actions import revoke_token
    from gensvar.foundation.integrations.models import Token

    token = Token.objects.filter(pk=arguments.number).first()
    if token is None:
        raise CannotRun("There is no token with that number; `gensvar token list` shows them.")
    revoke_token(token, by=None, at=now())
    sys.stdout.write(f"{token.name} is revoked.\n")
