"""What a customer does with a case of their own, once they have shown its code."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.people.access import Reach, seeing_as
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions import Followed, join_contact, reopen
from gensvar.operations.cases.actions.participating import (
    add_participant,
    end_participant,
    leave_case,
    send_code_anew,
)
from gensvar.operations.cases.models import Case, Participant
from gensvar.operations.cases.queries.correspondence import own_letters
from gensvar.operations.cases.rules import written_number
from gensvar.operations.contacts.actions import Attached, Said, record_message, register_contact
from gensvar.operations.contacts.models import Channel, Direction
from gensvar.screens.portal.actions.sending import count_sending
from gensvar.screens.portal.rules import (
    MOST_CODES_FOR_NUMBER,
    MOST_CODES_FROM_SENDER,
    MOST_PARTICIPANTS_ADDED,
)


class MayOnlyRead(Refused):
    message = _("You may read this case, and not write in it.")
    status = 403


class TooManyAdded(Refused):
    message = _("Many codes have been sent in the last hour. Wait a while and try again then.")
    status = 429


class NobodyOfThatName(Refused):
    message = _("They follow the case no longer. Add them anew to send a new code.")


@action
def add_words(
    followed: Followed, text: str, *, files: Sequence[Attached] = (), at: datetime
) -> None:
    """Let the customer say more in the case; a finished one is taken up again."""
    # The code opens one case to read; a new contact is the client's row, so for this its reach.
    with seeing_as(Reach(clients=frozenset({followed.client_id}))):
        case = Case.objects.select_related("client", "customer").get(pk=followed.case_id)
        participant = _writer(followed, at=at)
        contact = register_contact(
            case.client,
            channel=Channel.WEB,
            direction=Direction.IN,
            customer=None if participant else case.customer,
            language=case.language,
            at=at,
        )
        # The reply goes to where it went before.
        earlier = own_letters(case).first()
        said = Said(
            text=text,
            sender_name=earlier.sender_name if earlier else "",
            sender_address=earlier.sender_address if earlier else "",
        )
        if participant is not None:
            # Without an address: no answer to the customer goes where somebody else reads.
            said = Said(text=text, sender_name=participant.name)
        record_message(contact, said, files=files, at=at)
        join_contact(case, contact, by=None, at=at)


@action
def ask_again(followed: Followed, text: str, *, at: datetime) -> None:
    """Take up a finished case since it did not solve the customer's need, with or without words."""
    if text:
        add_words(followed, text, at=at)
        return
    with seeing_as(Reach(case_id=followed.case_id)):
        _writer(followed, at=at)
        case = Case.objects.get(pk=followed.case_id)
        if case.is_closed:
            reopen(case, by=None, at=at, reason="not-solved")


def _writer(followed: Followed, *, at: datetime) -> Participant | None:
    """Return the participant who writes, if it is not the customer; refuse who may only read."""
    if followed.participant_id is None:
        return None
    in_force = Participant.objects.in_force(at=at).filter(case=followed.case_id)
    participant = in_force.filter(pk=followed.participant_id).first()
    if participant is None or not participant.may_write:
        raise MayOnlyRead
    return participant


@action
def let_follow(
    followed: Followed, *, name: str, address: str, right: str, until: date, at: datetime
) -> None:
    """Let the customer show the case to somebody else; a code is sent to them."""
    with seeing_as(Reach(clients=frozenset({followed.client_id}))):
        case = Case.objects.get(pk=followed.case_id)
        add_participant(case, name=name, address=address, right=right, until=until, by=None, at=at)
        if not count_sending({f"participants of {case.pk}": MOST_PARTICIPANTS_ADDED}, at=at):
            raise TooManyAdded


@action
def end_following(followed: Followed, participant_id: int, *, at: datetime) -> None:
    """Let the customer show the case to somebody no longer."""
    with seeing_as(Reach(clients=frozenset({followed.client_id}))):
        found = Participant.objects.filter(pk=participant_id, case=followed.case_id).first()
        if found is not None:
            end_participant(found, by=None, at=at)


@action
def send_code_again(followed: Followed, participant_id: int, *, at: datetime) -> str:
    """Send the code again to who has lost it, and return their name."""
    with seeing_as(Reach(clients=frozenset({followed.client_id}))):
        found = Participant.objects.filter(pk=participant_id, case=followed.case_id).first()
        if found is None:
            raise NobodyOfThatName
        send_code_anew(found, by=None, at=at)
        if not count_sending({f"participants of {found.case_id}": MOST_PARTICIPANTS_ADDED}, at=at):
            raise TooManyAdded
        return found.name


@action
def stop_following(followed: Followed, *, at: datetime) -> None:
    """Let a participant be rid of a case that they do not want to follow."""
    with seeing_as(Reach(clients=frozenset({followed.client_id}))):
        here = Participant.objects.filter(case=followed.case_id)
        if (found := here.filter(pk=followed.participant_id or 0).first()) is not None:
            leave_case(found, at=at)


def request_code(number: str, *, sender: str, at: datetime) -> str | None:
    """Return the number whose code may be sent by mail; None where it has been asked for enough.

    Whether the number exists is found out by the job, so that the answer takes the same time.
    """
    number = written_number(number)
    limits = {
        f"code for {number}": MOST_CODES_FOR_NUMBER,
        f"codes to {sender}": MOST_CODES_FROM_SENDER,
    }
    return number if count_sending(limits, at=at) else None
