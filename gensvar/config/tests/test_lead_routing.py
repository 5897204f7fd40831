"""Real processes: one leads, the other takes over when it is killed."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import contextmanager
from random import Random

import pytest
from django.db import connection
from django.utils.timezone import now

from gensvar.config.tests.running import environment, wait_until
from gensvar.operations.contacts.actions import register_contact
from gensvar.operations.routing import actions
from gensvar.operations.routing.dispatcher.process import LEADER_LOCK
from gensvar.operations.routing.models import Leadership, Offer, Waiting
from gensvar.operations.routing.tests.conftest import CAPACITY

pytestmark = pytest.mark.django_db(transaction=True)
AT_WORK = "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'gensvar dispatch %'"
LEADER = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND objid = %s AND granted"


@pytest.fixture
def start(tmp_path):
    """Start dispatchers beside the test, on its database."""
    host = connection.settings_dict["HOST"]
    started = []

    def begin():
        process = subprocess.Popen(
            [sys.executable, "-m", "gensvar.config.command", "dispatch"],
            env=environment(tmp_path, DATABASE_URL=f"postgresql://postgres@/gensvar?host={host}"),
        )
        started.append(process)
        return process

    yield begin
    for process in started:
        process.kill()
        process.wait(10)


@pytest.fixture
def centre(exempelby, cia, ada, bo):
    at = now()
    skill = actions.add_skill(exempelby, name="gator")
    for agent in (ada, bo):
        actions.give_seat(agent, client=exempelby, capacity=CAPACITY, by=cia, at=at)
        actions.assess(agent, skill=skill, level=3, by=cia, at=at)
        actions.be_ready(agent, screen="w", at=at)
    wish = actions.QueueWish(
        name="Gator", channel="phone", goal_seconds=30, steps=[actions.StepWish(0, skill)]
    )
    return actions.set_queue(exempelby, wish, by=cia, at=at)


def leader():
    """Return the backend of whoever leads."""
    with connection.cursor() as cursor:
        cursor.execute(LEADER, [LEADER_LOCK])
        return cursor.fetchone()


def is_backed():
    """Say whether beside the one that leads another is there to take over."""
    with connection.cursor() as cursor:
        cursor.execute(AT_WORK)
        return cursor.fetchone()[0] == 2


def comes(queue):
    at = now()
    contact = register_contact(queue.client, channel="phone", direction="in", customer=None, at=at)
    actions.wait(contact, queue=queue, at=at)
    return contact


def is_offered(contact):
    return Offer.objects.live().filter(contact=contact).exists()


@contextmanager
def answering(agents):
    """Let agents take and end what they are offered, as often as it is called."""

    def answer():
        for agent in agents:
            actions.note_seen(agent, screen="w", at=now())
        for offer in Offer.objects.live().filter(state="offered"):
            actions.accept(offer, by=offer.agent, at=now())
            actions.finish(offer, by=offer.agent, at=now())

    yield answer


def test_the_standby_goes_on_when_the_leader_is_killed_and_nothing_is_lost_or_doubled(
    start, centre, ada, bo
):
    random = Random(4)
    processes = [start(), start()]
    wait_until(lambda: leader() is not None)
    contacts = []
    with answering([ada, bo]) as answer:
        for _ in range(3):
            for _ in range(6):
                contacts.append(comes(centre))
                time.sleep(random.random() / 20)
                answer()
            victim = _leading(processes)
            wait_until(is_backed)
            victim.kill()
            contacts.append(comes(centre))

            def is_routed():
                answer()
                return Offer.objects.filter(contact=contacts[-1]).exists()

            wait_until(is_routed)
            processes = [one for one in processes if one is not victim] + [start()]

            def is_quiet():
                answer()
                return not Waiting.objects.now().exists()

            wait_until(is_quiet)

    answered = Counter(Offer.objects.filter(state="done").values_list("contact_id", flat=True))
    assert answered == Counter(contact.pk for contact in contacts)
    assert Waiting.objects.filter(outcome="answered").count() == len(contacts)


def _leading(processes):
    """Return the process that leads: the one whose stopping frees the lock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT application_name FROM pg_stat_activity WHERE pid = %s", leader())
        name = cursor.fetchone()[0]
    number = int(name.rpartition(" ")[2])
    return next(one for one in processes if one.pid == number)


def test_a_leader_that_hangs_is_replaced(start, centre):
    first = start()
    wait_until(Leadership.objects.exists)
    second = start()
    os.kill(first.pid, signal.SIGSTOP)
    contact = comes(centre)

    wait_until(lambda: is_offered(contact), seconds=30)

    assert second.poll() is None
    os.kill(first.pid, signal.SIGCONT)
    assert first.wait(15) == 1
    assert Offer.objects.filter(contact=contact).count() == 1


def test_it_stops_cleanly_when_told_to(start, centre):
    process = start()
    wait_until(lambda: leader() is not None)

    process.send_signal(signal.SIGTERM)

    assert process.wait(10) == 0
    wait_until(lambda: leader() is None)
