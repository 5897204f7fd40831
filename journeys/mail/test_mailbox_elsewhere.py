"""Mail fetched from Dovecot: at once, whatever was read elsewhere, and never twice."""

import imaplib
import shutil
import subprocess
import time

import pytest
from servers import Dovecot, SignIn, eventually

from benchmarks.post_office import PostOffice

PICKUP = """
from gensvar.channels.mail.actions.mailboxes import add_mailbox, set_pickup
import datetime
first = Mailbox.objects.order_by("pk")[0]
box = add_mailbox(first.client, address="{user}", by=None, at=now(), sends_receipts=False)
set_pickup(box, by=None, at=now(), host="localhost", user="{user}", {more})
"""


def fetch_from(office: PostOffice, user: str, **more: object) -> None:
    plain = {"since": "__since__", "is_certificate_checked": False} | more
    words = ", ".join(f"{key}={value!r}" for key, value in plain.items())
    words = words.replace("'__since__'", "datetime.date(2020, 1, 1)")
    office.do(PICKUP.format(user=user, more=words))


def put(
    imap: Dovecot, user: str, subject: str, *, message_id: str = "", seen: bool = False
) -> None:
    with imaplib.IMAP4("127.0.0.1", imap.port) as client:
        client.login(user, "hemligt")
        identity = f"Message-ID: <{message_id}>\r\n" if message_id else ""
        words = (
            f"From: Eva Ek <eva.ek@example.com>\r\nTo: {user}\r\n{identity}Subject: {subject}\r\n"
        )
        content = f"{words}\r\nHej, det är jag.\r\n".encode()
        client.append("INBOX", r"(\Seen)" if seen else "", "", content)


def came(office: PostOffice, subject: str) -> int:
    return office.count(
        f"SELECT count(*) FROM contacts_message WHERE direction = 'in' AND subject = '{subject}'"
    )


@pytest.mark.parametrize(
    ("security", "port"), [("plain", "port"), ("starttls", "port"), ("tls", "tls_port")]
)
def test_mail_is_fetched_at_once_by_idle(office, imap, security, port):
    user = f"{security}@exempelby.example"
    put(imap, user, f"Före {security}")
    fetch_from(office, user, security=security, port=getattr(imap, port), secret="hemligt")
    eventually(lambda: came(office, f"Före {security}") == 1)

    began = time.monotonic()
    put(imap, user, f"Efter {security}")
    eventually(lambda: came(office, f"Efter {security}") == 1)

    assert time.monotonic() - began < 5, "waiting for the next round is not IDLE"


def test_mail_that_somebody_has_read_elsewhere_comes_too(office, imap):
    user = "last@exempelby.example"
    put(imap, user, "Läst av någon", seen=True)

    fetch_from(office, user, security="plain", port=imap.port, secret="hemligt")

    eventually(lambda: came(office, "Läst av någon") == 1)


def test_our_fetching_leaves_the_mail_unread(office, imap):
    user = "olast@exempelby.example"
    put(imap, user, "Ännu oläst")
    fetch_from(office, user, security="plain", port=imap.port, secret="hemligt")
    eventually(lambda: came(office, "Ännu oläst") == 1)

    with imaplib.IMAP4("127.0.0.1", imap.port) as client:
        client.login(user, "hemligt")
        client.select("INBOX", readonly=True)
        assert client.search(None, "UNSEEN")[1] == [b"1"]


def test_mail_may_be_moved_when_it_has_been_fetched(office, imap):
    user = "flytt@exempelby.example"
    put(imap, user, "Flyttas")
    more = {"afterwards": "move", "moved_to": "Gensvar"}
    fetch_from(office, user, security="plain", port=imap.port, secret="hemligt", **more)

    eventually(lambda: len(list((imap.home(user) / ".Gensvar").glob("*/*,*"))) == 1)
    eventually(lambda: came(office, "Flyttas") == 1)


def test_a_folder_numbered_anew_brings_nothing_twice(office, imap):
    user = "anew@exempelby.example"
    put(imap, user, "Med nummer", message_id="a1@example.com")
    put(imap, user, "Utan nummer")
    fetch_from(office, user, security="plain", port=imap.port, secret="hemligt")
    eventually(lambda: came(office, "Med nummer") == came(office, "Utan nummer") == 1)

    _number_anew(imap, user)
    put(imap, user, "Efteråt")

    eventually(lambda: came(office, "Efteråt") == 1)
    validities = office.count(
        "SELECT count(DISTINCT uid_validity) FROM mail_rawmail r JOIN mail_mailbox m"
        f" ON m.id = r.mailbox_id WHERE m.address = '{user}'"
    )
    assert validities == 2
    office.wait_until_read()
    assert came(office, "Med nummer") == came(office, "Utan nummer") == 1


def _number_anew(imap: Dovecot, user: str) -> None:
    """Forget Dovecot's lists of the folder, as a restored or moved mailbox does."""
    subprocess.run(["doveadm", "-c", imap.folder / "dovecot.conf", "kick", user], check=False)
    for path in imap.home(user).glob("dovecot*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()


def test_a_mailbox_opens_by_oauth(office, imap, tokens: SignIn):
    user = "oauth@exempelby.example"
    put(imap, user, "Med polett")
    tokens.seconds = 60  # shorter than our margin: renewed at every sign-in
    fetch_from(
        office,
        user,
        security="plain",
        port=imap.port,
        sign_in="oauth",
        secret="client-secret",
        token_endpoint=f"http://127.0.0.1:{tokens.port}/token",
        oauth_client_id="gensvar",
        oauth_scope="imap",
        refresh_token="first-refresh-token",
    )

    eventually(lambda: came(office, "Med polett") == 1)
    assert tokens.asked[0] == {
        "client_id": "gensvar",
        "client_secret": "client-secret",
        "scope": "imap",
        "grant_type": "refresh_token",
        "refresh_token": "first-refresh-token",
    }
    assert "client-secret" not in office.do("print(Pickup.objects.values_list())")

    # The server throws everybody out; the next sign-in uses the token that we were given last.
    subprocess.run(["doveadm", "-c", imap.folder / "dovecot.conf", "kick", user], check=False)
    put(imap, user, "Med ny polett")
    eventually(lambda: came(office, "Med ny polett") == 1)


def test_a_wrong_password_is_shown_and_told_once(office, imap):
    user = "fel@exempelby.example"
    fetch_from(office, user, security="plain", port=imap.port, secret="fel")

    failing = f"""
        SELECT count(*) FROM mail_pickup WHERE "user" = '{user}' AND failing_since IS NOT NULL
    """
    eventually(lambda: office.count(failing) == 1)
    time.sleep(6)
    told = f"""
        SELECT count(*) FROM events_eventrecord WHERE name = 'mail.mailbox-unreachable'
        AND payload ->> 'mailbox_id' = (
            SELECT id::text FROM mail_mailbox WHERE address = '{user}')
    """
    assert office.count(told) == 1
