import asyncio
import smtplib
import threading

import pytest
from django.core.exceptions import ImproperlyConfigured

from conftest import NOON
from gensvar.channels.mail.models import SinkMail
from gensvar.channels.mail.sink import open_sink
from gensvar.channels.mail.tests.conftest import letter


@pytest.fixture
def ended(db):
    return SinkMail.objects.create(
        at=NOON,
        sender="kundtjanst@exempelby.example",
        recipients=["eva.ek@example.com"],
        content=letter("<script>alert(1)</script> Välkommen!", subject="Hej & välkommen"),
    )


def test_the_demo_shows_what_it_sent(browser, ended, settings):
    settings.DEMO = True

    page = browser.get("/demo/inkorg/").content.decode()
    mail = browser.get(f"/demo/inkorg/{ended.pk}/").content.decode()

    assert "Hej &amp; välkommen" in page
    assert "eva.ek@example.com" in page
    assert "&lt;script&gt;" in mail
    assert "<script>alert" not in mail


def test_a_mail_in_english_is_read_out_in_english(browser, db, settings):
    settings.DEMO = True
    content = letter("Your lamp is mended.", subject="Your case", Accept_Language="en")
    kept = SinkMail.objects.create(at=NOON, sender="a@x.example", recipients=[], content=content)

    page = browser.get("/demo/inkorg/").content.decode()
    mail = browser.get(f"/demo/inkorg/{kept.pk}/").content.decode()

    assert 'lang="en">Your case</a>' in page
    assert '<h1 lang="en">Your case</h1>' in mail
    assert '<div class="words" lang="en">' in mail


def test_the_inbox_can_be_one_persons(browser, ended, settings):
    settings.DEMO = True

    assert "Hej" in browser.get("/demo/inkorg/?to=eva.ek@example.com").content.decode()
    assert "Hej &amp;" not in browser.get("/demo/inkorg/?to=x@example.com").content.decode()


@pytest.mark.parametrize("path", ["/demo/inkorg/", "/demo/inkorg/1/"])
def test_in_production_there_is_no_inbox(browser, ended, settings, path):
    settings.DEMO = False

    assert browser.get(path).status_code == 404


def test_an_unknown_mail_is_not_there(browser, db, settings):
    settings.DEMO = True

    assert browser.get("/demo/inkorg/999/").status_code == 404


def test_in_production_there_is_no_sink(settings):
    settings.DEMO = False

    with pytest.raises(ImproperlyConfigured):
        asyncio.run(open_sink(port=0))


@pytest.mark.django_db(transaction=True)
def test_the_sink_keeps_whatever_it_is_sent(settings):
    settings.DEMO = True
    port: list[int] = []
    is_open, told = threading.Event(), threading.Event()

    async def serve() -> None:
        server = await open_sink(port=0)
        port.append(server.sockets[0].getsockname()[1])
        is_open.set()
        await asyncio.to_thread(told.wait, 20)
        server.close()

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    assert is_open.wait(10)
    with smtplib.SMTP("127.0.0.1", port[0]) as client:
        client.sendmail("a@b.example", ["eva.ek@example.com"], letter())
    told.set()
    thread.join(20)

    kept = SinkMail.objects.get()
    assert kept.recipients == ["eva.ek@example.com"]
    assert b"Trasig gatlykta" in bytes(kept.content)
