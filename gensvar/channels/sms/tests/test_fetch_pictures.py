"""Pictures of an MMS are fetched with limits; one that fails leaves a mark and is tried again."""

from base64 import b64decode

import pytest

from conftest import NOON
from gensvar.channels.sms import turning
from gensvar.channels.sms.models import Picture
from gensvar.operations.contacts.models import Message, MessageFile

GIF = b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")


def test_pictures_are_fetched_and_attached(write, elks):
    arrival = write("Se bild", pictures=(elks.picture(GIF), elks.picture(GIF)))

    turning.fetch_due()

    message = Message.objects.get(contact=arrival.contact)
    names = sorted(MessageFile.objects.filter(message=message).values_list("name", flat=True))
    assert names == ["mms-1.gif", "mms-2.gif"]
    assert message.problems == []


def test_a_message_says_that_pictures_are_on_their_way(write, elks):
    arrival = write("Se bild", pictures=(elks.picture(GIF),))

    assert len(Message.objects.get(contact=arrival.contact).problems) == 1


def test_a_picture_that_is_not_there_yet_is_tried_again(write, elks):
    arrival = write("Se bild", pictures=(f"{elks.url}/images/sen",))

    turning.fetch_due()
    picture = Picture.objects.get()
    assert (picture.state, picture.attempts) == ("waiting", 1)
    elks.exchange.pictures["sen"] = GIF
    Picture.objects.update(not_before=NOON)
    turning.fetch_due()

    assert Message.objects.get(contact=arrival.contact).files.count() == 1


@pytest.mark.parametrize(
    "content", [b"\xff\xd8\xff" + b"x" * 30 * 2**20, b"%PDF-1.4 not a picture", b""]
)
def test_too_large_a_picture_or_a_false_one_leaves_a_mark(write, elks, content):
    arrival = write("Se bild", pictures=(elks.picture(content),))

    turning.fetch_due()

    message = Message.objects.get(contact=arrival.contact)
    assert "kunde inte hämtas" in message.problems[0]
    assert message.files.count() == 0
    assert Picture.objects.get().state == "failed"


@pytest.mark.parametrize("url", ["http://127.0.0.1:5432/", "file:///etc/passwd", "http://[", ""])
def test_nothing_is_fetched_from_anywhere_but_the_provider(write, elks, url):
    write("Se bild", pictures=(url or "x",))

    turning.fetch_due()

    assert Picture.objects.get().state == "failed"
