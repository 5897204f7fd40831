"""How it went against what was agreed, where needs were met, and why they came."""

from datetime import date
from typing import Any

from django.utils.timezone import now
from ninja import Query
from ninja import Schema as Out
from pydantic import Field

from gensvar.foundation.integrations.listing import AS_FILE
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.operations.contacts.models import VolumeBefore
from gensvar.oversight.kpi.api.answering import Row, answer, exact, router
from gensvar.oversight.kpi.api.asking import Figures, FiguresAsked, figures_asked
from gensvar.oversight.kpi.queries.goals import goal_results
from gensvar.oversight.kpi.queries.insights import causes
from gensvar.oversight.kpi.queries.keeping import hand_over_reasons, promises_kept, sent_round
from gensvar.oversight.kpi.queries.subjects import subject_ranking, tiers
from gensvar.oversight.kpi.queries.transfers import Transferred, transfers
from gensvar.oversight.kpi.queries.volumes import Volumes, Week, experience, volumes


class GoalOut(Out):
    code: str = Field(description="The measure.", examples=["solved-at-front"])
    part: int | None = Field(description="Null for a time, and where so few are not told.")
    whole: int | None = Field(description="What it is built from; null where so few are not told.")
    value: float | None = Field(description="A share (0–1), or seconds for call-length.")
    goal: float | None = Field(description="In the same unit; null where no goal is agreed.")
    limit: int | None = Field(description="“In time”: seconds for calls, else working days.")
    approved_on: date | None
    is_met: bool | None


class PromisesOut(Out):
    """K30: promises due in the days; all null where so few are not told."""

    kept: int | None
    renegotiated: int | None = Field(description="Given a new time before they were due.")
    broken: int | None
    share: float | None = Field(description="Kept, of all due, 0–1.")


class ImportedOut(Out):
    label: str = Field(description="As imported.")
    count: int | None
    share: float | None = Field(description="0–1.")
    is_approximate: bool
    respondents: int | None = Field(description="Null where the source does not say.")
    source: str


class GoalsOut(Figures):
    items: list[GoalOut]
    promises: PromisesOut
    experience: list[ImportedOut] = Field(description="Asked elsewhere, and only known as sums.")


class WeekOut(Out):
    week: int = Field(description="0 is the one before the start, which was imported.")
    starts_on: date | None
    contacts: int
    is_approximate: bool
    is_imported: bool
    phone: int | None
    mail: int | None
    web: int | None
    other: int | None


class VolumesOut(Figures):
    items: list[WeekOut]
    fall: float | None = Field(description="From the week before the start to the last, 0–1.")
    by_phone: float | None = Field(description="Of what came in the days, 0–1.")
    before: list[ImportedOut]


class TiersOut(Out):
    subject: str
    target: int = Field(description="1 do it yourself, 2 customer service, 3 department.")
    needs: int
    self_service: float | None = Field(description="Share, 0–1; null where so few are not told.")
    front: float | None
    department: float | None
    has_drifted: bool = Field(description="Most were met further away than they should be.")


class TierListOut(Figures):
    items: list[TiersOut]


class ReasonsOut(Out):
    subject: str = Field(description="Empty for the subjects with few, together.")
    count: int
    cannot: int
    should_not: int


class HandOversOut(Figures):
    items: list[ReasonsOut]
    bounced: float | None = Field(
        description="K114: handed over again, of those handed over, 0–1; null where too few."
    )


class TransferOut(Out):
    reason: str = Field(description="Empty where nobody was asked.", examples=["emergency"])
    calls: int
    cold: int = Field(description="Without a word to whoever received it.")
    answered: int = Field(description="Answered calls, transferred or not.")
    share: float | None = Field(description="K15: transferred, of all answered, 0–1.")


class TransfersOut(Figures):
    total: TransferOut | None = Field(description="Null where so few were answered.")
    items: list[TransferOut]


class InsightOut(Out):
    code: str = Field(examples=["information"])
    count: int | None = Field(description="Null where so few are not told.")
    page: str = Field(description="The page named most; empty where none was.")


class InsightsOut(Figures):
    items: list[InsightOut]


@router.get(
    "/goals",
    response=GoalsOut,
    by_alias=True,
    openapi_extra=AS_FILE,
    summary="Goals and results",
)
@requires("reports.read")
def goals(request: AgentRequest, asked: Query[FiguresAsked]) -> Any:
    """Each measure beside its goal, promises kept (K30), and what customers say."""
    client, period = figures_asked(request, asked)
    rows = [
        {
            "code": row.measure,
            "part": row.share.part if row.share and not row.is_too_small else None,
            "whole": None if row.is_too_small else row.share.whole if row.share else row.count,
            "value": row.value,
            "goal": exact(row.goal.target) if row.goal else None,
            "limit": row.goal.limit if row.goal else None,
            "approved_on": row.goal.approved_on if row.goal else None,
            "is_met": row.is_met,
        }
        for row in (one.as_told() for one in goal_results(client, period, at=now()))
    ]
    kept = promises_kept(client, period)
    told = kept.is_told
    promises = {
        "kept": kept.kept if told else None,
        "renegotiated": kept.renegotiated if told else None,
        "broken": kept.broken if told else None,
        "share": exact(kept.shares[0].value) if told else None,
    }
    more = {"promises": promises, "experience": [_imported(row) for row in experience(client)]}
    return answer(request, asked, "goals", GoalOut, client, period, rows, more)


@router.get(
    "/volumes",
    response=VolumesOut,
    by_alias=True,
    openapi_extra=AS_FILE,
    summary="How much came, before and after",
)
@requires("reports.read")
def volume(request: AgentRequest, asked: Query[FiguresAsked]) -> Any:
    """The first weeks beside what was counted before the start."""
    client, period = figures_asked(request, asked)
    found: Volumes = volumes(client, period)
    more = {
        "fall": exact(found.fall),
        "by_phone": exact(found.by_phone.value),
        "before": [_imported(row) for row in found.before],
    }
    rows = [_week(week) for week in found.weeks]
    return answer(request, asked, "volumes", WeekOut, client, period, rows, more)


@router.get(
    "/tiers",
    response=TierListOut,
    by_alias=True,
    openapi_extra=AS_FILE,
    summary="Where needs were met",
)
@requires("reports.read")
def where_solved(request: AgentRequest, asked: Query[FiguresAsked]) -> Any:
    """Of each subject how many do it themselves, by customer service, by a department (K33)."""
    client, period = figures_asked(request, asked)
    told = {row.subject_id for row in subject_ranking(client, period).rows if row.hidden is None}
    rows = []
    for row in tiers(client, period):
        if row.subject_id in told:
            shares = [exact(share.value) if share else None for share in row.shares]
            rows.append(
                {
                    "subject": row.subject,
                    "target": row.target,
                    "needs": row.whole,
                    "self_service": shares[0],
                    "front": shares[1],
                    "department": shares[2],
                    "has_drifted": row.has_drifted,
                }
            )
    return answer(request, asked, "tiers", TiersOut, client, period, rows)


@router.get(
    "/hand-overs",
    response=HandOversOut,
    by_alias=True,
    openapi_extra=AS_FILE,
    summary="Why cases are handed over",
)
@requires("reports.read")
def why_handed_over(request: AgentRequest, asked: Query[FiguresAsked]) -> Any:
    """What customer service could not, and what it should not answer; and what was sent round."""
    client, period = figures_asked(request, asked)
    _whole, found = hand_over_reasons(client, period)
    rows = [
        {
            "subject": row.subject,
            "count": row.count,
            "cannot": row.cannot,
            "should_not": row.should_not,
        }
        for row in found
    ]
    bounced = sent_round(client, period)
    more = {"bounced": exact(bounced.value) if bounced else None}
    return answer(request, asked, "hand-overs", ReasonsOut, client, period, rows, more)


@router.get(
    "/insights",
    response=InsightsOut,
    by_alias=True,
    openapi_extra=AS_FILE,
    summary="What becomes visible",
)
@requires("reports.read")
def insights(request: AgentRequest, asked: Query[FiguresAsked]) -> Any:
    """Why customers have to ask, by cause; what concerns people is for their manager alone."""
    client, period = figures_asked(request, asked)
    rows = [
        {"code": row.cause, "count": row.count, "page": row.page} for row in causes(client, period)
    ]
    return answer(request, asked, "insights", InsightOut, client, period, rows)


def _imported(row: VolumeBefore) -> Row:
    return {
        "label": row.label,
        "count": row.count,
        "share": exact(row.share),
        "is_approximate": row.is_approximate,
        "respondents": row.respondents,
        "source": row.source,
    }


def _week(week: Week) -> Row:
    parts: tuple[int | None, ...] = week.parts or (None,) * 4
    return {
        "week": week.number,
        "starts_on": week.starts_on,
        "contacts": week.count,
        "is_approximate": week.is_approximate,
        "is_imported": week.is_imported,
        **dict(zip(("phone", "mail", "web", "other"), parts, strict=True)),
    }


@router.get(
    "/transfers",
    response=TransfersOut,
    by_alias=True,
    openapi_extra=AS_FILE,
    summary="Transferred calls by reason",
)
@requires("reports.read")
def transferred(request: AgentRequest, asked: Query[FiguresAsked]) -> Any:
    """How many calls were transferred, and why (K15, SKE-04)."""
    client, period = figures_asked(request, asked)
    whole, found = transfers(client, period)
    rows = [] if whole.is_hidden else [_transferred(row) for row in found]
    total = {"total": None if whole.is_hidden else _transferred(whole)}
    return answer(request, asked, "transfers", TransferOut, client, period, rows, total)


def _transferred(row: Transferred) -> Row:
    return {
        "reason": row.reason or "",
        "calls": row.calls,
        "cold": row.cold,
        "answered": row.answered,
        "share": exact(row.share.value),
    }
