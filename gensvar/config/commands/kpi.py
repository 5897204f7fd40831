"""Count the worked examples of every measure, or write all facts anew from the record."""

import argparse
import sys
from collections import defaultdict

from gensvar.science.kpi.examples import Outcome, outcomes
from gensvar.science.kpi.faults import Unsound
from gensvar.science.kpi.reading import Registry, registry


def accept(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what",
        choices=["check", "rebuild"],
        help="check: count every worked example; rebuild: write all facts anew from the record",
    )


def run(arguments: argparse.Namespace) -> int:
    return rebuild() if arguments.what == "rebuild" else check()


def rebuild() -> int:
    """Write all facts anew; 1 if any sum of a day came to something else than before."""
    from gensvar.config.boot import boot
    from gensvar.config.postgres.available import available

    with available(holder="gensvar kpi rebuild"):
        boot("work")
        from django.utils.timezone import now

        from gensvar.oversight.kpi.reading import rebuilt

        report = rebuilt(at=now())
    sys.stdout.write(f"{report}\n")
    return 0 if not report.changed else 1


def check() -> int:
    try:
        known = registry()
    except Unsound as error:
        sys.exit(f"the measures cannot be used:\n{error}")
    return report(known)


def report(known: Registry) -> int:
    """Print how many measures come out as worked out by hand; 1 if any does not."""
    found: dict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes(known):
        found[one.code].append(one)
    wrong = [one for counted in found.values() for one in counted if not one.is_right]
    for code in known.definitions:
        if code not in found:
            sys.stdout.write(f"{code}: there is no worked example\n")
    for one in wrong:
        sys.stdout.write(f"{one.code}: {one.difference}\n")
    right = sum(code in found and all(one.is_right for one in found[code]) for code in found)
    sys.stdout.write(f"{right} of {len(known.definitions)}\n")
    return 0 if right == len(known.definitions) else 1
