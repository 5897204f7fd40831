"""By which numbers relays are known, as an administrator changes them."""

from django.urls import reverse

from gensvar.channels.voice.actions.relays import relay_numbers
from gensvar.channels.voice.rules.relays import Way

URL = "/installningar/formedlade-samtal/?client=exempelby"


def test_the_usual_numbers_stand_there_and_others_take_their_place(page, desk, exempelby):
    assert reverse("setup_relays") in URL
    assert "+4620600650" in desk.get(URL).content.decode()

    page(URL).save(text_relay="020-600 650\n0910-70 01 00", video_relay="", speech_relay="")

    assert relay_numbers(exempelby)[Way.TEXT] == ["+4620600650", "+46910700100"]
    assert relay_numbers(exempelby)[Way.VIDEO] == []


def test_what_is_no_number_is_refused(page, exempelby):
    page(URL).save(text_relay="texttelefoni.se")

    assert relay_numbers(exempelby)[Way.TEXT] == ["+4620600600", "+4620600650"]


def test_an_agent_may_not(enter, ada):
    assert enter(ada).get(URL).status_code == 403
