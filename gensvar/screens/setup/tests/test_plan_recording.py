"""Recording of calls, as an administrator plans it and forbids it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localtime, now

from gensvar.channels.voice.models import NotRecorded, RecordingPlan
from gensvar.operations.knowledge.models import ServiceArea, Subject

PLANS = "setup_recording"


@pytest.fixture
def assistance(exempelby):
    area = ServiceArea.objects.create(client=exempelby, department="Omsorg", name="Omsorg")
    return Subject.objects.create(client=exempelby, area=area, name="Försörjningsstöd")


def written(moment):
    return localtime(moment).strftime("%Y-%m-%dT%H:%M")


def wish(queue, **other):
    usual = {
        "queue": queue.pk,
        "purpose": "Coachning",
        "agreed_in": "MBL 2026-04-12 § 3",
        "begins_at": written(now()),
        "ends_at": written(now() + timedelta(days=14)),
        "kept_days": "30",
    }
    return usual | other


def test_calls_are_recorded_for_a_purpose_and_a_time(page, desk, queue):
    planning = page(f"{reverse('setup_new_recording')}?client=exempelby")

    planning.save(**wish(queue))

    plan = RecordingPlan.objects.get()
    assert (plan.queue, plan.purpose, plan.kept_days) == (queue, "Coachning", 30)
    assert "Coachning" in desk.get(reverse(PLANS)).content.decode()


@pytest.mark.parametrize(
    "bad", [{"purpose": ""}, {"agreed_in": ""}, {"kept_days": "0"}, {"ends_at": ""}]
)
def test_a_plan_without_purpose_end_or_days_is_refused(page, queue, bad):
    page(f"{reverse('setup_new_recording')}?client=exempelby").save(**wish(queue, **bad))

    assert not RecordingPlan.objects.exists()


def test_recording_ends_before_its_time(page, queue):
    page(f"{reverse('setup_new_recording')}?client=exempelby").save(**wish(queue))
    plan = RecordingPlan.objects.get()

    page(reverse("setup_ending_recording", args=[plan.pk])).save()

    plan.refresh_from_db()
    assert plan.ended_at is not None


def test_a_subject_is_never_recorded_and_then_may_be_again(desk, assistance):
    url = f"{reverse(PLANS)}?client=exempelby"
    desk.post(url, {"subject": assistance.pk})
    assert NotRecorded.objects.get().subject == assistance
    assert "Försörjningsstöd" in desk.get(url).content.decode()

    desk.post(reverse("setup_allowing_subject", args=[assistance.pk]))
    assert not NotRecorded.objects.exists()
