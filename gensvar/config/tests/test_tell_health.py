import pytest
from pytest_django import Settings

from conftest import Browser

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
