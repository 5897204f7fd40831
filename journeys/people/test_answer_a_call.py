"""A citizen calls: who it is comes up, the call makes its case, and three presses end it."""

import re
import subprocess
import sys
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from town import Town

from benchmarks.post_office import PRELUDE
from people.steps import axe, fits, in_theme, picture, rest, sign_in
from people.test_take_an_offer import choose

RING = """
from gensvar.channels.voice.actions.playing import let_call
let_call("+46910735000", party={party!r}, patience=60.0, talks=600.0)
"""
KNOWN = """
from gensvar.operations.customers.models import Address
found = Address.objects.current().filter(kind="phone", customer__client__code="exempelby",
    customer__secret={is_secret}, customer__protected={is_secret}).exclude(customer__name="")
one = found.select_related("customer").order_by("pk").first()
print(one.value, one.customer.name, sep="|")
"""
PATIENCE_MS = 40_000


def in_town(town: Town, program: str) -> str:
    """Do something in the town as its processes would; return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", PRELUDE + program],
        env={"GENSVAR_VAR": str(town.var), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""


def known(town: Town, *, is_secret: bool = False) -> tuple[str, str]:
    number, _bar, name = in_town(town, KNOWN.format(is_secret=is_secret)).partition("|")
    return number, name


def answer(page: Page, town: Town, party: str, *, shown: str) -> None:
    """Let somebody call, and answer; the phone of the town lifts by itself."""
    in_town(town, RING.format(party=party))
    offer = page.locator("#offers .offer", has_text="Svara")
    expect(offer).to_contain_text(shown, timeout=PATIENCE_MS)
    look(page, "call-rings")
    offer.get_by_role("button", name="Svara").click()
    page.wait_for_url(re.compile(r"/skrivbord/\d\d-\d+/$"), timeout=PATIENCE_MS)
    phone = page.locator(".softphone")
    expect(phone).to_contain_text("I samtal")
    expect(phone).to_contain_text(shown)


def wrap_up(page: Page) -> None:
    """Hang up and be done, by keys alone."""
    rest(page)
    if page.locator(".softphone").count():
        page.keyboard.press("Alt+x")
        expect(page.locator(".softphone")).to_have_count(0)
    done = page.get_by_role("button", name=re.compile("^Klar"))
    if done.count():
        page.keyboard.press("Alt+l")
        expect(done).to_have_count(0)


def look(page: Page, name: str) -> None:
    for theme in ("light", "dark"):
        in_theme(page, theme)
        picture(page, f"{name}-{theme}-1440")
        axe(page)
    in_theme(page, "light")
    page.set_viewport_size({"width": 390, "height": 900})
    picture(page, f"{name}-light-390")
    fits(page)
    page.set_viewport_size({"width": 1440, "height": 900})


@pytest.fixture
def agent(page: Page, town: Town) -> Any:
    sign_in(page, town, "bo")
    page.goto("/skrivbord/")
    choose(page, "Ledig")
    yield page
    wrap_up(page)
    choose(page, "Rast")


def test_a_simple_question_is_closed_by_three_presses(agent: Page, town: Town) -> None:
    number, name = known(town)
    answer(agent, town, number, shown=name)
    look(agent, "call-answered")
    rest(agent)
    agent.keyboard.press("Alt+p")
    expect(agent.locator(".softphone")).to_contain_text("Parkerat")
    rest(agent)
    agent.keyboard.press("Alt+p")
    expect(agent.locator(".softphone")).to_contain_text("I samtal")

    rest(agent)
    agent.keyboard.press("x")
    sheet = agent.locator("#act")
    sheet.locator("select[name=subject]").select_option(index=1)
    sheet.locator("footer button[type=submit]").click()

    expect(agent.get_by_text("Ärendet är klart.").first).to_be_visible()
    # The call goes on until somebody hangs up.
    expect(agent.locator(".softphone")).to_contain_text("I samtal")


def test_a_wrong_number_becomes_no_case_and_counts_with_its_reason(agent: Page, town: Town) -> None:
    answer(agent, town, "+46701740688", shown="070-174 06 88")
    rest(agent)
    agent.keyboard.press("Alt+i")
    sheet = agent.locator("#act")
    sheet.get_by_label("Fel nummer").check()
    look(agent, "call-no-case")
    sheet.locator("footer button[type=submit]").click()

    expect(agent.get_by_text("Den blev inget ärende.").first).to_be_visible()
    expect(agent.locator(".softphone")).to_contain_text("I samtal")


def test_whoever_is_protected_calls_as_somebody_with_a_hidden_number(
    agent: Page, town: Town
) -> None:
    number, name = known(town, is_secret=True)

    answer(agent, town, number, shown="Dolt nummer")

    said = agent.content()
    assert name not in said
    assert number[-6:] not in re.sub(r"\D", "", agent.locator(".softphone").inner_text())
    agent.goto("/samtal/")
    expect(agent.locator("table")).to_contain_text("Dolt nummer")
    assert name not in agent.locator("table").inner_text()
    agent.goto("/skrivbord/")


def test_the_manager_sees_how_many_calls_were_registered(page: Page, town: Town) -> None:
    sign_in(page, town, "karin")
    page.goto("/statistik/registrering/")
    expect(page.locator("main")).to_contain_text("med orsak")
