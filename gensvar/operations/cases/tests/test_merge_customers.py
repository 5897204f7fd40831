from datetime import timedelta

import pytest

from conftest import NOON
from gensvar.foundation.events.models import EventRecord
from gensvar.operations.cases.actions import open_case
from gensvar.operations.cases.models import Case
from gensvar.operations.cases.reactions import give_back_arrivals
from gensvar.operations.contacts.actions import Said, record_message, register_contact
from gensvar.operations.contacts.models import Contact
from gensvar.operations.customers.actions import (
    MergedAlready,
    MergedFurther,
    MergeUndone,
    NothingToChoose,
    OfDifferentClients,
    TheSameCustomer,
    add_address,
    change_customer,
    end_address,
    merge,
    note_need,
    part,
    prefer_address,
    recognise,
)
from gensvar.operations.customers.events import CustomersParted
from gensvar.operations.customers.models import Address, Customer, Merge, Need, Representative
from gensvar.operations.customers.queries import customer_at

LATER = NOON + timedelta(hours=2)
TABLES = (Customer, Address, Need, Representative, Case, Contact)


def wrote(customer, address, *, at=NOON):
    contact = register_contact(
        customer.client, channel="mail", direction="in", customer=customer, at=at
    )
    record_message(contact, Said(text="Hej", sender_address=address), at=at)
    return open_case(customer.client, title="Gropar", channel="mail", at=at, contact=contact)


def everything():
    """Return every column of every row that a merge may touch."""
    return {table.__name__: list(table.objects.order_by("pk").values()) for table in TABLES}


@pytest.fixture
def eva_at_work(exempelby):
    """Eva once more: she wrote from another address and became a second customer."""
    mail = {"kind": "mail", "value": "eva.ek@arbete.example"}
    return recognise(exempelby, **mail, name="Eva Ek", at=NOON - timedelta(days=3))


@pytest.fixture
def omar(exempelby):
    return recognise(exempelby, kind="mail", value="omar@example.com", name="Omar Said", at=NOON)


@pytest.fixture
def two(eva, eva_at_work, ada):
    """Eva twice, each with a case, a need and a preferred mail address."""
    for one, mail in ((eva, "eva.ek@example.com"), (eva_at_work, "eva.ek@arbete.example")):
        wrote(one, mail)
        prefer_address(one.addresses.get(kind="mail"), by=ada, at=NOON)
        note_need(one, what="large-text", agreed=True, by=ada, at=NOON)
    note_need(eva_at_work, what="interpreter", words="arabiska", agreed=True, by=ada, at=NOON)
    change_customer(eva_at_work, by=ada, at=NOON, name="Eva Ek Lund", language="ar")
    return eva, eva_at_work


def test_all_that_hangs_on_a_customer_follows(two, ada):
    eva, other = two

    merge(eva, source=other, by=ada, at=LATER)

    assert Case.objects.filter(customer=eva).count() == 2
    assert Contact.objects.filter(customer=eva).count() == 2
    assert set(eva.addresses.current().values_list("value", flat=True)) == {
        "eva.ek@example.com",
        "+46701111111",
        "eva.ek@arbete.example",
    }
    assert recognise(eva.client, kind="mail", value="eva.ek@arbete.example", at=LATER) == eva
    assert customer_at(other.number) == eva
    assert set(eva.needs.values_list("what", flat=True)) == {"large-text", "interpreter"}


def test_one_chooses_field_by_field(two, ada):
    eva, other = two

    merge(eva, source=other, by=ada, at=LATER, from_source=["language"])

    eva.refresh_from_db()
    assert (eva.name, eva.language) == ("Eva Ek", "ar")


def test_undo_restores_every_row_exactly(two, ada):
    eva, other = two
    before = everything()

    merged = merge(eva, source=other, by=ada, at=LATER, from_source=["name", "language"])
    assert everything() != before
    part(merged, by=ada, at=LATER + timedelta(hours=1))

    assert everything() == before
    told = EventRecord.objects.filter(customer_id=eva.pk, name__startswith="customers.customers-")
    assert [record.name for record in told.order_by("pk")] == [
        "customers.customers-merged",
        "customers.customers-parted",
    ]


def test_one_preferred_address_of_a_kind_is_left(two, ada):
    eva, other = two

    merge(eva, source=other, by=ada, at=LATER)

    preferred = eva.addresses.filter(kind="mail", is_preferred=True)
    assert preferred.get().value == "eva.ek@example.com"


def test_what_came_between_is_given_to_whoever_wrote_it(two, ada):
    eva, other = two
    merged = merge(eva, source=other, by=ada, at=LATER)
    hers = wrote(eva, "eva.ek@arbete.example", at=LATER + timedelta(hours=1))
    own = wrote(eva, "eva.ek@example.com", at=LATER + timedelta(hours=1))

    part(merged, by=ada, at=LATER + timedelta(hours=2))
    event = CustomersParted(
        customer_id=eva.pk,
        client_id=eva.client_id,
        agent_id=ada.pk,
        source_id=other.pk,
        merge_id=merged.pk,
    )
    give_back_arrivals(event)
    give_back_arrivals(event)

    hers.refresh_from_db()
    own.refresh_from_db()
    assert (hers.customer_id, own.customer_id) == (other.pk, eva.pk)
    assert hers.contacts.get().customer_id == other.pk
    changes = EventRecord.objects.filter(case_id=hers.pk, name="cases.case-described")
    assert changes.count() == 1


def test_a_correction_made_since_outlives_the_undoing(two, ada):
    eva, other = two
    merged = merge(eva, source=other, by=ada, at=LATER, from_source=["name", "language"])
    eva.refresh_from_db()
    change_customer(eva, by=ada, at=LATER, name="Eva Ek-Lund")

    part(merged, by=ada, at=LATER)

    eva.refresh_from_db()
    assert (eva.name, eva.language) == ("Eva Ek-Lund", "sv")


def test_an_address_ended_between_goes_back_ended(two, ada):
    eva, other = two
    merged = merge(eva, source=other, by=ada, at=LATER)
    work = eva.addresses.get(value="eva.ek@arbete.example")
    end_address(work, by=ada, at=LATER + timedelta(hours=1))

    part(merged, by=ada, at=LATER + timedelta(hours=2))

    work.refresh_from_db()
    assert work.customer_id == other.pk
    assert work.until == LATER + timedelta(hours=1)


def test_customers_of_different_clients_are_never_merged(eva, energi, ada):
    theirs = recognise(energi, kind="mail", value="eva.ek@example.com", at=NOON)

    with pytest.raises(OfDifferentClients):
        merge(eva, source=theirs, by=ada, at=NOON)
    assert not Merge.objects.exists()
    assert theirs.person_id == eva.person_id


def test_a_merge_that_makes_no_sense_is_refused(two, omar, ada):
    eva, other = two
    with pytest.raises(TheSameCustomer):
        merge(eva, source=eva, by=ada, at=NOON)
    with pytest.raises(NothingToChoose):
        merge(eva, source=other, by=ada, at=NOON, from_source=["number"])

    merged = merge(eva, source=other, by=ada, at=LATER)
    with pytest.raises(MergedAlready):
        merge(omar, source=other, by=ada, at=LATER)
    merge(omar, source=eva, by=ada, at=LATER)
    with pytest.raises(MergedFurther):
        part(merged, by=ada, at=LATER)


def test_a_merge_is_undone_once(two, ada):
    eva, other = two
    merged = merge(eva, source=other, by=ada, at=LATER)
    part(merged, by=ada, at=LATER)

    with pytest.raises(MergeUndone):
        part(merged, by=ada, at=LATER)
    merge(eva, source=other, by=ada, at=LATER)


def test_protection_is_never_lost_by_a_merge(two, ada):
    from gensvar.operations.customers.actions import protect

    eva, other = two
    protect(other, by=ada, at=NOON)
    merged = merge(eva, source=other, by=ada, at=LATER)
    eva.refresh_from_db()
    assert eva.protected

    part(merged, by=ada, at=LATER)
    eva.refresh_from_db()
    assert not eva.protected


def test_who_represents_the_other_does_not_come_to_represent_themselves(two, omar, ada):
    from gensvar.operations.customers.actions import name_representative

    eva, other = two
    end = NOON + timedelta(days=9)
    terms = {"kind": "power-of-attorney", "scope": "Allt", "until": end, "by": ada, "at": NOON}
    hers = name_representative(eva, representative=other, **terms)
    omars = name_representative(omar, representative=other, **terms)

    merge(eva, source=other, by=ada, at=LATER)

    hers.refresh_from_db()
    omars.refresh_from_db()
    assert (hers.representative_id, omars.representative_id) == (other.pk, eva.pk)


def test_a_merge_that_fails_halfway_changes_nothing(two, ada, monkeypatch):
    from gensvar.operations.customers.actions import merging

    eva, other = two
    before = everything()

    def fail(*_args, **_kwargs):
        raise RuntimeError

    monkeypatch.setattr(merging, "announce", fail)
    with pytest.raises(RuntimeError):
        merge(eva, source=other, by=ada, at=LATER)

    assert everything() == before
    add_address(other, kind="phone", value="0702222222", by=ada, at=LATER)
