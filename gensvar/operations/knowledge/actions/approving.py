"""From draft to approved and withdrawn: what may be answered with, and who said so."""

from datetime import date, datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.knowledge.actions.indexing import index
from gensvar.operations.knowledge.actions.writing import (
    ReviewInThePast,
    about,
    held,
    in_the_making,
)
from gensvar.operations.knowledge.events import (
    ArticleApproved,
    ArticleReviewed,
    ArticleSentBack,
    ArticleSubmitted,
    ArticleWithdrawn,
)
from gensvar.operations.knowledge.models import Article, Gap, Review, Version


class NotADraft(Refused):
    message = _("The version is not a draft.")


class NotSubmitted(Refused):
    message = _("The version has not been sent for approval.")


class OwnWords(Refused):
    message = _("You wrote it yourself. Somebody else than the author approves.")


class NotInForce(Refused):
    message = _("%(article)s has no approved version.")


class WhyMissing(Refused):
    message = _("Say why, in a few words.")
    status = 422


@action
def submit(article: Article, *, by: Agent, at: datetime) -> Version:
    """Ask somebody else to approve the draft."""
    article = held(article)
    version = in_the_making(article)
    if version.state != Version.State.DRAFT:
        raise NotADraft
    version.state, version.submitted_at = Version.State.SUBMITTED, at
    version.sent_back_because = ""
    version.save(update_fields=["state", "submitted_at", "sent_back_because"])
    announce(ArticleSubmitted(version_id=version.pk, **about(article, by)), at=at)
    return version


@action
def send_back(article: Article, because: str, *, by: Agent, at: datetime) -> None:
    """Let the author write more: the version is a draft again, and says why."""
    article = held(article)
    version = in_the_making(article)
    if version.state != Version.State.SUBMITTED:
        raise NotSubmitted
    if not because.strip() and by.pk != version.author_id:
        raise WhyMissing
    version.state = Version.State.DRAFT
    version.sent_back_because = because.strip()[:500]
    version.save(update_fields=["state", "sent_back_because"])
    announce(ArticleSentBack(version_id=version.pk, **about(article, by)), at=at)


@action
def approve(article: Article, *, by: Agent, at: datetime) -> Version:
    """Put the version in force in place of the one before; never by who wrote it."""
    article = held(article)
    version = in_the_making(article)
    if version.state != Version.State.SUBMITTED:
        raise NotSubmitted
    if version.author_id == by.pk:
        raise OwnWords
    if version.review_on <= localtime(at).date():
        raise ReviewInThePast
    if article.published is not None:
        _take_out_of_force(article.published, by=by, at=at)
    version.state, version.approved_by, version.approved_at = Version.State.APPROVED, by, at
    version.save(update_fields=["state", "approved_by", "approved_at"])
    title = version.wordings.get(form="text", language="sv").title
    article.published, article.title, article.review_on = version, title, version.review_on
    article.save(update_fields=["published", "title", "review_on"])
    index(article)
    missed = Gap.objects.filter(subject__in=article.subjects.all(), filled_at=None)
    missed.update(filled_by=article, filled_at=at)
    announce(
        ArticleApproved(
            version_id=version.pk, corrects_id=version.corrects_id, **about(article, by)
        ),
        at=at,
    )
    return version


@action
def withdraw(article: Article, because: str, *, by: Agent, at: datetime) -> None:
    """Let nobody answer with the article any more; what was answered with it is still known."""
    article = held(article)
    if article.published is None:
        raise NotInForce(article=article.code)
    if not because.strip():
        raise WhyMissing
    version = article.published
    _take_out_of_force(version, by=by, at=at, because=because)
    article.published, article.review_on = None, None
    article.save(update_fields=["published", "review_on"])
    announce(ArticleWithdrawn(version_id=version.pk, **about(article, by)), at=at)


@action
def review(article: Article, *, next_on: date, by: Agent, at: datetime) -> Review:
    """Say that the version in force still holds, and when to look at it next."""
    article = held(article)
    if article.published is None:
        raise NotInForce(article=article.code)
    if next_on <= localtime(at).date():
        raise ReviewInThePast
    article.review_on = next_on
    article.save(update_fields=["review_on"])
    reviewed = Review.objects.create(
        article=article,
        client_id=article.client_id,
        version=article.published,
        by=by,
        at=at,
        next_on=next_on,
    )
    announce(ArticleReviewed(version_id=article.published.pk, **about(article, by)), at=at)
    return reviewed


def _take_out_of_force(version: Version, *, by: Agent, at: datetime, because: str = "") -> None:
    version.state, version.withdrawn_by, version.withdrawn_at = Version.State.WITHDRAWN, by, at
    version.withdrawn_because = because.strip()[:300]
    version.save(update_fields=["state", "withdrawn_by", "withdrawn_at", "withdrawn_because"])
