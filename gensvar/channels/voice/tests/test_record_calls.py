"""Recording: off by default, told of, declined by a key, and gone when its time is over."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gensvar.channels.voice.actions import advancing, pressing, tapes, taping
from gensvar.channels.voice.models import Call, CallRecording, Listening, Notice, NotRecorded
from gensvar.channels.voice.recorded import to_delete, to_see_to
from gensvar.channels.voice.rules.calls import Command, Event, State
from gensvar.channels.voice.rules.legs import Heard
from gensvar.channels.voice.rules.recordings import (
    TAPING,
    Tape,
    TapeEvent,
    WhyNot,
    meant_for_tape,
    tape_step,
)
from gensvar.channels.voice.tests.conftest import BRIDGE
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.files.actions import read_file
from gensvar.foundation.files.models import StoredFile
from gensvar.operations.knowledge.models import ServiceArea, Subject

WAV = b"RIFF----WAVE"


@pytest.fixture
def plan(telephone):
    return tapes.plan_recording(
        telephone.client, wish(telephone), by=telephone.lead, at=telephone.at
    )


@pytest.fixture
def assistance(exempelby):
    area = ServiceArea.objects.create(client=exempelby, department="Omsorg", name="Omsorg")
    return Subject.objects.create(client=exempelby, area=area, name="Försörjningsstöd")


def wish(telephone, **other):
    given = {
        "queue": telephone.queue,
        "purpose": "Utbildning av nya handläggare",
        "agreed_in": "MBL 2026-04-12 § 3",
        "begins_at": telephone.at - timedelta(days=1),
        "ends_at": telephone.at + timedelta(days=14),
    }
    return tapes.PlanWish(**(given | other))


def hears_greeting(telephone, call, *, seconds=8):
    telephone.at += timedelta(seconds=seconds)
    telephone.orders = advancing.finish_saying(
        f"{call.pk}-{call.stations.count()}", at=telephone.at
    )


def talks(telephone, agent, *, greeting_seconds=8, before=lambda call: None):
    """A call that has heard the greeting, and is answered."""
    if agent not in telephone.ready:
        telephone.seat(agent)
    call = telephone.rings()
    if call.state == State.GREETING:
        hears_greeting(telephone, call, seconds=greeting_seconds)
    before(call)
    telephone.passes(1)
    telephone.hears(telephone.leg(call, "agent"))
    call.refresh_from_db()
    assert call.state == "talking"
    return call


def steers(telephone):
    told = []
    for one in to_see_to(BRIDGE):
        told += taping.see_to(one, at=telephone.at)
    return [order.command.value for order in told]


def does(telephone, call, event):
    orders = advancing.advance(call.pk, event, at=telephone.at)
    return [order.command.value for order in orders]


@pytest.mark.django_db
def test_nothing_is_recorded_unless_somebody_has_said_why_and_until_when(telephone, ada):
    call = talks(telephone, ada)

    assert "record" not in telephone.is_told()
    assert not CallRecording.objects.exists()
    assert not Notice.objects.filter(call=call).exists()


@pytest.mark.django_db
def test_a_caller_is_told_and_the_talk_is_recorded_until_it_ends(telephone, ada, plan):
    telephone.seat(ada)
    call = telephone.rings()
    (said,) = [order for order in telephone.orders if order.command is Command.SAY_GREETING]
    assert said.sounds == ("sound:gensvar/sv/recorded",)
    hears_greeting(telephone, call)
    telephone.passes(1)
    telephone.hears(telephone.leg(call, "agent"))

    assert telephone.is_told()[-1] == "record"
    recording = CallRecording.objects.get()
    assert telephone.orders[-1].track == recording.track
    assert telephone.orders[-1].leg == telephone.leg(call, "caller").name
    assert (recording.agent, recording.plan, recording.state) == (ada, plan, "running")
    telephone.hears(telephone.leg(call, "caller"), Heard.GONE)
    assert "stop-recording" in telephone.is_told()
    recording.refresh_from_db()
    assert recording.state == "over"


@pytest.mark.django_db
@pytest.mark.parametrize("greeting_seconds", [2.0])
def test_whoever_cannot_have_heard_that_it_is_recorded_is_not(
    telephone, ada, plan, greeting_seconds
):
    talks(telephone, ada, greeting_seconds=greeting_seconds)

    assert not CallRecording.objects.exists()


@pytest.mark.django_db
def test_a_caller_who_says_no_keeps_their_place_and_is_never_recorded(telephone, ada, plan):
    def says_no(call):
        telephone.at += timedelta(seconds=5)
        before = call.contact.waits.get().arrived_at
        caller = telephone.leg(call, "caller").name
        orders = pressing.press(caller, "#", at=telephone.at)
        assert [one.command.value for one in orders] == ["say-not-recorded"]
        assert orders[0].sounds == ("sound:gensvar/sv/not-recorded",)
        assert pressing.press(caller, "#", at=telephone.at) == []
        assert call.contact.waits.get().arrived_at == before

    call = talks(telephone, ada, before=says_no)

    assert call.notice.declined_at is not None
    assert not CallRecording.objects.exists()


@pytest.mark.django_db
def test_a_no_in_the_greeting_does_not_cut_the_greeting_off(telephone, ada, plan):
    telephone.seat(ada)
    call = telephone.rings()

    assert pressing.press(telephone.leg(call, "caller").name, "#", at=telephone.at) == []
    call.refresh_from_db()
    assert call.state == "greeting"
    hears_greeting(telephone, call)
    telephone.passes(1)
    telephone.hears(telephone.leg(call, "agent"))
    assert not CallRecording.objects.exists()


@pytest.mark.django_db
def test_a_no_in_the_middle_of_the_talk_ends_and_deletes_the_recording(telephone, ada, plan):
    call = talks(telephone, ada)
    pressing.press(telephone.leg(call, "caller").name, "#", at=telephone.at)

    assert steers(telephone) == ["stop-recording"]
    recording = CallRecording.objects.get()
    assert (recording.state, recording.deleted_because) == ("over", "declined")
    assert steers(telephone) == []


@pytest.mark.django_db
def test_a_no_counts_also_when_the_plan_has_ended_meanwhile(telephone, ada, plan):
    call = talks(telephone, ada)
    tapes.end_plan(plan, by=telephone.lead, at=telephone.at)
    pressing.press(telephone.leg(call, "caller").name, "#", at=telephone.at)

    assert steers(telephone) == ["stop-recording"]
    assert CallRecording.objects.get().deleted_because == "declined"


@pytest.mark.django_db
def test_a_talk_about_a_subject_that_forbids_it_is_never_recorded(telephone, ada, plan, assistance):
    tapes.forbid_subject(assistance, is_forbidden=True, by=telephone.lead, at=telephone.at)
    telephone.queue.about.create(client=telephone.client, subject=assistance)

    talks(telephone, ada)

    assert not CallRecording.objects.exists()


@pytest.mark.django_db
def test_a_recording_ends_and_is_deleted_when_the_case_turns_out_to_forbid_it(
    telephone, ada, plan, assistance
):
    tapes.forbid_subject(assistance, is_forbidden=True, by=telephone.lead, at=telephone.at)
    call = talks(telephone, ada)
    assert CallRecording.objects.get().state == "running"

    call.contact.cases.update(subject=assistance)

    assert steers(telephone) == ["stop-recording"]
    assert CallRecording.objects.get().deleted_because == "subject"


@pytest.mark.django_db
def test_what_was_kept_is_deleted_when_the_subject_is_chosen_afterwards(
    telephone, ada, plan, assistance
):
    tapes.forbid_subject(assistance, is_forbidden=True, by=telephone.lead, at=telephone.at)
    call = talks(telephone, ada)
    telephone.hears(telephone.leg(call, "caller"), Heard.GONE)
    recording = CallRecording.objects.get()
    tapes.keep_recording(recording, WAV, seconds=1.0, at=telephone.at)
    today = telephone.at.date()
    assert not to_delete(today=today).exists()

    call.contact.cases.update(subject=assistance)

    assert to_delete(today=today).get() == recording


@pytest.mark.django_db
def test_nobody_with_protected_identity_is_recorded(telephone, ada, plan, eva):
    eva.protected = True
    eva.save(update_fields=["protected"])
    call = telephone.rings()
    call.contact.customer = eva
    call.contact.save(update_fields=["customer"])
    telephone.seat(ada)
    hears_greeting(telephone, call)
    telephone.passes(1)
    telephone.hears(telephone.leg(call, "agent"))

    assert not CallRecording.objects.exists()


@pytest.mark.django_db
def test_nobody_with_protected_identity_is_recorded_by_whoever_may_not_know(
    telephone, ada, plan, eva
):
    eva.protected = True
    eva.save(update_fields=["protected"])
    talks(telephone, ada)
    call = Call.objects.get()

    assert call.withheld.customer == eva
    assert call.contact.customer is None
    assert not CallRecording.objects.exists()


@pytest.mark.django_db
def test_an_agent_pauses_and_a_hold_does_not_undo_it(telephone, ada, plan):
    call = talks(telephone, ada)
    taping.ask_tape(call, TapeEvent.PAUSE, by=ada, at=telephone.at)
    assert steers(telephone) == ["pause-recording"]

    assert does(telephone, call, Event.HOLD) == ["part-caller", "music"]
    assert does(telephone, call, Event.RESUME) == ["stop-music", "join-caller"]
    taping.ask_tape(call, TapeEvent.RESUME, by=ada, at=telephone.at)
    assert steers(telephone) == ["resume-recording"]
    assert does(telephone, call, Event.HOLD)[-1] == "pause-recording"
    assert does(telephone, call, Event.RESUME)[-1] == "resume-recording"


@pytest.mark.django_db
def test_nobody_pauses_the_recording_of_anothers_call(telephone, ada, bo, plan):
    call = talks(telephone, ada)

    with pytest.raises(taping.NotBeingRecorded):
        taping.ask_tape(call, TapeEvent.PAUSE, by=bo, at=telephone.at)
    with pytest.raises(taping.NotBeingRecorded):
        taping.ask_tape(call, TapeEvent.RESUME, by=ada, at=telephone.at)


@pytest.mark.django_db
def test_a_recording_is_gone_after_thirty_days_and_that_is_written_down(
    telephone, ada, plan, django_capture_on_commit_callbacks
):
    call = talks(telephone, ada)
    telephone.hears(telephone.leg(call, "caller"), Heard.GONE)
    recording = CallRecording.objects.get()
    tapes.keep_recording(recording, WAV, seconds=1.0, at=telephone.at)
    recording.refresh_from_db()
    assert read_file(recording.file) == WAV
    assert str(recording.expires_on) == "2026-06-03"
    assert not to_delete(today=date(2026, 6, 2)).exists()

    with django_capture_on_commit_callbacks(execute=True):
        for one in to_delete(today=date(2026, 6, 3)):
            tapes.delete_recording(one, because=WhyNot.EXPIRED, by=None, at=telephone.at)

    recording.refresh_from_db()
    assert (recording.file, recording.deleted_because) == (None, "expired")
    assert not StoredFile.objects.exists()
    told = EventRecord.objects.get(name="voice.call-recording-deleted")
    assert told.payload["because"] == "expired"


@pytest.mark.django_db
def test_every_listening_is_written_down_and_the_agent_may_have_it_deleted(telephone, ada, plan):
    call = talks(telephone, ada)
    recording = CallRecording.objects.get()
    with pytest.raises(tapes.StillRecorded):
        tapes.ask_to_delete(recording, by=ada, at=telephone.at)
    telephone.hears(telephone.leg(call, "caller"), Heard.GONE)
    recording.refresh_from_db()
    tapes.keep_recording(recording, WAV, seconds=1.0, at=telephone.at)

    for _time in range(2):
        tapes.hear_recording(recording, by=telephone.lead, at=telephone.at)
    assert Listening.objects.filter(recording=recording, by=telephone.lead).count() == 2
    assert EventRecord.objects.filter(name="voice.call-recording-heard").count() == 2

    tapes.ask_to_delete(recording, by=ada, at=telephone.at)
    with pytest.raises(tapes.IsGone):
        tapes.hear_recording(recording, by=ada, at=telephone.at)
    recording.refresh_from_db()
    assert (recording.deleted_because, recording.deleted_by) == ("asked", ada)


@pytest.mark.django_db
def test_a_plan_needs_a_purpose_an_end_and_days_and_a_queue_has_one(telephone):
    bad = {
        tapes.PlanNeedsWords: {"purpose": " "},
        tapes.PlanNeedsEnd: {"ends_at": telephone.at},
        tapes.PlanNeedsDays: {"kept_days": 0},
    }
    for refusal, given_ in bad.items():
        with pytest.raises(refusal):
            tapes.plan_recording(
                telephone.client, wish(telephone, **given_), by=telephone.lead, at=telephone.at
            )
    first = tapes.plan_recording(
        telephone.client, wish(telephone), by=telephone.lead, at=telephone.at
    )
    with pytest.raises(tapes.PlannedAlready):
        tapes.plan_recording(telephone.client, wish(telephone), by=telephone.lead, at=telephone.at)

    tapes.end_plan(first, by=telephone.lead, at=telephone.at)
    tapes.plan_recording(telephone.client, wish(telephone), by=telephone.lead, at=telephone.at)


@pytest.mark.django_db
def test_a_subject_may_be_recorded_again(telephone, assistance):
    for _time in range(2):
        tapes.forbid_subject(assistance, is_forbidden=True, by=telephone.lead, at=telephone.at)
    tapes.forbid_subject(assistance, is_forbidden=False, by=telephone.lead, at=telephone.at)

    assert not NotRecorded.objects.exists()
    told = EventRecord.objects.filter(name="voice.subject-not-recorded")
    assert [one.payload["is_forbidden"] for one in told.order_by("pk")] == [True, False]


# The table itself.


@given(st.lists(st.sampled_from(list(TapeEvent)), max_size=30))
def test_a_tape_runs_only_in_a_talk_that_the_agent_has_not_paused(events):
    tape, runs, is_paused, talks_now = Tape.RUNNING, True, False, True
    for event in events:
        stepped = tape_step(tape, event)
        if stepped is None:
            continue
        is_paused = {TapeEvent.PAUSE: True, TapeEvent.RESUME: False}.get(event, is_paused)
        talks_now = {TapeEvent.PART: False, TapeEvent.TALK: True}.get(event, talks_now)
        match stepped.command:
            case Command.PAUSE_RECORDING:
                assert runs
                runs = False
            case Command.RESUME_RECORDING:
                assert not runs
                runs = True
            case Command.STOP_RECORDING:
                runs = False
        tape = stepped.to

        assert runs == (tape is Tape.RUNNING)
        if tape is not Tape.OVER:
            assert runs == (talks_now and not is_paused)


def test_a_recording_can_end_from_anywhere_and_runs_in_no_state_but_the_talk():
    for tape in set(Tape) - {Tape.OVER}:
        assert TAPING[tape, TapeEvent.END].command is Command.STOP_RECORDING
    assert [state for state in State if meant_for_tape(state) is TapeEvent.TALK] == [State.TALKING]
    assert meant_for_tape(State.ENDED) is TapeEvent.END
