from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.timezone import now
from django.utils.translation import gettext as _
from ninja import Status

from gensvar.foundation.files.actions import uploads_of
from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import AgentRequest, Reach, requires, seeing_as
from gensvar.operations.cases.actions import (
    Offer,
    answer,
    assign,
    change_state,
    give_feedback,
    hand_over,
    join_contact,
    promise_answer,
    reopen,
    tag,
    untag,
    write_note,
)
from gensvar.operations.cases.api.finding import found_case, found_group, found_holder, with_zone
from gensvar.operations.cases.api.routes import router
from gensvar.operations.cases.api.schemas import (
    AnswerIn,
    AssignmentIn,
    CaseOut,
    ContactRef,
    FeedbackIn,
    FeedbackOut,
    HandOverIn,
    HandOverOut,
    NoteIn,
    NoteOut,
    PromiseIn,
    PromiseOut,
    ReasonIn,
    StateIn,
    TagIn,
)
from gensvar.operations.cases.api.writing import whole
from gensvar.operations.cases.models import Case, RequiredFact
from gensvar.operations.cases.queries.facts import missing_facts
from gensvar.operations.contacts.actions import Enclosure
from gensvar.operations.contacts.api.messages import whole_messages
from gensvar.operations.contacts.api.schemas import MessageOut
from gensvar.operations.contacts.models import Contact, Message
from gensvar.operations.customers.rules import normal_mail


@router.post("/{case}/notes", response={201: NoteOut}, summary="Note something for colleagues")
@requires("cases.write")
def create_note(request: AgentRequest, case: str, body: NoteIn) -> Any:
    return Status(201, write_note(found_case(case), body.text, by=request.user, at=now()))


@router.post("/{case}/messages", response={201: MessageOut}, summary="Answer the customer")
@requires("cases.answer")
def create_answer(request: AgentRequest, case: str, body: AnswerIn) -> Any:
    found, at = found_case(case), now()
    for name in ("recipients", "copies"):
        for place, address in enumerate(getattr(body, name)):
            if body.channel == "mail" and normal_mail(address) is None:
                raise invalid(f"#/{name}/{place}", _("This is not a mail address."))
    answered = None
    if body.in_reply_to is not None:
        in_case = Message.objects.filter(contact__cases=found)
        if (answered := in_case.filter(pk=body.in_reply_to).first()) is None:
            raise invalid("#/in_reply_to", _("The case has no such message."))
    uploads = uploads_of(request.user, body.attachments, at=at)
    outgoing = answer(
        found,
        body.text,
        channel=body.channel,
        subject=body.subject,
        recipients=body.recipients,
        copies=body.copies,
        enclosures=[Enclosure(file=upload.file, name=upload.name) for upload in uploads],
        in_reply_to=answered,
        next_state=body.next_state,
        leaves_at=with_zone(body.leaves_at, "#/leaves_at") if body.leaves_at else None,
        by=request.user,
        at=at,
    )
    return Status(201, whole_messages().get(pk=outgoing.message_id))


@router.post("/{case}/state", response=CaseOut, summary="Say whose turn it is")
@requires("cases.write")
def create_state(request: AgentRequest, case: str, body: StateIn) -> Any:
    found = found_case(case)
    closes = body.state == "closed"
    if closes and not request.identity.may("cases.close", client_id=found.client_id):
        raise PermissionDenied("cases.close")
    change_state(found, body.state, reason=body.reason, by=request.user, at=now())
    return whole(found)


@router.post("/{case}/reopening", response=CaseOut, summary="Take up a finished case again")
@requires("cases.write")
def create_reopening(request: AgentRequest, case: str, body: ReasonIn | None = None) -> Any:
    found = found_case(case)
    reopen(found, reason=body.reason if body else "", by=request.user, at=now())
    return whole(found)


@router.post("/{case}/assignment", response=CaseOut, summary="Make a case somebody's")
@requires("cases.write")
def create_assignment(request: AgentRequest, case: str, body: AssignmentIn) -> Any:
    found, at = found_case(case), now()
    agent = found_holder(request, found.client, body.agent_id, at=at)
    group = found_group(found.client, body.group, pointer="#/group")
    assign(found, agent=agent, group=group, by=request.user, at=at)
    return whole(found)


@router.post("/{case}/hand-overs", response={201: HandOverOut}, summary="Ask a department")
@requires("cases.hand_over")
def create_hand_over(request: AgentRequest, case: str, body: HandOverIn) -> Any:
    found = found_case(case)
    group = found_group(found.client, body.to_group, pointer="#/to_group")
    if group is None:
        raise invalid("#/to_group", _("Say which group."))
    facts = {fact.pk: body.facts[fact.label] for fact in _facts_named(found, body.facts)}
    handed = hand_over(
        found,
        to=group,
        why=body.why,
        question=body.question,
        facts=facts,
        again_because=body.again_because,
        offer=Offer(due_on=body.due_on, update_days=body.update_days),
        by=request.user,
        at=now(),
    )
    return Status(201, handed)


def _facts_named(found: Case, given: Mapping[str, str]) -> list[RequiredFact]:
    missing = missing_facts(found)
    if unknown := given.keys() - {fact.label for fact in missing}:
        raise invalid(
            f"#/facts/{min(unknown)}", _("The subject asks for no such fact, or has it already.")
        )
    return [fact for fact in missing if fact.label in given]


@router.post("/{case}/promises", response={201: PromiseOut}, summary="Promise an answer")
@requires("cases.answer")
def create_promise(request: AgentRequest, case: str, body: PromiseIn) -> Any:
    offer = Offer(body.due_on, body.update_days, body.reason, body.plan)
    return Status(201, promise_answer(found_case(case), offer, by=request.user, at=now()))


@router.post("/{case}/feedback", response={201: FeedbackOut}, summary="Tell what became of it")
@requires("cases.give_feedback")
def create_feedback(request: AgentRequest, case: str, body: FeedbackIn) -> Any:
    found = found_case(case)
    # A case given back leaves the group, and with it what a handler may write.
    with seeing_as(Reach(clients=frozenset({found.client_id}), agent_id=request.user.pk)):
        given = give_feedback(
            found,
            outcome=body.outcome,
            channel=body.channel or "",
            summary=body.summary,
            left_message=body.left_message,
            by=request.user,
            at=now(),
        )
    return Status(201, given)


@router.post("/{case}/contacts", response=CaseOut, summary="Put one more contact with a case")
@requires("cases.write")
def create_case_contact(request: AgentRequest, case: str, body: ContactRef) -> Any:
    found = found_case(case)
    contact = Contact.objects.filter(pk=body.contact_id, client=found.client_id).first()
    if contact is None:
        raise invalid("#/contact_id", _("This client has no such contact."))
    return whole(join_contact(found, contact, by=request.user, at=now()))


@router.post("/{case}/tags", response={201: CaseOut}, summary="Put a word on a case")
@requires("cases.write")
def create_tag(request: AgentRequest, case: str, body: TagIn) -> Any:
    if not body.name.strip():
        raise invalid("#/name", _("The word is empty."))
    found = found_case(case)
    tag(found, body.name, by=request.user, at=now())
    return Status(201, whole(found))


@router.delete("/{case}/tags/{name}", response=CaseOut, summary="Take a word off a case")
@requires("cases.write")
def delete_tag(request: AgentRequest, case: str, name: str) -> Any:
    found = found_case(case)
    label = found.tags.filter(name=name).first()
    if label is None:
        raise Http404
    untag(found, label, by=request.user, at=now())
    return whole(found)
