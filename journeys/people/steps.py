"""What people do in the stories, in their words."""

import os
import smtplib
import time
from collections.abc import Callable
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import TypeVar

import httpx
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect
from town import Town

DESK = "kundtjanst@exempelby.example"
PASSWORD = "Exempelby-2026"
GRAVE = {"serious", "critical"}
Found = TypeVar("Found")


def address_of(who: str) -> str:
    return f"{who}@{'energi' if who == 'elsa' else 'exempelby'}.example"


def sign_in(page: Page, town: Town, who: str) -> None:
    """Sign in by the form the first time, and as somebody already signed in after that."""
    if who in town.cookies:
        page.context.add_cookies(town.cookies[who])
        return
    page.goto("/konto/logga-in/")
    page.locator("[name=login]").fill(address_of(who))
    page.locator("[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Logga in", exact=True).click()
    page.wait_for_url(lambda url: "logga-in" not in url)
    town.cookies[who] = [
        cookie for cookie in page.context.cookies() if cookie.get("name") == "gensvar"
    ]


def in_theme(page: Page, theme: str) -> None:
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]


def axe(page: Page, *rules: str) -> None:
    """Fail with every grave finding on the page as it stands, by all rules or by those named."""
    # What is right need not be listed: that takes longer than to find what is wrong.
    options: dict[str, object] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = {"type": "rule", "values": list(rules)}
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("options => axe.run(options).then(told => told.violations)", options)
    grave = [
        (one["id"], [" ".join(node["target"]) for node in one["nodes"]])
        for one in found
        if one["impact"] in GRAVE
    ]
    assert grave == [], f"{page.url}: {grave}"


def picture(page: Page, look: str) -> None:
    """Keep how a page looks, where GENSVAR_SHOTS names a folder, to be seen beside the design."""
    if folder := os.environ.get("GENSVAR_SHOTS"):
        name = page.url.partition("://")[2].partition("/")[2].replace("/", "_").partition("?")[0]
        page.screenshot(path=Path(folder) / f"{name or 'start'}.{look}.png", caret="initial")


def fits(page: Page) -> None:
    """Fail if the page can be scrolled sideways."""
    wide, room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= room, f"{page.url} is {wide} wide in {room}"


def soon(look: Callable[[], Found], *, seconds: float = 15) -> Found:
    """Return what `look` finds, as soon as it finds something."""
    until = time.monotonic() + seconds
    while True:
        if found := look():
            return found
        assert time.monotonic() < until, f"nothing in {seconds} seconds"
        time.sleep(0.1)


def letter(subject: str, text: str, *, sender: str = "rut.alm@example.com") -> EmailMessage:
    mail = EmailMessage(policy=policy.SMTP)
    mail["From"] = f"Rut Alm <{sender}>"
    mail["To"] = DESK
    mail["Subject"] = subject
    mail["Message-ID"] = f"<{time.monotonic_ns()}@example.com>"
    mail.set_content(text)
    return mail


def post(town: Town, mail: EmailMessage) -> None:
    with smtplib.SMTP("127.0.0.1", town.smtp_port, timeout=30) as server:
        server.send_message(mail)


def post_bytes(town: Town, content: bytes, *, to: str = DESK) -> None:
    with smtplib.SMTP("127.0.0.1", town.smtp_port, timeout=60) as server:
        server.sendmail("rut.alm@example.com", to, content)


def sent_to(town: Town, address: str, *, about: str = "") -> list[EmailMessage]:
    """Return the demo's outgoing mails to an address, newest first, as they were sent."""
    found = []
    with httpx.Client(base_url=town.base) as client:
        page = client.get("/demo/inkorg/", params={"to": address}).text
        for part in page.split('href="/demo/inkorg/')[1:]:
            number = part.split("/")[0]
            if number.isdigit():
                raw = client.get(f"/demo/inkorg/{number}/original/")
                mail = message_from_bytes(raw.content, policy=policy.default)
                if about in str(mail["Subject"]) or about in words_of(mail):
                    found.append(mail)
    return found


def words_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain", "html"))
    return str(body.get_content()) if body else ""


def open_case(page: Page, title: str) -> str:
    """Find a case by its title in the list of open ones, open it, and return its number."""

    def row() -> bool:
        page.goto("/arenden/?lage=alla")
        return page.get_by_role("link", name=title).count() > 0

    soon(row, seconds=30)
    page.get_by_role("link", name=title).first.click()
    expect(page.locator("h1")).to_have_text(title)
    return page.url.rstrip("/").rsplit("/", 1)[-1].partition("#")[0]


def choose_what_it_is_about(page: Page, subject: str) -> None:
    page.keyboard.press("e")
    sheet = page.locator("#act")
    sheet.locator("select[name=subject]").select_option(label=subject)
    sheet.locator("select[name=need_type]").select_option("information")
    sheet.locator("button[type=submit]").click()
    expect(page.locator(".context")).to_contain_text(subject)


def press(page: Page, keys: str) -> None:
    """Press keys when the page hears them: its words may stand there before its scripts run."""
    page.wait_for_load_state()
    page.keyboard.press(keys)


def rest(page: Page) -> None:
    """Let no field have the focus, so that single keys act."""
    page.evaluate("document.activeElement.blur()")
