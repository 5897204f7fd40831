"""Play a day or a year of a centre, by the rules that decide live, before it happens."""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from gensvar.science.simulation.figures import Result, simulate
from gensvar.science.simulation.reading import scenario_in
from gensvar.science.simulation.scenario import Unplayable

SHOWN = (
    ("offered", "offered", 1.0, ""),
    ("answered", "answered", 1.0, ""),
    ("service_level", "within goal", 100.0, " %"),
    ("abandoned_share", "abandoned", 100.0, " %"),
    ("mean_wait_seconds", "mean wait", 1.0, " s"),
    ("longest_wait_seconds", "longest wait", 1.0, " s"),
    ("mean_handling_seconds", "mean handling", 1.0, " s"),
    ("called_back", "called back", 1.0, ""),
    ("waiting", "still waiting at the end", 1.0, ""),
)


def accept(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("scenario", type=Path, help="a file in TOML; see docs/simulation.md")
    parser.add_argument("--runs", type=int, default=20, help="how often it is played (20)")
    parser.add_argument("--seed", type=int, default=1, help="the same gives the same (1)")
    parser.add_argument("--json", action="store_true", help="print for programs")


def run(arguments: argparse.Namespace) -> int:
    if arguments.runs < 1:
        sys.exit("--runs: one at least")
    try:
        scenario = scenario_in(arguments.scenario.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        sys.exit(f"{arguments.scenario} cannot be read: {error}")
    except Unplayable as error:
        sys.exit(f"{arguments.scenario} cannot be played:\n{error}")
    result = simulate(scenario, runs=arguments.runs, seed=arguments.seed)
    sys.stdout.write(_for_programs(result) if arguments.json else _for_people(result))
    return 0


def _for_people(result: Result) -> str:
    lines = [f"{result.scenario.name}: {result.runs} runs of {result.scenario.days} days"]
    for name, measures in result.queues.items():
        lines.append(f"\n{name}")
        for measure, title, times, unit in SHOWN:
            found = measures[measure]
            lines.append(f"  {title:<25} {_figure(found.mean, found.half_width, times)}{unit}")
    busy = result.occupancy
    lines.append(f"\n{'occupancy':<27} {_figure(busy.mean, busy.half_width, 100.0)} %\n")
    return "\n".join(lines)


def _figure(mean: float, half_width: float, times: float) -> str:
    return f"{mean * times:10.1f} ± {half_width * times:.1f}"


def _for_programs(result: Result) -> str:
    told = {
        "name": result.scenario.name,
        "runs": result.runs,
        "days": result.scenario.days,
        "queues": {
            name: {measure: asdict(found) for measure, found in measures.items()}
            for name, measures in result.queues.items()
        },
        "occupancy": asdict(result.occupancy),
    }
    # No number is what a width is after one run.
    return json.dumps(told, ensure_ascii=False, indent=2).replace("Infinity", "null") + "\n"
