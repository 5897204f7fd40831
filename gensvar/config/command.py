"""The command `gensvar`: one file in commands/ for each thing it can do."""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module

COMMANDS = (
    "up",
    "web",
    "work",
    "live",
    "post",
    "dispatch",
    "bridge",
    "migrate",
    "check",
    "verify",
    "token",
    "administrator",
    "demo",
    "backup",
    "restore",
    "drill",
    "keys",
    "simulate",
    "kpi",
    "import",
)
# What Python keeps for itself is no name of a file.
FILES = {"import": "importing"}


def main(words: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    arguments = _parser().parse_args(words)
    try:
        code: int | None = arguments.run(arguments)
    except KeyboardInterrupt:
        return 130
    except SystemExit as stop:
        if not isinstance(stop.code, str):
            raise
        sys.stderr.write(f"gensvar: {stop.code}\n")
        return 1
    return code or 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="gensvar", description="The contact centre.")
    parsers = parser.add_subparsers(required=True, metavar="command")
    for name in COMMANDS:
        command = import_module(f"gensvar.config.commands.{FILES.get(name, name)}")
        summary = (command.__doc__ or "").splitlines()[0].rstrip(".")
        sub = parsers.add_parser(name, help=summary, description=command.__doc__)
        command.accept(sub)
        sub.set_defaults(run=command.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
