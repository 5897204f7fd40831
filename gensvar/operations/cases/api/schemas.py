from datetime import datetime
from typing import Literal
from uuid import UUID

from django.utils.timezone import now
from ninja import Schema
from pydantic import Field

from gensvar.foundation.integrations.paging import Page
from gensvar.foundation.integrations.parameters import Body, Date, Id, Line, Moment, Text
from gensvar.operations.cases.models import (
    Case,
    CaseFile,
    Feedback,
    HandOver,
    NeedType,
    Note,
    Promise,
    State,
)
from gensvar.operations.cases.queries.columns import values_of
from gensvar.operations.cases.queries.updates import update_in
from gensvar.operations.casetypes.rules import Value
from gensvar.operations.contacts.models import Channel
from gensvar.operations.customers.api import CustomerRef, CustomerShort


class SubjectShort(Schema):
    id: int
    name: str


class CaseOut(Schema):
    id: int
    number: str = Field(examples=["26-000123"])
    client: str = Field(description="The client's code.")
    title: str
    state: State
    state_since: datetime
    subject: SubjectShort | None
    need_type: str = Field(description="Empty until it is known.")
    type: str | None = Field(
        description="The code of its case type, chosen or its subject's; null: the default one."
    )
    stage: str = Field(description="The stage it was moved to; empty: the first of its state.")
    fields: dict[str, str | int | float | bool] = Field(description="What is filled in, by key.")
    channel: Channel
    language: str
    customer: CustomerShort | None
    agent: str | None
    agent_id: int | None
    group: str | None = Field(description="The group's code.")
    tags: list[str]
    rests_until: datetime | None = Field(description="The case is left alone until then.")
    merged_into: str | None = Field(description="The number of the case that this is part of.")
    opened_at: datetime
    closed_at: datetime | None

    @staticmethod
    def resolve_rests_until(case: Case) -> datetime | None:
        return getattr(case, "rests_until", None)

    @staticmethod
    def resolve_merged_into(case: Case) -> str | None:
        return getattr(case, "merged_number", None)

    @staticmethod
    def resolve_client(case: Case) -> str:
        return case.client.code

    @staticmethod
    def resolve_type(case: Case) -> str | None:
        of_subject = case.subject.case_type if case.subject else None
        held = case.type or of_subject
        return held.code if held else None

    @staticmethod
    def resolve_fields(case: Case) -> dict[str, Value]:
        return values_of(case)

    @staticmethod
    def resolve_agent(case: Case) -> str | None:
        return case.agent.name if case.agent else None

    @staticmethod
    def resolve_group(case: Case) -> str | None:
        return case.group.code if case.group else None

    @staticmethod
    def resolve_tags(case: Case) -> list[str]:
        return [tag.name for tag in case.tags.all()]


class CasePage(Page[CaseOut]):
    pass


class NoteOut(Schema):
    id: int
    text: str
    by: str
    at: datetime

    @staticmethod
    def resolve_by(note: Note) -> str:
        return note.by.name


class FeedbackOut(Schema):
    id: int
    outcome: str
    channel: str
    summary: str
    left_message: bool
    rule_version: int | None = Field(description="The rule by which tries counted as feedback.")
    by: str
    at: datetime

    @staticmethod
    def resolve_by(given: Feedback) -> str:
        return given.by.name


class HandOverOut(Schema):
    id: int
    to_group: str
    why: str
    question: str
    hop: int = Field(description="The first, second … hand-over of the case.")
    again_because: str
    responsible: str | None = Field(description="Whoever held or answered for it when made.")
    accepted_at: datetime | None
    by: str
    at: datetime
    feedback: list[FeedbackOut]

    @staticmethod
    def resolve_responsible(handed: HandOver) -> str | None:
        agent = handed.case.agent or handed.to_group.manager
        return agent.name if agent else None

    @staticmethod
    def resolve_accepted_at(handed: HandOver) -> datetime | None:
        acceptance = getattr(handed, "acceptance", None)
        return acceptance.at if acceptance else None

    @staticmethod
    def resolve_to_group(handed: HandOver) -> str:
        return handed.to_group.code

    @staticmethod
    def resolve_by(handed: HandOver) -> str:
        return handed.by.name


class CaseFileOut(Schema):
    id: int
    name: str
    size: int
    type: str
    at: datetime
    url: str

    @staticmethod
    def resolve_size(added: CaseFile) -> int:
        return added.file.size

    @staticmethod
    def resolve_type(added: CaseFile) -> str:
        return added.file.media_type

    @staticmethod
    def resolve_url(added: CaseFile) -> str:
        return f"/api/v1/cases/{added.case_id}/attachments/{added.pk}"


class EventOut(Schema):
    id: int
    name: str = Field(examples=["cases.case-opened"])
    at: datetime
    agent_id: int | None
    contact_id: int | None
    payload: dict[str, object]


class EventPage(Page[EventOut]):
    pass


class Assignee(Schema):
    agent_id: Id | None = None
    group: Line | None = Field(None, description="The group's code.")


class CaseIn(Body):
    title: Line = Field(min_length=1)
    client: Line | None = Field(None, description="The client's code; your own if left out.")
    channel: Channel = Channel.WEB
    text: Text = Field("", description="What the customer said; kept as a message of the contact.")
    contact_id: Id | None = Field(None, description="A contact registered before, to begin from.")
    customer: CustomerRef | None = None
    subject: Line | None = Field(None, description="A subject's id or name.", examples=["Gator, v"])
    need_type: NeedType | None = None
    language: str = Field("", max_length=5, pattern=r"^([a-z]{2,3})?$")
    agent_id: Id | None = None
    group: Line | None = Field(None, description="A group's code.", examples=["TEK-GATA"])
    tags: list[Line] = Field([], max_length=20)
    attachments: list[UUID] = Field([], max_length=20, description="Ids of uploaded files.")


class CaseChange(Body):
    title: Line | None = Field(None, min_length=1)
    subject: Line | None = Field(None, description="A subject's id or name; null takes it away.")
    need_type: NeedType | None = None
    type: Line | None = Field(None, description="A case type's code; null: as the subject says.")
    customer: CustomerRef | None = None
    language: str | None = Field(None, max_length=5, pattern=r"^[a-z]{2,3}$")


class NoteIn(Body):
    text: Text = Field(min_length=1)


class AnswerIn(Body):
    text: Text = Field(min_length=1)
    channel: Channel = Channel.MAIL
    subject: Line = ""
    recipients: list[str] = Field(
        [], max_length=50, description="Where the customer last wrote from, if left out."
    )
    copies: list[str] = Field([], max_length=50)
    in_reply_to: Id | None = Field(None, description="The id of the message that is answered.")
    attachments: list[UUID] = Field([], max_length=20, description="Ids of uploaded files.")
    next_state: Literal["waiting-for-customer", "unchanged"] = "waiting-for-customer"
    leaves_at: Moment | None = Field(
        None, description="Not before then; with its time zone. Withdrawn if the customer writes."
    )


class StateIn(Body):
    # A case is handed over with a question: POST …/hand-overs.
    state: Literal["waiting-for-us", "waiting-for-customer", "closed"]
    reason: Line = ""


class FieldsIn(Body):
    fields: dict[str, str | int | float | bool | None] = Field(
        description="By key; null empties a field. Others stay as they are.",
        examples=[{"severity": "high", "people-affected": 12}],
        max_length=40,
    )


class StageIn(Body):
    stage: Line = Field(min_length=1, description="The code of a stage of the case's type.")
    reason: Line = ""


class TypedOut(Schema):
    type: str | None = Field(description="The case type's code; null where there are no types.")
    version: int | None
    stage: str
    next_stages: list[str]
    fields: dict[str, str | int | float | bool]
    missing: list[str] = Field(description="What must be filled in before the case is done.")


class ReasonIn(Body):
    reason: Line = ""


class AssignmentIn(Body):
    agent_id: Id | None = None
    group: Line | None = Field(None, description="A group's code; with neither it is nobody's.")


class HandOverIn(Body):
    to_group: Line = Field(description="The group's code.", examples=["TEK-GATA"])
    why: HandOver.Why = HandOver.Why.CANNOT
    question: Text = Field(min_length=1)
    facts: dict[str, Line] = Field({}, description="Required facts of the subject, by name.")
    again_because: Text = Field("", description="Needed from the third hand-over on.")
    due_on: Date | None = Field(None, description="Promised day; else the subject's answer time.")
    update_days: int | None = Field(None, ge=1, le=60)


class FeedbackIn(Body):
    outcome: Feedback.Outcome
    channel: Channel | None = None
    summary: Text = Field(min_length=1)
    left_message: bool = False


class PromiseIn(Body):
    due_on: Date = Field(description="A working day not yet over.")
    update_days: int | None = Field(None, ge=1, le=60)
    reason: Text = Field("", description="Needed with `plan` where a day was promised before.")
    plan: Text = ""


class PromiseOut(Schema):
    id: int
    group: str | None
    due_at: datetime
    update_days: int | None
    update_due_at: datetime | None = Field(description="By when the customer is next written to.")
    reason: str
    plan: str
    words: str = Field(description="As the customer reads or hears it.")
    way: str
    told_at: datetime | None
    outcome: str | None = Field(description="None while it stands.")
    ended_at: datetime | None
    answered_at: datetime | None
    follows: int | None = Field(description="The promise that this one gave a new day.")
    by: str | None
    at: datetime

    @staticmethod
    def resolve_group(promise: Promise) -> str | None:
        return promise.group.code if promise.group else None

    @staticmethod
    def resolve_update_due_at(promise: Promise) -> datetime | None:
        update = update_in(promise, at=now())
        return update.due_at if update else None

    @staticmethod
    def resolve_outcome(promise: Promise) -> str | None:
        end = getattr(promise, "end", None)
        return end.outcome if end else None

    @staticmethod
    def resolve_ended_at(promise: Promise) -> datetime | None:
        end = getattr(promise, "end", None)
        return end.at if end else None

    @staticmethod
    def resolve_answered_at(promise: Promise) -> datetime | None:
        end = getattr(promise, "end", None)
        return end.answered_at if end else None

    @staticmethod
    def resolve_follows(promise: Promise) -> int | None:
        return promise.follows_id

    @staticmethod
    def resolve_by(promise: Promise) -> str | None:
        return promise.by.name if promise.by else None


class TagIn(Body):
    name: str = Field(min_length=1, max_length=60)


class OtherCase(Body):
    number: Line = Field(description="The number of the other case.", examples=["26-000123"])


class LinkIn(OtherCase):
    role: Literal["related", "child", "parent"] = Field(
        "related", description="What the other is: a child must be done before this one can."
    )


class LinkOut(Schema):
    number: str
    title: str
    state: State
    role: str


class SplitIn(Body):
    contact_ids: list[Id] = Field(min_length=1, max_length=100)
    title: Line = Field(min_length=1)


class ContactRef(Body):
    contact_id: Id


class UploadRef(Body):
    upload: UUID
    name: str = Field("", max_length=255)
