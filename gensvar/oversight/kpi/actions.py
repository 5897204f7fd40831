"""Keep what is counted short."""

from django.db import connection, transaction


@transaction.atomic
def gather_counts() -> None:
    """Make one row of the many that a day's counting leaves; no sum changes."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT kpi_gather()")
