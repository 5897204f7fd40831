from datetime import timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from django.utils.timezone import now

from conftest import NOON
from gensvar.channels.mail.actions import sending
from gensvar.channels.mail.letters import Letter, as_html, written
from gensvar.channels.mail.models import Mailbox
from gensvar.channels.mail.post.sending import send_due
from gensvar.channels.mail.tests.conftest import OURS, letter
from gensvar.foundation.agreements.models import StandardText
from gensvar.foundation.files import actions as files
from gensvar.foundation.files.actions import store_file
from gensvar.operations.cases.actions import answer
from gensvar.operations.cases.actions.answering import tag_of
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.actions import (
    Enclosure,
    TooLateToWithdraw,
    suppress,
    withdraw_message,
)
from gensvar.operations.contacts.models import Message, Outgoing, Suppression

LATER = NOON + timedelta(seconds=11)


@pytest.fixture
def case(arrive, eva, mailbox):
    Mailbox.objects.update(sends_receipts=False)
    mailbox.refresh_from_db()
    arrive(letter())
    return Case.objects.get()


def leave(outgoing, carrier, *, at=LATER):
    """Send one mail as the sender does."""
    dispatch = sending.prepare(outgoing, at=at)
    assert dispatch is not None
    sending.settle_sent(dispatch, refused=carrier.carry(dispatch), at=at)
    return message_from_bytes(dispatch.content, policy=default), dispatch


def test_an_answer_leaves_in_the_clients_name_and_in_the_customers_thread(case, ada, carrier):
    outgoing = answer(case, "Vi lagar den.", channel="mail", by=ada, at=NOON)

    mail, dispatch = leave(outgoing, carrier)

    assert mail["From"] == f"Exempelby kommun <{OURS}>"
    assert mail["To"] == "eva.ek@example.com"
    assert mail["Subject"] == f"Re: Trasig gatlykta [{case.number}]"
    assert tag_of(case) in mail["Reply-To"]
    assert mail["In-Reply-To"] == mail["References"] == "<first@example.com>"
    assert mail["Auto-Submitted"] is None
    assert mail["Content-Language"] == "sv"
    assert mail.get_body(("plain",)).get_content().startswith("Vi lagar den.")
    assert "<p>Vi lagar den.</p>" in mail.get_body(("html",)).get_content()
    assert dispatch.sender.startswith("kundtjanst+b.")
    outgoing.refresh_from_db()
    assert (outgoing.state, f"<{outgoing.provider_id}>") == ("sent", mail["Message-ID"])


def test_the_clients_signature_stands_under_an_answer(case, ada, carrier, exempelby):
    StandardText.objects.create(
        client=exempelby,
        use="signature",
        language="sv",
        body="Med vänlig hälsning\nKundtjänst, {organisation}",
        valid_from=NOON,
    )
    outgoing = answer(case, "Vi lagar den.", channel="mail", by=ada, at=NOON)

    mail, _dispatch = leave(outgoing, carrier)

    assert mail.get_body(("plain",)).get_content().strip().endswith("Kundtjänst, Exempelby kommun")
    assert Message.objects.get(pk=outgoing.message_id).text == "Vi lagar den."


def test_a_file_goes_along_whole(case, ada, carrier):
    enclosed = Enclosure(file=store_file(b"%PDF-1.4 karta", at=NOON), name="Karta över å.pdf")
    outgoing = answer(case, "Se kartan.", channel="mail", by=ada, at=NOON, enclosures=[enclosed])

    mail, _dispatch = leave(outgoing, carrier)

    attached = next(mail.iter_attachments())
    assert mail["Content-Language"] == "sv"
    assert attached.get_filename() == "Karta över å.pdf"
    assert attached.get_content() == b"%PDF-1.4 karta"


def test_a_file_with_a_virus_stays_here_and_the_answer_with_it(
    case, ada, carrier, settings, monkeypatch
):
    settings.CLAMD = "/run/clamd.sock"
    monkeypatch.setattr(files, "infection_in", lambda content, *, address: "Gensvar.Test")
    enclosed = Enclosure(file=store_file(b"%PDF-1.4 x", at=NOON), name="karta.pdf")
    outgoing = answer(case, "Se kartan.", channel="mail", by=ada, at=NOON, enclosures=[enclosed])

    send_due(carrier)

    outgoing.refresh_from_db()
    assert carrier.carried == []
    assert outgoing.state == Outgoing.State.FAILED
    assert "Gensvar.Test" in outgoing.steps.last().detail


def test_a_file_that_nobody_could_look_in_waits_for_the_scanner(
    case, ada, carrier, settings, tmp_path
):
    settings.CLAMD = str(tmp_path / "nobody-listens")
    enclosed = Enclosure(file=store_file(b"%PDF-1.4 x", at=NOON), name="karta.pdf")
    outgoing = answer(case, "Se kartan.", channel="mail", by=ada, at=NOON, enclosures=[enclosed])

    Message.objects.filter(outgoing=outgoing).update(at=now())

    send_due(carrier)

    outgoing.refresh_from_db()
    assert carrier.carried == []
    assert outgoing.state == Outgoing.State.QUEUED
    assert outgoing.steps.last().detail == "Virusskannern svarar inte."


def test_nothing_leaves_while_it_may_be_taken_back(case, ada):
    outgoing = answer(case, "Oj!", channel="mail", by=ada, at=NOON)

    assert sending.due(most=10, at=NOON + timedelta(seconds=9)) == []
    assert sending.due(most=10, at=NOON + timedelta(seconds=10)) == [outgoing]


def test_a_mail_taken_back_never_leaves(case, ada):
    outgoing = answer(case, "Oj!", channel="mail", by=ada, at=NOON)
    withdraw_message(outgoing, by=ada, at=NOON)

    assert sending.due(most=10, at=LATER) == []
    assert sending.prepare(outgoing, at=LATER) is None


def test_a_mail_on_its_way_cannot_be_taken_back(case, ada):
    outgoing = answer(case, "Hej", channel="mail", by=ada, at=NOON)
    sending.prepare(outgoing, at=LATER)

    with pytest.raises(TooLateToWithdraw):
        withdraw_message(Outgoing.objects.get(pk=outgoing.pk), by=ada, at=LATER)


def test_two_senders_do_not_send_the_same_mail(case, ada):
    outgoing = answer(case, "Hej", channel="mail", by=ada, at=NOON)
    twin = Outgoing.objects.get(pk=outgoing.pk)

    assert sending.prepare(outgoing, at=LATER) is not None
    assert sending.prepare(twin, at=LATER) is None


def test_a_mail_whose_sender_died_is_sent_again_as_it_was(case, ada):
    outgoing = answer(case, "Hej", channel="mail", by=ada, at=NOON)
    first = sending.prepare(outgoing, at=LATER)

    after = LATER + sending.LEASE
    assert sending.due(most=10, at=after - timedelta(seconds=1)) == []
    again = sending.prepare(sending.due(most=10, at=after)[0], at=after)

    assert again.content == first.content
    assert again.attempts == 2


def test_a_server_that_is_away_is_tried_again_later_and_later(case, ada):
    outgoing = answer(case, "Hej", channel="mail", by=ada, at=NOON)
    at, waits = LATER, []
    while at < NOON + timedelta(days=4):
        (found,) = sending.due(most=1, at=at)
        sending.settle_unsent(sending.prepare(found, at=at), because="away", at=at)
        again = Outgoing.objects.get().not_before
        assert not sending.due(most=1, at=again - timedelta(seconds=1))
        waits.append(again - at)
        at = again

    assert [wait.seconds // 60 for wait in waits[:4]] == [1, 5, 15, 30]
    assert max(waits) == timedelta(hours=8)
    outgoing.refresh_from_db()
    assert outgoing.state == "queued"


def test_after_five_days_the_agent_is_told(case, ada):
    outgoing = answer(case, "Hej", channel="mail", by=ada, at=NOON)
    dispatch = sending.prepare(outgoing, at=LATER)

    sending.settle_unsent(dispatch, because="away", at=NOON + timedelta(days=5))

    outgoing.refresh_from_db()
    assert outgoing.state == "failed"


def test_an_unknown_recipient_is_shown_and_not_written_to_again(case, ada, carrier):
    carrier.answers["eva.ek@example.com"] = (550, "5.1.1 no such user")
    outgoing = answer(case, "Hej", channel="mail", by=ada, at=NOON)
    Outgoing.objects.update(not_before=NOON)

    send_due(carrier)
    outgoing.refresh_from_db()
    assert outgoing.state == "failed"
    assert "no such user" in outgoing.steps.order_by("-pk")[0].detail

    again = answer(case, "Hej igen", channel="mail", by=ada, at=NOON)
    assert sending.prepare(again, at=LATER) is None
    again.refresh_from_db()
    assert again.state == "suppressed"
    assert Suppression.objects.get().address == "eva.ek@example.com"


def test_one_refused_of_two_is_shown_while_the_other_gets_the_mail(case, ada, carrier):
    carrier.answers["granne@example.com"] = (550, "5.2.2 full")
    outgoing = answer(case, "Hej", channel="mail", by=ada, at=NOON, copies=["granne@example.com"])

    leave(outgoing, carrier)

    outgoing.refresh_from_db()
    assert outgoing.state == "failed"
    assert [step.state for step in outgoing.steps.order_by("pk")][-2:] == ["sent", "failed"]
    assert len(carrier.carried) == 1
    assert not Suppression.objects.exists()


def test_a_suppressed_copy_is_left_out(case, ada, carrier, exempelby):
    suppress(exempelby, "granne@example.com", because="5.1.1", at=NOON)
    outgoing = answer(case, "Hej", channel="mail", by=ada, at=NOON, copies=["granne@example.com"])

    _mail, dispatch = leave(outgoing, carrier)

    assert dispatch.recipients == ("eva.ek@example.com",)


def test_a_client_without_a_mailbox_is_told_so(case, ada, exempelby, eva):
    outgoing = answer(case, "Hej", channel="mail", by=ada, at=NOON)
    Message.objects.filter(pk=outgoing.message_id).update(in_reply_to=None)
    Mailbox.objects.update(client_id=_another_client().pk)

    assert sending.prepare(Outgoing.objects.get(pk=outgoing.pk), at=LATER) is None
    outgoing.refresh_from_db()
    assert outgoing.state == "failed"


def test_a_mail_that_cannot_be_written_lets_the_others_go(case, ada, carrier, monkeypatch):
    bad = answer(case, "Hej", channel="mail", by=ada, at=NOON)
    good = answer(case, "Hej då", channel="mail", by=ada, at=NOON)
    Outgoing.objects.update(not_before=NOON)
    Message.objects.filter(pk=bad.message_id).update(recipients=[1, {"not": "an address"}])

    send_due(carrier)

    assert Outgoing.objects.get(pk=bad.pk).state == "failed"
    assert Outgoing.objects.get(pk=good.pk).state == "sent"


def test_without_tags_answers_go_to_the_plain_address(case, ada, carrier):
    Mailbox.objects.update(takes_tags=False)
    outgoing = answer(case, "Hej", channel="mail", by=ada, at=NOON)

    mail, dispatch = leave(outgoing, carrier)

    assert mail["Reply-To"] is None
    assert dispatch.sender == OURS


def _another_client():
    from gensvar.foundation.agreements.models import Client

    return Client.objects.create(code="annan", name="A", public_name="A", created_at=NOON)


def a_letter(**changes):
    plain = {
        "message_id": "1.a@exempelby.example",
        "sender_name": "Exempelby kommun",
        "sender_address": OURS,
        "recipients": ["eva.ek@example.com"],
        "subject": "Hej",
        "text": "Hej",
        "at": NOON,
        "zone": "Europe/Stockholm",
        "language": "sv",
    }
    return message_from_bytes(written(Letter(**(plain | changes))), policy=default)


@pytest.mark.parametrize(
    "smuggled",
    ["Hej\r\nBcc: all@example.com", "Hej\nBcc: all@example.com", "Hej\r\n\r\nbody", "Hej\x00\x0b"],
)
@pytest.mark.parametrize("field", ["subject", "sender_name", "in_reply_to", "language"])
def test_no_header_can_be_smuggled_in(field, smuggled):
    mail = a_letter(**{field: smuggled})

    assert mail["Bcc"] is None
    assert mail.get_body(("plain",)).get_content().strip() == "Hej"


def test_a_recipient_cannot_carry_headers():
    mail = a_letter(recipients=["eva@example.com\r\nBcc: all@example.com"])

    assert mail["Bcc"] is None


def test_automatic_mail_says_so_and_asks_for_no_answer():
    mail = a_letter(is_automatic=True, is_reply=True)

    assert mail["Auto-Submitted"] == "auto-replied"
    assert mail["X-Auto-Response-Suppress"] == "All"


def test_every_byte_is_seven_bits_wide_and_no_line_too_long():
    content = written(
        Letter(
            message_id="1.a@exempelby.example",
            sender_name="Årsta kommun",
            sender_address=OURS,
            recipients=["eva.ek@example.com"],
            subject="Å" * 500,
            text="Räksmörgås " * 500,
            at=NOON,
            zone="Europe/Stockholm",
            language="sv",
        )
    )

    assert content.isascii()
    assert max(map(len, content.split(b"\r\n"))) <= 998


def test_html_is_the_same_words_with_links_and_nothing_else():
    text = (
        "Se <script>alert(1)</script> & https://exempelby.example/a?b=1&c=2.\nNy rad\n\nNytt stycke"
    )

    html = as_html(text)

    assert "<script>" not in html
    assert '<a href="https://exempelby.example/a?b=1&amp;c=2">' in html
    assert "<br>\nNy rad</p>\n<p>Nytt stycke</p>" in html
