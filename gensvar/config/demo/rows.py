"""One past case, written as rows of each table, in the text form that COPY takes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from gensvar.config.demo import words
from gensvar.config.demo.copying import text
from gensvar.config.demo.past import Story, stamp

NULL = "\\N"


@dataclass(frozen=True)
class Ids:
    """What the rows refer to, by the places that a story knows."""

    client: int
    subjects: Sequence[int]
    groups: Sequence[int]
    # The access list of what is confidential.
    access: Sequence[int | None]
    handlers: Sequence[int]
    agents: Sequence[int]
    front: int
    first_customer: int

    def customer(self, story: Story) -> str:
        return NULL if story.customer < 0 else str(self.first_customer + story.customer)


@dataclass(frozen=True)
class Table:
    """A table to fill: its columns, and how a story becomes its rows."""

    name: str
    columns: tuple[str, ...]
    rows: Callable[[Story, Ids], Iterator[str]]


def _number(story: Story) -> str:
    return f"26-{story.place + 1:06d}"


def _case(s: Story, ids: Ids) -> Iterator[str]:
    agent = NULL if s.is_handed_over else ids.agents[s.agent]
    group = ids.groups[s.topic] if s.is_handed_over else ids.front
    opened, closed = stamp(s.opened), stamp(s.closed)
    yield (
        f"{s.place + 1}\t{ids.client}\t{_number(s)}\t{s.title}\t{ids.customer(s)}\t"
        f"{ids.subjects[s.topic]}\t{s.need}\t{s.channel}\tsv\t{opened}\t{closed}\tclosed\t{closed}\t"
        f"{agent}\t{group}\t1\t{ids.access[s.topic] or NULL}"
    )


def _contact(s: Story, ids: Ids) -> Iterator[str]:
    summary = words.ANSWERS[int(s.pick * len(words.ANSWERS))] if s.channel == "phone" else ""
    yield (
        f"{s.place + 1}\t{ids.client}\t{s.channel}\tin\t{ids.customer(s)}\t{ids.agents[s.agent]}\t"
        f"sv\t{stamp(s.opened)}\t{stamp(s.answered)}\t{stamp(s.ended)}\t{summary}\t"
        f"{'t' if ids.access[s.topic] else 'f'}"
    )


def _case_contact(s: Story, ids: Ids) -> Iterator[str]:
    yield f"{s.place + 1}\t{s.place + 1}\t{ids.client}"


def _message(s: Story, ids: Ids) -> Iterator[str]:
    if s.channel in {"mail", "web", "letter"}:
        words_said = (
            f"Hej! {s.title}. Jag skulle vilja ha svar på hur det fungerar. Tack på förhand."
        )
        yield (
            f"{s.place + 1}\t{ids.client}\tin\t{stamp(s.opened)}\t\t\t[]\t[]\t{s.title}\t"
            f"{text(words_said)}\t\t\t\t\t[]\t"
        )


def _states(s: Story, ids: Ids) -> Iterator[str]:
    agent = ids.agents[s.agent]
    yield f"{s.place + 1}\t{ids.client}\twaiting-for-us\t{stamp(s.opened)}\t{NULL}\t"
    if s.is_handed_over:
        yield f"{s.place + 1}\t{ids.client}\thanded-over\t{stamp(s.ended)}\t{agent}\t"
        agent = ids.handlers[s.topic]
    yield f"{s.place + 1}\t{ids.client}\tclosed\t{stamp(s.closed)}\t{agent}\t"


def _assignments(s: Story, ids: Ids) -> Iterator[str]:
    agent = ids.agents[s.agent]
    yield f"{s.place + 1}\t{ids.client}\t{agent}\t{ids.front}\t{stamp(s.answered)}\t{agent}"
    if s.is_handed_over:
        group = ids.groups[s.topic]
        yield f"{s.place + 1}\t{ids.client}\t{NULL}\t{group}\t{stamp(s.ended)}\t{agent}"


def _why(s: Story) -> str:
    """“Cannot” and “should not” in the proportion of the source's example (2 210 of 3 600)."""
    return "cannot" if s.pick < 0.614 else "should-not"


def _hand_over(s: Story, ids: Ids) -> Iterator[str]:
    if s.is_handed_over:
        question = words.QUESTIONS[int(s.pick * len(words.QUESTIONS))]
        yield (
            f"{s.place + 1}\t{s.place + 1}\t{ids.client}\t{ids.front}\t{ids.groups[s.topic]}\t"
            f"{_why(s)}\t{question}\t{ids.agents[s.agent]}\t{stamp(s.ended)}"
        )


def _feedback(s: Story, ids: Ids) -> Iterator[str]:
    if s.is_handed_over:
        summary = words.FEEDBACK[int(s.pick * len(words.FEEDBACK))]
        channel = "phone" if s.pick < 0.8 else "mail"
        yield (
            f"{s.place + 1}\t{s.place + 1}\t{ids.client}\tanswered\t{channel}\t{summary}\t"
            f"{ids.handlers[s.topic]}\t{stamp(s.closed)}"
        )


def _events(s: Story, ids: Ids) -> Iterator[str]:
    number, client, agent = s.place + 1, ids.client, ids.agents[s.agent]
    customer = ids.customer(s)
    known = "null" if customer == NULL else customer
    opened, closed = stamp(s.opened), stamp(s.closed)
    yield (
        f"contacts.contact-registered\t{opened}\t{client}\t{agent}\t{NULL}\t{number}\t{customer}\t"
        f'{{"contact_id": {number}, "client_id": {client}, "customer_id": {known}, '
        f'"channel": "{s.channel}", "direction": "in", "agent_id": {agent}{_measured(s)}}}'
    )
    yield (
        f"cases.case-opened\t{opened}\t{client}\t{agent}\t{number}\t{number}\t{customer}\t"
        f'{{"case_id": {number}, "client_id": {client}, "agent_id": {agent}, '
        f'"channel": "{s.channel}", "customer_id": {known}, "contact_id": {number}}}'
    )
    stood = "waiting-for-us"
    closer = agent
    if s.is_handed_over:
        closer = ids.handlers[s.topic]
        yield _state(s, ids, stood, stood := "handed-over", at=stamp(s.ended), by=agent)
        yield (
            f"cases.case-handed-over\t{stamp(s.ended)}\t{client}\t{agent}\t{number}\t"
            f"{NULL}\t{NULL}\t"
            f'{{"case_id": {number}, "client_id": {client}, "agent_id": {agent}, '
            f'"hand_over_id": {number}, "to_group_id": {ids.groups[s.topic]}, "why": "{_why(s)}"}}'
        )
        yield (
            f"cases.feedback-given\t{closed}\t{client}\t{closer}\t{number}\t{NULL}\t{NULL}\t"
            f'{{"case_id": {number}, "client_id": {client}, "agent_id": {closer}, '
            f'"hand_over_id": {number}, "feedback_id": {number}, "outcome": "answered"}}'
        )
    yield _state(s, ids, stood, "closed", at=closed, by=closer)
    yield (
        f"cases.case-closed\t{closed}\t{client}\t{closer}\t{number}\t{NULL}\t{NULL}\t"
        f'{{"case_id": {number}, "client_id": {client}, "agent_id": {closer}}}'
    )


def _state(s: Story, ids: Ids, old: str, new: str, *, at: str, by: int) -> str:
    number, client = s.place + 1, ids.client
    return (
        f"cases.state-changed\t{at}\t{client}\t{by}\t{number}\t{NULL}\t{NULL}\t"
        f'{{"case_id": {number}, "client_id": {client}, "agent_id": {by}, '
        f'"old": "{old}", "new": "{new}"}}'
    )


def _measured(s: Story) -> str:
    """Tell of a call how long it waited and lasted, as the switchboard of the time measured it."""
    if s.channel != "phone":
        return ""
    answered = int(s.answered)
    waited, talked = answered - int(s.opened), int(s.ended) - answered
    return f', "waited_seconds": {waited}, "talked_seconds": {talked}'


def _columns(names: str) -> tuple[str, ...]:
    return tuple(names.split())


TABLES: Final = (
    Table(
        "cases_case",
        _columns(
            "id client_id number title customer_id subject_id need_type channel language opened_at "
            "closed_at state state_since agent_id group_id code_version access_id"
        ),
        _case,
    ),
    Table(
        "contacts_contact",
        _columns(
            "id client_id channel direction customer_id agent_id language started_at answered_at "
            "ended_at summary secret"
        ),
        _contact,
    ),
    Table("cases_casecontact", _columns("case_id contact_id client_id"), _case_contact),
    Table(
        "contacts_message",
        _columns(
            "contact_id client_id direction at sender_name sender_address recipients copies "
            "subject text quoted signature html automatic problems message_id"
        ),
        _message,
    ),
    Table("cases_casestate", _columns("case_id client_id state since by_id reason"), _states),
    Table(
        "cases_assignment",
        _columns("case_id client_id agent_id group_id since by_id"),
        _assignments,
    ),
    Table(
        "cases_handover",
        _columns("id case_id client_id from_group_id to_group_id why question by_id at"),
        _hand_over,
    ),
    Table(
        "cases_feedback",
        _columns("id hand_over_id client_id outcome channel summary by_id at"),
        _feedback,
    ),
    Table(
        "events_eventrecord",
        _columns("name at client_id agent_id case_id contact_id customer_id payload"),
        _events,
    ),
)
