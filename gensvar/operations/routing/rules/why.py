"""Why an offer was made, as it is kept, and as it is read again."""

from collections.abc import Mapping
from math import inf, isinf
from typing import Any

from gensvar.science.routing.commands import Chosen, Need, Why
from gensvar.science.routing.rows import Contact

# JSON has no infinity; what is never is left out.
NEVER = None


def recorded(why: Why, skills: Mapping[str, str]) -> dict[str, Any]:
    """Return what the router knew, as JSON can hold it; `skills` are the names of that day."""
    contact = {name: getattr(why.contact, name) for name in Contact.__slots__}
    if isinf(why.contact.not_before_at):
        contact["not_before_at"] = NEVER
    need = why.need._asdict()
    need["skill"] = skills.get(why.need.skill, why.need.skill)
    return {
        **why._asdict(),
        "chosen": why.chosen.value,
        "contact": contact,
        "need": need,
        "skill_id": why.need.skill,
    }


def read(kept: Mapping[str, Any]) -> Why:
    """Return what was kept, for `explained.parts` to put in words."""
    fields = {name: kept[name] for name in Why._fields}
    contact = dict(kept["contact"])
    if contact["not_before_at"] is NEVER:
        contact["not_before_at"] = -inf
    fields |= {
        "chosen": Chosen(kept["chosen"]),
        "contact": Contact(**contact),
        "need": Need(**kept["need"]),
    }
    return Why(**fields)
