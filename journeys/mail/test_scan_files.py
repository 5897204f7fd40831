"""A real clamd, with a signature database of our own that knows the harmless test file."""

import hashlib
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from gensvar.foundation.files.scanning import NotScanned, infection_in

# Written in two parts, so that no scanner takes this file for one.
TEST_FILE = ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").encode()
SETTINGS = """
LocalSocket {folder}/clamd.sock
DatabaseDirectory {folder}/signatures
PidFile {folder}/clamd.pid
LogFile {folder}/clamd.log
StreamMaxLength 1M
Foreground yes
"""


@pytest.fixture(scope="module")
def clamd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    program = shutil.which("clamd")
    assert program, "install clamav-daemon"
    folder = tmp_path_factory.mktemp("clamd")
    # The daemon gives up its rights when root starts it.
    for opened in (folder, *folder.parents):
        if opened.owner() != folder.owner() or opened.stat().st_mode & 0o1000:
            break
        opened.chmod(0o777)
    (folder / "signatures").mkdir()
    digest = hashlib.md5(TEST_FILE, usedforsecurity=False).hexdigest()
    line = f"{digest}:{len(TEST_FILE)}:Gensvar.Test\n"
    (folder / "signatures" / "test.hdb").write_text(line)
    (folder / "clamd.conf").write_text(SETTINGS.format(folder=folder))
    process = subprocess.Popen([program, "--config-file", str(folder / "clamd.conf")])
    try:
        _wait_for(folder / "clamd.sock", process)
        yield str(folder / "clamd.sock")
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(path: Path, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 30
    while not path.exists():
        assert process.poll() is None, "clamd stopped"
        assert time.monotonic() < deadline, "clamd did not start"
        time.sleep(0.1)


def test_the_test_file_is_found_and_a_letter_is_not(clamd: str) -> None:
    assert infection_in(TEST_FILE, address=clamd).startswith("Gensvar.Test")
    assert infection_in(b"Hej, lyktan ar trasig.", address=clamd) == ""


def test_more_than_it_takes_is_not_called_clean(clamd: str) -> None:
    with pytest.raises(NotScanned):
        infection_in(b"x" * 3 * 2**20, address=clamd)
