import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gensvar.science.readability import Band, lix
from gensvar.science.readability import measured as module

HARD = (
    "Handläggningstiden är beroende av ärendets omfattning och av om alla handlingar finns med "
    "från början. Ofullständiga ansökningar tar normalt betydligt längre tid."
)
EASY = (
    "Tiden beror på ärendet. Det går fortare om du skickar alla handlingar direkt. "
    "Saknas något frågar vi dig, då väntar beslutet."
)


def test_the_index_is_words_per_sentence_and_per_cent_long_words():
    # "ansökan", "bygglov" and "tidigare" have more than six letters: 21 / 2 + 100 * 3 / 21.
    text = (
        "Vi har nu fått in din ansökan om bygglov till oss. "
        "Du får svar av oss inom tio veckor, ofta tidigare."
    )

    measured = lix(text)

    assert (measured.words, measured.sentences, measured.long_count) == (21, 2, 3)
    assert measured.value == 25  # 10.5 + 14.3


def test_officials_prose_is_hard_and_its_easy_variant_is_easy():
    assert (lix(HARD).value, lix(HARD).band) == (52, Band.HARD)
    assert (lix(EASY).value, lix(EASY).band) == (31, Band.EASY)
    assert lix(HARD).long_words[0] == "Handläggningstiden"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Du får svar. Vi ringer upp dig.", 4),  # 7 / 2
        ("Hus. " * 2 + "Vi har nu ett hus här i byn.", 3),  # 10 / 3
        ("Vi ser. Vi ser nu.", 3),  # 5 / 2, which half to even would make 2
        ("Kom hit, kommunen. Bil, bil, bil, bil, bil.", 17),  # 8 / 2 + 100 / 8 = 16.5
    ],
)
def test_half_is_rounded_up(text, value):
    assert lix(text).value == value


def test_a_long_word_is_told_once_however_it_is_written():
    text = "Handlingar saknas. Skicka handlingar. HANDLINGAR behövs, och fakturan."

    assert lix(text).long_words == ("Handlingar", "fakturan")


@pytest.mark.parametrize(
    ("value", "band"),
    [
        (29, Band.VERY_EASY),
        (30, Band.EASY),
        (40, Band.MEDIUM),
        (52, Band.HARD),
        (60, Band.VERY_HARD),
    ],
)
def test_every_value_has_its_word(value, band):
    # One sentence without long words has as many words as its index.
    assert lix(" ".join(["hus"] * value)).band == band


def test_an_abbreviation_a_clock_and_an_address_end_no_sentence():
    text = "Ring oss t.ex. kl. 13.30 på tel. 0123-45 eller skriv till info@exempelby.example nu."

    assert lix(text).sentences == 1


def test_items_of_a_list_are_sentences():
    assert lix("Ta med\n- pass\n- intyg\n\nKom i tid").sentences == 4


def test_digits_do_not_make_a_word_long():
    assert lix("Ring 0701234567 nu").long_count == 0


@given(st.text())
def test_any_text_has_an_index(text):
    measured = lix(text)

    assert measured.value >= 0
    assert measured.sentences >= 1
    assert measured.long_count <= measured.words


@given(st.lists(st.sampled_from(["hus", "kommunen", "ansökan", "bil"]), min_size=1, max_size=40))
def test_shorter_sentences_never_make_a_text_harder(chosen):
    whole = " ".join(chosen) + "."
    cut = " ".join(f"{word}." for word in chosen)

    assert lix(cut).value <= lix(whole).value


def test_the_examples_in_the_text_hold():
    examples = doctest.testmod(module)

    assert (examples.failed, examples.attempted) == (0, 4)
