"""Swedish, complete: gather the words of each slice, check them, make them ready for use.

    python -m gensvar.config.translations extract   add what is new to each slice's catalogue
    python -m gensvar.config.translations check     fail where a word has no Swedish, or two
    python -m gensvar.config.translations compile   write the files that Django reads

Each slice keeps its own catalogue, so a word is translated where it is said. A word that another
slice already says is not asked for twice. Django reads all catalogues as one, so a word has one
Swedish everywhere; where it means two things, `pgettext` says which.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import extract
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).resolve().parent.parent
LANGUAGE = "sv"
CATALOGUE = Path("locale") / LANGUAGE / "LC_MESSAGES" / "django.po"
KEYWORDS = extract.DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "_now": None,
    "pgettext_lazy": ((1, "c"), 2),
}
JINJA = {
    "newstyle_gettext": "false",
    "trimmed": "true",
    "extensions": "jinja2.ext.do,jinja2.ext.loopcontrols",
}
Key = tuple[str | None, str]


def slices() -> Iterator[Path]:
    """Yield every folder that keeps its own words: the slices, and the groups' rest."""
    for group in sorted(PACKAGE.iterdir()):
        if not group.is_dir() or group.name.startswith(("_", ".")):
            continue
        inner = [folder for folder in sorted(group.iterdir()) if (folder / "apps.py").exists()]
        yield from inner or [group]


def said_in(folder: Path) -> dict[Key, Message]:
    """Return every message that a slice's Python and templates say."""
    found: dict[Key, Message] = {}
    for path in sorted([*folder.rglob("*.py"), *folder.rglob("*.html"), *folder.rglob("*.txt")]):
        if {"tests", "migrations", "corpus"} & set(path.relative_to(folder).parts):
            continue
        method = "python" if path.suffix == ".py" else "jinja2"
        options = {} if path.suffix == ".py" else JINJA
        with path.open("rb") as file:
            for line, words, _comments, context in extract.extract(
                method, file, keywords=KEYWORDS, options=options
            ):
                singular = words if isinstance(words, str) else words[0]
                place = (path.relative_to(PACKAGE).as_posix(), line)
                known = found.get((context, singular))
                # A message with a plural wins over the same one without.
                if known is None or (isinstance(words, tuple) and not known.pluralizable):
                    found[context, singular] = Message(words, locations=[place], context=context)
    return found


def catalogue_of(folder: Path) -> Catalog:
    path = folder / CATALOGUE
    if not path.exists():
        return Catalog(locale=LANGUAGE, charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=LANGUAGE)


def extract_all() -> None:
    """Add new words to the catalogue of the slice that says them; drop words no longer said."""
    said_before: set[Key] = set()
    for folder in slices():
        said = said_in(folder)
        old = catalogue_of(folder)
        kept = Catalog(locale=LANGUAGE, charset="utf-8")
        for (context, singular), message in sorted(said.items(), key=lambda item: item[0][1]):
            known = old.get(singular, context)
            if known is None and (context, singular) in said_before:
                continue
            kept.add(
                message.id,
                known.string if known and _fits(known, message) else None,
                context=context,
            )
        said_before |= {(message.context, _singular(message)) for message in kept if message.id}
        if len(kept) or (folder / CATALOGUE).exists():
            (folder / CATALOGUE).parent.mkdir(parents=True, exist_ok=True)
            with (folder / CATALOGUE).open("wb") as file:
                write_po(file, kept, width=100, omit_header=True, no_location=True)


def check_all() -> list[str]:
    """Return a line for every word without Swedish, with two, hidden, or of other placeholders."""
    translated, faults = _translated()
    for folder in slices():
        faults += _hidden_in(folder)
        for key, message in said_in(folder).items():
            place = f"{message.locations[0][0]}:{message.locations[0][1]}"
            if key not in translated:
                faults.append(f"{place}: no Swedish for “{key[1]}”")
            elif fault := next((str(e) for e in translated[key].check()), None):
                faults.append(f"{place}: {fault}")
    return faults


def _hidden_in(folder: Path) -> Iterator[str]:
    """Yield a line for every word said inside an f-string, where Babel sees none."""
    for path in sorted(folder.rglob("*.py")):
        for text in ast.walk(ast.parse(path.read_bytes())):
            if not isinstance(text, ast.JoinedStr):
                continue
            if any(isinstance(one, ast.Call) and _says(one.func) for one in ast.walk(text)):
                yield (
                    f"{path.relative_to(PACKAGE).as_posix()}:{text.lineno}: "
                    "words inside an f-string are not found; name them before it"
                )


def _says(function: ast.expr) -> bool:
    return isinstance(function, ast.Name) and function.id in KEYWORDS


def _translated() -> tuple[dict[Key, Message], list[str]]:
    """Return what has Swedish, and a line for every word that another slice says otherwise."""
    found: dict[Key, Message] = {}
    faults = []
    for folder in slices():
        for message in catalogue_of(folder):
            if not message.id or not _is_translated(message):
                continue
            key = message.context, _singular(message)
            first = found.setdefault(key, message)
            if _differs(first, message):
                faults.append(
                    f"{(folder / CATALOGUE).relative_to(PACKAGE)}: “{key[1]}” is "
                    f"“{_one(message)}” here and “{_one(first)}” elsewhere"
                )
    return found, faults


def compile_all() -> int:
    """Write django.mo beside each catalogue that is newer, and return how many were written."""
    written = 0
    for folder in slices():
        source = folder / CATALOGUE
        target = source.with_suffix(".mo")
        if not source.exists():
            continue
        if target.exists() and target.stat().st_mtime > source.stat().st_mtime:
            continue
        with target.open("wb") as file:
            write_mo(file, catalogue_of(folder))
        written += 1
    return written


def _singular(message: Message) -> str:
    return str(message.id if isinstance(message.id, str) else message.id[0])


def _is_translated(message: Message) -> bool:
    return all(message.string) if isinstance(message.string, tuple) else bool(message.string)


def _one(message: Message) -> str:
    return str(message.string[0] if isinstance(message.string, tuple) else message.string)


def _differs(one: Message, other: Message) -> bool:
    """Say whether a word that was translated twice would be read otherwise in one place."""
    if one.pluralizable and other.pluralizable:
        return one.string != other.string
    return _one(one) != _one(other)


def _fits(known: Message, message: Message) -> bool:
    return known.pluralizable == message.pluralizable


def main() -> None:
    match sys.argv[1:]:
        case ["extract"]:
            extract_all()
        case ["compile"]:
            compile_all()
        case ["check"]:
            faults = check_all()
            sys.exit("\n".join(faults) or 0)
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
