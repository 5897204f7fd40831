"""A browser that may use nothing but a relay: coturn of Debian carries the sound of its calls.

Comes after the phone in the browser, whose fixtures it uses, and for the same reason.
"""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator

import pytest
from house import House
from playwright.sync_api import BrowserContext, Page
from test_work_in_the_browser import (
    AGENTS,
    CALLERS,
    browser,
    desk,
    hears,
    in_a_call,
    is_heard,
    phone,
)

from benchmarks.post_office import _free_port

__all__ = ["browser", "desk", "phone"]
SECRET = "as-long-as-a-secret-should-be"
# As a network does that lets nothing else out, and so that we see which way was taken.
ONLY_RELAYED = """
const Plain = RTCPeerConnection;
window.ways = [];
window.RTCPeerConnection = class extends Plain {
  constructor(given) {
    super({ ...given, iceTransportPolicy: "relay" });
    window.ways.push(this);
  }
};
"""
WAY_TAKEN = """async () => {
    const found = new Map(await window.ways.at(-1).getStats());
    const transport = [...found.values()].find((one) => one.type === "transport");
    const mine = found.get(found.get(transport.selectedCandidatePairId).localCandidateId);
    return [mine.candidateType, mine.relayProtocol];
}"""


@pytest.fixture(params=["udp", "tcp"])
def way(house: House, request: pytest.FixtureRequest) -> Iterator[str]:
    """Have a relay, and pages that name it."""
    program = shutil.which("turnserver")
    assert program, "install coturn: apt install coturn"
    port = _free_port()
    words = ["-n", "-L", "127.0.0.1", "-p", str(port), "--realm", "exempelby.example"]
    words += ["--use-auth-secret", f"--static-auth-secret={SECRET}", "--allow-loopback-peers"]
    words += ["--no-tls", "--no-dtls", "--no-cli", "--log-file", "stdout", "--pidfile", ""]
    relay = subprocess.Popen([program, *words], stdout=subprocess.DEVNULL)
    _wait_for(port)
    given = {
        "GENSVAR_ICE_URLS": f"turn:127.0.0.1:{port}?transport={request.param}",
        "GENSVAR_TURN_SECRET": SECRET,
    }
    house.office.settings |= given
    if "web" in house.processes:
        house.kill("web")
    yield request.param
    for name in given:
        house.office.settings.pop(name)
    house.kill("web")
    relay.terminate()
    relay.wait(10)


@pytest.fixture(autouse=True)
def only_relayed(way: str, browser: BrowserContext) -> None:
    browser.add_init_script(ONLY_RELAYED)


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 10
    while True:
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert time.monotonic() < deadline, "coturn does not start"
        time.sleep(0.1)


def test_both_hear_each_other_through_the_relay_alone(
    house: House,
    phone: Page,
    way: str,
) -> None:
    caller = in_a_call(house, phone)

    is_heard(caller, AGENTS)
    hears(phone, CALLERS)
    assert phone.evaluate(WAY_TAKEN) == ["relay", way]
    phone.keyboard.press("Alt+x")
    assert house.until("ended")["outcome"] == "answered"
