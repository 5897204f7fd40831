from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.channels.mail.actions.listening import forget_counts, notice_silences
from gensvar.channels.mail.models import AutomaticMail, Mailbox, Silence
from gensvar.channels.mail.queries import mail_trouble
from gensvar.channels.mail.tests.conftest import letter
from gensvar.foundation.events.models import EventRecord

HOUR = timedelta(hours=1)


@pytest.fixture
def watched(mailbox):
    mailbox.usual_gap = 2 * HOUR
    mailbox.save()
    return mailbox


def told(name: str) -> int:
    return EventRecord.objects.filter(name=name).count()


def test_a_silence_longer_than_usual_is_told_once(watched, arrive):
    arrive(letter())

    for hours in range(12):
        notice_silences(at=NOON + hours * HOUR)

    assert told("mail.mailbox-silent") == 1
    assert Silence.objects.get().since == NOON


def test_two_that_listen_at_once_tell_once(watched, arrive):
    arrive(letter())

    assert len(notice_silences(at=NOON + 3 * HOUR)) == 1
    assert notice_silences(at=NOON + 3 * HOUR) == []


def test_the_next_silence_is_told_again(watched, arrive):
    arrive(letter())
    notice_silences(at=NOON + 3 * HOUR)
    arrive(letter(message_id="<2@x>"), at=NOON + 4 * HOUR)
    notice_silences(at=NOON + 5 * HOUR)
    assert Silence.objects.get().ended_at == NOON + 4 * HOUR
    assert told("mail.mailbox-heard-again") == 1

    notice_silences(at=NOON + 7 * HOUR)

    assert told("mail.mailbox-silent") == 2


def test_a_mailbox_that_never_got_mail_counts_from_its_beginning(watched):
    notice_silences(at=NOON + HOUR)
    assert not Silence.objects.exists()

    notice_silences(at=NOON + 3 * HOUR)
    assert Silence.objects.get().since == NOON


def test_a_paused_or_unwatched_mailbox_may_be_silent(mailbox, watched):
    Mailbox.objects.update(is_paused=True)
    notice_silences(at=NOON + 9 * HOUR)
    Mailbox.objects.update(is_paused=False, usual_gap=None)
    notice_silences(at=NOON + 9 * HOUR)

    assert not Silence.objects.exists()


def test_administrators_see_what_is_wrong_and_nothing_when_nothing_is(watched, arrive):
    arrive(letter())
    assert not mail_trouble(since=NOON - HOUR, late_before=NOON - HOUR)

    notice_silences(at=NOON + 3 * HOUR)

    trouble = mail_trouble(since=NOON, late_before=NOON + 2 * HOUR)
    assert [one.mailbox for one in trouble.silent] == [watched]
    assert trouble.unsent == 1


def test_counts_of_yesterday_are_forgotten(db):
    AutomaticMail.objects.create(address="x", at=NOON - 25 * HOUR)
    AutomaticMail.objects.create(address="x", at=NOON)

    forget_counts(before=NOON - 24 * HOUR)

    assert AutomaticMail.objects.count() == 1
