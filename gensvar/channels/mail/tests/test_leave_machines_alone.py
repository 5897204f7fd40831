"""Automatic mail: kept, tied where it belongs, never answered."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from time import sleep

import pytest
from django.db import connection, transaction

from conftest import NOON
from gensvar.channels.mail.actions.receipts import may_write
from gensvar.channels.mail.actions.sending import due, prepare
from gensvar.channels.mail.letters import Letter, written
from gensvar.channels.mail.models import RawMail
from gensvar.channels.mail.rules import MOST_AUTOMATIC_AN_HOUR, bounce_tag, tagged
from gensvar.channels.mail.tests.conftest import OURS, letter
from gensvar.operations.cases.actions import answer
from gensvar.operations.cases.models import Case, Tag
from gensvar.operations.contacts.actions import mark_sent
from gensvar.operations.contacts.models import Message, Outgoing, Suppression

LATER = NOON + timedelta(minutes=10)
REPORT = """From: MAILER-DAEMON@relay.example.com
To: {to}
Subject: Undelivered Mail Returned to Sender
Message-ID: <report{place}@relay.example.com>
Date: Mon, 04 May 2026 12:05:00 +0200
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

This is the mail system. I'm sorry to have to inform you.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example.com

Final-Recipient: rfc822; {who}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 {status} no such user

--b
Content-Type: message/rfc822

From: {ours}
To: {who}
Subject: Re
Message-ID: <{about}>

Hej
--b--
"""


@pytest.fixture
def answered(arrive, eva, ada):
    """Ada's answer to Eva, sent."""
    arrive(letter())
    outgoing = answer(Case.objects.get(), "I morgon.", channel="mail", by=ada, at=NOON)
    prepare(outgoing, at=LATER)
    outgoing.message.refresh_from_db()
    mark_sent(outgoing, provider_id=outgoing.message.message_id, at=LATER)
    return outgoing


def report(
    about: str = "",
    *,
    to: str = OURS,
    action: str = "failed",
    status: str = "5.1.1",
    who: str = "eva.ek@example.com",
) -> bytes:
    text = REPORT.format(
        to=to, who=who, action=action, status=status, about=about, ours=OURS, place=len(to)
    )
    return text.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("by", ["message-id", "tag"])
def test_a_bounce_is_tied_to_what_we_sent(arrive, answered, settings, by):
    tag = bounce_tag(settings.SECRET_KEY, answered.pk)
    if by == "tag":
        arrive(report("nothing@known"), to=tagged(OURS, tag), at=LATER)
    else:
        arrive(report(answered.message.message_id), at=LATER)

    answered.refresh_from_db()
    assert answered.state == Outgoing.State.BOUNCED
    assert "5.1.1" in answered.steps.order_by("-pk")[0].detail
    case = Case.objects.get()
    assert case.state == "waiting-for-us"
    bounce = Message.objects.get(automatic="bounce")
    assert bounce.contact.cases.get() == case
    assert Outgoing.objects.filter(purpose="receipt").count() == 1


def test_an_address_that_does_not_exist_is_written_to_no_more(arrive, answered):
    arrive(report(answered.message.message_id), at=LATER)

    assert Suppression.objects.get().address == "eva.ek@example.com"


@pytest.mark.parametrize("status", ["5.2.2", "5.7.1", "4.4.1"])
def test_a_full_or_strict_mailbox_is_not_a_gone_one(arrive, answered, status):
    arrive(report(answered.message.message_id, status=status), at=LATER)

    assert not Suppression.objects.exists()


def test_a_delay_changes_nothing_but_is_shown(arrive, answered):
    arrive(report(answered.message.message_id, action="delayed", status="4.4.1"), at=LATER)

    answered.refresh_from_db()
    case = Case.objects.get()
    assert (answered.state, case.state) == (Outgoing.State.SENT, "waiting-for-customer")
    assert case.contacts.filter(messages__automatic="bounce").exists()


def test_a_report_of_delivery_is_a_step_and_no_message(arrive, answered):
    raw = arrive(report(answered.message.message_id, action="delivered", status="2.0.0"), at=LATER)

    answered.refresh_from_db()
    assert (answered.state, raw.state) == (Outgoing.State.DELIVERED, RawMail.State.REPORT)
    assert not Message.objects.filter(automatic="bounce").exists()


def test_a_forged_bounce_stops_no_address(arrive, answered):
    forged = tagged(OURS, f"b.{answered.pk}.aaaaaaaaaaaaa")
    arrive(report("guessed@exempelby.example"), to=forged, at=LATER)

    answered.refresh_from_db()
    assert answered.state == Outgoing.State.SENT
    assert not Suppression.objects.exists()


def test_a_bounce_about_somebody_else_stops_only_whom_we_wrote_to(arrive, answered):
    arrive(report(answered.message.message_id, who="further@on.example"), at=LATER)

    assert list(Suppression.objects.values_list("address", flat=True)) == ["eva.ek@example.com"]


def test_a_bounce_of_nothing_we_know_is_kept_out_of_the_way(arrive):
    arrive(report("strange@elsewhere.example"))

    case = Case.objects.get()
    assert case.state == "waiting-for-customer"
    assert Tag.objects.get(cases=case).name == "Automatisk post"
    assert not Outgoing.objects.exists()


def test_an_absence_notice_joins_without_waking(arrive, answered):
    arrive(
        letter(
            "Jag är på semester till 1 juni.",
            subject="Autosvar: Trasig gatlykta",
            message_id="<ooo@example.com>",
            In_Reply_To=f"<{answered.message.message_id}>",
            Auto_Submitted="auto-replied",
        ),
        at=LATER,
    )

    case = Case.objects.get()
    assert case.state == "waiting-for-customer"
    assert case.contacts.filter(messages__message_id="ooo@example.com").exists()


def test_ping_pong_with_an_absent_customer_stops_after_one(arrive, eva):
    arrive(letter())
    for turn in range(10):
        receipts = due(most=10, at=NOON)
        for outgoing in receipts:
            prepare(outgoing, at=NOON)
            mark_sent(outgoing, provider_id=f"{outgoing.pk}@exempelby.example", at=NOON)
            arrive(
                letter(
                    "Jag är på semester.",
                    subject=f"Autosvar: {outgoing.message.subject}",
                    message_id=f"<ooo{turn}@example.com>",
                    In_Reply_To=f"<{outgoing.pk}@exempelby.example>",
                    Auto_Submitted="auto-replied",
                )
            )

    assert Outgoing.objects.count() == 1
    assert Case.objects.count() == 1


def test_a_machine_that_hides_what_it_is_gets_few_receipts(arrive):
    for turn in range(10):
        arrive(
            letter(
                f"Tack för ditt ärende nummer {turn}.",
                sender="Annat system <ärende@system.example>".replace("ä", "a"),
                subject=f"Vi har tagit emot ditt ärende {turn}",
                message_id=f"<{turn}@system.example>",
            )
        )

    assert Case.objects.count() == 10
    assert Outgoing.objects.count() == MOST_AUTOMATIC_AN_HOUR


@pytest.mark.django_db(transaction=True)
def test_two_readers_together_write_no_more_receipts_than_one():
    for _earlier in range(MOST_AUTOMATIC_AN_HOUR - 1):
        assert may_write("eva.ek@example.com", at=NOON)
    both = Barrier(2, timeout=10)

    def read(_reader: int) -> bool:
        try:
            with transaction.atomic():
                both.wait()
                may = may_write("eva.ek@example.com", at=NOON)
                sleep(0.2)  # as long as the rest of a receipt may take
            return may
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as readers:
        assert sorted(readers.map(read, range(2))) == [False, True]


def test_our_own_mail_come_back_starts_nothing(arrive, answered):
    ours = written(
        Letter(
            message_id=answered.message.message_id,
            sender_name="Exempelby kommun",
            sender_address=OURS,
            recipients=[OURS],
            subject="Re: Trasig gatlykta",
            text="I morgon.",
            at=NOON,
            zone="Europe/Stockholm",
            language="sv",
        )
    )

    raw = arrive(ours, at=LATER)

    assert raw.state == RawMail.State.OWN
    assert Case.objects.count() == 1


def test_a_form_from_an_e_service_is_work_though_a_machine_sent_it(arrive):
    arrive(
        letter(
            "Ansökan om parkeringstillstånd från Eva Ek.",
            sender="E-tjänst <etjanst@exempelby-etjanster.example>".replace("tjä", "tja"),
            Auto_Submitted="auto-generated",
        )
    )

    assert Case.objects.get().state == "waiting-for-us"
    assert not Outgoing.objects.exists()
