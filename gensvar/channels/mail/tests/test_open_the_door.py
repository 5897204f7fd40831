"""Real SMTP over a real socket against the door that the process opens."""

import asyncio
import smtplib
import socket
import threading
import time
from collections.abc import Iterator

import pytest

from conftest import NOON
from gensvar.channels.mail.models import Mailbox, RawMail
from gensvar.channels.mail.post import keeping
from gensvar.channels.mail.post.directory import Mailboxes
from gensvar.channels.mail.post.door import WIRE_LIMIT, Door
from gensvar.channels.mail.post.keeping import Keeper
from gensvar.channels.mail.post.readers import read_some
from gensvar.channels.mail.tests.conftest import OURS, letter
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Message

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def door(mailbox) -> Iterator[int]:
    """Open the door in a thread of its own, and say at which port."""
    port: list[int] = []
    stop: list[object] = []
    is_open = threading.Event()

    async def serve() -> None:
        loop = asyncio.get_running_loop()
        keeper = Keeper(wake_up=_nowhere())
        keeper.start()
        door = Door(Mailboxes(), keeper)
        server = await loop.create_server(lambda: door.conversation(hostname="test"), "127.0.0.1")
        port.append(server.sockets[0].getsockname()[1])
        told = asyncio.Event()
        stop.append(lambda: loop.call_soon_threadsafe(told.set))
        is_open.set()
        await told.wait()
        server.close()
        keeper.stop()
        await asyncio.to_thread(keeper.join)

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    assert is_open.wait(10)
    yield port[0]
    stop[0]()  # type: ignore[operator]
    thread.join(10)


def _nowhere() -> int:
    import os

    return os.open("/dev/null", os.O_WRONLY)


def _connected(port: int) -> smtplib.SMTP:
    return smtplib.SMTP("127.0.0.1", port, timeout=20)


def _say(port: int, *lines: bytes) -> list[bytes]:
    """Say everything at once, as a pipelining client does, and return the answers' codes."""
    with socket.create_connection(("127.0.0.1", port), timeout=20) as connection:
        connection.sendall(b"\r\n".join([*lines, b"QUIT", b""]))
        answers = b""
        while chunk := connection.recv(65_536):
            answers += chunk
    return [line[:3] for line in answers.split(b"\r\n") if line[3:4] == b" "]


def test_a_mail_is_in_the_database_when_its_sender_is_told_so(door):
    with _connected(door) as client:
        client.sendmail("eva.ek@example.com", [OURS], letter())

    raw = RawMail.objects.get()
    assert raw.state == RawMail.State.WAITING
    assert raw.envelope_from == "eva.ek@example.com"
    assert raw.envelope_to == [OURS]
    assert bytes(raw.content).endswith(b"laga den?\r\n")


def test_what_came_in_by_the_door_becomes_a_case(door):
    with _connected(door) as client:
        client.sendmail("eva.ek@example.com", [OURS], letter())

    assert read_some()

    assert Case.objects.get().title == "Trasig gatlykta"


@pytest.mark.parametrize(
    "address", ["nobody@exempelby.example", "kundtjanst@other.example", "postmaster"]
)
def test_an_unknown_recipient_is_refused_in_words(door, address):
    with _connected(door) as client:
        client.ehlo()
        client.mail("eva.ek@example.com")
        code, words = client.rcpt(address)

    assert code == 550
    assert words.startswith(b"5.1.1 There is no such mailbox here")


def test_tags_and_capitals_reach_the_mailbox(door):
    with _connected(door) as client:
        client.sendmail("a@b.example", ["Kundtjanst+26-000123.abc@EXEMPELBY.example"], letter())

    assert RawMail.objects.get().envelope_to == ["Kundtjanst+26-000123.abc@EXEMPELBY.example"]


def test_a_bounce_has_no_sender(door):
    assert _say(
        door, b"EHLO x", b"MAIL FROM:<>", f"RCPT TO:<{OURS}>".encode(), b"DATA", b"x", b"."
    ) == [b"220", b"250", b"250", b"250", b"354", b"250", b"221"]
    assert RawMail.objects.get().envelope_from == ""


def test_lmtp_answers_for_each_recipient(door):
    others = [f"kundtjanst+{n}@exempelby.example" for n in range(3)]
    codes = _say(
        door,
        b"LHLO x",
        b"MAIL FROM:<a@b.example>",
        *(f"RCPT TO:<{one}>".encode() for one in (*others, "nobody@exempelby.example")),
        b"DATA",
        b"Subject: x",
        b"",
        b"y",
        b".",
    )

    assert codes == [b"220", b"250", b"250", *[b"250"] * 3, b"550", b"354", *[b"250"] * 3, b"221"]
    raw = RawMail.objects.get()
    assert (raw.how, raw.envelope_to) == ("lmtp", others)


def test_dots_and_lines_of_any_length_come_through(door):
    body = b"..dot\r\n" + b"x" * 200_000 + b"\r\n.\r\n"
    with socket.create_connection(("127.0.0.1", door), timeout=20) as connection:
        connection.sendall(
            b"EHLO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<" + OURS.encode() + b">\r\nDATA\r\n"
        )
        connection.sendall(b"Subject: " + b"s" * 100_000 + b"\r\n\r\n" + body + b"QUIT\r\n")
        while connection.recv(65_536):
            pass

    content = bytes(RawMail.objects.get().content)
    assert content.startswith(b"Subject: sss")
    assert content.endswith(b"\r\n.dot\r\n" + b"x" * 200_000 + b"\r\n")


def test_a_second_mail_hidden_behind_a_bare_line_feed_is_not_taken(door):
    smuggled = b"x\n.\nMAIL FROM:<evil@x.example>\nRCPT TO:<" + OURS.encode() + b">\nDATA\nevil"
    codes = _say(
        door,
        b"EHLO x",
        b"MAIL FROM:<a@b.example>",
        f"RCPT TO:<{OURS}>".encode(),
        b"DATA",
        smuggled,
        b".",
    )

    assert codes.count(b"354") == 1
    assert RawMail.objects.count() == 1


def test_too_much_is_refused_before_it_is_sent_and_after(door):
    with _connected(door) as client:
        client.ehlo()
        code, _words = client.mail("a@b.example", [f"size={WIRE_LIMIT + 1}"])
        assert code == 552
        client.rset()
        client.mail("a@b.example")
        client.rcpt(OURS)
        code, words = client.data(
            b"x" * 76 + b"\r\n" + (b"y" * 998 + b"\r\n") * (WIRE_LIMIT // 999)
        )
        assert (code, words[:5]) == (552, b"5.3.4")
        client.rset()
        client.sendmail("a@b.example", [OURS], letter())

    assert RawMail.objects.count() == 1


def test_ten_thousand_recipients_in_the_header_are_one_mail(door):
    crowd = ",\r\n ".join(f"invanare{n}@example.com" for n in range(10_000))
    content = letter().replace(b"To: " + OURS.encode(), f"To: {OURS},\r\n {crowd}".encode())
    with _connected(door) as client:
        client.sendmail("a@b.example", [OURS], content)
    read_some()

    message = Message.objects.get(direction="in")
    assert len(message.recipients) <= 1_000
    assert Case.objects.count() == 1


def test_ten_thousand_recipients_in_the_envelope_are_refused_politely(door):
    with _connected(door) as client:
        client.ehlo()
        client.mail("a@b.example")
        codes = {client.rcpt(f"kundtjanst+{n}@exempelby.example")[0] for n in range(1_200)}

    assert codes == {250, 452}


def test_a_paused_mailbox_asks_to_wait(door):
    Mailbox.objects.update(is_paused=True)

    with _connected(door) as client:
        client.ehlo()
        client.mail("a@b.example")
        assert client.rcpt(OURS)[0] == 450


def test_a_new_mailbox_is_open_at_once(door, exempelby):
    with _connected(door) as client:
        client.sendmail("a@b.example", [OURS], letter())
        Mailbox.objects.create(client=exempelby, address="ny@exempelby.example", created_at=NOON)
        time.sleep(0.6)
        client.sendmail("a@b.example", ["ny@exempelby.example"], letter(message_id="<2@x>"))

    assert RawMail.objects.count() == 2


def test_when_the_database_says_no_nobody_is_told_yes(door, monkeypatch):
    def fail(_arrived: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(keeping, "keep", fail)
    with _connected(door) as client, pytest.raises(smtplib.SMTPDataError) as refusal:
        client.sendmail("a@b.example", [OURS], letter())

    assert refusal.value.smtp_code == 451
    assert not RawMail.objects.exists()


def test_many_senders_at_once_share_commits_and_all_are_kept(door):
    def send(sender: int) -> None:
        with _connected(door) as client:
            for place in range(10):
                content = letter(message_id=f"<{sender}.{place}@x>")
                client.sendmail("a@b.example", [OURS], content)

    threads = [threading.Thread(target=send, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert RawMail.objects.count() == 80


@pytest.mark.parametrize(
    "noise",
    [
        b"\x00\xff\xfe",
        b"RCPT TO:<>",
        b"DATA",
        b"A" * 100_000,
        b"EHLO",
        b"AUTH PLAIN x",
        b"STARTTLS",
        b"VRFY root",
    ],
)
def test_noise_gets_an_answer_and_hurts_nobody(door, noise):
    codes = _say(door, b"EHLO x", noise)

    assert codes[:2] == [b"220", b"250"]
    assert codes[2][:1] in b"45" or noise == b"VRFY root"
    with _connected(door) as client:
        client.sendmail("a@b.example", [OURS], letter())
