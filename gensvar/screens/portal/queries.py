"""A case as its customer sees it: what was said and done, never what colleagues say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.people.models import Membership
from gensvar.operations.cases.models import (
    Case,
    Feedback,
    HandOver,
    Participant,
    Promise,
    PromiseEnd,
    State,
)
from gensvar.operations.cases.queries.correspondence import own_letters
from gensvar.operations.cases.queries.promises import is_broken, promise_in_force
from gensvar.operations.contacts.models import (
    Channel,
    Contact,
    Direction,
    Message,
    MessageFile,
    Outgoing,
)

# What we send and the customer shall find again; a receipt is the page itself.
SHOWN_PURPOSES = ("answer", "closing")


@dataclass(frozen=True)
class FileShown:
    pk: int
    name: str
    size: int


@dataclass(frozen=True)
class Step:
    """Something that happened. `kind` says what, the page says it in words.

    `who` is a first name and `place` a group: that much of us is shown to customers.
    """

    kind: str
    at: datetime
    who: str = ""
    place: str = ""
    text: str = ""
    files: tuple[FileShown, ...] = ()


@dataclass(frozen=True)
class CaseShown:
    client: Client
    number: str
    title: str
    state: str
    subject: str
    place: str
    who: str
    opened_at: datetime
    closed_at: datetime | None
    answered_by: str
    steps: tuple[Step, ...]
    # What holds now, in the words the customer was given; empty where nothing does.
    promise: str
    is_promise_broken: bool

    @property
    def is_closed(self) -> bool:
        return self.state == State.CLOSED


def case_shown(case_id: int, *, at: datetime) -> CaseShown:
    """Return a case for its customer; the caller sees with the reach of that case."""
    case = Case.objects.select_related("client", "customer", "subject", "group", "agent").get(
        pk=case_id
    )
    steps = sorted(
        [
            *_words(case, at=at),
            *_calls(case),
            *_hand_overs(case),
            *_reached(case),
            *_states(case),
            *_promises(case),
        ],
        key=lambda step: step.at,
    )
    promise = promise_in_force(case)
    return CaseShown(
        client=case.client,
        number=case.number,
        title=case.title,
        state=_state(case, at=at),
        subject=case.subject.name if case.subject else "",
        place=case.group.name if case.group else "",
        who=case.agent.first_name if case.agent else "",
        opened_at=case.opened_at,
        closed_at=case.closed_at,
        answered_by=_way_of_answer(case),
        steps=tuple(steps),
        promise="" if promise is None or case.is_closed else promise.words,
        is_promise_broken=promise is not None and is_broken(promise, at=at),
    )


def _state(case: Case, *, at: datetime) -> str:
    """Return whose turn it is; an answer that may still be taken back has not been given."""
    may_be_undone = (
        Outgoing.objects.filter(message__contact__cases=case, purpose__in=SHOWN_PURPOSES)
        # `not_before` of one that is being sent, or has been, is the sender's own.
        .filter(state=Outgoing.State.QUEUED, not_before__gt=at)
    )
    if case.state == State.WAITING_FOR_CUSTOMER and may_be_undone.exists():
        return State.WAITING_FOR_US
    return case.state


def file_shown(case_id: int, file_id: int, *, at: datetime) -> MessageFile | None:
    """Return a file of a message that the customer may see; the caller has the case's reach."""
    case = Case.objects.select_related("customer").get(pk=case_id)
    file = MessageFile.objects.select_related("file").filter(pk=file_id)
    return file.filter(message__in=_shown_messages(case, at=at)).first()


def _shown_messages(case: Case, *, at: datetime) -> list[Message]:
    """Return the customer's own words and our answers to them; nothing to or from others."""
    # A contact of nobody on the portal is the writer of the question, before anybody knew who.
    theirs = Q(contact__customer=case.customer) | Q(
        contact__customer=None, contact__channel=Channel.WEB
    )
    for one in case.participants.filter(right=Participant.Right.REPLY).exclude(address=""):
        ends_at = min(one.ended_at or one.until, one.until)
        theirs |= Q(
            direction=Direction.IN,
            sender_address__iexact=one.address,
            at__gte=one.since,
            at__lt=ends_at,
        )
    messages = (
        Message.objects.filter(theirs, contact__cases=case, automatic="")
        .filter(Q(direction=Direction.IN) | Q(outgoing__purpose__in=SHOWN_PURPOSES))
        .exclude(outgoing__state=Outgoing.State.CANCELLED)
        .exclude(outgoing__state=Outgoing.State.QUEUED, outgoing__not_before__gt=at)
        .select_related("contact", "author", "outgoing")
        .prefetch_related("files__file")
        .order_by("at", "pk")
    )
    ours = _own_addresses(case)
    return [message for message in messages if _is_for_customer(message, ours)]


def _is_for_customer(message: Message, addresses: set[str]) -> bool:
    if message.direction == Direction.IN or message.contact.channel == Channel.WEB:
        return True
    return any(to.lower() in addresses for to in message.recipients)


def _own_addresses(case: Case) -> set[str]:
    if case.customer is None:
        return set()
    known = case.customer.addresses.values_list("value", flat=True)
    written = own_letters(case).values_list("sender_address", flat=True)
    return {address.lower() for address in (*known, *written)}


def _words(case: Case, *, at: datetime) -> Iterator[Step]:
    messages = _shown_messages(case, at=at)
    places = _places(case, [message.author_id for message in messages if message.author_id])
    others = list(case.participants.all())
    for message in messages:
        other = _other_who_wrote(message, case, others)
        is_theirs = message.direction == Direction.IN
        kind = f"wrote-{message.contact.channel}" if is_theirs else "answered"
        yield Step(
            kind=kind if other is None else f"other-{message.contact.channel}",
            at=message.at,
            who=other or (message.author.first_name if message.author else ""),
            place=places.get(message.author_id or 0, ""),
            text=message.text,
            files=tuple(_files(message)),
        )


def _other_who_wrote(message: Message, case: Case, others: Sequence[Participant]) -> str | None:
    """Return the name of the participant who wrote this, if it was one.

    Here they write under their name, without address; elsewhere from the address that we know.
    """
    if message.direction != Direction.IN:
        return None
    if message.contact.channel == Channel.WEB:
        named = {one.name for one in others}
        is_by_other = not message.sender_address and message.sender_name in named
        return message.sender_name if is_by_other else None
    if case.customer_id and message.contact.customer_id == case.customer_id:
        return None
    address = message.sender_address.lower()
    return next((one.name for one in others if address and one.address == address), None)


def _files(message: Message) -> Iterator[FileShown]:
    for file in message.files.all():
        yield FileShown(pk=file.pk, name=file.name, size=file.file.size)


def _calls(case: Case) -> Iterator[Step]:
    spoken = (Channel.PHONE, Channel.VISIT, Channel.LETTER)
    for contact in Contact.objects.filter(cases=case, channel__in=spoken).select_related("agent"):
        if contact.messages.exists():
            continue
        yield Step(
            kind=f"{contact.channel}-{contact.direction}",
            at=contact.started_at,
            who=contact.agent.first_name if contact.agent else "",
        )


def _hand_overs(case: Case) -> Iterator[Step]:
    for handed in HandOver.objects.filter(case=case).select_related("to_group"):
        yield Step(kind="handed-over", at=handed.at, place=handed.to_group.name)


def _reached(case: Case) -> Iterator[Step]:
    """Yield the tries that reached nobody: the customer learns that somebody rang."""
    tried = Feedback.objects.filter(hand_over__case=case, outcome=Feedback.Outcome.NO_ANSWER)
    for feedback in tried.select_related("by", "hand_over__to_group"):
        yield Step(
            kind="tried",
            at=feedback.reached_at or feedback.at,
            who=feedback.by.first_name,
            place=feedback.hand_over.to_group.name,
        )


def _promises(case: Case) -> Iterator[Step]:
    """Yield each promise as it was given, and each that was broken."""
    for promise in Promise.objects.filter(case=case).select_related("group", "end"):
        place = promise.group.name if promise.group else ""
        yield Step(kind="promised", at=promise.at, place=place, text=promise.words)
        end = getattr(promise, "end", None)
        if end is not None and end.outcome == PromiseEnd.Outcome.BROKEN:
            yield Step(kind="promise-broken", at=end.at, place=place)


def _states(case: Case) -> Iterator[Step]:
    was_closed = False
    for row in case.states.order_by("since", "pk"):
        if row.state == State.CLOSED:
            yield Step(kind="closed", at=row.since)
        elif was_closed:
            yield Step(kind="reopened", at=row.since)
        was_closed = row.state == State.CLOSED


def _places(case: Case, agents: Sequence[int]) -> dict[int, str]:
    """Return the group that each of these agents speaks for."""
    belonging = Membership.objects.filter(
        agent__in=agents, until=None, group__client=case.client_id
    ).select_related("group")
    return {row.agent_id: row.group.name for row in belonging.order_by("-pk")}


def _way_of_answer(case: Case) -> str:
    """Return how the customer is answered: mail, phone, or here with the code."""
    if case.customer is None:
        return "code"
    kinds = set(case.customer.addresses.current().values_list("kind", flat=True))
    return next((kind for kind in ("mail", "phone") if kind in kinds), "code")
