"""A question handed over has what it needs, somebody who answers for it, and is never lost."""

from datetime import date, datetime, timedelta

import pytest

from conftest import NOON
from gensvar.foundation.calendars.queries import office_calendar
from gensvar.foundation.duty.actions import note_absence, put_on_duty
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.models import Agent, Group, Membership
from gensvar.operations.cases.actions import (
    FactsMissing,
    NobodyAnswers,
    SayWhyAgain,
    accept,
    give_feedback,
    hand_over,
    open_case,
    see,
    see_to_hand_overs,
)
from gensvar.operations.cases.actions.handing_over import AlreadyThere
from gensvar.operations.cases.models import (
    Case,
    Feedback,
    HandOverWarning,
    PromiseEnd,
    ReachRule,
    RequiredFact,
    State,
)
from gensvar.operations.cases.queries.deadlines import answered_in_time, clock_now
from gensvar.operations.cases.queries.facts import given_facts, missing_facts
from gensvar.operations.cases.queries.promises import standing
from gensvar.operations.cases.queries.responsibility import responsible_for
from gensvar.operations.cases.rules import ClockKind

MORNING = datetime.fromisoformat("2026-05-04T09:00:00+02:00")


def member(group, name, key, manager=None):
    agent = Agent.objects.create_user(
        f"{key}@exempelby.example", name=name, manager=manager, created_at=NOON
    )
    Membership.objects.create(group=group, agent=agent, since=NOON)
    return agent


@pytest.fixture
def hans(tek_gata, hanna, mats):
    return member(tek_gata, "Hans Nyberg", "hans", mats)


@pytest.fixture
def tek_va(exempelby, mats):
    group = Group.objects.create(client=exempelby, code="TEK-VA", name="Vatten", manager=mats)
    member(group, "Vera Lund", "vera", mats)
    return group


@pytest.fixture
def rota(tek_gata, hanna, hans, admin):
    """Hanna is on duty, Hans her deputy."""
    for agent, is_deputy in ((hanna, False), (hans, True)):
        put_on_duty(
            tek_gata,
            agent,
            weekdays=range(5),
            valid_from=date(2026, 5, 1),
            is_deputy=is_deputy,
            by=admin,
            at=NOON,
        )
    return tek_gata


@pytest.fixture
def case(exempelby, eva, gator, kundtjanst):
    return open_case(
        exempelby,
        title="Gropar",
        channel="mail",
        customer=eva,
        subject=gator,
        need_type="opinion",
        group=kundtjanst,
        at=MORNING,
    )


def handed(case, to, by, at=MORNING, **more):
    found = hand_over(case, to=to, why="cannot", question="När?", by=by, at=at, **more)
    case.refresh_from_db()
    return found


def warned(case):
    rows = HandOverWarning.objects.filter(hand_over__case=case).order_by("pk")
    return list(rows.values_list("kind", flat=True))


def moves(case):
    return EventRecord.objects.filter(case_id=case.pk, name="cases.hand-over-moved").count()


def test_whoever_is_on_duty_is_named_at_once(case, rota, hanna, ada):
    handed(case, rota, ada)

    assert case.agent == hanna
    assert warned(case) == []


def test_a_group_without_a_rota_has_the_question_together_and_its_manager_answers_for_it(
    case, tek_gata, hanna, mats, ada
):
    handed(case, tek_gata, ada)

    assert case.agent is None
    assert responsible_for(case, at=MORNING) == mats
    assert warned(case) == []


def test_with_nobody_on_duty_it_is_the_managers_and_he_and_the_group_are_told(
    case, rota, hanna, hans, mats, ada
):
    for agent in (hanna, hans):
        note_absence(agent, starts_at=MORNING, by=agent, at=MORNING)

    handed(case, rota, ada)

    assert case.agent == mats
    assert warned(case) == ["unmanned"]


def test_a_group_in_which_nobody_at_all_could_answer_takes_no_question(case, exempelby, ada):
    empty = Group.objects.create(client=exempelby, code="TOM", name="Tom")

    with pytest.raises(NobodyAnswers):
        handed(case, empty, ada)

    case.refresh_from_db()
    assert case.state == State.WAITING_FOR_US


def test_an_absence_moves_the_question_to_the_deputy_once(case, rota, hanna, hans, ada):
    handed(case, rota, ada)
    note_absence(hanna, starts_at=MORNING, by=hanna, at=MORNING)
    later = MORNING + timedelta(minutes=30)

    runs = [see_to_hand_overs(at=later) for _run in range(3)]

    case.refresh_from_db()
    assert case.agent == hans
    assert runs == [1, 0, 0]
    assert moves(case) == 1


def test_what_lies_with_an_ended_account_moves_too(case, rota, hanna, hans, ada):
    handed(case, rota, ada)
    hanna.is_active = False
    hanna.save()

    assert see_to_hand_overs(at=MORNING + timedelta(minutes=5)) == 1
    case.refresh_from_db()
    assert case.agent == hans


def test_nothing_moves_while_the_office_is_closed(case, rota, hanna, ada):
    handed(case, rota, ada)
    note_absence(hanna, starts_at=MORNING, by=hanna, at=MORNING)

    assert see_to_hand_overs(at=MORNING + timedelta(hours=12)) == 0


def test_what_is_not_opened_in_four_working_hours_goes_to_the_deputy(case, rota, hans, ada):
    handed(case, rota, ada)

    too_early = see_to_hand_overs(at=MORNING + timedelta(hours=3, minutes=59))
    moved = see_to_hand_overs(at=MORNING + timedelta(hours=4))

    case.refresh_from_db()
    assert (too_early, moved) == (0, 1)
    assert case.agent == hans


def test_what_has_been_opened_stays_with_whoever_opened_it(case, rota, hanna, ada):
    see(handed(case, rota, ada), by=hanna, at=MORNING + timedelta(hours=1))

    assert see_to_hand_overs(at=MORNING + timedelta(hours=7)) == 0
    case.refresh_from_db()
    assert case.agent == hanna


def test_what_nobody_opens_ends_with_the_manager_not_back_with_the_silent(case, rota, mats, ada):
    handed(case, rota, ada)
    for hours in (4, 8, 24 + 4, 24 + 7):
        see_to_hand_overs(at=MORNING + timedelta(hours=hours))

    case.refresh_from_db()
    assert "unmanned" in warned(case)
    assert case.agent == mats


def test_what_nobody_takes_within_a_working_day_is_told_once(case, tek_gata, hanna, ada):
    """CMP-07: forwarded on day 0, not accepted on day 1."""
    handed(case, tek_gata, ada)
    day_after = MORNING + timedelta(days=1)

    before = see_to_hand_overs(at=day_after)
    # Due as the office closes on day 1, and told when it is open again.
    told = [see_to_hand_overs(at=day_after + timedelta(days=1)) for _run in range(2)]

    assert before == 0
    assert told == [1, 0]
    assert warned(case) == ["not-accepted"]


def test_what_somebody_has_taken_is_not_warned_of(case, tek_gata, hanna, ada):
    handed(case, tek_gata, ada)
    accept(case, by=hanna, at=MORNING)

    assert see_to_hand_overs(at=MORNING + timedelta(days=2)) == 0


def test_only_the_facts_that_are_missing_are_asked_for(case, tek_gata, tek_va, hanna, gator, ada):
    place, depth = (
        RequiredFact.objects.create(client=gator.client, subject=gator, label=label, position=n)
        for n, label in enumerate(("Plats", "Djup"))
    )

    with pytest.raises(FactsMissing) as refused:
        handed(case, tek_gata, ada, facts={place.pk: "Skolgatan 12", depth.pk: "  "})
    assert refused.value.words() == "Gruppen kan inte svara utan detta: Djup."
    assert missing_facts(case) == [place, depth]

    handed(case, tek_gata, ada, facts={place.pk: "Skolgatan 12", depth.pk: "8 cm"})
    assert given_facts(case) == [("Plats", "Skolgatan 12"), ("Djup", "8 cm")]
    handed(case, tek_va, ada)
    assert len(given_facts(case)) == 2


def test_the_third_hand_over_asks_why_and_tells_the_managers(case, tek_gata, tek_va, hanna, ada):
    """SKE-26: TEK-GATA to VA to TEK-GATA is sent round; each hand-over counts."""
    hops = [handed(case, tek_gata, ada).hop, handed(case, tek_va, ada).hop]
    promised = standing(case)
    assert promised is not None

    with pytest.raises(SayWhyAgain):
        handed(case, tek_gata, ada)
    again = handed(case, tek_gata, ada, again_because="VA säger att det är gatan")

    assert [*hops, again.hop] == [1, 2, 3]
    assert warned(case) == ["bounced"]
    assert again.again_because == "VA säger att det är gatan"
    after = standing(case)
    assert after is not None
    assert after.due_at == promised.due_at
    assert case.promises.count() == 3


def test_a_question_is_not_handed_twice_to_the_same_group(case, tek_gata, hanna, ada):
    handed(case, tek_gata, ada)

    with pytest.raises(AlreadyThere):
        handed(case, tek_gata, ada)


def test_what_a_second_group_gives_back_goes_to_the_front_desk(
    case, tek_gata, tek_va, hanna, kundtjanst, ada
):
    handed(case, tek_gata, ada)
    handed(case, tek_va, ada)

    give_feedback(case, outcome="returned", channel="", summary="Inte vår", by=hanna, at=MORNING)

    case.refresh_from_db()
    assert case.group == kundtjanst
    assert standing(case) is not None


def tries(case, hanna, count, *, with_message):
    for number in range(count):
        give_feedback(
            case,
            outcome="no-answer",
            channel="phone",
            summary="Inget svar",
            left_message=with_message and number == count - 1,
            by=hanna,
            at=MORNING + timedelta(hours=number),
        )
    case.refresh_from_db()


def test_tries_do_not_count_as_feedback_without_an_agreement(case, tek_gata, hanna, ada):
    """SKE-06: two unanswered tries and a text message are no feedback."""
    handed(case, tek_gata, ada)

    tries(case, hanna, 3, with_message=True)

    assert case.state == State.HANDED_OVER
    assert Feedback.objects.filter(rule_version=None).count() == 3
    assert standing(case) is not None


def test_tries_count_by_the_agreed_rule_and_its_version_is_kept(case, tek_gata, hanna, ada):
    ReachRule.objects.create(client=case.client, version=2, attempts=3, valid_from=MORNING, by=ada)
    handed(case, tek_gata, ada)

    tries(case, hanna, 2, with_message=True)
    assert case.state == State.HANDED_OVER
    tries(case, hanna, 1, with_message=False)

    assert case.state == State.CLOSED
    versions = Feedback.objects.order_by("pk").values_list("rule_version", flat=True)
    assert list(versions) == [None, None, 2]
    assert PromiseEnd.objects.get().outcome == "kept"


def test_tries_that_count_are_the_departments_answer_though_the_case_stays_open(
    case, tek_gata, hanna, ada
):
    """K26, SKE-06: in time by the agreed rule, and no alarm for what others have to fill in."""
    ReachRule.objects.create(client=case.client, version=1, attempts=2, valid_from=MORNING, by=ada)
    handed(case, tek_gata, ada)
    Case.objects.filter(pk=case.pk).update(subject=None)
    end = MORNING + timedelta(days=30)
    asked = {"start": MORNING, "end": end, "at": end}
    calendar = office_calendar(case.client, at=MORNING)

    def in_time():
        return answered_in_time(case.client, tek_gata.department, calendar=calendar, **asked)

    tries(case, hanna, 1, with_message=False)
    assert clock_now(case).kind == ClockKind.HAND_OVER
    assert in_time() == (0, 1, 1)
    tries(case, hanna, 1, with_message=True)

    assert case.state == State.WAITING_FOR_US
    assert clock_now(case).kind == ClockKind.ANSWER
    assert in_time() == (1, 1, 1)


def test_tries_without_a_message_never_count(case, tek_gata, hanna, ada):
    ReachRule.objects.create(client=case.client, version=1, attempts=2, valid_from=MORNING, by=ada)
    handed(case, tek_gata, ada)

    tries(case, hanna, 4, with_message=False)

    assert case.state == State.HANDED_OVER
