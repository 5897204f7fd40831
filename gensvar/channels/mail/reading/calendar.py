"""Calendar invitations, as words."""

import re
from datetime import datetime

from gensvar.channels.mail.reading.charsets import decode
from gensvar.channels.mail.reading.draft import Draft
from gensvar.channels.mail.reading.limits import clipped
from gensvar.channels.mail.reading.mail import Invitation

TYPES = {"text/calendar", "application/ics", "text/x-vcalendar"}
PROPERTY = re.compile(r"([A-Z-]{2,30})((?:;(?:\"[^\"]*\"|[^:\"])*)?):(.*)", re.IGNORECASE)
ESCAPED = re.compile(r"\\([nN,;\\])")
LOCAL_FORMS = ("%Y%m%dT%H%M%SZ", "%Y%m%dT%H%M%S", "%Y%m%d")
MAX_CALENDAR = 200_000


def read_invitations(draft: Draft) -> None:
    """Read the events of calendar parts; a mail that is nothing else gets their words as text."""
    found: list[Invitation] = []
    for part in draft.root.walk():
        if part.children or part.type not in TYPES or len(found) >= 10:
            continue
        content = part.content().content[:MAX_CALENDAR]
        text = decode(content, part.kind.get("charset") or "utf-8").text
        method = part.kind.get("method").upper()
        event = _event(text, method)
        if event and event not in found:
            found.append(event)
    draft.invitations = tuple(found)
    if found and not draft.plain_source.strip() and not draft.html_source.strip():
        draft.plain_source = "\n\n".join(map(words, found))


def words(event: Invitation) -> str:
    """Say the event on a few lines."""
    when = " – ".join(one for one in (event.starts, event.ends) if one)
    lines = (event.summary, when, event.location, event.organiser)
    return "\n".join(line for line in lines if line)


def _event(text: str, method: str) -> Invitation | None:
    values = _properties(text)
    if not values:
        return None
    return Invitation(
        method=(method or values.get("METHOD", "").upper())[:20],
        summary=values.get("SUMMARY", ""),
        starts=values.get("DTSTART", ""),
        ends=values.get("DTEND", values.get("DUE", "")),
        location=values.get("LOCATION", ""),
        organiser=values.get("ORGANIZER", ""),
    )


def _properties(text: str) -> dict[str, str]:
    """Return the first event's properties; nothing if the file has no event."""
    head, begins, rest = re.sub(r"\r?\n[ \t]", "", text).partition("\nBEGIN:VEVENT")
    if not begins:
        head, begins, rest = head.partition("\nBEGIN:VTODO")
    event = re.split(r"\nEND:V(?:EVENT|TODO)", rest, maxsplit=1)[0]
    values: dict[str, str] = {"METHOD": ""} if begins else {}
    for line in (*head.splitlines(), *event.splitlines()) if begins else ():
        found = PROPERTY.match(line)
        if found:
            name = found[1].upper()
            values[name] = values.get(name) or _value(name, found[2], found[3])
    return values


def _value(name: str, parameters: str, value: str) -> str:
    if name.startswith("DT"):
        return _time(value, parameters)
    return _person(value, parameters) if name == "ORGANIZER" else _words(value)


def _words(value: str) -> str:
    unescaped = ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)
    return clipped(unescaped.strip(), 500)


def _time(value: str, parameters: str) -> str:
    """Write the time readably, with the zone the file names."""
    value = value.strip()
    zone = re.search(r"TZID=\"?([^\";:]{1,60})", parameters, re.IGNORECASE)
    for form in LOCAL_FORMS:
        try:
            moment = datetime.strptime(value, form)  # noqa: DTZ007 -- the zone is shown as written
        except ValueError:
            continue
        if form == "%Y%m%d":
            return f"{moment:%Y-%m-%d}"
        shown = " UTC" if value.endswith("Z") else f" ({zone[1]})" if zone else ""
        return f"{moment:%Y-%m-%d %H:%M}{shown}"
    return clipped(value, 60)


def _person(value: str, parameters: str) -> str:
    name = re.search(r"CN=\"?([^\";:]{1,100})", parameters, re.IGNORECASE)
    address = re.sub(r"^mailto:", "", value.strip(), flags=re.IGNORECASE)
    return clipped(f"{name[1]} <{address}>" if name else address, 300)
