"""One act on many cases: shown, confirmed, done once each, and undone as far as it can be."""

from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import Group, RoleGrant
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.batches.actions import (
    ConfirmedAlready,
    NothingChosen,
    NothingToDo,
    NotWeighedYet,
    TooMany,
    ask,
    ask_undo,
    confirm,
    go_on,
)
from gensvar.operations.batches.models import Batch, BatchedCase
from gensvar.operations.batches.queries import counts
from gensvar.operations.batches.rules import MOST, Act, Outcome
from gensvar.operations.cases.actions import (
    TooLateToUndo,
    assign,
    describe,
    fill_in,
    make_confidential,
    tag,
    write_note,
)
from gensvar.operations.cases.models import Case, Deed, HandOver, Snooze, State, Tag, Watch
from gensvar.operations.cases.queries.typed import filled_in, missing_fields_among
from gensvar.operations.casetypes.actions import add_type
from gensvar.operations.contacts.models import Message, Outgoing
from gensvar.operations.disruptions.actions import Described, begin

LATER = NOON + timedelta(minutes=3)


def undone(batch, by, at=LATER):
    ask_undo(batch, by=by, at=at)
    go_on(batch, at=lambda: at)
    return counts(batch)


def outcome_of(batch, case):
    row = BatchedCase.objects.get(batch=batch, case=case)
    return row.outcome, row.reason


def test_nothing_is_changed_by_looking_at_what_would_be(shown, five, ada, gator):
    happened, written = EventRecord.objects.count(), Message.objects.count()

    batch = shown(Act.SUBJECT, five, subject=gator.pk)

    assert counts(batch) == {Outcome.READY: 5}
    row = BatchedCase.objects.filter(batch=batch).first()
    assert (row.before["subject"], row.after["subject"]) == (None, gator.pk)
    assert Case.objects.filter(subject=gator).count() == 0
    assert EventRecord.objects.count() == happened + 1  # that somebody asked
    assert Message.objects.count() == written


def test_what_was_confirmed_is_done_and_told_of_each_case(done, five, ada, gator):
    batch = done(Act.SUBJECT, five, subject=gator.pk)

    assert counts(batch) == {Outcome.DONE: 5}
    assert Case.objects.filter(subject=gator).count() == 5
    told = EventRecord.objects.filter(name="cases.case-described", agent_id=ada.pk)
    assert told.count() == 5
    finished = EventRecord.objects.get(name="batches.batch-done")
    assert finished.payload["done"] == 5


def test_what_is_refused_is_named_and_the_others_are_done(done, shown, five, ada, gator):
    for case in five[:4]:
        describe(case, subject=gator, need_type="status", by=ada, at=NOON)

    batch = done(Act.CLOSE, five)

    assert counts(batch) == {Outcome.DONE: 4, Outcome.REFUSED: 1}
    assert "ämne" in outcome_of(batch, five[4])[1]
    assert Case.objects.filter(state=State.CLOSED).count() == 4


def test_closing_fills_in_only_what_is_missing(done, five, ada, gator):
    describe(five[0], need_type="opinion", by=ada, at=NOON)

    done(Act.CLOSE, five, subject=gator.pk, need_type="status", reason="Samma fel")

    assert Case.objects.get(pk=five[0].pk).need_type == "opinion"
    assert Case.objects.filter(state=State.CLOSED, subject=gator, need_type="status").count() == 4


def test_a_case_that_changed_since_it_was_shown_is_left_alone(shown, five, ada, bo, gator):
    batch = shown(Act.SUBJECT, five, subject=gator.pk)
    write_note(five[1], "Vänta med den här", by=bo, at=NOON)
    confirm(batch, by=ada, at=NOON)

    go_on(batch, at=lambda: LATER)

    assert counts(batch) == {Outcome.DONE: 4, Outcome.SKIPPED: 1}
    outcome, reason = outcome_of(batch, five[1])
    assert (outcome, "hänt något" in reason) == (Outcome.SKIPPED, True)
    assert Case.objects.get(pk=five[1].pk).subject is None


def test_a_worker_that_dies_half_way_does_nothing_twice(shown, five, ada):
    batch = shown(Act.TAG, five, tag="Storm")
    confirm(batch, by=ada, at=NOON)
    left = iter([NOON] * 4)  # for the piece, and for each of three cases

    with pytest.raises(StopIteration):
        go_on(batch, at=lambda: next(left))
    assert counts(batch) == {Outcome.DONE: 3, Outcome.READY: 2}

    go_on(batch, at=lambda: LATER)
    go_on(batch, at=lambda: LATER)

    assert counts(batch) == {Outcome.DONE: 5}
    assert EventRecord.objects.filter(name="cases.case-described").count() == 5
    assert EventRecord.objects.filter(name="batches.batch-done").count() == 1


def test_a_right_that_was_lost_meanwhile_is_no_right(shown, five, ada):
    batch = shown(Act.TAKE, five)
    confirm(batch, by=ada, at=NOON)
    RoleGrant.objects.filter(agent=ada).update(until=NOON)

    go_on(batch, at=lambda: LATER)

    assert Case.objects.filter(agent=ada).count() == 0
    assert counts(batch) == {Outcome.SKIPPED: 5}


def test_a_case_that_became_confidential_meanwhile_is_left(shown, five, ada, cia, exempelby):
    few = AccessList.objects.create(client=exempelby, name="Hotade")
    batch = shown(Act.TAKE, five)
    confirm(batch, by=ada, at=NOON)
    make_confidential(five[2], access=few, because="Hotad", by=cia, at=NOON)

    go_on(batch, at=lambda: LATER)

    assert counts(batch) == {Outcome.DONE: 4, Outcome.SKIPPED: 1}
    assert Case.objects.get(pk=five[2].pk).agent is None


def test_only_who_may_gives_work_to_others(shown, five, ada, bo, cia):
    assert counts(shown(Act.ASSIGN, five, agent=bo.pk, group=None)) == {Outcome.REFUSED: 5}
    assert counts(shown(Act.ASSIGN, five, by=cia, agent=bo.pk, group=None)) == {Outcome.READY: 5}


def test_a_group_of_another_client_gets_nothing(shown, five, cia, energi):
    foreign = Group.objects.create(client=energi, code="NAT", name="Nät")

    batch = shown(Act.ASSIGN, five, by=cia, agent=None, group=foreign.pk)

    assert counts(batch) == {Outcome.REFUSED: 5}


def test_the_whole_is_undone(done, five, ada, bo, kundtjanst):
    assign(five[0], agent=None, group=kundtjanst, by=bo, at=NOON)
    batch = done(Act.TAKE, five)

    assert undone(batch, ada) == {Outcome.UNDONE: 5}

    assert Case.objects.filter(agent=ada).count() == 0
    assert Case.objects.get(pk=five[0].pk).group == kundtjanst
    told = EventRecord.objects.get(name="batches.batch-undone")
    assert (told.payload["undone"], told.payload["kept"]) == (5, 0)


def test_what_somebody_has_changed_since_is_not_undone(done, five, ada, bo, cia):
    batch = done(Act.TAKE, five)
    assign(five[3], agent=bo, group=None, by=cia, at=LATER)

    assert undone(batch, ada) == {Outcome.UNDONE: 4, Outcome.KEPT: 1}

    assert Case.objects.get(pk=five[3].pk).agent == bo
    assert "ändrat" in outcome_of(batch, five[3])[1]


def test_cases_closed_together_are_opened_together(done, five, ada, gator):
    batch = done(Act.CLOSE, five, subject=gator.pk, need_type="status")

    undone(batch, ada)

    assert Case.objects.filter(state=State.WAITING_FOR_US, closed_at=None).count() == 5
    assert Case.objects.filter(subject=None, need_type="").count() == 5


def test_letters_wait_until_they_can_no_longer_be_taken_back(done, five, ada):
    batch = done(Act.WRITE, five, text="Hej {first_name}! Vi lagar {number} i dag.", turn="")

    assert counts(batch) == {Outcome.DONE: 5}
    letter = Outgoing.objects.order_by("pk").first()
    assert letter.message.text == f"Hej Eva! Vi lagar {five[0].number} i dag."
    assert letter.not_before == NOON + timedelta(minutes=10)

    assert undone(batch, ada) == {Outcome.UNDONE: 5}
    assert set(Outgoing.objects.values_list("state", flat=True)) == {Outgoing.State.CANCELLED}


def test_a_letter_that_has_left_is_not_undone(done, five, ada):
    batch = done(Act.WRITE, five[:2], text="Hej! Det är lagat.", turn="")
    Outgoing.objects.filter(pk=Outgoing.objects.first().pk).update(state=Outgoing.State.SENT)

    assert undone(batch, ada) == {Outcome.UNDONE: 1, Outcome.KEPT: 1}


def test_who_cannot_be_reached_is_told_before_anything_is_sent(shown, five, ada, exempelby):
    describe(five[0], customer=None, by=ada, at=NOON)

    batch = shown(Act.WRITE, five, text="Hej {first_name}!", turn="")

    assert counts(batch) == {Outcome.READY: 4, Outcome.REFUSED: 1}
    assert Outgoing.objects.count() == 0


def test_a_hand_over_is_done_and_cannot_be_undone(done, five, ada, gator, tek_gata, hanna):
    batch = done(
        Act.HAND_OVER, five[:2], to=tek_gata.pk, why="cannot", question="Lagas det i veckan?"
    )

    assert counts(batch) == {Outcome.DONE: 2}
    assert HandOver.objects.filter(to_group=tek_gata).count() == 2
    assert undone(batch, ada) == {Outcome.KEPT: 2}
    assert Case.objects.filter(state=State.HANDED_OVER).count() == 2


def test_tags_rest_need_and_following(done, five, ada):
    tag(five[0], "Storm", by=ada, at=NOON)

    tagged = done(Act.TAG, five, tag="Storm")
    assert counts(tagged) == {Outcome.DONE: 4, Outcome.REFUSED: 1}
    undone(tagged, ada)
    assert list(Tag.objects.get(name="Storm").cases.all()) == [five[0]]
    assert counts(done(Act.UNTAG, five, tag="Storm"))[Outcome.DONE] == 1

    until = (NOON + timedelta(days=3)).isoformat()
    rested = done(Act.REST, five, until=until)
    assert Snooze.objects.filter(ended_at=None).count() == 5
    undone(rested, ada)
    assert Snooze.objects.filter(ended_at=None).count() == 0

    needed = done(Act.NEED, five, need_type="opinion")
    assert Case.objects.filter(need_type="opinion").count() == 5
    undone(needed, ada)
    followed = done(Act.WATCH, five)
    assert Watch.objects.filter(agent=ada).count() == 5
    undone(followed, ada)
    assert Watch.objects.count() == 0
    assert Case.objects.filter(need_type="").count() == 5


def test_cases_are_put_with_a_disruption_and_taken_away_again(done, five, ada, cia, exempelby):
    said = Described(
        cause="Vattenläcka",
        area="Bruksgatan",
        subject=None,
        started_at=NOON,
        expected_until=None,
        is_public=False,
        public_text="",
        public_text_en="",
        phone_text="",
    )
    leak = begin(exempelby, said, by=cia, at=NOON)

    batch = done(Act.ATTACH, five, disruption=leak.pk)

    assert Case.objects.filter(cause__disruption=leak).count() == 5
    assert undone(batch, ada) == {Outcome.UNDONE: 5}
    assert Case.objects.filter(cause__disruption=leak).count() == 0


def test_a_day_later_it_is_too_late(done, five, ada):
    batch = done(Act.TAKE, five)

    with pytest.raises(TooLateToUndo):
        ask_undo(batch, by=ada, at=NOON + timedelta(hours=24))


def test_it_is_confirmed_once_and_only_when_all_has_been_shown(shown, five, ada, exempelby):
    unseen = ask(Act.TAKE, {}, [(five[0].pk, exempelby.pk)], by=ada, at=NOON)
    with pytest.raises(NotWeighedYet):
        confirm(unseen, by=ada, at=NOON)

    batch = shown(Act.TAKE, five)
    confirm(batch, by=ada, at=NOON)
    with pytest.raises(ConfirmedAlready):
        confirm(batch, by=ada, at=NOON)

    for case in five:
        assign(case, agent=ada, group=None, by=ada, at=NOON)
    with pytest.raises(NothingToDo):
        confirm(shown(Act.TAKE, five), by=ada, at=NOON)


def test_there_is_a_least_and_a_most(ada, exempelby):
    with pytest.raises(NothingChosen):
        ask(Act.TAKE, {}, [], by=ada, at=NOON)
    with pytest.raises(TooMany) as refused:
        ask(Act.TAKE, {}, [(place, exempelby.pk) for place in range(MOST + 1)], by=ada, at=NOON)
    assert str(MOST) in refused.value.words()
    assert Batch.objects.count() == 0


def test_what_is_so_already_is_said_and_not_done_again(done, shown, five):
    done(Act.TAKE, five)

    again = shown(Act.TAKE, five)

    assert counts(again) == {Outcome.REFUSED: 5}
    assert "redan" in outcome_of(again, five[0])[1]
    assert Deed.objects.count() == 5


def test_the_fields_of_a_type_are_filled_in_where_they_are_missing(
    done, shown, five, ada, gator, exempelby
):
    add_type(exempelby, "customer-service", by=None, at=NOON)
    gator.case_type = add_type(exempelby, "fault-reporting", by=None, at=NOON)
    gator.save()
    for case in five:
        describe(case, subject=gator, need_type="status", by=ada, at=NOON)
    fill_in(five[0], {"place": "Skolgatan 12"}, by=ada, at=NOON)

    keys = [case.pk for case in five]
    assert [field.key for field in missing_fields_among(keys)] == ["place", "fault", "danger"]
    given = {"place": "Torget", "fault": "broken", "danger": False}
    assert counts(shown(Act.CLOSE, five, fields={**given, "fault": None}))[Outcome.REFUSED] == 5
    done(Act.CLOSE, five, fields=given)

    assert Case.objects.filter(state=State.CLOSED).count() == 5
    assert filled_in(five[0])["place"] == "Skolgatan 12"
    assert filled_in(five[1]) == given
