"""Postfix hands over to us by SMTP and LMTP, and carries what we send."""

import smtplib
from collections.abc import Callable
from email.message import EmailMessage

import pytest
from servers import Postfix, eventually

from benchmarks.post_office import MAILBOX, PostOffice


def hand_over(relay: Postfix, *, to: str, subject: str, sender: str = "eva.ek@example.com") -> None:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = f"Eva Ek <{sender}>", to, subject
    mail.set_content("Hej, när kommer ni och hämtar det som ligger här? Hälsningar Eva")
    with smtplib.SMTP("127.0.0.1", relay.port) as client:
        client.send_message(mail)


def case_exists(office: PostOffice, title: str) -> Callable[[], bool]:
    return lambda: bool(office.count(f"SELECT count(*) FROM cases_case WHERE title = '{title}'"))


def test_postfix_hands_over_by_smtp(office, relay):
    hand_over(relay, to=MAILBOX, subject="Genom Postfix")

    eventually(case_exists(office, "Genom Postfix"))


def test_postfix_hands_over_by_lmtp(office, relay):
    office.do(
        """
        from gensvar.channels.mail.actions.mailboxes import add_mailbox
        first = Mailbox.objects.order_by("pk")[0]
        add_mailbox(first.client, address="info@lmtp.example", by=None, at=now())
        """
    )
    hand_over(relay, to="info@lmtp.example", subject="Genom LMTP")

    eventually(case_exists(office, "Genom LMTP"))
    assert office.count("SELECT count(*) FROM mail_rawmail WHERE how = 'lmtp'") == 1


def test_the_receipt_comes_back_through_postfix(office, relay):
    hand_over(relay, to=MAILBOX, subject="Med kvitto")

    eventually(lambda: relay.delivered("Med kvitto"))
    (mail,) = relay.delivered("Med kvitto")
    assert mail["From"].endswith(f"<{MAILBOX}>")
    assert mail["Auto-Submitted"] == "auto-replied"
    assert mail["Return-Path"].startswith("<kundtjanst+b.")


ANSWER = """
from gensvar.operations.cases.actions import answer
case = Case.objects.get(title="{title}")
ada, _new = Agent.objects.get_or_create(
    email="ada@exempelby.example", defaults=dict(name="Ada Lind", created_at=now())
)
sent = answer(case, "Vi kommer i morgon.", channel="mail", by=ada, at=now(), recipients=["{to}"])
Outgoing.objects.filter(pk=sent.pk).update(not_before=now())
print(sent.pk)
"""


def state_of(office: PostOffice, number: int) -> str:
    return office.do(f"print(Outgoing.objects.get(pk={number}).state)").strip()


@pytest.mark.parametrize(
    ("to", "state"),
    [
        ("eva.ek@example.com", "delivered"),
        ("unknown@example.com", "failed"),
        ("somebody@gone.example", "bounced"),
    ],
)
def test_what_became_of_an_answer_is_known(office, relay, to, state):
    title = f"Blir {state}"
    hand_over(relay, to=MAILBOX, subject=title)
    eventually(case_exists(office, title))

    number = int(office.do(ANSWER.format(title=title, to=to)))

    eventually(lambda: state_of(office, number) == state)
    if state != "delivered":
        said = office.do(
            f"print(Suppression.objects.filter(address='{to}').count())"
            f"; print(Case.objects.get(title='{title}').state)"
        ).split()
        assert said[0] == "1"
        cases = office.count("SELECT count(*) FROM cases_case WHERE title LIKE '%ndelivered%'")
        assert cases == 0


def test_a_reply_from_the_customers_program_finds_its_case(office, relay):
    hand_over(relay, to=MAILBOX, subject="Att svara vidare", sender="nils.ny@example.com")
    eventually(lambda: relay.delivered("Att svara vidare"))
    (receipt,) = relay.delivered("Att svara vidare")
    reply = EmailMessage()
    reply["From"], reply["To"] = "Grannen <granne@example.com>", receipt["Reply-To"]
    reply["Subject"] = "Helt annat ämne"
    reply.set_content("Jag skriver för Eva.")
    with smtplib.SMTP("127.0.0.1", relay.port) as client:
        client.send_message(reply)

    joined = """
        SELECT count(*) FROM cases_casecontact cc JOIN cases_case c ON c.id = cc.case_id
        JOIN contacts_message m ON m.contact_id = cc.contact_id
        WHERE c.title = 'Att svara vidare' AND m.sender_address = 'granne@example.com'
    """
    eventually(lambda: office.count(joined))
    assert office.count("SELECT count(*) FROM cases_case WHERE title = 'Helt annat ämne'") == 0
