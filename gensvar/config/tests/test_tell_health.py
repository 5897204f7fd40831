from datetime import datetime
from typing import Any

import pytest
from procrastinate.contrib.django import app
from pytest_django import Settings

from conftest import Browser
from gensvar.channels.mail.models import Mailbox, RawMail
from gensvar.operations.cases.actions import answer, open_case

pytestmark = pytest.mark.django_db


def test_it_is_healthy_and_ready_when_the_database_answers(browser: Browser) -> None:
    assert browser.get("/healthz").status_code == 200
    assert browser.get("/readyz").status_code == 200


def test_figures_are_given_on_this_machine(browser: Browser) -> None:
    answer = browser.get("/metrics")

    assert answer.status_code == 200
    assert b"gensvar_events_unsealed 0.0" in answer.content


def test_figures_are_not_given_through_a_proxy(browser: Browser) -> None:
    assert browser.get("/metrics", headers={"X-Forwarded-For": "192.0.2.7"}).status_code == 404


def test_a_token_opens_the_figures_and_a_wrong_one_does_not(
    browser: Browser, settings: Settings
) -> None:
    settings.METRICS_TOKEN = "right"

    assert browser.get("/metrics", headers={"Authorization": "Bearer right"}).status_code == 200
    assert browser.get("/metrics", headers={"Authorization": "Bearer wrong"}).status_code == 404
    assert browser.get("/metrics").status_code == 404


def figures(browser: Browser) -> dict[str, float]:
    lines = browser.get("/metrics").content.decode().splitlines()
    pairs = (line.rpartition(" ") for line in lines if line and not line.startswith("#"))
    return {name: float(value) for name, _space, value in pairs}


def test_the_time_of_answers_is_counted_by_route_and_class_without_addresses(
    browser: Browser,
) -> None:
    before = figures(browser)
    for path in ("/healthz", "/arenden/26-000123/", "/finns-inte/?q=Eva"):
        browser.get(path)
    after = figures(browser)

    grown = {name for name, value in after.items() if value > before.get(name, 0)}
    assert 'gensvar_request_seconds_count{route="healthz",status="2xx"}' in grown
    assert 'gensvar_request_seconds_count{route="desk_case",status="3xx"}' in grown
    assert 'gensvar_request_seconds_count{route="none",status="4xx"}' in grown
    assert 'gensvar_request_seconds_bucket{le="10.0",route="healthz",status="2xx"}' in grown
    assert not [name for name in after if "Eva" in name or "26-000123" in name]


def test_cases_mails_and_messages_are_counted_though_no_row_is_seen(
    browser: Browser, exempelby: Any, eva: Any, ada: Any, noon: datetime
) -> None:
    mailbox = Mailbox.objects.create(client=exempelby, address="a@b.example", created_at=noon)
    for state in ("waiting", "unreadable", "unreadable"):
        RawMail.objects.create(
            mailbox=mailbox,
            client=exempelby,
            how="smtp",
            size=1,
            received_at=noon,
            not_before=noon,
            state=state,
        )
    for _number in range(3):
        case = open_case(exempelby, title="x", channel="phone", customer=eva, at=noon)
    answer(case, "Hej", channel="web", by=ada, at=noon)

    told = figures(browser)

    assert told['gensvar_cases{state="waiting-for-us"}'] == 2
    assert told['gensvar_cases{state="waiting-for-customer"}'] == 1
    assert told['gensvar_mails{state="waiting"}'] == 1
    assert told['gensvar_mails{state="unreadable"}'] == 2
    assert told['gensvar_outgoing{state="queued"}'] == 1


def test_a_job_that_waits_shows_how_long(browser: Browser) -> None:
    assert figures(browser)["gensvar_jobs_oldest_seconds"] == 0

    app.configure_task("events.forget_failures", queueing_lock=None).defer(timestamp=1)
    told = figures(browser)

    assert told["gensvar_jobs_oldest_seconds"] >= 0
    assert told['gensvar_jobs{queue="upkeep",status="todo"}'] == 1
