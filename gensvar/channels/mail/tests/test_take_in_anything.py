"""Whatever arrives becomes a case, and never hurts the mail beside it."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from conftest import NOON
from gensvar.channels.mail.actions import taking_in
from gensvar.channels.mail.actions.arriving import Arrived, keep
from gensvar.channels.mail.intake import CHAIN
from gensvar.channels.mail.intake.incoming import Incoming
from gensvar.channels.mail.models import RawMail
from gensvar.channels.mail.post import readers
from gensvar.channels.mail.rules import MOST_ATTEMPTS
from gensvar.channels.mail.tests.conftest import letter
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Contact, Message

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.eml"))
HEADERS = ["From", "To", "Subject", "Message-ID", "References", "Date", "Content-Type", "Reply-To"]


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_every_mail_of_the_corpus_is_taken_in(arrive, path):
    raw = arrive(path.read_bytes())

    assert raw.state == RawMail.State.READ
    assert Case.objects.count() == 1
    message = Message.objects.get(direction="in")
    assert message.contact.cases.count() == 1


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    headers=some.lists(some.tuples(some.sampled_from(HEADERS), some.binary(max_size=120))),
    body=some.binary(max_size=400),
)
def test_any_bytes_become_a_case(arrive, headers, body):
    Case.objects.all().delete()
    RawMail.objects.all().delete()
    content = b"".join(name.encode() + b": " + value + b"\r\n" for name, value in headers)

    raw = arrive(content + b"\r\n" + body)

    assert raw.state in {RawMail.State.READ, RawMail.State.OWN}
    assert Contact.objects.filter(raw_mails=raw).exists()


@pytest.mark.django_db(transaction=True)
def test_one_bad_mail_does_not_hold_up_the_others(mailbox, monkeypatch, noon):
    whole = taking_in.read_raw

    def fails_on_bad(raw: RawMail) -> object:
        if b"bad" in bytes(raw.content or b""):
            raise ValueError("no reader can read this")
        return whole(raw)

    monkeypatch.setattr(taking_in, "read_raw", fails_on_bad)
    monkeypatch.setattr(readers, "now", Clock(noon))
    contents = [letter(message_id="<1@x>"), b"bad", letter(message_id="<2@x>")]
    keep([Arrived(mailbox=mailbox, content=one, how="smtp", received_at=noon) for one in contents])

    readers.read_some()
    assert RawMail.objects.filter(state=RawMail.State.READ).count() == 2

    for _turn in range(MOST_ATTEMPTS):
        readers.read_some()
    assert Case.objects.get(title="Mejl som inte kunde läsas")
    assert not RawMail.objects.filter(state=RawMail.State.WAITING).exists()


@pytest.mark.django_db(transaction=True)
def test_one_mail_that_cannot_be_delivered_does_not_take_its_batch_along(
    mailbox, monkeypatch, noon
):
    def refuse(incoming: Incoming) -> None:
        if incoming.mail.subject == "bad":
            raise ValueError("no case for this")

    monkeypatch.setattr(taking_in, "CHAIN", (refuse, *CHAIN))
    monkeypatch.setattr(readers, "now", Clock(noon))
    subjects = ["one", "bad", "two"]
    keep(
        [
            Arrived(
                mailbox=mailbox,
                content=letter(subject=subject, message_id=f"<{subject}@x>"),
                how="smtp",
                received_at=noon,
            )
            for subject in subjects
        ]
    )

    for _turn in range(MOST_ATTEMPTS + 1):
        readers.read_some()

    assert sorted(Case.objects.values_list("title", flat=True)) == [
        "Mejl som inte kunde läsas",
        "one",
        "two",
    ]


@pytest.mark.django_db(transaction=True)
def test_a_mail_that_takes_for_ever_is_given_up(mailbox, monkeypatch, noon):
    def spin(_raw: RawMail) -> object:
        while True:
            pass

    monkeypatch.setattr(taking_in, "read_raw", spin)
    monkeypatch.setattr(readers, "SECONDS_A_MAIL", 0.5)
    monkeypatch.setattr(readers, "now", Clock(noon))
    keep([Arrived(mailbox=mailbox, content=letter(), how="smtp", received_at=NOON)])

    for _turn in range(MOST_ATTEMPTS):
        readers.read_some()

    assert Case.objects.get().title == "Mejl som inte kunde läsas"


class Clock:
    """Every look at it is a minute later."""

    def __init__(self, start):
        self._at = start

    def __call__(self):
        self._at += timedelta(minutes=1)
        return self._at
