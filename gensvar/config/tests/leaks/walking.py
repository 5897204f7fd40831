"""Every address of the product, filled in with what must not be known and with what nobody has."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from django.db import connection, transaction
from django.http.response import HttpResponseBase

from gensvar.config.tests.leaks.planting import FIRST_ID, MAIL, MARKER, PHONE, UNKNOWN_ID
from gensvar.config.tests.test_guard_addresses import doors

NUMBER, UNKNOWN_NUMBER = f"26-{FIRST_ID // 10:06d}", f"26-{UNKNOWN_ID // 10:06d}"
# Each parameter of an address, and each field of a form: the confidential value, and one of nobody.
NUMBERS = (NUMBER, UNKNOWN_NUMBER)
IDS = (str(FIRST_ID), str(UNKNOWN_ID))
CUSTOMERS = (f"K-{FIRST_ID}", f"K-{UNKNOWN_ID}")
WORDS = (MARKER, "Zxqvingenting")
PARAMETERS: dict[str, tuple[str, str]] = {
    "number": NUMBERS,
    "case": NUMBERS,
    "other": NUMBERS,
    "customer": CUSTOMERS,
    "address": IDS,
    "need": IDS,
    "representative": IDS,
    "merge": IDS,
    "brought": IDS,
    # What does not lead to a case: the same on both sides.
    "format": ("csv", "csv"),
    "form": ("pdf", "pdf"),
    "kind": ("csv", "csv"),
    "since": ("1777888999000000", "1777888999000000"),
    "on": ("2026-05-04", "2026-05-04"),
    "language": ("sv", "sv"),
    "use": ("receipt", "receipt"),
    "event": ("hold", "hold"),
    "channel": ("phone", "phone"),
    "state": ("open", "open"),
    "code": ("exempelby", "exempelby"),
    "client_code": ("exempelby", "exempelby"),
    "name": WORDS,
    "key": ("abc", "abc"),
    "uidb64": ("MQ", "MQ"),
    "token": ("abc", "abc"),
    "wanted": ("sv", "sv"),
    "provider_id": ("exempel", "exempel"),
    "organization_slug": ("abc", "abc"),
    "upload_id": ("0" * 32, "0" * 32),
}
# Sent with every request: in the address of a GET, in the form or body of a POST.
FIELDS: dict[str, tuple[str, str]] = {
    "q": WORDS,
    "ord": WORDS,
    "kontakt": IDS,
    "kund": CUSTOMERS,
    "nummer": NUMBERS,
    "arende": NUMBERS,
    "case": NUMBERS,
    "number": NUMBERS,
}
FORM: dict[str, tuple[str, str]] = {
    **FIELDS,
    "case": IDS,
    "code": ("AAAA2222", "AAAA2222"),
    "text": ("Hej", "Hej"),
    "act": ("take", "take"),
    "contact_id": IDS,
    "title": ("Ett ärende", "Ett ärende"),
    "address": (MAIL, "ingen.alls@example.com"),
    "said": ("Ringde", "Ringde"),
    "reason": ("För att", "För att"),
}
BROKE = "500 broke:"
# Keys of forms, of requests and of sessions, and what a page says the time is.
CHANGES = re.compile(
    r"""content="\w{64}"|csrfmiddlewaretoken"\s+value="[^"]*"|name="once"\s+value="[^"]*"|nonce-?=?"?[\w+/=-]+"""
    r"""|"as_of":\s*"[^"]*"|name="started_at"\s+value="[^"]*["]|<time>[\d:]+</time>"""
    r"""|\b[0-9a-f]{32,64}\b|\b\d{16,17}\b|sokt=[\w%.=-]+|"instance":\s*"[^"]*"|\b[\w-]{43}\b"""
)
OURS = re.compile(r"\b77000\d\d\b|26-7700\d\d\b")


@dataclass(frozen=True)
class Door:
    """One way out: a method and an address with its parameters still open."""

    method: str
    path: str
    is_api: bool = False

    def __str__(self) -> str:
        return f"{self.method} /{self.path}"

    @property
    def parameters(self) -> list[str]:
        return re.findall(r"<(?:\w+:)?(\w+)>", self.path)

    def filled(self, side: int) -> str:
        return "/" + re.sub(r"<(?:(\w+):)?(\w+)>", lambda m: _value(m[1], m[2], side), self.path)


def every_door() -> list[Door]:
    """Return every address in the resolver, and every operation of the API, each once."""
    return list(dict.fromkeys(_doors()))


def _doors() -> Iterator[Door]:
    for path, _view in doors():
        method, _space, rest = path.partition(" ")
        if method.split("/")[0] in {"GET", "POST", "PATCH", "PUT", "DELETE"} and _space:
            yield Door(method, rest, is_api=True)
            continue
        # What a view does not allow it refuses alike on both sides.
        yield Door("GET", path)
        yield Door("POST", path)


def unknown_parameters() -> dict[str, list[str]]:
    """Return the parameters that the suite has no value for, with the addresses they stand in."""
    missing: dict[str, list[str]] = {}
    for door in every_door():
        for kind, name in re.findall(r"<(?:(\w+):)?(\w+)>", door.path):
            if kind != "int" and name not in PARAMETERS and not name.endswith("_id"):
                missing.setdefault(name, []).append(str(door))
    return missing


def _value(kind: str | None, name: str, side: int) -> str:
    if name in PARAMETERS and kind != "int":
        return PARAMETERS[name][side]
    return IDS[side]


class Walker:
    """Somebody who goes to every door, and leaves everything as it was."""

    def __init__(self, browser: Any, headers: dict[str, str] | None = None) -> None:
        self.browser = browser
        self.headers = {"Accept-Language": "sv", **(headers or {})}

    def knock(
        self, door: Door, side: int, *, plain: bool = False, asked: dict[str, str] | None = None
    ) -> str:
        """Return what a door answers, asked for all that it may be asked, or for `asked` alone."""
        fields = {} if plain else {name: pair[side] for name, pair in FIELDS.items()}
        fields = fields if asked is None else asked
        form = {} if plain else {name: pair[side] for name, pair in FORM.items()}
        mark, cookies = transaction.savepoint(), deepcopy(self.browser.cookies)
        try:
            said = self._ask(door, side, fields, form)
        except Exception as error:
            said = f"{BROKE} {error!r}"
        finally:
            transaction.savepoint_rollback(mark)
            # What an act had to say is kept in a cookie until the next page.
            self.browser.cookies = cookies
            with connection.cursor() as cursor:
                cursor.execute("RESET ROLE")
        return said

    def _ask(self, door: Door, side: int, fields: dict[str, str], form: dict[str, str]) -> str:
        path = door.filled(side)
        if door.method == "GET":
            answer = self.browser.get(path, fields, headers=self.headers)
        elif door.is_api:
            send = getattr(self.browser, door.method.lower())
            answer = send(path, form, content_type="application/json", headers=self.headers)
        else:
            answer = self.browser.post(path, form, headers=self.headers)
        return _written(answer)


def _written(answer: HttpResponseBase) -> str:
    """Return status, where it leads, and every word, of an answer or a stream."""
    if getattr(answer, "streaming", False):
        with connection.cursor() as cursor:
            cursor.execute("SET ROLE gensvar_web")
        body = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    else:
        body = answer.content  # type: ignore[attr-defined]
    leads_to = answer.headers.get("Location", "")
    words = _unpacked(body) if body.startswith(b"PK") else body.decode("utf-8", "replace")
    return f"{answer.status_code} {leads_to}\n{words}"


def _unpacked(workbook: bytes) -> str:
    """Return what stands in a workbook, but not when it was made."""
    with ZipFile(BytesIO(workbook)) as parts:
        names = [name for name in parts.namelist() if name.startswith("xl/")]
        return "\n".join(parts.read(name).decode() for name in names)


def blotted(words: str, side: int) -> str:
    """Blot out what differs by itself, and what the request itself said."""
    for name, pair in {**PARAMETERS, **FORM}.items():
        if pair[0] != pair[1]:
            words = words.replace(pair[side], f"«{name}»")
    return CHANGES.sub("", words)


def difference(one: str, other: str) -> str:
    """Show where two answers part, for whoever must find out why."""
    start = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    shown = slice(max(0, start - 80), start + 120)
    return f"\n    {one[shown]!r}\n    {other[shown]!r}"


def betrays(words: str) -> list[str]:
    """Return what an answer lets slip of the confidential case."""
    found = [secret for secret in (MARKER, MAIL, PHONE, "073-770 00 01") if secret in words]
    return found + OURS.findall(words)
