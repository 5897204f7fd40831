"""The tables of a report, counted once and kept: small counts are hidden before they are."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from gensvar.foundation.agreements.models import Client
from gensvar.oversight.kpi.models import ABOUT_PEOPLE
from gensvar.oversight.kpi.queries.first_contact import first_contacts
from gensvar.oversight.kpi.queries.insights import causes
from gensvar.oversight.kpi.queries.needs import need_matrix
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.subjects import subject_ranking, tiers
from gensvar.oversight.kpi.rules import told
from gensvar.oversight.publications.rules import TableName

# A label, then counts; a count that may not be told is a word in its place.
Row = list[Any]
MOST_ROWS: Final = 20
NOT_TOLD: Final = "–"


def counted(name: TableName, client: Client, period: Period) -> list[Row]:
    """Return a table's rows as they may leave the circle that handles cases (KPI-06)."""
    return list(TABLES[name](client, period))


def _subjects(client: Client, period: Period) -> Iterator[Row]:
    for row in subject_ranking(client, period).top:
        yield [row.subject, told(row.count, row.hidden)]


def _needs(client: Client, period: Period) -> Iterator[Row]:
    for row in need_matrix(client, period)[:MOST_ROWS]:
        cells = [told(cell.count, cell.hidden) for cell in row.cells]
        yield [row.subject, row.count, *cells, told(row.unsaid.count, row.unsaid.hidden)]


def _channels(client: Client, period: Period) -> Iterator[Row]:
    for row in first_contacts(client, period)[1]:
        parts = [row.solved, row.referred] if row.tells_referred else [NOT_TOLD, NOT_TOLD]
        yield [row.channel, NOT_TOLD if row.is_hidden else row.cases, *parts]


def _tiers(client: Client, period: Period) -> Iterator[Row]:
    """Tell a subject's tiers only where none of them is small: their sum stands nowhere else."""
    for row in list(tiers(client, period))[:MOST_ROWS]:
        shares = row.shares
        yield [row.subject, *(NOT_TOLD if one is None else one.part for one in shares)]


def _causes(client: Client, period: Period) -> Iterator[Row]:
    """Leave out what concerns people at work: only their manager is shown that."""
    for row in causes(client, period):
        if row.cause not in ABOUT_PEOPLE:
            yield [row.cause, told(row.count, row.hidden), row.page]


TABLES: Final[Mapping[TableName, Callable[[Client, Period], Iterator[Row]]]] = {
    TableName.SUBJECTS: _subjects,
    TableName.NEEDS: _needs,
    TableName.CHANNELS: _channels,
    TableName.TIERS: _tiers,
    TableName.CAUSES: _causes,
}
