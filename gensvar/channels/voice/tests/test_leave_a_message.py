"""Where it is closed whoever calls may leave a message, and each that says something is a case."""

from datetime import timedelta
from math import pi, sin

import pytest

from gensvar.channels.voice import jobs
from gensvar.channels.voice.actions import advancing, messages, pressing, setting
from gensvar.channels.voice.actions.menus import ChoiceWish, MenuWish, NotForThisMenu, set_menu
from gensvar.channels.voice.models import Call, MessageBox, VoiceMessage
from gensvar.channels.voice.queries import timely
from gensvar.channels.voice.rules.calls import Event
from gensvar.channels.voice.rules.legs import Heard
from gensvar.channels.voice.rules.messages import OVERDUE_SECONDS, is_spoken
from gensvar.channels.voice.rules.recordings import WhyNot
from gensvar.channels.voice.rules.sounds import A_LAW, RATE
from gensvar.channels.voice.tests.conftest import BRIDGE
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.files.actions import read_file
from gensvar.foundation.files.models import StoredFile
from gensvar.operations.cases.models import Case
from gensvar.operations.contacts.models import Channel, Contact
from gensvar.operations.knowledge.models import ServiceArea, Subject

NIGHT = timedelta(hours=8)
SILENCE = b"\xd5" * RATE * 3


def spoken(seconds=2.0, *, loudness=3_000):
    """A tone, as a telephone sends it."""
    nearest = sorted(range(256), key=A_LAW.__getitem__)
    levels = [A_LAW[code] for code in nearest]
    made = bytearray()
    for place in range(int(seconds * RATE)):
        wanted = loudness * sin(2 * pi * 440 * place / RATE)
        made.append(nearest[min(range(256), key=lambda one: abs(levels[one] - wanted))])
    return bytes(made)


VOICE = spoken(1.0)


@pytest.fixture
def parking(exempelby):
    area = ServiceArea.objects.create(client=exempelby, department="Teknik", name="Gata")
    return Subject.objects.create(client=exempelby, area=area, name="Parkering")


@pytest.fixture
def box(telephone, parking):
    wish = messages.BoxWish(subject=parking, longest_seconds=60, quiet_seconds=4, kept_days=30)
    made = messages.set_message_box(telephone.number, wish, by=telephone.lead, at=telephone.at)
    setting.say_at(
        telephone.number, occasion="closed", words="Vi har stängt.", by=None, at=telephone.at
    )
    telephone.at += NIGHT
    return made


def said(telephone, call):
    telephone.orders = advancing.finish_saying(
        f"{call.pk}-{call.stations.count()}", at=telephone.at
    )
    return telephone.is_told()


def leaves(telephone):
    """Somebody who has heard that it is closed, and the invitation, and speaks."""
    call = telephone.rings()
    assert said(telephone, call) == ["say-invitation"]
    assert said(telephone, call) == ["take-message"]
    call.refresh_from_db()
    assert call.state == "leaving"
    return call


def left(telephone, *, seconds=12):
    """A message that is over."""
    call = leaves(telephone)
    telephone.at += timedelta(seconds=seconds)
    telephone.hears(telephone.leg(call, "caller"), Heard.GONE)
    call.refresh_from_db()
    assert (call.state, call.outcome) == ("ended", "message")
    return call.message


@pytest.mark.django_db
def test_without_a_box_whoever_calls_at_night_hears_that_it_is_closed_and_no_more(telephone):
    telephone.at += NIGHT
    call = telephone.rings()

    assert said(telephone, call) == ["release-caller"]
    call.refresh_from_db()
    assert call.outcome == "closed"


@pytest.mark.django_db
def test_a_message_is_taken_after_the_tone_as_the_box_says_and_thanked_for(telephone, box):
    call = leaves(telephone)

    (order,) = telephone.orders
    assert (order.track, order.leg) == (call.message.track, telephone.leg(call, "caller").name)
    assert (order.seconds, order.quiet_seconds) == (60.0, 4.0)
    telephone.orders = advancing.finish_message(call.message.track, at=telephone.at)
    assert telephone.is_told() == ["say-thanks"]
    assert said(telephone, call) == ["release-caller"]
    call.refresh_from_db()
    assert call.outcome == "message"
    # Heard of twice, it was left once.
    assert advancing.finish_message(call.message.track, at=telephone.at) == []
    assert EventRecord.objects.filter(name="voice.voice-message-left").count() == 1


@pytest.mark.django_db
def test_the_hash_key_cuts_the_invitation(telephone, box):
    call = telephone.rings()
    said(telephone, call)
    leg = telephone.leg(call, "caller").name

    telephone.orders = pressing.press(leg, "#", at=telephone.at)

    assert telephone.is_told() == ["stop-saying", "take-message"]
    # While the message is left the engine hears the key, and nothing else means anything.
    assert pressing.press(leg, "#", at=telephone.at) == []


@pytest.mark.django_db
def test_a_message_of_which_no_end_is_heard_is_over_all_the_same(telephone, box):
    call = leaves(telephone)

    assert timely(BRIDGE, at=telephone.at + timedelta(seconds=OVERDUE_SECONDS - 1)) == []
    ((due, event),) = timely(BRIDGE, at=telephone.at + timedelta(seconds=OVERDUE_SECONDS))
    assert (due, event.value) == (call.pk, "left")


@pytest.mark.django_db
def test_a_message_is_a_case_of_its_subject_with_its_sound_sealed(telephone, box, parking):
    message = left(telephone)

    messages.keep_message(message, VOICE, at=telephone.at)

    case = Case.objects.get(contacts=message.call.contact)
    assert (case.subject, case.channel, case.opened_at) == (
        parking,
        Channel.PHONE,
        message.call.began_at,
    )
    assert case.title == "Talmeddelande om parkering"
    message.refresh_from_db()
    assert message.seconds == pytest.approx(1.0)
    assert read_file(message.file)[:4] == b"RIFF"
    assert message.expires_at - message.began_at == timedelta(days=30)
    # Fetched twice, it is one case.
    messages.keep_message(message, VOICE, at=telephone.at)
    assert Case.objects.filter(contacts=message.call.contact).count() == 1


@pytest.mark.django_db
def test_of_silence_nothing_is_kept_but_the_contact_stays(telephone, box):
    message = left(telephone)

    messages.keep_message(message, SILENCE, at=telephone.at)

    message.refresh_from_db()
    assert (message.is_empty, message.file, message.deleted_at) == (True, None, None)
    assert Contact.objects.filter(pk=message.call.contact_id).exists()
    assert not Case.objects.exists()
    assert not StoredFile.objects.exists()


@pytest.mark.django_db
def test_who_hangs_up_before_the_tone_has_left_no_message(telephone, box):
    call = telephone.rings()
    said(telephone, call)
    telephone.hears(telephone.leg(call, "caller"), Heard.GONE)

    call.refresh_from_db()
    assert call.outcome == "closed"
    assert not VoiceMessage.objects.exists()


@pytest.mark.django_db
def test_a_message_that_is_lost_is_a_case_all_the_same(telephone, box, settings):
    settings.ARI_URL = ""
    message = left(telephone)

    jobs.keep_messages(0)

    message.refresh_from_db()
    assert message.deleted_because == WhyNot.LOST
    assert Case.objects.filter(contacts=message.call.contact).exists()


@pytest.mark.django_db(transaction=True)
def test_a_message_is_heard_on_record_and_its_sound_expires(telephone, box, ada, settings):
    settings.ARI_URL = ""
    message = left(telephone)
    messages.keep_message(message, VOICE, at=telephone.at)

    assert messages.hear_message(message, by=ada, at=telephone.at).file is not None
    heard = EventRecord.objects.get(name="voice.voice-message-heard")
    assert heard.payload["agent_id"] == ada.pk
    VoiceMessage.objects.update(expires_at=telephone.at - timedelta(days=3650))
    jobs.keep_messages(0)

    message.refresh_from_db()
    assert (message.file, message.deleted_because) == (None, WhyNot.EXPIRED)
    assert not StoredFile.objects.exists()
    with pytest.raises(messages.MessageGone):
        messages.hear_message(message, by=ada, at=telephone.at)
    assert Case.objects.filter(contacts=message.call.contact).exists()


@pytest.mark.django_db
def test_a_key_in_the_menu_may_lead_to_a_message(telephone, box):
    telephone.at -= NIGHT
    wish = MenuWish(
        "Tryck 1 för att lämna ett meddelande, eller vänta på en människa.",
        [ChoiceWish("1", "Meddelande", takes_message=True)],
    )
    set_menu(telephone.number, wish, by=None, at=telephone.at)
    call = telephone.rings()
    leg = telephone.leg(call, "caller").name

    telephone.orders = pressing.press(leg, "1", at=telephone.at)

    assert telephone.is_told() == ["stop-saying", "say-invitation"]
    # Without a box the key is gone with it, and whoever is in the menu comes to a person.
    messages.set_message_box(telephone.number, None, by=None, at=telephone.at)
    assert not telephone.number.choices.exists()
    with pytest.raises(NotForThisMenu):
        set_menu(telephone.number, wish, by=None, at=telephone.at)


@pytest.mark.django_db
def test_what_cannot_be_is_refused_with_its_bounds(telephone):
    for other in ({"longest_seconds": 5}, {"quiet_seconds": 60}, {"kept_days": 0}):
        with pytest.raises(messages.MessagesOutOfBounds) as refused:
            messages.set_message_box(
                telephone.number, messages.BoxWish(**other), by=None, at=telephone.at
            )
        assert "300" in refused.value.words()
    assert not MessageBox.objects.exists()


@pytest.mark.django_db
def test_a_call_that_overflows_at_closing_time_may_leave_a_message_too(telephone, box):
    telephone.at -= NIGHT
    call = telephone.rings()
    telephone.at += NIGHT
    advancing.advance(call.pk, Event.UNSERVED, at=telephone.at)

    assert said(telephone, call) == ["say-invitation"]
    assert Call.objects.get(pk=call.pk).state == "invited"


def test_a_hum_is_no_message_and_a_short_word_is_one():
    assert not is_spoken(spoken(2.0, loudness=150))
    assert not is_spoken(spoken(0.2))
    assert is_spoken(SILENCE + spoken(0.6) + SILENCE)
