"""Fail when a file, a function, a class or a template has outgrown the house."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

FILE_LINES = 400
FUNCTION_LINES = 60
CLASS_LINES = 150
TEMPLATE_LINES = 120
PLACES = ("gensvar", "benchmarks", "journeys", "conftest.py")


def main() -> int:
    found = [trouble for place in PLACES for trouble in _troubles(Path(place))]
    for trouble in found:
        sys.stdout.write(f"{trouble}\n")
    return 1 if found else 0


def _troubles(place: Path) -> Iterator[str]:
    for path in [place] if place.suffix == ".py" else sorted(place.rglob("*")):
        if path.suffix == ".py" and "migrations" not in path.parts and path.exists():
            yield from _python_troubles(path)
        elif path.suffix == ".html" and "templates" in path.parts:
            lines = len(path.read_text().splitlines())
            if lines > TEMPLATE_LINES:
                yield f"{path}: {lines} lines; a template has at most {TEMPLATE_LINES}"


def _python_troubles(path: Path) -> Iterator[str]:
    text = path.read_text()
    lines = len(text.splitlines())
    if lines > FILE_LINES:
        yield f"{path}: {lines} lines; a file has at most {FILE_LINES}"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _too_long(path, node, FUNCTION_LINES)
        elif isinstance(node, ast.ClassDef):
            yield from _too_long(path, node, CLASS_LINES)


def _too_long(
    path: Path, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef, most: int
) -> Iterator[str]:
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    if lines > most:
        yield f"{path}:{node.lineno}: {node.name} has {lines} lines, at most {most}"


if __name__ == "__main__":
    sys.exit(main())
