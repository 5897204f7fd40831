"""A Gensvar of one's own to measure mail in: a real database on disk, and `gensvar post`."""

import asyncio
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg

if TYPE_CHECKING:
    from gensvar.config.postgres import Server

MAILBOX = "kundtjanst@exempelby.example"
SEED = """
INSERT INTO agreements_client (code, name, kind, public_name, phone, language, created_at)
    VALUES ('exempelby', 'Kommunledningen', 'internal', 'Exempelby kommun', '', 'sv', now());
INSERT INTO people_group (client_id, code, name, department, is_front, email)
    SELECT id, 'KUNDTJANST', 'Kundtjänst', '', true, '' FROM agreements_client;
INSERT INTO mail_mailbox (client_id, group_id, address, name, sends_receipts, takes_tags, is_paused,
        created_at)
    SELECT c.id, g.id, %s, '', true, true, false, now()
    FROM agreements_client c JOIN people_group g ON g.client_id = c.id;
"""
PRELUDE = """
from gensvar.config.boot import boot
boot("work")
from django.utils.timezone import now
from gensvar.channels.mail.models import *
from gensvar.operations.cases.models import *
from gensvar.operations.contacts.models import *
from gensvar.foundation.people.models import *
"""
WORDS = """
    hej jag undrar när sophämtningen kommer till vår gata eftersom kärlet har stått fullt sedan i
    måndags och grannen säger att bilen vände vid korset kan ni svara så fort som möjligt tack
    belysningen på gångvägen bakom skolan är trasig bygglov avgift barnomsorg plats kö snöröjning
""".split()  # noqa: SIM905


class PostOffice:
    """A prepared database in a folder, and post processes that can be started and killed."""

    def __init__(self, var: Path) -> None:
        self.var = var
        self.port = _free_port()
        self.settings: dict[str, str] = {}
        self.server: Server

    @property
    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if name[:8] != "GENSVAR_"}
        kept.pop("DATABASE_URL", None)
        return kept | {
            "GENSVAR_VAR": str(self.var),
            "GENSVAR_SMTP_PORT": str(self.port),
            "GENSVAR_LOG_LEVEL": "WARNING",
            **self.settings,
        }

    @property
    def dsn(self) -> str:
        from gensvar.config.postgres import embedded

        return embedded(self.var).dsn("work")

    def start_post(self) -> subprocess.Popen[bytes]:
        """Start `gensvar post` and return when its door is open."""
        process = subprocess.Popen(
            [sys.executable, "-m", "gensvar.config.command", "post"],
            env=self.environment,
            process_group=0,
        )
        while not _answers(self.port):
            if process.poll() is not None:
                raise RuntimeError(f"gensvar post ended with code {process.returncode}")
            time.sleep(0.02)
        return process

    def do(self, program: str) -> str:
        """Run some lines of Python in Gensvar and return what they print."""
        words = [sys.executable, "-c", PRELUDE + textwrap.dedent(program)]
        done = subprocess.run(words, env=self.environment, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(done.stderr)
        return done.stdout

    def count(self, query: str) -> int:
        with psycopg.connect(self.dsn) as database:
            row = database.execute(query.encode()).fetchone()
        return int(row[0]) if row else 0

    def wait_until_read(self, *, seconds: float = 300) -> None:
        deadline = time.monotonic() + seconds
        while self.count("SELECT count(*) FROM mail_rawmail WHERE state = 'waiting'"):
            if time.monotonic() > deadline:
                raise TimeoutError("mails still wait to be read")
            time.sleep(0.02)


@contextmanager
def post_office() -> Iterator[PostOffice]:
    """Run a database, with every promise about disks kept, in a folder removed afterwards."""
    from gensvar.config.postgres import embedded, prepare

    with tempfile.TemporaryDirectory(prefix="gensvar-", ignore_cleanup_errors=True) as folder:
        office = PostOffice(Path(folder))
        server = office.server = embedded(office.var)
        server.start(holder="a benchmark")
        try:
            prepare(server)
            command = [sys.executable, "-m", "gensvar.config.command", "migrate", "--quiet"]
            subprocess.run(command, env=office.environment, check=True)
            with psycopg.connect(server.dsn("owner")) as database:
                for statement in SEED.strip().split(";")[:-1]:
                    values = [MAILBOX] if "%s" in statement else None
                    database.execute(statement.encode(), values)
            yield office
        finally:
            server.stop()


def mails(count: int, *, seed: int = 1) -> list[tuple[str, bytes]]:
    """Return sender and content of small mails as people write them: some text, some HTML."""
    dice = random.Random(seed)
    return [_mail(number, seed, dice) for number in range(count)]


def _mail(number: int, seed: int, dice: random.Random) -> tuple[str, bytes]:
    sender = f"invanare{number % 997}.{seed}@example.com"
    lines = [
        " ".join(dice.choices(WORDS, k=dice.randint(8, 16))) for _ in range(dice.randint(2, 8))
    ]
    mail = EmailMessage()
    mail["From"] = f"Invånare {number % 997} <{sender}>"
    mail["To"] = MAILBOX
    mail["Subject"] = " ".join(dice.choices(WORDS, k=4)).capitalize()
    mail["Date"] = "Mon, 04 May 2026 10:00:00 +0200"
    mail["Message-ID"] = f"<{seed}.{number}.{dice.getrandbits(64):x}@example.com>"
    text = "\n\n".join(lines) + "\n\nMed vänlig hälsning\nInvånare\n"
    mail.set_content(text)
    if number % 2:
        mail.add_alternative("".join(f"<p>{line}</p>" for line in lines), subtype="html")
    return sender, mail.as_bytes().replace(b"\n", b"\r\n")


async def send(
    port: int, letters: Sequence[tuple[str, bytes]], *, connections: int, per_connection: int = 20
) -> list[int]:
    """Send over SMTP and return the places of those that were accepted."""
    queue = list(enumerate(letters))[::-1]
    accepted: list[int] = []

    async def talk() -> None:
        while queue:
            turn = [queue.pop() for _ in range(min(per_connection, len(queue)))]
            try:
                await _conversation(port, turn, accepted)
            except (OSError, asyncio.IncompleteReadError):
                return

    await asyncio.gather(*(talk() for _ in range(connections)))
    return accepted


async def _conversation(
    port: int, letters: Sequence[tuple[int, tuple[str, bytes]]], accepted: list[int]
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        await reader.readuntil(b"\n")
        await _say(reader, writer, b"EHLO benchmark")
        for place, (sender, content) in letters:
            await _say(reader, writer, f"MAIL FROM:<{sender}>".encode())
            await _say(reader, writer, f"RCPT TO:<{MAILBOX}>".encode())
            await _say(reader, writer, b"DATA")
            if (await _say(reader, writer, content + b".")).startswith(b"250"):
                accepted.append(place)
    finally:
        writer.close()


async def _say(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, words: bytes) -> bytes:
    writer.write(words + b"\r\n")
    while (line := await reader.readuntil(b"\n"))[3:4] == b"-":
        pass
    return line


def stop(process: subprocess.Popen[bytes], sign: signal.Signals = signal.SIGTERM) -> None:
    """Stop a post process and its children."""
    with_children = sign == signal.SIGKILL
    if with_children:
        os.killpg(process.pid, sign)
    else:
        process.send_signal(sign)
    process.wait(60)


def _free_port() -> int:
    with socket.socket() as trial:
        for port in random.sample(range(20_000, 32_000), 200):
            try:
                trial.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise RuntimeError("no free port")


def _answers(port: int) -> bool:
    with socket.socket() as trial:
        trial.settimeout(1)
        return trial.connect_ex(("127.0.0.1", port)) == 0
