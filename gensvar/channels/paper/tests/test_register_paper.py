"""Paper is registered with the day it was received, and every deadline counts from that day."""

import csv
import io
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils.timezone import localdate, now

from gensvar.channels.paper.actions.noting import (
    NotAScan,
    NotReceivedThen,
    RegisteredAlready,
    ScannedAlready,
    date_paper,
    note_paper,
    note_scans,
)
from gensvar.channels.paper.actions.registering import (
    CaseOfAnotherClient,
    Sender,
    join_case,
    open_case_from,
    set_paper_aside,
)
from gensvar.channels.paper.models import Paper
from gensvar.channels.paper.tests.conftest import JPEG, PDF, TIFF, upload
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import RoleGrant
from gensvar.operations.cases import actions as cases
from gensvar.operations.cases.actions.promising import promise_as_usual
from gensvar.operations.cases.models import Case, Promise, State
from gensvar.operations.cases.queries.deadlines import told_deadline
from gensvar.operations.contacts.models import Contact, Message

ZONE = ZoneInfo("Europe/Stockholm")
# The letter of CHN-06: received on a Monday, scanned and registered on the Thursday.
RECEIVED = date(2026, 3, 2)
SCANNED = datetime(2026, 3, 5, 10, 0, tzinfo=ZONE)


def registered(paper: Paper, ada: Any, **more: Any) -> Case:
    given: dict[str, Any] = {"said": "Gropar på Skolgatan. Laga dem.", "sender": Sender()} | more
    return open_case_from(paper, by=ada, at=SCANNED, **given)


def test_the_letter_of_2_march_has_its_deadline_from_that_day_not_from_the_scan(
    scanned, ada, gator
):
    by_letter = registered(scanned(RECEIVED, at=SCANNED), ada, subject=gator)
    same_day = cases.open_case(
        by_letter.client, title="Samtal", channel="phone", subject=gator, by=ada,
        at=datetime(2026, 3, 2, 9, 0, tzinfo=ZONE),
    )  # fmt: skip
    at_scan = cases.open_case(
        by_letter.client, title="Samtal", channel="phone", subject=gator, by=ada, at=SCANNED
    )

    due, same, later = (
        one.due_at
        for case in (by_letter, same_day, at_scan)
        if (one := told_deadline(case, at=SCANNED))
    )

    assert due == same
    assert due is not None
    assert later is not None
    assert due < later
    assert (by_letter.channel, by_letter.opened_at.astimezone(ZONE).date()) == ("letter", RECEIVED)


def test_the_customer_is_promised_by_the_same_day_unless_it_has_been(scanned, ada, gator):
    case = registered(scanned(RECEIVED, at=SCANNED), ada, subject=gator)
    old = registered(scanned(date(2026, 1, 7), at=SCANNED, content=PDF + b"1"), ada, subject=gator)

    for one in (case, old):
        promise_as_usual(one, at=SCANNED, since=one.opened_at, way="voice")

    told = told_deadline(case, at=SCANNED)
    assert told is not None
    assert Promise.objects.get(case=case).due_at == told.due_at
    assert Promise.objects.get(case=old).due_at > SCANNED


def test_the_record_says_when_it_was_received_and_when_it_was_registered(scanned, ada):
    paper = scanned(RECEIVED, at=SCANNED)
    case = registered(paper, ada)

    told = EventRecord.objects.get(name="paper.paper-registered")

    assert (told.at, told.case_id) == (SCANNED, case.pk)
    assert told.payload["received_on"] == "2026-03-02"
    contact = Contact.objects.get(cases=case)
    assert contact.started_at.astimezone(ZONE).date() == RECEIVED
    message = Message.objects.get(contact=contact)
    assert [file.name for file in message.files.all()] == ["brev.pdf"]
    assert case.assignments.latest("pk").since == SCANNED, "nobody had it before it was opened"


def test_the_sender_is_recognised_or_known_by_name_and_postal_address(scanned, ada, eva):
    known = registered(
        scanned(RECEIVED, at=SCANNED),
        ada,
        sender=Sender(kind="mail", address="eva.ek@example.com", post="Storgatan 1\n931 31 Ort"),
    )
    new = registered(
        scanned(RECEIVED, at=SCANNED, content=PDF + b"2"),
        ada,
        sender=Sender(name="Rut Alm", post="Kyrkgatan 2\n931 31 Ort"),
    )

    assert known.customer == eva
    assert eva.addresses.filter(kind="post", value="Storgatan 1\n931 31 Ort").exists()
    assert (new.customer.name, new.customer.addresses.get().kind) == ("Rut Alm", "post")


def test_one_more_letter_goes_with_its_case_and_makes_it_our_turn(scanned, ada, exempelby, energi):
    case = cases.open_case(exempelby, title="Gropar", channel="phone", by=ada, at=SCANNED)
    cases.change_state(case, State.WAITING_FOR_CUSTOMER, by=ada, at=SCANNED)
    of_energi = cases.open_case(energi, title="El", channel="phone", by=None, at=SCANNED)
    paper = scanned(RECEIVED, at=SCANNED)

    with pytest.raises(CaseOfAnotherClient):
        join_case(paper, of_energi, said="Mer", by=ada, at=SCANNED)
    join_case(paper, case, said="Här är bilderna", by=ada, at=SCANNED)

    case.refresh_from_db()
    assert case.state == State.WAITING_FOR_US
    assert Paper.objects.get().case == case
    with pytest.raises(RegisteredAlready):
        registered(paper, ada)


def test_advertising_becomes_no_case_and_is_counted_with_its_reason(scanned, ada):
    paper = scanned(RECEIVED, at=SCANNED)

    contact = set_paper_aside(paper, reason="spam", words="", by=ada, at=SCANNED)

    assert contact.no_case.reason == "spam"
    assert not Case.objects.exists()
    assert not Paper.objects.to_register().exists()


@pytest.mark.parametrize("days", [1, -4_000])
def test_a_day_that_cannot_be_meant_is_refused(scanned, exempelby, ada, days):
    wrong = SCANNED.date() + timedelta(days=days)
    paper = scanned(RECEIVED, at=SCANNED)

    with pytest.raises(NotReceivedThen):
        note_paper(exempelby, channel="fax", received_on=wrong, by=ada, at=SCANNED)
    with pytest.raises(NotReceivedThen):
        date_paper(paper, received_on=wrong, by=ada, at=SCANNED)


def test_a_wrong_day_is_put_right_until_it_is_registered(scanned, ada):
    paper = scanned(date(2026, 3, 4), at=SCANNED)

    date_paper(paper, received_on=RECEIVED, by=ada, at=SCANNED)

    told = EventRecord.objects.get(name="paper.paper-dated").payload
    assert (told["before"], told["received_on"]) == ("2026-03-04", "2026-03-02")
    registered(paper, ada)
    with pytest.raises(RegisteredAlready):
        date_paper(paper, received_on=date(2026, 3, 3), by=ada, at=SCANNED)


def test_of_many_scans_all_are_kept_or_none(exempelby, energi, ada, scanned):
    def note(client, *files):
        return note_scans(client, files, channel="letter", received_on=RECEIVED, by=ada, at=SCANNED)

    with pytest.raises(NotAScan):
        note(exempelby, ("ett.pdf", PDF), ("två.pdf", b"MZ\x90"))
    assert not Paper.objects.exists()
    assert len(note(exempelby, ("ett.pdf", PDF), ("två.tif", TIFF), ("tre.jpg", JPEG))) == 3
    with pytest.raises(ScannedAlready) as refused:
        note(exempelby, ("igen.pdf", PDF))
    assert "ett.pdf" in refused.value.words()
    assert len(note(energi, ("ett.pdf", PDF))) == 1, "another client may have got the same"


def test_files_are_brought_several_at_once_and_registered_from_the_page(at_desk, gator, cia):
    files = [upload("ett.pdf", PDF), upload("två.jpg", JPEG)]
    day = {"client": gator.client_id, "channel": "letter", "received_on": "2026-03-02"}

    answer = at_desk.post("/brev/ny/", {**day, "files": files})

    assert answer.url == "/brev/"
    page = at_desk.get("/brev/").content.decode()
    assert "ett.pdf" in page
    paper = Paper.objects.get(name="ett.pdf")
    assert at_desk.get(f"/brev/{paper.pk}/skanning/").content == PDF
    form = {"act": "case", "said": "Gropar", "subject": gator.pk, "name": "Rut Alm"}
    answer = at_desk.post(f"/brev/{paper.pk}/", form)
    case = Case.objects.get()
    assert answer.url == f"/arenden/{case.number}/"
    assert case.opened_at.astimezone(ZONE).date() == RECEIVED
    assert at_desk.get("/brev/", {"format": "csv"}).status_code == 403
    RoleGrant.objects.filter(agent=cia).update(role="team-lead")
    at_desk.force_login(cia)
    listed = b"".join(at_desk.get("/brev/", {"format": "csv"}).streaming_content)
    rows = list(csv.reader(io.StringIO(listed.decode("utf-8-sig"))))
    assert len(rows) == 3
    assert ["2026-03-02", "ett.pdf", "Ada Lind", case.number] == [
        next(row for row in rows if "ett.pdf" in row)[place] for place in (0, 2, 4, 5)
    ]


@pytest.mark.parametrize(
    ("day", "files", "words"),
    [
        ("2999-01-01", [], "inte varit"),
        ("2 mars", [], "2026-05-04"),
        ("2026-03-02", [("brev.docx", b"PK\x03\x04")], "PDF, TIFF"),
        ("2026-03-02", [("brev.pdf", b"MZ\x90")], "brev.pdf"),
        ("2026-03-02", [("brev.pdf", b"")], "tom"),
    ],
)
def test_what_cannot_be_noted_is_said_and_nothing_is_kept(at_desk, exempelby, day, files, words):
    sent = {"client": exempelby.pk, "channel": "letter", "received_on": day}

    answer = at_desk.post("/brev/ny/", {**sent, "files": [upload(*one) for one in files]})

    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Paper.objects.exists()


def test_a_case_that_is_not_there_or_not_said_is_asked_for_again(at_desk, scanned):
    paper = scanned(localdate(), at=now())
    here = f"/brev/{paper.pk}/"

    for form in (
        {"act": "join", "join-number": "26-999999", "join-said": "Mer"},
        {"act": "case", "said": ""},
        {"act": "aside", "aside-reason": "other", "aside-words": ""},
        {"act": "burn"},
    ):
        assert at_desk.post(here, form).status_code == 422
    assert not Contact.objects.exists()


def test_a_client_sees_none_of_anothers_paper(at_desk, energi):
    theirs = note_paper(energi, channel="letter", received_on=RECEIVED, by=None, at=SCANNED)

    assert at_desk.get(f"/brev/{theirs.pk}/").status_code == 404
    assert at_desk.get(f"/brev/{theirs.pk}/skanning/").status_code == 404
