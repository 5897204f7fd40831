"""Mailboxes, stopped addresses, and what went wrong with mail."""

import socket
import threading
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now

from gensvar.channels.mail.models import Mailbox, Pickup, RawMail
from gensvar.foundation.files.actions import store_file
from gensvar.foundation.files.vault import unseal_text
from gensvar.foundation.people.actions import give_role
from gensvar.foundation.people.rules import Role
from gensvar.operations.contacts.actions import suppress
from gensvar.operations.contacts.models import Suppression

PICKUP = {
    "host": "localhost",
    "port": "1",
    "security": "plain",
    "folder": "INBOX",
    "user": "kundtjanst",
    "sign_in": "password",
    "secret": "hemligt-ord",
    "afterwards": "keep",
    "since": "2026-05-04",
}


@pytest.fixture
def mailbox(exempelby, noon):
    return Mailbox.objects.create(
        client=exempelby, address="kundtjanst@exempelby.example", created_at=noon
    )


def test_a_pause_says_what_it_stops(page, mailbox, exempelby):
    for _number in range(3):
        RawMail.objects.create(
            mailbox=mailbox,
            client=exempelby,
            how="smtp",
            size=1,
            received_at=now() - timedelta(days=2),
            not_before=now(),
        )
    pausing = page(reverse("setup_mailbox", args=[mailbox.pk]))
    fields = {"is_paused": "on", "sends_receipts": "on", "takes_tags": "on"}

    shown = pausing.look(**fields).content.decode()
    pausing.save(**fields)

    mailbox.refresh_from_db()
    assert "In 30 days 3 mails have come." in shown
    assert mailbox.is_paused


def test_the_alarm_is_in_hours_and_says_when_it_goes_off_at_once(page, mailbox):
    setting = page(reverse("setup_mailbox", args=[mailbox.pk]))
    fields = {"sends_receipts": "on", "takes_tags": "on"}

    loud = setting.look(**fields, gap_hours="1").content.decode()
    setting.save(**fields, gap_hours="4")

    mailbox.refresh_from_db()
    assert "The alarm goes off at once" in loud
    assert mailbox.usual_gap == timedelta(hours=4)


def test_an_address_is_a_mailbox_once(page, exempelby, mailbox):
    adding = page(reverse("setup_new_mailbox"))

    taken = adding.look(address="KUNDTJANST@exempelby.example")
    tagged = adding.look(address="a+b@exempelby.example")
    wrong = adding.look(address="ingen adress")

    assert (taken.status_code, tagged.status_code, wrong.status_code) == (409, 422, 422)
    assert "name@example.org" in wrong.content.decode()


def test_a_secret_is_sealed_kept_and_never_shown(page, desk, mailbox):
    fetching = page(reverse("setup_fetching", args=[mailbox.pk]))
    fetching.save(**PICKUP)
    sealed = Pickup.objects.get().secret_sealed
    fetching.save(**PICKUP | {"secret": "", "folder": "Arkiv"})
    pickup = Pickup.objects.get()

    shown = desk.get(fetching.url).content.decode()

    assert "hemligt-ord" not in sealed + shown
    assert unseal_text(pickup.secret_sealed, purpose="mailbox") == "hemligt-ord"
    assert pickup.folder == "Arkiv"


def test_fetching_needs_a_secret_and_says_so(page, mailbox):
    answer = page(reverse("setup_fetching", args=[mailbox.pk])).look(**PICKUP | {"secret": ""})

    assert answer.status_code == 422
    assert "Write the password or secret that lets us in." in answer.content.decode()


def test_trying_the_connection_tells_how_it_went(desk, page, mailbox):
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=_let_in, args=[server], daemon=True).start()
        port = str(server.getsockname()[1])
        fetching = page(reverse("setup_fetching", args=[mailbox.pk]))
        fetching.save(**PICKUP | {"host": "127.0.0.1", "port": port})
        url = reverse("setup_trying", args=[mailbox.pk])
        good = desk.post(url, follow=True).content.decode()
    fetching.save(**PICKUP | {"host": "127.0.0.1", "port": "1", "secret": ""})
    bad = desk.post(url, follow=True).content.decode()

    assert "The connection works: 127.0.0.1 let us in and opened INBOX." in good
    assert "The server could not be reached" in bad
    assert Pickup.objects.get().failing_since is not None


def _let_in(server: socket.socket) -> None:
    """Speak just so much IMAP that somebody gets in and opens a folder."""
    connection, _address = server.accept()
    with connection, connection.makefile("rwb") as wire:
        wire.write(b"* OK ready\r\n")
        wire.flush()
        for line in wire:
            tag, verb = line.split()[:2]
            told = {
                b"CAPABILITY": b"* CAPABILITY IMAP4rev1\r\n",
                b"SELECT": b"* 0 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n",
                b"LOGOUT": b"* BYE\r\n",
            }
            wire.write(told.get(verb.upper(), b"") + tag + b" OK done\r\n")
            wire.flush()


def test_trying_is_for_those_who_may_change(enter, ada, mailbox):
    assert enter(ada).post(reverse("setup_trying", args=[mailbox.pk])).status_code == 403


def test_a_stopped_address_is_let_through_again_once(page, exempelby, noon):
    suppress(exempelby, "eva@example.com", because="550 5.1.1", at=noon)
    found = Suppression.objects.get()
    lifting = page(reverse("setup_lifting", args=[found.pk]))

    lifting.save()
    again = lifting.look()

    found.refresh_from_db()
    assert found.lifted_at is not None
    assert again.status_code == 404


def test_the_raw_file_is_for_those_who_read_what_customers_write(enter, admin, ada, mailbox, noon):
    raw = RawMail.objects.create(
        mailbox=mailbox,
        client=mailbox.client,
        how="smtp",
        size=9,
        received_at=noon,
        not_before=noon,
        state="unreadable",
        stored=store_file(b"Subject: hemligt", at=noon),
    )
    url = reverse("setup_raw_mail", args=[raw.pk])
    listed = enter(admin).get(reverse("setup_unreadable")).content.decode()

    assert url not in listed
    assert enter(admin).get(url).status_code == 403
    assert enter(ada).get(url).content == b"Subject: hemligt"


def test_a_mailbox_of_another_client_does_not_exist(enter, cia, energi, mailbox, noon):
    give_role(cia, role=Role.ADMINISTRATOR, client=energi, by=None, at=noon)

    assert enter(cia).get(reverse("setup_mailbox", args=[mailbox.pk])).status_code == 404
