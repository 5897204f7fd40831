"""A reply to a case that has become part of another arrives in that other, whatever shows it."""

from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.channels.mail.tests.conftest import OURS, letter
from gensvar.operations.cases.actions import merge, unmerge
from gensvar.operations.cases.actions.answering import tag_of
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Message

EVA = "Eva Ek <eva.ek@example.com>"
LATER = NOON + timedelta(hours=2)


@pytest.fixture
def pair(arrive, eva, ada):
    """Eva's two mails about one thing; the second has become part of the first."""
    arrive(letter(sender=EVA))
    arrive(letter("Igen!", sender=EVA, subject="Igen", message_id="<second@example.com>"))
    first, again = Case.objects.order_by("pk")
    merge(again, into=first, by=ada, at=NOON)
    return first, again


REPLIES = {
    "message-id": lambda case: {"In_Reply_To": "<second@example.com>"},
    "tag": lambda case: {"to": OURS.replace("@", f"+{tag_of(case)}@")},
    "number in the subject": lambda case: {"subject": f"Om {case.number}"},
    "number in the text": lambda case: {"text": f"Det gäller {case.number}."},
}


@pytest.mark.parametrize("shown_by", REPLIES)
def test_a_reply_to_the_old_case_finds_the_whole(arrive, pair, ada, shown_by):
    first, again = pair
    more = REPLIES[shown_by](again)
    arrive(letter(sender=EVA, message_id="<late@x>", **more), at=LATER)

    late = Message.objects.get(message_id="late@x").contact
    assert list(late.cases.all()) == [first]
    assert Case.objects.count() == 2

    unmerge(again, by=ada, at=LATER)
    assert list(late.cases.all()) == [again]


def test_a_reply_to_the_case_that_was_kept_stays_there(arrive, pair, ada):
    first, again = pair
    arrive(letter(sender=EVA, message_id="<late@x>", In_Reply_To="<first@example.com>"), at=LATER)
    unmerge(again, by=ada, at=LATER)

    assert list(Message.objects.get(message_id="late@x").contact.cases.all()) == [first]
