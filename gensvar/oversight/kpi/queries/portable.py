"""What is asked of the counted past, in words that PostgreSQL, DuckDB and ClickHouse answer alike.

Only whole numbers, decimals and days are added up and compared, so that no engine rounds in a way
of its own. The tables here are what `exporting` writes to Parquet, with the same columns.
"""

from collections.abc import Sequence
from typing import Final

from gensvar.oversight.kpi.queries.periods import Period

# Of each counter of a day, in a queue or (0) whole: its sum; and of lists each value in thousandths
# with how often it stands there. Calls and chats happened one by one; cases were asked about.
TABLES: Final = ("sums", "tallies", "contacts", "subjects")

AMOUNTS: Final = """
    SELECT counter, SUM(amount) AS amount FROM {sums} WHERE {asked}
    GROUP BY counter ORDER BY counter"""
TALLIES: Final = """
    SELECT counter, thousandths, SUM(often) AS often FROM {tallies} WHERE {asked}
    GROUP BY counter, thousandths ORDER BY counter, thousandths"""
# The same of several periods at once, by their places.
AMOUNTS_OF_SPANS: Final = """
    SELECT place, counter, SUM(amount) AS amount
    FROM {sums} JOIN {spans} ON day >= starts_on AND day < ends_on WHERE {asked}
    GROUP BY place, counter ORDER BY place, counter"""
TALLIES_OF_SPANS: Final = """
    SELECT place, counter, thousandths, SUM(often) AS often
    FROM {tallies} JOIN {spans} ON day >= starts_on AND day < ends_on WHERE {asked}
    GROUP BY place, counter, thousandths ORDER BY place, counter, thousandths"""
# Contacts by the half-hour in which they were offered; what was handled by when it was done.
HALF_HOURS: Final = """
    SELECT channel, queue, moment - moment % 1800 AS half_hour,
        SUM(CASE WHEN kind = 'offered' OR kind = 'contact' THEN 1 ELSE 0 END) AS offered,
        SUM(CASE WHEN outcome = 'answered' OR kind = 'contact' THEN 1 ELSE 0 END) AS answered,
        SUM(CASE WHEN (outcome = 'answered' OR kind = 'contact')
                AND thousandths <= {in_time} THEN 1 ELSE 0 END) AS answered_in_time,
        SUM(CASE WHEN outcome = 'abandoned' THEN 1 ELSE 0 END) AS abandoned,
        SUM(CASE WHEN outcome = 'abandoned' AND thousandths <= {short} THEN 1 ELSE 0 END) AS short,
        SUM(CASE WHEN outcome = 'answered' OR kind = 'contact' THEN thousandths ELSE 0 END)
            AS waited_thousandths,
        SUM(CASE WHEN kind = 'done' THEN 1 ELSE 0 END) AS handled,
        SUM(CASE WHEN kind = 'done' THEN thousandths ELSE 0 END) AS talked_thousandths,
        SUM(CASE WHEN kind = 'done' THEN more_thousandths ELSE 0 END) AS wrapped_thousandths
    FROM {contacts} WHERE {asked}
    GROUP BY channel, queue, moment - moment % 1800 ORDER BY channel, queue, half_hour"""
SUBJECTS: Final = """
    SELECT subject, SUM(cases) AS cases, SUM(handed_over) AS handed_over,
        SUM(solved_at_front) AS solved_at_front
    FROM {subjects} WHERE {asked} GROUP BY subject ORDER BY cases DESC, subject"""

# Within so many seconds of the wait somebody who gave up did not really wait.
SHORT: Final = 5

SO_FAR: Final = "FROM kpi_daysum s"
# Only days that are told as whole: half a day would be a low figure.
WHOLE: Final = """FROM kpi_daysum s JOIN kpi_day d ON d.client_id = s.client_id AND d.day = s.day
    AND d.closed_at IS NOT NULL"""
# Halves go up, by additions and products that are the same in every engine.
THOUSANDTHS: Final = "CAST(floor(%s * 1000 + 0.5) AS bigint)"


def asked(client_id: int, period: Period, *, queue_id: int | None = None) -> str:
    """Return the condition on rows of a client's days; only numbers and days are written in it."""
    words = (
        f"client_id = {client_id:d} AND day >= DATE '{period.starts_on:%Y-%m-%d}'"
        f" AND day < DATE '{period.ends_on:%Y-%m-%d}'"
    )
    return words if queue_id is None else f"{words} AND queue = {queue_id:d}"


def of_spans(words: str, periods: Sequence[Period], which: str) -> str:
    """Return words about several periods, each by its place among them."""
    rows = ", ".join(
        f"({place}, DATE '{one.starts_on:%Y-%m-%d}', DATE '{one.ends_on:%Y-%m-%d}')"
        for place, one in enumerate(periods)
    )
    spans = f"(VALUES {rows}) AS spans (place, starts_on, ends_on)"
    return words.replace("{spans}", spans).replace("{asked}", which)


def half_hours(*, in_time: int) -> str:
    """Return the words for the table of half-hours, with answers in time within so many seconds."""
    words = HALF_HOURS.replace("{in_time}", str(in_time * 1000))
    return words.replace("{short}", str(SHORT * 1000))


def sources(*, is_whole: bool = True) -> dict[str, str]:
    """Return what PostgreSQL has of each table; `is_whole` leaves out days not told yet."""
    rows = WHOLE if is_whole else SO_FAR
    return {
        "sums": f"(SELECT s.client_id, s.day, s.queue, s.counter, s.amount {rows}) AS sums",
        "tallies": f"""(SELECT s.client_id, s.day, s.queue, s.counter, 1 AS often,
            {THOUSANDTHS % "unnest(s.list)"} AS thousandths
            {rows} WHERE s.list IS NOT NULL) AS tallies""",
        "contacts": f"""(SELECT f.client_id, f.day, coalesce(f.queue_id, 0) AS queue, f.channel,
            f.kind, f.outcome, CAST(floor(extract(epoch FROM f.at)) AS bigint) AS moment,
            {THOUSANDTHS % "f.seconds"} AS thousandths,
            {THOUSANDTHS % "f.more_seconds"} AS more_thousandths
            FROM kpi_fact f JOIN kpi_day d ON d.client_id = f.client_id AND d.day = f.day
                AND d.closed_at IS NOT NULL
            WHERE f.channel IN ('phone', 'chat') AND (f.kind IN ('offered', 'wait', 'done')
                OR f.kind = 'contact' AND f.outcome = 'in' AND f.channel = 'phone'
                AND f.seconds IS NOT NULL)) AS contacts""",  # noqa: S608
        "subjects": """(SELECT client_id, day, coalesce(subject_id, 0) AS subject, need_type,
            cases, handed_over, solved_at_front FROM kpi_casecount WHERE NOT is_month)
            AS subjects""",
    }
