"""Numbers, what is said there and phones, as an administrator changes them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from gensvar.channels.voice.actions import setting
from gensvar.channels.voice.models import Announcement, Phone, PhoneNumber, Sound
from gensvar.channels.voice.tests.test_set_up import wav
from gensvar.operations.routing import actions as routing

SOUNDS = "setup_sounds"


def test_a_number_is_added_with_what_is_said(page, queue):
    adding = page(f"{reverse('setup_new_phone_number')}?client=exempelby")
    said = {"greeting_words": "Välkommen.", "closed_words": "Vi har stängt."}

    adding.save(
        number="0910-70 00 00", queue=queue.pk, is_shown="on", callback_after_minutes="3", **said
    )

    added = PhoneNumber.objects.get()
    assert (added.number, added.queue, added.is_shown) == ("+46910700000", queue, True)
    assert added.callback_after_seconds == 180
    assert {one.occasion: one.words for one in added.announcements.all()} == {
        "greeting": "Välkommen.",
        "closed": "Vi har stängt.",
    }


@pytest.mark.parametrize("written", ["abc", "", "9" * 40, "+4670\0", "<script>"])
def test_what_nobody_can_dial_is_refused(page, queue, written):
    adding = page(f"{reverse('setup_new_phone_number')}?client=exempelby")

    adding.save(number=written, queue=queue.pk)

    assert not PhoneNumber.objects.exists()


def test_words_taken_away_are_said_no_more(page, number, queue, noon):
    setting.say_at(number, occasion="greeting", words="Hej.", by=None, at=noon)

    page(reverse("setup_phone_number", args=[number.pk])).save(queue=queue.pk)

    assert not Announcement.objects.exists()


def test_a_message_for_some_days_is_said_and_taken_back(page, desk, number):
    url = reverse("setup_new_message", args=[number.pk])
    days = {"begins_at": "2026-05-04T08:00", "ends_at": "2030-05-05T08:00"}
    page(url).save(words="Få på plats.", closes="on", **days)

    said = Announcement.objects.get()
    assert (said.words, said.closes) == ("Få på plats.", True)
    shown = desk.get(reverse("setup_phone_number", args=[number.pk])).content.decode()
    assert "Få på plats." in shown
    desk.post(reverse("setup_ending_message", args=[number.pk, said.pk]))
    assert not Announcement.objects.exists()


def test_a_message_that_ends_before_it_begins_is_refused(page, number):
    url = reverse("setup_new_message", args=[number.pk])
    days = {"begins_at": "2026-05-04T08:00", "ends_at": "2026-05-04T08:00"}
    answer = page(url).save(words="Få på plats.", **days)

    assert "It ends before it begins." in answer.content.decode()
    assert not Announcement.objects.exists()


def test_a_number_is_ended(page, number):
    page(reverse("setup_ending_phone_number", args=[number.pk])).save()

    assert not PhoneNumber.objects.in_use().exists()


def test_a_recording_is_kept_listened_to_and_ended(desk, exempelby):
    file = SimpleUploadedFile("h.wav", wav(rate=48_000, channels=2))
    desk.post(f"{reverse(SOUNDS)}?client=exempelby", {"name": "Hälsning", "file": file})

    sound = Sound.objects.get()
    heard = desk.get(reverse("setup_sound", args=[sound.pk]))
    assert heard.content.startswith(b"RIFF")
    desk.post(reverse("setup_ending_sound", args=[sound.pk]))
    sound.refresh_from_db()
    assert sound.ended_at is not None


def test_a_file_of_another_kind_is_refused_in_words_and_its_name_stays(desk, exempelby):
    file = SimpleUploadedFile("h.mp3", b"ID3" + b"x" * 100)
    answer = desk.post(f"{reverse(SOUNDS)}?client=exempelby", {"name": "Sommar", "file": file})

    assert answer.status_code == 422
    said = answer.content.decode()
    assert "This is MP3" in said
    assert 'value="Sommar"' in said


def test_a_phone_is_given_with_a_password_shown_once_and_taken(
    page, desk, exempelby, ada, cia, noon
):
    routing.give_seat(ada, client=exempelby, capacity={"phone": 1}, by=cia, at=noon)
    given = page(f"{reverse('setup_new_phone')}?client=exempelby").save(agent=ada.pk, kind="desk")

    said = given.content.decode()
    assert f"gensvar-{ada.pk}" in said
    password = (
        said.partition('name="secret" value="')[2].partition('"')[0] or said.partition('value="')[2]
    )
    assert password
    assert password not in desk.get(reverse("setup_phones")).content.decode()
    page(reverse("setup_taking_phone", args=[ada.pk])).save()
    assert not Phone.objects.exists()


@pytest.mark.parametrize("name", ["setup_phone_numbers", "setup_sounds", "setup_phones"])
def test_an_agent_does_not_come_here(enter, ada, number, name):
    assert enter(ada).get(reverse(name)).status_code == 403
    ending = reverse("setup_ending_phone_number", args=[number.pk])
    assert enter(ada).post(ending).status_code == 403
