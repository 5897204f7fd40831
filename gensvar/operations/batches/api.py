"""One act on many cases by a program: shown unless asked for at once, done by itself, undone."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, QueryDict
from django.utils.timezone import now
from django.utils.translation import gettext as _
from ninja import Router, Schema, Status
from pydantic import Field

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.parameters import Body, Id, Line, Moment, Text
from gensvar.foundation.integrations.problems import invalid
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.batches.actions import ask, ask_undo, confirm, weigh
from gensvar.operations.batches.models import Batch, BatchedCase
from gensvar.operations.batches.queries import counts, rows
from gensvar.operations.batches.rules import MOST, PERMISSION, Act, Outcome
from gensvar.operations.cases.api.finding import (
    found_group,
    found_holder,
    found_subject,
    with_zone,
)
from gensvar.operations.cases.models import Case, HandOver, NeedType
from gensvar.operations.cases.queries.conditions import Conditions, matching
from gensvar.operations.cases.queries.deeds import changed
from gensvar.operations.search.queries import matching_cases

# What each act must know, and what it may be told besides.
NEEDED = {
    Act.SUBJECT: ("subject",),
    Act.NEED: ("need_type",),
    Act.TAG: ("tag",),
    Act.UNTAG: ("tag",),
    Act.WRITE: ("text",),
    Act.ATTACH: ("disruption",),
}
MORE = {Act.CLOSE: ("subject", "need_type", "reason")}
router = Router(tags=["cases"])
ROUTERS = {"/cases/bulk": router}


class BulkIn(Body):
    act: Act
    cases: list[Line] = Field([], max_length=MOST, description="Case numbers; or `conditions`.")
    conditions: Line = Field(
        "",
        description="Every case of this list, as in the address of the page with cases.",
        examples=["lage=vantar-pa-oss&kanal=mail"],
    )
    preview: bool = Field(
        True, description="Only show; false does it at once, with at most 50 cases."
    )
    agent_id: Id | None = None
    group: Line | None = Field(None, description="A group's code.")
    why: HandOver.Why = HandOver.Why.CANNOT
    question: Text = ""
    subject: Line | None = Field(None, description="A subject's id or name.")
    need_type: NeedType | None = None
    tag: str = Field("", max_length=60)
    text: Text = Field("", description="To the customers; {first_name}, {number} are filled in.")
    until: Moment | None = Field(None, description="With its time zone.")
    reason: Line = ""
    disruption_id: Id | None = None


class ChangeOut(Schema):
    field: str
    before: Any
    after: Any


class BulkCaseOut(Schema):
    number: str
    outcome: str
    reason: str
    changes: list[ChangeOut]

    @staticmethod
    def resolve_number(row: BatchedCase) -> str:
        return row.case.number

    @staticmethod
    def resolve_changes(row: BatchedCase) -> list[dict[str, Any]]:
        keys = changed(row.before, row.after) if row.before and row.after else []
        return [{"field": key, "before": row.before[key], "after": row.after[key]} for key in keys]


class BulkOut(Schema):
    id: int
    act: str
    stage: str = Field(description="weighing, ready, running, done, undoing or undone.")
    counts: dict[str, int] = Field(description="Cases by outcome.")
    cases: list[BulkCaseOut]


@router.post("", response={201: BulkOut}, summary="Show, or do, one act on many cases")
@requires("cases.write")
def create_bulk(request: AgentRequest, body: BulkIn) -> Any:
    if not request.identity.may(PERMISSION[body.act]):
        raise PermissionDenied(PERMISSION[body.act])
    at = now()
    cases = _cases(request, body, at=at)
    batch = ask(
        body.act,
        _details(request, body, cases, at=at),
        cases,
        by=request.user,
        at=at,
        token=getattr(request, "token", None),
    )
    weigh(batch, identity=request.identity, at=at)
    batch.refresh_from_db()
    if not body.preview:
        batch = confirm(batch, by=request.user, at=at)
    return Status(201, _whole(batch))


@router.get("/{batch_id}", response=BulkOut, summary="How far an act on many cases has come")
@requires("cases.read")
def read_bulk(request: AgentRequest, batch_id: int) -> Any:
    return _whole(_found(request, batch_id))


@router.post("/{batch_id}/confirmation", response=BulkOut, summary="Do what was shown")
@requires("cases.write")
def create_bulk_confirmation(request: AgentRequest, batch_id: int) -> Any:
    return _whole(confirm(_found(request, batch_id), by=request.user, at=now()))


@router.post("/{batch_id}/undo", response=BulkOut, summary="Undo what can be undone")
@requires("cases.write")
def create_bulk_undo(request: AgentRequest, batch_id: int) -> Any:
    return _whole(ask_undo(_found(request, batch_id), by=request.user, at=now()))


def _cases(request: AgentRequest, body: BulkIn, *, at: datetime) -> list[tuple[int, int]]:
    """Return the cases that a body names, or all of the list that it names."""
    if body.cases and body.conditions:
        raise invalid("#/conditions", _("Name cases or conditions, not both."))
    if body.conditions:
        conditions, unreadable = Conditions.read(QueryDict(body.conditions).dict())
        if unreadable:
            raise invalid("#/conditions", _("“%(name)s” cannot be read.") % {"name": unreadable[0]})
        among = matching_cases(conditions.ord) if conditions.ord else None
        found = matching(conditions, me=request.user.pk, at=at, among=among)
        return list(found.order_by("pk").values_list("pk", "client_id")[: MOST + 1])
    named = Case.objects.filter(number__in=body.cases)
    known = dict(named.values_list("number", "pk"))
    for place, number in enumerate(body.cases):
        if number not in known:
            raise invalid(f"#/cases/{place}", _("There is no case with that number."))
    return list(named.order_by("pk").values_list("pk", "client_id"))


def _details(
    request: AgentRequest, body: BulkIn, cases: list[tuple[int, int]], *, at: datetime
) -> dict[str, Any]:
    """Return what the act must know, with what is named looked up at the cases' one client."""
    client = Client.objects.filter(pk__in={client for _case, client in cases}).first()
    if client is None:
        return {}
    if body.act in {Act.ASSIGN, Act.HAND_OVER}:
        return _whose(request, body, client, at=at)
    if body.act is Act.REST:
        until: datetime = _said(body.until, "until")
        return {"until": with_zone(until, "#/until").isoformat()}
    subject = found_subject(client, body.subject)
    held = {
        "subject": subject and subject.pk,
        "need_type": body.need_type or "",
        "reason": body.reason,
        "tag": body.tag.strip(),
        "text": body.text.strip(),
        "disruption": body.disruption_id,
    }
    for name in NEEDED.get(body.act, ()):
        _said(held[name], "disruption_id" if name == "disruption" else name)
    return {name: held[name] for name in (*NEEDED.get(body.act, ()), *MORE.get(body.act, ()))}


def _whose(request: AgentRequest, body: BulkIn, client: Client, *, at: datetime) -> dict[str, Any]:
    group = found_group(client, body.group, pointer="#/group")
    if body.act is Act.ASSIGN:
        agent = found_holder(request, client, body.agent_id, at=at)
        return {"agent": agent and agent.pk, "group": group and group.pk}
    _said(group, "group")
    question = _said(body.question.strip(), "question")
    return {"to": group and group.pk, "why": body.why, "question": question}


def _said(value: Any, name: str) -> Any:
    if not value:
        raise invalid(f"#/{name}", _("This is needed."))
    return value


def _whole(batch: Batch) -> dict[str, Any]:
    return {
        "id": batch.pk,
        "act": batch.act,
        "stage": batch.stage,
        "counts": dict(counts(batch)),
        "cases": list(rows(batch, Outcome)),
    }


def _found(request: AgentRequest, batch_id: int) -> Batch:
    """Return a batch of one's own; another's does not exist."""
    known = Batch.objects.filter(by=request.user.pk)
    found = known.filter(pk=batch_id).first() if 0 < batch_id < 2**63 else None
    if found is None:
        raise Http404
    return found
