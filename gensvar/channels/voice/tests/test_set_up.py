"""What is said, who is rung and where numbers lead: decided, refused, and told to Asterisk."""

import io
import itertools
import json
import math
import wave
from array import array
from datetime import timedelta

import httpx
import pytest
from django.utils import translation

from gensvar.channels.voice.actions import accounts, setting, sounding
from gensvar.channels.voice.actions.setting import Wording
from gensvar.channels.voice.engine.accounts import Unwritten, remove_account, write_account
from gensvar.channels.voice.models import Account, Announcement, Phone, PhoneNumber
from gensvar.channels.voice.rules.sounds import RATE, as_callers_hear
from gensvar.foundation.files.actions import read_file


def wav(*, rate=RATE, seconds=1.0, channels=1, width=2, strength=0.5, pitch=440.0):
    count = int(rate * seconds)
    loudest = 2 ** (8 * width - 1) - 1
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        for place in range(count):
            value = int(strength * loudest * math.sin(2 * math.pi * pitch * place / rate))
            one = (
                (value + 128).to_bytes(1, "little")
                if width == 1
                else value.to_bytes(width, "little", signed=True)
            )
            file.writeframesraw(one * channels)
    return made.getvalue()


def pitch_of(content):
    """Count how often a tone crosses nothing, upwards, in a second."""
    with wave.open(io.BytesIO(content)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, 2)
        samples = array("h", file.readframes(file.getnframes()))
    ups = sum(a < 0 <= b for a, b in itertools.pairwise(samples))
    return ups * RATE / len(samples), max(samples)


@pytest.mark.parametrize("rate", [8_000, 11_025, 16_000, 44_100, 48_000])
@pytest.mark.parametrize(("channels", "width"), [(1, 1), (2, 2), (1, 3), (2, 4)])
def test_whatever_was_recorded_sounds_the_same_on_a_telephone(rate, channels, width):
    spoken = as_callers_hear(wav(rate=rate, channels=channels, width=width))

    pitch, loudest = pitch_of(spoken.content)
    assert pitch == pytest.approx(440, abs=3)
    assert loudest == pytest.approx(16_384, rel=0.03)
    assert spoken.seconds == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"ID3\x04" + b"x" * 99, "This is MP3"),
        (b"OggS" + b"x" * 99, "This is Ogg"),
        (b"\0\0\0\x20ftypM4A " + b"x" * 99, "This is M4A"),
        (b"%PDF-1.7 " + b"x" * 99, "no WAV"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "cut off"),
        (wav()[:20] + b"\x11\0" + wav()[22:], "compressed"),
        (wav(strength=0.0), "Nothing can be heard"),
        (wav(seconds=0.0), "Nothing can be heard"),
        (wav(seconds=121.0, width=1), "two minutes"),
    ],
)
def test_what_telephones_cannot_play_is_refused_with_what_to_do(exempelby, noon, content, said):
    with translation.override("en"):
        with pytest.raises(sounding.CannotBePlayed) as refused:
            sounding.keep_sound(exempelby, name="n", content=content, by=None, at=noon)
        assert said in refused.value.words()


def kept(exempelby, noon, name="Hälsning"):
    return sounding.keep_sound(exempelby, name=name, content=wav(), by=None, at=noon)


def test_callers_hear_the_recording_by_its_address(telephone, exempelby, client):
    sound = kept(exempelby, telephone.at)
    setting.say_at(
        telephone.number,
        occasion="greeting",
        words="Hej.",
        recording=sound,
        by=None,
        at=telephone.at,
    )
    telephone.rings()

    (media,) = telephone.orders[1].sounds
    assert media.startswith("sound:http")
    path = media.removeprefix("sound:http://localhost:8000")
    heard = client.get(path)
    assert heard.content == read_file(sound.file)
    assert heard["Content-Type"] == "audio/wav"
    assert client.get(path.replace(sound.key, "x" * 43)).status_code == 404


def test_a_recording_that_is_said_is_not_thrown_away(telephone, exempelby, ada):
    sound = kept(exempelby, telephone.at)
    said = setting.say_at(
        telephone.number, occasion="closed", words="S.", recording=sound, by=None, at=telephone.at
    )
    with pytest.raises(sounding.StillSaid):
        sounding.end_sound(sound, by=ada, at=telephone.at)

    setting.say_no_more(said, by=ada, at=telephone.at)
    sounding.end_sound(sound, by=ada, at=telephone.at)
    sound.refresh_from_db()
    assert sound.ended_at == telephone.at


def test_a_number_is_arranged_in_one_go(telephone, exempelby):
    usual = {"greeting": Wording("Välkommen."), "closed": Wording()}
    given = {"number": "0910-70 00 00", "queue": telephone.queue, "by": None, "at": telephone.at}
    setting.arrange_number(exempelby, is_shown=True, usual=usual, **given)
    other = setting.arrange_number(exempelby, is_shown=True, usual={}, **given | {"number": "4711"})

    assert [one.words for one in Announcement.objects.all()] == ["Välkommen."]
    assert list(PhoneNumber.objects.filter(is_shown=True)) == [other]
    sound = kept(exempelby, telephone.at)
    usual = {"greeting": Wording("", sound)}
    with pytest.raises(setting.NothingSaid):
        setting.arrange_number(exempelby, is_shown=True, usual=usual, **given)


def test_an_account_is_opened_with_a_password_that_is_nowhere(exempelby, ada, noon):
    opened = accounts.open_account(ada, client=exempelby, kind="desk", by=None, at=noon)

    assert Phone.objects.get().address == f"PJSIP/gensvar-{ada.pk}"
    assert opened.password not in json.dumps(Account.objects.values().get(), default=str)
    assert len(accounts.digest_of(opened.account)) == 32
    again = accounts.open_account(ada, client=exempelby, kind="desk", by=None, at=noon)
    assert again.password != opened.password
    assert Account.objects.count() == 1


def test_a_phone_in_a_call_is_not_taken(telephone, ada):
    telephone.seat(ada)
    telephone.talking(ada)

    with pytest.raises(accounts.RingsNow):
        accounts.take_phone(Phone.objects.get(agent=ada), by=ada, at=telephone.at)


def test_an_account_waits_to_be_written_also_when_it_changed_meanwhile(exempelby, ada, noon):
    accounts.open_account(ada, client=exempelby, kind="desk", by=None, at=noon)
    (read,) = accounts.accounts_to_write()
    accounts.open_account(ada, client=exempelby, kind="desk", by=None, at=noon)

    accounts.note_written(read, at=noon)
    assert accounts.accounts_to_write() != []
    accounts.note_written(accounts.accounts_to_write()[0], at=noon)
    assert accounts.accounts_to_write() == []

    accounts.take_phone(Phone.objects.get(), by=ada, at=noon + timedelta(hours=1))
    assert [one.ended_at for one in accounts.accounts_to_write()] == [noon + timedelta(hours=1)]


class Asterisk:
    """Remembers what it was told, as its database does."""

    def __init__(self, status=200):
        self.status, self.told = status, {}

    def client(self):
        transport = httpx.MockTransport(self.hear)
        return httpx.Client(base_url="http://asterisk/ari/", transport=transport)

    def hear(self, request):
        kind, login = request.url.path.split("/")[-2:]
        if request.method == "DELETE":
            return httpx.Response(204 if self.told.pop((kind, login), None) else 404)
        body = json.loads(request.content)
        self.told[kind, login] = {one["attribute"]: one["value"] for one in body["fields"]}
        return httpx.Response(self.status, json=[])


def test_asterisk_is_told_of_a_phone_and_forgets_it():
    asterisk = Asterisk()
    write_account(asterisk.client(), "gensvar-1", "0" * 32, in_browser=True)
    assert list(asterisk.told) == [(k, "gensvar-1") for k in ("auth", "aor", "endpoint")]
    assert asterisk.told["endpoint", "gensvar-1"]["webrtc"] == "yes"

    remove_account(asterisk.client(), "gensvar-1")
    remove_account(asterisk.client(), "gensvar-1")
    assert asterisk.told == {}


def test_an_asterisk_that_does_not_take_it_is_asked_again():
    with pytest.raises(Unwritten):
        write_account(Asterisk(status=500).client(), "gensvar-1", "0" * 32, in_browser=False)
