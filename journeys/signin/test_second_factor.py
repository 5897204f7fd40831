"""A second factor in a real browser: passkeys from a virtual device, and codes from an app."""

import base64
import hmac
import re
import struct
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from .conftest import PASSWORD, House


def sign_in(page: Page, house: House, email: str) -> None:
    page.goto(f"{house.base}/konto/logga-in/?next=/konto/")
    page.get_by_label("Mejladress").fill(email)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in").click()


def sign_out(page: Page, house: House) -> None:
    page.goto(f"{house.base}/konto/logga-ut/")
    page.get_by_role("button", name="Logga ut").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Logga in")


def code(key: str, at: float) -> str:
    """Return what an authenticator app shows (RFC 6238 with SHA-1, six digits, 30 seconds)."""
    secret = base64.b32decode(key + "=" * (-len(key) % 8))
    digest = hmac.digest(secret, struct.pack(">Q", int(at) // 30), "sha1")
    number = struct.unpack_from(">I", digest, digest[-1] & 15)[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


@pytest.fixture
def authenticator(page: Page) -> Iterator[None]:
    """A finger reader that always says yes."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    yield
    devtools.detach()


@pytest.mark.usefixtures("authenticator")
def test_a_passkey_opens_without_a_password(page: Page, house: House) -> None:
    sign_in(page, house, "bo@exempelby.example")
    page.goto(f"{house.base}/konto/nycklar/ny/")
    page.get_by_label("Vad du kallar den").fill("Datorn på jobbet")
    page.get_by_role("button", name="Spara").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reservkoder")
    sign_out(page, house)

    page.goto(f"{house.base}/konto/logga-in/?next=/konto/andra-faktorn/")
    page.get_by_role("button", name="Med en nyckel").click()

    expect(page.get_by_text("Datorn på jobbet")).to_be_visible()
    assert page.url == f"{house.base}/konto/andra-faktorn/"
    sign_out(page, house)
    sign_in(page, house, "bo@exempelby.example")
    page.get_by_role("button", name="Använd nyckeln").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bo Alm")


@pytest.mark.usefixtures("authenticator")
def test_a_browser_without_a_passkey_says_so(page: Page, house: House) -> None:
    page.goto(f"{house.base}/konto/logga-in/")

    page.get_by_role("button", name="Med en nyckel").click()

    expect(page.get_by_role("alert")).to_contain_text("Ingen nyckel användes")


def test_codes_from_an_app_and_for_the_day_it_is_lost(page: Page, house: House) -> None:
    sign_in(page, house, "eva@exempelby.example")
    page.goto(f"{house.base}/konto/andra-faktorn/app/")
    key = page.locator("[data-totp-key]").inner_text()
    page.get_by_label("Skriv koden").fill(code(key, time.time()))
    page.get_by_role("button", name="Koppla").click()
    spare = page.locator(".codes li").first.inner_text()
    assert re.fullmatch(r"\d{8}", spare)
    sign_out(page, house)

    sign_in(page, house, "eva@exempelby.example")
    page.get_by_label("Kod").fill("000000")
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.locator(".error")).to_contain_text("Koden är fel")
    # A code is good once: take the next one, which is accepted half a minute early.
    page.get_by_label("Kod").fill(code(key, time.time() + 30))
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Eva Dahl")
    sign_out(page, house)

    sign_in(page, house, "eva@exempelby.example")
    page.get_by_label("Kod").fill(spare)
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Eva Dahl")
    sign_out(page, house)

    sign_in(page, house, "eva@exempelby.example")
    page.get_by_label("Kod").fill(spare)
    page.get_by_role("button", name="Fortsätt").click()
    expect(page.locator(".error")).to_contain_text("Koden är fel")


def test_the_password_alone_opens_nothing_once_there_is_a_second_factor(
    page: Page, house: House
) -> None:
    sign_in(page, house, "eva@exempelby.example")

    page.goto(f"{house.base}/konto/")

    expect(page.get_by_role("heading", level=1)).not_to_have_text("Eva Dahl")
