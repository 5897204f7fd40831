from datetime import date

import pytest

from gensvar.operations.knowledge import actions
from gensvar.operations.knowledge.models import ServiceArea, Subject
from gensvar.operations.knowledge.queries.finding import found, suggested

TODAY = date(2026, 5, 4)


@pytest.fixture
def articles(publish, gator, exempelby):
    """Six articles, of which one is about the subject Gator, v."""
    area = ServiceArea.objects.create(client=exempelby, department="Skolkontoret", name="Skola")
    skola = Subject.objects.create(client=exempelby, area=area, name="Skolskjuts")
    told = [
        ("När lagas hål i gatan?", "Vi lagar hål i asfalten inom tre dagar.", [gator]),
        ("Vem får skolskjuts?", "Barn som bor långt från skolan får åka skolbuss.", [skola]),
        ("Vart lämnar jag farligt avfall?", "Ta det till återvinningscentralen.", []),
        ("Hur söker jag bygglov?", "Ansök med ritningar. Vi svarar inom tio veckor.", []),
        ("När är badhuset öppet?", "Badhuset har öppet varje dag.", []),
        ("Hur betalar jag en faktura?", "Betala till bankgirot på fakturan.", []),
    ]
    return {title: publish(title, body, subjects=about) for title, body, about in told}


def titles(client, text, subject=None, **more):
    hits = suggested([client.pk], text=text, subject=subject, on=TODAY, **more)
    return [hit.title for hit in hits]


def test_the_words_at_hand_suggest_by_their_stems(articles, exempelby):
    letter = "Hej! Vår gata är full av djupa hålen i asfalt. Hälsningar Eva"

    assert titles(exempelby, letter)[0] == "När lagas hål i gatan?"


def test_the_subject_suggests_also_without_words(articles, exempelby, gator):
    assert titles(exempelby, "", gator.pk) == ["När lagas hål i gatan?"]


def test_the_subject_comes_before_words(articles, exempelby, gator):
    assert titles(exempelby, "Får min dotter skolskjuts?", gator.pk) == [
        "När lagas hål i gatan?",
        "Vem får skolskjuts?",
    ]


def test_a_text_about_nothing_known_suggests_nothing(articles, exempelby):
    assert titles(exempelby, "Trombon") == []
    assert titles(exempelby, "") == []


def test_an_overdue_article_sinks_and_says_so(publish, exempelby, gator):
    stale = publish("Hål i gatan", "Ring oss om hål.", subjects=[gator], review_on=date(2026, 5, 5))
    fresh = publish("Hål i gator", "Ring oss om hål.", subjects=[gator])

    hits = suggested([exempelby.pk], text="hål", subject=gator.pk, on=date(2026, 5, 6))

    assert [(hit.article, hit.is_overdue) for hit in hits] == [(fresh, False), (stale, True)]


def test_drafts_and_what_is_withdrawn_are_not_suggested(articles, begin, mats, exempelby, noon):
    begin("Hål i huvudet", "Hål.")
    actions.withdraw(articles["När lagas hål i gatan?"], "Fel", by=mats, at=noon)

    assert titles(exempelby, "hål i gatan") == []


def test_another_clients_articles_are_not_suggested(articles, energi):
    assert titles(energi, "hål i gatan") == []


def test_the_public_is_shown_only_what_is_public(articles, exempelby, mats, noon):
    actions.change_article(articles["Hur söker jag bygglov?"], is_public=True, by=mats, at=noon)

    assert titles(exempelby, "bygglov gatan hål", only_public=True) == ["Hur söker jag bygglov?"]


def test_english_is_shown_where_there_is_english(publish, exempelby):
    publish("Hur betalar jag?", "Med bankgiro.", title_en="How do I pay?", body_en="By bank giro.")

    swedish = suggested([exempelby.pk], text="how do I pay", subject=None, on=TODAY)
    english = suggested([exempelby.pk], text="how do I pay", subject=None, on=TODAY, language="en")

    assert (swedish[0].title, english[0].title) == ("Hur betalar jag?", "How do I pay?")
    assert english[0].text == "By bank giro."


@pytest.mark.parametrize("typed", ["badhuset", "badhus öppet", "BADHUS", "badh", "badhuset öpet"])
def test_what_is_typed_finds_by_stem_by_beginning_and_in_spite_of_a_slip(
    articles, exempelby, typed
):
    hits = found([exempelby.pk], typed, on=TODAY)

    assert [hit.title for hit in hits] == ["När är badhuset öppet?"]


@pytest.mark.parametrize("typed", ["", "  ", "'", "\\", "& | !", "a:b", "hål' | 'gata", "%", "\0"])
def test_any_characters_can_be_typed(articles, exempelby, typed):
    assert isinstance(found([exempelby.pk], typed, on=TODAY), list)
    assert isinstance(suggested([exempelby.pk], text=typed, subject=None, on=TODAY), list)


def test_every_word_typed_must_be_there(articles, exempelby):
    assert found([exempelby.pk], "badhuset bygglov", on=TODAY) == []
