"""A request that is sent twice is carried out once; a flood is slowed down."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from gensvar.config.tests.api.conftest import JSON, Program
from gensvar.foundation.integrations import limiting
from gensvar.foundation.integrations.idempotency import forget_old_answers
from gensvar.foundation.integrations.models import IdempotentAnswer
from gensvar.operations.cases.models import Case

BODY = {"title": "Hål i gatan"}


def test_the_same_request_gets_the_same_answer(program: Program, exempelby: Any) -> None:
    key = {"Idempotency-Key": "k-1"}

    first = program.post("/cases", BODY, **key)
    second = program.post("/cases", BODY, **key)

    assert first.status_code == second.status_code == 201
    assert first.content == second.content
    assert second["Idempotency-Replayed"] == "true"
    assert Case.objects.count() == 1


def test_the_same_key_with_another_request_is_refused(program: Program, exempelby: Any) -> None:
    key = {"Idempotency-Key": "k-1"}
    program.post("/cases", BODY, **key)

    assert program.post("/cases", BODY | {"title": "x"}, **key).json()["code"] == "KeyReused"
    assert program.post("/contacts", {"channel": "web"}, **key).json()["code"] == "KeyReused"
    assert Case.objects.count() == 1


def test_a_refused_request_may_be_put_right_under_its_key(program: Program, exempelby: Any) -> None:
    key = {"Idempotency-Key": "k-1"}

    assert program.post("/cases", {}, **key).status_code == 422
    assert program.post("/cases", BODY, **key).status_code == 201


def test_another_token_has_keys_of_its_own(
    program: Program, energi_program: Program, exempelby: Any
) -> None:
    key = {"Idempotency-Key": "k-1"}

    ours = program.post("/cases", BODY, **key).json()
    theirs = energi_program.post("/cases", BODY, **key).json()

    assert ours["number"] != theirs["number"]
    assert theirs["client"] == "energi"


@pytest.mark.parametrize("key", ["", "x" * 256, "a\tb"])
def test_a_key_that_cannot_be_kept_is_refused(program: Program, exempelby: Any, key: str) -> None:
    assert program.post("/cases", BODY, **{"Idempotency-Key": key}).status_code == 422
    assert Case.objects.count() == 0


def test_the_same_file_sent_twice_is_one_upload(program: Program, exempelby: Any) -> None:
    program.headers["Idempotency-Key"] = "k-1"

    assert program.upload("a.txt", b"hej").json() == program.upload("a.txt", b"hej").json()
    assert program.upload("a.txt", b"nej").json()["code"] == "KeyReused"


def test_what_is_kept_of_an_answer_tells_nothing(program: Program, exempelby: Any) -> None:
    body = {"url": "https://example.org/gensvar", "client": "exempelby"}
    secret = program.post("/webhooks", body, **{"Idempotency-Key": "k-1"}).json()["secret"]

    assert secret.startswith("whsec_")
    assert secret not in IdempotentAnswer.objects.get().body
    again = program.post("/webhooks", body, **{"Idempotency-Key": "k-1"})
    assert again.json()["secret"] == secret


@pytest.mark.django_db(transaction=True)
def test_one_of_many_at_once_is_carried_out(program: Program, exempelby: Any) -> None:
    barrier = Barrier(6)

    def send(_number: int) -> Any:
        from conftest import Browser

        barrier.wait()
        try:
            return Browser().post(
                "/api/v1/cases",
                json.dumps(BODY),
                JSON,
                headers=program.headers | {"Idempotency-Key": "race"},
            )
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(send, range(6)))

    assert Case.objects.count() == 1
    assert {answer.status_code for answer in answers} <= {201, 409}
    made = {answer.content for answer in answers if answer.status_code == 201}
    assert len(made) == 1
    assert program.post("/cases", BODY, **{"Idempotency-Key": "race"}).content in made


def test_answers_are_kept_for_a_day(program: Program, exempelby: Any) -> None:
    from datetime import timedelta

    program.post("/cases", BODY, **{"Idempotency-Key": "k-1"})
    kept = IdempotentAnswer.objects.get()

    forget_old_answers(at=kept.at + timedelta(hours=24))
    assert IdempotentAnswer.objects.exists()
    forget_old_answers(at=kept.at + timedelta(hours=24, seconds=1))
    assert not IdempotentAnswer.objects.exists()


def test_too_many_requests_are_told_when_to_come_back(
    program: Program, exempelby: Any, settings: Any
) -> None:
    settings.API_RATE = 3

    answers = [program.get("/cases") for _number in range(5)]
    statuses = [answer.status_code for answer in answers]

    # The minute may turn once while we ask.
    assert statuses.count(429) >= 1
    assert statuses[:3] == [200, 200, 200]
    refused = next(answer for answer in answers if answer.status_code == 429)
    assert 1 <= int(refused["Retry-After"]) <= 60
    assert refused.json()["code"] == "TooManyRequests"


def test_the_limit_is_shared_by_all_worker_processes(
    exempelby: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    admitted = 0
    for _request in range(60):
        # A process that has fetched nothing yet, each time.
        monkeypatch.setattr(limiting, "_in_hand", {})
        admitted += limiting.admits("key", limit=50, minute=1)

    assert admitted == 50


def test_a_worker_fetches_an_allowance_once_and_spends_it(
    exempelby: Any, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1):
        assert all(limiting.admits("many", limit=1000, minute=7) for _request in range(10))


def test_behind_a_proxy_one_address_does_not_use_up_what_others_have(
    browser: Any, exempelby: Any, settings: Any
) -> None:
    settings.API_RATE_WITHOUT_TOKEN, settings.ALLAUTH_TRUSTED_PROXY_COUNT = 3, 1

    def ask(address: str) -> int:
        headers = {"X-Forwarded-For": f"10.9.9.9, {address}"}
        return int(browser.get("/api/v1/cases", headers=headers).status_code)

    greedy = [ask("192.0.2.1") for _number in range(8)]

    assert 429 in greedy
    assert ask("192.0.2.2") == 401
