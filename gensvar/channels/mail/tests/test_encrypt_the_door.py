"""STARTTLS at our own door, spoken by the client that ships with Python."""

import asyncio
import os
import smtplib
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.utils.timezone import now

from gensvar.channels.mail.models import Mailbox
from gensvar.channels.mail.post.certificate import Certificate, certificate_of_the_door
from gensvar.channels.mail.post.door import Door
from gensvar.channels.mail.tests.conftest import OURS, letter


class Everything:
    """A directory that knows every address, and a keeper that remembers what it was given."""

    def __init__(self) -> None:
        self.kept: list[bytes] = []

    async def mailbox_at(self, address: str) -> Mailbox:
        return Mailbox(pk=1, address=address)

    async def keep(self, arrived) -> None:
        self.kept += [one.content for one in arrived]


def issue(folder: Path, *, name: str = "localhost") -> tuple[str, str]:
    """Write a certificate of our own and its key, and return where they are."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now() - timedelta(days=1))
        .not_valid_after(now() + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    certificate, secret = folder / "certificate.pem", folder / "key.pem"
    certificate.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    secret.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return str(certificate), str(secret)


@contextmanager
def opened(certificate: Certificate | None, everything: Everything) -> Iterator[int]:
    """Open a door in a thread of its own, and say at which port."""
    is_open = threading.Event()
    port: list[int] = []
    stop: list[Callable[[], object]] = []

    async def serve() -> None:
        loop, told = asyncio.get_running_loop(), asyncio.Event()
        door = Door(everything, everything, certificate=certificate)
        server = await loop.create_server(lambda: door.conversation(hostname="test"), "127.0.0.1")
        port.append(server.sockets[0].getsockname()[1])
        stop.append(lambda: loop.call_soon_threadsafe(told.set))
        is_open.set()
        await told.wait()
        server.close()

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    assert is_open.wait(10)
    try:
        yield port[0]
    finally:
        stop[0]()
        thread.join(10)


def trusting(certificate: str) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=certificate)


def shown(port: int, trusted: str) -> bytes | None:
    """Return the certificate that the door shows, having checked that it is trusted."""
    with smtplib.SMTP("localhost", port, timeout=20) as client:
        client.starttls(context=trusting(trusted))
        assert isinstance(client.sock, ssl.SSLSocket)
        return client.sock.getpeercert(binary_form=True)


def test_a_mail_comes_in_encrypted(tmp_path):
    certificate, key = issue(tmp_path)
    everything = Everything()

    with (
        opened(Certificate(certificate, key), everything) as port,
        smtplib.SMTP("localhost", port, timeout=20) as client,
    ):
        client.starttls(context=trusting(certificate))
        client.sendmail("eva.ek@example.com", [OURS], letter())
        version = client.sock.version()

    assert version in {"TLSv1.2", "TLSv1.3"}
    assert everything.kept[0].endswith(b"laga den?\r\n")


def test_what_was_said_before_encryption_counts_for_nothing(tmp_path):
    certificate, key = issue(tmp_path)

    with (
        opened(Certificate(certificate, key), Everything()) as port,
        smtplib.SMTP("localhost", port, timeout=20) as client,
    ):
        client.ehlo()
        client.mail("eva.ek@example.com")
        client.rcpt(OURS)
        client.starttls(context=trusting(certificate))
        client.ehlo()
        code, _words = client.docmd("DATA")
        offered_again = client.has_extn("starttls")

    assert code == 503
    assert not offered_again


def test_whoever_does_not_encrypt_is_heard_as_before(tmp_path):
    everything = Everything()

    with (
        opened(Certificate(*issue(tmp_path)), everything) as port,
        smtplib.SMTP("localhost", port, timeout=20) as client,
    ):
        client.sendmail("eva.ek@example.com", [OURS], letter())

    assert len(everything.kept) == 1


def test_without_a_certificate_encryption_is_not_offered():
    with opened(None, Everything()) as port, smtplib.SMTP("localhost", port, timeout=20) as client:
        client.ehlo()
        assert not client.has_extn("starttls")
        with pytest.raises(smtplib.SMTPNotSupportedError):
            client.starttls()


def test_a_renewed_certificate_is_used_and_a_broken_one_is_not(tmp_path):
    certificate, key = issue(tmp_path)
    kept = Certificate(certificate, key)

    with opened(kept, Everything()) as port:
        first = shown(port, certificate)
        issue(tmp_path)
        os.utime(certificate, ns=(1, 1))
        renewed = shown(port, certificate)
        trusted = tmp_path / "trusted.pem"
        trusted.write_bytes(Path(certificate).read_bytes())
        Path(certificate).write_text("half a file")
        after = shown(port, str(trusted))

    assert first != renewed == after


def test_a_certificate_that_cannot_be_used_is_not_taken_for_none(tmp_path, settings):
    settings.SMTP_TLS_CERT, settings.SMTP_TLS_KEY = "", ""
    assert certificate_of_the_door() is None
    certificate, _key = issue(tmp_path)
    (tmp_path / "other").mkdir()
    _certificate, foreign = issue(tmp_path / "other")

    for given in ((certificate, ""), (certificate, "/nowhere/key.pem"), (certificate, foreign)):
        settings.SMTP_TLS_CERT, settings.SMTP_TLS_KEY = given
        with pytest.raises(OSError, match=r".+"):
            certificate_of_the_door()
