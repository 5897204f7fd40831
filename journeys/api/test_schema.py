"""The API against schemathesis: thousands of odd requests to a whole running Gensvar.

It runs `gensvar up` as anybody would, over a data folder of its own, makes a token by the command,
and lets schemathesis read /api/v1/openapi.json. No answer may be a fault of ours, and every answer
must be what the description says.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PROGRAMS = Path(sys.executable).parent
START_SECONDS = 120
FUZZ_SECONDS = 120
# A request may be well formed and still name a case that is not there or a file of a kind that is
# not taken; that such requests are refused is tested elsewhere, one by one.
LEFT_OUT = "positive_data_acceptance"
SEED = """
from gensvar.config.boot import boot
boot("work")
from django.utils.timezone import now
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Group
from gensvar.operations.knowledge.models import ServiceArea, Subject
client = Client.objects.create(
    code="exempelby", name="Kommunledningen", public_name="Exempelby kommun", created_at=now()
)
group = Group.objects.create(client=client, code="TEK-GATA", name="Gata och park")
area = ServiceArea.objects.create(client=client, department="Tekniska", name="Underhåll")
Subject.objects.create(client=client, area=area, name="Gator, v", group=group)
"""


@dataclass(frozen=True)
class Running:
    url: str
    token: str
    log: Path


@pytest.fixture(scope="module")
def gensvar(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("gensvar")
    port, smtp_port = _free_ports()
    environment = {key: value for key, value in os.environ.items() if "GENSVAR" not in key}
    environment |= {
        "GENSVAR_VAR": str(folder / "var"),
        "GENSVAR_PORT": str(port),
        "GENSVAR_SMTP_PORT": str(smtp_port),
    }
    environment.pop("DATABASE_URL", None)
    log = folder / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [PROGRAMS / "gensvar", "up"], env=environment, stdout=output, stderr=output
        )
    try:
        url = f"http://localhost:{port}"
        _wait_for(f"{url}/healthz", process, log)
        subprocess.run([sys.executable, "-c", SEED], env=environment, check=True)
        made = subprocess.run(
            [PROGRAMS / "gensvar", "token", "create", "schemathesis", "--scope", "all"],
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        )
        yield Running(url=url, token=made.stdout.strip().splitlines()[-1], log=log)
    finally:
        process.terminate()
        process.wait(60)


def test_no_request_finds_a_fault_or_an_answer_that_is_not_as_described(
    gensvar: Running, tmp_path: Path
) -> None:
    words = [
        PROGRAMS / "schemathesis",
        "run",
        f"{gensvar.url}/api/v1/openapi.json",
        "--header",
        f"Authorization: Bearer {gensvar.token}",
        "--checks",
        "all",
        "--exclude-checks",
        LEFT_OUT,
        "--phases",
        "examples,coverage,fuzzing",
        "--max-examples",
        "20",
        "--max-time",
        str(FUZZ_SECONDS),
        "--continue-on-failure",
        "--no-shrink",
        "--request-timeout",
        "20",
        "--no-color",
    ]
    ran = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, timeout=300)

    faults = ran.stdout.partition("= FAILURES =")[2] or ran.stdout[-8000:]
    assert ran.returncode == 0, faults[:8000] + gensvar.log.read_text()[-4000:]
    assert "Tested: " in ran.stdout


def _free_ports() -> tuple[int, int]:
    """Return two free ports below those that the system hands out by itself."""
    found: list[int] = []
    for port in range(20_000 + os.getpid() % 10_000, 32_000):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)):
                found.append(port)
        if len(found) == 2:
            return found[0], found[1]
    raise RuntimeError("no free port")


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    for _attempt in range(START_SECONDS * 2):
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            pass
        if process.poll() is not None:
            break
        time.sleep(0.5)
    raise AssertionError(f"Gensvar did not start:\n{log.read_text()[-4000:]}")
