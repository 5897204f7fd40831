from datetime import timedelta
from email.message import EmailMessage

import pytest

from conftest import NOON
from gensvar.channels.mail.actions import taking_in
from gensvar.channels.mail.actions.arriving import Arrived, keep
from gensvar.channels.mail.models import Mailbox, RawMail
from gensvar.channels.mail.tests.conftest import OURS, letter
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.files.actions import read_file
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Contact, Message, Outgoing
from gensvar.operations.customers.models import Customer


def test_a_mail_becomes_a_case_of_the_customer_in_the_mailbox_group(arrive, eva, kundtjanst):
    raw = arrive(letter())

    case = Case.objects.get()
    assert raw.state == RawMail.State.READ
    assert (case.title, case.customer, case.group) == ("Trasig gatlykta", eva, kundtjanst)
    assert (case.channel, case.state, case.language) == ("mail", "waiting-for-us", "sv")
    message = Message.objects.get(direction="in")
    assert message.text.startswith("Gatlyktan utanför oss")
    assert message.sender_address == "eva.ek@example.com"
    assert message.recipients == [OURS]


def test_somebody_unknown_becomes_a_customer(arrive):
    arrive(letter(sender="Nils Ny <Nils.Ny@Example.com>"))

    customer = Customer.objects.get()
    assert customer.name == "Nils Ny"
    assert customer.addresses.get().value == "nils.ny@example.com"


def test_the_case_is_told_of_in_the_record_in_order(arrive, eva):
    arrive(letter())

    names = list(EventRecord.objects.order_by("pk").values_list("name", flat=True))[:6]
    assert names == [
        "contacts.contact-registered",
        "cases.case-opened",
        "cases.state-changed",
        "cases.case-assigned",
        "cases.promise-made",
        "contacts.contact-registered",
    ]


def test_the_receipt_has_number_code_and_link_and_is_marked_automatic(arrive, eva, settings):
    arrive(letter())

    receipt = Outgoing.objects.get()
    case = Case.objects.get()
    assert (receipt.purpose, receipt.is_automatic) == ("receipt", True)
    assert receipt.message.recipients == ["eva.ek@example.com"]
    assert case.number in receipt.message.text
    assert f"{settings.BASE_URL}/folj/" in receipt.message.text
    assert (
        receipt.message.subject == f"Vi har fått ditt meddelande [{case.number}]: Trasig gatlykta"
    )


def test_a_mail_in_english_gets_its_receipt_in_english(arrive):
    words = "Hello, when do you collect the garbage on our street? Thank you for your help."
    arrive(letter(words, subject="The garbage"))

    assert Outgoing.objects.get().message.text.startswith("Hello")


def test_a_mailbox_may_be_without_receipts(arrive, mailbox):
    Mailbox.objects.update(sends_receipts=False)

    arrive(letter())

    assert Case.objects.count() == 1
    assert not Outgoing.objects.exists()


def test_the_same_mail_delivered_twice_is_one_contact(arrive):
    first = arrive(letter())
    again = arrive(b"Received: from relay.example.com\r\n" + letter())

    assert (first.state, again.state) == (RawMail.State.READ, RawMail.State.DUPLICATE)
    assert Contact.objects.filter(direction="in").count() == 1


def test_the_same_message_id_on_another_mail_is_another_contact(arrive):
    arrive(letter("Den första frågan."))
    again = arrive(letter("En helt annan fråga."))

    assert again.state == RawMail.State.READ
    assert Case.objects.count() == 2


def test_two_deliveries_waiting_at_once_are_still_one_contact(mailbox):
    one = Arrived(mailbox=mailbox, content=letter(), how="smtp", received_at=NOON)
    keep([one, one])

    raws = taking_in.claim(most=10, at=NOON)
    taking_in.take_in([(raw, taking_in.read_raw(raw)) for raw in raws], at=NOON)

    assert sorted(RawMail.objects.values_list("state", flat=True)) == ["duplicate", "read"]
    assert Contact.objects.filter(direction="in").count() == 1


def test_two_words_of_help_without_any_header_are_two_contacts(arrive):
    arrive(b"\r\nhelp\r\n")
    arrive(b"\r\nhelp\r\n")

    assert Case.objects.count() == 2


def test_a_mail_to_two_clients_is_a_case_at_each_and_shared_by_none(arrive, mailbox, energi):
    theirs = Mailbox.objects.create(client=energi, address="info@energi.example", created_at=NOON)
    arrive(letter(to=f"{OURS}, info@energi.example"))
    arrive(letter(to=f"{OURS}, info@energi.example"), to=theirs.address, at_mailbox=theirs)

    assert {case.client.code for case in Case.objects.all()} == {"exempelby", "energi"}
    assert Customer.objects.count() == 2


def test_an_attached_file_is_kept_under_its_name(arrive):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "eva.ek@example.com", OURS, "Bild"
    mail.set_content("Se bilden.")
    mail.add_attachment(
        b"%PDF-1.4 ritning", maintype="application", subtype="pdf", filename="å.pdf"
    )

    arrive(mail.as_bytes())

    kept = Message.objects.get(direction="in").files.get()
    assert (kept.name, kept.is_inline, kept.is_mislabelled) == ("å.pdf", False, False)
    assert read_file(kept.file) == b"%PDF-1.4 ritning"


def test_the_raw_mail_moves_to_the_vault_and_to_its_message(arrive):
    content = letter()
    raw = arrive(content)

    taking_in.put_away(most=10, at=NOON)

    raw.refresh_from_db()
    assert raw.content is None
    assert read_file(raw.stored) == content
    assert Message.objects.get(direction="in").raw == raw.stored


def test_answers_go_where_the_sender_asks_for_them(arrive):
    arrive(letter(sender="Webbformulär <noreply@form.example>", Reply_To="eva.ek@example.com"))

    message = Message.objects.get(direction="in")
    assert message.sender_address == "eva.ek@example.com"
    assert message.problems == ["Avsändaren vill ha svar till en annan adress än mejlet kom från."]


def test_a_form_on_our_own_site_makes_nobody_a_customer(arrive):
    arrive(letter(sender=f"Formulär <{OURS}>"))

    assert Case.objects.get().customer is None
    assert not Outgoing.objects.exists()


@pytest.mark.parametrize("sender", ["noreply@shop.example", "no-reply-77@shop.example"])
def test_nobody_writes_a_receipt_to_noreply(arrive, sender):
    arrive(letter(sender=sender))

    assert Case.objects.count() == 1
    assert not Outgoing.objects.exists()


def test_behind_a_colleagues_forwarding_stands_the_one_who_asks(arrive, ada):
    arrive(
        letter(
            "Kan ni ta den här?\n\n---------- Forwarded message ---------\n"
            "From: Nils Ny <nils.ny@example.com>\nDate: mån 4 maj 2026 kl 09:00\n"
            "Subject: Snöröjning\nTo: <ada@exempelby.example>\n\nNär plogas vår gata?\n",
            sender="Ada Lind <ada@exempelby.example>",
            subject="Fwd: Snöröjning",
        )
    )

    assert Case.objects.get().customer.name == "Nils Ny"
    assert not Outgoing.objects.exists()


def test_a_mail_that_fails_again_and_again_becomes_a_visible_case(mailbox, kundtjanst):
    keep([Arrived(mailbox=mailbox, content=b"\xff\xfe broken", how="smtp", received_at=NOON)])
    raw = taking_in.claim(most=1, at=NOON)[0]

    taking_in.show_unread(raw, at=NOON)

    case = Case.objects.get()
    assert (case.title, case.group) == ("Mejl som inte kunde läsas", kundtjanst)
    assert read_file(Message.objects.get().raw) == b"\xff\xfe broken"
    assert EventRecord.objects.filter(name="mail.mail-unreadable").count() == 1


def test_a_mail_being_read_is_taken_by_nobody_else_until_its_reader_is_dead(mailbox):
    keep([Arrived(mailbox=mailbox, content=letter(), how="smtp", received_at=NOON)])
    first = taking_in.claim(most=1, at=NOON)

    assert taking_in.claim(most=1, at=NOON + timedelta(seconds=30)) == []
    assert taking_in.claim(most=1, at=NOON + timedelta(seconds=61)) == first


def test_a_slow_reader_cannot_deliver_what_another_has_taken(mailbox):
    keep([Arrived(mailbox=mailbox, content=letter(), how="smtp", received_at=NOON)])
    slow = taking_in.claim(most=1, at=NOON)[0]
    quick = taking_in.claim(most=1, at=NOON + timedelta(seconds=61))[0]
    taking_in.take_in([(quick, taking_in.read_raw(quick))], at=NOON)

    with pytest.raises(taking_in.TakenByAnother):
        taking_in.take_in([(slow, taking_in.read_raw(slow))], at=NOON)

    assert Case.objects.count() == 1


def test_a_mail_that_has_failed_is_read_alone(mailbox):
    keep([Arrived(mailbox=mailbox, content=letter(), how="smtp", received_at=NOON)] * 3)
    bad = RawMail.objects.order_by("pk")[0]
    taking_in.claim(most=1, at=NOON)
    taking_in.try_later(RawMail.objects.get(pk=bad.pk), because="it hung", at=NOON)

    first = taking_in.claim(most=10, at=NOON + timedelta(seconds=3))
    second = taking_in.claim(most=10, at=NOON + timedelta(seconds=3))

    assert [raw.pk for raw in first] == [bad.pk]
    assert len(second) == 2
