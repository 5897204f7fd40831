"""The dispatcher: from insert to offer, building its memory of 100,000, and after kill -9."""

import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import Any

WAITING = 100_000
AGENTS, SKILLS = 200, 20
# A call of a customer each 20 ms: 50 a second.
CALLS, PAUSE_SECONDS = 1_000, 0.02
KILLS = int(os.environ.get("GENSVAR_BENCH_RUNS", "20"))
# Mails for subjects that nobody here knows: they wait, whatever happens beside them.
FILL = """
    WITH made AS (
        INSERT INTO contacts_contact (client_id, channel, direction, language, started_at, summary,
                                      secret)
        SELECT %(client)s, 'mail', 'in', 'sv', %(at)s::timestamptz - n * interval '1 second', '',
               false
        FROM generate_series(1, %(count)s::int) n RETURNING id, started_at)
    INSERT INTO routing_waiting (contact_id, client_id, queue_id, entered_at, arrived_at,
        goal_seconds, priority, language, is_vulnerable, facts, outcome)
    SELECT id, %(client)s, (%(queues)s::bigint[])[1 + id %% %(kinds)s::int], started_at, started_at,
           604800, 0, '', false, '{}', '' FROM made
"""
Figure = tuple[str, float, str, str]


def run() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="gensvar-") as var:
        os.environ["GENSVAR_VAR"] = var
        os.environ.pop("DATABASE_URL", None)
        from gensvar.config.boot import boot

        boot("owner")
        from django.core.management import call_command
        from django.db import connection

        from gensvar.config.drawn_shape import lay
        from gensvar.config.postgres import throwaway

        with throwaway() as server:
            host = str(server.socket_folder)
            connection.settings_dict |= {"HOST": host, "USER": "gensvar_owner"}
            with connection.cursor() as cursor:
                is_shaped = lay(cursor)
            if not is_shaped:
                call_command("migrate", verbosity=0)
            connection.close()
            connection.settings_dict["USER"] = "postgres"
            os.environ["DATABASE_URL"] = f"postgresql://postgres@/gensvar?host={host}"
            yield from _measured()
            connection.close()


def _measured() -> Iterator[Figure]:
    town = Town()
    leader = town.start()
    yield from _latency(town, "empty queues")
    yield from _flooded(town, leader)
    yield from _rebuilt()
    leader = town.start()
    time.sleep(3)
    yield from _latency(town, f"{WAITING:,} wait beside")
    yield from _killed(town, leader)


class Town:
    """Agents, a queue of calls that they answer, and mails that nobody does."""

    def __init__(self) -> None:
        from django.utils.timezone import now

        from gensvar.foundation.agreements.models import Client
        from gensvar.foundation.people.models import Agent, RoleGrant
        from gensvar.operations.routing import actions

        at = now()
        self.random = Random(4)
        self.client = Client.objects.create(
            code="town", name="Town", public_name="Town", created_at=at
        )
        skills = [actions.add_skill(self.client, name=f"s{number}") for number in range(SKILLS)]
        self.agents: list[Any] = []
        for number in range(AGENTS):
            agent = Agent.objects.create(
                email=f"a{number}@town.example", name=f"A{number}", created_at=at
            )
            RoleGrant.objects.create(agent=agent, role="agent", client=self.client, since=at)
            lead = self.agents[0] if self.agents else agent
            capacity = {"phone": 1}
            actions.give_seat(agent, client=self.client, capacity=capacity, by=lead, at=at)
            for skill in {skills[0], self.random.choice(skills)}:
                actions.assess(agent, skill=skill, level=3, by=lead, at=at)
            actions.be_ready(agent, screen="w", at=at)
            self.agents.append(agent)
        self.calls = self.queue("phone", skills[0])
        self.mails = [self.queue("mail", skill) for skill in skills]

    def queue(self, channel: str, skill: Any) -> Any:
        from django.utils.timezone import now

        from gensvar.operations.routing import actions

        wish = actions.QueueWish(
            name=skill.name,
            channel=channel,
            goal_seconds=30,
            steps=[actions.StepWish(0, skill)],
            offer_seconds=600,
        )
        return actions.set_queue(self.client, wish, by=self.agents[0], at=now())

    def fill(self, count: int) -> None:
        from django.db import connection
        from django.utils.timezone import now

        given: Any = {
            "client": self.client.pk,
            "at": now(),
            "count": count,
            "queues": [queue.pk for queue in self.mails],
            "kinds": SKILLS,
        }
        with connection.cursor() as cursor:
            cursor.execute(FILL, given)
            cursor.execute("ANALYZE")

    def calls_in(self) -> Any:
        from django.utils.timezone import now

        from gensvar.operations.contacts.actions import register_contact
        from gensvar.operations.routing import actions

        contact = register_contact(
            self.client, channel="phone", direction="in", customer=None, at=now()
        )
        return actions.wait(contact, queue=self.calls, at=now())

    def work(self) -> None:
        """Let everybody be there, and be done with what they were offered."""
        from django.utils.timezone import now

        from gensvar.operations.routing import actions
        from gensvar.operations.routing.models import Offer, Seat

        Seat.objects.update(seen_at=now())
        for offer in Offer.objects.live().filter(state="offered"):
            actions.accept(offer, by=offer.agent, at=now())
            actions.finish(offer, by=offer.agent, at=now())

    def start(self) -> subprocess.Popen[bytes]:
        from gensvar.operations.routing.models import Leadership

        Leadership.objects.all().delete()
        process = standby()
        while not Leadership.objects.exists():
            time.sleep(0.01)
        return process


def standby() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "gensvar.config.command", "dispatch"],
        env=os.environ | {"GENSVAR_LOG_LEVEL": "WARNING"},
    )


def stop(process: subprocess.Popen[bytes], sign: signal.Signals = signal.SIGTERM) -> float:
    """Stop a dispatcher, and return the seconds that it took."""
    began = time.perf_counter()
    process.send_signal(sign)
    process.wait(60)
    return time.perf_counter() - began


def _latency(town: Town, beside: str) -> Iterator[Figure]:
    """Measure from a call's row until the moment that its offer's turn began, and its commit."""
    from gensvar.operations.routing.models import Offer

    taken = []
    for number in range(CALLS):
        began = time.perf_counter()
        waiting = town.calls_in()
        if number % 10 == 0:
            inserted = time.perf_counter()
            while not Offer.objects.filter(contact=waiting.contact_id).exists():
                time.sleep(0.001)
            taken.append((time.perf_counter() - inserted) * 1000)
        if number % 200 == 199:
            town.work()
        time.sleep(max(0.0, PAUSE_SECONDS - (time.perf_counter() - began)))
    town.work()
    cuts = statistics.quantiles(taken, n=100)
    for name, value in (("p50", cuts[49]), ("p95", cuts[94]), ("p99", cuts[98])):
        yield (
            f"from insert to offer row, {name}",
            value,
            "ms",
            f"{len(taken)} of {CALLS:,} calls at 50/s, {AGENTS} agents, {beside}",
        )


def _flooded(town: Town, leader: subprocess.Popen[bytes]) -> Iterator[Figure]:
    """Put all that waits before the leader in two heaps: it must route on, and stop when told."""
    from gensvar.operations.routing.models import Offer

    half = WAITING // 2
    town.fill(half)
    began = time.perf_counter()
    waiting = town.calls_in()
    while not Offer.objects.filter(contact=waiting.contact_id).exists():
        if leader.poll() is not None:
            raise RuntimeError("the leader has ended by itself")
        time.sleep(0.005)
    taken = time.perf_counter() - began
    yield "from insert to offer row, behind a heap", taken, "s", f"{half:,} came at once before it"
    town.work()
    town.fill(WAITING - half)
    yield "from SIGTERM to its end, before a heap", stop(leader), "s", f"{half:,} more came at once"


def _rebuilt() -> Iterator[Figure]:
    from django.utils.timezone import now

    from gensvar.operations.routing.dispatcher.dispatcher import Dispatcher

    taken = []
    for _ in range(3):
        began = time.perf_counter()
        dispatcher = Dispatcher(at=now())
        taken.append(time.perf_counter() - began)
    known = len(dispatcher.router.moves.turns)
    yield "building its memory from the database", min(taken), "s", f"{known:,} contacts; aim 2 s"
    began = time.perf_counter()
    dispatcher.turn(at=now() + timedelta(seconds=2))
    yield "a turn with the sweep", (time.perf_counter() - began) * 1000, "ms", "once a second"
    began = time.perf_counter()
    dispatcher.turn(at=now() + timedelta(seconds=2.1))
    yield "a turn with nothing to do", (time.perf_counter() - began) * 1000, "ms", "50 a second"


def _at_work() -> int:
    """Return how many dispatchers the database knows of: one leads, the other stands by."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'gensvar dispatch %'"
        )
        return int(cursor.fetchone()[0])


def _killed(town: Town, leader: subprocess.Popen[bytes]) -> Iterator[Figure]:
    """Kill the leader at random moments while calls come; count what is lost and doubled."""
    from gensvar.operations.routing.models import Offer, Waiting

    taken = []
    for _ in range(KILLS):
        follower = standby()
        while _at_work() < 2:
            time.sleep(0.05)
        for _ in range(town.random.randint(1, 30)):
            town.calls_in()
        stop(leader, signal.SIGKILL)
        began = time.perf_counter()
        waiting = town.calls_in()
        while not Offer.objects.filter(contact=waiting.contact_id).exists():
            time.sleep(0.005)
        taken.append(time.perf_counter() - began)
        leader = follower
        town.work()
    time.sleep(2)
    town.work()
    stop(leader)
    calls = Waiting.objects.filter(queue=town.calls)
    answered = calls.filter(outcome="answered").count()
    done = Offer.objects.filter(queue=town.calls, state="done").values_list("contact_id", flat=True)
    beside = f"{KILLS} kills, {WAITING:,} wait"
    yield "from kill -9 to the next offer, median", statistics.median(taken), "s", beside
    yield "from kill -9 to the next offer, longest", max(taken), "s", f"{beside}; aim 3 s"
    yield "calls lost", calls.count() - answered, "calls", f"of {calls.count()}"
    yield "calls answered twice", len(done) - len(set(done)), "calls", f"of {calls.count()}"
