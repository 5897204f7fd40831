"""Mails accepted and then lost, or doubled, when `gensvar post` is killed at random points."""

import asyncio
import os
import random
import signal
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

import psycopg

from benchmarks.post_office import PostOffice, mails, post_office, send, stop

RUNS = int(os.environ.get("GENSVAR_BENCH_RUNS", "200"))
MAILS_A_RUN = 60
CONNECTIONS = 8
# From the first mail to some time after the last: before, in and after commits, reading, delivery.
LONGEST_LIFE_SECONDS = 1.2
ACCEPTED_LOST = "SELECT count(*) FROM unnest(%s::text[]) AS sent WHERE sent NOT IN ({})"
VISIBLE = """
    SELECT m.message_id FROM contacts_message m
    JOIN cases_casecontact c ON c.contact_id = m.contact_id WHERE m.direction = 'in'
"""
DOUBLED = """
    SELECT count(*) FROM (SELECT message_id FROM contacts_message WHERE direction = 'in'
    GROUP BY message_id HAVING count(*) > 1) AS doubled
"""


def run() -> Iterable[tuple[str, float, str, str]]:
    yield from measured(runs=RUNS)


def measured(*, runs: int) -> Iterable[tuple[str, float, str, str]]:
    """Send, kill everything of the process at a random moment, start again; then count."""
    dice = random.Random(7)
    accepted: list[str] = []
    resent = 0
    with post_office() as office:
        began = time.monotonic()
        left: list[tuple[str, bytes]] = []
        for number in range(runs):
            # What was not accepted is sent again, as every mail server does.
            letters = left + mails(MAILS_A_RUN, seed=1_000 + number)
            resent += len(left)
            taken = _one_life(office, letters, seconds=dice.uniform(0, LONGEST_LIFE_SECONDS))
            accepted += [_message_id(letters[place][1]) for place in taken]
            left = [one for place, one in enumerate(letters) if place not in taken]
        post = office.start_post()
        office.wait_until_read(seconds=900)
        stop(post)
        compared = f"{len(accepted)} accepted, {runs} kills, {resent} sent again"
        yield "accepted but lost", _count(office, VISIBLE, accepted), "mails", compared
        yield "doubled", office.count(DOUBLED), "mails", compared
        yield "kills", runs, "runs", f"{time.monotonic() - began:.0f} s in all"


def _one_life(office: PostOffice, letters: list[tuple[str, bytes]], *, seconds: float) -> set[int]:
    """Send to a fresh process, kill it while it works, and return what it had accepted."""
    post = office.start_post()
    with ThreadPoolExecutor(1) as other:
        sending = other.submit(asyncio.run, send(office.port, letters, connections=CONNECTIONS))
        time.sleep(seconds)
        stop(post, signal.SIGKILL)
        return set(sending.result())


def _message_id(content: bytes) -> str:
    line = next(line for line in content.split(b"\r\n") if line.startswith(b"Message-ID:"))
    return line.partition(b"<")[2].partition(b">")[0].decode()


def _count(office: PostOffice, visible: str, accepted: list[str]) -> int:
    with psycopg.connect(office.dsn) as database:
        row = database.execute(ACCEPTED_LOST.format(visible).encode(), [accepted]).fetchone()
    return int(row[0]) if row else -1
