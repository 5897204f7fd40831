"""Due times, alarms and the overdue list with 100,000 open cases handed over, beside 10,000."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

COUNTS = (10_000, 100_000)
ROUNDS = 5
NOW = datetime(2026, 5, 4, 5, 0, tzinfo=UTC)
# Hand-overs of the last sixty days to ten groups with five handlers each.
FILL = """
    INSERT INTO cases_case (client_id, number, title, need_type, channel, language, opened_at,
        state, state_since, group_id, agent_id, code_version, subject_id)
    SELECT %(client)s, 'B-' || n, 'x', '', 'phone', 'sv', at, 'handed-over', at,
        (%(groups)s::bigint[])[1 + n %% 10], (%(agents)s::bigint[])[1 + n %% 50], 1, %(subject)s
    FROM generate_series(%(first)s::int, %(last)s::int) n,
         LATERAL (SELECT %(now)s::timestamptz - n %% 86400 * interval '1 minute' AS at) t;
    INSERT INTO cases_casestate (case_id, client_id, state, since, reason)
    SELECT c.id, c.client_id, 'handed-over', c.opened_at, '' FROM cases_case c
    WHERE NOT EXISTS (SELECT FROM cases_casestate s WHERE s.case_id = c.id);
    INSERT INTO cases_handover (case_id, client_id, to_group_id, why, question, by_id, at)
    SELECT c.id, c.client_id, c.group_id, 'cannot', 'x', c.agent_id, c.opened_at FROM cases_case c
    WHERE NOT EXISTS (SELECT FROM cases_handover h WHERE h.case_id = c.id);
"""


def run() -> Iterator[tuple[str, float, str, str]]:
    with tempfile.TemporaryDirectory(prefix="gensvar-") as var:
        os.environ["GENSVAR_VAR"] = var
        os.environ.pop("DATABASE_URL", None)
        from gensvar.config.boot import boot

        boot("owner")
        from django.core.management import call_command
        from django.db import connection

        from gensvar.config.postgres import throwaway

        with throwaway() as server:
            connection.settings_dict |= {
                "HOST": str(server.socket_folder),
                "USER": "gensvar_owner",
            }
            call_command("migrate", verbosity=0)
            connection.close()
            connection.settings_dict["USER"] = "postgres"
            yield from _measured()
            connection.close()


def _measured() -> Iterator[tuple[str, float, str, str]]:
    given = _town()
    made = 0
    for count in COUNTS:
        _fill(given, first=made + 1, last=count)
        made = count
        yield from _figures(given, f"{count:,} open")


def _figures(given: dict[str, Any], size: str) -> Iterator[tuple[str, float, str, str]]:
    from gensvar.foundation.calendars.queries import office_calendar
    from gensvar.operations.cases.actions.alarming import _seemingly_late
    from gensvar.operations.cases.actions.timing import forget_deadlines, refresh_deadlines
    from gensvar.operations.cases.models import Case
    from gensvar.operations.cases.queries.conditions import Conditions, matching
    from gensvar.operations.cases.queries.listing import Place, page
    from gensvar.oversight.reports.queries.overdue import overdue_in

    client = given["row"]
    calendar = office_calendar(client, at=NOW)
    forget_deadlines(client)
    began = time.perf_counter()
    done = refresh_deadlines(client, at=NOW)
    every = time.perf_counter() - began
    assert done == Case.objects.count()
    yield f"every due time from facts, {size}", done / every, "cases/s", "after a new calendar"
    _settle()
    idle = _median(lambda: refresh_deadlines(client, at=NOW))
    yield f"nothing to work out, {size}", idle, "ms", "every 15 s"
    found = overdue_in(client, "Tekniska kontoret", calendar=calendar, at=NOW)
    assert found.open == done
    listed = _median(lambda: overdue_in(client, "Tekniska kontoret", calendar=calendar, at=NOW))
    yield f"overdue list, {size}", listed, "ms", f"{found.overdue} overdue, 100 listed"
    whole = _once(lambda: _from_facts(client, calendar))
    yield f"overdue from facts alone, {size}", whole, "ms", f"{whole / listed:.0f} times the list"
    late = matching(Conditions(svar="forsenat"), me=0, at=NOW, only_client=client.pk)
    first = _median(lambda: page(late, Place(order="svar")))
    yield f"first page of late cases, {size}", first, "ms", "50 rows by due time"
    due = _median(lambda: _seemingly_late(client, at=NOW))
    yield f"who is to be alarmed, {size}", due, "ms", "nobody alarmed yet: the worst case"


def _from_facts(client: Any, calendar: Any) -> None:
    """Count what is overdue with no cache, as the baseline."""
    from gensvar.operations.cases.models import Case
    from gensvar.operations.cases.queries.deadlines import clocks_of, due_by

    opened = dict(Case.objects.filter(client=client).values_list("pk", "opened_at"))
    clocks = clocks_of({pk: (at, 3) for pk, at in opened.items()})
    sum((due_by(clock, calendar) or NOW) < NOW for clock in clocks.values())


def _town() -> dict[str, Any]:
    from gensvar.foundation.agreements.models import Client
    from gensvar.foundation.calendars.models import HolidaysKept
    from gensvar.foundation.people.models import Agent, Group
    from gensvar.operations.knowledge.models import ServiceArea, Subject

    client = Client.objects.create(code="b", name="B", public_name="B", created_at=NOW)
    HolidaysKept.objects.create(client=client, country="SE")
    agents = [
        Agent.objects.create(email=f"a{n}@b.example", name=f"A {n}", created_at=NOW)
        for n in range(50)
    ]
    groups = [
        Group.objects.create(
            client=client, code=f"G{n}", name=f"G{n}", department="Tekniska kontoret"
        )
        for n in range(10)
    ]
    area = ServiceArea.objects.create(client=client, department="Tekniska kontoret", name="x")
    subject = Subject.objects.create(client=client, area=area, name="Gator")
    return {
        "row": client,
        "client": client.pk,
        "agents": [one.pk for one in agents],
        "groups": [one.pk for one in groups],
        "subject": subject.pk,
        "now": NOW - timedelta(hours=1),
    }


def _fill(given: dict[str, Any], *, first: int, last: int) -> None:
    from django.db import connection
    from psycopg import ClientCursor

    told = {key: value for key, value in given.items() if key != "row"}
    connection.ensure_connection()
    with ClientCursor(connection.connection) as cursor:
        cursor.execute(FILL, told | {"first": first, "last": last})
    _settle()


def _settle() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _median(work: Callable[[], object]) -> float:
    return sorted(_once(work) for _round in range(ROUNDS))[ROUNDS // 2]


def _once(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1_000
