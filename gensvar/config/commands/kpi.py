"""Count the worked examples of every measure, write facts anew, or write and ask the history."""

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gensvar.science.kpi.examples import Outcome, outcomes
from gensvar.science.kpi.faults import Unsound
from gensvar.science.kpi.reading import Registry, registry

if TYPE_CHECKING:
    from gensvar.oversight.kpi.history import History

ASKED = ("measures", "half-hours", "subjects")


def accept(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="verb")
    verbs.add_parser("check", help="count every worked example")
    verbs.add_parser("rebuild", help="write all facts anew from the record")
    write = verbs.add_parser("export", help="write the days that are told to Parquet")
    _accept_folder(write)
    ask = verbs.add_parser("history", help="ask what was written to Parquet, as CSV")
    ask.add_argument("what", choices=ASKED)
    ask.add_argument("--from", dest="first", type=date.fromisoformat, required=True, metavar="DAY")
    ask.add_argument("--to", dest="last", type=date.fromisoformat, required=True, metavar="DAY")
    ask.add_argument("--client", type=int, default=1, help="its number, as in the folder's names")
    ask.add_argument("--seconds", type=int, default=120, help="within which an answer is in time")
    ask.add_argument("--sql", action="store_true", help="say it in ClickHouse's words instead")
    _accept_folder(ask)


def _accept_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--folder", type=Path, help="where it is (default: var/history)")


def run(arguments: argparse.Namespace) -> int:
    verbs = {
        "check": lambda _arguments: check(),
        "rebuild": lambda _arguments: rebuild(),
        "export": export,
        "history": history,
    }
    return verbs[arguments.verb](arguments)


def export(arguments: argparse.Namespace) -> int:
    from gensvar.config.boot import boot
    from gensvar.config.lock import cannot_write
    from gensvar.config.postgres.available import available

    _need_packages()
    folder = _folder(arguments)
    with available(holder="gensvar kpi export"):
        boot("work")
        from gensvar.oversight.kpi.exporting import export as write

        try:
            report = write(folder)
        except OSError as error:
            raise cannot_write(folder, error) from error
    sys.stdout.write(f"{report}\n")
    return 0


def history(arguments: argparse.Namespace) -> int:
    """Answer from Parquet alone: no database is needed, or started."""
    from gensvar.config.boot import boot
    from gensvar.config.refusals import CannotRun

    _need_packages()
    boot("work")
    from gensvar.oversight.kpi.history import History, clickhouse_words
    from gensvar.oversight.kpi.queries.periods import Period

    if arguments.last < arguments.first:
        raise CannotRun(f"{arguments.first} comes after {arguments.last}: turn them round.")
    period = Period(arguments.first, arguments.last + timedelta(days=1))
    asked_of = History(_folder(arguments).resolve(), arguments.client, period)
    if not asked_of.folders("sums"):
        raise CannotRun(
            f"Nothing is written of client {arguments.client} for these days in "
            f"{asked_of.folder}. Write it with: gensvar kpi export"
        )
    words = _words(arguments, asked_of)
    if arguments.sql:
        texts = (clickhouse_words(text, asked_of) for text in words)
        sys.stdout.write(";\n".join(texts) + ";\n")
    else:
        csv.writer(sys.stdout, lineterminator="\n").writerows(_answered(words, asked_of))
    return 0


def _need_packages() -> None:
    from importlib.util import find_spec

    from gensvar.config.refusals import CannotRun

    if find_spec("duckdb") is None or find_spec("sqlglot") is None:
        raise CannotRun(
            "The history needs DuckDB, which is not installed. Install it with: "
            "VIRTUAL_ENV=.venv .venv/bin/uv pip install -e '.[history]'"
        )


def _folder(arguments: argparse.Namespace) -> Path:
    from gensvar.config.environment import var_folder

    folder: Path = arguments.folder or var_folder() / "history"
    return folder


def _words(arguments: argparse.Namespace, history: "History") -> list[str]:
    from gensvar.oversight.kpi.queries import portable

    which = portable.asked(history.client_id, history.period)
    texts = {
        "measures": [portable.AMOUNTS, portable.TALLIES],
        "half-hours": [portable.half_hours(in_time=arguments.seconds)],
        "subjects": [portable.SUBJECTS],
    }
    return [text.replace("{asked}", which) for text in texts[arguments.what]]


def _answered(words: list[str], history: "History") -> Iterable[list[Any]]:
    """Yield the rows of a table, or every measure made of facts, in each way of counting."""
    from gensvar.oversight.kpi.history import Duck, measures_of

    if len(words) == 1:
        yield from Duck(history).table(words[0])
        return
    yield ["code", "way", "numerator", "denominator", "value"]
    for code, key, figure in measures_of(history):
        told = (figure.part, figure.whole, figure.value) if figure else (None, None, None)
        yield [code, key, *(None if one is None else float(one) for one in told)]


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
