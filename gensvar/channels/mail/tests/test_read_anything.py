"""Bytes nobody meant as a mail, and mails damaged on their way: never an exception."""

import random
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gensvar.channels.mail.reading import AutoKind, Mail, Problem, chain, read

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.eml"))
MAILS = [path.read_bytes() for path in CORPUS]
PIECES = [
    b"\n",
    b"\r\n",
    b"\n\n",
    b"--b\n",
    b"--b--\n",
    b"From: ",
    b"Subject: ",
    b"=?utf-8?Q?",
    b"?=",
    b"Content-Type: multipart/mixed; boundary=b\n",
    b"Content-Type: text/html\n",
    b"<div>",
    b"</div>",
    b"<blockquote type=cite>",
    b"<!--",
    b"-->",
    b"Content-Transfer-Encoding: base64\n",
    b"\xff\xfe",
    b"Content-Type: message/delivery-status\n",
    b"Content-Type: application/ms-tnef\n",
    b"\x00",
    b"Content-Type: application/pkcs7-mime\n",
    b"Content-Type: text/calendar\n",
    b"BEGIN:VEVENT\n",
    b"-----BEGIN PGP SIGNED MESSAGE-----\n",
    b"begin 644 a\n",
    b"> ",
    b"On 2026-02-02 10:00 wrote:\n",
    b"name*0*=utf-8''%ff;",
    b"charset=utf-7",
    b"+AGE-",
    b"\x1b$B",
    b"=C3",
    b"(",
    b"<",
    b'"',
    b"@",
    b"Content-Type: message/rfc822\n",
    b"-----Original Message-----\n",
    "Från: x\n".encode(),
]


@pytest.fixture(autouse=True)
def strictly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chain, "_apply", lambda one, draft: one(draft))


def texts(value: object) -> list[str]:
    """Return every string in a mail, however deep."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in texts(one)]
    if hasattr(value, "__dataclass_fields__"):
        return [text for one in fields(value) for text in texts(getattr(value, one.name))]
    return []


def assert_can_be_stored(mail: Mail) -> None:
    """PostgreSQL refuses NUL and half characters; headers may not hold line breaks."""
    for text in texts(mail):
        assert "\x00" not in text
        text.encode("utf-8")
    for line in (mail.subject, mail.sender.name, mail.sender.address, mail.message_id):
        assert "\n" not in line
        assert "\r" not in line
    for attachment in mail.attachments:
        assert attachment.name
        assert "/" not in attachment.name
        assert "\\" not in attachment.name
    lowered = mail.html.lower() + mail.quoted_html.lower()
    assert "<script" not in lowered
    assert "<iframe" not in lowered


@given(st.binary(max_size=3_000))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read(raw: bytes) -> None:
    assert_can_be_stored(read(raw))


@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=8), max_size=80))
@settings(max_examples=400, deadline=None)
def test_any_heap_of_mail_pieces_is_read(pieces: list[bytes]) -> None:
    assert_can_be_stored(read(b"".join(pieces)))


@given(st.sampled_from(MAILS), st.integers(0, 2**32))
@settings(max_examples=500, deadline=None)
def test_a_damaged_mail_is_read(raw: bytes, seed: int) -> None:
    chance = random.Random(seed)
    damaged = bytearray(raw)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(damaged) + 1)
        match chance.randrange(4):
            case 0:
                del damaged[at : at + chance.randint(1, 40)]
            case 1:
                damaged[at:at] = chance.choice(PIECES)
            case 2:
                damaged[at : at + 1] = bytes([chance.randrange(256)])
            case _:
                other = chance.choice(MAILS)
                begin = chance.randrange(len(other) + 1)
                damaged[at:at] = other[begin : begin + chance.randint(1, 300)]

    assert_can_be_stored(read(bytes(damaged)))


@pytest.mark.parametrize("raw", MAILS, ids=[path.stem for path in CORPUS])
def test_a_mail_cut_short_is_read(raw: bytes) -> None:
    for share in (0.25, 0.5, 0.75, 0.95):
        assert_can_be_stored(read(raw[: int(len(raw) * share)]))


def test_an_error_in_a_filter_becomes_a_problem_and_the_others_still_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.undo()

    def broken(draft: object) -> None:
        raise RecursionError

    monkeypatch.setattr(chain, "FILTERS", (broken, *chain.FILTERS))

    mail = read(b"From: eva@post.example\nSubject: Hej\n\nOrd")

    assert mail.is_unreadable
    assert (mail.subject, mail.text) == ("Hej", "Ord")


def test_a_mail_that_nothing_could_read_is_kept_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chain, "FILTERS", ())
    monkeypatch.setattr(chain, "split", lambda raw: 1 / 0)

    mail = read(b"From: eva@post.example\n\nOrd")

    assert mail.problems == (Problem.UNREADABLE,)
    assert mail.attachments[0].content == b"From: eva@post.example\n\nOrd"
    assert "Ord" in mail.text
    assert mail.auto.kind is AutoKind.NONE
