"""Every “no” of the API in one form: RFC 9457 problem details, with a stable `code`.

`detail` is for people and follows Accept-Language; `code` is for programs and never changes.
"""

import json
import logging
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.http.response import HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from gensvar.foundation.refusals import Refused, is_beyond_reach

MEDIA_TYPE = "application/problem+json"
KEPT_HEADERS = ("Allow", "Retry-After", "WWW-Authenticate", "Vary")
CODES = {
    400: ("BadRequest", _("The request cannot be understood.")),
    401: ("SignInNeeded", _("Send a token: “Authorization: Bearer gsv_…”.")),
    403: ("NotAllowed", _("You may not do this.")),
    404: ("NotFound", _("There is nothing here that you may see.")),
    405: ("MethodNotAllowed", _("This cannot be done here; the header Allow says what can.")),
    409: ("Conflict", _("This does not go together with how things stand.")),
    413: ("TooLarge", _("What you sent is too large.")),
    415: ("WrongContentType", _("The body is of a kind that is not read here.")),
    422: ("Invalid", _("Something in the request is not as it must be; see “errors”.")),
    429: ("TooManyRequests", _("Too many requests. Wait as long as Retry-After says.")),
    500: ("Fault", _("Something went wrong on our side. It has been noted.")),
    503: ("Unavailable", _("We cannot answer just now. Try again in a moment.")),
}
logger = logging.getLogger(__name__)


class Problem(Exception):
    """An answer that says no, raised from wherever it is found out."""

    def __init__(
        self,
        status: int,
        detail: str | Promise = "",
        *,
        code: str = "",
        errors: Iterable[Mapping[str, str]] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        usual_code, usual_detail = CODES.get(status, (HTTPStatus(status).phrase, ""))
        self.status = status
        self.code = code or usual_code
        self.detail = detail or usual_detail
        self.errors = list(errors)
        self.headers = dict(headers or {})
        super().__init__(status, self.code)

    def response(self) -> HttpResponse:
        body: dict[str, Any] = {
            "type": f"urn:gensvar:problem:{self.code}",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "code": self.code,
            "detail": str(self.detail),
        }
        if self.errors:
            body["errors"] = self.errors
        text = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
        response = HttpResponse(text, status=self.status, content_type=MEDIA_TYPE)
        for name, value in self.headers.items():
            response[name] = value
        if self.status == HTTPStatus.UNAUTHORIZED:
            response["WWW-Authenticate"] = 'Bearer realm="gensvar"'
        return response


def invalid(pointer: str, detail: str | Promise, *, code: str = "") -> Problem:
    """Return the problem that one value is wrong, with where it stands."""
    return Problem(422, code=code, errors=[{"pointer": pointer, "detail": str(detail)}])


def refused(error: Refused) -> Problem:
    """Return a rule's refusal as a problem."""
    missing = getattr(error, "missing", ())
    return Problem(
        error.status,
        error.words(),
        code=error.code,
        errors=[{"pointer": f"#/{name}", "detail": error.words()} for name in missing],
    )


def as_problem(response: HttpResponseBase) -> HttpResponseBase:
    """Return any answer that says no, whoever gave it, in the one form."""
    is_sign_in = response.status_code == HTTPStatus.FOUND
    if response.status_code < 400 and not is_sign_in:
        return response
    if response.get("Content-Type", "").startswith(MEDIA_TYPE):
        return response
    problem = Problem(HTTPStatus.FORBIDDEN if is_sign_in else response.status_code)
    kept = {name: response[name] for name in KEPT_HEADERS if name in response.headers}
    answer = problem.response()
    for name, value in kept.items():
        answer[name] = value
    response.close()
    return answer


def give_problems(api: NinjaAPI) -> None:
    """Make an API answer every exception with a problem, and undo what the request had begun."""
    handlers: dict[type[Exception], Any] = {
        Problem: lambda error: error,
        Refused: refused,
        AuthenticationError: lambda _error: Problem(401),
        HttpError: _from_http_error,
        ValidationError: _from_validation,
        PermissionDenied: lambda _error: Problem(403),
        Http404: lambda _error: Problem(404),
        RequestDataTooBig: lambda _error: Problem(413),
        SuspiciousOperation: lambda _error: Problem(400),
        MultiPartParserError: lambda _error: Problem(400),
        UnreadablePostError: lambda _error: Problem(400),
        Exception: _from_fault,
    }
    for kind, problem_of in handlers.items():
        api.add_exception_handler(kind, _undoing(problem_of))


def _undoing(problem_of: Any) -> Any:
    def answer(_request: HttpRequest, error: Exception) -> HttpResponse:
        # The exception ends here, so the request's transaction would not notice it.
        if connection.in_atomic_block:
            transaction.set_rollback(True)
        response: HttpResponse = problem_of(error).response()
        return response

    return answer


def _from_http_error(error: HttpError) -> Problem:
    if isinstance(error.__cause__, Problem):
        return error.__cause__
    if error.status_code == HTTPStatus.BAD_REQUEST:
        return Problem(400, _("The body is not JSON."), code="NotJSON")
    return Problem(error.status_code)


def _from_validation(error: ValidationError) -> Problem:
    return Problem(422, errors=[_one(found) for found in error.errors])


def _one(found: Mapping[str, Any]) -> dict[str, str]:
    source, *rest = (str(part) for part in found["loc"])
    # Ninja names the parameter that holds the body, which the caller never wrote.
    path = rest[1:] if source in {"body", "form", "file"} and len(rest) > 1 else rest
    if source == "body":
        pointer = "#/" + "/".join(part.replace("~", "~0").replace("/", "~1") for part in path)
    else:
        pointer = f"{source}:{'.'.join(rest)}"
    return {"pointer": pointer, "detail": str(found["msg"])}


def _from_fault(error: Exception) -> Problem:
    if is_beyond_reach(error):
        return Problem(403)
    logger.error("api operation failed", exc_info=error)
    return Problem(500)
