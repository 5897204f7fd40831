"""The rail: every screen registers its entry when its app starts, in `AppConfig.ready`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from markupsafe import Markup


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line in the rail. `section` is the heading above it; the work itself has none."""

    url_name: str
    label: str | Promise
    icon: str
    permission: str | None = None
    order: int = 100
    section: str | Promise = ""
    # Those who hold this find the page inside another entry, and are not shown it twice.
    unless: str | None = None
    # Whether it can be the first page after signing in.
    is_home: bool = True


@dataclass(frozen=True, kw_only=True)
class StripAct:
    """An act in the strip of every page, with a key that also works while somebody writes."""

    url_name: str
    label: str | Promise
    icon: str
    # Pressed together with Alt.
    letter: str
    permission: str

    @property
    def code(self) -> str:
        """The key as browsers name it, whatever is printed on the keyboard's Alt layer."""
        return f"Key{self.letter}"


_acts: dict[str, StripAct] = {}
_entries: dict[str, Entry] = {}
_search: list[tuple[str, str]] = []
_standing: list[tuple[str, Callable[[Any], Markup]]] = []


def register(entry: Entry) -> None:
    """Show `entry` in the rail; registering the same URL name again replaces it."""
    _entries[entry.url_name] = entry


def search_with(url_name: str, *, permission: str) -> None:
    """Let the command palette search at this address; see palette.js for what it answers."""
    _search[:] = [(url_name, permission)]


def act_in_strip(act: StripAct) -> None:
    """Offer `act` on every page; registering the same URL name again replaces it."""
    _acts[act.url_name] = act


def strip_acts(has_permission: Callable[[str], bool]) -> list[StripAct]:
    """Return the acts of the strip that somebody with these permissions may do."""
    return [act for act in _acts.values() if has_permission(act.permission)]


def stand_in_strip(draw: Callable[[Any], Markup], *, permission: str) -> None:
    """Let the strip of every page begin with what `draw` makes of the request."""
    _standing[:] = [(permission, draw)]


def strip_part(request: Any, has_permission: Callable[[str], bool]) -> Markup:
    """Return what stands first in the strip for somebody with these permissions."""
    drawn = (draw(request) for needed, draw in _standing if has_permission(needed))
    return next(drawn, Markup())


def search_url(has_permission: Callable[[str], bool]) -> str:
    """Return where somebody with these permissions may search; empty means commands only."""
    return next((reverse(name) for name, needed in _search if has_permission(needed)), "")


def entries() -> list[Entry]:
    """Return every registered entry, in order."""
    return sorted(_entries.values(), key=lambda entry: (entry.order, entry.url_name))


def allowed(has_permission: Callable[[str], bool]) -> list[Entry]:
    """Return the entries that somebody with these permissions may open."""
    return [
        entry
        for entry in entries()
        if (entry.permission is None or has_permission(entry.permission))
        and not (entry.unless and has_permission(entry.unless))
    ]


def sections(listed: Iterable[Entry]) -> list[tuple[str, list[Entry]]]:
    """Group `listed` under their headings, in the order the headings first appear."""
    grouped: dict[str, list[Entry]] = {}
    for entry in listed:
        grouped.setdefault(str(entry.section), []).append(entry)
    return list(grouped.items())
