"""Keep articles right: faults reported and answered, gaps noted, owners told of reviews."""

from datetime import datetime

from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from gensvar.foundation.acting import action
from gensvar.foundation.events.actions import announce
from gensvar.foundation.people.models import Agent
from gensvar.foundation.refusals import Refused
from gensvar.operations.knowledge.actions.writing import about
from gensvar.operations.knowledge.events import (
    AnswerMissed,
    ArticleFellDue,
    ArticleReported,
    ReportAnswered,
)
from gensvar.operations.knowledge.models import Article, Gap, Reminder, Report, Subject, Version


class AnsweredAlready(Refused):
    message = _("The report has been answered already.")


class AnswerMissing(Refused):
    message = _("Write what your colleague shall know.")
    status = 422


@action
def report(version: Version, words: str, *, by: Agent, at: datetime) -> Report:
    """Tell the owner that a version does not hold; a second click only adds words."""
    made, is_new = Report.objects.get_or_create(
        version=version,
        by=by,
        answered_at=None,
        defaults={
            "article_id": version.article_id,
            "client_id": version.client_id,
            "words": words.strip(),
            "at": at,
        },
    )
    if is_new:
        announce(
            ArticleReported(version_id=version.pk, report_id=made.pk, **about(version.article, by)),
            at=at,
        )
    elif words.strip():
        made.words = f"{made.words}\n{words.strip()}".strip()
        made.save(update_fields=["words"])
    return made


@action
def answer_report(reported: Report, *, outcome: str, answer: str, by: Agent, at: datetime) -> None:
    """Tell the colleague what became of it."""
    reported = Report.objects.select_for_update(of=("self",), no_key=True).get(pk=reported.pk)
    if reported.answered_at is not None:
        raise AnsweredAlready
    if not answer.strip():
        raise AnswerMissing
    reported.outcome, reported.answer = outcome, answer.strip()
    reported.answered_by, reported.answered_at = by, at
    reported.save(update_fields=["outcome", "answer", "answered_by", "answered_at"])
    announce(
        ReportAnswered(report_id=reported.pk, outcome=outcome, **about(reported.article, by)),
        at=at,
    )


@action
def note_gap(subject: Subject, words: str, *, by: Agent, at: datetime) -> Gap:
    """Write down that nothing here answered a question about the subject."""
    gap = Gap.objects.create(
        client_id=subject.client_id, subject=subject, words=words.strip()[:300], by=by, at=at
    )
    announce(
        AnswerMissed(
            client_id=subject.client_id, agent_id=by.pk, subject_id=subject.pk, gap_id=gap.pk
        ),
        at=at,
    )
    return gap


@action
def remind_owners(*, at: datetime) -> int:
    """Have each owner told of a review that is due; once a due day, however often this runs."""
    due = Article.objects.overdue(on=localtime(at).date())
    made = 0
    for article in due.select_for_update(of=("self",), no_key=True).order_by("pk"):
        assert article.review_on is not None
        reminder, is_new = Reminder.objects.get_or_create(
            article=article,
            due_on=article.review_on,
            defaults={"client_id": article.client_id, "owner_id": article.owner_id, "at": at},
        )
        if not is_new:
            continue
        made += 1
        announce(
            ArticleFellDue(
                client_id=article.client_id,
                article_id=article.pk,
                reminder_id=reminder.pk,
                owner_id=article.owner_id,
            ),
            at=at,
        )
    return made


@action
def untold_reminder(reminder_id: int, *, at: datetime) -> Reminder | None:
    """Return the reminder to tell, which is told with this; None if it has been told."""
    reminder = Reminder.objects.select_for_update(of=("self",), no_key=True).get(pk=reminder_id)
    if reminder.told_at is not None:
        return None
    reminder.told_at = at
    reminder.save(update_fields=["told_at"])
    return reminder
