"""One living Exempelby for the stories, and browsers that fail when a page does something wrong."""

import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from town import Town, living

CHROMIUM = ("/usr/bin/chromium", "/usr/bin/chromium-browser")
# Nothing that the browser does by itself, so that all it asks for is asked by our pages.
ALONE = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# What a page or a step is given on a busy machine; what holds is seen at once all the same.
PATIENCE_MS = 15_000
expect.set_options(timeout=PATIENCE_MS)
# Said by the browser about a page that refuses; refusals are judged by their status below.
REFUSAL = "responded with a status of"
# Said by htmx of a request left behind with its page; one that fails is told by other words.
LEFT_BEHIND = ("htmx:afterRequest", "htmx:sendAbort")


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    with living(tmp_path_factory.mktemp("town") / "var") as found:
        yield found


# Kept for a file and no longer: where Playwright runs, the ORM may not be used by other tests.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    path = next(path for path in CHROMIUM if Path(path).exists())
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ALONE)
        yield browser
        browser.close()


@pytest.fixture
def browse(
    chromium: Browser, town: Town, request: pytest.FixtureRequest
) -> Iterator[Callable[..., Page]]:
    """Open a browser of one's own for each person in a story.

    Whatever a page says on the console, throws, or fails to fetch fails the test at its end.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_page(width: int = 1440, **options: Any) -> Page:
        chosen = {"locale": "sv-SE", "base_url": town.base} | options
        context = chromium.new_context(viewport={"width": width, "height": 900}, **chosen)
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        listen(page, faults)
        return page

    yield open_page
    for number, context in enumerate(contexts):
        keep_picture(context, f"{request.node.name}-{number}")
        context.close()
    assert faults == []


@pytest.fixture
def page(browse: Callable[..., Page]) -> Page:
    return browse()


def listen(page: Page, faults: list[str]) -> None:
    """Write down everything that no page of ours may do."""
    page.on(
        "console",
        lambda said: (
            faults.append(f"{page.url}: {said.text}")
            if said.type in {"error", "warning"}
            and REFUSAL not in said.text
            and not said.text.startswith(LEFT_BEHIND)
            else None
        ),
    )
    page.on("pageerror", lambda error: faults.append(f"{page.url}: {error}"))
    page.on(
        "response",
        lambda answer: faults.append(f"{answer.status} {answer.url}") if is_fault(answer) else None,
    )
    page.on(
        "requestfailed",
        lambda asked: (
            faults.append(f"{asked.failure} {asked.url}")
            if "ERR_ABORTED" not in str(asked.failure)
            else None
        ),
    )


def is_fault(answer: Any) -> bool:
    path = urlsplit(answer.url).path
    return answer.status >= 500 or (answer.status >= 400 and path.startswith("/static/"))


def keep_picture(context: BrowserContext, name: str) -> None:
    """Save how each page stood at the end, where GENSVAR_SHOTS names a folder."""
    folder = os.environ.get("GENSVAR_SHOTS")
    for page in context.pages if folder else []:
        path = Path(str(folder)) / f"{name}.png"
        with contextlib.suppress(Exception):
            page.screenshot(path=path, full_page=True, caret="initial")
