"""Work orders over the API: FM-01…05 by program."""

from typing import Any

import pytest

from conftest import NOON
from gensvar.config.tests.api.conftest import Program
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import Group
from gensvar.operations.casetypes.actions import add_type
from gensvar.operations.register.models import Place
from gensvar.operations.workorders.actions import rule_process
from gensvar.operations.workorders.events import OrderChanged
from gensvar.operations.workorders.models import WorkOrder
from gensvar.operations.workorders.rules.process import Step


@pytest.fixture
def process(program: Program, case: Any, exempelby: Any, cia: Any, gator: Any) -> str:
    fault = add_type(exempelby, "fault-reporting", by=cia, at=NOON)
    rule_process(
        fault,
        has_process=True,
        demands_price=True,
        approval_limit=1_000_00,
        rate=620_00,
        skippable=[Step.COLLECT],
        by=cia,
        at=NOON,
    )
    Group.objects.create(client=exempelby, code="DRIFT", name="Drift")
    program.patch(f"/cases/{case['number']}", {"subject": gator.name})
    return f"/workorders/process/{case['number']}"


def states(told: Any) -> dict[str, str]:
    return {one["step"]: one["state"] for one in told["steps"]}


def test_a_case_goes_from_estimate_to_order(program: Program, process: str, case: Any) -> None:
    program.post(f"{process}/steps", {"step": "1.3"})
    early = program.post(f"{process}/steps", {"step": "1.5"})
    body = {"hours": "2.0", "rate_ore": 620_00, "material_ore": 180_00}
    told = program.post(f"{process}/estimates", body).json()
    program.post(f"{process}/steps", {"step": "1.5"})
    made = program.post(
        "/workorders",
        {"case": case["number"], "where": "Sal 3", "action": "Byt lampan", "group": "DRIFT"},
    )
    unasked = program.post(f"{process}/steps", {"step": "2.2"})
    yes = {"is_yes": True, "side": "customer", "who": "Eva Ek", "how": "phone"}
    after = program.post(f"{process}/approvals", yes).json()

    assert (early.status_code, early.json()["code"]) == (409, "EstimateMissing")
    assert told["estimate_ore"] == 1_420_00
    assert made.status_code == 201, made.content
    assert (made.json()["number"], made.json()["estimate_ore"]) == ("A-1", 1_420_00)
    assert unasked.json()["code"] == "ApprovalMissing"
    assert (states(after)["1.2"], states(after)["2.2"]) == ("skipped", "done")
    assert program.get(f"/workorders/{made.json()['id']}").json()["stage"] == "ordered"


def test_a_program_is_no_performer(program: Program, process: str, case: Any) -> None:
    body = {"case": case["number"], "where": "Sal 3", "action": "Byt", "group": "DRIFT"}
    refused = program.post("/workorders", body)

    assert refused.json()["code"] == "EarlierStepFirst"


def test_what_is_not_known_is_told_by_name(program: Program, process: str, case: Any) -> None:
    body = {"case": case["number"], "where": "Sal 3", "action": "Byt"}

    assert program.post("/workorders", body).json()["code"] == "NobodyPerforms"
    for field, value in (
        ("group", "X"),
        ("place", "FAST-404"),
        ("service", "Hiss"),
        ("performer", "ingen@example.com"),
    ):
        wrong = program.post("/workorders", {**body, field: value})
        assert wrong.json()["errors"][0]["pointer"] == f"#/{field}", wrong.content
    rate = program.post("/workorders", {**body, "rate_ore": -1})
    assert rate.status_code == 422
    assert program.get("/workorders/999").status_code == 404


def test_the_list_is_limited_and_leaves_as_a_file(
    program: Program, case: Any, exempelby: Any
) -> None:
    Group.objects.create(client=exempelby, code="DRIFT", name="Drift")
    body = {"case": case["number"], "where": "Sal 3", "action": "Byt", "group": "DRIFT"}
    program.post("/workorders", {**body, "planned_end": "2020-01-01T08:00:00Z"})
    program.post("/workorders", {**body, "where": "Sal 4"})

    def found(**asked: Any) -> list[str]:
        return [one["where"] for one in program.get("/workorders", **asked).json()["items"]]

    assert found() == ["Sal 4", "Sal 3"]
    assert found(is_late=True) == ["Sal 3"]
    assert found(case=case["number"], stage="ordered", sort="oldest") == ["Sal 3", "Sal 4"]
    assert found(case="26-999999") == []
    assert "Sal 4" in program.export("/workorders", format="csv").decode()
    measures = program.get("/workorders/measures").json()
    assert measures["K122"] == {"part": 0, "whole": 0, "value": None}
    assert measures["K120"]["value"] is None


def test_another_client_finds_no_order(
    program: Program, energi_program: Program, case: Any, exempelby: Any
) -> None:
    Group.objects.create(client=exempelby, code="DRIFT", name="Drift")
    body = {"case": case["number"], "where": "Sal 3", "action": "Byt", "group": "DRIFT"}
    made = program.post("/workorders", body).json()

    assert energi_program.get(f"/workorders/{made['id']}").status_code == 404
    assert energi_program.get("/workorders").json()["items"] == []
    assert energi_program.post("/workorders", body).status_code == 404


@pytest.fixture
def order(program: Program, case: Any, exempelby: Any) -> Any:
    Group.objects.create(client=exempelby, code="DRIFT", name="Drift")
    body = {
        "case": case["number"],
        "where": "Sal 3",
        "action": "Byt lampan",
        "group": "DRIFT",
        "contact": "Vaktmästaren",
        "planned_start": "2026-05-04T08:00:00Z",
        "planned_hours": "2.0",
        "rate_ore": 620_00,
    }
    return program.post("/workorders", body).json()


def test_only_what_is_sent_of_an_order_changes(program: Program, order: Any) -> None:
    changed = program.patch(f"/workorders/{order['id']}", {"where": "Sal 4", "priority": "1"})

    assert changed.status_code == 200, changed.content
    assert changed.json() == {**order, "where": "Sal 4", "priority": "1"}
    kept = WorkOrder.objects.get(pk=order["id"])
    assert (kept.contact, kept.rate, kept.action) == ("Vaktmästaren", 620_00, "Byt lampan")
    told = EventRecord.objects.filter(name=OrderChanged.name).get()
    assert told.payload["fields"] == ["where", "priority"]


def test_what_may_be_empty_of_an_order_is_emptied(
    program: Program, order: Any, exempelby: Any
) -> None:
    address = f"/workorders/{order['id']}"
    place = Place.objects.create(
        client=exempelby, code="FAST-17", name="Norrskolan", valid_from=NOON.date()
    )
    put = program.patch(address, {"place": place.code.lower()}).json()
    emptied = program.patch(address, {"place": "", "planned_start": None, "contact": ""}).json()

    assert put["place"] == "FAST-17"
    assert (emptied["place"], emptied["planned_start"]) == (None, None)
    assert WorkOrder.objects.get(pk=order["id"]).contact == ""


def test_the_same_sent_again_leaves_no_trace(program: Program, order: Any) -> None:
    same = program.patch(f"/workorders/{order['id']}", {"where": "Sal 3", "group": "DRIFT"})
    nothing = program.patch(f"/workorders/{order['id']}", {})

    assert same.json() == nothing.json() == order
    assert not EventRecord.objects.filter(name=OrderChanged.name).exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("group", "X"),
        ("place", "FAST-404"),
        ("service", "Hiss"),
        ("performer", "ingen@example.com"),
        ("where", ""),
        ("where", None),
        ("action", None),
        ("rate_ore", None),
        ("rate_ore", -1),
        ("priority", "9"),
        ("planned_hours", "many"),
        ("promised_at", "tomorrow"),
        ("stage", "done"),
    ],
)
def test_a_fault_in_a_change_is_told_by_name_and_changes_nothing(
    program: Program, order: Any, field: str, value: Any
) -> None:
    address = f"/workorders/{order['id']}"
    wrong = program.patch(address, {"contact": "Någon annan", field: value})

    assert wrong.status_code == 422
    assert wrong.json()["errors"][0]["pointer"].startswith(f"#/{field}"), wrong.content
    assert program.get(address).json() == order
    assert WorkOrder.objects.get(pk=order["id"]).contact == "Vaktmästaren"


def test_a_change_is_refused_as_on_the_page(
    program: Program, energi_program: Program, order: Any, bo: Any
) -> None:
    address = f"/workorders/{order['id']}"

    assert program.patch(address, {"group": ""}).json()["code"] == "NobodyPerforms"
    assert program.patch(address, {"performer": bo.email}).json()["code"] == "NotAPerformer"
    early = program.patch(address, {"planned_end": "2026-05-04T07:00:00Z"})
    assert (early.status_code, early.json()["code"]) == (422, "EndsBeforeItStarts")
    assert energi_program.patch(address, {"where": "X"}).status_code == 404
    program.post(f"{address}/cancel", {"reason": "Ingen lampa"})
    over = program.patch(address, {"where": "X"})
    assert (over.status_code, over.json()["code"]) == (409, "OrderIsOver")
    assert program.get(address).json()["where"] == "Sal 3"
