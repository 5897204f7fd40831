"""Mails a second from SMTP to a case that an agent sees."""

import asyncio
import time
from collections.abc import Iterable

from benchmarks.post_office import PostOffice, mails, post_office, send, stop

WARM_UP = 100
MAILS = 2_000
CONNECTIONS = 16
TARGET = 200.0
UNTIDY = "SELECT count(*) FROM mail_rawmail WHERE owes_receipt OR content IS NOT NULL"


def run() -> Iterable[tuple[str, float, str, str]]:
    with post_office() as office:
        post = office.start_post()
        try:
            yield from _measure(office)
        finally:
            stop(post)


def _measure(office: PostOffice) -> Iterable[tuple[str, float, str, str]]:
    asyncio.run(send(office.port, mails(WARM_UP, seed=2), connections=4))
    office.wait_until_read()
    letters = mails(MAILS)
    began = time.perf_counter()
    accepted = asyncio.run(send(office.port, letters, connections=CONNECTIONS))
    taken = time.perf_counter()
    office.wait_until_read()
    visible = time.perf_counter()
    cases = office.count("SELECT count(*) FROM cases_case") - WARM_UP
    compared = f"target {TARGET:.0f}/s; {len(accepted)} of {MAILS} accepted"
    yield "accepted over SMTP and on disk", len(accepted) / (taken - began), "mails/s", compared
    yield "SMTP to visible case", cases / (visible - began), "mails/s", compared
    yield "cases", cases, "cases", f"{MAILS} mails sent"
    _wait_until_tidy(office)
    yield "receipts and vault after that", time.perf_counter() - visible, "s", "done when idle"
    yield from _one_at_a_time(office)


def _wait_until_tidy(office: PostOffice) -> None:
    """Receipts are written, and raw mails go to the vault, when no mail waits to be read."""
    while office.count(UNTIDY):
        time.sleep(0.1)


def _one_at_a_time(office: PostOffice) -> Iterable[tuple[str, float, str, str]]:
    """How long one mail takes from the first word to a visible case, on a quiet system."""
    waits = []
    for letter in mails(50, seed=3):
        began = time.perf_counter()
        asyncio.run(send(office.port, [letter], connections=1))
        while office.count("SELECT count(*) FROM mail_rawmail WHERE state = 'waiting'"):
            time.sleep(0.002)
        waits.append((time.perf_counter() - began) * 1_000)
        _wait_until_tidy(office)
    waits.sort()
    yield "one mail to visible case, p50", waits[25], "ms", "a quiet system"
    yield "one mail to visible case, p95", waits[47], "ms", "a quiet system"
