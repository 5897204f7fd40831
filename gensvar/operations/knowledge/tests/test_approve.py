from datetime import date

import pytest
from django.db import InternalError, transaction
from django.db.utils import DatabaseError

from gensvar.foundation.events.models import EventRecord
from gensvar.operations.knowledge import actions
from gensvar.operations.knowledge.actions.approving import (
    NotInForce,
    NotSubmitted,
    OwnWords,
    WhyMissing,
)
from gensvar.operations.knowledge.actions.writing import (
    NothingInTheMaking,
    ReviewInThePast,
    TextMissing,
    TitleMissing,
    WaitsForApproval,
    WrongToldOfNothing,
)
from gensvar.operations.knowledge.models import Article, Version, Wording
from gensvar.operations.knowledge.queries.articles import changes_between, content_of
from gensvar.operations.knowledge.tests.conftest import REVIEW_ON, content


def states(article: Article) -> list[tuple[int, str]]:
    return list(article.versions.order_by("number").values_list("number", "state"))


def test_a_version_goes_from_draft_to_approved_to_withdrawn(begin, hanna, mats, noon):
    article = begin()
    assert (article.code, states(article)) == ("ART-1", [(1, "draft")])

    actions.submit(article, by=hanna, at=noon)
    assert states(article) == [(1, "submitted")]
    version = actions.approve(article, by=mats, at=noon)

    article.refresh_from_db()
    assert states(article) == [(1, "approved")]
    assert (article.published, article.review_on) == (version, REVIEW_ON)
    assert (version.approved_by, version.approved_at) == (mats, noon)

    actions.withdraw(article, "Regeln gäller inte längre.", by=mats, at=noon)
    article.refresh_from_db()
    assert (states(article), article.published) == ([(1, "withdrawn")], None)
    assert list(EventRecord.objects.order_by("id").values_list("name", flat=True)) == [
        "knowledge.article-begun",
        "knowledge.article-submitted",
        "knowledge.article-approved",
        "knowledge.article-withdrawn",
    ]


def test_nobody_approves_their_own_words(begin, hanna, mats, noon):
    article = begin(by=mats)
    actions.submit(article, by=mats, at=noon)

    with pytest.raises(OwnWords):
        actions.approve(article, by=mats, at=noon)

    assert states(article) == [(1, "submitted")]


def test_whoever_changed_the_draft_last_is_its_author(begin, hanna, mats, noon):
    article = begin(by=hanna)
    actions.write_draft(article, content(), by=mats, at=noon)
    actions.submit(article, by=hanna, at=noon)

    with pytest.raises(OwnWords):
        actions.approve(article, by=mats, at=noon)


def test_a_draft_is_not_approved_before_it_is_sent_for_approval(begin, mats, noon):
    with pytest.raises(NotSubmitted):
        actions.approve(begin(), by=mats, at=noon)


def test_what_waits_for_approval_is_not_changed_meanwhile(begin, hanna, mats, noon):
    article = begin()
    actions.submit(article, by=hanna, at=noon)

    with pytest.raises(WaitsForApproval):
        actions.write_draft(article, content("Annat"), by=hanna, at=noon)

    actions.send_back(article, "Skriv att det gäller kommunens gator.", by=mats, at=noon)
    actions.write_draft(article, content("Annat"), by=hanna, at=noon)
    version = article.versions.get()
    assert (version.state, version.sent_back_because) == (
        "draft",
        "Skriv att det gäller kommunens gator.",
    )


def test_sending_back_says_why(begin, hanna, mats, noon):
    article = begin()
    actions.submit(article, by=hanna, at=noon)

    with pytest.raises(WhyMissing):
        actions.send_back(article, " ", by=mats, at=noon)


def test_a_new_version_takes_the_place_of_the_one_before(publish, noon, later):
    article = publish()
    publish("När lagas hål?", "Vi lagar inom fem dagar.", article=article, at=later)

    article.refresh_from_db()
    assert states(article) == [(1, "withdrawn"), (2, "approved")]
    assert article.title == "När lagas hål?"
    assert article.versions.get(number=1).withdrawn_at == later


def test_while_a_new_version_is_written_the_old_one_is_in_force(publish, hanna, noon):
    article = publish()
    actions.write_draft(article, content("Nytt namn", "Nya ord."), by=hanna, at=noon)

    article.refresh_from_db()
    assert (article.title, article.published.number) == ("När lagas hål i gatan?", 1)
    actions.throw_away_draft(article, by=hanna, at=noon)
    assert states(article) == [(1, "approved")]
    with pytest.raises(NothingInTheMaking):
        actions.throw_away_draft(article, by=hanna, at=noon)


@pytest.mark.parametrize(
    "change",
    [
        lambda v: Wording.objects.filter(version=v).update(body="Annat"),
        lambda v: Wording.objects.filter(version=v).delete(),
        lambda v: Wording.objects.create(
            version=v, article=v.article, client=v.client, form="easy", body="Nytt"
        ),
        lambda v: Version.objects.filter(pk=v.pk).update(state="draft"),
        lambda v: Version.objects.filter(pk=v.pk).update(number=9),
    ],
)
def test_the_database_keeps_what_was_approved(publish, change):
    version = publish().published

    with (
        pytest.raises((InternalError, DatabaseError), match="approved version"),
        transaction.atomic(),
    ):
        change(version)

    assert content_of(version).body.startswith("Vi lagar hål inom tre")


def test_a_draft_asks_for_title_text_and_a_day_that_lies_ahead(begin, noon):
    with pytest.raises(TitleMissing):
        begin(" ")
    with pytest.raises(TextMissing):
        begin(body="  ")
    with pytest.raises(ReviewInThePast):
        begin(review_on=date(2026, 5, 4))
    assert not Article.objects.exists()


def test_a_correction_says_what_was_wrong_and_of_which_version(publish, hanna, noon, later):
    article = publish()
    with pytest.raises(WrongToldOfNothing):
        actions.write_draft(article, content(is_correction=True), by=hanna, at=noon)

    publish(
        body="Vi lagar hål inom fem arbetsdagar.",
        article=article,
        at=later,
        is_correction=True,
        what_was_wrong="Det är fem dagar, inte tre.",
    )

    second = article.versions.get(number=2)
    assert second.corrects == article.versions.get(number=1)
    assert content_of(second).what_was_wrong == "Det är fem dagar, inte tre."


def test_a_review_moves_the_day_without_a_new_version(publish, mats, later):
    article = publish()

    actions.review(article, next_on=date(2027, 5, 1), by=mats, at=later)

    article.refresh_from_db()
    assert article.review_on == date(2027, 5, 1)
    assert article.reviews.get().version.number == 1
    with pytest.raises(ReviewInThePast):
        actions.review(article, next_on=date(2026, 5, 1), by=mats, at=later)


def test_what_is_not_in_force_is_neither_reviewed_nor_withdrawn(begin, mats, noon):
    article = begin()

    with pytest.raises(NotInForce):
        actions.review(article, next_on=REVIEW_ON, by=mats, at=noon)
    with pytest.raises(NotInForce):
        actions.withdraw(article, "Fel", by=mats, at=noon)


def test_the_difference_between_versions_is_told_word_by_word(publish, later):
    article = publish(body="Vi lagar hål inom tre dagar.")
    publish(body="Vi lagar hål inom fem dagar.", article=article, at=later)
    first, second = article.versions.order_by("number")

    changed = changes_between(first, second)

    assert [name for name, _changes in changed] == ["body"]
    assert [(one.kind, one.text) for one in changed[0][1]] == [
        ("same", "Vi lagar hål inom "),
        ("gone", "tre"),
        ("new", "fem"),
        ("same", " dagar."),
    ]


def test_who_answers_for_it_and_its_subjects_can_change(publish, gator, mats, noon):
    article = publish()

    actions.change_article(article, owner=mats, is_public=True, subjects=[gator], by=mats, at=noon)

    article.refresh_from_db()
    assert (article.owner, article.is_public) == (mats, True)
    assert list(article.subjects.all()) == [gator]
    changed = EventRecord.objects.get(name="knowledge.article-changed").payload
    assert changed["fields"] == ["owner", "is_public", "subjects"]


def test_numbers_follow_each_other_within_a_client(begin):
    assert [begin(f"Fråga {place}").number for place in range(3)] == [1, 2, 3]
