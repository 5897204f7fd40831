"""How many cases each of several lists holds, asked in one statement."""

from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Final

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from gensvar.operations.cases.models import Case
from gensvar.operations.cases.queries.conditions import SOON, Conditions, matching
from gensvar.operations.cases.queries.worked_out import ANY_TIME, ANYBODY, Statement, filled

MOST_COUNTED: Final = 1_000


def counted(
    lists: Mapping[str, Statement | QuerySet[Case]], *, most: int = MOST_COUNTED
) -> dict[str, int]:
    """Count several lists in one query, each only up to `most`: nobody waits for a large number."""
    parts, values = [], []
    for name, cases in lists.items():
        try:
            sql, given = _statement(cases) if isinstance(cases, QuerySet) else cases
        except EmptyResultSet:  # among no words found, for one: nothing to ask the database
            continue
        parts.append(f"SELECT %s, count(*) FROM ({sql} LIMIT {most:d}) AS counted")  # noqa: S608 Django's own SQL
        values += [name, *given]
    counts = dict.fromkeys(lists, 0)
    if parts:
        with connection.cursor() as cursor:
            cursor.execute(" UNION ALL ".join(parts), values)
            counts |= {str(name): int(count) for name, count in cursor.fetchall()}
    return counts


def standing(
    conditions: Conditions, *, me: int, at: datetime, only_client: int | None
) -> Statement | QuerySet[Case]:
    """Return what `matching` does, for a view that is counted again and again."""
    if conditions.svar == SOON:  # follows from each client's calendar as it is today
        return matching(conditions, me=me, at=at, only_client=only_client)
    return filled(_for_anybody(conditions, only_client), me=me, at=at)


@lru_cache(maxsize=1_000)
def _for_anybody(conditions: Conditions, only_client: int | None) -> Statement:
    return _statement(matching(conditions, me=ANYBODY, at=ANY_TIME, only_client=only_client))


def _statement(cases: QuerySet[Case]) -> Statement:
    sql, given = cases.order_by().values("pk").query.sql_with_params()
    return sql, tuple(given)
