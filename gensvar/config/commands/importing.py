"""Bring in what others keep: the log of another telephone exchange, or the block register (NIX)."""

import argparse
import sys
from datetime import date
from pathlib import Path


def accept(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["queue-log", "calls", "nix"], help="what the file is")
    parser.add_argument("file", type=Path, help="the file; - reads what is piped in")
    parser.add_argument("--client", required=True, help="the client's code")
    parser.add_argument(
        "--queue",
        action="append",
        default=[],
        metavar="THERE=HERE",
        help="what a queue is called there and here; may be said several times",
    )
    parser.add_argument(
        "--whole-until", type=date.fromisoformat, metavar="DAY", help="the last day that is whole"
    )
    parser.add_argument(
        "--of", type=date.fromisoformat, metavar="DAY", help="of what day the block register is"
    )
    parser.add_argument("--look", action="store_true", help="say what would be done, and stop")


def run(arguments: argparse.Namespace) -> int:
    from gensvar.config.boot import boot
    from gensvar.config.postgres.available import available
    from gensvar.operations.exchange.rules.lines import names_of

    names = names_of("\n".join(arguments.queue))
    if names is None:
        sys.exit("--queue is the name there, =, the name here: 600=Switchboard")
    if arguments.what == "nix" and arguments.of is None:
        sys.exit("--of says of what day the block register is: --of 2026-01-10")
    text = _text(arguments.file)
    with available(holder="gensvar import"):
        boot("work")
        if arguments.what == "nix":
            return bring_in_register(
                text,
                client_code=arguments.client,
                version_on=arguments.of,
                is_look=arguments.look,
            )
        return bring_in(
            text,
            format=arguments.what,
            client_code=arguments.client,
            names=names,
            whole_until=arguments.whole_until,
            is_look=arguments.look,
        )


def bring_in(
    text: str,
    *,
    format: str,
    client_code: str,
    names: dict[str, str],
    whole_until: date | None = None,
    is_look: bool = False,
) -> int:
    """Bring a log in and say what was done; 1 if lines were left out."""
    from django.utils import translation
    from django.utils.timezone import now

    from gensvar.foundation.agreements.models import Client
    from gensvar.foundation.refusals import Refused
    from gensvar.operations.exchange.actions import LogWish, import_log, planned
    from gensvar.screens.setup.consequences.exchange import in_words

    client = Client.objects.filter(code__iexact=client_code).first()
    if client is None:
        sys.exit(f"there is no client {client_code!r}")
    wish = LogWish(text=text, format=format, names=names, whole_until=whole_until)
    with translation.override("en"):
        plan = planned(client, wish)
        for one in plan.refused:
            sys.stderr.write(f"line {one.number}: {in_words(one)}\n")
        if not is_look:
            try:
                import_log(client, wish, by=None, at=now())
            except Refused as refusal:
                sys.exit(refusal.words())
    sys.stdout.write(
        f"{plan.lines} lines: {plan.new} new calls, {plan.continued} further, {plan.known} known, "
        f"{plan.unfinished} without an end, {len(plan.refused)} lines left out\n"
    )
    return 1 if plan.refused else 0


def bring_in_register(
    text: str, *, client_code: str, version_on: date, is_look: bool = False
) -> int:
    """Bring in the national block register and say so; 1 if lines are no numbers."""
    from django.utils import translation
    from django.utils.timezone import now

    from gensvar.foundation.agreements.models import Client
    from gensvar.foundation.refusals import Refused
    from gensvar.operations.contacts.blocking import RegisterWish, import_register, planned

    client = Client.objects.filter(code__iexact=client_code).first()
    if client is None:
        sys.exit(f"there is no client {client_code!r}")
    wish = RegisterWish(text, version_on)
    plan = planned(client, wish)
    for line, written in plan.refused:
        sys.stderr.write(f"line {line}: {written!r} is no telephone number\n")
    with translation.override("en"):
        if not is_look:
            try:
                import_register(client, wish, by=None, at=now())
            except Refused as refusal:
                sys.exit(refusal.words())
    sys.stdout.write(f"{len(plan.numbers)} numbers, {len(plan.refused)} lines that are none\n")
    return 1 if plan.refused else 0


def _text(file: Path) -> str:
    try:
        raw = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        sys.exit(f"{file}: {error.strerror}")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("latin-1")
