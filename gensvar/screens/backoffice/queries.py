"""What a department has been asked, and one such question with all that was said before."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from gensvar.foundation.people.models import Agent
from gensvar.operations.cases.models import Case, CaseFile, Feedback, HandOver, Promise, State
from gensvar.operations.cases.queries.correspondence import mail_address
from gensvar.operations.cases.queries.deadlines import Told, told_deadline
from gensvar.operations.cases.queries.facts import given_facts
from gensvar.operations.cases.queries.promises import is_broken, promise_in_force
from gensvar.operations.cases.queries.updates import NextUpdate, update_in
from gensvar.operations.cases.rules import is_bounced
from gensvar.operations.contacts.models import Channel, Contact, Message, MessageFile
from gensvar.operations.customers.rules import shown_phone


@dataclass(frozen=True)
class Question:
    """A line in the list: what is asked, by whom, since when, and who has taken it."""

    number: str
    asked: str
    customer: str
    since: datetime
    group: str
    holder: str
    is_mine: bool
    due_at: datetime | None


@dataclass(frozen=True)
class FileShown:
    kind: str
    pk: int
    name: str
    size: int
    is_picture: bool
    at: datetime
    infection: str
    awaits_scan: bool


@dataclass(frozen=True)
class Entry:
    """Something said or done. `kind` is message-in, message-out, note, or a feedback's outcome."""

    kind: str
    at: datetime
    who: str
    text: str
    channel: str = ""
    # The version of the rule by which unanswered tries counted as feedback.
    rule: int | None = None


@dataclass(frozen=True)
class AnswerWay:
    """How a written answer reaches the customer: by mail, on the portal, or not at all."""

    channel: str
    address: str = ""


@dataclass(frozen=True)
class Phone:
    """A number as machines and as people write it."""

    value: str
    shown: str


@dataclass(frozen=True)
class Asked:
    """One question to the department, with what is needed to answer it."""

    case: Case
    hand_over: HandOver
    way: AnswerWay
    phones: tuple[Phone, ...]
    mails: tuple[str, ...]
    entries: tuple[Entry, ...]
    files: tuple[FileShown, ...]
    attempts: int
    deadline: Told | None
    # What the customer goes by, what is known, and how often the case has been handed over.
    promise: Promise | None
    is_promise_broken: bool
    update: NextUpdate | None
    facts: tuple[tuple[str, str], ...]

    @property
    def is_bounced(self) -> bool:
        return is_bounced(self.hand_over.hop)

    @property
    def is_waiting(self) -> bool:
        return bool(self.case.state == State.HANDED_OVER)


def questions_to(groups: Collection[int], agent: Agent) -> list[Question]:
    """Return the cases handed over to these groups and not yet answered, the oldest first."""
    cases = Case.objects.filter(group__in=groups, state=State.HANDED_OVER)
    newest = {
        handed.case_id: handed for handed in HandOver.objects.filter(case__in=cases).order_by("pk")
    }
    found = [
        _question(case, newest[case.pk], agent)
        for case in cases.select_related("customer", "agent", "group", "deadline")
        if case.pk in newest
    ]
    return sorted(found, key=lambda question: (question.since, question.number))


def asked_in(case: Case, *, at: datetime) -> Asked | None:
    """Return the question in a case that the caller may see; None if none was ever asked."""
    handed = case.hand_overs.select_related("by", "from_group", "to_group").order_by("-pk").first()
    if handed is None:
        return None
    # An address that is protected is never shown here, whoever asks.
    is_shown = case.customer is not None and not case.customer.protected
    known = case.customer.addresses.current() if case.customer and is_shown else None
    kinds = list(known.values_list("kind", "value")) if known is not None else []
    promise = promise_in_force(case)
    return Asked(
        case=case,
        hand_over=handed,
        way=way_of_answer(case),
        phones=tuple(Phone(value, shown_phone(value)) for kind, value in kinds if kind == "phone"),
        mails=tuple(value for kind, value in kinds if kind == "mail"),
        entries=tuple(sorted(_entries(case), key=lambda entry: entry.at)),
        files=tuple(sorted(_files(case), key=lambda file: file.at)),
        attempts=_attempts(handed),
        deadline=told_deadline(case, at=at) if case.state == State.HANDED_OVER else None,
        promise=promise,
        is_promise_broken=promise is not None and is_broken(promise, at=at),
        update=update_in(promise, at=at) if promise is not None else None,
        facts=tuple(given_facts(case)),
    )


def way_of_answer(case: Case) -> AnswerWay:
    """Return how a written answer reaches the customer: where they wrote from, or are known."""
    if case.customer is None:
        return AnswerWay(Channel.WEB if case.channel == Channel.WEB else "")
    address = mail_address(case)
    return AnswerWay(Channel.MAIL, address) if address else AnswerWay("")


def _question(case: Case, handed: HandOver, agent: Agent) -> Question:
    return Question(
        number=case.number,
        asked=handed.question,
        customer=case.customer.name if case.customer else "",
        since=handed.at,
        group=case.group.name if case.group else "",
        holder=case.agent.name if case.agent else "",
        is_mine=case.agent_id in {None, agent.pk},
        due_at=deadline.due_at if (deadline := getattr(case, "deadline", None)) else None,
    )


def _entries(case: Case) -> Iterator[Entry]:
    shown = ("answer", "closing")
    messages = Message.objects.filter(contact__cases=case).select_related(
        "contact", "author", "outgoing"
    )
    for message in messages:
        outgoing = getattr(message, "outgoing", None)
        if outgoing is None or outgoing.purpose in shown:
            yield Entry(
                kind=f"message-{message.direction}",
                at=message.at,
                who=message.author.name if message.author else message.sender_name,
                text=message.text,
                channel=message.contact.channel,
            )
    for call in Contact.objects.filter(cases=case, messages=None).select_related("agent"):
        who = call.agent.name if call.agent else ""
        yield Entry(f"contact-{call.direction}", call.started_at, who, call.summary, call.channel)
    for note in case.notes.select_related("by"):
        yield Entry("note", note.at, note.by.name, note.text)
    for given in Feedback.objects.filter(hand_over__case=case).select_related("by"):
        who, rule = given.by.name, given.rule_version
        yield Entry(given.outcome, given.at, who, given.summary, given.channel, rule)


def _files(case: Case) -> Iterator[FileShown]:
    for sent in MessageFile.objects.filter(message__contact__cases=case).select_related(
        "file", "message"
    ):
        yield _file("message", sent, sent.message.at)
    for added in CaseFile.objects.filter(case=case, removed_at=None).select_related("file"):
        yield _file("case", added, added.at)


def _file(kind: str, row: MessageFile | CaseFile, at: datetime) -> FileShown:
    file = row.file
    awaits_scan = bool(settings.CLAMD) and file.scanned_at is None
    is_picture = file.media_type.startswith("image/")
    return FileShown(kind, row.pk, row.name, file.size, is_picture, at, file.infection, awaits_scan)


def file_of(case: Case, kind: str, file_id: int) -> MessageFile | CaseFile | None:
    """Return a file of the case, if it is one."""
    if kind == "case":
        return CaseFile.objects.filter(case=case, pk=file_id, removed_at=None).first()
    return MessageFile.objects.filter(message__contact__cases=case, pk=file_id).first()


def _attempts(handed: HandOver) -> int:
    return handed.feedback.filter(outcome=Feedback.Outcome.NO_ANSWER).count()
