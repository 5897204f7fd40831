"""Queues follow what happens to cases, presence follows who signs out; as jobs they see all."""

from django.utils.timezone import now

from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.events.reacting import reacts_to
from gensvar.foundation.people.events import SignedOut
from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.events import (
    CaseAssigned,
    CaseDescribed,
    CaseSnoozed,
    CaseWoken,
    ConfidentialityLifted,
    ContactJoined,
    MadeConfidential,
    StateChanged,
)
from gensvar.operations.routing import actions
from gensvar.operations.routing.events import QueueEnded, QueueSet


@reacts_to(CaseAssigned, with_record=True)
def leave_the_queue_when_taken(event: CaseAssigned, record_id: int) -> None:
    actions.follow_case(event.case_id, at=now())
    if event.agent_id is not None and event.agent_id == event.to_agent_id:
        by = Agent.objects.get(pk=event.agent_id)
        taken_at = EventRecord.objects.get(pk=record_id).at
        if now() - taken_at < actions.HEARD_TOO_LATE:
            actions.take_in_hand(event.case_id, by=by, at=taken_at)


@reacts_to(CaseDescribed)
def wait_where_the_subject_says(event: CaseDescribed) -> None:
    actions.follow_case(event.case_id, at=now())


@reacts_to(CaseSnoozed)
def rest_outside_the_queue(event: CaseSnoozed) -> None:
    actions.follow_case(event.case_id, at=now())


@reacts_to(CaseWoken)
def wait_again_after_a_rest(event: CaseWoken) -> None:
    actions.follow_case(event.case_id, at=now())


@reacts_to(ConfidentialityLifted)
def wait_when_anybody_may_read(event: ConfidentialityLifted) -> None:
    actions.follow_case(event.case_id, at=now())


@reacts_to(ContactJoined)
def wait_with_the_newest_contact(event: ContactJoined) -> None:
    actions.follow_case(event.case_id, at=now())


@reacts_to(MadeConfidential)
def leave_when_few_may_read(event: MadeConfidential) -> None:
    actions.follow_case(event.case_id, at=now())


@reacts_to(StateChanged)
def wait_when_it_is_our_turn(event: StateChanged) -> None:
    actions.follow_case(event.case_id, at=now())


@reacts_to(QueueSet)
def fill_the_queue(event: QueueSet) -> None:
    actions.follow_all(client_id=event.client_id, at=now())


@reacts_to(QueueEnded)
def use_another_queue(event: QueueEnded) -> None:
    actions.follow_all(client_id=event.client_id, at=now())


@reacts_to(SignedOut, with_record=True)
def leave_the_seat(event: SignedOut, record_id: int) -> None:
    actions.sign_out(event.agent_id, record_id=record_id, at=now())
