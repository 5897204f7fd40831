"""What a department does with a question it has been asked.

A handler reaches single cases only, while a contact with the customer and a case given back belong
to the client: the view has checked whose case it is, and for the act itself the reach is the
client's.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.files.actions import store_file
from gensvar.foundation.people.access import Reach, seeing_as
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.cases.actions import (
    NotHandedOver,
    Offer,
    accept,
    answer,
    assign,
    give_feedback,
    hand_over,
    join_contact,
    promise_answer,
    see,
    write_note,
)
from gensvar.operations.cases.models import Case, Feedback, HandOver, State
from gensvar.operations.contacts.actions import Enclosure, register_contact
from gensvar.operations.contacts.models import Direction
from gensvar.screens.backoffice.queries import way_of_answer


class NoWayToWrite(Refused):
    message = _("The customer has given no address to write to. Call instead.")


@action
def answer_in_writing(
    case: Case,
    text: str,
    *,
    files: Sequence[tuple[str, bytes]] = (),
    by: Agent,
    at: datetime,
) -> None:
    """Send the answer to the customer, and tell that the customer has got it."""
    with _as_client(case, by):
        case = _still_ours(case)
        way = way_of_answer(case)
        if not way.channel:
            raise NoWayToWrite
        answer(
            case,
            text,
            channel=way.channel,
            recipients=[way.address] if way.address else [],
            enclosures=[Enclosure(store_file(content, at=at), name) for name, content in files],
            by=by,
            at=at,
            next_state=case.state,
        )
        give_feedback(
            case,
            outcome=Feedback.Outcome.ANSWERED,
            channel=way.channel,
            summary=text,
            by=by,
            at=at,
        )


@action
def tell_of_contact(
    case: Case,
    *,
    outcome: str,
    channel: str,
    summary: str,
    reached_at: datetime,
    by: Agent,
    at: datetime,
    left_message: bool = False,
) -> None:
    """Write down that the customer was reached, when and how; or that nobody answered."""
    with _as_client(case, by):
        case = _still_ours(case)
        if outcome == Feedback.Outcome.ANSWERED:
            contact = register_contact(
                case.client,
                channel=channel,
                direction=Direction.OUT,
                customer=case.customer,
                agent=by,
                language=case.language,
                at=reached_at,
            )
            join_contact(case, contact, by=by, at=at)
        give_feedback(
            case,
            outcome=outcome,
            channel=channel,
            summary=summary,
            reached_at=reached_at,
            left_message=left_message and outcome == Feedback.Outcome.NO_ANSWER,
            by=by,
            at=at,
        )


@action
def give_back(case: Case, reason: str, *, by: Agent, at: datetime) -> None:
    """Let the front desk have the question again, and say why."""
    with _as_client(case, by):
        give_feedback(
            _still_ours(case),
            outcome=Feedback.Outcome.RETURNED,
            channel="",
            summary=reason,
            by=by,
            at=at,
        )


@action
def ask_front_desk(case: Case, text: str, *, by: Agent, at: datetime) -> None:
    """Ask those who handed the question over, in words that the customer never sees."""
    with _as_client(case, by):
        case = _still_ours(case)
        write_note(case, text, by=by, at=at)
        accept(case, by=by, at=at)


@action
def take(case: Case, *, by: Agent, at: datetime) -> None:
    """Make the question one's own, so that colleagues leave it."""
    with _as_client(case, by):
        case = _still_ours(case)
        assign(case, agent=by, group=case.group, by=by, at=at)
        accept(case, by=by, at=at)


@action
def ask_for_time(case: Case, offer: Offer, *, by: Agent, at: datetime) -> None:
    """Promise the customer a new day, and say why and what is done about it."""
    with _as_client(case, by):
        case = _still_ours(case)
        promise_answer(case, offer, by=by, at=at)
        accept(case, by=by, at=at)


@action
def pass_on(
    case: Case, *, to: Group, reason: str, again_because: str, by: Agent, at: datetime
) -> None:
    """Hand the question to another group, with the words it was asked in and why it goes there."""
    with _as_client(case, by):
        case = _still_ours(case)
        asked = case.hand_overs.order_by("-pk")[0]
        write_note(case, reason, by=by, at=at)
        hand_over(
            case,
            to=to,
            why=HandOver.Why.SHOULD_NOT,
            question=asked.question,
            again_because=again_because,
            by=by,
            at=at,
        )


def open_question(handed: HandOver, *, by: Agent, at: datetime) -> None:
    """Remember that somebody of the group has opened the question."""
    see(handed, by=by, at=at)


@contextmanager
def _as_client(case: Case, by: Agent) -> Iterator[None]:
    with seeing_as(Reach(clients=frozenset({case.client_id}), agent_id=by.pk)):
        yield


def _still_ours(case: Case) -> Case:
    """Return the case held, unless it has left the group since the page was drawn."""
    now = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    if now.state != State.HANDED_OVER or now.group_id != case.group_id:
        raise NotHandedOver
    return now
