"""List the benchmarks, or run one and print a line for each figure.

    python -m benchmarks           list them
    python -m benchmarks NAME      run one

A line is tab-separated: figure, value, unit, what it is compared with in the same run.
"""

import ast
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent


def benchmarks() -> Iterator[tuple[str, str]]:
    """Yield name and first line of every module that has a `run()`."""
    for path in sorted(HERE.glob("[!_]*.py")):
        tree = ast.parse(path.read_text())
        if any(isinstance(node, ast.FunctionDef) and node.name == "run" for node in tree.body):
            yield path.stem, (ast.get_docstring(tree) or "").partition("\n")[0]


def main() -> None:
    known = dict(benchmarks())
    match sys.argv[1:]:
        case []:
            for name, meaning in known.items():
                print(f"{name}\t{meaning}")
        case [name] if name in known:
            for figure, value, unit, compared_with in import_module(f"benchmarks.{name}").run():
                print(figure, f"{value:.10g}", unit, compared_with, sep="\t", flush=True)
        case _:
            sys.exit(f"No such benchmark. There are: {', '.join(known)}.")


if __name__ == "__main__":
    main()
