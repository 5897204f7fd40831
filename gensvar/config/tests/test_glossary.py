"""One word per thing: what is announced is called as the glossary calls it."""

import re
from pathlib import Path

from gensvar.foundation.events.events import Event

GLOSSARY = Path(__file__).resolve().parents[3] / "docs" / "glossary.md"
# The verbs whose noun is written together with them.
SPELT = {
    "signed in": "sign in",
    "signed out": "sign out",
    "support used": "support use",
}


def terms() -> list[str]:
    rows = re.findall(r"^\| ([^|]+) \| [^|]+ \| [^|]+ \|$", GLOSSARY.read_text(), re.MULTILINE)
    return rows[1:]


def nouns() -> set[str]:
    """Return every term, and what it ends in: “area” stands for “service area”."""
    ends = {term.rpartition(" ")[2] for term in terms()}
    return {term.replace("-", " ") for term in (*terms(), *ends)}


def announced() -> list[str]:
    return sorted(
        name
        for name, kind in Event.registry.items()
        if kind.__module__.startswith("gensvar.") and ".tests" not in kind.__module__
    )


def is_named_by(name: str, known: set[str]) -> bool:
    words = name.partition(".")[2].replace("-", " ")
    words = SPELT.get(words, words)
    return any(re.search(rf"\b{re.escape(noun)}(s|es)?\b", words) for noun in known)


def test_the_noun_of_every_event_is_in_the_glossary() -> None:
    known = nouns()

    assert [name for name in announced() if not is_named_by(name, known)] == []
    assert len(announced()) > 50
    assert not is_named_by("tests.kettle-boiled", known)


def test_the_glossary_says_each_word_once_and_from_a_to_z() -> None:
    found = terms()

    assert found == sorted(set(found), key=str.lower)
