"""Long lists a page at a time, by cursor: nothing is skipped or repeated while rows come in."""

import base64
import binascii
from typing import Generic, TypeVar

from django.db import models
from django.utils.translation import gettext as _
from ninja import Schema
from pydantic import Field

from gensvar.foundation.integrations.problems import invalid

MOST = 200
Item = TypeVar("Item")
AnyModel = TypeVar("AnyModel", bound=models.Model)


class Page(Schema, Generic[Item]):
    count: int = Field(description="How many there are in all, not only on this page.")
    items: list[Item]
    next: str | None = Field(None, description="Send as `cursor` to get the page after this one.")
    previous: str | None = Field(None, description="Send as `cursor` to get the page before.")


class PageAsked(Schema):
    limit: int = Field(50, ge=1, le=MOST, description="How many items a page holds.")
    cursor: str = Field("", max_length=64, description="From `next` or `previous` of a page.")


def page_of(
    rows: models.QuerySet[AnyModel], asked: PageAsked, *, newest_first: bool = True
) -> dict[str, object]:
    """Return the page asked for, in the order in which the rows were made."""
    count = rows.count()
    backwards, key = _read(asked.cursor)
    descends = newest_first != backwards
    ordered = rows.order_by("-pk" if descends else "pk")
    if key is not None:
        ordered = ordered.filter(**{"pk__lt" if descends else "pk__gt": key})
    # First which rows, then what they hold: joined to others, row-level security would have the
    # database read the others whole.
    keys = list(ordered.values_list("pk", flat=True)[: asked.limit + 1])
    has_more = len(keys) > asked.limit
    whole = rows.filter(pk__in=keys[: asked.limit]).in_bulk()
    items = [whole[key] for key in keys[: asked.limit] if key in whole]
    items = items[:: -1 if backwards else 1]
    return {
        "count": count,
        "items": items,
        "next": _cursor("n", items[-1].pk) if items and (has_more or backwards) else None,
        "previous": _cursor("p", items[0].pk)
        if items and (has_more if backwards else key)
        else None,
    }


def _cursor(direction: str, key: int) -> str:
    return base64.urlsafe_b64encode(f"{direction}{key}".encode()).decode().rstrip("=")


def _read(cursor: str) -> tuple[bool, int | None]:
    if not cursor:
        return False, None
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
        direction, key = text[:1], int(text[1:])
    except (ValueError, binascii.Error):
        direction, key = "", 0
    if direction not in {"n", "p"} or not 0 < key < 2**63:
        raise invalid("query:cursor", _("This is no cursor that we have given out."))
    return direction == "p", key
