"""No way to what customers have said is opened unseen."""

from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from gensvar.foundation.integrations.actions import create_token
from gensvar.foundation.people.actions import create_agent, give_role
from gensvar.foundation.people.models import Agent, RoleGrant
from gensvar.foundation.people.rules import Role
from gensvar.foundation.people.signin.password_link import password_link
from gensvar.operations.contacts.models import Outgoing


@pytest.fixture
def karin(exempelby, noon):
    """The manager of the contact centre."""
    agent = Agent.objects.create_user("karin@exempelby.example", name="Karin", created_at=noon)
    RoleGrant.objects.create(agent=agent, role=Role.MANAGER, client=exempelby, since=noon)
    return agent


def react(*, times: int = 1) -> None:
    """Do the jobs that wait, as the worker does."""
    for job in ProcrastinateJob.objects.filter(queue_name="reactions", status="todo"):
        for _time in range(times):
            app.tasks[job.task_name].func(**job.args)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")


def mails() -> list[tuple[str, str]]:
    return sorted(
        (outgoing.message.recipients[0], outgoing.message.text)
        for outgoing in Outgoing.objects.filter(purpose="access").select_related("message")
    )


def test_a_token_made_in_settings_is_told_to_the_manager(page, admin, karin, exempelby):
    making = page(reverse("setup_new_token"))

    shown = making.look(name="Nyfiken", scopes=["all"]).content.decode()
    making.save(name="Nyfiken", scopes=["all"])
    react(times=2)

    assert "managers are told" in shown
    [(address, text)] = mails()
    assert address == karin.email
    assert "Alva Norén" in text
    assert "Får: all" in text


def test_a_token_without_content_and_one_made_on_the_machine_disturb_nobody(
    admin, karin, exempelby, noon
):
    create_token("Ämnen", ["knowledge:read"], by=admin, at=noon)
    create_token("På maskinen", ["all"], at=noon)

    react()

    assert mails() == []


def test_a_token_of_one_client_is_not_told_to_the_manager_of_another(
    admin, karin, exempelby, energi, noon
):
    create_token("Elen", ["cases:read"], client=energi, by=admin, at=noon)

    react()

    assert mails() == []


def test_a_password_link_is_told_to_its_person_and_the_manager(page, admin, ada, karin):
    page(reverse("setup_password_link", args=[ada.pk])).save()

    react(times=2)

    (first, own), (second, others) = mails()
    assert (first, second) == (ada.email, karin.email)
    assert "ditt konto" in own
    assert "Ada Lind" in others


def test_nobody_is_told_of_their_own_link(karin, noon):
    password_link(karin, by=karin, at=noon)
    password_link(karin, by=None, at=noon)

    react()

    assert mails() == []


def test_a_role_that_reads_cases_is_told_and_one_that_does_not_is_not(
    admin, karin, exempelby, noon
):
    stranger = create_agent("x@example.org", name="X", by=admin, at=noon)
    give_role(stranger, role=Role.PLANNER, client=exempelby, by=admin, at=noon)
    react()
    assert mails() == []

    give_role(stranger, role=Role.AGENT, client=None, by=admin, at=noon)
    react()

    assert [address for address, _text in mails()] == [karin.email]


def test_whoever_has_left_is_told_nothing(admin, karin, exempelby, noon):
    RoleGrant.objects.filter(agent=karin).update(until=noon + timedelta(days=1))
    create_token("Prov", ["all"], by=admin, at=noon)

    react()

    assert mails() == []


def test_a_client_for_which_nobody_is_told_stands_among_what_needs_attention(
    desk, exempelby, request
):
    before = desk.get(reverse("setup")).content.decode()
    request.getfixturevalue("karin")
    after = desk.get(reverse("setup")).content.decode()

    assert "Nobody answers for who reads the cases of Exempelby kommun" in before
    assert "Nobody answers for" not in after
