"""Lines of the story about what colleagues did with a case beside answering it."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gensvar.operations.cases.models import Snooze
from gensvar.operations.cases.queries.story import Divided, Entry, Merged, Ran, Rested
from gensvar.screens.desk.words import Moments

# Shape, icon, who, did, and more of the line.
Line = tuple[str, str, str, str, dict[str, Any]]


def line_of(entry: Entry, moments: Moments) -> Line | None:
    """Return the line of an entry that is neither words nor a turn."""
    match entry:
        case Merged():
            return _merged(entry)
        case Divided():
            return _divided(entry)
        case Rested():
            return _rested(entry, moments)
        case Ran():
            return _ran(entry, moments)
    return None


def _merged(entry: Merged) -> Line:
    """Say which case became part of which; in force, it can be taken apart here."""
    words = {
        (True, False): _("took in %(number)s, %(title)s"),
        (False, False): _("made this case part of %(number)s, %(title)s"),
        (True, True): _("took %(number)s out of this case, %(title)s"),
        (False, True): _("let this case stand by itself again, no longer part of %(number)s"),
    }[entry.is_into, entry.is_apart]
    other = {"number": entry.number or "–", "title": entry.title}
    is_undoable = entry.is_on and not entry.is_apart and entry.is_into
    return (
        "fact",
        "merge",
        entry.who,
        words % other,
        {"parted": entry.number if is_undoable else ""},
    )


def _divided(entry: Divided) -> Line:
    words = ngettext(
        "made a case of its own of %(count)s contact: %(number)s, %(title)s",
        "made a case of its own of %(count)s contacts: %(number)s, %(title)s",
        entry.contacts,
    )
    if not entry.is_from:
        words = _("made this a case of its own, out of %(number)s, %(title)s")
    other = {"number": entry.number or "–", "title": entry.title, "count": entry.contacts}
    return "fact", "split", entry.who, words % other, {}


def _rested(entry: Rested, moments: Moments) -> Line | None:
    if not entry.is_over:
        did = _("let the case rest until %(when)s") % {"when": moments.when(entry.until)}
        return "fact", "pause", entry.who, did, {}
    if entry.why == Snooze.Why.CLOSED:
        return None
    why = str(Snooze.Why(entry.why).label).lower()
    return "fact", "play", "", _("The case rests no longer: %(why)s") % {"why": why}, {}


def _ran(entry: Ran, moments: Moments) -> Line:
    words = _("ran “%(name)s”, and undid it") if entry.is_undone else _("ran “%(name)s”")
    may_undo = not entry.is_undone and entry.until > moments.at
    more = {"macro_run": entry.pk if may_undo else 0}
    return "fact", "list", entry.who, words % {"name": entry.name}, more
