"""Calls over the API: their whole path, callbacks, numbers and menus with their faults."""

from datetime import datetime
from typing import Any

import pytest

from gensvar.channels.voice.actions import asking
from gensvar.channels.voice.models import Call, PhoneNumber
from gensvar.channels.voice.rules.calls import Event
from gensvar.channels.voice.rules.legs import Heard
from gensvar.channels.voice.tests.conftest import Telephone
from gensvar.channels.voice.tests.test_call_back import wants_callback
from gensvar.config.tests.api.conftest import Program
from gensvar.operations.customers.actions import recognise

SEVEN = [(str(key), f"Val {key}") for key in range(1, 8)]


@pytest.fixture
def telephone(exempelby: Any, cia: Any, noon: datetime) -> Telephone:
    return Telephone(exempelby, lead=cia, at=noon)


@pytest.fixture
def talked(telephone: Telephone, ada: Any) -> Call:
    telephone.seat(ada)
    telephone.at = telephone.at.replace(second=5)
    call: Call = telephone.talking(ada)
    asked = asking.ask(call, Event.HOLD, by=ada, at=telephone.at)
    telephone.at = telephone.at.replace(second=30)
    asking.carry_out(asked.pk, at=telephone.at)
    telephone.at = telephone.at.replace(second=50)
    telephone.hears(telephone.leg(call, "caller"), Heard.GONE)
    telephone.hears(telephone.leg(call, "agent"), Heard.GONE)
    call.refresh_from_db()
    return call


def test_a_call_is_told_with_its_whole_path_in_seconds(program: Program, talked: Call) -> None:
    told = program.get(f"/calls/{talked.pk}").json()

    assert [one["state"] for one in told["path"]] == [
        *("offered", "queued", "ringing", "talking", "held", "ended"),
    ]
    assert told["path"][4]["seconds"] == 20.0
    assert told["path"][1]["queue"] == "Kundtjänst"
    assert (told["outcome"], told["party"]) == ("answered", "+46701111111")
    assert told["cases"] == [talked.contact.cases.get().number]


def test_calls_are_listed_by_day_direction_and_case(program: Program, talked: Call) -> None:
    number = talked.contact.cases.get().number

    assert program.get("/calls").json()["count"] == 1
    assert program.get("/calls", case=number, direction="in", since="2026-05-04").json()["items"]
    assert program.get("/calls", direction="out").json()["count"] == 0
    assert program.get("/calls", until="2026-05-04").json()["count"] == 0
    assert program.get("/calls/999999").status_code == 404


def test_one_client_sees_no_call_of_another(
    energi_program: Program, telephone: Telephone, talked: Call
) -> None:
    assert energi_program.get("/calls").json()["count"] == 0
    assert energi_program.get(f"/calls/{talked.pk}").status_code == 404
    assert energi_program.get("/calls/numbers").json() == []
    path = f"/calls/numbers/{telephone.number.pk}/menu"
    assert energi_program.get(path).status_code == 404


def test_of_a_protected_customer_no_number_is_told(program: Program, talked: Call) -> None:
    customer = recognise(
        talked.client, kind="phone", value="+46701111111", name="Eva Ek", at=talked.began_at
    )
    customer.protected = True
    customer.save()
    talked.contact.customer = customer
    talked.contact.save()

    answer = program.get(f"/calls/{talked.pk}")

    assert "+46701111111" not in answer.content.decode()


def test_who_waits_for_a_callback_is_told_and_settled(
    program: Program, telephone: Telephone
) -> None:
    call = wants_callback(telephone, 1)

    (told,) = program.get("/calls/callbacks").json()
    assert (told["call"], told["place"], told["tries"]) == (call.pk, 1, 0)
    assert program.post(f"/calls/callbacks/{call.pk}/settlement").status_code == 204
    refused = program.post(f"/calls/callbacks/{call.pk}/settlement")
    assert (refused.status_code, refused.json()["code"]) == (409, "NoCallback")
    kept = program.get("/calls/callbacks/kept", since="2026-05-04", until="2026-05-05").json()
    assert (kept["promised"], kept["inversions"]) == (1, 0)


def test_a_call_is_refused_with_its_reason(program: Program, talked: Call, ada: Any) -> None:
    case = talked.contact.cases.get().number
    body = {"case": case, "to": "070-111 11 11", "purpose": "case"}

    refused = program.post("/calls", body)
    assert (refused.status_code, refused.json()["code"]) == (409, "NoPhone")
    assert program.post("/calls", {**body, "purpose": "hej"}).status_code == 422

    assert not Call.objects.filter(contact__direction="out").exists()


def test_a_number_is_set_and_ended(program: Program, telephone: Telephone) -> None:
    body = {"client": "exempelby", "number": "0910-70 00 01", "queue": telephone.queue.pk}
    made = program.post("/calls/numbers", body)
    assert made.status_code == 201
    assert made.json()["number"] == "+46910700001"
    assert program.post("/calls/numbers", {**body, "number": "hej"}).status_code == 422

    assert program.delete(f"/calls/numbers/{made.json()['id']}").status_code == 204
    numbers = {one["number"] for one in program.get("/calls/numbers").json()}
    assert numbers == {"+46910700000"}


def test_a_menu_of_seven_choices_without_a_way_out_has_two_faults(
    program: Program, telephone: Telephone
) -> None:
    path = f"/calls/numbers/{telephone.number.pk}/menu"
    queue = telephone.queue.pk
    choices = [{"key": key, "name": name, "queue": queue} for key, name in SEVEN]
    body = {"words": "Tryck 1 till 7 för det ni vill.", "choices": choices}

    told = program.put(path, body).json()

    assert [one["fault"] for one in told["findings"]] == ["too-many", "no-exit"]
    assert (told["depth"], len(told["choices"])) == (1, 7)
    assert program.get(path).json() == told
    assert program.delete(path).status_code == 204
    assert program.get(path).json()["choices"] == []


def test_a_menu_may_have_one_below_and_a_choice_leads_to_one_place(
    program: Program, telephone: Telephone
) -> None:
    path = f"/calls/numbers/{telephone.number.pk}/menu"
    queue = telephone.queue.pk
    below = {
        "words": "Tryck 1 eller vänta.",
        "choices": [{"key": "1", "name": "B", "queue": queue}],
    }
    choice = {"key": "1", "name": "A", "below": below}

    told = program.put(path, {"words": "Tryck 1 eller vänta.", "choices": [choice]}).json()
    assert [one["keys"] for one in told["choices"]] == ["1", "11"]
    assert (told["depth"], told["findings"]) == (2, [])

    both = {**choice, "queue": queue}
    refused = program.put(path, {"words": "Vänta.", "choices": [both]})
    assert (refused.status_code, refused.json()["code"]) == (422, "NotForThisMenu")
    # What was refused has changed nothing.
    assert program.get(path).json() == told
    nowhere = {"key": "1", "name": "A", "queue": 10**6}
    assert program.put(path, {"words": "Vänta.", "choices": [nowhere]}).status_code == 404
    assert PhoneNumber.objects.get().choices.count() == 2
