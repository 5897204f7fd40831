import time
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from conftest import Browser
from gensvar.channels.voice.actions import setting
from gensvar.operations.routing import actions as routing

BACKEND = "gensvar.foundation.people.signin.backend.AgentBackend"


@pytest.fixture(autouse=True)
def _without_second_factor(settings: Any) -> None:
    settings.REQUIRE_SECOND_FACTOR = False


@pytest.fixture
def enter() -> Callable[..., Browser]:
    """Sign somebody in, just now."""

    def sign_in(agent: Any, *, language: str = "en") -> Browser:
        browser = Browser()
        browser.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        browser.force_login(agent, backend=BACKEND)
        session = browser.session
        session["account_authentication_methods"] = [{"method": "password", "at": time.time()}]
        session.save()
        return browser

    return sign_in


@pytest.fixture
def desk(enter: Any, admin: Any) -> Any:
    """The browser of the administrator."""
    return enter(admin)


class Page:
    """A page of settings, used as a person does: look, then save what was shown."""

    def __init__(self, browser: Browser, url: str) -> None:
        self.browser, self.url = browser, url

    def look(self, **fields: Any) -> Any:
        return self.browser.post(self.url, fields | {"do": "preview"})

    def save(self, **fields: Any) -> Any:
        seen = self.look(**fields)
        return self.browser.post(
            self.url,
            {"once": "one-page"} | fields | {"do": "save", "seen": hidden(seen, "seen")},
        )


def hidden(answer: Any, name: str) -> str:
    """Return what a page carries along in a hidden field; nothing where it has none."""
    _before, _found, rest = answer.content.decode().partition(f'name="{name}" value="')
    return str(rest.partition('"')[0])


@pytest.fixture
def page(desk) -> Callable[[str], Page]:
    return lambda url: Page(desk, url)


@pytest.fixture
def dead_job(db) -> int:
    """A job that failed for good."""
    job_id = app.configure_task("events.forget_failures", queueing_lock=None).defer(timestamp=1)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", [job_id])
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed' WHERE id = %s", [job_id])
    assert ProcrastinateJob.objects.get(pk=job_id).status == "failed"
    return job_id


@pytest.fixture
def queue(exempelby: Any, cia: Any, noon: Any) -> Any:
    """A queue that callers wait in."""
    skill = routing.add_skill(exempelby, name="Telefon")
    wish = routing.QueueWish(
        name="Kundtjänst",
        channel="phone",
        goal_seconds=60,
        steps=[routing.StepWish(0, skill)],
        offer_seconds=15,
        wrap_up_seconds=60,
    )
    return routing.set_queue(exempelby, wish, by=cia, at=noon)


@pytest.fixture
def number(exempelby: Any, queue: Any, noon: Any) -> Any:
    return setting.set_number(exempelby, number="0910-70 00 00", queue=queue, by=None, at=noon)
