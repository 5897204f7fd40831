"""The story of a case as it is drawn: one line for each happening, days between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gensvar.operations.cases.models import Feedback, HandOver, State
from gensvar.operations.cases.queries.story import (
    Assigned,
    Entry,
    FedBack,
    Filed,
    FileLink,
    Handed,
    Moved,
    Noted,
    Spoken,
    Staged,
    Story,
)
from gensvar.operations.contacts.models import Channel, Direction, Message, Outgoing
from gensvar.screens.desk.timeline_beside import Line, line_of
from gensvar.screens.desk.words import CHANNEL_ICONS, DID, Moments, first_name

# An answer that waits longer than this was planned.
LEAVES_SOON = timedelta(minutes=1)
# Reasons of a state that another line of the story tells.
TOLD_OTHERWISE = {"merged", "unmerged"}
PROBLEM_STATES = {Outgoing.State.FAILED, Outgoing.State.BOUNCED, Outgoing.State.SUPPRESSED}


@dataclass(frozen=True, slots=True)
class Delivery:
    """How an outgoing message stands; `may_undo` while it can be taken back."""

    outgoing: int
    words: str
    tone: str
    icon: str
    detail: str
    may_undo: bool
    is_moving: bool
    seconds: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line of the story. `shape` says how: talk, letter, note or fact."""

    shape: str
    icon: str
    iso: str
    clock: str
    day: str
    who: str
    did: str
    text: str = ""
    said: Spoken | None = None
    delivery: Delivery | None = None
    automatic: str = ""
    file: FileLink | None = None
    # The number of the case that was merged into this one, where that can be undone.
    parted: str = ""
    # The run of a macro that can still be undone.
    macro_run: int = 0
    # The number of the case in which it was said, where that is another.
    origin: str = ""


def drawn(story: Story, *, moments: Moments, customer: str) -> list[Drawn]:
    """Return the lines in order, the first of each day carrying the day."""
    lines = []
    last_day = ""
    for entry in story.entries:
        line = _line(entry, story, moments, customer)
        if line is None:
            continue
        day = moments.day(entry.at)
        shape, icon, who, did, rest = line
        lines.append(
            Drawn(
                shape=shape,
                icon=icon,
                iso=entry.at.isoformat(),
                clock=moments.clock(entry.at),
                day=day if day != last_day else "",
                who=who,
                did=did,
                origin=getattr(entry, "origin", ""),
                **rest,
            )
        )
        last_day = day
    return lines


def _line(entry: Entry, story: Story, moments: Moments, customer: str) -> Line | None:
    match entry:
        case Spoken():
            return _spoken(entry, moments, customer)
        case Noted():
            return "note", "note", entry.who, _("internal, the customer does not see"), _t(entry)
        case Handed():
            did = _("handed over to %(group)s · %(why)s") % {
                "group": entry.group,
                "why": HandOver.Why(entry.why).label,
            }
            return "fact", "transfer", entry.who, did, _t(entry)
        case FedBack():
            who = f"{entry.who}, {entry.group}"
            return "fact", "check-circle", who, _outcome(entry), _t(entry)
        case Moved() | Staged():
            return _moved(entry)
        case Assigned():
            return _assigned(entry, story)
        case Filed():
            return "fact", "clip", entry.who, _("added a file"), {"file": entry.file}
    return line_of(entry, moments)


def _outcome(entry: FedBack) -> str:
    """Return what became of it, and by which rule where unanswered tries count as feedback."""
    outcome = str(Feedback.Outcome(entry.outcome).label)
    if entry.rule is None:
        return outcome
    counted = _("%(outcome)s; the tries count as feedback by rule version %(number)s")
    return counted % {"outcome": outcome, "number": entry.rule}


def _t(entry: Noted | Handed | FedBack | Moved | Staged) -> dict[str, Any]:
    return {"text": entry.text}


def _moved(entry: Moved | Staged) -> Line | None:
    if isinstance(entry, Staged):
        stage = entry.label.said(get_language() or "sv")
        did = _("moved the case to “%(stage)s”") % {"stage": stage}
        return "fact", "arrow", entry.who, did, _t(entry)
    if entry.is_first or entry.state == State.HANDED_OVER or entry.text in TOLD_OTHERWISE:
        return None
    said = {
        State.WAITING_FOR_US: ("inbox", _("made it our turn"), _("It is our turn")),
        State.WAITING_FOR_CUSTOMER: (
            "hourglass",
            _("waits for the customer"),
            _("It is the customer's turn"),
        ),
        State.CLOSED: ("check-circle", _("closed the case"), _("The case was closed")),
    }
    icon, did, happened = said[State(entry.state)]
    return "fact", icon, entry.who, did if entry.who else happened, _t(entry)


def _assigned(entry: Assigned, story: Story) -> Line | None:
    is_part_of_hand_over = any(
        isinstance(other, Handed | FedBack) and other.at == entry.at for other in story.entries
    )
    is_from_the_start = any(
        isinstance(other, Moved) and other.is_first and other.at == entry.at
        for other in story.entries
    )
    if is_part_of_hand_over or is_from_the_start:
        return None
    if entry.is_own:
        return "fact", "user", entry.who, _("took the case"), {}
    to = entry.to or entry.group
    did = _("gave the case to %(to)s") % {"to": to} if to else _("left the case to nobody")
    if not entry.who:
        did = _("The case went to %(to)s") % {"to": to} if to else _("Nobody is responsible")
    return "fact", "user" if entry.to else "users", entry.who, did, {}


def _spoken(entry: Spoken, moments: Moments, customer: str) -> Line:
    icon = CHANNEL_ICONS.get(Channel(entry.channel), "chat")
    if entry.direction == Direction.OUT:
        return _sent(entry, moments, icon, customer)
    who = entry.sender or customer or _("Somebody unknown")
    did = str(DID.get((Channel(entry.channel), Direction.IN), _("reached us")))
    if entry.who:
        is_met = entry.channel in {Channel.PHONE, Channel.VISIT}
        words = _("%(did)s · %(agent)s answered") if is_met else _("%(did)s · %(agent)s noted it")
        did = words % {"did": did, "agent": first_name(entry.who)}
    if entry.message is None:
        return "talk", icon, who, did, {"text": entry.summary, "said": entry}
    automatic = str(Message.Automatic(entry.automatic).label) if entry.automatic else ""
    return "letter", icon, who, did, {"text": entry.text, "said": entry, "automatic": automatic}


def _sent(entry: Spoken, moments: Moments, icon: str, customer: str) -> Line:
    delivery = delivery_of(entry, at=moments.at) if entry.outgoing else None
    if (told := _told_by_itself(entry.purpose)) is not None:
        return "fact", icon, "", told, {"said": entry, "delivery": delivery, "text": ""}
    did = str(DID.get((Channel(entry.channel), Direction.OUT), _("wrote to the customer")))
    if entry.purpose == "closing":
        did = _("told the customer that the case is done")
    shape = "letter" if entry.message else "talk"
    text = entry.text if entry.message else entry.summary
    who = entry.who or entry.sender
    return shape, icon, who, did, {"text": text, "said": entry, "delivery": delivery}


def _told_by_itself(purpose: str) -> str | None:
    """Say what a message of ours was that no person wrote; None for all others."""
    said = {
        "receipt": _("The customer got a receipt by itself"),
        "promise": _("The customer was told by mail by when we answer"),
        "hand-over": _("The group was told by mail, without content"),
        "alarm": _("An alarm went by mail: not answered in time"),
        "no-news": _("The handler was told: the customer waits for news"),
        "moved": _("The new holder was told by mail"),
        "unmanned": _("Group and manager were told: nobody is on duty"),
        "not-accepted": _("Those responsible were told: nobody has taken the question"),
        "news": _("A participant was told that something has happened"),
        "bounced": _("The managers were told: the case is being sent round"),
        "broken": _("Those responsible were asked for a new day: the promise is broken"),
    }
    return said.get(purpose)


def delivery_of(entry: Spoken, *, at: datetime) -> Delivery:
    """Say how far an outgoing message has come."""
    assert entry.outgoing is not None
    state = Outgoing.State(entry.state)
    may_undo = state == Outgoing.State.QUEUED and bool(entry.not_before and entry.not_before > at)
    left = int((entry.not_before - at).total_seconds()) + 1 if entry.not_before else 0
    is_bad = state in PROBLEM_STATES
    icons = {
        Outgoing.State.DELIVERED: "check-circle",
        Outgoing.State.SENT: "check",
        Outgoing.State.CANCELLED: "undo",
    }
    return Delivery(
        outgoing=entry.outgoing,
        words=_leaving(entry, at) if may_undo else str(state.label),
        tone="bad" if is_bad else "",
        icon="alert" if is_bad else icons.get(state, "send"),
        detail=entry.detail if is_bad else "",
        may_undo=may_undo,
        is_moving=state in Outgoing.ON_THEIR_WAY,
        seconds=max(1, min(left, 60)),
    )


def _leaving(entry: Spoken, at: datetime) -> str:
    assert entry.not_before is not None
    if entry.not_before - at < LEAVES_SOON:
        return _("Leaves in a moment")
    return _("Leaves %(when)s") % {"when": Moments(at).when(entry.not_before)}


def newest_incoming(story: Story) -> Spoken | None:
    """Return what the customer wrote last, machines not counted."""
    written = (e for e in reversed(story.spoken) if e.direction == Direction.IN and e.message)
    return next((entry for entry in written if not entry.automatic), None)


def reachable_at(story: Story) -> Iterator[str]:
    """Yield the mail addresses that an answer may go to, the customer's own first, each once.

    Others may have written last: they can be chosen, but are not answered in the customer's stead.
    """
    seen = set()
    newest = newest_incoming(story)
    known = [value for kind, value in story.addresses if kind == "mail"]
    wrote = [newest.address] if newest else []
    own = {value.lower() for value in known}
    candidates = [address for address in wrote if address.lower() in own] + known + wrote
    candidates += [e.address for e in story.spoken if e.direction == Direction.IN]
    for address in candidates:
        if address and "@" in address and address.lower() not in seen:
            seen.add(address.lower())
            yield address
