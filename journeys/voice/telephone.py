"""A real Asterisk, and callers and phones played by SIPp."""

import contextlib
import os
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from signal import SIGKILL
from typing import Any

import httpx

from benchmarks.post_office import _free_port

HERE = Path(__file__).parent
SCRIPT = HERE.parents[1] / "asterisk" / "engine.sh"
HOME = Path(os.environ.get("ASTERISK_HOME", HERE.parents[1] / ".asterisk"))
USER, PASSWORD = "gensvar", "gensvar-on-this-machine"
START_SECONDS = 300


@dataclass
class Asterisk:
    """Asterisk on ports of its own, and who plays the world around it."""

    sip: int
    ari: int
    tls: int
    players: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.ari}/ari"

    def start(self) -> None:
        """Install Asterisk if it is not there, and start it."""
        self._engine("start")

    def stop(self) -> None:
        self._engine("stop")

    def kill(self) -> None:
        """Let it die without a word to anybody."""
        number = int((HOME / "root/run/asterisk/asterisk.pid").read_text())
        os.kill(number, SIGKILL)
        while Path(f"/proc/{number}").exists():
            time.sleep(0.02)

    def _engine(self, word: str) -> None:
        ports = {"SIP_PORT": self.sip, "ARI_PORT": self.ari, "TLS_PORT": self.tls}
        given = {name: str(port) for name, port in (ports | {"RTP_PORT": 40_000}).items()}
        subprocess.run([SCRIPT, word], env=os.environ | given, check=True, timeout=START_SECONDS)

    def call(self, to: str, *, party: str = "0701111111", seconds: float = 60) -> Any:
        """Let somebody call, and hang up so long after they were answered."""
        # What the scenario calls the number of whoever calls.
        return self._play("caller", seconds, "-s", to, "-key", "party", party)

    def phone(self, name: str, *, lifts_after: float | None = 0.0, is_busy: bool = False) -> str:
        """Put a phone on a desk; return where it is rung."""
        scenario = "busy" if is_busy else "unanswered" if lifts_after is None else "phone"
        port = _free_port()
        self._play(scenario, lifts_after or 0, port=port)
        self.give_account(name, f"sip:{name}@127.0.0.1:{port}")
        return f"PJSIP/{name}"

    def trunk(self, *, lifts_after: float = 0.0) -> None:
        """Let whoever we call, by the operator's line, answer."""
        port = _free_port()
        self._play("phone", lifts_after, port=port)
        self.put("aor", f"trunk-{port}", {"contact": f"sip:127.0.0.1:{port}"})
        self.put("endpoint", "operator", self._line(f"trunk-{port}"))

    def dead_phone(self, name: str) -> str:
        """Give somebody an account at which no phone has ever been."""
        self.give_account(name, "")
        return f"PJSIP/{name}"

    def give_account(self, name: str, contact: str) -> None:
        at = {"contact": contact} if contact else {}
        # Where an account was once, Asterisk goes on ringing: each phone is a place of its own.
        place = f"{name}-{contact.rpartition(':')[2] or 'nowhere'}"
        self.put("aor", place, {"max_contacts": "1", "qualify_frequency": "0", **at})
        self.put("endpoint", name, self._line(place))

    def _line(self, place: str) -> dict[str, str]:
        return {
            "transport": "udp",
            "context": "from-agent",
            "disallow": "all",
            "allow": "alaw",
            "aors": place,
            "direct_media": "no",
            "send_connected_line": "no",
        }

    def put(self, kind: str, name: str, fields: dict[str, str]) -> None:
        """Write an object of PJSIP as Gensvar writes accounts."""
        answer = httpx.put(
            f"{self.url}/asterisk/config/dynamic/res_pjsip/{kind}/{name}",
            auth=(USER, PASSWORD),
            json={"fields": [{"attribute": key, "value": value} for key, value in fields.items()]},
            timeout=10,
        )
        answer.raise_for_status()

    def channels(self) -> list[str]:
        answer = httpx.get(f"{self.url}/channels", auth=(USER, PASSWORD), timeout=10)
        return [channel["id"] for channel in answer.raise_for_status().json()]

    def _play(self, scenario: str, seconds: float, *more: str, port: int | None = None) -> Any:
        words = ["sipp", f"127.0.0.1:{self.sip}", "-sf", str(HERE / f"{scenario}.xml")]
        words += ["-i", "127.0.0.1", "-p", str(port or _free_port()), "-m", "1", "-nostdin"]
        words += ["-d", str(round(seconds * 1000)), "-timeout", "90", *more]
        player = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.players.append(player)
        if port is not None:
            # It is rung before it listens otherwise, on a machine that is busy.
            deadline = time.monotonic() + 10
            while f":{port:04X} " not in Path("/proc/net/udp").read_text():
                assert time.monotonic() < deadline, "SIPp does not start"
                time.sleep(0.02)
        return player

    def clear(self) -> None:
        """Let everybody leave the stage."""
        for player in self.players:
            if player.poll() is None:
                player.kill()
            player.wait(10)
        self.players.clear()


@contextlib.contextmanager
def asterisk() -> Iterator[Asterisk]:
    """Have Asterisk for a while; a machine that cannot start it fails here."""
    assert os.geteuid() == 0, "these journeys start a real Asterisk and need root"
    found = Asterisk(_free_port(), _free_port(), _free_port())
    found.stop()
    found.start()
    try:
        yield found
    finally:
        found.clear()
        found.stop()
