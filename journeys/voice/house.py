"""A contact centre whose processes run as they do anywhere, its telephone, and who calls it."""

import contextlib
import json
import subprocess
import sys
import time
from signal import SIGKILL, SIGTERM
from typing import Any

import httpx
from caller import Caller
from telephone import PASSWORD, Asterisk
from tones import DeskPhone

from benchmarks.post_office import PRELUDE, PostOffice, _free_port

NUMBER, CLOSED = "0910700000", "0910700001"
PATIENCE_SECONDS = 60
LAY = """
from datetime import time
from gensvar.channels.voice.actions import setting
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.calendars.models import OpeningHours
from gensvar.operations.routing import actions
client, at = Client.objects.get(), now()
lead = Agent.objects.create_user("cia@exempelby.example", name="Cia Berg", created_at=at)
skill = actions.add_skill(client, name="Telefon")
for number, name, hours in (("0910700000", "Kundtjänst", ""), ("0910700001", "Stängt", "phone")):
    wish = actions.QueueWish(
        name=name, channel="phone", goal_seconds=60, steps=[actions.StepWish(0, skill)],
        offer_seconds=3, wrap_up_seconds=0, hours_of=hours,
    )
    queue = actions.set_queue(client, wish, by=lead, at=at)
    kept = setting.set_number(client, number=number, queue=queue, by=None, at=at)
setting.say_at(
    kept, occasion="closed", words="Vi har stängt.", sound="sound:beep", by=None, at=at
)
for name in ("ada", "bo"):
    agent = Agent.objects.create_user(f"{name}@exempelby.example", name=name, created_at=at)
    RoleGrant.objects.create(agent=agent, role="agent", client=client, since=at)
    actions.give_seat(agent, client=client, capacity={"phone": 1}, by=lead, at=at)
    actions.assess(agent, skill=skill, level=3, until=None, by=lead, at=at)
    setting.give_phone(agent, client=client, address=f"PJSIP/{name}", by=None, at=at)
"""
STEERS = "SELECT count(*) FROM voice_bridge WHERE beat_at > now() - interval '3 seconds'"
LEADS = "SELECT count(*) FROM routing_leadership WHERE beat_at > now() - interval '3 seconds'"
AWAY = """
from gensvar.operations.routing import actions
from gensvar.operations.routing.models import Seat
for seat in Seat.objects.filter(status="ready"):
    actions.go_away(seat.agent, reason="lunch", at=now())
"""
READY = """
from gensvar.operations.routing import actions
for agent in Agent.objects.filter(email__in={emails!r}):
    actions.be_ready(agent, screen="a desk", at=now(), take_over=True)
"""
TOLD = """
from gensvar.channels.voice.models import Call
from gensvar.channels.voice.queries import path_of
call = Call.objects.order_by("-pk").first()
offers = call and list(call.contact.offers.order_by("pk").values_list("agent__name", "state"))
wait = call and call.contact.waits.order_by("pk").last()
print(json.dumps(call and {
    "call": call.pk, "state": call.state, "outcome": call.outcome, "offers": offers,
    "cases": call.contact.cases.count(), "left": wait.outcome if wait else None,
    "legs": call.legs.exclude(state="gone").count(),
    "path": [(stop.state, stop.seconds) for stop in path_of(call.contact)],
}))
"""
# Does what it is told, line by line, in one process: to start one for each takes seconds.
HAND = (
    PRELUDE
    + """
import contextlib, io, json, sys, traceback
from django.db import connection
for line in sys.stdin:
    said, trouble = io.StringIO(), ""
    connection.close_if_unusable_or_obsolete()
    if connection.connection is not None and connection.connection.closed:
        connection.close()
    try:
        with contextlib.redirect_stdout(said):
            exec(json.loads(line), globals())
    except Exception:
        trouble = traceback.format_exc()
    print(json.dumps([said.getvalue(), trouble]), flush=True)
"""
)


class House:
    """The processes of a contact centre, and what stands in its record."""

    def __init__(self, office: PostOffice, asterisk: Asterisk) -> None:
        self.office, self.asterisk = office, asterisk
        self.processes: dict[str, subprocess.Popen[bytes]] = {}
        self.callers: list[Caller | DeskPhone] = []
        self.caller: Caller
        self.before = 0
        office.settings |= {"GENSVAR_ARI_URL": asterisk.url, "GENSVAR_ARI_PASSWORD": PASSWORD}
        office.settings["GENSVAR_SIP_TRUNK"] = "operator"
        web, live = _free_port(), _free_port()
        self.base = f"http://localhost:{web}"
        office.settings |= {"GENSVAR_PORT": str(web), "GENSVAR_LIVE_PORT": str(live)}
        office.settings["GENSVAR_SIP_URL"] = f"ws://127.0.0.1:{asterisk.ari}/ws"
        self._hand = subprocess.Popen(
            [sys.executable, "-c", HAND],
            env=office.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def open(self) -> None:
        """See that a dispatcher and a bridge run."""
        for name in ("dispatch", "bridge"):
            process = self.processes.get(name)
            if process is None or process.poll() is not None:
                self.start(name)
        self.wait_for(STEERS)
        self.wait_for(LEADS)

    def open_pages(self) -> None:
        """See that pages are served and jobs done, for people with a browser."""
        for name in ("web", "work"):
            if name not in self.processes:
                self.start(name)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            with contextlib.suppress(httpx.TransportError):
                if httpx.get(f"{self.base}/healthz").is_success:
                    return
            assert time.monotonic() < deadline, "no page is served"
            time.sleep(0.2)

    def postmaster(self) -> int:
        """Return the number of the database's first process."""
        data = self.office.server.data
        return int((data / "postmaster.pid").read_text().split()[0])

    def start(self, name: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "gensvar.config.command", name]
        self.processes[name] = subprocess.Popen(command, env=self.office.environment)
        return self.processes[name]

    def kill(self, name: str) -> None:
        self.processes[name].send_signal(SIGKILL)
        self.processes.pop(name).wait(10)

    def wait_for(self, query: str) -> None:
        """Wait until a count is no longer nought."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not self.office.count(query):
            assert time.monotonic() < deadline, f"it stays nought: {query}"
            time.sleep(0.1)

    def do(self, program: str) -> str:
        assert self._hand.stdin is not None
        assert self._hand.stdout is not None
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            self._hand.stdin.write(json.dumps(program) + "\n")
            self._hand.stdin.flush()
            said, trouble = json.loads(self._hand.stdout.readline())
            # A database that has just come back is asked again.
            if "OperationalError" not in trouble or time.monotonic() > deadline:
                break
            time.sleep(0.2)
        assert not trouble, trouble
        return str(said)

    # People.

    def ready(self, *names: str) -> None:
        """Let these agents be ready, and nobody else."""
        self.do(AWAY)
        self.also_ready(*names)

    def also_ready(self, *names: str) -> None:
        self.do(READY.format(emails=[f"{name}@exempelby.example" for name in names]))

    def calls(
        self,
        to: str = NUMBER,
        *,
        party: str = "0701111111",
        frequency: int | None = None,
        with_text: bool = False,
    ) -> Caller:
        made = Caller(self.asterisk.sip, to, party=party, frequency=frequency, with_text=with_text)
        self.callers.append(made)
        return made

    def desk_phone(self, name: str, *, frequency: int, lifts_after: float = 0.2) -> DeskPhone:
        """Put a phone with a tone of its own on somebody's desk."""
        made = DeskPhone(name, frequency=frequency, lifts_after=lifts_after)
        self.callers.append(made)
        self.asterisk.give_account(name, made.contact)
        return made

    # What became of it.

    def told(self) -> dict[str, Any]:
        """Return how the newest call of this story stands; nothing before there is one."""
        found: dict[str, Any] = json.loads(self.do(TOLD)) or {}
        return found if found.get("call", 0) > self.before else {}

    def until(self, state: str) -> dict[str, Any]:
        """Wait until the call is in a state."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while (told := self.told()).get("state") != state:
            assert time.monotonic() < deadline, f"the call stands so: {told}"
            time.sleep(0.05)
        return told

    def is_silent(self) -> bool:
        """Wait until Asterisk has nobody on the line."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while self.asterisk.channels():
            assert time.monotonic() < deadline, f"still there: {self.asterisk.channels()}"
            time.sleep(0.05)
        return True

    def begin(self) -> None:
        """Begin a story: what was before is no part of it."""
        self.open()
        self.before = self.told().get("call", self.before)

    def end(self) -> None:
        for caller in self.callers:
            caller.leave()
        self.callers.clear()
        self.is_silent()

    def close(self) -> None:
        for process in self.processes.values():
            process.send_signal(SIGTERM)
        for process in self.processes.values():
            process.wait(30)
        self._hand.communicate(timeout=30)


def states(told: dict[str, Any]) -> list[str]:
    return [state for state, _seconds in told["path"]]
