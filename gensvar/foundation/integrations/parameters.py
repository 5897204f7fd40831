"""What may stand in a request: bounded numbers, strings without NUL, JSON that is JSON."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from functools import wraps
from typing import Annotated, Any, NoReturn, cast

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.timezone import get_default_timezone
from django.utils.translation import gettext as _
from ninja import Schema
from ninja.parser import Parser
from pydantic import AwareDatetime, BeforeValidator, ConfigDict, Field, StringConstraints

from gensvar.foundation.integrations.problems import Problem, invalid

Id = Annotated[int, Field(ge=1, le=2**63 - 1, examples=[1001])]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Text = Annotated[str, StringConstraints(max_length=200_000)]
Date = Annotated[date, BeforeValidator(lambda given: _written_day(given))]
Moment = Annotated[AwareDatetime, BeforeValidator(lambda given: _written_day(given))]
Day = Annotated[
    AwareDatetime | date,
    BeforeValidator(lambda given: _written_day(given)),
    Field(description="A day (2026-05-04) or an instant with its offset (2026-05-04T12:00:00Z)."),
]
FORBIDDEN = re.compile(r"[\x00\ud800-\udfff]")
JSON_TYPE = re.compile(r"application/([\w.-]+\+)?json\b", re.IGNORECASE)
DEEPEST = 50


def _written_day(given: object) -> object:
    """Pydantic would also take a bare number for a moment; nobody means that."""
    is_day = isinstance(given, date) or re.match(r"\d{4}-\d\d-\d\d", str(given))
    if not is_day:
        raise ValueError("write a day as 2026-05-04")
    return given


class Body(Schema):
    """The body of a request: a word that we do not know is a mistake worth telling."""

    model_config = ConfigDict(extra="forbid")


def instant(day: datetime | date) -> datetime:
    """Return the moment at which a day begins here, or the moment itself."""
    if isinstance(day, datetime):
        return day.astimezone(UTC)
    return datetime.combine(day, time.min, tzinfo=get_default_timezone())


class StrictParser(Parser):
    """Read JSON as the standard has it: no NaN, nothing the database cannot keep, not too deep."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        if not JSON_TYPE.match(request.content_type or ""):
            raise Problem(415, _("Send the body as application/json."))
        try:
            found = json.loads(request.body, parse_constant=_no_constant)
        except (ValueError, RecursionError):
            raise Problem(400, _("The body is not JSON."), code="NotJSON") from None
        for pointer, text in _strings(found, "#", 0):
            if FORBIDDEN.search(text):
                raise invalid(pointer, _("The text holds a character that cannot be kept."))
        if found is not None and not isinstance(found, dict):
            raise invalid("#", _("The body is not an object."))
        return cast(dict[str, Any], found)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _strings(found: Any, pointer: str, depth: int) -> Iterator[tuple[str, str]]:
    if depth > DEEPEST:
        raise Problem(400, _("The body is nested too deep."), code="NotJSON")
    if isinstance(found, str):
        yield pointer, found
    elif isinstance(found, list):
        for place, part in enumerate(found):
            yield from _strings(part, f"{pointer}/{place}", depth + 1)
    elif isinstance(found, dict):
        for key, part in found.items():
            yield pointer, key
            yield from _strings(part, f"{pointer}/{key[:80]}", depth + 1)


def well_formed(run: Any) -> Any:
    """Refuse a query parameter that the operation does not know: a misspelt filter filters nothing.

    A decorator for an API's operations, in Ninja's mode "view".
    """
    operation = run.__self__
    known = {
        name
        for model in operation.models
        if model.__ninja_param_source__ == "query"
        for name in getattr(model, "__ninja_flatten_map__", {})
    }
    has_upload = any(model.__ninja_param_source__ == "file" for model in operation.models)

    @wraps(run)
    def checked(request: HttpRequest, **parameters: Any) -> HttpResponseBase:
        unknown = [name for name in request.GET if name not in known]
        if unknown and getattr(request, "identity", None) is not None:
            return Problem(
                422,
                errors=[
                    {"pointer": f"query:{name[:80]}", "detail": _("There is no such parameter.")}
                    for name in unknown
                ],
            ).response()
        if has_upload and request.content_type != "multipart/form-data":
            return Problem(415, _("Send the file as multipart/form-data.")).response()
        return cast(HttpResponseBase, run(request, **parameters))

    return checked
