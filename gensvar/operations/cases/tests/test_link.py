import pytest
from django.db import connection

from conftest import NOON
from gensvar.foundation.people.access import Reach, seeing_as
from gensvar.operations.cases.actions import (
    AlreadyLinked,
    ChildStillOpen,
    HasParent,
    HiddenChildStillOpen,
    LinkedToItself,
    NotLinked,
    NotOfThisClient,
    WhyDespiteParts,
    WouldWaitForItself,
    assign,
    close,
    describe,
    give_feedback,
    hand_over,
    link,
    merge,
    open_case,
    unlink,
)
from gensvar.operations.cases.models import Case, State
from gensvar.operations.cases.queries.joined import related_to


@pytest.fixture
def whole(begun, eva, gator, ada):
    """A case with everything that closing asks for."""
    return ready(begun("Gatan", eva), gator, ada)


@pytest.fixture
def part(begun, gator, ada):
    return ready(begun("Lyktan på gatan"), gator, ada)


def ready(case, gator, ada):
    describe(case, subject=gator, need_type="status", by=ada, at=NOON)
    return Case.objects.get(pk=case.pk)


def test_a_link_is_seen_from_both_sides_in_its_own_words(whole, part, ada):
    link(whole, part, kind="child", by=ada, at=NOON)

    assert [(one.number, one.role) for one in related_to(whole)] == [(part.number, "child")]
    assert [(one.number, one.role) for one in related_to(part)] == [(whole.number, "parent")]

    unlink(part, whole, by=ada, at=NOON)
    assert related_to(whole) == related_to(part) == []


def test_an_open_part_blocks_the_closing_and_is_named(whole, part, ada):
    link(whole, part, kind="child", by=ada, at=NOON)

    with pytest.raises(ChildStillOpen) as refused:
        close(whole, by=ada, at=NOON)
    assert part.number in refused.value.words()

    close(part, by=ada, at=NOON)
    close(whole, by=ada, at=NOON)
    assert Case.objects.filter(state=State.CLOSED).count() == 2


def test_a_reason_closes_the_whole_before_its_part(whole, part, ada):
    link(whole, part, kind="child", by=ada, at=NOON)

    with pytest.raises(WhyDespiteParts):
        close(whole, despite_parts=True, reason="  ", by=ada, at=NOON)
    close(whole, despite_parts=True, reason="Eva har fått sitt svar", by=ada, at=NOON)

    assert whole.states.latest("pk").reason == "Eva har fått sitt svar"
    part.refresh_from_db()
    assert part.state == State.WAITING_FOR_US


def test_related_cases_do_not_wait_for_each_other(whole, part, ada):
    link(whole, part, kind="related", by=ada, at=NOON)

    close(whole, by=ada, at=NOON)


def test_a_part_that_cannot_be_seen_blocks_too_and_is_not_named(whole, part, ada, tek_gata, hanna):
    link(whole, part, kind="child", by=ada, at=NOON)
    assign(whole, agent=None, group=tek_gata, by=ada, at=NOON)
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE gensvar_web")
    try:
        with (
            seeing_as(Reach(groups=frozenset({tek_gata.pk}), agent_id=hanna.pk)),
            pytest.raises(HiddenChildStillOpen) as refused,
        ):
            close(whole, by=hanna, at=NOON)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")
    assert part.number not in refused.value.words()


def test_a_part_of_what_was_merged_in_blocks_too(whole, part, begun, eva, ada):
    again = begun("Gatan igen", eva)
    link(again, part, kind="child", by=ada, at=NOON)
    merge(again, into=whole, by=ada, at=NOON)

    with pytest.raises(ChildStillOpen):
        close(whole, by=ada, at=NOON)


def test_a_department_that_answers_while_a_part_is_open_gives_the_case_back(
    whole, part, ada, hanna, tek_gata
):
    link(whole, part, kind="child", by=ada, at=NOON)
    hand_over(whole, to=tek_gata, why="cannot", question="När?", by=ada, at=NOON)

    give_feedback(
        whole, outcome="answered", channel="phone", summary="I morgon.", by=hanna, at=NOON
    )

    assert Case.objects.get(pk=whole.pk).state == State.WAITING_FOR_US


def test_links_that_make_no_sense_are_refused(whole, part, begun, energi, ada):
    third, foreign = begun("Tredje"), open_case(energi, title="El", channel="phone", at=NOON)
    link(whole, part, kind="child", by=ada, at=NOON)
    link(part, third, kind="child", by=ada, at=NOON)

    refusals = [
        (LinkedToItself, whole, whole),
        (NotOfThisClient, whole, foreign),
        (AlreadyLinked, part, whole),
        (HasParent, begun("Fjärde"), part),
        (WouldWaitForItself, third, whole),
    ]
    for refusal, case, other in refusals:
        with pytest.raises(refusal):
            link(case, other, kind="child", by=ada, at=NOON)
    with pytest.raises(NotLinked):
        unlink(whole, third, by=ada, at=NOON)
