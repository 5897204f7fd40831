from datetime import timedelta

import pytest
from django.conf import settings

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases.actions import (
    MergedAlready,
    MergedFurther,
    MergedIntoDone,
    MergedIntoItself,
    NotMerged,
    NotOfThisClient,
    OfDifferentCustomers,
    PartOfAnother,
    StillHandedOver,
    answer,
    change_state,
    close,
    describe,
    hand_over,
    join_contact,
    merge,
    open_case,
    reopen,
    try_code,
    unmerge,
    write_note,
)
from gensvar.operations.cases.models import Case, CaseContact, State
from gensvar.operations.cases.queries.joined import home_of, standing
from gensvar.operations.cases.queries.story import Noted, story_of
from gensvar.operations.cases.rules import follow_code
from gensvar.operations.customers.actions import recognise

LATER = NOON + timedelta(hours=2)


@pytest.fixture
def first(begun, eva):
    return begun("Gropar", eva)


@pytest.fixture
def again(begun, eva):
    """The same matter, asked once more."""
    return begun("Gropar igen", eva)


def words_of(case):
    fresh = Case.objects.get(pk=case.pk)
    return [(entry.text, entry.origin) for entry in story_of(fresh).spoken]


def test_both_are_told_as_one_and_each_keeps_its_own(first, again, ada):
    write_note(again, "Ringde också", by=ada, at=NOON)

    merge(again, into=first, by=ada, at=LATER)

    assert words_of(first) == [("Gropar", ""), ("Gropar igen", again.number)]
    notes = [entry for entry in story_of(first).entries if isinstance(entry, Noted)]
    assert [(note.text, note.origin) for note in notes] == [("Ringde också", again.number)]
    assert words_of(again) == [("Gropar igen", "")]
    again.refresh_from_db()
    assert (again.state, again.closed_at) == (State.CLOSED, LATER)
    assert standing(again) == first


def test_later_words_to_the_old_number_arrive_where_it_leads(first, again, said, eva, ada):
    merge(again, into=first, by=ada, at=LATER)
    change_state(first, State.WAITING_FOR_CUSTOMER, by=ada, at=LATER)

    late = said("Nu är det värre", eva, at=LATER)
    joined = join_contact(again, late, by=None, at=LATER)

    assert joined == first
    assert ("Nu är det värre", again.number) in words_of(first)
    assert Case.objects.get(pk=first.pk).state == State.WAITING_FOR_US
    assert Case.objects.get(pk=again.pk).is_closed
    join_contact(again, late, by=None, at=LATER)
    assert CaseContact.objects.filter(contact=late).count() == 1


def test_taken_apart_everything_is_where_it_was(first, again, ada):
    change_state(again, State.WAITING_FOR_CUSTOMER, by=ada, at=NOON)
    change_state(first, State.WAITING_FOR_CUSTOMER, by=ada, at=NOON)
    before = {one.pk: list(one.contacts.order_by("pk")) for one in (first, again)}

    merge(again, into=first, by=ada, at=LATER)
    unmerge(again, by=ada, at=LATER + timedelta(hours=1))

    for case in (first, again):
        case.refresh_from_db()
        assert list(case.contacts.order_by("pk")) == before[case.pk]
        assert case.state == State.WAITING_FOR_CUSTOMER
    assert again.closed_at is None
    assert standing(again) == again


def test_what_came_to_the_old_number_goes_with_it_when_taken_apart(first, again, said, eva, ada):
    change_state(again, State.WAITING_FOR_CUSTOMER, by=ada, at=NOON)
    merge(again, into=first, by=ada, at=LATER)
    late = said("Svar till det gamla", eva, case=again, at=LATER)
    own = said("Svar till det nya", eva, case=first, at=LATER)

    unmerge(again, by=ada, at=LATER + timedelta(hours=1))

    assert list(home_of(late)) == [again]
    assert list(home_of(own)) == [first]
    assert words_of(again)[-1] == ("Svar till det gamla", "")
    assert Case.objects.get(pk=again.pk).state == State.WAITING_FOR_US


def test_a_case_in_turn_taken_back_after_a_merge_gives_it_up(first, again, ada):
    change_state(first, State.WAITING_FOR_CUSTOMER, by=ada, at=NOON)

    merge(again, into=first, by=ada, at=LATER)
    first.refresh_from_db()
    assert first.state == State.WAITING_FOR_US

    unmerge(again, by=ada, at=LATER + timedelta(hours=1))
    first.refresh_from_db()
    again.refresh_from_db()
    assert (first.state, again.state) == (State.WAITING_FOR_CUSTOMER, State.WAITING_FOR_US)


def test_a_contact_that_both_had_stays_with_both(first, again, said, eva, ada):
    call = said("Om båda", eva, case=first)
    join_contact(again, call, by=ada, at=NOON)

    merge(again, into=first, by=ada, at=LATER)
    unmerge(again, by=ada, at=LATER)

    assert set(Case.objects.filter(contacts=call)) == {first, again}


def test_merges_follow_each_other_and_are_undone_from_the_outside(first, again, begun, eva, ada):
    third = begun("Gropar en tredje gång", eva)
    merge(third, into=again, by=ada, at=NOON)
    merge(again, into=first, by=ada, at=LATER)

    assert standing(third) == first
    assert ("Gropar en tredje gång", again.number) in words_of(first)
    with pytest.raises(MergedFurther) as refused:
        unmerge(third, by=ada, at=LATER)
    assert again.number in refused.value.words()

    unmerge(again, by=ada, at=LATER)
    unmerge(third, by=ada, at=LATER)
    assert [len(words_of(one)) for one in (first, again, third)] == [1, 1, 1]


def test_a_customer_that_only_one_knew_is_known_while_they_are_one(begun, eva, ada):
    unknown, known = begun("Okänd"), begun("Känd", eva)

    merge(known, into=unknown, by=ada, at=LATER)
    assert Case.objects.get(pk=unknown.pk).customer == eva

    unmerge(known, by=ada, at=LATER)
    assert Case.objects.get(pk=unknown.pk).customer is None


def test_what_cannot_become_one_is_refused(first, again, begun, energi, ada, gator, tek_gata):
    foreign = open_case(energi, title="El", channel="phone", at=NOON)
    other = recognise(first.client, kind="mail", value="nils@example.com", name="Nils Ek", at=NOON)
    strangers = begun("Annat", other)
    with pytest.raises(MergedIntoItself):
        merge(first, into=first, by=ada, at=NOON)
    with pytest.raises(NotOfThisClient):
        merge(first, into=foreign, by=ada, at=NOON)
    with pytest.raises(OfDifferentCustomers):
        merge(strangers, into=first, by=ada, at=NOON)
    hand_over(strangers, to=tek_gata, why="cannot", question="När?", by=ada, at=NOON)
    describe(strangers, customer=first.customer, by=ada, at=NOON)
    with pytest.raises(StillHandedOver):
        merge(strangers, into=first, by=ada, at=NOON)
    describe(again, subject=gator, need_type="status", by=ada, at=NOON)
    close(again, by=ada, at=NOON)
    with pytest.raises(MergedIntoDone):
        merge(first, into=again, by=ada, at=NOON)
    with pytest.raises(NotMerged):
        unmerge(first, by=ada, at=NOON)


def test_a_ring_is_refused(first, again, begun, eva, ada):
    third = begun("Tredje", eva)
    merge(again, into=first, by=ada, at=NOON)

    for case, into in ((first, again), (again, third), (third, again)):
        with pytest.raises(MergedAlready) as refused:
            merge(case, into=into, by=ada, at=NOON)
        assert again.number in refused.value.words()


def test_a_part_is_neither_answered_nor_opened_by_itself(first, again, ada):
    merge(again, into=first, by=ada, at=NOON)

    with pytest.raises(PartOfAnother) as refused:
        answer(again, "Hej", channel="mail", by=ada, at=NOON)
    assert first.number in refused.value.words()
    with pytest.raises(PartOfAnother):
        reopen(again, by=ada, at=NOON)


def test_the_old_number_and_code_open_the_whole_until_it_is_taken_apart(first, again, ada):
    code = follow_code(settings.SECRET_KEY, number=again.number, version=again.code_version)
    merge(again, into=first, by=ada, at=NOON)
    assert try_code(again.number, code, sender="x", at=NOON).case_id == first.pk

    unmerge(again, by=ada, at=NOON)
    assert try_code(again.number, code, sender="x", at=NOON).case_id == again.pk


def test_a_merge_is_in_the_record_of_both(first, again, ada):
    merge(again, into=first, by=ada, at=NOON)
    unmerge(again, by=ada, at=NOON)

    def names(case):
        rows = EventRecord.objects.of_case(case.pk).values_list("name", flat=True)
        return [name for name in rows if "state" not in name][-2:]

    assert names(first) == ["cases.case-taken-in", "cases.case-let-go"]
    assert names(again) == ["cases.case-merged", "cases.case-unmerged"]
