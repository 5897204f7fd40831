"""The service catalogue, and the articles and checklists that answer what it is asked about."""

from gensvar.operations.knowledge.models.articles import (
    AboutSubject,
    Article,
    ArticleQuerySet,
    Form,
    Language,
    Version,
    Wording,
)
from gensvar.operations.knowledge.models.catalogue import IdentityLevel, ServiceArea, Subject
from gensvar.operations.knowledge.models.upkeep import Gap, Reminder, Report, Review

__all__ = [
    "AboutSubject",
    "Article",
    "ArticleQuerySet",
    "Form",
    "Gap",
    "IdentityLevel",
    "Language",
    "Reminder",
    "Report",
    "Review",
    "ServiceArea",
    "Subject",
    "Version",
    "Wording",
]
