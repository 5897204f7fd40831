"""Reading the catalogue and its articles."""

from gensvar.operations.knowledge.queries.catalogue import (
    Area,
    ImportPlan,
    Planned,
    planned_import,
    public_areas,
    public_subject,
    subjects_like,
)

__all__ = [
    "Area",
    "ImportPlan",
    "Planned",
    "planned_import",
    "public_areas",
    "public_subject",
    "subjects_like",
]
