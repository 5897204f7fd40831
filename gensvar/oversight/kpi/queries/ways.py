"""Published ways in that do not serve: nobody's, or such where most get no answer (K115)."""

from dataclasses import dataclass

from django.db import connection

from gensvar.foundation.agreements.models import Client
from gensvar.oversight.kpi.queries.periods import Period


@dataclass(frozen=True)
class Unserved:
    without_owner: int
    # Numbers with an owner whose callers mostly gave up; who hung up within 5 seconds is no caller.
    unanswered: int


def unserved(client: Client, period: Period) -> Unserved:
    """Count the ways in as they are published now, by how calls went on the days of a period."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT without_owner, unanswered FROM kpi_ways_in(%s, %s, %s)",
            [client.pk, period.starts_on, period.ends_on],
        )
        return Unserved(*cursor.fetchone())
