"""The measures that a client knows: those that come with the product, and those of its own."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from gensvar.foundation.agreements.models import Client
from gensvar.oversight.kpi.models import OwnMeasure
from gensvar.oversight.kpi.queries.wholeness import first_day
from gensvar.science.kpi.definitions import Definition
from gensvar.science.kpi.faults import Fault, Problem
from gensvar.science.kpi.reading import registry
from gensvar.science.kpi.soundness import problems_of, problems_of_days, problems_of_goal


def own_definitions(client: Client) -> dict[str, Definition]:
    """Return the newest version of each measure that a client wrote down itself."""
    rows = OwnMeasure.objects.filter(client=client).order_by("code", "-number").distinct("code")
    return {row.code: Definition.model_validate({"code": row.code, **row.said}) for row in rows}


def known_definitions(client: Client) -> Mapping[str, Definition]:
    return {**registry().definitions, **own_definitions(client)}


def problems_of_own(
    client: Client, code: str, said: Mapping[str, Any]
) -> tuple[Definition | None, list[Problem]]:
    """Return a measure as it would be written down, and what keeps it from being."""
    try:
        definition = Definition.model_validate({"code": code, **said})
    except ValidationError as error:
        return None, [_place(one) for one in error.errors()]
    if code in registry().definitions:
        return definition, [Problem(Fault.TAKEN, "code")]
    known = {**known_definitions(client), code: definition}
    return definition, problems_of(
        definition,
        definitions=known,
        counters=registry().kinds,
        # Those that come with the product alone: another own one may change.
        others=registry().formulas,
    )


def problems_of_agreed(
    client: Client,
    definition: Definition,
    *,
    key: str,
    pair: str,
    limits: Mapping[str, float],
    valid_from: date,
    today: date,
) -> list[Problem]:
    """Return what keeps a goal from being agreed on; one for days to come needs no data yet."""
    began = min(first_day(client) or today, today)
    return [
        *problems_of_goal(definition, key=key, pair=pair, limits=limits),
        *problems_of_days(valid_from, counted_from=began),
    ]


def _place(one: Any) -> Problem:
    place = ".".join(str(part) for part in one["loc"])
    return Problem(Fault.EMPTY if one["type"] == "missing" else Fault.SYNTAX, place)
