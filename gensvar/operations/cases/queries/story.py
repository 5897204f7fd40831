"""The story of one case across all channels, read in one query."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.joined import Related
from gensvar.operations.cases.queries.typed import UNTYPED, TypeOfCase, type_from
from gensvar.operations.casetypes.rules import Value, Words

STORY = (Path(__file__).parent / "story.sql").read_text()


@dataclass(frozen=True, slots=True)
class FileLink:
    pk: int
    name: str
    size: int
    is_mislabelled: bool = False
    infection: str = ""
    is_scanned: bool = False

    @property
    def awaits_scan(self) -> bool:
        """Say whether somebody should have looked for viruses in it, and has not yet."""
        return bool(settings.CLAMD) and not self.is_scanned


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """What every part of the story has: when it was, and who did it (empty: nobody of ours)."""

    pk: int
    at: datetime
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken(Happening):
    """A contact, with what was written in it; without `message` only its summary is known."""

    contact: int
    channel: str
    direction: str
    summary: str
    message: int | None
    sender: str
    address: str
    recipients: list[str]
    copies: list[str]
    subject: str
    text: str
    quoted: str
    signature: str
    has_html: bool
    has_raw: bool
    automatic: str
    problems: list[str]
    outgoing: int | None
    state: str
    purpose: str
    not_before: datetime | None
    detail: str
    answered_at: datetime | None
    ended_at: datetime | None
    files: tuple[FileLink, ...]
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted(Happening):
    text: str
    # The number of the case in which it was written, where that has become part of this one.
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed(Happening):
    group: str
    group_name: str
    why: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FedBack(Happening):
    group: str
    outcome: str
    channel: str
    text: str
    # The version of the rule by which unanswered tries counted as feedback (SKE-06).
    rule: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved(Happening):
    """From here the case stood so; `is_first` where it began."""

    state: str
    text: str
    is_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged(Happening):
    """From here the case stood in a stage of its type, called as it then was."""

    label: Words
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned(Happening):
    to: str
    group: str
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged(Happening):
    """This case and another became one, or were taken apart again (`is_apart`)."""

    number: str
    title: str
    is_into: bool
    is_on: bool
    is_apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Divided(Happening):
    """Contacts left this case for another (`is_from`), or came with it from another."""

    number: str
    title: str
    is_from: bool
    contacts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Rested(Happening):
    """From here the case rested (`is_on`: and does so now), or no longer did (`is_over`)."""

    until: datetime
    why: str
    is_on: bool
    is_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran(Happening):
    """A macro was run; what it did can be undone together until a moment."""

    name: str
    until: datetime
    outgoing: int | None
    is_undone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed(Happening):
    file: FileLink


@dataclass(frozen=True, slots=True)
class Earlier:
    """Another case of the same customer."""

    number: str
    title: str
    state: str
    opened: datetime


Entry = (
    Spoken
    | Noted
    | Handed
    | FedBack
    | Moved
    | Staged
    | Assigned
    | Merged
    | Divided
    | Rested
    | Ran
    | Filed
)


@dataclass(frozen=True)
class Ready:
    """Ready words; `language` is empty where it is the client's own."""

    pk: int
    name: str
    language: str = ""
    is_easy: bool = False


@dataclass(frozen=True)
class Story:
    entries: tuple[Entry, ...]
    tags: tuple[tuple[int, str], ...] = ()
    files: tuple[FileLink, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    # Ways to reach the customer: kind and address.
    addresses: tuple[tuple[str, str], ...] = ()
    related: tuple[Related, ...] = ()
    # Those who follow the case: key and name.
    watchers: tuple[tuple[int, str], ...] = ()
    # Ready words that the client offers whoever answers this customer.
    ready: tuple[Ready, ...] = ()
    events: int = 0
    type: TypeOfCase = UNTYPED
    # What is filled in, with who wrote it.
    filled: Mapping[str, tuple[Value, str]] = field(default_factory=dict)
    # Of what is asked for by itself, what there is any of: promises, participants, needs …
    there: frozenset[str] = frozenset()
    # The newest words of each kind, so that an answer knows what its writer had seen.
    newest_message: int = 0
    newest_note: int = 0

    @property
    def whole(self) -> Merged | None:
        """Return the merge by which the case is part of another now."""
        merges = (entry for entry in self.entries if isinstance(entry, Merged))
        return next((one for one in merges if one.is_on and not one.is_into), None)

    @property
    def rest(self) -> Rested | None:
        """Return the rest that the case has now, or the one that the customer broke, if any."""
        rests = [entry for entry in self.entries if isinstance(entry, Rested)]
        newest = rests[-1] if rests else None
        return newest if newest and (newest.is_on or newest.why == "contact") else None

    @property
    def spoken(self) -> list[Spoken]:
        return [entry for entry in self.entries if isinstance(entry, Spoken)]


@dataclass
class _Pages:
    """What is gathered while the rows are read."""

    entries: list[Entry] = field(default_factory=list)
    tags: list[tuple[int, str]] = field(default_factory=list)
    files: list[FileLink] = field(default_factory=list)
    earlier: list[Earlier] = field(default_factory=list)
    addresses: list[tuple[str, str]] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)
    watchers: list[tuple[int, str]] = field(default_factory=list)
    ready: list[Ready] = field(default_factory=list)
    events: int = 0
    type: TypeOfCase = UNTYPED
    filled: dict[str, tuple[Value, str]] = field(default_factory=dict)
    there: frozenset[str] = frozenset()


def story_of(case: Case) -> Story:
    """Return all that has happened in a case, oldest first, and what hangs on it."""
    with connection.cursor() as cursor:
        cursor.execute(
            STORY,
            {
                "case": case.pk,
                "number": case.number,
                "customer": case.customer_id,
                "client": case.client_id,
                "language": case.language,
                "type": case.type_id,
                "subject": case.subject_id,
            },
        )
        rows = cursor.fetchall()
    pages = _Pages()
    for kind, at, pk, who, facts in rows:
        _turn(
            pages, kind, at, pk, who or "", json.loads(facts) if isinstance(facts, str) else facts
        )
    messages = [e.message or 0 for e in pages.entries if isinstance(e, Spoken)]
    notes = [e.pk for e in pages.entries if isinstance(e, Noted)]
    return Story(
        entries=tuple(pages.entries),
        tags=tuple(sorted(pages.tags, key=lambda tag: tag[1].lower())),
        files=tuple(pages.files),
        earlier=tuple(reversed(pages.earlier)),
        addresses=tuple(pages.addresses),
        watchers=tuple(pages.watchers),
        ready=tuple(sorted(pages.ready, key=lambda text: text.name.lower())),
        related=tuple(sorted(pages.related, key=lambda one: one.role)),
        events=pages.events,
        type=pages.type,
        filled=pages.filled,
        there=pages.there,
        newest_message=max(messages, default=0),
        newest_note=max(notes, default=0),
    )


def _turn(pages: _Pages, kind: str, at: datetime, pk: int, who: str, facts: dict[str, Any]) -> None:
    base: dict[str, Any] = {"pk": pk, "at": at, "who": who}
    if kind == "contact":
        pages.entries.append(_spoken(base, facts))
    elif kind == "state":
        is_first = not any(isinstance(entry, Moved) for entry in pages.entries)
        pages.entries.append(Moved(**base, **facts, is_first=is_first))
    elif kind == "assignment":
        words: dict[str, Any] = {name: facts[name] or "" for name in ("to", "group")}
        pages.entries.append(Assigned(**base, **words, is_own=bool(facts["is_own"])))
    elif kind in {"stage", "filled", "type"}:
        _type(pages, kind, base, facts)
    elif kind == "macro":
        until = datetime.fromisoformat(facts.pop("until"))
        pages.entries.append(Ran(**base, **facts, until=until))
    elif kind in {"rest", "wake"}:
        until = datetime.fromisoformat(facts.pop("until"))
        pages.entries.append(Rested(**base, **facts, until=until, is_over=kind == "wake"))
    elif kind in _SIMPLE:
        words = {name: "" if value is None else value for name, value in facts.items()}
        pages.entries.append(_SIMPLE[kind](**base, **words))
    else:
        _beside(pages, kind, base, facts)


_SIMPLE: dict[str, Any] = {
    "note": Noted,
    "hand-over": Handed,
    "feedback": FedBack,
    "split": Divided,
    "merge": Merged,
    "unmerge": partial(Merged, is_apart=True),
}


def _type(pages: _Pages, kind: str, base: dict[str, Any], facts: dict[str, Any]) -> None:
    if kind == "stage":
        label = Words(**(facts["label"] or {"sv": facts["stage"]}))
        pages.entries.append(Staged(**base, label=label, text=facts["text"]))
    elif kind == "filled":
        pages.filled[facts["key"]] = (facts["value"], base["who"])
    else:
        pages.type = type_from(base["pk"], **facts)


def _beside(pages: _Pages, kind: str, base: dict[str, Any], facts: dict[str, Any]) -> None:
    if kind == "file":
        link = FileLink(pk=base["pk"], **facts)
        pages.files.append(link)
        pages.entries.append(Filed(**base, file=link))
    elif kind == "tag":
        pages.tags.append((base["pk"], facts["name"]))
    elif kind == "earlier":
        pages.earlier.append(Earlier(**facts, opened=base["at"]))
    elif kind == "watch":
        pages.watchers.append((base["pk"], base["who"]))
    elif kind in {"related", "ready"}:
        _listed(pages, kind, base["pk"], facts)
    elif kind == "address":
        first = 0 if facts["is_preferred"] else len(pages.addresses)
        pages.addresses.insert(first, (facts["kind"], facts["value"]))
    elif kind == "there":
        pages.events = base["pk"]
        pages.there = frozenset(name for name, is_any in facts.items() if is_any)


def _listed(pages: _Pages, kind: str, pk: int, facts: dict[str, Any]) -> None:
    if kind == "ready":
        pages.ready.append(Ready(pk=pk, **facts))
    else:
        pages.related.append(Related(**facts))


def _spoken(base: dict[str, Any], facts: dict[str, Any]) -> Spoken:
    files = tuple(FileLink(*link) for link in facts.pop("files") or ())
    for name in ("not_before", "answered_at", "ended_at"):
        facts[name] = datetime.fromisoformat(facts[name]) if facts[name] else None
    for name in ("has_html", "has_raw"):
        facts[name] = bool(facts[name])
    for name in ("recipients", "copies", "problems"):
        facts[name] = facts[name] or []
    kept = {"message", "outgoing", "not_before", "answered_at", "ended_at"}
    words: dict[str, Any] = {
        name: "" if v is None and name not in kept else v for name, v in facts.items()
    }
    return Spoken(**base, **words, files=files)
