"""A whole post office beside Debian's Postfix and Dovecot. Needs root and both packages."""

import os
import shutil
from collections.abc import Iterator

import pytest
from servers import Dovecot, Postfix, SignIn, dovecot, open_folder, postfix, sign_in_service

from benchmarks.post_office import PostOffice, post_office, stop


@pytest.fixture(scope="session")
def _root() -> None:
    missing = [name for name in ("postfix", "dovecot") if not shutil.which(name, path="/usr/sbin")]
    assert not missing, f"install {' and '.join(missing)}: apt install postfix dovecot-imapd"
    assert os.geteuid() == 0, "these journeys start real servers and need root"


@pytest.fixture(scope="session")
def office(_root: None) -> Iterator[PostOffice]:
    """Gensvar's database and its post process, sending through Postfix."""
    with open_folder() as folder, post_office() as office:
        lmtp = folder / "lmtp"
        with postfix(folder / "postfix", ours=office.port, lmtp=lmtp) as relay:
            office.settings |= {
                "GENSVAR_LMTP_SOCKET": str(lmtp),
                "GENSVAR_SMTP_URL": f"smtp://127.0.0.1:{relay.port}",
            }
            office.relay = relay
            process = office.start_post()
            yield office
            stop(process)


@pytest.fixture(scope="session")
def relay(office: PostOffice) -> Postfix:
    return office.relay


@pytest.fixture(scope="session")
def tokens() -> Iterator[SignIn]:
    with sign_in_service() as service:
        yield service


@pytest.fixture(scope="session")
def imap(_root: None, tokens: SignIn) -> Iterator[Dovecot]:
    with open_folder() as folder, dovecot(folder, tokens=tokens.port) as server:
        yield server
