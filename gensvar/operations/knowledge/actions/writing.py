"""Begin an article, write its draft, and say who answers for it and where it is shown."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Max
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.agreements.models import Client
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent, Group
from gensvar.foundation.refusals import Refused
from gensvar.operations.knowledge.actions.indexing import index
from gensvar.operations.knowledge.actions.keeping import OfAnotherClient
from gensvar.operations.knowledge.events import (
    ArticleBegun,
    ArticleChanged,
    DraftThrownAway,
    DraftWritten,
)
from gensvar.operations.knowledge.models import AboutSubject, Article, Subject, Version, Wording
from gensvar.operations.knowledge.rules.content import KEPT_AS, LINKS, Content


class TitleMissing(Refused):
    message = _("Write a title: the question that this answers.")
    status = 422


class TextMissing(Refused):
    message = _("Write the answer itself, or the steps of the checklist.")
    status = 422


class ReviewInThePast(Refused):
    message = _("The day to review it must lie ahead.")
    status = 422


class WaitsForApproval(Refused):
    message = _("The version waits for approval. Take it back to the draft before you change it.")


class NothingInTheMaking(Refused):
    message = _("There is no draft of %(article)s.")


class WrongToldOfNothing(Refused):
    message = _("Say what was wrong, so that those who answered with it know.")
    status = 422


@action
def begin_article(
    client: Client,
    *,
    kind: str,
    content: Content,
    group: Group,
    owner: Agent,
    by: Agent,
    at: datetime,
    approver: Agent | None = None,
    is_public: bool = False,
    subjects: Iterable[Subject] = (),
) -> Article:
    """Begin an article with its first draft."""
    Client.objects.select_for_update(no_key=True).get(pk=client.pk)
    last = Article.objects.filter(client=client).aggregate(last=Max("number"))["last"]
    article = Article(
        client=client,
        number=(last or 0) + 1,
        kind=kind,
        title=content.title.strip(),
        group=group,
        owner=owner,
        approver=approver,
        is_public=is_public,
        created_at=at,
    )
    _check(article, subjects := list(subjects))
    article.save()
    _attach(article, subjects)
    write_draft(article, content, by=by, at=at)
    return article


@action
def change_article(
    article: Article,
    *,
    by: Agent,
    at: datetime,
    subjects: Iterable[Subject] | None = None,
    **settings: Any,
) -> None:
    """Say who answers for the article, who may read it and what it is about, from now on."""
    article = held(article)
    fields = [key for key, value in settings.items() if getattr(article, key) != value]
    old = [_kept(getattr(article, key)) for key in fields]
    for key in fields:
        setattr(article, key, settings[key])
    known = set(article.about.values_list("subject_id", flat=True))
    chosen = None if subjects is None else list(subjects)
    given = known if chosen is None else {subject.pk for subject in chosen}
    _check(article, chosen or ())
    new = [_kept(getattr(article, key)) for key in fields]
    if given != known:
        _attach(article, chosen or ())
        fields.append("subjects")
        old.append(",".join(map(str, sorted(known))))
        new.append(",".join(map(str, sorted(given))))
    if not fields:
        return
    article.save(update_fields=[*settings])
    index(article)
    announce(
        ArticleChanged(fields=tuple(fields), old=tuple(old), new=tuple(new), **about(article, by)),
        at=at,
    )


@action
def write_draft(article: Article, content: Content, *, by: Agent, at: datetime) -> Version:
    """Write the draft of the next version, or change the one that is being written."""
    article = held(article)
    _check_content(content, at=at)
    version = article.versions.filter(state__in=["draft", "submitted"]).first()
    if version is not None and version.state == Version.State.SUBMITTED:
        raise WaitsForApproval
    is_new = version is None
    if version is None:
        last = article.versions.aggregate(last=Max("number"))["last"]
        version = Version(article=article, client_id=article.client_id, number=(last or 0) + 1)
        version.made_at = at
    version.author = by
    version.review_on = content.review_on
    version.what_is_new = content.what_is_new.strip()
    version.corrects_id = article.published_id if content.is_correction else None
    version.what_was_wrong = content.what_was_wrong.strip() if version.corrects_id else ""
    version.save()
    version.wordings.all().delete()
    Wording.objects.bulk_create(_wordings(version, content))
    if article.published_id is None:
        article.title = content.title.strip()
        article.save(update_fields=["title"])
    kind = ArticleBegun if is_new else DraftWritten
    announce(kind(version_id=version.pk, **about(article, by)), at=at)
    return version


@action
def throw_away_draft(article: Article, *, by: Agent, at: datetime) -> None:
    """Drop what is being written; a version in force stays in force."""
    article = held(article)
    version = in_the_making(article)
    number = version.number
    version.delete()
    announce(DraftThrownAway(number=number, **about(article, by)), at=at)


def held(article: Article) -> Article:
    """Return the article as it stands now, held until the transaction ends."""
    return Article.objects.select_for_update(of=("self",), no_key=True).get(pk=article.pk)


def in_the_making(article: Article) -> Version:
    version = article.versions.filter(state__in=["draft", "submitted"]).first()
    if version is None:
        raise NothingInTheMaking(article=article.code)
    return version


def about(article: Article, by: Agent) -> dict[str, Any]:
    """Return what every event of an article carries."""
    return {"client_id": article.client_id, "agent_id": by.pk, "article_id": article.pk}


def _attach(article: Article, subjects: Iterable[Subject]) -> None:
    article.about.all().delete()
    AboutSubject.objects.bulk_create(
        AboutSubject(article=article, subject=subject, client_id=article.client_id)
        for subject in {subject.pk: subject for subject in subjects}.values()
    )


def _check(article: Article, subjects: Iterable[Subject]) -> None:
    owned: list[Group | Subject] = [article.group, *subjects]
    if any(row.client_id != article.client_id for row in owned):
        raise OfAnotherClient


def _check_content(content: Content, *, at: datetime) -> None:
    if not content.title.strip():
        raise TitleMissing
    if not content.body.strip():
        raise TextMissing
    if content.review_on <= localtime(at).date():
        raise ReviewInThePast
    if content.is_correction and not content.what_was_wrong.strip():
        raise WrongToldOfNothing


def _wordings(version: Version, content: Content) -> Iterable[Wording]:
    titles = {"body": content.title, "body_en": content.title_en}
    for name, (form, language) in KEPT_AS.items():
        written = str(getattr(content, name)).replace("\r\n", "\n").strip()
        if not written:
            continue
        yield Wording(
            version=version,
            article_id=version.article_id,
            client_id=version.client_id,
            form=form,
            language=language,
            title=titles.get(name, "").strip(),
            body="" if name in LINKS else written,
            link=written if name in LINKS else "",
        )


def _kept(value: object) -> str:
    return str(value.pk if isinstance(value, models.Model) else value or "")
