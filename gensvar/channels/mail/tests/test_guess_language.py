import pytest

from gensvar.channels.mail.intake.language import guessed


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hej, när kommer ni och hämtar soporna? Det är fullt.", "sv"),
        ("Hello, when do you collect the garbage? It is full.", "en"),
        ("Hei, milloin jäteauto tulee? Se ei ole käynyt.", "fi"),
        ("Guten Tag, wann kommt die Müllabfuhr? Ich bitte um Antwort.", "de"),
        ("Dzień dobry, kiedy jest wywóz śmieci? Dziękuję.", "pl"),
        ("12345", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_mail_is_guessed_by_its_small_words(text, language):
    assert guessed(text) == language
