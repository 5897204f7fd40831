from datetime import date, timedelta

import pytest

from gensvar.foundation.events.models import EventRecord
from gensvar.operations.knowledge import actions
from gensvar.operations.knowledge.actions.upkeep import AnsweredAlready, AnswerMissing
from gensvar.operations.knowledge.models import Gap, Reminder, Report
from gensvar.operations.knowledge.queries.articles import (
    Freshness,
    forms_of,
    freshness,
    freshness_by_owner,
    gaps,
    waiting_for,
)


def test_the_owner_is_reminded_once_however_often_the_job_runs(publish, hanna, noon):
    article = publish(review_on=date(2026, 5, 5))
    assert actions.remind_owners(at=noon + timedelta(days=1)) == 0

    runs = [actions.remind_owners(at=noon + timedelta(days=days)) for days in (2, 2, 3)]

    assert runs == [1, 0, 0]
    reminder = Reminder.objects.get()
    assert (reminder.article, reminder.owner) == (article, hanna)
    assert EventRecord.objects.filter(name="knowledge.article-fell-due").count() == 1


def test_after_a_review_the_next_due_day_reminds_again(publish, mats, noon):
    article = publish(review_on=date(2026, 5, 5))
    actions.remind_owners(at=noon + timedelta(days=2))
    actions.review(article, next_on=date(2026, 6, 1), by=mats, at=noon + timedelta(days=2))

    assert actions.remind_owners(at=noon + timedelta(days=3)) == 0
    assert actions.remind_owners(at=noon + timedelta(days=40)) == 1


def test_a_reminder_is_told_once(publish, noon):
    publish(review_on=date(2026, 5, 5))
    actions.remind_owners(at=noon + timedelta(days=2))
    pk = Reminder.objects.get().pk

    assert actions.untold_reminder(pk, at=noon) is not None
    assert actions.untold_reminder(pk, at=noon) is None


def test_one_click_makes_work_for_the_owner_and_the_next_only_adds_words(
    publish, ada, hanna, exempelby, noon
):
    version = publish().published

    actions.report(version, "", by=ada, at=noon)
    reported = actions.report(version, "Det är fem dagar nu.", by=ada, at=noon)

    assert Report.objects.count() == 1
    waits = waiting_for(hanna, [exempelby.pk], on=noon.date())
    assert (waits.count, waits.reports) == (1, [reported])
    assert Report.objects.get().words == "Det är fem dagar nu."


def test_the_owner_answers_once_and_with_words(publish, ada, hanna, exempelby, noon):
    reported = actions.report(publish().published, "Fel", by=ada, at=noon)
    with pytest.raises(AnswerMissing):
        actions.answer_report(reported, outcome="holds", answer=" ", by=hanna, at=noon)

    actions.answer_report(reported, outcome="holds", answer="Det stämmer.", by=hanna, at=noon)

    with pytest.raises(AnsweredAlready):
        actions.answer_report(reported, outcome="holds", answer="Igen", by=hanna, at=noon)
    assert waiting_for(hanna, [exempelby.pk], on=noon.date()).count == 0
    assert actions.report(reported.version, "Igen", by=ada, at=noon).pk != reported.pk


def test_what_waits_for_whom(begin, publish, hanna, mats, exempelby, noon):
    publish("Gammal", review_on=date(2026, 5, 5))
    begin("Utkast")
    waiting = begin("Väntar")
    actions.submit(waiting, by=hanna, at=noon)
    on = date(2026, 5, 6)

    hers, his = (waiting_for(one, [exempelby.pk], on=on) for one in (hanna, mats))

    assert [one.title for one in hers.overdue] == ["Gammal"]
    assert [one.article.title for one in hers.drafts] == ["Utkast"]
    assert hers.to_approve == []
    assert [one.article.title for one in his.to_approve] == ["Väntar"]


def test_k75_counts_what_is_within_its_day_of_review(publish, begin, exempelby):
    for place in range(44):
        publish(f"Fråga {place}", review_on=date(2026, 5, 6 if place < 3 else 30))
    begin("Ett utkast räknas inte")

    fresh = freshness([exempelby.pk], on=date(2026, 5, 7))

    assert fresh == Freshness(current=41, published=44)
    assert round(100 * (fresh.share or 0), 1) == 93.2
    assert freshness_by_owner([exempelby.pk], on=date(2026, 5, 7)) == [("TEK-GATA", fresh)]
    assert Freshness(0, 0).share is None


def test_missed_answers_are_counted_until_an_article_answers(publish, ada, gator, exempelby, noon):
    for day in range(31):
        actions.note_gap(gator, "", by=ada, at=noon.replace(month=3, day=1 + day))

    (missed,) = gaps([exempelby.pk])
    assert (missed.subject, missed.count, missed.open) == (gator, 31, 31)

    article = publish(subjects=[gator])
    assert gaps([exempelby.pk]) == []
    assert set(Gap.objects.values_list("filled_by", "filled_at")) == {(article.pk, noon)}


def test_forms_are_known_by_subject(publish, gator):
    publish(subjects=[gator], easy="Vi lagar hål snabbt.", pdf="https://exempelby.example/hal.pdf")

    assert forms_of([gator.pk]) == {gator.pk: {"text", "easy", "pdf"}}


def test_nothing_published_leaves_a_subject_without_forms(begin, gator):
    begin(subjects=[gator])

    assert forms_of([gator.pk]) == {gator.pk: frozenset()}
