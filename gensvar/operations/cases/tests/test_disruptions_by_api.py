import pytest

from conftest import NOON
from gensvar.foundation.integrations.actions import create_token
from gensvar.operations.cases.actions import open_case
from gensvar.operations.cases.models import CaseCause
from gensvar.operations.disruptions.models import Disruption

WHAT = {"cause": "Vattenläcka", "area": "Norra", "started_at": "2026-05-04T10:00:00+02:00"}


@pytest.fixture
def program(browser, exempelby):
    scopes = ["disruptions:write", "cases:write"]
    _token, secret = create_token("väx", scopes, at=NOON)
    headers = {"Authorization": f"Bearer {secret}"}

    def ask(method, path, body=None):
        return getattr(browser, method)(
            f"/api/v1{path}", body, content_type="application/json", headers=headers
        )

    return ask


def test_a_disruption_is_opened_changed_and_ended(program):
    said = {**WHAT, "public_text": "Borta.", "phone_text": "Vattnet är borta på Norra."}
    made = program("post", "/disruptions", said)
    assert made.status_code == 201
    address = f"/disruptions/{made.json()['id']}"

    changed = program("patch", address, {"area": "Hela Norra"})
    assert changed.json()["area"] == "Hela Norra"
    assert changed.json()["phone_text"] == "Vattnet är borta på Norra."

    assert program("post", f"{address}/end", {"closing_text": "Klart."}).json()["ended_at"]
    assert program("post", f"{address}/end", {"closing_text": "Klart."}).status_code == 409
    assert program("get", "/disruptions?is_over=false").json()["count"] == 0
    assert program("get", "/disruptions?is_over=true").json()["count"] == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"cause": ""},
        {"started_at": "2026-05-04 10:00"},
        {"subject": "Finns inte"},
        {"expected_until": "2026-05-04T09:00:00+02:00"},
        {"is_public": True},
        {"client": "ingen"},
    ],
)
def test_what_is_wrong_is_refused(program, wrong):
    assert program("post", "/disruptions", {**WHAT, **wrong}).status_code == 422
    assert not Disruption.objects.exists()


def test_nothing_that_must_be_there_is_emptied(program):
    made = program("post", "/disruptions", WHAT).json()

    answer = program("patch", f"/disruptions/{made['id']}", {"started_at": None})

    assert answer.status_code == 422


def test_a_case_is_put_with_a_disruption_and_taken_away(program, exempelby):
    made = program("post", "/disruptions", WHAT).json()
    case = open_case(exempelby, title="Inget vatten", channel="phone", at=NOON)

    put = program("post", f"/cases/{case.number}/disruption", {"disruption_id": made["id"]})
    assert put.status_code == 200
    assert CaseCause.objects.count() == 1
    assert program("delete", f"/cases/{case.number}/disruption").status_code == 200
    assert not CaseCause.objects.exists()
    missing = program("post", f"/cases/{case.number}/disruption", {"disruption_id": 2**62})
    assert missing.status_code == 422


def test_an_unknown_disruption_is_not_found(program):
    assert program("get", "/disruptions/99999999999999999999").status_code in {404, 422}
    assert program("get", "/disruptions/1").status_code == 404
