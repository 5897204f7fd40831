import pytest
from django.test import Client as Browser
from pytest_django import Settings

pytestmark = pytest.mark.django_db


def test_it_is_healthy_and_ready_when_the_database_answers(client: Browser) -> None:
    assert client.get("/healthz").status_code == 200
    assert client.get("/readyz").status_code == 200


def test_figures_are_given_on_this_machine(client: Browser) -> None:
    answer = client.get("/metrics")

    assert answer.status_code == 200
    assert b"gensvar_events_unsealed 0.0" in answer.content


def test_figures_are_not_given_through_a_proxy(client: Browser) -> None:
    assert client.get("/metrics", headers={"X-Forwarded-For": "192.0.2.7"}).status_code == 404


def test_a_token_opens_the_figures_and_a_wrong_one_does_not(
    client: Browser, settings: Settings
) -> None:
    settings.METRICS_TOKEN = "right"

    assert client.get("/metrics", headers={"Authorization": "Bearer right"}).status_code == 200
    assert client.get("/metrics", headers={"Authorization": "Bearer wrong"}).status_code == 404
    assert client.get("/metrics").status_code == 404
