"""Mails that are broken or mean harm: each a visible case or a clear refusal, and nobody waits."""

import smtplib
import time
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from town import Town

from people.steps import DESK, letter, open_case, post, post_bytes, sign_in, soon

HEAD = b"From: Rut Alm <rut.alm@example.com>\r\nTo: kundtjanst@exempelby.example\r\n"


def nested(title: str) -> bytes:
    """Return a mail with two hundred parts, each inside the one before."""
    mail = HEAD + f"Subject: {title}\r\nMIME-Version: 1.0\r\n".encode()
    for depth in range(200):
        mail += f'Content-Type: multipart/mixed; boundary="b{depth}"\r\n\r\n--b{depth}\r\n'.encode()
    return mail + b"Content-Type: text/plain\r\n\r\nInnerst\r\n"


def with_false_file(title: str) -> bytes:
    mail = letter(title, "Se filen.")
    mail.add_attachment(b"MZ\x90\x00program", maintype="image", subtype="png", filename="katt.png")
    return mail.as_bytes()


BROKEN: dict[str, Callable[[str], bytes]] = {
    "NUL bytes": lambda title: HEAD + f"Subject: {title}\r\n\r\nHej\0 du\0\r\n".encode(),
    "nested": nested,
    "no body": lambda title: HEAD + f"Subject: {title}\r\n".encode(),
    "unknown charset": lambda title: (
        HEAD + f"Subject: {title}\r\nContent-Type: text/plain; charset=x-no\r\n\r\nH\xe5l".encode(
            "latin-1"
        )
    ),
    "bad base64": lambda title: (
        HEAD + f"Subject: {title}\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%!".encode()
    ),
    "false file": with_false_file,
    "ten thousand readers": lambda title: (
        HEAD
        + b"Cc: " + b",\r\n ".join(b"a%d@example.com" % one for one in range(10_000))
        + f"\r\nSubject: {title}\r\n\r\nHej alla\r\n".encode()
    ),
    "header injection": lambda title: (
        HEAD + f"Subject: {title}\r\nX-Odd: =?utf-8?q?a=0D=0ABcc:_x@example.com?=\r\n\r\nH".encode()
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_mail_is_a_case_that_can_be_read(page: Page, town: Town, kind: str) -> None:
    sign_in(page, town, "ada")
    title = f"Trasigt brev, {kind}"

    post_bytes(town, BROKEN[kind](title))

    open_case(page, title)
    expect(page.locator(".timeline")).to_contain_text("Rut Alm")
    with page.expect_download() as coming:
        page.get_by_role("link", name="Ladda ned mejlet som det kom").first.click()
    assert title.encode() in coming.value.path().read_bytes()


def test_a_mail_without_any_header_is_seen_too(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")

    post_bytes(town, b"Bara ord, inget huvud alls.\r\n")

    def is_listed() -> bool:
        page.goto("/arenden/?ord=huvud")
        return page.locator("main tbody tr").count() > 0

    soon(is_listed, seconds=30)


def test_what_is_not_for_us_or_too_large_is_refused_in_words(town: Town) -> None:
    with smtplib.SMTP("127.0.0.1", town.smtp_port, timeout=30) as server:
        with pytest.raises(smtplib.SMTPRecipientsRefused) as refused:
            server.sendmail("rut.alm@example.com", "nobody@exempelby.example", HEAD + b"\r\nHej")
        (code, words) = next(iter(refused.value.recipients.values()))
        assert (code, b"no such mailbox" in words) == (550, True)
    huge = letter("Stor bild", "Se bilden.")
    huge.add_attachment(bytes(40 * 2**20), maintype="image", subtype="png", filename="stor.png")
    with (
        smtplib.SMTP("127.0.0.1", town.smtp_port, timeout=60) as server,
        pytest.raises(smtplib.SMTPResponseException) as large,
    ):
        server.sendmail("rut.alm@example.com", DESK, huge.as_bytes())
    assert large.value.smtp_code == 552


def test_an_ordinary_mail_does_not_wait_for_the_broken_ones(page: Page, town: Town) -> None:
    sign_in(page, town, "ada")
    for number in range(5):
        post_bytes(town, nested(f"Djupt brev {number}"))
    began = time.monotonic()

    post(town, letter("Ett vanligt brev efter", "Hej"))

    open_case(page, "Ett vanligt brev efter")
    assert time.monotonic() - began < 30
