"""Calls through a real Asterisk and `gensvar bridge`: how soon they are answered, and none is lost.

Needs root and SIPp; VOICE_CALLS (200) calls come VOICE_RATE (5) a second, and the record is counted
against what SIPp says. On loopback, callers and all on the same machine.
"""

import csv
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.post_office import PostOffice, _free_port, post_office

STAGE = Path(__file__).parents[1] / "journeys" / "voice"
ONE_BY_ONE = 40
RANG = """
    SELECT extract(epoch FROM l.began_at - o.offered_at)::float8
    FROM voice_call c JOIN routing_offer o ON o.id = c.offer_id
    JOIN voice_leg l ON l.call_id = c.id AND l.role = 'agent' ORDER BY 1"""


def run() -> Iterator[tuple[str, float, str, str]]:
    """Yield figure, value, unit, and what it is compared with."""
    sys.path.insert(0, str(STAGE))
    stage, telephone = import_module("house"), import_module("telephone")
    with telephone.asterisk() as machine, post_office() as office:
        house = stage.House(office, machine)
        house.do(stage.LAY)
        house.begin()
        house.ready()
        answered = sorted(_answered(house) for _call in range(ONE_BY_ONE))
        yield from _spread("INVITE to 200", answered)
        took = []
        for _call in range(10):
            machine.phone("ada", lifts_after=0.0)
            house.begin()
            house.ready("ada")
            began = time.monotonic()
            caller = house.calls()
            house.until("talking")
            took.append(time.monotonic() - began)
            caller.hang_up()
            house.until("ended")
        yield from _spread("offer to the phone's ringing", _seconds(office, RANG))
        yield from _spread("INVITE to talking, as the record tells it", sorted(took))
        yield from _load(house)
        house.close()


def _answered(house: Any) -> float:
    began = time.monotonic()
    caller = house.calls()
    assert caller.answered.wait(10), "a call was not answered"
    took = time.monotonic() - began
    caller.hang_up()
    return took


def _load(house: Any) -> Iterator[tuple[str, float, str, str]]:
    calls, rate = int(os.environ.get("VOICE_CALLS", "200")), os.environ.get("VOICE_RATE", "5")
    house.ready()
    time.sleep(1)
    before = house.office.count("SELECT count(*) FROM voice_call")
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.csv"
        words = ["sipp", f"127.0.0.1:{house.asterisk.sip}", "-sf", str(STAGE / "caller.xml")]
        words += ["-i", "127.0.0.1", "-p", str(_free_port()), "-m", str(calls), "-r", rate]
        words += ["-s", "0910700000", "-key", "party", "anonymous", "-d", "1000", "-nostdin"]
        words += ["-trace_stat", "-stf", str(told), "-fd", "1"]
        began = time.monotonic()
        subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=7_200)
        took = time.monotonic() - began
        last = list(csv.DictReader(told.open(), delimiter=";"))[-1]
    made, fine = int(last["TotalCallCreated"]), int(last["SuccessfulCall(C)"])
    deadline = time.monotonic() + 60
    while house.office.count("SELECT count(*) FROM voice_call WHERE ended_at IS NULL"):
        assert time.monotonic() < deadline, "calls are left open"
        time.sleep(0.2)
    kept = house.office.count("SELECT count(*) FROM voice_call") - before
    left = house.office.count(
        "SELECT count(*) FROM voice_call WHERE outcome NOT IN ('abandoned', 'answered')"
    )
    yield "calls that SIPp made", made, "calls", f"{rate} a second wanted"
    yield "calls that SIPp calls successful", fine, "calls", f"{made} made"
    yield "calls in the record", kept, "calls", f"{made} made"
    yield "calls with another outcome than abandoned", left, "calls", "0 wanted"
    yield "calls a second", made / took, "1/s", f"{rate} wanted"


def _seconds(office: PostOffice, query: str) -> list[float]:
    import psycopg

    with psycopg.connect(office.dsn) as database:
        return [row[0] for row in database.execute(query.encode()).fetchall()]


def _spread(figure: str, took: Sequence[float]) -> Iterator[tuple[str, float, str, str]]:
    """Yield the percentiles of seconds that are in order."""
    for percent in (50, 95, 99):
        place = min(len(took) - 1, round(percent / 100 * (len(took) - 1)))
        yield f"{figure}, p{percent}", took[place] * 1000, "ms", f"{len(took)} calls"
