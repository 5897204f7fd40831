"""One way to answer with a list: a page of it, or all of it as a file."""

from collections.abc import Iterator, Sequence
from http import HTTPStatus
from typing import Any, Literal, TypeVar

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.timezone import now
from ninja import Schema
from pydantic import Field

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import MEDIA_TYPES, Column, export, rows_seen_by
from gensvar.foundation.integrations.paging import PageAsked, page_of
from gensvar.foundation.people.access import Identity
from gensvar.foundation.people.rules import Role

AnyModel = TypeVar("AnyModel", bound=models.Model)
# Slices whose lists tell of customers.
CONTENT = {"cases", "contacts", "customers"}
BINARY = {"schema": {"type": "string", "format": "binary"}}
# For `openapi_extra`: a list may also come as a file.
AS_FILE: dict[str, Any] = {
    "responses": {
        HTTPStatus.OK.value: {
            "content": {
                "text/csv": {"schema": {"type": "string"}},
                MEDIA_TYPES["xlsx"]: BINARY,
            }
        }
    }
}


class ListAsked(PageAsked):
    sort: Literal["newest", "oldest"] = Field("newest", description="By when they were made.")
    format: Literal["csv", "xlsx", "json"] | None = Field(
        None, description="The whole list as a file, instead of a page."
    )
    semicolon: bool = Field(False, description="CSV as Swedish spreadsheets expect it.")
    bom: bool = Field(True, description="Begin CSV with a byte order mark.")


def listed(
    request: HttpRequest,
    rows: models.QuerySet[AnyModel],
    asked: ListAsked,
    *,
    of: type[Schema],
    columns: Sequence[Column[AnyModel]],
    permission: str,
) -> dict[str, object] | HttpResponseBase:
    """Answer with a page of rows or, where a format is asked for, with all of them as a file."""
    newest_first = asked.sort == "newest"
    if asked.format is None:
        return page_of(rows, asked, newest_first=newest_first)
    identity: Identity = request.identity  # type: ignore[attr-defined]
    name = rows.model._meta.model_name or "list"
    _check_may_export(identity, permission)
    note_export(name, format=asked.format, agent_id=identity.agent_id, at=now())
    ordered = rows.order_by("-pk" if newest_first else "pk")
    seen = rows_seen_by(identity, permission, ordered)
    if asked.format == "json":
        return StreamingHttpResponse(_as_json(seen, of), content_type="application/json")
    return export(seen, columns, asked.format, name=name, semicolon=asked.semicolon, bom=asked.bom)


def _check_may_export(identity: Identity, permission: str) -> None:
    """A program's scope says it all; a person's role must also allow taking whole lists out.

    What is known of customers and what they said leaves by the same right as their cases.
    """
    if Role.SERVICE in identity.roles or permission.partition(".")[0] not in CONTENT:
        return
    if not identity.may("cases.export"):
        raise PermissionDenied("cases.export")


def _as_json(rows: Iterator[AnyModel], of: type[Schema]) -> Iterator[str]:
    count = 0
    yield '{"items":['
    for row in rows:
        yield (",\n" if count else "\n") + of.model_validate(row).model_dump_json()
        count += 1
    yield f'\n],"count":{count},"next":null,"previous":null}}\n'
