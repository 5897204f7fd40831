"""Mails that are too much of something: read within bounds, said so, nothing raised."""

import time
from base64 import encodebytes

import pytest

from gensvar.channels.mail.reading import Problem, chain, read

HEAD = b"From: Eva Ek <eva@post.example>\nTo: kundtjanst@exempelby.example\nMIME-Version: 1.0\n"
# Generous: continuous integration shares its cores. Reading any of these takes well below one.
SECONDS = 5.0


def nested(depth: int) -> bytes:
    opened = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(depth)
    )
    closed = b"".join(b"\n--b%d--\n" % at for at in reversed(range(depth)))
    return HEAD + b"Subject: djup\n" + opened + b"Content-Type: text/plain\n\nInnerst.\n" + closed


def parts(count: int, head: bytes = b"Content-Type: text/plain\n\nDel.\n") -> bytes:
    mixed = b"Content-Type: multipart/mixed; boundary=b\n\n"
    return HEAD + mixed + (b"--b\n" + head) * count + b"--b--\n"


def of_html(html: str) -> bytes:
    return HEAD + b"Content-Type: text/html; charset=utf-8\n\n" + html.encode()


def winmail(objects: int) -> bytes:
    shape = b"\x78\x9f\x3e\x22\x01\x00" + (b"\x01\x00\x00\x00\x00" + b"\x00" * 6) * objects
    head = b"Content-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n\n"
    return HEAD + head + encodebytes(shape)


MAILS = {
    "200 levels": (nested(200), None, "Innerst."),
    "5,000 levels": (nested(5_000), Problem.TOO_DEEP, "Innerst."),
    "5,000 parts": (parts(5_000), Problem.TOO_MANY_PARTS, "Del."),
    "500,000 boundary lines": (parts(500_000, b""), Problem.TOO_MANY_PARTS, ""),
    "500,000 other dashes": (parts(1, b"\n" + b"--x\n" * 500_000), Problem.BROKEN_PARTS, ""),
    "5,000 headers": (
        HEAD + b"".join(b"X-%d: v\n" % at for at in range(5_000)) + b"\nHej",
        Problem.TOO_MANY_HEADERS,
        "Hej",
    ),
    "a header of 5 MB": (HEAD + b"X-Long: " + b"a" * 5_000_000 + b"\n\nHej", None, ""),
    "a subject of 100 kB": (
        HEAD + b"Subject: " + b"ord " * 25_000 + b"\n\nHej",
        Problem.LONG_SUBJECT,
        "Hej",
    ),
    "a subject of broken words": (
        HEAD + b"Subject: " + b"=?a?q?" * 20_000 + b"\n\nHej",
        None,
        "Hej",
    ),
    "10,000 recipients": (
        HEAD
        + b"Cc: "
        + b",\n ".join(b"P <p%d@post.example>" % n for n in range(10_000))
        + b"\n\nHej",
        Problem.TOO_MANY_RECIPIENTS,
        "Hej",
    ),
    "100,000 opened brackets": (HEAD + b"Cc: " + b'(<"' * 100_000 + b"\n\nHej", None, "Hej"),
    "50,000 references": (
        HEAD
        + b"References: "
        + b" ".join(b"<%d@x.example>" % n for n in range(50_000))
        + b"\n\nHej",
        None,
        "Hej",
    ),
    "800 kB of text": (HEAD + b"\n" + b"ord " * 200_000, Problem.LONG_TEXT, "ord"),
    "a line of 400 kB": (HEAD + b"\n" + b"a" * 400_000, None, "aaaa"),
    "200,000 quoted lines": (HEAD + b"\nNytt.\n" + b"> gammalt\n" * 50_000, None, "Nytt."),
    "100,000 labels": (HEAD + b"\n" + b"From: x\n" * 60_000, None, "From"),
    "100,000 colons": (HEAD + b"\n" + b"On 2026-02-02 10:00 wrote:\n" * 15_000, None, ""),
    "100,000 short lines": (HEAD + b"\n" + b"x\n" * 100_000, Problem.LONG_TEXT, "x"),
    "a sentence that never writes": (
        HEAD + b"\n" + (b"On " + b"a " * 150 + b"wrote\n") * 1_500,
        None,
        "wrote",
    ),
    "12,000 torn introductions": (
        HEAD + b"\n" + b"On 2026-02-02 10:00 Ada\n\n<\nmailto:" * 12_000,
        None,
        "mailto",
    ),
    "10,000 forwards run together": (
        HEAD + b"Subject: Fwd: x\n\n" + b"---- Forwarded message ---- From: aTo: b\n" * 10_000,
        None,
        "Forwarded",
    ),
    "quotes upon quotes sent on": (
        HEAD + b"Subject: Fwd: x\n\n" + b"> Begin forwarded message:\n\n> x\n" * 12_000,
        None,
        "forwarded",
    ),
    "3,000 endless addresses that failed": (
        HEAD
        + b"From: MAILER-DAEMON@x.example\nSubject: Undeliverable\n\n"
        + (b"<" + b"a." * 30 + b"@" + b"b." * 60 + b"\n") * 3_000,
        None,
        "a.",
    ),
    "base64 of 120,000 words": (
        HEAD + b"Content-Transfer-Encoding: base64\n\n" + b"ord ord ord\n" * 40_000,
        None,
        "ord",
    ),
    "50,000 begins": (HEAD + b"\n" + b"begin 644 a\n" * 40_000, None, "begin"),
    "5,000 nested elements": (of_html("<div>" * 6_000 + "Innerst"), Problem.UNSAFE_HTML, "Innerst"),
    "1,000 nested elements": (of_html("<div>" * 1_000 + "Innerst"), None, "Innerst"),
    "2,000 nested blockquotes": (of_html("<blockquote>x" * 2_000), None, "x"),
    "100,000 elements": (of_html("<p>ord</p>" * 100_000), Problem.UNSAFE_HTML, "ord"),
    "3 MB of HTML": (of_html("<p>" + "ord " * 750_000), Problem.UNSAFE_HTML, "ord"),
    "500,000 opened tags": (of_html("<p " + "<" * 500_000), Problem.UNSAFE_HTML, ""),
    "100,000 scripts": (of_html("<script>" * 100_000), Problem.UNSAFE_HTML, ""),
    "100,000 comments": (of_html("<!--[if x]>" * 80_000), Problem.UNSAFE_HTML, ""),
    "a winmail of crumbs": (winmail(300_000), Problem.BROKEN_WINMAIL, ""),
    "a picture of 30 MB": (
        HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSe bild.\n--b\n"
        b"Content-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\n"
        + encodebytes(b"\x89PNG\r\n\x1a\n" + bytes(30_000_000))
        + b"--b--\n",
        None,
        "Se bild.",
    ),
}


@pytest.mark.parametrize("name", MAILS)
def test_a_mail_that_is_too_much_is_read_within_bounds(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chain, "_apply", lambda one, draft: one(draft))
    raw, problem, words = MAILS[name]

    began = time.process_time()
    mail = read(raw)
    took = time.process_time() - began

    assert took < SECONDS
    assert words in mail.full_text
    assert problem is None or problem in mail.problems


def test_ten_thousand_recipients_are_cut_but_the_tag_among_them_is_found() -> None:
    many = b", ".join(b"p%d@post.example" % number for number in range(10_000))

    mail = read(HEAD + b"Cc: " + many + b", kundtjanst+Hx7@exempelby.example\n\nHej")

    assert len(mail.cc) == 1_000
    assert mail.tags == ("Hx7",)


def test_many_quoted_lines_are_all_folded_away() -> None:
    mail = read(HEAD + b"\nNytt.\n" + b"> gammalt\n" * 30_000)

    assert mail.text == "Nytt."
    assert mail.quoted.count("gammalt") == 30_000


def test_a_picture_keeps_every_byte() -> None:
    picture = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4_000
    head = b"Content-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\n"

    mail = read(HEAD + head + encodebytes(picture))

    assert mail.attachments[0].content == picture
