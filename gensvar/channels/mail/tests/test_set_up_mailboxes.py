import pytest

from conftest import NOON
from gensvar.channels.mail.actions.mailboxes import (
    PURPOSE,
    MailboxTaken,
    OfAnotherClient,
    TagsInAddress,
    add_mailbox,
    change_mailbox,
    note_failure,
    note_success,
    set_pickup,
    stop_pickup,
)
from gensvar.channels.mail.models import Mailbox, Pickup
from gensvar.foundation.events.models import EventRecord
from gensvar.foundation.files.vault import unseal_text
from gensvar.foundation.people.models import Group


def test_an_address_is_one_mailbox_however_it_is_written(exempelby, energi):
    add_mailbox(exempelby, address="Info@Exempelby.example", by=None, at=NOON)

    with pytest.raises(MailboxTaken):
        add_mailbox(energi, address="info@exempelby.EXAMPLE", by=None, at=NOON)


def test_an_address_with_a_tag_is_refused(exempelby):
    with pytest.raises(TagsInAddress):
        add_mailbox(exempelby, address="info+x@exempelby.example", by=None, at=NOON)


def test_mail_never_goes_to_another_clients_group(exempelby, energi, mailbox):
    theirs = Group.objects.create(client=energi, code="EL", name="El")

    with pytest.raises(OfAnotherClient):
        change_mailbox(mailbox, by=None, at=NOON, group=theirs)
    assert Mailbox.objects.get().group != theirs


def test_a_change_is_in_the_record_by_name_only(mailbox, admin):
    change_mailbox(mailbox, by=admin, at=NOON, name="Kundtjänst", is_paused=False)

    record = EventRecord.objects.get(name="mail.mailbox-changed")
    assert record.payload["fields"] == ["name"]
    assert record.agent_id == admin.pk


def test_a_password_never_lies_in_clear(mailbox):
    set_pickup(mailbox, by=None, at=NOON, host="imap.example.com", user="k", secret="hemligt")

    pickup = Pickup.objects.get()
    assert "hemligt" not in str(Pickup.objects.values_list())
    assert unseal_text(pickup.secret_sealed, purpose=PURPOSE) == "hemligt"
    assert pickup.since == NOON.date()


def test_changing_the_host_keeps_the_password(mailbox):
    set_pickup(mailbox, by=None, at=NOON, host="imap.example.com", user="k", secret="hemligt")
    set_pickup(mailbox, by=None, at=NOON, host="imap2.example.com")

    pickup = Pickup.objects.get()
    assert pickup.host == "imap2.example.com"
    assert unseal_text(pickup.secret_sealed, purpose=PURPOSE) == "hemligt"


def test_fetching_can_be_stopped(mailbox):
    set_pickup(mailbox, by=None, at=NOON, host="imap.example.com", user="k", secret="x")

    stop_pickup(mailbox, by=None, at=NOON)

    assert not Pickup.objects.exists()


def test_an_unreachable_server_is_told_once_until_it_is_back(mailbox):
    pickup = set_pickup(mailbox, by=None, at=NOON, host="imap.example.com", user="k", secret="x")

    for _turn in range(3):
        note_failure(pickup, because="connection refused", at=NOON)
    note_success(pickup, at=NOON)
    note_failure(pickup, because="connection refused", at=NOON)

    told = EventRecord.objects.filter(name="mail.mailbox-unreachable")
    assert told.count() == 2
    pickup.refresh_from_db()
    assert pickup.problem == "connection refused"
