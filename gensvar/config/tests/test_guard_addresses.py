"""Every address and endpoint says who may come, or the build stops here."""

import inspect
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from ninja.operation import PathView

from gensvar.foundation.people.rules import EVERY_PERMISSION

OPEN = {"public", "signed-in"}
# Addresses that no view of ours answers, each with why that is no door.
WITHOUT = {
    "api/v1/": "only names the API for reverse(); the library answers 404 there",
}


def addresses(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, Any]]:
    for entry in resolver.url_patterns:
        path = prefix + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield path, entry.callback
        else:
            yield from addresses(entry, path)


def doors() -> Iterator[tuple[str, Any]]:
    """Yield every address with what answers there; for the API, each operation by itself."""
    for path, view in addresses(get_resolver()):
        operations = _operations(view)
        for operation in operations:
            yield f"{' '.join(operation.methods)} {path}", operation.view_func
        if not operations:
            yield path, view


def _operations(view: Any) -> list[Any]:
    """Return the API's operations behind an address, which its view holds in its closure."""
    if not inspect.isfunction(view):
        return []
    held = inspect.getclosurevars(view).nonlocals.get("self")
    return held.operations if isinstance(held, PathView) else []


def permission_of(view: Any) -> str | None:
    permission = getattr(view, "permission", None)
    return permission if isinstance(permission, str) else None


def test_every_address_states_a_permission(db):
    silent = [path for path, view in doors() if permission_of(view) is None and path not in WITHOUT]

    assert not silent, f"Wrap these in @requires, @signed_in or @public: {silent}"


def test_no_address_hides_another():
    """Of two slices that claim the same words in the address bar, the second would never answer."""
    plain = {
        path: view
        for path, view in addresses(get_resolver())
        if re.fullmatch(r"[\w./-]*", path) and not path.startswith("api/")
    }
    hidden = [path for path, view in plain.items() if resolve(f"/{path}").func is not view]

    assert len(plain) > 50
    assert not hidden


def test_every_permission_asked_for_can_be_held(db):
    asked = {permission_of(view) for _path, view in doors()} - OPEN - {None}

    assert asked <= EVERY_PERMISSION


def test_the_root_of_the_api_answers_nothing(browser, db):
    assert browser.get("/api/v1/").status_code == 404


def test_the_guard_sees_doors(db):
    found = {path: permission_of(view) for path, view in doors()}

    assert found["konto/logga-in/"] == "public"
    assert found["konto/inloggningar/"] == "signed-in"
    assert len(found) > 20


@pytest.mark.parametrize("wrapped", [None, "public"])
def test_a_view_without_permission_would_be_found(wrapped):
    def view(request: Any) -> None: ...

    if wrapped:
        view.permission = wrapped  # type: ignore[attr-defined]

    assert permission_of(view) == wrapped
