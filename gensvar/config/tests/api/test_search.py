from typing import Any

from gensvar.config.tests.api.conftest import Program


def test_a_word_finds_the_case_and_its_customer(program: Program, case: Any) -> None:
    by_title = program.get("/search", q="gatan").json()
    by_number = program.get("/search", q=case["number"], kind="case").json()
    by_address = program.get("/search", q="eva.ek@example.com", kind="customer").json()

    assert [item["number"] for item in by_title["items"]] == [case["number"]]
    assert by_number["count"] == 1
    assert by_address["items"][0]["name"] == "Eva Ek"
    assert program.get(by_address["items"][0]["url"].removeprefix("/api/v1")).status_code == 200


def test_one_client_finds_nothing_of_another(
    program: Program, case: Any, energi_program: Program, energi_case: Any
) -> None:
    for words in (case["number"], "gatan", "Eva Ek"):
        found = energi_program.get("/search", q=words).json()
        assert (found["count"], found["items"]) == (0, [])
    assert energi_program.get("/search", q="elen").json()["count"] == 1


def test_words_sent_in_a_body_find_the_same_and_stand_in_no_address(
    program: Program, energi_program: Program, case: Any
) -> None:
    asked = {"q": "gatan", "kind": "case"}

    assert program.post("/search", asked).json() == program.get("/search", **asked).json()
    assert program.post("/search", asked).json()["count"] == 1
    assert energi_program.post("/search", asked).json()["count"] == 0
    assert program.post("/search", {"q": ""}).status_code == 422
    assert program.post("/search", {"q": "x", "words": "y"}).status_code == 422


def test_an_empty_or_odd_question_breaks_nothing(program: Program, case: Any) -> None:
    assert program.get("/search", q="").status_code == 422
    assert program.get("/search").status_code == 422
    for words in ("%", "'", "\\", "  ", "!!", "å" * 200, ":*", "a & | !"):
        assert program.get("/search", q=words).status_code == 200
