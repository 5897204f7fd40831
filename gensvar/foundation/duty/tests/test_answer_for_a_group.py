"""Whose turn it is, who stands in, and what happens when nobody can."""

from datetime import date, datetime, timedelta

import pytest

from conftest import NOON
from gensvar.foundation.duty.actions import (
    AbsenceOver,
    AlreadyAway,
    AlreadyOnDuty,
    EndsBeforeItBegins,
    NotAMember,
    NoWeekday,
    OwnStandIn,
    end_absence,
    note_absence,
    put_on_duty,
    take_off_duty,
)
from gensvar.foundation.duty.models import Absence
from gensvar.foundation.duty.queries import (
    has_rota,
    is_away,
    members,
    named,
    nearest_manager,
    on_duty,
    rota_ahead,
)
from gensvar.foundation.duty.rules import How
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.people.actions import take_out_of_group
from gensvar.foundation.people.models import Agent, Membership

TODAY = date(2026, 5, 4)
FRIDAY_EVENING = datetime.fromisoformat("2026-05-08T18:00:00+02:00")


@pytest.fixture
def hans(tek_gata, hanna, mats):
    agent = Agent.objects.create_user(
        "hans@exempelby.example", name="Hans Nyberg", manager=mats, created_at=NOON
    )
    Membership.objects.create(group=tek_gata, agent=agent, since=NOON)
    return agent


@pytest.fixture
def rota(tek_gata, hanna, hans, admin):
    """Hanna on duty, Hans her deputy, every working day."""
    for agent, is_deputy in ((hanna, False), (hans, True)):
        put_on_duty(
            tek_gata,
            agent,
            weekdays=range(5),
            valid_from=TODAY,
            is_deputy=is_deputy,
            by=admin,
            at=NOON,
        )
    return tek_gata


def who(group, at=NOON, **more):
    found = on_duty(group, at=at, **more)
    return (found.agent.first_name, found.how) if found else None


def test_whoever_is_on_duty_answers(rota):
    assert who(rota) == ("Hanna", How.DUTY)
    assert has_rota(rota, at=NOON)


def test_the_deputy_answers_while_hanna_is_away(rota, hanna):
    note_absence(hanna, starts_at=NOON, ends_at=NOON + timedelta(days=1), by=hanna, at=NOON)

    assert who(rota) == ("Hans", How.DEPUTY)
    assert is_away(hanna, at=NOON)
    assert who(rota, NOON + timedelta(days=1)) == ("Hanna", How.DUTY)


def test_the_colleague_hanna_names_goes_before_the_deputy(rota, hanna, mats):
    note_absence(hanna, starts_at=NOON, stand_in=mats, by=hanna, at=NOON)

    assert who(rota) == ("Mats", How.STAND_IN)


def test_a_stand_in_who_is_away_too_is_passed_by(rota, hanna, hans, mats):
    note_absence(hanna, starts_at=NOON, stand_in=mats, by=hanna, at=NOON)
    note_absence(mats, starts_at=NOON, by=mats, at=NOON)

    assert who(rota) == ("Hans", How.DEPUTY)


def test_somebody_who_did_nothing_is_not_asked_again(rota, hanna):
    assert who(rota, passed_over=[hanna.pk]) == ("Hans", How.DEPUTY)


def test_on_friday_evening_it_is_mondays_rota_that_counts(tek_gata, hanna, hans, admin):
    put_on_duty(tek_gata, hanna, weekdays=[4], valid_from=TODAY, by=admin, at=NOON)
    put_on_duty(tek_gata, hans, weekdays=[0], valid_from=TODAY, by=admin, at=NOON)

    assert who(tek_gata, FRIDAY_EVENING - timedelta(hours=6)) == ("Hanna", How.DUTY)
    assert who(tek_gata, FRIDAY_EVENING) == ("Hans", How.DUTY)


def test_with_everybody_away_the_manager_is_named(rota, hanna, hans):
    for agent in (hanna, hans):
        note_absence(agent, starts_at=NOON, by=agent, at=NOON)

    assert on_duty(rota, at=NOON) is None
    answering = named(rota, at=NOON)
    assert answering is not None
    assert (answering.agent.first_name, answering.how) == ("Mats", How.MANAGER)


def test_without_rota_and_manager_the_member_of_longest_standing_is_named(tek_gata, hanna, hans):
    tek_gata.manager = None
    tek_gata.save()
    note_absence(hanna, starts_at=NOON, by=hanna, at=NOON)

    answering = named(tek_gata, at=NOON)
    assert answering is not None
    assert (answering.agent.first_name, answering.how) == ("Hans", How.MEMBER)
    assert [one.first_name for one in members(tek_gata, at=NOON)] == ["Hans"]


def test_a_row_that_is_ended_holds_until_that_day_and_stays_written(rota, hanna, admin):
    duty = rota.duties.get(agent=hanna)

    take_off_duty(duty, until=date(2026, 5, 6), by=admin, at=NOON)

    assert who(rota, NOON + timedelta(days=1)) == ("Hanna", How.DUTY)
    assert who(rota, NOON + timedelta(days=2)) == ("Hans", How.DEPUTY)
    assert rota.duties.count() == 2


def test_the_days_ahead_leave_out_closed_days(rota):
    ahead = rota_ahead(rota, at=FRIDAY_EVENING, days=3)

    assert [day.on.isoformat() for day in ahead] == ["2026-05-08", "2026-05-11", "2026-05-12"]
    assert {day.agent.first_name for day in ahead if day.agent} == {"Hanna"}


def manager_of(agent, group):
    found = nearest_manager(agent, group, at=NOON)
    return found and (found.agent.first_name, found.how, found.instead_of)


def test_the_persons_own_manager_goes_before_the_groups(tek_gata, hanna, mats, cia):
    hanna.manager = cia

    assert manager_of(hanna, tek_gata) == ("Cia", How.MANAGER, None)
    assert manager_of(None, tek_gata) == ("Mats", How.MANAGER, None)
    cia.is_active = False
    assert manager_of(hanna, tek_gata) == ("Mats", How.MANAGER, None)
    assert manager_of(None, None) is None


def test_a_manager_who_is_away_is_stood_in_for_by_whom_they_named(tek_gata, hanna, hans, mats):
    note_absence(mats, starts_at=NOON, stand_in=hans, by=mats, at=NOON)

    assert manager_of(hanna, tek_gata) == ("Hans", How.STAND_IN, mats)


@pytest.mark.parametrize("deputy_is_away", [False, True])
def test_without_a_deputy_it_is_the_next_manager_above(
    tek_gata, hanna, hans, mats, cia, deputy_is_away
):
    mats.manager = tek_gata.manager.manager = cia
    mats.save()
    hanna.manager = mats
    named = {"stand_in": hans} if deputy_is_away else {}
    note_absence(mats, starts_at=NOON, by=mats, at=NOON, **named)
    if deputy_is_away:
        note_absence(hans, starts_at=NOON, by=hans, at=NOON)

    assert manager_of(hanna, tek_gata) == ("Cia", How.ABOVE, mats)


def test_with_every_manager_away_the_nearest_is_told_all_the_same(tek_gata, hanna, mats):
    note_absence(mats, starts_at=NOON, by=mats, at=NOON)

    assert manager_of(hanna, tek_gata) == ("Mats", How.AWAY, None)


def test_nobody_is_their_own_manager(tek_gata, mats, cia):
    mats.manager = cia
    mats.save()
    assert manager_of(mats, tek_gata) == ("Cia", How.MANAGER, None)

    cia.manager = mats  # a ring, by mistake
    cia.save()
    assert manager_of(mats, tek_gata) == ("Cia", How.MANAGER, None)


def test_a_manager_who_is_away_is_not_named_for_the_group(tek_gata, hanna, mats):
    note_absence(mats, starts_at=NOON, by=mats, at=NOON)

    answering = named(tek_gata, at=NOON)
    assert answering is not None
    assert (answering.agent.first_name, answering.how) == ("Hanna", How.MEMBER)

    note_absence(hanna, starts_at=NOON, by=hanna, at=NOON)
    answering = named(tek_gata, at=NOON)
    assert answering is not None
    assert (answering.agent.first_name, answering.how) == ("Mats", How.AWAY)


def test_somebody_who_has_left_the_group_is_not_asked_any_more(rota, hanna, admin):
    take_out_of_group(hanna, group=rota, by=admin, at=NOON)

    assert who(rota) == ("Hans", How.DEPUTY)


@pytest.mark.parametrize(
    ("refusal", "given"),
    [
        (NoWeekday, {"weekdays": []}),
        (EndsBeforeItBegins, {"valid_until": TODAY}),
        (AlreadyOnDuty, {}),
    ],
)
def test_a_row_that_makes_no_sense_is_refused(rota, hanna, admin, refusal, given):
    row = {"weekdays": [0], "valid_from": TODAY} | given

    with pytest.raises(refusal):
        put_on_duty(rota, hanna, by=admin, at=NOON, **row)


def test_only_members_are_put_on_duty(tek_gata, ada, admin):
    with pytest.raises(NotAMember):
        put_on_duty(tek_gata, ada, weekdays=[0], valid_from=TODAY, by=admin, at=NOON)


def test_an_absence_is_ended_early_and_only_once(hanna):
    absence = note_absence(hanna, starts_at=NOON, by=hanna, at=NOON)
    later = NOON + timedelta(hours=2)

    end_absence(absence, by=hanna, at=later)

    assert not is_away(hanna, at=later)
    with pytest.raises(AbsenceOver):
        end_absence(absence, by=hanna, at=later)


@pytest.mark.parametrize(
    ("refusal", "starts", "ends"),
    [(AlreadyAway, 1, 3), (AlreadyAway, -1, None), (EndsBeforeItBegins, 5, 4)],
)
def test_absences_do_not_overlap_or_run_backwards(hanna, refusal, starts, ends):
    day = timedelta(days=1)
    note_absence(hanna, starts_at=NOON, ends_at=NOON + 2 * day, by=hanna, at=NOON)

    with pytest.raises(refusal):
        note_absence(
            hanna,
            starts_at=NOON + starts * day,
            ends_at=NOON + ends * day if ends else None,
            by=hanna,
            at=NOON,
        )
    assert Absence.objects.count() == 1


def test_nobody_stands_in_for_themselves(hanna):
    with pytest.raises(OwnStandIn):
        note_absence(hanna, starts_at=NOON, stand_in=hanna, by=hanna, at=NOON)


def test_the_rota_and_absences_are_in_the_record(rota, hanna):
    note_absence(hanna, starts_at=NOON, by=hanna, at=NOON)

    names = EventRecord.objects.values_list("name", flat=True)
    assert list(names.order_by("pk")) == [
        "duty.put-on-duty",
        "duty.put-on-duty",
        "duty.absence-noted",
    ]
