"""What a report says, kept as it was: figures, tables and words, in no language yet."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from itertools import pairwise
from typing import Any

from gensvar.foundation.people.models import Agent
from gensvar.oversight.kpi.models import PublishedFigure
from gensvar.oversight.kpi.publishing import NoFigure, check_may_publish, publish_figure
from gensvar.oversight.kpi.queries.against import goal_of, more_is_better
from gensvar.oversight.kpi.queries.own import known_definitions
from gensvar.oversight.kpi.queries.periods import Period
from gensvar.oversight.kpi.queries.published import figure_of, published
from gensvar.oversight.kpi.rules import is_met
from gensvar.oversight.publications.models import Outline, Publication, Remark
from gensvar.oversight.publications.rules import TableName
from gensvar.oversight.publications.tables import counted
from gensvar.science.kpi.definitions import Definition
from gensvar.science.kpi.telling import times_shown


def composed(
    outline: Outline,
    period: Period,
    *,
    before: Mapping[str, Any] | None,
    by: Agent,
    at: datetime,
) -> dict[str, Any]:
    """Return what a report says; a figure that is not published yet is published with it.

    before: what the report in whose place this stands said, or else the one about the days before.
    Raises what keeps a figure from being published, such as a day that is half read.
    """
    client, known = outline.client, known_definitions(outline.client)
    for code in outline.measures:
        check_may_publish(code, client, period, at=at)
    earlier = {one["code"]: one for one in before["measures"]} if before else {}
    return {
        "client": client.code,
        "from": period.starts_on.isoformat(),
        "to": period.last_day.isoformat(),
        "words": outline.words,
        "remark": remark_on(outline, period),
        "measures": [
            _measure(known[code], outline, period, earlier.get(code), by=by, at=at)
            for code in outline.measures
            if code in known
        ],
        "tables": [
            {"name": name, "rows": counted(TableName(name), client, period)}
            for name in outline.tables
        ],
    }


def remark_on(outline: Outline, period: Period) -> str:
    written = Remark.objects.filter(outline=outline, starts_on=period.starts_on)
    newest = written.order_by("-at", "-pk").first()
    return newest.text if newest else ""


def content_digest(content: Mapping[str, Any]) -> str:
    plain = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def report_before(outline: Outline, period: Period) -> Publication | None:
    """Return the newest report of an outline about earlier days."""
    rows = Publication.objects.filter(outline=outline, starts_on__lt=period.starts_on)
    return rows.order_by("-starts_on", "-pk").first()


def _measure(
    definition: Definition,
    outline: Outline,
    period: Period,
    earlier: Mapping[str, Any] | None,
    *,
    by: Agent,
    at: datetime,
) -> dict[str, Any]:
    kept = published(definition.code, outline.client, period)
    try:
        figure = (
            kept[-1] if kept else publish_figure(outline.client, definition, period, by=by, at=at)
        )
    except NoFigure:
        return {"code": definition.code, "figure": None}
    return {
        "code": definition.code,
        "figure": figure.pk,
        "version": figure.version,
        "digest": figure.digest,
        "published_at": figure.at.isoformat(),
        **figure.figures,
        **_judged(definition, figure, outline, period),
        "restated": _restated(kept),
        "redefined": _redefined(figure, earlier),
    }


def _judged(
    definition: Definition, figure: PublishedFigure, outline: Outline, period: Period
) -> dict[str, Any]:
    """Return the goal that was in force, and whether the published figure meets it."""
    goal = goal_of(definition.code, outline.client, period)
    if goal is None:
        return {"goal": None, "is_met": None}
    key, target, _pair = goal
    version = definition.versions[figure.version - 1]
    measure = version.measure(key) or version.measures[0]
    found = figure.figures["ways"].get(measure.key)
    value = figure_of(found).value if found else None
    unit, _decimals = definition.unit_of(measure)
    met = None
    if value is not None:
        more = more_is_better(definition)
        met = is_met(value * times_shown(unit), target, more_is_better=more)
    return {"goal": {"key": measure.key, "target": str(target)}, "is_met": met}


def _restated(kept: list[PublishedFigure]) -> list[dict[str, Any]]:
    """Return every figure that was published for these days before, each with what came of it."""
    return [
        {
            "digest": before.digest,
            "version": before.version,
            "ways": before.figures["ways"],
            "published_at": before.at.isoformat(),
            "because": after.because,
        }
        for before, after in pairwise(kept)
    ]


def _redefined(figure: PublishedFigure, earlier: Mapping[str, Any] | None) -> bool:
    """Say whether the report before told it by another definition, or by other limits."""
    if earlier is None or earlier["figure"] is None:
        return False
    same = (earlier["version"], earlier["limits"])
    return same != (figure.version, figure.figures["limits"])
