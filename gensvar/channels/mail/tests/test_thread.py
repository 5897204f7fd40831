"""A reply finds its case: own Message-ID, address tag, number in subject, number in body."""

from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.channels.mail.actions.sending import prepare
from gensvar.channels.mail.tests.conftest import OURS, letter
from gensvar.operations.cases.actions import answer, close, describe
from gensvar.operations.cases.actions.answering import tag_of
from gensvar.operations.cases.models import Case
from gensvar.operations.casetypes.actions import add_type, describe_type
from gensvar.operations.contacts.models import Message, Outgoing

EVA = "Eva Ek <eva.ek@example.com>"
STRANGER = "Nils Ny <nils.ny@example.com>"
LATER = NOON + timedelta(hours=2)


@pytest.fixture
def case(arrive, eva):
    """A case that Eva has begun, with a neighbour in copy."""
    arrive(letter(sender=EVA, Cc="Grannen <granne@example.com>"))
    return Case.objects.get()


@pytest.fixture
def answered(case, ada):
    """Ada's answer, ready to leave."""
    outgoing = answer(case, "Vi lagar den i morgon.", channel="mail", by=ada, at=NOON)
    prepare(outgoing, at=LATER)
    return Outgoing.objects.select_related("message").get(pk=outgoing.pk)


def test_a_reply_to_our_message_id_joins_whoever_writes(arrive, answered, case):
    ours = f"<{answered.message.message_id}>"
    arrive(letter(sender=STRANGER, message_id="<r1@x>", In_Reply_To=ours), at=LATER)

    joined = Message.objects.get(message_id="r1@x")
    assert list(joined.contact.cases.all()) == [case]
    assert joined.in_reply_to == answered.message


def test_a_reply_that_names_only_an_older_mail_joins(arrive, answered, case):
    older = f"<unknown@x> <{answered.message.message_id}> <first@example.com>"
    arrive(letter(sender=STRANGER, message_id="<r1@x>", References=older), at=LATER)

    assert Case.objects.count() == 1


def test_a_reply_to_the_customers_own_first_mail_joins(arrive, case):
    arrive(letter("Glömde en sak.", message_id="<r1@x>", In_Reply_To="<first@example.com>"))

    assert Case.objects.count() == 1
    assert Message.objects.get(message_id="r1@x").contact.cases.get() == case


def test_a_copied_neighbour_who_answers_the_first_mail_joins(arrive, case):
    first = "<first@example.com>"
    arrive(letter(sender="granne@example.com", message_id="<r1@x>", In_Reply_To=first))

    assert Case.objects.count() == 1


def test_an_unguessable_tag_joins_from_any_address(arrive, case):
    to = OURS.replace("@", f"+{tag_of(case)}@")
    arrive(letter(sender=STRANGER, message_id="<r1@x>", to=to, subject="Något annat"), to=to)

    assert Case.objects.count() == 1


def test_a_tag_in_the_envelope_alone_joins(arrive, case):
    to = OURS.replace("@", f"+{tag_of(case)}@")
    arrive(letter(sender=STRANGER, message_id="<r1@x>"), to=to.upper())

    assert Case.objects.count() == 1


@pytest.mark.parametrize("wrong", ["{number}", "{number}.aaaaaaaaaaaaaaaa", "99-999999.x", "."])
def test_a_guessed_tag_opens_nothing(arrive, case, wrong):
    to = OURS.replace("@", f"+{wrong.format(number=case.number)}@")
    arrive(letter(sender=STRANGER, message_id="<r1@x>", to=to), to=to)

    assert Case.objects.count() == 2


def test_a_tag_made_with_an_earlier_secret_still_joins(arrive, case, settings):
    to = OURS.replace("@", f"+{tag_of(case)}@")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "a newer secret"

    arrive(letter(sender=STRANGER, message_id="<r1@x>"), to=to)

    assert Case.objects.count() == 1


def test_a_tag_is_worthless_after_the_code_has_been_renewed(arrive, case):
    to = OURS.replace("@", f"+{tag_of(case)}@")
    Case.objects.update(code_version=2)

    arrive(letter(sender=STRANGER, message_id="<r1@x>"), to=to)

    assert Case.objects.count() == 2


@pytest.mark.parametrize(
    ("sender", "joins"),
    [
        (EVA, True),
        ("EVA.EK@EXAMPLE.COM", True),
        ("granne@example.com", True),
        (STRANGER, False),
        (OURS, False),
    ],
)
@pytest.mark.parametrize("where", ["subject", "body"])
def test_a_number_counts_from_those_on_the_case(arrive, case, sender, joins, where):
    words = f"Angående {case.number}: hur går det?"
    fields = {"subject": words} if where == "subject" else {"text": words, "subject": "Hej"}
    arrive(letter(sender=sender, message_id="<r1@x>", **fields))

    assert Case.objects.count() == (1 if joins else 2)


def test_the_agent_is_told_of_a_number_that_did_not_count(arrive, case):
    arrive(letter(sender=STRANGER, message_id="<r1@x>", subject=f"Ärende {case.number}"))

    problems = Message.objects.get(message_id="r1@x").problems
    assert problems == [
        f"Mejlet nämner ärende {case.number}, men avsändaren hör inte till det ärendet."
    ]


def test_the_number_in_the_subject_goes_before_the_one_in_the_body(arrive, case):
    arrive(letter("Den andra frågan.", message_id="<second@example.com>", subject="Vägbulor"))
    other = Case.objects.exclude(pk=case.pk).get()

    words = f"Se även {case.number}."
    arrive(letter(words, message_id="<r1@x>", subject=f"Sv: Vägbulor [{other.number}]"))

    assert Message.objects.get(message_id="r1@x").contact.cases.get() == other


def test_another_clients_case_is_never_joined(arrive, case, energi):
    Case.objects.update(client=energi, customer=None)

    arrive(letter(message_id="<r1@x>", subject=case.number, In_Reply_To="<first@example.com>"))

    assert Case.objects.filter(client__code="exempelby").count() == 1


def test_a_reply_makes_an_answered_case_ours_again(arrive, answered, case):
    case.refresh_from_db()
    assert case.state == "waiting-for-customer"

    ours = f"<{answered.message.message_id}>"
    arrive(letter("Den är fortfarande trasig.", message_id="<r1@x>", In_Reply_To=ours), at=LATER)

    case.refresh_from_db()
    assert case.state == "waiting-for-us"


def test_a_reply_opens_a_closed_case_again(arrive, case, ada, gator):
    describe(case, by=ada, at=NOON, subject=gator, need_type="information")
    close(case, by=ada, at=NOON)

    arrive(letter("Nu igen!", message_id="<r1@x>", In_Reply_To="<first@example.com>"), at=LATER)

    case.refresh_from_db()
    assert (case.state, case.closed_at) == ("waiting-for-us", None)


def test_a_reply_long_after_the_end_begins_a_case_with_a_receipt(
    arrive, case, ada, admin, gator, exempelby
):
    kind = add_type(exempelby, "customer-service", by=admin, at=NOON)
    describe_type(kind, reopen_days=1, by=admin, at=NOON)
    describe(case, by=ada, at=NOON, subject=gator, need_type="information")
    close(case, by=ada, at=NOON)
    at = NOON + timedelta(days=2)
    receipts = Outgoing.objects.filter(purpose="receipt").count()

    arrive(letter("Nu igen!", message_id="<r1@x>", In_Reply_To="<first@example.com>"), at=at)

    made = Case.objects.exclude(pk=case.pk).get()
    assert Message.objects.get(message_id="r1@x").contact.cases.get() == made
    assert Outgoing.objects.filter(purpose="receipt").count() == receipts + 1
    case.refresh_from_db()
    assert case.is_closed


def test_an_answer_waits_for_the_mail_that_it_answers(mailbox, eva):
    from gensvar.channels.mail.actions import taking_in
    from gensvar.channels.mail.actions.arriving import Arrived, keep

    question, reply = (
        Arrived(mailbox=mailbox, content=content, how="smtp", received_at=NOON)
        for content in (letter(), letter(message_id="<r@x>", In_Reply_To="<first@example.com>"))
    )
    keep([question])
    keep([reply])
    slow = taking_in.claim(most=1, at=NOON)
    quick = taking_in.claim(most=1, at=NOON)

    taking_in.take_in([(quick[0], taking_in.read_raw(quick[0]))], at=NOON)
    assert not Case.objects.exists()
    taking_in.take_in([(slow[0], taking_in.read_raw(slow[0]))], at=NOON)
    again = taking_in.claim(most=1, at=NOON + timedelta(seconds=1))
    taking_in.take_in([(again[0], taking_in.read_raw(again[0]))], at=NOON)

    assert Case.objects.get().contacts.filter(direction="in").count() == 2
