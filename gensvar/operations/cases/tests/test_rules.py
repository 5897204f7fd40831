import pytest
from hypothesis import given
from hypothesis import strategies as st

from gensvar.operations.cases.rules import (
    CODE_LETTERS,
    follow_code,
    is_same,
    number_in_tag,
    numbers_in,
    reply_tag,
)

numbers = st.from_regex(r"\d{2}-\d{6}", fullmatch=True)


@given(number=numbers, version=st.integers(1, 99))
def test_a_code_is_the_same_each_time_and_easy_to_copy(number, version):
    code = follow_code("secret", number=number, version=version)

    assert code == follow_code("secret", number=number, version=version)
    assert len(code) == 8
    assert set(code) <= set(CODE_LETTERS)


@given(number=numbers, version=st.integers(1, 99))
def test_a_code_opens_one_case_in_one_version_under_one_secret(number, version):
    code = follow_code("secret", number=number, version=version)

    assert code != follow_code("secret", number=number, version=version + 1)
    assert code != follow_code("other", number=number, version=version)
    assert code != follow_code("secret", number=f"{number[:-1]}x", version=version)


def test_a_code_is_taken_with_spaces_and_small_letters():
    code = follow_code("secret", number="26-000123", version=1)

    assert is_same(f" {code[:4].lower()}-{code[4:]} ", code)
    assert not is_same(code[:-1], code)
    assert not is_same("", code)


@given(number=numbers)
def test_a_reply_tag_names_its_case(number):
    assert number_in_tag(reply_tag("secret", number=number, version=1)) == number


@pytest.mark.parametrize("tag", ["", "news", "26-12.x", "26-000123x.abc"])
def test_another_tag_names_none(tag):
    assert number_in_tag(tag) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ärende 26-000123", ["26-000123"]),
        ("[26-000123] och 26-000124, 26-000123", ["26-000123", "26-000124"]),
        ("tel 070-1111111, 2026-000123, 26-0001234567", []),
        ("126-000123", []),
    ],
)
def test_numbers_are_found_in_text(text, found):
    assert numbers_in(text) == found
