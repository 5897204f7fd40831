from typing import Any

import pytest

from conftest import NOON
from gensvar.config.tests.api.conftest import Program
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.actions import write_canned_text
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Contact


def test_a_case_is_opened_with_its_contact_and_customer(program: Program, gator: Any) -> None:
    made = program.post(
        "/cases",
        {
            "title": "Hål i gatan",
            "text": "Det är ett hål på Storgatan 3.",
            "channel": "web",
            "customer": {"name": "Eva Ek", "mail": "Eva.Ek@example.com"},
            "subject": "Gator, v",
            "need_type": "status",
            "group": "TEK-GATA",
            "tags": ["väg"],
        },
    )
    assert made.status_code == 201, made.content
    case = made.json()

    contacts = program.get("/contacts", case=case["number"]).json()

    assert case["state"] == "waiting-for-us"
    assert case["subject"]["name"] == "Gator, v"
    assert case["group"] == "TEK-GATA"
    assert case["tags"] == ["väg"]
    assert contacts["count"] == 1
    assert contacts["items"][0]["cases"] == [case["number"]]
    assert contacts["items"][0]["messages"][0]["text"] == "Det är ett hål på Storgatan 3."
    assert program.get("/customers", mail="eva.ek@EXAMPLE.com").json()["count"] == 1
    assert program.get(f"/cases/{case['number']}").json() == case
    assert program.get(f"/cases/{case['id']}").json() == case


def test_an_unknown_case_is_not_found(program: Program, case: Any) -> None:
    for reference in ("26-999999", "999999999", "nonsense", "9" * 40):
        answer = program.get(f"/cases/{reference}")
        assert answer.status_code == 404
        assert answer["Content-Type"] == "application/problem+json"
        assert answer.json()["code"] == "NotFound"


def test_a_case_is_described_tagged_and_noted(program: Program, case: Any) -> None:
    number = case["number"]

    described = program.patch(f"/cases/{number}", {"subject": "Gator, v", "need_type": "status"})
    tagged = program.post(f"/cases/{number}/tags", {"name": "väg"})
    untagged = program.delete(f"/cases/{number}/tags/väg")
    noted = program.post(f"/cases/{number}/notes", {"text": "Ringt entreprenören."})

    assert described.json()["subject"]["name"] == "Gator, v"
    assert described.json()["need_type"] == "status"
    assert tagged.json()["tags"] == ["väg"]
    assert untagged.json()["tags"] == []
    assert noted.status_code == 201
    assert program.get(f"/cases/{number}/notes").json()[0]["text"] == "Ringt entreprenören."


def test_a_case_lacking_a_subject_is_not_closed_and_says_what_is_missing(
    program: Program, case: Any
) -> None:
    refused = program.post(f"/cases/{case['number']}/closure")

    assert refused.status_code == 409
    assert refused.json()["code"] == "IncompleteForClosing"
    assert [e["pointer"] for e in refused.json()["errors"]] == ["#/subject", "#/need_type"]


def test_a_case_is_closed_and_opened_again(program: Program, case: Any) -> None:
    number = case["number"]
    program.patch(f"/cases/{number}", {"subject": "Gator, v", "need_type": "status"})

    assert program.post(f"/cases/{number}/closure").json()["state"] == "closed"
    assert program.post(f"/cases/{number}/closure").json()["code"] == "AlreadyClosed"
    assert program.get("/cases", is_open="false").json()["count"] == 1
    assert program.post(f"/cases/{number}/reopening").json()["state"] == "waiting-for-us"


def test_a_question_for_another_authority_is_referred(program: Program, case: Any) -> None:
    number, closure = case["number"], f"/cases/{case['number']}/closure"
    program.patch(f"/cases/{number}", {"subject": "Gator, v", "need_type": "status"})
    agent, client = Agent.objects.first(), Case.objects.get(number=number).client
    assert agent is not None
    texts = [
        write_canned_text(client, name=name, refers_to=to, text="Fråga dem.", by=agent, at=NOON)
        for name, to in (("Till FK", "Försäkringskassan"), ("Tack", ""))
    ]

    to_nobody = program.post(closure, {"need_met": "referred"})
    to_no_authority = program.post(closure, {"need_met": "referred", "canned_text_id": texts[1].pk})
    met_elsewhere = program.post(closure, {"need_met": "met", "canned_text_id": texts[0].pk})
    nonsense = program.post(closure, {"need_met": "perhaps"})
    referred = program.post(closure, {"need_met": "referred", "canned_text_id": texts[0].pk})

    assert [one.status_code for one in (to_nobody, to_no_authority, met_elsewhere, nonsense)] == [
        422
    ] * 4
    assert to_no_authority.json()["errors"][0]["pointer"] == "#/canned_text_id"
    assert referred.json()["state"] == "closed"
    (said,) = program.get(f"/cases/{number}/need-outcomes").json()
    assert (said["met"], said["authority"]) == ("referred", "Försäkringskassan")
    assert said["is_sent"] is True
    listed = program.get(f"/cases/{number}/canned-texts").json()
    assert {one["refers_to"] for one in listed} == {"", "Försäkringskassan"}


def test_an_answer_leaves_to_the_customer_and_may_be_taken_back(
    program: Program, case: Any
) -> None:
    answered = program.post(f"/cases/{case['number']}/messages", {"text": "Vi lagar det."})
    message = answered.json()
    outgoing = message["outgoing"]["id"]

    assert answered.status_code == 201
    assert message["recipients"] == ["eva.ek@example.com"]
    assert case["number"] in message["subject"]
    assert program.get(f"/cases/{case['number']}").json()["state"] == "waiting-for-customer"
    assert program.get(f"/outgoing/{outgoing}").json()["state"] == "queued"
    assert program.post(f"/outgoing/{outgoing}/withdrawal").json()["state"] == "cancelled"
    assert program.post(f"/outgoing/{outgoing}/withdrawal").status_code == 409


def test_an_answer_to_something_that_is_no_address_is_refused(program: Program, case: Any) -> None:
    body = {"text": "Hej", "recipients": ["eva@example.com", "a\nBcc: b@example.com"]}

    refused = program.post(f"/cases/{case['number']}/messages", body)

    assert refused.status_code == 422
    assert refused.json()["errors"][0]["pointer"] == "#/recipients/1"


def test_a_case_is_handed_over_and_comes_back_with_feedback(
    program: Program, case: Any, tek_gata: Any
) -> None:
    path = f"/cases/{case['number']}"

    handed = program.post(f"{path}/hand-overs", {"to_group": "TEK-GATA", "question": "När?"})
    given = program.post(
        f"{path}/feedback", {"outcome": "returned", "summary": "Fel grupp.", "channel": "phone"}
    )
    hand_overs = program.get(f"{path}/hand-overs").json()

    assert handed.status_code == 201
    assert given.status_code == 201
    assert hand_overs[0]["feedback"][0]["outcome"] == "returned"
    assert program.get(path).json()["state"] == "waiting-for-us"


def test_a_case_is_given_to_somebody_who_works_for_its_client(
    program: Program, case: Any, ada: Any, energi: Any
) -> None:
    path = f"/cases/{case['number']}/assignment"

    assert program.post(path, {"agent_id": ada.pk}).json()["agent"] == "Ada Lind"
    assert program.get("/cases", agent=ada.pk).json()["count"] == 1
    assert program.post(path, {"agent_id": 10**9}).status_code == 422
    ada.grants.update(until=ada.created_at)
    assert program.post(path, {"agent_id": ada.pk}).status_code == 422


def test_what_happened_is_told_in_order(program: Program, case: Any) -> None:
    program.post(f"/cases/{case['number']}/notes", {"text": "Ett"})

    events = program.get(f"/cases/{case['number']}/events").json()

    names = [event["name"] for event in events["items"]]
    assert names[0] == "cases.case-opened"
    assert names[-1] == "cases.note-written"
    assert events["count"] == len(names) == EventRecord.objects.of_case(case["id"]).count()


def test_a_refused_request_leaves_nothing_behind(program: Program, gator: Any) -> None:
    body = {"title": "Två ord", "text": "Hej", "tags": ["väg", "väg "], "subject": "Gator, v"}

    refused = program.post("/cases", body | {"tags": ["väg", "VÄG"], "group": "FINNS-EJ"})
    twice = program.post("/cases", {"title": "x", "text": "y", "attachments": ["0" * 32]})

    assert refused.status_code == twice.status_code == 422
    assert Case.objects.count() == Contact.objects.count() == 0


def test_a_call_about_two_needs_is_one_contact_and_two_cases(
    program: Program, exempelby: Any
) -> None:
    contact = program.post("/contacts", {"channel": "phone", "summary": "Faktura, parkering"})
    contact_id = contact.json()["id"]

    for title in ("Faktura", "Parkering"):
        made = program.post("/cases", {"title": title, "contact_id": contact_id})
        assert made.status_code == 201
    assert len(program.get(f"/contacts/{contact_id}").json()["cases"]) == 2
    assert program.get("/contacts", channel="phone").json()["count"] == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"state": "waiting-for-us"}, 1),
        ({"state": "closed"}, 0),
        ({"channel": "mail"}, 1),
        ({"channel": "phone"}, 0),
        ({"q": "hål"}, 1),
        ({"q": "%"}, 0),
        ({"client": "exempelby"}, 1),
        ({"client": "energi"}, 0),
        ({"unassigned": "true"}, 1),
        ({"opened_from": "2020-01-01"}, 1),
        ({"opened_to": "2020-01-01"}, 0),
        ({"opened_to": "2020-01-01T00:00:00Z"}, 0),
        ({"tag": "väg"}, 0),
        ({"group": "TEK-GATA"}, 0),
        ({"subject": "Gator, v"}, 0),
        ({"is_open": "true"}, 1),
    ],
)
def test_a_list_holds_what_was_asked_for(
    program: Program, case: Any, query: dict[str, str], found: int
) -> None:
    answer = program.get("/cases", **query).json()

    assert answer["count"] == len(answer["items"]) == found


def test_pages_together_hold_every_case_once_in_order_both_ways(
    program: Program, exempelby: Any
) -> None:
    numbers = [program.post("/cases", {"title": f"Nr {n}"}).json()["number"] for n in range(5)]
    newest_first = numbers[::-1]

    seen, cursor, pages = [], "", []
    while True:
        page = program.get("/cases", limit=2, **({"cursor": cursor} if cursor else {})).json()
        pages.append([item["number"] for item in page["items"]])
        seen += pages[-1]
        assert page["count"] == 5
        if page["next"] is None:
            break
        cursor = page["next"]
    before = program.get("/cases", limit=2, cursor=page["previous"]).json()

    assert seen == newest_first
    assert [item["number"] for item in before["items"]] == pages[-2]
    assert program.get("/cases", sort="oldest").json()["items"][0]["number"] == numbers[0]


def test_a_contact_without_a_case_is_given_a_reason(program: Program, case: Any) -> None:
    made = program.post("/contacts", {"channel": "phone", "client": "exempelby"}).json()
    unregistered = {"is_registered": "false"}
    assert [one["id"] for one in program.get("/contacts", **unregistered).json()["items"]] == [
        made["id"]
    ]
    said = f"/contacts/{made['id']}/no-case"

    assert program.put(said, {"reason": "other"}).json()["code"] == "OtherNeedsWords"
    assert program.put(said, {"reason": "nonsense"}).status_code == 422
    given = program.put(said, {"reason": "wrong-number"})

    assert given.json()["no_case"]["reason"] == "wrong-number"
    assert program.get("/contacts", **unregistered).json()["count"] == 0
    assert program.get("/contacts", is_registered="true").json()["count"] == 2
    (of_case,) = program.get("/contacts", case=case["number"]).json()["items"]
    refused = program.put(f"/contacts/{of_case['id']}/no-case", {"reason": "spam"})
    assert refused.json()["code"] == "BecameCase"
