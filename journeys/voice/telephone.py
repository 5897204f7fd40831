"""A real Asterisk, and callers and phones played by SIPp."""

import contextlib
import os
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from benchmarks.post_office import _free_port

HERE = Path(__file__).parent
SCRIPT = HERE.parents[1] / "asterisk" / "engine.sh"
USER, PASSWORD = "gensvar", "gensvar-on-this-machine"
START_SECONDS = 300


@dataclass
class Asterisk:
    """Asterisk on ports of its own, and who plays the world around it."""

    sip: int
    ari: int
    players: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.ari}/ari"

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

    def dead_phone(self, name: str) -> str:
        """Give somebody an account at which no phone has ever been."""
        self.give_account(name, "")
        return f"PJSIP/{name}"

    def give_account(self, name: str, contact: str) -> None:
        at = {"contact": contact} if contact else {}
        # Where an account was once, Asterisk goes on ringing: each phone is a place of its own.
        place = f"{name}-{contact.rpartition(':')[2] or 'nowhere'}"
        for kind, named, fields in (
            ("aor", place, {"max_contacts": "1", "qualify_frequency": "0", **at}),
            (
                "endpoint",
                name,
                {
                    "transport": "udp",
                    "context": "from-agent",
                    "disallow": "all",
                    "allow": "alaw",
                    "aors": place,
                    "direct_media": "no",
                    "send_connected_line": "no",
                },
            ),
        ):
            answer = httpx.put(
                f"{self.url}/asterisk/config/dynamic/res_pjsip/{kind}/{named}",
                auth=(USER, PASSWORD),
                json={
                    "fields": [{"attribute": key, "value": value} for key, value in fields.items()]
                },
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
    """Install Asterisk if it is not there, and start it; a machine that cannot fails here."""
    assert os.geteuid() == 0, "these journeys start a real Asterisk and need root"
    found = Asterisk(_free_port(), _free_port())
    ports = {"SIP_PORT": found.sip, "ARI_PORT": found.ari, "TLS_PORT": _free_port()}
    ports["RTP_PORT"] = 40_000
    given = os.environ | {name: str(port) for name, port in ports.items()}
    for word in ("stop", "start"):
        subprocess.run([SCRIPT, word], env=given, check=True, timeout=START_SECONDS)
    try:
        yield found
    finally:
        found.clear()
        subprocess.run([SCRIPT, "stop"], env=given, check=True, timeout=60)
