"""Rota, absence, required facts and the rule of tries: seen beforehand, saved, in the record."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate, now

from gensvar.foundation.duty.actions import note_absence, put_on_duty
from gensvar.foundation.duty.models import Absence, Duty
from gensvar.foundation.duty.queries import on_duty
from gensvar.foundation.people.models import Agent, Membership, RoleGrant
from gensvar.operations.cases.actions import assign, hand_over, open_case
from gensvar.operations.cases.models import ReachRule, RequiredFact
from gensvar.screens.setup.tests.conftest import Page


@pytest.fixture
def hans(tek_gata, hanna):
    agent = Agent.objects.create_user(
        "hans@exempelby.example", name="Hans Nyberg", created_at=now()
    )
    Membership.objects.create(group=tek_gata, agent=agent, since=now())
    RoleGrant.objects.create(
        agent=agent,
        role="group-member",
        client=tek_gata.client,
        since=now() - timedelta(days=1),
    )
    return agent


def words(answer):
    return answer.content.decode()


def duty_of(hanna, **more):
    day = str(localdate(now()))
    return {"agent": hanna.pk, "weekdays": [0, 1, 2, 3, 4, 5, 6], "valid_from": day} | more


def test_somebody_is_put_on_duty_after_a_preview(desk, tek_gata, hanna):
    page = Page(desk, reverse("setup_new_duty", args=[tek_gata.pk]))

    seen = page.look(**duty_of(hanna))
    assert "named for every new question" in words(seen)
    assert not Duty.objects.exists()
    page.save(**duty_of(hanna))

    answering = on_duty(tek_gata, at=now())
    assert answering is not None
    assert answering.agent == hanna
    group = words(desk.get(reverse("setup_group", args=[tek_gata.pk])))
    assert "Hanna Ström" in group
    assert "The next working days" in group


@pytest.mark.parametrize(
    "wrong",
    [
        {"weekdays": []},
        {"valid_from": "9999-12-31"},
        {"valid_from": "i morgon"},
        {"last_day": "2020-01-01"},
    ],
)
def test_a_row_that_makes_no_sense_is_explained_and_not_saved(desk, tek_gata, hanna, wrong):
    page = Page(desk, reverse("setup_new_duty", args=[tek_gata.pk]))

    answer = page.save(**duty_of(hanna, **wrong))

    assert answer.status_code == 422
    assert not Duty.objects.exists()


def test_a_duty_is_ended_and_the_last_one_is_warned_of(desk, tek_gata, hanna, admin):
    duty = put_on_duty(
        tek_gata, hanna, weekdays=[0], valid_from=localdate(now()), by=admin, at=now()
    )
    page = Page(desk, reverse("setup_ending_duty", args=[duty.pk]))
    day = str(localdate(now()))

    assert "Nobody is left on the rota" in words(page.look(last_day=day))
    page.save(last_day=day)

    duty.refresh_from_db()
    assert duty.valid_until == localdate(now()) + timedelta(days=1)


def test_the_rota_of_another_client_does_not_exist(enter, energi, tek_gata, hanna, admin):
    duty = put_on_duty(
        tek_gata, hanna, weekdays=[0], valid_from=localdate(now()), by=admin, at=now()
    )
    other = Agent.objects.create_user("admin@energi.example", name="Admin", created_at=now())
    RoleGrant.objects.create(
        agent=other, role="administrator", client=energi, since=now() - timedelta(days=1)
    )
    browser = enter(other)

    for name, key in (("setup_ending_duty", duty.pk), ("setup_new_duty", tek_gata.pk)):
        assert browser.get(reverse(name, args=[key])).status_code == 404


def test_hanna_notes_her_own_absence_and_sees_what_moves(
    enter, exempelby, tek_gata, hanna, hans, ada
):
    case = open_case(exempelby, title="Gropar", channel="phone", at=now())
    hand_over(case, to=tek_gata, why="cannot", question="När?", by=ada, at=now())
    assign(case, agent=hanna, group=tek_gata, by=ada, at=now())
    page = Page(enter(hanna), reverse("setup_own_absence"))
    fields = {"first_day": str(localdate(now())), "last_day": "", "stand_in": hans.pk}

    seen = words(page.look(**fields))
    assert "<b>1 question</b> moves" in seen
    assert "<b>Hans Nyberg</b> gets them" in seen
    page.save(**fields)

    absence = Absence.objects.get()
    assert (absence.agent, absence.stand_in, absence.by) == (hanna, hans, hanna)
    assert "Hans Nyberg" in words(page.browser.get(page.url))


def test_a_day_away_ends_when_the_last_day_does(enter, hanna):
    page = Page(enter(hanna), reverse("setup_own_absence"))
    day = localdate(now()) + timedelta(days=3)

    page.save(first_day=str(day), last_day=str(day), stand_in="")

    absence = Absence.objects.get()
    assert absence.ends_at is not None
    assert absence.ends_at - absence.starts_at in {timedelta(hours=hours) for hours in (23, 24, 25)}


def test_only_ones_own_absence_is_ended_without_the_right_to_others(enter, hanna, hans):
    absence = note_absence(hanna, starts_at=now(), by=hanna, at=now())
    url = reverse("setup_ending_own_absence", args=[absence.pk])

    assert enter(hanna).get(reverse("setup_absences")).status_code == 403
    assert enter(hans).get(url).status_code == 404
    Page(enter(hanna), url).save()

    absence.refresh_from_db()
    assert absence.ends_at is not None


def test_the_administrator_notes_somebodys_absence(desk, hanna):
    page = Page(desk, reverse("setup_new_absence", args=[hanna.pk]))

    page.save(first_day=str(localdate(now())), last_day="", stand_in="")

    assert "Hanna Ström" in words(desk.get(reverse("setup_absences")))


def test_required_facts_are_written_one_a_line_and_retired_not_removed(desk, gator):
    page = Page(desk, reverse("setup_facts", args=[gator.pk]))

    seen = page.look(facts="Plats; gata och nummer\nDjup\n\n")
    assert "<b>Plats, Djup</b>" in words(seen)
    page.save(facts="Plats; gata och nummer\nDjup\n\n")
    page.save(facts="Djup")

    rows = RequiredFact.objects.order_by("pk").values_list("label", "hint", "retired_at")
    assert [(label, hint) for label, hint, _at in rows] == [
        ("Plats", "gata och nummer"),
        ("Djup", ""),
    ]
    assert [at is None for _label, _hint, at in rows] == [False, True]


def test_more_facts_than_anybody_answers_are_refused(desk, gator):
    page = Page(desk, reverse("setup_facts", args=[gator.pk]))

    answer = page.save(facts="\n".join(f"Fråga {number}" for number in range(13)))

    assert answer.status_code == 422
    assert "At most 12" in words(answer)
    assert not RequiredFact.objects.exists()


def test_the_rule_of_tries_has_versions(desk, exempelby):
    page = Page(desk, reverse("setup_reach_of", args=[exempelby.pk]))

    page.save(attempts=3)
    page.save(attempts=2)

    versions = ReachRule.objects.order_by("version").values_list("version", "attempts")
    assert list(versions) == [(1, 3), (2, 2)]
    assert "version 2" in words(desk.get(page.url))
