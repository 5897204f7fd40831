"""“No, because …”: errors that a person can act on."""

from collections.abc import Callable
from typing import Any, ClassVar

from django.db import ProgrammingError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.views.defaults import permission_denied
from psycopg.errors import InsufficientPrivilege


class Refused(Exception):
    """A rule said no. The class name is the stable code that the API answers with."""

    message: ClassVar[str | Promise]
    status: ClassVar[int] = 409

    def __init__(self, **details: Any) -> None:
        self.details = details
        super().__init__(type(self).__name__)

    def words(self) -> str:
        """Return the sentence to show, with the details filled in."""
        return str(self.message) % self.details if self.details else str(self.message)

    @property
    def code(self) -> str:
        return type(self).__name__


class Unavailable(Exception):
    """Something outside us did not do its part; tried again unless `permanent`."""

    def __init__(self, provider: str, *, permanent: bool = False) -> None:
        self.provider = provider
        self.permanent = permanent
        super().__init__(f"{provider} ({'permanent' if permanent else 'for now'})")


def is_beyond_reach(error: Exception) -> bool:
    """Say whether the database refused a row: it has the last word on who may write what."""
    return isinstance(error, ProgrammingError) and isinstance(
        error.__cause__, InsufficientPrivilege
    )


class RefusalMiddleware:
    """Turn a refusal into words: a fragment for htmx, a page for a browser.

    Programs are answered by the API itself (`integrations.problems`).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if is_beyond_reach(error):
            return permission_denied(request, error)
        if not isinstance(error, Refused):
            return None
        template = "ui/_refused.html" if getattr(request, "htmx", False) else "ui/refused.html"
        return render(request, template, {"refusal": error}, status=error.status)
