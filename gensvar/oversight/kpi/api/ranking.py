"""The ranking of subjects over the API."""

from datetime import date
from typing import Any, Literal

from django.utils.timezone import now
from ninja import Query, Router, Schema
from pydantic import Field

from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, export
from gensvar.foundation.integrations.listing import AS_FILE
from gensvar.foundation.people.access import AgentRequest, requires
from gensvar.oversight.kpi.api.asking import FiguresAsked, figures_asked
from gensvar.oversight.kpi.queries.subjects import SubjectRow, subject_ranking
from gensvar.oversight.kpi.rules import FEWEST_TOLD, Share, told

router = Router(tags=["subjects"])
MOST = 500


class RankedSubject(Schema):
    subject: str = Field(description="The name as it was imported.")
    count: int | None = Field(description="Cases opened; null where so few are not told.")
    rank: int | None = Field(description="Equal counts share a rank.")
    share: float | None = Field(description="Of all cases of the period, 0–1.")
    hidden: Literal["small", "complementary"] | None = Field(
        None, description="Why there is no count: fewer than 5, or they could be worked out."
    )


class RankingOut(Schema):
    client: str
    from_: date = Field(alias="from", description="The first day, local time.")
    to: date = Field(description="The last day.")
    total: int | None = Field(description="All cases of the period, with those without a subject.")
    count: int = Field(description="How many subjects were asked about.")
    items: list[RankedSubject]


class RankingAsked(FiguresAsked):
    limit: int = Field(20, ge=1, le=MOST, description="How many subjects, from the top.")


def _share(share: Share | None) -> float | None:
    return None if share is None else round(float(share.value or 0), 6)


COLUMNS: list[Column[SubjectRow]] = [
    Column("subject", lambda row: row.subject),
    Column("count", lambda row: told(row.count, row.hidden)),
    Column("total", lambda row: row.share.whole if row.share else None),
    Column("share", lambda row: _share(row.share)),
    Column("rank", lambda row: row.rank),
]


@router.get(
    "",
    response=RankingOut,
    by_alias=True,
    openapi_extra=AS_FILE,
    summary="Rank the subjects",
)
@requires("reports.read")
def rank_subjects(request: AgentRequest, asked: Query[RankingAsked]) -> Any:
    """What people ask about, the most first. Confidential cases are counted; few are not told."""
    client, period = figures_asked(request, asked)
    ranking = subject_ranking(client, period)
    rows = ranking.rows[: asked.limit]
    if asked.format:
        note_export(
            "kpi.subjects", format=asked.format, agent_id=request.identity.agent_id, at=now()
        )
    if asked.format in {"csv", "xlsx"}:
        return export(rows, COLUMNS, asked.format, name="subjects-ranking")
    return {
        "client": client.code,
        "from": period.starts_on,
        "to": period.last_day,
        "total": ranking.total if not 0 < ranking.total < FEWEST_TOLD else None,
        "count": len(ranking.rows),
        "items": [
            {
                "subject": row.subject,
                "count": row.count,
                "rank": row.rank,
                "share": _share(row.share),
                "hidden": row.hidden,
            }
            for row in rows
        ],
    }
