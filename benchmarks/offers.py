"""An offer on its way to the agent: from the contact's row to one of 200 browsers connected."""

import asyncio
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import quantiles
from typing import Any

import httpx

from benchmarks.house import House, fresh_folder, living_house

AGENTS, CALLS, PAUSE_SECONDS, PAST = 200, 1_000, 0.02, 2_000
SETTLING_SECONDS = 3.0
# Any 32 letters: what a browser was given first and sends with each form.
TOKEN = "a" * 32

Figure = tuple[str, float, str, str]


def run() -> Iterator[Figure]:
    with fresh_folder() as var, living_house(var, past=PAST) as house:
        os.environ["GENSVAR_VAR"] = str(var)
        os.environ["DATABASE_URL"] = (
            f"postgresql://postgres@/gensvar?host={var / 'postgres/socket'}"
        )
        from gensvar.config.boot import boot

        boot("owner")
        from benchmarks.dispatch import Town

        yield from asyncio.run(_measured(house, Town()))


@dataclass
class Browser:
    """One agent's: it hears that something is offered, and asks what, as the page does."""

    agent_id: int
    cookie: str
    heard: list[float] = field(default_factory=list)
    drawn: list[float] = field(default_factory=list)
    # Held, since a stream whose writer nobody holds is closed.
    writer: asyncio.StreamWriter | None = None

    async def open(self, house: House) -> asyncio.StreamReader:
        reader, self.writer = await asyncio.open_connection("127.0.0.1", house.port + 10)
        self.writer.write(
            f"GET /live/ HTTP/1.1\r\nHost: localhost\r\nCookie: {self.cookie}\r\n\r\n".encode()
        )
        if b" 200 " not in (status := await reader.readline()):
            raise RuntimeError(f"the stream was refused: {status!r}")
        return reader

    async def listen(self, house: House, reader: asyncio.StreamReader) -> None:
        headers = {"Cookie": f"{self.cookie}; csrftoken={TOKEN}", "X-CSRFToken": TOKEN}
        base = f"http://localhost:{house.port}"
        async with httpx.AsyncClient(base_url=base, headers=headers, timeout=30) as page:
            while line := await reader.readline():
                if line == b"event: offers\n":
                    self.heard.append(time.monotonic())
                    answer = await page.post("/status/har/", headers={"HX-Request": "true"})
                    answer.raise_for_status()
                    if b'class="offer' in answer.content:
                        self.drawn.append(time.monotonic())


async def _measured(house: House, town: Any) -> list[Figure]:
    browsers = [await asyncio.to_thread(_signed_in, agent) for agent in town.agents]
    streams = [await one.open(house) for one in browsers]
    tasks = [
        asyncio.create_task(one.listen(house, stream))
        for one, stream in zip(browsers, streams, strict=True)
    ]
    made: dict[int, float] = {}
    for number in range(CALLS):
        began = time.monotonic()
        contact = await asyncio.to_thread(_call, town)
        made[contact] = time.monotonic()
        if number % AGENTS == AGENTS - 1:
            await asyncio.sleep(SETTLING_SECONDS)
            await asyncio.to_thread(town.work)
            await asyncio.sleep(SETTLING_SECONDS)
        await asyncio.sleep(max(0.0, PAUSE_SECONDS - (time.monotonic() - began)))
    offered = await asyncio.to_thread(_offered_to, made)
    for task in tasks:
        task.cancel()
    return [*_figures(browsers, made, offered)]


def _figures(
    browsers: list[Browser], made: dict[int, float], offered: dict[int, int]
) -> Iterator[Figure]:
    by_agent = {one.agent_id: one for one in browsers}
    about = f"{len(made):,} calls at 50/s, {len(browsers)} agents connected"
    for name, moments in (("hint in the browser", "heard"), ("offer drawn", "drawn")):
        taken = []
        for contact, agent in offered.items():
            later = [at for at in getattr(by_agent[agent], moments) if at >= made[contact]]
            taken += [1000 * (min(later) - made[contact])] if later else []
        cuts = quantiles(taken, n=100)
        for share in (50, 95, 99):
            yield f"from insert to {name}, p{share}", cuts[share - 1], "ms", about
        yield f"{name}: never came", len(made) - len(taken), "calls", about


def _call(town: Any) -> int:
    return int(town.calls_in().contact_id)


def _offered_to(made: dict[int, float]) -> dict[int, int]:
    from gensvar.operations.routing.models import Offer

    return dict(Offer.objects.filter(contact__in=made).values_list("contact_id", "agent_id"))


def _signed_in(agent: Any) -> Browser:
    """Sign an agent in, to be ready in that browser."""
    from importlib import import_module

    from django.conf import settings
    from django.contrib.auth import login
    from django.http import HttpRequest
    from django.utils.timezone import now

    from gensvar.operations.routing.models import Seat
    from gensvar.screens.desk.floor import screen_of

    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    login(request, agent)
    request.session.save()
    key = request.session.session_key or ""
    Seat.objects.filter(agent=agent).update(screen=screen_of(request), seen_at=now())
    return Browser(agent.pk, f"{settings.SESSION_COOKIE_NAME}={key}")
