from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.channels.mail.actions.watching import tell_watchers
from gensvar.channels.mail.texts import HAPPENED
from gensvar.foundation.duty.actions import end_absence, note_absence
from gensvar.foundation.people.models import Agent, RoleGrant
from gensvar.foundation.secrecy.actions import give_access
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.cases.actions import (
    NobodyToTell,
    Offer,
    make_confidential,
    mark_broken,
    merge,
    open_case,
    promise_answer,
    unwatch,
    watch,
    write_note,
)
from gensvar.operations.cases.queries.watching import NEWS
from gensvar.operations.contacts.models import Outgoing

LATER = NOON + timedelta(minutes=5)


@pytest.fixture
def case(exempelby, eva, gator):
    return open_case(
        exempelby, title="Eva Eks gropar", channel="mail", customer=eva, subject=gator, at=NOON
    )


@pytest.fixture
def followed(case, bo):
    watch(case, by=bo, at=NOON)
    return case


def told():
    """Return the mails to those who follow something."""
    return [one.message for one in Outgoing.objects.filter(purpose="followed").order_by("pk")]


def test_who_follows_is_told_once_and_reads_nothing_of_anybody(followed, ada, bo):
    write_note(followed, "Eva är arg", by=ada, at=NOON)
    write_note(followed, "Mycket arg", by=ada, at=NOON)

    assert [tell_watchers(at=LATER) for _again in range(3)] == [1, 0, 0]

    (mail,) = told()
    assert mail.recipients == [bo.email]
    assert mail.subject == f"{followed.number} · Gator, v"
    assert "En kollega skrev en notering" in mail.text
    assert f"/arenden/{followed.number}/" in mail.text
    assert not any(word in mail.subject + mail.text for word in ("Eva", "Ek", "arg", "gropar"))


def test_a_broken_promise_is_told(followed, ada, bo):
    promise_answer(followed, Offer(due_on=NOON.date()), by=ada, at=NOON)
    late = NOON + timedelta(days=1)
    mark_broken(at=late)

    tell_watchers(at=late + timedelta(minutes=1))

    (mail,) = told()
    assert "Ett löfte till kunden bröts" in mail.text


def test_every_news_has_its_words():
    assert set(HAPPENED) == set(NEWS)


def test_what_one_does_oneself_and_what_was_before_is_no_news(case, ada, bo):
    write_note(case, "Före", by=ada, at=NOON)
    watch(case, by=bo, at=NOON)
    write_note(case, "Själv", by=bo, at=NOON)

    assert tell_watchers(at=LATER) == 0


def test_who_has_stopped_is_told_no_more(followed, ada, bo):
    write_note(followed, "Nytt", by=ada, at=NOON)
    unwatch(followed, by=bo, at=NOON)

    assert tell_watchers(at=LATER) == 0


def test_who_follows_a_case_that_became_part_of_another_is_told_of_that(
    followed, exempelby, eva, ada
):
    whole = open_case(exempelby, title="Gatan", channel="mail", customer=eva, at=NOON)
    merge(followed, into=whole, by=ada, at=NOON)
    assert tell_watchers(at=LATER) == 1

    write_note(whole, "Nytt", by=ada, at=LATER)
    assert tell_watchers(at=LATER + timedelta(minutes=5)) == 1


@pytest.mark.parametrize("lost", ["role", "account"])
def test_who_may_no_longer_read_the_case_is_not_told(followed, ada, bo, lost):
    write_note(followed, "Nytt", by=ada, at=NOON)
    if lost == "role":
        RoleGrant.objects.filter(agent=bo).update(until=NOON)
    else:
        Agent.objects.filter(pk=bo.pk).update(is_active=False)

    assert tell_watchers(at=LATER) == 0
    assert told() == []


def test_who_is_away_is_not_told_and_not_afterwards_either(followed, ada, bo):
    absence = note_absence(bo, starts_at=NOON, by=bo, at=NOON)
    write_note(followed, "Nytt", by=ada, at=NOON)
    assert tell_watchers(at=LATER) == 0

    end_absence(absence, by=bo, at=LATER)
    assert tell_watchers(at=LATER) == 0
    write_note(followed, "Mer", by=ada, at=LATER)
    assert tell_watchers(at=LATER + timedelta(minutes=5)) == 1


def test_a_program_follows_nothing(case, exempelby):
    robot = Agent.objects.create_user(
        "robot@exempelby.example", name="Robot", is_service=True, created_at=NOON
    )

    with pytest.raises(NobodyToTell):
        watch(case, by=robot, at=NOON)


def test_whoever_follows_a_case_that_became_confidential_hears_only_if_on_its_list(
    followed, exempelby, ada, bo
):
    access = AccessList.objects.create(client=exempelby, name="Skyddat")
    make_confidential(followed, access=access, because="Hotad", by=ada, at=NOON)
    write_note(followed, "Nytt", by=ada, at=NOON)
    assert tell_watchers(at=LATER) == 0

    give_access(access, agent=bo, by=ada, at=LATER)
    write_note(followed, "Mer", by=ada, at=LATER)

    assert tell_watchers(at=LATER + timedelta(minutes=5)) == 1
    (mail,) = told()
    assert followed.number not in mail.subject + mail.text
