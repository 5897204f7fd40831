from dataclasses import dataclass
from typing import ClassVar

from gensvar.foundation.events.events import Event


@dataclass(frozen=True, kw_only=True)
class CatalogueEvent(Event):
    """What every event about the catalogue carries."""

    name: ClassVar = "knowledge.catalogue-event"
    client_id: int
    agent_id: int


@dataclass(frozen=True, kw_only=True)
class AreaAdded(CatalogueEvent):
    name: ClassVar = "knowledge.area-added"
    area_id: int


@dataclass(frozen=True, kw_only=True)
class AreaChanged(CatalogueEvent):
    name: ClassVar = "knowledge.area-changed"
    area_id: int
    fields: tuple[str, ...]
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SubjectAdded(CatalogueEvent):
    name: ClassVar = "knowledge.subject-added"
    subject_id: int


@dataclass(frozen=True, kw_only=True)
class SubjectChanged(CatalogueEvent):
    """`fields` names what was changed; area and group are named by id in `old` and `new`."""

    name: ClassVar = "knowledge.subject-changed"
    subject_id: int
    fields: tuple[str, ...]
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SubjectRetired(CatalogueEvent):
    name: ClassVar = "knowledge.subject-retired"
    subject_id: int


@dataclass(frozen=True, kw_only=True)
class SubjectRestored(CatalogueEvent):
    name: ClassVar = "knowledge.subject-restored"
    subject_id: int


@dataclass(frozen=True, kw_only=True)
class CatalogueImported(CatalogueEvent):
    name: ClassVar = "knowledge.catalogue-imported"
    added: int
    changed: int


@dataclass(frozen=True, kw_only=True)
class ArticleEvent(CatalogueEvent):
    """What every event about an article carries."""

    name: ClassVar = "knowledge.article-event"
    article_id: int


@dataclass(frozen=True, kw_only=True)
class ArticleBegun(ArticleEvent):
    """Somebody began to write an article, or a new version of one."""

    name: ClassVar = "knowledge.article-begun"
    version_id: int


@dataclass(frozen=True, kw_only=True)
class ArticleChanged(ArticleEvent):
    """Who answers for the article, where it is shown or what it is about was changed."""

    name: ClassVar = "knowledge.article-changed"
    fields: tuple[str, ...]
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class DraftWritten(ArticleEvent):
    name: ClassVar = "knowledge.article-draft-written"
    version_id: int


@dataclass(frozen=True, kw_only=True)
class DraftThrownAway(ArticleEvent):
    name: ClassVar = "knowledge.article-draft-thrown-away"
    number: int


@dataclass(frozen=True, kw_only=True)
class ArticleSubmitted(ArticleEvent):
    """The author asks somebody else to approve a version."""

    name: ClassVar = "knowledge.article-submitted"
    version_id: int


@dataclass(frozen=True, kw_only=True)
class ArticleSentBack(ArticleEvent):
    name: ClassVar = "knowledge.article-sent-back"
    version_id: int


@dataclass(frozen=True, kw_only=True)
class ArticleApproved(ArticleEvent):
    """A version is in force; `corrects_id` is the version that was wrong, if it was."""

    name: ClassVar = "knowledge.article-approved"
    version_id: int
    corrects_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class ArticleWithdrawn(ArticleEvent):
    name: ClassVar = "knowledge.article-withdrawn"
    version_id: int


@dataclass(frozen=True, kw_only=True)
class ArticleReviewed(ArticleEvent):
    """Somebody found the version in force still right."""

    name: ClassVar = "knowledge.article-reviewed"
    version_id: int


@dataclass(frozen=True, kw_only=True)
class ArticleFellDue(Event):
    """The day to review an article passed, and its owner is to be told."""

    name: ClassVar = "knowledge.article-fell-due"
    client_id: int
    article_id: int
    reminder_id: int
    owner_id: int


@dataclass(frozen=True, kw_only=True)
class ArticleReported(ArticleEvent):
    """A colleague says that a version does not hold."""

    name: ClassVar = "knowledge.article-reported"
    version_id: int
    report_id: int


@dataclass(frozen=True, kw_only=True)
class ReportAnswered(ArticleEvent):
    name: ClassVar = "knowledge.article-report-answered"
    report_id: int
    outcome: str


@dataclass(frozen=True, kw_only=True)
class AnswerMissed(CatalogueEvent):
    """Nothing here answered a question about the subject."""

    name: ClassVar = "knowledge.answer-gap-noted"
    subject_id: int
    gap_id: int


@dataclass(frozen=True, kw_only=True)
class ArticlesImported(CatalogueEvent):
    name: ClassVar = "knowledge.articles-imported"
    added: int
    changed: int
