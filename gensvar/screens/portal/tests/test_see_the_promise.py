"""The customer reads what was promised, and that it was not kept."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils.timezone import now

from gensvar.operations.cases.actions import give_feedback, hand_over, mark_broken
from gensvar.operations.cases.models import Promise
from gensvar.operations.cases.queries.promises import standing
from gensvar.operations.cases.rules import follow_code


def page_of(citizen, case):
    code = follow_code(settings.SECRET_KEY, number=case.number, version=case.code_version)
    return citizen.answer("/folj/", number=case.number, code=code).content.decode()


@pytest.fixture
def promised(asked):
    promise = standing(asked)
    assert promise is not None
    return promise


def test_a_question_is_promised_an_answer_at_once(citizen, asked, promised):
    page = page_of(citizen, asked)

    assert promised.words in page
    assert "Vi svarar senast" in promised.words
    assert promised.told_at is not None
    assert "Blir det senare säger vi till i förväg" in page


def test_after_a_hand_over_the_page_says_who_answers_now(
    citizen, asked, promised, tek_gata, hanna, ada
):
    hand_over(asked, to=tek_gata, why="cannot", question="När?", by=ada, at=now())

    page = page_of(citizen, asked)

    assert "Gata och park svarar senast" in page


def test_a_broken_promise_is_admitted(citizen, asked, promised):
    Promise.objects.update(due_at=now() - timedelta(hours=1))
    mark_broken(at=now())

    page = page_of(citizen, asked)

    assert "Vi har inte svarat i tid" in page
    assert "Vi höll inte vad vi lovade" in page


def test_once_answered_nothing_is_promised_any_more(citizen, asked, promised, tek_gata, hanna, ada):
    hand_over(asked, to=tek_gata, why="cannot", question="När?", by=ada, at=now())
    give_feedback(asked, outcome="answered", channel="phone", summary="Onsdag", by=hanna, at=now())

    assert "Vad vi har lovat" not in page_of(citizen, asked)
