"""One act on many cases by a program: shown unless it asks for more, with the token's rights."""

import pytest
from django.utils.timezone import now

from gensvar.foundation.integrations.actions import create_token
from gensvar.foundation.integrations.models import Token
from gensvar.operations.batches.actions import go_on
from gensvar.operations.batches.models import Batch
from gensvar.operations.cases.actions import open_case
from gensvar.operations.cases.models import Case, State

from .conftest import Program


@pytest.fixture
def three(exempelby, eva, noon):
    return [
        open_case(exempelby, title=f"Grop {place}", channel="phone", customer=eva, at=noon)
        for place in range(3)
    ]


def numbers(cases):
    return [case.number for case in cases]


def work():
    for batch in Batch.objects.all():
        go_on(batch, at=now)


def test_nothing_is_done_unless_it_is_asked_for(program, three, gator):
    asked = {"act": "subject", "subject": "Gator, v", "cases": numbers(three)}

    shown = program.post("/cases/bulk", asked)

    assert shown.status_code == 201, shown.content
    assert (shown.json()["stage"], shown.json()["counts"]) == ("ready", {"ready": 3})
    change = shown.json()["cases"][0]["changes"]
    assert change == [{"field": "subject", "before": None, "after": gator.pk}]
    assert Case.objects.filter(subject=gator).count() == 0


def test_what_was_shown_is_confirmed_done_and_undone(program, three):
    shown = program.post("/cases/bulk", {"act": "tag", "tag": "Storm", "conditions": "lage=oppna"})
    key = shown.json()["id"]

    assert program.post(f"/cases/bulk/{key}/confirmation").json()["stage"] == "running"
    work()
    assert program.get(f"/cases/bulk/{key}").json()["counts"] == {"done": 3}
    assert program.post(f"/cases/bulk/{key}/undo").json()["stage"] == "undoing"
    work()

    assert program.get(f"/cases/bulk/{key}").json()["counts"] == {"undone": 3}
    assert Case.objects.filter(tags__name="Storm").count() == 0


def test_a_few_are_done_at_once_and_only_once_for_a_key(program, three, gator):
    asked = {
        "act": "close",
        "subject": "Gator, v",
        "need_type": "status",
        "cases": numbers(three),
        "preview": False,
    }

    first = program.post("/cases/bulk", asked, **{"Idempotency-Key": "en-gang"})
    again = program.post("/cases/bulk", asked, **{"Idempotency-Key": "en-gang"})
    work()

    assert first.json()["id"] == again.json()["id"]
    assert Batch.objects.count() == 1
    assert Case.objects.filter(state=State.CLOSED).count() == 3


def test_a_token_that_has_been_revoked_does_no_more(program, three):
    shown = program.post("/cases/bulk", {"act": "tag", "tag": "Storm", "cases": numbers(three)})
    program.post(f"/cases/bulk/{shown.json()['id']}/confirmation")
    Token.objects.update(revoked_at=now())

    work()

    assert Case.objects.filter(tags__name="Storm").count() == 0


def test_a_program_of_another_client_finds_neither_cases_nor_batch(program, energi_program, three):
    shown = program.post("/cases/bulk", {"act": "tag", "tag": "Storm", "cases": numbers(three)})

    asked = {"act": "tag", "tag": "Storm", "cases": numbers(three)}
    assert energi_program.post("/cases/bulk", asked).status_code == 422
    everything = {"act": "tag", "tag": "Storm", "conditions": "lage=alla"}
    assert energi_program.post("/cases/bulk", everything).status_code == 422
    assert energi_program.get(f"/cases/bulk/{shown.json()['id']}").status_code == 404


def test_a_program_that_only_reads_begins_nothing(browser, three, noon):
    _token, secret = create_token("Läsare", ["cases:read"], at=noon)

    asked = {"act": "tag", "tag": "Storm", "cases": numbers(three)}

    assert Program(browser, secret).post("/cases/bulk", asked).status_code == 403


@pytest.mark.parametrize(
    ("asked", "pointer"),
    [
        ({"act": "tag"}, "#/tag"),
        ({"act": "subject"}, "#/subject"),
        ({"act": "subject", "subject": "Rymden"}, "#/subject"),
        ({"act": "rest"}, "#/until"),
        ({"act": "rest", "until": "2026-05-04T10:00:00"}, "#/until"),
        ({"act": "hand-over", "question": "Kan ni?"}, "#/group"),
        ({"act": "assign", "agent_id": 999_999}, "#/agent_id"),
        ({"act": "tag", "tag": "A", "conditions": "lage=öppna"}, "#/conditions"),
        ({"act": "tag", "tag": "A", "conditions": "agent=1' OR 1"}, "#/conditions"),
    ],
)
def test_what_is_missing_or_wrong_is_pointed_at(program, three, asked, pointer):
    cases = {} if "conditions" in asked else {"cases": numbers(three)}

    answer = program.post("/cases/bulk", {**cases, **asked})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["pointer"] == pointer
    assert Batch.objects.count() == 0


def test_an_unknown_case_is_named_and_nothing_is_begun(program, three):
    asked = {"act": "tag", "tag": "A", "cases": [three[0].number, "26-999999"]}

    answer = program.post("/cases/bulk", asked)

    assert answer.json()["errors"][0]["pointer"] == "#/cases/1"
    assert program.post("/cases/bulk", {"act": "tag", "tag": "A"}).status_code == 422
