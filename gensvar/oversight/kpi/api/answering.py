"""How figures are answered: as JSON, or as the file that was asked for."""

from typing import Any

from django.utils.timezone import now
from ninja import Router
from ninja import Schema as Out

from gensvar.foundation.agreements.models import Client
from gensvar.foundation.integrations.actions import note_export
from gensvar.foundation.integrations.exports import Column, export
from gensvar.foundation.people.access import AgentRequest
from gensvar.oversight.kpi.api.asking import FiguresAsked
from gensvar.oversight.kpi.queries.periods import Period

router = Router(tags=["figures"])
Row = dict[str, Any]


def exact(value: Any) -> float | None:
    return None if value is None else round(float(value), 6)


def answer(
    request: AgentRequest,
    asked: FiguresAsked,
    name: str,
    kind: type[Out],
    client: Client,
    period: Period,
    rows: list[Row],
    more: Row | None = None,
) -> Any:
    if asked.format:
        agent = request.identity.agent_id
        note_export(f"kpi.{name}", format=asked.format, agent_id=agent, at=now())
    if asked.format in {"csv", "xlsx"}:
        return export(rows, _columns(kind), asked.format, name=name)
    said = {"client": client.code, "from": period.starts_on, "to": period.last_day, "items": rows}
    return said | (more or {})


def _columns(kind: type[Out]) -> list[Column[Row]]:
    names = list(kind.model_fields)
    return [Column(name, lambda row, name=name: row[name]) for name in names]  # type: ignore[misc]
