from datetime import date, timedelta

import pytest
from django.apps import apps
from django.core.files.storage import storages
from django.db import connection
from django.db.utils import DatabaseError

from conftest import NOON
from gensvar.channels.chat.models import Chat
from gensvar.channels.chat.reactions import forget_chats_of_case
from gensvar.channels.mail.models import Mailbox, RawMail
from gensvar.channels.mail.reactions import forget_mails_of_case
from gensvar.channels.paper.models import Paper
from gensvar.channels.paper.reactions import forget_papers_of_case
from gensvar.channels.sms.models import Arrival, Number
from gensvar.channels.sms.reactions import forget_texts_of_case
from gensvar.channels.social.models import Account, Intake, Post
from gensvar.channels.social.reactions import forget_posts_of_case
from gensvar.channels.voice.models import Call, Leg, VoiceMessage
from gensvar.channels.voice.reactions import forget_calls_of_case
from gensvar.config.tests.disposal.conftest import IN_TIME, SECRET, decided
from gensvar.foundation.events.actions import seal_records, verify_chain
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.files.actions import store_file
from gensvar.foundation.files.models import StoredFile
from gensvar.operations.cases import actions
from gensvar.operations.cases.models import Case
from gensvar.operations.casetypes.models import CaseType
from gensvar.operations.casetypes.rules import Disposal
from gensvar.operations.contacts.models import Contact, Message
from gensvar.operations.customers.models import Customer
from gensvar.operations.disposal.actions import (
    ErasedAlready,
    HeldAlready,
    NotHeld,
    ReasonMissing,
    dispose,
    hold,
    release,
)
from gensvar.operations.disposal.events import CaseDisposed
from gensvar.operations.disposal.models import Disposed, Hold, Protocol
from gensvar.operations.disposal.queries import overdue, planned

LATER = NOON + timedelta(days=240)


def everywhere(word: str) -> list[str]:
    """Return the tables of ours in which a word stands, whatever the column."""
    found = []
    with connection.cursor() as cursor:
        for model in apps.get_models():
            if model.__module__.startswith("gensvar."):
                table = model._meta.db_table
                cursor.execute(
                    f'SELECT count(*) FROM "{table}" t WHERE t::text ILIKE %s',
                    [f"%{word}%"],
                )
                if cursor.fetchone()[0]:
                    found.append(table)
    return found


def test_nothing_is_left_of_what_was_said_and_the_case_is_still_counted(
    asked, simple, exempelby, ada
):
    case = asked()
    assert len(everywhere(SECRET)) > 5
    seal_records(at=NOON)
    counted = list(kpi_counts())

    assert dispose(exempelby, on=IN_TIME, at=LATER) == 1

    # The stems of all words, without any case, serve the search for parts of compounds.
    assert set(everywhere(SECRET)) <= {"search_stem"}
    assert everywhere("eva.ek@example.com") == []
    case.refresh_from_db()
    assert (case.title, case.customer, case.state) == ("Gallrat ärende", None, "closed")
    assert case.subject is not None
    assert case.need_type == "information"
    assert list(kpi_counts()) == counted
    seal_records(at=LATER)
    assert verify_chain().is_whole
    assert EventRecord.objects.filter(name="disposal.case-disposed", case_id=case.pk).count() == 1


def kpi_counts():
    from gensvar.oversight.kpi.models import CaseCount, ContactCount

    with connection.cursor() as cursor:
        cursor.execute("SELECT kpi_gather()")
    names = ("day", "is_month", "subject", "need_type", "cases", "handed_over", "solved_at_front")
    yield from CaseCount.objects.order_by("pk").values_list(*names)
    yield from ContactCount.objects.order_by("pk").values_list("day", "channel", "contacts")


def test_files_and_raw_mail_leave_the_vault(asked, simple, exempelby):
    case = asked()
    contact = Contact.objects.filter(cases=case, direction="in").get()
    raw = contact.messages.get().raw
    box = Mailbox.objects.create(
        client=exempelby, address="kontakt@exempelby.example", name="Kontakt", created_at=NOON
    )
    mail = RawMail.objects.create(
        mailbox=box,
        client=exempelby,
        how="smtp",
        envelope_from="eva.ek@example.com",
        envelope_to=["kontakt@exempelby.example"],
        stored=raw,
        size=3,
        received_at=NOON,
        not_before=NOON,
        state="read",
        message_id=f"<{SECRET}@example.com>",
        contact=contact,
    )
    digests = list(StoredFile.objects.values_list("sha256", flat=True))
    assert len(digests) == 2

    dispose(exempelby, on=IN_TIME, at=LATER)
    event = EventRecord.objects.get(name="disposal.case-disposed")
    for _again in range(2):  # a reaction may run twice
        forget_mails_of_case(CaseDisposed.from_payload(event.payload))

    assert not StoredFile.objects.exists()
    assert not any(storages["vault"].exists(f"{one[:2]}/{one[2:4]}/{one}") for one in digests)
    mail.refresh_from_db()
    assert (mail.envelope_from, mail.message_id, mail.stored) == ("", "", None)
    assert everywhere("eva.ek@example.com") == []


def test_chats_and_text_messages_forget_who_it_was(asked, simple, exempelby):
    case = asked()
    contact = Contact.objects.filter(cases=case, direction="in").get()
    chat = Chat.objects.create(
        client=exempelby,
        contact=contact,
        case=case,
        digest="a" * 64,
        expires_at=NOON,
        language="sv",
        name=SECRET,
        heard_at=NOON,
        copy_to="eva.ek@example.com",
        ended_at=NOON,
        ended_by="customer",
    )
    number = Number.objects.create(
        client=exempelby, number="+46766860001", provider="memory", created_at=NOON
    )
    text = Arrival.objects.create(
        number=number,
        client=exempelby,
        kind="message",
        content=b"from=%2B46701111111",
        received_at=NOON,
        not_before=NOON,
        state="read",
        contact=contact,
    )

    dispose(exempelby, on=IN_TIME, at=LATER)
    event = CaseDisposed.from_payload(
        EventRecord.objects.get(name="disposal.case-disposed").payload
    )
    forget_chats_of_case(event)
    forget_texts_of_case(event)

    chat.refresh_from_db()
    text.refresh_from_db()
    assert (chat.name, chat.copy_to, bytes(text.content)) == ("", "", b"")


def test_calls_forget_whom_they_were_with(asked, simple, exempelby):
    case = asked()
    contact = Contact.objects.filter(cases=case, direction="in").get()
    call = Call.objects.create(
        client=exempelby,
        contact=contact,
        party="+46701111111",
        state="ended",
        began_at=NOON,
        ended_at=NOON,
        outcome="answered",
    )
    known = {"call": call, "client": exempelby, "began_at": NOON, "state": "gone"}
    Leg.objects.create(name="1", role="colleague", address="+46702222222", ended_at=NOON, **known)
    message = VoiceMessage.objects.create(
        call=call,
        client=exempelby,
        **dict.fromkeys(("longest_seconds", "quiet_seconds"), 60),
        **dict.fromkeys(("began_at", "ended_at"), NOON),
        fetched_at=NOON,
        expires_at=LATER + timedelta(days=9),
        file=store_file(b"RIFF", at=NOON),
    )

    dispose(exempelby, on=IN_TIME, at=LATER)
    event = CaseDisposed.from_payload(
        EventRecord.objects.get(name="disposal.case-disposed").payload
    )
    forget_calls_of_case(event)

    call.refresh_from_db()
    assert (call.party, call.legs.get().address) == ("", "")
    message.refresh_from_db()
    assert (message.file, message.deleted_because) == (None, "erased")


def test_scans_and_posts_go_too(asked, simple, exempelby, ada):
    case = asked()
    contact = Contact.objects.filter(cases=case, direction="in").get()
    scan = store_file(b"%PDF-1.4 brev", at=NOON)
    paper = Paper.objects.create(
        client=exempelby,
        channel="letter",
        received_on=NOON.date(),
        file=scan,
        name=f"{SECRET}.pdf",
        noted_at=NOON,
        contact=contact,
        case=case,
        registered_at=NOON,
    )
    account = Account.objects.create(
        client=exempelby, network="facebook", handle="exempelby", created_at=NOON
    )
    intake = Intake.objects.create(
        account=account, client=exempelby, way="table", at=NOON, taken=1, known=0
    )
    post = Post.objects.create(
        account=account,
        client=exempelby,
        intake=intake,
        external_id=f"https://social.example/{SECRET}",
        url=f"https://social.example/{SECRET}",
        author=SECRET,
        handle=SECRET,
        posted_at=NOON,
        keep_until=NOON.date(),
        contact=contact,
        case=case,
    )

    dispose(exempelby, on=IN_TIME, at=LATER)
    event = CaseDisposed.from_payload(
        EventRecord.objects.get(name="disposal.case-disposed").payload
    )
    for _again in range(2):
        forget_papers_of_case(event)
        forget_posts_of_case(event)

    assert set(everywhere(SECRET)) <= {"search_stem"}
    assert not StoredFile.objects.filter(pk=scan.pk).exists()
    paper.refresh_from_db()
    post.refresh_from_db()
    assert (paper.name, paper.received_on) == ("", NOON.date())
    assert (post.author, post.url, post.external_id) == ("", "", f"erased-{post.pk}")


def test_a_file_that_another_case_holds_stays(asked, simple, exempelby):
    asked(file=b"samma kvitto")
    asked("Annat", at=NOON + timedelta(days=60), file=b"samma kvitto")

    assert dispose(exempelby, on=date(2026, 11, 10), at=LATER) == 1

    assert StoredFile.objects.count() == 2
    assert all(store_file(b"samma kvitto", at=LATER).pk for _once in range(1))
    assert set(everywhere("Annat")) >= {"cases_case", "contacts_message"}


def test_nothing_goes_before_its_day_or_without_a_decision(asked, simple, exempelby, admin):
    asked()

    assert dispose(exempelby, on=date(2026, 11, 3), at=LATER) == 0
    for settings in (
        {"disposal": Disposal.UNDECIDED, "disposal_decision": ""},
        {"disposal": Disposal.KEEP},
    ):
        decided(CaseType.objects.get(pk=simple.pk), admin, **settings)
        assert dispose(exempelby, on=IN_TIME, at=LATER) == 0
    assert not Protocol.objects.exists()
    assert "contacts_message" in everywhere(SECRET)

    decided(CaseType.objects.get(pk=simple.pk), admin)
    assert dispose(exempelby, on=date(2026, 11, 4), at=LATER) == 1


def test_an_open_case_is_never_erased(asked, simple, exempelby, ada):
    case = asked()
    actions.reopen(case, by=ada, at=NOON + timedelta(days=1))

    assert dispose(exempelby, on=IN_TIME, at=LATER) == 0


def test_each_case_goes_once_and_stands_in_one_protocol(asked, simple, exempelby):
    numbers = [asked(f"{SECRET}{n}").number for n in range(3)]

    assert dispose(exempelby, on=IN_TIME, at=LATER) == 3
    assert dispose(exempelby, on=IN_TIME, at=LATER) == 0

    protocol = Protocol.objects.get()
    assert protocol.cases == 3
    assert "KC-enkla frågor: 3 (beslut KS 2026/17, 6 månader)" in protocol.text
    assert all(number in protocol.text for number in numbers)
    assert "Eva" not in protocol.text
    assert Disposed.objects.filter(protocol=protocol).count() == 3
    with pytest.raises(DatabaseError):
        Protocol.objects.update(cases=2)


def test_a_run_that_was_cut_off_is_told_of_by_the_next(asked, simple, exempelby, monkeypatch):
    asked()

    def dies(*_args, **_more):
        raise RuntimeError

    with monkeypatch.context() as cut:
        cut.setattr("gensvar.operations.disposal.actions.write_protocols", dies)
        with pytest.raises(RuntimeError):
            dispose(exempelby, on=IN_TIME, at=LATER)
    assert not Protocol.objects.exists()

    assert dispose(exempelby, on=IN_TIME, at=LATER) == 0
    assert Protocol.objects.get().cases == 1


def test_a_hold_keeps_a_case_until_it_ends(asked, simple, exempelby, mats):
    case = asked()
    with pytest.raises(ReasonMissing):
        hold(case, "  ", by=mats, at=NOON)
    hold(case, "Pågående tvist", by=mats, at=NOON)
    with pytest.raises(HeldAlready):
        hold(case, "Igen", by=mats, at=NOON)

    assert dispose(exempelby, on=IN_TIME, at=LATER) == 0
    assert [(one.goes, one.held) for one in planned(exempelby, on=IN_TIME)] == [(0, 1)]

    release(case, by=mats, at=LATER)
    with pytest.raises(NotHeld):
        release(case, by=mats, at=LATER)
    assert overdue(exempelby, at=LATER, on=IN_TIME) == 1
    assert dispose(exempelby, on=IN_TIME, at=LATER) == 1
    assert overdue(exempelby, at=LATER, on=IN_TIME) == 0
    with pytest.raises(ErasedAlready):
        hold(Case.objects.get(pk=case.pk), "För sent", by=mats, at=LATER)
    assert Hold.objects.get().reason == "Pågående tvist"
    names = set(EventRecord.objects.values_list("name", flat=True))
    assert {"disposal.case-held", "disposal.case-released"} <= names


def test_what_another_case_also_holds_stays_until_that_one_goes(asked, simple, exempelby, ada):
    first = asked()
    second = asked("Annat", at=NOON + timedelta(days=60))
    shared = Contact.objects.filter(cases=first, direction="in").get()
    actions.reopen(second, by=ada, at=NOON + timedelta(days=61))
    actions.join_contact(second, shared, by=ada, at=NOON + timedelta(days=61))
    actions.close(Case.objects.get(pk=second.pk), by=ada, at=NOON + timedelta(days=62))

    assert dispose(exempelby, on=date(2026, 11, 10), at=LATER) == 1
    assert Message.objects.get(contact=shared).text == f"Hej {SECRET}"

    assert dispose(exempelby, on=date(2027, 3, 1), at=LATER) == 1
    assert Message.objects.get(contact=shared).text == ""


def test_a_case_opened_again_is_kept_as_long_once_more(asked, simple, exempelby, ada):
    case = asked()
    dispose(exempelby, on=IN_TIME, at=LATER)
    case = Case.objects.get(pk=case.pk)
    actions.reopen(case, by=ada, at=LATER)
    actions.write_note(case, "Nyordet", by=ada, at=LATER)
    actions.close(Case.objects.get(pk=case.pk), by=ada, at=LATER)

    assert dispose(exempelby, on=IN_TIME, at=LATER) == 0
    assert dispose(exempelby, on=date(2027, 8, 1), at=LATER) == 1
    assert set(everywhere("Nyordet")) <= {"search_stem"}


def test_it_is_found_by_its_number_only(asked, simple, exempelby):
    case = asked()
    dispose(exempelby, on=IN_TIME, at=LATER)

    assert "search_casewords" in everywhere(case.number)
    assert "search_casewords" not in everywhere(SECRET)
    assert "search_casewords" not in everywhere("eva")


def test_a_customer_of_whom_nothing_is_left_is_forgotten(asked, simple, exempelby, eva):
    asked()
    asked("Annat", at=NOON + timedelta(days=60))

    dispose(exempelby, on=date(2026, 11, 10), at=LATER)
    assert Customer.objects.filter(pk=eva.pk).exists()

    dispose(exempelby, on=date(2027, 3, 1), at=LATER)
    assert not Customer.objects.exists()
