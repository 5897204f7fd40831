"""One act on 1,000 cases: shown, done and undone, beside the same act on one case by itself."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import Any

Figure = tuple[str, float, str, str]
CASES = 1_000
ALONE = 50
# Others that lie beside them: in a small table the database would rather read all of it.
OTHERS = 100_000
FILL = """
    INSERT INTO cases_case (client_id, number, title, need_type, channel, language, opened_at,
        state, state_since, code_version, subject_id)
    SELECT client_id, 'B-' || n, title, need_type, channel, language, opened_at,
        state, state_since, code_version, subject_id
    FROM cases_case, generate_series(1, %s) n WHERE id = %s
"""
NOW = datetime(2026, 5, 4, 8, 0, tzinfo=UTC)


class Stopwatch:
    """A clock that stands still, and notes when it is looked at: once before each case."""

    def __init__(self) -> None:
        self.looks = [time.perf_counter()]

    def __call__(self) -> datetime:
        self.looks.append(time.perf_counter())
        return NOW + timedelta(minutes=1)

    @property
    def seconds(self) -> float:
        return time.perf_counter() - self.looks[0]

    @property
    def slowest(self) -> float:
        """Return the longest time between two looks: a transaction, or fetching the next 25."""
        ends = [*self.looks[1:], time.perf_counter()]
        return max(end - began for began, end in zip(self.looks, ends, strict=True))


def run() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="gensvar-") as var:
        os.environ["GENSVAR_VAR"] = var
        os.environ.pop("DATABASE_URL", None)
        from gensvar.config.boot import boot

        boot("owner")
        with _database(Path(var) / "postgres") as become:
            given = _town()
            cases = [_opened(given, number) for number in range(CASES + ALONE)]
            _fill(cases[0])
            become("gensvar_work")
            yield from _figures(given, cases[:CASES], cases[CASES:])


@contextmanager
def _database(folder: Path) -> Iterator[Callable[[str], None]]:
    """Run a server that keeps what it commits, as it would in use; yield how to change roles."""
    from django.core.management import call_command
    from django.db import connection

    from gensvar.config.postgres import Server, prepare

    def become(role: str) -> None:
        connection.close()
        connection.settings_dict["USER"] = role

    server = Server(folder)
    server.start(holder="a benchmark")
    try:
        prepare(server)
        connection.settings_dict["HOST"] = str(server.socket_folder)
        become("gensvar_owner")
        call_command("migrate", verbosity=0)
        become("postgres")
        yield become
    finally:
        connection.close()
        server.stop()


def _town() -> dict[str, Any]:
    from gensvar.foundation.agreements.models import Client
    from gensvar.foundation.calendars.models import HolidaysKept
    from gensvar.foundation.people.models import Agent, Group, RoleGrant
    from gensvar.operations.knowledge.models import ServiceArea, Subject

    client = Client.objects.create(code="b", name="B", public_name="B", created_at=NOW)
    HolidaysKept.objects.create(client=client, country="SE")
    agents = []
    for name in ("cia", "ada"):
        agent = Agent.objects.create(email=f"{name}@b.example", name=name, created_at=NOW)
        role = "manager" if name == "cia" else "agent"
        RoleGrant.objects.create(agent=agent, role=role, since=NOW - timedelta(days=1))
        agents.append(agent)
    group = Group.objects.create(client=client, code="G", name="G", department="D")
    area = ServiceArea.objects.create(client=client, department="D", name="x")
    subject = Subject.objects.create(client=client, area=area, name="Gator", group=group)
    return {"client": client, "by": agents[0], "other": agents[1], "subject": subject}


def _fill(like: Any) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(FILL, [OTHERS, like.pk])
        cursor.execute("VACUUM ANALYZE")


def _figures(given: dict[str, Any], many: list[Any], few: list[Any]) -> Iterator[Figure]:
    from gensvar.operations.batches.rules import Act

    hand_out = {"agent": given["other"].pk, "group": None}
    close = {"reason": "Besvarat på annat sätt"}
    for act, details in ((Act.ASSIGN, hand_out), (Act.CLOSE, close)):
        alone = median(_alone(given, case, act, details) for case in few)
        yield f"{act}: one case by itself", alone * 1_000, "ms", f"median of {ALONE}"
        yield from _batch(given, many, act, details, alone)


def _opened(given: dict[str, Any], number: int) -> Any:
    from gensvar.operations.cases.actions import open_case

    return open_case(
        given["client"],
        title=f"Hål i gatan {number}",
        channel="phone",
        subject=given["subject"],
        need_type="status",
        by=given["by"],
        at=NOW,
    )


def _alone(given: dict[str, Any], case: Any, act: Any, details: dict[str, Any]) -> float:
    """Do the act as on the page of the case, with what it takes to undo it; return the seconds."""
    from gensvar.foundation.people.access import bound_as, identity_of, reach
    from gensvar.operations.batches.actions.doing import do
    from gensvar.operations.batches.rules import PERMISSION
    from gensvar.operations.cases.actions import remember

    by, at = given["by"], NOW + timedelta(minutes=1)
    began = time.perf_counter()
    identity = identity_of(by, at=at)
    with bound_as(reach(identity, PERMISSION[act])):
        case.refresh_from_db()
        remember(
            case,
            lambda: do(case, act, details, identity=identity, by=by, at=at),
            by=by,
            at=at,
        )
    return time.perf_counter() - began


def _batch(
    given: dict[str, Any], cases: list[Any], act: Any, details: dict[str, Any], alone: float
) -> Iterator[Figure]:
    from gensvar.operations.batches.actions import ask, ask_undo, confirm
    from gensvar.operations.batches.queries import counts
    from gensvar.operations.batches.rules import Outcome

    by, at = given["by"], NOW + timedelta(minutes=1)
    batch = ask(act, details, [(case.pk, case.client_id) for case in cases], by=by, at=at)
    yield from _timed(f"{act}: shown", batch, alone)
    confirm(batch, by=by, at=at)
    yield from _timed(f"{act}: done", batch, alone)
    assert counts(batch)[Outcome.DONE] == CASES, counts(batch)
    batch.refresh_from_db()
    ask_undo(batch, by=by, at=at)
    yield from _timed(f"{act}: undone", batch, alone)
    assert counts(batch)[Outcome.UNDONE] == CASES, counts(batch)


def _timed(name: str, batch: Any, alone: float) -> Iterator[Figure]:
    from gensvar.operations.batches.actions import go_on

    watch = Stopwatch()
    go_on(batch, at=watch)
    each = watch.seconds / CASES
    yield f"{name}, {CASES:,} cases", watch.seconds, "s", f"{each / alone:.1f} times one by itself"
    yield f"{name}, cases", 1 / each, "/s", f"{1 / alone:.0f}/s one by itself"
    yield f"{name}, the slowest", watch.slowest * 1_000, "ms", f"{each * 1_000:.1f} ms on average"
