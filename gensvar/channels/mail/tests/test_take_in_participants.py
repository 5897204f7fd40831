"""A participant's mail joins the case where they may write, and is a new case where not."""

from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.channels.mail.tests.conftest import OURS, letter
from gensvar.operations.cases.actions.answering import tag_of
from gensvar.operations.cases.actions.participating import add_participant, end_participant
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Message

KIM = "Kim Kollega <Kim@Example.org>"
LATER = NOON + timedelta(hours=2)


@pytest.fixture
def case(arrive, eva):
    arrive(letter(sender="Eva Ek <eva.ek@example.com>"))
    return Case.objects.get()


@pytest.fixture
def kim(case, ada):
    def takes_part(right, address="kim@example.org"):
        return add_participant(
            case, name="Kim Kollega", address=address, right=right, by=ada, at=NOON
        )

    return takes_part


def by_number(case):
    return letter("Mer om det", sender=KIM, message_id="<k1@x>", subject=f"Om {case.number}")


def landed():
    return Message.objects.get(message_id="k1@x")


def test_who_may_write_joins_by_the_number_in_the_subject(arrive, case, kim):
    kim("reply")

    arrive(by_number(case), at=LATER)

    assert list(landed().contact.cases.all()) == [case]


def test_who_may_only_read_begins_a_case_that_says_which_it_is_about(arrive, case, kim):
    kim("read")

    arrive(by_number(case), at=LATER)

    new = landed().contact.cases.get()
    assert new != case
    assert any(case.number in problem for problem in landed().problems)


def test_not_even_an_answer_or_a_tag_lets_in_who_may_only_read(arrive, case, kim):
    kim("read")
    to = OURS.replace("@", f"+{tag_of(case)}@")

    arrive(
        letter(sender=KIM, message_id="<k1@x>", to=to, In_Reply_To="<first@example.com>"),
        to=to,
        at=LATER,
    )

    assert landed().contact.cases.get() != case
    assert landed().in_reply_to is None


def test_who_was_ended_or_whose_time_ran_out_is_nobody_in_the_case(arrive, case, kim, ada):
    end_participant(kim("reply"), by=ada, at=NOON + timedelta(hours=1))
    arrive(by_number(case), at=LATER)
    assert landed().contact.cases.get() != case

    kim("reply")
    overdue = NOON + timedelta(days=31)
    late = letter("Igen", sender=KIM, message_id="<k2@x>", subject=f"Om {case.number}")
    arrive(late, at=overdue)
    assert Message.objects.get(message_id="k2@x").contact.cases.get() != case


def test_the_customer_is_never_turned_away_from_the_case(arrive, case, kim):
    kim("read", address="eva.ek@example.com")

    arrive(letter("Mer", message_id="<k1@x>", subject=f"Om {case.number}"), at=LATER)

    assert list(landed().contact.cases.all()) == [case]
