from datetime import timedelta

import pytest
from django.db import connection

from conftest import NOON
from gensvar.foundation.people.access import Reach, seeing_as
from gensvar.foundation.secrecy.models import AccessList
from gensvar.operations.cases.actions import (
    NothingLeft,
    NothingToSplit,
    NotInThisCase,
    OfAPart,
    StillLeaving,
    answer,
    describe,
    make_confidential,
    merge,
    split,
)
from gensvar.operations.cases.models import Case, State
from gensvar.operations.cases.queries.joined import home_of
from gensvar.operations.cases.queries.story import Divided, story_of
from gensvar.operations.contacts.models import Contact
from gensvar.operations.knowledge.models import Subject

LATER = NOON + timedelta(hours=2)


@pytest.fixture
def drifted(begun, said, eva):
    """A case about holes in which Eva has also asked about her invoice."""
    case = begun("Gropar", eva)
    said("Fakturan då?", eva, case=case, at=LATER)
    return case


def test_a_message_becomes_its_own_case_as_old_as_it_is(drifted, ada, eva):
    invoice = drifted.contacts.latest("pk")

    made = split(drifted, contacts=[invoice.pk], title="Faktura", by=ada, at=LATER)

    assert (made.customer, made.opened_at, made.state) == (eva, LATER, State.WAITING_FOR_US)
    assert list(home_of(invoice)) == [made]
    assert [entry.text for entry in story_of(drifted).spoken] == ["Gropar"]
    assert [entry.text for entry in story_of(made).spoken] == ["Fakturan då?"]


def test_both_cases_tell_of_the_split(drifted, ada):
    invoice = drifted.contacts.latest("pk")
    made = split(drifted, contacts=[invoice.pk], title="Faktura", by=ada, at=LATER)

    for case, other, is_from in ((drifted, made, True), (made, drifted, False)):
        (told,) = [e for e in story_of(case).entries if isinstance(e, Divided)]
        assert (told.number, told.is_from, told.who) == (other.number, is_from, ada.name)


@pytest.mark.parametrize("is_by_hand", [True, False])
def test_out_of_a_confidential_case_comes_a_confidential_case(
    drifted, exempelby, gator, ada, is_by_hand
):
    access = AccessList.objects.create(client=exempelby, name="Skyddat")
    if is_by_hand:
        make_confidential(drifted, access=access, because="Hotad", by=ada, at=NOON)
    else:
        Subject.objects.filter(pk=gator.pk).update(access=access)
        describe(drifted, subject=Subject.objects.get(pk=gator.pk), by=ada, at=NOON)
    invoice = drifted.contacts.latest("pk")

    made = split(drifted, contacts=[invoice.pk], title="Faktura", by=ada, at=LATER)

    made.refresh_from_db()
    assert made.access == access
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE gensvar_web")
    try:
        with seeing_as(Reach(clients=frozenset({exempelby.pk}))):
            assert not Case.objects.exists()
            assert not Contact.objects.filter(pk=invoice.pk).exists()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")


def test_what_may_not_leave_stays(drifted, begun, said, ada, eva):
    first, last = drifted.contacts.order_by("pk")
    elsewhere = begun("Annat", eva).contacts.get()
    leaving = answer(drifted, "Hej", channel="mail", by=ada, at=LATER).message.contact

    refusals = {
        NothingToSplit: [],
        NotInThisCase: [last.pk, elsewhere.pk],
        NothingLeft: [first.pk, last.pk, leaving.pk],
        StillLeaving: [leaving.pk],
    }
    for refusal, contacts in refusals.items():
        with pytest.raises(refusal):
            split(drifted, contacts=contacts, title="Nytt", by=ada, at=LATER)
    merge(Case.objects.get(contacts=elsewhere), into=drifted, by=ada, at=LATER)
    with pytest.raises(OfAPart):
        split(drifted, contacts=[elsewhere.pk], title="Nytt", by=ada, at=LATER)
