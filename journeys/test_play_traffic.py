"""The demo's inhabitants write real mail and ask on the portal, or are silent when told to be."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg
from people.steps import soon
from town import Town, free_ports

SILENCE_SECONDS = 3
# A tenth of a second apart in the mean: thirty of them would have come while it is silent.
FAST = "600"


@contextmanager
def playing(town: Town, *, pace: str) -> Iterator[subprocess.Popen[bytes]]:
    """Let the inhabitants live beside a town of which nobody hears anything."""
    phones, square = free_ports(2)
    env = {name: value for name, value in os.environ.items() if not name.startswith("GENSVAR_")}
    env |= {
        "GENSVAR_VAR": str(town.var),
        "GENSVAR_PORT": str(urlsplit(town.base).port),
        "GENSVAR_SMTP_PORT": str(town.smtp_port),
        "GENSVAR_ELKS_PORT": str(phones),
        "GENSVAR_MASTODON_PORT": str(square),
        "GENSVAR_DEMO": "1",
        "GENSVAR_DEMO_PACE": pace,
    }
    player = subprocess.Popen(
        [sys.executable, "-m", "gensvar.config.command", "demo", "--play"], env=env
    )
    try:
        soon(lambda: is_open(phones), seconds=60)  # then they are there, and could write
        yield player
    finally:
        player.send_signal(signal.SIGTERM)
        assert player.wait(30) == 0, "the player did not stop cleanly"


def is_open(port: int) -> bool:
    with socket.socket() as door:
        return door.connect_ex(("127.0.0.1", port)) == 0


def came(town: Town) -> dict[str, int]:
    """Return how many contacts came in, by channel."""
    with psycopg.connect(
        host=str(town.var / "postgres/socket"), user="postgres", dbname="gensvar"
    ) as database:
        rows = database.execute(
            "SELECT channel, count(*) FROM contacts_contact WHERE direction = 'in' GROUP BY channel"
        )
        return {str(channel): int(count) for channel, count in rows}


def test_with_a_pace_of_nothing_nobody_is_heard_of(town: Town) -> None:
    before = came(town)

    with playing(town, pace="0") as player:
        time.sleep(SILENCE_SECONDS)
        assert player.poll() is None

    assert came(town) == before


def test_they_call_write_mail_and_ask_on_the_portal(town: Town) -> None:
    before = came(town)

    with playing(town, pace=FAST):
        soon(
            lambda: all(
                came(town)[channel] > before[channel] for channel in ("phone", "mail", "web")
            ),
            seconds=60,
        )
