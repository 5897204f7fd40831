"""Streams that wait: their memory, and how soon what happens reaches 1,000 of them."""

import asyncio
import json
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

import httpx

from benchmarks.house import House, cookies_of, fresh_folder, living_house, memory_of

STREAMS, CASES, PAST = 1_000, 40, 2_000
PAUSE_SECONDS = 0.25

Figure = tuple[str, float, str, str]


def run() -> Iterator[Figure]:
    with fresh_folder() as var, living_house(var, past=PAST) as house:
        yield from asyncio.run(_measured(house))


async def _measured(house: House) -> list[Figure]:
    from gensvar.config.demo.cast import PASSWORD

    cookie = cookies_of(house.port, "ada@exempelby.example", PASSWORD)
    token = house.command("token", "create", "benchmark", "--scope", "all").split()[-1]
    before = _memory(house)
    ears = await asyncio.gather(*(_Ear.open(house, cookie) for _ in range(STREAMS)))
    await asyncio.sleep(2)
    after = _memory(house)
    listening = [asyncio.create_task(ear.listen()) for ear in ears]
    made = await _make_cases(house, token)
    await asyncio.sleep(2)
    for task in listening:
        task.cancel()
    late = [
        ear.heard[number] - at for ear in ears for number, at in made.items() if number in ear.heard
    ]
    missed = STREAMS * CASES - len(late)
    last = [max(ear.heard.get(number, at) for ear in ears) - at for number, at in made.items()]
    p95, p99 = quantiles(late, n=100)[94], quantiles(late, n=100)[98]
    about = f"{STREAMS} streams, {CASES} cases, 4 a second; looked for every 200 ms"
    return [
        ("memory of the process, no stream", before, "MB", "it holds all of the program"),
        ("memory of one idle stream", (after - before) * 1024 / STREAMS, "kB", f"of {STREAMS}"),
        ("from the answer to the hint, p50", median(late) * 1000, "ms", about),
        ("from the answer to the hint, p95", p95 * 1000, "ms", about),
        ("from the answer to the hint, p99", p99 * 1000, "ms", about),
        ("until the last stream has it, median", median(last) * 1000, "ms", about),
        ("hints that never came", missed, "hints", f"of {STREAMS * CASES}"),
    ]


async def _make_cases(house: House, token: str) -> dict[str, float]:
    """Make cases by the API; return when each was answered for, by number."""
    made = {}
    headers = {"Authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(
        base_url=f"http://localhost:{house.port}", headers=headers
    ) as program:
        for number in range(CASES):
            case = {"client": "exempelby", "title": f"Grop {number}", "channel": "phone"}
            answer = await program.post("/api/v1/cases", json=case)
            made[answer.raise_for_status().json()["number"]] = time.monotonic()
            await asyncio.sleep(PAUSE_SECONDS)
    return made


class _Ear:
    """One open stream, and when it heard of each case."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer
        self.heard: dict[str, float] = {}

    @classmethod
    async def open(cls, house: House, cookie: str) -> "_Ear":
        reader, writer = await asyncio.open_connection("127.0.0.1", house.port + 10)
        asked = f"GET /live/ HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\n\r\n"
        writer.write(asked.encode())
        status = await reader.readline()
        if b" 200 " not in status:
            raise RuntimeError(f"the stream was refused: {status!r}")
        return cls(reader, writer)

    async def listen(self) -> None:
        while line := await self.reader.readline():
            if line.startswith(b"data: ["):
                at = time.monotonic()
                for number in json.loads(line[6:]):
                    self.heard.setdefault(number, at)


def _memory(house: House) -> float:
    """Return the memory in MB of the process of the stream and its worker."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
            is_mine = f"GENSVAR_VAR={house.var}\0".encode() in (folder / "environ").read_bytes()
        except OSError:
            continue
        if is_mine and words[-2:-1] == [b"live"]:
            found.append(memory_of(int(folder.name)))
    # The one that started the other holds both.
    return max(found)
