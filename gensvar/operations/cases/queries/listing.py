"""Rows of a list of cases, a page at a time, by where one was and never by number of page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any, Final

from django.db import connection
from django.db.models import F, Q, QuerySet

from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.conditions import (
    ME,
    OPEN,
    SOON,
    Conditions,
    matching,
    resting,
)
from gensvar.operations.cases.queries.worked_out import ANY_TIME, ANYBODY, Statement, filled

PAGE: Final = 50
# As many as are seen beside a case without scrolling far.
MOST_OWN: Final = 25
# What stands in the address, and by which moment it sorts.
ORDERS: Final = {"vantat": "state_since", "oppnat": "opened_at", "svar": "deadline__due_at"}
_BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class CaseRow:
    """What a list shows of a case."""

    pk: int
    number: str
    title: str
    state: str
    channel: str
    since: datetime
    opened: datetime
    due: datetime | None
    customer: str
    subject: str
    agent_id: int | None
    agent: str
    group: str
    client: str


@dataclass(frozen=True)
class Page:
    """Some rows, and where the rows before and after them begin (empty: there are none)."""

    rows: tuple[CaseRow, ...]
    before: str = ""
    after: str = ""


@dataclass(frozen=True, kw_only=True)
class Place:
    """How a list is sorted, and where in it a page begins."""

    order: str = "vantat"
    is_descending: bool = False
    after: str = ""
    before: str = ""

    @property
    def moment(self) -> str:
        return ORDERS[self.order]


FIELDS: Final = (
    "pk",
    "number",
    "title",
    "state",
    "channel",
    "state_since",
    "opened_at",
    "deadline__due_at",
    "customer__name",
    "subject__name",
    "agent_id",
    "agent__name",
    "group__code",
    "client__public_name",
)


def page(cases: QuerySet[Case], place: Place, *, size: int = PAGE) -> Page:
    """Return the rows after (or before) a place; a place that nobody can read is the beginning."""
    if place.order == "svar":  # what has no due time has no place among those that have
        cases = cases.filter(deadline__due_at__isnull=False)
    begin = _moment_and_key(place.before or place.after)
    is_backwards = bool(place.before) and begin is not None
    is_falling = place.is_descending != is_backwards
    if begin is not None:
        cases = cases.filter(_beyond(place.moment, *begin, is_falling=is_falling))
    rows = _rows(_few(cases, place.moment, is_falling=is_falling, size=size))
    has_more = len(rows) > size
    rows = rows[:size]
    if is_backwards:
        rows.reverse()
    has_before = has_more if is_backwards else begin is not None
    has_after = True if is_backwards else has_more
    return _page(rows, place, has_before=has_before, has_after=has_after)


def first_page(
    conditions: Conditions, place: Place, *, me: int, at: datetime, only_client: int | None
) -> Page:
    """Return what `page` does at the beginning of a list, by a statement worked out before."""
    assert conditions.svar != SOON, "that follows from each client's calendar as it is today"
    beginning = _beginning(conditions, only_client, place.order, place.is_descending)
    rows = _filled(beginning, me=me, at=at)
    return _page(rows[:PAGE], place, has_before=False, has_after=len(rows) > PAGE)


@lru_cache(maxsize=1_000)
def _beginning(
    conditions: Conditions, only_client: int | None, order: str, is_falling: bool
) -> Statement:
    cases = matching(conditions, me=ANYBODY, at=ANY_TIME, only_client=only_client)
    if order == "svar":
        cases = cases.filter(deadline__due_at__isnull=False)
    listed = _few(cases, ORDERS[order], is_falling=is_falling, size=PAGE)
    sql, given = listed.values_list(*FIELDS).query.sql_with_params()
    return sql, tuple(given)


def _page(rows: list[CaseRow], place: Place, *, has_before: bool, has_after: bool) -> Page:
    if not rows:
        return Page(())
    return Page(
        tuple(rows),
        before=_cursor(rows[0], place) if has_before else "",
        after=_cursor(rows[-1], place) if has_after else "",
    )


def ordered(cases: QuerySet[Case], moment: str, *, is_falling: bool) -> QuerySet[Case]:
    if is_falling:
        return cases.order_by(F(moment).desc(), F("pk").desc())
    return cases.order_by(moment, "pk")


def _few(cases: QuerySet[Case], moment: str, *, is_falling: bool, size: int) -> QuerySet[Case]:
    """Return one more case than a page has, found before anything is joined to them."""
    found = ordered(cases, moment, is_falling=is_falling)[: size + 1]
    return ordered(Case.objects.filter(pk__in=found.values("pk")), moment, is_falling=is_falling)


def rows_of(cases: QuerySet[Case]) -> list[CaseRow]:
    """Return the rows of a short, ordered query."""
    return _rows(cases)


def own_open(*, me: int, at: datetime, only_client: int | None) -> list[CaseRow]:
    """Return somebody's open cases that do not rest: what waits for us first, then the oldest."""
    return _filled(_own_open(only_client), me=me, at=at)


def _filled(statement: Statement, *, me: int, at: datetime) -> list[CaseRow]:
    with connection.cursor() as cursor:
        cursor.execute(*filled(statement, me=me, at=at))
        return [_row(*row) for row in cursor.fetchall()]


@lru_cache(maxsize=1_000)
def _own_open(only_client: int | None) -> Statement:
    open_ones = Conditions(lage=OPEN, agent=ME)
    own = matching(open_ones, me=ANYBODY, at=ANY_TIME, only_client=only_client).filter(~resting())
    shown = own.order_by("-state", "state_since", "pk")[:MOST_OWN].values_list(*FIELDS)
    sql, given = shown.query.sql_with_params()
    return sql, tuple(given)


def _rows(cases: QuerySet[Case]) -> list[CaseRow]:
    rows: Iterable[tuple[Any, ...]] = cases.values_list(*FIELDS)
    return [_row(*row) for row in rows]


def _row(*values: Any) -> CaseRow:
    """Write what the outer joins did not find as nothing."""
    found = dict(zip(FIELDS, values, strict=True))
    return CaseRow(
        pk=found["pk"],
        number=found["number"],
        title=found["title"],
        state=found["state"],
        channel=found["channel"],
        since=found["state_since"],
        opened=found["opened_at"],
        due=found["deadline__due_at"],
        customer=found["customer__name"] or "",
        subject=found["subject__name"] or "",
        agent_id=found["agent_id"],
        agent=found["agent__name"] or "",
        group=found["group__code"] or "",
        client=found["client__public_name"],
    )


def _beyond(moment: str, at: datetime, pk: int, *, is_falling: bool) -> Q:
    """Say "beyond this row" so that the index is entered there: first the moment, then the rest."""
    if is_falling:
        return Q(**{f"{moment}__lte": at}) & (Q(**{f"{moment}__lt": at}) | Q(pk__lt=pk))
    return Q(**{f"{moment}__gte": at}) & (Q(**{f"{moment}__gt": at}) | Q(pk__gt=pk))


def _cursor(row: CaseRow, place: Place) -> str:
    at = {"vantat": row.since, "oppnat": row.opened, "svar": row.due}[place.order]
    assert at is not None, "a list by due time holds nothing without one"
    return f"{(at - _BEGINNING) // timedelta(microseconds=1)}-{row.pk}"


def _moment_and_key(cursor: str) -> tuple[datetime, int] | None:
    moment, _, key = cursor.partition("-")
    if not (moment.isascii() and moment.isdigit() and key.isascii() and key.isdigit()):
        return None
    if len(moment) > 17 or len(key) > 18:
        return None
    return _BEGINNING + timedelta(microseconds=int(moment)), int(key)
