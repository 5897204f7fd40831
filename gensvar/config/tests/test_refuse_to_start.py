import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from pytest_django import Settings

from gensvar.config.commands.post import check_certificate
from gensvar.config.environment import BadSetting, env_ice
from gensvar.config.postgres import Server
from gensvar.config.refusals import CannotRun
from gensvar.config.tests.running import environment, gensvar, in_background, occupied_port

HOLDING = """
import signal
from gensvar.config.environment import var_folder
from gensvar.config.lock import held
with held(var_folder() / "lock", holder="gensvar up"):
    print("ready", flush=True)
    signal.sigwait([signal.SIGTERM])
"""


def refusal(*words: str, var: Path, **settings: str) -> str:
    """Run the command, see it refuse, and return its one sentence."""
    done = gensvar(*words, var=var, **settings)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1, done.stderr
    return done.stderr


def test_an_occupied_port_is_named_with_its_holder(tmp_path: Path) -> None:
    with occupied_port() as port:
        said = refusal("up", var=tmp_path, GENSVAR_PORT=str(port))

    assert f"Port {port} is in use by" in said
    assert f"(process {os.getpid()})" in said
    assert "GENSVAR_PORT=" in said


def test_an_occupied_mail_port_names_its_own_setting(tmp_path: Path) -> None:
    with occupied_port() as free, occupied_port() as port:
        said = refusal(
            "up", var=tmp_path, GENSVAR_PORT=str(free + 2000), GENSVAR_SMTP_PORT=str(port)
        )

    assert "GENSVAR_SMTP_PORT=" in said


@pytest.mark.parametrize("port", ["eighty", "0", "70000", "-1"])
def test_a_bad_port_number_is_refused(tmp_path: Path, port: str) -> None:
    assert "GENSVAR_PORT must" in refusal("up", var=tmp_path, GENSVAR_PORT=port)


def test_one_port_for_two_things_is_refused(tmp_path: Path) -> None:
    said = refusal("up", var=tmp_path, GENSVAR_PORT="20001", GENSVAR_SMTP_PORT="20001")

    assert "must differ" in said


def test_a_second_run_over_the_same_data_is_refused(tmp_path: Path) -> None:
    with in_background(HOLDING, var=tmp_path) as other:
        said = refusal("up", var=tmp_path)

    assert f"in use by gensvar up (process {other.pid})" in said


def test_a_data_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    assert "Cannot write to" in refusal("up", var=tmp_path / "file")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_data_folder_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    assert "Permission denied" in refusal("up", var=tmp_path / "var")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount")
@pytest.mark.parametrize(
    ("mounting", "words"), [("size=20m", "is full"), ("ro", "Read-only file system")]
)
def test_a_disk_that_takes_nothing_is_refused(tmp_path: Path, mounting: str, words: str) -> None:
    script = (
        f'mount -t tmpfs -o {mounting} none {tmp_path} && exec "$0" -m gensvar.config.command up'
    )
    done = subprocess.run(
        ["unshare", "--mount", "sh", "-c", script, sys.executable],
        env=environment(tmp_path / "var" if mounting == "ro" else tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert words in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_database_server_that_does_not_answer_is_refused(tmp_path: Path) -> None:
    said = refusal("up", var=tmp_path, DATABASE_URL="postgresql://a:b@127.0.0.1:9/gensvar")

    assert "DATABASE_URL" in said
    assert "b@" not in said


def test_a_database_server_without_the_roles_is_told_where_they_are(tmp_path: Path) -> None:
    server = Server(tmp_path / "own", is_hasty=True)
    server.start()

    try:
        dsn = server.dsn("postgres", database="postgres")
        assert "run deploy/roles.sql" in refusal("migrate", var=tmp_path, DATABASE_URL=dsn)
    finally:
        server.stop()


def test_an_address_that_is_no_address_is_refused(tmp_path: Path) -> None:
    assert "DATABASE_URL" in refusal("migrate", var=tmp_path, DATABASE_URL="mysql:nonsense")


def test_pages_without_a_database_say_how_to_get_one(tmp_path: Path) -> None:
    assert "gensvar up" in refusal("web", var=tmp_path)


def test_a_mail_certificate_that_cannot_be_used_is_told_in_one_sentence(settings: Settings) -> None:
    settings.SMTP_TLS_CERT, settings.SMTP_TLS_KEY = "/nowhere/certificate.pem", ""

    with pytest.raises(CannotRun, match="GENSVAR_SMTP_TLS_CERT and GENSVAR_SMTP_TLS_KEY must both"):
        check_certificate()


@pytest.mark.parametrize(
    ("servers", "secret", "words"),
    [
        ("https://turn.example.org", "north", "not “https://turn.example.org”"),
        ("stun:a b", "north", "stun:stun.example.org:3478"),
        ("turn:turn.example.org?transport=sctp", "north", "GENSVAR_ICE_URLS"),
        ("stun:s.example, turn:t.example", "", "GENSVAR_TURN_SECRET"),
    ],
)
def test_a_server_for_sound_that_no_browser_takes_is_refused(
    monkeypatch: pytest.MonkeyPatch, servers: str, secret: str, words: str
) -> None:
    monkeypatch.setenv("GENSVAR_ICE_URLS", servers)

    with pytest.raises(BadSetting, match=re.escape(words)):
        env_ice("GENSVAR_ICE_URLS", secret=secret)
