"""An agent whose phone is a window of their browser: real Chromium, real Asterisk, two tones.

Comes last by its name: the house that it starts claims every call, those of the contract too, and
its agent has another phone after it.
"""

import math
import re
import struct
import time
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest
from caller import Caller
from house import House, states
from playwright.sync_api import BrowserContext, Page, expect, sync_playwright
from tones import RATE, levels, share

# Hertz; the caller hums one, the microphone of the browser holds the other.
CALLERS, AGENTS = 400, 700
CHROMIUM = ("/usr/bin/chromium", "/usr/bin/chromium-browser")
# What a browser on one machine needs to hear itself through Asterisk, with a tone as microphone.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    "--allow-loopback-in-peer-connection",
    "--disable-features=WebRtcHideLocalIpsWithMdns",
    "--autoplay-policy=no-user-gesture-required",
]
PATIENCE_MS = 20_000
PASSWORD = "Exempelby-2026"
WITH_PASSWORD = f"""
ada = Agent.objects.get(email="ada@exempelby.example")
ada.set_password({PASSWORD!r})
ada.save()
"""
AS_BEFORE = """
from gensvar.channels.voice.actions import setting
from gensvar.foundation.agreements.models import Client
ada = Agent.objects.get(email="ada@exempelby.example")
setting.give_phone(ada, client=Client.objects.get(), address="PJSIP/ada", by=None, at=now())
"""
# The strongest tone in what the phone plays.
PLAYED = """async () => {
    const context = new AudioContext();
    const ear = context.createAnalyser();
    ear.fftSize = 8192;
    const sound = document.getElementById("phone-sound").srcObject;
    if (!sound) return 0;
    context.createMediaStreamSource(sound).connect(ear);
    await new Promise((done) => setTimeout(done, 600));
    const found = new Float32Array(ear.frequencyBinCount);
    ear.getFloatFrequencyData(found);
    const strongest = found.reduce((best, one, at) => (at > 2 && one > found[best] ? at : best), 3);
    const tone = found[strongest] > -60 ? strongest * context.sampleRate / ear.fftSize : 0;
    await context.close();
    return tone;
}"""


@pytest.fixture
def browser(house: House, tmp_path: Path) -> Iterator[BrowserContext]:
    house.open_pages()
    house.do(WITH_PASSWORD)
    path = next(path for path in CHROMIUM if Path(path).exists())
    tone = keep_tone(tmp_path / "microphone.wav", AGENTS)
    faults: list[str] = []
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=path, args=[*FLAGS, f"--use-file-for-fake-audio-capture={tone}"]
        )
        context = started.new_context(locale="sv-SE", base_url=house.base)
        context.set_default_timeout(PATIENCE_MS)
        expect.set_options(timeout=PATIENCE_MS)
        context.on("weberror", lambda fault: faults.append(str(fault.error)))
        context.on(
            "console",
            lambda said: faults.append(said.text) if "Content Security" in said.text else None,
        )
        yield context
        context.close()
        started.close()
    house.do(AS_BEFORE)
    assert faults == []


@pytest.fixture
def desk(browser: BrowserContext) -> Page:
    """Ada's desk, when she has chosen the phone in the browser."""
    page = browser.new_page()
    page.goto("/skrivbord/")
    page.locator("input[name=login]").fill("ada@exempelby.example")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("input[name=password]").press("Enter")
    page.wait_for_url(re.compile("/skrivbord/"))
    page.goto("/skrivbord/telefon/val/")
    page.get_by_label("I webbläsaren").check()
    page.get_by_role("button", name="Ring mig där").click()
    expect(page.get_by_text("Du blir uppringd i webbläsaren").first).to_be_visible()
    return page


@pytest.fixture
def phone(desk: Page) -> Page:
    with desk.expect_popup() as opened:
        desk.locator("#phone-link").click()
    window = opened.value
    window.get_by_role("button", name="Starta telefonen").click()
    expect(window.locator(".phone")).to_have_attribute("data-state", "ready")
    return window


def keep_tone(path: Path, tone: int, *, rate: int = 48_000) -> Path:
    """Write ten seconds of a tone, for a browser to take as its microphone."""
    turn = 2 * math.pi * tone / rate
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        values = (round(12_000 * math.sin(turn * place)) for place in range(10 * rate))
        file.writeframes(b"".join(struct.pack("<h", value) for value in values))
    return path


def is_heard(caller: Caller, tone: int, *, at_least: float = 0.8, at_most: float = 1.0) -> None:
    """Wait until half a second of what the caller hears is this tone, or is not."""
    deadline = time.monotonic() + 15
    least = 0.0 if at_most < 1 else at_least
    while True:
        begin = caller.sound.since()
        time.sleep(0.6)
        sound = levels(bytes(caller.sound.heard[begin:]))
        found = share(sound, tone) if len(sound) > RATE / 4 else -1.0
        if least <= found <= at_most + 0.01:
            return
        assert time.monotonic() < deadline, f"{tone} Hz is {found:.2f} of what is heard"


def hears(phone: Page, tone: int) -> None:
    """See that the phone plays a tone, and that its level meter says so."""
    deadline = time.monotonic() + 15
    while abs((found := phone.evaluate(PLAYED)) - tone) > 15:
        assert time.monotonic() < deadline, f"the phone plays {found:.0f} Hz, not {tone}"
    assert phone.locator("#phone-level-theirs").evaluate("(one) => one.value") > 0.3


def in_a_call(house: House, phone: Page) -> Caller:
    house.ready("ada")
    caller = house.calls(frequency=CALLERS)
    expect(phone.locator(".phone")).to_have_attribute("data-state", "ringing")
    phone.keyboard.press("Alt+a")
    expect(phone.locator(".phone")).to_have_attribute("data-state", "talking")
    house.until("talking")
    return caller


def test_both_hear_each_other_and_the_call_goes_on_while_pages_change(
    house: House, desk: Page, phone: Page
) -> None:
    caller = in_a_call(house, phone)

    is_heard(caller, AGENTS)
    hears(phone, CALLERS)
    for place in ("/arenden/", "/skrivbord/", "/status/"):
        desk.goto(place)
    desk.reload()
    is_heard(caller, AGENTS)
    hears(phone, CALLERS)
    phone.keyboard.press("Alt+x")
    told = house.until("ended")
    assert (told["outcome"], told["offers"]) == ("answered", [["ada", "done"]])
    expect(phone.locator(".phone")).to_have_attribute("data-state", "ready")


def test_mute_hold_and_keys_by_the_keyboard(house: House, desk: Page, phone: Page) -> None:
    caller = in_a_call(house, phone)
    is_heard(caller, AGENTS)

    desk.goto("/skrivbord/")
    expect(desk.locator("#phone-link")).to_contain_text("Telefonen är öppen")
    expect(desk.locator("[data-phone-act=mute]")).to_be_visible()
    desk.keyboard.press("Alt+m")
    is_heard(caller, AGENTS, at_most=0.05)
    expect(desk.locator("#phone-link")).to_contain_text("Telefonen är tyst")
    desk.keyboard.press("Alt+m")
    is_heard(caller, AGENTS)

    phone.keyboard.press("Alt+p")
    house.until("held")
    is_heard(caller, AGENTS, at_most=0.05)
    expect(phone.locator("#phone-call")).to_contain_text("Tala igen")
    phone.keyboard.press("Alt+p")
    house.until("talking")
    is_heard(caller, AGENTS)

    phone.locator("h1").click()
    for key in "4#":
        phone.keyboard.press(key)
    deadline = time.monotonic() + 10
    while caller.keys != "4#":
        assert time.monotonic() < deadline, f"the caller heard {caller.keys!r}"
        time.sleep(0.1)


def test_a_phone_that_is_loaded_anew_is_back_in_its_call(
    house: House, desk: Page, phone: Page
) -> None:
    caller = in_a_call(house, phone)
    is_heard(caller, AGENTS)
    phone.on("dialog", lambda asked: asked.accept())

    phone.reload()
    expect(phone.locator(".phone")).to_have_attribute("data-state", "talking")

    told = house.until("talking")
    assert "returning" in states(told)
    is_heard(caller, AGENTS)
    hears(phone, CALLERS)
    assert not caller.is_over.is_set()
    caller.hang_up()
    assert house.until("ended")["outcome"] == "answered"


def test_a_call_taken_at_the_desk_is_lifted_by_the_phone(
    house: House, desk: Page, phone: Page
) -> None:
    house.ready()
    desk.goto("/status/")
    desk.locator("main").get_by_role("button", name="Ledig").click()
    house.calls()
    desk.get_by_role("button", name=re.compile("^Svara")).click()

    house.until("talking")
    expect(phone.locator(".phone")).to_have_attribute("data-state", "talking")


def test_a_phone_whose_window_is_closed_lets_the_call_go_to_the_next(
    house: House, desk: Page, phone: Page
) -> None:
    caller = in_a_call(house, phone)
    is_heard(caller, AGENTS)
    house.asterisk.phone("bo", lifts_after=0.3)
    phone.close(run_before_unload=False)
    house.also_ready("bo")

    deadline = time.monotonic() + 60
    while (told := house.told())["offers"][-1] != ["bo", "in-hand"]:
        assert time.monotonic() < deadline, f"the call stands so: {told}"
        time.sleep(0.2)
    assert not caller.is_over.is_set()
