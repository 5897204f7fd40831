"""What needs attention, failed jobs, and the record."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now
from procrastinate.contrib.django.models import ProcrastinateJob

from gensvar.channels.mail.models import Mailbox, Silence
from gensvar.foundation.events.actions import announce, seal_records
from gensvar.foundation.events.drills import DrillFound
from gensvar.foundation.events.jobs import noting_failures
from gensvar.foundation.events.models import ChainCheck, EventRecord, JobFailure
from gensvar.foundation.events.upkeep import check_record, note_drill, note_failure
from gensvar.foundation.files.actions import store_file
from gensvar.foundation.people.models import Agent, Group, Membership, RoleGrant


def attention(desk) -> str:
    return str(desk.get(reverse("setup")).content.decode())


def test_a_failed_job_is_shown_without_its_words_and_tried_again(desk, dead_job, noon):
    note_failure(dead_job, kind="KeyError", place="gensvar/x.py:7", at=noon)
    listed = desk.get(reverse("setup_jobs")).content.decode()

    desk.post(reverse("setup_trying_job", args=[dead_job]))
    again = desk.post(reverse("setup_trying_job", args=[dead_job]))

    assert "events.forget_failures" in listed
    assert "KeyError" in listed
    assert "gensvar/x.py:7" in listed
    assert ProcrastinateJob.objects.get(pk=dead_job).status == "todo"
    assert again.status_code == 409
    assert EventRecord.objects.filter(name="events.job-tried-again").count() == 1


def test_a_job_is_given_up_by_name(page, dead_job, admin):
    giving_up = page(reverse("setup_giving_up_job", args=[dead_job]))

    shown = giving_up.look().content.decode()
    giving_up.save()

    assert "It is never done." in shown
    assert ProcrastinateJob.objects.get(pk=dead_job).status == "cancelled"
    event = EventRecord.objects.get(name="events.job-given-up")
    assert event.agent_id == admin.pk
    assert giving_up.look().status_code == 404


def test_an_error_is_noted_by_kind_and_place_only(db):
    class Job:
        id = 41

    class Context:
        job = Job

    def fail() -> None:
        raise ValueError("Eva Ek, 19121212-1212")

    with pytest.raises(ValueError, match="Eva"):
        noting_failures(fail, Context, None)

    noted = JobFailure.objects.get(job_id=41)
    assert noted.kind == "ValueError"
    assert "Eva" not in noted.kind + noted.place
    assert noted.place.startswith("gensvar/")


def test_the_chain_is_checked_in_the_background_and_told(desk, admin, noon):
    seal_records(at=noon)

    desk.post(reverse("setup_checking"))
    twice = desk.post(reverse("setup_checking"))
    during = desk.get(reverse("setup_record")).content.decode()
    check_record(ChainCheck.objects.get().pk, at=now)
    after = desk.get(reverse("setup_record")).content.decode()

    assert twice.status_code == 409
    assert "being compared" in during
    assert 'hx-trigger="every 2s"' in during
    assert "The record is whole" in after


def test_a_broken_chain_comes_first(desk, noon):
    ChainCheck.objects.create(asked_at=now(), done_at=now(), breaks=["event 7 has been changed"])

    shown = attention(desk)
    record = desk.get(reverse("setup_record")).content.decode()

    assert "The record does not agree with its seals" in shown
    assert "event 7 has been changed" in record


def test_everything_that_wants_somebody_is_named(desk, exempelby, tek_gata, ada, dead_job, noon):
    Group.objects.filter(pk=tek_gata.pk).update(manager=None)
    mailbox = Mailbox.objects.create(
        client=exempelby, address="a@exempelby.example", created_at=noon
    )
    Silence.objects.create(mailbox=mailbox, client=exempelby, since=noon, noticed_at=noon)
    RoleGrant.objects.filter(agent=ada).update(until=now() + timedelta(days=3))

    shown = attention(desk)

    for words in (
        "1 job has failed",
        "Nothing comes to a@exempelby.example",
        "Nobody is in TEK-GATA",
        "TEK-GATA has no manager",
        "1 person who answers is in no group",
        "1 role ends within two weeks",
        "Nobody has reviewed who may do what",
        "The record has not been checked for a month",
    ):
        assert words in shown, words


def test_a_quiet_day_says_so(page, desk, admin, exempelby, noon):
    page(reverse("setup_review")).save()
    ChainCheck.objects.create(asked_at=now(), done_at=now(), events=1)
    note_drill(DrillFound(backup="x.backup", seconds=1, rows=1), at=now())
    manager = Agent.objects.create_user("karin@exempelby.example", name="Karin", created_at=noon)
    RoleGrant.objects.create(agent=manager, role="manager", client=exempelby, since=noon)

    assert "Nothing wants you" in attention(desk)


def test_an_ended_member_does_not_count(desk, tek_gata, hanna):
    assert "Nobody is in TEK-GATA" not in attention(desk)

    Agent.objects.filter(pk=hanna.pk).update(is_active=False)

    assert Membership.objects.filter(group=tek_gata, until=None).exists()
    assert "Nobody is in TEK-GATA" in attention(desk)


def test_a_record_that_nobody_seals_is_told(desk, exempelby):
    from gensvar.foundation.agreements.events import ClientAdded

    announce(ClientAdded(new_client_id=exempelby.pk, agent_id=1), at=now() - timedelta(minutes=20))

    assert "The record has not been sealed for a while" in attention(desk)


def test_files_that_nobody_could_look_in_for_viruses_are_told(desk, exempelby, settings):
    store_file(b"hej", at=now() - timedelta(minutes=20))
    without = attention(desk)
    settings.CLAMD = "/run/clamav/clamd.ctl"

    assert "not checked for viruses" not in without
    assert "1 file is not checked for viruses" in attention(desk)
