"""Viruses: the daemon's own protocol, against one that speaks it as ClamAV's does."""

import socket
import struct
import threading
from collections.abc import Iterator

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.files import jobs
from gensvar.foundation.files.actions import KeptApart, scan_new, store_file
from gensvar.foundation.files.downloads import download
from gensvar.foundation.files.models import StoredFile
from gensvar.foundation.files.scanning import NotScanned, infection_in
from gensvar.foundation.people.access import Grant, Identity
from gensvar.foundation.people.rules import Role
from gensvar.foundation.refusals import Unavailable

BAD = b"something harmful"
MANAGER = Identity(agent_id=1, grants=(Grant(Role.MANAGER, None),))
AGENT = Identity(agent_id=1, grants=(Grant(Role.AGENT, None),))


def _exactly(connection: socket.socket, count: int) -> bytes:
    got = b""
    while len(got) < count and (more := connection.recv(count - len(got))):
        got += more
    return got


def _answer(connection: socket.socket, most: int) -> None:
    assert _exactly(connection, 10) == b"zINSTREAM\0"
    content = b""
    while length := struct.unpack("!L", _exactly(connection, 4))[0]:
        content += _exactly(connection, length)
        if len(content) > most:
            connection.sendall(b"INSTREAM size limit exceeded. ERROR\0")
            return
    connection.sendall(b"stream: Test.Virus FOUND\0" if BAD in content else b"stream: OK\0")


@pytest.fixture
def clamd() -> Iterator[str]:
    """A daemon that knows one virus and takes a megabyte."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _address = server.accept()
            except OSError:
                return
            with connection:
                _answer(connection, 2**20)

    threading.Thread(target=serve, daemon=True).start()
    host, port = server.getsockname()
    yield f"{host}:{port}"
    server.shutdown(socket.SHUT_RDWR)
    server.close()


def test_the_daemon_is_asked_in_pieces_and_its_words_are_understood(clamd):
    assert infection_in(b"", address=clamd) == ""
    assert infection_in(b"x" * 300_000, address=clamd) == ""
    assert infection_in(b"x" * 100_000 + BAD, address=clamd) == "Test.Virus"


def test_what_the_daemon_will_not_take_counts_as_not_scanned(clamd):
    with pytest.raises(NotScanned, match="size limit"):
        infection_in(b"x" * 3 * 2**20, address=clamd)


@pytest.mark.parametrize("address", ["/nowhere/clamd.sock", "127.0.0.1:1", "nonsense"])
def test_a_daemon_that_is_not_there_is_unavailable(address):
    with pytest.raises(Unavailable, match="clamd"):
        infection_in(b"x", address=address)


def test_an_infected_file_is_kept_apart_from_all_but_those_with_the_right(db, clamd):
    good, bad = store_file(b"Hej", at=NOON), store_file(BAD, at=NOON)

    assert scan_new(address=clamd, most=10, at=lambda: NOON) == 2
    assert scan_new(address=clamd, most=10, at=lambda: NOON) == 0

    good.refresh_from_db()
    bad.refresh_from_db()
    assert (good.infection, good.scanned_at) == ("", NOON)
    assert download(good, name="hej.txt").content == b"Hej"
    for somebody in (None, AGENT):
        with pytest.raises(KeptApart) as refused:
            download(bad, name="faktura.txt", to=somebody)
        assert "Test.Virus" in refused.value.words()
    assert download(bad, name="faktura.txt", to=MANAGER).content == BAD
    event = EventRecord.objects.get(name="files.infection-found")
    assert event.payload == {"file_id": bad.pk, "infection": "Test.Virus"}


def test_a_file_too_large_for_the_daemon_is_not_called_clean_and_stops_no_other(db, clamd):
    good = store_file(b"Hej", at=NOON)
    huge = store_file(b"x" * 3 * 2**20, at=NOON)

    assert scan_new(address=clamd, most=10, at=lambda: NOON) == 1

    assert StoredFile.objects.get(pk=good.pk).scanned_at == NOON
    assert StoredFile.objects.get(pk=huge.pk).scanned_at is None


def test_the_job_does_nothing_without_a_daemon_and_says_when_it_does_not_answer(
    db, settings, caplog
):
    stored = store_file(BAD, at=NOON)

    jobs.scan.func(timestamp=1)
    assert "scanner_unavailable" not in caplog.text
    settings.CLAMD = "127.0.0.1:1"
    jobs.scan.func(timestamp=1)

    assert "scanner_unavailable" in caplog.text
    stored.refresh_from_db()
    assert stored.scanned_at is None
