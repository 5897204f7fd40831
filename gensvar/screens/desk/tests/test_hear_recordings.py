"""What was recorded: heard by the agent and their coach, by nobody else, and deleted on demand."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now

from conftest import Browser
from gensvar.channels.voice.actions import advancing, tapes, taping
from gensvar.channels.voice.models import CallRecording, Listening
from gensvar.channels.voice.recorded import to_see_to
from gensvar.channels.voice.rules.legs import Heard
from gensvar.channels.voice.tests.conftest import BRIDGE, Telephone

HERE = {"HX-Request": "true"}
WAV = b"RIFF----WAVE"


def signed_in(agent):
    browser = Browser()
    browser.force_login(agent)
    return browser


@pytest.fixture
def as_bo(bo):
    return signed_in(bo)


@pytest.fixture
def as_cia(cia):
    return signed_in(cia)


@pytest.fixture
def talk(exempelby, cia, ada):
    """A call of Ada's that is being recorded."""
    town = Telephone(exempelby, lead=cia, at=now() - timedelta(minutes=5))
    town.queue.hours_of, town.queue.offer_seconds = "", 600
    town.queue.save()
    wish = tapes.PlanWish(
        queue=town.queue,
        purpose="Coachning",
        agreed_in="MBL 1",
        begins_at=town.at,
        ends_at=town.at + timedelta(days=1),
    )
    tapes.plan_recording(exempelby, wish, by=cia, at=town.at)
    town.seat(ada)
    call = town.rings()
    town.at += timedelta(seconds=9)
    advancing.finish_saying(f"{call.pk}-2", at=town.at)
    town.passes(1)
    town.hears(town.leg(call, "agent"))
    return town


@pytest.fixture
def recording(talk):
    """One that is over, and kept."""
    made = CallRecording.objects.get()
    talk.hears(talk.leg(made.call, "caller"), Heard.GONE)
    tapes.keep_recording(made, WAV, seconds=4.0, at=talk.at)
    return made


def sound(recording):
    return reverse("desk_recording_sound", args=[recording.pk])


def test_the_agent_sees_that_it_is_recorded_and_pauses(as_ada, talk):
    said = as_ada.get(reverse("desk_call"), headers=HERE).content.decode()
    assert "Samtalet spelas in" in said

    as_ada.post(reverse("desk_call_tape", args=["pause"]), headers=HERE)
    for one in to_see_to(BRIDGE):
        taping.see_to(one, at=talk.at)
    said = as_ada.get(reverse("desk_call"), headers=HERE).content.decode()
    assert "Inspelningen är pausad" in said


def test_the_agent_and_the_coach_hear_it_and_that_they_did_is_shown(as_ada, as_cia, recording):
    for browser in (as_ada, as_cia):
        answer = browser.get(sound(recording))
        assert (answer.status_code, answer.content) == (200, WAV)
        assert answer.headers["Cache-Control"] == "private, no-store"

    assert Listening.objects.filter(recording=recording).count() == 2
    said = as_ada.get(reverse("desk_recordings")).content.decode()
    assert "Cia" in said
    assert "Coachning" in said


def test_a_team_lead_who_does_not_coach_the_agent_hears_nothing(as_cia, ada, recording):
    ada.manager = None
    ada.save(update_fields=["manager"])

    assert as_cia.get(sound(recording)).status_code == 404


def test_nobody_else_knows_of_it(as_bo, recording):
    assert as_bo.get(sound(recording)).status_code == 404
    assert as_bo.post(reverse("desk_delete_recording", args=[recording.pk])).status_code == 404
    assert "Coachning" not in as_bo.get(reverse("desk_recordings")).content.decode()
    assert not Listening.objects.exists()


def test_the_agent_has_it_deleted(as_ada, recording):
    as_ada.post(reverse("desk_delete_recording", args=[recording.pk]))

    recording.refresh_from_db()
    assert (recording.file, recording.deleted_because) == (None, "asked")
    assert as_ada.get(sound(recording)).status_code == 410
    assert "begärde" in as_ada.get(reverse("desk_recordings")).content.decode()


def test_programs_hear_and_delete_as_people_do(as_ada, as_bo, recording):
    one = f"/api/v1/call-recordings/{recording.pk}"
    assert as_ada.get("/api/v1/call-recordings").json()["items"][0]["purpose"] == "Coachning"
    assert as_bo.get("/api/v1/call-recordings").json()["items"] == []
    assert as_ada.get(f"{one}/sound").content == WAV
    assert Listening.objects.filter(recording=recording).count() == 1
    assert as_bo.get(one).status_code == 404

    assert as_ada.delete(one).status_code == 204
    assert as_ada.get(one).json()["deleted_because"] == "asked"
    assert as_ada.get("/api/v1/call-recordings", {"is_kept": "true"}).json()["items"] == []
